/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-fairness-section.h"

#include <glib/gi18n.h>

#include "comark-checklist.h"
#include "comark-label.h"

struct _ComarkFairnessSection
{
  AdwBin parent_instance;

  ComarkChecklist *list;

  /* owned */
  GPtrArray *points; /* of ComarkFairnessPoint; NULL before the first */
  ComarkDossier *dossier; /* from whose framework they borrow */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkFairnessSection, comark_fairness_section, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static char **
dup_sentences (GPtrArray *points)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < points->len; i++)
    g_strv_builder_add (sentences, ((ComarkFairnessPoint *) points->pdata[i])->sentence);
  return g_strv_builder_end (sentences);
}

static char *
heading_of (guint n)
{
  if (n == 0)
    return g_strdup (_("✓ Nothing stands out"));
  return g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n), n);
}

void
comark_fairness_section_set_dossier (ComarkFairnessSection *self, ComarkDossier *dossier)
{
  g_auto (GStrv) sentences = NULL;
  g_autofree char *heading = NULL;

  g_return_if_fail (COMARK_IS_FAIRNESS_SECTION (self));

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_set_object (&self->dossier, dossier);
  self->points = comark_fairness_check (dossier);
  sentences = dup_sentences (self->points);
  heading = heading_of (self->points->len);
  comark_checklist_set (self->list, heading, (const char *const *) sentences);
}

static void
on_chosen_cb (ComarkFairnessSection *self, guint index)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_ptr_array_index (self->points, index));
}

static void
comark_fairness_section_finalize (GObject *object)
{
  ComarkFairnessSection *self = COMARK_FAIRNESS_SECTION (object);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_fairness_section_parent_class)->finalize (object);
}

static void
comark_fairness_section_class_init (ComarkFairnessSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_fairness_section_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
comark_fairness_section_init (ComarkFairnessSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", _("Is it fair?"), "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box),
                  comark_label_new (_("Look at these together before you decide. They forbid "
                                      "nothing."), NULL));
  self->list = g_object_new (COMARK_TYPE_CHECKLIST, NULL);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), box);
}
