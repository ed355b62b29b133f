/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a reading pack. It is filled from the dossier of its member and from nothing else, so
 * that it cannot hold what they may not see; of that dossier only what belongs to their own
 * reading goes in.
 */
#include "comark-desk-home.h"

#include "comark-blobs.h"
#include "comark-desk-merge.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"
#include "comark-home-rows.h"
#include "comark-pack.h"
#include "comark-person-rows.h"
#include "comark-setting-rows.h"
#include "comark-store.h"

typedef struct
{
  ComarkDesk *desk;
  const char *ref;
  ComarkPerson *member;
  ComarkId submission;
  ComarkId id; /* of the pack */
  gboolean own; /* the member makes it */
  ComarkPack *pack;
  ComarkFramework *framework;
} Packing;

/* ---- may they ---- */

/* Whether they have handed in a review is nobody else's business: who makes a pack for them is
 * asked as if they had not. */
static gboolean
check_member (Packing *self, GError **error)
{
  ComarkDesk member = *self->desk;
  ComarkStanding standing;
  g_autofree char *why = NULL;

  member.who = self->member;
  if (self->own)
    return comark_desk_allow (&member, &self->submission, COMARK_ACTION_RATE, error);
  if (!comark_desk_read_standing (&member, &self->submission, NULL, &standing, error))
    return FALSE;
  standing.own_review = COMARK_REVIEW_NONE;
  if (comark_access_check (&standing, COMARK_ACTION_RATE, &why))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "%s cannot take this home now. To them Comark says: “%s” Please ask "
                             "them to look at it once.",
                             self->member->name, why);
}

static gboolean
find_member (Packing *self, const ComarkId *person, GError **error)
{
  g_autoptr (GError) local = NULL;

  self->own = person == NULL || comark_id_equal (person, &self->desk->who->id);
  self->member = self->own ? g_object_ref (self->desk->who)
                           : comark_person_rows_find (self->desk->sql, person, &local);
  if (self->member != NULL)
    return TRUE;
  if (local == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "There is nobody with that id on the register.");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
may_take (Packing *self, const ComarkId *person, GError **error)
{
  if (!comark_desk_find_submission (self->desk, self->ref, &self->submission, error)
      || !find_member (self, person, error))
    return FALSE;
  return comark_desk_allow_about (self->desk, &self->submission, &self->member->id,
                                  COMARK_ACTION_TAKE_HOME, error)
         && check_member (self, error);
}

/* ---- filling it ---- */

static void
fill_submission (ComarkSubmission *to, ComarkSubmission *from)
{
  to->ref = g_strdup (from->ref);
  to->title = g_strdup (from->title);
  to->type = g_strdup (from->type);
  to->level = g_strdup (from->level);
  to->audience = g_strdup (from->audience);
  to->summary = g_strdup (from->summary);
  to->team = g_strdup (from->team);
  to->review_day = g_strdup (from->review_day);
  to->affects_carers = from->affects_carers;
}

static void
copy_refs (GPtrArray *to, GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_object_ref (g_ptr_array_index (from, i)));
}

/* As the page Document and evidence names them, and no more. */
static void
add_contributors (ComarkPack *pack, GPtrArray *contributors)
{
  for (guint i = 0; i < contributors->len; i++)
    {
      ComarkContributor *from = g_ptr_array_index (contributors, i);
      ComarkContributor *to = comark_contributor_new ();

      to->name = g_strdup (from->name);
      to->part = g_strdup (from->part);
      to->lived_experience = from->lived_experience;
      g_ptr_array_add (pack->contributors, to);
    }
}

static gboolean
is_in_pack (ComarkPack *pack, const char *hash)
{
  if (pack->document != NULL && g_strcmp0 (pack->document->hash, hash) == 0)
    return TRUE;
  for (guint i = 0; i < pack->evidence->len; i++)
    if (g_strcmp0 (((ComarkEvidence *) pack->evidence->pdata[i])->hash, hash) == 0)
      return TRUE;
  return FALSE;
}

static void
add_draft (Packing *self, ComarkDossier *dossier)
{
  ComarkReading *reading = self->pack->reading;

  if (!self->own || dossier->own_first == NULL)
    return;
  reading->draft = g_object_ref (dossier->own_first);
  for (guint i = 0; i < dossier->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (dossier->quotes, i);

      if (quote->own && is_in_pack (self->pack, quote->hash))
        g_ptr_array_add (reading->quotes, g_object_ref (quote));
    }
}

static char *
own_due_day (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);

      if (comark_id_equal (&seat->person, &dossier->viewer->id))
        return g_strdup (seat->due_day);
    }
  return NULL;
}

static gboolean
fill_reading (Packing *self, ComarkDossier *dossier, GError **error)
{
  GBytes *source = comark_framework_get_source (dossier->framework);
  g_autofree char *id = comark_meta_get (self->desk->sql, "register", error);
  ComarkReading *reading = comark_reading_new ();

  self->pack->reading = reading;
  if (id == NULL || !comark_id_from_string (id, &reading->register_id))
    return FALSE;
  reading->pack = self->id;
  reading->made_at = comark_desk_now_ms (self->desk);
  reading->organisation = comark_setting_rows_find (self->desk->sql, "organisation", error);
  reading->purpose = self->desk->purpose;
  reading->round = dossier->submission->round;
  reading->route = g_strdup (dossier->submission->route);
  reading->due_day = own_due_day (dossier);
  reading->member = self->member->id;
  reading->member_name = g_strdup (self->member->name);
  reading->kind = self->member->kind;
  reading->framework_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  reading->framework_size = (gint64) g_bytes_get_size (source);
  add_draft (self, dossier);
  return reading->organisation != NULL;
}

static gboolean
fill_pack (Packing *self, GError **error)
{
  ComarkDesk member = *self->desk;
  g_autoptr (ComarkDossier) dossier = NULL;
  ComarkPack *pack = self->pack = comark_pack_new ();
  ComarkDocument *document;

  member.who = self->member;
  dossier = comark_desk_open_dossier (&member, self->ref, error);
  if (dossier == NULL)
    return FALSE;
  self->framework = g_object_ref (dossier->framework);
  document = comark_dossier_document (dossier);
  pack->framework = g_strdup (comark_framework_get_id (dossier->framework));
  pack->framework_version = g_strdup (comark_framework_get_version (dossier->framework));
  pack->owner_name = g_strdup (dossier->submission->owner_name);
  pack->owner_email = g_strdup ("");
  fill_submission (pack->submission, dossier->submission);
  pack->document = document ? g_object_ref (document) : NULL;
  copy_refs (pack->evidence, dossier->evidence);
  copy_refs (pack->statements, dossier->statements);
  add_contributors (pack, dossier->contributors);
  return fill_reading (self, dossier, error);
}

/* ---- writing it ---- */

static gboolean
note_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Packing *self = data;
  ComarkReading *reading = self->pack->reading;
  const ComarkHomePack row = { reading->pack, self->submission, self->member->id, reading->round,
                               desk->who->id, comark_desk_now_ms (desk) };

  return comark_home_rows_add_pack (desk->sql, &row, error)
         && comark_desk_keep_common (desk, &reading->pack, reading->draft, reading->quotes, error)
         && comark_desk_log (desk, "take-home", &self->submission, &self->member->id, "submission",
                             NULL, error);
}

static GBytes *
bytes_of (const char *hash, gpointer data, GError **error)
{
  Packing *self = data;

  if (g_str_equal (hash, self->pack->reading->framework_hash))
    return g_bytes_ref (comark_framework_get_source (self->framework));
  return comark_blobs_read (self->desk->sql, hash, error);
}

static gboolean
fill_step (ComarkDesk *desk, gpointer data, GError **error)
{
  return fill_pack (data, error);
}

static gboolean
prepare_step (ComarkDesk *desk, gpointer data, GError **error)
{
  return fill_pack (data, error) && note_step (desk, data, error);
}

static void
packing_clear (Packing *self)
{
  g_clear_object (&self->member);
  g_clear_object (&self->framework);
  g_clear_pointer (&self->pack, comark_pack_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Packing, packing_clear)

/* The draft that goes into the pack and what is kept as common are read in one transaction. A pack
 * that could not be written then is one that nobody has: no harm. */
gboolean
comark_desk_take_home (ComarkDesk *desk, const char *ref, const ComarkId *person, GFile *file,
                       GError **error)
{
  g_auto (Packing) self = { .desk = desk, .ref = ref, .id = comark_desk_row_id (desk) };

  if (!may_take (&self, person, error)
      || !comark_desk_write (desk, "take-home", prepare_step, &self, error))
    return FALSE;
  /* A retry of what was noted already fills no pack. */
  return (self.pack != NULL || comark_desk_read (desk, fill_step, &self, error))
         && comark_pack_write (self.pack, file, bytes_of, &self, error);
}
