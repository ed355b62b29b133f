/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening the document or a piece of evidence.
 */
#include "comark-desk-submissions.h"

#include "comark-blobs.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"

GBytes *
comark_desk_read_file (ComarkDesk *desk, const char *ref, const char *hash, GError **error)
{
  gboolean belongs;
  ComarkId id;

  if (!comark_desk_find_for (desk, ref, COMARK_ACTION_OPEN_DOCUMENT, &id, error)
      || !comark_document_rows_has_file (desk->sql, &id, hash, &belongs, error))
    return NULL;
  /* A hash from elsewhere must not open another submission's file. */
  if (!belongs)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                          "This file does not belong to the submission any more.");
      return NULL;
    }
  return comark_blobs_read (desk->sql, hash, error);
}
