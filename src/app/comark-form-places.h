/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in the owner's form each thing is filled in that is still missing.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_PLACE_DETAILS "details"
#define COMARK_PLACE_DOCUMENT "document"
#define COMARK_PLACE_CONTRIBUTORS "contributors"

/* The place of dossier->missing[@index]: one of those above, or a criterion's id. Static, or of
 * the dossier's framework. */
const char *comark_form_place (ComarkDossier *dossier, guint index);

G_END_DECLS
