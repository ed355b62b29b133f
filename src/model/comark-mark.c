/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark.h"

static const ComarkField mark_fields[] = {
  COMARK_FIELD (ComarkMark, id, ID),
  COMARK_FIELD (ComarkMark, number, TEXT),
  COMARK_FIELD (ComarkMark, issue, INT),
  COMARK_FIELD (ComarkMark, submission, ID),
  COMARK_FIELD (ComarkMark, submission_ref, TEXT),
  COMARK_FIELD (ComarkMark, document_hash, TEXT),
  COMARK_FIELD_NICK (ComarkMark, state, comark_mark_state_nick),
  COMARK_FIELD (ComarkMark, exemplar, FLAG),
  COMARK_FIELD (ComarkMark, organisation, TEXT),
  COMARK_FIELD (ComarkMark, panel, TEXT),
  COMARK_FIELD (ComarkMark, title, TEXT),
  COMARK_FIELD (ComarkMark, type, TEXT),
  COMARK_FIELD (ComarkMark, version, TEXT),
  COMARK_FIELD (ComarkMark, ref, TEXT),
  COMARK_FIELD (ComarkMark, team, TEXT),
  COMARK_FIELD (ComarkMark, outcome, TEXT),
  COMARK_FIELD (ComarkMark, made_by, TEXT),
  COMARK_FIELD (ComarkMark, panel_words, TEXT),
  COMARK_FIELD (ComarkMark, framework_words, TEXT),
  COMARK_FIELD (ComarkMark, framework_version, TEXT),
  COMARK_FIELD (ComarkMark, expert_chair, TEXT),
  COMARK_FIELD (ComarkMark, staff_chair, TEXT),
  COMARK_FIELD (ComarkMark, check_line, TEXT),
  COMARK_FIELD (ComarkMark, decided_day, TEXT),
  COMARK_FIELD (ComarkMark, valid_from, TEXT),
  COMARK_FIELD (ComarkMark, valid_until, TEXT),
  COMARK_FIELD (ComarkMark, log_head, TEXT),
  COMARK_FIELD (ComarkMark, because, TEXT),
  COMARK_FIELD (ComarkMark, issued_at, INT),
  COMARK_FIELD (ComarkMark, events, RECORDS),
  COMARK_FIELD (ComarkMark, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkMark, comark_mark, mark_fields)

static const ComarkField mark_use_fields[] = {
  COMARK_FIELD (ComarkMarkUse, what, TEXT),
  COMARK_FIELD (ComarkMarkUse, format, TEXT),
  COMARK_FIELD (ComarkMarkUse, person_name, TEXT),
  COMARK_FIELD (ComarkMarkUse, at, INT),
};
COMARK_DEFINE_NOUN (ComarkMarkUse, comark_mark_use, mark_use_fields)
