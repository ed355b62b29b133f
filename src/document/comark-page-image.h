/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page as pixels: our own copy, which the reader process can no longer change.
 * Immutable once made, so it may cross threads.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GBytes *pixels; /* height x stride bytes, as cairo's ARGB32 and GDK_MEMORY_DEFAULT */
  int width;      /* pixels, at least 1 */
  int height;     /* pixels, at least 1 */
  int stride;     /* bytes, at least 4 x width */
  int page;       /* from 0 */
} ComarkPageImage;

/* Takes @pixels. Returns: (transfer full) */
ComarkPageImage *comark_page_image_new (GBytes *pixels, int width, int height, int stride,
                                        int page);
void comark_page_image_free (ComarkPageImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkPageImage, comark_page_image_free)

G_END_DECLS
