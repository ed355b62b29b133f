/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-paint.h"

#include "comark-guilloche.h"
#include "comark-mark-drawing.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qrencode.h>

#define FRAME_INSET 9.5
#define FRAME_BAND 6.6
#define ROSETTE_REACH 0.51 /* of the mark's width */
#define QR_QUIET_MODULES 4

/* The only names of tags there are: cairo 1.16 takes a surface with an unknown one down. */
static const char *
tag_name (ComarkBoxRole role)
{
  switch (role)
    {
    case COMARK_BOX_H1:
      return "H1";
    case COMARK_BOX_H2:
      return "H2";
    case COMARK_BOX_FIGURE:
      return "Figure";
    case COMARK_BOX_P:
      return "P";
    case COMARK_BOX_ORNAMENT:
    default:
      return NULL;
    }
}

static ComarkRect
rect_to_pt (ComarkRect mm)
{
  return (ComarkRect){ comark_mm_to_pt (mm.x), comark_mm_to_pt (mm.y), comark_mm_to_pt (mm.width),
                       comark_mm_to_pt (mm.height) };
}

static void
fill_rect (cairo_t *cr, double x, double y, double width, double height, ComarkColour colour)
{
  cairo_rectangle (cr, x, y, width, height);
  comark_colour_set_source (cr, colour);
  cairo_fill (cr);
}

/* The stripe is in the three colours of the mark, in its reading order. */
static void
paint_ornament (cairo_t *cr, const ComarkBox *box)
{
  static const ComarkColour colours[]
    = { COMARK_COLOUR_TEAL, COMARK_COLOUR_NAVY, COMARK_COLOUR_GOLD };
  ComarkRect rect = rect_to_pt (box->rect);

  if (!g_str_equal (box->name, "stripe"))
    {
      fill_rect (cr, rect.x, rect.y, rect.width, rect.height, box->colour);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    fill_rect (cr, rect.x + i * rect.width / 3, rect.y, rect.width / 3, rect.height, colours[i]);
}

static void
paint_background (ComarkCertificateLayout *layout, cairo_t *cr)
{
  const double width = comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM);
  const double height = comark_mm_to_pt (COMARK_CERTIFICATE_HEIGHT_MM);
  const double inset = comark_mm_to_pt (FRAME_INSET);
  ComarkRect mark = rect_to_pt (comark_certificate_layout_find_box (layout, "mark")->rect);

  fill_rect (cr, 0, 0, width, height, COMARK_COLOUR_PAPER);
  comark_guilloche_draw_rosette (cr, mark.x + mark.width / 2, mark.y + mark.height * 0.6,
                                 ROSETTE_REACH * mark.width);
  comark_guilloche_draw_frame (cr, inset, inset, width - 2 * inset, height - 2 * inset,
                               comark_mm_to_pt (FRAME_BAND));
  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (layout); i++)
    {
      const ComarkBox *box = comark_certificate_layout_get_box (layout, i);

      if (box->role == COMARK_BOX_ORNAMENT)
        paint_ornament (cr, box);
    }
}

char *
comark_certificate_qr_text (ComarkAward *award)
{
  const ComarkAwardFields *fields = comark_award_get_fields (award);
  g_autofree char *hash = g_ascii_strup (fields->document_hash, -1);

  return g_strdup_printf ("COMARK1:%s:%s", fields->number, hash);
}

static cairo_surface_t *
qr_to_mask (const QRcode *code)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  cairo_t *cr = cairo_create (mask);

  for (int i = 0; i < code->width * code->width; i++)
    if (code->data[i] & 1)
      cairo_rectangle (cr, i % code->width, i / code->width, 1, 1);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_fill (cr);
  cairo_destroy (cr);
  return mask;
}

/* As a one-bit mask: a path of a thousand squares takes ten times the bytes and the time. */
static void
paint_qr (cairo_t *cr, const ComarkBox *box, ComarkAward *award)
{
  ComarkRect rect = rect_to_pt (box->rect);
  g_autofree char *text = comark_certificate_qr_text (award);
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *mask;
  cairo_pattern_t *pattern;
  double module;

  g_return_if_fail (code != NULL);
  mask = qr_to_mask (code);
  module = rect.width / (code->width + 2 * QR_QUIET_MODULES);
  QRcode_free (code);
  pattern = cairo_pattern_create_for_surface (mask);
  cairo_surface_destroy (mask);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, rect.x + QR_QUIET_MODULES * module, rect.y + QR_QUIET_MODULES * module);
  cairo_scale (cr, module, module);
  comark_colour_set_source (cr, box->colour);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}

static void
paint_figure (ComarkCertificateLayout *layout, cairo_t *cr, const ComarkBox *box)
{
  ComarkRect rect = rect_to_pt (box->rect);

  if (g_str_equal (box->name, "qr"))
    paint_qr (cr, box, comark_certificate_layout_get_award (layout));
  else
    comark_mark_drawing_draw (cr, rect.x, rect.y, rect.width,
                              comark_certificate_layout_get_context (layout));
}

static void
paint_lines (cairo_t *cr, const ComarkBox *box)
{
  comark_colour_set_source (cr, box->colour);
  for (guint i = 0; i < box->n_lines; i++)
    {
      const ComarkLine *line = &box->lines[i];

      cairo_move_to (cr, comark_mm_to_pt (line->x), comark_mm_to_pt (line->baseline));
      pango_cairo_show_layout_line (cr, line->line);
    }
}

static void
paint_box (ComarkCertificateLayout *layout, cairo_t *cr, const ComarkBox *box, gboolean tagged)
{
  const char *tag = tag_name (box->role);

  if (tag == NULL)
    return;
  if (tagged)
    cairo_tag_begin (cr, tag, NULL);
  if (box->role == COMARK_BOX_FIGURE)
    paint_figure (layout, cr, box);
  else
    paint_lines (cr, box);
  if (tagged)
    cairo_tag_end (cr, tag);
}

/* What a reader's structure holds comes in one piece after what it leaves out: structure follows
 * the order of drawing, and a second root would lose the first. */
void
comark_certificate_paint (ComarkCertificateLayout *layout, cairo_t *cr)
{
  gboolean tagged = cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;

  cairo_save (cr);
  paint_background (layout, cr);
  if (tagged)
    cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (layout); i++)
    paint_box (layout, cr, comark_certificate_layout_get_box (layout, i), tagged);
  if (tagged)
    cairo_tag_end (cr, "Document");
  cairo_restore (cr);
}
