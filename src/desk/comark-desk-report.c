/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-report.h"

#include <string.h>

#include "comark-desk-frameworks.h"
#include "comark-desk-text.h"
#include "comark-framework-rows.h"
#include "comark-report-rows.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

/* The first moment of a day, in UTC as all days of the register. */
static gboolean
day_to_ms (const char *day, gint64 *ms, GError **error)
{
  g_autofree char *moment = g_strconcat (day, "T00:00:00Z", NULL);

  if (comark_day_is_valid (day) && comark_ms_from_iso (moment, ms))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "“%s” is not a day. Write it like 2026-11-22.", day);
}

static gboolean
read_period (const char *from_day, const char *to_day, gint64 *from_ms, gint64 *to_ms,
             GError **error)
{
  *from_ms = 0;
  *to_ms = G_MAXINT64;
  if (from_day != NULL && !day_to_ms (from_day, from_ms, error))
    return FALSE;
  if (to_day == NULL)
    return TRUE;
  if (!day_to_ms (to_day, to_ms, error))
    return FALSE;
  *to_ms += DAY_MS;
  if (*to_ms > *from_ms)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "The period ends before it begins. Exchange its two days.");
}

static gboolean
add_level (const ComarkReportRow *row, gpointer data, GError **error)
{
  g_autofree char *submission = comark_id_to_string (&row->submission);
  g_autofree char *unit = g_strdup_printf ("%s %" G_GINT64_FORMAT, submission, row->round);
  g_autofree char *rater = comark_id_to_string (&row->person);
  ComarkReportRating rating
    = { row->criterion, unit, rater, row->kind, row->stage, row->level };

  comark_report_maker_add (data, &rating);
  return TRUE;
}

ComarkAgreementReport *
comark_desk_report_agreement (ComarkDesk *desk, const char *from_day, const char *to_day,
                              GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (ComarkReportMaker) maker = NULL;
  gint64 from_ms, to_ms;
  ComarkId id;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_REPORTS, error)
      || !read_period (from_day, to_day, &from_ms, &to_ms, error)
      || !comark_framework_rows_active (desk->sql, &id, error))
    return NULL;
  framework = comark_desk_framework (desk, &id, error);
  if (framework == NULL)
    return NULL;
  maker = comark_report_maker_new (framework);
  if (!comark_report_rows_levels (desk->sql, &id, from_ms, to_ms, add_level, maker, error))
    return NULL;
  return comark_report_maker_finish (g_steal_pointer (&maker));
}

/* ---- CSV ---- */

/* A spreadsheet takes a cell that begins so for a formula. */
#define FORMULA_SIGNS "=+-@\t\r"

static void
append_text (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  if (*text != '\0' && strchr (FORMULA_SIGNS, *text) != NULL)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_figure (GString *csv, gboolean is_defined, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (csv, ',');
  if (is_defined)
    g_string_append (csv, g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
append_criterion (GString *csv, const ComarkCriterionAgreement *row)
{
  append_text (csv, row->criterion->id);
  g_string_append_c (csv, ',');
  append_text (csv, row->criterion->title);
  g_string_append_printf (csv, ",%u,%u,%" G_GUINT64_FORMAT ",%" G_GUINT64_FORMAT,
                          row->n_documents, row->n_ratings, row->n_pairs, row->n_pairs_within1);
  append_figure (csv, row->interval.defined, row->alpha.value);
  append_figure (csv, row->interval.defined, row->interval.low);
  append_figure (csv, row->interval.defined, row->interval.high);
  g_string_append_c (csv, ',');
  append_text (csv, comark_criterion_agreement_reading (row));
  g_string_append (csv, "\r\n");
}

char *
comark_desk_report_csv (const ComarkAgreementReport *report)
{
  GString *csv = g_string_new ("criterion,title,documents,ratings,pairs,pairs within one point,"
                               "alpha (ordinal),lower end (95 %),upper end (95 %),in words\r\n");

  for (guint i = 0; i < report->criteria->len; i++)
    append_criterion (csv, g_ptr_array_index (report->criteria, i));
  return g_string_free (csv, FALSE);
}
