/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk.h"

#include <string.h>

#include "comark-desk-standing.h"
#include "comark-log.h"
#include "comark-op.h"
#include "comark-submission-rows.h"

G_DEFINE_QUARK (comark-desk-error-quark, comark_desk_error)

gint64
comark_desk_now_ms (ComarkDesk *desk)
{
  return comark_clock_now_ms (desk->clock);
}

char *
comark_desk_today (ComarkDesk *desk)
{
  return comark_day_from_ms (comark_desk_now_ms (desk));
}

typedef struct
{
  ComarkDesk *desk;
  const char *act; /* NULL: only reads */
  ComarkDeskStep step;
  gpointer data;
} Transaction;

static gboolean
run_transaction (ComarkSql *sql, gpointer data, GError **error)
{
  Transaction *self = data;
  gboolean already = FALSE;

  if (self->act != NULL
      && !comark_op_claim (sql, &self->desk->op, self->act, comark_desk_now_ms (self->desk),
                           &already, error))
    return FALSE;
  return already || self->step (self->desk, self->data, error);
}

ComarkId
comark_desk_row_id (ComarkDesk *desk)
{
  /* Several acts may share one transaction and so one op. */
  return comark_sql_in_transaction (desk->sql) ? comark_id_new () : desk->op;
}

gboolean
comark_desk_write (ComarkDesk *desk, const char *act, ComarkDeskStep step, gpointer data,
                   GError **error)
{
  Transaction self = { desk, act, step, data };

  if (comark_sql_in_transaction (desk->sql))
    return step (desk, data, error);
  if (!comark_sql_transaction (desk->sql, COMARK_SQL_WRITE, run_transaction, &self, error))
    return FALSE;
  desk->op = comark_id_after (&desk->op);
  return TRUE;
}

gboolean
comark_desk_read (ComarkDesk *desk, ComarkDeskStep step, gpointer data, GError **error)
{
  Transaction self = { desk, NULL, step, data };

  if (comark_sql_in_transaction (desk->sql))
    return step (desk, data, error);
  return comark_sql_transaction (desk->sql, COMARK_SQL_READ, run_transaction, &self, error);
}

gboolean
comark_desk_log_as (ComarkDesk *desk, const ComarkId *actor, const char *act,
                    const ComarkId *submission, const ComarkId *subject, const char *fields,
                    const char *detail, GError **error)
{
  ComarkLogEntry entry = {
    .at_ms = comark_desk_now_ms (desk),
    .actor = *actor,
    .act = act,
    .subject = subject != NULL ? *subject : COMARK_ID_NONE,
    .submission = submission != NULL ? *submission : COMARK_ID_NONE,
    .fields = fields,
  };

  return comark_log_append (desk->sql, &entry, detail, error);
}

gboolean
comark_desk_log (ComarkDesk *desk, const char *act, const ComarkId *submission,
                 const ComarkId *subject, const char *fields, const char *detail, GError **error)
{
  const ComarkId nobody = COMARK_ID_NONE;

  return comark_desk_log_as (desk, desk->who != NULL ? &desk->who->id : &nobody, act, submission,
                             subject, fields, detail, error);
}

gboolean
comark_desk_find_for (ComarkDesk *desk, const char *ref, ComarkAction action, ComarkId *id,
                      GError **error)
{
  ComarkId found = COMARK_ID_NONE;

  /* Text from outside goes no further than it must. */
  if (ref != NULL && strlen (ref) <= COMARK_REF_LENGTH_MAX && g_str_is_ascii (ref)
      && !comark_submission_rows_id_of (desk->sql, ref, &found, error))
    return FALSE;
  if (!comark_desk_allow (desk, &found, action, error))
    return FALSE;
  *id = found;
  return TRUE;
}

gboolean
comark_desk_find_submission (ComarkDesk *desk, const char *ref, ComarkId *id, GError **error)
{
  return comark_desk_find_for (desk, ref, COMARK_ACTION_SEE_EXISTS, id, error);
}
