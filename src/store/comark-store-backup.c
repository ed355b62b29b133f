/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Backups: a file appears under its name only when it is complete, sound and on the disk.
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "comark-connect.h"
#include "comark-sql-sqlite.h"

static gboolean
refuse_existing (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               "“%s” exists already, and nothing is overwritten. Choose another name.", shown);
  return FALSE;
}

/* A rename that is not on the disk could be gone after a power cut. */
static void
write_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("fsync of %s: %s", folder, g_strerror (errno));
  close (fd);
}

static gboolean
move_into_place (const char *part, const char *path, GError **error)
{
  if (renameat2 (AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    {
      write_folder (path);
      return TRUE;
    }
  if (errno == EEXIST)
    return refuse_existing (path, error);
  /* Some filesystems know no such rename. */
  if (errno == EINVAL && g_access (path, F_OK) != 0 && g_rename (part, path) == 0)
    {
      write_folder (path);
      return TRUE;
    }
  comark_store_error_set (error, COMARK_STORE_ERROR_IO, g_strerror (errno));
  return FALSE;
}

gboolean
comark_connect_backup (ComarkSql *from, const char *path, ComarkProgress progress,
                        gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strdup_printf ("%s.%08x.part", path, g_random_int ());
  gboolean ok;

  if (g_access (path, F_OK) == 0)
    return refuse_existing (path, error);
  ok = comark_sqlite_copy (from, part, progress, progress_data, cancellable, error)
       && move_into_place (part, path, error);
  if (!ok)
    g_unlink (part);
  return ok;
}

static gboolean
back_up (const char *where, const char *path, ComarkProgress progress, gpointer progress_data,
         GCancellable *cancellable, GError **error)
{
  g_autoptr (ComarkSql) sql = NULL;

  if (comark_sql_is_uri (where))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "A shared register is backed up on its server, by who runs it.");
      return FALSE;
    }
  sql = comark_sql_open (where, COMARK_SQL_OPEN_READ, error);
  return sql != NULL
         && comark_connect_backup (sql, path, progress, progress_data, cancellable, error);
}

gboolean
comark_store_backup (ComarkStore *self, const char *path, ComarkProgress progress,
                     gpointer progress_data, GCancellable *cancellable, GError **error)
{
  return back_up (comark_store_get_where (self), path, progress, progress_data, cancellable,
                  error);
}

/* Not a job: it has a connection of its own, so that a long copy keeps nobody waiting. */
static void
back_up_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  char **places = data;
  GError *error = NULL;

  if (back_up (places[0], places[1], NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
comark_store_backup_async (ComarkStore *self, const char *path, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  const char *places[] = { comark_store_get_where (self), path, NULL };

  g_task_set_task_data (task, g_strdupv ((char **) places), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, back_up_in_thread);
}

gboolean
comark_store_backup_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
