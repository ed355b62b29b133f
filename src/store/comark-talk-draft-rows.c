/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-talk-rows.h"

#include "comark-rows.h"

static gpointer
read_draft (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkMessageDraft *self = comark_message_draft_new ();

  self->slot = comark_rows_text (st, 0);
  self->criterion = comark_rows_text (st, 1);
  comark_talk_audience_from_nick (comark_statement_column_text (st, 2), &self->audience);
  self->body = comark_rows_text (st, 3);
  self->updated_at = comark_statement_column_int (st, 4);
  self->rev = comark_statement_column_int (st, 5);
  return self;
}

GPtrArray *
comark_talk_rows_list_drafts (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                              GError **error)
{
  return comark_sql_collect (sql, read_draft, NULL, g_object_unref, error,
                             "SELECT slot, criterion, audience, body, updated_at, rev"
                             " FROM message_draft WHERE person=$1 AND submission=$2"
                             " ORDER BY slot", "kk", author, submission);
}

gboolean
comark_talk_rows_put_draft (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                            ComarkMessageDraft *draft, gint64 rev, GError **error)
{
  const char *audience = comark_talk_audience_nick (draft->audience);

  if (rev == 0)
    return comark_sql_exec_one (sql, error,
                                "INSERT INTO message_draft (person, submission, slot, criterion,"
                                " audience, body, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"
                                " ON CONFLICT (person, submission, slot) DO NOTHING", "kktttti",
                                author, submission, draft->slot, draft->criterion, audience,
                                draft->body, draft->updated_at);
  return comark_sql_exec_one (sql, error,
                              "UPDATE message_draft SET criterion=$1, audience=$2, body=$3,"
                              " updated_at=$4, rev=rev+1"
                              " WHERE person=$5 AND submission=$6 AND slot=$7 AND rev=$8",
                              "tttikkti", draft->criterion, audience, draft->body,
                              draft->updated_at, author, submission, draft->slot, rev);
}

gboolean
comark_talk_rows_drop_draft (ComarkSql *sql, const ComarkId *submission, const ComarkId *author,
                             const char *slot, GError **error)
{
  return comark_sql_exec (sql, error,
                          "DELETE FROM message_draft WHERE person=$1 AND submission=$2"
                          " AND slot=$3", "kkt", author, submission, slot)
         >= 0;
}
