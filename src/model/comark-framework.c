/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-framework-builder.h"

/* A framework is its builder, taken over and never written again: that is what makes it safe to
 * read from any thread. */
struct _ComarkFramework
{
  GObject parent_instance;

  ComarkFrameworkBuilder *parts; /* owned */
};

G_DEFINE_FINAL_TYPE (ComarkFramework, comark_framework, G_TYPE_OBJECT)

ComarkFrameworkBuilder *
comark_framework_builder_new (void)
{
  ComarkFrameworkBuilder *self = g_new0 (ComarkFrameworkBuilder, 1);
  GPtrArray **const lists[] = {
    &self->levels, &self->rungs, &self->placements, &self->sections,
    &self->criteria, &self->routes, &self->document_types, &self->questions,
    &self->outcomes, &self->sealing, &self->references,
  };

  self->texts = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->words = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = comark_framework_builder_list (self);
  return self;
}

void
comark_framework_builder_free (ComarkFrameworkBuilder *self)
{
  g_clear_pointer (&self->source, g_bytes_unref);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->strings);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const char *
comark_framework_builder_text (ComarkFrameworkBuilder *self, char *text)
{
  g_autofree char *owned = text;

  return g_string_chunk_insert_const (self->texts, owned ? owned : "");
}

const char *const *
comark_framework_builder_split (ComarkFrameworkBuilder *self, char *text)
{
  g_autofree char *owned = text;
  g_auto (GStrv) words = g_strsplit_set (owned ? owned : "", " \t\r\n", -1);
  const char **kept = comark_framework_builder_alloc (
      self, (g_strv_length (words) + 1) * sizeof (char *));
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      kept[n++] = g_string_chunk_insert_const (self->texts, words[i]);
  return kept;
}

gpointer
comark_framework_builder_alloc (ComarkFrameworkBuilder *self, gsize size)
{
  gpointer block = g_malloc0 (size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

GPtrArray *
comark_framework_builder_list (ComarkFrameworkBuilder *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (self->lists, list);
  return list;
}

ComarkFramework *
comark_framework_builder_finish (ComarkFrameworkBuilder *self)
{
  ComarkFramework *framework = g_object_new (COMARK_TYPE_FRAMEWORK, NULL);

  framework->parts = self;
  return framework;
}

static void
comark_framework_finalize (GObject *object)
{
  g_clear_pointer (&COMARK_FRAMEWORK (object)->parts, comark_framework_builder_free);
  G_OBJECT_CLASS (comark_framework_parent_class)->finalize (object);
}

static void
comark_framework_class_init (ComarkFrameworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_framework_finalize;
}

static void
comark_framework_init (ComarkFramework *self)
{
}

#define DEFINE_GETTER(Type, field)                              \
  Type comark_framework_get_##field (ComarkFramework *self)     \
  {                                                             \
    return self->parts->field;                                  \
  }

DEFINE_GETTER (const char *, id)
DEFINE_GETTER (const char *, version)
DEFINE_GETTER (const char *, name)
DEFINE_GETTER (const char *, effective_from)
DEFINE_GETTER (const char *, language)
DEFINE_GETTER (const char *, credit)
DEFINE_GETTER (guint, valid_months)
DEFINE_GETTER (guint, confirm_months)
DEFINE_GETTER (guint, renew_months)
DEFINE_GETTER (GBytes *, source)
DEFINE_GETTER (const GPtrArray *, levels)
DEFINE_GETTER (const GPtrArray *, rungs)
DEFINE_GETTER (const GPtrArray *, placements)
DEFINE_GETTER (const GPtrArray *, sections)
DEFINE_GETTER (const GPtrArray *, criteria)
DEFINE_GETTER (const GPtrArray *, routes)
DEFINE_GETTER (const GPtrArray *, document_types)
DEFINE_GETTER (const GPtrArray *, questions)
DEFINE_GETTER (const GPtrArray *, outcomes)
DEFINE_GETTER (const GPtrArray *, sealing)
DEFINE_GETTER (const GPtrArray *, references)

/* Lists are short (a few dozen): walking them is as quick as a table and needs no second copy. */
#define DEFINE_LOOKUP(Type, noun, list)                                             \
  const Type *comark_framework_##noun (ComarkFramework *self, const char *id)       \
  {                                                                                 \
    for (guint i = 0; id != NULL && i < self->parts->list->len; i++)                \
      {                                                                             \
        const Type *part = g_ptr_array_index (self->parts->list, i);                \
        if (g_str_equal (part->id, id))                                             \
          return part;                                                              \
      }                                                                             \
    return NULL;                                                                    \
  }

DEFINE_LOOKUP (ComarkCriterion, criterion, criteria)
DEFINE_LOOKUP (ComarkSection, section, sections)
DEFINE_LOOKUP (ComarkRoute, route, routes)
DEFINE_LOOKUP (ComarkDocumentType, document_type, document_types)
DEFINE_LOOKUP (ComarkQuestion, question, questions)
DEFINE_LOOKUP (ComarkOutcome, outcome, outcomes)
DEFINE_LOOKUP (ComarkReference, reference, references)

const ComarkLevel *
comark_framework_level (ComarkFramework *self, ComarkValue value)
{
  for (guint i = 0; i < self->parts->levels->len; i++)
    {
      const ComarkLevel *level = g_ptr_array_index (self->parts->levels, i);

      if (level->value == value)
        return level;
    }
  return NULL;
}

const ComarkRung *
comark_framework_rung (ComarkFramework *self, guint number)
{
  for (guint i = 0; i < self->parts->rungs->len; i++)
    {
      const ComarkRung *rung = g_ptr_array_index (self->parts->rungs, i);

      if (rung->number == number)
        return rung;
    }
  return NULL;
}

GPtrArray *
comark_framework_criteria_for_route (ComarkFramework *self, const char *route)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->parts->criteria->len; i++)
    if (comark_criterion_is_on_route (g_ptr_array_index (self->parts->criteria, i), route))
      g_ptr_array_add (found, g_ptr_array_index (self->parts->criteria, i));
  return found;
}

ComarkValue
comark_framework_lowest_value (ComarkFramework *self)
{
  return ((const ComarkLevel *) g_ptr_array_index (self->parts->levels, 0))->value;
}

ComarkValue
comark_framework_highest_value (ComarkFramework *self)
{
  const GPtrArray *levels = self->parts->levels;

  return ((const ComarkLevel *) g_ptr_array_index (levels, levels->len - 1))->value;
}

gboolean
comark_framework_accepts (ComarkFramework *self, const ComarkCriterion *criterion,
                          ComarkValue value)
{
  if (value == COMARK_VALUE_NOT_APPLICABLE)
    return criterion->na_allowed;
  return value == COMARK_VALUE_CANNOT_TELL || comark_framework_level (self, value) != NULL;
}

const char *
comark_framework_prompt (ComarkFramework *self, const char *type, const char *criterion)
{
  const ComarkDocumentType *found = comark_framework_document_type (self, type);

  for (guint i = 0; found != NULL && i < found->prompts->len; i++)
    {
      const ComarkPrompt *prompt = g_ptr_array_index (found->prompts, i);

      if (g_strcmp0 (prompt->criterion, criterion) == 0)
        return prompt->text;
    }
  return NULL;
}

const char *
comark_framework_word (ComarkFramework *self, const char *key)
{
  const ComarkWord *word = g_hash_table_lookup (self->parts->words, key);

  return word ? word->one : key;
}

const char *
comark_framework_words (ComarkFramework *self, const char *key)
{
  const ComarkWord *word = g_hash_table_lookup (self->parts->words, key);

  return word ? word->many : key;
}

static const char *
find_string (ComarkFramework *self, const char *key, const char *language)
{
  g_autofree char *both = g_strdup_printf ("%s %s", language, key);

  return g_hash_table_lookup (self->parts->strings, both);
}

const char *
comark_framework_string (ComarkFramework *self, const char *key, const char *language)
{
  const char *text = language ? find_string (self, key, language) : NULL;

  return text ? text : find_string (self, key, self->parts->language);
}
