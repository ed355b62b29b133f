/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-index.h"

#include <string.h>

#include "comark-search.h"

/* A name of its own for a part of a submission that has no id: always the same one. */
static ComarkId
part_id (const ComarkId *submission, const char *part)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  ComarkId id;

  g_checksum_update (checksum, submission->bytes, sizeof submission->bytes);
  g_checksum_update (checksum, (const guchar *) part, strlen (part));
  g_checksum_get_digest (checksum, digest, &length);
  memcpy (id.bytes, digest, sizeof id.bytes);
  return id;
}

gboolean
comark_desk_index_details (ComarkDesk *desk, ComarkSubmission *submission, GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s %s", submission->ref, submission->title);
  g_autofree char *body = g_strdup_printf ("%s\n%s\n%s", submission->summary, submission->audience,
                                           submission->team);

  return comark_search_put (desk->sql, &submission->id, "submission", &submission->id,
                            COMARK_AUDIENCE_ALL, title, body, error);
}

gboolean
comark_desk_index_statement (ComarkDesk *desk, const ComarkId *submission, const char *criterion,
                             const char *body, GError **error)
{
  g_autofree char *part = g_strconcat ("statement ", criterion, NULL);
  ComarkId entity = part_id (submission, part);

  return comark_search_put (desk->sql, submission, "statement", &entity, COMARK_AUDIENCE_ALL,
                            NULL, body, error);
}

gboolean
comark_desk_index_evidence (ComarkDesk *desk, const ComarkId *submission,
                            ComarkEvidence *evidence, GError **error)
{
  return comark_search_put (desk->sql, submission, "evidence", &evidence->id, COMARK_AUDIENCE_ALL,
                            evidence->title, evidence->description, error);
}

gboolean
comark_desk_index_document (ComarkDesk *desk, const ComarkId *submission,
                            ComarkDocument *document, const char *text, GError **error)
{
  /* One entry whatever the version, so that a new one takes the old one's place. */
  ComarkId entity = part_id (submission, "document");

  return comark_search_put (desk->sql, submission, "document", &entity, COMARK_AUDIENCE_ALL,
                            document->filename, text, error);
}
