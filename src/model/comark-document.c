/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-document.h"

static const ComarkField document_fields[] = {
  COMARK_FIELD (ComarkDocument, id, ID),
  COMARK_FIELD (ComarkDocument, n, INT),
  COMARK_FIELD (ComarkDocument, filename, TEXT),
  COMARK_FIELD (ComarkDocument, mime, TEXT),
  COMARK_FIELD (ComarkDocument, hash, TEXT),
  COMARK_FIELD (ComarkDocument, size, INT),
  COMARK_FIELD (ComarkDocument, pages, INT),
  COMARK_FIELD (ComarkDocument, added_by_name, TEXT),
  COMARK_FIELD (ComarkDocument, added_at, INT),
  COMARK_FIELD (ComarkDocument, frozen_at, INT),
};
COMARK_DEFINE_NOUN (ComarkDocument, comark_document, document_fields)
