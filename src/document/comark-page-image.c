/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-image.h"

ComarkPageImage *
comark_page_image_new (GBytes *pixels, int width, int height, int stride, int page)
{
  ComarkPageImage *self = g_new0 (ComarkPageImage, 1);

  self->pixels = pixels;
  self->width = width;
  self->height = height;
  self->stride = stride;
  self->page = page;
  return self;
}

void
comark_page_image_free (ComarkPageImage *self)
{
  g_bytes_unref (self->pixels);
  g_free (self);
}
