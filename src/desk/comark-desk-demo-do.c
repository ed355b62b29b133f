/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The verbs of the stories: each is one act of the desk, done by the person whom the step names.
 */
#include "comark-desk-demo-story.h"

#include <stdlib.h>

#include "comark-desk-decision.h"
#include "comark-desk-panel.h"
#include "comark-desk-questions.h"
#include "comark-desk-submissions.h"
#include "comark-desk-talk.h"

#define MANY 16

typedef gboolean (*VerbFunc) (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                              GError **error);

#define VERB(name)                                                                        \
  static gboolean do_##name (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,    \
                             GError **error)

/* ---- the owner and the administrators ---- */

static gboolean
begin (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const ComarkId *owner,
       GError **error)
{
  const char *const names[] = { "title", "type", "level", "audience", "summary", "team" };
  char *words[G_N_ELEMENTS (names)];
  ComarkSubmissionForm form = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    words[i] = comark_demo_word (story->keys, "submission", names[i]);
  form.title = words[0];
  form.type = words[1];
  form.level = words[2];
  form.audience = words[3];
  form.summary = words[4];
  form.team = words[5];
  form.review_day = comark_demo_day (self, story->keys, "submission", "review-day");
  form.affects_carers = g_key_file_get_boolean (story->keys, "submission", "carers", NULL);
  story->ref = comark_desk_new_submission (desk, owner, &form, error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (words[i]);
  return story->ref != NULL;
}

VERB (interest)
{
  return begin (desk, self, step->story, NULL, error);
}

VERB (start)
{
  g_autofree char *key = comark_demo_word (step->story->keys, "submission", "owner");
  ComarkPerson *owner = comark_demo_person (self, key, error);

  return owner != NULL && begin (desk, self, step->story, &owner->id, error);
}

VERB (accept)
{
  return comark_desk_accept (desk, step->story->ref, error);
}

VERB (redirects)
{
  g_autofree char *because = comark_demo_word (step->story->keys, "redirect", "because");

  return comark_desk_redirect (desk, step->story->ref, because, error);
}

VERB (prepare)
{
  return comark_demo_prepare (desk, self, step->story, error);
}

VERB (revises)
{
  return comark_demo_revise (desk, self, step->story, error);
}

VERB (submit)
{
  return comark_desk_submit (desk, step->story->ref, error);
}

VERB (complete)
{
  return comark_desk_complete (desk, step->story->ref, error);
}

VERB (sends_back)
{
  g_autofree char *because = comark_demo_word (step->story->keys, "send-back", "because");

  return comark_desk_send_back (desk, step->story->ref, because, error);
}

VERB (withdraws)
{
  g_autofree char *because = comark_demo_word (step->story->keys, "withdraw", "because");

  return comark_desk_withdraw (desk, step->story->ref, because, error);
}

VERB (confirm)
{
  return comark_demo_confirm (desk, self, step->story, error);
}

/* ---- the panel ---- */

/* "+12": rated by the 12th working day from the invitation, as the calendar has it. */
static char *
due_day (ComarkDemo *self, ComarkDemoStep *step)
{
  int days = atoi (step->arguments);

  for (int offset = -COMARK_DEMO_DAYS; offset <= COMARK_DEMO_DAYS - days; offset++)
    if (g_str_has_prefix (step->at, comark_demo_days_at (self->days, offset)))
      return g_strdup (comark_demo_days_at (self->days, offset + days));
  return NULL;
}

VERB (invite)
{
  g_auto (GStrv) members = comark_demo_words (step->story->keys, "panel", "members");
  g_autofree char *day = due_day (self, step);
  g_autofree char *why = NULL;
  ComarkId people[MANY];
  gboolean formed;
  guint n = 0;

  for (; members[n] != NULL && n < MANY; n++)
    {
      ComarkPerson *person = comark_demo_person (self, members[n], error);

      if (person == NULL)
        return FALSE;
      people[n] = person->id;
    }
  if (!comark_desk_invite (desk, step->story->ref, people, n, day, &formed, &why, error))
    return FALSE;
  return formed || comark_demo_refuse (error, "%s", why);
}

VERB (accepts)
{
  return comark_desk_reply (desk, step->story->ref, TRUE, error);
}

VERB (joins)
{
  g_autofree char *group = g_strconcat ("interest ", step->who, NULL);
  g_autofree char *kind = comark_demo_word (step->story->keys, group, "kind");
  g_autofree char *note = comark_demo_word (step->story->keys, group, "note");
  ComarkInterestKind interest = COMARK_INTEREST_NONE;

  comark_interest_kind_from_nick (kind, &interest);
  return do_accepts (desk, self, step, error)
         && comark_desk_declare_interest (desk, step->story->ref, NULL, interest, note, error);
}

/* "siobhan leaves" */
VERB (settles)
{
  g_auto (GStrv) words = g_strsplit (step->arguments, " ", 2);
  ComarkPerson *person = comark_demo_person (self, words[0], error);
  ComarkInterestEffect effect;

  if (person == NULL || !comark_interest_effect_from_nick (words[1], &effect))
    return person != NULL && comark_demo_refuse (error, "“%s” is no effect.", step->arguments);
  return comark_desk_settle_interest (desk, step->story->ref, &person->id, effect, error);
}

VERB (rates)
{
  return comark_demo_rate (desk, self, step, FALSE, error);
}

VERB (reviews)
{
  return comark_demo_rate (desk, self, step, TRUE, error);
}

VERB (on_the_day)
{
  return comark_desk_say_on_the_day (desk, step->story->ref, TRUE, error);
}

VERB (opens_peers)
{
  return comark_desk_open_peers (desk, step->story->ref, error);
}

/* ---- talking ---- */

/* The thread that the message @key began. */
static gboolean
find_thread (ComarkDemoStory *story, const char *key, ComarkId *id, GError **error)
{
  const ComarkId *thread = g_hash_table_lookup (story->threads, key);

  if (thread == NULL)
    return comark_demo_refuse (error, "No message “%s” began a thread.", key);
  *id = *thread;
  return TRUE;
}

/* "day": the words of the group "message day". */
VERB (says)
{
  GKeyFile *keys = step->story->keys;
  g_autofree char *group = g_strconcat ("message ", step->arguments, NULL);
  g_autofree char *thread = comark_demo_word (keys, group, "thread");
  g_autofree char *criterion = comark_demo_word (keys, group, "criterion");
  g_autofree char *audience = comark_demo_word (keys, group, "audience");
  g_autofree char *body = comark_demo_word (keys, group, "body");
  ComarkMessageForm form = { .criterion = criterion, .body = body, .n_seen = MANY };
  ComarkId begun;

  if (*thread != '\0' && !find_thread (step->story, thread, &form.thread, error))
    return FALSE;
  if (*thread == '\0' && !comark_talk_audience_from_nick (audience, &form.audience))
    return comark_demo_refuse (error, "“%s” is no audience.", audience);
  if (!comark_desk_say (desk, step->story->ref, &form, &begun, error))
    return FALSE;
  g_hash_table_insert (step->story->threads, g_strdup (step->arguments),
                       g_memdup2 (&begun, sizeof begun));
  return TRUE;
}

VERB (reads)
{
  ComarkId thread;

  return find_thread (step->story, step->arguments, &thread, error)
         && comark_desk_read_thread (desk, step->story->ref, &thread, MANY, error);
}

/* "A1": the words of the group "question A1", given to the co-chairs. */
VERB (asks)
{
  g_autofree char *group = g_strconcat ("question ", step->arguments, NULL);
  g_autofree char *words = comark_demo_word (step->story->keys, group, "words");

  return comark_desk_save_question (desk, step->story->ref, step->arguments, words, 0, NULL,
                                    error)
         && comark_desk_ask_question (desk, step->story->ref, step->arguments, error);
}

/* ---- the meeting ---- */

VERB (opens)
{
  return comark_desk_open_meeting (desk, step->story->ref, error);
}

VERB (adjourns)
{
  g_autofree char *because = comark_demo_word (step->story->keys, "adjourn", "because");

  return comark_desk_adjourn (desk, step->story->ref, because, error);
}

VERB (attends)
{
  return comark_demo_attend (desk, self, step->story, error);
}

VERB (agrees)
{
  return comark_demo_agree (desk, self, step->story, error);
}

VERB (judges)
{
  return comark_demo_judge (desk, self, step->story, error);
}

VERB (dissents)
{
  return comark_demo_dissent (desk, self, step->story, error);
}

VERB (rerates)
{
  return comark_demo_rerate (desk, self, step, error);
}

/* ---- the decision and the mark ---- */

VERB (decides)
{
  g_autofree char *letter = comark_demo_word (step->story->keys, "decision", "letter");

  return comark_desk_decide (desk, step->story->ref, &(ComarkDecideForm){ .letter = letter },
                             error);
}

VERB (signs)
{
  return comark_desk_sign (desk, step->story->ref, error);
}

VERB (seals)
{
  return comark_desk_seal (desk, step->story->ref, error);
}

VERB (tells)
{
  g_autofree char *how = comark_demo_word (step->story->keys, "told", "how");
  g_autofree char *body = comark_demo_word (step->story->keys, "told", "body");
  g_autofree char *today = comark_desk_today (desk);

  return comark_desk_told (desk, step->story->ref, today, how, body, error);
}

VERB (closes)
{
  return comark_desk_close (desk, step->story->ref, error);
}

VERB (issues)
{
  g_autoptr (ComarkMark) mark = comark_desk_issue_mark (desk, step->story->ref, error);

  if (mark == NULL)
    return FALSE;
  step->story->number = g_strdup (mark->number);
  return TRUE;
}

VERB (prints)
{
  return comark_desk_record_mark_use (desk, step->story->number, "printed", "paper", error);
}

VERB (exports)
{
  return comark_desk_record_mark_use (desk, step->story->number, "exported", "png", error);
}

VERB (revokes)
{
  g_autofree char *because = comark_demo_word (step->story->keys, "revoke", "because");

  return comark_desk_revoke_mark (desk, step->story->number, because, error);
}

/* "F2": one co-chair's word that the condition is met. */
VERB (meets)
{
  g_autofree char *group = g_strconcat ("condition ", step->arguments, NULL);
  g_autofree char *strength_nick = comark_demo_word (step->story->keys, group, "strength");
  g_autofree char *because = comark_demo_word (step->story->keys, group, "because");
  ComarkStrength strength = COMARK_STRENGTH_NONE;

  comark_strength_from_nick (strength_nick, &strength);
  return comark_desk_meet_condition (desk, step->story->ref, step->arguments,
                                     g_key_file_get_integer (step->story->keys, group, "value",
                                                             NULL),
                                     strength, because, error);
}

static const struct
{
  const char *name;
  VerbFunc run;
} verbs[] = {
  { "agenda", comark_demo_put_on_agenda }, { "comes", comark_demo_reply_sitting },
  { "rounds", comark_demo_hold_rounds }, { "notes", comark_demo_note_task },
  { "accept", do_accept },     { "accepts", do_accepts },   { "adjourns", do_adjourns },
  { "agrees", do_agrees },     { "asks", do_asks },
  { "attends", do_attends },   { "closes", do_closes },
  { "complete", do_complete }, { "confirm", do_confirm },   { "decides", do_decides },
  { "dissents", do_dissents }, { "exports", do_exports },   { "interest", do_interest },
  { "invite", do_invite },     { "issues", do_issues },     { "joins", do_joins },
  { "judges", do_judges },     { "meets", do_meets },       { "on-the-day", do_on_the_day },
  { "opens", do_opens },       { "opens-peers", do_opens_peers },
  { "reads", do_reads },
  { "says", do_says },
  { "prepare", do_prepare },
  { "prints", do_prints },
  { "rates", do_rates },       { "redirects", do_redirects }, { "rerates", do_rerates },
  { "reviews", do_reviews },   { "revises", do_revises },
  { "revokes", do_revokes },   { "seals", do_seals },
  { "sends-back", do_sends_back }, { "settles", do_settles }, { "signs", do_signs },
  { "start", do_start },       { "submit", do_submit },     { "tells", do_tells },
  { "withdraws", do_withdraws },
};

gboolean
comark_demo_do (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, step->verb))
      return verbs[i].run (desk, self, step, error);
  return comark_demo_refuse (error, "There is no verb “%s”.", step->verb);
}
