/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The coverage matrix: what a row says for what its cells hold.
 */
#include "comark-coverage.h"

#include <string.h>

/* One letter an item: what each of two members says of it. '.' not attached, '-' nothing said,
 * 's' seen, 'e' enough, 'g' a gap. */
static const struct
{
  const char *first, *second;
  ComarkCoverageState state;
} rows[] = {
  { "..", "..", COMARK_COVERAGE_NO_EVIDENCE },
  { "-.", "-.", COMARK_COVERAGE_UNSEEN },
  { "s-", "--", COMARK_COVERAGE_SEEN },
  { "se", "--", COMARK_COVERAGE_ENOUGH },
  { "-s", "e-", COMARK_COVERAGE_ENOUGH },
  { "ee", "eg", COMARK_COVERAGE_GAP },
  { "g.", "e.", COMARK_COVERAGE_GAP },
  { "--", "ss", COMARK_COVERAGE_SEEN },
};

static ComarkEvidence *items[2];

static ComarkReview *
review_saying (const char *said)
{
  static const char letters[] = "-seg";
  ComarkReview *review = comark_review_new ();

  for (guint i = 0; i < 2; i++)
    {
      ComarkEvidenceCover *cover = comark_evidence_cover_new ();

      cover->criterion = g_strdup ("A1");
      cover->evidence = items[i]->id;
      cover->cover = said[i] == '.' ? COMARK_COVER_GAP
                                    : (ComarkCover) (strchr (letters, said[i]) - letters);
      g_ptr_array_add (review->covers, cover);
    }
  return review;
}

static void
attach (const char *said)
{
  for (guint i = 0; i < 2; i++)
    {
      g_strfreev (items[i]->criteria);
      items[i]->criteria = g_strsplit (said[i] == '.' ? "B1" : "B1 A1", " ", -1);
    }
}

static void
test_rows (void)
{
  g_autoptr (GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  ComarkCriterion criterion = { .id = (char *) "A1" };

  g_ptr_array_add (criteria, &criterion);
  for (guint i = 0; i < 2; i++)
    g_ptr_array_add (evidence, items[i]);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (ComarkCoverage) coverage = NULL;
      ComarkCoverageRow *row;

      attach (rows[i].first);
      g_ptr_array_add (reviews, review_saying (rows[i].first));
      g_ptr_array_add (reviews, review_saying (rows[i].second));
      coverage = comark_coverage_new (criteria, evidence, reviews);
      row = g_ptr_array_index (coverage->rows, 0);
      g_test_message ("%s %s", rows[i].first, rows[i].second);
      g_assert_cmpint (row->state, ==, rows[i].state);
      g_assert_cmpint (row->cells[1].attached, ==, rows[i].first[1] != '.');
    }
}

static void
test_cells_count_members (void)
{
  g_autoptr (GPtrArray) criteria = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence = g_ptr_array_new ();
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ComarkCoverage) coverage = NULL;
  ComarkCriterion criterion = { .id = (char *) "A1" };
  const ComarkCoverageCell *cell;

  attach ("ee");
  g_ptr_array_add (criteria, &criterion);
  g_ptr_array_add (evidence, items[0]);
  g_ptr_array_add (reviews, review_saying ("e-"));
  g_ptr_array_add (reviews, review_saying ("g-"));
  g_ptr_array_add (reviews, review_saying ("e-"));
  g_ptr_array_add (reviews, review_saying ("--"));
  coverage = comark_coverage_new (criteria, evidence, reviews);
  cell = ((ComarkCoverageRow *) g_ptr_array_index (coverage->rows, 0))->cells;
  g_assert_cmpuint (cell->n[COMARK_COVER_ENOUGH], ==, 2);
  g_assert_cmpuint (cell->n[COMARK_COVER_GAP], ==, 1);
  g_assert_cmpuint (cell->n[COMARK_COVER_NONE], ==, 1);
  g_assert_cmpint (comark_coverage_cell_cover (cell), ==, COMARK_COVER_GAP);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < 2; i++)
    {
      items[i] = comark_evidence_new ();
      items[i]->id = comark_id_new ();
    }
  g_test_add_func ("/coverage/rows", test_rows);
  g_test_add_func ("/coverage/cells-count-members", test_cells_count_members);
  status = g_test_run ();
  g_object_unref (items[0]);
  g_object_unref (items[1]);
  return status;
}
