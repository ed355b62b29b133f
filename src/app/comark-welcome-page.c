/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-welcome-page.h"

#include <string.h>

#include "comark-clear.h"
#include "comark-recent.h"

struct _ComarkWelcomePage
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *recent_area;
  GtkListBox *recent;

  char **paths;
};

G_DEFINE_FINAL_TYPE (ComarkWelcomePage, comark_welcome_page, ADW_TYPE_BIN)

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, ComarkWelcomePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s",
                              self->paths[gtk_list_box_row_get_index (row)]);
}

static GtkWidget *
make_row (const char *path)
{
  g_autofree char *words = comark_recent_in_words (path);
  g_autofree char *folder = g_path_get_dirname (words);
  g_autofree char *name = g_path_get_basename (path);
  GtkWidget *row = adw_action_row_new ();

  if (g_str_has_suffix (name, ".comark"))
    name[strlen (name) - strlen (".comark")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
comark_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_WELCOME_PAGE);
  g_clear_pointer (&COMARK_WELCOME_PAGE (object)->paths, g_strfreev);
  G_OBJECT_CLASS (comark_welcome_page_parent_class)->dispose (object);
}

static void
comark_welcome_page_class_init (ComarkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkWelcomePage, recent_area);
  gtk_widget_class_bind_template_child (widget_class, ComarkWelcomePage, recent);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
comark_welcome_page_init (ComarkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_welcome_page_set_recent (ComarkWelcomePage *self, const char *const *paths)
{
  g_return_if_fail (COMARK_IS_WELCOME_PAGE (self));

  comark_clear_list (self->recent);
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent, make_row (paths[i]));
  gtk_widget_set_visible (self->recent_area, paths[0] != NULL);
}
