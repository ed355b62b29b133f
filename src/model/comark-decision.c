/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-decision.h"

static const ComarkField signature_fields[] = {
  COMARK_FIELD (ComarkSignature, person, ID),
  COMARK_FIELD (ComarkSignature, name, TEXT),
  COMARK_FIELD_NICK (ComarkSignature, kind, comark_member_kind_nick),
  COMARK_FIELD (ComarkSignature, signed_at, INT),
};
COMARK_DEFINE_NOUN (ComarkSignature, comark_signature, signature_fields)

static const ComarkField condition_fields[] = {
  COMARK_FIELD (ComarkCondition, criterion, TEXT),
  COMARK_FIELD (ComarkCondition, what, TEXT),
  COMARK_FIELD (ComarkCondition, due_day, TEXT),
  COMARK_FIELD (ComarkCondition, met_because, TEXT),
  COMARK_FIELD (ComarkCondition, met_at, INT),
};
COMARK_DEFINE_NOUN (ComarkCondition, comark_condition, condition_fields)

static const ComarkField letter_fields[] = {
  COMARK_FIELD (ComarkLetter, n, INT),
  COMARK_FIELD (ComarkLetter, body, TEXT),
  COMARK_FIELD (ComarkLetter, written_by_name, TEXT),
  COMARK_FIELD (ComarkLetter, written_at, INT),
};
COMARK_DEFINE_NOUN (ComarkLetter, comark_letter, letter_fields)

static const ComarkField decision_fields[] = {
  COMARK_FIELD (ComarkDecision, id, ID),
  COMARK_FIELD (ComarkDecision, round, INT),
  COMARK_FIELD (ComarkDecision, outcome, TEXT),
  COMARK_FIELD (ComarkDecision, rules_outcome, TEXT),
  COMARK_FIELD (ComarkDecision, method, TEXT),
  COMARK_FIELD (ComarkDecision, experts_for, INT),
  COMARK_FIELD (ComarkDecision, experts_present, INT),
  COMARK_FIELD (ComarkDecision, staff_for, INT),
  COMARK_FIELD (ComarkDecision, staff_present, INT),
  COMARK_FIELD (ComarkDecision, because, TEXT),
  COMARK_FIELD (ComarkDecision, letter, TEXT),
  COMARK_FIELD (ComarkDecision, letter_n, INT),
  COMARK_FIELD (ComarkDecision, score_tenths, INT),
  COMARK_FIELD (ComarkDecision, rung, INT),
  COMARK_FIELD (ComarkDecision, decided_by_name, TEXT),
  COMARK_FIELD (ComarkDecision, decided_at, INT),
  COMARK_FIELD (ComarkDecision, sealable_day, TEXT),
  COMARK_FIELD (ComarkDecision, sealed_at, INT),
  COMARK_FIELD (ComarkDecision, signatures, RECORDS),
  COMARK_FIELD (ComarkDecision, conditions, RECORDS),
  COMARK_FIELD (ComarkDecision, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkDecision, comark_decision, decision_fields)

static const ComarkField told_fields[] = {
  COMARK_FIELD (ComarkTold, day, TEXT),
  COMARK_FIELD (ComarkTold, how, TEXT),
  COMARK_FIELD (ComarkTold, body, TEXT),
  COMARK_FIELD (ComarkTold, recorded_by_name, TEXT),
};
COMARK_DEFINE_NOUN (ComarkTold, comark_told, told_fields)
