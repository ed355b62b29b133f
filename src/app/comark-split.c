/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-split.h"

/* 900 pixels at the ordinary text size of 11 points. */
#define NARROW_BELOW_EM 61

struct _ComarkSplit
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *switcher;
  GtkToggleButton *start_button;
  GtkToggleButton *end_button;
  GtkPaned *paned;

  /* borrowed */
  GdkSurface *surface;

  gboolean is_narrow;
};

enum
{
  PROP_START = 1,
  PROP_END,
  PROP_START_TITLE,
  PROP_END_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ComarkSplit, comark_split, ADW_TYPE_BIN)

static void
show_panes (ComarkSplit *self)
{
  GtkWidget *start = gtk_paned_get_start_child (self->paned);
  GtkWidget *end = gtk_paned_get_end_child (self->paned);
  /* Asked of the button that is let go first: GTK says so before the other one is pressed. */
  gboolean start_chosen = !gtk_toggle_button_get_active (self->end_button);

  gtk_widget_set_visible (self->switcher, self->is_narrow);
  if (start != NULL)
    gtk_widget_set_visible (start, !self->is_narrow || start_chosen);
  if (end != NULL)
    gtk_widget_set_visible (end, !self->is_narrow || !start_chosen);
}

static int
em_pixels (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return (int) size;
  return (int) (size * pango_cairo_context_get_resolution (context) / 72.0);
}

static void
on_layout_cb (ComarkSplit *self, int width, int height)
{
  int em = MAX (em_pixels (GTK_WIDGET (self)), 1);
  gboolean is_narrow = width < NARROW_BELOW_EM * em;

  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  show_panes (self);
}

static void
comark_split_realize (GtkWidget *widget)
{
  ComarkSplit *self = COMARK_SPLIT (widget);

  GTK_WIDGET_CLASS (comark_split_parent_class)->realize (widget);
  self->surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  g_signal_connect_swapped (self->surface, "layout", G_CALLBACK (on_layout_cb), self);
  on_layout_cb (self, gdk_surface_get_width (self->surface), 0);
}

static void
comark_split_unrealize (GtkWidget *widget)
{
  ComarkSplit *self = COMARK_SPLIT (widget);

  g_signal_handlers_disconnect_by_func (self->surface, on_layout_cb, self);
  self->surface = NULL;
  GTK_WIDGET_CLASS (comark_split_parent_class)->unrealize (widget);
}

static void
comark_split_dispose (GObject *object)
{
  ComarkSplit *self = COMARK_SPLIT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_SPLIT);
  G_OBJECT_CLASS (comark_split_parent_class)->dispose (object);
}

static void
comark_split_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ComarkSplit *self = COMARK_SPLIT (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, gtk_paned_get_start_child (self->paned));
      break;
    case PROP_END:
      g_value_set_object (value, gtk_paned_get_end_child (self->paned));
      break;
    case PROP_START_TITLE:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->start_button)));
      break;
    case PROP_END_TITLE:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (self->end_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
comark_split_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ComarkSplit *self = COMARK_SPLIT (object);

  switch (prop_id)
    {
    case PROP_START:
      gtk_paned_set_start_child (self->paned, g_value_get_object (value));
      break;
    case PROP_END:
      gtk_paned_set_end_child (self->paned, g_value_get_object (value));
      break;
    case PROP_START_TITLE:
      gtk_button_set_label (GTK_BUTTON (self->start_button), g_value_get_string (value));
      break;
    case PROP_END_TITLE:
      gtk_button_set_label (GTK_BUTTON (self->end_button), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
comark_split_class_init (ComarkSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = comark_split_dispose;
  object_class->get_property = comark_split_get_property;
  object_class->set_property = comark_split_set_property;
  widget_class->realize = comark_split_realize;
  widget_class->unrealize = comark_split_unrealize;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_START_TITLE] = g_param_spec_string ("start-title", NULL, NULL, NULL, flags);
  properties[PROP_END_TITLE] = g_param_spec_string ("end-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-split.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSplit, switcher);
  gtk_widget_class_bind_template_child (widget_class, ComarkSplit, start_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSplit, end_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSplit, paned);
  gtk_widget_class_bind_template_callback (widget_class, show_panes);
}

static void
comark_split_init (ComarkSplit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_panes (self);
}

void
comark_split_show_start (ComarkSplit *self)
{
  g_return_if_fail (COMARK_IS_SPLIT (self));

  gtk_toggle_button_set_active (self->start_button, TRUE);
}
