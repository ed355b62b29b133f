/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The certificate as a picture for the screen, painted in a thread of its own. The painting is
 * that of every file and printer (comark-certificate-paint.h).
 */
#pragma once

#include <gdk/gdk.h>

#include "comark-certificate-layout.h"

G_BEGIN_DECLS

#define COMARK_CERTIFICATE_PICTURE_MAX_PX 8192

/* Height of a certificate over its width. */
#define COMARK_CERTIFICATE_ASPECT (COMARK_CERTIFICATE_HEIGHT_MM / COMARK_CERTIFICATE_WIDTH_MM)

/* The layout of @award with typefaces of the calling thread, kept for the next time; any thread.
 * The layout must be freed in that thread.
 * Errors: COMARK_CERTIFICATE_ERROR_FONTS. Returns: (transfer full) (nullable) */
ComarkCertificateLayout *comark_certificate_lay_out (ComarkAward *award, GError **error);

/* Paints @award @width_px device pixels wide (1 to COMARK_CERTIFICATE_PICTURE_MAX_PX), in a
 * thread. @callback comes on the calling thread's main context. */
void comark_certificate_picture_paint_async (ComarkAward *award, int width_px,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);

/* Errors: COMARK_CERTIFICATE_ERROR_FONTS and _DRAW, G_IO_ERROR_CANCELLED.
 * Returns: (transfer full) (nullable) */
GdkTexture *comark_certificate_picture_paint_finish (GAsyncResult *result, GError **error);

G_END_DECLS
