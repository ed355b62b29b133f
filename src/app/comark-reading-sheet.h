/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of the reading view, with a ruler: a band behind the line that is being read and a
 * bar under it. The ruler follows whatever moved last: the pointer, the caret, or the voice.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMARK_TYPE_READING_SHEET (comark_reading_sheet_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingSheet, comark_reading_sheet, COMARK, READING_SHEET, GtkTextView)

/* The ruler's colour is @ink, that of the text. */
void comark_reading_sheet_set_ruler (ComarkReadingSheet *self, gboolean has_ruler,
                                     const GdkRGBA *ink);

/* Lays the ruler under the line that @offset of the buffer is in. */
void comark_reading_sheet_point_at (ComarkReadingSheet *self, int offset);

/* Brings @mark into sight: to the top if @to_top, else as little as it takes. It arrives even
 * where the lines on the way are not measured yet. */
void comark_reading_sheet_scroll_to (ComarkReadingSheet *self, GtkTextMark *mark, gboolean to_top);

/* Sizes of letters or lines have changed: measures them before anything is painted. */
void comark_reading_sheet_measure_anew (ComarkReadingSheet *self);

/* The line under which the ruler lies, in coordinates of the buffer. FALSE without a ruler. */
gboolean comark_reading_sheet_get_line (ComarkReadingSheet *self, GdkRectangle *line);

G_END_DECLS
