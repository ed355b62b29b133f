/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-status-view.h"

struct _ComarkStatusView
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *message;
  GtkButton *act;
  GtkButton *retry;
  GtkButton *way_out;
  AdwBin *holder;
};

enum
{
  PROP_CONTENT = 1,
  N_PROPS
};

enum
{
  SIGNAL_RETRY,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkStatusView, comark_status_view, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_page (ComarkStatusView *self, const char *name)
{
  /* A spinner that turns out of sight still wakes the program sixty times a second. */
  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
on_retry_clicked_cb (GtkButton *button, ComarkStatusView *self)
{
  show_page (self, "loading");
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
comark_status_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CONTENT)
    g_value_set_object (value, adw_bin_get_child (COMARK_STATUS_VIEW (object)->holder));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_status_view_set_property (GObject *object, guint prop_id, const GValue *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_CONTENT)
    adw_bin_set_child (COMARK_STATUS_VIEW (object)->holder, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_status_view_dispose (GObject *object)
{
  /* GTK unparents children that are bound; a bin must have let go of its own before. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_STATUS_VIEW);
  G_OBJECT_CLASS (comark_status_view_parent_class)->dispose (object);
}

static void
comark_status_view_class_init (ComarkStatusViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_status_view_dispose;
  object_class->get_property = comark_status_view_get_property;
  object_class->set_property = comark_status_view_set_property;
  properties[PROP_CONTENT]
    = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_RETRY] = g_signal_new ("retry", COMARK_TYPE_STATUS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-status-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, message);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, act);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, retry);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, way_out);
  gtk_widget_class_bind_template_child (widget_class, ComarkStatusView, holder);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked_cb);
}

static void
comark_status_view_init (ComarkStatusView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_status_view_show_loading (ComarkStatusView *self)
{
  g_return_if_fail (COMARK_IS_STATUS_VIEW (self));

  if (!comark_status_view_is_content (self))
    show_page (self, "loading");
}

void
comark_status_view_show_content (ComarkStatusView *self)
{
  g_return_if_fail (COMARK_IS_STATUS_VIEW (self));

  show_page (self, "content");
}

static void
show_message (ComarkStatusView *self, const char *icon_name, const char *title,
              const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_status_page_set_icon_name (self->message, icon_name);
  adw_status_page_set_title (self->message, escaped_title);
  adw_status_page_set_description (self->message, escaped);
  show_page (self, "message");
}

void
comark_status_view_show_empty (ComarkStatusView *self, const char *icon_name, const char *title,
                               const char *sentence, const char *button_label,
                               const char *action_name)
{
  g_return_if_fail (COMARK_IS_STATUS_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->retry), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->way_out), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->act), button_label != NULL);
  if (button_label != NULL)
    {
      gtk_button_set_label (self->act, button_label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), action_name);
    }
  show_message (self, icon_name, title, sentence);
}

void
comark_status_view_show_error (ComarkStatusView *self, const char *title, const GError *error)
{
  g_return_if_fail (COMARK_IS_STATUS_VIEW (self));
  g_return_if_fail (error != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->retry), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->act), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->way_out),
                          gtk_button_get_label (self->way_out) != NULL);
  show_message (self, "dialog-warning-symbolic", title, error->message);
}

void
comark_status_view_offer_way_out (ComarkStatusView *self, const char *label,
                                  const char *action_name)
{
  g_return_if_fail (COMARK_IS_STATUS_VIEW (self));

  gtk_button_set_label (self->way_out, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->way_out), action_name);
}

gboolean
comark_status_view_is_content (ComarkStatusView *self)
{
  g_return_val_if_fail (COMARK_IS_STATUS_VIEW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "content") == 0;
}
