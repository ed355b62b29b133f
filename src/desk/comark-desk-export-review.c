/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a file, out.
 */
#include "comark-desk-exchange.h"

#include "comark-desk-home.h"
#include "comark-desk-panel.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"
#include "comark-review-file.h"
#include "comark-store.h"

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

/* Records are not changed: one like it, that says whether it shall be handed in. */
static ComarkReview *
review_to_send (ComarkReview *review, gboolean hand_in)
{
  ComarkReview *sent = comark_review_new ();

  sent->person = review->person;
  sent->person_name = g_strdup (review->person_name);
  sent->stage = review->stage;
  sent->round = review->round;
  sent->submitted = review->submitted || hand_in;
  sent->body = g_strdup (review->body);
  for (guint i = 0; i < review->ratings->len; i++)
    g_ptr_array_add (sent->ratings, g_object_ref (g_ptr_array_index (review->ratings, i)));
  for (guint i = 0; i < review->recorded->len; i++)
    g_ptr_array_add (sent->recorded, g_object_ref (g_ptr_array_index (review->recorded, i)));
  for (guint i = 0; i < review->covers->len; i++)
    g_ptr_array_add (sent->covers, g_object_ref (g_ptr_array_index (review->covers, i)));
  return sent;
}

static ComarkReviewFile *
file_of (ComarkDossier *dossier, ComarkReview *review, gboolean hand_in)
{
  ComarkReviewFile *out = comark_review_file_new ();
  ComarkDocument *document = comark_dossier_document (dossier);
  gboolean own = comark_id_equal (&review->person, &dossier->viewer->id);

  g_object_unref (out->review);
  out->review = review_to_send (review, hand_in);
  out->submission_ref = g_strdup (dossier->submission->ref);
  out->framework = g_strdup (comark_framework_get_id (dossier->framework));
  out->framework_version = g_strdup (comark_framework_get_version (dossier->framework));
  out->document_hash = g_strdup (document ? document->hash : NULL);
  out->member_email = g_strdup (own ? dossier->viewer->email : "");
  add_quotes (out, dossier, review);
  return out;
}

static gboolean
next_number (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkHome *home = data;
  g_autofree char *text = NULL;

  if (!comark_desk_read_home (desk, home, error))
    return FALSE;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, ++home->n_sent);
  return comark_meta_set (desk->sql, "home-sent", text, error);
}

/* Which register it belongs to; and from a copy at home, which copy and how often it was sent. */
static gboolean
fill_origin (ComarkDesk *desk, ComarkReviewFile *out, GError **error)
{
  ComarkHome home = { .n_sent = 0 };
  gboolean at_home;
  g_autofree char *id = NULL;

  if (!comark_desk_is_at_home (desk, &at_home, error))
    return FALSE;
  if (!at_home)
    {
      id = comark_meta_get (desk->sql, "register", NULL);
      comark_id_from_string (id ? id : "", &out->register_id);
      return TRUE;
    }
  if (!comark_desk_write (desk, "send-home-review", next_number, &home, error))
    return FALSE;
  out->register_id = home.register_id;
  out->pack = home.pack;
  out->copy = home.copy;
  out->n = home.n_sent;
  return TRUE;
}

gboolean
comark_desk_export_review (ComarkDesk *desk, const char *ref, const ComarkId *person, GFile *file,
                           GError **error)
{
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, ref, error);
  g_autoptr (ComarkReviewFile) out = NULL;
  ComarkReview *review;

  if (dossier == NULL)
    return FALSE;
  review = wanted_review (dossier, person);
  if (review == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "There is no review here for you to save yet.");
  out = file_of (dossier, review, FALSE);
  return fill_origin (desk, out, error) && comark_review_file_write (out, file, error);
}

/* What the panel would refuse is said here, where it can still be mended. */
static gboolean
check_whole (ComarkDesk *desk, const char *ref, GError **error)
{
  g_auto (GStrv) missing = comark_desk_missing_to_rate (desk, ref, error);
  g_autofree char *list = missing ? g_strjoinv ("\n", missing) : NULL;

  if (missing == NULL || *missing == NULL)
    return missing != NULL;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "Everything you have written is kept. Still missing:\n%s", list);
}

gboolean
comark_desk_send_home_review (ComarkDesk *desk, const char *ref, gboolean hand_in, GFile *file,
                              GError **error)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (ComarkReviewFile) out = NULL;
  ComarkHome home;

  if (!comark_desk_read_home (desk, &home, error)
      || (hand_in && !check_whole (desk, ref, error))
      || (dossier = comark_desk_open_dossier (desk, ref, error)) == NULL)
    return FALSE;
  if (dossier->own_first == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "There is nothing to send back yet: no criterion is rated.");
  out = file_of (dossier, dossier->own_first, hand_in);
  return fill_origin (desk, out, error) && comark_review_file_write (out, file, error);
}
