/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-coverage-words.h"

#include <glib/gi18n.h>

static const char *const cover_shapes[COMARK_N_COVERS] = {
  [COMARK_COVER_NONE] = "○",
  [COMARK_COVER_SEEN] = "◐",
  [COMARK_COVER_ENOUGH] = "●",
  [COMARK_COVER_GAP] = "◇",
};

static const char *const state_shapes[] = {
  [COMARK_COVERAGE_NO_EVIDENCE] = "✕",
  [COMARK_COVERAGE_UNSEEN] = "○",
  [COMARK_COVERAGE_GAP] = "◇",
  [COMARK_COVERAGE_SEEN] = "◐",
  [COMARK_COVERAGE_ENOUGH] = "●",
};

char *
comark_coverage_row_words (const ComarkCoverageRow *row)
{
  return g_strdup_printf ("%s %s", state_shapes[row->state],
                          _(comark_coverage_state_words (row->state)));
}

static void
add_count (GString *text, guint n, const char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n, words);
}

char *
comark_coverage_cell_words (const ComarkCoverageCell *cell, gboolean own)
{
  ComarkCover cover = comark_coverage_cell_cover (cell);
  g_autoptr (GString) text = g_string_new (NULL);

  if (own || cover == COMARK_COVER_NONE)
    return g_strdup_printf ("%s %s", cover_shapes[cover], _(comark_cover_words (cover)));
  /* translators: after how many members say so of an evidence item: "1 gap, 3 enough, 2 seen" */
  add_count (text, cell->n[COMARK_COVER_GAP], _("gap"));
  add_count (text, cell->n[COMARK_COVER_ENOUGH], _("enough"));
  add_count (text, cell->n[COMARK_COVER_SEEN], _("seen"));
  return g_strdup_printf ("%s %s", cover_shapes[cover], text->str);
}

static guint
count (const ComarkCoverage *coverage, ComarkCoverageState state)
{
  guint n = 0;

  for (guint i = 0; i < coverage->rows->len; i++)
    n += ((ComarkCoverageRow *) g_ptr_array_index (coverage->rows, i))->state == state;
  return n;
}

char *
comark_coverage_sentence (const ComarkCoverage *coverage)
{
  guint n_bare = count (coverage, COMARK_COVERAGE_NO_EVIDENCE);
  guint n_gaps = count (coverage, COMARK_COVERAGE_GAP);
  guint n_enough = count (coverage, COMARK_COVERAGE_ENOUGH);
  g_autofree char *bare
    = n_bare == 0 ? g_strdup (_("Every criterion has evidence attached."))
                  : g_strdup_printf (ngettext ("%u criterion has no evidence attached.",
                                               "%u criteria have no evidence attached.",
                                               n_bare), n_bare);
  g_autofree char *gaps
    = n_gaps == 0 ? g_strdup (_("No gap is named."))
                  : g_strdup_printf (ngettext ("A gap is named for %u criterion.",
                                               "Gaps are named for %u criteria.", n_gaps),
                                     n_gaps);
  g_autofree char *enough
    = g_strdup_printf (ngettext ("There is enough for %u criterion.",
                                 "There is enough for %u criteria.", n_enough), n_enough);

  return g_strdup_printf ("%s %s %s", bare, gaps, enough);
}

char *
comark_coverage_to_text (const ComarkCoverage *coverage, gboolean own)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < coverage->rows->len; i++)
    {
      const ComarkCoverageRow *row = g_ptr_array_index (coverage->rows, i);
      g_autofree char *state = comark_coverage_row_words (row);

      g_string_append_printf (text, "%s %s: %s\n", row->criterion->id, row->criterion->title,
                              state);
      for (guint j = 0; j < coverage->items->len; j++)
        {
          ComarkEvidence *item = g_ptr_array_index (coverage->items, j);
          g_autofree char *said = comark_coverage_cell_words (&row->cells[j], own);

          if (row->cells[j].attached)
            g_string_append_printf (text, "  %u %s: %s\n", j + 1, item->title, said);
        }
    }
  return g_string_free (text, FALSE);
}
