/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each person is told what waits for them, and nobody what waits for somebody else.
 */
#include "panel-fixture.h"

#define NOTHING NULL

static char *
todo (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (panel, who), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    {
      ComarkTodo *one = g_ptr_array_index (todos, i);

      g_assert_cmpstr (one->ref, ==, panel->ref);
      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "|", one->place, one->sentence);
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  Step step;
  Who who;
  const char *waits; /* place: sentence */
} Row;

static const Row rows[] = {
  { STEP_PREPARING, OWNER, "form: Go on preparing Going home safely: 7 things are missing." },
  { STEP_PREPARING, ADMIN, NOTHING },
  { STEP_PREPARING, E1, NOTHING },
  { STEP_SUBMITTED, OWNER, NOTHING },
  { STEP_SUBMITTED, ADMIN, "document: Check Going home safely: is everything needed there?" },
  { STEP_READY, ADMIN, "overview: Form the panel for Going home safely." },
  { STEP_READY, E1, NOTHING },
  { STEP_IN_REVIEW, E2, "review: Rate Going home safely by 23 March, about 40 minutes." },
  { STEP_IN_REVIEW, E3, NOTHING },
  { STEP_IN_REVIEW, ADMIN, NOTHING },
  { STEP_IN_REVIEW, OWNER, NOTHING },
  { STEP_RATED, E2, NOTHING },
  { STEP_RATED, E1, "meeting: Open the meeting on Going home safely: all reviews are in." },
  { STEP_IN_MEETING, E2,
    "review: Look at your ratings of Going home safely again while the panel meets." },
  { STEP_IN_MEETING, S1,
    "review: Look at your ratings of Going home safely again while the panel meets."
    "|meeting: Go on with the meeting on Going home safely." },
  { STEP_DECIDED, S1, "decision: Sign the decision on Going home safely." },
  { STEP_DECIDED, E2, NOTHING },
  { STEP_SIGNED, S1, NOTHING },
  { STEP_SEALED, OWNER,
    "decision: Tell the contributors of Going home safely what changed because of them, and "
    "record it." },
  { STEP_TOLD, OWNER, NOTHING },
  { STEP_TOLD, ADMIN, "mark: Issue the mark for Going home safely." },
  { STEP_MARKED, ADMIN, "overview: Close Going home safely: the contributors have been told." },
  { STEP_CLOSED, ADMIN, NOTHING },
};

static void
test_along_the_line (void)
{
  g_autoptr (Panel) panel = panel_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *waits = NULL;

      panel_go_to (panel, rows[i].step);
      waits = todo (panel, rows[i].who);
      g_test_message ("step %d, person %d", rows[i].step, rows[i].who);
      g_assert_cmpstr (waits, ==, rows[i].waits != NULL ? rows[i].waits : "");
    }
}

static void
test_days_pass (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *late = NULL, *chair = NULL, *seal = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E2, "C1", 3);
  panel_rate_all (panel, E1, 4);
  panel_pass_days (panel, 40);
  late = todo (panel, E2);
  g_assert_cmpstr (late, ==,
                   "review: Go on rating Going home safely, about 35 minutes left; it was asked "
                   "for by 23 March.");
  chair = todo (panel, E1);
  g_assert_cmpstr (chair, ==,
                   "meeting: Open the meeting on Going home safely, or ask for the other reviews: "
                   "1 of 4 are in and the day has passed.");
}

static void
test_questions_come_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *asked = NULL, *settle = NULL, *admin = NULL, *own = NULL;
  ComarkId reserve;

  panel_go_to (panel, STEP_IN_REVIEW);
  reserve = *panel_id (panel, E3);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, &reserve, 1, NULL, NULL,
                                    NULL, &error),
                &error);
  asked = todo (panel, E3);
  g_assert_cmpstr (asked, ==,
                   "overview: Say whether you have an interest in Going home safely; then it "
                   "opens.");
}

static void
test_seal_waits_for_its_day (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *early = NULL, *due = NULL;

  panel_go_to (panel, STEP_SIGNED);
  early = todo (panel, ADMIN);
  g_assert_cmpstr (early, ==, "");
  panel_pass_days (panel, 4);
  due = todo (panel, ADMIN);
  g_assert_cmpstr (due, ==,
                   "decision: Seal the decision on Going home safely: both co-chairs have signed.");
}

static void
test_sent_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *waits = NULL;

  panel_go_to (panel, STEP_SUBMITTED);
  panel_worked (comark_desk_send_back (panel_as (panel, ADMIN), panel->ref, "A name is in it.",
                                       &error),
                &error);
  waits = todo (panel, OWNER);
  g_assert_cmpstr (waits, ==, "form: Look at Going home safely again: it was sent back to you.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/todo/along-the-line", test_along_the_line);
  g_test_add_func ("/desk/todo/days-pass", test_days_pass);
  g_test_add_func ("/desk/todo/questions-come-first", test_questions_come_first);
  g_test_add_func ("/desk/todo/seal-waits-for-its-day", test_seal_waits_for_its_day);
  g_test_add_func ("/desk/todo/sent-back", test_sent_back);
  return g_test_run ();
}
