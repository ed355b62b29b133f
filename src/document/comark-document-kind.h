/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a submitted file is, told from its bytes alone. File names and declared types are the
 * sender's word and are never asked. Pure: nothing is opened, parsed further or trusted, so it
 * is safe in any process.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_DOCUMENT_KIND_OTHER,
  COMARK_DOCUMENT_KIND_PDF,
  COMARK_DOCUMENT_KIND_PNG,
  COMARK_DOCUMENT_KIND_JPEG,
  COMARK_DOCUMENT_KIND_TEXT, /* UTF-8, Windows-1252, or UTF-16 with a byte order mark */
  COMARK_DOCUMENT_KIND_ODT,
  COMARK_DOCUMENT_KIND_DOCX,
  COMARK_DOCUMENT_KIND_ZIP, /* any other zip */
  COMARK_DOCUMENT_KIND_TIFF,
  COMARK_DOCUMENT_KIND_HTML,
  COMARK_DOCUMENT_KIND_RTF,
  COMARK_N_DOCUMENT_KINDS
} ComarkDocumentKind;

/* Tells the kind of @length bytes at @data; no byte is an error. The first 4 KB decide, but
 * a .docx is only told from another zip when the whole file is given. */
ComarkDocumentKind comark_document_kind_sniff (const guint8 *data, gsize length);

/* As comark_document_kind_sniff(), of the whole of @bytes. */
ComarkDocumentKind comark_document_kind_of_bytes (GBytes *bytes);

/* "application/pdf"; application/octet-stream for OTHER. Static. */
const char *comark_document_kind_mime (ComarkDocumentKind kind);

/* The kind as a person says it: "PDF document", "picture (PNG)". Static. */
const char *comark_document_kind_words (ComarkDocumentKind kind);

/* TRUE if ComarkReader can show pages of it. */
gboolean comark_document_kind_can_show (ComarkDocumentKind kind);

/* TRUE if ComarkReader can read its words: comark_reader_text_async(). Of a picture it finds
 * none, so that is FALSE. */
gboolean comark_document_kind_can_read (ComarkDocumentKind kind);

G_END_DECLS
