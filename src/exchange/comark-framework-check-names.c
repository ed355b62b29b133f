/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-framework-check.h"

/* A thing with a name: <element attribute="…">. Rules share one set of ids. */
typedef struct
{
  const char *element;
  const char *attribute;
  const char *noun;
} Named;

static const Named named[] = {
  { "reference", "id", "reference" },
  { "word", "key", "word" },
  { "level", "value", "level" },
  { "level", "key", "level key" },
  { "rung", "number", "rung" },
  { "section", "id", "section" },
  { "route", "id", "route" },
  { "question", "id", "question" },
  { "criterion", "id", "criterion" },
  { "document-type", "id", "document type" },
  { "outcome", "id", "outcome" },
  { "strings", "lang", "language" },
  { "all-at-least", "id", "rule" },
  { "evidence", "id", "rule" },
  { "answered", "id", "rule" },
  { "rung-at-least", "id", "rule" },
  { "score-at-least", "id", "rule" },
  { "panel-says-yes", "id", "rule" },
};

/* Named once within their parent only. */
static const Named named_within[] = {
  { "anchor", "value", "anchor" },
  { "prompt", "criterion", "prompt" },
  { "string", "key", "string" },
};

/* <element attribute="a b"> names things of this noun; NULL element = any. */
static const Named naming[] = {
  { NULL, "routes", "route" },
  { NULL, "criteria", "criterion" },
  { NULL, "except", "criterion" },
  { NULL, "section", "section" },
  { "document-type", "route", "route" },
  { "prompt", "criterion", "criterion" },
  { "source", "ref", "reference" },
  { "panel-says-yes", "question", "question" },
  { "level", "rungs", "rung" },
  { "placement", "rung", "rung" },
  { "rung-at-least", "rung", "rung" },
  { "anchor", "value", "level" },
  { "all-at-least", "value", "level" },
  { "evidence", "from", "level" },
};

typedef struct
{
  const char *name;
  GHashTable *seen; /* "noun id" */
  GError **error;
} Check;

/* "03" and "3" are one number to the reader, and so to the check. */
static char *
key_of (const char *noun, const char *parent, const char *text)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &number, NULL))
    return g_strdup_printf ("%s %s %" G_GUINT64_FORMAT, noun, parent, number);
  return g_strdup_printf ("%s %s %s", noun, parent, text);
}

static gboolean
see (Check *check, const xmlNode *node, const Named *thing, const char *parent)
{
  g_autofree char *text = comark_xml_attribute (node, thing->attribute);

  if (text == NULL || g_hash_table_add (check->seen, key_of (thing->noun, parent, text)))
    return TRUE;
  return comark_xml_set_error (check->error, COMARK_EXCHANGE_ERROR_DUPLICATE, check->name,
                               comark_xml_line (node),
                               "The %s “%s” is here for the second time. Give it once.",
                               thing->noun, text);
}

static gboolean
see_node (Check *check, const xmlNode *node)
{
  g_autofree char *parent = g_strdup_printf ("in %p", (void *) node->parent);

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (comark_xml_is (node, named[i].element) && !see (check, node, &named[i], ""))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (named_within); i++)
    if (comark_xml_is (node, named_within[i].element)
        && !see (check, node, &named_within[i], parent))
      return FALSE;
  return TRUE;
}

static gboolean
look_up (Check *check, const xmlNode *node, const Named *use, const char *text)
{
  gboolean is_criterion = g_str_equal (use->noun, "criterion");
  g_autofree char *key = key_of (use->noun, "", text);

  if (text[0] == '\0' || g_hash_table_contains (check->seen, key))
    return TRUE;
  return comark_xml_set_error (
      check->error,
      is_criterion ? COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION : COMARK_EXCHANGE_ERROR_NOT_VALID,
      check->name, comark_xml_line (node),
      "There is no %s “%s” in this framework. Correct the name, or add it.", use->noun, text);
}

static gboolean
look_up_node (Check *check, const xmlNode *node)
{
  for (gsize i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) names = NULL;

      if (naming[i].element != NULL && !comark_xml_is (node, naming[i].element))
        continue;
      text = comark_xml_attribute_or_empty (node, naming[i].attribute);
      names = g_strsplit_set (text, " \t\r\n", -1);
      for (guint j = 0; names[j] != NULL; j++)
        if (!look_up (check, node, &naming[i], names[j]))
          return FALSE;
    }
  return TRUE;
}

typedef gboolean (*Visit) (Check *check, const xmlNode *node);

/* The depth is bounded by the parser. */
static gboolean
walk (Check *check, const xmlNode *node, Visit visit)
{
  if (!visit (check, node))
    return FALSE;
  for (xmlNode *child = comark_xml_first (node, NULL); child != NULL;
       child = comark_xml_next (child, NULL))
    if (!walk (check, child, visit))
      return FALSE;
  return TRUE;
}

gboolean
comark_framework_check_names (ComarkXmlDoc *doc, const char *name, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { name, seen, error };
  xmlNode *root = comark_xml_root (doc);

  return walk (&check, root, see_node) && walk (&check, root, look_up_node);
}
