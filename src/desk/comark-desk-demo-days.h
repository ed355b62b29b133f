/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar of the demo register: its stories count working days from the day on which the
 * register is made, so that a newcomer finds it in the middle of its work on any day.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_DEMO_DAYS 700 /* as far as an offset may go, either way */

typedef struct _ComarkDemoDays ComarkDemoDays;

/* @today: ISO. @yearly: days of each year that are not worked, as "12-25"; (nullable).
 * Returns: (transfer full) */
ComarkDemoDays *comark_demo_days_new (const char *today, const char *const *yearly);
void comark_demo_days_free (ComarkDemoDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkDemoDays, comark_demo_days_free)

/* The @offset-th working day from today, before it if negative; 0 is today, working day or not.
 * Returns: (transfer none): ISO; "" if @offset is out of range */
const char *comark_demo_days_at (ComarkDemoDays *self, int offset);

/* The days not worked from the first to the last year of the calendar, sorted.
 * Returns: (transfer none) (array zero-terminated=1) */
const char *const *comark_demo_days_holidays (ComarkDemoDays *self);

/* @text with "{-12}" and "{+30}" replaced by that day in words, "{month-12}" by its month and
 * year, "{year}" and "{year+3}" by a year. Anything else in braces stays.
 * Returns: (transfer full) */
char *comark_demo_days_fill (ComarkDemoDays *self, const char *text);

G_END_DECLS
