/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The frame of a meeting: opening it, who is there, adjourning it.
 */
#include "comark-desk-panel.h"

#include "comark-desk-case.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-interests.h"
#include "comark-meeting-rows.h"
#include "comark-panel-facts.h"
#include "comark-seat-rows.h"

/* ---- opening ---- */

static gboolean
waits_for (ComarkSeat *seat)
{
  return g_strcmp0 (seat->reply, "declined") != 0 && !seat->review_in && !seat->on_the_day
         && comark_interests_may_rate (seat->interest, seat->effect, seat->contributor);
}

static gboolean
check_ratings_in (GPtrArray *seats, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < seats->len; i++)
    n += waits_for (seats->pdata[i]);
  if (n == 0)
    return TRUE;
  /* How many, never who: that is theirs to say. */
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "%u %s neither submitted their review nor said that they will speak "
                             "on the day. An administrator can remind the panel.",
                             n, n == 1 ? "member has" : "members have");
}

static gboolean
check_can_meet (ComarkCase *self, GPtrArray *seats, GError **error)
{
  g_autoptr (ComarkQuorumReport) report
    = comark_panel_can_meet (seats, self->submission->affects_carers);
  g_autoptr (GString) why = g_string_new ("Quorum could not be met.");

  if (report->met)
    return TRUE;
  for (guint i = 0; i < report->rules->len; i++)
    if (!((ComarkQuorumRule *) report->rules->pdata[i])->met)
      g_string_append_printf (why, " %s", ((ComarkQuorumRule *) report->rules->pdata[i])->sentence);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", why->str);
}

static gboolean
open_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_OPEN_MEETING, NULL, error);
  g_autoptr (GPtrArray) seats = self != NULL ? comark_case_seats (self, error) : NULL;
  ComarkId id;

  return seats != NULL && check_can_meet (self, seats, error) && check_ratings_in (seats, error)
         && comark_desk_move (desk, &self->id, COMARK_EVENT_OPEN_MEETING,
                              COMARK_GUARD_PANEL_POSSIBLE | COMARK_GUARD_RATINGS_IN, error)
         && comark_meeting_rows_open (desk->sql, &self->id, self->submission->round,
                                      &desk->who->id, comark_desk_now_ms (desk), &id, error)
         && comark_case_log (self, "open-meeting", &id, "state", NULL, error);
}

gboolean
comark_desk_open_meeting (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "open-meeting", open_step, (gpointer) ref, error);
}

/* ---- who is there ---- */

typedef struct
{
  const char *ref;
  const ComarkId *person;
  const char *how;
  gboolean deputy;
} Attend;

static gboolean
check_attends (ComarkSeat *seat, Attend *attend, GError **error)
{
  if (seat == NULL || g_strcmp0 (seat->reply, "declined") == 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Only members of this panel are recorded as attending. Invite them "
                               "first.");
  if (seat->effect == COMARK_EFFECT_LEAVES
      && comark_interests_hides (seat->interest, seat->effect)
      && g_strcmp0 (attend->how, "absent") != 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s leaves this item because of a declared interest.", seat->name);
  if (attend->deputy
      && !comark_interests_may_rate (seat->interest, seat->effect, seat->contributor))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s may not vote on this, so cannot stand in for a co-chair. Choose "
                               "another member of the same kind.",
                               seat->name);
  return TRUE;
}

static gboolean
attend_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Attend *attend = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, attend->ref, COMARK_ACTION_ATTEND, attend->person, error);
  g_autoptr (ComarkMeeting) meeting
    = self != NULL ? comark_case_open_meeting (self, error) : NULL;
  g_autoptr (ComarkSeat) seat = NULL;

  return meeting != NULL
         && comark_seat_rows_find (desk->sql, &self->id, attend->person,
                                   self->submission->round, &seat, error)
         && check_attends (seat, attend, error)
         && comark_meeting_rows_attend (desk->sql, &meeting->id, attend->person, attend->how,
                                        attend->deputy, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "attend", attend->person, "how deputy", attend->how, error);
}

gboolean
comark_desk_attend (ComarkDesk *desk,
                    const char *ref,
                    const ComarkId *person,
                    const char *how,
                    gboolean deputy,
                    GError **error)
{
  const char *const ways[] = { "room", "online", "phone", "absent", NULL };
  Attend attend = { ref, person, how, deputy };

  if (how == NULL || !g_strv_contains (ways, how))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Somebody attends in the room, online or by phone, or is absent.");
  return comark_desk_write (desk, "attend", attend_step, &attend, error);
}

/* ---- adjourning ---- */

typedef struct
{
  const char *ref;
  const char *because;
} Adjourn;

static gboolean
adjourn_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Adjourn *adjourn = data;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, adjourn->ref, COMARK_ACTION_ADJOURN, NULL, error);
  g_autoptr (ComarkMeeting) meeting
    = self != NULL ? comark_case_open_meeting (self, error) : NULL;

  return meeting != NULL
         && comark_desk_move (desk, &self->id, COMARK_EVENT_ADJOURN, COMARK_GUARD_REASON, error)
         && comark_meeting_rows_end (desk->sql, &meeting->id, "adjourned", adjourn->because,
                                     comark_desk_now_ms (desk), error)
         && comark_case_log (self, "adjourn", &meeting->id, "state because", adjourn->because,
                             error);
}

gboolean
comark_desk_adjourn (ComarkDesk *desk, const char *ref, const char *because, GError **error)
{
  Adjourn adjourn = { ref, because };

  return comark_desk_need_text ("The reason for adjourning", because, error)
         && comark_desk_write (desk, "adjourn", adjourn_step, &adjourn, error);
}
