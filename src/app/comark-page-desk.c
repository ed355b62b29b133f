/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-desk.h"

#include <math.h>

#define STEP 60.0
#define OVERLAP 0.9 /* of a screenful, so that the last line stays in sight */

/* A point of a page and where in the view it stands; what is kept when anything changes size. */
typedef struct
{
  int page;
  double fraction; /* of the page's height, from its top */
  double align;    /* of the view's height, from its top */
} Place;

struct _ComarkPageDesk
{
  GtkWidget parent_instance;

  /* owned */
  ComarkPageLayout *layout; /* these three NULL together */
  ComarkPageCache *cache;
  ComarkPageMarks *marks;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  /* state */
  Place place;
  double across; /* the middle of the view, of the desk's width */
  ComarkReaderArea *area; /* (nullable): to be in sight after the next layout */
  gboolean is_placing; /* the adjustments are moved by us */
  int told_first, told_last, told_page;
  int told_width, told_height;
  guint tell_id;
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  MOVED,
  ROOM_CHANGED,
  TURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ComarkPageDesk, comark_page_desk, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_value (ComarkPageDesk *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

/* By way of the scrolled window: where a widget alone is given its place anew and moves the bounds
 * of its adjustments then, GTK 4.8 loses the scrolled window's own wish, and all later ones. */
static void
place_anew (ComarkPageDesk *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- telling ------------------------------------------------------------------------------- */

gboolean
comark_page_desk_get_range (ComarkPageDesk *self, int *first, int *last)
{
  g_return_val_if_fail (COMARK_IS_PAGE_DESK (self), FALSE);

  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->layout == NULL || height <= 0)
    return FALSE;
  comark_page_layout_get_range (self->layout, top, top + height, first, last);
  return TRUE;
}

/* Not while widgets are given their places: whoever hears it changes widgets. */
static gboolean
on_tell_cb (gpointer user_data)
{
  ComarkPageDesk *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int first = 0, last = 0;

  self->tell_id = 0;
  if (width != self->told_width || height != self->told_height)
    {
      self->told_width = width;
      self->told_height = height;
      g_signal_emit (self, signals[ROOM_CHANGED], 0);
    }
  if (!comark_page_desk_get_range (self, &first, &last))
    return G_SOURCE_REMOVE;
  if (first == self->told_first && last == self->told_last && self->place.page == self->told_page)
    return G_SOURCE_REMOVE;
  self->told_first = first;
  self->told_last = last;
  self->told_page = self->place.page;
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell (ComarkPageDesk *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_tell_cb, self, NULL);
}

/* --- the place ----------------------------------------------------------------------------- */

/* The page with the most in sight, the first of several. */
static int
find_page_read (ComarkPageDesk *self, double top, double bottom)
{
  int first, last, found;
  double most = 0;

  comark_page_layout_get_range (self->layout, top, bottom, &first, &last);
  found = first;
  for (int page = first; page <= last; page++)
    {
      ComarkPagePlace place;
      if (!comark_page_layout_get_place (self->layout, page, &place))
        continue;
      double seen = MIN (place.y + place.height, bottom) - MAX (place.y, top);
      /* All of a small page counts as much as a screenful of a large one. */
      seen /= MIN (place.height, bottom - top);
      if (seen > most + 0.01)
        {
          most = seen;
          found = page;
        }
    }
  return found;
}

static void
remember_place (ComarkPageDesk *self)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  ComarkPagePlace place;

  self->place.page = find_page_read (self, top, top + height);
  self->place.align = 0.5;
  if (comark_page_layout_get_place (self->layout, self->place.page, &place))
    self->place.fraction = (top + height / 2 - place.y) / place.height;
  self->across = (gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2)
                 / gtk_adjustment_get_upper (across);
}

/* How far down the desk the view's top stands, that the place be kept. */
static double
get_top (ComarkPageDesk *self, int height)
{
  ComarkPagePlace place = { 0 };
  double margin = self->place.fraction == 0 && self->place.align == 0 ? COMARK_PAGE_MARGIN : 0;

  comark_page_layout_get_place (self->layout, self->place.page, &place);
  if (self->place.fraction == 1 && self->place.align == 1)
    margin = -COMARK_PAGE_MARGIN;
  return place.y + self->place.fraction * place.height - self->place.align * height - margin;
}

static void
configure (ComarkPageDesk *self, GtkOrientation orientation, double value, double extent,
           int room)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation],
                              CLAMP (value, 0, MAX (extent - room, 0)), 0, MAX (extent, room),
                              STEP, room * OVERLAP, room);
}

static void
show_area (ComarkPageDesk *self, int width, int height)
{
  g_autofree ComarkReaderArea *area = g_steal_pointer (&self->area);
  ComarkPagePlace place;

  if (area == NULL || !comark_page_layout_get_place (self->layout, area->page, &place))
    return;
  double scale = comark_page_layout_get_zoom_of (self->layout, area->page)
                 * COMARK_PAGE_PIXELS_A_POINT;
  double x = place.x + area->x * scale, y = place.y + area->y * scale;
  double left = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  if (y < top || y + area->height * scale > top + height)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], y - height / 3);
  if (x < left || x + area->width * scale > left + width)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL], x - width / 3);
  int page = area->page;
  remember_place (self);
  self->place.page = page;
  comark_page_layout_get_place (self->layout, page, &place);
  self->place.fraction = (get_value (self, GTK_ORIENTATION_VERTICAL) + height / 2.0 - place.y)
                         / place.height;
}

static void
place_all (ComarkPageDesk *self, int width, int height)
{
  double extent_x = 0, extent_y = 0;

  self->is_placing = TRUE;
  if (self->layout != NULL)
    {
      comark_page_layout_set_room (self->layout, width, height);
      comark_page_layout_get_extent (self->layout, &extent_x, &extent_y);
      configure (self, GTK_ORIENTATION_HORIZONTAL, self->across * extent_x - width / 2.0,
                 extent_x, width);
      configure (self, GTK_ORIENTATION_VERTICAL, get_top (self, height), extent_y, height);
      show_area (self, width, height);
    }
  else
    {
      configure (self, GTK_ORIENTATION_HORIZONTAL, 0, 0, width);
      configure (self, GTK_ORIENTATION_VERTICAL, 0, 0, height);
    }
  self->is_placing = FALSE;
  tell (self);
}

/* By the person, with the wheel, the bar or the keys. */
static void
on_scrolled_cb (ComarkPageDesk *self)
{
  if (self->is_placing || self->layout == NULL)
    return;
  remember_place (self);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_layout_changed_cb (ComarkPageDesk *self)
{
  if (!self->is_placing)
    place_anew (self);
}

/* --- keys ---------------------------------------------------------------------------------- */

static gboolean
scroll (GtkAdjustment *adjustment, double by)
{
  double before = gtk_adjustment_get_value (adjustment);

  gtk_adjustment_set_value (adjustment, before + by);
  return fabs (gtk_adjustment_get_value (adjustment) - before) > 0.5;
}

static void
scroll_or_turn (ComarkPageDesk *self, int direction)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (!scroll (vertical, direction * OVERLAP * gtk_adjustment_get_page_size (vertical)))
    g_signal_emit (self, signals[TURNED], 0, direction);
}

static void
scroll_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageDesk *self = COMARK_PAGE_DESK (widget);
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const char *where = g_variant_get_string (parameter, NULL);

  if (self->layout == NULL || horizontal == NULL || vertical == NULL)
    return;
  if (g_str_equal (where, "page-down"))
    scroll_or_turn (self, 1);
  else if (g_str_equal (where, "page-up"))
    scroll_or_turn (self, -1);
  else if (g_str_equal (where, "down"))
    scroll (vertical, STEP);
  else if (g_str_equal (where, "up"))
    scroll (vertical, -STEP);
  else if (g_str_equal (where, "right"))
    scroll (horizontal, STEP);
  else
    scroll (horizontal, -STEP);
}

/* --- painting ------------------------------------------------------------------------------ */

static void
paint_page (ComarkPageDesk *self, int page, const ComarkPagePlace *place, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, edge = { 0, 0, 0, 0.3f };
  graphene_rect_t paper = GRAPHENE_RECT_INIT (0, 0, (float) place->width, (float) place->height);
  GdkTexture *texture = comark_page_cache_get_texture (self->cache, page);

  gtk_snapshot_append_color (snapshot, &edge,
                             &GRAPHENE_RECT_INIT (-1, -1, paper.size.width + 2,
                                                  paper.size.height + 3));
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &paper);
  else
    gtk_snapshot_append_color (snapshot, &white, &paper);
  gtk_snapshot_push_clip (snapshot, &paper);
  comark_page_marks_snapshot (self->marks, page,
                              comark_page_layout_get_zoom_of (self->layout, page)
                                * COMARK_PAGE_PIXELS_A_POINT,
                              snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
comark_page_desk_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ComarkPageDesk *self = COMARK_PAGE_DESK (widget);
  double left = get_value (self, GTK_ORIENTATION_HORIZONTAL);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  int first, last;

  if (!comark_page_desk_get_range (self, &first, &last))
    return;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget)));
  for (int page = first; page <= last; page++)
    {
      ComarkPagePlace place;
      if (!comark_page_layout_get_place (self->layout, page, &place))
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (place.x - left),
                                                              (float) (place.y - top)));
      paint_page (self, page, &place, snapshot);
      gtk_snapshot_restore (snapshot);
    }
  gtk_snapshot_pop (snapshot);
}

/* --- scrolling ----------------------------------------------------------------------------- */

static void
set_adjustment (ComarkPageDesk *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment *before = self->adjustments[orientation];

  if (adjustment != NULL && adjustment == before)
    return;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, on_scrolled_cb, self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation]
    = g_object_ref_sink (adjustment ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustments[orientation], "value-changed",
                           G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  place_anew (self);
}

static void
comark_page_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComarkPageDesk *self = COMARK_PAGE_DESK (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, (int) self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comark_page_desk_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComarkPageDesk *self = COMARK_PAGE_DESK (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = (GtkScrollablePolicy) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* --- public -------------------------------------------------------------------------------- */

static void
forget_document (ComarkPageDesk *self)
{
  if (self->layout == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->layout, self);
  g_signal_handlers_disconnect_by_data (self->marks, self);
  g_clear_object (&self->layout);
  g_clear_object (&self->cache);
  g_clear_object (&self->marks);
}

void
comark_page_desk_set_document (ComarkPageDesk *self, ComarkPageLayout *layout,
                               ComarkPageCache *cache, ComarkPageMarks *marks)
{
  g_return_if_fail (COMARK_IS_PAGE_DESK (self));

  forget_document (self);
  g_clear_pointer (&self->area, g_free);
  self->place = (Place) { 0 };
  self->across = 0.5;
  self->told_first = -1;
  if (layout != NULL)
    {
      self->layout = g_object_ref (layout);
      self->cache = g_object_ref (cache);
      self->marks = g_object_ref (marks);
      g_signal_connect_object (layout, "changed", G_CALLBACK (on_layout_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (marks, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
    }
  place_anew (self);
}

int
comark_page_desk_get_page (ComarkPageDesk *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_DESK (self), 0);

  return self->place.page;
}

void
comark_page_desk_go_to (ComarkPageDesk *self, int page, ComarkPageEdge edge)
{
  double at = edge == COMARK_PAGE_EDGE_TOP ? 0 : 1;

  g_return_if_fail (COMARK_IS_PAGE_DESK (self));
  g_return_if_fail (self->layout != NULL);

  self->place = (Place) { page, at, at };
  comark_page_layout_set_page (self->layout, page);
  place_anew (self);
}

void
comark_page_desk_go_to_area (ComarkPageDesk *self, const ComarkReaderArea *area)
{
  g_return_if_fail (COMARK_IS_PAGE_DESK (self));
  g_return_if_fail (self->layout != NULL);

  if (!comark_page_layout_get_continuous (self->layout) && self->place.page != area->page)
    comark_page_desk_go_to (self, area->page, COMARK_PAGE_EDGE_TOP);
  g_free (self->area);
  self->area = g_memdup2 (area, sizeof *area);
  place_anew (self);
}

gboolean
comark_page_desk_locate (ComarkPageDesk *self, double x, double y, int *page, double *x_pt,
                         double *y_pt)
{
  int first, last;

  g_return_val_if_fail (COMARK_IS_PAGE_DESK (self), FALSE);

  x += get_value (self, GTK_ORIENTATION_HORIZONTAL);
  y += get_value (self, GTK_ORIENTATION_VERTICAL);
  if (!comark_page_desk_get_range (self, &first, &last))
    return FALSE;
  for (*page = first; *page <= last; ++*page)
    {
      ComarkPagePlace place;
      if (!comark_page_layout_get_place (self->layout, *page, &place) || y < place.y
          || y > place.y + place.height || x < place.x || x > place.x + place.width)
        continue;
      double scale
        = comark_page_layout_get_zoom_of (self->layout, *page) * COMARK_PAGE_PIXELS_A_POINT;
      *x_pt = (x - place.x) / scale;
      *y_pt = (y - place.y) / scale;
      return TRUE;
    }
  return FALSE;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_desk_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_all (COMARK_PAGE_DESK (widget), width, height);
}

static void
comark_page_desk_dispose (GObject *object)
{
  ComarkPageDesk *self = COMARK_PAGE_DESK (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  forget_document (self);
  g_clear_pointer (&self->area, g_free);
  for (int i = 0; i < 2; i++)
    g_clear_object (&self->adjustments[i]);
  G_OBJECT_CLASS (comark_page_desk_parent_class)->dispose (object);
}

static void
comark_page_desk_class_init (ComarkPageDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_page_desk_dispose;
  object_class->get_property = comark_page_desk_get_property;
  object_class->set_property = comark_page_desk_set_property;
  widget_class->size_allocate = comark_page_desk_size_allocate;
  widget_class->snapshot = comark_page_desk_snapshot;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[ROOM_CHANGED] = g_signal_new ("room-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TURNED] = g_signal_new ("turned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "desk.scroll", "s", scroll_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "pagedesk");
}

static void
comark_page_desk_init (ComarkPageDesk *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (gtk_widget_grab_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->across = 0.5;
}
