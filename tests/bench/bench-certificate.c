/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long one certificate takes, beside the floor (the same lines in the same typefaces, already
 * shaped, and nothing else) and beside other PDF makers given the same lines, about the same
 * curves and the same code. Ratios on one machine in one run are what counts; see README.md.
 */
#include "../certificate/award-fixture.h"
#include "comark-award-number.h"
#include "comark-certificate-export.h"
#include "comark-certificate-paint.h"
#include "comark-guilloche.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <time.h>

#define ROUNDS 3
#define RUNS 15

typedef void (*Work) (guint serial);

static PangoContext *context;
static ComarkCertificateLayout *shaped;

static ComarkAward *
award_of (guint serial)
{
  ComarkAwardFields fields = fixture_fields;
  g_autofree char *number = comark_award_number_format (2026, serial + 1);

  fields.number = number;
  return comark_award_new (&fields, NULL);
}

static void
make_whole (guint serial)
{
  g_autoptr (ComarkAward) award = award_of (serial);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = comark_certificate_to_pdf (award, &error);

  g_assert_no_error (error);
}

static void
make_layout (guint serial)
{
  g_autoptr (ComarkAward) award = award_of (serial);

  comark_certificate_layout_free (comark_certificate_layout_new (award, context));
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
make_pdf (void (*paint) (cairo_t *))
{
  gsize n = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
    count_bytes, &n, comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM),
    comark_mm_to_pt (COMARK_CERTIFICATE_HEIGHT_MM));
  cairo_t *cr = cairo_create (surface);

  paint (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (n, >, 0);
}

static void
paint_shaped (cairo_t *cr)
{
  comark_certificate_paint (shaped, cr);
}

static void
paint_lines (cairo_t *cr)
{
  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (shaped); i++)
    {
      const ComarkBox *box = comark_certificate_layout_get_box (shaped, i);

      for (guint l = 0; l < box->n_lines; l++)
        {
          cairo_move_to (cr, comark_mm_to_pt (box->lines[l].x),
                         comark_mm_to_pt (box->lines[l].baseline));
          pango_cairo_show_layout_line (cr, box->lines[l].line);
        }
    }
}

static void
paint_frame (cairo_t *cr)
{
  comark_guilloche_draw_rosette (cr, 200, 200, 113);
  comark_guilloche_draw_frame (cr, 27, 27, 788, 541, 18.7);
}

static void
make_frame (guint serial)
{
  make_pdf (paint_frame);
}

static void
make_painting (guint serial)
{
  make_pdf (paint_shaped);
}

static void
make_floor (guint serial)
{
  make_pdf (paint_lines);
}

/* Processor time: the machine may have other work. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* The best round of a few, in milliseconds each: the least disturbed one. */
static double
measure (Work work)
{
  double best = G_MAXDOUBLE;

  work (0);
  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = now_ms ();

      for (guint i = 0; i < RUNS; i++)
        work (round * RUNS + i);
      best = MIN (best, (now_ms () - start) / RUNS);
    }
  return best;
}

/* What the peers are to draw: "T face size x y text" and "R column row" of the code, points from
 * the top left. */
static void
write_content (const char *path)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *code_text = comark_certificate_qr_text (
    comark_certificate_layout_get_award (shaped));
  QRcode *code = QRcode_encodeString (code_text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);

  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (shaped); i++)
    {
      const ComarkBox *box = comark_certificate_layout_get_box (shaped, i);

      for (guint l = 0; l < box->n_lines; l++)
        g_string_append_printf (out, "T\t%d\t%.2f\t%.2f\t%.2f\t%s\n", box->face, box->size_pt,
                                comark_mm_to_pt (box->lines[l].x),
                                comark_mm_to_pt (box->lines[l].baseline), box->lines[l].text);
    }
  for (int i = 0; i < code->width * code->width; i++)
    if (code->data[i] & 1)
      g_string_append_printf (out, "R\t%d\t%d\n", i % code->width, i / code->width);
  QRcode_free (code);
  g_assert_true (g_file_set_contents (path, out->str, -1, NULL));
}

/* A peer prints its own milliseconds for one. Below 0: not installed. */
static double
run_peer (const char *program, const char *script, const char *content, const char *runs)
{
  g_autofree char *out = NULL;
  const char *with_script[] = { program, script, content, runs, NULL };
  const char *alone[] = { program, content, runs, NULL };
  int status;

  if (*program == '\0'
      || !g_spawn_sync (NULL, (char **) (*script ? with_script : alone), NULL,
                        G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                        &status, NULL)
      || !g_spawn_check_wait_status (status, NULL))
    return -1;
  return g_ascii_strtod (out, NULL);
}

static void
print_row (const char *what, double ms, double ours, double floor)
{
  if (ms < 0)
    g_print ("%-44s not installed\n", what);
  else
    g_print ("%-44s %8.2f ms %8.2f x ours %8.2f x floor\n", what, ms, ms / ours, ms / floor);
}

static void
print_peers (double ours, double floor)
{
  g_autofree char *content = g_build_filename (g_get_tmp_dir (), "comark-bench-XXXXXX", NULL);
  int fd = g_mkstemp (content);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  write_content (content);
  print_row ("libharu (no shaping, no tags)", run_peer (COMARK_LIBHARU_PEER, "", content, "20"),
             ours, floor);
  print_row ("ReportLab (no shaping, no tags)",
             run_peer (COMARK_PYTHON, COMARK_PEERS "/certificate_reportlab.py", content, "10"),
             ours, floor);
  print_row ("WeasyPrint",
             run_peer (COMARK_PYTHON, COMARK_PEERS "/certificate_weasyprint.py", content, "3"),
             ours, floor);
  g_unlink (content);
}

int
main (void)
{
  g_autoptr (ComarkAward) award = award_of (41);
  double floor, ours;

  context = comark_certificate_context_new ();
  shaped = comark_certificate_layout_new (award, context);
  floor = measure (make_floor);
  ours = measure (make_whole);
  print_row ("a whole certificate as PDF", ours, ours, floor);
  print_row ("  of it: layout and shaping", measure (make_layout), ours, floor);
  print_row ("  of it: painting and writing", measure (make_painting), ours, floor);
  print_row ("  of that: frame and rosette", measure (make_frame), ours, floor);
  print_row ("floor: the same lines, shaped before", floor, ours, floor);
  print_peers (ours, floor);
  comark_certificate_layout_free (shaped);
  g_object_unref (context);
  return 0;
}
