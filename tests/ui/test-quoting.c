/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quoting from the words of a document: what is selected stands with the criterion in hand, is
 * marked in the words, found again in a newer version, and nobody else's.
 */
#include "tab-host.h"

#include "comark-decision-page.h"
#include "comark-desk-files.h"
#include "comark-desk-quotes.h"
#include "comark-document-rows.h"
#include "comark-discussion-page.h"
#include "comark-document-page.h"
#include "comark-file-pane.h"
#include "comark-message-editor.h"
#include "comark-quote-expander.h"
#include "comark-quote-list.h"
#include "comark-quote-row.h"
#include "comark-rating-form.h"
#include "comark-reading-buffer.h"
#include "comark-reading-view.h"
#include "comark-review-page.h"
#include "comark-thread-view.h"

#define TITLE "GOING HOME SAFELY\n\n"
#define BEFORE "Leaving is planned from the first day together with the person.\n\n"
#define EXACT "Somebody rings on the day after, at the time that was agreed."
#define AFTER "\n\nWhoever rings writes down what was said and what comes next.\n"

typedef struct
{
  Panel *panel;
  TabHost *host;
  GtkWidget *page;
  GtkTextView *view;
  GtkTextBuffer *words;
} Fixture;

static void
set_document (Panel *panel, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  panel_worked (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, bytes, "home.txt",
                                          &error),
                &error);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
has_words (GtkTextBuffer *buffer, const char *words)
{
  g_autofree char *text = dup_text (buffer);

  return strstr (text, words) != NULL;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture->page, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* The words of the document, in the reading view of My review. */
static void
open_review (Fixture *fixture, Who who)
{
  fixture->host = tab_host_open (fixture->panel, who);
  fixture->page = GTK_WIDGET (tab_host_show (fixture->host, "review", COMARK_TYPE_REVIEW_PAGE));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture->page, "As text")), TRUE);
  fixture->view = GTK_TEXT_VIEW (
    tab_host_find (tab_host_find (fixture->page, COMARK_TYPE_READING_VIEW), GTK_TYPE_TEXT_VIEW));
  fixture->words = gtk_text_view_get_buffer (fixture->view);
  WAIT_FOR (has_words (fixture->words, EXACT));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->panel = panel_new ();
  panel_go_to (fixture->panel, STEP_PREPARING);
  set_document (fixture->panel, TITLE BEFORE EXACT AFTER);
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
  open_review (fixture, E1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tab_host_close (fixture->host);
  panel_free (fixture->panel);
}

static void
select_words (Fixture *fixture, const char *words)
{
  g_autofree char *text = dup_text (fixture->words);
  const char *at = strstr (text, words);
  GtkTextIter start, end;
  glong offset;

  g_assert_nonnull (at);
  offset = g_utf8_pointer_to_offset (text, at);
  gtk_text_buffer_get_iter_at_offset (fixture->words, &start, (int) offset);
  gtk_text_buffer_get_iter_at_offset (fixture->words, &end,
                                      (int) (offset + g_utf8_strlen (words, -1)));
  gtk_text_buffer_select_range (fixture->words, &start, &end);
}

static gboolean
is_marked (Fixture *fixture, const char *words, const char *tag_name)
{
  g_autofree char *text = dup_text (fixture->words);
  const char *at = strstr (text, words);
  GtkTextTag *tag
    = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (fixture->words), tag_name);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (fixture->words, &iter,
                                      (int) g_utf8_pointer_to_offset (text, at));
  return gtk_text_iter_has_tag (&iter, tag);
}

static ComarkQuoteList *
list_of (Fixture *fixture)
{
  return comark_rating_form_get_quotes (
    COMARK_RATING_FORM (tab_host_find (fixture->page, COMARK_TYPE_RATING_FORM)));
}

static ComarkQuote *
first_quote (Fixture *fixture)
{
  GtkWidget *row = tab_host_find (GTK_WIDGET (list_of (fixture)), COMARK_TYPE_QUOTE_ROW);

  return comark_quote_row_get_quote (COMARK_QUOTE_ROW (row));
}

static void
quote_words (Fixture *fixture, const char *words)
{
  guint n = comark_quote_list_count (list_of (fixture));

  select_words (fixture, words);
  g_assert_true (gtk_widget_activate_action (fixture->page, "review.quote", NULL));
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == n + 1);
}

/* ---- quoting ---- */

static void
test_key_keeps_what_is_selected (Fixture *fixture, gconstpointer data)
{
  ComarkQuote *quote;

  quote_words (fixture, EXACT);
  quote = first_quote (fixture);
  g_assert_cmpstr (quote->exact, ==, EXACT);
  g_assert_cmpint (quote->page, ==, 1);
  /* As the file has it, not as the view does. */
  g_assert_cmpint (quote->start, ==, strlen (TITLE BEFORE));
  g_assert_true (g_str_has_suffix (quote->prefix, "the person.\n\n"));
  g_assert_true (g_str_has_prefix (quote->suffix, "\n\nWhoever rings"));
  g_assert_true (quote->own);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  g_assert_false (is_marked (fixture, "Whoever", COMARK_READING_QUOTE_IN_HAND));
  g_assert_false (gtk_text_buffer_get_has_selection (fixture->words));
}

static void
test_button_comes_with_the_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find_button (fixture->page, "Quote this");

  g_assert_false (gtk_widget_get_mapped (button));
  select_words (fixture, "the first day");
  WAIT_FOR (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == 1);
  WAIT_FOR (!gtk_widget_get_mapped (button));
}

static void
test_white_space_around_is_left_out (Fixture *fixture, gconstpointer data)
{
  quote_words (fixture, "person.\n");
  g_assert_cmpstr (first_quote (fixture)->exact, ==, "person.");
}

static void
test_nothing_selected_is_said (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "review.quote", NULL));
  g_assert_cmpstr (fixture->host->window->said, ==, "Select some words in the document first.");
}

/* ---- what is kept ---- */

static void
test_each_criterion_has_its_own (Fixture *fixture, gconstpointer data)
{
  quote_words (fixture, EXACT);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  gtk_widget_activate_action (fixture->page, "review.next-criterion", NULL);
  g_assert_cmpuint (comark_quote_list_count (list_of (fixture)), ==, 0);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE));
  g_assert_false (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  gtk_widget_activate_action (fixture->page, "review.previous-criterion", NULL);
  g_assert_cmpuint (comark_quote_list_count (list_of (fixture)), ==, 1);
}

static void
test_taken_off_and_put_back (Fixture *fixture, gconstpointer data)
{
  quote_words (fixture, EXACT);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  click (fixture, "Remove");
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == 0);
  WAIT_FOR (!is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  g_assert_true (tab_host_says (GTK_WIDGET (list_of (fixture)), "Removed: “Somebody rings"));
  click (fixture, "Put it back");
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == 1);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
}

static gboolean
note_is (Fixture *fixture, const char *words)
{
  return g_strcmp0 (first_quote (fixture)->note, words) == 0;
}

static void
test_note_is_saved_after_a_rest (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkTextView *note;

  quote_words (fixture, EXACT);
  click (fixture, "Add a note");
  row = tab_host_find (GTK_WIDGET (list_of (fixture)), COMARK_TYPE_QUOTE_ROW);
  note = GTK_TEXT_VIEW (tab_host_find (row, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (note), "They say who.", -1);
  WAIT_FOR (note_is (fixture, "They say who."));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (note), " Not how.", -1);
  WAIT_FOR (note_is (fixture, "They say who. Not how."));
}

static void
test_click_goes_there (Fixture *fixture, gconstpointer data)
{
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  quote_words (fixture, EXACT);
  WAIT_FOR (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  click (fixture, "Show it");
  WAIT_FOR (gtk_text_buffer_get_selection_bounds (fixture->words, &start, &end));
  selected = gtk_text_buffer_get_text (fixture->words, &start, &end, TRUE);
  g_assert_cmpstr (selected, ==, EXACT);
}

/* ---- another version ---- */

/* Another version while the panel reads: the owner's form makes one only with a new round. */
static void
add_version (Panel *panel, gint64 n, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ComarkDocument) document = comark_document_new ();

  document->hash = comark_desk_keep_bytes (panel_as (panel, OWNER), bytes, &error);
  document->id = comark_id_new ();
  document->n = n;
  document->filename = g_strdup ("home.txt");
  document->mime = g_strdup ("text/plain");
  document->size = (gint64) strlen (text);
  document->pages = 1;
  document->added_at = comark_clock_now_ms (panel->desk.clock);
  panel_worked (comark_document_rows_insert (panel->desk.sql, &panel->submission, document,
                                             panel_id (panel, OWNER), &error),
                &error);
  panel_worked (comark_desk_declare_interest (panel_as (panel, E1), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
}

static void
add_to_first_version (Panel *panel, const char *exact, gint64 start)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents
    = comark_document_rows_list (panel->desk.sql, &panel->submission, &error);
  const char *text = TITLE BEFORE EXACT AFTER;
  g_autofree char *prefix = NULL, *suffix = NULL;
  g_auto (GStrv) criteria = panel_criteria (panel);
  ComarkQuoteForm form = { .criterion = criteria[0], .page = 1, .start = start, .exact = exact };

  g_assert_no_error (error);
  form.hash = ((ComarkDocument *) documents->pdata[0])->hash;
  comark_quote_look_around (text, start, g_utf8_strlen (exact, -1), &prefix, &suffix);
  form.prefix = prefix;
  form.suffix = suffix;
  panel_worked (comark_desk_add_quote (panel_as (panel, E1), panel->ref, &form, NULL, &error),
                &error);
}

static void
test_found_again_in_a_newer_version (void)
{
  Fixture fixture = { panel_new () };
  GtkWidget *list;

  panel_go_to (fixture.panel, STEP_PREPARING);
  set_document (fixture.panel, TITLE BEFORE EXACT AFTER);
  panel_go_to (fixture.panel, STEP_IN_REVIEW);
  add_to_first_version (fixture.panel, EXACT, strlen (TITLE BEFORE));
  add_to_first_version (fixture.panel, "Leaving is planned from the first day together with",
                        strlen (TITLE));
  add_to_first_version (fixture.panel, "writes down what was said and what comes next.",
                        strlen (TITLE BEFORE EXACT AFTER) - 47);
  add_version (fixture.panel, 2, TITLE EXACT "\n\nLeaving is planned from the last day together "
                                             "with the person.\n");
  open_review (&fixture, E1);
  list = GTK_WIDGET (list_of (&fixture));
  WAIT_FOR (tab_host_says (list, "Still there in version 2"));
  g_assert_true (tab_host_says (list, "Changed: in version 2, page 1, it says “Leaving is planned "
                                      "from the last day together with"));
  g_assert_true (tab_host_says (list, "Gone: version 2 does not say this any more."));
  WAIT_FOR (is_marked (&fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
  WAIT_FOR (is_marked (&fixture, "Leaving", COMARK_READING_QUOTE_IN_HAND));
  tear_down (&fixture, NULL);
}

static void
test_quoted_again_in_another_round (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  ComarkQuote *quote;

  quote_words (fixture, EXACT);
  tab_host_close (fixture->host);
  panel_submit_again (fixture->panel, TITLE EXACT AFTER BEFORE);
  open_review (fixture, E1);
  list = GTK_WIDGET (list_of (fixture));
  WAIT_FOR (tab_host_says (list, "Still there in version 2, on page 1."));
  g_assert_true (tab_host_says (list, "from an earlier round"));
  g_assert_false (gtk_widget_get_visible (find_button (list, "Remove")));
  click (fixture, "Quote it again");
  WAIT_FOR (!tab_host_says (list, "from an earlier round"));
  g_assert_cmpuint (comark_quote_list_count (list_of (fixture)), ==, 1);
  quote = first_quote (fixture);
  g_assert_cmpstr (quote->exact, ==, EXACT);
  g_assert_cmpint (quote->start, ==, strlen (TITLE));
  g_assert_true (gtk_widget_get_visible (find_button (list, "Remove")));
}

/* ---- nobody else's ---- */

static void
test_no_trace_of_anothers_draft (Fixture *fixture, gconstpointer data)
{
  quote_words (fixture, EXACT);
  tab_host_close (fixture->host);
  open_review (fixture, E2);
  g_assert_cmpuint (comark_quote_list_count (list_of (fixture)), ==, 0);
  g_assert_false (tab_host_says (fixture->page, "Somebody rings"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (is_marked (fixture, EXACT, COMARK_READING_QUOTE));
  g_assert_false (is_marked (fixture, EXACT, COMARK_READING_QUOTE_IN_HAND));
}

static void
test_submitted_ones_stay (Fixture *fixture, gconstpointer data)
{
  quote_words (fixture, EXACT);
  tab_host_close (fixture->host);
  panel_go_to (fixture->panel, STEP_RATED);
  open_review (fixture, E1);
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == 1);
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->page, "Remove")));
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->page, "Add a note")));
  select_words (fixture, "the first day");
  WAIT_FOR (gtk_widget_get_mapped (find_button (fixture->page, "Copy")));
  g_assert_false (gtk_widget_get_mapped (find_button (fixture->page, "Quote this")));
}

/* ---- when others' ratings are seen ---- */

static gboolean
is_selected (GtkWidget *tab, const char *words)
{
  GtkWidget *reading = tab_host_find (tab, COMARK_TYPE_READING_VIEW);
  GtkWidget *view = reading != NULL ? tab_host_find (reading, GTK_TYPE_TEXT_VIEW) : NULL;
  GtkTextIter start, end;
  g_autofree char *selected = NULL;

  if (view == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)),
                                                &start, &end))
    return FALSE;
  selected = gtk_text_iter_get_text (&start, &end);
  return g_strcmp0 (selected, words) == 0;
}

static GtkExpander *
find_expander (Fixture *fixture)
{
  GtkWidget *quotes
    = tab_host_find (GTK_WIDGET (fixture->host->page), COMARK_TYPE_QUOTE_EXPANDER);

  return quotes != NULL && gtk_widget_get_visible (quotes)
           ? GTK_EXPANDER (tab_host_find (quotes, GTK_TYPE_EXPANDER)) : NULL;
}

static void
test_others_are_seen_with_their_ratings (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab;

  quote_words (fixture, EXACT);
  tab_host_close (fixture->host);
  panel_go_to (fixture->panel, STEP_IN_MEETING);
  fixture->host = tab_host_open (fixture->panel, E2);
  tab_host_show (fixture->host, "decision", COMARK_TYPE_DECISION_PAGE);
  WAIT_FOR (find_expander (fixture) != NULL);
  g_assert_cmpstr (gtk_expander_get_label (find_expander (fixture)), ==,
                   "1 quote from the documents");
  gtk_expander_set_expanded (find_expander (fixture), TRUE);
  fixture->page = GTK_WIDGET (find_expander (fixture));
  g_assert_true (tab_host_says (fixture->page, EXACT));
  g_assert_true (tab_host_says (fixture->page, fixture->panel->people[E1]->name));
  g_assert_false (gtk_widget_get_visible (find_button (fixture->page, "Remove")));
  click (fixture, "Show it");
  tab = tab_host_find (GTK_WIDGET (fixture->host->page), COMARK_TYPE_DOCUMENT_PAGE);
  g_assert_cmpstr (comark_submission_page_get_tab (fixture->host->page), ==, "document");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (tab, "As text")), TRUE);
  fixture->page = tab;
  click (fixture, "Show it"); /* in the list of all */
  WAIT_FOR (is_selected (tab, EXACT));
  /* No criterion is in hand here. */
  WAIT_FOR (gtk_widget_get_mapped (find_button (tab, "Copy")));
  g_assert_false (gtk_widget_get_mapped (find_button (tab, "Quote this")));
}

static gboolean
has_thread_on (ComarkSubmissionTab *tab, ComarkQuote *quote)
{
  GPtrArray *threads = comark_submission_tab_get_dossier (tab)->threads;

  return threads->len == 1
         && comark_id_equal (&((ComarkThread *) threads->pdata[0])->quote, &quote->id);
}

static void
test_thread_on_a_quote (Fixture *fixture, gconstpointer data)
{
  ComarkSubmissionTab *tab;
  GtkWidget *editor;
  GtkTextView *field;
  g_autoptr (ComarkQuote) quote = NULL;

  quote_words (fixture, EXACT);
  quote = g_object_ref (first_quote (fixture));
  g_assert_false (gtk_widget_get_visible (find_button (fixture->page, "Talk about it")));
  tab_host_close (fixture->host);
  panel_go_to (fixture->panel, STEP_IN_MEETING);
  open_review (fixture, E1);
  WAIT_FOR (comark_quote_list_count (list_of (fixture)) == 1);
  click (fixture, "Talk about it");
  tab = COMARK_SUBMISSION_TAB (
    tab_host_find (GTK_WIDGET (fixture->host->page), COMARK_TYPE_DISCUSSION_PAGE));
  editor = tab_host_find (GTK_WIDGET (tab), COMARK_TYPE_MESSAGE_EDITOR);
  g_assert_true (tab_host_says (editor, EXACT));
  field = GTK_TEXT_VIEW (tab_host_find (editor, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (field), "Who rings?", -1);
  /* Kept while it is being written, as any other. */
  WAIT_FOR (comark_submission_tab_get_dossier (tab)->message_drafts->len == 1);
  g_signal_emit_by_name (find_button (editor, "Send"), "clicked");
  WAIT_FOR (has_thread_on (tab, quote));
  WAIT_FOR (comark_submission_tab_get_dossier (tab)->message_drafts->len == 0);
  g_assert_true (
    tab_host_says (tab_host_find (GTK_WIDGET (tab), COMARK_TYPE_THREAD_VIEW), EXACT));
  fixture->page = tab_host_find (GTK_WIDGET (tab), COMARK_TYPE_THREAD_VIEW);
  click (fixture, "Show it");
  g_assert_cmpstr (comark_submission_page_get_tab (fixture->host->page), ==, "document");
}

static void
test_owner_sees_no_quotes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *tab;

  quote_words (fixture, EXACT);
  tab_host_close (fixture->host);
  panel_go_to (fixture->panel, STEP_IN_MEETING);
  fixture->host = tab_host_open (fixture->panel, OWNER);
  tab = GTK_WIDGET (tab_host_show (fixture->host, "document", COMARK_TYPE_DOCUMENT_PAGE));
  WAIT_FOR (tab_host_says (tab, "Who took part in making it"));
  g_assert_false (tab_host_says (tab, "Somebody rings"));
  g_assert_null (find_expander (fixture));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/quoting/key-keeps-what-is-selected", test_key_keeps_what_is_selected);
  ADD ("/quoting/button-comes-with-the-selection", test_button_comes_with_the_selection);
  ADD ("/quoting/white-space-around-is-left-out", test_white_space_around_is_left_out);
  ADD ("/quoting/nothing-selected-is-said", test_nothing_selected_is_said);
  ADD ("/quoting/each-criterion-has-its-own", test_each_criterion_has_its_own);
  ADD ("/quoting/taken-off-and-put-back", test_taken_off_and_put_back);
  ADD ("/quoting/note-is-saved-after-a-rest", test_note_is_saved_after_a_rest);
  ADD ("/quoting/click-goes-there", test_click_goes_there);
  g_test_add_func ("/quoting/found-again-in-a-newer-version", test_found_again_in_a_newer_version);
  ADD ("/quoting/quoted-again-in-another-round", test_quoted_again_in_another_round);
  ADD ("/quoting/no-trace-of-anothers-draft", test_no_trace_of_anothers_draft);
  ADD ("/quoting/submitted-ones-stay", test_submitted_ones_stay);
  ADD ("/quoting/others-are-seen-with-their-ratings", test_others_are_seen_with_their_ratings);
  ADD ("/quoting/thread-on-a-quote", test_thread_on_a_quote);
  ADD ("/quoting/owner-sees-no-quotes", test_owner_sees_no_quotes);
  return g_test_run ();
}
