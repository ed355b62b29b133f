/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the acting person has handed in on a submission, each time they did, and their final
 * ratings: to read, or two of them beside each other, criterion by criterion.
 * Escape closes.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_REVIEW_VERSIONS_WINDOW (comark_review_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReviewVersionsWindow, comark_review_versions_window, COMARK,
                      REVIEW_VERSIONS_WINDOW, AdwWindow)

/* Opens it over the window of @from_widget, with the last two beside each other. */
void comark_review_versions_window_present (GtkWidget *from_widget, ComarkDossier *dossier);

G_END_DECLS
