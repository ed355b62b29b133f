/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who took part, in the owner's form: a list to add to, edit and remove from.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CONTRIBUTORS_SECTION (comark_contributors_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkContributorsSection, comark_contributors_section, COMARK,
                      CONTRIBUTORS_SECTION, AdwBin)

void comark_contributors_section_set_dossier (ComarkContributorsSection *self,
                                              ComarkDossier *dossier);

G_END_DECLS
