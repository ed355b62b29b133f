/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Folding, and finding with it. The expected answers are the same on both engines.
 */
#include <string.h>

#include "comark-fold.h"
#include "comark-search.h"
#include "store-fixture.h"

static void
test_folds (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "Café CAFÉ cafe", "cafe cafe cafe" },
    { "Cafe\xcc\x81", "cafe" },
    { "Nguyễn Thị", "nguyen thi" },
    { "Straße STRASSE", "strasse strasse" },
    { "ﬁnance oﬃce", "finance office" },
    { "½ of it", "1 2 of it" },
    { "C++ and C#", "c and c" },
    { "co-production", "co production" },
    { "don’t", "don t" },
    { "ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ" },
    { "İstanbul", "istanbul" },
    { "Åse Øystein", "ase øystein" },
    { "日本語テキスト", "日本語テキスト" },
    { "Ｆｕｌｌ ｗｉｄｔｈ", "full width" },
    { "٣ من ١٢", "3 من 12" },
    { "a\tb\nc", "a b c" },
    { "x² + y₁", "x2 y1" },
    { "ℌello", "hello" },
    { "ΰ", "υ" },
    { "…—“”", "" },
    { "", "" },
    { "emoji 🎉 here", "emoji here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = comark_fold (cases[i].text), *again = comark_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
  {
    g_autofree char *nothing = comark_fold (NULL), *bad = comark_fold ("\xff");
    g_assert_cmpstr (nothing, ==, "");
    g_assert_cmpstr (bad, ==, "");
  }
}

static const struct
{
  const char *title, *body;
  ComarkAudience audience;
} texts[] = {
  { "Safe discharge policy", "Going home from the ward: the café, the Nguyễn family, C++ and ½.",
    COMARK_AUDIENCE_ALL },
  { "Leaflet: talking therapies", "How to ask. Straße. Policy words live in other places.",
    COMARK_AUDIENCE_ALL },
  { "Note of the panel", "What the panel says about discharge, for its members alone.",
    COMARK_AUDIENCE_PANEL },
  { "日本語の案内", "テキスト version 12e5x 0x10 1.5 a@b.org https://example.org/path 007 1st",
    COMARK_AUDIENCE_ALL },
  { "Σίσυφος", "'quoted' \"double\" & | ! ( ) <-> :* * AND OR NOT NEAR the end",
    COMARK_AUDIENCE_ALL },
};

static ComarkId ids[G_N_ELEMENTS (texts)];

static gboolean
put_all (ComarkSql *sql, gpointer data, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ids[i] = comark_id_new ();
      if (!comark_search_put (sql, &ids[i], "submission", &ids[i], texts[i].audience,
                              texts[i].title, texts[i].body, error))
        return FALSE;
    }
  return TRUE;
}

static ComarkSql *
open_with_texts (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();

  comark_sql_transaction (sql, COMARK_SQL_WRITE, put_all, NULL, &error);
  g_assert_no_error (error);
  return sql;
}

/* The numbers of the texts found, in order: "02". */
static char *
find (ComarkSql *sql, const char *words, ComarkAudience audience)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = comark_search_query (sql, words, audience, 50, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
      if (comark_id_equal (&((ComarkHit *) g_ptr_array_index (hits, i))->entity, &ids[j]))
        g_string_append_printf (found, "%d", (int) j);
  return g_string_free (found, FALSE);
}

static void
test_finds (void)
{
  static const struct
  {
    const char *words, *owner, *panel;
  } cases[] = {
    { "discharge", "0", "02" },
    { "DISCHARGE pol", "0", "0" },
    { "policy", "01", "01" },
    { "cafe", "0", "0" },
    { "CAFÉ nguyen", "0", "0" },
    { "nguyễn", "0", "0" },
    { "c++", "0", "0" },
    { "½", "0", "0" },
    { "1 2", "0", "0" },
    { "strasse", "1", "1" },
    { "straß", "1", "1" },
    { "日本", "3", "3" },
    { "本語", "", "" },
    { "テキスト", "3", "3" },
    { "12e5x", "3", "3" },
    { "12e5", "3", "3" },
    { "0x10", "3", "3" },
    { "1.5", "3", "3" },
    { "a@b.org", "3", "3" },
    { "example.org/path", "3", "3" },
    { "007", "3", "3" },
    { "1st", "3", "3" },
    { "σισυφος", "4", "4" },
    { "ΣΊΣΥ", "4", "4" },
    { "quoted", "4", "4" },
    { "\"quoted\"", "4", "4" },
    { "' & | ! ( ) :*", "", "" },
    { "AND OR NOT NEAR", "4", "4" },
    { "end*", "4", "4" },
    { "ischarge", "", "" },
    { "disch panel", "", "" },
    { "discharge panel", "", "2" },
    { "the the the", "40", "240" },
    { "", "", "" },
    { "   ", "", "" },
    { "-", "", "" },
    { "title_fold", "", "" },
    { "nothing like this", "", "" },
  };
  ComarkSql *sql = open_with_texts ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *owner = find (sql, cases[i].words, COMARK_AUDIENCE_ALL);
      g_autofree char *panel = find (sql, cases[i].words, COMARK_AUDIENCE_PANEL);

      g_test_message ("%s: %s %s", cases[i].words, owner, panel);
      g_assert_cmpstr (owner, ==, cases[i].owner);
      g_assert_cmpstr (panel, ==, cases[i].panel);
    }
  comark_fixture_close (sql);
}

static void
test_hostile_words_are_only_words (void)
{
  static const char *const words[]
    = { "\xff", "a\"b", "a'b", "title_fold:x", "{a b}:c", "x^", "NEAR(a b)", "a\\'", "$1",
        "'; DROP TABLE log; --", "\xef\xbb\xbf", "\xe2\x80\xae" "abc" };
  g_autofree char *longest = g_strnfill (100000, 'x');
  ComarkSql *sql = open_with_texts ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_free (find (sql, words[i], COMARK_AUDIENCE_ALL));
  g_free (find (sql, longest, COMARK_AUDIENCE_ALL));
  comark_fixture_close (sql);
}

static void
test_snippets_are_of_the_original (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) body = NULL, title = NULL;
  ComarkSql *sql = open_with_texts ();
  ComarkHit *hit;

  body = comark_search_query (sql, "nguyen", COMARK_AUDIENCE_ALL, 5, &error);
  hit = g_ptr_array_index (body, 0);
  g_assert_nonnull (strstr (hit->snippet, "Nguyễn family, C++"));
  g_assert_cmpstr (hit->title, ==, "Safe discharge policy");
  g_assert_cmpstr (hit->kind, ==, "submission");
  title = comark_search_query (sql, "safe", COMARK_AUDIENCE_ALL, 5, &error);
  hit = g_ptr_array_index (title, 0);
  g_assert_cmpstr (hit->snippet, ==, "");
  comark_fixture_close (sql);
}

static gboolean
put_long (ComarkSql *sql, gpointer data, GError **error)
{
  ComarkId id = comark_id_new ();
  GString *body = g_string_new (NULL);
  gboolean ok;

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (body, "word%d line\nof text, ", i);
  g_string_append (body, "needle at the end");
  ok = comark_search_put (sql, &id, "document", &id, COMARK_AUDIENCE_ALL, NULL, body->str, error);
  g_string_free (body, TRUE);
  return ok;
}

static void
test_long_documents_are_taken (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  ComarkSql *sql = open_with_texts ();
  ComarkHit *hit;

  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, put_long, NULL, &error));
  g_assert_no_error (error);
  hits = comark_search_query (sql, "word20000", COMARK_AUDIENCE_ALL, 5, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_true (g_str_has_prefix (hit->snippet, "…") && g_str_has_suffix (hit->snippet, "…"));
  g_assert_null (strchr (hit->snippet, '\n'));
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <, 220);
  comark_fixture_close (sql);
}

static gboolean
change_texts (ComarkSql *sql, gpointer data, GError **error)
{
  return comark_search_put (sql, &ids[0], "submission", &ids[0], COMARK_AUDIENCE_PANEL,
                            "Other title", "other body", error)
         && comark_search_remove (sql, &ids[1], error);
}

static void
test_changed_and_removed_are_forgotten (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL, *renewed = NULL, *removed = NULL, *hidden = NULL;
  ComarkSql *sql = open_with_texts ();

  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, change_texts, NULL, &error));
  old = find (sql, "nguyen", COMARK_AUDIENCE_PANEL);
  removed = find (sql, "strasse", COMARK_AUDIENCE_PANEL);
  renewed = find (sql, "other body", COMARK_AUDIENCE_PANEL);
  hidden = find (sql, "other body", COMARK_AUDIENCE_ALL);
  g_assert_cmpstr (old, ==, "");
  g_assert_cmpstr (removed, ==, "");
  g_assert_cmpstr (renewed, ==, "0");
  g_assert_cmpstr (hidden, ==, "");
  comark_fixture_close (sql);
}

static void
test_submissions_each_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL, few = NULL, none = NULL;
  ComarkSql *sql = open_with_texts ();

  found = comark_search_submissions (sql, "policy", COMARK_AUDIENCE_ALL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (comark_id_equal (&g_array_index (found, ComarkId, 0), &ids[1]));
  few = comark_search_submissions (sql, "policy", COMARK_AUDIENCE_ALL, 1, &error);
  g_assert_cmpuint (few->len, ==, 1);
  none = comark_search_submissions (sql, "!", COMARK_AUDIENCE_ALL, 1, &error);
  g_assert_cmpuint (none->len, ==, 0);
  comark_fixture_close (sql);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/folds", test_folds);
  g_test_add_func ("/search/finds", test_finds);
  g_test_add_func ("/search/hostile-words-are-only-words", test_hostile_words_are_only_words);
  g_test_add_func ("/search/snippets-are-of-the-original", test_snippets_are_of_the_original);
  g_test_add_func ("/search/long-documents-are-taken", test_long_documents_are_taken);
  g_test_add_func ("/search/changed-and-removed-are-forgotten",
                   test_changed_and_removed_are_forgotten);
  g_test_add_func ("/search/submissions-each-once", test_submissions_each_once);
  return g_test_run ();
}
