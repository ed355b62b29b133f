/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-table.h"

#include <glib/gi18n.h>

/* What the factory of one column knows. */
typedef struct
{
  const ComarkColumn *columns;
  guint n_columns;
  guint index;
  ComarkCellText row_name;
} Cells;

/* ---- names ---- */

static char *
name_from_cells (const Cells *cells, gpointer item)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < cells->n_columns; i++)
    {
      g_autofree char *text = cells->columns[i].text (item);
      if (text != NULL && *text != '\0')
        g_string_append_printf (name, "%s%s %s", name->len > 0 ? ", " : "",
                                _(cells->columns[i].title), text);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* GTK before 4.12 has no way to name a row: the label's grandparent is the row. */
static void
name_row (const Cells *cells, GtkWidget *label, gpointer item)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *name = NULL;

  if (row == NULL)
    return;
  name = cells->row_name != NULL ? cells->row_name (item) : name_from_cells (cells, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : "", -1);
}

/* ---- cells ---- */

static void
fill_cell (GtkListItem *cell, const Cells *cells)
{
  gpointer item = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *text = NULL;

  if (item == NULL || label == NULL)
    return;
  text = cells->columns[cells->index].text (item);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  if (cells->index == 0)
    name_row (cells, label, item);
}

static void
on_item_notified_cb (GObject *item, GParamSpec *pspec, GtkListItem *cell)
{
  fill_cell (cell, g_object_get_data (G_OBJECT (cell), "comark-cells"));
}

static void
on_cell_set_up_cb (GtkListItemFactory *factory, GtkListItem *cell, Cells *cells)
{
  const ComarkColumn *column = &cells->columns[cells->index];
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), column->width_chars);
  /* A width that followed what is in sight would jump while one scrolls. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), column->width_chars);
  if (column->is_numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (cell, label);
  g_object_set_data (G_OBJECT (cell), "comark-cells", cells);
}

static void
on_cell_bound_cb (GtkListItemFactory *factory, GtkListItem *cell, Cells *cells)
{
  fill_cell (cell, cells);
  g_signal_connect_object (gtk_list_item_get_item (cell), "notify",
                           G_CALLBACK (on_item_notified_cb), cell, 0);
}

static void
on_cell_unbound_cb (GtkListItemFactory *factory, GtkListItem *cell, Cells *cells)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (cell), on_item_notified_cb, cell);
}

static void
free_cells (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkListItemFactory *
make_factory (Cells cells)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cells *copy = g_memdup2 (&cells, sizeof cells);

  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bound_cb), copy);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbound_cb), copy);
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_cell_set_up_cb), copy, free_cells, 0);
  return factory;
}

/* ---- Tab ---- */

static GtkWidget *
neighbour (GtkWidget *widget, gboolean is_back)
{
  return is_back ? gtk_widget_get_prev_sibling (widget) : gtk_widget_get_next_sibling (widget);
}

/* Before GTK 4.12 Tab walks a list row by row: send it to what comes after the view, or before. */
static gboolean
leave (GtkWidget *view, GtkDirectionType direction)
{
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  GtkRoot *root = gtk_widget_get_root (view);

  for (GtkWidget *at = view; at != NULL && !GTK_IS_ROOT (at); at = gtk_widget_get_parent (at))
    for (GtkWidget *next = neighbour (at, is_back); next != NULL; next = neighbour (next, is_back))
      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, direction))
        return TRUE;
  gtk_root_set_focus (root, NULL);
  return gtk_widget_child_focus (GTK_WIDGET (root), direction);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code,
                   GdkModifierType modifiers, gpointer user_data)
{
  GtkWidget *view = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean is_back = key == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) != 0;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_KP_Tab && key != GDK_KEY_ISO_Left_Tab)
      || (modifiers & GDK_CONTROL_MASK) != 0)
    return FALSE;
  return leave (view, is_back ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
}

static void
let_tab_leave (GtkWidget *view)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), NULL);
  gtk_widget_add_controller (view, controller);
}

void
comark_table_set_columns (GtkColumnView *view, const ComarkColumn *columns, guint n_columns,
                          ComarkCellText row_name)
{
  for (guint i = 0; i < n_columns; i++)
    {
      Cells cells = { columns, n_columns, i, row_name };
      g_autoptr (GtkColumnViewColumn) column
        = gtk_column_view_column_new (_(columns[i].title), make_factory (cells));

      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].expands);
      gtk_column_view_append_column (view, column);
    }
  let_tab_leave (GTK_WIDGET (view));
}

char *
comark_table_unknown (void)
{
  return g_strdup ("–");
}
