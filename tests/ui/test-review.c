/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * My review: what a member gives by key is what is kept, however quick the keys.
 */
#include "tab-host.h"

#include "comark-cover-row.h"
#include "comark-coverage-section.h"
#include "comark-coverage-view.h"
#include "comark-desk-own.h"
#include "comark-rating-form.h"
#include "comark-review-list.h"
#include "comark-review-page.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
  GtkWidget *page;
  ComarkRatingForm *form;
} Fixture;

/* One item, for the first criterion of the route. */
static void
add_evidence (Panel *panel)
{
  g_auto (GStrv) criteria = panel_criteria (panel);
  const char *const first[] = { criteria[0], NULL };
  const ComarkEvidenceForm form = { .title = "Notes of the meeting", .criteria = first };
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                &error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_PREPARING);
  add_evidence (fixture->panel);
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  fixture->host = tab_host_open (fixture->panel, E1);
  fixture->page = GTK_WIDGET (tab_host_show (fixture->host, "review", COMARK_TYPE_REVIEW_PAGE));
  fixture->form = COMARK_RATING_FORM (tab_host_find (fixture->page, COMARK_TYPE_RATING_FORM));
  gtk_test_widget_wait_for_draw (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static void
press (Fixture *fixture, GtkDirectionType direction, guint n)
{
  while (n-- > 0)
    gtk_widget_child_focus (GTK_WIDGET (fixture->host->window), direction);
}

static void
step (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
}

static void
test_keys_need_not_wait_for_a_frame (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      step (fixture, "review.next-criterion");
      press (fixture, GTK_DIR_DOWN, 3);
      g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 3);
      press (fixture, GTK_DIR_TAB_FORWARD, 1);
      press (fixture, GTK_DIR_DOWN, 2);
      g_assert_cmpint (comark_rating_form_get_strength (fixture->form), ==,
                       COMARK_STRENGTH_SHOWN);
    }
}

static void
test_next_one_begins_with_nothing_chosen (Fixture *fixture, gconstpointer data)
{
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 2);
  step (fixture, "review.next-criterion");
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, COMARK_VALUE_NONE);
  g_assert_cmpint (comark_rating_form_get_strength (fixture->form), ==, COMARK_STRENGTH_NONE);
}

/* Before the register has answered that it is saved. */
static void
test_going_back_at_once_shows_what_was_given (Fixture *fixture, gconstpointer data)
{
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 2);
  step (fixture, "review.next-criterion");
  step (fixture, "review.previous-criterion");
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 2);
}

/* ---- undoing ---- */

static void
test_undo_goes_where_it_was_done (Fixture *fixture, gconstpointer data)
{
  const char *first = comark_rating_form_get_criterion (fixture->form)->id;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->form));
  press (fixture, GTK_DIR_DOWN, 3);
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 1);
  step (fixture, "review.undo");
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, COMARK_VALUE_NONE);
  step (fixture, "review.undo");
  g_assert_cmpstr (comark_rating_form_get_criterion (fixture->form)->id, ==, first);
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 2);
  step (fixture, "review.redo");
  step (fixture, "review.redo");
  g_assert_cmpstr (comark_rating_form_get_criterion (fixture->form)->id, !=, first);
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 1);
}

static void
wait_for_rating (Fixture *fixture, const char *criterion, ComarkValue value)
{
  ComarkSubmissionTab *tab = COMARK_SUBMISSION_TAB (fixture->page);
  ComarkRating *rating = NULL;

  for (guint i = 0; i < 1000 && (rating == NULL || rating->value != value); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
      rating = comark_dossier_rating (comark_submission_tab_get_dossier (tab)->own_first,
                                      criterion);
    }
  g_assert_nonnull (rating);
  g_assert_cmpint (rating->value, ==, value);
}

static void
test_undo_outlives_saving_and_is_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first
    = g_strdup (comark_rating_form_get_criterion (fixture->form)->id);

  gtk_widget_grab_focus (GTK_WIDGET (fixture->form));
  press (fixture, GTK_DIR_DOWN, 1);
  wait_for_rating (fixture, first, 1);
  press (fixture, GTK_DIR_DOWN, 2);
  wait_for_rating (fixture, first, 3);
  step (fixture, "review.undo");
  wait_for_rating (fixture, first, 2);
  step (fixture, "review.undo");
  wait_for_rating (fixture, first, 1);
}

/* ---- evidence ---- */

static void
wait_for_cover (Fixture *fixture, ComarkCover cover)
{
  ComarkSubmissionTab *tab = COMARK_SUBMISSION_TAB (fixture->page);
  ComarkCover now = COMARK_COVER_NONE;

  for (guint i = 0; i < 1000 && now != cover; i++)
    {
      ComarkReview *own = comark_submission_tab_get_dossier (tab)->own_first;

      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
      if (own != NULL && own->covers->len > 0)
        now = ((ComarkEvidenceCover *) g_ptr_array_index (own->covers, 0))->cover;
    }
  g_assert_cmpint (now, ==, cover);
}

static void
test_evidence_is_answered_by_key_and_undone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = tab_host_find (GTK_WIDGET (fixture->form), COMARK_TYPE_COVER_ROW);

  g_assert_nonnull (row);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  press (fixture, GTK_DIR_RIGHT, 3);
  g_assert_cmpint (comark_cover_row_get_cover (COMARK_COVER_ROW (row)), ==, COMARK_COVER_GAP);
  wait_for_cover (fixture, COMARK_COVER_GAP);
  g_assert_cmpint (comark_cover_row_get_cover (COMARK_COVER_ROW (row)), ==, COMARK_COVER_GAP);
  step (fixture, "review.undo");
  g_assert_cmpint (comark_cover_row_get_cover (COMARK_COVER_ROW (row)), ==, COMARK_COVER_ENOUGH);
  wait_for_cover (fixture, COMARK_COVER_ENOUGH);
}

/* ---- the matrix ---- */

static GtkWidget *
find_of_type (GtkWidget *widget, GType type, guint *nth)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type, nth);
  return found;
}

static void
test_matrix_says_what_is_there_and_goes_there (Fixture *fixture, gconstpointer data)
{
  GtkWidget *section = tab_host_find (fixture->page, COMARK_TYPE_COVERAGE_SECTION);
  GtkWidget *view;
  GtkWidget *row = tab_host_find (GTK_WIDGET (fixture->form), COMARK_TYPE_COVER_ROW);
  const char *first = comark_rating_form_get_criterion (fixture->form)->id;
  guint nth = 0;

  g_assert_true (tab_host_says (section, "No gap is named."));
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  press (fixture, GTK_DIR_RIGHT, 3);
  wait_for_cover (fixture, COMARK_COVER_GAP);
  g_assert_true (tab_host_says (section, "A gap is named for 1 criterion."));
  step (fixture, "review.next-criterion");
  gtk_expander_set_expanded (GTK_EXPANDER (find_of_type (section, GTK_TYPE_EXPANDER, &nth)), TRUE);
  view = tab_host_find (section, COMARK_TYPE_COVERAGE_VIEW);
  g_assert_true (tab_host_says (view, "◇ Gap"));
  g_assert_true (tab_host_says (view, "✕ No evidence is attached"));
  nth = 0;
  g_signal_emit_by_name (find_of_type (view, GTK_TYPE_BUTTON, &nth), "clicked");
  g_assert_cmpstr (comark_rating_form_get_criterion (fixture->form)->id, ==, first);
}

/* ---- a note to self ---- */

static GtkTextView *
wait_for_note_field (Fixture *fixture)
{
  guint second = 1;
  GtkWidget *view = find_of_type (GTK_WIDGET (fixture->form), GTK_TYPE_EXPANDER, &second);

  for (guint i = 0; i < 1000 && !gtk_widget_get_visible (view); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  g_assert_true (gtk_widget_get_visible (view));
  gtk_expander_set_expanded (GTK_EXPANDER (view), TRUE);
  second = 0;
  return GTK_TEXT_VIEW (find_of_type (view, GTK_TYPE_TEXT_VIEW, &second));
}

static char *
dup_stored_note (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes
    = comark_desk_list_notes (panel_as (fixture->panel, E1), fixture->panel->ref, &error);

  g_assert_no_error (error);
  return notes->len > 0 ? g_strdup (((ComarkOwnNote *) g_ptr_array_index (notes, 0))->body) : NULL;
}

static void
test_note_is_kept_and_comes_back (Fixture *fixture, gconstpointer data)
{
  GtkTextView *note = wait_for_note_field (fixture);
  g_autofree char *shown = NULL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (note), "Ask in the meeting", -1);
  step (fixture, "review.next-criterion");
  shown = comark_rating_form_dup_note (fixture->form);
  g_assert_cmpstr (shown, ==, "");
  step (fixture, "review.previous-criterion");
  g_clear_pointer (&shown, g_free);
  shown = comark_rating_form_dup_note (fixture->form);
  g_assert_cmpstr (shown, ==, "Ask in the meeting");
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *stored = dup_stored_note (fixture);

      if (g_strcmp0 (stored, "Ask in the meeting") == 0)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (20000);
    }
  g_assert_not_reached ();
}

/* ---- the whole list ---- */

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static gboolean
has_all (ComarkReviewList *list)
{
  return !g_ptr_array_find (comark_review_list_get_forms (list), NULL, NULL);
}

static ComarkReviewList *
show_list (Fixture *fixture)
{
  GtkWidget *list = tab_host_find (fixture->page, COMARK_TYPE_REVIEW_LIST);
  GtkWidget *button = find_button (fixture->page, "Whole list");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (gtk_widget_get_mapped (list));
  for (guint i = 0; i < 1000 && !has_all (COMARK_REVIEW_LIST (list)); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  gtk_test_widget_wait_for_draw (list);
  return COMARK_REVIEW_LIST (list);
}

static ComarkRatingForm *
listed (ComarkReviewList *list, guint index)
{
  return g_ptr_array_index (comark_review_list_get_forms (list), index);
}

static void
test_list_keeps_place_and_answers (Fixture *fixture, gconstpointer data)
{
  ComarkReviewList *list;

  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 3);
  list = show_list (fixture);
  g_assert_cmpint (comark_rating_form_get_value (listed (list, 1)), ==, 3);
  step (fixture, "review.next-criterion");
  press (fixture, GTK_DIR_DOWN, 2);
  g_assert_cmpint (comark_rating_form_get_value (listed (list, 2)), ==, 2);
  step (fixture, "review.undo");
  g_assert_cmpint (comark_rating_form_get_value (listed (list, 2)), ==, 1);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find_button (fixture->page, "One at a time")), TRUE);
  g_assert_cmpstr (comark_rating_form_get_criterion (fixture->form)->id, ==,
                   comark_rating_form_get_criterion (listed (list, 2))->id);
  g_assert_cmpint (comark_rating_form_get_value (fixture->form), ==, 1);
}

/* Changing another form by pointer takes it in hand, and what was typed before is not lost. */
static void
test_list_saves_each_where_it_belongs (Fixture *fixture, gconstpointer data)
{
  ComarkReviewList *list = show_list (fixture);
  const char *first = comark_rating_form_get_criterion (listed (list, 0))->id;
  const char *third = comark_rating_form_get_criterion (listed (list, 2))->id;

  gtk_widget_grab_focus (GTK_WIDGET (listed (list, 0)));
  press (fixture, GTK_DIR_DOWN, 2);
  gtk_widget_grab_focus (GTK_WIDGET (listed (list, 2)));
  press (fixture, GTK_DIR_DOWN, 4);
  wait_for_rating (fixture, first, 2);
  wait_for_rating (fixture, third, 4);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/review/keys-need-not-wait", test_keys_need_not_wait_for_a_frame);
  ADD ("/review/next-begins-with-nothing", test_next_one_begins_with_nothing_chosen);
  ADD ("/review/back-at-once", test_going_back_at_once_shows_what_was_given);
  ADD ("/review/undo-goes-where-it-was-done", test_undo_goes_where_it_was_done);
  ADD ("/review/undo-outlives-saving", test_undo_outlives_saving_and_is_saved);
  ADD ("/review/evidence-by-key", test_evidence_is_answered_by_key_and_undone);
  ADD ("/review/matrix", test_matrix_says_what_is_there_and_goes_there);
  ADD ("/review/note-to-self", test_note_is_kept_and_comes_back);
  ADD ("/review/list-keeps-place", test_list_keeps_place_and_answers);
  ADD ("/review/list-saves-each", test_list_saves_each_where_it_belongs);
  return g_test_run ();
}
