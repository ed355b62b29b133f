/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The buttons that read the text of the reading view aloud, and the sentence that says why not.
 *
 * Signal "word" (int start, int end): this is being spoken, in offsets of the buffer.
 */
#pragma once

#include <adwaita.h>

#include "comark-speaker.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_VOICE (comark_reading_voice_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingVoice, comark_reading_voice, COMARK, READING_VOICE, AdwBin)

/* Reads what stands in @sheet. */
void comark_reading_voice_set_sheet (ComarkReadingVoice *self, GtkTextView *sheet);

/* Another voice than that of Speech Dispatcher, for tests. */
void comark_reading_voice_set_speaker (ComarkReadingVoice *self, ComarkSpeaker *speaker);

void comark_reading_voice_set_speed (ComarkReadingVoice *self, int speed);

/* Begins at the caret (at what is in sight, where the caret is not), pauses, goes on. */
void comark_reading_voice_toggle (ComarkReadingVoice *self);
void comark_reading_voice_pause (ComarkReadingVoice *self);

/* FALSE if it was silent already. */
gboolean comark_reading_voice_stop (ComarkReadingVoice *self);

/* Goes on at @offset instead, if it is speaking. */
void comark_reading_voice_jump (ComarkReadingVoice *self, int offset);

G_END_DECLS
