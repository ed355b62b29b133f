/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-workflow.h"

static const char *const step_names[COMARK_N_STEPS] = {
  "Interest", "Preparing", "Check", "Panel", "Review", "Meeting", "Decision", "Closed",
};

#define ENDED_EARLY (-1)
#define ALL_DONE COMARK_N_STEPS

/* For each state, where on the line it stands, what comes next, and whether it was decided. */
static const struct
{
  int step;
  gboolean decided;
  const char *next;
} progress[] = {
  [COMARK_STATE_INTEREST] = { 0, FALSE, "An administrator looks at whether the panel can take "
                                        "it." },
  [COMARK_STATE_PREPARING] = { 1, FALSE, "The owner and the contributors gather the evidence and "
                                         "submit it." },
  [COMARK_STATE_OUT_OF_SCOPE] = { ENDED_EARLY, FALSE, "This was not something for the panel. The "
                                                      "reason is in the history." },
  [COMARK_STATE_SUBMITTED] = { 2, FALSE, "An administrator checks that everything needed is "
                                         "there." },
  [COMARK_STATE_READY] = { 3, FALSE, "An administrator forms the panel." },
  [COMARK_STATE_IN_REVIEW] = { 4, FALSE, "Each panel member reads and rates alone; then the "
                                         "co-chairs open the meeting." },
  [COMARK_STATE_CLARIFYING] = { 4, FALSE, "The owner answers the panel’s questions; the review "
                                          "waits." },
  [COMARK_STATE_IN_MEETING] = { 5, FALSE, "The panel talks and agrees a value for each "
                                          "criterion." },
  [COMARK_STATE_DECIDED] = { 6, FALSE, "There are some days for second thoughts; then the "
                                       "co-chairs sign and the decision is sealed." },
  [COMARK_STATE_AWARDED] = { 6, TRUE, "The contributors are told what changed because of them, the "
                                      "mark is issued, and the submission is closed." },
  [COMARK_STATE_CONDITIONAL] = { 6, TRUE, "The owner meets the conditions within three months; the "
                                          "co-chairs confirm it." },
  [COMARK_STATE_DEFERRED] = { 6, TRUE, "The owner has six months to submit it again." },
  [COMARK_STATE_NOT_YET] = { 6, TRUE, "The contributors are told, and a talk about the next steps "
                                      "is offered." },
  [COMARK_STATE_CLOSED] = { ALL_DONE, TRUE, "Everything is done." },
  [COMARK_STATE_WITHDRAWN] = { ENDED_EARLY, FALSE, "The owner withdrew this; it may come again "
                                                   "at any time." },
};
G_STATIC_ASSERT (G_N_ELEMENTS (progress) == COMARK_N_STATES);

static ComarkStepStanding
standing_of (int step, int now)
{
  if (now == ENDED_EARLY)
    return step == 0 ? COMARK_STEP_DONE : COMARK_STEP_NOT_TAKEN;
  if (step == now)
    return COMARK_STEP_CURRENT;
  return step < now ? COMARK_STEP_DONE : COMARK_STEP_AHEAD;
}

void
comark_workflow_steps (ComarkState state, ComarkStep steps[COMARK_N_STEPS])
{
  g_return_if_fail ((guint) state < COMARK_N_STATES);

  for (int i = 0; i < COMARK_N_STEPS; i++)
    {
      steps[i].name = step_names[i];
      steps[i].standing = standing_of (i, progress[state].step);
    }
}

const char *
comark_workflow_what_next (ComarkState state)
{
  g_return_val_if_fail ((guint) state < COMARK_N_STATES, "");
  return progress[state].next;
}

gboolean
comark_workflow_is_decided (ComarkState state)
{
  g_return_val_if_fail ((guint) state < COMARK_N_STATES, FALSE);
  return progress[state].decided;
}
