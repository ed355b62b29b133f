/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short ways to run a statement: text, types, values in one call.
 */
#include "comark-sql-private.h"

#include <string.h>

static void
bind_next (ComarkStatement *st, guint n, char type, va_list *values)
{
  switch (type)
    {
    case 'k':
      comark_statement_bind_id (st, n, va_arg (*values, const ComarkId *));
      break;
    case 'i':
      comark_statement_bind_int (st, n, va_arg (*values, gint64));
      break;
    case 'n':
      comark_statement_bind_int (st, n, va_arg (*values, int));
      break;
    case 't':
      comark_statement_bind_text (st, n, va_arg (*values, const char *));
      break;
    case 'b':
      comark_statement_bind_bytes (st, n, va_arg (*values, GBytes *));
      break;
    case 'd':
      comark_statement_bind_double (st, n, va_arg (*values, double));
      break;
    default:
      g_return_if_reached ();
    }
}

/* va_list is an array on some machines: it goes through here by pointer. */
static ComarkStatement *
query_with (ComarkSql *sql, GError **error, const char *text, const char *types, va_list *values)
{
  g_autoptr (ComarkStatement) st = comark_sql_prepare (sql, text, error);
  gsize n_types = types ? strlen (types) : 0;

  if (st == NULL)
    return NULL;
  if (n_types != st->n_params)
    {
      g_critical ("%u parameters, but types \"%s\" in: %s", st->n_params, types, text);
      comark_store_error_set (error, COMARK_STORE_ERROR_SQL, text);
      return NULL;
    }
  for (gsize i = 0; i < n_types; i++)
    bind_next (st, (guint) i + 1, types[i], values);
  return g_steal_pointer (&st);
}

static gint64
run_to_end (ComarkStatement *st, GError **error)
{
  gboolean row = TRUE;

  while (row)
    if (!comark_statement_step (st, &row, error))
      return -1;
  return st->changes;
}

ComarkStatement *
comark_sql_query (ComarkSql *sql, GError **error, const char *text, const char *types, ...)
{
  ComarkStatement *st;
  va_list values;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  return st;
}

gint64
comark_sql_exec (ComarkSql *sql, GError **error, const char *text, const char *types, ...)
{
  g_autoptr (ComarkStatement) st = NULL;
  va_list values;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  return st ? run_to_end (st, error) : -1;
}

gboolean
comark_sql_exec_one (ComarkSql *sql, GError **error, const char *text, const char *types, ...)
{
  g_autoptr (ComarkStatement) st = NULL;
  va_list values;
  gint64 changes;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  changes = st ? run_to_end (st, error) : -1;
  if (changes >= 0 && changes != 1)
    comark_store_error_set (error, COMARK_STORE_ERROR_CONFLICT, text);
  return changes == 1;
}

static gboolean
read_int (ComarkStatement *st, gint64 *value, GError **error)
{
  gboolean row;

  *value = 0;
  if (!comark_statement_step (st, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *value = comark_statement_column_int (st, 0);
  return run_to_end (st, error) >= 0;
}

gboolean
comark_sql_query_int (ComarkSql *sql, gint64 *value, GError **error, const char *text,
                      const char *types, ...)
{
  g_autoptr (ComarkStatement) st = NULL;
  va_list values;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  return st != NULL && read_int (st, value, error);
}

/* The object made of the row, unless one of the row's columns was not what it should be. */
static gpointer
make_object (ComarkStatement *st, ComarkRowFunc func, gpointer data, GDestroyNotify destroy,
             GError **error)
{
  gpointer object = func (st, data, error);

  if (object == NULL || st->problem == NULL)
    return object;
  g_propagate_error (error, g_steal_pointer (&st->problem));
  if (destroy != NULL)
    destroy (object);
  return NULL;
}

static GPtrArray *
collect (ComarkStatement *st, ComarkRowFunc func, gpointer data, GDestroyNotify destroy,
         GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (destroy);
  gboolean row;

  while (comark_statement_step (st, &row, error))
    {
      gpointer object;

      if (!row)
        return g_steal_pointer (&all);
      object = make_object (st, func, data, destroy, error);
      if (object == NULL)
        return NULL;
      g_ptr_array_add (all, object);
    }
  return NULL;
}

GPtrArray *
comark_sql_collect (ComarkSql *sql, ComarkRowFunc func, gpointer data, GDestroyNotify destroy,
                    GError **error, const char *text, const char *types, ...)
{
  g_autoptr (ComarkStatement) st = NULL;
  va_list values;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  return st ? collect (st, func, data, destroy, error) : NULL;
}

gpointer
comark_sql_one (ComarkSql *sql, ComarkRowFunc func, gpointer data, GError **error,
                const char *text, const char *types, ...)
{
  g_autoptr (ComarkStatement) st = NULL;
  va_list values;
  gboolean row;

  va_start (values, types);
  st = query_with (sql, error, text, types, &values);
  va_end (values);
  if (st == NULL || !comark_statement_step (st, &row, error))
    return NULL;
  if (row)
    return make_object (st, func, data, NULL, error);
  comark_store_error_set (error, COMARK_STORE_ERROR_NOT_FOUND, NULL);
  return NULL;
}
