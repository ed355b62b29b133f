/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "@Ines" in a message: who is meant, out of those who may read it. Anybody else's name stays
 * plain text, so that a mention never tells who exists.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint who; /* place in the list of names */
  gsize start; /* of the "@", in bytes */
  gsize length; /* with the "@" */
} ComarkMention;

/* Where @body (UTF-8; NULL is "") mentions one of @n @names: an "@" that follows no letter or
 * digit, and then as many words of one name as are there, case and accents apart. A first name
 * is enough where only one bears it; words that fit several mean nobody.
 * Returns: (transfer full) (element-type ComarkMention), in the order of the text */
GArray *comark_mentions_find (const char *body, const char *const *names, guint n);

G_END_DECLS
