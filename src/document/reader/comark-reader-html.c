/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Web pages, for their words: no script is kept, no address is fetched, no frame is entered.
 * The tree is walked without recursion, for a page may nest as deep as it likes.
 */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "comark-reader-decode.h"
#include "comark-reader-flow.h"
#include "comark-reader-office.h"
#include "comark-reader-source.h"

#define MAX_HTML_BYTES (16 * 1024 * 1024)

typedef struct
{
  ComarkReaderFlow flow;
  int bold, italic, headings, lines_kept;
  int list_depth;
  gboolean is_numbered[COMARK_READING_MAX_LEVEL];
  int counts[COMARK_READING_MAX_LEVEL];
} Html;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    if (strcmp (name, *names) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_passed_over (const char *name)
{
  static const char *const names[]
    = { "script", "style",  "head",   "template", "iframe", "frame",    "object", "embed",
        "svg",    "math",   "select", "textarea", "button", "noscript", "canvas", "audio",
        "video",  "applet", NULL };

  return is_one_of (name, names);
}

static gboolean
is_paragraph (const char *name)
{
  static const char *const names[]
    = { "p",     "div",   "section", "article", "main",       "aside",   "header", "footer",
        "nav",   "address", "blockquote", "pre", "dl",        "dt",      "dd",     "figure",
        "figcaption", "form", "fieldset", "caption", "hr",    "details", "summary", NULL };

  return is_one_of (name, names);
}

static int
heading_level (const char *name)
{
  return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0' ? name[1] - '0' : 0;
}

static gboolean
is (const char *name, const char *wanted)
{
  return strcmp (name, wanted) == 0;
}

static void
count_style (Html *self, const char *name, int step)
{
  static const char *const bold[] = { "b", "strong", NULL };
  static const char *const italic[] = { "i", "em", "cite", "dfn", NULL };

  if (is_one_of (name, bold))
    self->bold += step;
  else if (is_one_of (name, italic))
    self->italic += step;
  else if (is (name, "pre"))
    self->lines_kept += step;
  self->flow.style = (self->bold > 0 && self->headings == 0 ? COMARK_READING_BOLD : 0)
                     | (self->italic > 0 ? COMARK_READING_ITALIC : 0);
}

static void
begin_list (Html *self, gboolean is_numbered)
{
  comark_reader_flow_end (&self->flow);
  self->list_depth++;
  if (self->list_depth > COMARK_READING_MAX_LEVEL)
    return;
  self->is_numbered[self->list_depth - 1] = is_numbered;
  self->counts[self->list_depth - 1] = 0;
}

static void
begin_item (Html *self)
{
  int level = CLAMP (self->list_depth, 1, COMARK_READING_MAX_LEVEL);
  char marker[32] = "•";

  if (self->is_numbered[level - 1])
    comark_reader_flow_number ('1', ++self->counts[level - 1], marker, sizeof marker);
  comark_reader_flow_begin (&self->flow, COMARK_READING_LIST_ITEM, level, marker);
}

static int
get_span (xmlNode *node)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) "colspan");
  int span = value ? (int) g_ascii_strtoll ((const char *) value, NULL, 10) : 1;

  xmlFree (value);
  return CLAMP (span, 1, COMARK_READING_MAX_CELLS);
}

/* What a picture shows, in the author's words for those who do not see it. */
static void
read_picture (Html *self, xmlNode *node)
{
  xmlChar *words = xmlGetNoNsProp (node, (const xmlChar *) "alt");

  if (words != NULL && words[0] != '\0')
    {
      comark_reader_flow_text (&self->flow, " [Picture: ", -1);
      comark_reader_flow_text (&self->flow, (const char *) words, -1);
      comark_reader_flow_text (&self->flow, "] ", -1);
    }
  xmlFree (words);
}

static void
begin_element (Html *self, xmlNode *node)
{
  const char *name = (const char *) node->name;
  int level = heading_level (name);

  self->headings += level > 0;
  count_style (self, name, 1);
  if (is_passed_over (name))
    self->flow.silent++;
  else if (level > 0)
    comark_reader_flow_begin (&self->flow, COMARK_READING_HEADING, level, NULL);
  else if (is (name, "li"))
    begin_item (self);
  else if (is (name, "ul") || is (name, "ol"))
    begin_list (self, is (name, "ol"));
  else if (is (name, "table"))
    comark_reader_flow_begin_table (&self->flow);
  else if (is (name, "tr"))
    comark_reader_flow_begin_row (&self->flow, FALSE);
  else if (is (name, "td") || is (name, "th"))
    comark_reader_flow_begin_cell (&self->flow, is (name, "th"));
  else if (is (name, "br"))
    comark_reader_flow_break (&self->flow);
  else if (is (name, "img"))
    read_picture (self, node);
  else if (is_paragraph (name) && !comark_reader_words_is_empty (self->flow.words))
    comark_reader_flow_end (&self->flow);
}

static void
end_element (Html *self, xmlNode *node)
{
  const char *name = (const char *) node->name;

  count_style (self, name, -1);
  if (is_passed_over (name))
    self->flow.silent--;
  else if (heading_level (name) > 0 || is (name, "li") || is_paragraph (name))
    comark_reader_flow_end (&self->flow);
  else if (is (name, "ul") || is (name, "ol"))
    self->list_depth--;
  else if (is (name, "td") || is (name, "th"))
    {
      comark_reader_flow_end (&self->flow);
      comark_reader_flow_span (&self->flow, get_span (node) - 1);
    }
  else if (is (name, "table"))
    comark_reader_flow_end_table (&self->flow);
  self->headings -= heading_level (name) > 0;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n\f")] == '\0';
}

static void
read_text (Html *self, const char *text)
{
  if (text == NULL || (is_blank (text) && !comark_reader_words_has_block (self->flow.words)))
    return;
  for (const char *line = text; self->lines_kept > 0; line++)
    {
      gsize n = strcspn (line, "\n");
      comark_reader_flow_text (&self->flow, line, (gssize) n);
      line += n;
      if (*line == '\0')
        return;
      comark_reader_flow_break (&self->flow);
    }
  comark_reader_flow_text (&self->flow, text, -1);
}

static void
walk (Html *self, xmlNode *root)
{
  for (xmlNode *node = root; node != NULL;)
    {
      if (node->type == XML_ELEMENT_NODE)
        begin_element (self, node);
      else if (node->type == XML_TEXT_NODE)
        read_text (self, (const char *) node->content);
      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (node->type == XML_ELEMENT_NODE)
        end_element (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          end_element (self, node);
        }
      node = node != root ? node->next : NULL;
    }
}

/* Decoded here, not by the library: its converters are modules that no jail lets in. */
void
comark_reader_html_read (int fd, gsize length, ComarkReaderWords *words)
{
  const int options = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                      | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  Html self = { .flow.words = words };
  gsize n_read = 0;
  g_autofree char *bytes
    = comark_reader_read_all (fd, MIN (length, MAX_HTML_BYTES), &n_read);
  g_autofree char *text = bytes ? comark_reader_decode (bytes, n_read) : NULL;
  htmlDocPtr page
    = text ? htmlReadMemory (text, (int) strlen (text), NULL, "UTF-8", options) : NULL;

  if (page == NULL || length > MAX_HTML_BYTES)
    comark_reader_words_set_cut (words);
  if (page == NULL)
    return;
  if (xmlDocGetRootElement (page) != NULL)
    walk (&self, xmlDocGetRootElement (page));
  comark_reader_words_end (words);
  xmlFreeDoc (page);
}
