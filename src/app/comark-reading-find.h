/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds words in the reading view's buffer, whatever their case and accents, and marks them:
 * all with the tag "found", the one in hand with "found-now". Works a little at a time, so that a
 * book holds nobody up.
 *
 * Signal "changed" (no arguments): more was found, or another is in hand.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COMARK_READING_FIND_MAX 10000 /* places; no person goes through more */

#define COMARK_TYPE_READING_FIND (comark_reading_find_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingFind, comark_reading_find, COMARK, READING_FIND, GObject)

/* Returns: (transfer full) */
ComarkReadingFind *comark_reading_find_new (GtkTextBuffer *buffer);

/* Looks for @words anew; "" takes all marks away. In hand comes the first at the caret or after. */
void comark_reading_find_set_words (ComarkReadingFind *self, const char *words);

/* FALSE while it is still looking. */
gboolean comark_reading_find_is_done (ComarkReadingFind *self);
guint comark_reading_find_get_n (ComarkReadingFind *self);

/* The place in hand, from 0; -1 if there is none. Its offsets, end exclusive. */
int comark_reading_find_get_current (ComarkReadingFind *self, int *start, int *end);

/* Takes the next in hand (@step 1) or the one before (-1); round at the ends. */
void comark_reading_find_go (ComarkReadingFind *self, int step);

G_END_DECLS
