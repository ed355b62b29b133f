/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Word's documents: styles.xml says which styles are headings, numbering.xml which lists are
 * numbered, document.xml the rest. What was deleted with changes tracked, field codes and the
 * second rendering of a drawing are passed over.
 */
#include <stdlib.h>
#include <string.h>

#include "comark-reader-flow.h"
#include "comark-reader-office.h"
#include "comark-reader-source.h"
#include "comark-reader-xml.h"
#include "comark-reader-zip.h"

#define MAX_LISTS 10000

typedef struct
{
  int heading; /* level; 0 for none */
  gboolean is_list;
} Look;

typedef struct
{
  ComarkReaderFlow flow;
  GHashTable *looks;     /* by style id */
  GHashTable *abstracts; /* numId → abstractNumId */
  GHashTable *formats;   /* "abstractNumId level" → kind of number, as a char */
  GHashTable *counts;    /* "numId level" → how many */

  /* what is being declared */
  char *style;
  Look look;
  int abstract, level, number;

  /* the paragraph at hand */
  gboolean in_paragraph, has_begun, in_run_properties;
  int heading, list, list_level;
  gboolean is_list;
  gboolean row_is_header;
} Docx;

static gboolean
is (const char *name, const char *wanted)
{
  return strcmp (name, wanted) == 0;
}

static char *
dup_value (xmlTextReader *xml)
{
  return comark_reader_xml_dup_attribute (xml, "val");
}

static gboolean
is_on (xmlTextReader *xml)
{
  g_autofree char *value = dup_value (xml);

  return value == NULL || (!is (value, "0") && !is (value, "false") && !is (value, "off"));
}

/* --- styles and numbers -------------------------------------------------------------------- */

static void
name_style (Docx *self, xmlTextReader *xml)
{
  g_autofree char *value = dup_value (xml);
  g_autofree char *name = value ? g_ascii_strdown (value, -1) : g_strdup ("");

  if (g_str_has_prefix (name, "heading "))
    self->look.heading = CLAMP (atoi (name + strlen ("heading ")), 1, 6);
  else if (is (name, "title"))
    self->look.heading = 1;
  else if (g_str_has_prefix (name, "list "))
    self->look.is_list = !is (name, "list paragraph");
}

static void
on_style_begin (gpointer data, const char *name, xmlTextReader *xml)
{
  Docx *self = data;

  if (is (name, "style"))
    {
      g_free (self->style);
      self->style = comark_reader_xml_dup_attribute (xml, "styleId");
      self->look = (Look) { 0 };
    }
  else if (is (name, "name"))
    name_style (self, xml);
  else if (is (name, "outlineLvl"))
    {
      int level = comark_reader_xml_get_number (xml, "val", 9);
      if (level < 6)
        self->look.heading = level + 1;
    }
}

static void
on_style_end (gpointer data, const char *name)
{
  Docx *self = data;

  if (is (name, "style") && self->style != NULL)
    g_hash_table_insert (self->looks, g_steal_pointer (&self->style),
                         g_memdup2 (&self->look, sizeof self->look));
}

static char
kind_of_format (const char *format)
{
  if (format == NULL || is (format, "bullet") || is (format, "none"))
    return 0;
  if (is (format, "lowerLetter"))
    return 'a';
  if (is (format, "upperLetter"))
    return 'A';
  if (is (format, "lowerRoman"))
    return 'i';
  return is (format, "upperRoman") ? 'I' : '1';
}

static void
on_number_begin (gpointer data, const char *name, xmlTextReader *xml)
{
  Docx *self = data;

  if (is (name, "abstractNum"))
    self->abstract = comark_reader_xml_get_number (xml, "abstractNumId", -1);
  else if (is (name, "lvl"))
    self->level = comark_reader_xml_get_number (xml, "ilvl", 0);
  else if (is (name, "num"))
    self->number = comark_reader_xml_get_number (xml, "numId", -1);
  else if (is (name, "abstractNumId") && g_hash_table_size (self->abstracts) < MAX_LISTS)
    g_hash_table_insert (self->abstracts, GINT_TO_POINTER (self->number),
                         GINT_TO_POINTER (comark_reader_xml_get_number (xml, "val", -1)));
  else if (is (name, "numFmt") && g_hash_table_size (self->formats) < MAX_LISTS)
    {
      g_autofree char *format = dup_value (xml);
      g_hash_table_insert (self->formats,
                           g_strdup_printf ("%d %d", self->abstract, self->level),
                           GINT_TO_POINTER ((int) kind_of_format (format)));
    }
}

static void
on_number_end (gpointer data, const char *name)
{
}

/* --- text ---------------------------------------------------------------------------------- */

static const char *
next_marker (Docx *self, char *marker, gsize length)
{
  int abstract
    = GPOINTER_TO_INT (g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (self->list)));
  g_autofree char *key = g_strdup_printf ("%d %d", abstract, self->list_level);
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->formats, key));
  g_autofree char *place = g_strdup_printf ("%d %d", self->list, self->list_level);
  g_autofree char *below = g_strdup_printf ("%d %d", self->list, self->list_level + 1);

  if (kind == 0 || g_hash_table_size (self->counts) > MAX_LISTS)
    return "•";
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, place)) + 1;
  g_hash_table_insert (self->counts, g_steal_pointer (&place), GINT_TO_POINTER (n));
  g_hash_table_remove (self->counts, below);
  comark_reader_flow_number ((char) kind, n, marker, length);
  return marker;
}

/* When the first words come, for all that decides the block stands before them. */
static void
begin_block (Docx *self)
{
  char marker[32];

  if (self->has_begun || !self->in_paragraph)
    return;
  self->has_begun = TRUE;
  if (self->heading > 0)
    comark_reader_flow_begin (&self->flow, COMARK_READING_HEADING, self->heading, NULL);
  else if (self->is_list)
    comark_reader_flow_begin (&self->flow, COMARK_READING_LIST_ITEM, self->list_level + 1,
                              next_marker (self, marker, sizeof marker));
  else
    comark_reader_flow_begin (&self->flow, COMARK_READING_PARAGRAPH, 0, NULL);
}

static void
begin_paragraph (Docx *self)
{
  self->in_paragraph = TRUE;
  self->has_begun = FALSE;
  self->heading = self->list_level = 0;
  self->is_list = FALSE;
  self->list = -1;
}

static void
take_style (Docx *self, xmlTextReader *xml)
{
  g_autofree char *style = dup_value (xml);
  const Look *look = style ? g_hash_table_lookup (self->looks, style) : NULL;

  if (look == NULL)
    return;
  self->heading = look->heading;
  self->is_list |= look->is_list;
}

static void
set_style (Docx *self, ComarkReadingStyle style, xmlTextReader *xml)
{
  if (!self->in_run_properties || self->heading > 0)
    return;
  self->flow.style = is_on (xml) ? self->flow.style | style : self->flow.style & ~style;
}

static gboolean
is_passed_over (const char *name)
{
  return is (name, "del") || is (name, "moveFrom") || is (name, "instrText")
         || is (name, "Fallback") || is (name, "delText") || is (name, "sectPr");
}

static gboolean
begin_property (Docx *self, const char *name, xmlTextReader *xml)
{
  if (is (name, "pStyle"))
    take_style (self, xml);
  else if (is (name, "outlineLvl") && comark_reader_xml_get_number (xml, "val", 9) < 6)
    self->heading = comark_reader_xml_get_number (xml, "val", 0) + 1;
  else if (is (name, "numId"))
    {
      self->list = comark_reader_xml_get_number (xml, "val", 0);
      self->is_list = self->list > 0;
    }
  else if (is (name, "ilvl"))
    self->list_level
      = CLAMP (comark_reader_xml_get_number (xml, "val", 0), 0, COMARK_READING_MAX_LEVEL - 1);
  else if (is (name, "rPr"))
    self->in_run_properties = TRUE;
  else if (is (name, "b"))
    set_style (self, COMARK_READING_BOLD, xml);
  else if (is (name, "i"))
    set_style (self, COMARK_READING_ITALIC, xml);
  else
    return FALSE;
  return TRUE;
}

static void
begin_table_part (Docx *self, const char *name, xmlTextReader *xml)
{
  if (is (name, "tbl"))
    comark_reader_flow_begin_table (&self->flow);
  else if (is (name, "tr"))
    {
      self->row_is_header = FALSE;
      comark_reader_flow_begin_row (&self->flow, FALSE);
    }
  else if (is (name, "tblHeader"))
    self->row_is_header = is_on (xml);
  else if (is (name, "tc"))
    comark_reader_flow_begin_cell (&self->flow, self->row_is_header);
  else if (is (name, "gridSpan"))
    comark_reader_flow_span (&self->flow, comark_reader_xml_get_number (xml, "val", 1) - 1);
}

static void
on_begin (gpointer data, const char *name, xmlTextReader *xml)
{
  Docx *self = data;

  if (is_passed_over (name))
    self->flow.silent++;
  else if (self->flow.silent > 0 || begin_property (self, name, xml))
    return;
  else if (is (name, "p"))
    begin_paragraph (self);
  else if (is (name, "r"))
    self->flow.style = 0;
  else if (is (name, "t") || is (name, "tab") || is (name, "noBreakHyphen"))
    {
      begin_block (self);
      if (!is (name, "t"))
        comark_reader_flow_text (&self->flow, is (name, "tab") ? " " : "-", 1);
    }
  else if ((is (name, "br") || is (name, "cr")) && self->has_begun)
    comark_reader_flow_break (&self->flow);
  else
    begin_table_part (self, name, xml);
}

static void
on_end (gpointer data, const char *name)
{
  Docx *self = data;

  if (is_passed_over (name))
    self->flow.silent = MAX (self->flow.silent - 1, 0);
  else if (is (name, "rPr"))
    self->in_run_properties = FALSE;
  else if (is (name, "p"))
    {
      comark_reader_flow_end (&self->flow);
      self->in_paragraph = self->has_begun = FALSE;
    }
  else if (is (name, "tbl"))
    comark_reader_flow_end_table (&self->flow);
}

static void
on_text (gpointer data, const char *text)
{
  Docx *self = data;

  if (self->has_begun)
    comark_reader_flow_text (&self->flow, text, -1);
}

static gboolean
read_part (Docx *self, int fd, gsize length, const char *name,
           const ComarkReaderXmlHandlers *handlers)
{
  g_autoptr (GBytes) part = comark_reader_zip_read (fd, length, name);
  gsize size = 0;
  const char *bytes = part ? g_bytes_get_data (part, &size) : NULL;

  return bytes != NULL && comark_reader_xml_parse (bytes, size, handlers, self);
}

void
comark_reader_docx_read (int fd, gsize length, ComarkReaderWords *words)
{
  static const ComarkReaderXmlHandlers for_styles = { on_style_begin, on_style_end, NULL };
  static const ComarkReaderXmlHandlers for_numbers = { on_number_begin, on_number_end, NULL };
  static const ComarkReaderXmlHandlers for_text = { on_begin, on_end, on_text };
  Docx self = { .flow.words = words };

  self.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.abstracts = g_hash_table_new (NULL, NULL);
  self.formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_part (&self, fd, length, "word/styles.xml", &for_styles);
  read_part (&self, fd, length, "word/numbering.xml", &for_numbers);
  if (!read_part (&self, fd, length, "word/document.xml", &for_text))
    comark_reader_words_set_cut (words);
  comark_reader_words_end (words);
  g_hash_table_unref (self.looks);
  g_hash_table_unref (self.abstracts);
  g_hash_table_unref (self.formats);
  g_hash_table_unref (self.counts);
  g_free (self.style);
}
