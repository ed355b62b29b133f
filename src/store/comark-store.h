/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open register: a .comark file (SQLite) or a shared one (PostgreSQL). The object belongs to
 * the thread whose main context opened it. Work is done by jobs, plain functions run on the
 * register's own threads: one writer and one reader on SQLite, one worker on PostgreSQL.
 *
 * Signal "changed" (no arguments), in the opener's main context: something was committed, by
 * this program or by another one.
 */
#pragma once

#include <gio/gio.h>

#include "comark-sql.h"
#include "comark-types.h"

G_BEGIN_DECLS

#define COMARK_TYPE_STORE (comark_store_get_type ())
G_DECLARE_FINAL_TYPE (ComarkStore, comark_store, COMARK, STORE, GObject)

typedef enum
{
  COMARK_STORE_READ,  /* may run beside a write; sees what is committed */
  COMARK_STORE_WRITE, /* one at a time, in the order posted */
} ComarkStoreAccess;

/* Runs on a worker. Wrap a write in comark_sql_transaction(). @cancellable (nullable) already
 * acts on @sql. Returns: what the caller shall get, or NULL with @error set; NULL without
 * error is allowed. It must be a new object or plain record that no other thread holds. */
typedef gpointer (*ComarkStoreJob) (ComarkSql *sql, gpointer data, GCancellable *cancellable,
                                    GError **error);

/* To be called once by every main(): a full disk and a lost server shall be errors, not
 * signals that end the program (SIGXFSZ, SIGPIPE). */
void comark_store_prepare_process (void);

/* Makes a new register and opens it. @where is the path of a file that does not exist yet
 * (G_IO_ERROR_EXISTS), or the URI of an empty database. Blocks.
 * Returns: (transfer full) */
ComarkStore *comark_store_create (const char *where, ComarkPurpose purpose,
                                  const char *organisation, GError **error);

/* Opens a register, bringing an older one up to date (after a backup beside it, "NAME.comark"
 * → "NAME.before-N.comark"). Blocks. Returns: (transfer full) */
ComarkStore *comark_store_open (const char *where, GError **error);

/* The same without blocking. */
void comark_store_open_async (const char *where, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
ComarkStore *comark_store_open_finish (GAsyncResult *result, GError **error);

/* Opens without writing anything, not even beside the file. Blocks. Returns: (transfer full) */
ComarkStore *comark_store_open_read_only (const char *where, GError **error);

/* Waits for the jobs posted so far, writes everything into the one file and closes it; later
 * jobs fail. Called by dispose too. Idempotent. */
void comark_store_close (ComarkStore *self);

const char *comark_store_get_where (ComarkStore *self);
ComarkSqlEngine comark_store_get_engine (ComarkStore *self);
ComarkPurpose comark_store_get_purpose (ComarkStore *self);
gboolean comark_store_is_read_only (ComarkStore *self);

/* Posts @job and waits for its answer. For the command line and tests: never on the main
 * thread of the window. Returns: what @job returned */
gpointer comark_store_run (ComarkStore *self, ComarkStoreAccess access, ComarkStoreJob job,
                           gpointer data, GCancellable *cancellable, GError **error);

/* Posts @job. @callback runs in the caller's thread-default main context, with a NULL source
 * object; @data is freed with @data_destroy and an answer nobody took with @result_destroy
 * (both nullable), on any thread. */
void comark_store_run_async (ComarkStore *self, ComarkStoreAccess access, ComarkStoreJob job,
                             gpointer data, GDestroyNotify data_destroy,
                             GDestroyNotify result_destroy, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/* Returns: (transfer full) what the job returned */
gpointer comark_store_run_finish (GAsyncResult *result, GError **error);

/* Progress of something long: 0.0 to 1.0, on the thread that does it. */
typedef void (*ComarkProgress) (double fraction, gpointer data);

/* Copies the register into the new file @path: complete, checked and on the disk, or not there
 * at all. Others go on writing meanwhile. A shared register is backed up by its server
 * (G_IO_ERROR_NOT_SUPPORTED). Blocks; any thread. */
gboolean comark_store_backup (ComarkStore *self, const char *path, ComarkProgress progress,
                              gpointer progress_data, GCancellable *cancellable, GError **error);
void comark_store_backup_async (ComarkStore *self, const char *path, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean comark_store_backup_finish (GAsyncResult *result, GError **error);

/* A fact of the register itself ("organisation", "purpose", "register": its id), or NULL
 * if it has no such. For jobs. Returns: (transfer full) (nullable) */
char *comark_meta_get (ComarkSql *sql, const char *key, GError **error);
gboolean comark_meta_set (ComarkSql *sql, const char *key, const char *value, GError **error);

G_END_DECLS
