/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days that are neither Saturday, Sunday nor in a list of holidays. Days are ISO 8601 text
 * ("2026-12-25"). The holidays of a country are the caller's data: a NULL-terminated list of such
 * days in any order, or NULL; entries that are no days are passed over.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_WORKING_DAYS_MAX 2000 /* at most this many in one sum: about eight years */

gboolean comark_working_days_is (const char *day, const char *const *holidays);

/* The @n-th working day after @day; @day itself if @n is 0, working day or not.
 * Returns: (transfer full) (nullable): NULL if @day is none, @n too large, or no such day is
 * found within the next 30 years */
char *comark_working_days_add (const char *day, guint n, const char *const *holidays);

/* Working days after @from, up to and with @to; 0 if @to is not later. -1 if either is no day or
 * they are more than 30 years apart. So count (d, add (d, n)) is n. */
int comark_working_days_count (const char *from, const char *to, const char *const *holidays);

G_END_DECLS
