/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-rounds.h"

#include "comark-desk-case.h"
#include "comark-desk-people.h"
#include "comark-desk-text.h"
#include "comark-round-rows.h"
#include "comark-rounds.h"

/* ---- who speaks when ---- */

static gboolean
is_here (ComarkAttendance *one)
{
  return g_strcmp0 (one->how, "absent") != 0;
}

GPtrArray *
comark_desk_speaking_order (ComarkMeeting *meeting, gint64 n)
{
  g_autoptr (GPtrArray) here = g_ptr_array_new ();
  g_autofree ComarkMemberKind *kinds = g_new0 (ComarkMemberKind, meeting->attendance->len + 1);
  g_autofree guint *order = g_new0 (guint, meeting->attendance->len + 1);
  GPtrArray *speaking = g_ptr_array_new ();

  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);

      if (!is_here (one))
        continue;
      kinds[here->len] = one->kind;
      g_ptr_array_add (here, one);
    }
  comark_rounds_order (kinds, here->len, n > 0 ? (guint) n - 1 : 0, order);
  for (guint i = 0; i < here->len; i++)
    g_ptr_array_add (speaking, g_ptr_array_index (here, order[i]));
  return speaking;
}

const char *
comark_desk_turn_of (ComarkMeeting *meeting, gint64 n, const ComarkId *person)
{
  for (guint i = 0; i < meeting->turns->len; i++)
    {
      ComarkTurn *turn = g_ptr_array_index (meeting->turns, i);

      if (turn->prompt == n && comark_id_equal (&turn->person, person))
        return turn->how;
    }
  return NULL;
}

/* The first in order who has not had a turn to @n, @but left out; none when all have. */
static ComarkId
next_speaker (ComarkMeeting *meeting, gint64 n, const ComarkId *but)
{
  g_autoptr (GPtrArray) order = comark_desk_speaking_order (meeting, n);

  for (guint i = 0; i < order->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (order, i);

      if (comark_desk_turn_of (meeting, n, &one->person) == NULL
          && (but == NULL || !comark_id_equal (&one->person, but)))
        return one->person;
    }
  return COMARK_ID_NONE;
}

/* ---- the two halves ---- */

typedef struct
{
  const char *ref;
  const ComarkId *person;
  const char *word; /* how, or the kind of pause */
  gint64 n;
} Round;

/* The case and its open meeting. */
static ComarkCase *
open_round (ComarkDesk *desk, Round *round, ComarkAction action, ComarkMeeting **meeting,
            GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, round->ref, action, round->person, error);

  *meeting = self != NULL ? comark_case_open_meeting (self, error) : NULL;
  return *meeting != NULL ? g_steal_pointer (&self) : NULL;
}

static gboolean
need_rounds (ComarkMeeting *meeting, GError **error)
{
  if (g_strcmp0 (meeting->phase, "rounds") == 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The meeting is not in its rounds now. A co-chair begins them.");
}

static gboolean
set_speaker (ComarkDesk *desk, ComarkMeeting *meeting, gint64 n, const ComarkId *speaker,
             GError **error)
{
  return comark_round_rows_set_speaker (desk->sql, &meeting->id, n, speaker,
                                        comark_desk_now_ms (desk), error);
}

static gboolean
need_somebody (ComarkMeeting *meeting, GError **error)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    if (is_here (g_ptr_array_index (meeting->attendance, i)))
      return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                             "Record first who is here. The rounds go from one to the next.");
}

static gboolean
begin_rounds_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, data, COMARK_ACTION_LEAD_ROUNDS, &meeting, error);
  g_auto (GStrv) prompts = self != NULL ? comark_desk_list_prompts (desk, error) : NULL;
  gint64 n;
  ComarkId speaker;

  if (prompts == NULL || !need_somebody (meeting, error))
    return FALSE;
  n = MAX (meeting->prompt, 1);
  speaker = next_speaker (meeting, n, NULL);
  return (meeting->prompts->len > 0
          || comark_round_rows_add_prompts (desk->sql, &meeting->id,
                                            (const char *const *) prompts, error))
         && comark_round_rows_set_phase (desk->sql, &meeting->id, "rounds", error)
         && set_speaker (desk, meeting, n, &speaker, error)
         && comark_case_log (self, "begin-rounds", &meeting->id, "phase", NULL, error);
}

gboolean
comark_desk_begin_rounds (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "begin-rounds", begin_rounds_step, &(Round) { .ref = ref },
                            error);
}

static gboolean
begin_mapping_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, data, COMARK_ACTION_LEAD_ROUNDS, &meeting, error);

  return self != NULL
         && comark_round_rows_set_phase (desk->sql, &meeting->id, "mapping", error)
         && comark_case_log (self, "begin-mapping", &meeting->id, "phase", NULL, error);
}

gboolean
comark_desk_begin_mapping (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "begin-mapping", begin_mapping_step, &(Round) { .ref = ref },
                            error);
}

/* ---- turns ---- */

static gboolean
check_is_here (ComarkMeeting *meeting, const ComarkId *person, GError **error)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);

      if (comark_id_equal (&one->person, person) && is_here (one))
        return TRUE;
    }
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "Only those who are recorded as being here have a turn.");
}

/* Where the one with the word is done, the next has it; where nobody had it and a turn is taken
 * back, they have. */
static gboolean
pass_word (ComarkDesk *desk, ComarkMeeting *meeting, Round *round, gboolean done, GError **error)
{
  gboolean had_it = comark_id_equal (&meeting->speaker, round->person);
  ComarkId next = COMARK_ID_NONE;

  if (done && had_it)
    next = next_speaker (meeting, meeting->prompt, round->person);
  else if (!done && comark_id_is_none (&meeting->speaker))
    next = *round->person;
  else
    return TRUE;
  return set_speaker (desk, meeting, meeting->prompt, &next, error);
}

static gboolean
take_turn_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Round *round = data;
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, round, COMARK_ACTION_TAKE_TURN, &meeting, error);
  gboolean done = g_strcmp0 (round->word, "not-yet") != 0;

  return self != NULL && need_rounds (meeting, error)
         && check_is_here (meeting, round->person, error)
         && comark_round_rows_set_turn (desk->sql, &meeting->id, meeting->prompt, round->person,
                                        done ? round->word : NULL, comark_desk_now_ms (desk),
                                        error)
         && pass_word (desk, meeting, round, done, error)
         && comark_case_log (self, "take-turn", round->person, "how", NULL, error);
}

gboolean
comark_desk_take_turn (ComarkDesk *desk, const char *ref, const ComarkId *person,
                       const char *how, GError **error)
{
  const char *const ways[] = { "spoke", "passed", "not-yet", NULL };

  if (how == NULL || !g_strv_contains (ways, how))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Somebody has spoken, passes, or has not had a turn yet.");
  return comark_desk_write (desk, "take-turn", take_turn_step, &(Round) { ref, person, how, 0 },
                            error);
}

static gboolean
give_word_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Round *round = data;
  Round lead = { .ref = round->ref };
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, &lead, COMARK_ACTION_LEAD_ROUNDS, &meeting, error);

  return self != NULL && need_rounds (meeting, error)
         && check_is_here (meeting, round->person, error)
         && set_speaker (desk, meeting, meeting->prompt, round->person, error)
         && comark_case_log (self, "give-word", round->person, "speaker", NULL, error);
}

gboolean
comark_desk_give_word (ComarkDesk *desk, const char *ref, const ComarkId *person, GError **error)
{
  return comark_desk_write (desk, "give-word", give_word_step, &(Round) { ref, person, NULL, 0 },
                            error);
}

static gboolean
go_to_prompt_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Round *round = data;
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, round, COMARK_ACTION_LEAD_ROUNDS, &meeting, error);
  ComarkId speaker;

  if (self == NULL || !need_rounds (meeting, error))
    return FALSE;
  if (round->n < 1 || round->n > meeting->prompts->len)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "These rounds have %u questions.", meeting->prompts->len);
  speaker = next_speaker (meeting, round->n, NULL);
  return set_speaker (desk, meeting, round->n, &speaker, error)
         && comark_case_log (self, "go-to-prompt", &meeting->id, "prompt", NULL, error);
}

gboolean
comark_desk_go_to_prompt (ComarkDesk *desk, const char *ref, gint64 n, GError **error)
{
  return comark_desk_write (desk, "go-to-prompt", go_to_prompt_step, &(Round) { .ref = ref,
                                                                                .n = n }, error);
}

/* ---- pauses ---- */

static gboolean
pause_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Round *round = data;
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, round, COMARK_ACTION_PAUSE_MEETING, &meeting, error);

  return self != NULL
         && comark_round_rows_pause (desk->sql, &meeting->id, round->word,
                                     comark_desk_now_ms (desk), error)
         && comark_case_log (self, "pause-meeting", &meeting->id, "pause", NULL, error);
}

gboolean
comark_desk_pause_meeting (ComarkDesk *desk, const char *ref, const char *kind, GError **error)
{
  if (g_strcmp0 (kind, "break") != 0 && g_strcmp0 (kind, "support") != 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "A meeting is paused for a break or for support.");
  return comark_desk_write (desk, "pause-meeting", pause_step, &(Round) { ref, NULL, kind, 0 },
                            error);
}

static gboolean
resume_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkMeeting) meeting = NULL;
  g_autoptr (ComarkCase) self
    = open_round (desk, data, COMARK_ACTION_RESUME_MEETING, &meeting, error);

  if (self == NULL)
    return FALSE;
  if (*meeting->pause == '\0')
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "The meeting is not paused.");
  return comark_round_rows_resume (desk->sql, &meeting->id, comark_desk_now_ms (desk), error)
         && comark_case_log (self, "resume-meeting", &meeting->id, "pause", NULL, error);
}

gboolean
comark_desk_resume_meeting (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "resume-meeting", resume_step, &(Round) { .ref = ref }, error);
}
