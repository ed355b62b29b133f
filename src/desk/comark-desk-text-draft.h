/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping what is being typed into a field that a button records: safe a second after the last
 * key, and there again after a crash. Nobody but the person sees it; what records the field drops
 * it in the same transaction. Nothing of it is in the log.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* The fields, by slot. */
#define COMARK_SLOT_LETTER "letter"    /* to the owner */
#define COMARK_SLOT_OUTCOME "outcome"  /* why the outcome is another than the rules' */
#define COMARK_SLOT_AGREE "agree/"     /* + the criterion's id: why this value */

/* @rev: of the draft that the person went on from, 0 for none; *new_rev (nullable) takes the new
 * one, 0 once @body is blank and the draft dropped. CHANGED if it was written elsewhere meanwhile
 * (the same words are no change). */
gboolean comark_desk_keep_text (ComarkDesk *desk, const char *ref, const char *slot,
                                const char *body, gint64 rev, gint64 *new_rev, GError **error);

/* For acts, in their step: what is recorded is no draft of desk->who any more. @id (nullable) is
 * put behind @slot. */
gboolean comark_desk_drop_text (ComarkDesk *desk, const ComarkId *submission, const char *slot,
                                const char *id, GError **error);

G_END_DECLS
