/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rows.h"

const char *
comark_rows_answer (ComarkValue value)
{
  if (comark_value_is_level (value))
    return "level";
  if (value == COMARK_VALUE_CANNOT_TELL)
    return "cannot-tell";
  return value == COMARK_VALUE_NOT_APPLICABLE ? "not-applicable" : "none";
}

ComarkValue
comark_rows_value (ComarkStatement *st, guint answer)
{
  const char *word = comark_statement_column_text (st, answer);

  if (g_strcmp0 (word, "level") == 0)
    return (ComarkValue) comark_statement_column_int (st, answer + 1);
  if (g_strcmp0 (word, "cannot-tell") == 0)
    return COMARK_VALUE_CANNOT_TELL;
  if (g_strcmp0 (word, "not-applicable") == 0)
    return COMARK_VALUE_NOT_APPLICABLE;
  return COMARK_VALUE_NONE;
}

char *
comark_rows_text (ComarkStatement *st, guint column)
{
  const char *text = comark_statement_column_text (st, column);

  return g_strdup (text ? text : "");
}

gboolean
comark_rows_take_first (GPtrArray *rows, gpointer *object)
{
  if (rows == NULL)
    return FALSE;
  *object = rows->len > 0 ? g_object_ref (rows->pdata[0]) : NULL;
  g_ptr_array_unref (rows);
  return TRUE;
}

gboolean
comark_rows_changed (gint64 n_rows, GError **error)
{
  if (n_rows == 0)
    comark_store_error_set (error, COMARK_STORE_ERROR_NOT_FOUND, NULL);
  return n_rows > 0;
}
