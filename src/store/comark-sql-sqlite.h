/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the SQLite engine: statements, opening, copying.
 */
#pragma once

#include "comark-sql-private.h"

G_BEGIN_DECLS

typedef struct sqlite3 sqlite3;

typedef struct
{
  ComarkSql parent;
  sqlite3 *db;
  char *ticket;    /* of comark-register-file.h; NULL in memory */
  char *copy_path; /* nullable: a private copy to be removed at closing */
  gboolean finishing; /* commit and rollback go on whatever is cancelled */
} ComarkSqlite;

extern const ComarkSqlClass comark_sqlite_class;

/* Sets @error from the connection's last failure. Always answers FALSE. */
gboolean comark_sqlite_fail (ComarkSqlite *self, int code, GError **error);
gboolean comark_sqlite_run (ComarkSqlite *self, const char *text, GError **error);

/* SQLite's quick_check: FALSE with COMARK_STORE_ERROR_CORRUPT if the file is damaged. */
gboolean comark_sqlite_is_sound (ComarkSql *sql, GError **error);

/* Copies all that is committed in @from into the new file @path, in pieces, from one unmoving
 * view; @progress is nullable. The file is then checked, written to the disk, and whole in
 * itself (no "-wal"). What a failure leaves behind is the caller's to remove. */
gboolean comark_sqlite_copy (ComarkSql *from, const char *path,
                             void (*progress) (double fraction, gpointer data), gpointer data,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
