/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sittings: planning them, the order of the agenda, who leaves, who may know of what.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-sittings.h"

/* Three submissions in review, the same panel of four for each. */
typedef struct
{
  Panel *panel;
  char *refs[3];
  char *sitting;
} Plan;

static const ComarkSittingForm room = { "2026-03-20", "14:00", "Room 2", "", "", 0 };

static void
plan_set_up (Plan *plan)
{
  g_autoptr (GError) error = NULL;

  plan->panel = panel_new ();
  for (guint i = 0; i < G_N_ELEMENTS (plan->refs); i++)
    {
      g_clear_pointer (&plan->panel->ref, g_free);
      panel_go_to (plan->panel, STEP_IN_REVIEW);
      plan->refs[i] = g_strdup (plan->panel->ref);
    }
  plan->sitting = comark_desk_plan_sitting (panel_as (plan->panel, ADMIN), &room, &error);
  g_assert_no_error (error);
}

static void
plan_clear (Plan *plan)
{
  panel_free (plan->panel);
  for (guint i = 0; i < G_N_ELEMENTS (plan->refs); i++)
    g_free (plan->refs[i]);
  g_free (plan->sitting);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static void
leaves (Plan *plan, Who who, guint item)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_declare_interest (panel_as (plan->panel, who), plan->refs[item], NULL,
                                              COMARK_INTEREST_FINANCIAL, "", &error),
                &error);
}

static void
put_all (Plan *plan)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plan->refs); i++)
    panel_worked (comark_desk_put_on_agenda (panel_as (plan->panel, ADMIN), plan->sitting,
                                             plan->refs[i], &error),
                  &error);
}

static ComarkSitting *
look (Plan *plan, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkSitting *sitting
    = comark_desk_find_sitting (panel_as (plan->panel, who), plan->sitting, &error);

  g_assert_no_error (error);
  return sitting;
}

/* "2 0 1": the numbers of the submissions in the order in which @who sees them. */
static void
assert_order (Plan *plan, Who who, const char *expected)
{
  g_autoptr (ComarkSitting) sitting = look (plan, who);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < sitting->agenda->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (plan->refs); k++)
      if (g_str_equal (((ComarkAgendaItem *) sitting->agenda->pdata[i])->ref, plan->refs[k]))
        g_string_append_printf (order, "%s%u", i > 0 ? " " : "", k);
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_plan (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *ref = NULL;
  ComarkSittingForm form = room;
  g_autoptr (ComarkSitting) stored = NULL;

  form.day = "2026-02-30";
  ref = comark_desk_plan_sitting (panel_as (panel, ADMIN), &form, &error);
  panel_refused (ref != NULL, &error, COMARK_DESK_ERROR_INVALID, "day");
  form.day = room.day;
  form.time = "2 pm";
  ref = comark_desk_plan_sitting (panel_as (panel, ADMIN), &form, &error);
  panel_refused (ref != NULL, &error, COMARK_DESK_ERROR_INVALID, "14:00");
  form.time = "";
  form.place = " ";
  ref = comark_desk_plan_sitting (panel_as (panel, ADMIN), &form, &error);
  panel_refused (ref != NULL, &error, COMARK_DESK_ERROR_MISSING, "where");
  ref = comark_desk_plan_sitting (panel_as (panel, E1), &room, &error);
  panel_refused (ref != NULL, &error, COMARK_DESK_ERROR_REFUSED, "administrator");
  ref = comark_desk_plan_sitting (panel_as (panel, ADMIN), &room, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ref, ==, "M-1");
  stored = comark_desk_find_sitting (panel_as (panel, ADMIN), ref, &error);
  g_assert_cmpstr (stored->place, ==, "Room 2");
  g_assert_true (stored->may_plan);
  form = room;
  form.place = "Room 3";
  form.rev = stored->rev;
  panel_worked (comark_desk_change_sitting (panel_as (panel, ADMIN), ref, &form, &error), &error);
  form.place = "Room 4";
  panel_refused (comark_desk_change_sitting (panel_as (panel, ADMIN), ref, &form, &error), &error,
                 COMARK_DESK_ERROR_CHANGED, "the place");
  panel_refused (comark_desk_call_off_sitting (panel_as (panel, ADMIN), ref, "", &error), &error,
                 COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_call_off_sitting (panel_as (panel, ADMIN), ref, "snow", &error),
                &error);
  panel_refused (comark_desk_call_off_sitting (panel_as (panel, ADMIN), ref, "snow", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "called off");
}

static void
test_order_is_computed (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSitting) sitting = NULL;
  ComarkAgendaItem *last;

  plan_set_up (&plan);
  leaves (&plan, S2, 1);
  put_all (&plan);
  assert_order (&plan, ADMIN, "0 2 1");
  sitting = look (&plan, ADMIN);
  last = g_ptr_array_index (sitting->agenda, 2);
  g_assert_cmpint (sitting->walks, ==, 1);
  g_assert_cmpstr (last->door, ==, "Sue Two leaves the room before this, because of a declared "
                                   "interest.");
  panel_refused (comark_desk_put_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                            plan.refs[0], &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "already");
  panel_refused (comark_desk_put_on_agenda (panel_as (plan.panel, E1), plan.sitting, plan.refs[0],
                                            &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
}

static void
test_moved_by_hand (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSitting) sitting = NULL;

  plan_set_up (&plan);
  leaves (&plan, S2, 1);
  put_all (&plan);
  panel_worked (comark_desk_move_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                            plan.refs[1], TRUE, &error),
                &error);
  assert_order (&plan, ADMIN, "0 1 2");
  sitting = look (&plan, ADMIN);
  g_assert_true (sitting->by_hand);
  g_assert_cmpint (sitting->walks, ==, 2);
  g_assert_cmpint (sitting->fewest_walks, ==, 1);
  panel_refused (comark_desk_move_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                             plan.refs[0], TRUE, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "first");
  panel_worked (comark_desk_take_off_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                             plan.refs[0], &error),
                &error);
  panel_worked (comark_desk_put_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                           plan.refs[0], &error),
                &error);
  assert_order (&plan, ADMIN, "1 2 0");
  panel_worked (comark_desk_order_agenda (panel_as (plan.panel, ADMIN), plan.sitting, &error),
                &error);
  assert_order (&plan, ADMIN, "1 2 0");
}

/* Who leaves because of an interest finds no trace of the item, and a place moves past it. */
static void
test_hidden_leaves_no_trace (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSitting) seen = NULL;
  g_autoptr (GPtrArray) list = NULL;

  plan_set_up (&plan);
  leaves (&plan, S2, 1);
  put_all (&plan);
  assert_order (&plan, S2, "0 2");
  seen = look (&plan, S2);
  for (guint i = 0; i < seen->agenda->len; i++)
    g_assert_cmpstr (((ComarkAgendaItem *) seen->agenda->pdata[i])->door, ==, "");
  g_assert_cmpint (seen->walks, ==, 0);
  g_assert_false (seen->may_plan);
  panel_refused (comark_desk_move_on_agenda (panel_as (plan.panel, S2), plan.sitting,
                                             plan.refs[1], TRUE, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  /* a member of none of the panels, and an owner */
  list = comark_desk_list_sittings (panel_as (plan.panel, S3), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_null (comark_desk_find_sitting (panel_as (plan.panel, S3), plan.sitting, &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH);
  g_clear_error (&error);
  g_assert_null (comark_desk_list_sittings (panel_as (plan.panel, OWNER), &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED);
}

/* An administrator with an interest moves what they see; what they do not stays on the agenda. */
static void
test_moving_past_hidden (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;

  plan_set_up (&plan);
  put_all (&plan);
  assert_order (&plan, E1, "0 1 2");
  panel_worked (comark_desk_declare_interest (panel_as (plan.panel, ADMIN), plan.refs[1], NULL,
                                              COMARK_INTEREST_CLOSE_PERSON, "", &error),
                &error);
  assert_order (&plan, ADMIN, "0 2");
  panel_worked (comark_desk_move_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                            plan.refs[2], TRUE, &error),
                &error);
  assert_order (&plan, ADMIN, "2 0");
  assert_order (&plan, E1, "2 0 1");
}

static gboolean
waits (Plan *plan, Who who, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (plan->panel, who), &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    found |= strstr (((ComarkTodo *) todos->pdata[i])->sentence, words) != NULL;
  return found;
}

static void
test_who_comes (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSitting) sitting = NULL;

  plan_set_up (&plan);
  put_all (&plan);
  g_assert_true (waits (&plan, S2, "Say whether you come to the panel’s meeting on 20 March 2026"));
  g_assert_false (waits (&plan, ADMIN, "Say whether you come"));
  panel_worked (comark_desk_reply_sitting (panel_as (plan.panel, S2), plan.sitting, "online",
                                           &error),
                &error);
  panel_refused (comark_desk_reply_sitting (panel_as (plan.panel, S2), plan.sitting, "maybe",
                                            &error),
                 &error, COMARK_DESK_ERROR_INVALID, NULL);
  panel_refused (comark_desk_reply_sitting (panel_as (plan.panel, S3), plan.sitting, "room",
                                            &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (comark_desk_reply_sitting (panel_as (plan.panel, ADMIN), plan.sitting, "room",
                                            &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "members");
  g_assert_false (waits (&plan, S2, "meeting on"));
  sitting = look (&plan, E2);
  g_assert_cmpuint (sitting->comers->len, ==, 4);
  g_assert_cmpstr (((ComarkComer *) sitting->comers->pdata[3])->how, ==, "online");
  panel_pass_days (plan.panel, 18);
  g_assert_true (waits (&plan, S2, "today at 14:00"));
  panel_pass_days (plan.panel, 1);
  g_assert_false (waits (&plan, S2, "meeting"));
  panel_refused (comark_desk_reply_sitting (panel_as (plan.panel, E2), plan.sitting, "room",
                                            &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "over");
}

static void
test_unplanned (void)
{
  g_auto (Plan) plan = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  plan_set_up (&plan);
  before = comark_desk_list_unplanned (panel_as (plan.panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 3);
  panel_worked (comark_desk_put_on_agenda (panel_as (plan.panel, ADMIN), plan.sitting,
                                           plan.refs[0], &error),
                &error);
  after = comark_desk_list_unplanned (panel_as (plan.panel, ADMIN), &error);
  g_assert_cmpuint (after->len, ==, 2);
  g_assert_null (comark_desk_list_unplanned (panel_as (plan.panel, E1), &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/sitting/plan", test_plan);
  g_test_add_func ("/desk/sitting/order-is-computed", test_order_is_computed);
  g_test_add_func ("/desk/sitting/moved-by-hand", test_moved_by_hand);
  g_test_add_func ("/desk/sitting/hidden-leaves-no-trace", test_hidden_leaves_no_trace);
  g_test_add_func ("/desk/sitting/moving-past-hidden", test_moving_past_hidden);
  g_test_add_func ("/desk/sitting/who-comes", test_who_comes);
  g_test_add_func ("/desk/sitting/unplanned", test_unplanned);
  return g_test_run ();
}
