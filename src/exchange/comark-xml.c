/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading: bytes are looked at, then parsed under guard, then checked against the schema.
 */
#include "comark-xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "comark-limits.h"

#define SCHEMAS "/org/comark/Comark/data/schemas/"

/* Newer releases of libxml2 hand the error over as const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlErrorArgument;
#else
typedef xmlError *XmlErrorArgument;
#endif

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt)

/* What went wrong first, as far as libxml2 says. */
typedef struct
{
  gboolean has_dtd;
  gboolean is_too_deep;
  int line;
  char *message; /* owned; NULL = nothing yet */
  startElementNsSAX2Func start_element;
} Guard;

static void
guard_clear (Guard *guard)
{
  g_clear_pointer (&guard->message, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Guard, guard_clear)

/* What a file puts into a message must stay on one line and be of bounded length. */
static char *
tame (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *tamed = g_string_new (NULL);
  int n = 0;

  for (const char *c = valid; *c != '\0' && n < 600; c = g_utf8_next_char (c), n++)
    {
      gunichar u = g_utf8_get_char (c);
      g_string_append_unichar (tamed, g_unichar_isprint (u) ? u : ' ');
    }
  if (n == 600)
    g_string_append (tamed, "…");
  return g_strchomp (g_string_free (tamed, FALSE));
}

gboolean
comark_xml_set_error (GError **error, ComarkExchangeError code, const char *name, int line,
                      const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *place = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *tamed = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  place = line > 0 ? g_strdup_printf ("%s:%d", name, line) : g_strdup (name);
  whole = g_strdup_printf ("%s: %s", place, text);
  tamed = tame (whole);
  g_set_error_literal (error, COMARK_EXCHANGE_ERROR, code, tamed);
  return FALSE;
}

static int
line_of_byte (const char *data, gsize position)
{
  int line = 1;

  for (gsize i = 0; i < position; i++)
    line += data[i] == '\n';
  return line;
}

static gboolean
check_bytes (const char *data, gsize size, const char *name, GError **error)
{
  const char *nul = size > 0 ? memchr (data, '\0', size) : NULL;
  const char *end;

  if (size == 0)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_XML, name, 0,
                                 "The file is empty. Ask for it to be sent again.");
  if (nul != NULL)
    return comark_xml_set_error (
        error, COMARK_EXCHANGE_ERROR_NOT_XML, name, line_of_byte (data, (gsize) (nul - data)),
        "There is a NUL byte, which XML in UTF-8 never has. Save the file as UTF-8 text.");
  if (!g_utf8_validate_len (data, size, &end))
    return comark_xml_set_error (
        error, COMARK_EXCHANGE_ERROR_NOT_XML, name, line_of_byte (data, (gsize) (end - data)),
        "The text is not valid UTF-8 here. Save the file as UTF-8 text.");
  return TRUE;
}

static gboolean
refuse_size (const char *name, GError **error)
{
  return comark_xml_set_error (
      error, COMARK_EXCHANGE_ERROR_TOO_LARGE, name, 0,
      "The file is larger than %d MB, the most that Comark reads as XML. Make it smaller.",
      (int) (COMARK_LIMIT_XML_BYTES / (1024 * 1024)));
}

static void
on_parse_error (void *user_data, XmlErrorArgument found)
{
  Guard *guard = ((xmlParserCtxt *) user_data)->_private;

  if (guard->message != NULL || found->level < XML_ERR_ERROR)
    return;
  guard->message = tame (found->message ? found->message : "unreadable");
  guard->line = found->line;
}

static void
on_document_type (void *user_data, const xmlChar *name, const xmlChar *external,
                  const xmlChar *system)
{
  xmlParserCtxt *context = user_data;
  Guard *guard = context->_private;

  guard->has_dtd = TRUE;
  guard->line = xmlSAX2GetLineNumber (context);
  xmlStopParser (context);
}

static void
on_element_started (void *user_data, const xmlChar *name, const xmlChar *prefix,
                    const xmlChar *uri, int n_namespaces, const xmlChar **namespaces,
                    int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  xmlParserCtxt *context = user_data;
  Guard *guard = context->_private;

  if (context->nodeNr >= COMARK_LIMIT_XML_DEPTH)
    {
      guard->is_too_deep = TRUE;
      guard->line = xmlSAX2GetLineNumber (context);
      xmlStopParser (context);
      return;
    }
  guard->start_element (user_data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                        n_defaulted, attributes);
}

static gboolean
report_guard (const Guard *guard, const char *name, GError **error)
{
  if (guard->has_dtd)
    return comark_xml_set_error (
        error, COMARK_EXCHANGE_ERROR_DTD, name, guard->line,
        "There is a document type (DOCTYPE) here, which Comark never reads. Remove it.");
  if (guard->is_too_deep)
    return comark_xml_set_error (
        error, COMARK_EXCHANGE_ERROR_TOO_DEEP, name, guard->line,
        "Elements lie more than %d deep here. No file of Comark's is like that.",
        COMARK_LIMIT_XML_DEPTH);
  return comark_xml_set_error (
      error, COMARK_EXCHANGE_ERROR_NOT_XML, name, guard->line,
      "This is not whole XML (%s). Save it again, or ask for it to be sent again.",
      guard->message ? guard->message : "unreadable");
}

typedef struct
{
  const char *data;
  gsize left;
} Rest;

static int
read_rest (void *context, char *buffer, int length)
{
  Rest *rest = context;
  gsize n = MIN (rest->left, (gsize) length);

  memcpy (buffer, rest->data, n);
  rest->data += n;
  rest->left -= n;
  return (int) n;
}

static ComarkXmlDoc *
parse (const char *data, gsize size, const char *name, GError **error)
{
  const int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  g_auto (Guard) guard = { 0 };
  Rest rest = { data, size };
  ComarkXmlDoc *doc;

  guard.start_element = context->sax->startElementNs;
  context->_private = &guard;
  context->sax->startElementNs = on_element_started;
  context->sax->internalSubset = on_document_type;
  context->sax->serror = on_parse_error;
  /* The encoding is given, not asked: a declaration of another one must not turn bytes that
   * were checked as UTF-8 into other characters. In pieces, because in one piece libxml2 takes
   * no more than 10 MB. */
  doc = xmlCtxtReadIO (context, read_rest, NULL, &rest, NULL, "UTF-8", options);
  if (doc != NULL && !guard.has_dtd && !guard.is_too_deep && guard.message == NULL)
    return doc;
  g_clear_pointer (&doc, xmlFreeDoc);
  report_guard (&guard, name, error);
  return NULL;
}

/* libxml2 is terse about attributes and texts: these two are said in our own words. */
static char *
schema_message (XmlErrorArgument found)
{
  const xmlNode *node = found->node;
  const char *element = node != NULL ? (const char *) node->name : NULL;
  g_autofree char *text = NULL;

  if (element != NULL && found->code == XML_RELAXNG_ERR_ATTRVALID)
    text = g_strdup_printf ("an attribute of <%s> is missing, or its value is not allowed",
                            element);
  else if (element != NULL && found->code == XML_RELAXNG_ERR_DATATYPE)
    text = g_strdup_printf ("what <%s> holds is missing or not allowed", element);
  else
    text = g_strdup (found->message ? found->message : "unreadable");
  return tame (text);
}

static void
on_schema_error (void *user_data, XmlErrorArgument found)
{
  Guard *guard = user_data;
  int line = found->node ? comark_xml_line (found->node) : found->line;

  /* libxml2 may begin with "an attribute is wrong" and no place, then name it with its line. */
  if (guard->message != NULL && (guard->line > 0 || line <= 0))
    return;
  g_free (guard->message);
  guard->message = schema_message (found);
  guard->line = line;
}

static xmlRelaxNG *
load_schema (const char *schema)
{
  g_autofree char *path = g_strconcat (SCHEMAS, schema, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (xmlRelaxNGParserCtxt) context = NULL;

  if (bytes == NULL)
    return NULL;
  context = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (bytes, NULL),
                                        (int) g_bytes_get_size (bytes));
  return xmlRelaxNGParse (context);
}

static gboolean
validate (ComarkXmlDoc *doc, const char *name, const char *schema, GError **error)
{
  g_autoptr (xmlRelaxNG) grammar = load_schema (schema);
  g_autoptr (xmlRelaxNGValidCtxt) context = NULL;
  g_auto (Guard) guard = { 0 };

  if (grammar == NULL)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_FAILED, name, 0,
                                 "The schema “%s” is missing from the program. Install it again.",
                                 schema);
  context = xmlRelaxNGNewValidCtxt (grammar);
  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) on_schema_error, &guard);
  if (xmlRelaxNGValidateDoc (context, doc) == 0)
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, name, guard.line,
                               "This does not follow %s (%s). Correct the file.", schema,
                               guard.message ? guard.message : "unknown reason");
}

ComarkXmlDoc *
comark_xml_read (GBytes *bytes, const char *name, const char *schema, GError **error)
{
  static gsize is_ready = 0;
  g_autoptr (ComarkXmlDoc) doc = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_once_init_enter (&is_ready))
    {
      xmlInitParser ();
      g_once_init_leave (&is_ready, 1);
    }
  if (size > COMARK_LIMIT_XML_BYTES)
    {
      refuse_size (name, error);
      return NULL;
    }
  if (!check_bytes (data, size, name, error))
    return NULL;
  doc = parse (data, size, name, error);
  if (doc == NULL || !validate (doc, name, schema, error))
    return NULL;
  return g_steal_pointer (&doc);
}

/* One byte more than the limit is enough to know: a file that grows, or a device that never
 * ends, is not read on. */
GBytes *
comark_xml_load_file (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *data = NULL;
  gsize size = 0;

  stream = g_file_read (file, NULL, &reason);
  data = stream ? g_try_malloc (COMARK_LIMIT_XML_BYTES + 1) : NULL;
  if (data != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (stream), data, COMARK_LIMIT_XML_BYTES + 1,
                                  &size, NULL, &reason))
    {
      data = g_realloc (data, MAX (size, 1));
      return g_bytes_new_take (g_steal_pointer (&data), size);
    }
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_FAILED, name, 0,
                        "The file cannot be read (%s).",
                        reason ? reason->message : "not enough memory");
  return NULL;
}

ComarkXmlDoc *
comark_xml_read_file (const char *path, const char *schema, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = comark_xml_load_file (path, error);

  return bytes ? comark_xml_read (bytes, name, schema, error) : NULL;
}
