/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One person in a round: a shape and a word for where their turn stands, and one button.
 *
 * Signal "asked" (string): "word" (give it to them) or "not-yet" (take their turn back).
 */
#pragma once

#include <adwaita.h>

#include "comark-meeting.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TURN_ROW (comark_turn_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkTurnRow, comark_turn_row, COMARK, TURN_ROW, AdwBin)

GtkWidget *comark_turn_row_new (void);

/* @how: "spoke", "passed" or NULL. @leads: the viewer may give the word. @may_undo: the viewer may
 * take this turn back. */
void comark_turn_row_set (ComarkTurnRow *self, ComarkAttendance *one, const char *how,
                          gboolean speaks, gboolean leads, gboolean may_undo);

const ComarkId *comark_turn_row_get_person (ComarkTurnRow *self);

G_END_DECLS
