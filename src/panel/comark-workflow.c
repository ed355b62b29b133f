/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-workflow.h"

#define OWNER COMARK_ACTOR_OWNER
#define CONTRIBUTOR COMARK_ACTOR_CONTRIBUTOR
#define MEMBER COMARK_ACTOR_MEMBER
#define CO_CHAIR COMARK_ACTOR_CO_CHAIR
#define CO_CHAIRS COMARK_ACTOR_BOTH_CO_CHAIRS
#define ADMIN COMARK_ACTOR_ADMINISTRATOR
#define CLOCK COMARK_ACTOR_CLOCK

#define G(name) COMARK_GUARD_##name
#define ROW(from, event, to, who, guards, history, label) \
  { from, COMARK_EVENT_##event, COMARK_STATE_##to, who, guards, history, label }
#define ON(from, event, to, who, guards, history, label) \
  ROW (COMARK_STATE_##from, event, to, who, guards, history, label)

/* What a withdrawal looks like from each state that it may leave. */
#define WITHDRAW(from)                                                            \
  ON (from, WITHDRAW, WITHDRAWN, OWNER | ADMIN, 0, "Withdrew the submission.",    \
      "Withdraw")
#define TELL(state)                                                               \
  ON (state, TELL, state, OWNER | ADMIN, 0,                                       \
      "Recorded that the contributors were told what changed because of them.",   \
      "Record that contributors were told")
#define APPEAL(state, guards)                                                     \
  ON (state, APPEAL, state, OWNER | CONTRIBUTOR,                                  \
      G (REASON) | G (IN_TIME) | (guards), "Appealed against the decision.",      \
      "Appeal"),                                                                  \
  ON (state, DISMISS_APPEAL, state, ADMIN, G (REASON) | G (APPEAL_OPEN),          \
      "Recorded that the appeal was not upheld.", "Appeal not upheld"),           \
  ON (state, UPHOLD_APPEAL, READY, ADMIN, G (REASON) | G (APPEAL_OPEN),           \
      "Recorded that the appeal was upheld: a new panel hears it again.",         \
      "Appeal upheld")

static const ComarkTransition table[] = {
  ROW (COMARK_WORKFLOW_NEW, EXPRESS_INTEREST, INTEREST, OWNER | ADMIN, G (DETAILS),
       "Showed interest in putting this forward.", "Show interest"),
  ROW (COMARK_WORKFLOW_NEW, START, PREPARING, ADMIN, G (DETAILS),
       "Started the submission for its owner.", "New submission"),
  ROW (COMARK_WORKFLOW_NEW, TAKE_IN, SUBMITTED, ADMIN, G (DETAILS) | G (DOCUMENT),
       "Took in a submission pack.", "Take in a pack"),

  ON (INTEREST, ACCEPT, PREPARING, ADMIN, 0, "Accepted it for preparation.", "Accept"),
  ON (INTEREST, REDIRECT, OUT_OF_SCOPE, ADMIN, G (REASON),
      "Explained that this is out of scope, and what to do instead.", "Out of scope"),
  WITHDRAW (INTEREST),

  ON (PREPARING, PREPARE, PREPARING, OWNER | CONTRIBUTOR | ADMIN, 0,
      "Worked on the submission.", "Go on preparing"),
  ON (PREPARING, SUBMIT, SUBMITTED, OWNER | ADMIN,
      G (DETAILS) | G (ESSENTIALS) | G (DOCUMENT) | G (AGREEMENT),
      "Submitted it; the document is frozen.", "Submit"),
  WITHDRAW (PREPARING),

  ON (SUBMITTED, COMPLETE, READY, ADMIN, G (CHECKLIST),
      "Checked it: everything needed is there.", "Complete"),
  ON (SUBMITTED, SEND_BACK, PREPARING, ADMIN, G (REASON),
      "Sent it back with what is missing.", "Send back"),
  WITHDRAW (SUBMITTED),

  ON (READY, FORM_PANEL, IN_REVIEW, ADMIN, G (PANEL_POSSIBLE), "Formed the panel.",
      "Form the panel"),
  WITHDRAW (READY),

  ON (IN_REVIEW, ASK_OWNER, CLARIFYING, CO_CHAIR | ADMIN, G (ONE_ROUND) | G (REASON),
      "Asked the owner.", "Ask the owner"),
  /* Attendance is recorded in the open meeting, so quorum itself is asked when it decides. */
  ON (IN_REVIEW, OPEN_MEETING, IN_MEETING, CO_CHAIR, G (PANEL_POSSIBLE) | G (RATINGS_IN),
      "Opened the meeting.", "Open the meeting"),
  WITHDRAW (IN_REVIEW),

  ON (CLARIFYING, ANSWER, IN_REVIEW, OWNER | ADMIN, 0, "Answered the panel's questions.",
      "Send the answer"),
  ON (CLARIFYING, ANSWER_OVERDUE, IN_REVIEW, CLOCK, G (OVERDUE),
      "No answer came in 20 working days; the review goes on.", "Go on without an answer"),
  WITHDRAW (CLARIFYING),

  ON (IN_MEETING, DECIDE, DECIDED, CO_CHAIR | ADMIN, G (QUORUM) | G (VALUES_AGREED) | G (VOTE),
      "Recorded what the panel decided.", "Record the decision"),
  ON (IN_MEETING, ADJOURN, IN_REVIEW, CO_CHAIR, G (REASON), "Adjourned the meeting.", "Adjourn"),
  WITHDRAW (IN_MEETING),

  ON (DECIDED, RECONSIDER, IN_MEETING, MEMBER | CO_CHAIR, G (REASON) | G (UNSEALED),
      "Had second thoughts: back to the meeting.", "Look at it again"),
  ON (DECIDED, SIGN, DECIDED, CO_CHAIR, G (UNSEALED), "Signed the decision.", "Sign"),
  ON (DECIDED, SEAL, DECIDED, CO_CHAIR | ADMIN, G (UNSEALED) | G (SIGNED) | G (WINDOW_OVER),
      "Sealed the decision.", "Seal"),
  ON (DECIDED, AWARD, AWARDED, CO_CHAIRS, G (SEALED) | G (OUTCOME),
      "Awarded: Made in co-production.", "Award"),
  ON (DECIDED, CONDITIONS, CONDITIONAL, CO_CHAIRS, G (SEALED) | G (OUTCOME),
      "Awarded subject to conditions; the certificate is held.", "Award with conditions"),
  ON (DECIDED, DEFER, DEFERRED, CO_CHAIRS, G (SEALED) | G (OUTCOME),
      "Deferred, with what to work on.", "Defer"),
  ON (DECIDED, NOT_YET, NOT_YET, CO_CHAIRS, G (SEALED) | G (OUTCOME),
      "Not yet, with strengths and next steps.", "Not yet"),

  ON (AWARDED, ISSUE_MARK, AWARDED, ADMIN, G (TOLD) | G (SAME_HASH) | G (NO_MARK),
      "Issued the mark.", "Issue the mark"),
  TELL (AWARDED),
  ON (AWARDED, CLOSE, CLOSED, ADMIN, G (TOLD) | G (LETTER) | G (MARK_ISSUED),
      "Closed the submission.", "Close"),
  APPEAL (AWARDED, G (NOT_AN_AWARD)),

  ON (CONDITIONAL, MEET_CONDITIONS, AWARDED, CO_CHAIRS, G (RULES_PASS) | G (IN_TIME),
      "Confirmed that the conditions are met.", "Conditions are met"),
  ON (CONDITIONAL, LAPSE, DEFERRED, CO_CHAIRS | CLOCK, G (OVERDUE),
      "The conditions were not met in time.", "Conditions have lapsed"),
  TELL (CONDITIONAL),
  APPEAL (CONDITIONAL, 0),

  ON (DEFERRED, RESUBMIT, SUBMITTED, OWNER | ADMIN,
      G (IN_TIME) | G (ESSENTIALS) | G (DOCUMENT) | G (AGREEMENT),
      "Submitted it again, with what changed.", "Submit again"),
  TELL (DEFERRED),
  ON (DEFERRED, CLOSE, CLOSED, ADMIN, G (TOLD) | G (LETTER), "Closed the submission.", "Close"),
  APPEAL (DEFERRED, 0),

  TELL (NOT_YET),
  ON (NOT_YET, CLOSE, CLOSED, ADMIN, G (TOLD) | G (LETTER), "Closed the submission.", "Close"),
  APPEAL (NOT_YET, 0),

  /* An appeal may still come in time after closing; nothing else follows. */
  APPEAL (CLOSED, G (NOT_AN_AWARD)),
};

static const char *const event_nicks[] = {
  "express-interest", "take-in",     "start",       "accept",         "redirect",
  "prepare",          "submit",      "complete",    "send-back",      "form-panel",
  "ask-owner",        "answer",      "answer-overdue", "open-meeting", "adjourn",
  "decide",           "reconsider",  "sign",        "seal",           "award",
  "conditions",       "defer",       "not-yet",     "meet-conditions", "lapse",
  "resubmit",         "tell",        "issue-mark",  "close",          "withdraw",
  "appeal",           "dismiss-appeal", "uphold-appeal",
};
G_STATIC_ASSERT (G_N_ELEMENTS (event_nicks) == COMARK_N_EVENTS);

/* In the order of the bits. */
static const struct
{
  const char *nick;
  const char *sentence;
} guards[] = {
  { "details", "Fill in the title, type, level, audience and review date first." },
  { "reason", "Say why, in a sentence or two." },
  { "essentials", "Each essential criterion needs some evidence, or the words “nothing yet”." },
  { "document", "Put in the document first." },
  { "agreement", "A contributor with lived experience has not agreed yet that this be put "
                 "forward." },
  { "checklist", "Check first that patients’ names are out and readable formats are there." },
  { "panel-possible", "With the people invited so far, quorum could not be met." },
  { "one-round", "The owner has been asked once already; bring further questions to the meeting." },
  { "quorum", "The meeting has no quorum." },
  { "ratings-in", "Some members have neither submitted their review nor said that they will speak "
                  "on the day." },
  { "values-agreed", "Some criteria have no agreed value, or a question has no answer." },
  { "vote", "The panel has neither a consensus nor a majority of each kind." },
  { "unsealed", "The decision is sealed already." },
  { "signed", "Both co-chairs sign first." },
  { "window-over", "The days for second thoughts are not over yet." },
  { "sealed", "The decision is not sealed yet." },
  { "outcome", "The sealed outcome is another one." },
  { "rules-pass", "With the new values, some rules of the award still do not pass." },
  { "in-time", "The time for this is over. An administrator can say what is possible now." },
  { "told", "The contributors have not been told yet what changed because of them." },
  { "letter", "The letter has not been released to the owner yet." },
  { "same-hash", "The document is no longer the one that the panel decided on." },
  { "mark-issued", "The mark has not been issued yet." },
  { "no-mark", "The mark has been issued already." },
  { "not-an-award", "There is nothing to appeal against: this was an award." },
  { "appeal-open", "There is no appeal waiting for an answer." },
  { "overdue", "The time given is not over yet." },
};
G_STATIC_ASSERT (1u << (G_N_ELEMENTS (guards) - 1) == COMARK_GUARD_OVERDUE);

const ComarkTransition *
comark_workflow_table (guint *n_rows)
{
  *n_rows = G_N_ELEMENTS (table);
  return table;
}

const ComarkTransition *
comark_workflow_find (int state, ComarkEvent event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state && table[i].event == event)
      return &table[i];
  return NULL;
}

gboolean
comark_workflow_next (int state, ComarkEvent event, ComarkState *to)
{
  const ComarkTransition *row = comark_workflow_find (state, event);

  if (row != NULL && to != NULL)
    *to = row->to;
  return row != NULL;
}

GPtrArray *
comark_workflow_events_from (int state)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state)
      g_ptr_array_add (rows, (gpointer) &table[i]);
  return rows;
}

char **
comark_workflow_missing (const ComarkTransition *row, guint met)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (guards); i++)
    if (row->guards & ~met & (1u << i))
      g_strv_builder_add (missing, guards[i].sentence);
  return g_strv_builder_end (missing);
}

/* "“Submit” comes only while it is: Being prepared." */
char *
comark_workflow_refusal (int state, ComarkEvent event)
{
  g_autoptr (GString) from = g_string_new (NULL);
  const char *label = "This step";

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].event == event)
      {
        label = table[i].label;
        if (table[i].from != COMARK_WORKFLOW_NEW)
          g_string_append_printf (from, "%s“%s”", from->len > 0 ? ", " : "",
                                  comark_state_words ((ComarkState) table[i].from));
      }
  if (from->len == 0)
    return g_strdup_printf ("“%s” begins a new submission.", label);
  if (state < 0)
    return g_strdup_printf ("“%s” comes later.", label);
  return g_strdup_printf ("“%s” belongs to another step: it comes at %s; this submission is at "
                          "“%s”.", label, from->str, comark_state_words ((ComarkState) state));
}

const char *
comark_event_nick (ComarkEvent event)
{
  g_return_val_if_fail ((guint) event < COMARK_N_EVENTS, "");
  return event_nicks[event];
}

gboolean
comark_event_from_nick (const char *nick, ComarkEvent *out)
{
  for (guint i = 0; nick != NULL && i < COMARK_N_EVENTS; i++)
    if (g_str_equal (event_nicks[i], nick))
      {
        *out = (ComarkEvent) i;
        return TRUE;
      }
  return FALSE;
}

static gsize
guard_index (ComarkGuard guard)
{
  int bit = g_bit_nth_lsf (guard, -1);

  g_return_val_if_fail (bit >= 0 && (gsize) bit < G_N_ELEMENTS (guards), 0);
  return (gsize) bit;
}

const char *
comark_guard_nick (ComarkGuard guard)
{
  return guards[guard_index (guard)].nick;
}

const char *
comark_guard_sentence (ComarkGuard guard)
{
  return guards[guard_index (guard)].sentence;
}
