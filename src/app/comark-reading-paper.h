/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a person's way to read onto the widgets of the reading view: colours of ink and paper,
 * width of the column, spaces and sizes, the ruler.
 */
#pragma once

#include <adwaita.h>

#include "comark-reading-look.h"
#include "comark-reading-sheet.h"

G_BEGIN_DECLS

typedef struct _ComarkReadingPaper ComarkReadingPaper;

/* For @sheet in @column in @scroller, which must live as long. Returns: (transfer full) */
ComarkReadingPaper *comark_reading_paper_new (GtkScrolledWindow *scroller,
                                              AdwClampScrollable *column,
                                              ComarkReadingSheet *sheet);
void comark_reading_paper_free (ComarkReadingPaper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReadingPaper, comark_reading_paper_free)

/* Shows @look. What stood at the top of the window stays there. */
void comark_reading_paper_apply (ComarkReadingPaper *self, const ComarkReadingLook *look,
                                 GtkTextBuffer *buffer);

G_END_DECLS
