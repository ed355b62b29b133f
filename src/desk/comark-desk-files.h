/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bytes that people hand in.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* All of @file, a regular one of at most COMARK_LIMIT_FILE_BYTES (may be empty); else
 * COMARK_DESK_ERROR_INVALID with the file's name in the sentence. Blocks: not for the main
 * thread. Returns: (transfer full) (nullable) */
GBytes *comark_desk_load_file (GFile *file, GCancellable *cancellable, GError **error);

/* Puts @bytes into the register before the row that names them. Outside a transaction they are
 * stored; inside one they must be there already (an importer stores all files first).
 * COMARK_DESK_ERROR_INVALID for none or too many bytes. Returns: (transfer full) the SHA-256 */
char *comark_desk_keep_bytes (ComarkDesk *desk, GBytes *bytes, GError **error);

/* What @filename may be stored as: its last part, without control characters, never empty.
 * Returns: (transfer full) */
char *comark_desk_tidy_filename (const char *filename);

G_END_DECLS
