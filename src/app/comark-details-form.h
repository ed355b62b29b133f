/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The details of a submission: title, type, level, who it is for, team, summary, review date,
 * carers. Saves a second after the last change.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DETAILS_FORM (comark_details_form_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDetailsForm, comark_details_form, COMARK, DETAILS_FORM, AdwBin)

/* Shows what is stored, unless the person's own changes are newer. */
void comark_details_form_set_dossier (ComarkDetailsForm *self, ComarkDossier *dossier);

/* Saves now what has not been saved. */
void comark_details_form_flush (ComarkDetailsForm *self);

/* Puts the focus where the person says who the document is for. */
void comark_details_form_focus_audience (ComarkDetailsForm *self);

G_END_DECLS
