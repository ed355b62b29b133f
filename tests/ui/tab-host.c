/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tab-host.h"

static void
use_style (void)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, "/org/comark/Comark/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

TabHost *
tab_host_open (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  TabHost *self = g_new0 (TabHost, 1);

  use_style ();
  self->reg = comark_register_open (panel->place, &error);
  g_assert_no_error (error);
  comark_register_move_clock (self->reg, comark_clock_now_ms (panel->desk.clock), &error);
  g_assert_no_error (error);
  comark_register_set_acting (self->reg, panel->people[who]);
  self->page = COMARK_SUBMISSION_PAGE (comark_submission_page_new (self->reg, panel->ref));
  self->window = test_act_host_new (self->reg, GTK_WIDGET (self->page));
  return self;
}

void
tab_host_close (TabHost *self)
{
  comark_submission_page_flush (self->page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  comark_register_close (self->reg);
  g_object_unref (self->reg);
  g_free (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

ComarkSubmissionTab *
tab_host_show (TabHost *self, const char *name, GType type)
{
  GtkWidget *page = GTK_WIDGET (self->page);

  comark_submission_page_show_tab (self->page, name);
  WAIT_FOR (tab_host_find (page, type) != NULL);
  return COMARK_SUBMISSION_TAB (tab_host_find (page, type));
}

GtkWidget *
tab_host_find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = tab_host_find (child, type);
      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
tab_host_says (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (tab_host_says (child, words))
      return TRUE;
  return FALSE;
}
