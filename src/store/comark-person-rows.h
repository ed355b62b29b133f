/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People in the register.
 */
#pragma once

#include "comark-person.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): NULL without error if there is nobody with this id */
ComarkPerson *comark_person_rows_find (ComarkSql *sql, const ComarkId *id, GError **error);

/* Everybody, by name. Returns: (transfer full) (element-type ComarkPerson) */
GPtrArray *comark_person_rows_list (ComarkSql *sql, GError **error);

/* Those whose whole name or e-mail address is @text, however it is written.
 * Returns: (transfer full) (element-type ComarkPerson) */
GPtrArray *comark_person_rows_named (ComarkSql *sql, const char *text, GError **error);

/* How many active administrators there are besides @but (nullable). */
gboolean comark_person_rows_count_administrators (ComarkSql *sql, const ComarkId *but,
                                                  gint64 *count, GError **error);
gboolean comark_person_rows_count (ComarkSql *sql, gint64 *count, GError **error);

/* Stores @person with its roles. Updating asks that its rev is the stored one (else
 * COMARK_STORE_ERROR_CONFLICT) and leaves one more. */
gboolean comark_person_rows_insert (ComarkSql *sql, ComarkPerson *person, GError **error);
gboolean comark_person_rows_update (ComarkSql *sql, ComarkPerson *person, GError **error);

G_END_DECLS
