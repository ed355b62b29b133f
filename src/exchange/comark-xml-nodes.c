/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at nodes, and writing them.
 */
#include <string.h>

#include "comark-xml.h"

/* libxml2's text is of another type (and allocator) than GLib's. */
#define CHARS(text) ((const char *) (text))
#define XML(text) ((const xmlChar *) (text))

int
comark_xml_line (const xmlNode *node)
{
  return (int) CLAMP (xmlGetLineNo (node), 0, G_MAXINT);
}

gboolean
comark_xml_is (const xmlNode *node, const char *element)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && g_str_equal (CHARS (node->name), element);
}

static xmlNode *
first_of (xmlNode *node, const char *element)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && (element == NULL || comark_xml_is (node, element)))
      return node;
  return NULL;
}

xmlNode *
comark_xml_first (const xmlNode *node, const char *element)
{
  return node ? first_of (node->children, element) : NULL;
}

xmlNode *
comark_xml_next (const xmlNode *node, const char *element)
{
  return node ? first_of (node->next, element) : NULL;
}

static char *
take_chars (xmlChar *text)
{
  char *copy = g_strdup (CHARS (text));

  xmlFree (text);
  return copy;
}

char *
comark_xml_attribute (const xmlNode *node, const char *attribute)
{
  xmlChar *text = node ? xmlGetNoNsProp (node, XML (attribute)) : NULL;

  return text ? g_strstrip (take_chars (text)) : NULL;
}

char *
comark_xml_attribute_or_empty (const xmlNode *node, const char *attribute)
{
  char *text = comark_xml_attribute (node, attribute);

  return text ? text : g_strdup ("");
}

gboolean
comark_xml_attribute_bool (const xmlNode *node, const char *attribute)
{
  g_autofree char *text = comark_xml_attribute (node, attribute);

  return g_strcmp0 (text, "true") == 0 || g_strcmp0 (text, "1") == 0;
}

guint
comark_xml_attribute_uint (const xmlNode *node, const char *attribute, guint max, guint fallback)
{
  g_autofree char *text = comark_xml_attribute (node, attribute);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, max, &number, NULL))
    return fallback;
  return (guint) number;
}

char *
comark_xml_text (const xmlNode *node)
{
  xmlChar *text = node ? xmlNodeGetContent (node) : NULL;

  return text ? take_chars (text) : g_strdup ("");
}

char *
comark_xml_sentence (const xmlNode *node)
{
  g_autofree char *text = comark_xml_text (node);
  GString *sentence = g_string_sized_new (strlen (text));

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (sentence, *c);
    else if (sentence->len > 0 && sentence->str[sentence->len - 1] != ' ')
      g_string_append_c (sentence, ' ');
  return g_strchomp (g_string_free (sentence, FALSE));
}

char *
comark_xml_child_sentence (const xmlNode *node, const char *element)
{
  return comark_xml_sentence (comark_xml_first (node, element));
}

/* Drops what XML 1.0 cannot carry, so that what is written can always be read again. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *kept = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if ((u >= 0x20 || u == '\t' || u == '\n' || u == '\r') && u != 0xfffe && u != 0xffff)
        g_string_append_unichar (kept, u);
    }
  return g_string_free (kept, FALSE);
}

ComarkXmlDoc *
comark_xml_new (const char *root)
{
  ComarkXmlDoc *doc = xmlNewDoc (XML ("1.0"));

  xmlDocSetRootElement (doc, xmlNewDocNode (doc, NULL, XML (root), NULL));
  return doc;
}

xmlNode *
comark_xml_root (ComarkXmlDoc *doc)
{
  return xmlDocGetRootElement (doc);
}

xmlNode *
comark_xml_add (xmlNode *parent, const char *element)
{
  return xmlNewTextChild (parent, NULL, XML (element), NULL);
}

xmlNode *
comark_xml_add_text (xmlNode *parent, const char *element, const char *text)
{
  g_autofree char *cleaned = text ? clean (text) : NULL;

  return cleaned ? xmlNewTextChild (parent, NULL, XML (element), XML (cleaned)) : NULL;
}

void
comark_xml_set (xmlNode *node, const char *attribute, const char *value)
{
  g_autofree char *cleaned = value ? clean (value) : NULL;

  if (cleaned != NULL)
    xmlSetProp (node, XML (attribute), XML (cleaned));
}

void
comark_xml_set_uint (xmlNode *node, const char *attribute, guint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, value);

  comark_xml_set (node, attribute, text);
}

GBytes *
comark_xml_to_bytes (ComarkXmlDoc *doc)
{
  xmlChar *text = NULL;
  int size = 0;

  xmlDocDumpFormatMemoryEnc (doc, &text, &size, "UTF-8", 1);
  return g_bytes_new_with_free_func (text, (gsize) size, (GDestroyNotify) xmlFree, text);
}
