/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-coverage.h"

static const struct
{
  const char *nick;
  const char *words;
} states[] = {
  [COMARK_COVERAGE_NO_EVIDENCE] = { "no-evidence", "No evidence is attached" },
  [COMARK_COVERAGE_UNSEEN] = { "unseen", "Nothing said yet" },
  [COMARK_COVERAGE_GAP] = { "gap", "There is a gap" },
  [COMARK_COVERAGE_SEEN] = { "seen", "Seen" },
  [COMARK_COVERAGE_ENOUGH] = { "enough", "Enough" },
};

const char *
comark_coverage_state_nick (ComarkCoverageState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state].nick;
}

const char *
comark_coverage_state_words (ComarkCoverageState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state].words;
}

ComarkCover
comark_coverage_cell_cover (const ComarkCoverageCell *cell)
{
  static const ComarkCover order[] = { COMARK_COVER_GAP, COMARK_COVER_ENOUGH, COMARK_COVER_SEEN };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (cell->n[order[i]] > 0)
      return order[i];
  return COMARK_COVER_NONE;
}

static void
fill_cell (ComarkCoverageCell *cell, const char *criterion, ComarkEvidence *item,
           GPtrArray *reviews)
{
  cell->attached = item->criteria != NULL
                   && g_strv_contains ((const char *const *) item->criteria, criterion);
  for (guint i = 0; cell->attached && i < reviews->len; i++)
    cell->n[comark_review_cover (g_ptr_array_index (reviews, i), criterion, &item->id)]++;
}

static ComarkCoverageState
state_of (const ComarkCoverageRow *row, guint n_items)
{
  guint n[COMARK_N_COVERS] = { 0 }, n_attached = 0;

  for (guint i = 0; i < n_items; i++)
    {
      n_attached += row->cells[i].attached;
      n[comark_coverage_cell_cover (&row->cells[i])] += row->cells[i].attached;
    }
  return n_attached == 0             ? COMARK_COVERAGE_NO_EVIDENCE
         : n[COMARK_COVER_GAP] > 0    ? COMARK_COVERAGE_GAP
         : n[COMARK_COVER_ENOUGH] > 0 ? COMARK_COVERAGE_ENOUGH
         : n[COMARK_COVER_SEEN] > 0   ? COMARK_COVERAGE_SEEN
                                      : COMARK_COVERAGE_UNSEEN;
}

static ComarkCoverageRow *
row_new (const ComarkCriterion *criterion, GPtrArray *evidence, GPtrArray *reviews)
{
  ComarkCoverageRow *row = g_new0 (ComarkCoverageRow, 1);

  row->criterion = criterion;
  row->cells = g_new0 (ComarkCoverageCell, MAX (evidence->len, 1));
  for (guint i = 0; i < evidence->len; i++)
    fill_cell (&row->cells[i], criterion->id, g_ptr_array_index (evidence, i), reviews);
  row->state = state_of (row, evidence->len);
  return row;
}

static void
row_free (gpointer data)
{
  ComarkCoverageRow *row = data;

  g_free (row->cells);
  g_free (row);
}

ComarkCoverage *
comark_coverage_new (GPtrArray *criteria, GPtrArray *evidence, GPtrArray *reviews)
{
  ComarkCoverage *self = g_new0 (ComarkCoverage, 1);

  self->items = g_ptr_array_ref (evidence);
  self->n_reviews = reviews->len;
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < criteria->len; i++)
    g_ptr_array_add (self->rows,
                     row_new (g_ptr_array_index (criteria, i), evidence, reviews));
  return self;
}

void
comark_coverage_free (ComarkCoverage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
