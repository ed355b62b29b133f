/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-access.h"

#include <string.h>

/* The people of tests/data/access.tsv. */
static const struct
{
  const char *name;
  ComarkStanding standing;
} people[] = {
#define ADMIN .active = TRUE, .roles = COMARK_ROLE_ADMINISTRATOR
#define MEMBER .active = TRUE, .roles = COMARK_ROLE_MEMBER
#define CHAIR .active = TRUE, .roles = COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR
#define EXPERT .kind = COMARK_KIND_EXPERT
#define STAFF .kind = COMARK_KIND_STAFF
#define SEAT .is_invited = TRUE
#define ANSWERED(what, then)                                                        \
  .interest_kind = COMARK_INTEREST_##what, .interest_effect = COMARK_EFFECT_##then, \
  .interest_current = TRUE
#define DRAFT .own_review = COMARK_REVIEW_DRAFT
#define IN .own_review = COMARK_REVIEW_SUBMITTED
  { "admin", { ADMIN } },
  { "admin-owner", { ADMIN, .is_owner = TRUE } },
  { "admin-rates", { ADMIN, STAFF, SEAT, ANSWERED (NONE, OPEN), DRAFT } },
  { "chair-loose", { CHAIR, STAFF } },
  { "chair-in", { CHAIR, EXPERT, SEAT, ANSWERED (NONE, OPEN), IN } },
  { "expert-asked", { MEMBER, EXPERT, SEAT } },
  { "expert-again",
    { MEMBER, EXPERT, SEAT, .interest_kind = COMARK_INTEREST_NONE,
      .interest_effect = COMARK_EFFECT_OPEN, DRAFT } },
  { "expert-draft", { MEMBER, EXPERT, SEAT, ANSWERED (NONE, OPEN), DRAFT } },
  { "staff-in", { MEMBER, STAFF, SEAT, ANSWERED (NONE, OPEN), IN } },
  { "staff-day", { MEMBER, STAFF, SEAT, ANSWERED (NONE, OPEN), .will_say_on_the_day = TRUE } },
  { "staff-speaks", { MEMBER, STAFF, SEAT, ANSWERED (PROFESSIONAL, SPEAKS) } },
  { "expert-open", { MEMBER, EXPERT, SEAT, ANSWERED (RECEIVED_CARE, OPEN), IN } },
  { "staff-leaves", { MEMBER, STAFF, SEAT, ANSWERED (FINANCIAL, LEAVES), DRAFT } },
  { "expert-undecided", { MEMBER, EXPERT, SEAT, ANSWERED (LINK, UNDECIDED), IN } },
  { "expert-declined",
    { MEMBER, EXPERT, SEAT, ANSWERED (NONE, OPEN), .has_declined = TRUE } },
  { "expert-new",
    { MEMBER, EXPERT, SEAT, ANSWERED (NONE, OPEN), .practice_waits = TRUE } },
  { "member-apart", { MEMBER, EXPERT } },
  { "took-part", { MEMBER, EXPERT, SEAT, ANSWERED (TOOK_PART, SPEAKS) } },
  { "contributor", { .active = TRUE, .is_contributor = TRUE } },
  { "owner", { .active = TRUE, .roles = COMARK_ROLE_OWNER, .is_owner = TRUE } },
  { "other-owner", { .active = TRUE, .roles = COMARK_ROLE_OWNER } },
  { "gone", { .roles = COMARK_ROLE_OWNER | COMARK_ROLE_ADMINISTRATOR, .is_owner = TRUE } },
};

/* Standings of the submission beside the plain states. */
static const struct
{
  const char *name;
  ComarkState state;
  gboolean sealed, told, letter, mark, rounds, paused;
} moments[] = {
  { "rounds", COMARK_STATE_IN_MEETING, .rounds = TRUE },
  { "paused", COMARK_STATE_IN_MEETING, .paused = TRUE },
  { "sealed", COMARK_STATE_DECIDED, TRUE, FALSE, FALSE, FALSE },
  { "awarded-untold", COMARK_STATE_AWARDED, TRUE, FALSE, TRUE, FALSE },
  { "awarded", COMARK_STATE_AWARDED, TRUE, TRUE, TRUE, FALSE },
  { "marked", COMARK_STATE_AWARDED, TRUE, TRUE, TRUE, TRUE },
  { "closed", COMARK_STATE_CLOSED, TRUE, TRUE, TRUE, TRUE },
};

static ComarkStanding
person_called (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_str_equal (people[i].name, name))
      return people[i].standing;
  g_error ("no person %s", name);
}

/* @name: one of the moments above, a state, or "-": no submission. */
static void
set_moment (ComarkStanding *standing, const char *name)
{
  standing->has_submission = !g_str_equal (name, "-");
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    if (g_str_equal (moments[i].name, name))
      {
        standing->state = moments[i].state;
        standing->sealed = moments[i].sealed;
        standing->told = moments[i].told;
        standing->letter_released = moments[i].letter;
        standing->has_mark = moments[i].mark;
        standing->in_rounds = moments[i].rounds;
        standing->paused = moments[i].paused;
        standing->meeting_open = standing->state == COMARK_STATE_IN_MEETING;
        return;
      }
  if (standing->has_submission)
    g_assert_true (comark_state_from_nick (name, &standing->state));
  standing->meeting_open = standing->state == COMARK_STATE_IN_MEETING;
}

static void
assert_plain_sentence (const char *reason)
{
  static const char *const words[] = { "hidden", "not allowed", "denied", "forbidden",
                                       "permission", "access", "%" };
  g_autofree char *lower = NULL;

  g_assert_nonnull (reason);
  lower = g_utf8_strdown (reason, -1);
  g_assert_true (g_str_has_suffix (reason, "."));
  g_assert_true (g_ascii_isupper (*reason));
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (lower, words[i]));
}

static void
check_line (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  ComarkStanding standing;
  ComarkAction action;
  g_autofree char *reason = NULL;
  gboolean may;

  g_assert_cmpuint (g_strv_length (cells), ==, 4);
  standing = person_called (cells[0]);
  set_moment (&standing, cells[1]);
  g_assert_true (comark_action_from_nick (cells[2], &action));
  may = comark_access_check (&standing, action, &reason);
  if (may != g_str_equal (cells[3], "yes"))
    {
      g_test_message ("%s: %s", line, reason);
      g_test_fail ();
    }
  if (!may)
    assert_plain_sentence (reason);
}

static void
test_matrix (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("COMARK_TEST_DATA"), "access.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      {
        check_line (lines[i]);
        n++;
      }
  g_assert_cmpuint (n, >, 300);
}

typedef void (*Visit) (const char *person, const ComarkStanding *standing, ComarkAction action,
                       gboolean may, const char *reason);

/* Everybody, in every state and moment, with every action. */
static void
sweep (Visit visit)
{
  for (gsize p = 0; p < G_N_ELEMENTS (people); p++)
    for (gsize m = 0; m < COMARK_N_STATES + G_N_ELEMENTS (moments); m++)
      for (int action = 0; action < COMARK_N_ACTIONS; action++)
        {
          ComarkStanding standing = people[p].standing;
          g_autofree char *reason = NULL;
          gboolean may;

          set_moment (&standing, m < COMARK_N_STATES ? comark_state_nick ((ComarkState) m)
                                                     : moments[m - COMARK_N_STATES].name);
          may = comark_access_check (&standing, (ComarkAction) action, &reason);
          visit (people[p].name, &standing, (ComarkAction) action, may, reason);
        }
}

static void
visit_sentence (const char *person, const ComarkStanding *standing, ComarkAction action,
                gboolean may, const char *reason)
{
  g_assert_cmpint (may, ==, reason == NULL);
  if (!may)
    assert_plain_sentence (reason);
}

static void
visit_drafts (const char *person, const ComarkStanding *standing, ComarkAction action,
              gboolean may, const char *reason)
{
  if (action == COMARK_ACTION_SEE_OTHERS_DRAFTS)
    g_assert_false (may);
}

/* product.md rule 1 */
static void
visit_rate_alone (const char *person, const ComarkStanding *standing, ComarkAction action,
                  gboolean may, const char *reason)
{
  gboolean looks = action == COMARK_ACTION_SEE_OTHERS_RATINGS || action == COMARK_ACTION_SEE_MEDIANS
                   || action == COMARK_ACTION_SEE_AGREED || action == COMARK_ACTION_SEE_DISCUSSION
                   || action == COMARK_ACTION_DISCUSS;
  gboolean before_meeting = standing->state < COMARK_STATE_IN_MEETING && !standing->sealed;

  if (looks && standing->in_rounds)
    g_assert_false (may);
  if (looks && before_meeting)
    g_assert_true (!may || standing->own_review == COMARK_REVIEW_SUBMITTED);
  if (looks && !standing->sealed && standing->own_review != COMARK_REVIEW_SUBMITTED
      && !comark_workflow_is_decided (standing->state)
      && (g_str_equal (person, "admin-rates") || g_str_equal (person, "expert-draft")
          || g_str_equal (person, "staff-day")))
    g_assert_false (may);
}

/* product.md rule 3: the same words as where there is none, and the public mark alone. */
static void
visit_interest (const char *person, const ComarkStanding *standing, ComarkAction action,
                gboolean may, const char *reason)
{
  ComarkStanding nothing = *standing;
  g_autofree char *none = NULL;

  if (!g_str_equal (person, "staff-leaves") && !g_str_equal (person, "expert-undecided"))
    return;
  if (!comark_action_is_on_submission (action))
    return;
  nothing.has_submission = FALSE;
  g_assert_false (comark_access_check (&nothing, action, &none));
  if (may)
    g_assert_cmpint (action, ==, COMARK_ACTION_SEE_MARK);
  else
    g_assert_cmpstr (reason, ==, none);
}

static void
visit_contributors (const char *person, const ComarkStanding *standing, ComarkAction action,
                    gboolean may, const char *reason)
{
  gboolean own = standing->is_owner || standing->is_contributor
                 || standing->interest_kind == COMARK_INTEREST_TOOK_PART;

  if (own
      && (action == COMARK_ACTION_RATE || action == COMARK_ACTION_SUBMIT_REVIEW
          || action == COMARK_ACTION_RATE_FINAL || action == COMARK_ACTION_SEE_OTHERS_RATINGS
          || action == COMARK_ACTION_SEE_REVIEW_COUNTS || action == COMARK_ACTION_DECIDE
          || action == COMARK_ACTION_SIGN || action == COMARK_ACTION_SEAL))
    g_assert_false (may);
}

static void
test_sweep (gconstpointer visit)
{
  sweep ((Visit) visit);
}

/* An interest binds administrators and co-chairs as well. */
static void
test_interest_hides_from_administrators (void)
{
  ComarkStanding admin = person_called ("admin");
  ComarkStanding chair = person_called ("chair-loose");

  set_moment (&admin, "in-review");
  set_moment (&chair, "in-review");
  g_assert_true (comark_access_check (&admin, COMARK_ACTION_SEE_EXISTS, NULL));
  admin.interest_kind = chair.interest_kind = COMARK_INTEREST_CLOSE_PERSON;
  admin.interest_effect = chair.interest_effect = COMARK_EFFECT_LEAVES;
  g_assert_false (comark_access_check (&admin, COMARK_ACTION_SEE_EXISTS, NULL));
  g_assert_false (comark_access_check (&chair, COMARK_ACTION_SEE_EXISTS, NULL));
  admin.interest_effect = COMARK_EFFECT_OPEN;
  g_assert_true (comark_access_check (&admin, COMARK_ACTION_SEE_EXISTS, NULL));
}

/* Acts about a person: about oneself, and about another. */
static void
test_about_whom (void)
{
  static const struct
  {
    const char *person, *action;
    gboolean about_self, about_other;
  } cases[] = {
    { "admin", "decide-effect", FALSE, TRUE },
    { "admin-rates", "decide-effect", FALSE, TRUE },
    { "chair-in", "decide-effect", FALSE, TRUE },
    { "chair-loose", "decide-effect", FALSE, TRUE },
    { "admin-owner", "decide-effect", FALSE, FALSE },
    { "staff-in", "decide-effect", FALSE, FALSE },
    { "admin", "declare-interest", TRUE, TRUE },
    { "chair-in", "declare-interest", TRUE, FALSE },
    { "expert-asked", "declare-interest", TRUE, FALSE },
    { "contributor", "confirm-evidence", TRUE, FALSE },
    { "admin", "confirm-evidence", FALSE, TRUE },
    { "admin-owner", "confirm-evidence", FALSE, FALSE },
    { "owner", "confirm-evidence", FALSE, FALSE },
    { "expert-draft", "import-review", TRUE, FALSE },
    { "chair-in", "import-review", FALSE, FALSE },
    { "admin", "import-review", TRUE, TRUE },
    { "staff-in", "attend", TRUE, FALSE },
    { "chair-in", "attend", TRUE, TRUE },
    { "admin", "attend", TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int other = 0; other < 2; other++)
      {
        ComarkStanding standing = person_called (cases[i].person);
        ComarkAction action;

        set_moment (&standing, "in-review");
        standing.about_other = other;
        g_assert_true (comark_action_from_nick (cases[i].action, &action));
        g_test_message ("%s %s %d", cases[i].person, cases[i].action, other);
        g_assert_cmpint (comark_access_check (&standing, action, NULL), ==,
                         other ? cases[i].about_other : cases[i].about_self);
      }
}

/* decisions.md 7: a slip, only while that member has opened nobody else's review. */
static void
test_reopen (void)
{
  static const struct
  {
    const char *person;
    gboolean about_other;
    ComarkReviewState review;
    gboolean opened, may;
  } cases[] = {
    { "chair-in", TRUE, COMARK_REVIEW_SUBMITTED, FALSE, TRUE },
    { "chair-in", TRUE, COMARK_REVIEW_SUBMITTED, TRUE, FALSE },
    { "chair-in", TRUE, COMARK_REVIEW_DRAFT, FALSE, FALSE },
    { "chair-in", FALSE, COMARK_REVIEW_SUBMITTED, FALSE, FALSE },
    { "chair-loose", TRUE, COMARK_REVIEW_SUBMITTED, FALSE, TRUE },
    { "admin", TRUE, COMARK_REVIEW_SUBMITTED, FALSE, FALSE },
    { "staff-in", TRUE, COMARK_REVIEW_SUBMITTED, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkStanding standing = person_called (cases[i].person);

      set_moment (&standing, "in-review");
      standing.about_other = cases[i].about_other;
      standing.others_review = cases[i].review;
      standing.others_peers_opened = cases[i].opened;
      g_assert_cmpint (comark_access_check (&standing, COMARK_ACTION_REOPEN_REVIEW, NULL), ==,
                       cases[i].may);
    }
}

static void
test_on_the_day (void)
{
  ComarkStanding standing = person_called ("staff-day");

  set_moment (&standing, "in-meeting");
  g_assert_true (comark_access_check (&standing, COMARK_ACTION_RATE, NULL));
  g_assert_false (comark_access_check (&standing, COMARK_ACTION_SEE_MEDIANS, NULL));
  standing.mapping_open = TRUE;
  g_assert_false (comark_access_check (&standing, COMARK_ACTION_RATE, NULL));
  standing.own_review = COMARK_REVIEW_SUBMITTED;
  g_assert_true (comark_access_check (&standing, COMARK_ACTION_SEE_MEDIANS, NULL));
  g_assert_true (comark_access_check (&standing, COMARK_ACTION_RATE_FINAL, NULL));
}

/* ---- talking ---- */

/* Who adds to a thread reads it, whoever began it. */
static void
visit_talk (const char *person, const ComarkStanding *standing, ComarkAction action,
            gboolean may, const char *reason)
{
  for (int audience = 0; audience < COMARK_N_TALK_AUDIENCES; audience++)
    for (int began = 0; began < 2; began++)
      if (comark_access_may_talk (standing, (ComarkTalkAudience) audience, began, NULL))
        g_assert_true (comark_access_may_read_talk (standing, (ComarkTalkAudience) audience,
                                                    began, NULL));
}

/* Nothing that the panel says among itself reaches who made it, and nobody else's question to
 * the administrators anybody but them. */
static void
visit_own_part_and_panel_talk (const char *person, const ComarkStanding *standing,
                               ComarkAction action, gboolean may, const char *reason)
{
  gboolean own = standing->is_owner || standing->is_contributor
                 || standing->interest_kind == COMARK_INTEREST_TOOK_PART;

  if (own
      && (action == COMARK_ACTION_SEE_PANEL_TALK || action == COMARK_ACTION_TALK_TO_PANEL
          || action == COMARK_ACTION_SEE_DISCUSSION || action == COMARK_ACTION_DISCUSS
          || action == COMARK_ACTION_SEE_ADMINISTRATORS_TALK))
    g_assert_false (may);
  if ((standing->roles & COMARK_ROLE_ADMINISTRATOR) == 0)
    g_assert_false (may && action == COMARK_ACTION_SEE_ADMINISTRATORS_TALK);
}

static void
test_who_asked_reads_the_answer (void)
{
  static const struct
  {
    const char *person;
    gboolean reads;
  } cases[] = {
    { "owner", TRUE },       { "contributor", TRUE },     { "expert-asked", TRUE },
    { "expert-draft", TRUE }, { "admin-owner", TRUE },     { "chair-loose", TRUE },
    { "took-part", TRUE },   { "staff-leaves", FALSE },   { "expert-undecided", FALSE },
    { "expert-declined", FALSE }, { "other-owner", FALSE }, { "gone", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkStanding standing = person_called (cases[i].person);

      set_moment (&standing, "in-review");
      g_test_message ("%s", cases[i].person);
      g_assert_cmpint (comark_access_may_read_talk (&standing, COMARK_TALK_ADMINISTRATORS, TRUE,
                                                    NULL), ==, cases[i].reads);
      g_assert_false (comark_access_may_read_talk (&standing, COMARK_TALK_ADMINISTRATORS, FALSE,
                                                   NULL));
    }
}

static void
test_looking_is_an_act (void)
{
  ComarkStanding standing = person_called ("staff-in");

  set_moment (&standing, "in-review");
  g_assert_true (comark_access_peers_closed (&standing));
  standing.peers_opened = TRUE;
  g_assert_false (comark_access_peers_closed (&standing));
  standing.peers_opened = FALSE;
  set_moment (&standing, "in-meeting");
  g_assert_false (comark_access_peers_closed (&standing));
  standing = person_called ("expert-draft");
  set_moment (&standing, "in-review");
  g_assert_false (comark_access_peers_closed (&standing));
}

static void
test_deputy_chairs (void)
{
  ComarkStanding standing = person_called ("staff-in");

  set_moment (&standing, "decided");
  g_assert_false (comark_access_check (&standing, COMARK_ACTION_SIGN, NULL));
  standing.is_deputy = TRUE;
  g_assert_true (comark_access_check (&standing, COMARK_ACTION_SIGN, NULL));
}

static void
test_clock_moves_in_practice_only (void)
{
  ComarkStanding standing = person_called ("admin");

  g_assert_false (comark_access_check (&standing, COMARK_ACTION_MOVE_CLOCK, NULL));
  standing.purpose = COMARK_PURPOSE_PRACTICE;
  g_assert_true (comark_access_check (&standing, COMARK_ACTION_MOVE_CLOCK, NULL));
}

/* Every event that a person brings about is asked for by an action that says yes to somebody in
 * the state that the workflow gives. */
static void
test_events_have_somebody (void)
{
  guint n;
  const ComarkTransition *rows = comark_workflow_table (&n);

  for (guint i = 0; i < n; i++)
    {
      ComarkAction action;
      gboolean somebody = FALSE;

      if (!comark_access_for_event (rows[i].event, &action))
        continue;
      for (gsize p = 0; p < G_N_ELEMENTS (people); p++)
        {
          ComarkStanding standing = people[p].standing;
          standing.has_submission = rows[i].from != COMARK_WORKFLOW_NEW;
          standing.state = standing.has_submission ? (ComarkState) rows[i].from
                                                   : COMARK_STATE_INTEREST;
          standing.told = standing.letter_released = TRUE;
          somebody |= comark_access_check (&standing, action, NULL);
        }
      g_test_message ("%s", comark_event_nick (rows[i].event));
      g_assert_true (somebody);
    }
}

static void
test_nicks (void)
{
  for (int i = 0; i < COMARK_N_ACTIONS; i++)
    {
      ComarkAction back;
      g_assert_true (comark_action_from_nick (comark_action_nick ((ComarkAction) i), &back));
      g_assert_cmpint (back, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/access/matrix", test_matrix);
  g_test_add_data_func ("/access/every-no-is-a-plain-sentence", visit_sentence, test_sweep);
  g_test_add_data_func ("/access/drafts-are-their-authors-alone", visit_drafts, test_sweep);
  g_test_add_data_func ("/access/rate-alone-first", visit_rate_alone, test_sweep);
  g_test_add_data_func ("/access/an-interest-hides-everything-alike", visit_interest, test_sweep);
  g_test_add_data_func ("/access/contributors-never-judge", visit_contributors, test_sweep);
  g_test_add_func ("/access/an-interest-hides-from-administrators-too",
                   test_interest_hides_from_administrators);
  g_test_add_data_func ("/access/who-adds-to-a-thread-reads-it", visit_talk, test_sweep);
  g_test_add_data_func ("/access/who-made-it-never-reads-the-panel",
                        visit_own_part_and_panel_talk, test_sweep);
  g_test_add_func ("/access/who-asked-reads-the-answer", test_who_asked_reads_the_answer);
  g_test_add_func ("/access/looking-at-others-is-an-act", test_looking_is_an_act);
  g_test_add_func ("/access/about-oneself-and-about-others", test_about_whom);
  g_test_add_func ("/access/reopening-a-slip", test_reopen);
  g_test_add_func ("/access/saying-it-on-the-day", test_on_the_day);
  g_test_add_func ("/access/a-deputy-chairs", test_deputy_chairs);
  g_test_add_func ("/access/the-clock-moves-in-practice-only", test_clock_moves_in_practice_only);
  g_test_add_func ("/access/every-event-has-somebody", test_events_have_somebody);
  g_test_add_func ("/access/nicks", test_nicks);
  return g_test_run ();
}
