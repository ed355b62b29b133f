/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-text-field.h"

struct _ComarkTextField
{
  AdwBin parent_instance;

  /* template children */
  GtkTextView *view;
  GtkTextBuffer *buffer;

  gboolean is_filling;
};

enum
{
  PROP_LABEL = 1,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkTextField, comark_text_field, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
on_buffer_changed_cb (ComarkTextField *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
comark_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_TEXT_FIELD (widget)->view));
}

static void
comark_text_field_set_property (GObject *object, guint prop_id, const GValue *value,
                                GParamSpec *pspec)
{
  if (prop_id == PROP_LABEL)
    comark_text_field_set_label (COMARK_TEXT_FIELD (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
comark_text_field_dispose (GObject *object)
{
  /* The buffer still speaks while the template is taken down. */
  COMARK_TEXT_FIELD (object)->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_TEXT_FIELD);
  G_OBJECT_CLASS (comark_text_field_parent_class)->dispose (object);
}

static void
comark_text_field_class_init (ComarkTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_text_field_dispose;
  object_class->set_property = comark_text_field_set_property;
  widget_class->grab_focus = comark_text_field_grab_focus;
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", COMARK_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-text-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkTextField, view);
  gtk_widget_class_bind_template_child (widget_class, ComarkTextField, buffer);
  gtk_widget_class_bind_template_callback (widget_class, on_buffer_changed_cb);
}

static void
comark_text_field_init (ComarkTextField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_text_field_set_label (ComarkTextField *self, const char *label)
{
  g_return_if_fail (COMARK_IS_TEXT_FIELD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

char *
comark_text_field_dup_text (ComarkTextField *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (COMARK_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

void
comark_text_field_set_text (ComarkTextField *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (COMARK_IS_TEXT_FIELD (self));

  shown = comark_text_field_dup_text (self);
  if (g_strcmp0 (shown, text != NULL ? text : "") == 0)
    return;
  self->is_filling = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->is_filling = FALSE;
}

static void
get_cursor (ComarkTextField *self, GtkTextIter *cursor)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
}

char *
comark_text_field_dup_before_cursor (ComarkTextField *self)
{
  GtkTextIter start, cursor;

  g_return_val_if_fail (COMARK_IS_TEXT_FIELD (self), NULL);

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  get_cursor (self, &cursor);
  return gtk_text_buffer_get_text (self->buffer, &start, &cursor, FALSE);
}

void
comark_text_field_replace_before_cursor (ComarkTextField *self, guint n_characters,
                                         const char *text)
{
  GtkTextIter start, cursor;

  g_return_if_fail (COMARK_IS_TEXT_FIELD (self));

  get_cursor (self, &cursor);
  start = cursor;
  gtk_text_iter_backward_chars (&start, (int) n_characters);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &cursor);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}
