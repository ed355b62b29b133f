/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an awarded document still needs before its mark can be issued, each with whether it is
 * done; and the button that issues it, with the reason where it cannot be pressed.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MARK_NEEDS (comark_mark_needs_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMarkNeeds, comark_mark_needs, COMARK, MARK_NEEDS, AdwBin)

void comark_mark_needs_set_dossier (ComarkMarkNeeds *self, ComarkDossier *dossier);

G_END_DECLS
