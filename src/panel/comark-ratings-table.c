/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-ratings-table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (comark-ratings-table-error-quark, comark_ratings_table_error)

typedef enum
{
  AFTER_CELL,  /* a comma: another cell follows */
  AFTER_ROW,   /* a line end */
  AFTER_TABLE, /* the end of the text */
} After;

typedef struct
{
  const char *at;
  const char *end;
  guint line;      /* of at, from 1 */
  guint row_line;  /* where the row in hand began */
  GString *cell;   /* the cell in hand */
  After after;     /* what came after it */
  GHashTable *seen; /* text -> index in found, + 1 */
  GPtrArray *found; /* texts in order of appearance; the category numbers until they are sorted */
} Reader;

G_GNUC_PRINTF (4, 5)
static gboolean
fail (GError **error, ComarkRatingsTableError code, guint line, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, COMARK_RATINGS_TABLE_ERROR, (gint) code, "Line %u: %s", line, what);
  return FALSE;
}

static void
category_clear (gpointer data)
{
  g_free (((ComarkCategory *) data)->text);
}

static ComarkRatingsTable *
table_new (void)
{
  ComarkRatingsTable *self = g_new0 (ComarkRatingsTable, 1);

  self->units = g_ptr_array_new_with_free_func (g_free);
  self->raters = g_ptr_array_new_with_free_func (g_free);
  self->categories = g_array_new (FALSE, FALSE, sizeof (ComarkCategory));
  g_array_set_clear_func (self->categories, category_clear);
  self->cells = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

void
comark_ratings_table_free (ComarkRatingsTable *self)
{
  g_ptr_array_unref (self->units);
  g_ptr_array_unref (self->raters);
  g_array_unref (self->categories);
  g_array_unref (self->cells);
  g_free (self);
}

static void
number_names (GPtrArray *names, guint n)
{
  for (guint i = 1; i <= n; i++)
    g_ptr_array_add (names, g_strdup_printf ("%u", i));
}

ComarkRatingsTable *
comark_ratings_table_new_levels (guint n_units, guint n_raters, int min, int max)
{
  const int blank = COMARK_RATINGS_TABLE_BLANK;
  ComarkRatingsTable *self = table_new ();

  g_return_val_if_fail (min <= max, self);

  self->is_numeric = TRUE;
  number_names (self->units, n_units);
  number_names (self->raters, n_raters);
  for (int level = min; level <= max; level++)
    {
      ComarkCategory category = { g_strdup_printf ("%d", level), level };
      g_array_append_val (self->categories, category);
    }
  for (gsize i = 0; i < (gsize) n_units * n_raters; i++)
    g_array_append_val (self->cells, blank);
  return self;
}

void
comark_ratings_table_put_level (ComarkRatingsTable *self, guint unit, guint rater, int level)
{
  int index = level - (int) g_array_index (self->categories, ComarkCategory, 0).number;
  guint cell = unit * self->raters->len + rater;

  g_return_if_fail (cell < self->cells->len && index >= 0
                    && (guint) index < self->categories->len);

  g_array_index (self->cells, int, cell) = index;
  self->n_ratings++;
}

static guint
count_lines (const char *from, const char *to)
{
  guint lines = 1;

  for (; from < to; from++)
    lines += *from == '\n';
  return lines;
}

/* The whole text, before any of it is looked at closer. */
static gboolean
check_text (const char *text, gsize length, GError **error)
{
  const char *bad;

  if (length > COMARK_RATINGS_TABLE_MAX_BYTES)
    {
      g_set_error (error, COMARK_RATINGS_TABLE_ERROR, COMARK_RATINGS_TABLE_ERROR_LIMIT,
                   "The table is larger than %d MB, more than is read.",
                   COMARK_RATINGS_TABLE_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &bad))
    return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, count_lines (text, bad),
                 "this is not UTF-8 text; save the table as “CSV UTF-8”.");
  return TRUE;
}

static gboolean
add_to_cell (Reader *reader, char c, GError **error)
{
  if (reader->cell->len >= COMARK_RATINGS_TABLE_MAX_CELL)
    return fail (error, COMARK_RATINGS_TABLE_ERROR_LIMIT, reader->line,
                 "a cell is longer than %d bytes, more than is read.",
                 COMARK_RATINGS_TABLE_MAX_CELL);
  reader->line += c == '\n';
  g_string_append_c (reader->cell, c);
  return TRUE;
}

static gboolean
at_break (const Reader *reader)
{
  return reader->at == reader->end || *reader->at == ',' || *reader->at == '\n'
         || *reader->at == '\r';
}

/* Steps over what ends a cell. */
static void
read_break (Reader *reader)
{
  if (reader->at == reader->end)
    reader->after = AFTER_TABLE;
  else if (*reader->at++ == ',')
    reader->after = AFTER_CELL;
  else
    {
      if (reader->at[-1] == '\r' && reader->at < reader->end && *reader->at == '\n')
        reader->at++;
      reader->line++;
      reader->after = AFTER_ROW;
    }
}

static gboolean
read_quoted (Reader *reader, GError **error)
{
  guint began = reader->line;

  for (reader->at++; reader->at < reader->end; reader->at++)
    {
      if (*reader->at == '"' && (reader->at + 1 == reader->end || reader->at[1] != '"'))
        {
          reader->at++;
          if (!at_break (reader))
            return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, reader->line,
                         "something stands between a closing quotation mark and the next comma.");
          return TRUE;
        }
      if (*reader->at == '"')
        reader->at++;
      if (!add_to_cell (reader, *reader->at, error))
        return FALSE;
    }
  return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, began,
               "a quotation mark opens here and is never closed.");
}

static gboolean
read_cell (Reader *reader, GError **error)
{
  g_string_truncate (reader->cell, 0);
  if (reader->at < reader->end && *reader->at == '"')
    {
      if (!read_quoted (reader, error))
        return FALSE;
    }
  else
    for (; !at_break (reader); reader->at++)
      {
        if (*reader->at == '"')
          return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, reader->line,
                       "a quotation mark in the middle of a cell; put the whole cell in quotes.");
        if (!add_to_cell (reader, *reader->at, error))
          return FALSE;
      }
  g_strstrip (reader->cell->str);
  reader->cell->len = strlen (reader->cell->str);
  read_break (reader);
  return TRUE;
}

/* The index of what the cell says, in order of appearance; BLANK where it says nothing. */
static gboolean
read_rating (Reader *reader, int *index, GError **error)
{
  const char *text = reader->cell->str;
  guint known;

  *index = COMARK_RATINGS_TABLE_BLANK;
  if (*text == '\0' || g_str_equal (text, "?") || g_str_equal (text, "n/a"))
    return TRUE;
  known = GPOINTER_TO_UINT (g_hash_table_lookup (reader->seen, text));
  if (known == 0)
    {
      if (reader->found->len >= COMARK_RATINGS_TABLE_MAX_CATEGORIES)
        return fail (error, COMARK_RATINGS_TABLE_ERROR_LIMIT, reader->row_line,
                     "more than %d different ratings; is this a table of ratings?",
                     COMARK_RATINGS_TABLE_MAX_CATEGORIES);
      g_ptr_array_add (reader->found, g_strdup (text));
      known = reader->found->len;
      g_hash_table_insert (reader->seen, g_ptr_array_index (reader->found, known - 1),
                           GUINT_TO_POINTER (known));
    }
  *index = (int) known - 1;
  return TRUE;
}

static gboolean
read_header (Reader *reader, ComarkRatingsTable *self, GError **error)
{
  if (!read_cell (reader, error))
    return FALSE;
  while (reader->after == AFTER_CELL)
    {
      if (self->raters->len >= COMARK_RATINGS_TABLE_MAX_RATERS)
        return fail (error, COMARK_RATINGS_TABLE_ERROR_LIMIT, 1, "more than %d raters.",
                     COMARK_RATINGS_TABLE_MAX_RATERS);
      if (!read_cell (reader, error))
        return FALSE;
      g_ptr_array_add (self->raters, g_strdup (reader->cell->str));
    }
  if (self->raters->len == 0)
    return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, 1,
                 "there is no rater: the first line names the unit column, then one rater a "
                 "column, with commas between.");
  return TRUE;
}

/* The cells of a row after its first. */
static gboolean
read_ratings (Reader *reader, ComarkRatingsTable *self, GError **error)
{
  guint n = 0;
  int index;

  while (reader->after == AFTER_CELL)
    {
      if (!read_cell (reader, error))
        return FALSE;
      if (++n > self->raters->len)
        break;
      if (!read_rating (reader, &index, error))
        return FALSE;
      g_array_append_val (self->cells, index);
      self->n_ratings += index != COMARK_RATINGS_TABLE_BLANK;
    }
  if (n != self->raters->len)
    return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, reader->row_line,
                 "%s cells than the first line, which names %u raters.",
                 n > self->raters->len ? "more" : "fewer", self->raters->len);
  return TRUE;
}

static gboolean
read_rows (Reader *reader, ComarkRatingsTable *self, GError **error)
{
  while (reader->at < reader->end)
    {
      reader->row_line = reader->line;
      if (!read_cell (reader, error))
        return FALSE;
      if (reader->cell->len == 0 && reader->after != AFTER_CELL)
        continue; /* an empty line */
      if (self->units->len >= COMARK_RATINGS_TABLE_MAX_UNITS)
        return fail (error, COMARK_RATINGS_TABLE_ERROR_LIMIT, reader->row_line,
                     "more than %d rows.", COMARK_RATINGS_TABLE_MAX_UNITS);
      g_ptr_array_add (self->units, g_strdup (reader->cell->str));
      if (!read_ratings (reader, self, error))
        return FALSE;
    }
  if (self->units->len == 0)
    return fail (error, COMARK_RATINGS_TABLE_ERROR_INVALID, reader->line,
                 "there is no row under the first line.");
  return TRUE;
}

/* Plain decimal numbers only: no hexadecimal, no "inf", nothing that is no longer exact. */
static gboolean
read_number (const char *text, double *number)
{
  char *end;

  if (strspn (text, "+-.0123456789eE") != strlen (text) || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*number) && fabs (*number) <= 1e9;
}

static int
compare_categories (const void *a, const void *b, void *is_numeric)
{
  const ComarkCategory *x = a;
  const ComarkCategory *y = b;

  if (is_numeric != NULL)
    return (x->number > y->number) - (x->number < y->number);
  return strcmp (x->text, y->text);
}

static gboolean
is_numeric (GPtrArray *texts)
{
  double number;

  for (guint i = 0; i < texts->len; i++)
    if (!read_number (g_ptr_array_index (texts, i), &number))
      return FALSE;
  return TRUE;
}

static int
index_of (const ComarkRatingsTable *self, const char *text)
{
  double number = 0;

  if (self->is_numeric)
    read_number (text, &number);
  for (guint i = 0; i < self->categories->len; i++)
    {
      const ComarkCategory *category = &g_array_index (self->categories, ComarkCategory, i);
      if (self->is_numeric ? category->number == number : g_str_equal (category->text, text))
        return (int) i;
    }
  g_return_val_if_reached (COMARK_RATINGS_TABLE_BLANK);
}

/* Turns texts in order of appearance into sorted categories, and the cells with them. */
static void
sort_categories (ComarkRatingsTable *self, GPtrArray *texts)
{
  g_autofree int *moved = g_new0 (int, texts->len + 1);

  self->is_numeric = is_numeric (texts);
  for (guint i = 0; i < texts->len; i++)
    {
      ComarkCategory category = { g_strdup (g_ptr_array_index (texts, i)), 0 };
      if (self->is_numeric)
        read_number (category.text, &category.number);
      g_array_append_val (self->categories, category);
    }
  g_array_sort_with_data (self->categories, compare_categories,
                          self->is_numeric ? self : NULL);
  for (guint i = self->categories->len; self->is_numeric && i-- > 1;)
    if (g_array_index (self->categories, ComarkCategory, i).number
        == g_array_index (self->categories, ComarkCategory, i - 1).number)
      g_array_remove_index (self->categories, i);
  for (guint i = 0; i < texts->len; i++)
    moved[i] = index_of (self, g_ptr_array_index (texts, i));
  for (guint i = 0; i < self->cells->len; i++)
    {
      int *cell = &g_array_index (self->cells, int, i);
      if (*cell != COMARK_RATINGS_TABLE_BLANK)
        *cell = moved[*cell];
    }
}

ComarkRatingsTable *
comark_ratings_table_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (ComarkRatingsTable) self = table_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { text, text + length, 1, 1, cell, AFTER_TABLE, seen, found };

  if (!check_text (text, length, error))
    return NULL;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    reader.at += 3;
  if (!read_header (&reader, self, error) || !read_rows (&reader, self, error))
    return NULL;
  sort_categories (self, found);
  return g_steal_pointer (&self);
}

guint
comark_ratings_table_n_units (const ComarkRatingsTable *self)
{
  return self->units->len;
}

guint
comark_ratings_table_n_raters (const ComarkRatingsTable *self)
{
  return self->raters->len;
}

int
comark_ratings_table_cell (const ComarkRatingsTable *self, guint unit, guint rater)
{
  g_return_val_if_fail (unit < self->units->len && rater < self->raters->len,
                        COMARK_RATINGS_TABLE_BLANK);
  return g_array_index (self->cells, int, (gsize) unit * self->raters->len + rater);
}
