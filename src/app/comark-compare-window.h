/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two versions of a document beside each other: the changes one by one, in words, and the pages
 * of both at the place of the change. Reading and comparing go on off the main thread, with
 * progress, and can be stopped.
 * Keys: Alt+Page Down and Alt+Page Up go from change to change, Escape closes.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COMPARE_WINDOW (comark_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCompareWindow, comark_compare_window, COMARK, COMPARE_WINDOW,
                      AdwWindow)

/* Opens it over the window of @from_widget, with version @from beside version @to of the document;
 * 0: the newest and the one before it. Does nothing where there are no two versions. */
void comark_compare_window_present (GtkWidget *from_widget, ComarkDossier *dossier, gint64 from,
                                    gint64 to);

G_END_DECLS
