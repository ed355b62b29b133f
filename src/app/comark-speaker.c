/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-speaker.h"

enum
{
  SIGNAL_WORD,
  SIGNAL_SAID,
  SIGNAL_INTERRUPTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ComarkSpeaker, comark_speaker, G_TYPE_OBJECT)

static void
comark_speaker_default_init (ComarkSpeakerInterface *iface)
{
  signals[SIGNAL_WORD] = g_signal_new ("word", COMARK_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_SAID] = g_signal_new ("said", COMARK_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_INTERRUPTED]
    = g_signal_new ("interrupted", COMARK_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COMARK_TYPE_SPEAKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

void
comark_speaker_say (ComarkSpeaker *self, const char *text, int speed)
{
  g_return_if_fail (COMARK_IS_SPEAKER (self));

  COMARK_SPEAKER_GET_IFACE (self)->say (self, text, speed);
}

void
comark_speaker_hush (ComarkSpeaker *self)
{
  g_return_if_fail (COMARK_IS_SPEAKER (self));

  COMARK_SPEAKER_GET_IFACE (self)->hush (self);
}

void
comark_speaker_emit_word (ComarkSpeaker *self, int start, int end)
{
  g_signal_emit (self, signals[SIGNAL_WORD], 0, start, end);
}

void
comark_speaker_emit_said (ComarkSpeaker *self)
{
  g_signal_emit (self, signals[SIGNAL_SAID], 0);
}

void
comark_speaker_emit_interrupted (ComarkSpeaker *self)
{
  g_signal_emit (self, signals[SIGNAL_INTERRUPTED], 0);
}

void
comark_speaker_emit_failed (ComarkSpeaker *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}
