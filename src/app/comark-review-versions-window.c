/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-versions-window.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-desk-versions.h"
#include "comark-diff-text.h"
#include "comark-part.h"
#include "comark-review-diff.h"
#include "comark-status-view.h"
#include "comark-wrap.h"

struct _ComarkReviewVersionsWindow
{
  AdwWindow parent_instance;

  /* template children */
  GtkDropDown *from_choice;
  GtkDropDown *to_choice;
  GtkStringList *titles;
  GtkWidget *tools;
  GtkToggleButton *all_button;
  GtkLabel *summary;
  ComarkStatusView *status;
  GtkTextView *text;

  /* owned */
  GtkTextBuffer *buffer;
  ComarkDossier *dossier;
  GPtrArray *versions; /* ComarkReviewVersion; NULL until read */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkReviewVersionsWindow, comark_review_versions_window, ADW_TYPE_WINDOW)

/* ---- one criterion ---- */

static char *
value_words (ComarkReviewVersionsWindow *self, const ComarkRating *rating)
{
  return rating != NULL && rating->value != COMARK_VALUE_NONE
           ? comark_part_value_words (self->dossier->framework, rating->value)
           : g_strdup (_("no answer"));
}

static char *
rating_line (ComarkReviewVersionsWindow *self, const ComarkReviewDiffRow *row)
{
  g_autofree char *was = value_words (self, row->before);
  g_autofree char *is = value_words (self, row->after);

  if (!row->value_differs)
    /* translators: a rating in words */
    return g_strdup_printf (_("Rating: %s"), is);
  /* translators: two ratings in words, the earlier and the later one */
  return g_strdup_printf (_("Rating changed: %s → %s"), was, is);
}

static const char *
strength_words (const ComarkRating *rating)
{
  return rating != NULL && rating->strength != COMARK_STRENGTH_NONE
           ? _(comark_strength_words (rating->strength))
           : _("not said");
}

static char *
strength_line (const ComarkReviewDiffRow *row)
{
  if (row->strength_differs)
    /* translators: how strong the evidence is, before and now */
    return g_strdup_printf (_("Evidence changed: %s → %s"), strength_words (row->before),
                            strength_words (row->after));
  return row->after != NULL && row->after->strength != COMARK_STRENGTH_NONE
           ? g_strdup_printf (_("Evidence: %s"), strength_words (row->after))
           : NULL;
}

static void
append_line (ComarkReviewVersionsWindow *self, const char *line, const char *style)
{
  comark_diff_text_append (self->buffer, line, style);
  comark_diff_text_append (self->buffer, "\n", style);
}

static void
append_heading (ComarkReviewVersionsWindow *self, const ComarkReviewDiffRow *row)
{
  g_autofree char *heading
    = row->criterion != NULL ? g_strdup_printf ("%s, %s", row->criterion->id,
                                                row->criterion->title)
                             : g_strdup (_("Overall comment"));

  append_line (self, heading, COMARK_DIFF_HEADING);
}

static void
append_row (ComarkReviewVersionsWindow *self, const ComarkReviewDiffRow *row)
{
  g_autofree char *rating = rating_line (self, row);
  g_autofree char *strength = strength_line (row);

  append_heading (self, row);
  if (row->criterion != NULL)
    append_line (self, rating, COMARK_DIFF_LINE);
  if (row->criterion != NULL && strength != NULL)
    append_line (self, strength, COMARK_DIFF_LINE);
  if (row->spans->len > 0)
    comark_diff_text_append_words (self->buffer, row->spans, row->reason_before,
                                   row->reason_after, FALSE);
  else
    comark_diff_text_append (self->buffer, _("No reason was written."), COMARK_DIFF_NOTE);
  comark_diff_text_append (self->buffer, "\n", NULL);
}

/* ---- two versions ---- */

static ComarkReviewVersion *
chosen (ComarkReviewVersionsWindow *self, GtkDropDown *choice)
{
  return g_ptr_array_index (self->versions,
                            MIN (gtk_drop_down_get_selected (choice), self->versions->len - 1));
}

static char *
summary_words (ComarkReviewVersion *before, ComarkReviewVersion *after, guint n_different)
{
  if (before == after)
    return g_strdup (_("One version, to read. To compare it, choose another above."));
  if (n_different == 0)
    return g_strdup (_("The two say the same."));
  return g_strdup_printf (g_dngettext (NULL, "%u answer differs.", "%u answers differ.",
                                       n_different),
                          n_different);
}

static void
show_chosen (ComarkReviewVersionsWindow *self)
{
  ComarkReviewVersion *before = chosen (self, self->from_choice);
  ComarkReviewVersion *after = chosen (self, self->to_choice);
  g_autoptr (GPtrArray) rows = comark_review_diff (self->dossier->criteria, before, after);
  gboolean all = before == after || gtk_toggle_button_get_active (self->all_button);
  g_autofree char *summary = NULL;
  guint n_different = 0;
  GtkTextIter start;

  gtk_text_buffer_set_text (self->buffer, "", 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const ComarkReviewDiffRow *row = g_ptr_array_index (rows, i);

      n_different += comark_review_diff_row_differs (row);
      if (all || comark_review_diff_row_differs (row))
        append_row (self, row);
    }
  summary = summary_words (before, after, n_different);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), before != after);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
}

static void
on_chosen_cb (ComarkReviewVersionsWindow *self)
{
  if (!self->is_filling && self->versions != NULL && self->versions->len > 0)
    show_chosen (self);
}

/* ---- the choices ---- */

static char *
title_of (ComarkReviewVersionsWindow *self, ComarkReviewVersion *version)
{
  g_autofree char *when = comark_ms_to_words (version->submitted_at);
  GString *title = g_string_new (NULL);

  if (self->dossier->submission->round > 1)
    /* translators: which time the panel looks at a submission; before "First ratings" */
    g_string_append_printf (title, _("Round %d: "), (int) version->round);
  if (version->stage == COMARK_STAGE_FINAL)
    /* translators: %s is a day and time, here and below */
    g_string_append_printf (title, _("Final ratings, %s"), when);
  else if (version->reopened_at > 0)
    /* translators: opened again by a co-chair, after a slip */
    g_string_append_printf (title, _("First ratings (opened again), %s"), when);
  else
    g_string_append_printf (title, _("First ratings, %s"), when);
  return g_string_free (title, FALSE);
}

static void
fill_choices (ComarkReviewVersionsWindow *self)
{
  guint last = self->versions->len - 1;

  self->is_filling = TRUE;
  for (guint i = 0; i <= last; i++)
    {
      g_autofree char *title = title_of (self, g_ptr_array_index (self->versions, i));
      gtk_string_list_append (self->titles, title);
    }
  gtk_drop_down_set_selected (self->to_choice, last);
  gtk_drop_down_set_selected (self->from_choice, last > 0 ? last - 1 : 0);
  self->is_filling = FALSE;
}

static gpointer
list_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_review_versions (desk, data, NULL, error);
}

static gboolean
on_listed_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewVersionsWindow *self = COMARK_REVIEW_VERSIONS_WINDOW (widget);

  if (error != NULL)
    {
      comark_status_view_show_error (self->status, _("The versions cannot be read"), error);
      return TRUE;
    }
  self->versions = g_ptr_array_ref (answer);
  gtk_widget_set_visible (self->tools, self->versions->len > 0);
  if (self->versions->len == 0)
    {
      comark_status_view_show_empty (self->status, "document-open-recent-symbolic",
                                     _("Nothing has been handed in yet"),
                                     _("Each review that you hand in is kept and can be read "
                                       "here, also after it was changed."),
                                     NULL, NULL);
      return TRUE;
    }
  fill_choices (self);
  show_chosen (self);
  comark_status_view_show_content (self->status);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  return TRUE;
}

static void
begin (ComarkReviewVersionsWindow *self)
{
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = list_job, .data = g_strdup (self->dossier->submission->ref), .data_destroy = g_free,
    .answer_destroy = (GDestroyNotify) g_ptr_array_unref, .done = on_listed_cb,
  });
}

/* ---- class ---- */

static void
comark_review_versions_window_dispose (GObject *object)
{
  ComarkReviewVersionsWindow *self = COMARK_REVIEW_VERSIONS_WINDOW (object);

  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_REVIEW_VERSIONS_WINDOW);
  g_clear_object (&self->buffer);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_review_versions_window_parent_class)->dispose (object);
}

static void
comark_review_versions_window_class_init (ComarkReviewVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_review_versions_window_dispose;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/comark/Comark/comark-review-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, from_choice);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, to_choice);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, all_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkReviewVersionsWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_review_versions_window_init (ComarkReviewVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->from_choice, _("From"));
  comark_accessible_name_drop_down (self->to_choice, _("To"));
  self->buffer = comark_diff_text_new ();
  gtk_text_view_set_buffer (self->text, self->buffer);
}

void
comark_review_versions_window_present (GtkWidget *from_widget, ComarkDossier *dossier)
{
  ComarkReviewVersionsWindow *self
    = g_object_new (COMARK_TYPE_REVIEW_VERSIONS_WINDOW, "transient-for",
                    gtk_widget_get_root (from_widget), NULL);

  self->dossier = g_object_ref (dossier);
  gtk_window_present (GTK_WINDOW (self));
  begin (self);
}
