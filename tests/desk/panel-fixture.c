/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel-fixture.h"

#include <string.h>

#include "comark-evidence.h"
#include "comark-contributor-rows.h"
#include "comark-register.h"
#include "comark-submission-rows.h"
#include "store-fixture.h"

#define START "2026-03-02T09:00:00Z" /* a Monday */

static const struct
{
  const char *name;
  ComarkMemberKind kind;
  guint roles;
  gboolean carer;
} cast[N_PEOPLE] = {
  [ADMIN] = { "Ada Admin", COMARK_KIND_NONE, COMARK_ROLE_ADMINISTRATOR, FALSE },
  [OWNER] = { "Olu Owner", COMARK_KIND_NONE, COMARK_ROLE_OWNER, FALSE },
  [E1] = { "Esme One", COMARK_KIND_EXPERT, COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR, TRUE },
  [E2] = { "Emil Two", COMARK_KIND_EXPERT, COMARK_ROLE_MEMBER, FALSE },
  [E3] = { "Eve Three", COMARK_KIND_EXPERT, COMARK_ROLE_MEMBER, FALSE },
  [S1] = { "Sam One", COMARK_KIND_STAFF, COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR, FALSE },
  [S2] = { "Sue Two", COMARK_KIND_STAFF, COMARK_ROLE_MEMBER, FALSE },
  [S3] = { "Stan Three", COMARK_KIND_STAFF, COMARK_ROLE_MEMBER, FALSE },
};

static const Who invited[] = { E1, E2, S1, S2 };

/* ---- checks ---- */

void
panel_worked (gboolean done, GError **error)
{
  g_assert_no_error (*error);
  g_assert_true (done);
}

void
panel_refused (gboolean done, GError **error, ComarkDeskError code, const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, COMARK_DESK_ERROR, (int) code);
  if (words != NULL && strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

/* ---- the register ---- */

static ComarkPerson *
add_person (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkPersonForm form = { .name = cast[who].name,
                            .email = "",
                            .kind = cast[who].kind,
                            .roles = cast[who].roles,
                            .carer = cast[who].carer,
                            .active = TRUE,
                            .access_needs = "" };
  ComarkPerson *person = comark_desk_save_person (&panel->desk, &form, &error);

  g_assert_no_error (error);
  return person;
}

static void
add_people (Panel *panel)
{
  g_autoptr (GError) error = NULL;

  panel->people[ADMIN] = comark_desk_find_person (&panel->desk, cast[ADMIN].name, &error);
  g_assert_no_error (error);
  panel_as (panel, ADMIN);
  for (Who who = OWNER; who < N_PEOPLE; who++)
    panel->people[who] = add_person (panel, who);
}

static void
make_register (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRegister) made
    = comark_register_create (panel->place, "Northbrook Partnership", COMARK_PURPOSE_PRACTICE,
                              NULL, cast[ADMIN].name, &error);

  g_assert_no_error (error);
  panel->people[ADMIN] = g_object_ref (comark_register_get_acting (made));
  comark_register_close (made);
}

Panel *
panel_new (void)
{
  g_autoptr (GError) error = NULL;
  Panel *panel = g_new0 (Panel, 1);
  gint64 now_ms = 0;

  comark_ms_from_iso (START, &now_ms);
  panel->place = comark_fixture_place ();
  panel->type = "leaflet";
  panel->value = 4;
  make_register (panel);
  panel->desk.sql = comark_sql_open (panel->place, COMARK_SQL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  panel->desk.clock = comark_clock_new_at (now_ms);
  panel->desk.purpose = COMARK_PURPOSE_PRACTICE;
  panel_as (panel, ADMIN);
  g_clear_object (&panel->people[ADMIN]);
  panel->desk.who = NULL;
  add_people (panel);
  return panel;
}

void
panel_free (Panel *panel)
{
  comark_sql_free (panel->desk.sql);
  g_object_unref (panel->desk.clock);
  for (Who who = ADMIN; who < N_PEOPLE; who++)
    g_clear_object (&panel->people[who]);
  comark_fixture_remove (panel->place);
  g_free (panel->ref);
  g_free (panel);
}

ComarkDesk *
panel_as (Panel *panel, Who who)
{
  panel->desk.who = panel->people[who];
  panel->desk.op = comark_id_new ();
  return &panel->desk;
}

const ComarkId *
panel_id (Panel *panel, Who who)
{
  return &panel->people[who]->id;
}

void
panel_pass_days (Panel *panel, int days)
{
  gint64 now_ms = comark_clock_now_ms (panel->desk.clock);

  comark_clock_set (panel->desk.clock, now_ms + (gint64) days * 24 * 3600 * 1000);
}

ComarkState
panel_state (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  ComarkState state = COMARK_STATE_INTEREST;

  comark_submission_rows_get_state (panel->desk.sql, &panel->submission, &state, &error);
  g_assert_no_error (error);
  return state;
}

char **
panel_criteria (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSubmission) submission
    = comark_submission_rows_get (panel->desk.sql, &panel->submission, &error);
  g_autoptr (ComarkFramework) framework
    = comark_desk_framework_of (&panel->desk, &panel->submission, &error);
  g_autoptr (GPtrArray) criteria = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_assert_no_error (error);
  criteria = comark_framework_criteria_for_route (framework, submission->route);
  for (guint i = 0; i < criteria->len; i++)
    g_strv_builder_add (ids, ((const ComarkCriterion *) criteria->pdata[i])->id);
  return g_strv_builder_end (ids);
}

/* ---- the steps ---- */

static void
prepare (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Going home safely\n", 18);
  ComarkSubmissionForm form = { .title = "Going home safely",
                                .type = panel->type,
                                .level = "operational",
                                .audience = "people going home",
                                .summary = "What happens on the day",
                                .team = "Discharge group",
                                .review_day = "2027-06-30" };
  ComarkContributorForm contributor = { .name = "Kit Contributor",
                                        .part = "wrote half of it",
                                        .lived_experience = TRUE,
                                        .credit = TRUE,
                                        .agreed = TRUE };

  panel->ref = comark_desk_new_submission (panel_as (panel, ADMIN), panel_id (panel, OWNER),
                                           &form, &error);
  g_assert_no_error (error);
  panel_worked (comark_desk_find_submission (&panel->desk, panel->ref, &panel->submission, &error),
                &error);
  panel_as (panel, OWNER);
  panel_worked (comark_desk_set_document (&panel->desk, panel->ref, bytes, "home.txt", &error),
                &error);
  panel_worked (comark_desk_save_contributor (&panel->desk, panel->ref, &contributor, &error),
                &error);
}

static void
submit (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) criteria = panel_criteria (panel);
  g_autoptr (GPtrArray) contributors = NULL;

  panel_as (panel, OWNER);
  for (guint i = 0; criteria[i] != NULL; i++)
    panel_worked (comark_desk_save_statement (&panel->desk, panel->ref, criteria[i],
                                              "We did it together.", 0, NULL, &error),
                  &error);
  panel_worked (comark_desk_submit (&panel->desk, panel->ref, &error), &error);
  contributors = comark_contributor_rows_list (panel->desk.sql, &panel->submission, &error);
  g_assert_no_error (error);
  panel->contributor = ((ComarkContributor *) contributors->pdata[0])->id;
}

static void
invite (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  ComarkId ids[G_N_ELEMENTS (invited)];
  gboolean formed;

  for (guint i = 0; i < G_N_ELEMENTS (invited); i++)
    ids[i] = *panel_id (panel, invited[i]);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, ids,
                                    G_N_ELEMENTS (invited), NULL, &formed, NULL, &error),
                &error);
  g_assert_true (formed);
  for (guint i = 0; i < G_N_ELEMENTS (invited); i++)
    panel_worked (comark_desk_declare_interest (panel_as (panel, invited[i]), panel->ref, NULL,
                                                COMARK_INTEREST_NONE, "", &error),
                  &error);
}

void
panel_rate (Panel *panel, Who who, const char *criterion, ComarkValue value)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_save_rating (panel_as (panel, who), panel->ref, criterion, value,
                                         "Because of what I read.", COMARK_STRENGTH_SHOWN, 0, NULL,
                                         NULL, &error),
                &error);
}

void
panel_rate_all (Panel *panel, Who who, ComarkValue value)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) criteria = panel_criteria (panel);

  for (guint i = 0; criteria[i] != NULL; i++)
    panel_rate (panel, who, criteria[i], value);
  panel_worked (comark_desk_submit_review (panel_as (panel, who), panel->ref, &error), &error);
}

static void
meet (Panel *panel)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_open_meeting (panel_as (panel, E1), panel->ref, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (invited); i++)
    panel_worked (comark_desk_attend (panel_as (panel, E1), panel->ref,
                                      panel_id (panel, invited[i]), i % 2 ? "online" : "room",
                                      FALSE, &error),
                  &error);
}

void
panel_agree (Panel *panel, const char *criterion, ComarkValue value)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_agree (panel_as (panel, S1), panel->ref, criterion, value,
                                   COMARK_STRENGTH_SHOWN, "The panel talked about it.", &error),
                &error);
}

static void
agree (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) criteria = panel_criteria (panel);
  const char *const confirmed[] = { "C1", "F1" };

  for (guint i = 0; criteria[i] != NULL; i++)
    panel_agree (panel, criteria[i], panel->value);
  for (guint i = 0; i < G_N_ELEMENTS (confirmed); i++)
    panel_worked (comark_desk_confirm (panel_as (panel, ADMIN), panel->ref, confirmed[i],
                                       &panel->contributor, "by phone", "2026-03-02", &error),
                  &error);
}

static void
decide (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  const ComarkDecideForm form = { 0 };

  panel_worked (comark_desk_decide (panel_as (panel, E1), panel->ref, &form, &error), &error);
}

static void
sign (Panel *panel)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, S1), panel->ref, &error), &error);
}

static void
seal (Panel *panel)
{
  g_autoptr (GError) error = NULL;

  panel_pass_days (panel, 4);
  panel_worked (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error);
}

static void
tell (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = comark_desk_today (&panel->desk);

  panel_worked (comark_desk_told (panel_as (panel, OWNER), panel->ref, today, "a letter each",
                                  "This changed because of you.", &error),
                &error);
}

static void
mark (Panel *panel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMark) issued
    = comark_desk_issue_mark (panel_as (panel, ADMIN), panel->ref, &error);

  panel_worked (issued != NULL, &error);
}

static void
take_step (Panel *panel, Step step)
{
  g_autoptr (GError) error = NULL;

  switch (step)
    {
    case STEP_PREPARING:
      prepare (panel);
      break;
    case STEP_SUBMITTED:
      submit (panel);
      break;
    case STEP_READY:
      panel_worked (comark_desk_complete (panel_as (panel, ADMIN), panel->ref, &error), &error);
      break;
    case STEP_IN_REVIEW:
      invite (panel);
      break;
    case STEP_RATED:
      for (guint i = 0; i < G_N_ELEMENTS (invited); i++)
        panel_rate_all (panel, invited[i], panel->value);
      break;
    case STEP_IN_MEETING:
      meet (panel);
      break;
    case STEP_AGREED:
      agree (panel);
      break;
    case STEP_DECIDED:
      decide (panel);
      break;
    case STEP_SIGNED:
      sign (panel);
      break;
    case STEP_SEALED:
      seal (panel);
      break;
    case STEP_TOLD:
      tell (panel);
      break;
    case STEP_MARKED:
      mark (panel);
      break;
    case STEP_CLOSED:
      panel_worked (comark_desk_close (panel_as (panel, ADMIN), panel->ref, &error), &error);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
panel_go_to (Panel *panel, Step step)
{
  if (panel->ref == NULL)
    take_step (panel, panel->step = STEP_PREPARING);
  while (panel->step < step)
    take_step (panel, ++panel->step);
}

void
panel_submit_again (Panel *panel, const char *text)
{
  const ComarkDecideForm form = { .outcome = "deferred", .by_majority = TRUE, .experts_for = 2,
                                  .staff_for = 2, .because = "Part of it is not there yet." };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  panel_go_to (panel, STEP_AGREED);
  panel_worked (comark_desk_decide (panel_as (panel, E1), panel->ref, &form, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (comark_desk_sign (panel_as (panel, S1), panel->ref, &error), &error);
  panel_pass_days (panel, 7);
  panel_worked (comark_desk_seal (panel_as (panel, E1), panel->ref, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_DEFERRED);
  panel_worked (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, bytes, "home.txt",
                                          &error),
                &error);
  panel_worked (comark_desk_submit (panel_as (panel, OWNER), panel->ref, &error), &error);
  panel_worked (comark_desk_complete (panel_as (panel, ADMIN), panel->ref, &error), &error);
  invite (panel);
}
