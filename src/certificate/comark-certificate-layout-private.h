/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of a layout share: the page's grid, and how a box is added. The column with the
 * award itself is in comark-certificate-column.c, the mark, signatures and check block around it
 * in comark-certificate-blocks.c.
 */
#pragma once

#include "comark-certificate-layout.h"
#include "comark-text-fit.h"

G_BEGIN_DECLS

/* The page's grid, mm. */
#define LAYOUT_TOP 25.0
#define LAYOUT_FOOT 185.5
#define LAYOUT_LEFT 27.0
#define LAYOUT_LEFT_WIDTH 88.0
#define LAYOUT_RIGHT 123.0
#define LAYOUT_RIGHT_WIDTH 147.0

struct _ComarkCertificateLayout
{
  ComarkAward *award;
  const ComarkAwardFields *fields; /* of award */
  PangoContext *context;
  GArray *boxes; /* ComarkBox, in reading order */
  GPtrArray *shortened;
  char *unprintable;
};

/* Borrowed until the next box is added. */
ComarkBox *comark_layout_nth (ComarkCertificateLayout *self, guint index);

/* Adds @text fitted by @style (comark_text_fit()), still at the origin; @name is static.
 * Returns the new box's index. */
guint comark_layout_add_text (ComarkCertificateLayout *self, const char *name,
                              const ComarkTextStyle *style, guint skip, const char *text,
                              double width);

void comark_layout_add_shape (ComarkCertificateLayout *self, const char *name,
                              ComarkBoxRole role, ComarkColour colour, ComarkRect rect);

/* The right column: the award, and the facts under it, down to @foot at most. */
void comark_layout_add_column (ComarkCertificateLayout *self, double foot);

/* Where the signatures will stand. */
typedef struct
{
  guint skip;  /* sizes of the names that one of the two cannot have */
  double rule; /* y of the lines under both names, mm */
  double top;  /* y of the taller name's top, mm */
} ComarkSignatures;

void comark_layout_add_mark (ComarkCertificateLayout *self);
ComarkSignatures comark_layout_measure_signatures (ComarkCertificateLayout *self);
void comark_layout_add_signatures (ComarkCertificateLayout *self,
                                   const ComarkSignatures *signatures);
void comark_layout_add_check (ComarkCertificateLayout *self);
void comark_layout_add_credit (ComarkCertificateLayout *self);

G_END_DECLS
