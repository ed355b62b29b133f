/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-office-view.h"

#include <glib/gi18n.h>

#include "comark-office.h"

#define PULSE_MS 250

struct _ComarkOfficeView
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *states; /* "making", "failed" */
  GtkProgressBar *progress;
  GtkLabel *seconds;
  AdwStatusPage *failure;
  GtkButton *cancel_button;

  /* owned */
  GBytes *document;          /* (nullable) */
  GCancellable *cancellable; /* (nullable) while nothing is made */

  gint64 begun_us;
  guint pulse_id;
};

enum
{
  MADE,
  GIVEN_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkOfficeView, comark_office_view, ADW_TYPE_BIN)

/* LibreOffice does not say how far it is; that time passes is seen. */
static gboolean
on_pulse_cb (gpointer user_data)
{
  ComarkOfficeView *self = user_data;
  int seconds = (int) ((g_get_monotonic_time () - self->begun_us) / G_USEC_PER_SEC);
  g_autofree char *words
    = g_strdup_printf (g_dngettext (NULL, "%d second so far", "%d seconds so far",
                                    (gulong) seconds),
                       seconds);

  gtk_progress_bar_pulse (self->progress);
  gtk_label_set_label (self->seconds, words);
  return G_SOURCE_CONTINUE;
}

static void
on_converted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkOfficeView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = comark_office_convert_finish (result, &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  comark_office_view_stop (self);
  if (pdf != NULL)
    {
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (pdf);
      g_signal_emit (self, signals[MADE], 0, reader);
      return;
    }
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

void
comark_office_view_make (ComarkOfficeView *self, GBytes *document)
{
  g_return_if_fail (COMARK_IS_OFFICE_VIEW (self));

  comark_office_view_stop (self);
  g_bytes_ref (document);
  g_clear_pointer (&self->document, g_bytes_unref);
  self->document = document;
  self->cancellable = g_cancellable_new ();
  self->begun_us = g_get_monotonic_time ();
  self->pulse_id = g_timeout_add (PULSE_MS, on_pulse_cb, self);
  on_pulse_cb (self);
  gtk_stack_set_visible_child_name (self->states, "making");
  comark_office_convert_async (document, self->cancellable, on_converted_cb,
                               g_object_ref (self));
}

void
comark_office_view_stop (ComarkOfficeView *self)
{
  g_return_if_fail (COMARK_IS_OFFICE_VIEW (self));

  g_clear_handle_id (&self->pulse_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_given_up_cb (ComarkOfficeView *self)
{
  comark_office_view_stop (self);
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static void
on_retry_cb (ComarkOfficeView *self)
{
  if (self->document != NULL)
    comark_office_view_make (self, self->document);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_office_view_dispose (GObject *object)
{
  ComarkOfficeView *self = COMARK_OFFICE_VIEW (object);

  comark_office_view_stop (self);
  g_clear_pointer (&self->document, g_bytes_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_OFFICE_VIEW);
  G_OBJECT_CLASS (comark_office_view_parent_class)->dispose (object);
}

static void
comark_office_view_class_init (ComarkOfficeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_office_view_dispose;
  signals[MADE] = g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_READER);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-office-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkOfficeView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkOfficeView, failure);
  gtk_widget_class_bind_template_child (widget_class, ComarkOfficeView, progress);
  gtk_widget_class_bind_template_child (widget_class, ComarkOfficeView, seconds);
  gtk_widget_class_bind_template_child (widget_class, ComarkOfficeView, states);
  gtk_widget_class_bind_template_callback (widget_class, on_given_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_cb);
}

static void
comark_office_view_init (ComarkOfficeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
