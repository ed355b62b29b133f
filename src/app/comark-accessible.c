/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-accessible.h"

#include <glib/gi18n.h>

static char *
value_of (GtkDropDown *drop_down)
{
  GObject *item = gtk_drop_down_get_selected_item (drop_down);
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  GValue value = G_VALUE_INIT;
  char *text = NULL;

  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (item == NULL || expression == NULL || !gtk_expression_evaluate (expression, item, &value))
    return NULL;
  if (G_VALUE_HOLDS_STRING (&value))
    text = g_value_dup_string (&value);
  g_value_unset (&value);
  return text;
}

static void
on_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, char *name)
{
  g_autofree char *value = value_of (drop_down);
  /* translators: the name of a drop-down list, and its value */
  g_autofree char *label = value != NULL ? g_strdup_printf (_("%s: %s"), name, value)
                                         : g_strdup (name);
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
free_name (gpointer name, GClosure *closure)
{
  g_free (name);
}

void
comark_accessible_name_drop_down (GtkDropDown *drop_down, const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_data (drop_down, "notify::selected-item", G_CALLBACK (on_selected_cb),
                         g_strdup (name), free_name, 0);
  on_selected_cb (drop_down, NULL, (char *) name);
}
