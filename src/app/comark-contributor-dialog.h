/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adds or changes one contributor of a submission.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CONTRIBUTOR_DIALOG (comark_contributor_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkContributorDialog, comark_contributor_dialog, COMARK,
                      CONTRIBUTOR_DIALOG, AdwWindow)

/* Opens it over the window of @from. @contributor: NULL for a new one. */
void comark_contributor_dialog_present (GtkWidget *from, const char *ref,
                                        ComarkContributor *contributor);

G_END_DECLS
