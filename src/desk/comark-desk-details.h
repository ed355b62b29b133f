/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The details of a submission, as its form gives them.
 */
#pragma once

#include "comark-desk-submissions.h"

G_BEGIN_DECLS

/* Every text of @form is fit to store, and its type is one of @framework's. */
gboolean comark_desk_check_details (const ComarkSubmissionForm *form, ComarkFramework *framework,
                                    GError **error);

/* Copies @form into @submission, whose detail fields must be unset; the route follows from the
 * type. */
void comark_desk_fill_details (ComarkSubmission *submission, const ComarkSubmissionForm *form,
                               ComarkFramework *framework);

G_END_DECLS
