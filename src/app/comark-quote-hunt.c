/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-hunt.h"

typedef struct
{
  GPtrArray *pages;
  GPtrArray *quotes;
} Hunt;

static void
hunt_free (gpointer data)
{
  Hunt *hunt = data;

  g_ptr_array_unref (hunt->pages);
  g_ptr_array_unref (hunt->quotes);
  g_free (hunt);
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Hunt *hunt = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task,
                           comark_quote_find_all (hunt->quotes,
                                                  (const char *const *) hunt->pages->pdata,
                                                  hunt->pages->len),
                           (GDestroyNotify) g_array_unref);
}

void
comark_quote_hunt_async (GPtrArray *pages, GPtrArray *quotes, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Hunt *hunt = g_new0 (Hunt, 1);

  hunt->pages = pages;
  hunt->quotes = g_ptr_array_ref (quotes);
  g_task_set_source_tag (task, comark_quote_hunt_async);
  g_task_set_task_data (task, hunt, hunt_free);
  g_task_run_in_thread (task, run);
}

GArray *
comark_quote_hunt_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
