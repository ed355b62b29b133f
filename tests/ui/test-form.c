/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The owner's form: what is typed is saved by itself, and no newer dossier, other person or other
 * tab takes it away.
 */
#include "tab-host.h"

#include "comark-act.h"
#include "comark-checklist.h"
#include "comark-day-entry.h"
#include "comark-details-form.h"
#include "comark-document-field.h"
#include "comark-form-page.h"
#include "comark-form-places.h"
#include "comark-overview-page.h"
#include "comark-save-line.h"
#include "comark-statement-editor.h"
#include "comark-statements-section.h"
#include "comark-text-field.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  ComarkSubmissionTab *tab;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_PREPARING);
  fixture->host = tab_host_open (fixture->panel, OWNER);
  fixture->tab = tab_host_show (fixture->host, "form", COMARK_TYPE_FORM_PAGE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->host, tab_host_close);
  g_clear_pointer (&fixture->panel, panel_free);
}

/* ---- what is on the page ---- */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = tab_host_find (widget, type);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
editor (Fixture *fixture, const char *criterion)
{
  GtkWidget *section = find (GTK_WIDGET (fixture->tab), COMARK_TYPE_STATEMENTS_SECTION);
  GtkWidget *found
    = comark_statements_section_find (COMARK_STATEMENTS_SECTION (section), criterion);

  g_assert_nonnull (found);
  return found;
}

static const char *
saved_words (GtkWidget *widget)
{
  return comark_save_line_get_words (COMARK_SAVE_LINE (find (widget, COMARK_TYPE_SAVE_LINE)));
}

static char *
shown_text (GtkWidget *widget)
{
  return comark_text_field_dup_text (COMARK_TEXT_FIELD (find (widget, COMARK_TYPE_TEXT_FIELD)));
}

/* As a person types it: signals and all. */
static void
type_into (GtkWidget *widget, const char *text)
{
  GtkTextBuffer *buffer
    = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (widget, GTK_TYPE_TEXT_VIEW)));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

static gboolean
is_saved (GtkWidget *widget)
{
  return g_str_has_prefix (saved_words (widget), "Saved ");
}

/* ---- what is in the register ---- */

static ComarkDossier *
stored (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier
    = comark_desk_open_dossier (panel_as (fixture->panel, OWNER), fixture->panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_stored (Fixture *fixture, const char *criterion, const char *body)
{
  g_autoptr (ComarkDossier) dossier = stored (fixture);
  ComarkOwnerStatement *statement = comark_dossier_statement (dossier, criterion);

  g_assert_cmpstr (statement != NULL ? statement->body : NULL, ==, body);
}

static void
somebody_else_writes (Fixture *fixture, const char *criterion, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = stored (fixture);
  ComarkOwnerStatement *statement = comark_dossier_statement (dossier, criterion);

  panel_worked (comark_desk_save_statement (panel_as (fixture->panel, ADMIN), fixture->panel->ref,
                                            criterion, body, statement ? statement->rev : 0, NULL,
                                            &error),
                &error);
}

static void
wait_for_newer (Fixture *fixture)
{
  g_autoptr (ComarkDossier) older
    = g_object_ref (comark_submission_tab_get_dossier (fixture->tab));

  comark_submission_page_reload (fixture->host->page);
  WAIT_FOR (comark_submission_tab_get_dossier (fixture->tab) != older);
}

/* ---- saving by itself ---- */

static void
test_words_are_saved_after_a_second (Fixture *fixture, gconstpointer data)
{
  GtkWidget *c1 = editor (fixture, "C1");
  gint64 begun_us = g_get_monotonic_time ();

  type_into (c1, "Six of us wrote it.");
  assert_stored (fixture, "C1", NULL);
  WAIT_FOR (is_saved (c1));
  g_assert_cmpint (g_get_monotonic_time () - begun_us, >=, 1000 * 1000);
  assert_stored (fixture, "C1", "Six of us wrote it.");
}

static void
test_each_key_starts_the_second_again (Fixture *fixture, gconstpointer data)
{
  GtkWidget *c1 = editor (fixture, "C1");

  for (int i = 0; i < 4; i++)
    {
      gint64 until_us = g_get_monotonic_time () + 400 * 1000;
      type_into (c1, "a");
      while (g_get_monotonic_time () < until_us)
        g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);
      assert_stored (fixture, "C1", NULL);
    }
  WAIT_FOR (is_saved (c1));
  assert_stored (fixture, "C1", "aaaa");
  type_into (c1, "b");
  WAIT_FOR (!is_saved (c1));
  WAIT_FOR (is_saved (c1));
  assert_stored (fixture, "C1", "aaaab");
}

static void
test_leaving_saves_at_once (Fixture *fixture, gconstpointer data)
{
  gint64 begun_us = g_get_monotonic_time ();

  type_into (editor (fixture, "C1"), "Quick.");
  tab_host_show (fixture->host, "overview", COMARK_TYPE_OVERVIEW_PAGE);
  WAIT_FOR (fixture->host->window->n_acted > 0);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, 1000 * 1000);
  assert_stored (fixture, "C1", "Quick.");
}

static void
test_closing_saves (Fixture *fixture, gconstpointer data)
{
  type_into (editor (fixture, "C1"), "Last words.");
  g_clear_pointer (&fixture->host, tab_host_close);
  assert_stored (fixture, "C1", "Last words.");
}

static void
test_details_are_saved (Fixture *fixture, gconstpointer data)
{
  GtkWidget *form = find (GTK_WIDGET (fixture->tab), COMARK_TYPE_DETAILS_FORM);
  GtkEditable *title
    = GTK_EDITABLE (gtk_widget_get_template_child (form, COMARK_TYPE_DETAILS_FORM, "name"));
  const char *const titles[] = { "Going home", "Going home well" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (ComarkDossier) dossier = NULL;
      gtk_editable_set_text (title, titles[i]);
      WAIT_FOR (!is_saved (form));
      WAIT_FOR (is_saved (form));
      dossier = stored (fixture);
      g_assert_cmpstr (dossier->submission->title, ==, titles[i]);
      g_assert_cmpstr (dossier->submission->review_day, ==, "2027-06-30");
      g_assert_cmpstr (dossier->submission->level, ==, "operational");
    }
  gtk_editable_set_text (title, "");
  WAIT_FOR (g_str_has_prefix (saved_words (form), "Not saved yet"));
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "");
}

/* ---- others write too ---- */

static void
test_unsaved_words_survive_a_newer_dossier (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  type_into (editor (fixture, "C1"), "Half a sent");
  somebody_else_writes (fixture, "B1", "They wrote on B1.");
  wait_for_newer (fixture);
  text = shown_text (editor (fixture, "C1"));
  g_assert_cmpstr (text, ==, "Half a sent");
  g_free (text);
  text = shown_text (editor (fixture, "B1"));
  g_assert_cmpstr (text, ==, "They wrote on B1.");
}

static void
get_into_conflict (Fixture *fixture)
{
  GtkWidget *c1 = editor (fixture, "C1");
  g_autofree char *text = NULL;

  type_into (c1, "Mine.");
  somebody_else_writes (fixture, "C1", "Theirs.");
  wait_for_newer (fixture);
  WAIT_FOR (strstr (saved_words (c1), "Somebody else changed") != NULL);
  g_assert_nonnull (strstr (saved_words (c1), "Theirs."));
  text = shown_text (c1);
  g_assert_cmpstr (text, ==, "Mine.");
  assert_stored (fixture, "C1", "Theirs.");
}

/* The first button keeps mine, the second takes theirs. */
static GtkWidget *
answer_button (GtkWidget *widget, guint n)
{
  GtkWidget *line = find (widget, COMARK_TYPE_SAVE_LINE);
  GObject *conflict = gtk_widget_get_template_child (line, COMARK_TYPE_SAVE_LINE, "conflict");
  GtkWidget *button = find (GTK_WIDGET (conflict), GTK_TYPE_BUTTON);

  return n == 0 ? button : gtk_widget_get_next_sibling (button);
}

static void
test_conflict_keeps_mine (Fixture *fixture, gconstpointer data)
{
  GtkWidget *c1 = editor (fixture, "C1");

  get_into_conflict (fixture);
  gtk_widget_activate (answer_button (c1, 0));
  WAIT_FOR (is_saved (c1));
  assert_stored (fixture, "C1", "Mine.");
}

static void
test_conflict_takes_theirs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *c1 = editor (fixture, "C1");
  g_autofree char *text = NULL;

  get_into_conflict (fixture);
  gtk_widget_activate (answer_button (c1, 1));
  WAIT_FOR (is_saved (c1));
  text = shown_text (c1);
  g_assert_cmpstr (text, ==, "Theirs.");
  assert_stored (fixture, "C1", "Theirs.");
}

/* ---- the rest of the form ---- */

static void
test_words_can_be_undone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *c1 = editor (fixture, "C1");
  g_autofree char *text = NULL;

  type_into (c1, "One step too far.");
  gtk_widget_activate_action (find (c1, GTK_TYPE_TEXT_VIEW), "text.undo", NULL);
  text = shown_text (c1);
  g_assert_cmpstr (text, ==, "");
}

static void
test_document_is_replaced (Fixture *fixture, gconstpointer data)
{
  GtkWidget *field = find (GTK_WIDGET (fixture->tab), COMARK_TYPE_DOCUMENT_FIELD);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Another leaflet\n", 16);

  comark_document_field_take (COMARK_DOCUMENT_FIELD (field), bytes, "another.txt");
  WAIT_FOR (tab_host_says (field, "another.txt"));
  g_assert_cmpstr (fixture->host->window->said, ==, "The document is in.");
}

static void
test_missing_leads_to_its_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ComarkDossier) dossier = stored (fixture);
  GtkWidget *checklist = find (GTK_WIDGET (fixture->tab), COMARK_TYPE_CHECKLIST);
  const char *place = comark_form_place (dossier, 0);
  GtkRoot *root = gtk_widget_get_root (checklist);

  g_assert_nonnull (comark_framework_criterion (dossier->framework, place));
  g_signal_emit_by_name (checklist, "chosen", 0);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), editor (fixture, place)));
}

/* The sentences in the order of the form, some of them there. */
static void
test_places_follow_the_dossier (void)
{
  static const struct
  {
    gboolean audience, document;
    const char *missing[4];
    const char *places[3];
  } rows[] = {
    { FALSE, FALSE, { "a", "b", "c" }, { "details", "document", "contributors" } },
    { TRUE, FALSE, { "b", "c" }, { "document", "contributors" } },
    { FALSE, TRUE, { "a", "c" }, { "details", "contributors" } },
    { TRUE, TRUE, { "c" }, { "contributors" } },
    { FALSE, TRUE, { "a", "x (C1) y", "c" }, { "details", "C1", "contributors" } },
  };
  ComarkCriterion c1 = { .id = "C1" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ComarkDossier) dossier = g_object_new (COMARK_TYPE_DOSSIER, NULL);
      dossier->submission = comark_submission_new ();
      dossier->submission->audience = g_strdup (rows[i].audience ? "people" : "");
      dossier->criteria = g_ptr_array_new ();
      g_ptr_array_add (dossier->criteria, &c1);
      dossier->documents = g_ptr_array_new ();
      if (rows[i].document)
        g_ptr_array_add (dossier->documents, NULL);
      dossier->missing = g_strdupv ((char **) rows[i].missing);
      for (guint j = 0; rows[i].missing[j] != NULL; j++)
        g_assert_cmpstr (comark_form_place (dossier, j), ==, rows[i].places[j]);
    }
}

static void
test_days_are_read_as_people_write_them (void)
{
  static const struct
  {
    const char *text, *day;
  } rows[] = {
    { "2026-11-22", "2026-11-22" },      { "22 November 2026", "2026-11-22" },
    { " 22 nov 2026 ", "2026-11-22" },   { "3/12/2026", "2026-12-03" },
    { "03.12.26", "2026-12-03" },        { "3-12-2026", "2026-12-03" },
    { "29 February 2028", "2028-02-29" }, { "29 February 2027", NULL },
    { "31/4/2026", NULL },               { "tomorrow", NULL },
    { "22 No 2026", NULL },              { "1 2 3 4", NULL },
    { "22 November 99999", NULL },       { "0/0/2026", NULL },
    { "", NULL },                        { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = comark_day_entry_parse (rows[i].text);
      g_assert_cmpstr (day, ==, rows[i].day);
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("/form/words-are-saved-after-a-second", test_words_are_saved_after_a_second);
  ADD ("/form/each-key-starts-the-second-again", test_each_key_starts_the_second_again);
  ADD ("/form/leaving-saves-at-once", test_leaving_saves_at_once);
  ADD ("/form/closing-saves", test_closing_saves);
  ADD ("/form/details-are-saved", test_details_are_saved);
  ADD ("/form/unsaved-words-survive-a-newer-dossier", test_unsaved_words_survive_a_newer_dossier);
  ADD ("/form/conflict-keeps-mine", test_conflict_keeps_mine);
  ADD ("/form/conflict-takes-theirs", test_conflict_takes_theirs);
  ADD ("/form/words-can-be-undone", test_words_can_be_undone);
  ADD ("/form/document-is-replaced", test_document_is_replaced);
  ADD ("/form/missing-leads-to-its-place", test_missing_leads_to_its_place);
  g_test_add_func ("/form/places-follow-the-dossier", test_places_follow_the_dossier);
  g_test_add_func ("/form/days-are-read-as-people-write-them",
                   test_days_are_read_as_people_write_them);
  return g_test_run ();
}
