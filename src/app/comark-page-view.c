/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The controls around the desk and the states of one document. The reader answers, the cache
 * keeps, the layout reckons, the desk shows; this decides which page and how large. Owns cache
 * and layout, which it makes anew with each document. Here is its life; what it does is in the
 * files that comark-page-view-private.h names.
 */
#include "comark-page-view-private.h"

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_CONTINUOUS,
  PROP_SHOWS_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint save_copy_requested;

G_DEFINE_FINAL_TYPE (ComarkPageView, comark_page_view, ADW_TYPE_BIN)

void
comark_page_view_set_marks (ComarkPageView *self, ComarkPageMark mark, GArray *areas)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  comark_page_marks_set (self->marks, mark, areas);
}

gboolean
comark_page_view_locate (ComarkPageView *self, double x, double y, int *page, double *x_pt,
                         double *y_pt)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), FALSE);

  if (self->layout == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->desk), x, y, &x,
                                            &y))
    return FALSE;
  return comark_page_desk_locate (self->desk, x, y, page, x_pt, y_pt);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_view_dispose (GObject *object)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  if (self->marks != NULL)
    comark_page_view_forget_document (self);
  g_clear_object (&self->settings);
  /* Before the template lets go of it: AdwBin would unparent it a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_PAGE_VIEW);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->problems, g_hash_table_unref);
  G_OBJECT_CLASS (comark_page_view_parent_class)->dispose (object);
}

static void
comark_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_int (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_int (value, self->n_pages);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_CONTINUOUS:
      g_value_set_boolean (value, self->is_continuous);
      break;
    case PROP_SHOWS_SIDE:
      g_value_set_boolean (value, self->shows_side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comark_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      comark_page_view_set_page (self, g_value_get_int (value));
      break;
    case PROP_ZOOM:
      comark_page_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_CONTINUOUS:
      comark_page_view_set_continuous (self, g_value_get_boolean (value));
      break;
    case PROP_SHOWS_SIDE:
      comark_page_view_set_shows_side (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_PAGE] = g_param_spec_int ("page", NULL, NULL, 0, G_MAXINT, 0,
                                            flags | G_PARAM_READWRITE);
  properties[PROP_N_PAGES] = g_param_spec_int ("n-pages", NULL, NULL, 0, G_MAXINT, 0,
                                               flags | G_PARAM_READABLE);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, COMARK_PAGE_FIT_PAGE,
                                               COMARK_PAGE_MAX_ZOOM, COMARK_PAGE_FIT_WIDTH,
                                               flags | G_PARAM_READWRITE);
  properties[PROP_CONTINUOUS] = g_param_spec_boolean ("continuous", NULL, NULL, FALSE,
                                                      flags | G_PARAM_READWRITE);
  properties[PROP_SHOWS_SIDE] = g_param_spec_boolean ("shows-side", NULL, NULL, FALSE,
                                                      flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
save_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, save_copy_requested, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, count_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, document_error);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, find);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, pages);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, desk);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem_sentence);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, side);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, states);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, tools);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  comark_page_view_class_bind_sight (widget_class);
  comark_page_view_class_bind_turn (widget_class);
  comark_page_view_class_bind_zoom (widget_class);
  comark_page_view_class_bind_find (widget_class);
  comark_page_view_class_bind_links (widget_class);
  comark_page_view_class_bind_side (widget_class);
}

static void
comark_page_view_class_init (ComarkPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_page_view_dispose;
  object_class->get_property = comark_page_view_get_property;
  object_class->set_property = comark_page_view_set_property;
  install_properties (object_class);
  save_copy_requested
    = g_signal_new ("save-copy-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_PAGE_DESK);
  g_type_ensure (COMARK_TYPE_PAGE_FIND);
  g_type_ensure (COMARK_TYPE_PAGE_SIDE);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (widget_class);
  bind_parts (widget_class);
  gtk_widget_class_install_action (widget_class, "page-view.save-copy", NULL, save_copy_action);
}

static void
comark_page_view_init (ComarkPageView *self)
{
  self->marks = comark_page_marks_new ();
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_page_view_init_side (self);
  comark_wrap_set_gap (self->tools, 6);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (comark_page_view_want_pages), NULL);
  self->settings = g_settings_new (COMARK_APP_ID);
  g_settings_bind (self->settings, "page-continuous", self, "continuous",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page-side", self, "shows-side",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
  comark_page_view_update_actions (self);
}

GtkWidget *
comark_page_view_new (void)
{
  return g_object_new (COMARK_TYPE_PAGE_VIEW, NULL);
}
