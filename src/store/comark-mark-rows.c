/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-rows.h"

#include "comark-rows.h"

/* Text columns in the order in which they are selected and inserted, each with its field. */
#define TEXT_COLUMNS                                                                       \
  "number, document_hash, organisation, panel, title, type, version, ref, team, outcome,"  \
  " made_by, panel_words, framework_words, framework_version, expert_chair, staff_chair,"  \
  " check_line, decided_day, valid_from, valid_until, log_head"

static const gsize text_fields[] = {
  G_STRUCT_OFFSET (ComarkMark, number),          G_STRUCT_OFFSET (ComarkMark, document_hash),
  G_STRUCT_OFFSET (ComarkMark, organisation),    G_STRUCT_OFFSET (ComarkMark, panel),
  G_STRUCT_OFFSET (ComarkMark, title),           G_STRUCT_OFFSET (ComarkMark, type),
  G_STRUCT_OFFSET (ComarkMark, version),         G_STRUCT_OFFSET (ComarkMark, ref),
  G_STRUCT_OFFSET (ComarkMark, team),            G_STRUCT_OFFSET (ComarkMark, outcome),
  G_STRUCT_OFFSET (ComarkMark, made_by),         G_STRUCT_OFFSET (ComarkMark, panel_words),
  G_STRUCT_OFFSET (ComarkMark, framework_words), G_STRUCT_OFFSET (ComarkMark, framework_version),
  G_STRUCT_OFFSET (ComarkMark, expert_chair),    G_STRUCT_OFFSET (ComarkMark, staff_chair),
  G_STRUCT_OFFSET (ComarkMark, check_line),      G_STRUCT_OFFSET (ComarkMark, decided_day),
  G_STRUCT_OFFSET (ComarkMark, valid_from),      G_STRUCT_OFFSET (ComarkMark, valid_until),
  G_STRUCT_OFFSET (ComarkMark, log_head),
};
#define N_TEXTS G_N_ELEMENTS (text_fields)

#define SELECT_MARKS                                                                        \
  "SELECT m.id, m.submission, s.ref, m.issue, m.state, m.exemplar, m.because, m.issued_at," \
  " m.rev, m.number, m.document_hash, m.organisation, m.panel, m.title, m.type, m.version," \
  " m.ref, m.team, m.outcome, m.made_by, m.panel_words, m.framework_words,"                 \
  " m.framework_version, m.expert_chair, m.staff_chair, m.check_line, m.decided_day,"       \
  " m.valid_from, m.valid_until, m.log_head"                                                \
  " FROM mark m JOIN submission s ON s.id=m.submission"
#define FIRST_TEXT 9

#define TEXT_OF(mark, i) G_STRUCT_MEMBER (char *, mark, text_fields[i])

static gpointer
read_mark (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkMark *mark = comark_mark_new ();

  mark->id = comark_statement_column_id (st, 0);
  mark->submission = comark_statement_column_id (st, 1);
  mark->submission_ref = comark_rows_text (st, 2);
  mark->issue = comark_statement_column_int (st, 3);
  comark_mark_state_from_nick (comark_statement_column_text (st, 4), &mark->state);
  mark->exemplar = comark_statement_column_int (st, 5) != 0;
  mark->because = comark_rows_text (st, 6);
  mark->issued_at = comark_statement_column_int (st, 7);
  mark->rev = comark_statement_column_int (st, 8);
  for (guint i = 0; i < N_TEXTS; i++)
    TEXT_OF (mark, i) = comark_rows_text (st, FIRST_TEXT + i);
  return mark;
}

static gpointer
read_use (ComarkStatement *st, gpointer data, GError **error)
{
  ComarkMarkUse *use = comark_mark_use_new ();

  use->what = comark_rows_text (st, 0);
  use->format = comark_rows_text (st, 1);
  use->person_name = comark_rows_text (st, 2);
  use->at = comark_statement_column_int (st, 3);
  return use;
}

static gboolean
take_one (ComarkSql *sql, GPtrArray *rows, ComarkMark **mark, GError **error)
{
  g_autoptr (ComarkMark) found = NULL;
  GPtrArray *events;

  if (!comark_rows_take_first (rows, (gpointer *) &found))
    return FALSE;
  if (found != NULL)
    {
      events = comark_sql_collect (sql, read_use, NULL, g_object_unref, error,
                                   "SELECT e.what, e.format, p.name, e.at FROM mark_event e"
                                   " JOIN person p ON p.id=e.person WHERE e.mark=$1"
                                   " ORDER BY e.at, e.id",
                                   "k", &found->id);
      if (events == NULL)
        return FALSE;
      g_ptr_array_unref (found->events);
      found->events = events;
    }
  *mark = g_steal_pointer (&found);
  return TRUE;
}

GPtrArray *
comark_mark_rows_list (ComarkSql *sql, GError **error)
{
  return comark_sql_collect (sql, read_mark, NULL, g_object_unref, error,
                             SELECT_MARKS " ORDER BY m.issued_at DESC, m.id DESC", "");
}

gboolean
comark_mark_rows_find (ComarkSql *sql, const char *number, ComarkMark **mark, GError **error)
{
  return take_one (sql,
                   comark_sql_collect (sql, read_mark, NULL, g_object_unref, error,
                                       SELECT_MARKS " WHERE m.number=$1", "t", number),
                   mark, error);
}

gboolean
comark_mark_rows_of (ComarkSql *sql, const ComarkId *submission, ComarkMark **mark, GError **error)
{
  return take_one (sql,
                   comark_sql_collect (sql, read_mark, NULL, g_object_unref, error,
                                       SELECT_MARKS " WHERE m.submission=$1"
                                       " ORDER BY m.issued_at DESC, m.id DESC LIMIT 1",
                                       "k", submission),
                   mark, error);
}

gboolean
comark_mark_rows_for_hash (ComarkSql *sql,
                           const char *document_hash,
                           ComarkMark **mark,
                           GError **error)
{
  return take_one (sql,
                   comark_sql_collect (sql, read_mark, NULL, g_object_unref, error,
                                       SELECT_MARKS " WHERE m.document_hash=$1"
                                       " ORDER BY m.issued_at DESC, m.id DESC LIMIT 1",
                                       "t", document_hash),
                   mark, error);
}

gboolean
comark_mark_rows_submission_with (ComarkSql *sql,
                                  const char *document_hash,
                                  ComarkId *submission,
                                  GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error,
                        "SELECT submission FROM document WHERE hash=$1"
                        " ORDER BY added_at DESC, id DESC LIMIT 1",
                        "t", document_hash);
  gboolean row;

  *submission = COMARK_ID_NONE;
  if (st == NULL || !comark_statement_step (st, &row, error))
    return FALSE;
  if (row)
    *submission = comark_statement_column_id (st, 0);
  return !row || comark_statement_step (st, &row, error);
}

gboolean
comark_mark_rows_add (ComarkSql *sql,
                      ComarkMark *mark,
                      const ComarkId *decision,
                      const ComarkId *document,
                      const ComarkId *by,
                      GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_prepare (sql,
                          "INSERT INTO mark (id, submission, decision, document, issue, state,"
                          " exemplar, issued_by, issued_at, " TEXT_COLUMNS ")"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
                          " $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28,"
                          " $29, $30)",
                          error);
  gboolean row;

  if (st == NULL)
    return FALSE;
  comark_statement_bind_id (st, 1, &mark->id);
  comark_statement_bind_id (st, 2, &mark->submission);
  comark_statement_bind_id (st, 3, decision);
  comark_statement_bind_id (st, 4, document);
  comark_statement_bind_int (st, 5, mark->issue);
  comark_statement_bind_text (st, 6, comark_mark_state_nick (mark->state));
  comark_statement_bind_int (st, 7, mark->exemplar != FALSE);
  comark_statement_bind_id (st, 8, by);
  comark_statement_bind_int (st, 9, mark->issued_at);
  for (guint i = 0; i < N_TEXTS; i++)
    comark_statement_bind_text (st, 10 + i, TEXT_OF (mark, i) ? TEXT_OF (mark, i) : "");
  return comark_statement_step (st, &row, error);
}

gboolean
comark_mark_rows_set_state (ComarkSql *sql,
                            const ComarkId *mark,
                            gint64 rev,
                            ComarkMarkState state,
                            const char *because,
                            GError **error)
{
  return comark_sql_exec_one (sql, error,
                              "UPDATE mark SET state=$1, because=$2, rev=rev+1"
                              " WHERE id=$3 AND rev=$4",
                              "ttki", comark_mark_state_nick (state), because ? because : "",
                              mark, rev);
}

gboolean
comark_mark_rows_add_event (ComarkSql *sql,
                            const ComarkId *mark,
                            const char *what,
                            const char *format,
                            const ComarkId *by,
                            gint64 now_ms,
                            GError **error)
{
  ComarkId id = comark_id_new ();

  return comark_sql_exec_one (sql, error,
                              "INSERT INTO mark_event (id, mark, what, format, person, at)"
                              " VALUES ($1, $2, $3, $4, $5, $6)",
                              "kkttki", &id, mark, what, format ? format : "", by, now_ms);
}
