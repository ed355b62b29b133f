/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The voice of Speech Dispatcher, the speech service of a Linux desktop.
 *
 * It talks the service's own protocol over its socket, waiting for nothing: libspeechd would
 * need a thread of its own, and ends the whole program when the service breaks off. The service
 * is started by the first text, if it does not run yet. A service that is missing, has no voice,
 * does not answer or ends costs one sentence ("failed"); the next text begins anew.
 */
#pragma once

#include "comark-speaker.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SPEECH_DISPATCHER (comark_speech_dispatcher_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSpeechDispatcher, comark_speech_dispatcher, COMARK,
                      SPEECH_DISPATCHER, GObject)

/* At SPEECHD_ADDRESS ("unix_socket:PATH"), else where the service is by custom.
 * Returns: (transfer full) */
ComarkSpeaker *comark_speech_dispatcher_new (void);

/* How long it waits for an answer before it gives up; seconds unless set, for tests. */
void comark_speech_dispatcher_set_patience (ComarkSpeechDispatcher *self, int milliseconds);

G_END_DECLS
