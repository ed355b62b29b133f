/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a register at home. It has two people: the member, who alone can act in it, and the
 * owner, who is only named.
 */
#include "comark-desk-home-fill.h"

#include "comark-blobs.h"
#include "comark-contributor-rows.h"
#include "comark-desk-files.h"
#include "comark-desk-merge.h"
#include "comark-desk-panel.h"
#include "comark-desk-text.h"
#include "comark-document-kind.h"
#include "comark-document-rows.h"
#include "comark-evidence-rows.h"
#include "comark-framework-rows.h"
#include "comark-person-rows.h"
#include "comark-reader.h"
#include "comark-seat-rows.h"
#include "comark-setting-rows.h"
#include "comark-submission-rows.h"

typedef struct
{
  ComarkDesk desk; /* the member acts */
  ComarkPack *pack;
  ComarkReading *reading; /* its */
  GFile *file;
  ComarkPerson *member;
  ComarkId submission;
  gint64 pages; /* of its document */
} Filling;

static void
filling_clear (Filling *self)
{
  g_clear_object (&self->member);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

/* ---- files ---- */

static gboolean
keep_file (const char *hash, GBytes *bytes, gpointer data, GError **error)
{
  Filling *self = data;
  g_autofree char *kept = NULL;

  if (g_str_equal (hash, self->reading->framework_hash))
    return TRUE;
  if (self->pack->document != NULL && g_str_equal (hash, self->pack->document->hash)
      && comark_document_kind_can_show (comark_document_kind_of_bytes (bytes)))
    self->pages = MAX (comark_reader_count_pages (bytes, self->desk.cancellable, NULL), 0);
  kept = comark_desk_keep_bytes (&self->desk, bytes, error);
  return kept != NULL;
}

/* ---- people ---- */

static ComarkPerson *
person_of (const char *name, ComarkMemberKind kind, guint roles, gboolean active)
{
  ComarkPerson *person = comark_person_new ();

  person->id = comark_id_new ();
  person->name = g_strdup (name);
  person->email = g_strdup ("");
  person->kind = kind;
  person->roles = roles;
  person->active = active;
  person->access_needs = g_strdup ("");
  person->rev = 1;
  return person;
}

static gboolean
add_people (Filling *self, ComarkId *owner_id, GError **error)
{
  g_autoptr (ComarkPerson) owner
    = person_of (self->pack->owner_name, COMARK_KIND_NONE, COMARK_ROLE_OWNER, FALSE);

  *owner_id = owner->id;
  return comark_person_rows_insert (self->desk.sql, self->member, error)
         && comark_person_rows_insert (self->desk.sql, owner, error);
}

/* ---- the submission ---- */

static char *
copy_text (const char *text)
{
  return g_strdup (text ? text : "");
}

static gboolean
add_submission (Filling *self, const ComarkId *owner, GError **error)
{
  ComarkSubmission *from = self->pack->submission;
  g_autoptr (ComarkSubmission) to = comark_submission_new ();
  ComarkSql *sql = self->desk.sql;

  to->id = self->submission = comark_id_new ();
  to->ref = g_strdup (from->ref);
  to->title = copy_text (from->title);
  to->type = g_strdup (from->type);
  to->route = g_strdup (self->reading->route);
  to->level = copy_text (from->level);
  to->audience = copy_text (from->audience);
  to->summary = copy_text (from->summary);
  to->team = copy_text (from->team);
  to->review_day = g_strdup (from->review_day);
  to->affects_carers = from->affects_carers;
  to->owner = *owner;
  to->state = COMARK_STATE_IN_REVIEW;
  to->created_at = comark_desk_now_ms (&self->desk);
  return comark_framework_rows_active (sql, &to->framework, error)
         && comark_submission_rows_insert (sql, to, 1, error)
         && comark_submission_rows_set_round (sql, &to->id, self->reading->round, error);
}

static gboolean
add_document (Filling *self, GError **error)
{
  ComarkDocument *from = self->pack->document;
  g_autoptr (ComarkDocument) newest = NULL;
  g_autoptr (ComarkDocument) to = comark_document_new ();
  ComarkSql *sql = self->desk.sql;

  if (from == NULL)
    return TRUE;
  if (!comark_document_rows_newest (sql, &self->submission, &newest, error))
    return FALSE;
  if (newest != NULL && g_str_equal (newest->hash, from->hash))
    return TRUE;
  to->id = comark_id_new ();
  to->n = newest != NULL ? newest->n + 1 : 1;
  to->filename = comark_desk_tidy_filename (from->filename);
  to->mime = g_strdup (from->mime);
  to->hash = g_strdup (from->hash);
  to->size = from->size;
  to->pages = self->pages;
  to->added_at = comark_desk_now_ms (&self->desk);
  return comark_document_rows_insert (sql, &self->submission, to, &self->member->id, error)
         && comark_document_rows_freeze (sql, &self->submission, to->added_at, error);
}

/* ---- what was put in with it ---- */

static gboolean
is_same_item (ComarkEvidence *a, ComarkEvidence *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->hash, b->hash) == 0
         && g_strcmp0 (a->day, b->day) == 0
         && g_strcmp0 (a->description ? a->description : "",
                       b->description ? b->description : "") == 0;
}

static gboolean
add_item (Filling *self, GPtrArray *known, ComarkEvidence *from, GError **error)
{
  g_autoptr (ComarkEvidence) to = NULL;

  for (guint i = 0; i < known->len; i++)
    if (is_same_item (g_ptr_array_index (known, i), from))
      return TRUE;
  to = comark_evidence_new ();
  to->id = comark_id_new ();
  to->title = g_strdup (from->title);
  to->description = copy_text (from->description);
  to->day = g_strdup (from->day);
  to->filename = from->hash ? comark_desk_tidy_filename (from->filename) : NULL;
  to->mime = g_strdup (from->mime);
  to->hash = g_strdup (from->hash);
  to->size = from->size;
  to->criteria = g_strdupv (from->criteria);
  return comark_evidence_rows_insert (self->desk.sql, &self->submission, to,
                                      comark_desk_now_ms (&self->desk), error);
}

static gboolean
add_evidence (Filling *self, GError **error)
{
  g_autoptr (GPtrArray) known
    = comark_evidence_rows_list (self->desk.sql, &self->submission, error);

  for (guint i = 0; known != NULL && i < self->pack->evidence->len; i++)
    if (!add_item (self, known, g_ptr_array_index (self->pack->evidence, i), error))
      return FALSE;
  return known != NULL;
}

static gboolean
add_statement (Filling *self, ComarkOwnerStatement *from, GError **error)
{
  g_autoptr (ComarkOwnerStatement) known = NULL;
  ComarkSql *sql = self->desk.sql;

  if (!comark_evidence_rows_find_statement (sql, &self->submission, from->criterion, &known,
                                            error))
    return FALSE;
  if (known != NULL && g_strcmp0 (known->body, from->body) == 0)
    return TRUE;
  return comark_evidence_rows_put_statement (sql, &self->submission, from->criterion, from->body,
                                             known ? known->rev : 0,
                                             comark_desk_now_ms (&self->desk), error);
}

static gboolean
add_statements (Filling *self, GError **error)
{
  for (guint i = 0; i < self->pack->statements->len; i++)
    if (!add_statement (self, g_ptr_array_index (self->pack->statements, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_contributor (Filling *self, GPtrArray *known, ComarkContributor *from, GError **error)
{
  g_autoptr (ComarkContributor) to = NULL;

  for (guint i = 0; i < known->len; i++)
    {
      ComarkContributor *one = g_ptr_array_index (known, i);

      if (g_strcmp0 (one->name, from->name) == 0 && g_strcmp0 (one->part, from->part) == 0)
        return TRUE;
    }
  to = comark_contributor_new ();
  to->id = comark_id_new ();
  to->name = g_strdup (from->name);
  to->part = copy_text (from->part);
  to->lived_experience = from->lived_experience;
  return comark_contributor_rows_insert (self->desk.sql, &self->submission, to,
                                         comark_desk_now_ms (&self->desk), error);
}

static gboolean
add_contributors (Filling *self, GError **error)
{
  g_autoptr (GPtrArray) known
    = comark_contributor_rows_list (self->desk.sql, &self->submission, error);

  for (guint i = 0; known != NULL && i < self->pack->contributors->len; i++)
    if (!add_contributor (self, known, g_ptr_array_index (self->pack->contributors, i), error))
      return FALSE;
  return known != NULL;
}

/* The pack was made because they had answered about interests. */
static gboolean
seat_member (Filling *self, GError **error)
{
  ComarkSql *sql = self->desk.sql;
  const ComarkId *member = &self->member->id;
  const char *due_day = self->reading->due_day;
  gint64 now_ms = comark_desk_now_ms (&self->desk);

  return comark_seat_rows_invite (sql, &self->submission, member, due_day, member, now_ms, NULL,
                                  error)
         && comark_seat_rows_reply (sql, &self->submission, member, "accepted", error)
         && comark_submission_rows_set_due (sql, &self->submission, due_day, error)
         && comark_seat_rows_declare (sql, &self->submission, member, COMARK_INTEREST_NONE,
                                      COMARK_EFFECT_OPEN, "", member, now_ms, error);
}

static gboolean
add_contents (Filling *self, GError **error)
{
  return add_document (self, error) && add_evidence (self, error) && add_statements (self, error)
         && add_contributors (self, error) && seat_member (self, error);
}

/* ---- the draft ---- */

/* @base: the pack that was here before; NONE for none. */
static gboolean
add_draft (Filling *self, const ComarkId *base, GError **error)
{
  ComarkReading *reading = self->reading;
  ComarkMerge merge = { .theirs = reading->draft, .quotes = reading->quotes,
                        .source = reading->pack, .base = *base };

  if (reading->draft == NULL)
    return comark_desk_keep_common (&self->desk, &reading->pack, NULL, reading->quotes, error);
  return comark_desk_merge (&self->desk, self->pack->submission->ref, &merge, error)
         && (*reading->draft->place == '\0' || !comark_id_is_none (base)
             || comark_desk_save_place (&self->desk, self->pack->submission->ref,
                                        reading->draft->place, error));
}

static gboolean
set_id (Filling *self, const char *key, const ComarkId *id, GError **error)
{
  g_autofree char *text = comark_id_to_string (id);

  return comark_meta_set (self->desk.sql, key, text, error);
}

/* A new copy: what comes back from it begins with what this pack has. */
static gboolean
note_pack (Filling *self, GError **error)
{
  ComarkId copy = comark_id_new ();
  g_autofree char *made = g_strdup_printf ("%" G_GINT64_FORMAT, self->reading->made_at);

  return set_id (self, "home-pack", &self->reading->pack, error)
         && set_id (self, "home-copy", &copy, error)
         && set_id (self, "home-register", &self->reading->register_id, error)
         && comark_meta_set (self->desk.sql, "home-made", made, error);
}

/* ---- both ---- */

static gboolean
begin (Filling *self, ComarkDesk *desk, ComarkPack *pack, GFile *file, GError **error)
{
  self->desk = *desk;
  self->pack = pack;
  self->reading = pack->reading;
  self->file = file;
  self->member = person_of (pack->reading->member_name, pack->reading->kind, COMARK_ROLE_MEMBER,
                            TRUE);
  self->member->id = pack->reading->member;
  self->desk.who = self->member;
  return comark_pack_each_file (pack, file, keep_file, self, desk->cancellable, error);
}

static gboolean
fill_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Filling *self = data;
  ComarkId owner;

  /* Whether they have practised is asked where the pack came from. */
  return comark_setting_rows_put (desk->sql, "practice-first", "no", error)
         && add_people (self, &owner, error) && add_submission (self, &owner, error)
         && add_contents (self, error) && add_draft (self, &COMARK_ID_NONE, error)
         && note_pack (self, error);
}

gboolean
comark_desk_fill_home (ComarkDesk *desk, ComarkPack *pack, GFile *file, GError **error)
{
  g_auto (Filling) self = { .pages = 0 };

  return begin (&self, desk, pack, file, error)
         && comark_desk_write (&self.desk, "open-pack", fill_step, &self, error);
}

static gboolean
refresh_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Filling *self = data;
  ComarkHome home;

  return comark_desk_read_home (&self->desk, &home, error)
         && comark_submission_rows_id_of (self->desk.sql, self->pack->submission->ref,
                                          &self->submission, error)
         && add_contents (self, error) && add_draft (self, &home.pack, error)
         && note_pack (self, error);
}

static gboolean
is_newer (ComarkDesk *desk, ComarkPack *pack)
{
  g_autofree char *made = comark_meta_get (desk->sql, "home-made", NULL);

  return made == NULL || pack->reading->made_at > g_ascii_strtoll (made, NULL, 10);
}

gboolean
comark_desk_refresh_home (ComarkDesk *desk, ComarkPack *pack, GFile *file, GError **error)
{
  g_auto (Filling) self = { .pages = 0 };

  if (!is_newer (desk, pack))
    return TRUE;
  return begin (&self, desk, pack, file, error)
         && comark_desk_write (&self.desk, "open-pack", refresh_step, &self, error);
}
