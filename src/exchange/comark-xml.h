/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way to read XML. No network, no document type, no entities beyond the five of XML
 * itself, at most COMARK_LIMIT_XML_BYTES and COMARK_LIMIT_XML_DEPTH; then checked against a
 * RELAX NG schema that the program carries. Any thread.
 */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "comark-exchange-error.h"

G_BEGIN_DECLS

typedef xmlDoc ComarkXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkXmlDoc, xmlFreeDoc)

/* Reads @bytes, called @name in messages ("pack.xml"), and checks it against @schema, the name of
 * a file in data/schemas ("framework.rng").
 * Returns: (transfer full): NULL with an error of COMARK_EXCHANGE_ERROR */
ComarkXmlDoc *comark_xml_read (GBytes *bytes, const char *name, const char *schema,
                               GError **error);

/* The same for a file, of which no more than the limit is read. */
ComarkXmlDoc *comark_xml_read_file (const char *path, const char *schema, GError **error);

/* The bytes of a file, at most one more than the limit (so that comark_xml_read() refuses it).
 * Returns: (transfer full): NULL with an error */
GBytes *comark_xml_load_file (const char *path, GError **error);

/* Sets "NAME:LINE: sentence"; @line 0 or less leaves it out. Always FALSE, to return. */
gboolean comark_xml_set_error (GError **error, ComarkExchangeError code, const char *name,
                               int line, const char *format, ...) G_GNUC_PRINTF (5, 6);

/* The line of a node, 0 if unknown. */
int comark_xml_line (const xmlNode *node);

/* TRUE for an element with this name, in no namespace or any. @node may be NULL. */
gboolean comark_xml_is (const xmlNode *node, const char *element);

/* First child element called @element (NULL = any); next sibling likewise. NULL at the end. */
xmlNode *comark_xml_first (const xmlNode *node, const char *element);
xmlNode *comark_xml_next (const xmlNode *node, const char *element);

/* Attribute, without spaces at its ends. Returns: (transfer full) (nullable) */
char *comark_xml_attribute (const xmlNode *node, const char *attribute);

/* The same, "" where there is none. Returns: (transfer full) */
char *comark_xml_attribute_or_empty (const xmlNode *node, const char *attribute);

/* "true" or "1" gives TRUE; anything else, or none, FALSE. */
gboolean comark_xml_attribute_bool (const xmlNode *node, const char *attribute);

/* A whole number of at most @max; @fallback where there is none or it is not one. */
guint comark_xml_attribute_uint (const xmlNode *node, const char *attribute, guint max,
                                 guint fallback);

/* Text in the element: as it stands; or with its white space made single, as for a sentence.
 * @node may be NULL, which gives "". Returns: (transfer full) */
char *comark_xml_text (const xmlNode *node);
char *comark_xml_sentence (const xmlNode *node);

/* The sentence of the first child called @element, "" where there is none.
 * Returns: (transfer full) */
char *comark_xml_child_sentence (const xmlNode *node, const char *element);

/* Writing: a document with @root, then elements and attributes. A character that XML cannot
 * carry (controls) is left out; invalid UTF-8 is replaced. @value and @text NULL write nothing. */
ComarkXmlDoc *comark_xml_new (const char *root);
xmlNode *comark_xml_root (ComarkXmlDoc *doc);
xmlNode *comark_xml_add (xmlNode *parent, const char *element);
xmlNode *comark_xml_add_text (xmlNode *parent, const char *element, const char *text);
void comark_xml_set (xmlNode *node, const char *attribute, const char *value);
void comark_xml_set_uint (xmlNode *node, const char *attribute, guint64 value);

/* UTF-8, indented by two, the same bytes for the same document. Returns: (transfer full) */
GBytes *comark_xml_to_bytes (ComarkXmlDoc *doc);

G_END_DECLS
