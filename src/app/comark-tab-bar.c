/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-tab-bar.h"

#include <glib/gi18n.h>

#include "comark-wrap.h"

#define GAP 6
#define MAX_LINES 2

struct _ComarkTabBar
{
  GtkWidget parent_instance;

  /* owned: children */
  GtkWidget *tabs;   /* a ComarkWrap of toggle buttons */
  GtkWidget *button; /* of all of them, where there is no room */
  GtkWidget *list;   /* what it opens: a box of toggle buttons */

  /* borrowed */
  AdwViewStack *stack; /* NULL until set; weak */
};

G_DEFINE_FINAL_TYPE (ComarkTabBar, comark_tab_bar, GTK_TYPE_WIDGET)

/* ---- the tabs ---- */

static void
on_toggled_cb (GtkToggleButton *tab, AdwViewStackPage *page)
{
  GtkWidget *bar = gtk_widget_get_ancestor (GTK_WIDGET (tab), COMARK_TYPE_TAB_BAR);
  ComarkTabBar *self = COMARK_TAB_BAR (bar);
  GtkWidget *child = adw_view_stack_page_get_child (page);

  if (self->stack == NULL)
    return;
  if (gtk_toggle_button_get_active (tab))
    {
      gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
      adw_view_stack_set_visible_child (self->stack, child);
    }
  else if (adw_view_stack_get_visible_child (self->stack) == child)
    gtk_toggle_button_set_active (tab, TRUE);
}

/* A page may say in its title how much is new. */
static void
follow_title (AdwViewStackPage *page, GParamSpec *pspec, GtkWidget *tab)
{
  const char *title = adw_view_stack_page_get_title (page);
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (tab));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkWidget *
make_tab (AdwViewStackPage *page, GtkAccessibleRole role)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  adw_view_stack_page_get_icon_name (page), "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *tab = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child", box, "accessible-role", role,
                                 NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "comark-tab");
  g_signal_connect_object (page, "notify::title", G_CALLBACK (follow_title), tab, 0);
  follow_title (page, NULL, tab);
  g_object_bind_property (page, "visible", tab, "visible", G_BINDING_SYNC_CREATE);
  g_object_set_data_full (G_OBJECT (tab), "comark-page", g_object_ref (page), g_object_unref);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (on_toggled_cb), page, 0);
  return tab;
}

static void
mark_shown (GtkWidget *box, GtkWidget *shown)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (box); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    {
      AdwViewStackPage *page = g_object_get_data (G_OBJECT (tab), "comark-page");
      gboolean is_shown = adw_view_stack_page_get_child (page) == shown;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), is_shown);
      gtk_accessible_update_state (GTK_ACCESSIBLE (tab), GTK_ACCESSIBLE_STATE_SELECTED, is_shown,
                                   -1);
    }
}

static void
on_visible_child_cb (ComarkTabBar *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->stack);
  const char *title;
  g_autofree char *name = NULL;

  mark_shown (self->tabs, shown);
  mark_shown (self->list, shown);
  if (shown == NULL)
    return;
  title = adw_view_stack_page_get_title (adw_view_stack_get_page (self->stack, shown));
  /* translators: said of the button that opens the list of tabs: which one is in sight */
  name = g_strdup_printf (_("Tab: %s"), title);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

void
comark_tab_bar_set_stack (ComarkTabBar *self, AdwViewStack *stack)
{
  g_autoptr (GListModel) pages = NULL;

  g_return_if_fail (COMARK_IS_TAB_BAR (self) && self->stack == NULL);

  g_set_weak_pointer (&self->stack, stack);
  pages = G_LIST_MODEL (adw_view_stack_get_pages (stack));
  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (pages, i);

      comark_wrap_append (COMARK_WRAP (self->tabs), make_tab (page, GTK_ACCESSIBLE_ROLE_TAB));
      gtk_box_append (GTK_BOX (self->list), make_tab (page, GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO));
    }
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (on_visible_child_cb), self,
                           G_CONNECT_SWAPPED);
  on_visible_child_cb (self);
}

/* ---- layout ---- */

static int
natural_of (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
has_room (ComarkTabBar *self, int width)
{
  return comark_wrap_count_lines (COMARK_WRAP (self->tabs), width) <= MAX_LINES;
}

static GtkSizeRequestMode
comark_tab_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
comark_tab_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  ComarkTabBar *self = COMARK_TAB_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->button, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, natural_of (self->tabs, orientation, -1));
    }
  else if (for_size < 0 || has_room (self, for_size))
    *minimum = *natural = natural_of (self->tabs, orientation, for_size);
  else
    *minimum = *natural = natural_of (self->button, orientation, -1);
}

static void
comark_tab_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkTabBar *self = COMARK_TAB_BAR (widget);
  gboolean shows_tabs = has_room (self, width);
  GtkAllocation place = { 0, 0, width, height };

  gtk_widget_set_child_visible (self->tabs, shows_tabs);
  gtk_widget_set_child_visible (self->button, !shows_tabs);
  if (!shows_tabs)
    place.width = MIN (width, natural_of (self->button, GTK_ORIENTATION_HORIZONTAL, -1));
  if (!shows_tabs && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    place.x = width - place.width;
  gtk_widget_size_allocate (shows_tabs ? self->tabs : self->button, &place, -1);
}

/* ---- class ---- */

static void
comark_tab_bar_dispose (GObject *object)
{
  ComarkTabBar *self = COMARK_TAB_BAR (object);

  g_clear_weak_pointer (&self->stack);
  g_clear_pointer (&self->tabs, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (comark_tab_bar_parent_class)->dispose (object);
}

static void
comark_tab_bar_class_init (ComarkTabBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_tab_bar_dispose;
  widget_class->get_request_mode = comark_tab_bar_get_request_mode;
  widget_class->measure = comark_tab_bar_measure;
  widget_class->size_allocate = comark_tab_bar_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
comark_tab_bar_init (ComarkTabBar *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->tabs = g_object_new (COMARK_TYPE_WRAP, "accessible-role", GTK_ACCESSIBLE_ROLE_TAB_LIST,
                             NULL);
  comark_wrap_set_gap (COMARK_WRAP (self->tabs), GAP);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
