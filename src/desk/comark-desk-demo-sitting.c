/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sittings of the demo register ([sitting NAME] in organisation.ini says when and where), and the
 * rounds and actions of its meetings.
 */
#include "comark-desk-demo-story.h"

#include <stdlib.h>

#include "comark-desk-rounds.h"
#include "comark-desk-sittings.h"
#include "comark-desk-tasks.h"
#include "comark-meeting-rows.h"
#include "comark-submission-rows.h"

/* The sitting is planned when the first story goes on its agenda. Returns: (transfer none) */
static const char *
plan (ComarkDesk *desk, ComarkDemo *self, const char *name, GError **error)
{
  g_autoptr (GKeyFile) keys = comark_demo_load_keys (self->days, "organisation.ini", error);
  g_autofree char *group = g_strconcat ("sitting ", name, NULL);
  g_autofree char *time = NULL, *place = NULL, *link = NULL, *note = NULL;
  char *ref;

  if (keys == NULL)
    return NULL;
  time = comark_demo_word (keys, group, "time");
  place = comark_demo_word (keys, group, "place");
  link = comark_demo_word (keys, group, "link");
  note = comark_demo_word (keys, group, "note");
  ref = comark_desk_plan_sitting (desk, &(ComarkSittingForm) {
    comark_demo_day (self, keys, group, "day"), time, place, link, note, 0 }, error);
  if (ref != NULL)
    g_hash_table_insert (self->sittings, g_strdup (name), ref);
  return ref;
}

gboolean
comark_demo_put_on_agenda (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                           GError **error)
{
  const char *ref = g_hash_table_lookup (self->sittings, step->arguments);

  if (ref == NULL)
    ref = plan (desk, self, step->arguments, error);
  return ref != NULL && comark_desk_put_on_agenda (desk, ref, step->story->ref, error);
}

/* "NAME HOW" */
gboolean
comark_demo_reply_sitting (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                           GError **error)
{
  g_auto (GStrv) words = g_strsplit (step->arguments, " ", 2);
  const char *ref = words[0] != NULL ? g_hash_table_lookup (self->sittings, words[0]) : NULL;

  if (ref == NULL || words[1] == NULL)
    return comark_demo_refuse (error, "“%s” names no sitting and how.", step->arguments);
  return comark_desk_reply_sitting (desk, ref, words[1], error);
}

/* ---- rounds ---- */

static ComarkMeeting *
read_meeting (ComarkDesk *desk, const char *ref, GError **error)
{
  ComarkMeeting *meeting = NULL;
  ComarkId submission;
  gint64 round;

  if (!comark_desk_find_submission (desk, ref, &submission, error)
      || !comark_submission_rows_get_round (desk->sql, &submission, &round, error)
      || !comark_meeting_rows_latest (desk->sql, &submission, round, &meeting, error))
    return NULL;
  if (meeting == NULL)
    comark_demo_refuse (error, "There is no meeting.");
  return meeting;
}

/* Everybody who is there speaks to @prompt, the last one excepted: they pass. */
static gboolean
hear_all (ComarkDesk *desk, const char *ref, ComarkMeeting *meeting, gint64 prompt, GError **error)
{
  g_autoptr (GPtrArray) order = comark_desk_speaking_order (meeting, prompt);

  if (!comark_desk_go_to_prompt (desk, ref, prompt, error))
    return FALSE;
  for (guint i = 0; i < order->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (order, i);

      if (!comark_desk_take_turn (desk, ref, &one->person, i + 1 < order->len ? "spoke" : "passed",
                                  error))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_demo_hold_rounds (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, GError **error)
{
  const char *ref = step->story->ref;
  g_autoptr (ComarkMeeting) meeting = NULL;

  if (!comark_desk_begin_rounds (desk, ref, error)
      || (meeting = read_meeting (desk, ref, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < meeting->prompts->len; i++)
    if (!hear_all (desk, ref, meeting, i + 1, error))
      return FALSE;
  return comark_desk_begin_mapping (desk, ref, error);
}

/* "PERSON OFFSET WORDS": who, by which day, what. */
gboolean
comark_demo_note_task (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, GError **error)
{
  g_auto (GStrv) words = g_strsplit (step->arguments, " ", 3);
  ComarkPerson *carrier;

  if (g_strv_length (words) < 3)
    return comark_demo_refuse (error, "“%s” is no action.", step->arguments);
  carrier = comark_demo_person (self, words[0], error);
  return carrier != NULL
         && comark_desk_note_task (desk, step->story->ref, words[2], &carrier->id,
                                   comark_demo_days_at (self->days, atoi (words[1])), error);
}
