/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people write to each other about a submission: threads of messages, each thread on the
 * submission or on one criterion, for one audience that never changes.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

/* One message, as its reader may see it. */
#define COMARK_TYPE_MESSAGE (comark_message_get_type ())
COMARK_DECLARE_NOUN (ComarkMessage, comark_message, MESSAGE)

struct _ComarkMessage
{
  ComarkRecord parent_instance;

  ComarkId id;
  ComarkId thread;
  gint64 n; /* place in the thread, from 1 */
  ComarkId author; /* none where the reader may not know */
  char *author_name; /* or what the reader may know of them */
  gboolean own; /* the reader wrote it */
  char *body; /* "" once taken back, but for its author */
  gint64 said_at;
  gint64 n_wordings; /* 2 and up: it was changed; earlier wordings can be asked for */
  gint64 changed_at; /* of the newest wording; 0 if never changed */
  gint64 taken_back_at; /* 0 while it stands */
  gboolean unread; /* by the reader, who is not its author */
  gboolean to_me; /* the reader is mentioned in it */
  char **mentions; /* names of those mentioned, as the reader may know them */
  gint64 rev;
};

#define COMARK_TYPE_THREAD (comark_thread_get_type ())
COMARK_DECLARE_NOUN (ComarkThread, comark_thread, THREAD)

struct _ComarkThread
{
  ComarkRecord parent_instance;

  ComarkId id;
  ComarkId submission;
  char *criterion; /* "" for the submission as a whole */
  ComarkId quote; /* that it is about; none for most */
  ComarkTalkAudience audience;
  ComarkId begun_by; /* none where the reader may not know */
  char *begun_by_name;
  gboolean own; /* the reader began it */
  gint64 begun_at;
  gint64 spoken_at; /* when the newest message was sent */
  gint64 n_messages;
  gint64 n_read; /* the reader has read up to this place */
  gint64 n_unread;
  gboolean to_me; /* something unread in it is addressed to the reader */
  GPtrArray *messages; /* ComarkMessage, oldest first; empty in lists */
};

/* One wording of a message that was changed. */
#define COMARK_TYPE_WORDING (comark_wording_get_type ())
COMARK_DECLARE_NOUN (ComarkWording, comark_wording, WORDING)

struct _ComarkWording
{
  ComarkRecord parent_instance;

  gint64 n; /* from 1, the first */
  char *body;
  gint64 written_at;
};

/* What its author is still typing: theirs alone, always. */
#define COMARK_TYPE_MESSAGE_DRAFT (comark_message_draft_get_type ())
COMARK_DECLARE_NOUN (ComarkMessageDraft, comark_message_draft, MESSAGE_DRAFT)

struct _ComarkMessageDraft
{
  ComarkRecord parent_instance;

  char *slot; /* "": a new thread; else the id of the thread answered, or the message changed */
  char *criterion; /* of a new thread */
  ComarkTalkAudience audience; /* likewise */
  char *body;
  gint64 updated_at;
  gint64 rev;
};

/* Somebody who can read what is written for some audiences, by the rules as they are now. */
#define COMARK_TYPE_READER_OF_TALK (comark_reader_of_talk_get_type ())
COMARK_DECLARE_NOUN (ComarkReaderOfTalk, comark_reader_of_talk, READER_OF_TALK)

struct _ComarkReaderOfTalk
{
  ComarkRecord parent_instance;

  ComarkId person;
  char *name;
  gint64 audiences; /* a set of 1 << ComarkTalkAudience */
};

/* TRUE if @self is among those who read @audience. */
gboolean comark_reader_of_talk_reads (ComarkReaderOfTalk *self, ComarkTalkAudience audience);

G_END_DECLS
