/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-talk.h"

static const ComarkField message_fields[] = {
  COMARK_FIELD (ComarkMessage, id, ID),
  COMARK_FIELD (ComarkMessage, thread, ID),
  COMARK_FIELD (ComarkMessage, n, INT),
  COMARK_FIELD (ComarkMessage, author, ID),
  COMARK_FIELD (ComarkMessage, author_name, TEXT),
  COMARK_FIELD (ComarkMessage, own, FLAG),
  COMARK_FIELD (ComarkMessage, body, TEXT),
  COMARK_FIELD (ComarkMessage, said_at, INT),
  COMARK_FIELD (ComarkMessage, n_wordings, INT),
  COMARK_FIELD (ComarkMessage, changed_at, INT),
  COMARK_FIELD (ComarkMessage, taken_back_at, INT),
  COMARK_FIELD (ComarkMessage, unread, FLAG),
  COMARK_FIELD (ComarkMessage, to_me, FLAG),
  COMARK_FIELD (ComarkMessage, mentions, TEXTS),
  COMARK_FIELD (ComarkMessage, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkMessage, comark_message, message_fields)

static const ComarkField thread_fields[] = {
  COMARK_FIELD (ComarkThread, id, ID),
  COMARK_FIELD (ComarkThread, submission, ID),
  COMARK_FIELD (ComarkThread, criterion, TEXT),
  COMARK_FIELD (ComarkThread, quote, ID),
  COMARK_FIELD_NICK (ComarkThread, audience, comark_talk_audience_nick),
  COMARK_FIELD (ComarkThread, begun_by, ID),
  COMARK_FIELD (ComarkThread, begun_by_name, TEXT),
  COMARK_FIELD (ComarkThread, own, FLAG),
  COMARK_FIELD (ComarkThread, begun_at, INT),
  COMARK_FIELD (ComarkThread, spoken_at, INT),
  COMARK_FIELD (ComarkThread, n_messages, INT),
  COMARK_FIELD (ComarkThread, n_read, INT),
  COMARK_FIELD (ComarkThread, n_unread, INT),
  COMARK_FIELD (ComarkThread, to_me, FLAG),
  COMARK_FIELD (ComarkThread, messages, RECORDS),
};
COMARK_DEFINE_NOUN (ComarkThread, comark_thread, thread_fields)

static const ComarkField wording_fields[] = {
  COMARK_FIELD (ComarkWording, n, INT),
  COMARK_FIELD (ComarkWording, body, TEXT),
  COMARK_FIELD (ComarkWording, written_at, INT),
};
COMARK_DEFINE_NOUN (ComarkWording, comark_wording, wording_fields)

static const ComarkField message_draft_fields[] = {
  COMARK_FIELD (ComarkMessageDraft, slot, TEXT),
  COMARK_FIELD (ComarkMessageDraft, criterion, TEXT),
  COMARK_FIELD_NICK (ComarkMessageDraft, audience, comark_talk_audience_nick),
  COMARK_FIELD (ComarkMessageDraft, body, TEXT),
  COMARK_FIELD (ComarkMessageDraft, updated_at, INT),
  COMARK_FIELD (ComarkMessageDraft, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkMessageDraft, comark_message_draft, message_draft_fields)

static const ComarkField reader_of_talk_fields[] = {
  COMARK_FIELD (ComarkReaderOfTalk, person, ID),
  COMARK_FIELD (ComarkReaderOfTalk, name, TEXT),
  COMARK_FIELD (ComarkReaderOfTalk, audiences, INT),
};
COMARK_DEFINE_NOUN (ComarkReaderOfTalk, comark_reader_of_talk, reader_of_talk_fields)

gboolean
comark_reader_of_talk_reads (ComarkReaderOfTalk *self, ComarkTalkAudience audience)
{
  return (self->audiences & (1 << audience)) != 0;
}
