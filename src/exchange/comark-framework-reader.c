/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The schema has been checked before anything here runs: elements and attributes that it asks
 * for are there, and numbers are within its bounds.
 */
#include "comark-framework-reader.h"

#include <string.h>

#include "comark-framework-builder.h"
#include "comark-framework-check.h"
#include "comark-xml.h"

#define SCHEMA "framework.rng"
#define FRAMEWORKS "/org/comark/Comark/data/frameworks/"

typedef ComarkFrameworkBuilder Builder;

/* Reads one child element of a container into a part. */
typedef gpointer (*ReadPart) (Builder *builder, const xmlNode *node);

static const char *
attribute (Builder *builder, const xmlNode *node, const char *name)
{
  return comark_framework_builder_text (builder, comark_xml_attribute (node, name));
}

static const char *const *
names (Builder *builder, const xmlNode *node, const char *name)
{
  return comark_framework_builder_split (builder, comark_xml_attribute (node, name));
}

static const char *
child (Builder *builder, const xmlNode *node, const char *element)
{
  return comark_framework_builder_text (builder, comark_xml_child_sentence (node, element));
}

static const char *
sentence (Builder *builder, const xmlNode *node)
{
  return comark_framework_builder_text (builder, comark_xml_sentence (node));
}

/* Reads the children called @element (NULL = all) of @node to the end of @list. */
static void
read_all (Builder *builder, const xmlNode *node, const char *element, ReadPart read,
          GPtrArray *list)
{
  for (xmlNode *each = comark_xml_first (node, element); each != NULL;
       each = comark_xml_next (each, element))
    g_ptr_array_add (list, read (builder, each));
}

static GPtrArray *
read_list (Builder *builder, const xmlNode *node, const char *element, ReadPart read)
{
  GPtrArray *list = comark_framework_builder_list (builder);

  read_all (builder, node, element, read, list);
  return list;
}

static gpointer
read_reference (Builder *builder, const xmlNode *node)
{
  ComarkReference *reference = comark_framework_builder_alloc (builder, sizeof *reference);

  reference->id = attribute (builder, node, "id");
  reference->text = sentence (builder, node);
  reference->href = attribute (builder, node, "href");
  return reference;
}

static const guint *
read_rung_numbers (Builder *builder, const xmlNode *node)
{
  const char *const *texts = names (builder, node, "rungs");
  guint n = g_strv_length ((char **) texts);
  guint *rungs = comark_framework_builder_alloc (builder, (n + 1) * sizeof (guint));

  for (guint i = 0; i < n; i++)
    rungs[i] = (guint) g_ascii_strtoull (texts[i], NULL, 10);
  return rungs;
}

static gpointer
read_level (Builder *builder, const xmlNode *node)
{
  ComarkLevel *level = comark_framework_builder_alloc (builder, sizeof *level);

  level->value = (ComarkValue) comark_xml_attribute_uint (node, "value", 99, 0);
  level->key = attribute (builder, node, "key");
  level->rungs = read_rung_numbers (builder, node);
  level->name = child (builder, node, "name");
  level->text = child (builder, node, "text");
  return level;
}

static gpointer
read_rung (Builder *builder, const xmlNode *node)
{
  ComarkRung *rung = comark_framework_builder_alloc (builder, sizeof *rung);

  rung->number = comark_xml_attribute_uint (node, "number", 20, 0);
  rung->name = child (builder, node, "name");
  rung->text = child (builder, node, "text");
  return rung;
}

static ComarkRuleTest
test_of (const xmlNode *node)
{
  static const struct { const char *element; ComarkRuleTest test; } tests[] = {
    { "all-at-least", COMARK_RULE_VALUE },      { "evidence", COMARK_RULE_EVIDENCE },
    { "answered", COMARK_RULE_ANSWERED },       { "rung-at-least", COMARK_RULE_RUNG },
    { "score-at-least", COMARK_RULE_SCORE },    { "panel-says-yes", COMARK_RULE_QUESTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    if (comark_xml_is (node, tests[i].element))
      return tests[i].test;
  g_return_val_if_reached (COMARK_RULE_QUESTION);
}

static void
read_choice (Builder *builder, const xmlNode *node, ComarkRule *rule)
{
  ComarkTier tier;

  rule->criteria = names (builder, node, "criteria");
  rule->except = names (builder, node, "except");
  rule->section = attribute (builder, node, "section");
  rule->tier = comark_tier_from_nick (attribute (builder, node, "tier"), &tier) ? (int) tier : -1;
  rule->confirm_required = comark_xml_attribute_bool (node, "confirm-required");
}

static gpointer
read_rule (Builder *builder, const xmlNode *node)
{
  ComarkRule *rule = comark_framework_builder_alloc (builder, sizeof *rule);
  const char *bound;

  rule->test = test_of (node);
  bound = rule->test == COMARK_RULE_EVIDENCE ? "from" : "value";
  rule->id = attribute (builder, node, "id");
  rule->words = sentence (builder, node);
  rule->routes = names (builder, node, "routes");
  rule->binding = comark_xml_attribute_bool (node, "binding");
  read_choice (builder, node, rule);
  rule->value = (ComarkValue) comark_xml_attribute_uint (node, bound, 99, 0);
  rule->allow = comark_xml_attribute_uint (node, "allow", 500, 0);
  comark_strength_from_nick (attribute (builder, node, "strength"), &rule->strength);
  rule->rung = comark_xml_attribute_uint (node, "rung", 20, 0);
  rule->score = comark_xml_attribute_uint (node, "score", 100, 0);
  rule->question = attribute (builder, node, "question");
  rule->line = comark_xml_line (node);
  return rule;
}

/* The rules of an outcome follow its name and text. */
static GPtrArray *
read_rules (Builder *builder, const xmlNode *node)
{
  GPtrArray *rules = comark_framework_builder_list (builder);

  for (xmlNode *each = comark_xml_first (node, NULL); each != NULL;
       each = comark_xml_next (each, NULL))
    if (!comark_xml_is (each, "name") && !comark_xml_is (each, "text"))
      g_ptr_array_add (rules, read_rule (builder, each));
  return rules;
}

static gpointer
read_placement (Builder *builder, const xmlNode *node)
{
  ComarkPlacement *placement = comark_framework_builder_alloc (builder, sizeof *placement);

  placement->rung = comark_xml_attribute_uint (node, "rung", 20, 0);
  placement->conditions = read_rules (builder, node);
  return placement;
}

static gpointer
read_section (Builder *builder, const xmlNode *node)
{
  ComarkSection *section = comark_framework_builder_alloc (builder, sizeof *section);

  section->id = attribute (builder, node, "id");
  section->name = child (builder, node, "name");
  section->text = child (builder, node, "text");
  return section;
}

static gpointer
read_route (Builder *builder, const xmlNode *node)
{
  ComarkRoute *route = comark_framework_builder_alloc (builder, sizeof *route);

  route->id = attribute (builder, node, "id");
  route->name = child (builder, node, "name");
  route->text = child (builder, node, "text");
  route->max_pages = comark_xml_attribute_uint (node, "max-pages", 9999, 0);
  return route;
}

static gpointer
read_question (Builder *builder, const xmlNode *node)
{
  ComarkQuestion *question = comark_framework_builder_alloc (builder, sizeof *question);

  question->id = attribute (builder, node, "id");
  question->text = sentence (builder, node);
  return question;
}

static gpointer
read_hint (Builder *builder, const xmlNode *node)
{
  return (gpointer) sentence (builder, node);
}

static gpointer
read_anchor (Builder *builder, const xmlNode *node)
{
  ComarkAnchor *anchor = comark_framework_builder_alloc (builder, sizeof *anchor);

  anchor->value = (ComarkValue) comark_xml_attribute_uint (node, "value", 99, 0);
  anchor->text = sentence (builder, node);
  return anchor;
}

static gpointer
read_source (Builder *builder, const xmlNode *node)
{
  ComarkSource *source = comark_framework_builder_alloc (builder, sizeof *source);

  source->ref = attribute (builder, node, "ref");
  source->text = sentence (builder, node);
  return source;
}

static gint
compare_anchors (gconstpointer a, gconstpointer b)
{
  const ComarkAnchor *const *left = a, *const *right = b;

  return (*left)->value - (*right)->value;
}

static void
read_criterion_words (Builder *builder, const xmlNode *node, ComarkCriterion *criterion)
{
  GPtrArray *anchors = read_list (builder, node, "anchor", read_anchor);
  GPtrArray *hints = read_list (builder, node, "evidence-hint", read_hint);

  g_ptr_array_sort (anchors, compare_anchors);
  g_ptr_array_add (hints, NULL);
  criterion->title = child (builder, node, "title");
  criterion->statement = child (builder, node, "statement");
  criterion->question_owner = child (builder, node, "question-owner");
  criterion->question_panel = child (builder, node, "question-panel");
  criterion->na_when = child (builder, node, "na-when");
  criterion->evidence_hints = (const char *const *) hints->pdata;
  criterion->anchors = anchors;
  criterion->sources = read_list (builder, node, "source", read_source);
}

static gpointer
read_criterion (Builder *builder, const xmlNode *node)
{
  ComarkCriterion *criterion = comark_framework_builder_alloc (builder, sizeof *criterion);

  criterion->id = attribute (builder, node, "id");
  criterion->section = attribute (builder, node, "section");
  criterion->position = builder->criteria->len;
  comark_tier_from_nick (attribute (builder, node, "tier"), &criterion->tier);
  criterion->weight = comark_xml_attribute_uint (node, "weight", 1000, 1);
  criterion->na_allowed = comark_xml_attribute_bool (node, "na-allowed");
  criterion->confirm_required = comark_xml_attribute_bool (node, "confirm-required");
  criterion->future = comark_xml_attribute_bool (node, "future");
  criterion->routes = names (builder, node, "routes");
  criterion->principles = names (builder, node, "principles");
  criterion->fourpi = names (builder, node, "fourpi");
  criterion->chime = names (builder, node, "chime");
  criterion->line = comark_xml_line (node);
  read_criterion_words (builder, node, criterion);
  return criterion;
}

static gpointer
read_prompt (Builder *builder, const xmlNode *node)
{
  ComarkPrompt *prompt = comark_framework_builder_alloc (builder, sizeof *prompt);

  prompt->criterion = attribute (builder, node, "criterion");
  prompt->text = sentence (builder, node);
  return prompt;
}

static gpointer
read_document_type (Builder *builder, const xmlNode *node)
{
  ComarkDocumentType *type = comark_framework_builder_alloc (builder, sizeof *type);

  type->id = attribute (builder, node, "id");
  type->name = child (builder, node, "name");
  type->route = attribute (builder, node, "route");
  type->prompts = read_list (builder, node, "prompt", read_prompt);
  return type;
}

static gpointer
read_outcome (Builder *builder, const xmlNode *node)
{
  ComarkOutcome *outcome = comark_framework_builder_alloc (builder, sizeof *outcome);

  outcome->id = attribute (builder, node, "id");
  outcome->name = child (builder, node, "name");
  outcome->text = child (builder, node, "text");
  outcome->state = COMARK_STATE_NOT_YET;
  comark_state_from_nick (attribute (builder, node, "state"), &outcome->state);
  outcome->awards = outcome->state == COMARK_STATE_AWARDED;
  outcome->holds_certificate = outcome->state == COMARK_STATE_CONDITIONAL;
  outcome->exemplar = outcome->awards && comark_xml_attribute_bool (node, "exemplar");
  outcome->within_months = comark_xml_attribute_uint (node, "within-months", 120, 0);
  outcome->rules = read_rules (builder, node);
  return outcome;
}

static void
read_words (Builder *builder, const xmlNode *vocabulary)
{
  for (xmlNode *node = comark_xml_first (vocabulary, "word"); node != NULL;
       node = comark_xml_next (node, "word"))
    {
      ComarkWord *word = comark_framework_builder_alloc (builder, sizeof *word);

      word->one = attribute (builder, node, "one");
      word->many = attribute (builder, node, "many");
      g_hash_table_insert (builder->words, (char *) attribute (builder, node, "key"), word);
    }
}

static void
read_strings (Builder *builder, const xmlNode *strings)
{
  const char *language = attribute (builder, strings, "lang");

  for (xmlNode *node = comark_xml_first (strings, "string"); node != NULL;
       node = comark_xml_next (node, "string"))
    {
      g_autofree char *key = comark_xml_attribute_or_empty (node, "key");
      char *both = g_strdup_printf ("%s %s", language, key);

      g_hash_table_insert (builder->strings,
                           (char *) comark_framework_builder_text (builder, both),
                           (char *) sentence (builder, node));
    }
}

static void
read_head (Builder *builder, const xmlNode *root)
{
  const xmlNode *mark = comark_xml_first (root, "mark");

  builder->id = attribute (builder, root, "id");
  builder->version = attribute (builder, root, "version");
  builder->language = attribute (builder, root, "language");
  builder->effective_from = attribute (builder, root, "effective-from");
  builder->name = child (builder, root, "name");
  builder->credit = child (builder, root, "credit");
  builder->valid_months = comark_xml_attribute_uint (mark, "valid-months", 120, 0);
  builder->confirm_months = comark_xml_attribute_uint (mark, "confirm-months", 120, 0);
  builder->renew_months = comark_xml_attribute_uint (mark, "renew-months", 120, 0);
}

static void
read_body (Builder *builder, const xmlNode *root)
{
  const struct { const char *container, *element; ReadPart read; GPtrArray *list; } parts[] = {
    { "references", "reference", read_reference, builder->references },
    { "scale", "level", read_level, builder->levels },
    { "ladder", "rung", read_rung, builder->rungs },
    { "ladder", "placement", read_placement, builder->placements },
    { "sections", "section", read_section, builder->sections },
    { "routes", "route", read_route, builder->routes },
    { "questions", "question", read_question, builder->questions },
    { "criteria", "criterion", read_criterion, builder->criteria },
    { "document-types", "document-type", read_document_type, builder->document_types },
    { "outcomes", "outcome", read_outcome, builder->outcomes },
    { "sealing", NULL, read_rule, builder->sealing },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    read_all (builder, comark_xml_first (root, parts[i].container), parts[i].element,
              parts[i].read, parts[i].list);
  read_words (builder, comark_xml_first (root, "vocabulary"));
  for (xmlNode *node = comark_xml_first (root, "strings"); node != NULL;
       node = comark_xml_next (node, "strings"))
    read_strings (builder, node);
}

ComarkFramework *
comark_framework_load_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (bytes, name, SCHEMA, error);
  g_autoptr (ComarkFrameworkBuilder) builder = NULL;

  if (doc == NULL || !comark_framework_check_names (doc, name, error))
    return NULL;
  builder = comark_framework_builder_new ();
  builder->source = g_bytes_ref (bytes);
  read_head (builder, comark_xml_root (doc));
  read_body (builder, comark_xml_root (doc));
  if (!comark_framework_check_sense (builder, doc, name, error))
    return NULL;
  return comark_framework_builder_finish (g_steal_pointer (&builder));
}

ComarkFramework *
comark_framework_load_file (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = comark_xml_load_file (path, error);

  return bytes ? comark_framework_load_bytes (bytes, name, error) : NULL;
}

ComarkFramework *
comark_framework_load_builtin (const char *id, GError **error)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_strconcat (FRAMEWORKS, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes != NULL)
    return comark_framework_load_bytes (bytes, name, error);
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK, id, 0,
                        "The program carries no framework of this name. Load it from a file.");
  return NULL;
}

static gint
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char **
comark_framework_list_builtin (void)
{
  char **ids = g_resources_enumerate_children (FRAMEWORKS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = ids ? g_strv_length (ids) : 0;

  for (guint i = 0; i < n; i++)
    if (g_str_has_suffix (ids[i], ".xml"))
      ids[i][strlen (ids[i]) - strlen (".xml")] = '\0';
  if (n > 0)
    g_qsort_with_data (ids, (gint) n, sizeof *ids, compare_ids, NULL);
  return ids ? ids : g_new0 (char *, 1);
}
