/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking in a submission pack. All of it is checked first; then the files are stored under their
 * hashes; then one transaction makes the submission by the same acts that its owner would use.
 * When that fails, nothing names the files and they are collected again.
 */
#include "comark-desk-exchange.h"

#include "comark-blobs.h"
#include "comark-desk-files.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-desk-text.h"
#include "comark-pack.h"
#include "comark-person-rows.h"

/* ---- looking ---- */

static ComarkPack *
read_pack (ComarkDesk *desk, GFile *file, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_ADD_SUBMISSION, error))
    return NULL;
  framework = comark_desk_active_framework (desk, error);
  return framework ? comark_pack_read (file, framework, desk->cancellable, error) : NULL;
}

gboolean
comark_desk_check_pack (ComarkDesk *desk, GFile *file, char **summary, GError **error)
{
  g_autoptr (ComarkPack) pack = read_pack (desk, file, error);

  if (pack == NULL)
    return FALSE;
  *summary = g_strdup_printf (
    "“%s”, put forward by %s. %s It has %u statements, %u evidence items and %u people who took "
    "part. Nothing is wrong with it.",
    pack->submission->title, pack->owner_name,
    pack->document ? "The document is in it." : "There is no document in it.",
    pack->statements->len, pack->evidence->len, pack->contributors->len);
  return TRUE;
}

/* ---- storing ---- */

typedef struct
{
  ComarkPack *pack;
  char *ref; /* answer */
} Import;

static gboolean
keep_file (const char *hash, GBytes *bytes, gpointer data, GError **error)
{
  g_autofree char *kept = comark_desk_keep_bytes (data, bytes, error);

  return kept != NULL;
}

static ComarkPerson *
known_owner (ComarkDesk *desk, ComarkPack *pack, GError **error)
{
  const char *text = *pack->owner_email ? pack->owner_email : pack->owner_name;
  g_autoptr (GPtrArray) people = comark_person_rows_named (desk->sql, text, error);

  for (guint i = 0; people && i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);
      if (person->active && (person->roles & COMARK_ROLE_OWNER))
        return g_object_ref (person);
    }
  return NULL;
}

static ComarkPerson *
find_or_add_owner (ComarkDesk *desk, ComarkPack *pack, GError **error)
{
  GError *local = NULL;
  ComarkPerson *owner = known_owner (desk, pack, &local);
  ComarkPersonForm form = {
    .name = pack->owner_name, .email = pack->owner_email, .roles = COMARK_ROLE_OWNER,
    .active = TRUE, .access_needs = "",
  };

  if (local != NULL)
    g_propagate_error (error, local);
  else if (owner == NULL)
    owner = comark_desk_save_person (desk, &form, error);
  return owner;
}

static gboolean
add_details (ComarkDesk *desk, Import *import, GError **error)
{
  ComarkSubmission *from = import->pack->submission;
  ComarkSubmissionForm form = {
    .title = from->title, .type = from->type, .level = from->level, .audience = from->audience,
    .summary = from->summary, .team = from->team, .review_day = from->review_day,
    .affects_carers = from->affects_carers,
  };
  g_autoptr (ComarkPerson) owner = find_or_add_owner (desk, import->pack, error);

  if (owner != NULL)
    import->ref = comark_desk_new_submission (desk, &owner->id, &form, error);
  return import->ref != NULL;
}

static gboolean
add_document (ComarkDesk *desk, Import *import, GError **error)
{
  ComarkDocument *document = import->pack->document;
  g_autoptr (GBytes) bytes = NULL;

  if (document == NULL)
    return TRUE;
  bytes = comark_blobs_read (desk->sql, document->hash, error);
  return bytes
         && comark_desk_set_document (desk, import->ref, bytes, document->filename, error);
}

static gboolean
add_evidence (ComarkDesk *desk, Import *import, GError **error)
{
  for (guint i = 0; i < import->pack->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (import->pack->evidence, i);
      g_autoptr (GBytes) bytes = NULL;
      ComarkEvidenceForm form = {
        .title = item->title, .description = item->description, .day = item->day,
        .criteria = (const char *const *) item->criteria, .filename = item->filename,
      };
      if (item->hash && (bytes = comark_blobs_read (desk->sql, item->hash, error)) == NULL)
        return FALSE;
      form.bytes = bytes;
      if (!comark_desk_save_evidence (desk, import->ref, &form, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_words (ComarkDesk *desk, Import *import, GError **error)
{
  for (guint i = 0; i < import->pack->statements->len; i++)
    {
      ComarkOwnerStatement *statement = g_ptr_array_index (import->pack->statements, i);
      if (!comark_desk_save_statement (desk, import->ref, statement->criterion, statement->body, 0,
                                       NULL, error))
        return FALSE;
    }
  for (guint i = 0; i < import->pack->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (import->pack->contributors, i);
      ComarkContributorForm form = {
        .name = contributor->name, .part = contributor->part,
        .lived_experience = contributor->lived_experience, .credit = contributor->credit,
        .agreed = contributor->agreed_at != 0,
      };
      if (!comark_desk_save_contributor (desk, import->ref, &form, error))
        return FALSE;
    }
  return TRUE;
}

/* A pack with everything in it is handed in at once; another one waits for its owner. */
static gboolean
submit_if_complete (ComarkDesk *desk, Import *import, GError **error)
{
  g_auto (GStrv) missing = comark_desk_missing_to_submit (desk, import->ref, error);

  if (missing == NULL)
    return FALSE;
  return *missing != NULL || comark_desk_submit (desk, import->ref, error);
}

static gboolean
store (ComarkDesk *desk, gpointer data, GError **error)
{
  Import *import = data;

  return add_details (desk, import, error) && add_document (desk, import, error)
         && add_evidence (desk, import, error) && add_words (desk, import, error)
         && submit_if_complete (desk, import, error)
         && comark_desk_log (desk, "import-pack", NULL, NULL, "submission", import->ref, error);
}

char *
comark_desk_import_pack (ComarkDesk *desk, GFile *file, GError **error)
{
  g_autoptr (ComarkPack) pack = read_pack (desk, file, error);
  Import import = { pack, NULL };

  if (pack == NULL
      || !comark_pack_each_file (pack, file, keep_file, desk, desk->cancellable, error))
    return NULL;
  if (comark_desk_write (desk, "import-pack", store, &import, error))
    return import.ref;
  g_free (import.ref);
  return NULL;
}
