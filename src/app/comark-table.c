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

/* What a view knows of its columns. */
typedef struct
{
  const ComarkColumn *columns;
  guint n_columns;
  GtkAdjustment *adjustment; /* owned; NULL until the view is in a scrolled window */
  gboolean is_due;           /* columns are about to be shown and hidden */
} Fit;

/* Left and right of a cell's text, as style.css says. */
#define CELL_PADDING 24
#define SETTLE_MS 50
/* Of a column that expands, where even those that stay hardly fit. */
#define LEAST_CHARS 12

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

/* An ellipsis is no end: the pointer shows the rest. */
static gboolean
on_cell_asked_cb (GtkWidget *label, int x, int y, gboolean by_key, GtkTooltip *tooltip,
                  gpointer user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static void
on_cell_set_up_cb (GtkListItemFactory *factory, GtkListItem *cell, Cells *cells)
{
  const ComarkColumn *column = &cells->columns[cells->index];
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label),
                             column->expands ? LEAST_CHARS : column->width_chars);
  /* A width that followed what is in sight would jump while one scrolls. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), column->width_chars);
  if (column->is_numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_cell_asked_cb), NULL);
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

/* ---- as many columns as there is room for ---- */

static int
width_of (GtkWidget *view, const ComarkColumn *column)
{
  PangoContext *context = gtk_widget_get_pango_context (view);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                    pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS (column->width_chars * letter) + CELL_PADDING;
}

static int
width_to_rank (GtkWidget *view, const ComarkColumn *columns, guint n_columns, int rank)
{
  int width = 0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].rank <= rank)
      width += width_of (view, &columns[i]);
  return width;
}

static gboolean
fit_columns_cb (gpointer user_data)
{
  GtkColumnView *view = user_data;
  Fit *fit = g_object_get_data (G_OBJECT (view), "comark-fit");
  GListModel *list = gtk_column_view_get_columns (view);
  int room = (int) gtk_adjustment_get_page_size (fit->adjustment), rank = 0;

  fit->is_due = FALSE;
  for (guint i = 0; i < fit->n_columns; i++)
    rank = MAX (rank, fit->columns[i].rank);
  while (rank > 0 && width_to_rank (GTK_WIDGET (view), fit->columns, fit->n_columns, rank) > room)
    rank--;
  for (guint i = 0; i < fit->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);
      gtk_column_view_column_set_visible (column, fit->columns[i].rank <= rank);
    }
  return G_SOURCE_REMOVE;
}

/* Not now: a widget must not change its children while it places them. */
static void
on_room_changed_cb (GtkColumnView *view)
{
  Fit *fit = g_object_get_data (G_OBJECT (view), "comark-fit");

  if (fit->is_due || gtk_adjustment_get_page_size (fit->adjustment) < 1)
    return;
  fit->is_due = TRUE;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_columns_cb, g_object_ref (view), g_object_unref);
}

static void
on_adjustment_set_cb (GtkColumnView *view)
{
  Fit *fit = g_object_get_data (G_OBJECT (view), "comark-fit");
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));

  if (fit->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (fit->adjustment, on_room_changed_cb, view);
  if (adjustment == NULL || !g_set_object (&fit->adjustment, adjustment))
    return;
  g_signal_connect_object (adjustment, "notify::page-size", G_CALLBACK (on_room_changed_cb), view,
                           G_CONNECT_SWAPPED);
}

static void
fit_free (gpointer data)
{
  Fit *fit = data;

  g_clear_object (&fit->adjustment);
  g_free (fit);
}

static void
follow_room (GtkColumnView *view, const ComarkColumn *columns, guint n_columns)
{
  Fit *fit = g_new0 (Fit, 1);

  fit->columns = columns;
  fit->n_columns = n_columns;
  g_object_set_data_full (G_OBJECT (view), "comark-fit", fit, fit_free);
  g_signal_connect (view, "notify::hadjustment", G_CALLBACK (on_adjustment_set_cb), NULL);
  on_adjustment_set_cb (view);
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

void
comark_table_let_tab_leave (GtkWidget *view)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed_cb), NULL);
  gtk_widget_add_controller (view, controller);
}

/* GTK 4.8 makes no rows above the one scrolled to, even where they come into sight with it; it
 * does when it is scrolled by hand. */
static gboolean
settle_cb (gpointer view)
{
  GtkAdjustment *vertical = gtk_scrollable_get_vadjustment (view);

  if (vertical != NULL)
    g_signal_emit_by_name (vertical, "value-changed");
  return G_SOURCE_REMOVE;
}

void
comark_table_bring_into_sight (GtkWidget *view, guint position)
{
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
  g_timeout_add_full (G_PRIORITY_DEFAULT, SETTLE_MS, settle_cb, g_object_ref (view),
                      g_object_unref);
}

static gboolean
focus_selected_cb (gpointer view)
{
  GtkWidget *row = gtk_widget_get_first_child (view);

  while (row != NULL && !(gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/* Not at once: the focus is still on its way. */
static void
on_entered_cb (GtkEventController *focus, gpointer view)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_selected_cb, g_object_ref (view), g_object_unref);
}

void
comark_table_enter_at_selected (GtkWidget *view)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_entered_cb), view);
  gtk_widget_add_controller (view, focus);
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
  follow_room (view, columns, n_columns);
  comark_table_let_tab_leave (GTK_WIDGET (view));
}

char *
comark_table_unknown (void)
{
  return g_strdup ("–");
}
