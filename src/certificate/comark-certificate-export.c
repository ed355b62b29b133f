/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-export.h"

#include "comark-certificate-paint.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
take_bytes (GByteArray *bytes, cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_DRAW,
               "The certificate could not be drawn: %s.", cairo_status_to_string (status));
  return NULL;
}

/* NULL with an error when the typefaces are missing. */
static ComarkCertificateLayout *
lay_out (ComarkAward *award, GError **error)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context == NULL)
    {
      context = comark_certificate_context_new ();
      g_private_set (&contexts, context);
    }
  if (!comark_certificate_fonts_check (context, error))
    return NULL;
  return comark_certificate_layout_new (award, context);
}

/* The award's own day, at noon: the clock would make every file differ. */
static void
describe (cairo_surface_t *surface, ComarkAward *award)
{
  const ComarkAwardFields *fields = comark_award_get_fields (award);
  g_autofree char *title = g_strdup_printf ("Made in co-production: %s", fields->title);
  g_autofree char *subject
    = g_strdup_printf ("Certificate %s", comark_award_get_printed_number (award));
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", fields->decided);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, fields->organisation);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Comark");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* cairo 1.16 can crash when a surface in error is finished with tags open, so its status is
 * asked before. */
static cairo_status_t
paint_page (ComarkCertificateLayout *layout, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  comark_certificate_paint (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
comark_certificate_to_pdf (ComarkAward *award, GError **error)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (award, error);
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (layout == NULL)
    return NULL;
  bytes = g_byte_array_sized_new (128 * 1024);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes,
                                                 comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM),
                                                 comark_mm_to_pt (COMARK_CERTIFICATE_HEIGHT_MM));
  describe (surface, award);
  status = paint_page (layout, surface, 1);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_finish (surface);
      status = cairo_surface_status (surface);
    }
  cairo_surface_destroy (surface);
  return take_bytes (bytes, status, error);
}

GBytes *
comark_certificate_to_png (ComarkAward *award, double dpi, GError **error)
{
  g_autoptr (ComarkCertificateLayout) layout = NULL;
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!(dpi >= COMARK_CERTIFICATE_MIN_DPI && dpi <= COMARK_CERTIFICATE_MAX_DPI))
    {
      g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_INVALID,
                   "A picture of a certificate can have %.0f to %.0f dots an inch.",
                   COMARK_CERTIFICATE_MIN_DPI, COMARK_CERTIFICATE_MAX_DPI);
      return NULL;
    }
  layout = lay_out (award, error);
  if (layout == NULL)
    return NULL;
  surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) lround (COMARK_CERTIFICATE_WIDTH_MM / 25.4 * dpi),
    (int) lround (COMARK_CERTIFICATE_HEIGHT_MM / 25.4 * dpi));
  status = paint_page (layout, surface, dpi / 72);
  bytes = g_byte_array_new ();
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return take_bytes (bytes, status, error);
}

static gboolean
write_file (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *shown = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_set_contents_full (path, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644, &cause))
    return TRUE;
  shown = g_filename_display_name (path);
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_WRITE,
               "The certificate could not be saved as “%s”: %s. Nothing was left there; choose "
               "another folder, or make room.",
               shown, cause->message);
  return FALSE;
}

gboolean
comark_certificate_write_pdf (ComarkAward *award, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = comark_certificate_to_pdf (award, error);

  return bytes != NULL && write_file (bytes, path, error);
}

gboolean
comark_certificate_write_png (ComarkAward *award, const char *path, double dpi, GError **error)
{
  g_autoptr (GBytes) bytes = comark_certificate_to_png (award, dpi, error);

  return bytes != NULL && write_file (bytes, path, error);
}
