/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What members find in evidence items: whose it is, and what is kept.
 */
#include "panel-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comark-desk-care.h"
#include "comark-desk-cover.h"
#include "comark-desk-exchange.h"
#include "comark-dossier.h"

static ComarkDossier *
open_as (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

/* In review, with one item of evidence for C1. */
static Panel *
panel_in_review (void)
{
  static const char *const criteria[] = { "C1", NULL };
  const ComarkEvidenceForm form = { .title = "Notes of the meeting", .criteria = criteria };
  g_autoptr (GError) error = NULL;
  Panel *panel = panel_new ();

  panel_go_to (panel, STEP_PREPARING);
  panel_worked (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                &error);
  panel_go_to (panel, STEP_IN_REVIEW);
  return panel;
}

/* An item that is shown for @criterion. */
static ComarkId
item_for (Panel *panel, const char *criterion)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, ADMIN);
  g_autoptr (GPtrArray) items = comark_dossier_evidence_for (dossier, criterion);

  g_assert_cmpuint (items->len, >, 0);
  return ((ComarkEvidence *) g_ptr_array_index (items, 0))->id;
}

static gboolean
try_say (Panel *panel, Who who, const char *criterion, ComarkCover was, ComarkCover cover,
         GError **error)
{
  const ComarkId id = item_for (panel, "C1");

  return comark_desk_cover_evidence (panel_as (panel, who), panel->ref, criterion, &id, was,
                                     cover, NULL, NULL, error);
}

static void
say (Panel *panel, Who who, ComarkCover was, ComarkCover cover)
{
  g_autoptr (GError) error = NULL;

  panel_worked (try_say (panel, who, "C1", was, cover, &error), &error);
}

static ComarkCover
own_cover (Panel *panel, Who who, gboolean final)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  const ComarkId id = item_for (panel, "C1");

  return comark_review_cover (final ? dossier->own_final : dossier->own_first, "C1", &id);
}

/* How many members say @cover, as @who sees it; -1 where they may see nobody's. */
static int
count_seen_by (Panel *panel, Who who, ComarkCover cover)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  g_autoptr (ComarkCoverage) coverage = comark_dossier_coverage (dossier);
  int n = 0;

  for (guint i = 0; coverage != NULL && i < coverage->rows->len; i++)
    {
      ComarkCoverageRow *row = g_ptr_array_index (coverage->rows, i);

      for (guint j = 0; j < coverage->items->len; j++)
        n += (int) row->cells[j].n[cover] * row->cells[j].attached;
    }
  return coverage != NULL ? n : -1;
}

/* Nothing of it in any review that @who is given. */
static guint
count_leaked (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  guint n = 0;

  for (guint i = 0; i < dossier->reviews->len; i++)
    n += ((ComarkReview *) g_ptr_array_index (dossier->reviews, i))->covers->len;
  return n;
}

/* ---- whose they are ---- */

static void
test_private_until_submitted (void)
{
  g_autoptr (Panel) panel = panel_in_review ();
  g_autoptr (GError) error = NULL;

  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_GAP);
  panel_rate_all (panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  for (int who = 0; who < N_PEOPLE; who++)
    if (who != E3 && who != S3)
      g_assert_cmpuint (count_leaked (panel, (Who) who), ==, 0);
  panel_rate_all (panel, E1, 3);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  g_assert_cmpint (count_seen_by (panel, S1, COMARK_COVER_GAP), ==, 1);
  /* E2 has not rated; the owner and the administrator look on no earlier than before. */
  g_assert_cmpint (count_seen_by (panel, E2, COMARK_COVER_GAP), ==, -1);
  g_assert_cmpint (count_seen_by (panel, OWNER, COMARK_COVER_GAP), ==, -1);
  g_assert_cmpint (count_seen_by (panel, ADMIN, COMARK_COVER_GAP), ==, -1);
  g_assert_cmpuint (count_leaked (panel, E2), ==, 0);
  /* Nor has E1 looked at the others' yet. */
  g_assert_cmpint (count_seen_by (panel, E1, COMARK_COVER_GAP), ==, -1);
}

static void
test_meeting_shows_all_but_to_the_owner (void)
{
  g_autoptr (Panel) panel = panel_in_review ();

  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_ENOUGH);
  say (panel, S2, COMARK_COVER_NONE, COMARK_COVER_ENOUGH);
  panel_go_to (panel, STEP_IN_MEETING);
  g_assert_cmpint (count_seen_by (panel, ADMIN, COMARK_COVER_ENOUGH), ==, 2);
  g_assert_cmpint (count_seen_by (panel, E2, COMARK_COVER_ENOUGH), ==, 2);
  g_assert_cmpint (count_seen_by (panel, OWNER, COMARK_COVER_ENOUGH), ==, -1);
}

static const struct
{
  Who who;
  const char *criterion;
  ComarkDeskError code;
  const char *words;
} refused[] = {
  { OWNER, "C1", COMARK_DESK_ERROR_REFUSED, NULL },
  { ADMIN, "C1", COMARK_DESK_ERROR_REFUSED, NULL },
  { E3, "C1", COMARK_DESK_ERROR_NO_SUCH, NULL },
  { E1, "Z1", COMARK_DESK_ERROR_NO_SUCH, "not rated on" },
};

static void
test_refusals (void)
{
  g_autoptr (Panel) panel = panel_in_review ();
  g_autoptr (GError) error = NULL;
  const ComarkId nothing = comark_id_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    panel_refused (try_say (panel, refused[i].who, refused[i].criterion, COMARK_COVER_NONE,
                            COMARK_COVER_SEEN, &error),
                   &error, refused[i].code, refused[i].words);
  panel_refused (comark_desk_cover_evidence (panel_as (panel, E1), panel->ref, "C1", &nothing,
                                             COMARK_COVER_NONE, COMARK_COVER_SEEN, NULL, NULL,
                                             &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, "not attached");
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_NONE);
}

/* ---- what is kept ---- */

static void
test_later_of_two_windows_is_told (void)
{
  g_autoptr (Panel) panel = panel_in_review ();
  g_autoptr (GError) error = NULL;

  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_ENOUGH);
  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_ENOUGH); /* said already */
  panel_refused (try_say (panel, E1, "C1", COMARK_COVER_NONE, COMARK_COVER_GAP, &error), &error,
                 COMARK_DESK_ERROR_CHANGED, "Enough");
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_ENOUGH);
  say (panel, E1, COMARK_COVER_ENOUGH, COMARK_COVER_NONE);
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_NONE);
  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_SEEN);
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_SEEN);
}

/* decisions.md 7 */
static void
test_submitted_stays_and_final_begins_with_it (void)
{
  g_autoptr (Panel) panel = panel_in_review ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = NULL;

  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_GAP);
  panel_go_to (panel, STEP_RATED);
  panel_refused (try_say (panel, E1, "C1", COMARK_COVER_GAP, COMARK_COVER_SEEN, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "stays as it is");
  panel_go_to (panel, STEP_IN_MEETING);
  say (panel, E1, COMARK_COVER_GAP, COMARK_COVER_ENOUGH);
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_GAP);
  g_assert_cmpint (own_cover (panel, E1, TRUE), ==, COMARK_COVER_ENOUGH);
  g_assert_cmpint (count_seen_by (panel, S1, COMARK_COVER_ENOUGH), ==, 1);
  g_assert_cmpint (count_seen_by (panel, S1, COMARK_COVER_GAP), ==, 0);
  findings = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

static void
test_goes_along_with_the_review (void)
{
  g_autoptr (Panel) panel = panel_in_review ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *summary = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("comark-XXXXXX.coreview", &path, &error);

  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  say (panel, E1, COMARK_COVER_NONE, COMARK_COVER_GAP);
  panel_worked (comark_desk_export_review (panel_as (panel, E1), panel->ref, NULL, file, &error),
                &error);
  say (panel, E1, COMARK_COVER_GAP, COMARK_COVER_NONE);
  panel_worked (comark_desk_import_review (panel_as (panel, E1), file, NULL, &error), &error);
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_GAP);
  panel_rate (panel, E1, "F1", 3);
  panel_worked (comark_desk_export_review (panel_as (panel, E1), panel->ref, NULL, file, &error),
                &error);
  /* What the register has stays, and that is said. */
  say (panel, E1, COMARK_COVER_GAP, COMARK_COVER_SEEN);
  panel_worked (comark_desk_import_review (panel_as (panel, E1), file, &summary, &error), &error);
  g_assert_cmpint (own_cover (panel, E1, FALSE), ==, COMARK_COVER_SEEN);
  g_assert_nonnull (strstr (summary, "1 evidence items the register says something else"));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cover/private-until-submitted", test_private_until_submitted);
  g_test_add_func ("/cover/meeting-shows-all", test_meeting_shows_all_but_to_the_owner);
  g_test_add_func ("/cover/refusals-say-why", test_refusals);
  g_test_add_func ("/cover/later-of-two-is-told", test_later_of_two_windows_is_told);
  g_test_add_func ("/cover/what-was-submitted-stays",
                   test_submitted_stays_and_final_begins_with_it);
  g_test_add_func ("/cover/goes-along-with-the-review", test_goes_along_with_the_review);
  return g_test_run ();
}
