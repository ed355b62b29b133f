/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-pdf-places.h"

#include <math.h>
#include <string.h>

#define REGION_SCALE 8.0 /* poppler's regions are of whole numbers */
#define MAX_CHAPTERS 5000
#define MAX_CHAPTER_LEVEL 8
#define MAX_LINKS 1000
#define LONGEST_ADDRESS 2000
#define LONGEST_TITLE 500
#define LONGEST_LINK_WORDS 120
#define MOST_LETTERS 20000
#define LEAST_GAP 3.0 /* points between two words that no space parts */
#define MAX_LINKS_WITH_WORDS 300

static void
add_area (GArray *areas, int page, guint match, double x, double y, double width, double height)
{
  const ComarkReaderArea area = { x, y, width, height, page, (gint32) match };

  if (areas->len < COMARK_READER_MAX_AREAS)
    g_array_append_val (areas, area);
}

/* Found rectangles stand on the page's bottom, everything else hangs from its top. */
void
comark_reader_pdf_find (PopplerPage *sheet, int page, const char *words, GArray *areas,
                        guint *n_matches)
{
  const PopplerFindFlags flags
    = POPPLER_FIND_DEFAULT | POPPLER_FIND_IGNORE_DIACRITICS | POPPLER_FIND_MULTILINE;
  GList *found = poppler_page_find_text_with_options (sheet, words, flags);
  double width, height;
  gboolean goes_on = FALSE;

  poppler_page_get_size (sheet, &width, &height);
  for (GList *at = found; at != NULL; at = at->next)
    {
      PopplerRectangle *box = at->data;
      *n_matches += !goes_on;
      goes_on = poppler_rectangle_find_get_match_continued (box);
      add_area (areas, page, *n_matches - 1, box->x1, height - box->y2, box->x2 - box->x1,
                box->y2 - box->y1);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

char *
comark_reader_pdf_select (PopplerPage *sheet, int page, const double at[4], ComarkReaderUnit unit,
                          GArray *areas)
{
  static const PopplerSelectionStyle styles[]
    = { POPPLER_SELECTION_GLYPH, POPPLER_SELECTION_WORD, POPPLER_SELECTION_LINE };
  PopplerSelectionStyle style = styles[MIN ((guint) unit, G_N_ELEMENTS (styles) - 1)];
  PopplerRectangle between = { at[0], at[1], at[2], at[3] };
  cairo_region_t *region
    = poppler_page_get_selected_region (sheet, REGION_SCALE, style, &between);
  char *text = poppler_page_get_selected_text (sheet, style, &between);

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t box;
      cairo_region_get_rectangle (region, i, &box);
      add_area (areas, page, 0, box.x / REGION_SCALE, box.y / REGION_SCALE,
                box.width / REGION_SCALE, box.height / REGION_SCALE);
    }
  cairo_region_destroy (region);
  return text ? text : g_strdup ("");
}

/* Characters beside each other are one area, and so are the blanks between them. */
static gboolean
goes_on_with (const ComarkReaderArea *area, const PopplerRectangle *box)
{
  double middle = (box->y1 + box->y2) / 2;

  return middle > area->y && middle < area->y + area->height && box->x2 >= area->x
         && box->x1 <= area->x + area->width + 2 * area->height;
}

static void
widen (ComarkReaderArea *area, const PopplerRectangle *box)
{
  double right = MAX (area->x + area->width, box->x2);
  double bottom = MAX (area->y + area->height, box->y2);

  area->x = MIN (area->x, box->x1);
  area->y = MIN (area->y, box->y1);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

/* @area: the one that the characters before @box make; its width is 0 before the first. */
static void
add_character (GArray *areas, ComarkReaderArea *area, const PopplerRectangle *box)
{
  if (box->x2 <= box->x1 || box->y2 <= box->y1)
    return;
  if (area->width > 0 && goes_on_with (area, box))
    {
      widen (area, box);
      return;
    }
  if (area->width > 0)
    add_area (areas, area->page, (guint) area->match, area->x, area->y, area->width, area->height);
  area->x = box->x1;
  area->y = box->y1;
  area->width = box->x2 - box->x1;
  area->height = box->y2 - box->y1;
}

void
comark_reader_pdf_list_areas (PopplerPage *sheet, int page, const ComarkReaderRange *ranges,
                              guint n, GArray *areas)
{
  PopplerRectangle *boxes = NULL;
  guint n_boxes = 0;

  if (!poppler_page_get_text_layout (sheet, &boxes, &n_boxes))
    return;
  for (guint i = 0; i < n; i++)
    {
      ComarkReaderArea area = { 0, 0, 0, 0, page, (gint32) i };

      for (guint at = ranges[i].start; at < MIN (ranges[i].end, n_boxes); at++)
        add_character (areas, &area, &boxes[at]);
      if (area.width > 0)
        add_area (areas, page, i, area.x, area.y, area.width, area.height);
    }
  g_free (boxes);
}

static int
page_of (PopplerDocument *document, PopplerAction *action)
{
  PopplerDest *dest = action->type == POPPLER_ACTION_GOTO_DEST ? action->goto_dest.dest : NULL;
  PopplerDest *named = NULL;
  int page = -1;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED)
    dest = named = poppler_document_find_dest (document, dest->named_dest);
  if (dest != NULL)
    page = dest->page_num - 1;
  if (named != NULL)
    poppler_dest_free (named);
  return page;
}

/* What an address says, if it is one that a line can hold; else nothing of it is told. */
static const char *
address_of (const PopplerAction *action)
{
  const char *address = action->type == POPPLER_ACTION_URI ? action->uri.uri : NULL;

  if (address == NULL || strlen (address) >= LONGEST_ADDRESS || strpbrk (address, "\n\r\t") != NULL)
    return "";
  return address;
}

/* The letters of a page, each with its box. */
typedef struct
{
  char *text;
  PopplerRectangle *boxes;
  guint n_boxes;
} Letters;

static void
letters_take (Letters *letters, PopplerPage *sheet)
{
  letters->text = poppler_page_get_text (sheet);
  if (letters->text == NULL
      || !poppler_page_get_text_layout (sheet, &letters->boxes, &letters->n_boxes))
    letters->n_boxes = 0;
  letters->n_boxes = MIN (letters->n_boxes, MOST_LETTERS);
}

static void
letters_clear (Letters *letters)
{
  g_free (letters->text);
  g_free (letters->boxes);
}

/* The words that a link stands on, in one line, without the dots that lead to a page's number.
 * By the letters' middles: the box reaches into the lines above and below.
 * Returns: (transfer full) */
static char *
words_of (const Letters *letters, const PopplerRectangle *box, double height)
{
  GString *words = g_string_new (NULL);
  const char *at = letters->text;
  double end_x = 0;

  for (guint i = 0; i < letters->n_boxes && *at != '\0' && words->len < LONGEST_LINK_WORDS;
       i++, at = g_utf8_next_char (at))
    {
      double x = (letters->boxes[i].x1 + letters->boxes[i].x2) / 2;
      double y = height - (letters->boxes[i].y1 + letters->boxes[i].y2) / 2;
      if (x < box->x1 || x > box->x2 || y < box->y1 || y > box->y2)
        continue;
      gboolean is_space = strchr (" \n\r\t\f", *at) != NULL;
      if ((is_space || fabs (letters->boxes[i].x1 - end_x) > LEAST_GAP) && words->len > 0
          && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
      if (!is_space)
        g_string_append_len (words, at, g_utf8_next_char (at) - at);
      end_x = letters->boxes[i].x2;
    }
  while (words->len > 0 && strchr (" .", words->str[words->len - 1]) != NULL)
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

void
comark_reader_pdf_list_links (PopplerDocument *document, PopplerPage *sheet, GString *to)
{
  GList *links = poppler_page_get_link_mapping (sheet);
  Letters letters = { 0 };
  double width, height;
  guint n = 0;

  poppler_page_get_size (sheet, &width, &height);
  if (links != NULL)
    letters_take (&letters, sheet);
  for (GList *at = links; at != NULL && n < MAX_LINKS; at = at->next, n++)
    {
      const PopplerLinkMapping *link = at->data;
      const PopplerRectangle *box = &link->area;
      g_autofree char *words
        = n < MAX_LINKS_WITH_WORDS ? words_of (&letters, box, height) : g_strdup ("");
      g_string_append_printf (to, "%d %d %d %d %d %s\t%s\n", (int) CLAMP (box->x1, 0, 14400),
                              (int) CLAMP (height - box->y2, 0, 14400),
                              (int) CLAMP (box->x2 - box->x1, 0, 14400),
                              (int) CLAMP (box->y2 - box->y1, 0, 14400),
                              MAX (page_of (document, link->action), -1) + 1,
                              address_of (link->action), words);
    }
  letters_clear (&letters);
  poppler_page_free_link_mapping (links);
}

/* An outline may lead back into itself: it is bounded in depth and in number. */
static void
list_level (PopplerDocument *document, PopplerIndexIter *iter, int level, guint *n, GString *to)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child
        = level < MAX_CHAPTER_LEVEL ? poppler_index_iter_get_child (iter) : NULL;
      int page = page_of (document, action);
      if (page >= 0 && action->any.title != NULL)
        {
          g_autofree char *title = g_utf8_make_valid (action->any.title, -1);
          g_strdelimit (title, "\n\r", ' ');
          g_string_append_printf (to, "%d %d %.*s\n", level, page, LONGEST_TITLE, title);
        }
      poppler_action_free (action);
      if (child != NULL)
        list_level (document, child, level + 1, n, to);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (++*n < MAX_CHAPTERS && poppler_index_iter_next (iter));
}

void
comark_reader_pdf_list_chapters (PopplerDocument *document, GString *to)
{
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  guint n = 0;

  if (iter == NULL)
    return;
  list_level (document, iter, 1, &n, to);
  poppler_index_iter_free (iter);
}
