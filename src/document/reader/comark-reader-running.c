/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Running heads and feet: what stands at the same height near the edge of many pages and is the
 * same but for its numbers, or counts with the pages. Read aloud, they would cut a sentence on
 * every page.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "comark-reader-lines.h"

#define EDGE 0.12        /* of the page's height, from either end */
#define LEAST_PAGES 3
#define SHARE_OF_PAGES 0.3 /* left and right pages have heads of their own, chapters none */
#define HEIGHT_STEP 4.0    /* points: heads of a page may sit a little apart */
#define LONGEST 200        /* characters */

static gboolean
is_near_edge (const ComarkReaderLine *line)
{
  return line->bottom < line->page_height * EDGE || line->top > line->page_height * (1 - EDGE);
}

/* Digits become '#', so that page numbers and dates do not tell pages apart. */
static char *
dup_pattern (const ComarkReaderLine *line)
{
  g_autofree char *folded = g_utf8_casefold (line->text, -1);
  GString *pattern = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      g_string_append_c (pattern, g_ascii_isspace (*at) ? ' ' : *at);
    else if (pattern->len == 0 || pattern->str[pattern->len - 1] != '#')
      g_string_append_c (pattern, '#');
  return g_string_free (pattern, FALSE);
}

/* "42 Chapter 4" on page 40 and "43 Chapter 4" on page 41 both are 2 ahead of their page. */
static char *
dup_counting (const ComarkReaderLine *line)
{
  const char *last = strrchr (line->text, ' ');
  const char *number = g_ascii_isdigit (line->text[0]) ? line->text : last ? last + 1 : NULL;

  if (number == NULL || !g_ascii_isdigit (*number) || strspn (number, "0123456789") > 5)
    return NULL;
  return g_strdup_printf ("ahead %d", atoi (number) - line->page);
}

static char *
dup_key (const ComarkReaderLine *line, const char *what)
{
  return g_strdup_printf ("%d %s", (int) floor (line->top / HEIGHT_STEP), what);
}

static void
count_key (GHashTable *counts, const ComarkReaderLine *line, char *what)
{
  g_autofree char *owned = what;
  char *key = what ? dup_key (line, what) : NULL;

  if (key != NULL)
    g_hash_table_insert (counts, key,
                         GINT_TO_POINTER (GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) + 1));
}

static gboolean
is_frequent (GHashTable *counts, const ComarkReaderLine *line, char *what, int n_pages)
{
  g_autofree char *owned = what;
  g_autofree char *key = what ? dup_key (line, what) : NULL;
  int least = MAX (LEAST_PAGES, (int) (n_pages * SHARE_OF_PAGES));

  return key != NULL && GPOINTER_TO_INT (g_hash_table_lookup (counts, key)) >= least;
}

/* --- heads that name the chapter ----------------------------------------------------------- */

#define APART 1.8          /* lines: a head stands off from what is below it */
#define LARGE 1.12           /* of the body's size: the title of a slide, no head */

/* The line nearest to an edge of a page, and the distance from it to the next. */
typedef struct
{
  gint64 line; /* -1: none */
  double place;
  double gap;
} Outermost;

/* @sign is 1 to look from the top of the page, -1 from its bottom. */
static void
look_for_outermost (const GArray *lines, guint first, guint end, int sign, Outermost *found)
{
  double next = G_MAXDOUBLE;

  *found = (Outermost) { -1, G_MAXDOUBLE, 0 };
  for (guint i = first; i < end; i++)
    {
      double place = sign * g_array_index (lines, ComarkReaderLine, i).top;
      if (place < found->place - HEIGHT_STEP / 2)
        {
          next = found->place;
          found->place = place;
          found->line = i;
        }
      else if (place > found->place + HEIGHT_STEP / 2)
        next = MIN (next, place);
    }
  found->gap = next - found->place;
}

static gboolean
stands_apart (const GArray *lines, const Outermost *found, double body_size)
{
  const ComarkReaderLine *line
    = found->line >= 0 ? &g_array_index (lines, ComarkReaderLine, found->line) : NULL;

  return line != NULL && line->size < LARGE * body_size && is_near_edge (line)
         && found->gap > APART * line->size * 1.2
         && found->gap < line->page_height;
}

/* A foot may be in two pieces: the chapter on the left, the number on the right. */
static void
mark_height (const GArray *lines, guint first, guint end, gint64 like, guint8 *running)
{
  double top = g_array_index (lines, ComarkReaderLine, like).top;

  for (guint i = first; i < end; i++)
    if (fabs (g_array_index (lines, ComarkReaderLine, i).top - top) <= HEIGHT_STEP / 2)
      running[i] = 1;
}

/* Left and right heads differ from page to page, but stand in one place, apart from the rest. */
static void
mark_places (const GArray *lines, int n_pages, double body_size, int sign, guint8 *running)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  Outermost found;

  for (int pass = 0; pass < 2; pass++)
    for (guint first = 0, end; first < lines->len; first = end)
      {
        int page = g_array_index (lines, ComarkReaderLine, first).page;
        for (end = first; end < lines->len; end++)
          if (g_array_index (lines, ComarkReaderLine, end).page != page)
            break;
        look_for_outermost (lines, first, end, sign, &found);
        if (!stands_apart (lines, &found, body_size))
          continue;
        gpointer key = GINT_TO_POINTER ((int) floor (found.place / HEIGHT_STEP));
        int n = GPOINTER_TO_INT (g_hash_table_lookup (places, key));
        if (pass == 0)
          g_hash_table_insert (places, key, GINT_TO_POINTER (n + 1));
        else if (n >= MAX (LEAST_PAGES + 1, (int) (n_pages * SHARE_OF_PAGES)))
          mark_height (lines, first, end, found.line, running);
      }
}

/* A document of pages with one line each has no heads: it has short pages. */
static gboolean
leaves_most_pages (const GArray *lines, const guint8 *running)
{
  guint n_pages = 0, n_left = 0;

  for (guint first = 0, end; first < lines->len; first = end)
    {
      gboolean is_left = FALSE;
      int page = g_array_index (lines, ComarkReaderLine, first).page;
      for (end = first; end < lines->len; end++)
        {
          if (g_array_index (lines, ComarkReaderLine, end).page != page)
            break;
          is_left |= !running[end];
        }
      n_pages++;
      n_left += (guint) is_left;
    }
  return n_left * 2 >= n_pages;
}

guint8 *
comark_reader_lines_find_running (const GArray *lines, int n_pages, double body_size)
{
  guint8 *running = g_new0 (guint8, lines->len + 1);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lines->len; i++)
      {
        const ComarkReaderLine *line = &g_array_index (lines, ComarkReaderLine, i);
        if (!is_near_edge (line) || strlen (line->text) > LONGEST)
          continue;
        if (pass == 0)
          {
            count_key (counts, line, dup_pattern (line));
            count_key (counts, line, dup_counting (line));
          }
        else
          running[i] = is_frequent (counts, line, dup_pattern (line), n_pages)
                       || is_frequent (counts, line, dup_counting (line), n_pages);
      }
  mark_places (lines, n_pages, body_size, 1, running);
  mark_places (lines, n_pages, body_size, -1, running);
  if (!leaves_most_pages (lines, running))
    memset (running, 0, lines->len);
  return running;
}
