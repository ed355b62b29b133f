/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Talking about a submission. Threads, their messages, who would read them and the drafts of
 * desk->who come with the dossier; here is what one does about them.
 *
 * A thread is for one audience (ComarkTalkAudience) for ever. What was sent stands: changing it
 * keeps every wording, and taking it back leaves a trace. Nothing of it is in the history.
 */
#pragma once

#include "comark-desk.h"
#include "comark-talk.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkId thread;       /* to answer in; none: begins one */
  gint64 n_seen;         /* messages of it that the writer had seen: they count as read */
  const char *criterion; /* of a new one; NULL or "": about the submission as a whole */
  ComarkTalkAudience audience;
  ComarkId quote;        /* that a new thread is about; none for most */
  const char *body;      /* "@Name" mentions somebody who may read it */
} ComarkMessageForm;

/* Sends it, and drops the draft that it was written as. *thread (nullable) takes the thread. */
gboolean comark_desk_say (ComarkDesk *desk, const char *ref, const ComarkMessageForm *form,
                          ComarkId *thread, GError **error);

/* Another wording of one's own message. CHANGED if @rev is not the newest. */
gboolean comark_desk_change_message (ComarkDesk *desk, const char *ref, const ComarkId *message,
                                     const char *body, gint64 rev, GError **error);

/* One's own message is read by nobody else from now on; that there was one stays. */
gboolean comark_desk_take_back_message (ComarkDesk *desk, const char *ref,
                                        const ComarkId *message, GError **error);

/* All wordings of a message that desk->who may read, the first first.
 * Returns: (transfer full) (element-type ComarkWording) */
GPtrArray *comark_desk_list_wordings (ComarkDesk *desk, const char *ref, const ComarkId *message,
                                      GError **error);

/* desk->who has read @thread up to message @n. Not in the log. */
gboolean comark_desk_read_thread (ComarkDesk *desk, const char *ref, const ComarkId *thread,
                                  gint64 n, GError **error);

/* Keeps what is being typed, for desk->who alone. @slot: "" for a new thread, else the id, as
 * text, of the quote that a new thread is about, of the thread answered or of one's own message
 * that is being changed. Blank words drop
 * it. @rev: what was read, 0 for none; CHANGED if another window wrote meanwhile. *new_rev
 * (nullable) takes the new one. */
gboolean comark_desk_save_message_draft (ComarkDesk *desk, const char *ref, const char *slot,
                                         const ComarkMessageForm *form, gint64 rev,
                                         gint64 *new_rev, GError **error);

G_END_DECLS
