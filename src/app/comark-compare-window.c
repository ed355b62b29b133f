/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-compare-window.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-compare-list.h"
#include "comark-compare-pages.h"
#include "comark-compare-work.h"
#include "comark-desk-versions.h"
#include "comark-label.h"
#include "comark-split.h"
#include "comark-status-view.h"
#include "comark-wrap.h"

#define PROGRESS_MS 100
/* A bar that has been quite empty is drawn by GTK 4.8 before it has a place. */
#define LEAST_PROGRESS 0.02

struct _ComarkCompareWindow
{
  AdwWindow parent_instance;

  /* template children */
  GtkDropDown *from_choice;
  GtkDropDown *to_choice;
  GtkStringList *titles;
  GtkProgressBar *progress_bar;
  GtkButton *stop_button;
  GtkLabel *note;
  ComarkSplit *split;
  ComarkStatusView *status;
  ComarkCompareList *list;
  GtkWidget *pager;
  GtkLabel *position;
  GtkToggleButton *whole_button;
  ComarkComparePages *old_pages;
  ComarkComparePages *new_pages;

  /* owned */
  char *ref;
  GArray *numbers;     /* gint64: the versions, beside titles */
  ComarkVersionDiff *diff;
  GCancellable *cancellable; /* of reading from the register */
  ComarkCompareWork *work;   /* NULL: not begun, or done */

  guint progress_id;
  gboolean same_file;
  gboolean is_filling; /* the choices are being put in */
};

G_DEFINE_FINAL_TYPE (ComarkCompareWindow, comark_compare_window, ADW_TYPE_WINDOW)

/* ---- from change to change ---- */

static guint
count_changes (ComarkCompareWindow *self)
{
  return self->diff != NULL ? comark_version_diff_get_words (self->diff)->n_changes : 0;
}

static void
show_pages (ComarkCompareWindow *self, guint change)
{
  comark_compare_pages_show (
    self->old_pages, comark_compare_list_get_block (self->list, change, COMARK_VERSION_OLD),
    comark_compare_list_get_page (self->list, change, COMARK_VERSION_OLD));
  comark_compare_pages_show (
    self->new_pages, comark_compare_list_get_block (self->list, change, COMARK_VERSION_NEW),
    comark_compare_list_get_page (self->list, change, COMARK_VERSION_NEW));
}

static void
on_moved_cb (ComarkCompareWindow *self)
{
  int current = comark_compare_list_get_current (self->list);
  guint n = count_changes (self);
  g_autofree char *words = NULL;

  if (current < 0)
    return;
  /* translators: "Change 3 of 12" */
  words = g_strdup_printf (_("Change %d of %u"), current + 1, n);
  gtk_label_set_label (self->position, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.previous", current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.next", (guint) current + 1 < n);
  show_pages (self, (guint) current);
}

static void
go_by (ComarkCompareWindow *self, int step)
{
  int wanted = comark_compare_list_get_current (self->list) + step;

  if (wanted >= 0 && (guint) wanted < count_changes (self))
    comark_compare_list_go_to (self->list, (guint) wanted);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_by (COMARK_COMPARE_WINDOW (widget), g_str_equal (name, "compare.next") ? 1 : -1);
}

static void
on_whole_toggled_cb (ComarkCompareWindow *self)
{
  int current = comark_compare_list_get_current (self->list);

  if (self->diff == NULL || count_changes (self) == 0)
    return;
  comark_compare_list_show (self->list, self->diff,
                            gtk_toggle_button_get_active (self->whole_button));
  comark_compare_list_go_to (self->list, (guint) MAX (current, 0));
}

/* ---- what came of it ---- */

static char *
note_words (ComarkCompareWindow *self)
{
  GString *text = g_string_new (NULL);

  if (comark_version_diff_is_cut (self->diff, COMARK_VERSION_OLD)
      || comark_version_diff_is_cut (self->diff, COMARK_VERSION_NEW))
    g_string_append (text, _("Not all of the words could be read, so there may be more changes."));
  if (comark_version_diff_get_words (self->diff)->is_rough)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            _("It is too long to look for the fewest changes: more is marked "
                              "than need be."));
  return g_string_free (text, FALSE);
}

static void
show_no_changes (ComarkCompareWindow *self)
{
  comark_status_view_show_empty (self->status, "emblem-ok-symbolic", _("The words are the same"),
                                 self->same_file
                                   ? _("It is the same file.")
                                   : _("The words are the same; the file differs. Pictures or "
                                       "the look of it may have changed."),
                                 NULL, NULL);
}

static void
show_no_words (ComarkCompareWindow *self)
{
  comark_status_view_show_empty (self->status, "x-office-document-symbolic",
                                 _("There are no words to compare"),
                                 _("At least one of the two is a picture, or a kind of file whose "
                                   "words cannot be read here. Look at the pages."),
                                 NULL, NULL);
}

static void
show_diff (ComarkCompareWindow *self)
{
  gboolean has_words = comark_version_diff_has_words (self->diff, COMARK_VERSION_OLD)
                       && comark_version_diff_has_words (self->diff, COMARK_VERSION_NEW);
  g_autofree char *note = note_words (self);

  comark_label_show (self->note, note);
  comark_split_show_start (self->split);
  gtk_widget_set_visible (self->pager, has_words && count_changes (self) > 0);
  if (!has_words)
    show_no_words (self);
  else if (count_changes (self) == 0)
    show_no_changes (self);
  else
    {
      comark_status_view_show_content (self->status);
      comark_compare_list_show (self->list, self->diff,
                                gtk_toggle_button_get_active (self->whole_button));
      comark_compare_list_go_to (self->list, 0);
      gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
    }
}

/* ---- comparing ---- */

static gboolean
on_progress_due_cb (gpointer user_data)
{
  ComarkCompareWindow *self = user_data;

  if (self->work != NULL)
    gtk_progress_bar_set_fraction (
      self->progress_bar, MAX (LEAST_PROGRESS, comark_compare_work_get_progress (self->work)));
  return G_SOURCE_CONTINUE;
}

static void
set_busy (ComarkCompareWindow *self, gboolean is_busy)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (is_busy)
    self->progress_id = g_timeout_add (PROGRESS_MS, on_progress_due_cb, self);
  gtk_progress_bar_set_fraction (self->progress_bar, LEAST_PROGRESS);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), is_busy);
}

static void
on_compared_cb (ComarkVersionDiff *diff, const GError *error, gpointer data)
{
  ComarkCompareWindow *self = data;

  g_clear_pointer (&self->work, comark_compare_work_stop);
  set_busy (self, FALSE);
  if (diff == NULL)
    {
      comark_status_view_show_error (self->status, _("The versions cannot be compared"), error);
      return;
    }
  self->diff = comark_version_diff_ref (diff);
  show_diff (self);
}

/* ---- fetching both ---- */

typedef struct
{
  char *ref;
  gint64 from, to;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->ref);
  g_free (request);
}

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;

  return comark_desk_read_versions (desk, request->ref, request->from, request->to, error);
}

static gboolean
on_versions_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkCompareWindow *self = COMARK_COMPARE_WINDOW (widget);
  const ComarkVersionPair *read = answer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error != NULL)
    {
      set_busy (self, FALSE);
      comark_status_view_show_error (self->status, _("The versions cannot be compared"), error);
      return TRUE;
    }
  self->same_file = g_strcmp0 (read->old->hash, read->new->hash) == 0;
  comark_compare_pages_set_document (self->old_pages, read->old, read->old_bytes);
  comark_compare_pages_set_document (self->new_pages, read->new, read->new_bytes);
  self->work = comark_compare_work_new (read->old_bytes, read->new_bytes, on_compared_cb, self);
  return TRUE;
}

static void
forget (ComarkCompareWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->work, comark_compare_work_stop);
  g_clear_pointer (&self->diff, comark_version_diff_unref);
}

static gint64
chosen (ComarkCompareWindow *self, GtkDropDown *choice)
{
  guint index = gtk_drop_down_get_selected (choice);

  return index < self->numbers->len ? g_array_index (self->numbers, gint64, index) : 0;
}

static void
begin (ComarkCompareWindow *self)
{
  Request *request = g_new0 (Request, 1);

  forget (self);
  comark_compare_list_show (self->list, NULL, FALSE);
  comark_label_show (self->note, NULL);
  gtk_widget_set_visible (self->pager, FALSE);
  comark_status_view_show_loading (self->status);
  self->cancellable = g_cancellable_new ();
  set_busy (self, TRUE);
  request->ref = g_strdup (self->ref);
  request->from = chosen (self, self->from_choice);
  request->to = chosen (self, self->to_choice);
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = read_job, .data = request, .data_destroy = request_free,
    .answer_destroy = (GDestroyNotify) comark_version_pair_free, .done = on_versions_read_cb,
    .cancellable = self->cancellable,
  });
}

static void
on_stop_cb (ComarkCompareWindow *self)
{
  g_autoptr (GError) stopped = g_error_new_literal (
    COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED,
    _("You stopped it. Nothing was changed by that; it can be begun again."));

  forget (self);
  set_busy (self, FALSE);
  comark_status_view_show_error (self->status, _("Not compared"), stopped);
}

static void
on_versions_chosen_cb (ComarkCompareWindow *self)
{
  if (!self->is_filling && self->ref != NULL)
    begin (self);
}

/* ---- the choices ---- */

static void
add_choice (ComarkCompareWindow *self, ComarkDocument *document)
{
  g_autofree char *when
    = comark_ms_to_words (document->frozen_at > 0 ? document->frozen_at : document->added_at);
  /* translators: a version of a document: its number, and when it was handed in */
  g_autofree char *title
    = document->frozen_at > 0
        ? g_strdup_printf (_("Version %d, handed in %s"), (int) document->n, when)
        : g_strdup_printf (_("Version %d, not handed in yet"), (int) document->n);

  gtk_string_list_append (self->titles, title);
  g_array_append_val (self->numbers, document->n);
}

static void
choose (ComarkCompareWindow *self, GtkDropDown *choice, gint64 n)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (g_array_index (self->numbers, gint64, i) == n)
      gtk_drop_down_set_selected (choice, i);
}

static void
fill_choices (ComarkCompareWindow *self, ComarkDossier *dossier, gint64 from, gint64 to)
{
  gint64 newest = comark_dossier_document (dossier)->n;

  self->is_filling = TRUE;
  for (guint i = 0; i < dossier->documents->len; i++)
    add_choice (self, g_ptr_array_index (dossier->documents, i));
  to = to > 0 ? to : newest;
  choose (self, self->to_choice, to);
  choose (self, self->from_choice, from > 0 ? from : to - 1);
  self->is_filling = FALSE;
}

/* ---- class ---- */

static void
comark_compare_window_dispose (GObject *object)
{
  ComarkCompareWindow *self = COMARK_COMPARE_WINDOW (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  forget (self);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_COMPARE_WINDOW);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_compare_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, from_choice);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, to_choice);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, split);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, list);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, pager);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, position);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, whole_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, old_pages);
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareWindow, new_pages);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK,
                                       "compare.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK,
                                       "compare.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_compare_window_class_init (ComarkCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_compare_window_dispose;
  g_type_ensure (COMARK_TYPE_COMPARE_LIST);
  g_type_ensure (COMARK_TYPE_COMPARE_PAGES);
  g_type_ensure (COMARK_TYPE_SPLIT);
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-compare-window.ui");
  bind_children (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_versions_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_whole_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin);
}

static void
comark_compare_window_init (ComarkCompareWindow *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->from_choice, _("From"));
  comark_accessible_name_drop_down (self->to_choice, _("To"));
}

void
comark_compare_window_present (GtkWidget *from_widget, ComarkDossier *dossier, gint64 from,
                               gint64 to)
{
  ComarkCompareWindow *self;

  if (dossier->documents->len < 2)
    return;
  self = g_object_new (COMARK_TYPE_COMPARE_WINDOW, "transient-for",
                       gtk_widget_get_root (from_widget), NULL);
  fill_choices (self, dossier, from, to);
  self->ref = g_strdup (dossier->submission->ref);
  gtk_window_present (GTK_WINDOW (self));
  begin (self);
}
