/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-practice.h"

#include "comark-care-rows.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-person-rows.h"

void
comark_practice_sheet_free (ComarkPracticeSheet *self)
{
  g_clear_pointer (&self->practice, comark_practice_unref);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->ratings, g_ptr_array_unref);
  g_free (self->how);
  g_free (self);
}

static gboolean
check_member (ComarkDesk *desk, GError **error)
{
  ComarkStanding standing;

  if (desk->who == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Say first who you are: choose your name.");
  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  return (standing.active && standing.kind != COMARK_KIND_NONE)
         || comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                                "This is for experts by experience and staff of the panel. An "
                                "administrator can make you one in People.");
}

/* ---- made into a dossier ---- */

static GPtrArray *
objects (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static char **
criteria_of (ComarkPractice *practice, const char *evidence)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < practice->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (practice->criteria, i);

      if (g_strv_contains ((const char *const *) one->evidence, evidence))
        g_strv_builder_add (ids, one->criterion);
    }
  return g_strv_builder_end (ids);
}

static void
add_evidence (ComarkDossier *dossier, ComarkPractice *practice)
{
  for (guint i = 0; i < practice->evidence->len; i++)
    {
      const ComarkPracticeEvidence *one = g_ptr_array_index (practice->evidence, i);
      ComarkEvidence *evidence = comark_evidence_new ();

      evidence->id = comark_id_new ();
      evidence->ord = i + 1;
      evidence->title = g_strdup (one->title);
      evidence->description = g_strdup (one->text);
      evidence->criteria = criteria_of (practice, one->id);
      g_ptr_array_add (dossier->evidence, evidence);
    }
}

static void
add_criteria (ComarkDossier *dossier, ComarkPractice *practice)
{
  for (guint i = 0; i < practice->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (practice->criteria, i);
      ComarkOwnerStatement *statement = comark_owner_statement_new ();

      statement->criterion = g_strdup (one->criterion);
      statement->body = g_strdup (one->statement);
      g_ptr_array_add (dossier->statements, statement);
      g_ptr_array_add (dossier->criteria,
                       (gpointer) comark_framework_criterion (dossier->framework,
                                                              one->criterion));
    }
}

/* Everything that no practice has is empty, and its standing lets nobody do anything. */
static ComarkDossier *
dossier_of (ComarkDesk *desk, ComarkPractice *practice, ComarkFramework *framework)
{
  ComarkDossier *dossier = g_object_new (COMARK_TYPE_DOSSIER, NULL);
  GPtrArray **const lists[] = {
    &dossier->documents, &dossier->evidence, &dossier->statements, &dossier->contributors,
    &dossier->confirmations, &dossier->seats, &dossier->reviews, &dossier->quotes,
    &dossier->questions, &dossier->agreed, &dossier->judgements, &dossier->dissent,
    &dossier->told, &dossier->history, &dossier->threads, &dossier->message_drafts,
    &dossier->readers,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = objects ();
  dossier->viewer = g_object_ref (desk->who);
  dossier->framework = g_object_ref (framework);
  dossier->criteria = g_ptr_array_new ();
  dossier->missing = g_new0 (char *, 1);
  dossier->content_note = g_strdup ("");
  dossier->submission = comark_submission_new ();
  dossier->submission->ref = g_strdup ("");
  dossier->submission->title = g_strdup (practice->title);
  dossier->submission->route = g_strdup ("");
  dossier->submission->state = COMARK_STATE_IN_REVIEW;
  add_criteria (dossier, practice);
  add_evidence (dossier, practice);
  return dossier;
}

static gboolean
open_step (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkPracticeSheet *self = data;

  if (!check_member (desk, error))
    return FALSE;
  self->ratings = comark_care_rows_list_practice_ratings (desk->sql, &desk->who->id,
                                                          self->practice->id, error);
  return self->ratings != NULL
         && comark_care_rows_find_practice (desk->sql, &desk->who->id, &self->how, error);
}

ComarkPracticeSheet *
comark_desk_open_practice (ComarkDesk *desk, GError **error)
{
  g_autoptr (ComarkPracticeSheet) self = g_new0 (ComarkPracticeSheet, 1);
  g_autoptr (ComarkFramework) framework = NULL;

  self->practice = comark_practice_load_builtin (COMARK_PRACTICE_DEFAULT, error);
  if (self->practice == NULL)
    return NULL;
  framework = comark_practice_load_framework (self->practice, error);
  if (framework == NULL || !comark_desk_read (desk, open_step, self, error))
    return NULL;
  self->dossier = dossier_of (desk, self->practice, framework);
  return g_steal_pointer (&self);
}

/* ---- answering ---- */

typedef struct
{
  const char *criterion;
  ComarkValue value;
  const char *reason;
  ComarkStrength strength;
} Answer;

static gboolean
save_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Answer *answer = data;

  return check_member (desk, error)
         && comark_care_rows_put_practice_rating (desk->sql, &desk->who->id,
                                                  COMARK_PRACTICE_DEFAULT, answer->criterion,
                                                  answer->value, answer->reason,
                                                  answer->strength, error);
}

gboolean
comark_desk_save_practice_rating (ComarkDesk *desk, const char *criterion, ComarkValue value,
                                  const char *reason, ComarkStrength strength, GError **error)
{
  g_autoptr (ComarkPractice) practice
    = comark_practice_load_builtin (COMARK_PRACTICE_DEFAULT, error);
  Answer answer = { criterion, value, reason, strength };

  if (practice == NULL || !comark_desk_check_text ("The reason", reason, error))
    return FALSE;
  if (comark_practice_criterion (practice, criterion) == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "The practice submission is not rated on a criterion “%s”.",
                               criterion);
  return comark_desk_write (desk, "save-practice", save_step, &answer, error);
}

static gboolean
is_answered (GPtrArray *ratings, const char *criterion)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (rating->criterion, criterion) && rating->value != COMARK_VALUE_NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_answered (ComarkPracticeSheet *sheet, GError **error)
{
  g_autoptr (GString) open = g_string_new (NULL);

  for (guint i = 0; i < sheet->practice->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (sheet->practice->criteria, i);

      if (!is_answered (sheet->ratings, one->criterion))
        g_string_append_printf (open, "%s%s", open->len > 0 ? ", " : "", one->criterion);
    }
  return open->len == 0
         || comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                                "Everything you have written is kept. Still without an answer: "
                                "%s. “Cannot tell yet” is an answer too.", open->str);
}

static gboolean
finish_step (ComarkDesk *desk, gpointer data, GError **error)
{
  const ComarkId *who = &desk->who->id;

  return comark_care_rows_put_practice (desk->sql, who, "done", "", who,
                                        comark_desk_now_ms (desk), error)
         && comark_desk_log (desk, "finish-practice", NULL, who, "practice", NULL, error);
}

gboolean
comark_desk_finish_practice (ComarkDesk *desk, GError **error)
{
  g_autoptr (ComarkPracticeSheet) sheet = comark_desk_open_practice (desk, error);

  return sheet != NULL && check_answered (sheet, error)
         && comark_desk_write (desk, "finish-practice", finish_step, NULL, error);
}

/* ---- administrators ---- */

typedef struct
{
  const ComarkId *person;
  const char *because;
} Waive;

static gboolean
waive_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Waive *waive = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) person = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_MANAGE_PEOPLE, error))
    return FALSE;
  person = comark_person_rows_find (desk->sql, waive->person, &local);
  if (person == NULL)
    return local != NULL
             ? (g_propagate_error (error, g_steal_pointer (&local)), FALSE)
             : comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                   "There is no such person in this register.");
  return comark_care_rows_put_practice (desk->sql, waive->person, "waived", waive->because,
                                        &desk->who->id, comark_desk_now_ms (desk), error)
         && comark_desk_log (desk, "waive-practice", NULL, waive->person, "practice because",
                             waive->because, error);
}

gboolean
comark_desk_waive_practice (ComarkDesk *desk, const ComarkId *person, const char *because,
                            GError **error)
{
  return comark_desk_need_text ("The reason", because, error)
         && comark_desk_write (desk, "waive-practice", waive_step, &(Waive){ person, because },
                               error);
}

char *
comark_desk_find_practice_of (ComarkDesk *desk, const ComarkId *person, GError **error)
{
  g_autofree char *how = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_PEOPLE, error)
      || !comark_care_rows_find_practice (desk->sql, person, &how, error))
    return NULL;
  return how != NULL ? g_steal_pointer (&how) : g_strdup ("");
}
