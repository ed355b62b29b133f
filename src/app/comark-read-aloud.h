/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the buffer of the reading view aloud, a sentence at a time, and marks the word that is
 * being spoken (tag "spoken"). Knows no widget: the view follows by the signals.
 *
 * Pausing is silence that remembers its word: no two voices pause alike.
 *
 * Signals:
 *   "word" (int start, int end): this is being spoken now, in offsets of the buffer
 *   "failed" (GError): it cannot be read aloud; the message is a sentence to show
 *   "notify::state"
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-speaker.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_READ_ALOUD_SILENT,
  COMARK_READ_ALOUD_SPEAKING,
  COMARK_READ_ALOUD_PAUSED,
} ComarkReadAloudState;

#define COMARK_TYPE_READ_ALOUD (comark_read_aloud_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadAloud, comark_read_aloud, COMARK, READ_ALOUD, GObject)

/* @buffer is a comark_reading_buffer_new(). Returns: (transfer full) */
ComarkReadAloud *comark_read_aloud_new (GtkTextBuffer *buffer, ComarkSpeaker *speaker);

ComarkReadAloudState comark_read_aloud_get_state (ComarkReadAloud *self);

/* Reads from the word at @offset on to the end. */
void comark_read_aloud_start (ComarkReadAloud *self, int offset);

/* Is silent, and keeps the place; does nothing unless speaking. */
void comark_read_aloud_pause (ComarkReadAloud *self);

/* Goes on at the word that it was at; does nothing unless paused. */
void comark_read_aloud_resume (ComarkReadAloud *self);

/* Is silent and forgets the place. */
void comark_read_aloud_stop (ComarkReadAloud *self);

/* Where it is or was last, an offset. */
int comark_read_aloud_get_place (ComarkReadAloud *self);

/* In % of the voice's usual; at once, from the word in hand on. */
void comark_read_aloud_set_speed (ComarkReadAloud *self, int speed);

G_END_DECLS
