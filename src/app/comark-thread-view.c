/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-thread-view.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-talk.h"
#include "comark-message-editor.h"
#include "comark-message-row.h"
#include "comark-part.h"
#include "comark-quote-card.h"
#include "comark-talk-words.h"

struct _ComarkThreadView
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *topic;
  GtkLabel *audience;
  ComarkQuoteCard *quote;
  GtkListBox *messages;
  GtkButton *answer_button;
  AdwBin *editor;

  /* owned */
  ComarkDossier *dossier;
  ComarkThread *thread;

  gint64 n_marked; /* that far the register has been told, or is being told, it was read */
};

G_DEFINE_FINAL_TYPE (ComarkThreadView, comark_thread_view, ADW_TYPE_BIN)

/* ---- answering ---- */

static ComarkMessageEditor *
get_editor (ComarkThreadView *self)
{
  GtkWidget *child = adw_bin_get_child (self->editor);

  return child != NULL ? COMARK_MESSAGE_EDITOR (child) : NULL;
}

static gboolean
may_answer (ComarkThreadView *self)
{
  return comark_access_may_talk (&self->dossier->standing, self->thread->audience,
                                 self->thread->own, NULL);
}

static void
show_editor (ComarkThreadView *self, GtkWidget *editor)
{
  adw_bin_set_child (self->editor, editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), editor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->answer_button), editor == NULL && may_answer (self));
}

static void
on_answered_cb (ComarkThreadView *self)
{
  show_editor (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->answer_button));
}

static void
open_editor (ComarkThreadView *self)
{
  GtkWidget *editor = comark_message_editor_new (self->dossier, self->thread, NULL);

  g_signal_connect_object (editor, "finished", G_CALLBACK (on_answered_cb), self,
                           G_CONNECT_SWAPPED);
  show_editor (self, editor);
}

static void
on_answer_clicked_cb (ComarkThreadView *self)
{
  open_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self)));
}

static void
follow_editor (ComarkThreadView *self)
{
  g_autofree char *slot = comark_id_to_string (&self->thread->id);

  gtk_widget_set_visible (GTK_WIDGET (self->answer_button),
                          get_editor (self) == NULL && may_answer (self));
  if (get_editor (self) != NULL)
    comark_message_editor_set_dossier (get_editor (self), self->dossier);
  else if (may_answer (self) && comark_dossier_message_draft (self->dossier, slot) != NULL)
    open_editor (self);
}

/* ---- a newer dossier ---- */

/* Messages are only ever added, so each has its row for good. */
static void
fill_messages (ComarkThreadView *self)
{
  GPtrArray *messages = self->thread->messages;

  for (guint i = 0; i < messages->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->messages, (int) i);

      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (comark_message_row_new ());
          gtk_list_box_append (self->messages, GTK_WIDGET (row));
        }
      comark_message_row_set (COMARK_MESSAGE_ROW (row), self->dossier, self->thread,
                              g_ptr_array_index (messages, i));
    }
}

void
comark_thread_view_set_dossier (ComarkThreadView *self, ComarkDossier *dossier,
                                ComarkThread *thread)
{
  g_return_if_fail (COMARK_IS_THREAD_VIEW (self));

  g_set_object (&self->dossier, dossier);
  g_set_object (&self->thread, thread);
  comark_quote_card_set (self->quote, dossier, &thread->quote);
  fill_messages (self);
  follow_editor (self);
}

ComarkThread *
comark_thread_view_get_thread (ComarkThreadView *self)
{
  g_return_val_if_fail (COMARK_IS_THREAD_VIEW (self), NULL);

  return self->thread;
}

void
comark_thread_view_flush (ComarkThreadView *self)
{
  g_return_if_fail (COMARK_IS_THREAD_VIEW (self));

  if (get_editor (self) != NULL)
    comark_message_editor_flush (get_editor (self));
  for (int i = 0; gtk_list_box_get_row_at_index (self->messages, i) != NULL; i++)
    comark_message_row_flush (
      COMARK_MESSAGE_ROW (gtk_list_box_get_row_at_index (self->messages, i)));
}

/* ---- read ---- */

typedef struct
{
  char *ref;
  ComarkId thread;
  gint64 n;
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_free (mark->ref);
  g_free (mark);
}

static gpointer
mark_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Mark *mark = data;

  return comark_desk_read_thread (desk, mark->ref, &mark->thread, mark->n, error)
           ? COMARK_REGISTER_DONE : NULL;
}

/* That it could not be noted is nothing to trouble a reader with: it stays unread. */
static gboolean
on_marked_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  return error != NULL;
}

void
comark_thread_view_mark_read (ComarkThreadView *self)
{
  Mark *mark;

  g_return_if_fail (COMARK_IS_THREAD_VIEW (self));

  if (self->thread->n_unread == 0 || self->n_marked >= self->thread->n_messages)
    return;
  self->n_marked = self->thread->n_messages;
  mark = g_new0 (Mark, 1);
  mark->ref = g_strdup (self->dossier->submission->ref);
  mark->thread = self->thread->id;
  mark->n = self->thread->n_messages;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = mark_job, .data = mark, .data_destroy = mark_free, .done = on_marked_cb,
  });
}

/* ---- class ---- */

static void
comark_thread_view_dispose (GObject *object)
{
  ComarkThreadView *self = COMARK_THREAD_VIEW (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->thread);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_THREAD_VIEW);
  G_OBJECT_CLASS (comark_thread_view_parent_class)->dispose (object);
}

static void
comark_thread_view_class_init (ComarkThreadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_thread_view_dispose;
  g_type_ensure (COMARK_TYPE_QUOTE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-thread-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, topic);
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, audience);
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, quote);
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, messages);
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, answer_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkThreadView, editor);
  gtk_widget_class_bind_template_callback (widget_class, on_answer_clicked_cb);
}

static void
comark_thread_view_init (ComarkThreadView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_thread_view_new (ComarkDossier *dossier, ComarkThread *thread)
{
  ComarkThreadView *self = g_object_new (COMARK_TYPE_THREAD_VIEW, NULL);
  g_autofree char *topic = comark_talk_topic (dossier, thread->criterion);
  const char *audience = _(comark_talk_audience_words (thread->audience));
  /* translators: what a thread is about, and who reads it */
  g_autofree char *name = g_strdup_printf (_("%s, read by: %s"), topic, audience);
  /* translators: what a thread is about */
  g_autofree char *answer = g_strdup_printf (_("Answer: %s"), topic);

  gtk_label_set_label (self->topic, topic);
  gtk_label_set_label (self->audience, audience);
  comark_part_name (GTK_WIDGET (self->messages), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->answer_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, answer, -1);
  comark_thread_view_set_dossier (self, dossier, thread);
  return GTK_WIDGET (self);
}
