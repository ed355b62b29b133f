/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A photograph or scan as a document of one page, 96 pixels to the inch, the right way up.
 */
#include "comark-reader-source.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "comark-document-kind.h"

#define MAX_PICTURE_PIXELS (50 * 1000 * 1000)
#define POINTS_A_PIXEL 0.75
#define CHUNK_BYTES 65536

/* The size a file claims is known before its pixels are made: refuse then, not after. A size
 * of nothing is what makes the loaders stop; they would make room for the whole otherwise. */
static void
on_size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gboolean *too_large)
{
  *too_large = (gint64) width * height > MAX_PICTURE_PIXELS;
  if (*too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

static gboolean
feed (GdkPixbufLoader *loader, const char *bytes, gsize length, const gboolean *too_large)
{
  for (gsize at = 0; at < length && !*too_large; at += CHUNK_BYTES)
    if (!gdk_pixbuf_loader_write (loader, (const guchar *) bytes + at,
                                  MIN (CHUNK_BYTES, length - at), NULL))
      return FALSE;
  return TRUE;
}

/* Takes the loader by the kind that the bytes told, so that no other decoder is ever run. */
static ComarkReaderStatus
load (const char *bytes, gsize length, GdkPixbuf **picture)
{
  ComarkDocumentKind kind = comark_document_kind_sniff ((const guint8 *) bytes, length);
  g_autoptr (GdkPixbufLoader) loader
    = gdk_pixbuf_loader_new_with_mime_type (comark_document_kind_mime (kind), NULL);
  gboolean too_large = FALSE;

  if (loader == NULL)
    return COMARK_READER_STATUS_KIND;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_size_prepared_cb), &too_large);
  gboolean whole = feed (loader, bytes, length, &too_large);
  whole = gdk_pixbuf_loader_close (loader, NULL) && whole;
  if (too_large)
    return COMARK_READER_STATUS_TOO_LARGE;
  if (!whole || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return COMARK_READER_STATUS_DAMAGED;
  *picture = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  return COMARK_READER_STATUS_OK;
}

static guint32
premultiply (const guchar *from, int n_channels)
{
  guint32 alpha = n_channels == 4 ? from[3] : 255;

  return alpha << 24 | (from[0] * alpha / 255) << 16 | (from[1] * alpha / 255) << 8
         | from[2] * alpha / 255;
}

static cairo_surface_t *
to_surface (GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  int n_channels = gdk_pixbuf_get_n_channels (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  for (int y = 0; y < height; y++)
    {
      const guchar *from
        = gdk_pixbuf_read_pixels (picture) + (gsize) y * gdk_pixbuf_get_rowstride (picture);
      guchar *row = cairo_image_surface_get_data (surface)
                    + (gsize) y * cairo_image_surface_get_stride (surface);
      guint32 *to = (guint32 *) (void *) row;
      for (int x = 0; x < width; x++, from += n_channels)
        to[x] = premultiply (from, n_channels);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static ComarkReaderStatus
open_picture (ComarkReaderSource *self, int fd, gsize length)
{
  gsize n_read = 0;
  g_autofree char *bytes = comark_reader_read_all (fd, length, &n_read);
  g_autoptr (GdkPixbuf) picture = NULL;
  ComarkReaderStatus status = bytes ? load (bytes, n_read, &picture) : COMARK_READER_STATUS_DAMAGED;

  if (status != COMARK_READER_STATUS_OK)
    return status;
  self->data = to_surface (picture);
  self->n_pages = 1;
  return cairo_surface_status (self->data) == CAIRO_STATUS_SUCCESS
           ? COMARK_READER_STATUS_OK
           : COMARK_READER_STATUS_TOO_LARGE;
}

static gboolean
get_size (ComarkReaderSource *self, int page, double *width, double *height)
{
  *width = cairo_image_surface_get_width (self->data) * POINTS_A_PIXEL;
  *height = cairo_image_surface_get_height (self->data) * POINTS_A_PIXEL;
  return page == 0;
}

static gboolean
paint (ComarkReaderSource *self, int page, cairo_t *cr)
{
  cairo_scale (cr, POINTS_A_PIXEL, POINTS_A_PIXEL);
  cairo_set_source_surface (cr, self->data, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  return page == 0;
}

static char *
dup_text (ComarkReaderSource *self, int page)
{
  return page == 0 ? g_strdup ("") : NULL;
}

/* There are no words in a picture that this program could find. */
static void
read_page (ComarkReaderSource *self, int page, ComarkReaderWords *words)
{
}

const ComarkReaderSourceClass comark_reader_picture_class
  = { open_picture, get_size, paint, dup_text, read_page, NULL, NULL, NULL, NULL, NULL, NULL };
