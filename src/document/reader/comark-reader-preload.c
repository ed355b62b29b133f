/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-preload.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <pango/pangocairo.h>

/* PNG and JPEG are built in where Debian builds it; TIFF is a module of its own. */
static void
preload_loader (const char *mime)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type (mime, NULL);

  if (loader != NULL)
    gdk_pixbuf_loader_close (loader, NULL);
}

/* Cairo keeps the faces it has drawn with. */
static void
preload_typeface (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Monospace 10");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "Words \xc3\xa9 \xce\xb1 \xd0\xb6", -1);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

void
comark_reader_preload (gboolean with_typeface)
{
  if (with_typeface)
    preload_typeface ();
  preload_loader ("image/png");
  preload_loader ("image/jpeg");
  preload_loader ("image/tiff");
}
