/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-store-tend.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "comark-blobs.h"
#include "comark-connect.h"
#include "comark-sql-sqlite.h"
#include "comark-store-error.h"

typedef struct
{
  ComarkStore *store;
  char *folder;
  char *day;
  gint64 now_ms;
} Tending;

static void
tending_free (Tending *tending)
{
  g_object_unref (tending->store);
  g_free (tending->folder);
  g_free (tending->day);
  g_free (tending);
}

char *
comark_store_tend_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "comark", "copies", NULL);
}

/* ---- the copies of one register ---- */

/* The register's id comes from the file, and names a folder: only an id will do. */
static char *
folder_of (ComarkSql *sql, const char *folder, GError **error)
{
  g_autofree char *text = comark_meta_get (sql, "register", error);
  ComarkId id;

  if (text == NULL)
    return NULL;
  if (!comark_id_from_string (text, &id))
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_CORRUPT, "the register's id");
      return NULL;
    }
  return g_build_filename (folder, text, NULL);
}

static gboolean
is_copy (const char *name)
{
  return strlen (name) == strlen ("2026-11-22.comark") && g_str_has_suffix (name, ".comark");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What a copy that was cut short on an earlier day left behind. */
static gboolean
is_remainder (const char *name, const char *today)
{
  return g_str_has_suffix (name, ".part") && !g_str_has_prefix (name, today);
}

/* Days sort as their names do: the oldest comes first. */
static void
remove_oldest (const char *folder, const char *today)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_copy (name))
        g_ptr_array_add (names, g_steal_pointer (&path));
      else if (is_remainder (name, today))
        g_unlink (path);
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + COMARK_SAFETY_COPIES < names->len; i++)
    g_unlink (g_ptr_array_index (names, i));
}

static gboolean
make_copy (ComarkSql *sql, const Tending *tending, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = folder_of (sql, tending->folder, error);
  g_autofree char *name = g_strconcat (tending->day, ".comark", NULL);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      comark_store_error_set (error, COMARK_STORE_ERROR_IO, g_strerror (errno));
      return FALSE;
    }
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!comark_connect_backup (sql, path, NULL, NULL, cancellable, error))
    return FALSE;
  remove_oldest (folder, tending->day);
  return TRUE;
}

/* ---- the work ---- */

/* On a connection of its own: a long look keeps nobody waiting. */
static void
tend_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Tending *tending = data;
  GError *error = NULL;
  g_autoptr (ComarkSql) sql = comark_sql_open (comark_store_get_where (tending->store),
                                               COMARK_SQL_OPEN_READ, &error);

  if (sql != NULL && comark_sqlite_is_sound (sql, &error)
      && (tending->folder == NULL || make_copy (sql, tending, cancellable, &error)))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
collect_job (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  const Tending *tending = data;

  return comark_blobs_collect (sql, tending->now_ms, error) < 0 ? NULL : GINT_TO_POINTER (1);
}

static void
on_collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (comark_store_run_finish (result, &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_tended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Tending *tending = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else
    comark_store_run_async (tending->store, COMARK_STORE_WRITE, collect_job, tending, NULL, NULL,
                            g_task_get_cancellable (task), on_collected_cb, g_object_ref (task));
}

void
comark_store_tend_async (ComarkStore *self, const char *folder, const char *day, gint64 now_ms,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) thread = NULL;
  Tending *tending = g_new0 (Tending, 1);

  tending->store = g_object_ref (self);
  tending->folder = g_strdup (folder);
  tending->day = g_strdup (day);
  tending->now_ms = now_ms;
  g_task_set_task_data (task, tending, (GDestroyNotify) tending_free);
  if (comark_store_is_read_only (self) || comark_store_get_engine (self) != COMARK_SQL_SQLITE)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  thread = g_task_new (NULL, cancellable, on_tended_cb, g_object_ref (task));
  g_task_set_task_data (thread, tending, NULL);
  g_task_run_in_thread (thread, tend_in_thread);
}

gboolean
comark_store_tend_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
