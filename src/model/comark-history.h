/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing that happened to a submission, in words, for its History tab.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_HISTORY_ENTRY (comark_history_entry_get_type ())
COMARK_DECLARE_NOUN (ComarkHistoryEntry, comark_history_entry, HISTORY_ENTRY)

struct _ComarkHistoryEntry
{
  ComarkRecord parent_instance;

  gint64 seq; /* place in the register's log */
  gint64 at;
  char *act; /* nick of what was done */
  char *words; /* the sentence to show */
  char *actor_name; /* "" where the viewer may not know who */
};

G_END_DECLS
