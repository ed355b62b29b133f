/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-draft.h"

static const ComarkField text_draft_fields[] = {
  COMARK_FIELD (ComarkTextDraft, slot, TEXT),
  COMARK_FIELD (ComarkTextDraft, body, TEXT),
  COMARK_FIELD (ComarkTextDraft, updated_at, INT),
  COMARK_FIELD (ComarkTextDraft, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkTextDraft, comark_text_draft, text_draft_fields)
