/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two wordings of one's own rating, one from here and one that came from elsewhere (a review file,
 * a newer pack): shows the other one and lets its author choose. Until then both are kept.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_BESIDE_BANNER (comark_beside_banner_get_type ())
G_DECLARE_FINAL_TYPE (ComarkBesideBanner, comark_beside_banner, COMARK, BESIDE_BANNER, AdwBin)

/* Signal "choosing" (): the page saves what is typed first. */

/* Shows what waits for @criterion, or for the overall comment; nothing where nothing does. */
void comark_beside_banner_show (ComarkBesideBanner *self, ComarkDossier *dossier,
                                const char *criterion);

/* The criteria that wait, as one sentence; NULL for none. Returns: (transfer full) (nullable) */
char *comark_beside_banner_sum_up (ComarkDossier *dossier);

G_END_DECLS
