/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document of a submission in its owner's form: which file it is, and choosing another.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DOCUMENT_FIELD (comark_document_field_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDocumentField, comark_document_field, COMARK, DOCUMENT_FIELD, AdwBin)

void comark_document_field_set_dossier (ComarkDocumentField *self, ComarkDossier *dossier);

/* Puts @bytes in as the document, as if the person had chosen that file. */
void comark_document_field_take (ComarkDocumentField *self, GBytes *bytes, const char *filename);

G_END_DECLS
