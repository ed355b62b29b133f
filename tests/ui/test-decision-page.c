/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Decision tab over a real register: what it shows to whom, in which order, and what it asks
 * for before something is recorded.
 */
#include <string.h>

#include "comark-agree-editor.h"
#include "comark-decide-section.h"
#include "comark-decision-page.h"
#include "comark-dot-scale.h"
#include "comark-framework-reader.h"
#include "comark-letter-section.h"
#include "comark-matrix-row.h"
#include "comark-matrix-section.h"
#include "comark-meeting-section.h"
#include "comark-seal-section.h"
#include "panel-window.h"

#define WAIT_FOR(condition)                                                    \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 wait_end_us = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;    \
    while (!(condition) && g_get_monotonic_time () < wait_end_us)              \
      g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);     \
    g_assert_true (condition);                                                 \
  }                                                                            \
  G_STMT_END

/* ---- finding ---- */

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The child called @id of the first widget of @type in @root. */
static GtkWidget *
part (gpointer root, GType type, const char *id)
{
  GtkWidget *widget = find (GTK_WIDGET (root), type);
  GObject *child;

  g_assert_nonnull (widget);
  child = gtk_widget_get_template_child (widget, type, id);
  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

static const char *
words_of (GtkWidget *label)
{
  return gtk_label_get_label (GTK_LABEL (label));
}

static PanelWindow *
show (Panel *panel, Who who)
{
  PanelWindow *window = panel_window_new (panel, who, COMARK_TYPE_DECISION_PAGE);

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
choose_level (PanelWindow *window, ComarkValue value)
{
  GtkWidget *levels = part (window, COMARK_TYPE_AGREE_EDITOR, "levels");

  for (GtkWidget *child = gtk_widget_get_first_child (levels); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "value")) == value)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
}

static void
type_because (PanelWindow *window, const char *words)
{
  GtkWidget *view = part (window, COMARK_TYPE_AGREE_EDITOR, "because");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

static ComarkAgreedValue *
agreed (PanelWindow *window, const char *criterion)
{
  return comark_dossier_agreed (comark_submission_tab_get_dossier (panel_window_get_tab (window)),
                                criterion);
}

/* ---- the dots ---- */

static void
test_dots_are_said_in_words (void)
{
  static const struct
  {
    ComarkValue experts[2], staff[2], agreed;
    const char *words;
  } cases[] = {
    { { 3, 3 }, { 3, 4 }, COMARK_VALUE_NONE,
      "Experts by experience: 3, 3. Staff: 3, 4. Suggested 3." },
    { { 4, 1 }, { 4, 4 }, 4,
      "Experts by experience: 1, 4. Staff: 4, 4. Suggested 1. Agreed: 4." },
    { { COMARK_VALUE_CANNOT_TELL, 2 }, { 0, COMARK_VALUE_NOT_APPLICABLE },
      COMARK_VALUE_CANNOT_TELL,
      "Experts by experience: cannot tell yet, 2. Staff: does not apply, 0. Suggested 0. "
      "Agreed: cannot tell yet." },
    { { COMARK_VALUE_NONE, COMARK_VALUE_NONE }, { 3, 3 }, COMARK_VALUE_NONE,
      "Experts by experience: none. Staff: 3, 3. No value is suggested." },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkFramework) framework
    = comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, &error);
  ComarkDotScale *scale = g_object_ref_sink (COMARK_DOT_SCALE (comark_dot_scale_new ()));

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ComarkMemberRating ratings[] = {
        { COMARK_KIND_EXPERT, cases[i].experts[0] }, { COMARK_KIND_STAFF, cases[i].staff[0] },
        { COMARK_KIND_EXPERT, cases[i].experts[1] }, { COMARK_KIND_STAFF, cases[i].staff[1] },
      };
      ComarkMedians medians = comark_medians_of (ratings, G_N_ELEMENTS (ratings), 0, 4);
      comark_dot_scale_set (scale, framework, ratings, G_N_ELEMENTS (ratings), &medians,
                            cases[i].agreed);
      g_assert_cmpstr (comark_dot_scale_get_words (scale), ==, cases[i].words);
      gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].words);
    }
  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_IMG);
  g_object_unref (scale);
}

/* ---- the matrix ---- */

/* All at 3 but for one criterion, where the groups are apart. */
static void
rate_with_one_gap (Panel *panel, const char *apart)
{
  static const Who raters[] = { E1, E2, S1, S2 };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) criteria = panel_criteria (panel);

  for (gsize who = 0; who < G_N_ELEMENTS (raters); who++)
    {
      for (guint i = 0; criteria[i] != NULL; i++)
        panel_rate (panel, raters[who], criteria[i],
                    g_str_equal (criteria[i], apart) && who >= 2 ? 1 : 3);
      panel_worked (comark_desk_submit_review (panel_as (panel, raters[who]), panel->ref, &error),
                    &error);
    }
  panel->step = STEP_RATED;
}

static void
test_rows_that_need_talk_come_first (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_auto (GStrv) criteria = NULL;
  PanelWindow *window;
  GtkWidget *row;

  panel_go_to (panel, STEP_IN_REVIEW);
  criteria = panel_criteria (panel);
  rate_with_one_gap (panel, "F2");
  panel_go_to (panel, STEP_IN_MEETING);
  window = show (panel, E1);
  row = gtk_widget_get_first_child (part (window, COMARK_TYPE_MATRIX_SECTION, "rows"));
  g_assert_cmpstr (comark_matrix_row_get_criterion (COMARK_MATRIX_ROW (row))->id, ==, "F2");
  g_assert_true (g_str_has_prefix (words_of (part (row, COMARK_TYPE_MATRIX_ROW, "talk")),
                                   "Talk about this."));
  row = gtk_widget_get_next_sibling (row);
  g_assert_cmpstr (comark_matrix_row_get_criterion (COMARK_MATRIX_ROW (row))->id, ==, criteria[0]);
  g_assert_false (gtk_widget_get_visible (part (row, COMARK_TYPE_MATRIX_ROW, "talk")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_another_value_needs_a_reason (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  GtkWidget *record;

  panel_go_to (panel, STEP_IN_MEETING);
  window = show (panel, E1);
  comark_matrix_section_choose (
    COMARK_MATRIX_SECTION (find (GTK_WIDGET (window), COMARK_TYPE_MATRIX_SECTION)), "A1");
  record = part (window, COMARK_TYPE_AGREE_EDITOR, "record_button");
  g_assert_false (gtk_widget_get_sensitive (record));
  choose_level (window, 4); /* as suggested */
  g_assert_true (gtk_widget_get_sensitive (record));
  choose_level (window, 2);
  g_assert_false (gtk_widget_get_sensitive (record));
  g_assert_nonnull (strstr (words_of (part (window, COMARK_TYPE_AGREE_EDITOR, "hint")),
                            "say why"));
  type_because (window, "   ");
  g_assert_false (gtk_widget_get_sensitive (record));
  type_because (window, "The advert came late.");
  g_assert_true (gtk_widget_get_sensitive (record));
  g_signal_emit_by_name (record, "clicked");
  WAIT_FOR (agreed (window, "A1") != NULL);
  g_assert_cmpint (agreed (window, "A1")->value, ==, 2);
  g_assert_cmpstr (agreed (window, "A1")->because, ==, "The advert came late.");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_a_newer_dossier_leaves_what_is_typed (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  ComarkMatrixSection *matrix;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  g_autofree char *typed = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  window = show (panel, E1);
  matrix = COMARK_MATRIX_SECTION (find (GTK_WIDGET (window), COMARK_TYPE_MATRIX_SECTION));
  comark_matrix_section_choose (matrix, "C1");
  choose_level (window, 1);
  type_because (window, "We are still talk");
  panel_agree (panel, "A1", 3);
  panel_agree (panel, "C1", 3);
  panel_window_reload (window);
  comark_matrix_section_choose (matrix, "A1"); /* another row in between */
  comark_matrix_section_choose (matrix, "C1");
  g_assert_cmpstr (comark_matrix_section_get_chosen (matrix), ==, "C1");
  buffer = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (part (window, COMARK_TYPE_AGREE_EDITOR, "because")));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (typed, ==, "We are still talk");
  g_assert_nonnull (strstr (words_of (part (window, COMARK_TYPE_AGREE_EDITOR, "stored")),
                            "by Sam One"));
  WAIT_FOR (panel_window_get_n_acted (window) == 1); /* kept, when the row was left */
  dossier = comark_desk_open_dossier (panel_as (panel, E1), panel->ref, NULL);
  g_assert_cmpstr (comark_dossier_text_draft (dossier, "agree/C1")->body, ==, "We are still talk");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- access ---- */

static void
test_who_may_open_the_meeting (void)
{
  static const struct { Who who; gboolean may; } cases[] = {
    { E1, TRUE }, { S1, TRUE }, { E2, FALSE }, { S2, FALSE }, { ADMIN, FALSE },
  };
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;

  panel_go_to (panel, STEP_RATED);
  window = show (panel, E1);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      panel_window_act_as (window, cases[i].who);
      g_assert_cmpint (gtk_widget_get_sensitive (
                         part (window, COMARK_TYPE_MEETING_SECTION, "open_button")),
                       ==, cases[i].may);
      g_assert_cmpint (gtk_widget_get_visible (
                         part (window, COMARK_TYPE_MEETING_SECTION, "open_why")),
                       ==, !cases[i].may);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static ComarkDossier *
dossier_of (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
test_the_owner_has_the_tab_once_it_is_sealed (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) before = NULL, after = NULL;
  PanelWindow *window;

  panel_go_to (panel, STEP_DECIDED);
  before = dossier_of (panel, OWNER);
  g_assert_false (comark_decision_page_applies (before));
  panel_go_to (panel, STEP_SEALED);
  after = dossier_of (panel, OWNER);
  g_assert_true (comark_decision_page_applies (after));
  window = show (panel, OWNER);
  g_assert_false (gtk_widget_get_visible (
    find (GTK_WIDGET (window), COMARK_TYPE_MEETING_SECTION)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_who_has_not_rated_sees_no_ratings (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E1, 4);
  window = show (panel, E2);
  g_assert_true (gtk_widget_get_visible (
    part (window, COMARK_TYPE_MATRIX_SECTION, "sentence")));
  g_assert_false (gtk_widget_get_visible (part (window, COMARK_TYPE_MATRIX_SECTION, "stack")));
  g_assert_null (strstr (words_of (part (window, COMARK_TYPE_MEETING_SECTION, "progress")),
                         "are in."));
  panel_window_act_as (window, E1); /* has, but asks before looking: it cannot be undone */
  g_assert_true (gtk_widget_get_visible (
    part (window, COMARK_TYPE_MATRIX_SECTION, "peers_button")));
  g_assert_false (gtk_widget_get_visible (part (window, COMARK_TYPE_MATRIX_SECTION, "stack")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- deciding ---- */

static void
test_deciding_waits_for_every_value (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  GtkWidget *decide, *waits;

  panel_go_to (panel, STEP_IN_MEETING);
  window = show (panel, S1);
  decide = part (window, COMARK_TYPE_DECIDE_SECTION, "decide_button");
  waits = part (window, COMARK_TYPE_DECIDE_SECTION, "waits");
  g_assert_false (gtk_widget_get_sensitive (decide));
  g_assert_nonnull (strstr (words_of (waits), "A1"));
  panel_go_to (panel, STEP_AGREED);
  panel_window_reload (window);
  g_assert_true (gtk_widget_get_sensitive (decide));
  g_assert_false (gtk_widget_get_visible (waits));
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (part (window, COMARK_TYPE_DECIDE_SECTION, "outcome")), 5);
  g_assert_false (gtk_widget_get_sensitive (decide)); /* not the rules': majority and reason */
  panel_window_act_as (window, E2);
  g_assert_false (gtk_widget_get_sensitive (decide));
  g_assert_true (gtk_widget_get_visible (
    part (window, COMARK_TYPE_DECIDE_SECTION, "decide_why")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_letter_is_written_to_be_checked (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  GtkTextBuffer *buffer;

  panel_go_to (panel, STEP_AGREED);
  window = show (panel, E1);
  buffer = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (part (window, COMARK_TYPE_DECIDE_SECTION, "letter")));
  g_signal_emit_by_name (part (window, COMARK_TYPE_DECIDE_SECTION, "letter_button"), "clicked");
  WAIT_FOR (gtk_text_buffer_get_char_count (buffer) > 100);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_IN_MEETING);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_the_letter_is_worded_again_until_somebody_signs (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  GtkWidget *change, *record;
  GtkTextBuffer *buffer;

  panel_go_to (panel, STEP_DECIDED);
  window = show (panel, E1);
  change = part (window, COMARK_TYPE_LETTER_SECTION, "change_button");
  record = part (window, COMARK_TYPE_LETTER_SECTION, "record_button");
  g_signal_emit_by_name (change, "clicked");
  buffer = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (part (window, COMARK_TYPE_LETTER_SECTION, "words")));
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), >, 100); /* what stands now */
  gtk_text_buffer_set_text (buffer, "You did not fail.", -1);
  g_assert_nonnull (strstr (words_of (part (window, COMARK_TYPE_LETTER_SECTION, "advice")),
                            "Nobody fails here"));
  gtk_text_buffer_set_text (buffer, "Well done, all of you.", -1);
  g_signal_emit_by_name (record, "clicked");
  WAIT_FOR (panel_window_get_n_acted (window) == 2); /* the draft, and the wording */
  g_assert_cmpstr (words_of (part (window, COMARK_TYPE_LETTER_SECTION, "letter")), ==,
                   "Well done, all of you.");
  g_assert_true (gtk_widget_get_visible (
    part (window, COMARK_TYPE_LETTER_SECTION, "earlier")));
  g_assert_true (gtk_widget_get_visible (change));
  panel_go_to (panel, STEP_SIGNED);
  panel_window_reload (window);
  g_assert_false (gtk_widget_get_visible (change));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_it_is_signed_by_both_then_sealed (void)
{
  g_autoptr (Panel) panel = panel_new ();
  PanelWindow *window;
  GtkWidget *sign, *seal, *why;

  panel_go_to (panel, STEP_DECIDED);
  panel_pass_days (panel, 4);
  window = show (panel, E1);
  sign = part (window, COMARK_TYPE_SEAL_SECTION, "sign_button");
  seal = part (window, COMARK_TYPE_SEAL_SECTION, "seal_button");
  why = part (window, COMARK_TYPE_SEAL_SECTION, "seal_why");
  g_assert_cmpstr (words_of (why), ==, "Both co-chairs sign first.");
  g_signal_emit_by_name (sign, "clicked");
  WAIT_FOR (panel_window_get_n_acted (window) == 1);
  g_assert_false (gtk_widget_get_sensitive (sign));
  g_assert_nonnull (strstr (words_of (why), "staff co-chair"));
  panel_window_act_as (window, S1);
  g_assert_true (gtk_widget_get_sensitive (sign));
  g_signal_emit_by_name (sign, "clicked");
  WAIT_FOR (panel_window_get_n_acted (window) == 2);
  g_assert_true (gtk_widget_get_sensitive (seal));
  panel_window_act_as (window, S2);
  g_assert_false (gtk_widget_get_sensitive (seal));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/dot-scale/dots-are-said-in-words", test_dots_are_said_in_words);
  g_test_add_func ("/app/decision-page/rows-that-need-talk-come-first",
                   test_rows_that_need_talk_come_first);
  g_test_add_func ("/app/decision-page/another-value-needs-a-reason",
                   test_another_value_needs_a_reason);
  g_test_add_func ("/app/decision-page/a-newer-dossier-leaves-what-is-typed",
                   test_a_newer_dossier_leaves_what_is_typed);
  g_test_add_func ("/app/decision-page/who-may-open-the-meeting", test_who_may_open_the_meeting);
  g_test_add_func ("/app/decision-page/the-owner-has-the-tab-once-it-is-sealed",
                   test_the_owner_has_the_tab_once_it_is_sealed);
  g_test_add_func ("/app/decision-page/who-has-not-rated-sees-no-ratings",
                   test_who_has_not_rated_sees_no_ratings);
  g_test_add_func ("/app/decision-page/deciding-waits-for-every-value",
                   test_deciding_waits_for_every_value);
  g_test_add_func ("/app/decision-page/the-letter-is-written-to-be-checked",
                   test_the_letter_is_written_to_be_checked);
  g_test_add_func ("/app/decision-page/the-letter-is-worded-again-until-somebody-signs",
                   test_the_letter_is_worded_again_until_somebody_signs);
  g_test_add_func ("/app/decision-page/it-is-signed-by-both-then-sealed",
                   test_it_is_signed_by_both_then_sealed);
  return g_test_run ();
}
