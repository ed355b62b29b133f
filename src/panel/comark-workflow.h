/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a submission and the way of a mark, each as one table (domain.md 3.1, decisions.md
 * 2, 3, 5, 15): from a state, by an event, to a state; who may; what must hold first; what the
 * history says; what the button says. The progress line, the buttons, the log and the tests all
 * read these tables. Who may, for one person, is asked of comark_access_check(); what must hold
 * is found out by the caller and handed in as a set of guards.
 *
 * All texts are English source texts: static, never NULL, translated by the caller's catalogue.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

/* What can happen to a submission. */
typedef enum
{
  COMARK_EVENT_EXPRESS_INTEREST, /* "express-interest": the submission comes to be */
  COMARK_EVENT_TAKE_IN,          /* "take-in": an administrator takes in a pack, as submitted */
  COMARK_EVENT_START,            /* "start": an administrator makes it, accepted at once */
  COMARK_EVENT_ACCEPT,           /* "accept" */
  COMARK_EVENT_REDIRECT,         /* "redirect": out of scope, shown another way */
  COMARK_EVENT_PREPARE,          /* "prepare": edit, attach, name contributors; stays */
  COMARK_EVENT_SUBMIT,           /* "submit" */
  COMARK_EVENT_COMPLETE,         /* "complete": the check found all that is needed */
  COMARK_EVENT_SEND_BACK,        /* "send-back": the check found something missing */
  COMARK_EVENT_FORM_PANEL,       /* "form-panel" */
  COMARK_EVENT_ASK_OWNER,        /* "ask-owner" */
  COMARK_EVENT_ANSWER,           /* "answer" */
  COMARK_EVENT_ANSWER_OVERDUE,   /* "answer-overdue": the clock, after 20 working days */
  COMARK_EVENT_OPEN_MEETING,     /* "open-meeting" */
  COMARK_EVENT_ADJOURN,          /* "adjourn" */
  COMARK_EVENT_DECIDE,           /* "decide": values agreed, the second thoughts begin */
  COMARK_EVENT_RECONSIDER,       /* "reconsider": second thoughts, back to the meeting */
  COMARK_EVENT_SIGN,             /* "sign": one co-chair; stays */
  COMARK_EVENT_SEAL,             /* "seal": stays; one of the next four follows at once */
  COMARK_EVENT_AWARD,            /* "award" */
  COMARK_EVENT_CONDITIONS,       /* "conditions" */
  COMARK_EVENT_DEFER,            /* "defer" */
  COMARK_EVENT_NOT_YET,          /* "not-yet" */
  COMARK_EVENT_MEET_CONDITIONS,  /* "meet-conditions" */
  COMARK_EVENT_LAPSE,            /* "lapse": conditions not met in time */
  COMARK_EVENT_RESUBMIT,         /* "resubmit" */
  COMARK_EVENT_TELL,             /* "tell": contributors were told; stays */
  COMARK_EVENT_ISSUE_MARK,       /* "issue-mark": stays; the mark is the other machine */
  COMARK_EVENT_CLOSE,            /* "close" */
  COMARK_EVENT_WITHDRAW,         /* "withdraw" */
  COMARK_EVENT_APPEAL,           /* "appeal": stays */
  COMARK_EVENT_DISMISS_APPEAL,   /* "dismiss-appeal": stays */
  COMARK_EVENT_UPHOLD_APPEAL,    /* "uphold-appeal": heard again by a new panel */
} ComarkEvent;
#define COMARK_N_EVENTS (COMARK_EVENT_UPHOLD_APPEAL + 1)

/* Who acts. A set: any one of them may, except that BOTH_CO_CHAIRS means the two together. */
typedef enum
{
  COMARK_ACTOR_OWNER = 1 << 0,
  COMARK_ACTOR_CONTRIBUTOR = 1 << 1,
  COMARK_ACTOR_MEMBER = 1 << 2,
  COMARK_ACTOR_CO_CHAIR = 1 << 3,
  COMARK_ACTOR_BOTH_CO_CHAIRS = 1 << 4,
  COMARK_ACTOR_ADMINISTRATOR = 1 << 5,
  COMARK_ACTOR_CLOCK = 1 << 6, /* happens by itself when the time comes */
} ComarkActor;

/* What must hold before an event. The caller finds out; comark_guard_sentence() is what a person
 * is told when it does not hold. */
typedef enum
{
  COMARK_GUARD_DETAILS = 1 << 0,        /* "details": title, type, level, audience, review date */
  COMARK_GUARD_REASON = 1 << 1,         /* "reason": a reason is given in words */
  COMARK_GUARD_ESSENTIALS = 1 << 2,     /* "essentials": each has evidence or "nothing yet" */
  COMARK_GUARD_DOCUMENT = 1 << 3,       /* "document": a version with its SHA-256 */
  COMARK_GUARD_AGREEMENT = 1 << 4,      /* "agreement": a lived-experience contributor agrees */
  COMARK_GUARD_CHECKLIST = 1 << 5,      /* "checklist": patients' names out, formats made */
  COMARK_GUARD_PANEL_POSSIBLE = 1 << 6, /* "panel-possible": comark_quorum_can_form_panel() */
  COMARK_GUARD_ONE_ROUND = 1 << 7,      /* "one-round": the owner was not asked before */
  COMARK_GUARD_QUORUM = 1 << 8,         /* "quorum": comark_quorum_check() */
  COMARK_GUARD_RATINGS_IN = 1 << 9,     /* "ratings-in": submitted, or will say on the day */
  COMARK_GUARD_VALUES_AGREED = 1 << 10, /* "values-agreed": every criterion, every judgement */
  COMARK_GUARD_VOTE = 1 << 11,          /* "vote": consensus or a majority of each kind */
  COMARK_GUARD_UNSEALED = 1 << 12,      /* "unsealed" */
  COMARK_GUARD_SIGNED = 1 << 13,        /* "signed": by both co-chairs */
  COMARK_GUARD_WINDOW_OVER = 1 << 14,   /* "window-over": second thoughts */
  COMARK_GUARD_SEALED = 1 << 15,        /* "sealed" */
  COMARK_GUARD_OUTCOME = 1 << 16,       /* "outcome": the sealed outcome is this one */
  COMARK_GUARD_RULES_PASS = 1 << 17,    /* "rules-pass": of Awarded, on the new agreed values */
  COMARK_GUARD_IN_TIME = 1 << 18,       /* "in-time": within the months or days given */
  COMARK_GUARD_TOLD = 1 << 19,          /* "told": contributors know what changed */
  COMARK_GUARD_LETTER = 1 << 20,        /* "letter": released to the owner */
  COMARK_GUARD_SAME_HASH = 1 << 21,     /* "same-hash": the file is still the one decided on */
  COMARK_GUARD_MARK_ISSUED = 1 << 22,   /* "mark-issued" */
  COMARK_GUARD_NO_MARK = 1 << 23,       /* "no-mark": not issued before */
  COMARK_GUARD_NOT_AN_AWARD = 1 << 24,  /* "not-an-award": or the mark was revoked */
  COMARK_GUARD_APPEAL_OPEN = 1 << 25,   /* "appeal-open": one was made and is not settled */
  COMARK_GUARD_OVERDUE = 1 << 26,       /* "overdue": the time given is over */
} ComarkGuard;

#define COMARK_WORKFLOW_NEW (-1) /* "from" of what makes a submission or a mark */

/* One row. */
typedef struct
{
  int from; /* ComarkState, or COMARK_WORKFLOW_NEW */
  ComarkEvent event;
  ComarkState to;
  guint actors;        /* of ComarkActor */
  guint guards;        /* of ComarkGuard */
  const char *history; /* a sentence, after the person's name and the time: "Asked the owner." */
  const char *label;   /* of the button: "Ask the owner" */
} ComarkTransition;

/* The whole table, in the order of a submission's life. */
const ComarkTransition *comark_workflow_table (guint *n_rows);

/* The row of @event in @state (or COMARK_WORKFLOW_NEW). Returns: (nullable): borrowed */
const ComarkTransition *comark_workflow_find (int state, ComarkEvent event);

/* FALSE if @event cannot happen in @state; *to ((out) (optional)) is then left alone. */
gboolean comark_workflow_next (int state, ComarkEvent event, ComarkState *to);

/* The rows that lead out of @state, in table order; the array is empty for an end.
 * Returns: (transfer container): of const ComarkTransition * */
GPtrArray *comark_workflow_events_from (int state);

/* What still stands in the way of @row when the guards in @met hold: one sentence a guard, in
 * the order of the list. Returns: (transfer full): ends in NULL; empty if nothing does */
char **comark_workflow_missing (const ComarkTransition *row, guint met);

/* A plain sentence for "this cannot happen now". Returns: (transfer full) */
char *comark_workflow_refusal (int state, ComarkEvent event);

const char *comark_event_nick (ComarkEvent event);
gboolean comark_event_from_nick (const char *nick, ComarkEvent *out);
const char *comark_guard_nick (ComarkGuard guard);
const char *comark_guard_sentence (ComarkGuard guard);

/* The progress line of the Overview page. */
typedef enum
{
  COMARK_STEP_DONE,
  COMARK_STEP_CURRENT,
  COMARK_STEP_AHEAD,
  COMARK_STEP_NOT_TAKEN, /* the submission ended without it */
} ComarkStepStanding;

typedef struct
{
  const char *name; /* "Review" */
  ComarkStepStanding standing;
} ComarkStep;

#define COMARK_N_STEPS 8

/* Fills @steps, in order. Exactly one is CURRENT, except at an end. */
void comark_workflow_steps (ComarkState state, ComarkStep steps[COMARK_N_STEPS]);

/* Who has it now and what comes next, in one or two sentences. */
const char *comark_workflow_what_next (ComarkState state);

/* TRUE if a sealed outcome stands behind @state. */
gboolean comark_workflow_is_decided (ComarkState state);

/* The mark's own table. */
typedef enum
{
  COMARK_MARK_EVENT_ISSUE,             /* "issue": the mark comes to be */
  COMARK_MARK_EVENT_CONFIRM_UNCHANGED, /* "confirm-unchanged": at 12 months; stays */
  COMARK_MARK_EVENT_NO_ANSWER,         /* "no-answer": 30 days after that question */
  COMARK_MARK_EVENT_REBIND,            /* "rebind": minor change, next issue; stays live */
  COMARK_MARK_EVENT_SUPERSEDE,         /* "supersede": major change, or renewed */
  COMARK_MARK_EVENT_SUSPEND,           /* "suspend": a concern, at most 30 days */
  COMARK_MARK_EVENT_CLEAR,             /* "clear" */
  COMARK_MARK_EVENT_REVOKE,            /* "revoke" */
  COMARK_MARK_EVENT_EXPIRE,            /* "expire" */
} ComarkMarkEvent;
#define COMARK_N_MARK_EVENTS (COMARK_MARK_EVENT_EXPIRE + 1)

typedef struct
{
  int from; /* ComarkMarkState, or COMARK_WORKFLOW_NEW */
  ComarkMarkEvent event;
  ComarkMarkState to;
  guint actors;
  guint guards;
  const char *history;
  const char *label;
} ComarkMarkTransition;

const ComarkMarkTransition *comark_workflow_mark_find (int state, ComarkMarkEvent event);
gboolean comark_workflow_mark_next (int state, ComarkMarkEvent event, ComarkMarkState *to);
const char *comark_mark_event_nick (ComarkMarkEvent event);
gboolean comark_mark_event_from_nick (const char *nick, ComarkMarkEvent *out);

G_END_DECLS
