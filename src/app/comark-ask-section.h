/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside the levels of a criterion: what was asked of the owner about it and what came back, and
 * the member's own question, kept while it is written and handed to the co-chairs.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ASK_SECTION (comark_ask_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkAskSection, comark_ask_section, COMARK, ASK_SECTION, AdwBin)

/* Shows what there is on @criterion. Words that are being written on another one stay, and are
 * there again with it. */
void comark_ask_section_set_criterion (ComarkAskSection *self, ComarkDossier *dossier,
                                       const char *criterion);

/* A newer dossier, on the same criterion. */
void comark_ask_section_set_dossier (ComarkAskSection *self, ComarkDossier *dossier);

/* Saves now what has not been saved. */
void comark_ask_section_flush (ComarkAskSection *self);

G_END_DECLS
