/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>
#include <string.h>

#include "../desk/panel-fixture.h"
#include "act-host-window.h"
#include "comark-certificate-preview.h"
#include "comark-mark-actions.h"
#include "comark-mark-check.h"
#include "comark-mark-needs.h"
#include "comark-mark-page.h"

typedef struct
{
  Panel *panel;
  ComarkRegister *reg;
  TestActHost *host;
  ComarkMarkPage *page;
  char *folder;
} Fixture;

/* ---- the page and its register ---- */

static gpointer
open_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_open_dossier (desk, data, error);
}

static ComarkDossier *
read_dossier (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_register_run (fixture->reg, COMARK_STORE_READ, open_job,
                                                fixture->panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
show_as (Fixture *fixture, Who who)
{
  g_autoptr (ComarkDossier) dossier = NULL;

  comark_register_set_acting (fixture->reg, fixture->panel->people[who]);
  dossier = read_dossier (fixture);
  comark_submission_tab_set_dossier (COMARK_SUBMISSION_TAB (fixture->page), dossier);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("comark-mark-XXXXXX", NULL);
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, (Step) GPOINTER_TO_INT (data));
  fixture->reg = comark_register_open (fixture->panel->place, &error);
  g_assert_no_error (error);
  fixture->page = g_object_new (COMARK_TYPE_MARK_PAGE, NULL);
  fixture->host = test_act_host_new (fixture->reg, GTK_WIDGET (fixture->page));
  show_as (fixture, ADMIN);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->host));
  WAIT_FOR (fixture->page == NULL);
  comark_register_close (fixture->reg);
  g_object_unref (fixture->reg);
  panel_free (fixture->panel);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_in (GtkWidget *widget, GType type, const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, type, id);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static GtkWidget *
find_by_id (Fixture *fixture, const char *id)
{
  return find_in (GTK_WIDGET (fixture->page), COMARK_TYPE_MARK_PAGE, id);
}

static ComarkMark *
mark_of (Fixture *fixture)
{
  return comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (fixture->page))->mark;
}

/* What the register has noted last. */
static char *
last_use (Fixture *fixture)
{
  g_autoptr (ComarkDossier) dossier = read_dossier (fixture);
  GPtrArray *events = dossier->mark->events;
  ComarkMarkUse *use = g_ptr_array_index (events, events->len - 1);

  return g_strdup_printf ("%u %s %s", events->len, use->what, use->format);
}

static void
assert_last_use (Fixture *fixture, const char *expected)
{
  g_autofree char *use = last_use (fixture);

  g_assert_cmpstr (use, ==, expected);
}

static gboolean
says (GtkWidget *label, const char *words)
{
  return strstr (gtk_label_get_label (GTK_LABEL (label)), words) != NULL;
}

/* ---- before ---- */

static void
test_what_is_needed_is_said (Fixture *fixture, gconstpointer data)
{
  GtkWidget *needs = find_by_id (fixture, "needs");
  GtkWidget *button = find_in (needs, COMARK_TYPE_MARK_NEEDS, "issue_button");
  GtkWidget *reason = find_in (needs, COMARK_TYPE_MARK_NEEDS, "reason");

  g_assert_true (gtk_widget_get_mapped (needs));
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (gtk_widget_get_visible (reason));
  g_assert_true (says (reason, "told"));
}

static void
test_it_is_issued_when_all_is_done (Fixture *fixture, gconstpointer data)
{
  GtkWidget *needs = find_by_id (fixture, "needs");
  GtkWidget *button = find_in (needs, COMARK_TYPE_MARK_NEEDS, "issue_button");

  show_as (fixture, S1);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_true (says (find_in (needs, COMARK_TYPE_MARK_NEEDS, "reason"), "administrator"));
  show_as (fixture, ADMIN);
  g_assert_true (gtk_widget_get_sensitive (button));
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (fixture->host->said != NULL);
  g_assert_cmpstr (fixture->host->said, ==, "The mark was issued.");
  g_assert_cmpint (fixture->host->n_acted, ==, 1);
  show_as (fixture, ADMIN);
  g_assert_true (gtk_widget_get_mapped (find_by_id (fixture, "preview")));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->host))
                 == find_by_id (fixture, "print_button"));
}

/* ---- the certificate ---- */

static void
test_the_certificate_is_shown (Fixture *fixture, gconstpointer data)
{
  ComarkCertificatePreview *preview
    = COMARK_CERTIFICATE_PREVIEW (find_by_id (fixture, "preview"));
  GdkTexture *texture;

  WAIT_FOR (comark_certificate_preview_get_texture (preview) != NULL);
  g_assert_true (says (find_by_id (fixture, "number"), mark_of (fixture)->number));
  texture = comark_certificate_preview_get_texture (preview);
  show_as (fixture, ADMIN);
  g_assert_true (texture == comark_certificate_preview_get_texture (preview));
}

static void
test_a_saved_pdf_carries_the_number (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mark.pdf", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext '%s' -", path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  comark_mark_actions_export_to (GTK_WIDGET (fixture->page), NULL, mark_of (fixture),
                                 COMARK_MARK_FILE_PDF, file);
  WAIT_FOR (fixture->host->said != NULL);
  g_assert_cmpstr (fixture->host->said, ==, "Saved as “mark.pdf”.");
  g_spawn_command_line_sync (command, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, mark_of (fixture)->number));
  assert_last_use (fixture, "2 exported pdf");
  g_unlink (path);
}

static void
test_a_saved_picture_is_noted_too (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mark.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkTexture) texture = NULL;

  comark_mark_actions_export_to (GTK_WIDGET (fixture->page), NULL, mark_of (fixture),
                                 COMARK_MARK_FILE_PNG, file);
  WAIT_FOR (fixture->host->said != NULL);
  texture = gdk_texture_new_from_file (file, NULL);
  g_assert_nonnull (texture);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 3508);
  assert_last_use (fixture, "2 exported png");
  g_unlink (path);
}

static void
test_a_file_that_cannot_be_written_is_not_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "mark.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  comark_mark_actions_export_to (GTK_WIDGET (fixture->page), NULL, mark_of (fixture),
                                 COMARK_MARK_FILE_PDF, file);
  WAIT_FOR (fixture->host->told != NULL);
  g_assert_nonnull (strstr (fixture->host->told, "choose another folder"));
  assert_last_use (fixture, "1 issued ");
}

static void
test_who_may_not_print_is_told_why (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mark.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  show_as (fixture, E2);
  g_assert_false (gtk_widget_get_sensitive (find_by_id (fixture, "print_button")));
  g_assert_true (says (find_by_id (fixture, "use_reason"), "owner"));
  comark_mark_actions_export_to (GTK_WIDGET (fixture->page), NULL, mark_of (fixture),
                                 COMARK_MARK_FILE_PDF, file);
  WAIT_FOR (fixture->host->told != NULL);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* ---- printing ---- */

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (GTK_IS_PRINT_UNIX_DIALOG (window) && gtk_widget_get_mapped (window))
        return GTK_PRINT_UNIX_DIALOG (window);
    }
  return NULL;
}

static void
answer_dialog (int response)
{
  GtkPrintUnixDialog *dialog = find_dialog ();

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_dialog_response (GTK_DIALOG (dialog), response);
  G_GNUC_END_IGNORE_DEPRECATIONS
}

static GtkColumnView *
find_table (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    return GTK_COLUMN_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkColumnView *found = find_table (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The dialog's first table is that of printers; "Print to File" is always one. */
static gboolean
select_printer (void)
{
  GtkPrintUnixDialog *dialog = find_dialog ();
  GtkColumnView *table = dialog != NULL ? find_table (GTK_WIDGET (dialog)) : NULL;
  GtkSelectionModel *model = table != NULL ? gtk_column_view_get_model (table) : NULL;

  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0
         && gtk_selection_model_select_item (model, 0, TRUE)
         && gtk_print_unix_dialog_get_selected_printer (dialog) != NULL;
}

static void
test_a_cancelled_print_is_not_noted (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "mark.print", NULL);
  WAIT_FOR (find_dialog () != NULL);
  answer_dialog (GTK_RESPONSE_CANCEL);
  WAIT_FOR (find_dialog () == NULL);
  for (int i = 0; i < 300; i++)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);
  g_assert_null (fixture->host->said);
  g_assert_null (fixture->host->told);
  g_assert_cmpint (fixture->host->n_acted, ==, 0);
  assert_last_use (fixture, "1 issued ");
}

static void
test_a_print_is_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *path = g_build_filename (fixture->folder, "output.pdf", NULL);

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "mark.print", NULL);
  WAIT_FOR (select_printer ());
  answer_dialog (GTK_RESPONSE_OK);
  WAIT_FOR (fixture->host->said != NULL);
  g_assert_cmpstr (fixture->host->said, ==, "Sent to the printer.");
  assert_last_use (fixture, "2 printed paper");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_chdir (before), ==, 0);
}

/* ---- checking, withdrawing ---- */

static void
check (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  comark_mark_check_file (COMARK_MARK_CHECK (find_by_id (fixture, "check")), file);
}

static void
test_a_file_is_held_against_the_mark (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = find_by_id (fixture, "check");
  GtkWidget *verdict = find_in (widget, COMARK_TYPE_MARK_CHECK, "verdict");
  GtkWidget *sentence = find_in (widget, COMARK_TYPE_MARK_CHECK, "sentence");
  g_autofree char *path = g_build_filename (fixture->folder, "other.txt", NULL);

  g_file_set_contents (path, "Another document.", -1, NULL);
  check (fixture, path);
  WAIT_FOR (says (verdict, "Not the same"));
  g_assert_true (says (sentence, mark_of (fixture)->number));
  g_unlink (path);
  check (fixture, path);
  WAIT_FOR (says (verdict, "Cannot be checked"));
  check (fixture, fixture->folder);
  WAIT_FOR (says (sentence, "is not a file"));
}

static gpointer
revoke_job (ComarkDesk *desk, gpointer number, GError **error)
{
  return comark_desk_revoke_mark (desk, number, "It was given by mistake.", error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static void
test_a_withdrawn_mark_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_get_sensitive (find_by_id (fixture, "revoke_button")));
  comark_register_run (fixture->reg, COMARK_STORE_WRITE, revoke_job, mark_of (fixture)->number,
                       &error);
  g_assert_no_error (error);
  show_as (fixture, ADMIN);
  g_assert_true (says (find_by_id (fixture, "state"), "It was given by mistake."));
  g_assert_false (gtk_widget_get_sensitive (find_by_id (fixture, "print_button")));
  g_assert_false (gtk_widget_get_sensitive (find_by_id (fixture, "revoke_button")));
}

static void
test_the_tab_key_goes_all_the_way (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = find_by_id (fixture, "print_button");
  GtkWidget *last = find_by_id (fixture, "revoke_button");
  GtkWidget *focus = NULL;

  gtk_widget_grab_focus (first);
  for (int i = 0; i < 20 && focus != last; i++)
    {
      GtkWidget *before = gtk_window_get_focus (GTK_WINDOW (fixture->host));
      gtk_widget_child_focus (GTK_WIDGET (fixture->host), GTK_DIR_TAB_FORWARD);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->host));
      g_assert_true (focus != before);
    }
  g_assert_true (focus == last);
}

#define ADD(name, step, func)                                                  \
  g_test_add ("/app/mark-page/" name, Fixture, GINT_TO_POINTER (step), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("what-is-needed-is-said", STEP_SEALED, test_what_is_needed_is_said);
  ADD ("it-is-issued-when-all-is-done", STEP_TOLD, test_it_is_issued_when_all_is_done);
  ADD ("the-certificate-is-shown", STEP_MARKED, test_the_certificate_is_shown);
  ADD ("a-saved-pdf-carries-the-number", STEP_MARKED, test_a_saved_pdf_carries_the_number);
  ADD ("a-saved-picture-is-noted-too", STEP_MARKED, test_a_saved_picture_is_noted_too);
  ADD ("a-file-that-cannot-be-written-is-not-noted", STEP_MARKED,
       test_a_file_that_cannot_be_written_is_not_noted);
  ADD ("who-may-not-print-is-told-why", STEP_MARKED, test_who_may_not_print_is_told_why);
  ADD ("a-cancelled-print-is-not-noted", STEP_MARKED, test_a_cancelled_print_is_not_noted);
  ADD ("a-print-is-noted", STEP_MARKED, test_a_print_is_noted);
  ADD ("a-file-is-held-against-the-mark", STEP_MARKED, test_a_file_is_held_against_the_mark);
  ADD ("a-withdrawn-mark-says-so", STEP_MARKED, test_a_withdrawn_mark_says_so);
  ADD ("the-tab-key-goes-all-the-way", STEP_MARKED, test_the_tab_key_goes_all_the_way);
  return g_test_run ();
}
