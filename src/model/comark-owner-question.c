/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-owner-question.h"

static const ComarkField question_fields[] = {
  COMARK_FIELD (ComarkOwnerQuestion, id, ID),
  COMARK_FIELD (ComarkOwnerQuestion, criterion, TEXT),
  COMARK_FIELD_NICK (ComarkOwnerQuestion, state, comark_question_state_nick),
  COMARK_FIELD (ComarkOwnerQuestion, own, FLAG),
  COMARK_FIELD (ComarkOwnerQuestion, words, TEXT),
  COMARK_FIELD (ComarkOwnerQuestion, wording, TEXT),
  COMARK_FIELD (ComarkOwnerQuestion, because, TEXT),
  COMARK_FIELD (ComarkOwnerQuestion, noted, FLAG),
  COMARK_FIELD (ComarkOwnerQuestion, answer, TEXT),
  COMARK_FIELD (ComarkOwnerQuestion, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkOwnerQuestion, comark_owner_question, question_fields)

static const ComarkField asking_fields[] = {
  COMARK_FIELD (ComarkAsking, sent_at, INT),
  COMARK_FIELD (ComarkAsking, sent_day, TEXT),
  COMARK_FIELD (ComarkAsking, due_day, TEXT),
  COMARK_FIELD (ComarkAsking, ended_at, INT),
  COMARK_FIELD (ComarkAsking, answered, FLAG),
};
COMARK_DEFINE_NOUN (ComarkAsking, comark_asking, asking_fields)
