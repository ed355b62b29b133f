/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Differences as text to read: what went is struck through, what came is underlined, and a word
 * before either says which, so that it can be told without colours, and by ear.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-word-diff.h"

G_BEGIN_DECLS

/* Styles for comark_diff_text_append(). */
#define COMARK_DIFF_HEADING "heading"
#define COMARK_DIFF_LINE "line" /* a line of facts below a heading */
#define COMARK_DIFF_NOTE "note"

/* A buffer with the styles. Returns: (transfer full) */
GtkTextBuffer *comark_diff_text_new (void);

/* Appends @text, of a very long one the beginning. @style NULL: plain. */
void comark_diff_text_append (GtkTextBuffer *buffer, const char *text, const char *style);

/* Appends both wordings in one. @shorten leaves out what is the same, but for some words next to
 * each change. */
void comark_diff_text_append_words (GtkTextBuffer *buffer, GArray *spans, const char *old,
                                    const char *new, gboolean shorten);

/* Marks the lines from @start to @end (characters) as those looked at now, and no others. */
void comark_diff_text_set_current (GtkTextBuffer *buffer, int start, int end);

G_END_DECLS
