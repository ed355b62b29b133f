/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of threads and messages. They know no rules: whoever calls these asks comark-access.h
 * which threads the reader may see.
 */
#pragma once

#include "comark-sql.h"
#include "comark-talk.h"

G_BEGIN_DECLS

/* The threads on @submission, the one last spoken in first, as @reader left them: n_read and
 * n_unread are theirs. Without messages. Returns: (transfer full) (element-type ComarkThread) */
GPtrArray *comark_talk_rows_list (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *reader, GError **error);

/* Threads of the whole register in which something unread is addressed to @reader: it mentions
 * them, answers what they began, is for the owner they are, or (@administrator) asks the
 * administrators and none has answered. At most @limit, the longest waiting first.
 * Returns: (transfer full) (element-type ComarkThread) */
GPtrArray *comark_talk_rows_waiting (ComarkSql *sql, const ComarkId *reader,
                                     gboolean administrator, guint limit, GError **error);

/* One thread on @submission; *thread (transfer full) is NULL where there is none. */
gboolean comark_talk_rows_find (ComarkSql *sql, const ComarkId *submission,
                                const ComarkId *reader, const ComarkId *id,
                                ComarkThread **thread, GError **error);

/* All messages on @submission in their newest wording, by thread and place, with own, unread,
 * to_me and mentions as @reader is concerned. Those taken back have their words still.
 * Returns: (transfer full) (element-type ComarkMessage) */
GPtrArray *comark_talk_rows_list_messages (ComarkSql *sql, const ComarkId *submission,
                                           const ComarkId *reader, GError **error);
gboolean comark_talk_rows_find_message (ComarkSql *sql, const ComarkId *submission,
                                        const ComarkId *reader, const ComarkId *id,
                                        ComarkMessage **message, GError **error);

/* Every wording of a message, the first first.
 * Returns: (transfer full) (element-type ComarkWording) */
GPtrArray *comark_talk_rows_list_wordings (ComarkSql *sql, const ComarkId *message,
                                           GError **error);

/* A thread without messages. @self: id, submission, criterion, quote, audience, begun_by,
 * begun_at. */
gboolean comark_talk_rows_begin (ComarkSql *sql, ComarkThread *self, GError **error);

/* A message at the end of @thread. */
gboolean comark_talk_rows_say (ComarkSql *sql, const ComarkId *id, const ComarkId *thread,
                               const ComarkId *author, const char *body, gint64 now_ms,
                               GError **error);

/* Another wording; CONFLICT if @rev is not the newest or the message was taken back. */
gboolean comark_talk_rows_change (ComarkSql *sql, const ComarkId *message, gint64 rev,
                                  const char *body, gint64 now_ms, GError **error);

/* CONFLICT if it was taken back already. */
gboolean comark_talk_rows_take_back (ComarkSql *sql, const ComarkId *message, gint64 now_ms,
                                     GError **error);

/* Replaces whom @message mentions. @people: (element-type ComarkId) */
gboolean comark_talk_rows_set_mentions (ComarkSql *sql, const ComarkId *message, GArray *people,
                                        GError **error);

/* @reader has read @thread up to place @n; never goes back. */
gboolean comark_talk_rows_set_read (ComarkSql *sql, const ComarkId *reader,
                                    const ComarkId *thread, gint64 n, GError **error);

/* Everybody active whom the rules could let read of @submission, by name; audiences is 0.
 * Returns: (transfer full) (element-type ComarkReaderOfTalk) */
GPtrArray *comark_talk_rows_candidates (ComarkSql *sql, const ComarkId *submission,
                                        GError **error);

/* ---- drafts ---- */

/* Of one author on one submission. Returns: (transfer full) (element-type ComarkMessageDraft) */
GPtrArray *comark_talk_rows_list_drafts (ComarkSql *sql, const ComarkId *submission,
                                         const ComarkId *author, GError **error);

/* Writes @draft: a new row for @rev 0, else the row with that rev (CONFLICT if it is not). */
gboolean comark_talk_rows_put_draft (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *author, ComarkMessageDraft *draft,
                                     gint64 rev, GError **error);
gboolean comark_talk_rows_drop_draft (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *author, const char *slot, GError **error);

G_END_DECLS
