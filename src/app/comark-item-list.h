/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short list in a form: each row a title, some words, and buttons to edit and to remove it.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_ITEM_LIST (comark_item_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkItemList, comark_item_list, COMARK, ITEM_LIST, AdwBin)

/* Signals: "edit" (const char *id), "remove" (const char *id). */

/* Puts a row at @index; one that says the same already stays, with its focus. */
void comark_item_list_put (ComarkItemList *self, guint index, const char *id, const char *title,
                           const char *words);

/* Takes away all rows from @n_rows on. */
void comark_item_list_trim (ComarkItemList *self, guint n_rows);

G_END_DECLS
