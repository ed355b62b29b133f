/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-ratings-table.h"

#include <string.h>

/* The table as text: categories, then the rows: "0 1 2|1 .|. 0". */
static char *
show (const ComarkRatingsTable *table)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < table->categories->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            g_array_index (table->categories, ComarkCategory, i).text);
  for (guint u = 0; u < comark_ratings_table_n_units (table); u++)
    for (guint r = 0; r < comark_ratings_table_n_raters (table); r++)
      {
        int cell = comark_ratings_table_cell (table, u, r);
        g_string_append_c (out, r == 0 ? '|' : ' ');
        if (cell == COMARK_RATINGS_TABLE_BLANK)
          g_string_append_c (out, '.');
        else
          g_string_append_printf (out, "%d", cell);
      }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_reads (void)
{
  static const struct { const char *text, *shown; gboolean numeric; } cases[] = {
    { "u,A,B\n1,3,4\n2,,3\n", "3 4|0 1|. 0", TRUE },
    { "u,A,B\r\n1,3,4\r\n2,,3", "3 4|0 1|. 0", TRUE },
    { "\xef\xbb\xbfu,A,B\n1,3,4\n", "3 4|0 1", TRUE },
    { "u,A,B\n\n1,3,4\n\n\n", "3 4|0 1", TRUE },                   /* empty lines */
    { "u,A,B\n1,10,9\n2,-1,9\n", "-1 9 10|2 1|0 1", TRUE },         /* by value, not by letter */
    { "u,A,B\n1,3,3.0\n2,+3,4\n", "3 4|0 0|0 1", TRUE },            /* the same number */
    { "u,A,B\n1, 3 ,\t4\n", "3 4|0 1", TRUE },
    { "u,A,B\n1,?,n/a\n2,3,4\n", "3 4|. .|0 1", TRUE },
    { "u,A,B\n1,b,a\n2,,b\n", "a b|1 0|. 1", FALSE },
    { "u,A,B\n1,1,x\n", "1 x|0 1", FALSE },                         /* one word: all are words */
    { "u,A,B\n1,0x3,4\n", "0x3 4|0 1", FALSE },
    { "u,A,B\n1,nan,inf\n", "inf nan|1 0", FALSE },
    { "u,A,B\n1,1e400,4\n", "1e400 4|0 1", FALSE },
    { "\"u\",\"A, first\",\"B \"\"b\"\"\"\n\"1\n2\",\"3\",4\n", "3 4|0 1", TRUE },
    { "u,A\nx,\n", "|.", TRUE },
    { "u,A,B\r1,3,4\r", "3 4|0 1", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ComarkRatingsTable) table =
        comark_ratings_table_parse (cases[i].text, strlen (cases[i].text), &error);
      g_autofree char *shown = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      shown = show (table);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpint (table->is_numeric, ==, cases[i].numeric);
    }
}

static void
test_names (void)
{
  const char *text = "\"u\",\"A, first\",\"B \"\"b\"\"\"\n\"1\n2\",\"3\",4\n";
  g_autoptr (ComarkRatingsTable) table = comark_ratings_table_parse (text, strlen (text), NULL);

  g_assert_cmpstr (g_ptr_array_index (table->raters, 0), ==, "A, first");
  g_assert_cmpstr (g_ptr_array_index (table->raters, 1), ==, "B \"b\"");
  g_assert_cmpstr (g_ptr_array_index (table->units, 0), ==, "1\n2");
}

static void
test_refuses (void)
{
  static const struct { const char *text; gsize length; const char *start; } cases[] = {
    { "", 0, "Line 1: there is no rater" },
    { "u\n1\n", 0, "Line 1: there is no rater" },
    { "u,A,B\n", 0, "Line 2: there is no row" },
    { "u,A,B\n1,3\n", 0, "Line 2: fewer cells" },
    { "u,A,B\n1,3,4\n2,3,4,5\n", 0, "Line 3: more cells" },
    { "u,A,B\n1,3,4\n2;3;4\n", 0, "Line 3: fewer cells" },
    { "u,A,B\n\"1\n1\",3,4\n2,3\n", 0, "Line 4: fewer cells" }, /* quoted line ends count */
    { "u,A,B\n1,\"3,4\n2,3,4\n", 0, "Line 2: a quotation mark opens here" },
    { "u,A,B\n1,\"3\"x,4\n", 0, "Line 2: something stands between" },
    { "u,A,B\n1,3\"4\",4\n", 0, "Line 2: a quotation mark in the middle" },
    { "u,A,B\n1,3,\xff\n", 0, "Line 2: this is not UTF-8" },
    { "u,A,B\n1,3,\0004\n", 13, "Line 2: this is not UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].text);

      g_assert_null (comark_ratings_table_parse (cases[i].text, length, &error));
      g_assert_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_INVALID);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].start));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
assert_limit (GString *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (comark_ratings_table_parse (text->str, text->len, &error));
  g_assert_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_LIMIT);
}

static void
test_limits (void)
{
  g_autoptr (GString) wide = g_string_new ("u");
  g_autoptr (GString) tall = g_string_new ("u,A\n");
  g_autoptr (GString) many = g_string_new ("u,A\n");
  g_autoptr (GString) cell = g_string_new ("u,A\n1,");
  g_autoptr (GString) big = g_string_sized_new (COMARK_RATINGS_TABLE_MAX_BYTES + 2);

  for (guint i = 0; i <= COMARK_RATINGS_TABLE_MAX_RATERS; i++)
    g_string_append (wide, ",r");
  for (guint i = 0; i <= COMARK_RATINGS_TABLE_MAX_UNITS; i++)
    g_string_append (tall, "x,1\n");
  for (guint i = 0; i <= COMARK_RATINGS_TABLE_MAX_CATEGORIES; i++)
    g_string_append_printf (many, "x,%u\n", i);
  for (guint i = 0; i <= COMARK_RATINGS_TABLE_MAX_CELL; i++)
    g_string_append_c (cell, '1');
  while (big->len <= COMARK_RATINGS_TABLE_MAX_BYTES)
    g_string_append (big, "u,A\n");
  assert_limit (wide);
  assert_limit (tall);
  assert_limit (many);
  assert_limit (cell);
  assert_limit (big);
}

/* Every prefix of a table is either a table or a sentence, never a crash. */
static void
test_cut_anywhere (void)
{
  const char *text = "\"u\",\"A, \"\"x\"\"\",B\r\n1,\"3\n\",4\r\n2,?,n/a\n";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (text, length); /* exact, so that ASan sees an overrun */
      g_autoptr (ComarkRatingsTable) table =
        comark_ratings_table_parse (length > 0 ? copy : "", length, &error);

      g_assert_true ((table == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ratings-table/reads", test_reads);
  g_test_add_func ("/ratings-table/names-keep-commas-and-quotes", test_names);
  g_test_add_func ("/ratings-table/refuses-with-the-line", test_refuses);
  g_test_add_func ("/ratings-table/limits", test_limits);
  g_test_add_func ("/ratings-table/cut-anywhere", test_cut_anywhere);
  return g_test_run ();
}
