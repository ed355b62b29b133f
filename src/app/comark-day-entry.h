/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field for one day: typed ("22 November 2026", "22/11/2026", "2026-11-22") or chosen from a
 * calendar. Days go in and out as ISO 8601 text, as everywhere in the program.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_DAY_ENTRY (comark_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDayEntry, comark_day_entry, COMARK, DAY_ENTRY, AdwBin)

/* Property "label" (string, write-only): the name on the accessibility bus.
 * Signal "changed" (): the person changed it; not for comark_day_entry_set_day(). */

/* @day: ISO, or NULL for none. */
void comark_day_entry_set_day (ComarkDayEntry *self, const char *day);

/* The day, ISO. Returns: (transfer full) (nullable): NULL if it is empty or cannot be read */
char *comark_day_entry_dup_day (ComarkDayEntry *self);

/* FALSE if something stands there that is no day. */
gboolean comark_day_entry_is_valid (ComarkDayEntry *self);

/* Reads a day as people write it, the day before the month. Pure.
 * Returns: (transfer full) (nullable): ISO; NULL if @text is no day */
char *comark_day_entry_parse (const char *text);

G_END_DECLS
