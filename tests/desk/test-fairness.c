/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel should look at before it decides: each point comes with its cause and goes with it.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-talk.h"
#include "comark-document-rows.h"
#include "comark-fairness.h"

static GPtrArray *
check_as (Panel *panel, Who who, ComarkDossier **dossier)
{
  g_autoptr (GError) error = NULL;

  *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);
  g_assert_no_error (error);
  return comark_fairness_check (*dossier);
}

/* The sentence of the point called @id, or NULL. Returns: (transfer full) */
static char *
find_point (Panel *panel, Who who, const char *id)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) points = check_as (panel, who, &dossier);

  for (guint i = 0; i < points->len; i++)
    {
      const ComarkFairnessPoint *point = g_ptr_array_index (points, i);

      g_assert_cmpint (point->place == COMARK_FAIRNESS_AT_CRITERION, ==, point->criterion != NULL);
      if (g_str_equal (point->id, id))
        return g_strdup (point->sentence);
    }
  return NULL;
}

static void
assert_point_for (Panel *panel, Who who, const char *id, const char *says)
{
  g_autofree char *sentence = find_point (panel, who, id);

  if (says == NULL)
    g_assert_null (sentence);
  else
    {
      g_assert_nonnull (sentence);
      g_assert_nonnull (strstr (sentence, says));
    }
}

static void
assert_point (Panel *panel, const char *id, const char *says)
{
  assert_point_for (panel, E1, id, says);
}

static void
test_a_panel_in_order_has_nothing_to_look_at (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) points = NULL;

  panel_go_to (panel, STEP_AGREED);
  points = check_as (panel, E1, &dossier);
  g_assert_cmpuint (points->len, ==, 0);
}

static void
test_those_who_may_not_see_values_are_told_nothing (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) before = NULL, owner = NULL;
  g_autoptr (GPtrArray) of_member = NULL, of_owner = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  of_member = check_as (panel, E1, &before);
  g_assert_cmpuint (of_member->len, ==, 0);
  panel_go_to (panel, STEP_IN_MEETING);
  of_owner = check_as (panel, OWNER, &owner);
  g_assert_cmpuint (of_owner->len, ==, 0);
}

static void
test_what_is_not_agreed_is_counted_and_named (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_auto (GStrv) criteria = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  assert_point (panel, "not-agreed", "A1, B1, B3, C1, C3 and 7 more have no agreed value yet.");
  criteria = panel_criteria (panel);
  for (guint i = 0; criteria[i + 1] != NULL; i++)
    panel_agree (panel, criteria[i], 4);
  assert_point (panel, "not-agreed", "F3 has no agreed value yet.");
  panel_agree (panel, "F3", 4);
  assert_point (panel, "not-agreed", NULL);
}

static void
test_a_meeting_that_lost_its_quorum (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_attend (panel_as (panel, S1), panel->ref, panel_id (panel, E2),
                                    "absent", FALSE, &error), &error);
  assert_point (panel, "quorum", "The meeting has no quorum.");
}

/* Two low, two high: far apart, whatever is agreed. */
static void
rate_apart (Panel *panel)
{
  panel_go_to (panel, STEP_IN_MEETING);
  panel_rate (panel, E1, "A1", 0);
  panel_rate (panel, E2, "A1", 0);
}

static void
test_far_apart_and_no_words_about_it (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  rate_apart (panel);
  assert_point (panel, "no-words", NULL); /* nothing is agreed yet */
  panel_worked (comark_desk_agree (panel_as (panel, E1), panel->ref, "A1", 0,
                                   COMARK_STRENGTH_NONE, "", &error), &error);
  assert_point (panel, "no-words", "A1: the ratings were far apart");
  panel_worked (comark_desk_agree (panel_as (panel, E1), panel->ref, "A1", 0,
                                   COMARK_STRENGTH_NONE, "We read the ideas log together.",
                                   &error), &error);
  assert_point (panel, "no-words", NULL);
}

static void
test_a_member_who_was_not_heard (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean formed;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref,
                                    panel_id (panel, E3), 1, NULL, &formed, NULL, &error),
                &error);
  panel_go_to (panel, STEP_IN_MEETING);
  assert_point (panel, "not-heard", "1 of 5 members who may rate have given no ratings.");
  sentence = find_point (panel, E1, "not-heard");
  g_assert_null (strstr (sentence, panel->people[E3]->name));
}

static void
test_a_question_that_the_owner_did_not_answer (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_say (panel_as (panel, S1), panel->ref,
                                 &(ComarkMessageForm){ .audience = COMARK_TALK_OWNER,
                                                       .body = "Who chaired the group?" },
                                 &thread, &error), &error);
  assert_point (panel, "not-answered", "1 conversation with the owner ends");
  panel_worked (comark_desk_say (panel_as (panel, OWNER), panel->ref,
                                 &(ComarkMessageForm){ .thread = thread, .body = "Two of us." },
                                 NULL, &error), &error);
  assert_point (panel, "not-answered", NULL);
}

static void
test_somebody_with_an_interest_rated (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref, NULL,
                                              COMARK_INTEREST_PUBLIC_POSITION, "", &error),
                &error);
  panel_worked (comark_desk_settle_interest (panel_as (panel, E1), panel->ref,
                                             panel_id (panel, S2), COMARK_EFFECT_OPEN, &error),
                &error);
  assert_point (panel, "interest", "1 of those who rated declared an interest");
}

/* A document that came in by another road than the acts of a submission in review, such as a
 * merge of registers. Members must answer for it first; the administrator sees what it means. */
static void
test_a_newer_version_than_was_read (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_AGREED);
  g_assert_true (comark_document_rows_newest (panel->desk.sql, &panel->submission, &document,
                                              &error));
  document->id = comark_id_new ();
  document->n++;
  panel_worked (comark_document_rows_insert (panel->desk.sql, &panel->submission, document,
                                             panel_id (panel, OWNER), &error), &error);
  assert_point_for (panel, ADMIN, "older-version",
                    "4 of the reviews were made from an older version");
  assert_point_for (panel, ADMIN, "ask-again", "4 of those who rated must be asked");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/desk/fairness/" #name, test_##name)
  ADD (a_panel_in_order_has_nothing_to_look_at);
  ADD (those_who_may_not_see_values_are_told_nothing);
  ADD (what_is_not_agreed_is_counted_and_named);
  ADD (a_meeting_that_lost_its_quorum);
  ADD (far_apart_and_no_words_about_it);
  ADD (a_member_who_was_not_heard);
  ADD (a_question_that_the_owner_did_not_answer);
  ADD (somebody_with_an_interest_rated);
  ADD (a_newer_version_than_was_read);
  return g_test_run ();
}
