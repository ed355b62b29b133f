/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Statements on PostgreSQL. The server is asked what type each parameter has, and values are
 * sent and received in binary of exactly that type.
 */
#include "comark-sql-postgres.h"

#include <libpq-fe.h>
#include <string.h>

/* Of pg_type.dat; libpq's headers do not have them. */
enum
{
  TYPE_BOOL = 16,
  TYPE_BYTEA = 17,
  TYPE_NAME = 19,
  TYPE_INT8 = 20,
  TYPE_INT2 = 21,
  TYPE_INT4 = 23,
  TYPE_TEXT = 25,
  TYPE_FLOAT8 = 701,
  TYPE_VARCHAR = 1043,
  TYPE_UUID = 2950,
};

typedef struct
{
  ComarkStatement parent;
  char name[24];
  Oid *types; /* of parameters */
  char **values;
  int *lengths;
  int *formats;
  PGresult *result;
  int row;
} PostgresStatement;

static gboolean
describe (ComarkPostgres *self, PostgresStatement *st, guint n_params, GError **error)
{
  PGresult *result
    = comark_postgres_wait (self, PQsendDescribePrepared (self->conn, st->name), error);
  gboolean ok = result != NULL && PQnparams (result) == (int) n_params;

  for (guint i = 0; ok && i < n_params; i++)
    st->types[i] = PQparamtype (result, (int) i);
  if (result != NULL && !ok)
    comark_store_error_set (error, COMARK_STORE_ERROR_SQL, "number of parameters");
  PQclear (result);
  return ok;
}

static void
free_statement (PostgresStatement *st, guint n_params)
{
  for (guint i = 0; i < n_params; i++)
    g_free (st->values[i]);
  g_free (st->types);
  g_free (st->values);
  g_free (st->lengths);
  g_free (st->formats);
  PQclear (st->result);
  g_free (st);
}

ComarkStatement *
comark_postgres_prepare (ComarkSql *sql, const char *text, guint n_params, GError **error)
{
  ComarkPostgres *self = (ComarkPostgres *) sql;
  PostgresStatement *st;
  PGresult *result;
  char name[24];

  g_snprintf (name, sizeof name, "s%u", self->n_names++);
  result = comark_postgres_wait (self, PQsendPrepare (self->conn, name, text, 0, NULL), error);
  PQclear (result);
  if (result == NULL)
    return NULL;
  st = g_new0 (PostgresStatement, 1);
  memcpy (st->name, name, sizeof name);
  st->types = g_new0 (Oid, n_params);
  st->values = g_new0 (char *, n_params);
  st->lengths = g_new0 (int, n_params);
  st->formats = g_new0 (int, n_params);
  if (describe (self, st, n_params, error))
    return &st->parent;
  free_statement (st, n_params);
  return NULL;
}

void
comark_postgres_finalize (ComarkStatement *base)
{
  PostgresStatement *st = (PostgresStatement *) base;
  ComarkPostgres *self = (ComarkPostgres *) base->sql;
  g_autofree char *text = g_strconcat ("DEALLOCATE ", st->name, NULL);

  if (!base->sql->broken)
    PQclear (comark_postgres_send (self, text, NULL));
  free_statement (st, base->n_params);
}

void
comark_postgres_reset (ComarkStatement *base)
{
  PostgresStatement *st = (PostgresStatement *) base;

  g_clear_pointer (&st->result, PQclear);
  for (guint i = 0; i < base->n_params; i++)
    g_clear_pointer (&st->values[i], g_free);
}

static gboolean
refuse (GError **error, const char *what)
{
  comark_store_error_set (error, COMARK_STORE_ERROR_CONSTRAINT, what);
  return FALSE;
}

static void
set_value (PostgresStatement *st, guint n, const void *data, gsize length)
{
  g_free (st->values[n - 1]);
  /* One more byte, so that no value of no length is NULL. */
  st->values[n - 1] = g_malloc (length + 1);
  if (length > 0)
    memcpy (st->values[n - 1], data, length);
  st->values[n - 1][length] = '\0';
  st->lengths[n - 1] = (int) length;
  st->formats[n - 1] = 1;
}

static void
set_double (PostgresStatement *st, guint n, double real)
{
  guint64 bits;

  memcpy (&bits, &real, sizeof bits);
  bits = GUINT64_TO_BE (bits);
  set_value (st, n, &bits, sizeof bits);
}

static gboolean
bind_int (PostgresStatement *st, guint n, gint64 number, GError **error)
{
  gint64 eight = GINT64_TO_BE (number);
  gint32 four = GINT32_TO_BE ((gint32) number);
  gint16 two = GINT16_TO_BE ((gint16) number);

  switch (st->types[n - 1])
    {
    case TYPE_INT8:
      set_value (st, n, &eight, sizeof eight);
      return TRUE;
    case TYPE_INT4:
      set_value (st, n, &four, sizeof four);
      return (gint32) number == number || refuse (error, "number out of range");
    case TYPE_INT2:
      set_value (st, n, &two, sizeof two);
      return (gint16) number == number || refuse (error, "number out of range");
    case TYPE_FLOAT8:
      set_double (st, n, (double) number);
      return TRUE;
    default:
      return refuse (error, "number where the server wants another type");
    }
}

static gboolean
bind_text (PostgresStatement *st, guint n, const ComarkSqlValue *value, GError **error)
{
  switch (st->types[n - 1])
    {
    case TYPE_TEXT:
    case TYPE_VARCHAR:
    case TYPE_NAME:
      set_value (st, n, value->data, value->length);
      return TRUE;
    default:
      return refuse (error, "text where the server wants another type");
    }
}

static gboolean
bind_bytes (PostgresStatement *st, guint n, const ComarkSqlValue *value, GError **error)
{
  if (st->types[n - 1] != TYPE_BYTEA
      && (st->types[n - 1] != TYPE_UUID || value->length != COMARK_ID_SIZE))
    return refuse (error, "bytes where the server wants another type");
  if (value->length > G_MAXINT)
    return refuse (error, "too many bytes");
  set_value (st, n, value->data, value->length);
  return TRUE;
}

gboolean
comark_postgres_bind (ComarkStatement *base, guint n, const ComarkSqlValue *value, GError **error)
{
  PostgresStatement *st = (PostgresStatement *) base;

  switch (value->type)
    {
    case COMARK_SQL_INT:
      return bind_int (st, n, value->number, error);
    case COMARK_SQL_DOUBLE:
      if (st->types[n - 1] != TYPE_FLOAT8)
        return refuse (error, "number where the server wants another type");
      set_double (st, n, value->real);
      return TRUE;
    case COMARK_SQL_TEXT:
      return bind_text (st, n, value, error);
    case COMARK_SQL_BYTES:
      return bind_bytes (st, n, value, error);
    case COMARK_SQL_NULL:
    default:
      g_clear_pointer (&st->values[n - 1], g_free);
      return TRUE;
    }
}

static gboolean
execute (PostgresStatement *st, GError **error)
{
  ComarkPostgres *self = (ComarkPostgres *) st->parent.sql;
  int sent = !self->parent.broken
             && PQsendQueryPrepared (self->conn, st->name, (int) st->parent.n_params,
                                     (const char *const *) st->values, st->lengths, st->formats,
                                     1);

  st->result = comark_postgres_wait (self, sent, error);
  if (st->result == NULL)
    return FALSE;
  if (!g_str_has_prefix (PQcmdStatus (st->result), "SELECT"))
    st->parent.changes = g_ascii_strtoll (PQcmdTuples (st->result), NULL, 10);
  st->row = -1;
  return TRUE;
}

gboolean
comark_postgres_step (ComarkStatement *base, gboolean *row, GError **error)
{
  PostgresStatement *st = (PostgresStatement *) base;

  if (st->result == NULL && !execute (st, error))
    return FALSE;
  if (st->row < PQntuples (st->result))
    st->row++;
  *row = st->row < PQntuples (st->result);
  return TRUE;
}

static gint64
read_number (const char *data, gsize length)
{
  gint64 number = (gint8) data[0];

  for (gsize i = 1; i < length; i++)
    number = (gint64) ((guint64) number << 8 | (guint8) data[i]);
  return number;
}

static double
read_double (const char *data)
{
  guint64 bits;
  double real;

  memcpy (&bits, data, sizeof bits);
  bits = GUINT64_FROM_BE (bits);
  memcpy (&real, &bits, sizeof real);
  return real;
}

gboolean
comark_postgres_column (ComarkStatement *base, guint column, ComarkSqlValue *value)
{
  PostgresStatement *st = (PostgresStatement *) base;
  int i = (int) column;

  g_return_val_if_fail (i < PQnfields (st->result), FALSE);
  memset (value, 0, sizeof *value);
  value->data = PQgetvalue (st->result, st->row, i);
  value->length = (gsize) PQgetlength (st->result, st->row, i);
  if (PQgetisnull (st->result, st->row, i))
    return TRUE;
  switch (PQftype (st->result, i))
    {
    case TYPE_BOOL:
    case TYPE_INT2:
    case TYPE_INT4:
    case TYPE_INT8:
      value->type = COMARK_SQL_INT;
      value->number = read_number (value->data, value->length);
      return TRUE;
    case TYPE_FLOAT8:
      value->type = COMARK_SQL_DOUBLE;
      value->real = read_double (value->data);
      return TRUE;
    case TYPE_TEXT:
    case TYPE_VARCHAR:
    case TYPE_NAME:
      value->type = COMARK_SQL_TEXT;
      return TRUE;
    case TYPE_BYTEA:
    case TYPE_UUID:
      value->type = COMARK_SQL_BYTES;
      return TRUE;
    default:
      return FALSE;
    }
}
