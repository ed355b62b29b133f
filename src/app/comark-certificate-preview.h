/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The certificate as it will print, as large as there is room: always in the proportion of an A4
 * sheet on its side. Painted in a thread, anew for each size and screen; while that goes on, the
 * picture there is is stretched. Its accessible name says what the certificate says.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-award.h"

G_BEGIN_DECLS

#define COMARK_TYPE_CERTIFICATE_PREVIEW (comark_certificate_preview_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCertificatePreview, comark_certificate_preview, COMARK,
                      CERTIFICATE_PREVIEW, GtkWidget)

GtkWidget *comark_certificate_preview_new (void);

/* What to show; NULL shows that something is being read. The same award again changes nothing. */
void comark_certificate_preview_set_award (ComarkCertificatePreview *self, ComarkAward *award);

/* Shows a sentence in place of the picture, and a button to try again. Without an award that is
 * the signal "retry" (): somebody else must fetch it. */
void comark_certificate_preview_set_error (ComarkCertificatePreview *self, const char *sentence);

/* The picture in sight; NULL while there is none. Returns: (transfer none) (nullable) */
GdkTexture *comark_certificate_preview_get_texture (ComarkCertificatePreview *self);

G_END_DECLS
