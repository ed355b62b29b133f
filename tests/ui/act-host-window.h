/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window for a page on trial: it holds an open register, and keeps what a page says instead of
 * showing it.
 */
#pragma once

#include "comark-act-host.h"

G_BEGIN_DECLS

#define TEST_TYPE_ACT_HOST (test_act_host_get_type ())
G_DECLARE_FINAL_TYPE (TestActHost, test_act_host, TEST, ACT_HOST, GtkWindow)

struct _TestActHost
{
  GtkWindow parent_instance;

  ComarkRegister *reg;
  char *said; /* the last toast; NULL for none */
  char *told; /* the last dialog, "HEADING: BODY"; NULL for none */
  int n_acted;
};

/* On the screen, 1000 by 700 pixels, with @page in it. Returns: (transfer none) */
TestActHost *test_act_host_new (ComarkRegister *reg, GtkWidget *page);

G_END_DECLS

/* Runs the main loop until @condition holds, for ten seconds at most. */
#define WAIT_FOR(condition)                                                    \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 wait_end_us = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;    \
    while (!(condition) && g_get_monotonic_time () < wait_end_us)              \
      g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (1000);     \
    g_assert_true (condition);                                                 \
  }                                                                            \
  G_STMT_END
