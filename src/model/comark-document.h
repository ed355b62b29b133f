/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One version of the document that a submission puts forward.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DOCUMENT (comark_document_get_type ())
COMARK_DECLARE_NOUN (ComarkDocument, comark_document, DOCUMENT)

struct _ComarkDocument
{
  ComarkRecord parent_instance;

  ComarkId id;
  gint64 n; /* 1 for the first version */
  char *filename; /* as it was given; shown, never opened by this name */
  char *mime; /* what the bytes are */
  char *hash; /* SHA-256 of the bytes, 64 lower-case hexadecimal digits */
  gint64 size; /* bytes */
  gint64 pages; /* 0 where it has none or they are not known */
  char *added_by_name;
  gint64 added_at;
  gint64 frozen_at; /* when it was submitted; 0 before */
};

G_END_DECLS
