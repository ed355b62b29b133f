/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-document-field.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-submissions.h"
#include "comark-label.h"
#include "comark-take-file.h"

struct _ComarkDocumentField
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *name;
  GtkLabel *details;
  GtkButton *choose;
  GtkSpinner *spinner;
  GtkWidget *busy;

  /* owned */
  char *ref;
};

G_DEFINE_FINAL_TYPE (ComarkDocumentField, comark_document_field, ADW_TYPE_BIN)

/* ---- showing ---- */

static char *
details_words (ComarkDocument *document)
{
  g_autofree char *size = comark_size_words (document->size);
  GString *text = g_string_new (size);

  if (document->pages > 0)
    g_string_append_printf (text, g_dngettext (NULL, " · %d page", " · %d pages",
                                               (gulong) document->pages),
                            (int) document->pages);
  g_string_append_printf (text, _(" · version %d"), (int) document->n);
  g_string_append_printf (text, _("\nFingerprint (SHA-256): %s"), document->hash);
  return g_string_free (text, FALSE);
}

void
comark_document_field_set_dossier (ComarkDocumentField *self, ComarkDossier *dossier)
{
  ComarkDocument *document = comark_dossier_document (dossier);
  g_autofree char *details = document != NULL ? details_words (document) : NULL;

  g_return_if_fail (COMARK_IS_DOCUMENT_FIELD (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  gtk_label_set_label (self->name, document != NULL ? document->filename
                                                    : _("There is no document yet."));
  comark_label_show (self->details, details);
  gtk_button_set_label (self->choose, document != NULL ? _("Replace it…")
                                                       : _("Choose the document…"));
}

static void
show_busy (ComarkDocumentField *self, gboolean is_busy)
{
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_busy);
  gtk_spinner_set_spinning (self->spinner, is_busy);
  gtk_widget_set_visible (self->busy, is_busy);
}

/* ---- choosing ---- */

typedef struct
{
  char *ref;
  GBytes *bytes;
  char *filename;
} Document;

static void
document_free (gpointer data)
{
  Document *document = data;

  g_free (document->ref);
  g_bytes_unref (document->bytes);
  g_free (document->filename);
  g_free (document);
}

static gpointer
set_document_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Document *document = data;

  return comark_desk_set_document (desk, document->ref, document->bytes, document->filename, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_document_set_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  show_busy (COMARK_DOCUMENT_FIELD (widget), FALSE);
  return FALSE;
}

void
comark_document_field_take (ComarkDocumentField *self, GBytes *bytes, const char *filename)
{
  Document *document;

  g_return_if_fail (COMARK_IS_DOCUMENT_FIELD (self));

  document = g_new0 (Document, 1);
  document->ref = g_strdup (self->ref);
  document->bytes = g_bytes_ref (bytes);
  document->filename = g_strdup (filename);
  show_busy (self, TRUE);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = set_document_job, .data = document, .data_destroy = document_free,
    .trigger = GTK_WIDGET (self->choose), .said = _("The document is in."),
    .done = on_document_set_cb,
  });
}

static void
on_file_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkDocumentField) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = NULL;
  g_autoptr (GBytes) bytes = comark_take_file_finish (result, &filename, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (bytes != NULL)
    comark_document_field_take (self, bytes, filename);
  else
    comark_act_show_error (GTK_WIDGET (self), error);
}

static void
on_choose_clicked_cb (ComarkDocumentField *self)
{
  comark_take_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                          _("The document to put forward"), on_file_taken_cb, g_object_ref (self));
}

/* ---- class ---- */

static gboolean
comark_document_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_DOCUMENT_FIELD (widget)->choose));
}

static void
comark_document_field_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DOCUMENT_FIELD);
  G_OBJECT_CLASS (comark_document_field_parent_class)->dispose (object);
}

static void
comark_document_field_finalize (GObject *object)
{
  g_free (COMARK_DOCUMENT_FIELD (object)->ref);
  G_OBJECT_CLASS (comark_document_field_parent_class)->finalize (object);
}

static void
comark_document_field_class_init (ComarkDocumentFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_document_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_document_field_finalize;
  widget_class->grab_focus = comark_document_field_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-document-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentField, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentField, details);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentField, choose);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentField, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentField, busy);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
}

static void
comark_document_field_init (ComarkDocumentField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
