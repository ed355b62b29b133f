/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A flip chart as a telephone would take it: paper on a wall, pens, notes stuck on it.
 */
#include "comark-desk-demo-document.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "comark-award.h"
#include "comark-certificate-fonts.h"

#define WIDTH 840
#define HEIGHT 1120
#define PAPER 40.0
#define LEFT 96.0
#define NOTE 210.0

typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  double y;
  double written; /* how wide the words last written are */
  guint n_lines;
  guint n_notes;
} Chart;

static const double pens[][3] = {
  { 0.09, 0.15, 0.42 }, { 0.62, 0.10, 0.14 }, { 0.05, 0.37, 0.20 },
};

/* A hand is never quite level; the same each time. */
static double
wobble (guint n)
{
  return ((n * 37) % 11 - 5.0) / 400;
}

static double
write_words (Chart *self, const char *text, double x, double y, double width, double size)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font
    = comark_certificate_face_describe (COMARK_FACE_SIGNATURE, size);
  int drawn, height;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &drawn, &height);
  self->written = drawn;
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, wobble (self->n_lines));
  cairo_move_to (self->cr, 0, 0);
  /* A pen is thicker than type. */
  pango_cairo_layout_path (self->cr, layout);
  cairo_set_line_width (self->cr, 1.1);
  cairo_fill_preserve (self->cr);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  return height;
}

static void
cross_out (Chart *self, double y, double height)
{
  cairo_set_line_width (self->cr, 3);
  cairo_move_to (self->cr, LEFT - 6, y + height * 0.62);
  cairo_curve_to (self->cr, LEFT + self->written / 3, y + height * 0.4,
                  LEFT + self->written * 2 / 3, y + height * 0.75, LEFT + self->written + 8,
                  y + height * 0.5);
  cairo_stroke (self->cr);
}

static void
write_line (Chart *self, const char *text, double size, gboolean crossed)
{
  const double *pen = pens[self->n_lines % G_N_ELEMENTS (pens)];
  double height;

  cairo_set_source_rgb (self->cr, pen[0], pen[1], pen[2]);
  height = write_words (self, text, LEFT, self->y, WIDTH - 2 * LEFT, size);
  if (crossed)
    cross_out (self, self->y, height);
  self->y += height + 18;
  self->n_lines++;
}

/* Along the foot of the sheet, each a little askew. */
static void
stick_note (Chart *self, const char *text)
{
  double x = LEFT + self->n_notes * (NOTE + 36), y = HEIGHT - NOTE - 96 + (self->n_notes % 2) * 22;

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, self->n_notes % 2 == 0 ? -0.05 : 0.04);
  cairo_set_source_rgba (self->cr, 0, 0, 0, 0.18);
  cairo_rectangle (self->cr, 6, 8, NOTE, NOTE * 0.86);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 1, 0.92, 0.45);
  cairo_rectangle (self->cr, 0, 0, NOTE, NOTE * 0.86);
  cairo_fill (self->cr);
  cairo_set_source_rgb (self->cr, 0.15, 0.15, 0.2);
  write_words (self, text, 16, 18, NOTE - 32, 30);
  cairo_restore (self->cr);
  self->n_notes++;
}

static void
hang_paper (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0.78, 0.80, 0.77);
  cairo_paint (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.16);
  cairo_rectangle (cr, PAPER + 8, PAPER + 12, WIDTH - 2 * PAPER, HEIGHT - 2 * PAPER);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.985, 0.98, 0.955);
  cairo_rectangle (cr, PAPER, PAPER, WIDTH - 2 * PAPER, HEIGHT - 2 * PAPER);
  cairo_fill (cr);
  /* tape */
  cairo_set_source_rgba (cr, 0.93, 0.88, 0.70, 0.85);
  cairo_rectangle (cr, WIDTH / 2.0 - 70, PAPER - 16, 140, 34);
  cairo_fill (cr);
}

static void
draw_chart (cairo_t *cr, PangoContext *context, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Chart self = { cr, context, PAPER + 60, 0, 0, 0 };

  hang_paper (cr);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "# "))
        write_line (&self, lines[i] + 2, 62, FALSE);
      else if (g_str_has_prefix (lines[i], "- "))
        write_line (&self, lines[i] + 2, 40, FALSE);
      else if (g_str_has_prefix (lines[i], "x "))
        write_line (&self, lines[i] + 2, 40, TRUE);
      else if (g_str_has_prefix (lines[i], "* "))
        stick_note (&self, lines[i] + 2);
    }
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
comark_demo_draw_flipchart (const char *text, GError **error)
{
  PangoContext *context = comark_certificate_context_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw_chart (cr, context, text);
  status = cairo_status (cr);
  cairo_destroy (cr);
  g_object_unref (context);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_DRAW,
               "A picture of the demo register could not be drawn: %s.",
               cairo_status_to_string (status));
  return NULL;
}
