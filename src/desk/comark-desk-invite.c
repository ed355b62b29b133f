/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Inviting a panel, and a member's answer.
 */
#include "comark-desk-panel.h"

#include "comark-desk-case.h"
#include "comark-desk-people.h"
#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-panel-facts.h"
#include "comark-person-rows.h"
#include "comark-seat-rows.h"
#include "comark-submission-rows.h"
#include "comark-working-days.h"

#define DAYS_TO_RATE 15

typedef struct
{
  const char *ref;
  const ComarkId *people;
  guint n_people;
  const char *due_day;
  gboolean formed;
  char *why;
} Invite;

static gboolean
check_member (ComarkPerson *person, GError **error)
{
  if (!person->active)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s is no longer active in this register. Invite somebody else.",
                               person->name);
  if ((person->roles & (COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR)) == 0
      || person->kind == COMARK_KIND_NONE)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s is not a panel member. An administrator can make them one on "
                               "the People page.",
                               person->name);
  return TRUE;
}

/* Who made it cannot judge it: said at once, not when they come to rate. */
static gboolean
check_distance (ComarkCase *self, ComarkPerson *person, GError **error)
{
  gboolean contributor;

  if (comark_id_equal (&person->id, &self->submission->owner))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s put this forward, so cannot be on its panel. Invite somebody "
                               "else.",
                               person->name);
  if (!comark_seat_rows_is_contributor (self->desk->sql, &self->id, &person->id, &contributor,
                                        error))
    return FALSE;
  if (contributor)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s took part in making this, so cannot rate it. The panel can "
                               "hear them as someone who was there. Invite somebody else.",
                               person->name);
  return TRUE;
}

static gboolean
invite_one (ComarkCase *self, const ComarkId *id, const char *due_day, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) person = comark_person_rows_find (self->desk->sql, id, &local);
  gboolean is_new;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (person == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "There is no such person in this register.");
  if (!check_member (person, error) || !check_distance (self, person, error))
    return FALSE;
  if (!comark_seat_rows_invite (self->desk->sql, &self->id, id, due_day,
                                &self->desk->who->id, comark_desk_now_ms (self->desk), &is_new,
                                error))
    return FALSE;
  /* Submitted again, it is heard again, often by the same people. */
  if (!is_new && self->submission->round > 1 && self->submission->state == COMARK_STATE_READY)
    return comark_seat_rows_invite_again (self->desk->sql, &self->id, id, due_day, error)
           && comark_case_log (self, "invite", id, "due_day", due_day, error);
  return !is_new || comark_case_log (self, "invite", id, "reply due_day", due_day, error);
}

static char *
due_day_of (ComarkDesk *desk, const char *asked, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_auto (GStrv) holidays = NULL;

  if (asked != NULL && *asked != '\0')
    {
      if (!comark_desk_check_day ("The day to rate by", asked, error))
        return NULL;
      if (g_strcmp0 (asked, today) < 0)
        {
          comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                              "The day to rate by is over already. Choose a later day.");
          return NULL;
        }
      return g_strdup (asked);
    }
  holidays = comark_desk_list_holidays (desk, error);
  return holidays != NULL
           ? comark_working_days_add (today, DAYS_TO_RATE, (const char *const *) holidays)
           : NULL;
}

static char *
join_unmet (ComarkQuorumReport *report)
{
  GString *why = g_string_new (NULL);

  for (guint i = 0; i < report->rules->len; i++)
    {
      ComarkQuorumRule *rule = report->rules->pdata[i];

      if (!rule->met)
        g_string_append_printf (why, "%s%s", why->len > 0 ? " " : "", rule->sentence);
    }
  return g_string_free (why, FALSE);
}

static gboolean
form_panel (ComarkCase *self, Invite *invite, const char *due_day, GError **error)
{
  g_autoptr (GPtrArray) seats = comark_case_seats (self, error);
  g_autoptr (ComarkQuorumReport) report = NULL;

  if (seats == NULL)
    return FALSE;
  report = comark_panel_can_meet (seats, self->submission->affects_carers);
  invite->formed = self->submission->state != COMARK_STATE_READY || report->met;
  if (!report->met)
    invite->why = join_unmet (report);
  if (self->submission->state != COMARK_STATE_READY || !report->met)
    return comark_desk_touch (self->desk, &self->id, error);
  return comark_desk_move (self->desk, &self->id, COMARK_EVENT_FORM_PANEL,
                           COMARK_GUARD_PANEL_POSSIBLE, error)
         && comark_submission_rows_set_due (self->desk->sql, &self->id, due_day, error)
         && comark_case_log (self, "form-panel", NULL, "state due_day", due_day, error);
}

static gboolean
invite_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Invite *invite = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, invite->ref, COMARK_ACTION_INVITE, NULL, error);
  g_autofree char *due_day = self != NULL ? due_day_of (desk, invite->due_day, error) : NULL;

  if (due_day == NULL)
    return FALSE;
  for (guint i = 0; i < invite->n_people; i++)
    if (!invite_one (self, &invite->people[i], due_day, error))
      return FALSE;
  return form_panel (self, invite, due_day, error);
}

gboolean
comark_desk_invite (ComarkDesk *desk,
                    const char *ref,
                    const ComarkId *people,
                    guint n_people,
                    const char *due_day,
                    gboolean *formed,
                    char **why,
                    GError **error)
{
  Invite invite = { ref, people, n_people, due_day, TRUE, NULL };
  gboolean done = comark_desk_write (desk, "invite", invite_step, &invite, error);

  if (formed != NULL)
    *formed = done && invite.formed;
  if (why != NULL)
    *why = done ? g_steal_pointer (&invite.why) : NULL;
  g_free (invite.why);
  return done;
}

/* ---- a member's answer ---- */

typedef struct
{
  const char *ref;
  gboolean accept;
} Reply;

static gboolean
check_reply (ComarkSeat *seat, gboolean accept, GError **error)
{
  if (seat == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "You are not invited to this panel. An administrator invites.");
  if (!accept && seat->review_in)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Your review is in already and counts. If you cannot come to the "
                               "meeting, tell a co-chair: nothing of yours is lost.");
  return TRUE;
}

/* Who has declined comes back by this, and sees nothing else of it before. */
static gboolean
find_invitation (ComarkDesk *desk, Reply *reply, ComarkId *id, GError **error)
{
  if (!reply->accept)
    return comark_desk_find_for (desk, reply->ref, COMARK_ACTION_DECLINE, id, error);
  return comark_desk_find_for (desk, reply->ref, COMARK_ACTION_COME_BACK, id, NULL)
         || comark_desk_find_for (desk, reply->ref, COMARK_ACTION_SEE_EXISTS, id, error);
}

/* What they have written stays where it is, either way. */
static gboolean
reply_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Reply *reply = data;
  g_autoptr (ComarkSeat) seat = NULL;
  ComarkId id;
  gint64 round;

  return find_invitation (desk, reply, &id, error)
         && comark_submission_rows_get_round (desk->sql, &id, &round, error)
         && comark_seat_rows_find (desk->sql, &id, &desk->who->id, round, &seat, error)
         && check_reply (seat, reply->accept, error)
         && comark_seat_rows_reply (desk->sql, &id, &desk->who->id,
                                    reply->accept ? "accepted" : "declined", error)
         && comark_desk_touch (desk, &id, error)
         && comark_desk_log (desk, reply->accept ? "accept-invitation" : "decline-invitation",
                             &id, &desk->who->id, "reply", NULL, error);
}

gboolean
comark_desk_reply (ComarkDesk *desk, const char *ref, gboolean accept, GError **error)
{
  Reply reply = { ref, accept };

  return comark_desk_write (desk, accept ? "accept-invitation" : "decline-invitation", reply_step,
                            &reply, error);
}
