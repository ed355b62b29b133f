/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words around a discussion: what a thread is about, who reads it, what belongs into it.
 */
#pragma once

#include "comark-dossier.h"

G_BEGIN_DECLS

/* "C1  Equal say", or that it is about the whole submission. @criterion may be NULL or "".
 * Returns: (transfer full) */
char *comark_talk_topic (ComarkDossier *dossier, const char *criterion);

/* What belongs into a thread for @audience, and who besides those counted reads it. Static,
 * translated. */
const char *comark_talk_hint (ComarkTalkAudience audience);

/* Names of those who would read what the viewer writes for @audience, in @thread (nullable: a
 * new one), without the viewer. Returns: (transfer full) (element-type utf8) */
GPtrArray *comark_talk_readers (ComarkDossier *dossier, ComarkTalkAudience audience,
                                ComarkThread *thread);

/* "3 people will read this". Returns: (transfer full) */
char *comark_talk_readers_words (ComarkDossier *dossier, ComarkTalkAudience audience,
                                 GPtrArray *names);

/* The viewer can begin a thread for @audience now, about @criterion ("": about all of it). */
gboolean comark_talk_may_begin (ComarkDossier *dossier, ComarkTalkAudience audience,
                                const char *criterion);

G_END_DECLS
