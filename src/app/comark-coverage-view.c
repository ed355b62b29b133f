/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-coverage-view.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-coverage-words.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkCoverageView
{
  AdwBin parent_instance;

  GtkBox *box;

  /* owned */
  ComarkCoverage *coverage;
  char *shown; /* all that is said; the same again needs no new widgets */

  gboolean is_own;
  gboolean as_list;
};

enum
{
  SIGNAL_CRITERION_CHOSEN,
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkCoverageView, comark_coverage_view, ADW_TYPE_BIN)

/* ---- what is pressed ---- */

static void
on_clicked_cb (ComarkCoverageView *self, GtkButton *button)
{
  const char *hash = g_object_get_data (G_OBJECT (button), "hash");

  if (hash != NULL)
    g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, hash);
  else
    g_signal_emit (self, signals[SIGNAL_CRITERION_CHOSEN], 0,
                   g_object_get_data (G_OBJECT (button), "criterion"));
}

/* Goes to the file, if there is one, else to the criterion. */
static GtkWidget *
make_button (ComarkCoverageView *self, const char *words, const char *spoken,
             const char *criterion, const char *hash)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = comark_label_new (words, NULL);

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comark-cell");
  comark_part_name (button, spoken);
  g_object_set_data_full (G_OBJECT (button), "criterion", g_strdup (criterion), g_free);
  g_object_set_data_full (G_OBJECT (button), "hash", g_strdup (hash), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
criterion_button (ComarkCoverageView *self, const ComarkCoverageRow *row, gboolean with_state)
{
  g_autofree char *state = comark_coverage_row_words (row);
  g_autofree char *title
    = g_strdup_printf ("%s  %s", row->criterion->id, row->criterion->title);
  g_autofree char *words
    = with_state ? g_strdup_printf ("%s\n%s", title, state) : g_strdup (title);
  /* translators: a criterion, and how its evidence stands */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), title, state);
  GtkWidget *button = make_button (self, words, spoken, row->criterion->id, NULL);

  if (row->state == COMARK_COVERAGE_NO_EVIDENCE || row->state == COMARK_COVERAGE_GAP)
    gtk_widget_add_css_class (button, "comark-stands-out");
  return button;
}

static GtkWidget *
cell_button (ComarkCoverageView *self, const ComarkCoverageRow *row, guint item,
             gboolean with_title)
{
  ComarkEvidence *evidence = g_ptr_array_index (self->coverage->items, item);
  g_autofree char *said = comark_coverage_cell_words (&row->cells[item], self->is_own);
  g_autofree char *words
    = with_title ? g_strdup_printf ("%u  %s: %s", item + 1, evidence->title, said)
                 : g_strdup (said);
  /* translators: a criterion's id, an evidence item's title, what is said of it */
  g_autofree char *spoken
    = g_strdup_printf (_("%s, %s: %s"), row->criterion->id, evidence->title, said);

  return make_button (self, words, spoken, row->criterion->id, evidence->hash);
}

/* ---- the matrix ---- */

static GtkWidget *
item_button (ComarkCoverageView *self, guint item)
{
  ComarkEvidence *evidence = g_ptr_array_index (self->coverage->items, item);
  g_autofree char *words = g_strdup_printf ("%u  %s", item + 1, evidence->title);

  return evidence->hash != NULL ? make_button (self, words, words, NULL, evidence->hash)
                                : comark_label_new (words, "comark-cell");
}

static void
add_legend (ComarkCoverageView *self)
{
  gtk_box_append (self->box, comark_label_new (_("The evidence items, by their numbers"),
                                               "comark-caption"));
  for (guint i = 0; i < self->coverage->items->len; i++)
    gtk_box_append (self->box, item_button (self, i));
}

static void
attach_heads (ComarkCoverageView *self, GtkGrid *grid)
{
  gtk_grid_attach (grid, comark_label_new (_("Criterion"), "heading"), 0, 0, 1, 1);
  for (guint i = 0; i < self->coverage->items->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *label = comark_label_new (number, "heading");

      gtk_widget_add_css_class (label, "comark-cell");
      comark_part_name (label, ((ComarkEvidence *) g_ptr_array_index (self->coverage->items,
                                                                      i))->title);
      gtk_grid_attach (grid, label, (int) i + 1, 0, 1, 1);
    }
}

static void
attach_row (ComarkCoverageView *self, GtkGrid *grid, guint index)
{
  const ComarkCoverageRow *row = g_ptr_array_index (self->coverage->rows, index);
  int line = (int) index + 1;

  gtk_grid_attach (grid, criterion_button (self, row, FALSE), 0, line, 1, 1);
  for (guint i = 0; i < self->coverage->items->len; i++)
    if (row->cells[i].attached)
      gtk_grid_attach (grid, cell_button (self, row, i, FALSE), (int) i + 1, line, 1, 1);
  if (row->state == COMARK_COVERAGE_NO_EVIDENCE)
    {
      g_autofree char *words = comark_coverage_row_words (row);
      GtkWidget *label = comark_label_new (words, "comark-cell");

      gtk_widget_add_css_class (label, "heading");
      gtk_grid_attach (grid, label, 1, line, MAX ((int) self->coverage->items->len, 1), 1);
    }
}

static void
show_matrix (ComarkCoverageView *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "comark-coverage");
  comark_part_name (grid, _("Criteria by evidence items"));
  attach_heads (self, GTK_GRID (grid));
  for (guint i = 0; i < self->coverage->rows->len; i++)
    attach_row (self, GTK_GRID (grid), i);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), grid);
  gtk_box_append (self->box, scroll);
  add_legend (self);
}

/* ---- the list ---- */

static void
add_block (ComarkCoverageView *self, const ComarkCoverageRow *row)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (block, "comark-coverage-block");
  gtk_box_append (GTK_BOX (block), criterion_button (self, row, TRUE));
  for (guint i = 0; i < self->coverage->items->len; i++)
    if (row->cells[i].attached)
      {
        GtkWidget *cell = cell_button (self, row, i, TRUE);

        gtk_widget_set_margin_start (cell, 18);
        gtk_box_append (GTK_BOX (block), cell);
      }
  gtk_box_append (self->box, block);
}

static void
show_list (ComarkCoverageView *self)
{
  for (guint i = 0; i < self->coverage->rows->len; i++)
    add_block (self, g_ptr_array_index (self->coverage->rows, i));
}

/* ---- both ---- */

static void
show (ComarkCoverageView *self)
{
  g_autofree char *all = NULL;

  if (self->coverage == NULL)
    return;
  all = comark_coverage_to_text (self->coverage, self->is_own);
  if (g_strcmp0 (all, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
  comark_clear_box (self->box);
  if (self->as_list)
    show_list (self);
  else
    show_matrix (self);
}

void
comark_coverage_view_set (ComarkCoverageView *self, ComarkCoverage *coverage, gboolean own)
{
  g_return_if_fail (COMARK_IS_COVERAGE_VIEW (self));

  g_clear_pointer (&self->coverage, comark_coverage_free);
  self->coverage = coverage;
  self->is_own = own;
  show (self);
}

void
comark_coverage_view_set_as_list (ComarkCoverageView *self, gboolean as_list)
{
  g_return_if_fail (COMARK_IS_COVERAGE_VIEW (self));

  if (self->as_list == as_list)
    return;
  self->as_list = as_list;
  g_clear_pointer (&self->shown, g_free);
  show (self);
}

/* ---- class ---- */

static void
comark_coverage_view_finalize (GObject *object)
{
  ComarkCoverageView *self = COMARK_COVERAGE_VIEW (object);

  g_clear_pointer (&self->coverage, comark_coverage_free);
  g_free (self->shown);
  G_OBJECT_CLASS (comark_coverage_view_parent_class)->finalize (object);
}

static void
comark_coverage_view_class_init (ComarkCoverageViewClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = comark_coverage_view_finalize;
  signals[SIGNAL_CRITERION_CHOSEN]
    = g_signal_new ("criterion-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_STRING);
  signals[SIGNAL_FILE_CHOSEN] = g_signal_new ("file-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comark_coverage_view_init (ComarkCoverageView *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
comark_coverage_view_new (void)
{
  return g_object_new (COMARK_TYPE_COVERAGE_VIEW, NULL);
}
