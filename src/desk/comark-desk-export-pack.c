/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a submission as a pack: what its owner put in, and nothing of what the panel did.
 */
#include "comark-desk-exchange.h"

#include "comark-blobs.h"
#include "comark-desk-standing.h"
#include "comark-dossier.h"
#include "comark-pack.h"
#include "comark-person-rows.h"

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

static ComarkPack *
pack_of (ComarkDossier *dossier, ComarkPerson *owner)
{
  ComarkPack *pack = comark_pack_new ();
  ComarkDocument *document = comark_dossier_document (dossier);

  pack->framework = g_strdup (comark_framework_get_id (dossier->framework));
  pack->framework_version = g_strdup (comark_framework_get_version (dossier->framework));
  pack->owner_name = g_strdup (dossier->submission->owner_name);
  pack->owner_email = g_strdup (owner ? owner->email : "");
  fill_submission (pack->submission, dossier->submission);
  pack->document = document ? g_object_ref (document) : NULL;
  copy_refs (pack->evidence, dossier->evidence);
  copy_refs (pack->statements, dossier->statements);
  copy_refs (pack->contributors, dossier->contributors);
  return pack;
}

static GBytes *
bytes_of (const char *hash, gpointer data, GError **error)
{
  ComarkDesk *desk = data;

  return comark_blobs_read (desk->sql, hash, error);
}

static gboolean
note_export (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_log (desk, "export-pack", data, data, "submission", NULL, error);
}

gboolean
comark_desk_export_pack (ComarkDesk *desk, const char *ref, GFile *file, GError **error)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (ComarkPerson) owner = NULL;
  g_autoptr (ComarkPack) pack = NULL;
  ComarkId id;

  if (!comark_desk_find_for (desk, ref, COMARK_ACTION_EXPORT_PACK, &id, error)
      || (dossier = comark_desk_open_dossier (desk, ref, error)) == NULL)
    return FALSE;
  owner = comark_person_rows_find (desk->sql, &dossier->submission->owner, NULL);
  pack = pack_of (dossier, owner);
  return comark_pack_write (pack, file, bytes_of, desk, error)
         && comark_desk_write (desk, "export-pack", note_export, &id, error);
}
