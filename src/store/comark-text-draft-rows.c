/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-draft-rows.h"

#include "comark-rows.h"

#define DRAFT_SELECT                                                                       \
  "SELECT slot, body, updated_at, rev FROM text_draft WHERE person=$1 AND submission=$2 "

static gpointer
read_draft (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkTextDraft *self = comark_text_draft_new ();

  self->slot = comark_rows_text (st, 0);
  self->body = comark_rows_text (st, 1);
  self->updated_at = comark_statement_column_int (st, 2);
  self->rev = comark_statement_column_int (st, 3);
  return self;
}

GPtrArray *
comark_text_draft_rows_list (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                             GError **error)
{
  return comark_sql_collect (sql, read_draft, NULL, g_object_unref, error,
                             DRAFT_SELECT "ORDER BY slot", "kk", author, submission);
}

gboolean
comark_text_draft_rows_find (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                             const char *slot, ComarkTextDraft **draft, GError **error)
{
  return comark_rows_take_first (comark_sql_collect (sql, read_draft, NULL, g_object_unref, error,
                                                     DRAFT_SELECT "AND slot=$3", "kkt", author,
                                                     submission, slot),
                                 (gpointer *) draft);
}

gboolean
comark_text_draft_rows_put (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                            const char *slot, const char *body, gint64 rev, gint64 now_ms,
                            GError **error)
{
  if (rev == 0)
    return comark_sql_exec_one (sql, error,
                                "INSERT INTO text_draft (person, submission, slot, body,"
                                " updated_at) VALUES ($1, $2, $3, $4, $5)"
                                " ON CONFLICT (person, submission, slot) DO NOTHING", "kktti",
                                author, submission, slot, body, now_ms);
  return comark_sql_exec_one (sql, error,
                              "UPDATE text_draft SET body=$1, updated_at=$2, rev=rev+1"
                              " WHERE person=$3 AND submission=$4 AND slot=$5 AND rev=$6",
                              "tikkti", body, now_ms, author, submission, slot, rev);
}

gboolean
comark_text_draft_rows_drop (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                             const char *slot, GError **error)
{
  return comark_sql_exec (sql, error,
                          "DELETE FROM text_draft WHERE person=$1 AND submission=$2 AND slot=$3",
                          "kkt", author, submission, slot)
         >= 0;
}
