/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members invited to a submission, each with their kind, their reply and what else the
 * viewer may know.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PANEL_LIST (comark_panel_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPanelList, comark_panel_list, COMARK, PANEL_LIST, AdwBin)

void comark_panel_list_set_dossier (ComarkPanelList *self, ComarkDossier *dossier);

G_END_DECLS
