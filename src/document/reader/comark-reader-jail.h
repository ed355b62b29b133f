/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the helper takes from itself before it looks at the first byte of a document: every
 * system call that reading does not need (seccomp), every file but fonts and their tables
 * (Landlock), and what comark-reader-limits.h bounds. None of it can be undone.
 */
#pragma once

#include <glib.h>

/* What was running when the jail closed: bits. */
typedef enum
{
  COMARK_READER_JAIL_CALLS = 1 << 0, /* the allow-list of system calls */
  COMARK_READER_JAIL_FILES = 1 << 1, /* the allow-list of folders */
} ComarkReaderJail;

/* @is_walled: bubblewrap has already left nothing to open but what every program may see. Only
 * where it or Landlock confines them are files opened at all, and then only for reading.
 * Returns: 0 if the machine refused the system call filter: the helper must not go on. */
ComarkReaderJail comark_reader_jail_enter (gboolean is_walled);

/* Whether files will be opened inside: asked before, to load what will be needed otherwise. */
gboolean comark_reader_jail_opens_files (gboolean is_walled);
