/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The practice submission in a window of its own: read, rate in the same form, and then see the
 * model answers beside one's own. Answers are kept while one types; it may be left and come back
 * to at any time.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_PRACTICE_WINDOW (comark_practice_window_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPracticeWindow, comark_practice_window, COMARK, PRACTICE_WINDOW,
                      AdwWindow)

/* Opens it over the window of @from. */
void comark_practice_window_present (GtkWidget *from);

G_END_DECLS
