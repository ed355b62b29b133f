/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-contributors-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-compat.h"
#include "comark-contributor-dialog.h"
#include "comark-desk-submissions.h"
#include "comark-item-list.h"

struct _ComarkContributorsSection
{
  AdwBin parent_instance;

  /* borrowed from the child */
  ComarkItemList *list;
  GtkWidget *add_button;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkContributorsSection, comark_contributors_section, ADW_TYPE_BIN)

static ComarkContributor *
find (ComarkContributorsSection *self, const char *text)
{
  ComarkId id;

  if (!comark_id_from_string (text, &id))
    return NULL;
  for (guint i = 0; i < self->dossier->contributors->len; i++)
    {
      ComarkContributor *item = g_ptr_array_index (self->dossier->contributors, i);
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

  return comark_desk_remove_contributor (desk, self->ref, &self->id, error)
           ? COMARK_REGISTER_DONE : NULL;
}

typedef struct
{
  ComarkContributorsSection *section;
  Remove *remove;
} Asked;

static void
on_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (ComarkContributorsSection) self = asked->section;

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
on_remove_cb (ComarkContributorsSection *self, const char *id)
{
  ComarkContributor *item = find (self, id);
  g_autofree char *heading = NULL;
  Asked *asked;

  if (item == NULL)
    return;
  asked = g_new0 (Asked, 1);
  asked->section = g_object_ref (self);
  asked->remove = g_new0 (Remove, 1);
  asked->remove->ref = g_strdup (self->dossier->submission->ref);
  asked->remove->id = item->id;
  heading = g_strdup_printf (_("Remove “%s”?"), item->name);
  comark_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
                        _("Their name goes from the list. What they confirmed stays in the "
                          "history."),
                        _("Remove"), TRUE, on_confirmed_cb, asked);
}

/* ---- adding and editing ---- */

static void
on_add_clicked_cb (ComarkContributorsSection *self)
{
  if (self->dossier != NULL)
    comark_contributor_dialog_present (GTK_WIDGET (self), self->dossier->submission->ref, NULL);
}

static void
on_edit_cb (ComarkContributorsSection *self, const char *id)
{
  ComarkContributor *contributor = find (self, id);

  if (contributor != NULL)
    comark_contributor_dialog_present (GTK_WIDGET (self), self->dossier->submission->ref,
                                       contributor);
}

/* ---- showing ---- */

static void
add (GString *text, const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static char *
words_of (ComarkContributor *contributor)
{
  GString *text = g_string_new (contributor->part);

  if (contributor->lived_experience)
    add (text, _("lived experience"));
  add (text, contributor->agreed_at != 0 ? _("agrees that it is put forward")
                                         : _("has not said yes yet"));
  add (text, contributor->credit ? _("may be named") : _("not to be named"));
  return g_string_free (text, FALSE);
}

void
comark_contributors_section_set_dossier (ComarkContributorsSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_CONTRIBUTORS_SECTION (self));

  g_set_object (&self->dossier, dossier);
  for (guint i = 0; i < dossier->contributors->len; i++)
    {
      ComarkContributor *item = g_ptr_array_index (dossier->contributors, i);
      g_autofree char *id = comark_id_to_string (&item->id);
      g_autofree char *words = words_of (item);
      comark_item_list_put (self->list, i, id, item->name, words);
    }
  comark_item_list_trim (self->list, dossier->contributors->len);
}

/* ---- class ---- */

static gboolean
comark_contributors_section_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (COMARK_CONTRIBUTORS_SECTION (widget)->add_button);
}

static void
comark_contributors_section_dispose (GObject *object)
{
  g_clear_object (&COMARK_CONTRIBUTORS_SECTION (object)->dossier);
  G_OBJECT_CLASS (comark_contributors_section_parent_class)->dispose (object);
}

static void
comark_contributors_section_class_init (ComarkContributorsSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_contributors_section_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_contributors_section_grab_focus;
}

static void
comark_contributors_section_init (ComarkContributorsSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = g_object_new (COMARK_TYPE_ITEM_LIST, NULL);
  self->add_button = gtk_button_new_with_label (_("Add somebody…"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->list, "edit", G_CALLBACK (on_edit_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "remove", G_CALLBACK (on_remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->add_button);
  adw_bin_set_child (ADW_BIN (self), box);
}
