/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings, holidays and the numbers given out.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL without error if it was never set */
char *comark_setting_rows_find (ComarkSql *sql, const char *name, GError **error);
gboolean comark_setting_rows_put (ComarkSql *sql, const char *name, const char *value,
                                  GError **error);

/* ISO days, sorted. Returns: (transfer full) (array zero-terminated=1) */
char **comark_setting_rows_list_holidays (ComarkSql *sql, GError **error);
gboolean comark_setting_rows_put_holidays (ComarkSql *sql, const char *const *days,
                                           GError **error);

/* Gives out the next number of the series @name ("submission-2026"), from 1, without gaps: the
 * transaction that asked must commit to keep it. */
gboolean comark_setting_rows_next_number (ComarkSql *sql, const char *name, gint64 *number,
                                          GError **error);

G_END_DECLS
