/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bounds that the helper sets itself before it looks at a hostile byte; what it may not do
 * at all is comark-reader-jail.h's.
 */
#pragma once

#include <glib.h>

/* Memory, files, core dumps, no new rights, dies with its parent. Cannot be undone.
 * FALSE if the machine refused one: the helper must not go on. */
gboolean comark_reader_limits_enter (void);

/* Gives the work about to start @seconds of processor time; the process dies when it has had
 * them. */
void comark_reader_limits_arm (int seconds);
