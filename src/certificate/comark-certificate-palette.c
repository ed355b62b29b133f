/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-palette.h"

#include <math.h>

static const guint32 palette[COMARK_N_COLOURS] = {
  [COMARK_COLOUR_PAPER] = 0xfffdf7,      [COMARK_COLOUR_INK] = 0x1b1f2a,
  [COMARK_COLOUR_GREY] = 0x4d5463,       [COMARK_COLOUR_NAVY] = 0x10295a,
  [COMARK_COLOUR_TEAL] = 0x00736c,       [COMARK_COLOUR_GOLD] = 0xdba546,
  [COMARK_COLOUR_GOLD_DEEP] = 0xbd8a33,  [COMARK_COLOUR_NAVY_LIFT] = 0x244072,
  [COMARK_COLOUR_TEAL_LIFT] = 0x157e78,  [COMARK_COLOUR_LABEL_DARK] = 0x251a02,
  [COMARK_COLOUR_TINT] = 0xdfe3dc,
};

static double
channel (guint32 rgb, int shift)
{
  return ((rgb >> shift) & 0xff) / 255.0;
}

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

double
comark_colour_luminance (ComarkColour colour)
{
  guint32 rgb = palette[colour];

  return 0.2126 * linear (channel (rgb, 16)) + 0.7152 * linear (channel (rgb, 8))
         + 0.0722 * linear (channel (rgb, 0));
}

double
comark_colour_contrast (ComarkColour a, ComarkColour b)
{
  double one = comark_colour_luminance (a), other = comark_colour_luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

void
comark_colour_set_source (cairo_t *cr, ComarkColour colour)
{
  guint32 rgb = palette[colour];

  cairo_set_source_rgb (cr, channel (rgb, 16), channel (rgb, 8), channel (rgb, 0));
}

void
comark_colour_add_stop (cairo_pattern_t *pattern, double offset, ComarkColour colour)
{
  guint32 rgb = palette[colour];

  cairo_pattern_add_color_stop_rgb (pattern, offset, channel (rgb, 16), channel (rgb, 8),
                                    channel (rgb, 0));
}
