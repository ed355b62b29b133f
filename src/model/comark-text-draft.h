/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that somebody is typing into a field which is recorded later: theirs alone until then.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_TEXT_DRAFT (comark_text_draft_get_type ())
COMARK_DECLARE_NOUN (ComarkTextDraft, comark_text_draft, TEXT_DRAFT)

struct _ComarkTextDraft
{
  ComarkRecord parent_instance;

  char *slot; /* which field: see comark-desk-text-draft.h */
  char *body;
  gint64 updated_at;
  gint64 rev;
};

G_END_DECLS
