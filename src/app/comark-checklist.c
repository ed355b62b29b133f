/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-checklist.h"

#include <glib/gi18n.h>

#include "comark-label.h"

struct _ComarkChecklist
{
  AdwBin parent_instance;

  GtkLabel *heading;
  GtkBox *list; /* of GtkButton */

  char **sentences; /* owned; NULL before the first */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkChecklist, comark_checklist, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_clicked_cb (ComarkChecklist *self, GtkButton *button)
{
  guint index = 0;

  for (GtkWidget *one = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       one != NULL && one != GTK_WIDGET (button); one = gtk_widget_get_next_sibling (one))
    index++;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, index);
}

static void
add (ComarkChecklist *self, const char *sentence)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  "go-next-symbolic", NULL);
  GtkWidget *label = comark_label_new (sentence, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comark-missing");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->list, button);
}

void
comark_checklist_set (ComarkChecklist *self, const char *heading, const char *const *sentences)
{
  GtkWidget *button;

  g_return_if_fail (COMARK_IS_CHECKLIST (self));

  gtk_label_set_label (self->heading, heading);
  if (self->sentences != NULL
      && g_strv_equal ((const char *const *) self->sentences, sentences))
    return;
  g_strfreev (self->sentences);
  self->sentences = g_strdupv ((char **) sentences);
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, button);
  for (guint i = 0; sentences[i] != NULL; i++)
    add (self, sentences[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
}

void
comark_checklist_set_missing (ComarkChecklist *self, const char *const *missing)
{
  guint n = g_strv_length ((char **) missing);
  g_autofree char *heading
    = n > 0 ? g_strdup_printf (g_dngettext (NULL, "%u thing is still missing",
                                            "%u things are still missing", n), n)
            : g_strdup (_("✓ Everything needed is there"));

  comark_checklist_set (self, heading, missing);
}

static void
comark_checklist_finalize (GObject *object)
{
  g_strfreev (COMARK_CHECKLIST (object)->sentences);
  G_OBJECT_CLASS (comark_checklist_parent_class)->finalize (object);
}

static void
comark_checklist_class_init (ComarkChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_checklist_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
comark_checklist_init (ComarkChecklist *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->heading = GTK_LABEL (comark_label_new (NULL, "heading"));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "comark-next");
  adw_bin_set_child (ADW_BIN (self), box);
}
