/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-certificate-fonts.h"

#include "comark-award.h"

#include <pango/pangocairo.h>

typedef struct
{
  const char *family;
  PangoWeight weight;
  PangoStyle style;
} Face;

/* "EB Garamond" alone names two cuts, for 8 and for 12 points, and fontconfig takes either. */
static const Face faces[COMARK_N_FACES] = {
  [COMARK_FACE_TEXT] = { "Lato", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [COMARK_FACE_BOLD] = { "Lato", PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [COMARK_FACE_DISPLAY] = { "EB Garamond 12", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [COMARK_FACE_SIGNATURE] = { "EB Garamond 12", PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC },
};

PangoContext *
comark_certificate_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  /* On the context, not on the font map: in the main thread GTK uses the same map. */
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en-GB"));
  return context;
}

PangoFontDescription *
comark_certificate_face_describe (ComarkFace face, double size_pt)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, faces[face].family);
  pango_font_description_set_weight (description, faces[face].weight);
  pango_font_description_set_style (description, faces[face].style);
  pango_font_description_set_size (description, (int) (size_pt * PANGO_SCALE));
  return description;
}

static gboolean
resolves (PangoContext *context, const Face *face)
{
  g_autoptr (PangoFontDescription) wanted
    = comark_certificate_face_describe ((ComarkFace) (face - faces), 12);
  g_autoptr (PangoFont) font = pango_context_load_font (context, wanted);
  g_autoptr (PangoFontDescription) found = font ? pango_font_describe (font) : NULL;

  return found != NULL
         && g_str_has_prefix (face->family, pango_font_description_get_family (found))
         && pango_font_description_get_weight (found) == face->weight
         && pango_font_description_get_style (found) == face->style;
}

gboolean
comark_certificate_fonts_check (PangoContext *context, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faces); i++)
    if (!resolves (context, &faces[i]))
      {
        g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_FONTS,
                     "The typeface %s%s%s is not installed, and a certificate needs it: install "
                     "the packages fonts-ebgaramond and fonts-lato, then start Comark again.",
                     faces[i].family, faces[i].weight == PANGO_WEIGHT_BOLD ? " Bold" : "",
                     faces[i].style == PANGO_STYLE_ITALIC ? " Italic" : "");
        return FALSE;
      }
  return TRUE;
}
