/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-sheet.h"

#define BAR_PX 3
#define BAND_ALPHA 0.08f
#define BAR_ALPHA 0.75f

struct _ComarkReadingSheet
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* whose caret is followed */
  gboolean has_ruler;
  GdkRGBA ink;
  int offset;   /* in the line with the ruler */
  double y;     /* where the pointer was last, in the widget */
  gboolean follows_pointer; /* it moved last */
  GtkAdjustment *scrolled; /* what moves the text under the pointer */
};

G_DEFINE_FINAL_TYPE (ComarkReadingSheet, comark_reading_sheet, GTK_TYPE_TEXT_VIEW)

/* ---- where it lies ---- */

static void
point_at (ComarkReadingSheet *self, int offset)
{
  if (offset == self->offset)
    return;
  self->offset = offset;
  if (self->has_ruler)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
comark_reading_sheet_point_at (ComarkReadingSheet *self, int offset)
{
  g_return_if_fail (COMARK_IS_READING_SHEET (self));

  self->follows_pointer = FALSE;
  point_at (self, offset);
}

static void
follow_pointer (ComarkReadingSheet *self)
{
  GtkTextIter iter;
  int y;

  if (!self->has_ruler || !self->follows_pointer)
    return;
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, 0,
                                         (int) self->y, NULL, &y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, 0, y);
  point_at (self, gtk_text_iter_get_offset (&iter));
}

static void
on_motion_cb (GtkEventControllerMotion *controller, double x, double y, ComarkReadingSheet *self)
{
  /* Text that moves under a pointer that stands still is not the pointer's doing. */
  if (y == self->y)
    return;
  self->y = y;
  self->follows_pointer = TRUE;
  follow_pointer (self);
}

static void
on_caret_cb (GtkTextBuffer *buffer, GParamSpec *pspec, ComarkReadingSheet *self)
{
  int offset;

  g_object_get (buffer, "cursor-position", &offset, NULL);
  comark_reading_sheet_point_at (self, offset);
}

static void
on_buffer_cb (ComarkReadingSheet *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  if (self->buffer == buffer)
    return;
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_set_object (&self->buffer, buffer);
  if (buffer != NULL)
    g_signal_connect (buffer, "notify::cursor-position", G_CALLBACK (on_caret_cb), self);
}

static void
on_scrollable_cb (ComarkReadingSheet *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->scrolled == adjustment)
    return;
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_set_object (&self->scrolled, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (follow_pointer), self);
}

/* ---- drawing ---- */

/* The line as it is broken on the screen, not the paragraph. */
gboolean
comark_reading_sheet_get_line (ComarkReadingSheet *self, GdkRectangle *line)
{
  GtkTextIter iter;
  GdkRectangle visible;

  if (!self->has_ruler)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter,
                                      self->offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, line);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  line->x = visible.x;
  line->width = visible.width;
  return TRUE;
}

static void
append_colour (GtkSnapshot *snapshot, const GdkRGBA *ink, float alpha, float x, float y,
               float width, float height)
{
  GdkRGBA colour = { ink->red, ink->green, ink->blue, alpha };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
comark_reading_sheet_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer,
                                     GtkSnapshot *snapshot)
{
  ComarkReadingSheet *self = COMARK_READING_SHEET (view);
  GdkRectangle line;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT || !comark_reading_sheet_get_line (self, &line))
    return;
  append_colour (snapshot, &self->ink, BAND_ALPHA, line.x, line.y, line.width, line.height);
  append_colour (snapshot, &self->ink, BAR_ALPHA, line.x, line.y + line.height, line.width,
                 BAR_PX);
}

/* ---- class ---- */

static void
comark_reading_sheet_dispose (GObject *object)
{
  ComarkReadingSheet *self = COMARK_READING_SHEET (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolled, self);
  g_clear_object (&self->scrolled);
  g_signal_handlers_disconnect_by_data (self, self);
  G_OBJECT_CLASS (comark_reading_sheet_parent_class)->dispose (object);
}

static void
comark_reading_sheet_class_init (ComarkReadingSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_reading_sheet_dispose;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = comark_reading_sheet_snapshot_layer;
}

static void
comark_reading_sheet_init (ComarkReadingSheet *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->y = -1;
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (self, "notify::buffer", G_CALLBACK (on_buffer_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (on_scrollable_cb), self);
}

void
comark_reading_sheet_set_ruler (ComarkReadingSheet *self, gboolean has_ruler, const GdkRGBA *ink)
{
  g_return_if_fail (COMARK_IS_READING_SHEET (self));

  self->has_ruler = has_ruler;
  self->ink = *ink;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* GTK measures and scrolls late, when it paints, and then complains that the scroll bar has moved
 * meanwhile. It is in time where the text has to be laid out, and the scroll bar after it. */
void
comark_reading_sheet_measure_anew (ComarkReadingSheet *self)
{
  GtkWidget *pane = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (pane != NULL)
    gtk_widget_queue_allocate (pane);
}

void
comark_reading_sheet_scroll_to (ComarkReadingSheet *self, GtkTextMark *mark, gboolean to_top)
{
  g_return_if_fail (COMARK_IS_READING_SHEET (self));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, to_top ? 0 : 0.1, to_top, 0, 0);
  comark_reading_sheet_measure_anew (self);
}
