/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recording one or many agreed values as one job.
 */
#pragma once

#include "comark-act.h"

G_BEGIN_DECLS

typedef struct _ComarkAgreeAct ComarkAgreeAct;

/* Returns: (transfer full): for comark_agree_act_run() */
ComarkAgreeAct *comark_agree_act_new (const char *ref);

/* @because: (nullable). COMARK_STRENGTH_NONE takes what the members propose. */
void comark_agree_act_add (ComarkAgreeAct *self, const char *criterion, ComarkValue value,
                           ComarkStrength strength, const char *because);

/* Takes @self over. @done: (nullable): see comark-act.h */
void comark_agree_act_run (ComarkAgreeAct *self, GtkWidget *page, GtkWidget *trigger,
                           const char *said, ComarkActDone done);

G_END_DECLS
