/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-marks-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clock.h"
#include "comark-desk-decision.h"
#include "comark-record-store.h"
#include "comark-status-view.h"
#include "comark-table.h"

struct _ComarkMarksPage
{
  ComarkPlace parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkColumnView *view;

  GListStore *marks;
};

G_DEFINE_FINAL_TYPE (ComarkMarksPage, comark_marks_page, COMARK_TYPE_PLACE)

/* ---- columns ---- */

static char *
number_text (gpointer mark)
{
  ComarkMark *self = mark;

  return self->issue > 1 ? g_strdup_printf ("%s r%d", self->number, (int) self->issue)
                         : g_strdup (self->number);
}

static char *
title_text (gpointer mark)
{
  return g_strdup (COMARK_MARK (mark)->title);
}

static char *
state_text (gpointer mark)
{
  return g_strdup (_(comark_mark_state_words (COMARK_MARK (mark)->state)));
}

static char *
from_text (gpointer mark)
{
  return comark_day_to_words (COMARK_MARK (mark)->valid_from);
}

static char *
until_text (gpointer mark)
{
  return comark_day_to_words (COMARK_MARK (mark)->valid_until);
}

static const ComarkColumn columns[] = {
  { N_("Number"), number_text, 14, FALSE },
  { N_("Document"), title_text, 22, FALSE, TRUE },
  { N_("Valid from"), from_text, 17, FALSE, FALSE, 2 },
  { N_("Valid until"), until_text, 17, FALSE, FALSE, 1 },
  { N_("State"), state_text, 11, FALSE },
};

static gboolean
is_same (gpointer a, gpointer b)
{
  return comark_id_equal (&COMARK_MARK (a)->id, &COMARK_MARK (b)->id)
         && COMARK_MARK (a)->rev == COMARK_MARK (b)->rev
         && COMARK_MARK (a)->state == COMARK_MARK (b)->state;
}

/* ---- reading ---- */

static gpointer
marks_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_marks (desk, error);
}

static gboolean
on_marks_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkMarksPage *self = COMARK_MARKS_PAGE (page);
  GPtrArray *marks = answer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error != NULL)
    {
      comark_status_view_show_error (self->status, _("The marks cannot be shown"), error);
      return TRUE;
    }
  comark_record_store_update (self->marks, marks, is_same);
  if (marks->len > 0)
    comark_status_view_show_content (self->status);
  else
    comark_status_view_show_empty (self->status, "starred-symbolic", _("No marks yet"),
                                   _("When a panel awards a document, its mark and certificate "
                                     "stand here."),
                                   NULL, NULL);
  return TRUE;
}

static void
on_row_activated_cb (GtkColumnView *view, guint position, ComarkMarksPage *self)
{
  g_autoptr (ComarkMark) mark = g_list_model_get_item (G_LIST_MODEL (self->marks), position);
  g_autofree char *spot = g_strdup_printf ("%s/mark", mark->submission_ref);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-submission", "s", spot);
}

/* ---- the place ---- */

static void
comark_marks_page_reset (ComarkPlace *place)
{
  ComarkMarksPage *self = COMARK_MARKS_PAGE (place);

  if (self->marks == NULL)
    return;
  g_list_store_remove_all (self->marks);
  comark_status_view_show_loading (self->status);
}

static void
comark_marks_page_refresh (ComarkPlace *place)
{
  comark_act_read (GTK_WIDGET (place),
                   &(ComarkAct) { .job = marks_job,
                                  .answer_destroy = (GDestroyNotify) g_ptr_array_unref,
                                  .done = on_marks_read_cb,
                                  .cancellable = comark_place_begin_fetch (place) });
}

static void
comark_marks_page_dispose (GObject *object)
{
  ComarkMarksPage *self = COMARK_MARKS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MARKS_PAGE);
  g_clear_object (&self->marks);
  G_OBJECT_CLASS (comark_marks_page_parent_class)->dispose (object);
}

static void
comark_marks_page_class_init (ComarkMarksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_marks_page_dispose;
  COMARK_PLACE_CLASS (klass)->reset = comark_marks_page_reset;
  COMARK_PLACE_CLASS (klass)->refresh = comark_marks_page_refresh;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-marks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMarksPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarksPage, view);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
comark_marks_page_init (ComarkMarksPage *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->marks = g_list_store_new (COMARK_TYPE_MARK);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->marks)));
  comark_table_set_columns (self->view, columns, G_N_ELEMENTS (columns), NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

GtkWidget *
comark_marks_page_new (void)
{
  return g_object_new (COMARK_TYPE_MARKS_PAGE, NULL);
}
