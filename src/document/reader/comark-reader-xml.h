/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML of office files, read forward only, without DTD, network or entities of its own, and
 * held to a depth. In the helper alone: comark-xml.h of exchange/ belongs to another room.
 */
#pragma once

#include <libxml/xmlreader.h>

#include "comark-reader-words.h"

#define COMARK_READER_XML_DEPTH 256

typedef struct
{
  /* An element begins or ends. @name is without its prefix. */
  void (*begin) (gpointer data, const char *name, xmlTextReader *xml);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text);
} ComarkReaderXmlHandlers;

/* TRUE if all of it was read; what came before an error was handed on. */
gboolean comark_reader_xml_parse (const char *bytes, gsize length,
                                  const ComarkReaderXmlHandlers *handlers, gpointer data);

/* The attribute called @name, whatever its prefix. Returns: (transfer full) (nullable) */
char *comark_reader_xml_dup_attribute (xmlTextReader *xml, const char *name);
int comark_reader_xml_get_number (xmlTextReader *xml, const char *name, int otherwise);
