/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-take-file.h"

#include <glib/gi18n.h>

#include "comark-compat.h"
#include "comark-desk-files.h"
#include "comark-limits.h"

#define MEGABYTE (1024.0 * 1024.0)

typedef struct
{
  GtkWindow *parent;
  GFile *file;
  char *filename;
} Taking;

static void
taking_free (Taking *taking)
{
  g_object_unref (taking->parent);
  g_clear_object (&taking->file);
  g_free (taking->filename);
  g_free (taking);
}

char *
comark_size_words (gint64 size)
{
  if (size >= (gint64) MEGABYTE)
    return g_strdup_printf (_("%.1f MB"), (double) size / MEGABYTE);
  return g_strdup_printf (_("%d KB"), (int) (size / 1024) + 1);
}

static void
fail (GTask *task, const char *format, const char *detail)
{
  g_autofree char *sentence = g_strdup_printf ("%s %s", format, detail);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", sentence);
}

static void
load_in_thread_cb (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Taking *taking = task_data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = comark_desk_load_file (taking->file, cancellable, &error);

  if (bytes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

/* The way all files come in: it refuses what is no file at all before it reads. */
static void
load (GTask *task)
{
  g_task_run_in_thread (task, load_in_thread_cb);
}

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (comark_confirm_finish (result, &error))
    load (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask_about_size (GTask *task, const char *size)
{
  Taking *taking = g_task_get_task_data (task);
  g_autofree char *body
    = g_strdup_printf (_("It is %s. Everybody on the panel has to open it; a smaller one is "
                         "kinder to them."), size);

  comark_confirm_async (taking->parent, _("This is a large file"), body, _("Take it anyway"), FALSE,
                        on_confirmed_cb, g_object_ref (task));
}

static void
on_info_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  Taking *taking = g_task_get_task_data (task);
  g_autofree char *size = NULL;

  if (info == NULL)
    {
      fail (task, _("This file cannot be read."), error->message);
      return;
    }
  taking->filename = g_strdup (g_file_info_get_display_name (info));
  size = comark_size_words (g_file_info_get_size (info));
  if (g_file_info_get_size (info) > COMARK_LIMIT_FILE_BYTES)
    fail (task, _("A file may be at most 100 MB. Make it smaller, or take it apart. It is now"),
          size);
  else if (g_file_info_get_size (info) > COMARK_LIMIT_FILE_WARN_BYTES)
    ask_about_size (task, size);
  else
    load (task);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Taking *taking = g_task_get_task_data (task);

  taking->file = comark_choose_file_finish (result, &error);
  if (taking->file == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_file_query_info_async (taking->file,
                             G_FILE_ATTRIBUTE_STANDARD_SIZE
                             "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
                             G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_info_cb,
                             g_steal_pointer (&task));
}

void
comark_take_file_async (GtkWindow *parent, const char *title, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  Taking *taking = g_new0 (Taking, 1);
  ComarkFileQuestion question = { .what = COMARK_CHOOSE_OPEN, .title = title };

  taking->parent = g_object_ref (parent);
  g_task_set_task_data (task, taking, (GDestroyNotify) taking_free);
  comark_choose_file_async (parent, &question, on_chosen_cb, task);
}

GBytes *
comark_take_file_finish (GAsyncResult *result, char **filename, GError **error)
{
  Taking *taking = g_task_get_task_data (G_TASK (result));
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), error);

  *filename = bytes != NULL ? g_strdup (taking->filename) : NULL;
  return bytes;
}
