/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-fact-list.h"

#include <glib/gi18n.h>

#include "comark-label.h"

/* ---- parts ---- */

static GtkWidget *
make_words (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), second);
  return words;
}

static GtkWidget *
make_row (void)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_HORIZONTAL, "spacing", 12,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "css-classes",
                       (const char *[]){ "comark-fact", NULL }, NULL);
}

static void
add_row (GtkBox *list, GtkWidget *row, const char *first, const char *second)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", first, second);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (list, row);
}

/* ---- copying ---- */

static void
on_copy_clicked_cb (GtkButton *button, GtkLabel *value)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)),
                          gtk_label_get_label (value));
}

static GtkWidget *
make_copy_button (GtkWidget *value, const char *caption)
{
  GtkWidget *button = gtk_button_new_with_label (_("Copy"));
  /* translators: %s is what is copied: "Number" */
  g_autofree char *name = g_strdup_printf (_("Copy: %s"), caption);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_copy_clicked_cb), value, 0);
  return button;
}

/* ---- public ---- */

void
comark_fact_list_add (GtkBox *list, const char *caption, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;
  row = make_row ();
  gtk_box_append (GTK_BOX (row),
                  make_words (comark_label_new (caption, "comark-small"),
                              comark_label_new (value, NULL)));
  add_row (list, row, caption, value);
}

void
comark_fact_list_add_copyable (GtkBox *list, const char *caption, const char *value)
{
  GtkWidget *row = make_row ();
  GtkWidget *label = comark_label_new (value, "monospace");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (row), make_words (comark_label_new (caption, "comark-small"), label));
  gtk_box_append (GTK_BOX (row), make_copy_button (label, caption));
  add_row (list, row, caption, value);
}

void
comark_fact_list_add_need (GtkBox *list, gboolean is_met, const char *caption,
                           const char *sentence)
{
  GtkWidget *row = make_row ();
  GtkWidget *icon = gtk_image_new_from_icon_name (is_met ? "object-select-symbolic"
                                                         : "content-loading-symbolic");
  const char *state = is_met ? _("Done") : _("Still needed");
  g_autofree char *said = g_strdup_printf ("%s. %s", state, sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, state, -1);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row),
                  make_words (comark_label_new (caption, "heading"),
                              comark_label_new (said, NULL)));
  add_row (list, row, caption, said);
}
