/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-cover.h"

#include "comark-cover-rows.h"
#include "comark-desk-own-review.h"
#include "comark-desk-text.h"
#include "comark-evidence-rows.h"
#include "comark-panel-facts.h"
#include "comark-review-rows.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  const ComarkId *evidence;
  ComarkCover was;
  ComarkCover cover;
  ComarkCover stored;
  gint64 n; /* of stored */
} Covering;

/* Returns: (transfer full) (nullable) the item, if it is shown for the criterion. */
static ComarkEvidence *
find_item (ComarkCase *self, Covering *covering, GError **error)
{
  g_autoptr (ComarkEvidence) item = NULL;

  if (!comark_evidence_rows_find (self->desk->sql, &self->id, covering->evidence, &item, error))
    return NULL;
  if (item != NULL && g_strv_contains ((const char *const *) item->criteria, covering->criterion))
    return g_steal_pointer (&item);
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "This evidence is not attached to %s any more. The document and its evidence "
                      "show what there is now.", covering->criterion);
  return NULL;
}

static gboolean
changed_meanwhile (ComarkEvidence *item, Covering *covering, GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_CHANGED,
                             "You said something else about “%s” in another window or on another "
                             "computer meanwhile: %s. It stays until you choose again.",
                             item->title, comark_cover_words (covering->stored));
}

static gboolean
store (ComarkOwnReview *own, ComarkEvidence *item, Covering *covering, GError **error)
{
  ComarkDesk *desk = own->panel->desk;
  gint64 now_ms = comark_desk_now_ms (desk);

  covering->stored = covering->cover;
  covering->n++;
  return comark_cover_rows_add (desk->sql, &own->review->id, covering->criterion,
                                covering->evidence, covering->n, covering->cover, item->hash,
                                now_ms, error)
         && comark_review_rows_touch (desk->sql, &own->review->id, now_ms, error)
         && comark_case_log (own->panel, "save-cover", &own->review->id, "cover", NULL, error);
}

static gboolean
cover_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Covering *covering = data;
  g_autoptr (ComarkOwnReview) own = comark_own_review_open (desk, covering->ref, error);
  g_autoptr (ComarkEvidence) item = NULL;
  gboolean is_new;

  if (own == NULL || !comark_desk_allow (desk, &own->panel->id, COMARK_ACTION_OPEN_DOCUMENT, error)
      || comark_case_criterion (own->panel, covering->criterion, error) == NULL
      || (item = find_item (own->panel, covering, error)) == NULL
      || !comark_own_review_begin (own, &is_new, error)
      || !comark_cover_rows_find (desk->sql, &own->review->id, covering->criterion,
                                  covering->evidence, &covering->stored, &covering->n, error))
    return FALSE;
  if (covering->stored == covering->cover)
    return TRUE;
  if (covering->stored != covering->was)
    return changed_meanwhile (item, covering, error);
  return store (own, item, covering, error);
}

gboolean
comark_desk_cover_evidence (ComarkDesk *desk, const char *ref, const char *criterion,
                            const ComarkId *evidence, ComarkCover was, ComarkCover cover,
                            ComarkCover *held, gint64 *n, GError **error)
{
  Covering covering = { ref, criterion, evidence, was, cover, was, 0 };
  gboolean done = comark_desk_write (desk, "save-cover", cover_step, &covering, error);

  if (held != NULL)
    *held = covering.stored;
  if (n != NULL)
    *n = covering.n;
  return done;
}

/* ---- the matrix ---- */

static ComarkReview *
own_review (ComarkDossier *dossier)
{
  return dossier->own_final != NULL ? dossier->own_final : dossier->own_first;
}

ComarkCoverage *
comark_dossier_coverage (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) counted = NULL;

  if (dossier->summaries == NULL)
    return NULL;
  all = g_ptr_array_copy (dossier->reviews, NULL, NULL);
  g_ptr_array_set_free_func (all, NULL);
  if (own_review (dossier) != NULL)
    g_ptr_array_add (all, own_review (dossier));
  counted = comark_panel_counted_reviews (all, dossier->seats);
  return comark_coverage_new (dossier->criteria, dossier->evidence, counted);
}

ComarkCoverage *
comark_dossier_own_coverage (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  if (own_review (dossier) != NULL)
    g_ptr_array_add (own, own_review (dossier));
  return comark_coverage_new (dossier->criteria, dossier->evidence, own);
}
