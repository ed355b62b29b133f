/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register's schema, in numbered steps: data/sql/NNNN-name.sql (both engines, with tokens)
 * and, where they differ, NNNN-name.sqlite.sql or NNNN-name.postgres.sql after it. A step and
 * its number are one transaction. A step that is published never changes: add another.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* The version this program writes: the highest number among the scripts. */
int comark_migrations_latest (void);

/* The version of an open register; 0 if it is empty. */
gboolean comark_migrations_get_version (ComarkSql *sql, int *version, GError **error);

/* Brings an empty or older register to version @to, step by step. */
gboolean comark_migrations_run (ComarkSql *sql, int to, GError **error);

/* Is the structure of this SQLite register exactly that of its version? Another table, column,
 * index, trigger or view is COMARK_STORE_ERROR_CORRUPT: a planted trigger could change ratings
 * unseen. On PostgreSQL always TRUE: there the server guards it. */
gboolean comark_migrations_check_structure (ComarkSql *sql, GError **error);

G_END_DECLS
