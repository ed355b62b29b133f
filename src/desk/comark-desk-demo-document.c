/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two passes over the same text: the first counts the pages, the second paints them.
 */
#include "comark-desk-demo-document.h"

#include <cairo-pdf.h>
#include <string.h>

#include "comark-award.h"
#include "comark-desk-demo-setter.h"

static const ComarkSetterLook looks[] = {
  { "clear", 30, 21, 14, 12, 10, 1.44, FALSE },
  { "roomy", 34, 24, 16, 14, 11, 1.46, FALSE },
  { "large", 34, 26, 20, 18, 14, 1.5, FALSE },
  { "poster", 66, 74, 32, 22, 14, 1.26, TRUE },
};

static void
set_title (ComarkSetter *self)
{
  ComarkStyle kicker
    = comark_setter_style (self, COMARK_FACE_BOLD, COMARK_COLOUR_TEAL, self->look->small + 1);
  ComarkStyle title
    = comark_setter_style (self, COMARK_FACE_DISPLAY, COMARK_COLOUR_NAVY, self->look->title);
  ComarkStyle subtitle
    = comark_setter_style (self, COMARK_FACE_TEXT, COMARK_COLOUR_GREY, self->look->body + 2);

  if (*comark_setter_head (self, "kicker") != '\0')
    comark_setter_words (self, &kicker, comark_setter_head (self, "kicker"));
  if (!self->look->centred)
    comark_setter_words (self, &title, comark_setter_head (self, "title"));
  if (*comark_setter_head (self, "subtitle") != '\0')
    comark_setter_words (self, &subtitle, comark_setter_head (self, "subtitle"));
  self->y += 10;
  if (!self->look->centred)
    comark_setter_rule (self, self->y, COMARK_COLOUR_GOLD, 2.5);
  self->y += 20;
  if (*comark_setter_head (self, "note") != '\0')
    comark_setter_small (self, comark_setter_head (self, "note"));
}

static void
set_body (ComarkSetter *self, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (block->len > 0 && (*line == '\0' || comark_setter_begins_block (line)))
        {
          comark_setter_block (self, block->str);
          g_string_truncate (block, 0);
        }
      if (*line != '\0')
        g_string_append_printf (block, "%s%s", block->len > 0 ? " " : "", line);
    }
  if (block->len > 0)
    comark_setter_block (self, block->str);
}

/* Reads the keys at the top. Returns where the body begins. */
static const char *
read_head (ComarkSetter *self, const char *text)
{
  self->head = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (*text != '\0' && *text != '\n')
    {
      const char *end = strchrnul (text, '\n');
      const char *colon = memchr (text, ':', (gsize) (end - text));

      if (colon != NULL)
        g_hash_table_insert (self->head, g_strndup (text, (gsize) (colon - text)),
                             g_strstrip (g_strndup (colon + 1, (gsize) (end - colon - 1))));
      text = *end != '\0' ? end + 1 : end;
    }
  self->look = &looks[0];
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_str_equal (looks[i].name, comark_setter_head (self, "look")))
      self->look = &looks[i];
  return text;
}

/* One pass. Returns the number of pages. */
static int
set_all (ComarkSetter *self, cairo_surface_t *surface, const char *body, int n_pages)
{
  self->surface = surface;
  self->cr = cairo_create (surface);
  self->page = 0;
  self->in_row = self->in_headed_table = FALSE;
  self->n_pages = n_pages;
  comark_setter_begin_page (self);
  set_title (self);
  set_body (self, body);
  comark_setter_end_page (self);
  cairo_destroy (self->cr);
  return self->page;
}

static int
count_pages (ComarkSetter *self, const char *body)
{
  cairo_surface_t *surface
    = cairo_pdf_surface_create_for_stream (NULL, NULL, COMARK_PAGE_WIDTH, COMARK_PAGE_HEIGHT);
  int n = set_all (self, surface, body, 0);

  cairo_surface_destroy (surface);
  return n;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Without a day of making, so that the same text gives the same file. */
static void
describe (ComarkSetter *self, cairo_surface_t *surface)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  comark_setter_head (self, "title"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  comark_setter_head (self, "foot"));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T12:00:00Z");
}

static void
setter_clear (ComarkSetter *self)
{
  g_clear_pointer (&self->head, g_hash_table_unref);
  g_clear_object (&self->context);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ComarkSetter, setter_clear)

GBytes *
comark_demo_typeset (const char *text, GError **error)
{
  g_auto (ComarkSetter) self = { .context = comark_certificate_context_new () };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  const char *body;
  int n_pages;

  if (!comark_certificate_fonts_check (self.context, error))
    return NULL;
  body = read_head (&self, text);
  n_pages = count_pages (&self, body);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, COMARK_PAGE_WIDTH,
                                                 COMARK_PAGE_HEIGHT);
  describe (&self, surface);
  set_all (&self, surface, body, n_pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_DRAW,
               "A document of the demo register could not be drawn: %s.",
               cairo_status_to_string (status));
  return NULL;
}
