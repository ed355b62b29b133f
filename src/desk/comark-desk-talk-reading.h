/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Threads as one person may read them, and who would read what they write.
 */
#pragma once

#include "comark-desk.h"
#include "comark-talk.h"

G_BEGIN_DECLS

/* Everybody who has to do with one submission, and what they may read. */
typedef struct
{
  GPtrArray *readers; /* ComarkReaderOfTalk with at least one audience, by name */
  GHashTable *panel;  /* those known as of the panel alone, id → name, reading or not */
} ComarkTalkPeople;

void comark_talk_people_free (ComarkTalkPeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkTalkPeople, comark_talk_people_free)

/* By the rules, as things stand now. Returns: (transfer full) */
ComarkTalkPeople *comark_desk_read_talk_people (ComarkDesk *desk, const ComarkId *submission,
                                                GError **error);

/* Leaves in it what the writer with @standing may be told: who reads the audiences that they can
 * write for. Who reads another would tell, say, whose review is in. */
void comark_talk_people_narrow (ComarkTalkPeople *self, const ComarkStanding *standing);

/* Ids of those whom @body mentions, out of those who read @audience, but for desk->who.
 * Returns: (transfer full) (element-type ComarkId) */
GArray *comark_talk_people_mentioned (ComarkTalkPeople *self, ComarkDesk *desk,
                                      ComarkTalkAudience audience, const char *body);

/* @body with mentions of the panel's members made nameless, for somebody who may not know who
 * sits on it. Returns: (transfer full) */
char *comark_talk_people_veil (ComarkTalkPeople *self, const char *body);

/* What desk->who with @standing may read of @submission: threads with messages, the one last
 * spoken in first. @people: @sees_panel FALSE makes its members nameless, there too.
 * Returns: (transfer full) (element-type ComarkThread) */
GPtrArray *comark_desk_read_threads (ComarkDesk *desk, const ComarkId *submission,
                                     const ComarkStanding *standing, gboolean sees_panel,
                                     ComarkTalkPeople *people, GError **error);

/* Whether desk->who with @standing may read @thread now (which others' reviews may have to be
 * opened for). */
gboolean comark_desk_may_read_thread (const ComarkStanding *standing, ComarkThread *thread);

G_END_DECLS
