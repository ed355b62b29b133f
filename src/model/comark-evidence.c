/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-evidence.h"

static const ComarkField evidence_fields[] = {
  COMARK_FIELD (ComarkEvidence, id, ID),
  COMARK_FIELD (ComarkEvidence, ord, INT),
  COMARK_FIELD (ComarkEvidence, title, TEXT),
  COMARK_FIELD (ComarkEvidence, description, TEXT),
  COMARK_FIELD (ComarkEvidence, day, TEXT),
  COMARK_FIELD (ComarkEvidence, filename, TEXT),
  COMARK_FIELD (ComarkEvidence, mime, TEXT),
  COMARK_FIELD (ComarkEvidence, hash, TEXT),
  COMARK_FIELD (ComarkEvidence, size, INT),
  COMARK_FIELD (ComarkEvidence, criteria, TEXTS),
  COMARK_FIELD (ComarkEvidence, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkEvidence, comark_evidence, evidence_fields)

static const ComarkField owner_statement_fields[] = {
  COMARK_FIELD (ComarkOwnerStatement, criterion, TEXT),
  COMARK_FIELD (ComarkOwnerStatement, body, TEXT),
  COMARK_FIELD (ComarkOwnerStatement, updated_at, INT),
  COMARK_FIELD (ComarkOwnerStatement, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkOwnerStatement, comark_owner_statement, owner_statement_fields)

static const ComarkField contributor_fields[] = {
  COMARK_FIELD (ComarkContributor, id, ID),
  COMARK_FIELD (ComarkContributor, name, TEXT),
  COMARK_FIELD (ComarkContributor, part, TEXT),
  COMARK_FIELD (ComarkContributor, lived_experience, FLAG),
  COMARK_FIELD (ComarkContributor, credit, FLAG),
  COMARK_FIELD (ComarkContributor, person, ID),
  COMARK_FIELD (ComarkContributor, agreed_at, INT),
  COMARK_FIELD (ComarkContributor, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkContributor, comark_contributor, contributor_fields)

static const ComarkField confirmation_fields[] = {
  COMARK_FIELD (ComarkConfirmation, criterion, TEXT),
  COMARK_FIELD (ComarkConfirmation, contributor, ID),
  COMARK_FIELD (ComarkConfirmation, contributor_name, TEXT),
  COMARK_FIELD (ComarkConfirmation, how, TEXT),
  COMARK_FIELD (ComarkConfirmation, day, TEXT),
  COMARK_FIELD (ComarkConfirmation, recorded_by_name, TEXT),
};
COMARK_DEFINE_NOUN (ComarkConfirmation, comark_confirmation, confirmation_fields)
