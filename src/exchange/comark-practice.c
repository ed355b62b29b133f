/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-practice.h"

#include "comark-framework-reader.h"
#include "comark-xml.h"

#define PRACTICES "/org/comark/Comark/data/practice/"

/* ---- life ---- */

static void
answer_free (gpointer data)
{
  ComarkPracticeAnswer *self = data;

  if (self == NULL)
    return;
  g_free (self->why);
  g_free (self);
}

static void
criterion_free (gpointer data)
{
  ComarkPracticeCriterion *self = data;

  g_free (self->criterion);
  g_free (self->statement);
  g_strfreev (self->evidence);
  answer_free (self->model);
  g_ptr_array_unref (self->near);
  g_free (self);
}

static void
block_free (gpointer data)
{
  g_free (((ComarkPracticeBlock *) data)->text);
  g_free (data);
}

static void
evidence_free (gpointer data)
{
  ComarkPracticeEvidence *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static ComarkPractice *
practice_new (void)
{
  ComarkPractice *self = g_atomic_rc_box_new0 (ComarkPractice);

  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  self->criteria = g_ptr_array_new_with_free_func (criterion_free);
  return self;
}

static void
clear (gpointer data)
{
  ComarkPractice *self = data;

  g_free (self->id);
  g_free (self->framework);
  g_free (self->title);
  g_free (self->intro);
  g_free (self->closing);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->criteria);
}

ComarkPractice *
comark_practice_ref (ComarkPractice *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
comark_practice_unref (ComarkPractice *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* ---- reading ---- */

/* One reading of one file. */
typedef struct
{
  ComarkPractice *practice;
  ComarkFramework *framework;
  const char *name;
} Reading;

static gboolean
has_evidence (ComarkPractice *self, const char *id)
{
  for (guint i = 0; i < self->evidence->len; i++)
    if (g_str_equal (((ComarkPracticeEvidence *) self->evidence->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static ComarkPracticeAnswer *
read_answer (Reading *self, const ComarkCriterion *criterion, const xmlNode *node,
             GError **error)
{
  ComarkPracticeAnswer *answer = g_new0 (ComarkPracticeAnswer, 1);
  g_autofree char *value = comark_xml_attribute_or_empty (node, "value");
  g_autofree char *strength = comark_xml_attribute (node, "strength");

  answer->why = comark_xml_sentence (node);
  comark_strength_from_nick (strength, &answer->strength);
  if (comark_value_from_text (value, &answer->value)
      && comark_framework_accepts (self->framework, criterion, answer->value))
    return answer;
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, self->name,
                        comark_xml_line (node), "%s cannot be rated “%s”.", criterion->id, value);
  answer_free (answer);
  return NULL;
}

static gboolean
read_near (Reading *self, ComarkPracticeCriterion *one, const ComarkCriterion *criterion,
           const xmlNode *node, GError **error)
{
  for (xmlNode *child = comark_xml_first (node, "near"); child != NULL;
       child = comark_xml_next (child, "near"))
    {
      ComarkPracticeAnswer *answer = read_answer (self, criterion, child, error);

      if (answer == NULL)
        return FALSE;
      g_ptr_array_add (one->near, answer);
    }
  return TRUE;
}

static gboolean
check_evidence (Reading *self, ComarkPracticeCriterion *one, const xmlNode *node, GError **error)
{
  for (guint i = 0; one->evidence[i] != NULL; i++)
    if (*one->evidence[i] != '\0' && !has_evidence (self->practice, one->evidence[i]))
      return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, self->name,
                                   comark_xml_line (node), "There is no evidence “%s” here.",
                                   one->evidence[i]);
  return TRUE;
}

static gboolean
read_criterion (Reading *self, const xmlNode *node, GError **error)
{
  ComarkPracticeCriterion *one = g_new0 (ComarkPracticeCriterion, 1);
  g_autofree char *evidence = comark_xml_attribute_or_empty (node, "evidence");
  const ComarkCriterion *criterion;

  one->criterion = comark_xml_attribute_or_empty (node, "ref");
  one->statement = comark_xml_child_sentence (node, "statement");
  one->evidence = g_strsplit (evidence, " ", -1);
  one->near = g_ptr_array_new_with_free_func (answer_free);
  g_ptr_array_add (self->practice->criteria, one);
  criterion = comark_framework_criterion (self->framework, one->criterion);
  if (criterion == NULL)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, self->name,
                                 comark_xml_line (node), "The framework has no criterion “%s”.",
                                 one->criterion);
  if (comark_practice_criterion (self->practice, one->criterion) != one)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_DUPLICATE, self->name,
                                 comark_xml_line (node), "%s is here twice.", one->criterion);
  one->model = read_answer (self, criterion, comark_xml_first (node, "model"), error);
  return one->model != NULL && check_evidence (self, one, node, error)
         && read_near (self, one, criterion, node, error);
}

static void
read_document (ComarkPractice *self, const xmlNode *root)
{
  const xmlNode *document = comark_xml_first (root, "document");

  for (xmlNode *node = comark_xml_first (document, NULL); node != NULL;
       node = comark_xml_next (node, NULL))
    {
      ComarkPracticeBlock *block = g_new0 (ComarkPracticeBlock, 1);

      block->is_heading = comark_xml_is (node, "heading");
      block->text = comark_xml_sentence (node);
      g_ptr_array_add (self->blocks, block);
    }
}

static void
read_evidence (ComarkPractice *self, const xmlNode *root)
{
  for (xmlNode *node = comark_xml_first (root, "evidence"); node != NULL;
       node = comark_xml_next (node, "evidence"))
    {
      ComarkPracticeEvidence *evidence = g_new0 (ComarkPracticeEvidence, 1);

      evidence->id = comark_xml_attribute_or_empty (node, "id");
      evidence->title = comark_xml_child_sentence (node, "title");
      evidence->text = comark_xml_child_sentence (node, "text");
      g_ptr_array_add (self->evidence, evidence);
    }
}

static gboolean
read_criteria (Reading *self, const xmlNode *root, GError **error)
{
  for (xmlNode *node = comark_xml_first (root, "criterion"); node != NULL;
       node = comark_xml_next (node, "criterion"))
    if (!read_criterion (self, node, error))
      return FALSE;
  return TRUE;
}

static ComarkPractice *
read_root (const xmlNode *root, const char *name, GError **error)
{
  g_autoptr (ComarkPractice) self = practice_new ();
  g_autoptr (ComarkFramework) framework = NULL;

  self->id = comark_xml_attribute_or_empty (root, "id");
  self->framework = comark_xml_attribute_or_empty (root, "framework");
  self->minutes = comark_xml_attribute_uint (root, "minutes", 999, 20);
  self->title = comark_xml_child_sentence (root, "title");
  self->intro = comark_xml_child_sentence (root, "intro");
  self->closing = comark_xml_child_sentence (root, "closing");
  read_document (self, root);
  read_evidence (self, root);
  framework = comark_practice_load_framework (self, error);
  if (framework == NULL
      || !read_criteria (&(Reading){ self, framework, name }, root, error))
    return NULL;
  return g_steal_pointer (&self);
}

ComarkPractice *
comark_practice_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (bytes, name, "practice.rng", error);

  return doc != NULL ? read_root (comark_xml_root (doc), name, error) : NULL;
}

ComarkPractice *
comark_practice_load_builtin (const char *id, GError **error)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_strconcat (PRACTICES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL)
    return comark_practice_load_bytes (bytes, name, error);
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_FAILED, id, 0,
                        "The program carries no practice submission of this name.");
  return NULL;
}

ComarkFramework *
comark_practice_load_framework (ComarkPractice *self, GError **error)
{
  /* A practice file names a framework by its id; the program's file has its version beside. */
  g_auto (GStrv) names = comark_framework_list_builtin ();

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], self->framework))
      return comark_framework_load_builtin (names[i], error);
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK, self->id, 0,
                        "The program carries no framework “%s”.", self->framework);
  return NULL;
}

/* ---- looking ---- */

const ComarkPracticeCriterion *
comark_practice_criterion (ComarkPractice *self, const char *id)
{
  for (guint i = 0; i < self->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (self->criteria, i);

      if (g_strcmp0 (one->criterion, id) == 0)
        return one;
    }
  return NULL;
}

ComarkPracticeView
comark_practice_compare (const ComarkPracticeCriterion *criterion, ComarkValue value,
                         const ComarkPracticeAnswer **near)
{
  if (near != NULL)
    *near = NULL;
  if (criterion->model->value == value)
    return COMARK_PRACTICE_ALIKE;
  for (guint i = 0; i < criterion->near->len; i++)
    {
      const ComarkPracticeAnswer *answer = g_ptr_array_index (criterion->near, i);

      if (answer->value != value)
        continue;
      if (near != NULL)
        *near = answer;
      return COMARK_PRACTICE_NEAR;
    }
  return COMARK_PRACTICE_OTHER;
}
