/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel wants done: who may note it, who sees it, who finishes it.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-rounds.h"
#include "comark-desk-tasks.h"
#include "comark-dossier.h"

static ComarkDossier *
look (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
assert_sees (Panel *panel, Who who, guint n)
{
  g_autoptr (ComarkDossier) dossier = look (panel, who);

  g_assert_cmpuint (dossier->tasks->len, ==, n);
}

static gboolean
note (Panel *panel, Who who, const char *what, Who carrier, GError **error)
{
  return comark_desk_note_task (panel_as (panel, who), panel->ref, what, panel_id (panel, carrier),
                                "2026-04-01", error);
}

static gboolean
waits (Panel *panel, Who who, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (panel, who), &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    found |= strstr (((ComarkTodo *) todos->pdata[i])->sentence, words) != NULL;
  return found;
}

static void
test_note (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (note (panel, E1, "Ask the ward for the old leaflet", E2, &error), &error);
  panel_worked (note (panel, ADMIN, "Book the room", ADMIN, &error), &error);
  panel_refused (note (panel, E2, "Anything", E2, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "co-chair");
  panel_refused (note (panel, E1, " ", E2, &error), &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_refused (note (panel, E1, "Anything", E3, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "has to do with");
  panel_refused (comark_desk_note_task (panel_as (panel, E1), panel->ref, "Anything",
                                        panel_id (panel, E2), "soon", &error),
                 &error, COMARK_DESK_ERROR_INVALID, "by when");
  assert_sees (panel, S2, 2);
  g_assert_true (waits (panel, E2, "Ask the ward for the old leaflet"));
  g_assert_false (waits (panel, S2, "Ask the ward"));
}

/* In the rounds nothing of it is on a screen, and an owner reads of it with the letter. */
static void
test_who_sees (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (note (panel, E1, "Add the phone number", OWNER, &error), &error);
  panel_worked (note (panel, E1, "Thank the readers", S1, &error), &error);
  assert_sees (panel, OWNER, 0);
  g_assert_false (waits (panel, OWNER, "Add the phone number"));
  panel_worked (comark_desk_begin_rounds (panel_as (panel, E1), panel->ref, &error), &error);
  assert_sees (panel, S1, 0);
  panel_worked (comark_desk_begin_mapping (panel_as (panel, E1), panel->ref, &error), &error);
  assert_sees (panel, S1, 2);
  panel_go_to (panel, STEP_SEALED);
  assert_sees (panel, OWNER, 1);
  g_assert_true (waits (panel, OWNER, "Add the phone number"));
}

static void
test_finish (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL, after = NULL, gone = NULL;
  ComarkTask *task;

  panel_go_to (panel, STEP_IN_MEETING);
  panel_worked (note (panel, E1, "Ask the ward", E2, &error), &error);
  dossier = look (panel, E1);
  task = g_ptr_array_index (dossier->tasks, 0);
  panel_refused (comark_desk_finish_task (panel_as (panel, S2), panel->ref, &task->id, TRUE,
                                          &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_finish_task (panel_as (panel, E2), panel->ref, &task->id, TRUE,
                                         &error),
                &error);
  after = look (panel, E1);
  g_assert_cmpstr (((ComarkTask *) after->tasks->pdata[0])->done_by_name, ==, "Emil Two");
  g_assert_false (waits (panel, E2, "Ask the ward"));
  panel_worked (comark_desk_finish_task (panel_as (panel, E1), panel->ref, &task->id, FALSE,
                                         &error),
                &error);
  g_assert_true (waits (panel, E2, "Ask the ward"));
  panel_refused (comark_desk_remove_task (panel_as (panel, E2), panel->ref, &task->id, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_remove_task (panel_as (panel, E1), panel->ref, &task->id, &error),
                &error);
  gone = look (panel, E1);
  g_assert_cmpuint (gone->tasks->len, ==, 0);
  panel_refused (comark_desk_finish_task (panel_as (panel, E2), panel->ref, &task->id, TRUE,
                                          &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/tasks/note", test_note);
  g_test_add_func ("/desk/tasks/who-sees", test_who_sees);
  g_test_add_func ("/desk/tasks/finish", test_finish);
  return g_test_run ();
}
