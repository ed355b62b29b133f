/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission.h"

static const ComarkField submission_fields[] = {
  COMARK_FIELD (ComarkSubmission, id, ID),
  COMARK_FIELD (ComarkSubmission, ref, TEXT),
  COMARK_FIELD (ComarkSubmission, title, TEXT),
  COMARK_FIELD (ComarkSubmission, type, TEXT),
  COMARK_FIELD (ComarkSubmission, type_words, TEXT),
  COMARK_FIELD (ComarkSubmission, route, TEXT),
  COMARK_FIELD (ComarkSubmission, level, TEXT),
  COMARK_FIELD (ComarkSubmission, audience, TEXT),
  COMARK_FIELD (ComarkSubmission, summary, TEXT),
  COMARK_FIELD (ComarkSubmission, team, TEXT),
  COMARK_FIELD (ComarkSubmission, review_day, TEXT),
  COMARK_FIELD (ComarkSubmission, affects_carers, FLAG),
  COMARK_FIELD (ComarkSubmission, framework, ID),
  COMARK_FIELD (ComarkSubmission, owner, ID),
  COMARK_FIELD (ComarkSubmission, owner_name, TEXT),
  COMARK_FIELD_NICK (ComarkSubmission, state, comark_state_nick),
  COMARK_FIELD (ComarkSubmission, round, INT),
  COMARK_FIELD (ComarkSubmission, due_day, TEXT),
  COMARK_FIELD (ComarkSubmission, returned_because, TEXT),
  COMARK_FIELD (ComarkSubmission, created_at, INT),
  COMARK_FIELD (ComarkSubmission, updated_at, INT),
  COMARK_FIELD (ComarkSubmission, submitted_at, INT),
  COMARK_FIELD (ComarkSubmission, n_invited, INT),
  COMARK_FIELD (ComarkSubmission, n_reviews, INT),
  COMARK_FIELD (ComarkSubmission, spread, INT),
  COMARK_FIELD (ComarkSubmission, outcome, TEXT),
  COMARK_FIELD (ComarkSubmission, mark_number, TEXT),
  COMARK_FIELD (ComarkSubmission, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkSubmission, comark_submission, submission_fields)
