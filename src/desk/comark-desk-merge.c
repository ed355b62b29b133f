/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-merge.h"

#include "comark-desk-cover-file.h"
#include "comark-desk-own-review.h"
#include "comark-desk-panel.h"
#include "comark-desk-quotes.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-dossier.h"
#include "comark-home-rows.h"
#include "comark-merge.h"
#include "comark-quote-rows.h"
#include "comark-review-rows.h"
#include "comark-supporter-rows.h"

typedef struct
{
  ComarkDesk *desk;
  const char *ref;
  ComarkMerge *merge;
  ComarkOwnReview *own; /* as it was before */
  GPtrArray *common;    /* ComarkRating: what both began with; "" has the comment */
} Merging;

static ComarkRating *
find_rating (GPtrArray *ratings, const char *criterion)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->criterion, criterion))
        return rating;
    }
  return NULL;
}

/* ---- what waits for a choice ---- */

static ComarkRatingBeside *
beside_of (Merging *self, const char *criterion, const ComarkMergeSide *theirs, guint fields)
{
  ComarkRatingBeside *beside = comark_rating_beside_new ();

  beside->criterion = g_strdup (criterion);
  beside->source = self->merge->source;
  beside->value = theirs->value;
  beside->reason = g_strdup (theirs->reason);
  beside->strength = theirs->strength;
  beside->fields = fields;
  beside->brought_at = comark_desk_now_ms (self->desk);
  return beside;
}

static gboolean
keep_beside (Merging *self, const char *criterion, const ComarkMergeSide *theirs, guint fields,
             GError **error)
{
  g_autoptr (ComarkRatingBeside) beside = beside_of (self, criterion, theirs, fields);
  gboolean is_new;

  self->merge->n_beside++;
  return comark_own_review_begin (self->own, &is_new, error)
         && comark_home_rows_put_beside (self->desk->sql, &self->own->review->id, beside, error);
}

/* One that came from there before, and now agrees with ours, waits no more. */
static gboolean
drop_beside (Merging *self, const char *criterion, GError **error)
{
  return self->own->review == NULL
         || comark_home_rows_remove_beside (self->desk->sql, &self->own->review->id, criterion,
                                            &self->merge->source, error);
}

/* ---- ratings ---- */

static gboolean
merge_rating (Merging *self, const char *criterion, ComarkRating *theirs, GError **error)
{
  ComarkRating *ours
    = self->own->review ? comark_dossier_rating (self->own->review, criterion) : NULL;
  const ComarkMergeSide base = comark_merge_side_of (find_rating (self->common, criterion));
  const ComarkMergeSide now = comark_merge_side_of (ours), other = comark_merge_side_of (theirs);
  ComarkMergeSide merged;
  guint fields = comark_merge_sides (&base, &now, &other, &merged);

  if (comark_merge_side_differs (&now, &merged))
    {
      self->merge->n_taken++;
      if (!comark_desk_save_rating (self->desk, self->ref, criterion, merged.value, merged.reason,
                                    merged.strength, ours ? ours->rev : 0, NULL, NULL, error))
        return FALSE;
    }
  if (fields != 0)
    return keep_beside (self, criterion, &other, fields, error);
  return comark_merge_side_differs (&merged, &other) || drop_beside (self, criterion, error);
}

/* What was typed for the member elsewhere is marked so here, where its words were taken. */
static gboolean
mark_recorded (Merging *self, GError **error)
{
  GPtrArray *recorded = self->merge->theirs->recorded;
  ComarkSql *sql = self->desk->sql;
  gboolean is_new;

  if (recorded->len == 0)
    return TRUE;
  if (!comark_own_review_begin (self->own, &is_new, error))
    return FALSE;
  for (guint i = 0; i < recorded->len; i++)
    {
      ComarkRecorded *one = g_ptr_array_index (recorded, i);
      g_autoptr (ComarkRating) now = NULL;
      ComarkMergeSide ours, theirs;

      if (!comark_review_rows_find_rating (sql, &self->own->review->id, one->criterion, &now,
                                           error))
        return FALSE;
      ours = comark_merge_side_of (now);
      theirs = comark_merge_side_of (find_rating (self->merge->theirs->ratings, one->criterion));
      if (comark_merge_side_differs (&ours, &theirs) == 0
          && !comark_supporter_rows_record (sql, &self->own->review->id, one->criterion,
                                            &COMARK_ID_NONE, one->name, one->state,
                                            comark_desk_now_ms (self->desk), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_ratings (Merging *self, GError **error)
{
  GPtrArray *theirs = self->merge->theirs->ratings;

  for (guint i = 0; i < theirs->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (theirs, i);

      if (!merge_rating (self, rating->criterion, rating, error))
        return FALSE;
    }
  /* What they had and have no more. */
  for (guint i = 0; i < self->common->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (self->common, i);

      if (*rating->criterion != '\0' && find_rating (theirs, rating->criterion) == NULL
          && !merge_rating (self, rating->criterion, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
merge_body (Merging *self, GError **error)
{
  ComarkReview *review = self->own->review;
  const char *body = self->merge->theirs->body;
  const ComarkMergeSide base = comark_merge_side_of (find_rating (self->common, ""));
  const ComarkMergeSide now = { .value = COMARK_VALUE_NONE, .reason = review ? review->body : "" };
  const ComarkMergeSide other = { .value = COMARK_VALUE_NONE, .reason = body ? body : "" };
  ComarkMergeSide merged;
  guint fields = comark_merge_sides (&base, &now, &other, &merged);

  if (comark_merge_side_differs (&now, &merged)
      && !comark_desk_save_review_body (self->desk, self->ref, merged.reason,
                                        review ? review->rev : 0, NULL, error))
    return FALSE;
  if (fields != 0)
    return keep_beside (self, "", &other, fields, error);
  return comark_merge_side_differs (&merged, &other) || drop_beside (self, "", error);
}

/* ---- quotes, and what is said of evidence ---- */

/* A quote with another note is another one. */
static char *
digest_of (ComarkQuote *quote)
{
  g_autofree char *text
    = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s",
                       quote->criterion, quote->hash, quote->page, quote->start, quote->exact,
                       quote->note ? quote->note : "");

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static GHashTable *
digests_of (GPtrArray *quotes, ComarkReview *review)
{
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < quotes->len; i++)
    g_hash_table_add (digests, digest_of (g_ptr_array_index (quotes, i)));
  for (guint i = 0; review != NULL && i < review->covers->len; i++)
    {
      ComarkEvidenceCover *cover = g_ptr_array_index (review->covers, i);

      g_hash_table_add (digests, comark_desk_cover_digest (cover, cover->cover));
    }
  return digests;
}

/* What they took off, if it is still here as it was. */
static gboolean
remove_quotes (Merging *self, GHashTable *common, GHashTable *theirs, GError **error)
{
  ComarkCase *panel = self->own->panel;
  g_autoptr (GPtrArray) ours
    = comark_quote_rows_list (self->desk->sql, &panel->id, panel->submission->round,
                              &self->desk->who->id, error);

  for (guint i = 0; ours != NULL && i < ours->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (ours, i);
      g_autofree char *digest = digest_of (quote);

      if (quote->own && g_hash_table_contains (common, digest)
          && !g_hash_table_contains (theirs, digest)
          && !comark_desk_set_quote_removed (self->desk, self->ref, &quote->id, TRUE, error))
        return FALSE;
    }
  return ours != NULL;
}

static gboolean
add_quote (Merging *self, ComarkQuote *quote, GError **error)
{
  const ComarkQuoteForm form = { quote->criterion, quote->hash,   quote->page,   quote->start,
                                 quote->exact,     quote->prefix, quote->suffix, quote->note };
  gboolean belongs;

  if (!comark_document_rows_has_file (self->desk->sql, &self->own->panel->id, quote->hash,
                                      &belongs, error))
    return FALSE;
  self->merge->n_quotes_left += !belongs;
  return !belongs || comark_desk_add_quote (self->desk, self->ref, &form, NULL, error);
}

static gboolean
merge_quotes (Merging *self, GError **error)
{
  GPtrArray *quotes = self->merge->quotes;
  g_autoptr (GHashTable) theirs = digests_of (quotes, NULL);
  g_autoptr (GHashTable) common
    = comark_home_rows_list_quotes (self->desk->sql, &self->merge->base, error);

  if (common == NULL || !remove_quotes (self, common, theirs, error))
    return FALSE;
  for (guint i = 0; i < quotes->len; i++)
    {
      g_autofree char *digest = digest_of (g_ptr_array_index (quotes, i));

      /* What both had, and was taken off here, stays off. */
      if (!g_hash_table_contains (common, digest)
          && !add_quote (self, g_ptr_array_index (quotes, i), error))
        return FALSE;
    }
  return comark_desk_merge_covers (self->desk, self->ref, &self->own->panel->id,
                                   self->merge->theirs->covers, common, self->own->review,
                                   &self->merge->n_covers_kept, &self->merge->n_covers_left,
                                   error);
}

/* ---- all of it ---- */

gboolean
comark_desk_keep_common (ComarkDesk *desk, const ComarkId *source, ComarkReview *review,
                         GPtrArray *quotes, GError **error)
{
  g_autoptr (GHashTable) digests = digests_of (quotes, review);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return comark_home_rows_put_common (desk->sql, source, review ? review->ratings : none,
                                      review ? review->body : "", error)
         && comark_home_rows_put_quotes (desk->sql, source, digests, error);
}

gboolean
comark_desk_merge (ComarkDesk *desk, const char *ref, ComarkMerge *merge, GError **error)
{
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, ref, error);
  g_autoptr (GPtrArray) common
    = own ? comark_home_rows_list_common (desk->sql, &merge->base, error) : NULL;
  Merging self = { desk, ref, merge, own, common };

  /* The comment first: it begins the draft where there is none, and knows its rev. */
  return common != NULL && merge_body (&self, error) && merge_ratings (&self, error)
         && mark_recorded (&self, error) && merge_quotes (&self, error)
         && comark_desk_keep_common (desk, &merge->source, merge->theirs, merge->quotes, error);
}

/* ---- choosing ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const ComarkId *source; /* nullable */
  gboolean theirs;
} Choice;

static gboolean
take_body (ComarkOwnReview *own, const char *body, GError **error)
{
  ComarkDesk *desk = own->panel->desk;
  const char *ref = own->panel->submission->ref;
  g_autoptr (ComarkOwnReview) now = comark_own_review_open (desk, ref, error);

  return now != NULL
         && comark_desk_save_review_body (desk, ref, body, now->review->rev, NULL, error);
}

static gboolean
take_theirs (ComarkOwnReview *own, ComarkRatingBeside *beside, GError **error)
{
  ComarkDesk *desk = own->panel->desk;
  const char *ref = own->panel->submission->ref;
  g_autoptr (ComarkRating) ours = NULL;
  ComarkMergeSide now, merged;
  const ComarkMergeSide theirs = { beside->value, beside->reason, beside->strength };

  if (*beside->criterion == '\0')
    return take_body (own, beside->reason, error);
  if (!comark_review_rows_find_rating (desk->sql, &own->review->id, beside->criterion, &ours,
                                       error))
    return FALSE;
  now = comark_merge_side_of (ours);
  merged = comark_merge_side_with (&now, &theirs, (guint) beside->fields);
  return comark_desk_save_rating (desk, ref, beside->criterion, merged.value, merged.reason,
                                  merged.strength, ours ? ours->rev : 0, NULL, NULL, error);
}

static gboolean
is_meant (const Choice *choice, ComarkRatingBeside *beside)
{
  return g_str_equal (beside->criterion, choice->criterion)
         && (choice->source == NULL || comark_id_is_none (choice->source)
             || comark_id_equal (choice->source, &beside->source));
}

static gboolean
choose_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Choice *choice = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, choice->ref, error);
  g_autoptr (GPtrArray) waiting = NULL;

  if (own == NULL)
    return FALSE;
  waiting = own->review ? comark_home_rows_list_beside (desk->sql, &own->review->id, error)
                        : g_ptr_array_new ();
  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      ComarkRatingBeside *beside = g_ptr_array_index (waiting, i);

      if (is_meant (choice, beside)
          && ((choice->theirs && !take_theirs (own, beside, error))
              || !comark_home_rows_remove_beside (desk->sql, &own->review->id, beside->criterion,
                                                  &beside->source, error)
              || !comark_case_log (own->panel, "choose-wording", &own->review->id, "rating",
                                   choice->theirs ? "theirs" : "ours", error)))
        return FALSE;
    }
  return waiting != NULL;
}

gboolean
comark_desk_choose_wording (ComarkDesk *desk, const char *ref, const char *criterion,
                            const ComarkId *source, gboolean theirs, GError **error)
{
  Choice choice = { ref, criterion, source, theirs };

  return comark_desk_write (desk, "choose-wording", choose_step, &choice, error);
}

gboolean
comark_desk_find_waiting (ComarkDesk *desk, const ComarkId *review, char **sentence,
                          GError **error)
{
  g_autoptr (GPtrArray) waiting = comark_home_rows_list_beside (desk->sql, review, error);
  GString *names = g_string_new (NULL);
  const char *last = NULL;

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      ComarkRatingBeside *beside = g_ptr_array_index (waiting, i);

      if (g_strcmp0 (last, beside->criterion) != 0)
        g_string_append_printf (names, "%s%s", names->len ? ", " : "",
                                *beside->criterion ? beside->criterion : "the overall comment");
      last = beside->criterion;
    }
  *sentence = names->len > 0
                ? g_strdup_printf ("%s: two wordings of yours wait for you to choose one.",
                                   names->str)
                : NULL;
  g_string_free (names, TRUE);
  return waiting != NULL;
}
