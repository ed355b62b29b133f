/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The Form tab ("Prepare"): the owner's form. Everything in it is saved while it is written; the
 * page keeps words of its own only until they are on their way to the register.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

#define COMARK_TYPE_FORM_PAGE (comark_form_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkFormPage, comark_form_page, COMARK, FORM_PAGE, ComarkSubmissionTab)

/* Whoever may change something of it, while that is possible. */
gboolean comark_form_page_applies (ComarkDossier *dossier);

/* Brings what is at @place (comark-form-places.h) into sight, with the focus in it. */
void comark_form_page_show_place (ComarkFormPage *self, const char *place);

G_END_DECLS
