/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small register for the tests of the window: one administrator, two members, and as many
 * submissions as are wanted.
 */
#pragma once

#include "comark-desk-submissions.h"
#include "comark-register.h"

/* In a new temporary folder. "Joan Admin" acts. Returns: (transfer full) */
ComarkRegister *shell_register_new (guint n_submissions);

/* Where its file is, in the file system's encoding; owned by @reg. */
const char *shell_register_get_path (ComarkRegister *reg);

/* Closes it and removes its folder. */
void shell_register_free (ComarkRegister *reg);

/* Adds a submission called @title. Blocks. */
void shell_register_add (ComarkRegister *reg, const char *title);

/* Gives the submission @ref, read as @rev, another title. Blocks. */
void shell_register_rename (ComarkRegister *reg, const char *ref, gint64 rev, const char *title);

/* Turns the main loop until @done, for at most ten seconds. */
#define shell_wait_until(done)                                              \
  G_STMT_START                                                              \
  {                                                                         \
    gint64 shell_end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;       \
    while (!(done) && g_get_monotonic_time () < shell_end)                  \
      if (!g_main_context_iteration (NULL, FALSE))                          \
        g_usleep (1000);                                                    \
    g_assert_true (done);                                                   \
  }                                                                         \
  G_STMT_END

/* Turns the main loop for @milliseconds. */
void shell_wait (guint milliseconds);
