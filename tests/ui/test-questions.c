/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the owner through the window: from a criterion of My review, by way of the co-chairs'
 * page, to the owner's, and back to the criterion.
 */
#include "tab-host.h"

#include "comark-ask-section.h"
#include "comark-criterion-strip.h"
#include "comark-desk-questions.h"
#include "comark-question-card.h"
#include "comark-questions-page.h"
#include "comark-review-page.h"
#include "comark-text-field.h"
#include "comark-words-editor.h"

typedef struct
{
  Panel *panel;
  TabHost *host;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->host != NULL)
    tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static GtkWidget *
show (Fixture *fixture, Who who, const char *tab, GType type)
{
  GtkWidget *page;

  if (fixture->host != NULL)
    tab_host_close (fixture->host);
  fixture->host = tab_host_open (fixture->panel, who);
  page = GTK_WIDGET (tab_host_show (fixture->host, tab, type));
  gtk_test_widget_wait_for_draw (page);
  return page;
}

/* The button below @widget that says @label and can be seen. */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
on_time_over_cb (gpointer data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

#define WAIT_UNTIL(condition)                                        \
  G_STMT_START                                                       \
  {                                                                  \
    guint over = g_timeout_add_seconds (10, on_time_over_cb, NULL);  \
    while (!(condition))                                             \
      g_main_context_iteration (NULL, TRUE);                         \
    g_source_remove (over);                                          \
  }                                                                  \
  G_STMT_END

static void
click (GtkWidget *page, const char *label)
{
  GtkWidget *button = find_button (page, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* As if typed: the field says "changed" only for what the person does. */
static void
type (GtkWidget *below, const char *words)
{
  GtkWidget *view = tab_host_find (below, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
}

static void
test_a_member_asks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, E2, "review", COMARK_TYPE_REVIEW_PAGE);
  GtkWidget *section = tab_host_find (page, COMARK_TYPE_ASK_SECTION);
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  click (section, "Ask the owner…");
  g_assert_null (find_button (section, "Ask the owner…"));
  g_assert_false (gtk_widget_is_sensitive (find_button (section, "Give it to the co-chairs")));
  type (tab_host_find (section, COMARK_TYPE_WORDS_EDITOR), "Who was in the room?");
  click (section, "Give it to the co-chairs");
  WAIT_UNTIL (tab_host_says (section, "with the co-chairs"));
  g_assert_true (tab_host_says (section, "Who was in the room?"));
  dossier = comark_desk_open_dossier (panel_as (fixture->panel, E2), fixture->panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossier->questions->len, ==, 1);
  click (section, "Take it back");
  WAIT_UNTIL (find_button (section, "Give it to the co-chairs") != NULL);
}

/* What was typed on one criterion is there again after looking at the next. */
static void
test_words_stay_with_their_criterion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, E2, "review", COMARK_TYPE_REVIEW_PAGE);
  GtkWidget *section = tab_host_find (page, COMARK_TYPE_ASK_SECTION);

  click (section, "Ask the owner…");
  type (tab_host_find (section, COMARK_TYPE_WORDS_EDITOR), "Half a quest");
  g_assert_true (gtk_widget_activate_action (page, "review.next-criterion", NULL));
  g_assert_nonnull (find_button (section, "Ask the owner…"));
  WAIT_UNTIL (
    comark_dossier_own_question (
      comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (page)), "A1") != NULL);
  g_assert_true (gtk_widget_activate_action (page, "review.previous-criterion", NULL));
  g_assert_nonnull (find_button (section, "Give it to the co-chairs"));
  {
    GtkWidget *view = tab_host_find (section, GTK_TYPE_TEXT_VIEW);
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
    g_autofree char *text = NULL;

    g_object_get (buffer, "text", &text, NULL);
    g_assert_cmpstr (text, ==, "Half a quest");
  }
}

static void
ask (Fixture *fixture, Who who, const char *criterion, const char *words)
{
  g_autoptr (GError) error = NULL;
  Panel *panel = fixture->panel;

  panel_worked (comark_desk_save_question (panel_as (panel, who), panel->ref, criterion, words, 0,
                                           NULL, &error),
                &error);
  panel_worked (comark_desk_ask_question (panel_as (panel, who), panel->ref, criterion, &error),
                &error);
}

static void
test_the_co_chairs_look_through_them (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page, *card;

  ask (fixture, E2, "A1", "who was there??");
  page = show (fixture, S1, "questions", COMARK_TYPE_QUESTIONS_PAGE);
  g_assert_true (tab_host_says (page, "who was there??"));
  g_assert_false (tab_host_says (page, "Emil Two"));
  g_assert_nonnull (find_button (page, "Send to the owner…"));
  card = tab_host_find (page, COMARK_TYPE_QUESTION_CARD);
  type (card, "Who took part?");

  /* one that comes meanwhile does not disturb who writes */
  ask (fixture, S2, "C1", "And who decided?");
  comark_submission_page_reload (fixture->host->page);
  WAIT_UNTIL (tab_host_says (page, "And who decided?"));
  g_assert_true (tab_host_find (page, COMARK_TYPE_QUESTION_CARD) == card);
  comark_submission_tab_flush (COMARK_SUBMISSION_TAB (page));
  WAIT_UNTIL (g_strcmp0 (((ComarkOwnerQuestion *) g_ptr_array_index (
                            comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (page))
                              ->questions, 0))->wording, "Who took part?") == 0);
}

static void
test_the_owner_answers_and_members_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Panel *panel = fixture->panel;
  GtkWidget *page, *section;

  ask (fixture, E2, "A1", "Who was in the room?");
  panel_worked (comark_desk_send_questions (panel_as (panel, S1), panel->ref, &error), &error);
  page = show (fixture, OWNER, "questions", COMARK_TYPE_QUESTIONS_PAGE);
  g_assert_true (tab_host_says (page, "Who was in the room?"));
  g_assert_nonnull (find_button (page, "Add evidence…"));
  type (tab_host_find (page, COMARK_TYPE_QUESTION_CARD), "Six of us.");
  comark_submission_tab_flush (COMARK_SUBMISSION_TAB (page));
  WAIT_UNTIL (*((ComarkOwnerQuestion *) g_ptr_array_index (
                  comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (page))->questions,
                  0))->answer != '\0');
  panel_worked (comark_desk_send_answers (panel_as (panel, OWNER), panel->ref, &error), &error);

  page = show (fixture, S2, "review", COMARK_TYPE_REVIEW_PAGE);
  section = tab_host_find (page, COMARK_TYPE_ASK_SECTION);
  g_assert_true (tab_host_says (section, "The panel asked the owner"));
  g_assert_true (tab_host_says (section, "Six of us."));
  g_assert_null (find_button (section, "Ask the owner…"));
  g_assert_true (tab_host_says (tab_host_find (page, COMARK_TYPE_CRITERION_STRIP), "A1 ←"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/questions/ask", test_a_member_asks);
  ADD ("/questions/words-stay", test_words_stay_with_their_criterion);
  ADD ("/questions/co-chairs", test_the_co_chairs_look_through_them);
  ADD ("/questions/owner", test_the_owner_answers_and_members_read);
  return g_test_run ();
}
