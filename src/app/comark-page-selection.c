/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-selection.h"

#include <math.h>

/* Pixels that a pointer goes before a click is a drag. */
#define THRESHOLD 4.0
/* Beyond any page's end, in points. */
#define FAR 20000.0

struct _ComarkPageSelection
{
  GObject parent_instance;

  /* weak: an answer may come after its end */
  ComarkPageView *view;

  /* owned */
  GCancellable *cancellable; /* of the question that is out (nullable) */
  char *text;                /* (nullable) */

  int page; /* that is dragged over, or selected on */
  double from[2], to[2]; /* points on it */
  gint64 start;
  gboolean is_dragging;
  gboolean is_drag; /* rather than clicks: what was asked for last */
  gboolean is_stale; /* the pointer went on since it was asked */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageSelection, comark_page_selection, G_TYPE_OBJECT)

/* ---- what is selected ---- */

static void
take (ComarkPageSelection *self, const char *text, gint64 start, GArray *areas)
{
  g_free (self->text);
  self->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  self->start = start;
  if (self->view != NULL)
    comark_page_view_set_marks (self->view, COMARK_PAGE_MARK_SELECTION,
                                self->text != NULL ? areas : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop (ComarkPageSelection *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_stale = FALSE;
}

static void ask (ComarkPageSelection *self, ComarkReaderUnit unit);

/* Clicks beside all words select nothing: a drag does, from the nearest. */
static gboolean
is_on_words (ComarkPageSelection *self, GArray *areas)
{
  if (self->is_drag)
    return TRUE;
  for (guint i = 0; i < areas->len; i++)
    {
      const ComarkReaderArea *area = &g_array_index (areas, ComarkReaderArea, i);

      if (self->from[0] >= area->x && self->from[0] <= area->x + area->width
          && self->from[1] >= area->y && self->from[1] <= area->y + area->height)
        return TRUE;
    }
  return FALSE;
}

static void
on_selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageSelection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReaderSelection) selection
    = comark_reader_select_finish (COMARK_READER (source), result, &error);

  if (self->view == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || COMARK_READER (source) != comark_page_view_get_reader (self->view))
    return;
  g_clear_object (&self->cancellable);
  if (selection != NULL && is_on_words (self, selection->areas))
    take (self, selection->text, selection->start, selection->areas);
  if (self->is_stale)
    ask (self, COMARK_READER_LETTERS);
}

/* One question at a time: the pointer is quicker than the answers. */
static void
ask (ComarkPageSelection *self, ComarkReaderUnit unit)
{
  ComarkReader *reader = comark_page_view_get_reader (self->view);

  self->is_stale = self->cancellable != NULL;
  if (self->is_stale || reader == NULL)
    return;
  self->is_drag = unit == COMARK_READER_LETTERS;
  self->cancellable = g_cancellable_new ();
  comark_reader_select_async (reader, self->page, self->from[0], self->from[1], self->to[0],
                              self->to[1], unit, self->cancellable, on_selected_cb,
                              g_object_ref (self));
}

/* ---- the pointer ---- */

/* A finger scrolls. */
static gboolean
is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (
    GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
on_pressed_cb (ComarkPageSelection *self, int n, double x, double y, GtkGesture *gesture)
{
  if (is_finger (gesture)
      || !comark_page_view_locate (self->view, x, y, &self->page, &self->from[0], &self->from[1]))
    return;
  stop (self);
  self->to[0] = self->from[0];
  self->to[1] = self->from[1];
  if (n == 1)
    comark_page_selection_clear (self);
  else
    ask (self, n == 2 ? COMARK_READER_WORDS : COMARK_READER_LINES);
}

static void
on_drag_begun_cb (ComarkPageSelection *self, double x, double y, GtkGesture *gesture)
{
  self->is_dragging
    = !is_finger (gesture)
      && comark_page_view_locate (self->view, x, y, &self->page, &self->from[0], &self->from[1]);
  if (!self->is_dragging)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* Beyond the page that it began on, the selection goes to that page's end. */
static void
on_drag_moved_cb (ComarkPageSelection *self, double dx, double dy, GtkGesture *gesture)
{
  double x, y;
  int page;

  if (!self->is_dragging || hypot (dx, dy) < THRESHOLD)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (!comark_page_view_locate (self->view, x + dx, y + dy, &page, &self->to[0], &self->to[1]))
    return;
  if (page != self->page)
    self->to[0] = self->to[1] = page > self->page ? FAR : 0;
  ask (self, COMARK_READER_LETTERS);
}

static gboolean
on_copy_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ComarkPageSelection *self = user_data;

  if (self->text == NULL)
    return FALSE;
  comark_page_selection_copy (self);
  return TRUE;
}

static void
add_controllers (ComarkPageSelection *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begun_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_moved_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_group (click, drag);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (drag));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                      gtk_callback_action_new (on_copy_cb, g_object_ref (self), g_object_unref)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* ---- public ---- */

const char *
comark_page_selection_get_text (ComarkPageSelection *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_SELECTION (self), NULL);

  return self->text;
}

int
comark_page_selection_get_page (ComarkPageSelection *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_SELECTION (self), 0);

  return self->page;
}

gint64
comark_page_selection_get_start (ComarkPageSelection *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_SELECTION (self), -1);

  return self->start;
}

void
comark_page_selection_set (ComarkPageSelection *self, const char *text, gint64 start,
                           GArray *areas)
{
  g_return_if_fail (COMARK_IS_PAGE_SELECTION (self));
  g_return_if_fail (areas->len > 0);

  stop (self);
  self->page = g_array_index (areas, ComarkReaderArea, 0).page;
  take (self, text, start, areas);
}

void
comark_page_selection_clear (ComarkPageSelection *self)
{
  g_return_if_fail (COMARK_IS_PAGE_SELECTION (self));

  stop (self);
  if (self->text != NULL)
    take (self, NULL, -1, NULL);
}

void
comark_page_selection_copy (ComarkPageSelection *self)
{
  g_return_if_fail (COMARK_IS_PAGE_SELECTION (self));

  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), self->text);
}

/* ---- life ---- */

static void
comark_page_selection_dispose (GObject *object)
{
  ComarkPageSelection *self = COMARK_PAGE_SELECTION (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (comark_page_selection_parent_class)->dispose (object);
}

static void
comark_page_selection_class_init (ComarkPageSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_page_selection_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COMARK_TYPE_PAGE_SELECTION, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_page_selection_init (ComarkPageSelection *self)
{
  self->start = -1;
}

ComarkPageSelection *
comark_page_selection_new (ComarkPageView *view)
{
  ComarkPageSelection *self = g_object_new (COMARK_TYPE_PAGE_SELECTION, NULL);

  g_set_weak_pointer (&self->view, view);
  add_controllers (self);
  return self;
}
