/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-check.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-decision.h"
#include "comark-desk-files.h"
#include "comark-mark-words.h"

struct _ComarkMarkCheck
{
  AdwBin parent_instance;

  /* template children */
  GtkButton *choose_button;
  GtkWidget *answer;
  GtkLabel *verdict;
  GtkLabel *sentence;

  /* owned */
  char *number;
  GCancellable *cancellable; /* of the check in work */
};

G_DEFINE_FINAL_TYPE (ComarkMarkCheck, comark_mark_check, ADW_TYPE_BIN)

typedef struct
{
  char *number;
  GFile *file;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->number);
  g_object_unref (question->file);
  g_free (question);
}

/* ---- the check ---- */

static gpointer
verify_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GBytes) bytes = comark_desk_load_file (question->file, desk->cancellable, error);

  return bytes != NULL ? comark_desk_verify (desk, question->number, bytes, error) : NULL;
}

static void
show_answer (ComarkMarkCheck *self, const char *verdict, const char *sentence)
{
  gtk_label_set_label (self->verdict, verdict);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (self->answer, TRUE);
}

static gboolean
on_verified_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkMarkCheck *self = COMARK_MARK_CHECK (widget);
  ComarkVerification *found = answer;

  if (found != NULL)
    show_answer (self, comark_mark_words_verdict (found->verdict), found->sentence);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_answer (self, comark_mark_words_verdict ("cannot-check"), error->message);
  return TRUE;
}

static void
stop (ComarkMarkCheck *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
comark_mark_check_file (ComarkMarkCheck *self, GFile *file)
{
  Question *question;
  g_autofree char *name = NULL, *doing = NULL;

  g_return_if_fail (COMARK_IS_MARK_CHECK (self));
  g_return_if_fail (G_IS_FILE (file));

  stop (self);
  self->cancellable = g_cancellable_new ();
  name = g_file_get_basename (file);
  /* translators: %s is the name of a file */
  doing = g_strdup_printf (_("“%s” is held against the register."), name);
  show_answer (self, _("One moment…"), doing);
  question = g_new0 (Question, 1);
  question->number = g_strdup (self->number);
  question->file = g_object_ref (file);
  comark_act_read (GTK_WIDGET (self),
                   &(ComarkAct){ .job = verify_job,
                                 .data = question,
                                 .data_destroy = question_free,
                                 .answer_destroy = (GDestroyNotify) comark_verification_free,
                                 .done = on_verified_cb,
                                 .cancellable = self->cancellable });
}

/* ---- handing a file in ---- */

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkMarkCheck) self = user_data;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);

  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    comark_mark_check_file (self, file);
}

static void
on_choose_clicked_cb (ComarkMarkCheck *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  comark_choose_file_async (GTK_WINDOW (root),
                            &(ComarkFileQuestion){ .what = COMARK_CHOOSE_OPEN,
                                                   .title = _("Check a document") },
                            on_file_chosen_cb, g_object_ref (self));
}

static gboolean
on_dropped_cb (ComarkMarkCheck *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  comark_mark_check_file (self, files->data);
  return TRUE;
}

/* ---- class ---- */

static void
comark_mark_check_dispose (GObject *object)
{
  ComarkMarkCheck *self = COMARK_MARK_CHECK (object);

  stop (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MARK_CHECK);
  G_OBJECT_CLASS (comark_mark_check_parent_class)->dispose (object);
}

static void
comark_mark_check_finalize (GObject *object)
{
  g_free (COMARK_MARK_CHECK (object)->number);
  G_OBJECT_CLASS (comark_mark_check_parent_class)->finalize (object);
}

static void
comark_mark_check_class_init (ComarkMarkCheckClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_mark_check_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_mark_check_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-mark-check.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkCheck, choose_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkCheck, answer);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkCheck, verdict);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkCheck, sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
}

static void
comark_mark_check_init (ComarkMarkCheck *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

void
comark_mark_check_set_number (ComarkMarkCheck *self, const char *number)
{
  g_return_if_fail (COMARK_IS_MARK_CHECK (self));

  if (g_strcmp0 (number, self->number) == 0)
    return;
  stop (self);
  g_free (self->number);
  self->number = g_strdup (number);
  gtk_widget_set_visible (self->answer, FALSE);
}
