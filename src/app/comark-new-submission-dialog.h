/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks for the little that a new submission begins with, makes it, and opens its form.
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_NEW_SUBMISSION_DIALOG (comark_new_submission_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ComarkNewSubmissionDialog, comark_new_submission_dialog, COMARK,
                      NEW_SUBMISSION_DIALOG, AdwWindow)

/* Opens it over the window of @from. */
void comark_new_submission_dialog_present (GtkWidget *from);

G_END_DECLS
