/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Setting words on A4 pages, line by line, for comark-desk-demo-document.c.
 */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "comark-certificate-fonts.h"
#include "comark-certificate-palette.h"

G_BEGIN_DECLS

/* A4 and its margins, points. */
#define COMARK_PAGE_WIDTH 595.28
#define COMARK_PAGE_HEIGHT 841.89
#define COMARK_PAGE_SIDE 68.0
#define COMARK_PAGE_TOP 80.0
#define COMARK_PAGE_BOTTOM 78.0
#define COMARK_PAGE_TEXT (COMARK_PAGE_WIDTH - 2 * COMARK_PAGE_SIDE)

/* How a document looks: sizes in points. */
typedef struct
{
  const char *name;
  double title, heading, subheading, body, small;
  double leading;
  gboolean centred;
} ComarkSetterLook;

typedef struct
{
  PangoContext *context;
  cairo_surface_t *surface;
  cairo_t *cr;
  const ComarkSetterLook *look;
  GHashTable *head; /* the keys at the top of the text */
  double y;
  int page;
  int n_pages; /* 0 while they are counted */
  gboolean in_row; /* the block before was a row of a table */
  gboolean in_headed_table;
} ComarkSetter;

/* How a run of words is set. */
typedef struct
{
  ComarkFace face;
  ComarkColour colour;
  double size;
  double x, width;
} ComarkStyle;

/* A key at the top of the text; "" where it is not there. */
const char *comark_setter_head (ComarkSetter *self, const char *key);

/* Over the whole width between the margins. */
ComarkStyle comark_setter_style (ComarkSetter *self, ComarkFace face, ComarkColour colour,
                                 double size);

/* From one line's top to the next one's. */
double comark_setter_step (ComarkSetter *self, const ComarkStyle *style);

/* Returns: (transfer full) */
PangoLayout *comark_setter_lay_out (ComarkSetter *self, const ComarkStyle *style,
                                    const char *text, gssize length);

/* The lines of @text at the width of @style. Returns: (transfer full) */
char **comark_setter_break (ComarkSetter *self, const ComarkStyle *style, const char *text);

/* Draws without asking whether there is room. The second answers the y below the last line. */
void comark_setter_draw_line (ComarkSetter *self, const ComarkStyle *style, const char *text,
                              double baseline);
double comark_setter_draw (ComarkSetter *self, const ComarkStyle *style, char **lines,
                           double y);
void comark_setter_rule (ComarkSetter *self, double y, ComarkColour colour, double thickness);

void comark_setter_begin_page (ComarkSetter *self);
void comark_setter_end_page (ComarkSetter *self);
void comark_setter_turn_page (ComarkSetter *self);

/* Turns the page unless there is room for @height. */
void comark_setter_need (ComarkSetter *self, double height);

/* Sets @text from where the page stands, over as many pages as it takes. */
void comark_setter_words (ComarkSetter *self, const ComarkStyle *style, const char *text);
void comark_setter_small (ComarkSetter *self, const char *text);

/* One block, with the mark it begins with (comark-desk-demo-document.h). */
void comark_setter_block (ComarkSetter *self, const char *block);
gboolean comark_setter_begins_block (const char *line);

G_END_DECLS
