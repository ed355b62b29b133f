/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-paper.h"

#include "comark-reading-buffer.h"
#include "comark-reading-faces.h"

#define MARGIN 24 /* pixels at each side of the column; as in the .ui */

struct _ComarkReadingPaper
{
  GtkScrolledWindow *scroller;
  AdwClampScrollable *column;
  ComarkReadingSheet *sheet;
  GtkCssProvider *provider;
};

ComarkReadingPaper *
comark_reading_paper_new (GtkScrolledWindow *scroller, AdwClampScrollable *column,
                          ComarkReadingSheet *sheet)
{
  ComarkReadingPaper *self = g_new0 (ComarkReadingPaper, 1);
  GtkWidget *widgets[] = { GTK_WIDGET (scroller), GTK_WIDGET (sheet) };

  self->scroller = scroller;
  self->column = column;
  self->sheet = sheet;
  self->provider = gtk_css_provider_new ();
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_style_context_add_provider (gtk_widget_get_style_context (widgets[i]),
                                    GTK_STYLE_PROVIDER (self->provider),
                                    GTK_STYLE_PROVIDER_PRIORITY_USER);
  return self;
}

void
comark_reading_paper_free (ComarkReadingPaper *self)
{
  g_object_unref (self->provider);
  g_free (self);
}

/* GTK takes the colour of the words from the outer node. What is selected is ink and paper the
 * other way round. */
static void
apply_colours (ComarkReadingPaper *self, const ComarkReadingLook *look)
{
  int ink, paper;
  g_autofree char *css = NULL;

  if (comark_reading_look_get_colours (look, &ink, &paper))
    css = g_strdup_printf (
      "scrolledwindow.comark-reading-paper { background-color: #%06x; }"
      "textview.comark-reading { color: #%06x; }"
      "textview.comark-reading > text { background-color: #%06x; color: #%06x;"
      " caret-color: #%06x; }"
      "textview.comark-reading > text > selection { background-color: #%06x; color: #%06x; }",
      paper, ink, paper, ink, ink, ink, paper);
  gtk_css_provider_load_from_data (self->provider, css != NULL ? css : "", -1);
}

static GdkRGBA
get_ink (ComarkReadingPaper *self, const ComarkReadingLook *look)
{
  GdkRGBA rgba = { 0, 0, 0, 1 };
  int ink, paper;

  if (!comark_reading_look_get_colours (look, &ink, &paper))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self->scroller)),
                                 &rgba);
  else
    rgba = (GdkRGBA) { (float) (ink >> 16 & 0xff) / 255, (float) (ink >> 8 & 0xff) / 255,
                       (float) (ink & 0xff) / 255, 1 };
  return rgba;
}

static ComarkReadingMeasure
measure (ComarkReadingPaper *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->sheet));
  PangoFontDescription *font = pango_context_get_font_description (context);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, font, NULL);
  int size = pango_font_description_get_size (font);
  double pixels = pango_font_description_get_size_is_absolute (font)
                    ? size
                    : size * pango_cairo_context_get_resolution (context) / 72;
  ComarkReadingMeasure answer = {
    .letter_height = MAX (1, PANGO_PIXELS ((int) pixels)),
    .letter_width = MAX (1, PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics))),
  };

  pango_font_metrics_unref (metrics);
  return answer;
}

/* Stays with its line while the lines around it change their height. */
static void
keep_place (ComarkReadingPaper *self, GtkTextBuffer *buffer, const GtkTextIter *top)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "comark-top");

  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "comark-top", top, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, top);
  comark_reading_sheet_scroll_to (self->sheet, mark, TRUE);
}

void
comark_reading_paper_apply (ComarkReadingPaper *self, const ComarkReadingLook *look,
                            GtkTextBuffer *buffer)
{
  ComarkReadingMeasure measured = measure (self);
  ComarkReadingLook shown = *look;
  int letter_px = measured.letter_width * look->size / 100
                  + measured.letter_height * look->size / 100 * look->letter / 100;
  int column_px = MAX (letter_px * look->column, 100);
  GdkRGBA ink = get_ink (self, look);
  GdkRectangle seen;
  GtkTextIter top;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self->sheet), &seen);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self->sheet), &top, seen.y, NULL);
  if (!comark_reading_faces_has (GTK_WIDGET (self->sheet), look->face))
    shown.face[0] = '\0';
  comark_reading_buffer_set_look (buffer, &shown, &measured, column_px);
  adw_clamp_scrollable_set_maximum_size (self->column, column_px + 2 * MARGIN);
  adw_clamp_scrollable_set_tightening_threshold (self->column, column_px + 2 * MARGIN);
  apply_colours (self, look);
  comark_reading_sheet_set_ruler (self->sheet, look->ruler, &ink);
  comark_reading_sheet_measure_anew (self->sheet);
  if (seen.y > 0)
    keep_place (self, buffer, &top);
}
