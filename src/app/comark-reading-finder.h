/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the reading view in which one types what to find, with how many there are and
 * buttons for the next and the one before.
 *
 * Signal "found" (int start, int end): this one is in hand now, in offsets of the buffer.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_READING_FINDER (comark_reading_finder_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingFinder, comark_reading_finder, COMARK, READING_FINDER, AdwBin)

/* Looks in @buffer, a comark_reading_buffer_new(). */
void comark_reading_finder_set_buffer (ComarkReadingFinder *self, GtkTextBuffer *buffer);

/* Opens the bar and takes the focus there; what was typed last is selected. */
void comark_reading_finder_open (ComarkReadingFinder *self);

/* Takes the bar and all marks away; FALSE if it was not open. */
gboolean comark_reading_finder_close (ComarkReadingFinder *self);

/* Other words are in the buffer: looks again. */
void comark_reading_finder_refresh (ComarkReadingFinder *self);

/* The next (1) or the one before (-1). */
void comark_reading_finder_step (ComarkReadingFinder *self, int step);

G_END_DECLS
