/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Where the helper program is:
 *  1. what COMARK_READER names, if that is an absolute path and this process runs with no
 *     more rights than the person who started it (not set-uid). Whoever can set it can
 *     already run anything as that person, so it opens no door; it is for tests and packagers;
 *  2. the build's own, if this very program was run from inside the build folder;
 *  3. the installed one.
 * The build folder is never looked into by an installed program: it may be long gone, and
 * somebody else's now.
 * Returns: (transfer full) */
char *comark_reader_locate (void);
