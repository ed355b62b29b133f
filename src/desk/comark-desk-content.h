/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Content notes: what a document speaks of that may be hard to read. Its owner or an
 * administrator writes one; whoever may open the document reads it first, and opens it by choice.
 * The dossier has it (ComarkDossier.content_note).
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

#define COMARK_CONTENT_NOTE_MAX 500 /* characters */

/* @note: "losing somebody, and being held down"; "" for none. */
gboolean comark_desk_set_content_note (ComarkDesk *desk, const char *ref, const char *note,
                                       GError **error);

/* desk->who has read the note and chooses to open the document. Not in the log. */
gboolean comark_desk_open_content (ComarkDesk *desk, const char *ref, GError **error);

G_END_DECLS
