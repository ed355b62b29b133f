/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A voice: says one stretch of text after the other and tells which word it is at. One that
 * talks to Speech Dispatcher is comark-speech-dispatcher.h; tests bring their own.
 *
 * Never blocks. Lives on the main thread.
 *
 * Signals, never emitted from within say() or hush():
 *   "word" (int start, int end): what is being said now, in characters of the text; all of it
 *       where the voice cannot tell words apart
 *   "said": the text came to its end; the next can be said
 *   "interrupted": somebody else took the voice, as a screen reader does
 *   "failed" (GError): it cannot be said; the message is a sentence to show
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMARK_TYPE_SPEAKER (comark_speaker_get_type ())
G_DECLARE_INTERFACE (ComarkSpeaker, comark_speaker, COMARK, SPEAKER, GObject)

struct _ComarkSpeakerInterface
{
  GTypeInterface parent_iface;

  void (*say) (ComarkSpeaker *self, const char *text, int speed);
  void (*hush) (ComarkSpeaker *self);
};

/* Says @text instead of whatever is being said, at @speed % of the voice's usual (50 to 300). */
void comark_speaker_say (ComarkSpeaker *self, const char *text, int speed);

/* Is silent at once; nothing more is told of what was being said. */
void comark_speaker_hush (ComarkSpeaker *self);

/* For those who implement it. */
void comark_speaker_emit_word (ComarkSpeaker *self, int start, int end);
void comark_speaker_emit_said (ComarkSpeaker *self);
void comark_speaker_emit_interrupted (ComarkSpeaker *self);
void comark_speaker_emit_failed (ComarkSpeaker *self, const GError *error);

G_END_DECLS
