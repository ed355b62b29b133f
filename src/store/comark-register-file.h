/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked at before SQLite is given a file: what kind of file, where, what its header
 * says. And which files this process has open: opening and closing such a file in any other
 * way would drop SQLite's locks on it (POSIX locks belong to the process).
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* "CMRK" in the file's header. */
#define COMARK_APPLICATION_ID 0x434d524b

/* Is this kind of filesystem (statfs.f_type) a network's? SQLite's locks are not safe there. */
gboolean comark_register_file_is_network (guint32 filesystem);

/* Checks the existing file at @path: a plain file, no symbolic link, a register of this
 * program's version or an older one; on a local disk if @for_writing. Notes that it is open.
 * Returns: (transfer full) a ticket for comark_register_file_release(); NULL with a sentence */
char *comark_register_file_claim (const char *path, gboolean for_writing, GError **error);

/* Makes the empty file @path, readable for its owner alone, and notes that it is open.
 * G_IO_ERROR_EXISTS if there is something. Returns: (transfer full) as above */
char *comark_register_file_make (const char *path, GError **error);

void comark_register_file_release (char *ticket);

/* Can SQLite write at @path and beside it? */
gboolean comark_register_file_can_write (const char *path);

/* Copies the register at @path with what belongs to it into a new private folder, to be read
 * there. Returns: (transfer full) the copy's path */
char *comark_register_file_copy_away (const char *path, GError **error);

/* Removes such a copy. */
void comark_register_file_remove_copy (const char *path);

G_END_DECLS
