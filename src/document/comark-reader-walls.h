/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bubblewrap round a program that reads documents: no network, no processes to see, no files but
 * the system's libraries and fonts. Not every machine lets a person make such walls (a container,
 * a hardened kernel); then the program goes without them, in the jail that it makes itself.
 */
#pragma once

#include <glib.h>

/* The words of a command that runs @program inside the walls, to be followed by its own; the
 * first is bubblewrap. NULL where there is none, or where it was found not to work.
 * Returns: (transfer full) (nullable) */
GPtrArray *comark_reader_walls_build (const char *program);

/* The program runs: walls that stood once are not doubted again. */
void comark_reader_walls_trust (void);

/* The program ended before its first word. Unless the walls are trusted, tries them with
 * "@program --probe" and gives them up for this process, with a note in the log, if that fails.
 * Returns: TRUE if they were given up: start the program again. */
gboolean comark_reader_walls_doubt (const char *program);
