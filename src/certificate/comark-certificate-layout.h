/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From an award to a page of boxes. Nothing is drawn here: the result is numbers, in millimetres
 * from the top left corner of an A4 sheet on its side, in reading order. Text shrinks, wraps and,
 * last of all, is shortened by the rule of its box, so that nothing overlaps or runs off the page
 * whatever an award says.
 *
 * A layout holds shaped text of its PangoContext: make, use and free it in that context's thread.
 */
#pragma once

#include "comark-award.h"
#include "comark-certificate-fonts.h"
#include "comark-certificate-palette.h"

G_BEGIN_DECLS

#define COMARK_CERTIFICATE_WIDTH_MM 297.0
#define COMARK_CERTIFICATE_HEIGHT_MM 210.0

/* The only two places where millimetres meet points. */
static inline double
comark_mm_to_pt (double mm)
{
  return mm * 72.0 / 25.4;
}

static inline double
comark_pt_to_mm (double pt)
{
  return pt * 25.4 / 72.0;
}

/* What a box is to a reader, and so its tag in a PDF. */
typedef enum
{
  COMARK_BOX_H1,
  COMARK_BOX_H2,
  COMARK_BOX_P,
  COMARK_BOX_FIGURE,   /* the mark, the QR code */
  COMARK_BOX_ORNAMENT, /* rules: no part of the text */
} ComarkBoxRole;

typedef struct
{
  double x, y, width, height; /* mm */
} ComarkRect;

/* One line of a box's text. */
typedef struct
{
  char *text;            /* as printed; a wrapped line keeps the space it was broken at */
  double x;              /* mm from the page's left edge to where the line starts */
  double baseline;       /* mm from the page's top edge */
  double width;          /* mm, without the space at the end */
  ComarkRect ink;        /* what is really blackened, mm on the page */
  PangoLayoutLine *line; /* shaped; its width is in points */
} ComarkLine;

typedef struct
{
  const char *name; /* which box: "title", "panel"; static, for tests and the painter */
  ComarkBoxRole role;
  ComarkRect rect;
  ComarkColour colour;
  ComarkFace face;  /* of text */
  double size_pt;   /* of text */
  guint n_lines;    /* 0 for figures and ornaments */
  ComarkLine *lines;
} ComarkBox;

typedef struct _ComarkCertificateLayout ComarkCertificateLayout;

/* @context is from comark_certificate_context_new(). Cannot fail. Returns: (transfer full) */
ComarkCertificateLayout *comark_certificate_layout_new (ComarkAward *award, PangoContext *context);
void comark_certificate_layout_free (ComarkCertificateLayout *self);

ComarkAward *comark_certificate_layout_get_award (ComarkCertificateLayout *self);
PangoContext *comark_certificate_layout_get_context (ComarkCertificateLayout *self);

/* The boxes in reading order. */
guint comark_certificate_layout_get_n_boxes (ComarkCertificateLayout *self);
const ComarkBox *comark_certificate_layout_get_box (ComarkCertificateLayout *self, guint index);

/* The box called @name, or NULL. */
const ComarkBox *comark_certificate_layout_find_box (ComarkCertificateLayout *self,
                                                     const char *name);

/* The characters, each once, for which no installed typeface has a picture: they would print as
 * small boxes with numbers. "" when all is well. Tell the person before printing. */
const char *comark_certificate_layout_get_unprintable (ComarkCertificateLayout *self);

/* NULL-terminated names of boxes whose text had to be shortened with "…". */
const char *const *comark_certificate_layout_get_shortened (ComarkCertificateLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkCertificateLayout, comark_certificate_layout_free)

G_END_DECLS
