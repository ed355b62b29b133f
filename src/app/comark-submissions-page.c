/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submissions-page.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-status-view.h"
#include "comark-submission-list.h"
#include "comark-submissions-columns.h"
#include "comark-wrap.h"

struct _ComarkSubmissionsPage
{
  ComarkPlace parent_instance;

  /* template children */
  GtkSearchEntry *search;
  GtkDropDown *state;
  GtkDropDown *sort;
  GtkToggleButton *reverse;
  GtkLabel *count;
  ComarkStatusView *status;
  GtkColumnView *view;

  /* owned */
  ComarkSubmissionList *list;
  GtkSingleSelection *selection;

  ComarkId selected;    /* kept over queries */
  gboolean is_sorting;  /* header and dropdown follow each other */
  int probed_sort;      /* ComarkSubmissionSort of the sorter that was asked first, or -1 */
};

/* What a sorter of a column header knows. */
typedef struct
{
  int *found;
  ComarkSubmissionSort sort;
} Probe;

G_DEFINE_FINAL_TYPE (ComarkSubmissionsPage, comark_submissions_page, COMARK_TYPE_PLACE)

/* ---- asking ---- */

static gboolean
has_filter (ComarkSubmissionsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0'
         || gtk_drop_down_get_selected (self->state) > 0;
}

static void
ask (ComarkSubmissionsPage *self)
{
  ComarkSubmissionQuery query = {
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .state = (int) gtk_drop_down_get_selected (self->state) - 1,
    .sort = (ComarkSubmissionSort) gtk_drop_down_get_selected (self->sort),
    .descending = gtk_toggle_button_get_active (self->reverse),
  };

  if (comark_place_get_register (COMARK_PLACE (self)) != NULL)
    comark_submission_list_query (self->list, &query);
}

/* ---- answers ---- */

static void
show_count (ComarkSubmissionsPage *self, guint n_shown)
{
  guint total = comark_submission_list_get_total (self->list);
  g_autofree char *text = NULL;

  if (n_shown == total)
    text = g_strdup_printf (ngettext ("%'u submission", "%'u submissions", total), total);
  else
    /* translators: how many submissions are found, and how many there are in all */
    text = g_strdup_printf (_("%'u of %'u"), n_shown, total);
  gtk_label_set_label (self->count, text);
}

static void
show_state (ComarkSubmissionsPage *self, guint n_shown)
{
  const GError *error = comark_submission_list_get_error (self->list);

  if (error != NULL)
    comark_status_view_show_error (self->status, _("The submissions cannot be shown"), error);
  else if (n_shown > 0)
    comark_status_view_show_content (self->status);
  else if (has_filter (self))
    comark_status_view_show_empty (self->status, "edit-find-symbolic", _("Nothing found"),
                                   _("No submission that you may see has these words and this "
                                     "state. Try fewer words, or all states."),
                                   NULL, NULL);
  else
    comark_status_view_show_empty (self->status, "x-office-document-symbolic",
                                   _("No submissions yet"),
                                   _("A submission is one document, policy, leaflet or course "
                                     "that is put forward for the mark."),
                                   _("New submission…"), "win.new-submission");
}

static void
select_again (ComarkSubmissionsPage *self)
{
  ComarkSubmissionRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint position;

  if (comark_id_is_none (&self->selected)
      || (row != NULL && comark_id_equal (comark_submission_row_get_id (row), &self->selected)))
    return;
  if (comark_submission_list_find (self->list, &self->selected, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

/* The first rows are shown before the last are there. */
static void
on_items_changed_cb (ComarkSubmissionsPage *self, guint position, guint n_removed, guint n_added)
{
  if (position == 0 && n_removed == 0 && n_added > 0)
    comark_status_view_show_content (self->status);
}

static void
on_answered_cb (ComarkSubmissionsPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  select_again (self);
  show_count (self, n_shown);
  show_state (self, n_shown);
}

static void
on_selected_changed_cb (ComarkSubmissionsPage *self)
{
  ComarkSubmissionRow *row = gtk_single_selection_get_selected_item (self->selection);

  /* While the list changes under it the selection wanders: only what a person chose is kept. */
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL)
    self->selected = *comark_submission_row_get_id (row);
}

static void
on_row_activated_cb (GtkColumnView *view, guint position, ComarkSubmissionsPage *self)
{
  g_autoptr (ComarkSubmissionRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  ComarkSubmission *submission
    = row != NULL ? comark_submission_row_get_submission (row) : NULL;

  if (submission == NULL)
    return;
  self->selected = submission->id;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-submission", "s", submission->ref);
}

/* ---- searching and sorting ---- */

static void
on_query_changed_cb (ComarkSubmissionsPage *self)
{
  if (self->list != NULL)
    ask (self);
}

static void
on_search_activated_cb (ComarkSubmissionsPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static int
probe_sorter (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Probe *probe = user_data;

  if (*probe->found < 0)
    *probe->found = (int) probe->sort;
  return GTK_ORDERING_SMALLER;
}

/* GTK before 4.10 does not say which column is sorted, and how: the first of our sorters that is
 * asked tells the column, and how its answer comes back tells the direction. */
static void
on_header_sorted_cb (ComarkSubmissionsPage *self)
{
  g_autoptr (ComarkSubmissionRow) a = comark_submission_row_new (&COMARK_ID_NONE);
  g_autoptr (ComarkSubmissionRow) b = comark_submission_row_new (&COMARK_ID_NONE);
  GtkOrdering ordering;

  if (self->is_sorting)
    return;
  self->probed_sort = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b);
  if (self->probed_sort < 0)
    return;
  self->is_sorting = TRUE;
  gtk_drop_down_set_selected (self->sort, (guint) self->probed_sort);
  gtk_toggle_button_set_active (self->reverse, ordering == GTK_ORDERING_LARGER);
  self->is_sorting = FALSE;
  ask (self);
}

/* Shows in the header what the dropdown says. */
static void
mark_header (ComarkSubmissionsPage *self)
{
  guint n_sortable;
  const ComarkSortableColumn *sortable = comark_submissions_sortable (&n_sortable);
  guint sort = gtk_drop_down_get_selected (self->sort);
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  for (guint i = 0; i < n_sortable; i++)
    if (sortable[i].sort == sort)
      column = g_list_model_get_item (columns, sortable[i].column);
  gtk_column_view_sort_by_column (self->view, column,
                                  gtk_toggle_button_get_active (self->reverse)
                                    ? GTK_SORT_DESCENDING
                                    : GTK_SORT_ASCENDING);
}

static void
on_sort_changed_cb (ComarkSubmissionsPage *self)
{
  if (self->is_sorting || self->list == NULL)
    return;
  self->is_sorting = TRUE;
  mark_header (self);
  self->is_sorting = FALSE;
  ask (self);
}

/* ---- making ---- */

static void
fill_states (ComarkSubmissionsPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _("All states"));
  for (int state = 0; state < COMARK_N_STATES; state++)
    gtk_string_list_append (states, _(comark_state_words ((ComarkState) state)));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
}

/* In the order of ComarkSubmissionSort. */
static void
fill_sorts (ComarkSubmissionsPage *self)
{
  const char *sorts[]
    = { _("Last changed"), _("Reference"), _("Title"), _("State"), _("Reviews due"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (sorts);

  gtk_drop_down_set_model (self->sort, G_LIST_MODEL (list));
}

static void
add_header_sorter (ComarkSubmissionsPage *self, const ComarkSortableColumn *sortable)
{
  g_autoptr (GtkColumnViewColumn) column
    = g_list_model_get_item (gtk_column_view_get_columns (self->view), sortable->column);
  Probe *probe = g_new0 (Probe, 1);
  g_autoptr (GtkCustomSorter) sorter = NULL;

  probe->found = &self->probed_sort;
  probe->sort = sortable->sort;
  sorter = gtk_custom_sorter_new (probe_sorter, probe, g_free);
  gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
}

static void
set_up_view (ComarkSubmissionsPage *self)
{
  guint n_columns, n_sortable;
  const ComarkColumn *columns = comark_submissions_columns (&n_columns);
  const ComarkSortableColumn *sortable = comark_submissions_sortable (&n_sortable);

  comark_table_set_columns (self->view, columns, n_columns, NULL);
  for (guint i = 0; i < n_sortable; i++)
    add_header_sorter (self, &sortable[i]);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (on_header_sorted_cb), self, G_CONNECT_SWAPPED);
}

/* ---- the place ---- */

static void
comark_submissions_page_reset (ComarkPlace *place)
{
  ComarkSubmissionsPage *self = COMARK_SUBMISSIONS_PAGE (place);

  if (self->list == NULL)
    return;
  self->selected = COMARK_ID_NONE;
  comark_submission_list_clear (self->list);
  comark_submission_list_set_register (self->list, comark_place_get_register (place));
  comark_status_view_show_loading (self->status);
}

static void
comark_submissions_page_refresh (ComarkPlace *place)
{
  ComarkSubmissionsPage *self = COMARK_SUBMISSIONS_PAGE (place);

  if (comark_submission_list_has_query (self->list))
    comark_submission_list_refresh (self->list);
  else
    ask (self);
}

static void
comark_submissions_page_find (ComarkPlace *place)
{
  gtk_widget_grab_focus (GTK_WIDGET (COMARK_SUBMISSIONS_PAGE (place)->search));
}

static void
comark_submissions_page_dispose (GObject *object)
{
  ComarkSubmissionsPage *self = COMARK_SUBMISSIONS_PAGE (object);

  if (self->list != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->list, self);
      g_signal_handlers_disconnect_by_data (self->selection, self);
      comark_submission_list_set_register (self->list, NULL);
    }
  g_clear_object (&self->list);
  g_clear_object (&self->selection);
  /* The view that goes takes its columns out, which sorts it anew. */
  self->is_sorting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_SUBMISSIONS_PAGE);
  G_OBJECT_CLASS (comark_submissions_page_parent_class)->dispose (object);
}

static void
comark_submissions_page_class_init (ComarkSubmissionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ComarkPlaceClass *place_class = COMARK_PLACE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_submissions_page_dispose;
  place_class->reset = comark_submissions_page_reset;
  place_class->refresh = comark_submissions_page_refresh;
  place_class->find = comark_submissions_page_find;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-submissions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, sort);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, reverse);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, count);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkSubmissionsPage, view);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
comark_submissions_page_init (ComarkSubmissionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_states (self);
  fill_sorts (self);
  self->list = comark_submission_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  set_up_view (self);
  comark_accessible_name_drop_down (self->state, _("State"));
  comark_accessible_name_drop_down (self->sort, _("Sort by"));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selected_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "answered", G_CALLBACK (on_answered_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
comark_submissions_page_new (void)
{
  return g_object_new (COMARK_TYPE_SUBMISSIONS_PAGE, NULL);
}
