/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-item-list.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-wrap.h"

struct _ComarkItemList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

enum
{
  SIGNAL_EDIT,
  SIGNAL_REMOVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkItemList, comark_item_list, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* The id of an item is the name of its row. */
static const char *
id_of (GtkButton *button)
{
  return gtk_widget_get_name (
    gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
}

static void
on_edit_clicked_cb (ComarkItemList *self, GtkButton *button)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, id_of (button));
}

static void
on_remove_clicked_cb (ComarkItemList *self, GtkButton *button)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, id_of (button));
}

static void
add_button (ComarkItemList *self, GtkWidget *box, const char *label, const char *spoken,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  comark_wrap_append (COMARK_WRAP (box), button);
}

static GtkWidget *
new_buttons (ComarkItemList *self, const char *title)
{
  GtkWidget *box = comark_wrap_new ();
  /* translators: the name of a person or a piece of evidence */
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), title);
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title);

  add_button (self, box, _("Edit…"), edit, G_CALLBACK (on_edit_clicked_cb));
  add_button (self, box, _("Remove"), remove, G_CALLBACK (on_remove_clicked_cb));
  return box;
}

static GtkWidget *
new_row (ComarkItemList *self, const char *id, const char *title, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, words);

  gtk_box_append (GTK_BOX (box), comark_label_new (title, "heading"));
  if (*words != '\0')
    gtk_box_append (GTK_BOX (box), comark_label_new (words, NULL));
  gtk_box_append (GTK_BOX (box), new_buttons (self, title));
  gtk_widget_add_css_class (box, "comark-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* Its buttons are the stops of the Tab key. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_name (row, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "spoken", g_steal_pointer (&spoken), g_free);
  return row;
}

static gboolean
says_the_same (GtkListBoxRow *row, const char *id, const char *title, const char *words)
{
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, words);

  return g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), id)
         && g_strcmp0 (g_object_get_data (G_OBJECT (row), "spoken"), spoken) == 0;
}

void
comark_item_list_put (ComarkItemList *self, guint index, const char *id, const char *title,
                      const char *words)
{
  GtkListBoxRow *old;

  g_return_if_fail (COMARK_IS_ITEM_LIST (self));

  old = gtk_list_box_get_row_at_index (self->list, (int) index);
  if (old != NULL && says_the_same (old, id, title, words))
    return;
  if (old != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  gtk_list_box_insert (self->list, new_row (self, id, title, words), (int) index);
}

void
comark_item_list_trim (ComarkItemList *self, guint n_rows)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMARK_IS_ITEM_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
}

static void
comark_item_list_class_init (ComarkItemListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[SIGNAL_EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comark_item_list_init (ComarkItemList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), list);
}
