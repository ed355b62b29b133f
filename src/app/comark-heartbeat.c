/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-heartbeat.h"

#include <time.h>

#define TARGET_US 50000

static const char *heartbeat_file;
static gboolean is_beating;
static gint64 last_us;
static gint64 longest_us;
static guint n_beats;
static guint n_over;

static gint64
thread_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Stands in for the main loop's poll: everything between two of them held it up. */
static int
poll_and_measure (GPollFD *fds, guint n_fds, int timeout_ms)
{
  gint64 spent_us = thread_cpu_us () - last_us;
  int n_ready;

  if (is_beating && last_us > 0)
    {
      longest_us = MAX (longest_us, spent_us);
      n_over += spent_us > TARGET_US ? 1 : 0;
      n_beats++;
    }
  n_ready = g_poll (fds, n_fds, timeout_ms);
  last_us = thread_cpu_us ();
  return n_ready;
}

static void
on_first_frame_cb (GdkFrameClock *clock, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame_cb, user_data);
  last_us = 0;
  is_beating = TRUE;
}

static void
on_realized_cb (GtkWidget *window, gpointer user_data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_first_frame_cb), NULL);
}

void
comark_heartbeat_watch (GtkWindow *window)
{
  if (heartbeat_file != NULL)
    return;
  heartbeat_file = g_getenv ("COMARK_HEARTBEAT");
  if (heartbeat_file == NULL)
    return;
  g_main_context_set_poll_func (NULL, poll_and_measure);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realized_cb (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realized_cb), NULL);
}

void
comark_heartbeat_write (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (heartbeat_file == NULL)
    return;
  text = g_strdup_printf ("max_ms %d\nbeats %u\nover_50_ms %u\n", (int) (longest_us / 1000),
                          n_beats, n_over);
  if (!g_file_set_contents (heartbeat_file, text, -1, &error))
    g_printerr ("The heartbeat could not be written: %s\n", error->message);
}
