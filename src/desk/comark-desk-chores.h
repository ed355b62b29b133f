/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chores: acts that somebody may be waiting for, and how a to-do list says so.
 */
#pragma once

#include "comark-desk.h"
#include "comark-submission.h"

G_BEGIN_DECLS

/* Everything that a chore looks at, for one person and one submission. */
typedef struct
{
  ComarkDesk *desk;
  const ComarkStanding *standing;
  ComarkSubmission *submission; /* as that person may see it */
  ComarkFramework *framework;
  const char *today;
  GError *error; /* of a chore that had to read; owned */
} ComarkWaiting;

typedef struct
{
  ComarkAction action;
  guint states; /* of 1 << ComarkState: when somebody waits for it */
  /* The sentence, without a full stop; NULL: nothing waits after all. (transfer full) */
  char *(*say) (ComarkWaiting *waiting);
  const char *place; /* the tab that it opens */
} ComarkChore;

/* The table. Static. */
const ComarkChore *comark_chores (guint *n_chores);

G_END_DECLS
