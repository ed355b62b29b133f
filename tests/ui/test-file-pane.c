/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files of a submission: two at once, and office documents as pages or as words.
 */
#include "tab-host.h"

#include <string.h>

#include "../document/reader-util.h"
#include "comark-beside.h"
#include "comark-document-page.h"
#include "comark-file-pane.h"
#include "comark-office-view.h"
#include "comark-page-view.h"

#define LETTER "{\\rtf1\\ansi Dear panel\\par}"

typedef struct
{
  Panel *panel;
  TabHost *host;
  GtkWidget *page;
  ComarkFilePane *pane;
} Fixture;

static char *home;

/* A script that is run instead of LibreOffice. */
static void
install_office (const char *script)
{
  g_autofree char *path = g_build_filename (home, "soffice", NULL);
  g_autofree char *words = g_strconcat ("#!/bin/sh\n", script, NULL);

  g_file_set_contents_full (path, words, -1, G_FILE_SET_CONTENTS_NONE, 0755, NULL);
  g_setenv ("COMARK_SOFFICE", path, TRUE);
}

static void
add_evidence (Panel *panel, const char *title, const char *filename, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  const ComarkEvidenceForm form = { .title = title, .filename = filename, .bytes = bytes };

  g_assert_true (comark_desk_save_evidence (&panel->desk, panel->ref, &form, &error));
  g_assert_no_error (error);
}

/* A document of plain words, a leaflet, and a letter for the word processor. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) leaflet = make_leaflet (3);
  g_autoptr (GBytes) letter = g_bytes_new_static (LETTER, strlen (LETTER));

  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_PREPARING);
  panel_as (fixture->panel, OWNER);
  add_evidence (fixture->panel, "A leaflet", "leaflet.pdf", leaflet);
  add_evidence (fixture->panel, "A letter", "letter.rtf", letter);
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  fixture->host = tab_host_open (fixture->panel, E1);
  fixture->page
    = GTK_WIDGET (tab_host_show (fixture->host, "document", COMARK_TYPE_DOCUMENT_PAGE));
  fixture->pane = COMARK_FILE_PANE (tab_host_find (fixture->page, COMARK_TYPE_FILE_PANE));
  gtk_test_widget_wait_for_draw (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static GObject *
find (ComarkFilePane *pane, const char *id)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (pane), COMARK_TYPE_FILE_PANE, id);

  g_assert_nonnull (child);
  return child;
}

static void
choose (ComarkFilePane *pane, guint index)
{
  WAIT_FOR (g_list_model_get_n_items (gtk_drop_down_get_model (
              GTK_DROP_DOWN (find (pane, "files")))) > index);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (pane, "files")), index);
}

static int
count_pages (ComarkFilePane *pane)
{
  int n = 0;

  g_object_get (find (pane, "view"), "n-pages", &n, NULL);
  return n;
}

static gboolean
shows (ComarkFilePane *pane, const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (find (pane, "stack"))), name);
}

static gboolean
walls_work (void)
{
  const char *const probe[] = { "bwrap", "--unshare-all", "--ro-bind", "/", "/", "true", NULL };
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (probe, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  if (process != NULL && g_subprocess_wait_check (process, NULL, NULL))
    return TRUE;
  g_test_skip ("bubblewrap does not work here.");
  return FALSE;
}

static void
test_two_files_stand_beside_each_other (Fixture *fixture, gconstpointer data)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (find (fixture->pane, "beside_button"));
  ComarkBeside *beside = COMARK_BESIDE (find (fixture->pane, "beside"));

  choose (fixture->pane, 0);
  gtk_toggle_button_set_active (button, TRUE);
  ComarkFilePane *second = COMARK_FILE_PANE (comark_beside_get_second (beside));
  WAIT_FOR (count_pages (second) == 3);
  WAIT_FOR (count_pages (fixture->pane) == 1);
  /* Each turns its own pages. */
  comark_page_view_set_page (COMARK_PAGE_VIEW (find (second, "view")), 2);
  g_assert_cmpint (comark_page_view_get_page (COMARK_PAGE_VIEW (find (fixture->pane, "view"))), ==,
                   0);
  g_signal_emit_by_name (find (second, "beside_button"), "clicked");
  g_assert_null (comark_beside_get_second (beside));
  g_assert_false (gtk_toggle_button_get_active (button));
}

static void
test_an_office_document_becomes_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) leaflet = make_leaflet (4);
  g_autoptr (GString) script = g_string_new ("base64 -d >/work/out/document.pdf <<END\n");

  if (!walls_work ())
    return;
  g_autofree char *coded
    = g_base64_encode (g_bytes_get_data (leaflet, NULL), g_bytes_get_size (leaflet));
  g_string_append_printf (script, "%s\nEND\n", coded);
  install_office (script->str);
  choose (fixture->pane, 2);
  WAIT_FOR (shows (fixture->pane, "office"));
  WAIT_FOR (shows (fixture->pane, "pages"));
  WAIT_FOR (count_pages (fixture->pane) == 4);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find (fixture->pane, "words_button"))));
}

/* Before the other test, which leaves its pages in the cache. */
static void
test_making_pages_can_be_stopped (Fixture *fixture, gconstpointer data)
{
  GtkWidget *office = GTK_WIDGET (find (fixture->pane, "office"));

  if (!walls_work ())
    return;
  install_office ("sleep 600\n");
  choose (fixture->pane, 2);
  WAIT_FOR (shows (fixture->pane, "office"));
  WAIT_FOR (tab_host_says (office, "LibreOffice is making the pages"));
  g_signal_emit_by_name (
    gtk_widget_get_template_child (office, COMARK_TYPE_OFFICE_VIEW, "cancel_button"), "clicked");
  g_assert_true (shows (fixture->pane, "words"));
  WAIT_FOR (tab_host_says (fixture->page, "These are the document's words."));
  install_office ("exit 1\n");
  g_signal_emit_by_name (find (fixture->pane, "make_button"), "clicked");
  WAIT_FOR (gtk_widget_get_visible (office) && shows (fixture->pane, "office"));
  WAIT_FOR (tab_host_says (office, "No pages could be made"));
}

static void
test_without_libreoffice_the_words_are_read (Fixture *fixture, gconstpointer data)
{
  g_setenv ("COMARK_SOFFICE", "/nowhere/soffice", TRUE);
  choose (fixture->pane, 2);
  WAIT_FOR (shows (fixture->pane, "words"));
  WAIT_FOR (tab_host_says (fixture->page, "once LibreOffice Writer is installed"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find (fixture->pane, "make_button"))));
}

int
main (int argc, char *argv[])
{
  home = g_dir_make_tmp ("comark-test-file-pane-XXXXXX", NULL);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_setenv ("COMARK_SOFFICE", "/nowhere/soffice", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/file-pane/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("two-files-stand-beside-each-other", test_two_files_stand_beside_each_other);
  ADD ("making-pages-can-be-stopped", test_making_pages_can_be_stopped);
  ADD ("an-office-document-becomes-pages", test_an_office_document_becomes_pages);
  ADD ("without-libreoffice-the-words-are-read", test_without_libreoffice_the_words_are_read);
  return g_test_run ();
}
