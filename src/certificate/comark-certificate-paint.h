/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a page of boxes to any cairo_t: screen, PNG, PDF, printer. The same drawing everywhere.
 */
#pragma once

#include "comark-certificate-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints the page with its top left corner at the origin, one user unit being one point
 * (1/72 inch): comark_mm_to_pt (COMARK_CERTIFICATE_WIDTH_MM) by
 * comark_mm_to_pt (COMARK_CERTIFICATE_HEIGHT_MM). Scale and translate before for another size.
 * On a PDF surface the text is tagged for screen readers, in one Document element.
 * The state of @cr is as before afterwards; ask cairo_status() for errors. */
void comark_certificate_paint (ComarkCertificateLayout *layout, cairo_t *cr);

/* What the QR code says: "COMARK1:CP-2026-0042-7:" and the 64 digits of the fingerprint in upper
 * case, so that it fits the code's alphanumeric mode. Returns: (transfer full) */
char *comark_certificate_qr_text (ComarkAward *award);

G_END_DECLS
