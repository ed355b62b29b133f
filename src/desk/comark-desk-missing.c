/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-missing.h"

#include "comark-desk-standing.h"
#include "comark-desk-submissions.h"
#include "comark-desk-text.h"

#include "comark-contributor-rows.h"
#include "comark-document-rows.h"
#include "comark-evidence-rows.h"

static gboolean
has_evidence (GPtrArray *evidence, const char *criterion)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (evidence, i);

      if (g_strv_contains ((const char *const *) item->criteria, criterion))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_words (GPtrArray *statements, const char *criterion)
{
  for (guint i = 0; i < statements->len; i++)
    {
      ComarkOwnerStatement *statement = g_ptr_array_index (statements, i);

      if (g_str_equal (statement->criterion, criterion) && !comark_desk_is_blank (statement->body))
        return TRUE;
    }
  return FALSE;
}

/* Each essential has evidence, or the owner's honest word that there is nothing yet. */
static void
add_essentials (GStrvBuilder *missing, ComarkSubmission *submission, ComarkFramework *framework,
                GPtrArray *evidence, GPtrArray *statements)
{
  g_autoptr (GPtrArray) criteria
    = comark_framework_criteria_for_route (framework, submission->route);

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *sentence = NULL;

      if (criterion->tier != COMARK_TIER_ESSENTIAL || has_evidence (evidence, criterion->id)
          || has_words (statements, criterion->id))
        continue;
      sentence = g_strdup_printf ("%s (%s) is essential: add evidence, or say in your own words "
                                  "what there is, even if it is nothing yet.",
                                  criterion->title, criterion->id);
      g_strv_builder_add (missing, sentence);
    }
}

static gboolean
is_agreed (GPtrArray *contributors)
{
  for (guint i = 0; i < contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (contributors, i);

      if (contributor->lived_experience && contributor->agreed_at != 0)
        return TRUE;
    }
  return FALSE;
}

char **
comark_desk_list_missing (ComarkSubmission *submission, ComarkFramework *framework,
                          GPtrArray *documents, GPtrArray *evidence, GPtrArray *statements,
                          GPtrArray *contributors)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  if (comark_desk_is_blank (submission->audience))
    g_strv_builder_add (missing, "Say who the document is for.");
  if (documents->len == 0)
    g_strv_builder_add (missing, "Add the document itself.");
  add_essentials (missing, submission, framework, evidence, statements);
  if (!is_agreed (contributors))
    g_strv_builder_add (missing, "Name at least one contributor with lived experience who agrees "
                                 "that this is put forward.");
  return g_strv_builder_end (missing);
}

typedef struct
{
  const char *ref;
  char **missing;
} Missing;

static gboolean
read_missing (ComarkDesk *desk, gpointer data, GError **error)
{
  Missing *self = data;
  g_autoptr (ComarkSubmission) submission = NULL;
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (GPtrArray) documents = NULL, evidence = NULL, statements = NULL, contributors = NULL;
  ComarkId id;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_OPEN_DOCUMENT, &id, error)
      || (submission = comark_submission_rows_get (desk->sql, &id, error)) == NULL
      || (framework = comark_desk_framework_of (desk, &id, error)) == NULL
      || (documents = comark_document_rows_list (desk->sql, &id, error)) == NULL
      || (evidence = comark_evidence_rows_list (desk->sql, &id, error)) == NULL
      || (statements = comark_evidence_rows_list_statements (desk->sql, &id, error)) == NULL
      || (contributors = comark_contributor_rows_list (desk->sql, &id, error)) == NULL)
    return FALSE;
  self->missing = comark_desk_list_missing (submission, framework, documents, evidence,
                                            statements, contributors);
  return TRUE;
}

char **
comark_desk_missing_to_submit (ComarkDesk *desk, const char *ref, GError **error)
{
  Missing self = { ref, NULL };

  if (!comark_desk_read (desk, read_missing, &self, error))
    return NULL;
  return self.missing;
}
