/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locks on registers that hold until they are given back.
 *
 * SQLite locks a file for the process (POSIX.1 fcntl). Such locks are gone as soon as anything in
 * the process closes any descriptor of the file: GTK's file dialog does so with every file in the
 * folder that it shows, to see what kind each is. Another program that closes the register then
 * takes itself for the last, and removes the "-wal" into which this one goes on writing; what is
 * written from then on is lost. See sqlite.org/howtocorrupt.html, 2.2.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lets SQLite hold its locks through a descriptor of their own for each file, as locks of that
 * open file (fcntl(2), F_OFD_SETLK); they exclude other programs' as before. For all connections
 * of the process that are opened after the first call. Thread-safe. */
void comark_sqlite_locks_keep (void);

G_END_DECLS
