/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reports-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-report.h"
#include "comark-interval-bar.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-status-view.h"

struct _ComarkReportsPage
{
  ComarkPlace parent_instance;

  /* template children */
  GtkDropDown *period;
  GtkButton *save_button;
  ComarkStatusView *status;
  GtkLabel *summary;
  GtkListBox *criteria;
  GtkLabel *experts;
  GtkLabel *staff;

  char *csv; /* of what is shown; NULL before */
};

G_DEFINE_FINAL_TYPE (ComarkReportsPage, comark_reports_page, COMARK_TYPE_PLACE)

/* ---- the period ---- */

/* In the order of the choices. */
typedef enum
{
  PERIOD_TWELVE_MONTHS,
  PERIOD_THIS_YEAR,
  PERIOD_ALL,
} Period;

/* The first day of it, ISO 8601; NULL: no such. Returns: (transfer full) */
static char *
first_day (ComarkReportsPage *self)
{
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));
  int year = (int) g_ascii_strtoll (today, NULL, 10);

  switch ((Period) gtk_drop_down_get_selected (self->period))
    {
    case PERIOD_THIS_YEAR:
      return g_strdup_printf ("%04d-01-01", year);
    case PERIOD_ALL:
      return NULL;
    case PERIOD_TWELVE_MONTHS:
    default:
      /* A year without a 29 February begins its twelve months a day earlier. */
      return g_str_has_suffix (today, "-02-29") ? g_strdup_printf ("%04d-02-28", year - 1)
                                                : g_strdup_printf ("%04d%s", year - 1, today + 4);
    }
}

/* ---- rows ---- */

static GtkWidget *
make_words (const ComarkCriterionAgreement *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title
    = g_strdup_printf ("%s  %s", row->criterion->id, row->criterion->title);
  g_autofree char *pairs = comark_criterion_agreement_pairs (row);
  g_autofree char *figures
    = g_strdup_printf (g_dngettext (NULL, "%u document. %s", "%u documents. %s",
                                    row->n_documents),
                       row->n_documents, pairs);

  gtk_box_append (GTK_BOX (box), comark_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box),
                  comark_label_new (comark_criterion_agreement_reading (row), NULL));
  gtk_box_append (GTK_BOX (box), comark_label_new (figures, "comark-small"));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_figure (const ComarkCriterionAgreement *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text = comark_criterion_agreement_figures (row);
  GtkWidget *label = comark_label_new (text, "comark-small");

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_box_append (GTK_BOX (box), comark_interval_bar_new (row->alpha.value, &row->interval, text));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_row (const ComarkCriterionAgreement *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *list_row = gtk_list_box_row_new ();
  g_autofree char *name = g_strdup_printf ("%s, %s. %s", row->criterion->id,
                                           row->criterion->title,
                                           comark_criterion_agreement_reading (row));

  gtk_widget_add_css_class (box, "comark-card");
  gtk_box_append (GTK_BOX (box), make_words (row));
  if (row->interval.defined)
    gtk_box_append (GTK_BOX (box), make_figure (row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  comark_part_name (list_row, name);
  return list_row;
}

static void
show_shift (GtkLabel *label, ComarkFramework *framework, ComarkMemberKind kind,
            const ComarkRatingShift *shift)
{
  g_autofree char *group = comark_part_group_words (framework, kind);
  g_autofree char *words = comark_rating_shift_words (shift);
  g_autofree char *text = g_strdup_printf ("%s: %s", group, words);

  gtk_label_set_text (label, text);
}

static void
show_report (ComarkReportsPage *self, const ComarkAgreementReport *report)
{
  g_autofree char *summary
    = g_strdup_printf (g_dngettext (NULL, "%u document was decided in this time.",
                                    "%u documents were decided in this time.",
                                    report->n_documents),
                       report->n_documents);

  gtk_label_set_text (self->summary, summary);
  comark_clear_list (self->criteria);
  for (guint i = 0; i < report->criteria->len; i++)
    gtk_list_box_append (self->criteria, make_row (g_ptr_array_index (report->criteria, i)));
  show_shift (self->experts, report->framework, COMARK_KIND_EXPERT, &report->experts);
  show_shift (self->staff, report->framework, COMARK_KIND_STAFF, &report->staff);
  g_free (self->csv);
  self->csv = comark_desk_report_csv (report);
  comark_status_view_show_content (self->status);
}

/* ---- reading ---- */

static gpointer
report_job (ComarkDesk *desk, gpointer from_day, GError **error)
{
  return comark_desk_report_agreement (desk, from_day, NULL, error);
}

static gboolean
on_report_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkReportsPage *self = COMARK_REPORTS_PAGE (page);
  const ComarkAgreementReport *report = answer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            error == NULL && report->n_documents > 0);
  if (error != NULL)
    comark_status_view_show_error (self->status, _("The report cannot be shown"), error);
  else if (report->n_documents == 0)
    comark_status_view_show_empty (self->status, "x-office-document-symbolic",
                                   _("Nothing was decided in this time"),
                                   _("Once decisions are sealed, you see here how alike members "
                                     "read each criterion."),
                                   NULL, NULL);
  else
    show_report (self, report);
  return TRUE;
}

static void
comark_reports_page_refresh (ComarkPlace *place)
{
  ComarkReportsPage *self = COMARK_REPORTS_PAGE (place);

  comark_act_read (GTK_WIDGET (place),
                   &(ComarkAct) { .job = report_job,
                                  .data = first_day (self),
                                  .data_destroy = g_free,
                                  .answer_destroy = (GDestroyNotify) comark_agreement_report_free,
                                  .done = on_report_read_cb,
                                  .cancellable = comark_place_begin_fetch (place) });
}

static void
comark_reports_page_reset (ComarkPlace *place)
{
  ComarkReportsPage *self = COMARK_REPORTS_PAGE (place);

  if (self->criteria == NULL)
    return;
  comark_clear_list (self->criteria);
  comark_status_view_show_loading (self->status);
}

static void
on_period_changed_cb (ComarkReportsPage *self)
{
  comark_status_view_show_loading (self->status);
  comark_place_refresh (COMARK_PLACE (self));
}

/* ---- saving ---- */

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)
      && gtk_widget_get_root (page) != NULL)
    comark_act_show_error (page, error);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkReportsPage) self = user_data;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->csv == NULL)
    return;
  bytes = g_bytes_new (self->csv, strlen (self->csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       on_saved_cb, g_object_ref (self));
}

static void
on_save_clicked_cb (ComarkReportsPage *self)
{
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf (_("Agreement %s.csv"), today);
  ComarkFileQuestion question = { .what = COMARK_CHOOSE_SAVE,
                                  .title = _("Save the report as a table"),
                                  .initial_name = name };

  comark_choose_file_async (comark_part_window (GTK_WIDGET (self)), &question, on_place_chosen_cb,
                            g_object_ref (self));
}

/* ---- the place ---- */

static void
comark_reports_page_dispose (GObject *object)
{
  ComarkReportsPage *self = COMARK_REPORTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_REPORTS_PAGE);
  g_clear_pointer (&self->csv, g_free);
  G_OBJECT_CLASS (comark_reports_page_parent_class)->dispose (object);
}

static void
comark_reports_page_class_init (ComarkReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_reports_page_dispose;
  COMARK_PLACE_CLASS (klass)->reset = comark_reports_page_reset;
  COMARK_PLACE_CLASS (klass)->refresh = comark_reports_page_refresh;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, period);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, criteria);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, experts);
  gtk_widget_class_bind_template_child (widget_class, ComarkReportsPage, staff);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
comark_reports_page_init (ComarkReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->period, _("Period"));
}
