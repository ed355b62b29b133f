/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-matrix-facts.h"

#include <glib/gi18n.h>

#include "comark-panel-facts.h"
#include "comark-part.h"

const ComarkCriterionSummary *
comark_matrix_summary (ComarkDossier *dossier, const char *criterion)
{
  for (guint i = 0; dossier->summaries != NULL && i < dossier->summaries->len; i++)
    {
      ComarkCriterionSummary *summary = g_ptr_array_index (dossier->summaries, i);
      if (g_str_equal (summary->criterion, criterion))
        return summary;
    }
  return NULL;
}

GPtrArray *
comark_matrix_order (ComarkDossier *dossier)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; dossier->summaries != NULL && i < dossier->summaries->len; i++)
    {
      ComarkCriterionSummary *summary = g_ptr_array_index (dossier->summaries, i);
      gpointer criterion
        = (gpointer) comark_framework_criterion (dossier->framework, summary->criterion);
      if (criterion != NULL)
        g_ptr_array_add (order, criterion);
    }
  for (guint i = 0; i < dossier->criteria->len; i++)
    if (!g_ptr_array_find (order, g_ptr_array_index (dossier->criteria, i), NULL))
      g_ptr_array_add (order, g_ptr_array_index (dossier->criteria, i));
  return order;
}

GPtrArray *
comark_matrix_reviews (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  g_ptr_array_extend (all, dossier->reviews, NULL, NULL);
  if (dossier->own_first != NULL)
    g_ptr_array_add (all, dossier->own_first);
  if (dossier->own_final != NULL)
    g_ptr_array_add (all, dossier->own_final);
  return comark_panel_counted_reviews (all, dossier->seats);
}

GArray *
comark_matrix_ratings (GPtrArray *reviews, const char *criterion)
{
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (ComarkMemberRating));

  for (guint i = 0; i < reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (reviews, i);
      ComarkRating *rating = comark_dossier_rating (review, criterion);
      ComarkMemberRating one = { review->kind, rating ? rating->value : COMARK_VALUE_NONE };
      g_array_append_val (ratings, one);
    }
  return ratings;
}

char *
comark_matrix_names (ComarkDossier *dossier, GPtrArray *reviews, ComarkMemberKind kind,
                     const char *criterion)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (reviews, i);
      ComarkRating *rating = comark_dossier_rating (review, criterion);
      g_autofree char *value = comark_part_value_sign (rating ? rating->value : COMARK_VALUE_NONE);
      ComarkRecorded *recorded = comark_review_recorded (review, criterion);

      if (review->kind != kind)
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len ? "\n" : "", review->person_name, value);
      if (recorded != NULL)
        /* translators: the name of who typed a rating on behalf of a member */
        g_string_append_printf (text, _(" (recorded by %s)"), recorded->name);
    }
  return g_string_free (text, FALSE);
}

char *
comark_matrix_talk (ComarkDossier *dossier, const char *criterion)
{
  const ComarkCriterionSummary *summary = comark_matrix_summary (dossier, criterion);
  g_auto (GStrv) reasons = summary ? comark_medians_reasons (&summary->medians) : NULL;
  g_autofree char *joined = reasons ? g_strjoinv (" ", reasons) : NULL;

  if (summary == NULL || summary->medians.talk == 0)
    return g_strdup ("");
  /* translators: before one or more sentences that say why */
  return g_strdup_printf (_("Talk about this. %s"), joined);
}

GPtrArray *
comark_matrix_easy (ComarkDossier *dossier)
{
  GPtrArray *easy = g_ptr_array_new ();

  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      const ComarkCriterionSummary *summary = comark_matrix_summary (dossier, criterion->id);
      if (summary != NULL && summary->medians.talk == 0
          && summary->medians.suggested != COMARK_VALUE_NONE
          && comark_dossier_agreed (dossier, criterion->id) == NULL)
        g_ptr_array_add (easy, (gpointer) criterion);
    }
  return easy;
}

GPtrArray *
comark_matrix_open (ComarkDossier *dossier)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      if (comark_dossier_agreed (dossier, criterion->id) == NULL)
        g_ptr_array_add (open, (gpointer) criterion);
    }
  return open;
}

gboolean
comark_matrix_needs_reason (ComarkDossier *dossier, const char *criterion, ComarkValue value)
{
  const ComarkCriterionSummary *summary = comark_matrix_summary (dossier, criterion);
  g_autoptr (GPtrArray) reviews = NULL;
  guint n_said;

  if (value == COMARK_VALUE_NONE || summary == NULL || value == summary->medians.suggested)
    return FALSE;
  if (comark_value_is_level (value))
    return TRUE;
  reviews = comark_matrix_reviews (dossier);
  n_said = value == COMARK_VALUE_CANNOT_TELL ? summary->medians.n_cannot_tell
                                             : summary->medians.n_not_applicable;
  return reviews->len == 0 || n_said != reviews->len;
}

/* Somebody who is not recorded at all is not here either. */
static gboolean
is_here (ComarkMeeting *meeting, const ComarkId *person)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);

      if (comark_id_equal (&one->person, person))
        return !g_str_equal (one->how, "absent");
    }
  return FALSE;
}

static void
append_words (GString *text, ComarkDossier *dossier, ComarkReview *review, ComarkRating *rating)
{
  g_autofree char *value = comark_part_value_words (dossier->framework, rating->value);
  const char *reason = rating->reason != NULL ? rating->reason : "";

  g_string_append (text, text->len > 0 ? "\n" : "");
  /* translators: a member who is not at the meeting, and the value they gave */
  g_string_append_printf (text, _("Read out, for %s, who is not here: %s."), review->person_name,
                          value);
  if (*reason != '\0')
    g_string_append_printf (text, " “%s”", reason);
}

char *
comark_matrix_read_out (ComarkDossier *dossier, GPtrArray *reviews, const char *criterion)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; dossier->standing.meeting_open && dossier->meeting != NULL
                    && dossier->summaries != NULL && i < reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (reviews, i);
      ComarkRating *rating = comark_dossier_rating (review, criterion);

      if (rating != NULL && rating->value != COMARK_VALUE_NONE
          && !is_here (dossier->meeting, &review->person))
        append_words (text, dossier, review, rating);
    }
  return g_string_free (text, FALSE);
}
