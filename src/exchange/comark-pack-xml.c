/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pack.xml, both ways.
 */
#include "comark-clock.h"
#include "comark-limits.h"
#include "comark-pack-private.h"

typedef struct
{
  const char *name; /* of the file, for messages */
  ComarkFramework *framework;
} Reading;

/* ---- checks beyond the schema ---- */

static gboolean
check_framework (Reading *reading, ComarkPack *pack, const xmlNode *node, GError **error)
{
  if (g_str_equal (pack->framework, comark_framework_get_id (reading->framework))
      && g_str_equal (pack->framework_version, comark_framework_get_version (reading->framework)))
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK, reading->name,
                               comark_xml_line (node),
                               "The pack was written for the framework “%s”, version %s, and this "
                               "register uses “%s”, version %s. Ask for it to be written for that.",
                               pack->framework, pack->framework_version,
                               comark_framework_get_id (reading->framework),
                               comark_framework_get_version (reading->framework));
}

static gboolean
check_criterion (Reading *reading, const char *id, const xmlNode *node, GError **error)
{
  if (comark_framework_criterion (reading->framework, id))
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, reading->name,
                               comark_xml_line (node),
                               "There is no criterion “%s” in the framework “%s”.", id,
                               comark_framework_get_name (reading->framework));
}

static gboolean
check_text (Reading *reading, const char *text, const xmlNode *node, GError **error)
{
  if (g_utf8_strlen (text, -1) <= COMARK_LIMIT_TEXT_CHARACTERS)
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_TOO_LARGE, reading->name,
                               comark_xml_line (node),
                               "A text is longer than 100,000 characters, the most there may be.");
}

static gboolean
check_day (Reading *reading, const char *day, const xmlNode *node, GError **error)
{
  if (day == NULL || comark_day_is_valid (day))
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, reading->name,
                               comark_xml_line (node), "“%s” is no day. Days are written like "
                               "2026-11-22.", day);
}

/* ---- reading ---- */

static gboolean
read_submission (Reading *reading, ComarkPack *pack, const xmlNode *node, GError **error)
{
  ComarkSubmission *submission = pack->submission;

  submission->ref = comark_xml_attribute_or_empty (node, "ref");
  submission->type = comark_xml_attribute_or_empty (node, "type");
  submission->level = comark_xml_attribute_or_empty (node, "level");
  submission->review_day = comark_xml_attribute (node, "review-day");
  submission->affects_carers = comark_xml_attribute_bool (node, "affects-carers");
  submission->title = comark_xml_child_sentence (node, "title");
  submission->team = comark_xml_child_sentence (node, "team");
  submission->audience = comark_xml_child_sentence (node, "audience");
  submission->summary = comark_xml_text (comark_xml_first (node, "summary"));
  if (!check_text (reading, submission->title, node, error)
      || !check_text (reading, submission->team, node, error)
      || !check_text (reading, submission->audience, node, error)
      || !check_text (reading, submission->summary, node, error)
      || !check_day (reading, submission->review_day, node, error))
    return FALSE;
  if (comark_framework_document_type (reading->framework, submission->type))
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, reading->name,
                               comark_xml_line (node),
                               "“%s” is no type of document in the framework “%s”.",
                               submission->type, comark_framework_get_name (reading->framework));
}

/* file-name, mime, size and sha256 of an element that has a file. */
static void
read_file (const xmlNode *node, char **filename, char **mime, char **hash, gint64 *size)
{
  g_autofree char *size_text = comark_xml_attribute_or_empty (node, "size");

  *filename = comark_xml_attribute (node, "file-name");
  *mime = comark_xml_attribute (node, "mime");
  *hash = comark_xml_attribute (node, "sha256");
  *size = g_ascii_strtoll (size_text, NULL, 10);
}

static void
read_document (ComarkPack *pack, const xmlNode *node)
{
  if (node == NULL)
    return;
  pack->document = comark_document_new ();
  pack->document->n = 1;
  read_file (node, &pack->document->filename, &pack->document->mime, &pack->document->hash,
             &pack->document->size);
}

static gboolean
read_evidence_item (Reading *reading, ComarkPack *pack, const xmlNode *node, GError **error)
{
  g_autoptr (ComarkEvidence) item = comark_evidence_new ();
  g_autofree char *criteria = comark_xml_attribute_or_empty (node, "criteria");

  item->ord = (gint64) pack->evidence->len + 1;
  item->day = comark_xml_attribute (node, "day");
  item->title = comark_xml_child_sentence (node, "title");
  item->description = comark_xml_text (comark_xml_first (node, "description"));
  item->criteria = *criteria ? g_strsplit (criteria, " ", -1) : g_new0 (char *, 1);
  read_file (node, &item->filename, &item->mime, &item->hash, &item->size);
  for (char **id = item->criteria; *id; id++)
    if (!check_criterion (reading, *id, node, error))
      return FALSE;
  if (!check_day (reading, item->day, node, error)
      || !check_text (reading, item->title, node, error)
      || !check_text (reading, item->description, node, error))
    return FALSE;
  g_ptr_array_add (pack->evidence, g_steal_pointer (&item));
  return TRUE;
}

static gboolean
read_statement (Reading *reading, ComarkPack *pack, const xmlNode *node, GError **error)
{
  g_autoptr (ComarkOwnerStatement) statement = comark_owner_statement_new ();

  statement->criterion = comark_xml_attribute_or_empty (node, "criterion");
  statement->body = comark_xml_text (node);
  if (!check_criterion (reading, statement->criterion, node, error)
      || !check_text (reading, statement->body, node, error))
    return FALSE;
  for (guint i = 0; i < pack->statements->len; i++)
    {
      ComarkOwnerStatement *other = g_ptr_array_index (pack->statements, i);
      if (g_str_equal (other->criterion, statement->criterion))
        return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_DUPLICATE, reading->name,
                                     comark_xml_line (node),
                                     "There are two statements on %s.", statement->criterion);
    }
  g_ptr_array_add (pack->statements, g_steal_pointer (&statement));
  return TRUE;
}

static gboolean
read_contributor (Reading *reading, ComarkPack *pack, const xmlNode *node, GError **error)
{
  g_autoptr (ComarkContributor) contributor = comark_contributor_new ();

  contributor->name = comark_xml_attribute_or_empty (node, "name");
  contributor->part = comark_xml_attribute_or_empty (node, "part");
  contributor->lived_experience = comark_xml_attribute_bool (node, "lived-experience");
  contributor->credit = comark_xml_attribute_bool (node, "credit");
  contributor->agreed_at = comark_xml_attribute_bool (node, "agreed") ? 1 : 0;
  if (!check_text (reading, contributor->name, node, error)
      || !check_text (reading, contributor->part, node, error))
    return FALSE;
  g_ptr_array_add (pack->contributors, g_steal_pointer (&contributor));
  return TRUE;
}

typedef gboolean (*ReadChild) (Reading *reading, ComarkPack *pack, const xmlNode *node,
                               GError **error);

static gboolean
read_children (Reading *reading, ComarkPack *pack, const xmlNode *root, const char *list,
               ReadChild read_child, GError **error)
{
  const xmlNode *parent = comark_xml_first (root, list);

  for (xmlNode *node = parent ? comark_xml_first (parent, NULL) : NULL; node;
       node = comark_xml_next (node, NULL))
    if (!read_child (reading, pack, node, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_kind (const xmlNode *root, const char *name, gboolean home, GError **error)
{
  const xmlNode *reading = comark_xml_first (root, "reading");

  if (home == (reading != NULL))
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, name,
                               comark_xml_line (reading ? reading : root),
                               home ? "This is a submission pack. An administrator imports it into "
                                      "the register."
                                    : "This is a reading pack, which one member takes home. To "
                                      "read it, open it: in the menu, choose Open.");
}

static gboolean
read_reading (ComarkPack *pack, const xmlNode *node, const char *name,
              ComarkFramework *framework, GError **error)
{
  if (node == NULL)
    return TRUE;
  pack->reading = comark_reading_parse (node, name, framework, error);
  return pack->reading != NULL;
}

ComarkPack *
comark_pack_parse (GBytes *xml, const char *name, ComarkFramework *framework, gboolean home,
                   GError **error)
{
  Reading reading = { name, framework };
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (xml, name, "pack.rng", error);
  g_autoptr (ComarkPack) pack = comark_pack_new ();
  const xmlNode *root;

  if (doc == NULL)
    return NULL;
  root = comark_xml_root (doc);
  if (!check_kind (root, name, home, error))
    return NULL;
  pack->framework = comark_xml_attribute_or_empty (root, "framework");
  pack->framework_version = comark_xml_attribute_or_empty (root, "framework-version");
  pack->owner_name = comark_xml_attribute_or_empty (comark_xml_first (root, "owner"), "name");
  pack->owner_email = comark_xml_attribute_or_empty (comark_xml_first (root, "owner"), "email");
  read_document (pack, comark_xml_first (root, "document"));
  if (check_framework (&reading, pack, root, error)
      && read_submission (&reading, pack, comark_xml_first (root, "submission"), error)
      && read_children (&reading, pack, root, "contributors", read_contributor, error)
      && read_children (&reading, pack, root, "statements", read_statement, error)
      && read_children (&reading, pack, root, "evidence", read_evidence_item, error)
      && read_reading (pack, comark_xml_first (root, "reading"), name, framework, error))
    return g_steal_pointer (&pack);
  return NULL;
}

/* ---- writing ---- */

static void
set_flag (xmlNode *node, const char *attribute, gboolean value)
{
  if (value)
    comark_xml_set (node, attribute, "true");
}

static void
set_text (xmlNode *node, const char *attribute, const char *value)
{
  if (value && *value)
    comark_xml_set (node, attribute, value);
}

static void
write_submission (xmlNode *root, ComarkSubmission *submission)
{
  xmlNode *node = comark_xml_add (root, "submission");

  comark_xml_set (node, "type", submission->type);
  set_text (node, "ref", submission->ref);
  set_text (node, "level", submission->level);
  set_text (node, "review-day", submission->review_day);
  set_flag (node, "affects-carers", submission->affects_carers);
  comark_xml_add_text (node, "title", submission->title);
  comark_xml_add_text (node, "team", submission->team);
  comark_xml_add_text (node, "audience", submission->audience);
  comark_xml_add_text (node, "summary", submission->summary);
}

static void
write_file (xmlNode *node, const char *filename, const char *mime, const char *hash, gint64 size)
{
  if (hash == NULL)
    return;
  comark_xml_set (node, "file-name", filename);
  comark_xml_set (node, "mime", mime);
  comark_xml_set (node, "sha256", hash);
  comark_xml_set_uint (node, "size", (guint64) size);
}

static void
write_contributors (xmlNode *root, GPtrArray *contributors)
{
  xmlNode *list = comark_xml_add (root, "contributors");

  for (guint i = 0; i < contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (contributors, i);
      xmlNode *node = comark_xml_add (list, "contributor");
      comark_xml_set (node, "name", contributor->name);
      set_text (node, "part", contributor->part);
      set_flag (node, "lived-experience", contributor->lived_experience);
      set_flag (node, "credit", contributor->credit);
      set_flag (node, "agreed", contributor->agreed_at != 0);
    }
}

static void
write_statements (xmlNode *root, GPtrArray *statements)
{
  xmlNode *list = comark_xml_add (root, "statements");

  for (guint i = 0; i < statements->len; i++)
    {
      ComarkOwnerStatement *statement = g_ptr_array_index (statements, i);
      xmlNode *node = comark_xml_add_text (list, "statement", statement->body);
      comark_xml_set (node, "criterion", statement->criterion);
    }
}

static void
write_evidence (xmlNode *root, GPtrArray *evidence)
{
  xmlNode *list = comark_xml_add (root, "evidence");

  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (evidence, i);
      xmlNode *node = comark_xml_add (list, "item");
      g_autofree char *criteria = item->criteria ? g_strjoinv (" ", item->criteria) : NULL;
      set_text (node, "criteria", criteria);
      set_text (node, "day", item->day);
      write_file (node, item->filename, item->mime, item->hash, item->size);
      comark_xml_add_text (node, "title", item->title);
      comark_xml_add_text (node, "description", item->description);
    }
}

GBytes *
comark_pack_to_xml (ComarkPack *self)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_new ("pack");
  xmlNode *root = comark_xml_root (doc), *owner;

  comark_xml_set (root, "version", "1");
  comark_xml_set (root, "framework", self->framework);
  comark_xml_set (root, "framework-version", self->framework_version);
  owner = comark_xml_add (root, "owner");
  comark_xml_set (owner, "name", self->owner_name);
  set_text (owner, "email", self->owner_email);
  write_submission (root, self->submission);
  if (self->document)
    write_file (comark_xml_add (root, "document"), self->document->filename, self->document->mime,
                self->document->hash, self->document->size);
  write_contributors (root, self->contributors);
  write_statements (root, self->statements);
  write_evidence (root, self->evidence);
  if (self->reading != NULL)
    comark_reading_write (self->reading, root);
  return comark_xml_to_bytes (doc);
}
