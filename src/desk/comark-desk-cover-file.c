/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-cover-file.h"

#include "comark-desk-cover.h"
#include "comark-evidence-rows.h"

static gboolean
is_item (ComarkEvidence *item, ComarkEvidenceCover *cover, gboolean by_file)
{
  if (item->criteria == NULL
      || !g_strv_contains ((const char *const *) item->criteria, cover->criterion))
    return FALSE;
  return by_file ? item->hash != NULL && g_str_equal (item->hash, cover->hash)
                 : g_strcmp0 (item->title, cover->title) == 0;
}

/* Returns: (transfer none) (nullable) */
static ComarkEvidence *
find_item (GPtrArray *items, ComarkEvidenceCover *cover)
{
  for (int by_file = 1; by_file >= 0; by_file--)
    for (guint i = 0; i < items->len; i++)
      if (is_item (g_ptr_array_index (items, i), cover, by_file == 1))
        return g_ptr_array_index (items, i);
  return NULL;
}

gboolean
comark_desk_merge_covers (ComarkDesk *desk, const char *ref, const ComarkId *submission,
                          GPtrArray *covers, ComarkReview *stored, guint *n_kept, guint *n_left,
                          GError **error)
{
  g_autoptr (GPtrArray) items = comark_evidence_rows_list (desk->sql, submission, error);

  for (guint i = 0; items != NULL && i < covers->len; i++)
    {
      ComarkEvidenceCover *cover = g_ptr_array_index (covers, i);
      ComarkEvidence *item = find_item (items, cover);
      ComarkCover held
        = item != NULL ? comark_review_cover (stored, cover->criterion, &item->id)
                       : COMARK_COVER_NONE;

      *n_left += item == NULL;
      *n_kept += held != COMARK_COVER_NONE && held != cover->cover;
      if (item != NULL && held == COMARK_COVER_NONE
          && !comark_desk_cover_evidence (desk, ref, cover->criterion, &item->id, held,
                                          cover->cover, NULL, NULL, error))
        return FALSE;
    }
  return items != NULL;
}
