/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-evidence-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-evidence-dialog.h"
#include "comark-desk-submissions.h"
#include "comark-item-list.h"
#include "comark-take-file.h"

struct _ComarkEvidenceSection
{
  AdwBin parent_instance;

  /* borrowed from the child */
  ComarkItemList *list;
  GtkWidget *add_button;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkEvidenceSection, comark_evidence_section, ADW_TYPE_BIN)

static ComarkEvidence *
find (ComarkEvidenceSection *self, const char *text)
{
  ComarkId id;

  if (!comark_id_from_string (text, &id))
    return NULL;
  for (guint i = 0; i < self->dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (self->dossier->evidence, i);
      if (comark_id_equal (&item->id, &id))
        return item;
    }
  return NULL;
}

/* ---- removing ---- */

typedef struct
{
  char *ref;
  ComarkId id;
} Remove;

static void
remove_free (gpointer data)
{
  Remove *self = data;

  g_free (self->ref);
  g_free (self);
}

static gpointer
remove_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Remove *self = data;

  return comark_desk_remove_evidence (desk, self->ref, &self->id, error)
           ? COMARK_REGISTER_DONE : NULL;
}

typedef struct
{
  ComarkEvidenceSection *section;
  Remove *remove;
} Asked;

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (ComarkEvidenceSection) self = asked->section;

  if (comark_confirm_finish (result, NULL))
    comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
      .job = remove_job, .data = asked->remove, .data_destroy = remove_free,
      .said = _("Removed."),
    });
  else
    remove_free (asked->remove);
  g_free (asked);
}

static void
on_remove_cb (ComarkEvidenceSection *self, const char *id)
{
  ComarkEvidence *item = find (self, id);
  g_autofree char *heading = NULL;
  Asked *asked;

  if (item == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->section = g_object_ref (self);
  asked->remove = g_new0 (Remove, 1);
  asked->remove->ref = g_strdup (self->dossier->submission->ref);
  asked->remove->id = item->id;
  heading = g_strdup_printf (_("Remove “%s”?"), item->title);
  comark_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                        _("The file and its words go out of this submission."),
                        _("Remove"), TRUE, on_confirmed_cb, asked);
}

/* ---- adding and editing ---- */

void
comark_evidence_section_add (ComarkEvidenceSection *self, const char *criterion)
{
  g_return_if_fail (COMARK_IS_EVIDENCE_SECTION (self));

  if (self->dossier != NULL)
    comark_evidence_dialog_present (GTK_WIDGET (self), self->dossier, NULL, criterion);
}

void
comark_evidence_section_edit (ComarkEvidenceSection *self, const char *id)
{
  ComarkEvidence *item;

  g_return_if_fail (COMARK_IS_EVIDENCE_SECTION (self));

  item = self->dossier != NULL ? find (self, id) : NULL;
  if (item != NULL)
    comark_evidence_dialog_present (GTK_WIDGET (self), self->dossier, item, NULL);
}

static void
on_add_clicked_cb (ComarkEvidenceSection *self)
{
  comark_evidence_section_add (self, NULL);
}

/* ---- showing ---- */

static void
add (GString *text, const char *separator, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", words);
}

static char *
words_of (ComarkEvidence *item)
{
  g_autofree char *day = comark_day_to_words (item->day);
  g_autofree char *criteria = item->criteria != NULL ? g_strjoinv (", ", item->criteria) : NULL;
  g_autofree char *size = comark_size_words (item->size);
  GString *text = g_string_new (NULL);

  add (text, " · ", item->hash != NULL ? item->filename : _("words alone"));
  add (text, " · ", item->hash != NULL ? size : NULL);
  add (text, " · ", day);
  if (criteria != NULL && *criteria != '\0')
    /* translators: ids of criteria, "for A1, C3" */
    g_string_append_printf (text, _(" · for %s"), criteria);
  else
    add (text, " · ", _("for no criterion yet"));
  add (text, "\n", item->description);
  return g_string_free (text, FALSE);
}

void
comark_evidence_section_set_dossier (ComarkEvidenceSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_EVIDENCE_SECTION (self));

  g_set_object (&self->dossier, dossier);
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);
      g_autofree char *id = comark_id_to_string (&item->id);
      g_autofree char *words = words_of (item);
      comark_item_list_put (self->list, i, id, item->title, words);
    }
  comark_item_list_trim (self->list, dossier->evidence->len);
}

/* ---- class ---- */

static gboolean
comark_evidence_section_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMARK_EVIDENCE_SECTION (widget)->add_button);
}

static void
comark_evidence_section_dispose (GObject *object)
{
  g_clear_object (&COMARK_EVIDENCE_SECTION (object)->dossier);
  G_OBJECT_CLASS (comark_evidence_section_parent_class)->dispose (object);
}

static void
comark_evidence_section_class_init (ComarkEvidenceSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_evidence_section_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_evidence_section_grab_focus;
}

static void
comark_evidence_section_init (ComarkEvidenceSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = g_object_new (COMARK_TYPE_ITEM_LIST, NULL);
  self->add_button = gtk_button_new_with_label (_("Add evidence…"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->list, "edit", G_CALLBACK (comark_evidence_section_edit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "remove", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->add_button);
  adw_bin_set_child (ADW_BIN (self), box);
}
