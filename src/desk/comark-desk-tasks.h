/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts on what a panel wants done. Those who may see the panel's agreed values see all of it;
 * whoever carries a task sees that task, an owner once the letter is out.
 */
#pragma once

#include "comark-desk.h"
#include "comark-task.h"

G_BEGIN_DECLS

/* @carrier must be able to know of the submission. @due_day: ISO. */
gboolean comark_desk_note_task (ComarkDesk *desk, const char *ref, const char *what,
                                const ComarkId *carrier, const char *due_day, GError **error);

/* Done, or (@done FALSE) not done after all; by its carrier or those who may note tasks. */
gboolean comark_desk_finish_task (ComarkDesk *desk, const char *ref, const ComarkId *task,
                                  gboolean done, GError **error);
gboolean comark_desk_remove_task (ComarkDesk *desk, const char *ref, const ComarkId *task,
                                  GError **error);

/* Those that desk->who may see, by day. Inside a step.
 * Returns: (transfer full) (element-type ComarkTask) */
GPtrArray *comark_desk_read_tasks (ComarkDesk *desk, const ComarkId *submission,
                                   const ComarkStanding *standing, GError **error);

/* Whether somebody with @standing may see @task. */
gboolean comark_desk_may_see_task (const ComarkStanding *standing, ComarkTask *task);

G_END_DECLS
