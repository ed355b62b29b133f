/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poppler gives a page's text, a rectangle for each of its characters and a list of fonts with
 * the characters they are for. The three are counted separately and are only believed as far as
 * they agree.
 */
#include "comark-reader-pdf-lines.h"

#include <string.h>

#define LONGEST_LINE 4000 /* characters */
#define LEAST_SIZE 4.0    /* points */

typedef struct
{
  PopplerRectangle *rectangles;
  guint n_rectangles;
  const GList *font; /* of PopplerTextAttributes: that of the last character asked for */
  int page;
  double page_height;
} Sheet;

static gboolean
holds_word (const char *name, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (name, *words) != NULL)
      return TRUE;
  return FALSE;
}

static ComarkReadingStyle
style_of_font (const char *name)
{
  static const char *const bold[] = { "bold", "black", "heavy", "demi", NULL };
  static const char *const italic[] = { "italic", "oblique", NULL };
  g_autofree char *folded = g_ascii_strdown (name ? name : "", -1);

  return (holds_word (folded, bold) ? COMARK_READING_BOLD : 0)
         | (holds_word (folded, italic) ? COMARK_READING_ITALIC : 0);
}

/* The fonts are in the order of the characters, so the search goes only forward. */
static const PopplerTextAttributes *
font_at (Sheet *sheet, guint character)
{
  while (sheet->font != NULL
         && ((PopplerTextAttributes *) sheet->font->data)->end_index < (int) character)
    sheet->font = sheet->font->next;
  return sheet->font ? sheet->font->data : NULL;
}

static void
widen (ComarkReaderLine *line, const PopplerRectangle *box)
{
  line->left = MIN (line->left, MIN (box->x1, box->x2));
  line->right = MAX (line->right, MAX (box->x1, box->x2));
  line->top = MIN (line->top, MIN (box->y1, box->y2));
  line->bottom = MAX (line->bottom, MAX (box->y1, box->y2));
}

static void
add_style (GArray *runs, guint start, guint end, ComarkReadingStyle style)
{
  ComarkReadingRun *last
    = runs->len > 0 ? &g_array_index (runs, ComarkReadingRun, runs->len - 1) : NULL;
  ComarkReadingRun run = { start, end, style };

  if (last != NULL && last->style == style && last->end == start)
    last->end = end;
  else if (style != 0)
    g_array_append_val (runs, run);
}

/* The size of a line is that of the font with most of its characters in one piece. */
typedef struct
{
  const PopplerTextAttributes *font;
  ComarkReadingStyle style;
  guint length, longest;
  double size;
} FontRun;

static void
look_at_font (FontRun *run, const PopplerTextAttributes *font)
{
  if (font == NULL)
    return;
  if (font != run->font)
    {
      run->style = style_of_font (font->font_name);
      run->length = 0;
    }
  run->font = font;
  if (++run->length > run->longest)
    {
      run->longest = run->length;
      run->size = font->font_size;
    }
}

/* The size a font claims may be 1 under a matrix that makes it 12: then the boxes know. */
static double
choose_size (const ComarkReaderLine *line, double claimed)
{
  double height = line->bottom - line->top;

  return claimed > LEAST_SIZE && claimed < height * 2 ? claimed : height * 0.85;
}

static void
measure_line (Sheet *sheet, ComarkReaderLine *line, guint character)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (ComarkReadingRun));
  FontRun font = { 0 };

  line->left = line->top = G_MAXDOUBLE;
  line->right = line->bottom = -G_MAXDOUBLE;
  for (const char *at = line->text; *at != '\0'; at = g_utf8_next_char (at), character++)
    {
      guint start = (guint) (at - line->text);
      if (character >= sheet->n_rectangles)
        break;
      widen (line, &sheet->rectangles[character]);
      look_at_font (&font, font_at (sheet, character));
      add_style (runs, start, start + (guint) (g_utf8_next_char (at) - at), font.style);
    }
  line->size = choose_size (line, font.size);
  line->n_runs = runs->len;
  line->runs = g_memdup2 (runs->data, runs->len * sizeof (ComarkReadingRun));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
add_line (Sheet *sheet, const char *text, gsize n_bytes, guint character,
          ComarkReaderLines *lines)
{
  ComarkReaderLine line = { .page = sheet->page, .page_height = sheet->page_height };

  line.text = g_strndup (text, n_bytes);
  if (is_blank (line.text) || character >= sheet->n_rectangles)
    {
      g_free (line.text);
      return TRUE;
    }
  measure_line (sheet, &line, character);
  return comark_reader_lines_take (lines, &line);
}

/* Of @text up to its line's end, at most LONGEST_LINE characters. */
static const char *
find_end (const char *text, guint *n_characters)
{
  *n_characters = 0;
  while (*text != '\0' && *text != '\n' && *n_characters < LONGEST_LINE)
    {
      text = g_utf8_next_char (text);
      ++*n_characters;
    }
  return text;
}

static gboolean
split (Sheet *sheet, const char *text, ComarkReaderLines *lines)
{
  guint character = 0, length = 0;

  while (*text != '\0')
    {
      const char *end = find_end (text, &length);
      if (!add_line (sheet, text, (gsize) (end - text), character, lines))
        return FALSE;
      character += length + (*end == '\n');
      text = end + (*end == '\n');
    }
  return TRUE;
}

gboolean
comark_reader_pdf_add_lines (PopplerPage *sheet, int page, ComarkReaderLines *lines)
{
  g_autofree char *raw = poppler_page_get_text (sheet);
  Sheet self = { .page = page };
  double width;

  if (raw == NULL || raw[0] == '\0')
    return TRUE;
  /* Valid from poppler, as far as it goes; a repaired byte would only shift the boxes. */
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  poppler_page_get_size (sheet, &width, &self.page_height);
  poppler_page_get_text_layout (sheet, &self.rectangles, &self.n_rectangles);
  GList *fonts = poppler_page_get_text_attributes (sheet);
  self.font = fonts;
  gboolean fitted = split (&self, text, lines);
  poppler_page_free_text_attributes (fonts);
  g_free (self.rectangles);
  return fitted;
}
