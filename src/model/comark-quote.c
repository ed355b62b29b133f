/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote.h"

static const ComarkField quote_fields[] = {
  COMARK_FIELD (ComarkQuote, id, ID),
  COMARK_FIELD (ComarkQuote, person, ID),
  COMARK_FIELD (ComarkQuote, person_name, TEXT),
  COMARK_FIELD (ComarkQuote, own, FLAG),
  COMARK_FIELD (ComarkQuote, submitted, FLAG),
  COMARK_FIELD (ComarkQuote, criterion, TEXT),
  COMARK_FIELD (ComarkQuote, hash, TEXT),
  COMARK_FIELD (ComarkQuote, page, INT),
  COMARK_FIELD (ComarkQuote, start, INT),
  COMARK_FIELD (ComarkQuote, exact, TEXT),
  COMARK_FIELD (ComarkQuote, prefix, TEXT),
  COMARK_FIELD (ComarkQuote, suffix, TEXT),
  COMARK_FIELD (ComarkQuote, note, TEXT),
  COMARK_FIELD (ComarkQuote, created_at, INT),
  COMARK_FIELD (ComarkQuote, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkQuote, comark_quote, quote_fields)
