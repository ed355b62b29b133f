/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sets a GtkColumnView up from a table of columns, and mends what GTK 4.8 leaves out for those
 * who use the keyboard or a screen reader: Tab leaves the list instead of walking it row by row,
 * and each row has a name.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell says for @item. Returns: (transfer full) (nullable) */
typedef char *(*ComarkCellText) (gpointer item);

typedef struct
{
  const char *title; /* English source text */
  ComarkCellText text;
  int width_chars;   /* how wide it is, or is at least if it expands */
  gboolean is_numeric;
  gboolean expands;  /* takes what is left */
  int rank;          /* where there is no room, those with the highest go first; 0 stays */
} ComarkColumn;

/* Adds @columns (which must live as long as @view) to @view. @row_name names a row for screen
 * readers; NULL: all its cells, each after its title. Items that change notify a property. */
void comark_table_set_columns (GtkColumnView *view, const ComarkColumn *columns, guint n_columns,
                               ComarkCellText row_name);

/* Tab leaves @view, a list of any kind, instead of walking it row by row. */
void comark_table_let_tab_leave (GtkWidget *view);

/* Coming to @view, a list with a selection, the keys begin at what is selected, not at the top. */
void comark_table_enter_at_selected (GtkWidget *view);

/* Scrolls @view, a GtkListView that has its size, to @position. */
void comark_table_bring_into_sight (GtkWidget *view, guint position);

/* "–", for what is not known or not for this person. Returns: (transfer full) */
char *comark_table_unknown (void);

G_END_DECLS
