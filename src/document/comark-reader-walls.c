/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-walls.h"

#include <gio/gio.h>

typedef enum
{
  WALLS_UNKNOWN,
  WALLS_STAND,
  WALLS_GIVEN_UP,
} Walls;

static gint walls = WALLS_UNKNOWN; /* atomic */

/* Each is there as itself, for reading. "try" lets a machine that is arranged otherwise do
 * without; if the program cannot start then, the walls are given up. */
static const char *const shown[] = {
  "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/fonts", "/usr/local/share/fonts",
  "/usr/share/fontconfig", "/usr/share/poppler", "/etc/fonts", "/etc/ld.so.cache",
  "/var/cache/fontconfig",
};

static void
add (GPtrArray *command, const char *word)
{
  g_ptr_array_add (command, g_strdup (word));
}

GPtrArray *
comark_reader_walls_build (const char *program)
{
  static const char *const ways[] = { "--unshare-all", "--die-with-parent", "--new-session",
                                      "--cap-drop", "ALL", "--hostname", "reader" };
  g_autofree char *bwrap = g_find_program_in_path ("bwrap");

  if (bwrap == NULL || g_atomic_int_get (&walls) == WALLS_GIVEN_UP)
    return NULL;
  GPtrArray *command = g_ptr_array_new_with_free_func (g_free);
  add (command, bwrap);
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    add (command, ways[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      add (command, "--ro-bind-try");
      add (command, shown[i]);
      add (command, shown[i]);
    }
  add (command, "--ro-bind");
  add (command, program);
  add (command, "/comark-reader");
  add (command, "/comark-reader");
  return command;
}

void
comark_reader_walls_trust (void)
{
  g_atomic_int_compare_and_exchange (&walls, WALLS_UNKNOWN, WALLS_STAND);
}

static gboolean
do_they_stand (const char *program)
{
  g_autoptr (GPtrArray) command = comark_reader_walls_build (program);

  if (command == NULL)
    return FALSE;
  add (command, "--probe");
  g_ptr_array_add (command, NULL);
  g_autoptr (GSubprocess) probe
    = g_subprocess_newv ((const char *const *) command->pdata,
                         G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                         NULL);
  return probe != NULL && g_subprocess_wait_check (probe, NULL, NULL);
}

gboolean
comark_reader_walls_doubt (const char *program)
{
  if (g_atomic_int_get (&walls) != WALLS_UNKNOWN || do_they_stand (program))
    return FALSE;
  if (g_atomic_int_compare_and_exchange (&walls, WALLS_UNKNOWN, WALLS_GIVEN_UP))
    g_message ("bubblewrap does not work on this machine: documents are read in a process that "
               "confines itself (seccomp, and Landlock where there is one).");
  return TRUE;
}
