/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing two versions on a thread of its own: long documents take a minute. Use from the main
 * thread.
 */
#pragma once

#include "comark-version-diff.h"

G_BEGIN_DECLS

typedef struct _ComarkCompareWork ComarkCompareWork;

/* What came of it: one of @diff (lent) and @error. Not called once the work has been stopped. */
typedef void (*ComarkCompareDone) (ComarkVersionDiff *diff, const GError *error, gpointer data);

/* Begins. Returns: (transfer full): for comark_compare_work_stop() */
ComarkCompareWork *comark_compare_work_new (GBytes *old, GBytes *new, ComarkCompareDone done,
                                            gpointer data);

/* How far it has come, from 0 to 1. */
double comark_compare_work_get_progress (ComarkCompareWork *self);

/* Stops it if it still goes on, and releases it. */
void comark_compare_work_stop (ComarkCompareWork *self);

G_END_DECLS
