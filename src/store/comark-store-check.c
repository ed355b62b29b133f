/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-store-check.h"

#include "comark-blobs.h"
#include "comark-log.h"
#include "comark-migrations.h"

/* A file with more faults than that is not read on: it needs its backup, not a list. */
#define MAX_FINDINGS 200

typedef struct
{
  ComarkSql *sql;
  GPtrArray *findings;
  GCancellable *cancellable;
} Check;

void
comark_finding_free (ComarkFinding *finding)
{
  g_free (finding->where);
  g_free (finding->what);
  g_free (finding);
}

static gboolean
is_full (Check *check)
{
  return check->findings->len >= MAX_FINDINGS;
}

static void
find (Check *check, const char *where, const char *what)
{
  ComarkFinding *finding;

  if (is_full (check))
    return;
  finding = g_new0 (ComarkFinding, 1);
  finding->where = g_utf8_make_valid (where, -1);
  finding->what = g_utf8_make_valid (what, -1);
  g_ptr_array_add (check->findings, finding);
}

/* A damaged file makes any later question fail: that is a finding too, not a failure to check. */
static gboolean
forgive_damage (Check *check, const char *where, GError *problem, GError **error)
{
  if (!g_error_matches (problem, COMARK_STORE_ERROR, COMARK_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  find (check, where, problem->message);
  g_error_free (problem);
  return TRUE;
}

static gboolean
check_pages (Check *check, GError **error)
{
  g_autoptr (ComarkStatement) st = NULL;
  gboolean row;

  if (comark_sql_get_engine (check->sql) != COMARK_SQL_SQLITE)
    return TRUE;
  st = comark_sql_query (check->sql, error, "PRAGMA integrity_check(50)", NULL);
  if (st == NULL)
    return FALSE;
  while (comark_statement_step (st, &row, error))
    {
      const char *text;

      if (!row)
        return TRUE;
      text = comark_statement_column_text (st, 0);
      if (g_strcmp0 (text, "ok") != 0)
        find (check, "the file", text ? text : "its structure is damaged");
    }
  return FALSE;
}

static gboolean
check_structure (Check *check, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (comark_migrations_check_structure (check->sql, &problem))
    return TRUE;
  return forgive_damage (check, "the file", g_steal_pointer (&problem), error);
}

static gboolean
check_references (Check *check, GError **error)
{
  g_autoptr (ComarkStatement) st = NULL;
  gboolean row;

  if (comark_sql_get_engine (check->sql) != COMARK_SQL_SQLITE)
    return TRUE;
  st = comark_sql_query (check->sql, error,
                         "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check"
                         " GROUP BY 1, 2", NULL);
  if (st == NULL)
    return FALSE;
  while (comark_statement_step (st, &row, error))
    {
      g_autofree char *where = NULL, *what = NULL;

      if (!row)
        return TRUE;
      where = g_strdup_printf ("table “%s”", comark_statement_column_text (st, 0));
      what = g_strdup_printf ("%d of its rows belong to something in “%s” that is not there",
                              (int) comark_statement_column_int (st, 2),
                              comark_statement_column_text (st, 1));
      find (check, where, what);
    }
  return FALSE;
}

static gboolean
check_log (Check *check, GError **error)
{
  g_autofree char *where = NULL;
  gint64 bad_seq;

  if (!comark_log_verify (check->sql, NULL, &bad_seq, check->cancellable, error))
    return FALSE;
  if (bad_seq == 0)
    return TRUE;
  where = g_strdup_printf ("log entry %" G_GINT64_FORMAT, bad_seq);
  find (check, where, "it, or one before it, was changed or removed after it was written");
  return TRUE;
}

static gpointer
read_hash (ComarkStatement *st, gpointer data, GError **error)
{
  return g_strdup (comark_statement_column_text (st, 0));
}

/* Writes nothing anywhere: only the hash counts. */
static gboolean
check_blob (Check *check, const char *hash, GError **error)
{
  g_autofree char *where = g_strdup_printf ("attachment %.16s…", hash);
  g_autoptr (GError) problem = NULL;

  if (comark_blobs_verify (check->sql, hash, check->cancellable, &problem))
    return TRUE;
  return forgive_damage (check, where, g_steal_pointer (&problem), error);
}

static gboolean
check_blobs (Check *check, GError **error)
{
  g_autoptr (GPtrArray) hashes
    = comark_sql_collect (check->sql, read_hash, NULL, g_free, error,
                          "SELECT hash FROM blob_store WHERE complete = 1 ORDER BY hash", NULL);

  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < hashes->len && !is_full (check); i++)
    if (!check_blob (check, g_ptr_array_index (hashes, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_invariant (Check *check, const ComarkInvariant *invariant, GError **error)
{
  g_autoptr (ComarkStatement) st = comark_sql_query (check->sql, error, invariant->sql, NULL);
  gboolean row;

  if (st == NULL)
    return FALSE;
  while (!is_full (check))
    {
      const char *where;

      if (!comark_statement_step (st, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      where = comark_statement_column_text (st, 0);
      find (check, where ? where : invariant->name, invariant->sentence);
    }
  return TRUE;
}

static gboolean
check_invariants (Check *check, GError **error)
{
  for (const ComarkInvariant *rule = comark_invariants; rule->name != NULL; rule++)
    if (!check_invariant (check, rule, error))
      return FALSE;
  return TRUE;
}

typedef gboolean (*CheckFunc) (Check *check, GError **error);

static const struct
{
  const char *where;
  CheckFunc func;
} checks[] = {
  { "the file", check_pages },      { "the file", check_structure },
  { "the file", check_references }, { "the log", check_log },
  { "attachments", check_blobs },   { "the file", check_invariants },
};

GPtrArray *
comark_store_check (ComarkSql *sql, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings
    = g_ptr_array_new_with_free_func ((GDestroyNotify) comark_finding_free);
  Check check = { sql, findings, cancellable };

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      GError *problem = NULL;

      if (!checks[i].func (&check, &problem)
          && !forgive_damage (&check, checks[i].where, problem, error))
        return NULL;
    }
  return g_steal_pointer (&findings);
}
