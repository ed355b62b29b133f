/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The element "reading" of pack.xml, both ways.
 */
#include "comark-pack-private.h"
#include "comark-review-xml.h"

ComarkReading *
comark_reading_new (void)
{
  ComarkReading *self = g_new0 (ComarkReading, 1);

  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
comark_reading_free (ComarkReading *self)
{
  if (self == NULL)
    return;
  g_free (self->organisation);
  g_free (self->route);
  g_free (self->due_day);
  g_free (self->member_name);
  g_free (self->framework_hash);
  g_clear_object (&self->draft);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

/* ---- reading ---- */

static void
read_member (ComarkReading *self, const xmlNode *node)
{
  g_autofree char *kind = comark_xml_attribute_or_empty (node, "kind");

  self->member = comark_review_xml_id (node, "id");
  self->member_name = comark_xml_attribute_or_empty (node, "name");
  comark_member_kind_from_nick (kind, &self->kind);
}

/* Where they stopped: a kindness, not worth a refusal. */
static char *
read_place (ComarkReading *self, const xmlNode *node, ComarkFramework *framework)
{
  g_autofree char *place = comark_xml_attribute_or_empty (node, "place");
  const ComarkCriterion *criterion = comark_framework_criterion (framework, place);

  return g_strdup (criterion && comark_criterion_is_on_route (criterion, self->route) ? place : "");
}

static gboolean
read_draft (ComarkReading *self, const xmlNode *node, const char *name,
            ComarkFramework *framework, GError **error)
{
  if (node == NULL)
    return TRUE;
  self->draft = comark_review_new ();
  self->draft->place = read_place (self, node, framework);
  return comark_review_xml_read (node, name, self->draft, self->quotes, error)
         && comark_review_xml_check (framework, self->draft, self->quotes, error);
}

static gboolean
check_route (ComarkReading *self, const xmlNode *node, const char *name,
             ComarkFramework *framework, GError **error)
{
  g_autoptr (GPtrArray) criteria = comark_framework_criteria_for_route (framework, self->route);

  if (criteria->len > 0)
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, name,
                               comark_xml_line (node),
                               "There is no route “%s” in the framework “%s”.", self->route,
                               comark_framework_get_name (framework));
}

ComarkReading *
comark_reading_parse (const xmlNode *node, const char *name, ComarkFramework *framework,
                      GError **error)
{
  g_autoptr (ComarkReading) self = comark_reading_new ();
  const xmlNode *file = comark_xml_first (node, "framework");
  g_autofree char *purpose = comark_xml_attribute_or_empty (node, "purpose");
  g_autofree char *made = comark_xml_attribute_or_empty (node, "made");

  self->pack = comark_review_xml_id (node, "pack");
  self->made_at = g_ascii_strtoll (made, NULL, 10);
  self->register_id = comark_review_xml_id (node, "register");
  self->organisation = comark_xml_attribute_or_empty (node, "organisation");
  comark_purpose_from_nick (purpose, &self->purpose);
  self->round = comark_xml_attribute_uint (node, "round", G_MAXINT32, 1);
  self->route = comark_xml_attribute_or_empty (node, "route");
  self->due_day = comark_xml_attribute (node, "due-day");
  self->framework_hash = comark_xml_attribute_or_empty (file, "sha256");
  self->framework_size = comark_xml_attribute_uint (file, "size", G_MAXINT32, 0);
  read_member (self, comark_xml_first (node, "member"));
  if (!comark_review_xml_check_text (self->organisation, name, node, error)
      || !comark_review_xml_check_text (self->member_name, name, node, error)
      || !check_route (self, node, name, framework, error)
      || !read_draft (self, comark_xml_first (node, "draft"), name, framework, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- writing ---- */

static void
write_draft (ComarkReading *self, xmlNode *parent)
{
  xmlNode *node = comark_xml_add (parent, "draft");

  if (self->draft->place != NULL && *self->draft->place != '\0')
    comark_xml_set (node, "place", self->draft->place);
  comark_review_xml_write (node, self->draft, self->quotes);
}

void
comark_reading_write (ComarkReading *self, xmlNode *root)
{
  xmlNode *node = comark_xml_add (root, "reading"), *child;

  comark_review_xml_set_id (node, "pack", &self->pack);
  comark_xml_set_uint (node, "made", (guint64) self->made_at);
  comark_review_xml_set_id (node, "register", &self->register_id);
  comark_xml_set (node, "organisation", self->organisation);
  comark_xml_set (node, "purpose", comark_purpose_nick (self->purpose));
  comark_xml_set_uint (node, "round", (guint64) self->round);
  comark_xml_set (node, "route", self->route);
  comark_xml_set (node, "due-day", self->due_day);
  child = comark_xml_add (node, "member");
  comark_review_xml_set_id (child, "id", &self->member);
  comark_xml_set (child, "name", self->member_name);
  comark_xml_set (child, "kind", comark_member_kind_nick (self->kind));
  child = comark_xml_add (node, "framework");
  comark_xml_set (child, "sha256", self->framework_hash);
  comark_xml_set_uint (child, "size", (guint64) self->framework_size);
  if (self->draft != NULL)
    write_draft (self, node);
}
