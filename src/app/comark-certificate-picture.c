/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-picture.h"

#include <glib/gi18n.h>
#include <math.h>

#include "comark-certificate-paint.h"

typedef struct
{
  ComarkAward *award;
  int width_px;
} Painting;

static void
painting_free (gpointer data)
{
  Painting *painting = data;

  comark_award_unref (painting->award);
  g_free (painting);
}

ComarkCertificateLayout *
comark_certificate_lay_out (ComarkAward *award, GError **error)
{
  static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);
  PangoContext *context = g_private_get (&contexts);

  if (context == NULL)
    {
      context = comark_certificate_context_new ();
      g_private_set (&contexts, context);
    }
  return comark_certificate_fonts_check (context, error)
           ? comark_certificate_layout_new (award, context)
           : NULL;
}

static cairo_status_t
paint (ComarkCertificateLayout *layout, cairo_surface_t *surface, int width_px)
{
  cairo_t *cr = cairo_create (surface);
  double scale = width_px / comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  comark_certificate_paint (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return status;
}

/* Takes @surface, whose pixels the texture then is. */
static GdkTexture *
surface_to_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), (gsize) height * (gsize) stride,
    (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, pixels, (gsize) stride);
}

static GdkTexture *
paint_texture (ComarkAward *award, int width_px, GError **error)
{
  g_autoptr (ComarkCertificateLayout) layout = comark_certificate_lay_out (award, error);
  cairo_surface_t *surface;
  cairo_status_t status;
  int height_px = MAX ((int) lround (width_px * COMARK_CERTIFICATE_ASPECT), 1);

  if (layout == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width_px, height_px);
  status = paint (layout, surface, width_px);
  if (status == CAIRO_STATUS_SUCCESS)
    return surface_to_texture (surface);
  cairo_surface_destroy (surface);
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_DRAW,
               _("The certificate could not be drawn: %s. Close other programs and try again."),
               cairo_status_to_string (status));
  return NULL;
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Painting *painting = data;
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (task))
    return;
  texture = paint_texture (painting->award, painting->width_px, &error);
  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
comark_certificate_picture_paint_async (ComarkAward *award, int width_px,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Painting *painting = g_new0 (Painting, 1);

  painting->award = comark_award_ref (award);
  painting->width_px = CLAMP (width_px, 1, COMARK_CERTIFICATE_PICTURE_MAX_PX);
  g_task_set_source_tag (task, comark_certificate_picture_paint_async);
  g_task_set_task_data (task, painting, painting_free);
  g_task_run_in_thread (task, paint_in_thread);
}

GdkTexture *
comark_certificate_picture_paint_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
