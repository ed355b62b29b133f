/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done quietly for a register file once it is open: is it sound, today's safety copy,
 * bytes that nothing refers to.
 */
#pragma once

#include "comark-store.h"

G_BEGIN_DECLS

/* So many safety copies of one register are kept, a day each. */
#define COMARK_SAFETY_COPIES 7

/* Where the safety copies of registers are: a folder that only this user may read.
 * Returns: (transfer full) (type filename) */
char *comark_store_tend_folder (void);

/* Looks through the structure of the file (SQLite's quick_check), then makes the copy of @day
 * ("2026-11-22") in @folder/REGISTER/@day.comark if it is not there yet, removes the oldest beyond
 * COMARK_SAFETY_COPIES, and lastly what comark_blobs_collect() takes at @now_ms. A damaged file
 * is never copied over a sound copy. @folder (nullable): NULL makes no copy. A shared or a
 * read-only register is its server's or nobody's to tend: nothing is done.
 * Errors: COMARK_STORE_ERROR_CORRUPT for a damaged file, else what kept the copy from the disk. */
void comark_store_tend_async (ComarkStore *self, const char *folder, const char *day,
                              gint64 now_ms, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean comark_store_tend_finish (GAsyncResult *result, GError **error);

G_END_DECLS
