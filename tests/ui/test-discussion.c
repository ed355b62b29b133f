/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tab Discussion: who reads is said before it is sent, what is typed is kept, and what was
 * looked at counts as read.
 */
#include "tab-host.h"

#include "comark-desk-talk.h"
#include "comark-discussion-page.h"
#include "comark-message-editor.h"
#include "comark-message-row.h"
#include "comark-text-field.h"
#include "comark-thread-view.h"

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
  panel_go_to (fixture->panel, STEP_IN_REVIEW);
}

static void
open_as (Fixture *fixture, Who who)
{
  fixture->host = tab_host_open (fixture->panel, who);
  fixture->tab = tab_host_show (fixture->host, "discussion", COMARK_TYPE_DISCUSSION_PAGE);
}

static void
close_window (Fixture *fixture)
{
  g_clear_pointer (&fixture->host, tab_host_close);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_clear_pointer (&fixture->panel, panel_free);
}

/* ---- what is on the page ---- */

static GtkWidget *
page (Fixture *fixture)
{
  return GTK_WIDGET (fixture->tab);
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = tab_host_find (page (fixture), type);

  g_assert_nonnull (found);
  return found;
}

/* The button at or below @widget that says @words; NULL where none is to be seen. */
static GtkWidget *
find_button (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), words) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Fixture *fixture, const char *words)
{
  GtkWidget *button = find_button (page (fixture), words);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
type (Fixture *fixture, const char *text)
{
  GtkTextBuffer *buffer
    = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (fixture, GTK_TYPE_TEXT_VIEW)));

  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}

static char *
typed (Fixture *fixture)
{
  return comark_text_field_dup_text (COMARK_TEXT_FIELD (find (fixture, COMARK_TYPE_TEXT_FIELD)));
}

/* The drop-downs stand in this order: about, who reads it. */
static GtkDropDown *
audience (Fixture *fixture)
{
  GtkWidget *first = find (fixture, GTK_TYPE_DROP_DOWN);
  GtkWidget *other = first;

  while ((other = gtk_widget_get_next_sibling (other)) != NULL && !GTK_IS_DROP_DOWN (other))
    ;
  g_assert_nonnull (other);
  return GTK_DROP_DOWN (other);
}

static const char *
chosen_audience (Fixture *fixture)
{
  GObject *item = gtk_drop_down_get_selected_item (audience (fixture));

  return gtk_string_object_get_string (GTK_STRING_OBJECT (item));
}

static ComarkDossier *
stored (Fixture *fixture, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier
    = comark_desk_open_dossier (panel_as (fixture->panel, who), fixture->panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static ComarkId
begin (Fixture *fixture, Who who, ComarkTalkAudience audience, const char *body)
{
  g_autoptr (GError) error = NULL;
  const ComarkMessageForm form = { .audience = audience, .body = body };
  ComarkId thread;

  panel_worked (comark_desk_say (panel_as (fixture->panel, who), fixture->panel->ref, &form,
                                 &thread, &error), &error);
  return thread;
}

static guint
unread (Fixture *fixture, Who who)
{
  g_autoptr (ComarkDossier) dossier = stored (fixture, who);

  return comark_dossier_count_unread (dossier, NULL);
}

/* ---- writing ---- */

static void
test_narrowest_first_and_counted (Fixture *fixture, gconstpointer data)
{
  open_as (fixture, E2);
  g_assert_true (tab_host_says (page (fixture), "Nothing has been written yet"));
  press (fixture, "Write a message…");
  g_assert_cmpstr (chosen_audience (fixture), ==, "Administrators only");
  g_assert_true (tab_host_says (page (fixture), "1 person will read this"));
  /* A member who has not submitted is offered neither the rated talk nor the owner. */
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (audience (fixture))), ==,
                    2);
  gtk_drop_down_set_selected (audience (fixture), 1);
  g_assert_cmpstr (chosen_audience (fixture), ==, "The whole panel");
  g_assert_true (tab_host_says (page (fixture), "4 people will read this"));
  g_assert_true (tab_host_says (page (fixture), "write nothing about ratings here"));
  g_assert_false (gtk_widget_get_sensitive (find_button (page (fixture), "Send")));
}

static void
test_names_are_offered_to_address (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_as (fixture, E2);
  press (fixture, "Write a message…");
  gtk_drop_down_set_selected (audience (fixture), 1);
  type (fixture, "Could we meet, @s");
  g_assert_nonnull (find_button (page (fixture), "Sue Two"));
  g_assert_null (find_button (page (fixture), "Olu Owner"));
  g_assert_null (find_button (page (fixture), "Stan Three"));
  press (fixture, "Sam One");
  text = typed (fixture);
  g_assert_cmpstr (text, ==, "Could we meet, @Sam One ");
  g_assert_null (find_button (page (fixture), "Sue Two"));
}

static void
test_draft_is_there_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  open_as (fixture, E2);
  press (fixture, "Write a message…");
  gtk_drop_down_set_selected (audience (fixture), 1);
  type (fixture, "Half a thought");
  WAIT_FOR (tab_host_says (page (fixture), "Saved "));
  close_window (fixture);
  open_as (fixture, E2);
  text = typed (fixture);
  g_assert_cmpstr (text, ==, "Half a thought");
  g_assert_cmpstr (chosen_audience (fixture), ==, "The whole panel");
}

static void
test_sending_changing_taking_back (Fixture *fixture, gconstpointer data)
{
  open_as (fixture, S1);
  press (fixture, "Write a message…");
  gtk_drop_down_set_selected (audience (fixture), 1);
  type (fixture, "We meet on Monday");
  press (fixture, "Send");
  WAIT_FOR (find_button (page (fixture), "Take back…") != NULL);
  g_assert_nonnull (find_button (page (fixture), "Write a message…"));
  g_assert_null (find_button (page (fixture), "Earlier wordings"));
  press (fixture, "Change");
  type (fixture, ", no, Tuesday");
  {
    /* The editor of the row has a button of the same name, after its own. */
    GtkWidget *editor = find (fixture, COMARK_TYPE_MESSAGE_EDITOR);
    g_signal_emit_by_name (find_button (editor, "Change"), "clicked");
  }
  WAIT_FOR (find_button (page (fixture), "Earlier wordings") != NULL);
  press (fixture, "Earlier wordings");
  WAIT_FOR (find_button (page (fixture), "Hide earlier wordings") != NULL);
}

static void
test_change_begun_is_there_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  begin (fixture, S1, COMARK_TALK_PANEL, "We meet on Monday");
  open_as (fixture, S1);
  press (fixture, "Change");
  type (fixture, ", no");
  WAIT_FOR (tab_host_says (page (fixture), "Saved "));
  close_window (fixture);
  open_as (fixture, S1);
  text = typed (fixture);
  g_assert_nonnull (strstr (text, "no"));
}

/* ---- reading ---- */

static void
test_looked_at_is_read (Fixture *fixture, gconstpointer data)
{
  begin (fixture, S1, COMARK_TALK_PANEL, "@Emil Two, can you come?");
  g_assert_cmpuint (unread (fixture, E2), ==, 1);
  open_as (fixture, E2);
  g_assert_true (tab_host_says (page (fixture), "New, to you"));
  WAIT_FOR (unread (fixture, E2) == 0);
  g_assert_cmpuint (unread (fixture, S2), ==, 1);
  /* What was new stays marked while the page is open. */
  g_assert_true (tab_host_says (page (fixture), "New, to you"));
}

static void
test_rated_talk_opens_with_the_reviews (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  panel_rate_all (fixture->panel, E1, 3);
  panel_rate_all (fixture->panel, S1, 3);
  panel_worked (comark_desk_open_peers (panel_as (fixture->panel, E1), fixture->panel->ref,
                                        &error), &error);
  begin (fixture, E1, COMARK_TALK_RATED, "I was of two minds");
  open_as (fixture, E2);
  g_assert_null (find_button (page (fixture), "Open what others think"));
  g_assert_false (tab_host_says (page (fixture), "two minds"));
  close_window (fixture);
  open_as (fixture, S1);
  g_assert_false (tab_host_says (page (fixture), "two minds"));
  press (fixture, "Open what others think");
  WAIT_FOR (tab_host_says (page (fixture), "two minds"));
}

static void
test_owner_sees_no_names (Fixture *fixture, gconstpointer data)
{
  begin (fixture, E1, COMARK_TALK_OWNER, "Who chose, @Sam One asks");
  begin (fixture, E1, COMARK_TALK_PANEL, "Among ourselves");
  open_as (fixture, OWNER);
  g_assert_true (tab_host_says (page (fixture), "The panel"));
  g_assert_true (tab_host_says (page (fixture), "Who chose"));
  g_assert_false (tab_host_says (page (fixture), "Sam One"));
  g_assert_false (tab_host_says (page (fixture), panel_id (fixture->panel, E1) != NULL
                                                   ? fixture->panel->people[E1]->name : ""));
  g_assert_false (tab_host_says (page (fixture), "Among ourselves"));
}

/* ---- for those who hear the screen ---- */

static void
test_everything_is_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  begin (fixture, S1, COMARK_TALK_PANEL, "We meet on Monday");
  open_as (fixture, E2);
  row = find (fixture, COMARK_TYPE_MESSAGE_ROW);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
    row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Sam One, 2 March 2026, 09:00: We meet on Monday");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The whole submission, read by: The whole panel");
  gtk_test_accessible_assert_property (find_button (page (fixture), "Answer"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Answer: The whole submission");
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/discussion/narrowest-audience-first-and-counted", test_narrowest_first_and_counted);
  ADD ("/discussion/names-of-readers-are-offered", test_names_are_offered_to_address);
  ADD ("/discussion/draft-is-there-again", test_draft_is_there_again);
  ADD ("/discussion/sending-changing-taking-back", test_sending_changing_taking_back);
  ADD ("/discussion/change-begun-is-there-again", test_change_begun_is_there_again);
  ADD ("/discussion/looked-at-is-read", test_looked_at_is_read);
  ADD ("/discussion/rated-talk-opens-with-the-reviews", test_rated_talk_opens_with_the_reviews);
  ADD ("/discussion/owner-sees-no-names", test_owner_sees_no_names);
  ADD ("/discussion/everything-is-named", test_everything_is_named);
  return g_test_run ();
}
