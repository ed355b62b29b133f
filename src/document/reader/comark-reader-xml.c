/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-xml.h"

#include <stdlib.h>
#include <string.h>

/* What is wrong is told by the return value. */
static void
keep_quiet (void *data, const char *message, xmlParserSeverities severity,
            xmlTextReaderLocatorPtr where)
{
}

static void
hand_on (xmlTextReader *xml, const ComarkReaderXmlHandlers *handlers, gpointer data)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (xml);

  switch (xmlTextReaderNodeType (xml))
    {
    case XML_READER_TYPE_ELEMENT:
      {
        gboolean is_empty = xmlTextReaderIsEmptyElement (xml);
        handlers->begin (data, name, xml);
        if (is_empty)
          handlers->end (data, name);
        break;
      }
    case XML_READER_TYPE_END_ELEMENT:
      handlers->end (data, name);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      if (handlers->text != NULL)
        handlers->text (data, (const char *) xmlTextReaderConstValue (xml));
      break;
    default:
      break;
    }
}

gboolean
comark_reader_xml_parse (const char *bytes, gsize length,
                         const ComarkReaderXmlHandlers *handlers, gpointer data)
{
  /* Without NOENT nothing is expanded but the five of XML itself; a document type that would
   * declare more ends the reading. */
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  xmlTextReader *xml = xmlReaderForMemory (bytes, (int) length, NULL, NULL, options);
  int more = xml ? 1 : -1;

  if (xml != NULL)
    xmlTextReaderSetErrorHandler (xml, keep_quiet, NULL);
  while (xml != NULL && (more = xmlTextReaderRead (xml)) == 1)
    {
      if (xmlTextReaderDepth (xml) > COMARK_READER_XML_DEPTH
          || xmlTextReaderNodeType (xml) == XML_READER_TYPE_DOCUMENT_TYPE)
        break;
      hand_on (xml, handlers, data);
    }
  if (xml != NULL)
    xmlFreeTextReader (xml);
  return more == 0;
}

char *
comark_reader_xml_dup_attribute (xmlTextReader *xml, const char *name)
{
  g_autofree char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (xml) == 1)
    if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (xml), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml));
  xmlTextReaderMoveToElement (xml);
  return g_steal_pointer (&value);
}

int
comark_reader_xml_get_number (xmlTextReader *xml, const char *name, int otherwise)
{
  g_autofree char *value = comark_reader_xml_dup_attribute (xml, name);

  return value ? (int) g_ascii_strtoll (value, NULL, 10) : otherwise;
}
