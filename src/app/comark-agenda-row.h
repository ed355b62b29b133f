/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One submission on an agenda: who goes through the door before it, its title, and buttons to
 * open it and, for those who plan, to move it.
 *
 * Signal "asked" (string): "open", "up", "down" or "take-off".
 */
#pragma once

#include <adwaita.h>

#include "comark-sitting.h"

G_BEGIN_DECLS

#define COMARK_TYPE_AGENDA_ROW (comark_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkAgendaRow, comark_agenda_row, COMARK, AGENDA_ROW, AdwBin)

GtkWidget *comark_agenda_row_new (void);

/* @place: of @item on the agenda of @sitting, from 0. */
void comark_agenda_row_set (ComarkAgendaRow *self, ComarkSitting *sitting, ComarkAgendaItem *item,
                            guint place);

const char *comark_agenda_row_get_ref (ComarkAgendaRow *self);

G_END_DECLS
