/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a file: out, and back in by merging. What the register has is never overwritten:
 * where both have an answer and they differ, the register's stays and the file's is written
 * below it, for the member to choose.
 */
#include "comark-desk-exchange.h"

#include "comark-desk-cover-file.h"
#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-desk-quotes.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-dossier.h"
#include "comark-review-file.h"
#include "comark-review-rows.h"
#include "comark-submission-rows.h"

/* ---- out ---- */

static ComarkReview *
wanted_review (ComarkDossier *dossier, const ComarkId *person)
{
  if (person == NULL || comark_id_equal (person, &dossier->viewer->id))
    return dossier->own_final ? dossier->own_final : dossier->own_first;
  for (guint i = dossier->reviews->len; i-- > 0;)
    {
      ComarkReview *review = g_ptr_array_index (dossier->reviews, i);
      if (comark_id_equal (&review->person, person))
        return review;
    }
  return NULL;
}

static void
add_quotes (ComarkReviewFile *out, ComarkDossier *dossier, ComarkReview *review)
{
  for (guint i = 0; i < dossier->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (dossier->quotes, i);

      if (comark_id_equal (&quote->person, &review->person))
        g_ptr_array_add (out->quotes, g_object_ref (quote));
    }
}

gboolean
comark_desk_export_review (ComarkDesk *desk, const char *ref, const ComarkId *person, GFile *file,
                           GError **error)
{
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, ref, error);
  g_autoptr (ComarkReviewFile) out = NULL;
  ComarkReview *review;
  ComarkDocument *document;

  if (dossier == NULL)
    return FALSE;
  review = wanted_review (dossier, person);
  if (review == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "There is no review here for you to save yet.");
  out = comark_review_file_new ();
  g_set_object (&out->review, review);
  out->submission_ref = g_strdup (ref);
  out->framework = g_strdup (comark_framework_get_id (dossier->framework));
  out->framework_version = g_strdup (comark_framework_get_version (dossier->framework));
  document = comark_dossier_document (dossier);
  out->document_hash = g_strdup (document ? document->hash : NULL);
  out->member_email = g_strdup (review->person_name == dossier->viewer->name
                                  ? dossier->viewer->email : "");
  add_quotes (out, dossier, review);
  return comark_review_file_write (out, file, error);
}

/* ---- in ---- */

typedef struct
{
  ComarkReviewFile *file;
  ComarkPerson *member;
  ComarkDesk *bringer;  /* who brings the file: the member, or an administrator */
  ComarkId submission;
  ComarkReview *stored; /* their draft; NULL for none */
  guint n_taken;
  guint n_beside; /* written below the register's own */
  guint n_quotes_left; /* from files that are not here */
  guint n_covers_kept; /* of evidence items of which the file says something else */
  guint n_covers_left; /* of items that are not here */
  gboolean submitted;
} Merge;

static gboolean
same_answer (ComarkRating *a, ComarkRating *b)
{
  return a->value == b->value && g_strcmp0 (a->reason, b->reason) == 0;
}

/* Both texts, so that nothing is lost; the answer is left to the member. */
static char *
reason_with_both (ComarkRating *ours, ComarkRating *theirs)
{
  g_autofree char *value = comark_value_to_text (theirs->value);
  g_autofree char *added
    = g_strdup_printf ("[From the review file: rating %s] %s", *value ? value : "–",
                       theirs->reason);

  if (strstr (ours->reason, added))
    return g_strdup (ours->reason);
  return *ours->reason ? g_strconcat (ours->reason, "\n\n", added, NULL)
                       : g_steal_pointer (&added);
}

static gboolean
merge_rating (ComarkDesk *desk, Merge *merge, ComarkRating *theirs, GError **error)
{
  const char *ref = merge->file->submission_ref;
  ComarkRating *ours = merge->stored ? comark_dossier_rating (merge->stored, theirs->criterion)
                                     : NULL;
  g_autofree char *both = NULL;

  if (ours && same_answer (ours, theirs))
    return TRUE;
  if (ours == NULL || (ours->value == COMARK_VALUE_NONE && *ours->reason == '\0'))
    {
      merge->n_taken++;
      return comark_desk_save_rating (desk, ref, theirs->criterion, theirs->value, theirs->reason,
                                      theirs->strength, ours ? ours->rev : 0, NULL, NULL, error);
    }
  both = reason_with_both (ours, theirs);
  merge->n_beside++;
  return comark_desk_save_rating (desk, ref, theirs->criterion, ours->value, both, ours->strength,
                                  ours->rev, NULL, NULL, error);
}

static gboolean
merge_body (ComarkDesk *desk, Merge *merge, GError **error)
{
  const char *theirs = merge->file->review->body;
  const char *ours = merge->stored ? merge->stored->body : "";
  g_autofree char *both = NULL;

  if (*theirs == '\0' || strstr (ours, theirs))
    return TRUE;
  both = *ours ? g_strconcat (ours, "\n\n", theirs, NULL) : g_strdup (theirs);
  return comark_desk_save_review_body (desk, merge->file->submission_ref, both,
                                       merge->stored ? merge->stored->rev : 0, NULL, error);
}

/* Those that are here already stay the same quotes. */
static gboolean
merge_quote (ComarkDesk *desk, Merge *merge, ComarkQuote *quote, GError **error)
{
  const ComarkQuoteForm form = { quote->criterion, quote->hash,   quote->page,   quote->start,
                                 quote->exact,     quote->prefix, quote->suffix, quote->note };
  gboolean belongs;

  if (!comark_document_rows_has_file (desk->sql, &merge->submission, quote->hash, &belongs,
                                      error))
    return FALSE;
  merge->n_quotes_left += !belongs;
  return !belongs
         || comark_desk_add_quote (desk, merge->file->submission_ref, &form, NULL, error);
}

static gboolean
merge_quotes (ComarkDesk *desk, Merge *merge, GError **error)
{
  for (guint i = 0; i < merge->file->quotes->len; i++)
    if (!merge_quote (desk, merge, g_ptr_array_index (merge->file->quotes, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
submit_if_complete (ComarkDesk *desk, Merge *merge, GError **error)
{
  g_auto (GStrv) missing = NULL;

  if (!merge->file->review->submitted || merge->n_beside > 0)
    return TRUE;
  missing = comark_desk_missing_to_rate (desk, merge->file->submission_ref, error);
  if (missing == NULL)
    return FALSE;
  merge->submitted = *missing == NULL;
  return *missing != NULL || comark_desk_submit_review (desk, merge->file->submission_ref, error);
}

static gboolean
merge_all (ComarkDesk *desk, gpointer data, GError **error)
{
  Merge *merge = data;

  for (guint i = 0; i < merge->file->review->ratings->len; i++)
    if (!merge_rating (desk, merge, g_ptr_array_index (merge->file->review->ratings, i), error))
      return FALSE;
  return merge_body (desk, merge, error) && merge_quotes (desk, merge, error)
         && comark_desk_merge_covers (desk, merge->file->submission_ref, &merge->submission,
                                      merge->file->review->covers, merge->stored,
                                      &merge->n_covers_kept, &merge->n_covers_left, error)
         && submit_if_complete (desk, merge, error)
         && comark_desk_log (merge->bringer, "import-review", &merge->submission, NULL, "ratings",
                             NULL, error);
}

static gboolean
find_stored (ComarkDesk *desk, Merge *merge, GError **error)
{
  gint64 round;

  if (!comark_submission_rows_get_round (desk->sql, &merge->submission, &round, error)
      || !comark_review_rows_find (desk->sql, &merge->submission, &merge->member->id, round,
                                   COMARK_STAGE_FIRST, &merge->stored, error))
    return FALSE;
  if (merge->stored == NULL || !merge->stored->submitted)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "%s has handed in this review already, and a review that is handed "
                             "in does not change. If that was a slip, ask a co-chair to reopen it.",
                             merge->member->name);
}

/* The file's member rates, whoever brings the file: only they or an administrator may. */
static gboolean
import_as_member (ComarkDesk *desk, Merge *merge, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;
  ComarkDesk member = *desk;
  gboolean done;

  member.who = merge->member;
  if (!comark_desk_find_submission (desk, merge->file->submission_ref, &merge->submission, error)
      || (framework = comark_desk_framework_of (desk, &merge->submission, error)) == NULL
      || !comark_review_file_check (merge->file, framework, error)
      || !find_stored (desk, merge, error))
    return FALSE;
  done = comark_desk_write (&member, "import-review", merge_all, merge, error);
  desk->op = member.op;
  return done;
}

static ComarkPerson *
find_member (ComarkDesk *desk, ComarkReviewFile *file, GError **error)
{
  g_autoptr (ComarkPerson) member
    = comark_desk_find_person (desk, *file->member_email ? file->member_email
                                                         : file->review->person_name, error);

  if (member && !comark_id_equal (&member->id, &desk->who->id)
      && !(desk->who->roles & COMARK_ROLE_ADMINISTRATOR))
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                          "This review is somebody else’s. They can bring it in themselves, or an "
                          "administrator can.");
      return NULL;
    }
  return g_steal_pointer (&member);
}

static char *
summarise (Merge *merge)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Took in %u ratings of %s.", merge->n_taken, merge->member->name);
  if (merge->n_beside > 0)
    g_string_append_printf (text, " On %u criteria the register has another answer: it stays, and "
                                  "the file’s is written below the reason.", merge->n_beside);
  if (merge->n_quotes_left > 0)
    g_string_append_printf (text, " %u quotes are from a file that is not here; they were left "
                                  "out.", merge->n_quotes_left);
  if (merge->n_covers_kept > 0)
    g_string_append_printf (text, " Of %u evidence items the register says something else: that "
                                  "stays.", merge->n_covers_kept);
  if (merge->n_covers_left > 0)
    g_string_append_printf (text, " %u evidence items of the file are not here.",
                            merge->n_covers_left);
  if (merge->submitted)
    g_string_append (text, " The review is handed in.");
  return g_string_free (text, FALSE);
}

gboolean
comark_desk_import_review (ComarkDesk *desk, GFile *path, char **summary, GError **error)
{
  g_autoptr (ComarkReviewFile) file = comark_review_file_read (path, error);
  g_autoptr (ComarkPerson) member = file ? find_member (desk, file, error) : NULL;
  Merge merge = { .file = file, .member = member, .bringer = desk };
  gboolean done = member != NULL && import_as_member (desk, &merge, error);

  if (done && summary)
    *summary = summarise (&merge);
  g_clear_object (&merge.stored);
  return done;
}
