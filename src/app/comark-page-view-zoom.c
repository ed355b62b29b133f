/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the pages lie on the desk: how large, and one at a time or one under another.
 */
#include "comark-page-view-private.h"

#include <math.h>

double
comark_page_view_get_zoom (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), 0);

  return self->zoom;
}

void
comark_page_view_set_zoom (ComarkPageView *self, double zoom)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  if (zoom > 0)
    zoom = CLAMP (zoom, COMARK_PAGE_MIN_ZOOM, COMARK_PAGE_MAX_ZOOM);
  else
    zoom = zoom < 0 ? COMARK_PAGE_FIT_PAGE : COMARK_PAGE_FIT_WIDTH;
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  if (self->layout != NULL)
    comark_page_layout_set_zoom (self->layout, zoom);
  comark_page_view_want_pages (self);
  comark_page_view_update_actions (self);
  g_object_notify (G_OBJECT (self), "zoom");
}

gboolean
comark_page_view_get_continuous (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), FALSE);

  return self->is_continuous;
}

void
comark_page_view_set_continuous (ComarkPageView *self, gboolean is_continuous)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  is_continuous = !!is_continuous;
  if (self->is_continuous == is_continuous)
    return;
  self->is_continuous = is_continuous;
  if (self->layout != NULL)
    {
      comark_page_layout_set_page (self->layout, comark_page_desk_get_page (self->desk));
      comark_page_layout_set_continuous (self->layout, is_continuous);
      comark_page_view_want_pages (self);
    }
  g_object_notify (G_OBJECT (self), "continuous");
}

/* To the next size in the table, from whatever size the page has now. */
static void
step_zoom (ComarkPageView *self, int direction)
{
  static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1,
                                  1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0 };
  double now = comark_page_view_get_shown_zoom (self);
  double next = direction > 0 ? COMARK_PAGE_MAX_ZOOM : COMARK_PAGE_MIN_ZOOM;

  for (int i = 0; i < (int) G_N_ELEMENTS (steps); i++)
    {
      if (direction > 0 && steps[i] > now + 0.01)
        next = MIN (next, steps[i]);
      if (direction < 0 && steps[i] < now - 0.01)
        next = MAX (next, steps[i]);
    }
  comark_page_view_set_zoom (self, next);
}

static void
zoom_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_zoom (COMARK_PAGE_VIEW (widget), 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_zoom (COMARK_PAGE_VIEW (widget), -1);
}

static void
fit_width_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_set_zoom (COMARK_PAGE_VIEW (widget), 0);
}

static void
fit_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_set_zoom (COMARK_PAGE_VIEW (widget), COMARK_PAGE_FIT_PAGE);
}

/* The wheel with Ctrl, as everywhere. */
static gboolean
on_wheel_cb (ComarkPageView *self, double dx, double dy, GtkEventController *wheel)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (wheel);

  if (!(state & GDK_CONTROL_MASK) || self->n_pages == 0 || fabs (dy) < 0.01)
    return GDK_EVENT_PROPAGATE;
  step_zoom (self, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "page-view.zoom-in" },      { GDK_KEY_equal, "page-view.zoom-in" },
    { GDK_KEY_KP_Add, "page-view.zoom-in" },    { GDK_KEY_minus, "page-view.zoom-out" },
    { GDK_KEY_KP_Subtract, "page-view.zoom-out" }, { GDK_KEY_0, "page-view.fit-width" },
    { GDK_KEY_KP_0, "page-view.fit-width" },    { GDK_KEY_9, "page-view.fit-page" },
    { GDK_KEY_KP_9, "page-view.fit-page" },     { GDK_KEY_8, "page-view.continuous" },
    { GDK_KEY_KP_8, "page-view.continuous" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

void
comark_page_view_class_bind_zoom (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page-view.fit-page", NULL, fit_page_action);
  gtk_widget_class_install_action (widget_class, "page-view.fit-width", NULL, fit_width_action);
  gtk_widget_class_install_action (widget_class, "page-view.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "page-view.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_property_action (widget_class, "page-view.continuous", "continuous");
  gtk_widget_class_bind_template_callback (widget_class, on_wheel_cb);
  add_keys (widget_class);
}
