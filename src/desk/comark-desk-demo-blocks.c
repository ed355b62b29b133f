/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of a document: headings, points, boxes, tables, lines to write on.
 */
#include "comark-desk-demo-setter.h"

#include <cairo-pdf.h>
#include <string.h>

#include "comark-desk-demo-document.h"

#define INDENT 22.0
#define CELL 6.0
#define MAX_COLUMNS 6
#define SYMBOL 88.0

static void
add_to_outline (ComarkSetter *self, const char *text)
{
  g_autofree char *where
    = g_strdup_printf ("page=%d pos=[%d %d]", self->page, (int) COMARK_PAGE_SIDE, (int) self->y);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, text, where, 0);
}

static void
set_heading (ComarkSetter *self, const char *text, gboolean is_small)
{
  ComarkStyle style = comark_setter_style (self, is_small ? COMARK_FACE_BOLD : COMARK_FACE_DISPLAY,
                                           is_small ? COMARK_COLOUR_NAVY : COMARK_COLOUR_TEAL,
                                           is_small ? self->look->subheading
                                                    : self->look->heading);

  if (self->y > COMARK_PAGE_TOP)
    self->y += style.size * 0.7;
  /* Never alone at the foot of a page. */
  comark_setter_need (self, style.size * 1.3 + 4 * self->look->body);
  if (!is_small && self->n_pages > 0)
    add_to_outline (self, text);
  comark_setter_words (self, &style, text);
  self->y += style.size * 0.3;
}

static void
set_paragraph (ComarkSetter *self, const char *text)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_INK, self->look->body);

  comark_setter_words (self, &style, text);
  self->y += style.size * 0.7;
}

void
comark_setter_small (ComarkSetter *self, const char *text)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, self->look->small);

  comark_setter_words (self, &style, text);
  self->y += style.size * 0.7;
}

/* A point with @sign ("•", "3.") or, where that is NULL, a box to tick. */
static void
set_point (ComarkSetter *self, const char *sign, const char *text)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_INK, self->look->body);
  double step = comark_setter_step (self, &style);
  ComarkStyle mark = style;

  comark_setter_need (self, step);
  mark.face = COMARK_FACE_BOLD;
  mark.colour = COMARK_COLOUR_TEAL;
  if (sign != NULL)
    comark_setter_draw (self, &mark, (char *[]){ (char *) sign, NULL }, self->y);
  else
    {
      comark_colour_set_source (self->cr, COMARK_COLOUR_NAVY);
      cairo_set_line_width (self->cr, 1);
      cairo_rectangle (self->cr, COMARK_PAGE_SIDE + 1, self->y + 0.5 * (step - style.size),
                       style.size, style.size);
      cairo_stroke (self->cr);
    }
  style.x += INDENT * style.size / 12;
  style.width -= INDENT * style.size / 12;
  comark_setter_words (self, &style, text);
  self->y += style.size * 0.35;
}

static void
set_box (ComarkSetter *self, const char *text)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_INK, self->look->body);
  double padding = self->look->body;
  g_auto (GStrv) lines = NULL;
  double height;

  style.x += padding + 5;
  style.width -= 2 * padding + 5;
  lines = comark_setter_break (self, &style, text);
  height = g_strv_length (lines) * comark_setter_step (self, &style) + 1.4 * padding;
  if (self->y > COMARK_PAGE_TOP)
    self->y += 0.4 * padding;
  comark_setter_need (self, height);
  cairo_set_source_rgb (self->cr, 0.945, 0.968, 0.955);
  cairo_rectangle (self->cr, COMARK_PAGE_SIDE, self->y, COMARK_PAGE_TEXT, height);
  cairo_fill (self->cr);
  comark_colour_set_source (self->cr, COMARK_COLOUR_TEAL);
  cairo_rectangle (self->cr, COMARK_PAGE_SIDE, self->y, 4, height);
  cairo_fill (self->cr);
  comark_setter_draw (self, &style, lines, self->y + 0.7 * padding);
  self->y += height + style.size;
}

/* Columns are even, but for one of mere numbers, and for the terms of a list of terms. */
static double
first_column (ComarkSetter *self, char **cells, double width)
{
  guint n = g_strv_length (cells);

  if (n > 1 && g_utf8_strlen (cells[0], -1) <= 2)
    return 36;
  if (n == 2 && !self->in_headed_table)
    return 0.34 * width;
  return width / n;
}

static void
set_row (ComarkSetter *self, const char *text, gboolean is_head)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", MAX_COLUMNS);
  guint n = g_strv_length (cells);
  ComarkStyle style
    = comark_setter_style (self, is_head ? COMARK_FACE_BOLD : COMARK_FACE_TEXT, COMARK_COLOUR_INK,
                           MAX (self->look->body - 1, 9));
  double whole = style.width, first, other, most = 0;
  char **lines[MAX_COLUMNS] = { NULL };

  self->in_headed_table |= is_head;
  for (guint i = 0; i < n; i++)
    g_strstrip (cells[i]);
  first = first_column (self, cells, whole);
  other = n > 1 ? (whole - first) / (n - 1) : 0;
  for (guint i = 0; i < n; i++)
    {
      style.width = (i == 0 ? first : other) - 2 * CELL;
      lines[i] = comark_setter_break (self, &style, cells[i]);
      most = MAX (most, g_strv_length (lines[i]) * comark_setter_step (self, &style));
    }
  /* A head keeps a row with it. */
  comark_setter_need (self, most + 2 * CELL + (is_head ? 40 : 0));
  for (guint i = 0; i < n; i++)
    {
      style.x = COMARK_PAGE_SIDE + CELL + (i == 0 ? 0 : first + (i - 1) * other);
      comark_setter_draw (self, &style, lines[i], self->y + CELL);
      g_strfreev (lines[i]);
    }
  self->y += most + 2 * CELL;
  comark_setter_rule (self, self->y, is_head ? COMARK_COLOUR_TEAL : COMARK_COLOUR_TINT,
                      is_head ? 1.5 : 0.8);
}

static void
end_table (ComarkSetter *self)
{
  if (self->in_row)
    self->y += self->look->body;
  self->in_row = self->in_headed_table = FALSE;
}

static void
draw_dots (ComarkSetter *self, double x, double y)
{
  double dash[] = { 1, 3 };

  comark_colour_set_source (self->cr, COMARK_COLOUR_GREY);
  cairo_set_line_width (self->cr, 0.8);
  cairo_set_dash (self->cr, dash, 2, 0);
  cairo_move_to (self->cr, x, y);
  cairo_line_to (self->cr, COMARK_PAGE_WIDTH - COMARK_PAGE_SIDE, y);
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
}

/* "Label" with a line beside it, or "4 Label" with four under it. */
static void
set_lines (ComarkSetter *self, const char *text)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_BOLD, COMARK_COLOUR_NAVY, self->look->body);
  int n = g_ascii_isdigit (*text) ? *text - '0' : 0;
  double gap = 2.2 * style.size;
  PangoRectangle extents;
  g_autoptr (PangoLayout) layout = NULL;

  text += n > 0;
  text += *text == ' ';
  comark_setter_need (self, gap * (n + 1));
  layout = comark_setter_lay_out (self, &style, text, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  comark_setter_draw_line (self, &style, text, self->y + style.size * 1.3);
  if (n == 0)
    draw_dots (self, COMARK_PAGE_SIDE + extents.width / (double) PANGO_SCALE + 8,
               self->y + style.size * 1.4);
  self->y += gap;
  for (int i = 0; i < n; i++, self->y += gap)
    draw_dots (self, COMARK_PAGE_SIDE, self->y + style.size * 0.9);
}

/* "clock Words": one idea, with its picture on the left, as Easy Read has it. */
static void
set_idea (ComarkSetter *self, const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *name = g_strndup (text, space != NULL ? (gsize) (space - text) : 0);
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_INK, self->look->body);
  g_auto (GStrv) lines = NULL;
  double height;

  style.x += SYMBOL + 28;
  style.width -= SYMBOL + 28;
  lines = comark_setter_break (self, &style, space != NULL ? space + 1 : "");
  height = MAX (g_strv_length (lines) * comark_setter_step (self, &style), SYMBOL);
  comark_setter_need (self, height);
  comark_demo_draw_symbol (self->cr, name, COMARK_PAGE_SIDE, self->y, SYMBOL);
  comark_setter_draw (self, &style, lines,
              self->y + (height - g_strv_length (lines) * comark_setter_step (self, &style)) / 2);
  self->y += height + 16;
}

/* ---- telling them apart ---- */

static const char *const prefixes[] = {
  "# ", "## ", "- ", "[] ", "> ", "~ ", "|! ", "| ", "__", "@", "===",
};

static gboolean
is_numbered (const char *line, gsize *length)
{
  gsize digits = strspn (line, "0123456789");

  *length = digits + 1;
  return digits > 0 && digits < 3 && line[digits] == '.' && line[digits + 1] == ' ';
}

gboolean
comark_setter_begins_block (const char *line)
{
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (line, prefixes[i]))
      return TRUE;
  return is_numbered (line, &length);
}

void
comark_setter_block (ComarkSetter *self, const char *block)
{
  gsize length;

  if (*block != '|')
    end_table (self);
  self->in_row = *block == '|';
  if (g_str_has_prefix (block, "==="))
    comark_setter_turn_page (self);
  else if (g_str_has_prefix (block, "## "))
    set_heading (self, block + 3, TRUE);
  else if (g_str_has_prefix (block, "# "))
    set_heading (self, block + 2, FALSE);
  else if (g_str_has_prefix (block, "- "))
    set_point (self, "•", block + 2);
  else if (g_str_has_prefix (block, "[] "))
    set_point (self, NULL, block + 3);
  else if (g_str_has_prefix (block, "> "))
    set_box (self, block + 2);
  else if (g_str_has_prefix (block, "~ "))
    comark_setter_small (self, block + 2);
  else if (g_str_has_prefix (block, "|! "))
    set_row (self, block + 3, TRUE);
  else if (g_str_has_prefix (block, "| "))
    set_row (self, block + 2, FALSE);
  else if (g_str_has_prefix (block, "__"))
    set_lines (self, block + 2);
  else if (g_str_has_prefix (block, "@"))
    set_idea (self, block + 1);
  else if (is_numbered (block, &length))
    {
      g_autofree char *sign = g_strndup (block, length);

      set_point (self, sign, block + length + 1);
    }
  else
    set_paragraph (self, block);
}
