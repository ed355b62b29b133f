/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The certificate's two typefaces, Lato for text and EB Garamond for display, and Pango set up
 * for print: one unit is one point, nothing is hinted, positions are not rounded.
 */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_FACE_TEXT,      /* Lato */
  COMARK_FACE_BOLD,      /* Lato Bold */
  COMARK_FACE_DISPLAY,   /* EB Garamond */
  COMARK_FACE_SIGNATURE, /* EB Garamond Italic */
} ComarkFace;
#define COMARK_N_FACES (COMARK_FACE_SIGNATURE + 1)

/* A context for laying out and painting certificates in the calling thread alone: Pango's font
 * maps belong to a thread. Keep it for many certificates; the first costs tens of milliseconds.
 * Returns: (transfer full) */
PangoContext *comark_certificate_context_new (void);

/* @face at @size_pt points. Returns: (transfer full) */
PangoFontDescription *comark_certificate_face_describe (ComarkFace face, double size_pt);

/* FALSE with COMARK_CERTIFICATE_ERROR_FONTS, naming the packages to install, unless every face
 * is really there: a missing one is silently replaced, and the page would look another. */
gboolean comark_certificate_fonts_check (PangoContext *context, GError **error);

G_END_DECLS
