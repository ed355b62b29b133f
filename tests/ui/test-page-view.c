/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../document/reader-util.h"
#include "comark-page-cache.h"
#include "comark-page-find.h"
#include "comark-page-layout.h"
#include "comark-page-side.h"
#include "comark-page-thumbs.h"
#include "comark-page-view.h"

typedef struct
{
  GtkWidget *window;
  ComarkPageView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->view = COMARK_PAGE_VIEW (comark_page_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (int i = 0; i < 500 && fixture->view != NULL; i++)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (2000);
  g_assert_null (fixture->view);
}

static GtkWidget *
find_by_id (Fixture *fixture, const char *id)
{
  GObject *child
    = gtk_widget_get_template_child (GTK_WIDGET (fixture->view), COMARK_TYPE_PAGE_VIEW, id);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static const char *
get_status (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (find_by_id (fixture, "status_label")));
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find_by_id (fixture, "states")));
}

static gboolean
says (Fixture *fixture, const char *start)
{
  return g_str_has_prefix (get_status (fixture), start);
}

#define WAIT_FOR(condition)                                                    \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 wait_end_us = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;    \
    while (!(condition) && g_get_monotonic_time () < wait_end_us)              \
      g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);     \
    g_assert_true (condition);                                                 \
  }                                                                            \
  G_STMT_END

static void
show_leaflet (Fixture *fixture, int n_pages, int page)
{
  g_autoptr (GBytes) leaflet = make_leaflet (n_pages);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);

  comark_page_view_set_reader (fixture->view, reader, page);
}

static int
get_page_width (Fixture *fixture)
{
  int width = 0, page;
  double x_pt, y_pt;

  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (fixture->view)); x++)
    width += comark_page_view_locate (fixture->view, x, 40, &page, &x_pt, &y_pt);
  return width - 1; /* both edges are the page's */
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
}

static void
test_it_is_empty_until_it_has_a_document (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  show_leaflet (fixture, 3, 0);
  g_assert_cmpstr (get_state (fixture), ==, "loading");
  WAIT_FOR (says (fixture, "Page 1 of 3"));
  g_assert_cmpstr (get_state (fixture), ==, "document");
  comark_page_view_set_reader (fixture->view, NULL, 0);
  g_assert_cmpstr (get_state (fixture), ==, "empty");
}

static void
test_it_starts_at_the_page_asked (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 5, 3);
  WAIT_FOR (says (fixture, "Page 4 of 5"));
  show_leaflet (fixture, 5, 99);
  WAIT_FOR (says (fixture, "Page 5 of 5"));
  g_assert_cmpint (comark_page_view_get_page (fixture->view), ==, 4);
}

static void
test_pages_are_named_for_a_screen_reader (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 5, 2);
  WAIT_FOR (says (fixture, "Page 3 of 5"));
  gtk_test_accessible_assert_role (find_by_id (fixture, "desk"), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (find_by_id (fixture, "desk"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Page 3 of 5");
  gtk_test_accessible_assert_role (find_by_id (fixture, "status_label"),
                                   GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
count_notify (int *n_notified)
{
  ++*n_notified;
}

static void
test_turning_stops_at_the_ends (Fixture *fixture, gconstpointer data)
{
  int n_notified = 0;

  g_signal_connect_swapped (fixture->view, "notify::page", G_CALLBACK (count_notify),
                            &n_notified);
  show_leaflet (fixture, 3, 0);
  WAIT_FOR (says (fixture, "Page 1 of 3"));
  act (fixture, "page-view.previous");
  g_assert_cmpint (comark_page_view_get_page (fixture->view), ==, 0);
  for (int i = 0; i < 5; i++)
    act (fixture, "page-view.next");
  WAIT_FOR (says (fixture, "Page 3 of 3"));
  g_assert_cmpint (n_notified, ==, 2);
  act (fixture, "page-view.first");
  WAIT_FOR (says (fixture, "Page 1 of 3"));
}

static void
test_a_page_number_is_typed_in (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *typed; int page; } cases[] = {
    { "4", 3 }, { "0", 3 }, { "-2", 3 }, { "two", 3 }, { "", 3 }, { "2", 1 }, { "999999", 4 },
  };
  GtkWidget *entry = find_by_id (fixture, "page_entry");

  show_leaflet (fixture, 5, 0);
  WAIT_FOR (says (fixture, "Page 1 of 5"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpint (comark_page_view_get_page (fixture->view), ==, cases[i].page);
      g_autofree char *shown = g_strdup_printf ("%d", cases[i].page + 1);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, shown);
    }
}

static void
test_zoom_goes_by_steps_and_back_to_the_width (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 2, 0);
  WAIT_FOR (says (fixture, "Page 1 of 2, "));
  int fitting = get_page_width (fixture);
  g_assert_cmpint (fitting, >, 560);
  g_assert_cmpint (fitting, <=, 600 - 24); /* a scroll bar may take its part */
  comark_page_view_set_zoom (fixture->view, 1.0);
  WAIT_FOR (says (fixture, "Page 1 of 2, 100 %"));
  g_assert_cmpint (get_page_width (fixture), ==, 560); /* 420 points at 96 to the inch */
  act (fixture, "page-view.zoom-in");
  WAIT_FOR (says (fixture, "Page 1 of 2, 110 %"));
  for (int i = 0; i < 30; i++)
    act (fixture, "page-view.zoom-in");
  g_assert_cmpfloat (comark_page_view_get_zoom (fixture->view), ==, 4);
  for (int i = 0; i < 30; i++)
    act (fixture, "page-view.zoom-out");
  g_assert_cmpfloat (comark_page_view_get_zoom (fixture->view), ==, 0.25);
  act (fixture, "page-view.fit-width");
  WAIT_FOR (get_page_width (fixture) == fitting);
}

static void
test_flying_through_pages_ends_on_the_last_asked (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 60, 0);
  WAIT_FOR (says (fixture, "Page 1 of 60"));
  for (int i = 0; i < 59; i++)
    {
      act (fixture, "page-view.next");
      g_main_context_iteration (NULL, FALSE);
    }
  WAIT_FOR (says (fixture, "Page 60 of 60"));
}

static void
scroll (Fixture *fixture, const char *where)
{
  gtk_widget_activate_action (find_by_id (fixture, "desk"), "desk.scroll", "s", where);
}

/* What lies in the middle of the view: a page and how far down it. */
static double
get_middle (Fixture *fixture, int *page)
{
  double x_pt, y_pt = -1;
  GtkWidget *desk = find_by_id (fixture, "desk");
  double y = gtk_widget_get_height (desk) / 2.0, x = gtk_widget_get_width (desk) / 2.0;

  gtk_widget_translate_coordinates (desk, GTK_WIDGET (fixture->view), x, y, &x, &y);
  /* The middle may be a gap. */
  for (int i = 0; i < 20 && !comark_page_view_locate (fixture->view, x, y + i, page, &x_pt, &y_pt);
       i++)
    continue;
  return y_pt;
}

static void
test_pages_under_one_another_are_scrolled_through (Fixture *fixture, gconstpointer data)
{
  comark_page_view_set_continuous (fixture->view, TRUE);
  show_leaflet (fixture, 40, 0);
  WAIT_FOR (says (fixture, "Page 1 of 40"));
  for (int i = 0; i < 4; i++)
    {
      scroll (fixture, "page-down");
      gtk_test_widget_wait_for_draw (fixture->window);
    }
  WAIT_FOR (comark_page_view_get_page (fixture->view) > 1);
  WAIT_FOR (!says (fixture, "Page 1 of 40"));
  act (fixture, "page-view.last");
  WAIT_FOR (says (fixture, "Page 40 of 40"));
  act (fixture, "page-view.previous");
  WAIT_FOR (says (fixture, "Page 39 of 40"));
}

static void
test_one_page_is_left_by_its_end (Fixture *fixture, gconstpointer data)
{
  comark_page_view_set_continuous (fixture->view, FALSE);
  show_leaflet (fixture, 3, 0);
  WAIT_FOR (says (fixture, "Page 1 of 3"));
  for (int i = 0; i < 9 && comark_page_view_get_page (fixture->view) == 0; i++)
    scroll (fixture, "page-down");
  WAIT_FOR (says (fixture, "Page 2 of 3"));
}

static void
test_the_place_is_kept_by_other_arrangements (Fixture *fixture, gconstpointer data)
{
  int page;

  comark_page_view_set_continuous (fixture->view, TRUE);
  show_leaflet (fixture, 40, 20);
  WAIT_FOR (says (fixture, "Page 21 of 40"));
  gtk_test_widget_wait_for_draw (fixture->window);
  scroll (fixture, "down");
  gtk_test_widget_wait_for_draw (fixture->window);
  double before = get_middle (fixture, &page);
  g_assert_cmpint (page, ==, 20);
  for (int i = 0; i < 4; i++)
    {
      comark_page_view_set_continuous (fixture->view, i % 2);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_cmpfloat_with_epsilon (get_middle (fixture, &page), before, 12);
      g_assert_cmpint (page, ==, 20);
    }
  comark_page_view_set_zoom (fixture->view, 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat_with_epsilon (get_middle (fixture, &page), before, 12);
  g_assert_cmpint (page, ==, 20);
}

static void
test_the_whole_page_fits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *desk = find_by_id (fixture, "desk");
  int page;
  double x_pt, y_pt;

  show_leaflet (fixture, 3, 0);
  WAIT_FOR (says (fixture, "Page 1 of 3"));
  act (fixture, "page-view.fit-page");
  g_assert_cmpfloat (comark_page_view_get_zoom (fixture->view), ==, -1);
  gtk_test_widget_wait_for_draw (fixture->window);
  double scale = (gtk_widget_get_height (desk) - 24) / 595.0;
  g_assert_cmpint (get_page_width (fixture), <=, (int) (420 * scale) + 1);
  g_assert_cmpint (get_page_width (fixture), >=, (int) (420 * scale) - 1);
  double x = 300, y = gtk_widget_get_height (desk) - 14;
  g_assert_true (comark_page_view_locate (fixture->view, x, y, &page, &x_pt, &y_pt));
  g_assert_cmpint (page, ==, 0);
}

/* A thousand pages cost what the few in sight cost. */
static void
test_only_pages_in_sight_are_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) leaflet = make_leaflet (1000);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (ComarkPageLayout) layout = comark_page_layout_new (1000);
  g_autoptr (ComarkPageCache) cache = comark_page_cache_new (reader, layout);

  comark_page_layout_set_room (layout, 600, 700);
  comark_page_layout_set_continuous (layout, TRUE);
  comark_page_cache_want (cache, 500, 501, 500);
  WAIT_FOR (comark_page_layout_first_unknown (layout) == 1000);
  for (int page = 0; page < 1000; page++)
    g_assert_true (comark_page_cache_has (cache, page) == (page >= 499 && page <= 502));
  comark_page_cache_stop (cache);
}

static const char *
get_count (Fixture *fixture)
{
  GtkWidget *find = find_by_id (fixture, "find");

  return gtk_label_get_label (GTK_LABEL (
    gtk_widget_get_template_child (find, COMARK_TYPE_PAGE_FIND, "count_label")));
}

static void
look_for (Fixture *fixture, const char *words)
{
  GtkWidget *find = find_by_id (fixture, "find");
  GObject *entry = gtk_widget_get_template_child (find, COMARK_TYPE_PAGE_FIND, "entry");

  act (fixture, "page-view.find");
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
test_words_are_found_and_walked_through (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 100, 29);
  WAIT_FOR (says (fixture, "Page 30 of 100"));
  look_for (fixture, "LEAFLET");
  WAIT_FOR (g_str_equal (get_count (fixture), "30 of 100"));
  act (fixture, "page-view.find-next");
  g_assert_cmpstr (get_count (fixture), ==, "31 of 100");
  WAIT_FOR (says (fixture, "Page 31 of 100"));
  for (int i = 0; i < 31; i++)
    act (fixture, "page-view.find-previous");
  g_assert_cmpstr (get_count (fixture), ==, "100 of 100");
  WAIT_FOR (says (fixture, "Page 100 of 100"));
  look_for (fixture, "page 7 of");
  WAIT_FOR (g_str_equal (get_count (fixture), "1 of 1"));
  WAIT_FOR (says (fixture, "Page 7 of 100"));
  look_for (fixture, "nowhere");
  WAIT_FOR (g_str_has_prefix (get_count (fixture), "Not found."));
  look_for (fixture, "");
  WAIT_FOR (g_str_equal (get_count (fixture), ""));
}

static void
test_a_search_ends_with_its_document (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 400, 0);
  WAIT_FOR (says (fixture, "Page 1 of 400"));
  look_for (fixture, "leaflet");
  show_leaflet (fixture, 2, 0);
  WAIT_FOR (g_str_equal (get_count (fixture), "1 of 2"));
  gtk_widget_activate_action (find_by_id (fixture, "find"), "find.close", NULL);
  g_assert_false (gtk_widget_get_visible (find_by_id (fixture, "find")));
}

static GObject *
find_in_side (Fixture *fixture, const char *id)
{
  return gtk_widget_get_template_child (find_by_id (fixture, "side"), COMARK_TYPE_PAGE_SIDE, id);
}

static void
show_side (Fixture *fixture, const char *tab)
{
  g_autofree char *button = g_strconcat (tab, "_button", NULL);

  g_object_set (fixture->view, "shows-side", TRUE, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_in_side (fixture, button)), TRUE);
  WAIT_FOR (gtk_widget_get_mapped (find_by_id (fixture, "side")));
}

static void
test_chapters_lead_to_their_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) policy = load_policy ();

  if (policy == NULL)
    {
      g_test_skip ("The Debian package debian-policy is not installed.");
      return;
    }
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (policy);
  comark_page_view_set_reader (fixture->view, reader, 0);
  WAIT_FOR (says (fixture, "Page 1 of"));
  show_side (fixture, "chapters");
  GtkListView *list = GTK_LIST_VIEW (find_in_side (fixture, "chapter_view"));
  GtkSingleSelection *model = GTK_SINGLE_SELECTION (gtk_list_view_get_model (list));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (model)) > 50);
  gtk_single_selection_set_selected (model, 40);
  int page = comark_page_view_get_page (fixture->view);
  g_assert_cmpint (page, >, 20);
  /* And the other way about. */
  comark_page_view_set_page (fixture->view, 16);
  GtkStringObject *chapter = gtk_single_selection_get_selected_item (model);
  g_assert_cmpstr (gtk_string_object_get_string (chapter), ==, "The Debian Archive");
}

static void
test_a_document_without_chapters_says_so (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 3, 0);
  WAIT_FOR (says (fixture, "Page 1 of 3"));
  show_side (fixture, "chapters");
  GtkStack *states = GTK_STACK (find_in_side (fixture, "chapter_states"));
  WAIT_FOR (g_str_equal (gtk_stack_get_visible_child_name (states), "none"));
  GtkLabel *note = GTK_LABEL (find_in_side (fixture, "chapter_note"));
  g_assert_nonnull (strstr (gtk_label_get_label (note), "does not list its chapters"));
}

/* However many rows the list has made. */
static void
test_small_pictures_are_drawn_where_they_are_seen (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 1000, 500);
  WAIT_FOR (says (fixture, "Page 501 of 1000"));
  show_side (fixture, "pages");
  ComarkPageThumbs *thumbs = COMARK_PAGE_THUMBS (find_in_side (fixture, "thumbs"));
  WAIT_FOR (comark_page_thumbs_get_n_asked (thumbs) > 0);
  for (int i = 0; i < 100; i++)
    g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (5000);
  g_assert_cmpuint (comark_page_thumbs_get_n_asked (thumbs), <, 30);
  g_signal_emit_by_name (thumbs, "page-chosen", 7, TRUE);
  WAIT_FOR (says (fixture, "Page 8 of 1000"));
}

#define LINK(rect, action) "<< /Type /Annot /Subtype /Link /Rect [" rect "] /A << " action " >> >> "

/* Two pages; the first has links one under another, 100 points high each. */
static void
show_links (Fixture *fixture)
{
  static const char text[]
    = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
      "/Kids [3 0 R 4 0 R] /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox "
      "[0 0 200 400] /Annots ["
      LINK ("0 300 200 400", "/S /URI /URI (https://user@example.org/a?b=c d)")
      LINK ("0 200 200 300", "/S /GoTo /D [4 0 R /Fit]")
      LINK ("0 100 200 200", "/S /Launch /F (/bin/sh)")
      LINK ("0 0 200 100", "/S /URI /URI (mailto:ada@example.org?attach=/etc/passwd)")
      "] >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 400] >>\nendobj\n"
      "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
  g_autoptr (GBytes) pdf = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (pdf);

  comark_page_view_set_continuous (fixture->view, FALSE);
  comark_page_view_set_reader (fixture->view, reader, 0);
  WAIT_FOR (says (fixture, "Page 1 of 2"));
  show_side (fixture, "links");
  GtkListBox *list = GTK_LIST_BOX (find_in_side (fixture, "links_list"));
  WAIT_FOR (gtk_list_box_get_row_at_index (list, 3) != NULL);
}

static void
follow (Fixture *fixture, int index)
{
  GtkListBox *list = GTK_LIST_BOX (find_in_side (fixture, "links_list"));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, index));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

static gboolean
dialog_says (const char *words)
{
  AdwMessageDialog *dialog = find_dialog ();

  return dialog != NULL && strstr (adw_message_dialog_get_body (dialog), words) != NULL;
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_FOR (find_dialog () == NULL);
}

static char *
read_opened (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "opened", NULL);
  char *opened = NULL;

  g_file_get_contents (path, &opened, NULL, NULL);
  return opened;
}

static gboolean
was_opened (const char *address)
{
  g_autofree char *opened = read_opened ();

  return opened != NULL && strstr (opened, address) != NULL;
}

static void
test_a_link_out_is_shown_whole_and_asks_first (Fixture *fixture, gconstpointer data)
{
  show_links (fixture);
  follow (fixture, 0);
  WAIT_FOR (dialog_says ("https://user@example.org/a?b=c%20d"));
  g_assert_true (dialog_says ("It leads to example.org,"));
  answer ("cancel");
  follow (fixture, 3);
  WAIT_FOR (dialog_says ("ada@example.org"));
  g_assert_false (dialog_says ("attach"));
  answer ("cancel");
  g_assert_false (was_opened ("example"));
  follow (fixture, 0);
  WAIT_FOR (dialog_says ("https://"));
  answer ("accept");
  WAIT_FOR (was_opened ("https://user@example.org/a?b=c%20d"));
}

static void
test_other_links_stay_inside_or_are_refused (Fixture *fixture, gconstpointer data)
{
  show_links (fixture);
  follow (fixture, 2);
  WAIT_FOR (dialog_says ("only follows links to web pages"));
  answer ("close");
  follow (fixture, 1);
  WAIT_FOR (says (fixture, "Page 2 of 2"));
  g_assert_null (find_dialog ());
}

/* A browser that writes down what it is asked to open. */
static void
install_browser (void)
{
  g_autofree char *home = g_dir_make_tmp ("comark-page-view-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "browser.desktop", NULL);
  g_autofree char *list = g_build_filename (folder, "mimeapps.list", NULL);
  g_autofree char *words
    = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Browser\nExec=/bin/sh -c 'echo "
                       "\"$0\" >>%s/opened' %%u\nMimeType=x-scheme-handler/https;"
                       "x-scheme-handler/mailto;\n",
                       home);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (entry, words, -1, NULL);
  g_file_set_contents (list,
                       "[Default Applications]\nx-scheme-handler/https=browser.desktop\n"
                       "x-scheme-handler/mailto=browser.desktop\n",
                       -1, NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", home, TRUE);
}

static void
count_signal (GtkWidget *view, int *n)
{
  ++*n;
}

static void
test_a_document_that_cannot_be_shown_can_be_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\3\4 a zip", 10);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);
  AdwStatusPage *error = ADW_STATUS_PAGE (find_by_id (fixture, "document_error"));
  int n_requests = 0;

  g_signal_connect (fixture->view, "save-copy-requested", G_CALLBACK (count_signal),
                    &n_requests);
  comark_page_view_set_reader (fixture->view, reader, 0);
  WAIT_FOR (g_str_equal (get_state (fixture), "error"));
  g_assert_nonnull (strstr (adw_status_page_get_description (error), "cannot show this kind"));
  act (fixture, "page-view.save-copy");
  g_assert_cmpint (n_requests, ==, 1);
  comark_page_view_set_error (fixture->view, "The file is not there.");
  g_assert_cmpstr (adw_status_page_get_description (error), ==, "The file is not there.");
}

static void
test_another_document_takes_over_at_once (Fixture *fixture, gconstpointer data)
{
  show_leaflet (fixture, 9, 5);
  show_leaflet (fixture, 2, 1);
  WAIT_FOR (says (fixture, "Page 2 of 2"));
  show_leaflet (fixture, 3, 0); /* and goes while it is being opened */
}

#define ADD(name, func)                                                        \
  g_test_add ("/app/page-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  install_browser ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("it-is-empty-until-it-has-a-document", test_it_is_empty_until_it_has_a_document);
  ADD ("it-starts-at-the-page-asked", test_it_starts_at_the_page_asked);
  ADD ("pages-are-named-for-a-screen-reader", test_pages_are_named_for_a_screen_reader);
  ADD ("turning-stops-at-the-ends", test_turning_stops_at_the_ends);
  ADD ("a-page-number-is-typed-in", test_a_page_number_is_typed_in);
  ADD ("zoom-goes-by-steps-and-back", test_zoom_goes_by_steps_and_back_to_the_width);
  ADD ("flying-through-pages-ends-on-the-last",
       test_flying_through_pages_ends_on_the_last_asked);
  ADD ("pages-under-one-another-are-scrolled-through",
       test_pages_under_one_another_are_scrolled_through);
  ADD ("one-page-is-left-by-its-end", test_one_page_is_left_by_its_end);
  ADD ("the-place-is-kept-by-other-arrangements", test_the_place_is_kept_by_other_arrangements);
  ADD ("the-whole-page-fits", test_the_whole_page_fits);
  ADD ("only-pages-in-sight-are-drawn", test_only_pages_in_sight_are_drawn);
  ADD ("words-are-found-and-walked-through", test_words_are_found_and_walked_through);
  ADD ("a-search-ends-with-its-document", test_a_search_ends_with_its_document);
  ADD ("chapters-lead-to-their-pages", test_chapters_lead_to_their_pages);
  ADD ("a-document-without-chapters-says-so", test_a_document_without_chapters_says_so);
  ADD ("small-pictures-are-drawn-where-they-are-seen",
       test_small_pictures_are_drawn_where_they_are_seen);
  ADD ("a-link-out-is-shown-whole-and-asks-first",
       test_a_link_out_is_shown_whole_and_asks_first);
  ADD ("other-links-stay-inside-or-are-refused", test_other_links_stay_inside_or_are_refused);
  ADD ("a-document-that-cannot-be-shown-can-be-saved",
       test_a_document_that_cannot_be_shown_can_be_saved);
  ADD ("another-document-takes-over-at-once", test_another_document_takes_over_at_once);
  return g_test_run ();
}
