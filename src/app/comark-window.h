/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window: a sidebar of places, one page at a time, and the one open register.
 *
 * Actions: win.place "s" (todo, submissions, meetings, marks, …), win.open-submission "s" ("REF" or
 * "REF/TAB"), win.open-path "s", and those of the menu (comark-window-actions.c).
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_WINDOW (comark_window_get_type ())
G_DECLARE_FINAL_TYPE (ComarkWindow, comark_window, COMARK, WINDOW, AdwApplicationWindow)

/* How to begin with a register; all may be NULL. */
typedef struct
{
  const char *now;        /* ISO 8601: moves the clock of a practice or demo register */
  const char *acting;     /* id, e-mail address or whole name */
  const char *place;      /* "submissions" */
  const char *submission; /* "S-2026-0042" or "S-2026-0042/review" */
} ComarkWindowBeginning;

ComarkWindow *comark_window_new (GtkApplication *application);

/* Opens the register at @path (or a postgresql:// address) in place of the one that is open; or a
 * reading pack (.copack), which becomes a register at home.
 * @beginning may be NULL. */
void comark_window_open_register (ComarkWindow *self, const char *path,
                                  const ComarkWindowBeginning *beginning);

/* Opens a submission: "REF" or "REF/TAB". */
void comark_window_open_submission (ComarkWindow *self, const char *spot);

/* Signal "settled" (): the register has been opened, or could not be. */

G_END_DECLS
