/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-matrix-table.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-part.h"

enum
{
  COLUMN_CRITERION,
  COLUMN_EXPERTS,
  COLUMN_STAFF,
  COLUMN_SUGGESTED,
  COLUMN_AGREED,
  N_COLUMNS
};

struct _ComarkMatrixTable
{
  AdwBin parent_instance;

  GtkListBox *list;
};

/* Shares of a line's width. Size groups would do the same but mistake the height of what wraps. */
static const int widths[N_COLUMNS] = { 5, 4, 4, 3, 3 };

G_DEFINE_FINAL_TYPE (ComarkMatrixTable, comark_matrix_table, ADW_TYPE_BIN)

/* ---- one line ---- */

static GtkWidget *
make_cells (char *const *cells, gboolean is_title)
{
  GtkWidget *grid = gtk_grid_new ();
  int left = 0;

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  for (int i = 0; i < N_COLUMNS; left += widths[i++])
    {
      GtkWidget *label = comark_label_new (cells[i], is_title ? "heading" : NULL);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (grid), label, left, 0, widths[i], 1);
    }
  return grid;
}

static void
add_line (ComarkMatrixTable *self, char *const *cells, const char *spoken, gboolean is_title)
{
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *grid = make_cells (cells, is_title);

  gtk_widget_add_css_class (grid, "comark-line");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  comark_part_name (line, spoken);
  gtk_list_box_append (self->list, line);
}

static char *
agreed_cell (ComarkDossier *dossier, const char *criterion)
{
  ComarkAgreedValue *agreed = comark_dossier_agreed (dossier, criterion);
  g_autofree char *value = comark_part_value_sign (agreed ? agreed->value : COMARK_VALUE_NONE);

  if (agreed == NULL || agreed->strength == COMARK_STRENGTH_NONE)
    return g_steal_pointer (&value);
  return g_strdup_printf ("%s, %s", value, _(comark_strength_words (agreed->strength)));
}

static void
add_criterion (ComarkMatrixTable *self, ComarkDossier *dossier, GPtrArray *reviews,
               const ComarkCriterion *criterion)
{
  const ComarkCriterionSummary *summary = comark_matrix_summary (dossier, criterion->id);
  ComarkMedians none = { .suggested = COMARK_VALUE_NONE, .expert_median = COMARK_VALUE_NONE,
                         .staff_median = COMARK_VALUE_NONE };
  const ComarkMedians *medians = summary != NULL ? &summary->medians : &none;
  g_autofree char *experts
    = comark_matrix_names (dossier, reviews, COMARK_KIND_EXPERT, criterion->id);
  g_autofree char *staff
    = comark_matrix_names (dossier, reviews, COMARK_KIND_STAFF, criterion->id);
  g_autofree char *expert_middle = comark_part_value_sign (medians->expert_median);
  g_autofree char *staff_middle = comark_part_value_sign (medians->staff_median);
  g_autofree char *talk = comark_matrix_talk (dossier, criterion->id);
  g_auto (GStrv) cells = g_new0 (char *, N_COLUMNS + 1);

  cells[COLUMN_CRITERION] = g_strdup_printf ("%s  %s%s%s", criterion->id, criterion->title,
                                             *talk ? "\n" : "", talk);
  /* translators: members with their ratings, then the middle of their group */
  cells[COLUMN_EXPERTS] = g_strdup_printf (_("%s\nMiddle: %s"), experts, expert_middle);
  cells[COLUMN_STAFF] = g_strdup_printf (_("%s\nMiddle: %s"), staff, staff_middle);
  cells[COLUMN_SUGGESTED] = comark_part_value_sign (medians->suggested);
  cells[COLUMN_AGREED] = agreed_cell (dossier, criterion->id);
  /* translators: the cells of a line of the table, spoken one after the other */
  g_autofree char *spoken
    = g_strdup_printf (_("%s. Experts by experience: %s. Staff: %s. Suggested: %s. Agreed: %s."),
                       cells[0], cells[1], cells[2], cells[3], cells[4]);
  add_line (self, cells, spoken, FALSE);
}

static void
add_title (ComarkMatrixTable *self, ComarkFramework *framework)
{
  g_autofree char *experts = comark_part_group_words (framework, COMARK_KIND_EXPERT);
  g_autofree char *staff = comark_part_group_words (framework, COMARK_KIND_STAFF);
  char *titles[] = { _("Criterion"), experts, staff, _("Suggested"), _("Agreed") };

  add_line (self, titles, _("Titles of the columns"), TRUE);
}

/* ---- all lines ---- */

static int
focused_line (ComarkMatrixTable *self)
{
  GtkWidget *line = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return line != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (line)) : -1;
}

void
comark_matrix_table_set (ComarkMatrixTable *self, ComarkDossier *dossier, GPtrArray *reviews)
{
  g_autoptr (GPtrArray) order = comark_matrix_order (dossier);
  int focused = focused_line (self);

  g_return_if_fail (COMARK_IS_MATRIX_TABLE (self));

  comark_clear_list (self->list);
  add_title (self, dossier->framework);
  for (guint i = 0; i < order->len; i++)
    add_criterion (self, dossier, reviews, g_ptr_array_index (order, i));
  if (focused >= 0 && gtk_list_box_get_row_at_index (self->list, focused) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, focused)));
}

/* ---- class ---- */

static void
comark_matrix_table_class_init (ComarkMatrixTableClass *klass)
{
}

static void
comark_matrix_table_init (ComarkMatrixTable *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  comark_part_name (GTK_WIDGET (self->list), _("Ratings as a table"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
