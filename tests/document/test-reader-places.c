/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where things are on a page: found words, selections, links, the outline.
 */
#include <cairo-pdf.h>
#include <string.h>

#include "bombs.h"
#include "reader-util.h"

#define LINK(rect, action) "<< /Type /Annot /Subtype /Link /Rect [" rect "] /A << " action " >> >> "

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static GArray *
find (ComarkReader *reader, const char *words, int first_page, int max_pages)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_find_async (reader, words, first_page, max_pages, NULL, keep_result, &result);
  return comark_reader_find_finish (reader, wait_for (&result), NULL);
}

static ComarkReaderSelection *
select_between (ComarkReader *reader, int page, double x1, double y1, double x2, double y2)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_select_async (reader, page, x1, y1, x2, y2, COMARK_READER_WORDS, NULL,
                              keep_result, &result);
  return comark_reader_select_finish (reader, wait_for (&result), NULL);
}

static GPtrArray *
list_links (ComarkReader *reader, int page)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_links_async (reader, page, NULL, keep_result, &result);
  return comark_reader_links_finish (reader, wait_for (&result), NULL);
}

static GPtrArray *
list_chapters (ComarkReader *reader)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_chapters_async (reader, NULL, keep_result, &result);
  return comark_reader_chapters_finish (reader, wait_for (&result), NULL);
}

static void
test_words_are_found_where_they_stand (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (100);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (GArray) all = find (reader, "LEAFLET", 0, 0);
  g_autoptr (GArray) some = find (reader, "leaflet", 90, 3);
  g_autoptr (GArray) one = find (reader, "page 70 of", 0, 0);
  g_autoptr (GArray) none = find (reader, "nowhere", 0, 0);
  g_autoptr (GArray) beyond = find (reader, "leaflet", 500, 0);

  g_assert_cmpuint (all->len, ==, 100);
  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (beyond->len, ==, 0);
  const ComarkReaderArea *last = &g_array_index (all, ComarkReaderArea, 99);
  g_assert_cmpint (last->page, ==, 99);
  g_assert_cmpint (last->match, ==, 99);
  /* The words stand on a line 60 points from the top. */
  const ComarkReaderArea *area = &g_array_index (one, ComarkReaderArea, 0);
  g_assert_cmpint (area->page, ==, 69);
  g_assert_cmpfloat (area->y, <, 60);
  g_assert_cmpfloat (area->y + area->height, >, 55);
  g_assert_cmpfloat_with_epsilon (area->x, 40, 3);
}

static void
test_a_selection_has_its_text_and_places (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  g_autoptr (ComarkReaderSelection) line = select_between (reader, 1, 45, 55, 400, 58);

  g_assert_cmpstr (line->text, ==, "Page 2 of the leaflet");
  g_assert_cmpuint (line->areas->len, >=, 1);
  const ComarkReaderArea *area = &g_array_index (line->areas, ComarkReaderArea, 0);
  g_assert_cmpint (area->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (area->x, 40, 3);
  g_assert_cmpfloat (area->y, <, 60);
}

static cairo_status_t
write_chunk (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same words on two lines. */
static GBytes *
make_refrain (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_chunk, bytes, 420, 595);
  cairo_t *cr = cairo_create (surface);

  cairo_select_font_face (cr, "sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 14);
  for (int i = 0; i < 3; i++)
    {
      cairo_move_to (cr, 40, 60 + 40 * i);
      cairo_show_text (cr, i == 1 ? "Something else here" : "Ring before noon");
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static char *
get_text (ComarkReader *reader, int page)
{
  g_autoptr (GAsyncResult) result = NULL;

  comark_reader_get_text_async (reader, page, NULL, keep_result, &result);
  return comark_reader_get_text_finish (reader, wait_for (&result), NULL);
}

static GArray *
list_areas (ComarkReader *reader, int page, ComarkReaderRange *ranges, guint n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof *ranges);

  g_array_append_vals (all, ranges, n);
  comark_reader_areas_async (reader, page, all, NULL, keep_result, &result);
  return comark_reader_areas_finish (reader, wait_for (&result), NULL);
}

static void
test_a_selection_says_where_in_the_text_it_is (void)
{
  g_autoptr (GBytes) refrain = make_refrain ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (refrain);
  g_autofree char *text = get_text (reader, 0);

  for (int i = 0; i < 2; i++)
    {
      double y = 56 + 80 * i;
      g_autoptr (ComarkReaderSelection) selection = select_between (reader, 0, 42, y, 300, y + 2);
      const char *place = i == 0 ? strstr (text, "Ring") : g_strrstr (text, "Ring");

      g_assert_cmpstr (selection->text, ==, "Ring before noon");
      g_assert_cmpint (selection->start, ==, g_utf8_pointer_to_offset (text, place));
    }
}

static void
test_characters_say_where_they_stand (void)
{
  g_autoptr (GBytes) refrain = make_refrain ();
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (refrain);
  g_autofree char *text = get_text (reader, 0);
  guint32 second = (guint32) (g_strrstr (text, "Ring") - text);
  ComarkReaderRange ranges[] = { { 5, 11 }, { second, second + 16 }, { 0, G_MAXUINT32 },
                                 { 90000, 90001 }, { 9, 3 } };
  g_autoptr (GArray) areas = list_areas (reader, 0, ranges, G_N_ELEMENTS (ranges));
  g_autoptr (GArray) beyond = list_areas (reader, 7, ranges, 1);

  /* One a line: the third range has all three. */
  g_assert_cmpuint (areas->len, ==, 5);
  const ComarkReaderArea *before = &g_array_index (areas, ComarkReaderArea, 0);
  const ComarkReaderArea *ring = &g_array_index (areas, ComarkReaderArea, 1);
  g_assert_cmpint (before->match, ==, 0);
  g_assert_cmpfloat (before->x, >, 60);
  g_assert_cmpfloat (before->y, <, 60);
  g_assert_cmpint (ring->match, ==, 1);
  g_assert_cmpfloat_with_epsilon (ring->x, 40, 3);
  g_assert_cmpfloat (ring->y, <, 140);
  g_assert_cmpfloat (ring->y + ring->height, >, 135);
  g_assert_cmpfloat (ring->width, >, 2 * before->width);
  g_assert_true (beyond == NULL || beyond->len == 0);
}

static void
test_links_say_where_they_lead (void)
{
  static const char text[]
    = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
      "/Kids [3 0 R 4 0 R] /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox "
      "[0 0 200 300] /Annots [" LINK ("10 280 60 290", "/S /URI /URI (https://example.org/a)")
      LINK ("0 0 9 9", "/S /URI /URI (file:///etc/passwd)")
      LINK ("0 0 9 9", "/S /URI /URI (javascript:alert\\(1\\))")
      LINK ("0 0 9 9", "/S /Launch /F (/bin/sh)")
      LINK ("0 0 9 9", "/S /JavaScript /JS (app.alert\\(1\\))")
      LINK ("0 0 20 9", "/S /URI /URI (mailto:ada@example.org)")
      LINK ("0 100 20 110", "/S /GoTo /D [4 0 R /Fit]")
      LINK ("0 120 20 130", "/S /GoToR /F (other.pdf) /D [0 /Fit]")
      "] >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>\nendobj\n"
      "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
  g_autoptr (GBytes) pdf = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (pdf);
  g_autoptr (GPtrArray) links = list_links (reader, 0);

  g_autoptr (GString) offered = g_string_new (NULL);
  int n_refused = 0, n_inside = 0;
  for (guint i = 0; i < links->len; i++)
    {
      const ComarkReaderLink *link = g_ptr_array_index (links, i);
      if (link->kind == COMARK_READER_LINK_ADDRESS)
        g_string_append_printf (offered, "%s %.0f,%.0f ", link->address, link->area.x,
                                link->area.y);
      n_refused += link->kind == COMARK_READER_LINK_REFUSED;
      n_inside += link->kind == COMARK_READER_LINK_PAGE && link->page == 1 && link->area.y == 190;
      g_assert_cmpstr (link->words, ==, "");
    }
  g_assert_nonnull (strstr (offered->str, "https://example.org/a 10,10 "));
  g_assert_nonnull (strstr (offered->str, "mailto:ada@example.org 0,291 "));
  g_assert_null (strstr (offered->str, "passwd"));
  g_assert_null (strstr (offered->str, "alert"));
  g_assert_cmpint (n_refused, ==, 5);
  g_assert_cmpint (n_inside, ==, 1);
}

static void
test_the_outline_of_the_policy_manual (void)
{
  g_autoptr (GBytes) policy = load_policy ();

  if (policy == NULL)
    {
      g_test_skip ("The Debian package debian-policy is not installed.");
      return;
    }
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (policy);
  g_autoptr (GPtrArray) chapters = list_chapters (reader);
  g_assert_cmpuint (chapters->len, >, 50);
  gboolean found = FALSE;
  for (guint i = 0; i < chapters->len; i++)
    {
      const ComarkReaderChapter *chapter = g_ptr_array_index (chapters, i);
      found |= strstr (chapter->title, "The Debian Archive") != NULL && chapter->page == 16;
      g_assert_cmpint (chapter->page, <, 193);
    }
  g_assert_true (found);
  g_autoptr (GPtrArray) links = list_links (reader, 2);
  gboolean named = FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const ComarkReaderLink *link = g_ptr_array_index (links, i);
      named |= strstr (link->words, "The Debian Archive") != NULL && link->page == 16;
    }
  g_assert_true (named);
}

static void
test_sizes_are_told_by_the_many (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (1500);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  guint n_told = 0;

  for (int n_asked = 0; n_told < 1500 && n_asked < 1500; n_asked++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      comark_reader_get_page_sizes_async (reader, (int) n_told, NULL, keep_result, &result);
      g_autoptr (GArray) sizes
        = comark_reader_get_page_sizes_finish (reader, wait_for (&result), NULL);
      g_assert_nonnull (sizes);
      g_assert_cmpuint (sizes->len, >, 0);
      const double *last = (const double *) (gpointer) sizes->data + 2 * (sizes->len - 1);
      g_assert_cmpfloat_with_epsilon (last[0], 420, 0.5);
      g_assert_cmpfloat_with_epsilon (last[1], 595, 0.5);
      n_told += sizes->len;
    }
  g_assert_cmpuint (n_told, ==, 1500);
}

/* No answer is owed, only that one comes. */
static void
test_bombs_are_asked_for_places_too (void)
{
  for (gsize i = 0; i < n_bombs; i += 3)
    {
      g_autoptr (GBytes) document = bombs[i].make ();
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
      comark_reader_set_time_limit (reader, 1000);
      g_test_message ("%s", bombs[i].name);
      g_autoptr (GArray) areas = find (reader, "a", 0, 0);
      g_autoptr (GPtrArray) links = list_links (reader, 0);
      g_autoptr (GPtrArray) chapters = list_chapters (reader);
      ComarkReaderSelection *selection = select_between (reader, 0, -1e300, 0, 1e300, 1e9);
      g_clear_pointer (&selection, comark_reader_selection_free);
      if (areas != NULL)
        g_assert_cmpuint (areas->len, <=, COMARK_READER_MAX_AREAS);
    }
}

#define ADD(name, func) g_test_add_func ("/document/reader/places/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("words-are-found-where-they-stand", test_words_are_found_where_they_stand);
  ADD ("a-selection-has-its-text-and-places", test_a_selection_has_its_text_and_places);
  ADD ("a-selection-says-where-in-the-text-it-is", test_a_selection_says_where_in_the_text_it_is);
  ADD ("characters-say-where-they-stand", test_characters_say_where_they_stand);
  ADD ("links-say-where-they-lead", test_links_say_where_they_lead);
  ADD ("sizes-are-told-by-the-many", test_sizes_are_told_by_the_many);
  ADD ("the-outline-of-the-policy-manual", test_the_outline_of_the_policy_manual);
  ADD ("bombs-are-asked-for-places-too", test_bombs_are_asked_for_places_too);
  return g_test_run ();
}
