/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-message-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-talk.h"
#include "comark-label.h"
#include "comark-mentions.h"
#include "comark-message-editor.h"
#include "comark-part.h"

struct _ComarkMessageRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel *author;
  GtkLabel *when;
  GtkLabel *is_new;
  GtkLabel *body;
  GtkLabel *trace;
  AdwBin *editor;
  GtkWidget *buttons;
  GtkButton *change_button;
  GtkButton *take_back_button;
  GtkButton *wordings_button;
  GtkBox *wordings;

  /* owned */
  ComarkDossier *dossier;
  ComarkThread *thread;
  ComarkMessage *message;

  gboolean was_new;
};

G_DEFINE_FINAL_TYPE (ComarkMessageRow, comark_message_row, GTK_TYPE_LIST_BOX_ROW)

/* ---- words ---- */

static void
show_body (ComarkMessageRow *self)
{
  const char *body = self->message->body;
  char **mentions = self->message->mentions;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GArray) found = comark_mentions_find (body, (const char *const *) mentions,
                                                   g_strv_length (mentions));

  for (guint i = 0; i < found->len; i++)
    {
      ComarkMention *mention = &g_array_index (found, ComarkMention, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) mention->start;
      bold->end_index = (guint) (mention->start + mention->length);
      pango_attr_list_insert (attributes, bold);
    }
  comark_label_show (self->body, body);
  gtk_label_set_attributes (self->body, attributes);
}

static char *
trace_words (ComarkMessage *message)
{
  g_autofree char *when = NULL;

  if (message->taken_back_at == 0)
    return NULL;
  when = comark_ms_to_words (message->taken_back_at);
  return message->own
           /* translators: a day and time */
           ? g_strdup_printf (_("You took this back, %s. Only you still read it."), when)
           : g_strdup_printf (_("This message was taken back, %s."), when);
}

static void
name_row (ComarkMessageRow *self, const char *when, const char *trace)
{
  ComarkMessage *message = self->message;
  /* translators: a person's name, a day and time, and what they wrote */
  g_autofree char *name
    = g_strdup_printf (_("%s, %s: %s"), message->author_name, when,
                       *message->body != '\0' ? message->body : trace != NULL ? trace : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_words (ComarkMessageRow *self)
{
  ComarkMessage *message = self->message;
  g_autofree char *when = comark_ms_to_words (message->said_at);
  g_autofree char *trace = trace_words (message);

  gtk_label_set_label (self->author, message->own ? _("You") : message->author_name);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->is_new, message->to_me ? _("New, to you") : _("New"));
  gtk_widget_set_visible (GTK_WIDGET (self->is_new),
                          self->was_new && message->taken_back_at == 0);
  comark_label_show (self->trace, trace);
  show_body (self);
  name_row (self, when, trace);
}

/* ---- changing ---- */

static ComarkMessageEditor *
get_editor (ComarkMessageRow *self)
{
  GtkWidget *child = adw_bin_get_child (self->editor);

  return child != NULL ? COMARK_MESSAGE_EDITOR (child) : NULL;
}

static void
show_editor (ComarkMessageRow *self, GtkWidget *editor)
{
  adw_bin_set_child (self->editor, editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), editor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->body), editor == NULL);
  gtk_widget_set_visible (self->buttons, editor == NULL);
}

static void
on_edited_cb (ComarkMessageRow *self)
{
  show_editor (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->change_button));
}

static void
open_editor (ComarkMessageRow *self)
{
  GtkWidget *editor = comark_message_editor_new (self->dossier, self->thread, self->message);

  g_signal_connect_object (editor, "finished", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  show_editor (self, editor);
}

static void
on_change_clicked_cb (ComarkMessageRow *self)
{
  open_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self)));
}

/* A change begun before the program ended is there again. */
static void
follow_editor (ComarkMessageRow *self, gboolean may_change)
{
  g_autofree char *slot = comark_id_to_string (&self->message->id);

  if (get_editor (self) != NULL)
    comark_message_editor_set_dossier (get_editor (self), self->dossier);
  else if (may_change && comark_dossier_message_draft (self->dossier, slot) != NULL)
    open_editor (self);
}

/* ---- taking back ---- */

typedef struct
{
  char *ref;
  ComarkId message;
} Which;

static Which *
which_new (ComarkMessageRow *self)
{
  Which *which = g_new0 (Which, 1);

  which->ref = g_strdup (self->dossier->submission->ref);
  which->message = self->message->id;
  return which;
}

static void
which_free (gpointer data)
{
  Which *which = data;

  g_free (which->ref);
  g_free (which);
}

static gpointer
take_back_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Which *which = data;

  return comark_desk_take_back_message (desk, which->ref, &which->message, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkMessageRow) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
      .job = take_back_job, .data = which_new (self), .data_destroy = which_free,
      .trigger = GTK_WIDGET (self->take_back_button), .said = _("Taken back."),
    });
}

static void
on_take_back_clicked_cb (ComarkMessageRow *self)
{
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Take this message back?"),
                        _("Nobody else can read it any more. That there was a message stays."),
                        _("Take back"), TRUE, on_confirmed_cb, g_object_ref (self));
}

/* ---- earlier wordings ---- */

static gpointer
list_wordings_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Which *which = data;

  return comark_desk_list_wordings (desk, which->ref, &which->message, error);
}

static void
add_wording (ComarkMessageRow *self, ComarkWording *wording)
{
  g_autofree char *when = comark_ms_to_words (wording->written_at);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "comark-quote");
  gtk_box_append (GTK_BOX (box), comark_label_new (when, "comark-small"));
  gtk_box_append (GTK_BOX (box), comark_label_new (wording->body, NULL));
  gtk_box_append (self->wordings, box);
}

static gboolean
on_wordings_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkMessageRow *self = COMARK_MESSAGE_ROW (widget);
  GPtrArray *wordings = answer;

  if (error != NULL)
    return FALSE;
  comark_clear_box (self->wordings);
  /* The newest is the message itself. */
  for (guint i = 0; i + 1 < wordings->len; i++)
    add_wording (self, g_ptr_array_index (wordings, i));
  gtk_widget_set_visible (GTK_WIDGET (self->wordings), TRUE);
  gtk_button_set_label (self->wordings_button, _("Hide earlier wordings"));
  return TRUE;
}

static void
on_wordings_clicked_cb (ComarkMessageRow *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->wordings)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->wordings), FALSE);
      gtk_button_set_label (self->wordings_button, _("Earlier wordings"));
      return;
    }
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = list_wordings_job, .data = which_new (self), .data_destroy = which_free,
    .answer_destroy = (GDestroyNotify) g_ptr_array_unref, .done = on_wordings_read_cb,
  });
}

/* ---- a newer dossier ---- */

static void
follow_buttons (ComarkMessageRow *self)
{
  ComarkMessage *message = self->message;
  gboolean stands = message->own && message->taken_back_at == 0;
  gboolean may_change = stands
                        && comark_access_may_talk (&self->dossier->standing,
                                                   self->thread->audience, self->thread->own,
                                                   NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->change_button), may_change);
  gtk_widget_set_visible (GTK_WIDGET (self->take_back_button), stands);
  gtk_widget_set_visible (GTK_WIDGET (self->wordings_button), message->n_wordings > 1);
  gtk_widget_set_visible (self->buttons, get_editor (self) == NULL
                                           && (stands || message->n_wordings > 1));
  follow_editor (self, may_change);
}

void
comark_message_row_set (ComarkMessageRow *self, ComarkDossier *dossier, ComarkThread *thread,
                        ComarkMessage *message)
{
  g_return_if_fail (COMARK_IS_MESSAGE_ROW (self));

  g_set_object (&self->dossier, dossier);
  g_set_object (&self->thread, thread);
  g_set_object (&self->message, message);
  self->was_new |= message->unread;
  show_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->body),
                          get_editor (self) == NULL && *message->body != '\0');
  follow_buttons (self);
}

void
comark_message_row_flush (ComarkMessageRow *self)
{
  g_return_if_fail (COMARK_IS_MESSAGE_ROW (self));

  if (get_editor (self) != NULL)
    comark_message_editor_flush (get_editor (self));
}

/* ---- class ---- */

static void
comark_message_row_dispose (GObject *object)
{
  ComarkMessageRow *self = COMARK_MESSAGE_ROW (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->thread);
  g_clear_object (&self->message);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MESSAGE_ROW);
  G_OBJECT_CLASS (comark_message_row_parent_class)->dispose (object);
}

static void
comark_message_row_class_init (ComarkMessageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_message_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-message-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, author);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, when);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, is_new);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, body);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, trace);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, editor);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, change_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, wordings_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMessageRow, wordings);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wordings_clicked_cb);
}

static void
comark_message_row_init (ComarkMessageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_message_row_new (void)
{
  return g_object_new (COMARK_TYPE_MESSAGE_ROW, NULL);
}
