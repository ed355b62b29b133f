/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is one person's alone: where they stopped reading, and notes to self.
 */
#include "panel-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "comark-desk-care.h"
#include "comark-desk-exchange.h"
#include "comark-desk-own.h"
#include "comark-dossier.h"

static const char words[] = "Ask Ade about the night shelter";

static char *
dup_document_hash (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier
    = comark_desk_open_dossier (panel_as (panel, ADMIN), panel->ref, &error);

  g_assert_no_error (error);
  return g_strdup (comark_dossier_document (dossier)->hash);
}

static gint64
page_of (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReadingPlace) place = NULL;

  g_assert_true (comark_desk_find_reading_place (panel_as (panel, who), panel->ref, &place,
                                                 &error));
  g_assert_no_error (error);
  return place != NULL ? place->page : 0;
}

static void
test_place_is_kept_for_each (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  hash = dup_document_hash (panel);
  g_assert_cmpint (page_of (panel, E1), ==, 0);
  panel_worked (comark_desk_save_reading_place (panel_as (panel, E1), panel->ref, hash, 12,
                                                &error), &error);
  panel_worked (comark_desk_save_reading_place (panel_as (panel, E1), panel->ref, hash, 14,
                                                &error), &error);
  g_assert_cmpint (page_of (panel, E1), ==, 14);
  g_assert_cmpint (page_of (panel, S1), ==, 0);
  /* A file of another submission is not kept; who may not read at all is told so. */
  panel_worked (comark_desk_save_reading_place (panel_as (panel, S1), panel->ref, "0000", 3,
                                                &error), &error);
  g_assert_cmpint (page_of (panel, S1), ==, 0);
  panel_refused (comark_desk_save_reading_place (panel_as (panel, E3), panel->ref, hash, 1,
                                                 &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

static guint
count_notes (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes
    = comark_desk_list_notes (panel_as (panel, who), panel->ref, &error);

  return notes != NULL ? notes->len : 0;
}

static void
save (Panel *panel, Who who, const char *body, gint64 rev)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_save_note (panel_as (panel, who), panel->ref, "C1", body, rev, NULL,
                                       &error), &error);
}

static void
test_notes_are_nobody_elses (void)
{
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  save (panel, E1, words, 0);
  panel_go_to (panel, STEP_SEALED);
  g_assert_cmpuint (count_notes (panel, E1), ==, 1);
  for (int who = 0; who < N_PEOPLE; who++)
    if (who != E1)
      g_assert_cmpuint (count_notes (panel, (Who) who), ==, 0);
}

static void
test_notes_go_on_after_handing_in (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  save (panel, E1, words, 0);
  panel_go_to (panel, STEP_RATED);
  save (panel, E1, "Say this in the meeting", 1);
  panel_refused (comark_desk_save_note (panel_as (panel, E1), panel->ref, "C1", "later", 1, NULL,
                                        &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "note");
  panel_refused (comark_desk_save_note (panel_as (panel, OWNER), panel->ref, "C1", "x", 0, NULL,
                                        &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  findings = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

static void
test_notes_leave_in_no_file (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("comark-XXXXXX.coreview", &path, &error);

  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E1, "C1", 3);
  save (panel, E1, words, 0);
  panel_worked (comark_desk_export_review (panel_as (panel, E1), panel->ref, NULL, file, &error),
                &error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_null (strstr (text, words));
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own/place-is-kept-for-each", test_place_is_kept_for_each);
  g_test_add_func ("/own/notes-are-nobody-elses", test_notes_are_nobody_elses);
  g_test_add_func ("/own/notes-go-on-after-handing-in", test_notes_go_on_after_handing_in);
  g_test_add_func ("/own/notes-leave-in-no-file", test_notes_leave_in_no_file);
  return g_test_run ();
}
