/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recorded on behalf of, in My review: who types now, what was typed by somebody else, and the
 * member's word that it is what they say.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_BEHALF_BANNER (comark_behalf_banner_get_type ())
G_DECLARE_FINAL_TYPE (ComarkBehalfBanner, comark_behalf_banner, COMARK, BEHALF_BANNER,
                      AdwBin)

/* Signal "acting" (): the page saves what is typed first. */

/* Shows what holds now, and who typed the rating of @criterion; nothing where nothing does. */
void comark_behalf_banner_show (ComarkBehalfBanner *self, ComarkDossier *dossier,
                                const char *criterion);

/* Asks a member who shall type for them: from the Overview. */
void comark_behalf_ask (GtkWidget *page, ComarkDossier *dossier);

G_END_DECLS
