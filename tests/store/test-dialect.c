/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What may be written for both engines (data.md 2): each text gives the very same rows on each.
 * What only one of them takes is in the second table, so that nobody need find out again.
 */
#include "comark-sql-private.h"
#include "store-fixture.h"

static const char setup[]
  = "CREATE TABLE t (id @ID@ NOT NULL PRIMARY KEY, a @INT64@ NOT NULL, b TEXT, c @REAL@,"
    " flag @BOOL@ NOT NULL DEFAULT 0 CHECK (flag IN (0, 1)), rev @INT64@ NOT NULL DEFAULT 1,"
    " twice @INT64@ GENERATED ALWAYS AS (a * 2) STORED) @STRICT@;\n"
    "CREATE UNIQUE INDEX t_one ON t (b) WHERE flag = 1;\n"
    "CREATE INDEX t_fold ON t (lower(b));\n"
    "CREATE TABLE u (t @ID@ NOT NULL REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED,"
    " n @INT64@ NOT NULL, PRIMARY KEY (t, n)) @STRICT@;\n"
    "CREATE VIEW v AS SELECT a, b FROM t WHERE flag = 1;\n";

/* Five rows: a 1…5, b "v1".."v4" and NULL, c a / 2.0, flag on odd ones. */
static void
fill (ComarkSql *sql)
{
  g_autoptr (GError) error = NULL;

  for (int a = 1; a <= 5; a++)
    {
      ComarkId id = { { (guint8) a } };
      g_autofree char *b = a < 5 ? g_strdup_printf ("v%d", a) : NULL;

      comark_sql_exec (sql, &error, "INSERT INTO t (id, a, b, c, flag) VALUES ($1, $2, $3, $4, $5)",
                       "kntdn", &id, a, b, a / 2.0, a % 2);
      g_assert_no_error (error);
      for (int n = 0; n < a; n++)
        comark_sql_exec (sql, &error, "INSERT INTO u (t, n) VALUES ($1, $2)", "kn", &id, n);
      g_assert_no_error (error);
    }
}

static ComarkSql *
open_filled (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();

  comark_sql_run_script (sql, setup, &error);
  g_assert_no_error (error);
  fill (sql);
  return sql;
}

static void
append_value (GString *rows, const ComarkSqlValue *value)
{
  switch (value->type)
    {
    case COMARK_SQL_NULL:
      g_string_append (rows, "-");
      break;
    case COMARK_SQL_INT:
      g_string_append_printf (rows, "%" G_GINT64_FORMAT, value->number);
      break;
    case COMARK_SQL_DOUBLE:
      g_string_append_printf (rows, "%.3f", value->real);
      break;
    case COMARK_SQL_TEXT:
      g_string_append_len (rows, value->data, (gssize) value->length);
      break;
    case COMARK_SQL_BYTES:
    default:
      g_string_append_printf (rows, "<%d>", ((const guint8 *) value->data)[0]);
      break;
    }
}

/* "1,v1;2,v2" */
static char *
rows_of (ComarkSql *sql, const char *text, guint n_columns)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkStatement) st = comark_sql_query (sql, &error, text, NULL);
  GString *rows = g_string_new (NULL);
  gboolean row = st != NULL;

  while (row && comark_statement_step (st, &row, &error) && row)
    {
      if (rows->len > 0)
        g_string_append_c (rows, ';');
      for (guint i = 0; i < n_columns; i++)
        {
          ComarkSqlValue value;

          if (i > 0)
            g_string_append_c (rows, ',');
          g_assert_true (sql->klass->column (st, i, &value));
          append_value (rows, &value);
        }
    }
  if (error != NULL)
    g_string_assign (rows, "refused");
  return g_string_free (rows, FALSE);
}

static void
test_same_rows (void)
{
  static const struct
  {
    const char *text;
    guint n_columns;
    const char *rows;
  } cases[] = {
    { "SELECT a, b FROM t ORDER BY a DESC LIMIT 2", 2, "5,-;4,v4" },
    { "SELECT a FROM t ORDER BY b DESC NULLS LAST, a", 1, "4;3;2;1;5" },
    { "SELECT a FROM t ORDER BY b NULLS FIRST", 1, "5;1;2;3;4" },
    { "SELECT a, twice, c FROM t WHERE id = (SELECT id FROM t WHERE a = 2)", 3, "2,4,1.000" },
    { "SELECT count(*), count(b), min(b), max(a) FROM t", 4, "5,4,v1,5" },
    { "SELECT CAST(sum(a) AS BIGINT), CAST(avg(c) AS DOUBLE PRECISION) FROM t", 2, "15,1.500" },
    { "SELECT count(*) FILTER (WHERE flag = 1) FROM t", 1, "3" },
    { "SELECT a FROM t WHERE b IS NOT DISTINCT FROM NULL", 1, "5" },
    { "SELECT a FROM t WHERE (a, id) < (3, (SELECT id FROM t WHERE a = 3)) ORDER BY a", 1, "1;2" },
    { "SELECT a, row_number() OVER (ORDER BY a DESC) FROM t ORDER BY a LIMIT 2", 2, "1,5;2,4" },
    { "SELECT a, lag(a) OVER (ORDER BY a) FROM t ORDER BY a LIMIT 2", 2, "1,-;2,1" },
    { "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3)"
      " SELECT n FROM c ORDER BY n", 1, "1;2;3" },
    { "WITH m AS MATERIALIZED (SELECT a FROM t) SELECT count(*) FROM m", 1, "5" },
    { "SELECT t.a, count(u.n) FROM t LEFT JOIN u ON u.t = t.id GROUP BY t.a ORDER BY t.a", 2,
      "1,1;2,2;3,3;4,4;5,5" },
    { "SELECT x.a, y.a FROM t x FULL JOIN t y ON y.a = x.a + 1 ORDER BY x.a NULLS FIRST", 2,
      "-,1;1,2;2,3;3,4;4,5;5,-" },
    { "SELECT length(b), substr(b, 2, 1), b || '!' FROM t WHERE a = 1", 3, "2,1,v1!" },
    { "SELECT coalesce(b, 'none'), CASE WHEN flag = 1 THEN 'on' ELSE 'off' END FROM t"
      " WHERE a > 3 ORDER BY a", 2, "v4,off;none,on" },
    { "SELECT EXISTS (SELECT 1 FROM t WHERE a = 9)", 1, "0" },
    { "SELECT a FROM t WHERE a IN (SELECT n FROM u) ORDER BY a", 1, "1;2;3;4" },
    { "SELECT a FROM v ORDER BY a", 1, "1;3;5" },
    { "SELECT a FROM t WHERE a % 2 = 0 UNION ALL SELECT 9 ORDER BY 1", 1, "2;4;9" },
    { "INSERT INTO t (id, a, b, flag) SELECT id, 9, 'x', 0 FROM t WHERE true"
      " ON CONFLICT (id) DO NOTHING RETURNING a", 1, "" },
    { "INSERT INTO t (id, a) SELECT id, 7 FROM t WHERE a = 1"
      " ON CONFLICT (id) DO UPDATE SET rev = t.rev + excluded.a RETURNING a, rev", 2, "1,8" },
    { "UPDATE t SET rev = rev + 1 WHERE a = 2 RETURNING rev", 1, "2" },
    { "UPDATE t SET b = s.b || 's' FROM (SELECT id, b FROM t) AS s WHERE s.id = t.id"
      " AND t.a = 4 RETURNING t.b", 1, "v4s" },
    { "DELETE FROM u WHERE n > 2 RETURNING n", 1, "3;3;4" },
    { "SELECT CAST(a AS TEXT), CAST('12' AS BIGINT) FROM t WHERE a = 1", 2, "1,12" },
    { "SELECT 'a' < 'b', 'B' < 'a', 'é' = 'é'", 3, "1,1,1" },
    { "SELECT b FROM t WHERE b IS NOT NULL ORDER BY lower(b) LIMIT 1", 1, "v1" },
    { "SELECT nullif(a, 1), abs(-a), a / 2 FROM t WHERE a <= 3 ORDER BY a", 3,
      "-,1,0;2,2,1;3,3,1" },
  };
  ComarkSql *sql = open_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = rows_of (sql, cases[i].text, cases[i].n_columns);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
  comark_fixture_close (sql);
}

static void
test_same_refusals (void)
{
  static const struct
  {
    const char *text;
    ComarkStoreError code;
  } cases[] = {
    { "INSERT INTO t (id, a) SELECT id, 1 FROM t WHERE a = 1", COMARK_STORE_ERROR_UNIQUE },
    { "UPDATE t SET b = 'v1' WHERE a = 3", COMARK_STORE_ERROR_UNIQUE },
    { "UPDATE t SET flag = 2", COMARK_STORE_ERROR_CONSTRAINT },
    { "UPDATE t SET a = NULL", COMARK_STORE_ERROR_CONSTRAINT },
    { "DELETE FROM t", COMARK_STORE_ERROR_CONSTRAINT },
    { "SELECT nothing FROM t", COMARK_STORE_ERROR_SQL },
    { "SELECT a FROM nowhere", COMARK_STORE_ERROR_SQL },
    { "SELECT a FROM t WHERE", COMARK_STORE_ERROR_SQL },
  };
  ComarkSql *sql = open_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (comark_sql_exec (sql, &error, cases[i].text, NULL), ==, -1);
      comark_fixture_assert_error (&error, cases[i].code);
    }
  comark_fixture_close (sql);
}

/* Not to be used: one engine refuses each. If this fails, an engine has learned something. */
static void
test_only_one_takes (void)
{
  static const struct
  {
    const char *text;
    gboolean sqlite, postgres;
  } cases[] = {
    { "SELECT max(1, 2)", TRUE, FALSE },
    { "SELECT group_concat(b, ',') FROM t", TRUE, FALSE },
    { "SELECT a, b FROM t GROUP BY a", TRUE, FALSE },
    { "SELECT a FROM t LIMIT -1", TRUE, FALSE },
    { "SELECT DISTINCT ON (flag) a FROM t", FALSE, TRUE },
    { "SELECT string_agg(b, ',') FROM t", FALSE, TRUE },
    { "SELECT GREATEST(1, 2)", FALSE, TRUE },
    { "SELECT a FROM t FOR UPDATE", FALSE, TRUE },
    { "SELECT 1 / 0", TRUE, FALSE },
  };
  ComarkSql *sql = open_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = rows_of (sql, cases[i].text, 0);
      gboolean taken = !g_str_equal (rows, "refused");

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (taken, ==,
                       comark_fixture_is_postgres () ? cases[i].postgres : cases[i].sqlite);
    }
  comark_fixture_close (sql);
}

static void
test_now_is_milliseconds (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  g_autofree char *text = comark_sql_expand (sql->klass, "SELECT @NOW@");
  gint64 now;

  g_assert_true (comark_sql_query_int (sql, &now, &error, text, NULL));
  g_assert_cmpint (ABS (now - g_get_real_time () / 1000), <, 5000);
  comark_fixture_close (sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dialect/same-rows", test_same_rows);
  g_test_add_func ("/dialect/same-refusals", test_same_refusals);
  g_test_add_func ("/dialect/only-one-takes", test_only_one_takes);
  g_test_add_func ("/dialect/now-is-milliseconds", test_now_is_milliseconds);
  return g_test_run ();
}
