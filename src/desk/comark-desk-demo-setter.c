/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each line is laid out by itself with its ligatures off, for the reason in comark-text-fit.h.
 */
#include "comark-desk-demo-setter.h"

#include <pango/pangocairo.h>

#define FEATURES "liga=0, clig=0, dlig=0, calt=0, lnum=1"

const char *
comark_setter_head (ComarkSetter *self, const char *key)
{
  const char *value = g_hash_table_lookup (self->head, key);

  return value != NULL ? value : "";
}

ComarkStyle
comark_setter_style (ComarkSetter *self, ComarkFace face, ComarkColour colour, double size)
{
  return (ComarkStyle){ face, colour, size, COMARK_PAGE_SIDE, COMARK_PAGE_TEXT };
}

/* ---- lines ---- */

PangoLayout *
comark_setter_lay_out (ComarkSetter *self, const ComarkStyle *style, const char *text,
                       gssize length)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font
    = comark_certificate_face_describe (style->face, style->size);

  pango_attr_list_insert (attributes, pango_attr_font_features_new (FEATURES));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, (int) length);
  return layout;
}

/* The lines of @text at the width of @style. Returns: (transfer full) */
char **
comark_setter_break (ComarkSetter *self, const ComarkStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout = comark_setter_lay_out (self, style, text, -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (style->width * PANGO_SCALE));
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *words
        = g_strchomp (g_strndup (text + line->start_index, (gsize) line->length));

      g_strv_builder_add (lines, words);
    }
  return g_strv_builder_end (lines);
}

void
comark_setter_draw_line (ComarkSetter *self, const ComarkStyle *style, const char *text,
                         double baseline)
{
  g_autoptr (PangoLayout) layout = comark_setter_lay_out (self, style, text, -1);
  PangoRectangle extents;
  double x = style->x;

  pango_layout_get_extents (layout, NULL, &extents);
  if (self->look->centred)
    x += (style->width - extents.width / (double) PANGO_SCALE) / 2;
  comark_colour_set_source (self->cr, style->colour);
  cairo_move_to (self->cr, x, baseline);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, 0));
}

double
comark_setter_step (ComarkSetter *self, const ComarkStyle *style)
{
  /* Large letters need less air. */
  return style->size * (style->size > 20 ? MIN (self->look->leading, 1.18) : self->look->leading);
}

/* Without asking whether there is room. Returns the y below the last line. */
double
comark_setter_draw (ComarkSetter *self, const ComarkStyle *style, char **lines, double y)
{
  double step = comark_setter_step (self, style);

  for (guint i = 0; lines[i] != NULL; i++, y += step)
    comark_setter_draw_line (self, style, lines[i], y + 0.5 * step + 0.35 * style->size);
  return y;
}

/* ---- pages ---- */

void
comark_setter_rule (ComarkSetter *self, double y, ComarkColour colour, double thickness)
{
  comark_colour_set_source (self->cr, colour);
  cairo_rectangle (self->cr, COMARK_PAGE_SIDE, y, COMARK_PAGE_TEXT, thickness);
  cairo_fill (self->cr);
}

static void
draw_frame (ComarkSetter *self)
{
  comark_colour_set_source (self->cr, COMARK_COLOUR_TEAL);
  cairo_rectangle (self->cr, 0, 0, COMARK_PAGE_WIDTH, 22);
  cairo_rectangle (self->cr, 0, COMARK_PAGE_HEIGHT - 22, COMARK_PAGE_WIDTH, 22);
  cairo_fill (self->cr);
}

static void
draw_foot (ComarkSetter *self)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, self->look->small);
  g_autofree char *number = g_strdup_printf ("Page %d of %d", self->page, self->n_pages);
  double baseline = COMARK_PAGE_HEIGHT - 44;

  if (self->look->centred)
    {
      draw_frame (self);
      comark_setter_draw_line (self, &style, comark_setter_head (self, "foot"), baseline);
      return;
    }
  comark_setter_rule (self, COMARK_PAGE_HEIGHT - 60, COMARK_COLOUR_TINT, 0.8);
  comark_setter_draw_line (self, &style, comark_setter_head (self, "foot"), baseline);
  style.x = COMARK_PAGE_WIDTH - COMARK_PAGE_SIDE - 62;
  comark_setter_draw_line (self, &style, number, baseline);
}

static void
draw_running_head (ComarkSetter *self)
{
  ComarkStyle style
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, self->look->small);

  if (self->page == 1 || self->look->centred)
    return;
  comark_setter_draw_line (self, &style, comark_setter_head (self, "title"), 50);
  comark_setter_rule (self, 58, COMARK_COLOUR_TINT, 0.8);
}

void
comark_setter_begin_page (ComarkSetter *self)
{
  self->page++;
  self->y = COMARK_PAGE_TOP;
  draw_running_head (self);
}

void
comark_setter_end_page (ComarkSetter *self)
{
  draw_foot (self);
  cairo_show_page (self->cr);
}

void
comark_setter_turn_page (ComarkSetter *self)
{
  comark_setter_end_page (self);
  comark_setter_begin_page (self);
}

void
comark_setter_need (ComarkSetter *self, double height)
{
  if (self->y + height > COMARK_PAGE_HEIGHT - COMARK_PAGE_BOTTOM && self->y > COMARK_PAGE_TOP)
    comark_setter_turn_page (self);
}

void
comark_setter_words (ComarkSetter *self, const ComarkStyle *style, const char *text)
{
  g_auto (GStrv) lines = comark_setter_break (self, style, text);
  double step = comark_setter_step (self, style);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      comark_setter_need (self, step);
      self->y = comark_setter_draw (self, style, (char *[]){ lines[i], NULL }, self->y);
    }
}
