/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One member at a meeting: how they are there, and whether they stand in for the co-chair of
 * their kind. Records each change at once.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ATTENDANCE_ROW (comark_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkAttendanceRow, comark_attendance_row, COMARK, ATTENDANCE_ROW, AdwBin)

GtkWidget *comark_attendance_row_new (void);

/* Shows the member of @seat at the dossier's meeting. */
void comark_attendance_row_set (ComarkAttendanceRow *self, ComarkDossier *dossier,
                                ComarkSeat *seat);

G_END_DECLS
