/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-history.h"

static const ComarkField history_entry_fields[] = {
  COMARK_FIELD (ComarkHistoryEntry, seq, INT),
  COMARK_FIELD (ComarkHistoryEntry, at, INT),
  COMARK_FIELD (ComarkHistoryEntry, act, TEXT),
  COMARK_FIELD (ComarkHistoryEntry, words, TEXT),
  COMARK_FIELD (ComarkHistoryEntry, actor_name, TEXT),
};
COMARK_DEFINE_NOUN (ComarkHistoryEntry, comark_history_entry, history_entry_fields)
