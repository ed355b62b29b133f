/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader-util.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define POLICY "/usr/share/doc/debian-policy/policy.pdf.gz"

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
reader_open (ComarkReader *reader, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_open_async (reader, NULL, keep_result, &result);
  wait_for (&result);
  return comark_reader_open_finish (reader, result, error);
}

ComarkPageImage *
reader_render (ComarkReader *reader, int page, int width_px, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_render_page_async (reader, page, width_px, NULL, keep_result, &result);
  wait_for (&result);
  return comark_reader_render_page_finish (reader, result, error);
}

char *
reader_text (ComarkReader *reader, int page, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_get_text_async (reader, page, NULL, keep_result, &result);
  wait_for (&result);
  return comark_reader_get_text_finish (reader, result, error);
}

ComarkReadingText *
reader_words (ComarkReader *reader, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_text_async (reader, NULL, NULL, NULL, keep_result, &result);
  wait_for (&result);
  return comark_reader_text_finish (reader, result, error);
}

gboolean
reader_size (ComarkReader *reader, int page, double *width, double *height, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_get_page_size_async (reader, page, NULL, keep_result, &result);
  wait_for (&result);
  return comark_reader_get_page_size_finish (reader, result, width, height, error);
}

static char *
spell (ComarkReadingText *text)
{
  static const char *const kinds[] = { "heading", "paragraph", "item", "cell", "note" };
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < comark_reading_text_get_n_blocks (text); i++)
    {
      const ComarkReadingBlock *block = comark_reading_text_get_block (text, i);
      guint at = 0;
      g_string_append (said, kinds[block->kind]);
      if (block->level > 0)
        g_string_append_printf (said, " %d", block->level);
      if (block->kind == COMARK_READING_TABLE_CELL)
        g_string_append_printf (said, " %d/%d/%d%s", block->table, block->row, block->column,
                                block->is_header ? "!" : "");
      g_string_append_printf (said, "%s%s: ", block->marker[0] ? " " : "", block->marker);
      for (guint k = 0; k < block->n_runs; k++)
        {
          const ComarkReadingRun *run = &block->runs[k];
          g_string_append_len (said, block->text + at, run->start - at);
          g_string_append_printf (said, "<%s%s>", run->style & COMARK_READING_BOLD ? "b" : "",
                                  run->style & COMARK_READING_ITALIC ? "i" : "");
          g_string_append_len (said, block->text + run->start, run->end - run->start);
          g_string_append (said, "</>");
          at = run->end;
        }
      g_string_append_printf (said, "%s\n", block->text + at);
    }
  return g_string_free (said, FALSE);
}

char *
spell_words (GBytes *bytes)
{
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReadingText) text = reader_words (reader, &error);

  g_assert_no_error (error);
  return spell (text);
}

static cairo_status_t
write_chunk (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint_leaflet_page (cairo_t *cr, int page)
{
  g_autofree char *words = g_strdup_printf ("Page %d of the leaflet", page + 1);

  cairo_rectangle (cr, 40, 100, 100, 100);
  cairo_fill (cr);
  cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 18);
  cairo_move_to (cr, 40, 60);
  cairo_show_text (cr, words);
  cairo_show_page (cr);
}

GBytes *
make_leaflet (int n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_chunk, bytes, 420, 595);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Safe discharge");
  for (int i = 0; i < n_pages; i++)
    paint_leaflet_page (cr, i);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* No cross-reference table: readers rebuild it, which is one more road to test. */
GBytes *
make_raw_pdf (const char *media_box, const char *resources, const char *content,
              const char *objects)
{
  GString *pdf = g_string_new ("%PDF-1.7\n");

  g_string_append (pdf, "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  g_string_append (pdf, "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
  g_string_append_printf (pdf, "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [%s] "
                               "/Resources << %s >> /Contents 4 0 R >>\nendobj\n",
                          media_box, resources);
  g_string_append_printf (pdf, "4 0 obj\n<< /Length %" G_GSIZE_FORMAT
                               " >>\nstream\n%s\nendstream\nendobj\n",
                          strlen (content), content);
  g_string_append (pdf, objects ? objects : "");
  g_string_append (pdf, "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
  return g_string_free_to_bytes (pdf);
}

GBytes *
load_policy (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (POLICY);
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, NULL);
  g_autoptr (GOutputStream) plain = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibDecompressor) gunzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

  if (packed == NULL)
    return NULL;
  g_autoptr (GInputStream) stream
    = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (gunzip));
  g_output_stream_splice (plain, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (plain));
}

gboolean
has_ink (ComarkPageImage *image)
{
  const guint8 *pixels = g_bytes_get_data (image->pixels, NULL);

  for (int y = 0; y < image->height; y++)
    for (int x = 0; x < image->width * 4; x++)
      if (pixels[(gsize) y * (gsize) image->stride + (gsize) x] != 0xff)
        return TRUE;
  return FALSE;
}

static void look_at_children (const char *of, GArray *helpers, int *n_ending);

/* Inside bubblewrap the helper is a grandchild. A bubblewrap that holds none is still starting or
 * about to end: not yet a zombie when one looks, and one a moment later. */
static void
look_at_child (int pid, GArray *helpers, int *n_ending)
{
  guint n_before = helpers->len;
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *folder = g_strdup_printf ("/proc/%d", pid);
  g_autofree char *stat = NULL;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return;
  if (strstr (stat, "(comark-reader)") == NULL && strstr (stat, "(bwrap)") == NULL)
    return;
  if (strstr (stat, ") Z") != NULL)
    ++*n_ending;
  else if (strstr (stat, "(bwrap)") == NULL)
    g_array_append_val (helpers, pid);
  else
    {
      look_at_children (folder, helpers, n_ending);
      *n_ending += helpers->len == n_before;
    }
}

/* Children are listed by the thread that made them; a thread's end hands them on. */
static void
look_at_children (const char *of, GArray *helpers, int *n_ending)
{
  g_autofree char *folder = g_build_filename (of, "task", NULL);
  g_autoptr (GDir) tasks = g_dir_open (folder, 0, NULL);
  const char *task;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, task, "children", NULL);
      g_autofree char *list = NULL;
      if (!g_file_get_contents (path, &list, NULL, NULL))
        continue;
      g_auto (GStrv) pids = g_strsplit (g_strstrip (list), " ", -1);
      for (int i = 0; pids[i] != NULL; i++)
        if (pids[i][0] != '\0')
          look_at_child (atoi (pids[i]), helpers, n_ending);
    }
}

GArray *
list_helpers (int *n_ending)
{
  GArray *helpers = g_array_new (FALSE, FALSE, sizeof (int));

  *n_ending = 0;
  look_at_children ("/proc/self", helpers, n_ending);
  return helpers;
}

int
count_open_fds (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n - 1;
}

void
wait_for_helpers (guint n)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < end)
    {
      int n_ending;
      g_autoptr (GArray) helpers = list_helpers (&n_ending);
      if (helpers->len == n && n_ending == 0)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}
