/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings on their way to paper. Titles and names come from documents and people; a certificate
 * must not be turned around, stretched or split by what is hidden in them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line of printable text from any bytes (NULL is taken as ""):
 *  - bytes that are not UTF-8 become U+FFFD; a NUL ends the text;
 *  - tabs, line and paragraph ends become spaces; runs of spaces become one; the ends are bare;
 *  - other control characters (C0, DEL, C1) go, as do the embedding, override and isolate
 *    controls of direction (U+202A-202E, U+2066-2069) and what is never seen (U+200B, U+FEFF,
 *    U+00AD, U+FFF9-FFFB, tag characters);
 *  - the text is put in composed form (NFC) and at most three marks are left on one letter;
 *  - text longer than @max_chars characters is cut, and ends with "…" within that length.
 * Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) stay: scripts need them.
 * Returns: (transfer full) */
char *comark_award_text_clean (const char *text, gsize max_chars);

/* TRUE if @text has at least @min_digits characters and all are hexadecimal digits. */
gboolean comark_award_text_is_hex (const char *text, gsize min_digits);

/* @hex in groups of four digits, @n_groups of them: (…, 8) prints the first 128 bits of a
 * fingerprint as "3f2a 91c0 …". @hex must have that many digits. Returns: (transfer full) */
char *comark_award_text_group_hex (const char *hex, guint n_groups);

G_END_DECLS
