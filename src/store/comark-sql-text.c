/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of statements and scripts: what may be written so that both engines mean the same.
 */
#include "comark-sql-private.h"

#include <string.h>

static int
refuse (GError **error, const char *text, const char *why)
{
  g_autofree char *all = g_strdup_printf ("%s in: %s", why, text);

  comark_store_error_set (error, COMARK_STORE_ERROR_SQL, all);
  return -1;
}

/* Past the closing quote; quotes inside are doubled, which this takes as two literals. */
static const char *
skip_quoted (const char *at)
{
  const char *end = strchr (at + 1, *at);

  return end ? end + 1 : at + strlen (at);
}

/* SQLite numbers $n by first appearance and PostgreSQL by n: asking for both to be the same
 * order leaves no room for a difference. */
static const char *
read_parameter (const char *at, int *highest)
{
  char *end;
  guint64 n;

  if (!g_ascii_isdigit (at[1]) || at[1] == '0')
    return NULL;
  n = g_ascii_strtoull (at + 1, &end, 10);
  if (n > (guint64) *highest + 1 || g_ascii_isalnum (*end) || *end == '_')
    return NULL;
  *highest = MAX (*highest, (int) n);
  return end;
}

int
comark_sql_check_text (const char *text, GError **error)
{
  int highest = 0;

  if (text[strspn (text, " \n\t")] == '\0')
    return refuse (error, text, "nothing");
  for (const char *at = text; *at != '\0';)
    if (*at == '\'' || *at == '"')
      at = skip_quoted (at);
    else if (at[0] == ':' && at[1] == ':')
      return refuse (error, text, "cast with ::");
    else if (*at == '?' || *at == ';' || (*at == '@' && g_ascii_isalpha (at[1])))
      return refuse (error, text, "?, @ or ;");
    else if (*at != '$')
      at++;
    else if ((at = read_parameter (at, &highest)) == NULL)
      return refuse (error, text, "parameter that is not $1, $2, … in ascending order");
  return highest;
}

char *
comark_sql_expand (const ComarkSqlClass *klass, const char *script)
{
  GString *text = g_string_new (script);

  for (const char *const *token = klass->tokens; *token != NULL; token += 2)
    g_string_replace (text, token[0], token[1], 0);
  return g_string_free (text, FALSE);
}

static gboolean
is_comment (const char *line)
{
  return g_str_has_prefix (line + strspn (line, " "), "--");
}

GStrv
comark_sql_split (const char *script)
{
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);
  g_autoptr (GStrvBuilder) statements = g_strv_builder_new ();
  g_autoptr (GString) statement = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strchomp (*line);
      if (is_comment (*line) || (**line == '\0' && statement->len == 0))
        continue;
      g_string_append_printf (statement, "%s%s", statement->len ? "\n" : "", *line);
      if (!g_str_has_suffix (*line, ";"))
        continue;
      g_string_truncate (statement, statement->len - 1);
      g_strv_builder_add (statements, statement->str);
      g_string_truncate (statement, 0);
    }
  if (statement->len > 0)
    g_strv_builder_add (statements, statement->str);
  return g_strv_builder_end (statements);
}

gboolean
comark_sql_run_script (ComarkSql *sql, const char *script, GError **error)
{
  g_autofree char *text = comark_sql_expand (sql->klass, script);
  g_auto (GStrv) statements = comark_sql_split (text);

  for (char **statement = statements; *statement != NULL; statement++)
    if (!sql->klass->run (sql, *statement, error))
      {
        sql->failed = TRUE;
        return FALSE;
      }
  comark_sql_empty_cache (sql);
  return TRUE;
}
