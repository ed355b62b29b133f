/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document speaks of, for somebody who is about to open it: they choose.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CONTENT_VIEW (comark_content_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkContentView, comark_content_view, COMARK, CONTENT_VIEW, AdwBin)

/* TRUE while there is a note that the viewer has not answered. Whoever made the document knows
 * what it speaks of. */
gboolean comark_content_view_applies (ComarkDossier *dossier);

void comark_content_view_set_dossier (ComarkContentView *self, ComarkDossier *dossier);

/* "This document speaks of …." Returns: (transfer full) */
char *comark_content_words (const char *note);

G_END_DECLS
