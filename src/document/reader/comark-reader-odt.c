/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * OpenDocument text: styles.xml for the styles that have names, then content.xml. What was
 * deleted with changes tracked, and comments in the margin, are not the document.
 */
#include <stdlib.h>
#include <string.h>

#include "comark-reader-flow.h"
#include "comark-reader-office.h"
#include "comark-reader-source.h"
#include "comark-reader-xml.h"
#include "comark-reader-zip.h"

typedef struct
{
  ComarkReadingStyle style;
  int heading; /* level; 0 for none */
} Look;

typedef struct
{
  ComarkReaderFlow flow;
  GHashTable *looks; /* by style name */
  GHashTable *lists; /* "style level" → kind of number, as a char; bullets are not in it */

  /* the style that is being declared */
  char *style_name;
  Look look;
  char *list_style_declared;

  /* the text */
  GArray *styles; /* of ComarkReadingStyle: what spans to go back to */
  char *list_style;
  int list_depth;
  int counts[COMARK_READING_MAX_LEVEL];
  gboolean item_begins;
  int notes;
  gboolean in_header_rows;
} Odt;

static gboolean
is (const char *name, const char *wanted)
{
  return strcmp (name, wanted) == 0;
}

/* --- styles -------------------------------------------------------------------------------- */

static Look
look_of (Odt *self, const char *style)
{
  const Look *look = style ? g_hash_table_lookup (self->looks, style) : NULL;

  return look ? *look : (Look) { 0 };
}

/* Styles that every office program names alike, however a person sees them named. */
static void
add_known (Look *look, const char *name)
{
  if (g_str_has_prefix (name, "Heading_20_"))
    look->heading = CLAMP (atoi (name + strlen ("Heading_20_")), 1, 6);
  else if (is (name, "Title"))
    look->heading = 1;
  else if (is (name, "Strong_20_Emphasis"))
    look->style |= COMARK_READING_BOLD;
  else if (is (name, "Emphasis"))
    look->style |= COMARK_READING_ITALIC;
}

static void
begin_style (Odt *self, xmlTextReader *xml)
{
  g_autofree char *parent = comark_reader_xml_dup_attribute (xml, "parent-style-name");

  g_free (self->style_name);
  self->style_name = comark_reader_xml_dup_attribute (xml, "name");
  self->look = look_of (self, parent);
  if (parent != NULL)
    add_known (&self->look, parent);
  if (self->style_name != NULL)
    add_known (&self->look, self->style_name);
}

static void
read_text_properties (Odt *self, xmlTextReader *xml)
{
  g_autofree char *weight = comark_reader_xml_dup_attribute (xml, "font-weight");
  g_autofree char *slope = comark_reader_xml_dup_attribute (xml, "font-style");

  if (weight != NULL)
    self->look.style = is (weight, "bold") || atoi (weight) >= 600
                         ? self->look.style | COMARK_READING_BOLD
                         : self->look.style & ~COMARK_READING_BOLD;
  if (slope != NULL)
    self->look.style = is (slope, "normal") ? self->look.style & ~COMARK_READING_ITALIC
                                            : self->look.style | COMARK_READING_ITALIC;
}

static void
end_style (Odt *self)
{
  if (self->style_name != NULL)
    g_hash_table_insert (self->looks, g_steal_pointer (&self->style_name),
                         g_memdup2 (&self->look, sizeof self->look));
}

static void
read_number_style (Odt *self, xmlTextReader *xml)
{
  int level = comark_reader_xml_get_number (xml, "level", 1);
  g_autofree char *format = comark_reader_xml_dup_attribute (xml, "num-format");

  if (self->list_style_declared != NULL && format != NULL && format[0] != '\0')
    g_hash_table_insert (self->lists,
                         g_strdup_printf ("%s %d", self->list_style_declared, level),
                         GINT_TO_POINTER (format[0]));
}

static void
on_style_begin (gpointer data, const char *name, xmlTextReader *xml)
{
  Odt *self = data;

  if (is (name, "style"))
    begin_style (self, xml);
  else if (is (name, "text-properties") && self->style_name != NULL)
    read_text_properties (self, xml);
  else if (is (name, "list-style"))
    {
      g_free (self->list_style_declared);
      self->list_style_declared = comark_reader_xml_dup_attribute (xml, "name");
    }
  else if (is (name, "list-level-style-number"))
    read_number_style (self, xml);
}

static void
on_style_end (gpointer data, const char *name)
{
  if (is (name, "style"))
    end_style (data);
}

/* --- text ---------------------------------------------------------------------------------- */

static const char *
next_marker (Odt *self, char *marker, gsize length)
{
  int level = CLAMP (self->list_depth, 1, COMARK_READING_MAX_LEVEL);
  g_autofree char *key = g_strdup_printf ("%s %d", self->list_style ? self->list_style : "", level);
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (self->lists, key));

  if (kind == 0)
    return "•";
  comark_reader_flow_number ((char) kind, ++self->counts[level - 1], marker, length);
  return marker;
}

/* A list's further paragraphs belong to the item before them: they have no marker. */
static void
begin_paragraph (Odt *self, xmlTextReader *xml, gboolean is_heading)
{
  g_autofree char *style = comark_reader_xml_dup_attribute (xml, "style-name");
  Look look = look_of (self, style);
  char marker[32];

  if (self->notes > 0)
    return;
  if (style != NULL)
    add_known (&look, style);
  if (is_heading)
    look.heading = CLAMP (comark_reader_xml_get_number (xml, "outline-level", 1), 1, 6);
  self->flow.style = look.heading > 0 ? 0 : look.style;
  g_array_set_size (self->styles, 0);
  if (look.heading > 0)
    comark_reader_flow_begin (&self->flow, COMARK_READING_HEADING, look.heading, NULL);
  else if (self->list_depth > 0 && self->item_begins)
    comark_reader_flow_begin (&self->flow, COMARK_READING_LIST_ITEM, self->list_depth,
                              next_marker (self, marker, sizeof marker));
  else
    comark_reader_flow_begin (&self->flow, COMARK_READING_PARAGRAPH, 0, NULL);
  self->item_begins = FALSE;
}

static void
begin_span (Odt *self, xmlTextReader *xml)
{
  g_autofree char *style = comark_reader_xml_dup_attribute (xml, "style-name");
  Look look = look_of (self, style);

  if (style != NULL)
    add_known (&look, style);
  if (self->styles->len < 256)
    g_array_append_val (self->styles, self->flow.style);
  self->flow.style |= look.style;
}

static void
end_span (Odt *self)
{
  if (self->styles->len == 0)
    return;
  self->flow.style = g_array_index (self->styles, ComarkReadingStyle, self->styles->len - 1);
  g_array_set_size (self->styles, self->styles->len - 1);
}

static void
begin_list (Odt *self, xmlTextReader *xml)
{
  g_autofree char *style = comark_reader_xml_dup_attribute (xml, "style-name");
  gboolean goes_on = comark_reader_xml_get_number (xml, "continue-numbering", 0) != 0;

  if (style != NULL)
    {
      g_free (self->list_style);
      self->list_style = g_steal_pointer (&style);
    }
  self->list_depth++;
  if (self->list_depth <= COMARK_READING_MAX_LEVEL && !goes_on)
    self->counts[self->list_depth - 1] = 0;
}

static gboolean
is_passed_over (const char *name)
{
  return is (name, "tracked-changes") || is (name, "annotation") || is (name, "note-citation")
         || is (name, "forms") || is (name, "object") || is (name, "desc");
}

static void
begin_cell (Odt *self, xmlTextReader *xml)
{
  int repeated = comark_reader_xml_get_number (xml, "number-columns-repeated", 1);

  comark_reader_flow_begin_cell (&self->flow, self->in_header_rows);
  comark_reader_flow_span (&self->flow, repeated - 1);
}

static void
on_begin (gpointer data, const char *name, xmlTextReader *xml)
{
  Odt *self = data;

  on_style_begin (data, name, xml);
  if (is_passed_over (name))
    self->flow.silent++;
  else if (is (name, "p") || is (name, "h"))
    begin_paragraph (self, xml, is (name, "h"));
  else if (is (name, "span"))
    begin_span (self, xml);
  else if (is (name, "s") || is (name, "tab"))
    comark_reader_flow_text (&self->flow, " ", 1);
  else if (is (name, "line-break"))
    comark_reader_flow_break (&self->flow);
  else if (is (name, "list"))
    begin_list (self, xml);
  else if (is (name, "list-item"))
    self->item_begins = TRUE;
  else if (is (name, "table"))
    comark_reader_flow_begin_table (&self->flow);
  else if (is (name, "table-header-rows"))
    self->in_header_rows = TRUE;
  else if (is (name, "table-row"))
    comark_reader_flow_begin_row (&self->flow, self->in_header_rows);
  else if (is (name, "table-cell") || is (name, "covered-table-cell"))
    begin_cell (self, xml);
  else if (is (name, "note") && self->notes++ == 0)
    comark_reader_flow_text (&self->flow, " [", 2);
}

static void
on_end (gpointer data, const char *name)
{
  Odt *self = data;

  on_style_end (data, name);
  if (is_passed_over (name))
    self->flow.silent = MAX (self->flow.silent - 1, 0);
  else if ((is (name, "p") || is (name, "h")) && self->notes == 0)
    comark_reader_flow_end (&self->flow);
  else if (is (name, "span"))
    end_span (self);
  else if (is (name, "list"))
    self->list_depth = MAX (self->list_depth - 1, 0);
  else if (is (name, "table"))
    comark_reader_flow_end_table (&self->flow);
  else if (is (name, "table-header-rows"))
    self->in_header_rows = FALSE;
  else if (is (name, "note") && --self->notes == 0)
    comark_reader_flow_text (&self->flow, "]", 1);
}

/* White space between elements would begin paragraphs of its own. */
static void
on_text (gpointer data, const char *text)
{
  Odt *self = data;

  if (comark_reader_words_has_block (self->flow.words))
    comark_reader_flow_text (&self->flow, text, -1);
}

static gboolean
read_part (Odt *self, int fd, gsize length, const char *name,
           const ComarkReaderXmlHandlers *handlers)
{
  g_autoptr (GBytes) part = comark_reader_zip_read (fd, length, name);
  gsize size = 0;
  const char *bytes = part ? g_bytes_get_data (part, &size) : NULL;

  return bytes != NULL && comark_reader_xml_parse (bytes, size, handlers, self);
}

void
comark_reader_odt_read (int fd, gsize length, ComarkReaderWords *words)
{
  static const ComarkReaderXmlHandlers for_styles = { on_style_begin, on_style_end, NULL };
  static const ComarkReaderXmlHandlers for_text = { on_begin, on_end, on_text };
  Odt self = { .flow.words = words };

  self.looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.styles = g_array_new (FALSE, FALSE, sizeof (ComarkReadingStyle));
  read_part (&self, fd, length, "styles.xml", &for_styles);
  if (!read_part (&self, fd, length, "content.xml", &for_text))
    comark_reader_words_set_cut (words);
  comark_reader_words_end (words);
  g_hash_table_unref (self.looks);
  g_hash_table_unref (self.lists);
  g_array_unref (self.styles);
  g_free (self.style_name);
  g_free (self.list_style_declared);
  g_free (self.list_style);
}
