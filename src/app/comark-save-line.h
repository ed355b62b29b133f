/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says beside a field how its saving stands: nothing, "Saving…", "Saved 10:42", or why it is not
 * saved yet. Where somebody else changed the same thing, says what differs and asks which words
 * shall stay.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_SAVE_LINE (comark_save_line_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSaveLine, comark_save_line, COMARK, SAVE_LINE, AdwBin)

/* Signals "keep-mine" (), "take-theirs" (): the person's answer to a conflict. */

void comark_save_line_show_saving (ComarkSaveLine *self);
void comark_save_line_show_saved (ComarkSaveLine *self);
void comark_save_line_show_problem (ComarkSaveLine *self, const char *sentence);
void comark_save_line_show_conflict (ComarkSaveLine *self, const char *sentence);
gboolean comark_save_line_has_conflict (ComarkSaveLine *self);

/* What it says now: for tests. */
const char *comark_save_line_get_words (ComarkSaveLine *self);

G_END_DECLS
