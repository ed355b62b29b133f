/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field for several lines of words: grows with them up to a height, undoes with Ctrl+Z, and
 * lets the Tab key go on to the next field.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_TEXT_FIELD (comark_text_field_get_type ())
G_DECLARE_FINAL_TYPE (ComarkTextField, comark_text_field, COMARK, TEXT_FIELD, AdwBin)

/* Property "label" (string, write-only): the name on the accessibility bus.
 * Signal "changed" (): the person changed the words; not for comark_text_field_set_text(). */

void comark_text_field_set_label (ComarkTextField *self, const char *label);

/* Returns: (transfer full) */
char *comark_text_field_dup_text (ComarkTextField *self);

/* Does nothing where @text stands there already, so that the cursor stays. */
void comark_text_field_set_text (ComarkTextField *self, const char *text);

/* The words from the start to the cursor. Returns: (transfer full) */
char *comark_text_field_dup_before_cursor (ComarkTextField *self);

/* Puts @text in the place of the @n_characters before the cursor, as if the person had typed it. */
void comark_text_field_replace_before_cursor (ComarkTextField *self, guint n_characters,
                                              const char *text);

G_END_DECLS
