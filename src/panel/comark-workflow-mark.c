/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-workflow.h"

#define ADMIN COMARK_ACTOR_ADMINISTRATOR
#define OWNER COMARK_ACTOR_OWNER
#define CO_CHAIR COMARK_ACTOR_CO_CHAIR
#define MEMBER COMARK_ACTOR_MEMBER
#define CLOCK COMARK_ACTOR_CLOCK
#define G(name) COMARK_GUARD_##name
#define ROW(from, event, to, who, guards, history, label) \
  { from, COMARK_MARK_EVENT_##event, COMARK_MARK_##to, who, guards, history, label }
#define ON(from, event, to, who, guards, history, label) \
  ROW (COMARK_MARK_##from, event, to, who, guards, history, label)

/* Ending a mark that is suspended is the same act as ending a live one. */
#define ENDS(from)                                                                      \
  ON (from, SUPERSEDE, SUPERSEDED, ADMIN, 0, "Replaced by a newer mark.", "Replace"),   \
  ON (from, REVOKE, REVOKED, ADMIN | CO_CHAIR, G (REASON), "Withdrew the mark.",        \
      "Withdraw the mark"),                                                             \
  ON (from, EXPIRE, EXPIRED, CLOCK, G (OVERDUE), "The mark ran out.", "Out of date")

static const ComarkMarkTransition table[] = {
  ROW (COMARK_WORKFLOW_NEW, ISSUE, LIVE, ADMIN, G (TOLD) | G (SAME_HASH) | G (NO_MARK),
       "Issued the mark.", "Issue the mark"),
  ON (LIVE, CONFIRM_UNCHANGED, LIVE, OWNER | ADMIN, G (SAME_HASH),
      "Confirmed that the document is unchanged.", "Still unchanged"),
  ON (LIVE, NO_ANSWER, SUSPENDED, CLOCK, G (OVERDUE),
      "Nobody said in 30 days whether the document is unchanged.", "Suspend"),
  ON (LIVE, REBIND, LIVE, MEMBER, G (DOCUMENT) | G (VOTE),
      "Two readers found the change minor; the mark goes on with its next issue.", "Minor change"),
  ON (LIVE, SUSPEND, SUSPENDED, CO_CHAIR | ADMIN, G (REASON),
      "Suspended the mark because of a concern.", "Suspend"),
  ENDS (LIVE),
  ON (SUSPENDED, CLEAR, LIVE, CO_CHAIR | ADMIN, G (REASON), "Cleared the concern.",
      "Clear the concern"),
  ENDS (SUSPENDED),
};

static const char *const nicks[] = {
  "issue", "confirm-unchanged", "no-answer", "rebind", "supersede", "suspend", "clear", "revoke",
  "expire",
};
G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == COMARK_N_MARK_EVENTS);

const ComarkMarkTransition *
comark_workflow_mark_find (int state, ComarkMarkEvent event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].from == state && table[i].event == event)
      return &table[i];
  return NULL;
}

gboolean
comark_workflow_mark_next (int state, ComarkMarkEvent event, ComarkMarkState *to)
{
  const ComarkMarkTransition *row = comark_workflow_mark_find (state, event);

  if (row != NULL && to != NULL)
    *to = row->to;
  return row != NULL;
}

const char *
comark_mark_event_nick (ComarkMarkEvent event)
{
  g_return_val_if_fail ((guint) event < COMARK_N_MARK_EVENTS, "");
  return nicks[event];
}

gboolean
comark_mark_event_from_nick (const char *nick, ComarkMarkEvent *out)
{
  for (guint i = 0; nick != NULL && i < COMARK_N_MARK_EVENTS; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *out = (ComarkMarkEvent) i;
        return TRUE;
      }
  return FALSE;
}
