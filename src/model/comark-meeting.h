/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a panel agrees values: who came, what was agreed, who disagreed.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ATTENDANCE (comark_attendance_get_type ())
COMARK_DECLARE_NOUN (ComarkAttendance, comark_attendance, ATTENDANCE)

struct _ComarkAttendance
{
  ComarkRecord parent_instance;

  ComarkId person;
  char *name;
  ComarkMemberKind kind;
  gboolean co_chair;
  gboolean deputy; /* stands in for the co-chair of their kind */
  gboolean carer;
  char *how; /* "room", "online", "phone" or "absent" */
  gboolean votes; /* FALSE for those who may speak only */
  gint64 rev;
};

/* What everybody is asked in one round. */
#define COMARK_TYPE_ROUND_PROMPT (comark_round_prompt_get_type ())
COMARK_DECLARE_NOUN (ComarkRoundPrompt, comark_round_prompt, ROUND_PROMPT)

struct _ComarkRoundPrompt
{
  ComarkRecord parent_instance;

  gint64 n; /* from 1 */
  char *body;
};

/* Somebody's turn to one prompt. */
#define COMARK_TYPE_TURN (comark_turn_get_type ())
COMARK_DECLARE_NOUN (ComarkTurn, comark_turn, TURN)

struct _ComarkTurn
{
  ComarkRecord parent_instance;

  gint64 prompt;
  ComarkId person;
  char *how; /* "spoke" or "passed" */
};

#define COMARK_TYPE_MEETING (comark_meeting_get_type ())
COMARK_DECLARE_NOUN (ComarkMeeting, comark_meeting, MEETING)

struct _ComarkMeeting
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *state; /* "open", "adjourned" or "closed" */
  gint64 opened_at;
  gint64 ended_at; /* 0 while it is open */
  char *because; /* why it was adjourned */
  GPtrArray *attendance; /* ComarkAttendance */
  char *phase; /* "gathering", "rounds" or "mapping" */
  GPtrArray *prompts; /* ComarkRoundPrompt; none before the rounds */
  gint64 prompt; /* the one in hand; 0 for none */
  GPtrArray *turns; /* ComarkTurn, to all prompts */
  ComarkId speaker; /* who has the word; none: nobody */
  gint64 spoke_at; /* since when, without pauses */
  char *pause; /* "break" or "support"; "" while the meeting goes on */
  gint64 paused_at;
  gint64 rev;
};

/* What the panel settled on for one criterion. */
#define COMARK_TYPE_AGREED_VALUE (comark_agreed_value_get_type ())
COMARK_DECLARE_NOUN (ComarkAgreedValue, comark_agreed_value, AGREED_VALUE)

struct _ComarkAgreedValue
{
  ComarkRecord parent_instance;

  char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  char *because; /* why it differs from the suggestion; "" where it does not */
  char *recorded_by_name;
  gint64 recorded_at;
  gint64 n; /* how often it was set; 1 the first time */
};

/* The panel's answer to a question that an outcome rule asks. */
#define COMARK_TYPE_JUDGEMENT (comark_judgement_get_type ())
COMARK_DECLARE_NOUN (ComarkJudgement, comark_judgement, JUDGEMENT)

struct _ComarkJudgement
{
  ComarkRecord parent_instance;

  char *question;
  gboolean yes;
  char *because;
  gint64 n;
};

/* A member's disagreement, in their own words. */
#define COMARK_TYPE_DISSENT (comark_dissent_get_type ())
COMARK_DECLARE_NOUN (ComarkDissent, comark_dissent, DISSENT)

struct _ComarkDissent
{
  ComarkRecord parent_instance;

  char *criterion; /* "" for the outcome as a whole */
  char *name;
  char *body;
  gint64 recorded_at;
};

G_END_DECLS
