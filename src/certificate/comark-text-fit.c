/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-fit.h"

#include <string.h>

#define FEATURES "liga=0, clig=0, dlig=0, calt=0"

/* Above and below the baseline, in sizes: what a line of Latin text takes. */
#define ASCENT 0.78
#define DESCENT 0.26
/* Between the blackened parts of two lines, in sizes, when tall letters push them apart. */
#define CLEARANCE 0.04
/* Of Pango's whole units, mm. */
#define ROUNDING 0.02

static PangoLayout *
lay_out (PangoContext *context, const ComarkTextStyle *style, double size_pt, const char *text,
         gssize length)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font
    = comark_certificate_face_describe (style->face, size_pt);

  pango_attr_list_insert (attributes, pango_attr_font_features_new (FEATURES));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, (int) length);
  return layout;
}

static PangoLayout *
break_lines (PangoContext *context, const ComarkTextStyle *style, double size_pt,
             const char *text, double width)
{
  PangoLayout *layout = lay_out (context, style, size_pt, text, -1);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (comark_mm_to_pt (width) * PANGO_SCALE));
  return layout;
}

static double
units_to_mm (int units)
{
  return comark_pt_to_mm (units / (double) PANGO_SCALE);
}

/* Without the space at the end, which may hang over the edge unseen. */
static double
measure (PangoLayoutLine *line, const char *text, double full)
{
  gsize length = strlen (text);
  int x;

  if (length == 0 || text[length - 1] != ' ')
    return full;
  pango_layout_line_index_to_x (line, (int) length - 1, FALSE, &x);
  return line->resolved_dir == PANGO_DIRECTION_RTL ? full - units_to_mm (x) : units_to_mm (x);
}

/* Takes @text. The line lies on the x axis, at the left, middle or right of the box's width. */
static void
make_line (PangoContext *context, const ComarkTextStyle *style, double size_pt, double width,
           char *text, ComarkLine *out)
{
  g_autoptr (PangoLayout) layout = lay_out (context, style, size_pt, text, -1);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle ink, logical;
  double full;

  pango_layout_line_get_extents (line, &ink, &logical);
  full = units_to_mm (logical.width);
  out->text = text;
  out->line = pango_layout_line_ref (line);
  out->width = measure (line, text, full);
  if (style->is_centred)
    out->x = (width - out->width) / 2;
  else if (line->resolved_dir == PANGO_DIRECTION_RTL)
    out->x = width - full;
  out->ink = (ComarkRect){ out->x + units_to_mm (ink.x), units_to_mm (ink.y),
                           units_to_mm (ink.width), units_to_mm (ink.height) };
}

/* The longest beginning of @text that fits with "…" after it. Returns: (transfer full) */
static char *
shorten (PangoContext *context, const ComarkTextStyle *style, double size_pt, double width,
         const char *text)
{
  gsize length = strlen (text);

  for (;;)
    {
      g_autofree char *shorter = g_strdup_printf ("%.*s…", (int) length, text);
      g_autoptr (PangoLayout) layout = lay_out (context, style, size_pt, shorter, -1);
      PangoRectangle logical;
      gboolean mark;

      pango_layout_get_extents (layout, NULL, &logical);
      if (length == 0 || units_to_mm (logical.width) <= width)
        return g_steal_pointer (&shorter);
      do
        {
          const char *last = g_utf8_find_prev_char (text, text + length);
          mark = g_unichar_ismark (g_utf8_get_char (last));
          length = (gsize) (last - text);
        }
      while (length > 0 && (mark || text[length - 1] == ' '));
    }
}

/* What the broken line @index says, with a space for a '\n' so that words stay apart. */
static char *
line_text (PangoLayout *broken, guint index)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (broken, (int) index);
  const char *text = pango_layout_get_text (broken);
  const char *start = text + line->start_index;
  gboolean ended = start[line->length] == '\n';

  return g_strdup_printf ("%.*s%s", line->length, start, ended ? " " : "");
}

/* From the line @index on to the end of the text, as far as it could matter for one line. */
static char *
rest_text (PangoLayout *broken, guint index)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (broken, (int) index);

  return g_strndup (pango_layout_get_text (broken) + line->start_index, (gsize) line->length);
}

/* Baselines, from the top of the box down: even, but where tall letters need more. */
static void
stack_lines (const ComarkTextStyle *style, ComarkBox *box)
{
  double size = comark_pt_to_mm (box->size_pt), below = 0;

  for (guint i = 0; i < box->n_lines; i++)
    {
      ComarkLine *line = &box->lines[i];
      double above = -line->ink.y;

      if (i == 0)
        line->baseline = MAX (ASCENT * size, above);
      else
        line->baseline = line[-1].baseline
                         + MAX (style->leading * size, below + above + CLEARANCE * size);
      below = line->ink.y + line->ink.height;
      line->ink.y += line->baseline;
      box->rect.height = line->baseline + MAX (DESCENT * size, below);
    }
}

static PangoLayout *
choose_size (PangoContext *context, const ComarkTextStyle *style, guint skip, const char *text,
             double width, ComarkTextSize *chosen)
{
  for (guint i = skip;; i++)
    {
      gboolean last = i + 1 >= G_N_ELEMENTS (style->sizes) || style->sizes[i + 1].size_pt <= 0;
      g_autoptr (PangoLayout) broken
        = break_lines (context, style, style->sizes[i].size_pt, text, width);

      *chosen = style->sizes[i];
      if (last || (guint) pango_layout_get_line_count (broken) <= chosen->max_lines)
        return g_steal_pointer (&broken);
    }
}

static PangoDirection
find_direction (PangoContext *context, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;

  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  layout = pango_layout_new (context);
  pango_layout_set_text (layout, text, -1);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL ? PANGO_DIRECTION_RTL
                                                                       : PANGO_DIRECTION_LTR;
}

static guint
clamp_skip (const ComarkTextStyle *style, guint skip)
{
  guint n = 1;

  while (n < G_N_ELEMENTS (style->sizes) && style->sizes[n].size_pt > 0)
    n++;
  return MIN (skip, n - 1);
}

/* Breaks @text at @break_width and lays each line out by itself. FALSE if it had to be cut. */
static gboolean
fill_lines (PangoContext *context, const ComarkTextStyle *style, guint skip, const char *text,
            double break_width, ComarkBox *box)
{
  ComarkTextSize chosen;
  g_autoptr (PangoLayout) broken
    = choose_size (context, style, skip, text, break_width, &chosen);
  guint n = (guint) pango_layout_get_line_count (broken);

  box->size_pt = chosen.size_pt;
  box->n_lines = MIN (n, chosen.max_lines);
  box->lines = g_new0 (ComarkLine, box->n_lines);
  for (guint i = 0; i < box->n_lines; i++)
    {
      gboolean cut = i + 1 == box->n_lines && n > box->n_lines;
      g_autofree char *rest = cut ? rest_text (broken, i) : NULL;
      char *part = cut ? shorten (context, style, chosen.size_pt, break_width, rest)
                       : line_text (broken, i);

      make_line (context, style, chosen.size_pt, box->rect.width, part, &box->lines[i]);
    }
  return n == box->n_lines;
}

static gboolean
all_within (const ComarkBox *box)
{
  for (guint i = 0; i < box->n_lines; i++)
    if (box->lines[i].width > box->rect.width + ROUNDING)
      return FALSE;
  return TRUE;
}

/* A word broken within a joined script ends in another, wider letter form when its line stands
 * alone: such text is broken again, a little earlier. */
gboolean
comark_text_fit (PangoContext *context, const ComarkTextStyle *style, guint skip,
                 const char *text, double width, ComarkBox *box)
{
  gboolean whole;

  /* All lines run as the whole text does, whatever a line by itself would begin with. */
  pango_context_set_base_dir (context, find_direction (context, text));
  box->role = style->role;
  box->face = style->face;
  box->colour = style->colour;
  box->rect = (ComarkRect){ 0, 0, width, 0 };
  for (double share = 1;; share -= 0.03)
    {
      whole = fill_lines (context, style, clamp_skip (style, skip), text, share * width, box);
      if (share < 0.9 || all_within (box))
        break;
      comark_text_fit_clear (box);
    }
  stack_lines (style, box);
  return whole;
}

void
comark_text_fit_move (ComarkBox *box, double x, double y)
{
  double dx = x - box->rect.x, dy = y - box->rect.y;

  box->rect.x = x;
  box->rect.y = y;
  for (guint i = 0; i < box->n_lines; i++)
    {
      box->lines[i].x += dx;
      box->lines[i].baseline += dy;
      box->lines[i].ink.x += dx;
      box->lines[i].ink.y += dy;
    }
}

void
comark_text_fit_clear (ComarkBox *box)
{
  for (guint i = 0; i < box->n_lines; i++)
    {
      g_free (box->lines[i].text);
      pango_layout_line_unref (box->lines[i].line);
    }
  g_clear_pointer (&box->lines, g_free);
  box->n_lines = 0;
}
