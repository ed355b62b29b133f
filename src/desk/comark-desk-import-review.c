/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review file, in: checked whole, then merged field by field into its member's draft. Nothing
 * that stands there is overwritten, and a file that comes late or twice changes nothing.
 */
#include "comark-desk-exchange.h"

#include "comark-desk-merge.h"
#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-home-rows.h"
#include "comark-person-rows.h"
#include "comark-review-file.h"
#include "comark-review-rows.h"
#include "comark-store.h"
#include "comark-submission-rows.h"

typedef struct
{
  ComarkReviewFile *file;
  ComarkPerson *member;
  ComarkDesk *bringer; /* who brings the file: the member, or an administrator */
  ComarkId submission;
  ComarkMerge merge;
  gboolean is_older_document; /* it was made from a version before the newest */
  gboolean submitted;
  const char *nothing; /* why it changes nothing; NULL where it does */
} Import;

/* ---- whose it is ---- */

static ComarkPerson *
person_with_id (ComarkDesk *desk, ComarkReviewFile *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  ComarkPerson *person = comark_person_rows_find (desk->sql, &file->review->person, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (person == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                        "The review is by %s, who is not on this register.",
                        file->review->person_name);
  return person;
}

static ComarkPerson *
find_member (ComarkDesk *desk, ComarkReviewFile *file, GError **error)
{
  const char *text = *file->member_email ? file->member_email : file->review->person_name;
  g_autoptr (ComarkPerson) member = comark_id_is_none (&file->review->person)
                                      ? comark_desk_find_person (desk, text, error)
                                      : person_with_id (desk, file, error);

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

/* ---- where it belongs ---- */

static gboolean
check_register (ComarkDesk *desk, Import *self, GError **error)
{
  g_autofree char *text = comark_meta_get (desk->sql, "register", NULL);
  ComarkId id = COMARK_ID_NONE;

  comark_id_from_string (text ? text : "", &id);
  if (comark_id_is_none (&self->file->register_id)
      || comark_id_equal (&self->file->register_id, &id))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "This review belongs to another register, where its submission is "
                             "called %s. Open that register, and import it there.",
                             self->file->submission_ref);
}

static gboolean
check_round (ComarkDesk *desk, Import *self, GError **error)
{
  gint64 round;

  if (!comark_submission_rows_get_round (desk->sql, &self->submission, &round, error))
    return FALSE;
  if (self->file->review->round == 0 || self->file->review->round == round)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "This review was written for round %d, and %s is in round %d now. "
                             "Nothing was taken in; the file keeps what was written.",
                             (int) self->file->review->round, self->file->submission_ref,
                             (int) round);
}

static gboolean
check_pack (ComarkDesk *desk, Import *self, GError **error)
{
  ComarkHomePack pack;
  gboolean found;

  if (comark_id_is_none (&self->file->pack))
    return TRUE;
  if (!comark_home_rows_find_pack (desk->sql, &self->file->pack, &pack, &found, error))
    return FALSE;
  if (!found)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "This review comes from a reading pack that was not made here. Was "
                               "the register restored from an older backup? Then import a review "
                               "that was exported without a pack.");
  if (comark_id_equal (&pack.submission, &self->submission)
      && comark_id_equal (&pack.person, &self->member->id))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The reading pack of this review was made for somebody else, or for "
                             "another submission. Nothing was taken in.");
}

/* A version that was never put in here is another document; an older one is said so. */
static gboolean
check_document (ComarkDesk *desk, Import *self, GError **error)
{
  const char *hash = self->file->document_hash;
  g_autoptr (GPtrArray) documents
    = comark_document_rows_list (desk->sql, &self->submission, error);

  if (documents == NULL || hash == NULL)
    return documents != NULL;
  for (guint i = 0; i < documents->len; i++)
    if (g_strcmp0 (((ComarkDocument *) documents->pdata[i])->hash, hash) == 0)
      {
        self->is_older_document = i + 1 < documents->len;
        return TRUE;
      }
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "This review was made from a document that is no version of %s. "
                             "Nothing was taken in.", self->file->submission_ref);
}

/* ---- whether it comes late ---- */

static gboolean
look_whether_late (ComarkDesk *desk, Import *self, GError **error)
{
  gboolean has;
  gint64 n;

  if (!comark_home_rows_has_file (desk->sql, &self->submission, &self->member->id,
                                  self->file->hash, &has, error)
      || !comark_home_rows_get_copy (desk->sql, &self->file->copy, &n, error))
    return FALSE;
  if (has)
    self->nothing = "This very file was taken in before. Nothing has changed.";
  else if (n > 0 && self->file->n <= n)
    self->nothing = "A later file from the same copy was taken in before. Nothing has changed.";
  return TRUE;
}

static gboolean
check_not_submitted (ComarkDesk *desk, Import *self, GError **error)
{
  g_autoptr (ComarkReview) stored = NULL;
  gint64 round;

  if (!comark_submission_rows_get_round (desk->sql, &self->submission, &round, error)
      || !comark_review_rows_find (desk->sql, &self->submission, &self->member->id, round,
                                   COMARK_STAGE_FIRST, &stored, error))
    return FALSE;
  if (stored == NULL || !stored->submitted)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "%s has handed in this review already, and a review that is handed "
                             "in does not change. If that was a slip, ask a co-chair to reopen it.",
                             self->member->name);
}

static gboolean
check (ComarkDesk *desk, Import *self, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;

  return check_register (desk, self, error)
         && comark_desk_find_submission (desk, self->file->submission_ref, &self->submission,
                                         error)
         && (framework = comark_desk_framework_of (desk, &self->submission, error)) != NULL
         && comark_review_file_check (self->file, framework, error)
         && check_round (desk, self, error) && check_pack (desk, self, error)
         && check_document (desk, self, error) && look_whether_late (desk, self, error);
}

/* ---- taking it in ---- */

/* What its copy and the register last had in common: what came back last, else what was packed. A
 * file without a pack has no beginning that is known: each of its answers is a change. */
static gboolean
choose_base (ComarkDesk *desk, Import *self, GError **error)
{
  ComarkReviewFile *file = self->file;
  gint64 n;

  self->merge.theirs = file->review;
  self->merge.quotes = file->quotes;
  self->merge.source = comark_id_is_none (&file->copy) ? comark_id_new () : file->copy;
  if (!comark_home_rows_get_copy (desk->sql, &file->copy, &n, error))
    return FALSE;
  self->merge.base = n > 0 ? file->copy : file->pack;
  return TRUE;
}

static gboolean
note (ComarkDesk *desk, Import *self, GError **error)
{
  ComarkReviewFile *file = self->file;
  gint64 now_ms = comark_desk_now_ms (desk);
  gboolean is_new;

  return comark_home_rows_note_file (desk->sql, &self->submission, &self->member->id, file->hash,
                                     now_ms, &is_new, error)
         && (comark_id_is_none (&file->copy)
             || comark_home_rows_put_copy (desk->sql, &file->copy, &file->pack, file->n, now_ms,
                                           error))
         && comark_desk_log (self->bringer, "import-review", &self->submission, &self->member->id,
                             "ratings", NULL, error);
}

static gboolean
submit_if_complete (ComarkDesk *desk, Import *self, GError **error)
{
  g_auto (GStrv) missing = NULL;

  if (!self->file->review->submitted || self->merge.n_beside > 0 || self->is_older_document)
    return TRUE;
  missing = comark_desk_missing_to_rate (desk, self->file->submission_ref, error);
  if (missing == NULL)
    return FALSE;
  self->submitted = *missing == NULL;
  return *missing != NULL || comark_desk_submit_review (desk, self->file->submission_ref, error);
}

/* As the member, whoever brings it. A file without answers of its own is taken in as well: its
 * member may have taken all of them back. */
static gboolean
import_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Import *self = data;

  return check_not_submitted (desk, self, error) && choose_base (desk, self, error)
         && comark_desk_merge (desk, self->file->submission_ref, &self->merge, error)
         && note (desk, self, error) && submit_if_complete (desk, self, error);
}

static gboolean
import (ComarkDesk *desk, Import *self, GError **error)
{
  ComarkDesk member = *desk;
  gboolean done;

  if (!check (desk, self, error))
    return FALSE;
  if (self->nothing != NULL)
    return TRUE;
  if (!comark_desk_allow_about (desk, &self->submission, &self->member->id,
                                COMARK_ACTION_IMPORT_REVIEW, error))
    return FALSE;
  member.who = self->member;
  done = comark_desk_write (&member, "import-review", import_step, self, error);
  desk->op = member.op;
  return done;
}

/* ---- what to say ---- */

static char *
count (guint n, const char *one, const char *many)
{
  return n == 1 ? g_strdup (one) : g_strdup_printf ("%u %s", n, many);
}

static char *
summarise (Import *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *ratings = count (self->merge.n_taken, "One rating", "ratings");
  g_autofree char *beside = count (self->merge.n_beside, "one criterion", "criteria");

  if (self->nothing != NULL)
    return g_strdup (self->nothing);
  g_string_append_printf (text, "%s of %s taken in.", ratings, self->member->name);
  if (self->merge.n_beside > 0)
    g_string_append_printf (text, " On %s it was changed here as well: both wordings are kept, "
                                  "and %s chooses in My review.", beside, self->member->name);
  if (self->is_older_document)
    g_string_append (text, " It was made from an earlier version of the document, so it stays a "
                           "draft: please look at what has changed since.");
  if (self->merge.n_quotes_left > 0)
    g_string_append_printf (text, " %u quotes are from a file that is not here; they were left "
                                  "out.", self->merge.n_quotes_left);
  if (self->merge.n_covers_kept > 0)
    g_string_append_printf (text, " Of %u evidence items the register says something else: that "
                                  "stays.", self->merge.n_covers_kept);
  if (self->merge.n_covers_left > 0)
    g_string_append_printf (text, " %u evidence items of the file are not here.",
                            self->merge.n_covers_left);
  if (self->submitted)
    g_string_append (text, " The review is handed in.");
  return g_string_free (text, FALSE);
}

gboolean
comark_desk_import_review (ComarkDesk *desk, GFile *path, char **summary, GError **error)
{
  g_autoptr (ComarkReviewFile) file = comark_review_file_read (path, error);
  g_autoptr (ComarkPerson) member = file ? find_member (desk, file, error) : NULL;
  Import self = { .file = file, .member = member, .bringer = desk };
  gboolean done = member != NULL && import (desk, &self, error);

  if (done && summary)
    *summary = summarise (&self);
  return done;
}
