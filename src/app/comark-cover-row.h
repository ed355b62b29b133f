/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One evidence item of a criterion, as a member looks at it: its title, which opens it (or its
 * words, where it has no file), and what they find in it: nothing said, seen, enough, a gap.
 *
 * Signals: "opened" (): they want to see the file; "chosen" (): they chose another answer.
 */
#pragma once

#include <adwaita.h>

#include "comark-evidence.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COVER_ROW (comark_cover_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCoverRow, comark_cover_row, COMARK, COVER_ROW, AdwBin)

/* @is_editable FALSE: the answer is to read only. */
GtkWidget *comark_cover_row_new (ComarkEvidence *item, gboolean is_editable);

ComarkEvidence *comark_cover_row_get_item (ComarkCoverRow *self);

/* Without "chosen". */
void comark_cover_row_set_cover (ComarkCoverRow *self, ComarkCover cover);
ComarkCover comark_cover_row_get_cover (ComarkCoverRow *self);

G_END_DECLS
