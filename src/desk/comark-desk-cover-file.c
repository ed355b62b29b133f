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

char *
comark_desk_cover_digest (ComarkEvidenceCover *self, ComarkCover cover)
{
  g_autofree char *text
    = g_strdup_printf ("evidence\n%s\n%s\n%s\n%s", self->criterion, self->title,
                       self->hash ? self->hash : "", comark_cover_nick (cover));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
is_common (GHashTable *common, ComarkEvidenceCover *self, ComarkCover cover)
{
  g_autofree char *digest = comark_desk_cover_digest (self, cover);

  return g_hash_table_contains (common, digest);
}

/* What they took back, if it is still here as it was. */
static gboolean
take_back (ComarkDesk *desk, const char *ref, GPtrArray *covers, GHashTable *common,
           ComarkReview *stored, GError **error)
{
  for (guint i = 0; stored != NULL && i < stored->covers->len; i++)
    {
      ComarkEvidenceCover *ours = g_ptr_array_index (stored->covers, i);
      gboolean said = FALSE;

      for (guint j = 0; j < covers->len; j++)
        {
          ComarkEvidenceCover *theirs = g_ptr_array_index (covers, j);
          said |= g_str_equal (ours->criterion, theirs->criterion)
                  && g_strcmp0 (ours->title, theirs->title) == 0;
        }
      if (!said && is_common (common, ours, ours->cover)
          && !comark_desk_cover_evidence (desk, ref, ours->criterion, &ours->evidence,
                                          ours->cover, COMARK_COVER_NONE, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_desk_merge_covers (ComarkDesk *desk, const char *ref, const ComarkId *submission,
                          GPtrArray *covers, GHashTable *common, ComarkReview *stored,
                          guint *n_kept, guint *n_left, GError **error)
{
  g_autoptr (GPtrArray) items = comark_evidence_rows_list (desk->sql, submission, error);

  for (guint i = 0; items != NULL && i < covers->len; i++)
    {
      ComarkEvidenceCover *cover = g_ptr_array_index (covers, i);
      ComarkEvidence *item = find_item (items, cover);
      ComarkCover held
        = item != NULL ? comark_review_cover (stored, cover->criterion, &item->id)
                       : COMARK_COVER_NONE;
      gboolean theirs_is_new = item != NULL && !is_common (common, cover, cover->cover);
      gboolean ours_is_old = held == COMARK_COVER_NONE || is_common (common, cover, held);

      *n_left += item == NULL;
      *n_kept += theirs_is_new && !ours_is_old && held != cover->cover;
      if (theirs_is_new && ours_is_old
          && !comark_desk_cover_evidence (desk, ref, cover->criterion, &item->id, held,
                                          cover->cover, NULL, NULL, error))
        return FALSE;
    }
  return items != NULL && take_back (desk, ref, covers, common, stored, error);
}
