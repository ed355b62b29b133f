/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The engines' own ways to cut and fold words differ; here they get words that need neither
 * (FTS5's "ascii" tokenizer takes every byte above 0x7f, and PostgreSQL's vector is built of an
 * array), so that they cannot disagree.
 */
#include "comark-search.h"

#include <string.h>

#include "comark-fold.h"
#include "comark-limits.h"

/* More words than that are not looked for. */
#define MAX_WORDS 12

/* Folded words of one text, each once: no position is ever asked for. */
#define MAX_WORDS_BYTES (256 * 1024)

/* Characters of a snippet before and after the first word found. */
#define SNIPPET_BEFORE 60
#define SNIPPET_AFTER 120

static const char *
audience_text (ComarkAudience audience)
{
  return audience == COMARK_AUDIENCE_PANEL ? "panel" : "all";
}

/* --- what is stored --- */

typedef struct
{
  GHashTable *seen;
  GString *all;
} Words;

static gboolean
add_new_word (const char *word, gsize start, gsize end, gpointer data)
{
  Words *words = data;

  if (!g_hash_table_add (words->seen, g_strdup (word)))
    return TRUE;
  if (words->all->len > 0)
    g_string_append_c (words->all, ' ');
  g_string_append (words->all, word);
  return words->all->len < MAX_WORDS_BYTES;
}

static char *
words_of (const char *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words words = { seen, g_string_new (NULL) };

  comark_fold_words (text, add_new_word, &words);
  return g_string_free (words.all, FALSE);
}

static char *
cut (const char *text)
{
  if (text == NULL)
    return g_strdup ("");
  if (g_utf8_validate (text, -1, NULL)
      && g_utf8_strlen (text, -1) > COMARK_LIMIT_SEARCH_CHARACTERS)
    return g_utf8_substring (text, 0, COMARK_LIMIT_SEARCH_CHARACTERS);
  return g_strdup (text);
}

/* FTS5 forgets a row only if told exactly what it was. The schema may not do that itself: with
 * TRUSTED_SCHEMA off no trigger may touch a virtual table. */
static gboolean
forget_words (ComarkSql *sql, const ComarkId *entity, GError **error)
{
  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE)
    return TRUE;
  return comark_sql_exec (sql, error,
                          "INSERT INTO search_fts (search_fts, rowid, title_fold, body_fold)"
                          " SELECT 'delete', rid, title_fold, body_fold FROM search_doc"
                          " WHERE entity = $1", "k", entity) >= 0;
}

static gboolean
learn_words (ComarkSql *sql, const ComarkId *entity, GError **error)
{
  if (comark_sql_get_engine (sql) != COMARK_SQL_SQLITE)
    return TRUE;
  return comark_sql_exec (sql, error,
                          "INSERT INTO search_fts (rowid, title_fold, body_fold)"
                          " SELECT rid, title_fold, body_fold FROM search_doc"
                          " WHERE entity = $1", "k", entity) >= 0;
}

gboolean
comark_search_remove (ComarkSql *sql, const ComarkId *entity, GError **error)
{
  g_return_val_if_fail (comark_sql_in_transaction (sql), FALSE);

  return forget_words (sql, entity, error)
         && comark_sql_exec (sql, error, "DELETE FROM search_doc WHERE entity = $1", "k", entity)
              >= 0;
}

gboolean
comark_search_put (ComarkSql *sql, const ComarkId *submission, const char *kind,
                   const ComarkId *entity, ComarkAudience audience, const char *title,
                   const char *body, GError **error)
{
  g_autofree char *short_title = cut (title), *short_body = cut (body);
  g_autofree char *title_words = words_of (short_title), *body_words = words_of (short_body);

  return comark_search_remove (sql, entity, error)
         && comark_sql_exec (sql, error,
                             "INSERT INTO search_doc (submission, kind, entity, audience, title,"
                             " body, title_fold, body_fold)"
                             " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                             "ktkttttt", submission, kind, entity, audience_text (audience),
                             short_title, short_body, title_words, body_words) == 1
         && learn_words (sql, entity, error);
}

/* --- what is asked --- */

static gboolean
collect_word (const char *word, gsize start, gsize end, gpointer data)
{
  GPtrArray *words = data;

  g_ptr_array_add (words, g_strdup (word));
  return words->len < MAX_WORDS;
}

static GPtrArray *
read_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  comark_fold_words (text, collect_word, words);
  return words;
}

/* Words are letters and digits: there is nothing to escape. */
static char *
write_expression (ComarkSql *sql, GPtrArray *words, gboolean title_only)
{
  gboolean sqlite = comark_sql_get_engine (sql) == COMARK_SQL_SQLITE;
  GString *expression = g_string_new (sqlite && title_only ? "title_fold : (" : "");

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      gboolean last = i + 1 == words->len;

      if (i > 0)
        g_string_append (expression, sqlite ? " AND " : " & ");
      if (sqlite)
        g_string_append_printf (expression, "\"%s\"%s", word, last ? "*" : "");
      else
        g_string_append_printf (expression, "'%s'%s", word, last ? ":*" : "");
    }
  if (sqlite && title_only)
    g_string_append_c (expression, ')');
  return g_string_free (expression, FALSE);
}

#define HIT_COLUMNS "d.submission, d.kind, d.entity, d.title, d.body"
#define MAY_SEE " AND (d.audience = 'all' OR d.audience = $2)"

static const char *
hits_text (ComarkSql *sql, gboolean title_only)
{
  if (comark_sql_get_engine (sql) == COMARK_SQL_SQLITE)
    return "SELECT " HIT_COLUMNS " FROM search_fts f JOIN search_doc d ON d.rid = f.rowid"
           " WHERE search_fts MATCH $1" MAY_SEE " ORDER BY f.rowid DESC LIMIT $3";
  if (title_only)
    return "SELECT " HIT_COLUMNS " FROM search_doc d"
           " WHERE d.title_words @@ CAST(CAST($1 AS TEXT) AS tsquery)" MAY_SEE
           " ORDER BY d.rid DESC LIMIT $3";
  return "SELECT " HIT_COLUMNS " FROM search_doc d"
         " WHERE d.words @@ CAST(CAST($1 AS TEXT) AS tsquery)" MAY_SEE
         " ORDER BY d.rid DESC LIMIT $3";
}

/* --- snippets --- */

typedef struct
{
  GPtrArray *words;
  gboolean found;
  gsize start, end;
} Spot;

static gboolean
find_spot (const char *word, gsize start, gsize end, gpointer data)
{
  Spot *spot = data;

  for (guint i = 0; i < spot->words->len && !spot->found; i++)
    {
      const char *wanted = g_ptr_array_index (spot->words, i);
      gboolean last = i + 1 == spot->words->len;

      spot->found = last ? g_str_has_prefix (word, wanted) : g_str_equal (word, wanted);
    }
  spot->start = start;
  spot->end = end;
  return !spot->found;
}

static const char *
step_back (const char *text, const char *at, int n)
{
  while (n-- > 0 && at > text)
    at = g_utf8_prev_char (at);
  return at;
}

static const char *
step_on (const char *at, int n)
{
  while (n-- > 0 && *at != '\0')
    at = g_utf8_next_char (at);
  return at;
}

/* A line: whatever divides lines, and controls, become one blank. */
static char *
one_line (const char *from, const char *to)
{
  GString *line = g_string_new (NULL);

  for (const char *at = from; at < to; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_isspace (character) && !g_unichar_iscntrl (character))
        g_string_append_unichar (line, character);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_strchomp (g_string_free (line, FALSE));
}

static char *
make_snippet (const char *body, GPtrArray *words)
{
  Spot spot = { words };
  const char *from, *to;
  g_autofree char *line = NULL;

  comark_fold_words (body, find_spot, &spot);
  if (!spot.found)
    return g_strdup ("");
  from = step_back (body, body + spot.start, SNIPPET_BEFORE);
  to = step_on (body + spot.end, SNIPPET_AFTER);
  line = one_line (from, to);
  return g_strconcat (from > body ? "…" : "", line, *to != '\0' ? "…" : "", NULL);
}

/* --- answers --- */

void
comark_hit_free (ComarkHit *hit)
{
  g_free (hit->kind);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static ComarkHit *
read_hit (ComarkStatement *st, GPtrArray *words)
{
  ComarkHit *hit = g_new0 (ComarkHit, 1);
  const char *body = comark_statement_column_text (st, 4);

  hit->submission = comark_statement_column_id (st, 0);
  hit->kind = g_strdup (comark_statement_column_text (st, 1));
  hit->entity = comark_statement_column_id (st, 2);
  hit->title = g_strdup (comark_statement_column_text (st, 3));
  hit->snippet = make_snippet (body ? body : "", words);
  return hit;
}

static gboolean
has_entity (GPtrArray *hits, const ComarkId *entity)
{
  for (guint i = 0; i < hits->len; i++)
    if (comark_id_equal (&((ComarkHit *) g_ptr_array_index (hits, i))->entity, entity))
      return TRUE;
  return FALSE;
}

static gboolean
add_hits (ComarkSql *sql, GPtrArray *hits, GPtrArray *words, gboolean title_only,
          ComarkAudience audience, guint limit, GError **error)
{
  g_autofree char *expression = write_expression (sql, words, title_only);
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, hits_text (sql, title_only), "tti", expression,
                        audience_text (audience), (gint64) limit);
  gboolean row;

  if (st == NULL)
    return FALSE;
  while (comark_statement_step (st, &row, error))
    {
      g_autoptr (ComarkHit) hit = NULL;

      if (!row || hits->len >= limit)
        return TRUE;
      hit = read_hit (st, words);
      if (!has_entity (hits, &hit->entity))
        g_ptr_array_add (hits, g_steal_pointer (&hit));
    }
  return FALSE;
}

GPtrArray *
comark_search_query (ComarkSql *sql, const char *text, ComarkAudience audience, guint limit,
                     GError **error)
{
  g_autoptr (GPtrArray) words = read_words (text);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) comark_hit_free);

  if (words->len == 0 || limit == 0)
    return g_steal_pointer (&hits);
  if (add_hits (sql, hits, words, TRUE, audience, limit, error)
      && (hits->len >= limit || add_hits (sql, hits, words, FALSE, audience, limit, error)))
    return g_steal_pointer (&hits);
  return NULL;
}

/* Newest hit of each submission. */
static const char *
submissions_text (ComarkSql *sql)
{
  if (comark_sql_get_engine (sql) == COMARK_SQL_SQLITE)
    return "SELECT d.submission FROM search_fts f JOIN search_doc d ON d.rid = f.rowid"
           " WHERE search_fts MATCH $1" MAY_SEE
           " GROUP BY d.submission ORDER BY max(d.rid) DESC LIMIT $3";
  return "SELECT d.submission FROM search_doc d"
         " WHERE d.words @@ CAST(CAST($1 AS TEXT) AS tsquery)" MAY_SEE
         " GROUP BY d.submission ORDER BY max(d.rid) DESC LIMIT $3";
}

GArray *
comark_search_submissions (ComarkSql *sql, const char *text, ComarkAudience audience, guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) words = read_words (text);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  g_autoptr (ComarkStatement) st = NULL;
  g_autofree char *expression = write_expression (sql, words, FALSE);
  gboolean row;

  if (words->len == 0)
    return g_steal_pointer (&ids);
  st = comark_sql_query (sql, error, submissions_text (sql), "tti", expression,
                         audience_text (audience), (gint64) limit);
  if (st == NULL)
    return NULL;
  while (comark_statement_step (st, &row, error))
    {
      ComarkId id;

      if (!row)
        return g_steal_pointer (&ids);
      id = comark_statement_column_id (st, 0);
      g_array_append_val (ids, id);
    }
  return NULL;
}
