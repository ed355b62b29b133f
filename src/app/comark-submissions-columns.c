/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submissions-columns.h"

#include <glib/gi18n.h>

#include "comark-clock.h"
#include "comark-submission-row.h"

static ComarkSubmission *
submission_of (gpointer row)
{
  return comark_submission_row_get_submission (row);
}

static char *
ref_text (gpointer row)
{
  return submission_of (row) != NULL ? g_strdup (submission_of (row)->ref) : NULL;
}

static char *
title_text (gpointer row)
{
  return g_strdup (submission_of (row) != NULL ? submission_of (row)->title : "…");
}

static char *
type_text (gpointer row)
{
  return submission_of (row) != NULL ? g_strdup (submission_of (row)->type_words) : NULL;
}

static char *
owner_text (gpointer row)
{
  return submission_of (row) != NULL ? g_strdup (submission_of (row)->owner_name) : NULL;
}

static char *
state_text (gpointer row)
{
  ComarkSubmission *submission = submission_of (row);

  return submission != NULL ? g_strdup (_(comark_state_words (submission->state))) : NULL;
}

static char *
due_text (gpointer row)
{
  ComarkSubmission *submission = submission_of (row);

  if (submission == NULL)
    return NULL;
  return submission->due_day != NULL ? comark_day_to_words (submission->due_day)
                                     : comark_table_unknown ();
}

static char *
ratings_text (gpointer row)
{
  ComarkSubmission *submission = submission_of (row);

  if (submission == NULL)
    return NULL;
  if (submission->n_reviews < 0 || submission->n_invited == 0)
    return comark_table_unknown ();
  /* translators: reviews that are in, and how many were asked for */
  return g_strdup_printf (_("%d of %d"), (int) submission->n_reviews, (int) submission->n_invited);
}

static char *
spread_text (gpointer row)
{
  ComarkSubmission *submission = submission_of (row);

  if (submission == NULL)
    return NULL;
  return submission->spread < 0 ? comark_table_unknown ()
                                : g_strdup_printf ("%d", (int) submission->spread);
}

static const ComarkColumn columns[] = {
  { N_("Reference"), ref_text, 12, FALSE },
  { N_("Title"), title_text, 22, FALSE, TRUE },
  { N_("Type"), type_text, 15, FALSE, FALSE, 3 },
  { N_("Owner"), owner_text, 15, FALSE, FALSE, 2 },
  { N_("State"), state_text, 15, FALSE },
  { N_("Reviews due"), due_text, 16, FALSE, FALSE, 1 },
  { N_("Ratings in"), ratings_text, 8, TRUE, FALSE, 1 },
  { N_("Spread"), spread_text, 6, TRUE, FALSE, 4 },
};

static const ComarkSortableColumn sortable[] = {
  { 0, COMARK_SORT_REF },
  { 1, COMARK_SORT_TITLE },
  { 4, COMARK_SORT_STATE },
  { 5, COMARK_SORT_DUE },
};

const ComarkColumn *
comark_submissions_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

const ComarkSortableColumn *
comark_submissions_sortable (guint *n_sortable)
{
  *n_sortable = G_N_ELEMENTS (sortable);
  return sortable;
}
