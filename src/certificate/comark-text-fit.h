/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text into a box of given width by a rule: the first of the style's sizes at which it needs no
 * more lines than that size allows; if none does, the last size, shortened with "…".
 *
 * Each line is laid out by itself, with its ligatures off and the space it was broken at kept as
 * a glyph. Pango would otherwise put a hidden replacement text around both in a PDF, at which
 * poppler's readers drop the rest of the paragraph (certificate.md 2.3).
 */
#pragma once

#include "comark-certificate-layout.h"

G_BEGIN_DECLS

typedef struct
{
  double size_pt;
  guint max_lines;
} ComarkTextSize;

typedef struct
{
  ComarkBoxRole role;
  ComarkFace face;
  ComarkColour colour;
  double leading;          /* baseline to baseline, in sizes */
  gboolean is_centred;
  ComarkTextSize sizes[3]; /* falling; size 0 ends them */
} ComarkTextStyle;

/* Fills @box (zeroed by the caller but for its name) with @text at most @width mm wide, its top
 * left corner at the origin. The first @skip sizes of the style are not tried. A '\n' ends a
 * line. FALSE if the text had to be shortened. Sets the base direction of @context. */
gboolean comark_text_fit (PangoContext *context, const ComarkTextStyle *style, guint skip,
                          const char *text, double width, ComarkBox *box);

/* Moves a filled box and its lines so that its top left corner is at @x, @y mm. */
void comark_text_fit_move (ComarkBox *box, double x, double y);

void comark_text_fit_clear (ComarkBox *box);

G_END_DECLS
