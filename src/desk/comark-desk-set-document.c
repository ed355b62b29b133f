/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting in the document, or its next version.
 */
#include "comark-desk-submissions.h"

#include "comark-desk-files.h"
#include "comark-desk-index.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-document-kind.h"
#include "comark-document-rows.h"
#include "comark-limits.h"
#include "comark-reader.h"

typedef struct
{
  const char *ref;
  ComarkDocument *document; /* as it will be stored */
  const char *text;
} Set;

/* Before it is submitted a version is only a draft, and its file is changed; what somebody has
 * submitted stays for ever. */
static gboolean
store (ComarkDesk *desk, const ComarkId *submission, ComarkDocument *self, GError **error)
{
  g_autoptr (ComarkDocument) newest = NULL;

  if (!comark_document_rows_newest (desk->sql, submission, &newest, error))
    return FALSE;
  if (newest != NULL && newest->frozen_at == 0)
    {
      self->id = newest->id;
      return comark_document_rows_replace (desk->sql, self, &desk->who->id, error);
    }
  self->n = newest != NULL ? newest->n + 1 : 1;
  return comark_document_rows_insert (desk->sql, submission, self, &desk->who->id, error);
}

static gboolean
set (ComarkDesk *desk, gpointer data, GError **error)
{
  Set *self = data;
  ComarkId submission;

  self->document->added_at = comark_desk_now_ms (desk);
  return comark_desk_find_for (desk, self->ref, COMARK_ACTION_EDIT_SUBMISSION, &submission, error)
         && store (desk, &submission, self->document, error)
         && comark_desk_index_document (desk, &submission, self->document, self->text, error)
         && comark_desk_touch (desk, &submission, error)
         && comark_desk_log (desk, "set-document", &submission, &self->document->id, "document",
                             self->document->hash, error);
}

static ComarkDocument *
document_of (ComarkDesk *desk, GBytes *bytes, const char *filename, const char *hash)
{
  ComarkDocument *self = comark_document_new ();
  ComarkDocumentKind kind = comark_document_kind_of_bytes (bytes);

  self->id = comark_desk_row_id (desk);
  self->filename = comark_desk_tidy_filename (filename);
  self->mime = g_strdup (comark_document_kind_mime (kind));
  self->hash = g_strdup (hash);
  self->size = g_bytes_get_size (bytes);
  /* What cannot be shown here is still a document: members save it and open it elsewhere. */
  if (comark_document_kind_can_show (kind))
    self->pages = MAX (comark_reader_count_pages (bytes, desk->cancellable, NULL), 0);
  return self;
}

gboolean
comark_desk_set_document (ComarkDesk *desk, const char *ref, GBytes *bytes, const char *filename,
                          GError **error)
{
  g_autoptr (ComarkDocument) document = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *text = NULL;
  ComarkId submission;

  /* Asked before the long work, and again when it is written. */
  if (!comark_desk_find_for (desk, ref, COMARK_ACTION_EDIT_SUBMISSION, &submission, error)
      || (hash = comark_desk_keep_bytes (desk, bytes, error)) == NULL)
    return FALSE;
  document = document_of (desk, bytes, filename, hash);
  if (document->pages > 0)
    text = comark_reader_extract_text (bytes, 0, COMARK_LIMIT_SEARCH_CHARACTERS,
                                       desk->cancellable, NULL);
  return comark_desk_write (desk, "set-document", set, &(Set){ ref, document, text }, error);
}
