/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long a program takes from fork to the first pixels of its window, seen from the X server
 * (XDamage), so that any toolkit can be set beside any other. Prints the median in milliseconds.
 *
 *   first-frame RUNS PROGRAM [ARGUMENT…]
 */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LONGEST_MS 30000
#define MAX_RUNS 99
/* The server reports a window's exposure as damage in the instant of mapping: not yet pixels. */
#define AFTER_MAP_MS 1.0

typedef struct
{
  Display *display;
  int damage_event;
  gint64 started_us;
  double mapped_ms; /* 0 before */
  double drawn_ms;
} Watch;

static double
since (Watch *watch)
{
  return (double) (g_get_monotonic_time () - watch->started_us) / 1000.0;
}

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0; /* windows may be gone before they are asked about */
}

static void
watch_window (Watch *watch, Window window)
{
  XDamageCreate (watch->display, window, XDamageReportRawRectangles);
}

static gboolean
is_large (Watch *watch, Window window)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (watch->display, window, &attributes) && attributes.width > 100
         && attributes.height > 100;
}

static void
handle (Watch *watch, XEvent *event)
{
  if (event->type == CreateNotify && event->xcreatewindow.width > 50)
    watch_window (watch, event->xcreatewindow.window);
  else if (event->type == MapNotify && watch->mapped_ms == 0
           && is_large (watch, event->xmap.window))
    {
      watch->mapped_ms = since (watch);
      watch_window (watch, event->xmap.window);
    }
  else if (event->type == watch->damage_event)
    {
      XDamageNotifyEvent damage;
      memcpy (&damage, event, sizeof damage);
      if (watch->mapped_ms > 0 && damage.area.width > 50
          && since (watch) > watch->mapped_ms + AFTER_MAP_MS)
        watch->drawn_ms = since (watch);
    }
}

static void
wait_for_pixels (Watch *watch)
{
  while (watch->drawn_ms == 0 && since (watch) < LONGEST_MS)
    {
      struct pollfd server = { ConnectionNumber (watch->display), POLLIN, 0 };

      while (watch->drawn_ms == 0 && XPending (watch->display))
        {
          XEvent event;
          XNextEvent (watch->display, &event);
          handle (watch, &event);
        }
      XFlush (watch->display);
      if (watch->drawn_ms == 0)
        poll (&server, 1, 20);
    }
}

static double
run_once (Watch *watch, char **command)
{
  pid_t child;

  XSync (watch->display, True);
  watch->mapped_ms = watch->drawn_ms = 0;
  watch->started_us = g_get_monotonic_time ();
  child = fork ();
  if (child == 0)
    {
      setsid ();
      execvp (command[0], command);
      _exit (127);
    }
  wait_for_pixels (watch);
  g_usleep (G_USEC_PER_SEC / 2);
  kill (-child, SIGTERM);
  g_usleep (G_USEC_PER_SEC / 5);
  kill (-child, SIGKILL);
  waitpid (child, NULL, 0);
  return watch->drawn_ms;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  Watch watch = { .display = XOpenDisplay (NULL) };
  int error_base, n_runs = argc > 2 ? CLAMP (atoi (argv[1]), 1, MAX_RUNS) : 0;
  double times[MAX_RUNS];

  if (watch.display == NULL || n_runs == 0
      || !XDamageQueryExtension (watch.display, &watch.damage_event, &error_base))
    {
      g_printerr ("first-frame RUNS PROGRAM [ARGUMENT…], on an X display with XDamage\n");
      return 2;
    }
  watch.damage_event += XDamageNotify;
  XSetErrorHandler (ignore_error);
  XSelectInput (watch.display, DefaultRootWindow (watch.display), SubstructureNotifyMask);
  for (int i = 0; i < n_runs; i++)
    if ((times[i] = run_once (&watch, argv + 2)) == 0)
      {
        g_printerr ("%s showed no window\n", argv[2]);
        return 1;
      }
  qsort (times, (size_t) n_runs, sizeof *times, compare);
  g_print ("%.0f\n", times[n_runs / 2]);
  XCloseDisplay (watch.display);
  return 0;
}
