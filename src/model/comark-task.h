/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something that a panel wants done: what, by whom, by when.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TASK (comark_task_get_type ())
COMARK_DECLARE_NOUN (ComarkTask, comark_task, TASK)

struct _ComarkTask
{
  ComarkRecord parent_instance;

  ComarkId id;
  ComarkId submission;
  char *what;
  ComarkId carrier; /* who does it */
  char *carrier_name;
  gboolean own; /* the viewer does it */
  char *due_day; /* ISO */
  gint64 noted_at;
  char *done_by_name; /* "" while it is not done */
  gint64 done_at; /* 0 while it is not done */
};

G_END_DECLS
