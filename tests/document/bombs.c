/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bombs.h"

#include <gio/gio.h>
#include <string.h>

#include "reader-util.h"

#define PAGE "0 0 595 842"
#define STATIC_BYTES(literal) g_bytes_new_static (literal, sizeof (literal) - 1)

/* --- parts --------------------------------------------------------------------------------- */

/* @bytes as zlib packs them. */
static GBytes *
deflate (GBytes *bytes)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6);
  g_autoptr (GOutputStream) packer
    = g_converter_output_stream_new (memory, G_CONVERTER (zlib));
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_output_stream_write_all (packer, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packer, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static GBytes *
deflate_zeros (gsize length)
{
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (length), length);

  return deflate (zeros);
}

static GBytes *
take_string (GString *string)
{
  return g_string_free_to_bytes (string);
}

static void
repeat (GString *to, const char *what, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (to, what);
}

/* A PDF of @objects, whole and numbered from 1; 1 is the catalog. Readers make the table. */
static GBytes *
pdf_of (const char *objects)
{
  GString *pdf = g_string_new ("%PDF-1.7\n");

  g_string_append (pdf, objects);
  g_string_append (pdf, "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
  return take_string (pdf);
}

/* A page that draws one object, whose stream is @stream and whose dictionary says so. */
static GBytes *
pdf_with_stream (const char *dictionary, GBytes *stream)
{
  GString *pdf = g_string_new ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                               "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                               "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] "
                               "/Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>\n"
                               "endobj\n5 0 obj\n<< /Length 32 >>\nstream\n"
                               "200 0 0 200 0 0 cm /I Do        \nendstream\nendobj\n");
  gsize length;
  const char *data = g_bytes_get_data (stream, &length);

  g_string_append_printf (pdf, "4 0 obj\n<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n",
                          dictionary, length);
  g_string_append_len (pdf, data, (gssize) length);
  g_string_append (pdf, "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");
  return take_string (pdf);
}

#define CATALOG "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
#define PAGES "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
#define ONE_PAGE \
  "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n" \
  "4 0 obj\n<< /Length 17 >>\nstream\n0 0 50 50 re f   \nendstream\nendobj\n"

/* --- packed too well ----------------------------------------------------------------------- */

static GBytes *
make_double_flate (void)
{
  g_autoptr (GBytes) once = deflate_zeros (300 << 20);
  g_autoptr (GBytes) twice = deflate (once);

  return pdf_with_stream ("/Type /XObject /Subtype /Form /BBox [0 0 1 1] "
                          "/Filter [/FlateDecode /FlateDecode]", twice);
}

static GBytes *
make_huge_image (void)
{
  g_autoptr (GBytes) pixels = deflate_zeros (1 << 20);

  return pdf_with_stream ("/Type /XObject /Subtype /Image /Width 100000 /Height 100000 "
                          "/ColorSpace /DeviceRGB /BitsPerComponent 16 /Filter /FlateDecode",
                          pixels);
}

static GBytes *
make_huge_jpeg_image (void)
{
  static const char jpeg[] = "\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x22\0\2\x11\1\3\x11\1"
                             "\xff\xda\0\x0c\3\1\0\2\0\3\0\0\x3f\0";
  g_autoptr (GBytes) bytes = STATIC_BYTES (jpeg);

  return pdf_with_stream ("/Type /XObject /Subtype /Image /Width 65535 /Height 65535 "
                          "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", bytes);
}

static GBytes *
make_predictor_image (void)
{
  g_autoptr (GBytes) pixels = deflate_zeros (1 << 20);

  return pdf_with_stream ("/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 "
                          "/ColorSpace /DeviceCMYK /BitsPerComponent 16 /Filter /FlateDecode "
                          "/DecodeParms << /Predictor 15 /Colors 255 /Columns 2147483647 >>",
                          pixels);
}

/* --- nested too deep ----------------------------------------------------------------------- */

static GBytes *
make_deep_arrays (void)
{
  GString *objects = g_string_new (CATALOG PAGES ONE_PAGE "5 0 obj\n");

  repeat (objects, "[", 1000000);
  g_string_append (objects, "\nendobj\n");
  g_autoptr (GBytes) whole = pdf_of (objects->str);
  g_string_free (objects, TRUE);
  return g_steal_pointer (&whole);
}

static GBytes *
make_deep_dictionaries (void)
{
  g_autoptr (GString) resources = g_string_new (NULL);

  repeat (resources, "/A << ", 200000);
  repeat (resources, ">> ", 200000);
  return make_raw_pdf (PAGE, resources->str, "0 0 50 50 re f", NULL);
}

static GBytes *
make_deep_states (void)
{
  g_autoptr (GString) content = g_string_new (NULL);

  repeat (content, "q 1 0 0 1 0 0 cm ", 300000);
  return make_raw_pdf (PAGE, "", content->str, NULL);
}

/* --- going in circles ---------------------------------------------------------------------- */

static GBytes *
make_page_loop (void)
{
  return pdf_of (CATALOG "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>\nendobj\n"
                         "3 0 obj\n<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R 2 0 R] "
                         "/Count 999999999 >>\nendobj\n");
}

static GBytes *
make_form_loop (void)
{
  return make_raw_pdf (PAGE, "/XObject << /F 5 0 R >>", "/F Do",
                       "5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << "
                       "/XObject << /F 5 0 R >> >> /Length 11 >>\nstream\n/F Do /F Do\n"
                       "endstream\nendobj\n");
}

static GBytes *
make_pattern_loop (void)
{
  return make_raw_pdf (PAGE, "/Pattern << /P 5 0 R >>",
                       "/Pattern cs /P scn 0 0 500 500 re f",
                       "5 0 obj\n<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] "
                       "/XStep 9 /YStep 9 /Resources << /Pattern << /P 5 0 R >> >> /Length 37 >>\n"
                       "stream\n/Pattern cs /P scn 0 0 500 500 re f  \nendstream\nendobj\n");
}

static GBytes *
make_glyph_loop (void)
{
  return make_raw_pdf (PAGE, "/Font << /T 5 0 R >>", "BT /T 20 Tf 50 50 Td (aaaa) Tj ET",
                       "5 0 obj\n<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix "
                       "[0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << "
                       "/Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << /Font << "
                       "/T 5 0 R >> >> >>\nendobj\n6 0 obj\n<< /Length 37 >>\nstream\n"
                       "9 0 d0 BT /T 9 Tf (aaaaaaaaa) Tj ET  \nendstream\nendobj\n");
}

static GBytes *
make_outline_loop (void)
{
  return pdf_of ("1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R /AcroForm << /Fields "
                 "[6 0 R] >> >>\nendobj\n" PAGES ONE_PAGE
                 "5 0 obj\n<< /First 7 0 R /Last 7 0 R /Count 9 >>\nendobj\n"
                 "6 0 obj\n<< /T (a) /Kids [6 0 R 6 0 R] /Parent 6 0 R >>\nendobj\n"
                 "7 0 obj\n<< /Title (again) /Parent 5 0 R /Next 7 0 R /First 7 0 R >>\nendobj\n");
}

static GBytes *
make_table_loop (void)
{
  return STATIC_BYTES ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\nxref\n0 1\n"
    "0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R /Prev 57 >>\nstartxref\n57\n%%EOF\n");
}

static GBytes *
make_colour_loop (void)
{
  return make_raw_pdf (PAGE, "/ColorSpace << /C 5 0 R >>", "/C cs 1 scn 0 0 99 99 re f",
                       "5 0 obj\n[/Indexed 5 0 R 255 5 0 R]\nendobj\n");
}

static GBytes *
make_mask_loop (void)
{
  return make_raw_pdf (PAGE, "/ExtGState << /G 5 0 R >>", "/G gs 0 0 99 99 re f",
                       "5 0 obj\n<< /SMask << /S /Luminosity /G 6 0 R >> >>\nendobj\n"
                       "6 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Group << /S "
                       "/Transparency >> /Resources << /ExtGState << /G 5 0 R >> >> /Length 21 >>\n"
                       "stream\n/G gs 0 0 99 99 re f \nendstream\nendobj\n");
}

/* --- too much work ------------------------------------------------------------------------- */

static GBytes *
make_strokes (void)
{
  g_autoptr (GString) content = g_string_new ("0.1 w\n");

  repeat (content, "0 0 m 595 842 l 9 700 400 9 500 3 c S\n", 200000);
  return make_raw_pdf (PAGE, "", content->str, NULL);
}

static GBytes *
make_letters (void)
{
  g_autoptr (GString) content = g_string_new ("BT /R 1 Tf 10 10 Td\n");

  repeat (content, "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj 0.01 0.01 Td\n", 50000);
  g_string_append (content, "ET");
  return make_raw_pdf (PAGE,
                       "/Font << /R << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>",
                       content->str, NULL);
}

static GBytes *
make_tiny_tiles (void)
{
  return make_raw_pdf ("0 0 14400 14400", "/Pattern << /P 5 0 R >>",
                       "/Pattern cs /P scn 0 0 14400 14400 re f",
                       "5 0 obj\n<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
                       "/XStep 0.00001 /YStep 0.00001 /Resources << >> /Length 11 >>\nstream\n"
                       "0 0 1 1 re f\nendstream\nendobj\n");
}

static GBytes *
make_shading (void)
{
  g_autoptr (GString) program = g_string_new ("{ ");
  g_autoptr (GString) objects = g_string_new (NULL);

  repeat (program, "dup sin exch cos add 360 mul sqrt ", 5000);
  g_string_append (program, "dup dup }");
  g_string_append_printf (objects,
                          "5 0 obj\n<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1] "
                          "/Matrix [595 0 0 842 0 0] /Function 6 0 R >>\nendobj\n"
                          "6 0 obj\n<< /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] "
                          "/Length %d >>\nstream\n%s\nendstream\nendobj\n",
                          (int) program->len, program->str);
  return make_raw_pdf (PAGE, "/Shading << /S 5 0 R >>", "/S sh", objects->str);
}

/* Ten forms, each drawing the one before it eight times: 2.5 KB that ask for 8^10 squares. */
GBytes *
make_form_bomb (void)
{
  g_autoptr (GString) forms = g_string_new (NULL);
  const int first = 5, depth = 10;

  for (int i = 0; i < depth; i++)
    {
      g_autofree char *resources
        = i == 0 ? g_strdup ("")
                 : g_strdup_printf ("/Resources << /XObject << /F %d 0 R >> >> ", first + i - 1);
      const char *content
        = i == 0 ? "0 0 1 1 re f" : "/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do";
      g_string_append_printf (
        forms,
        "%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] %s/Length %d >>\n"
        "stream\n%s\nendstream\nendobj\n",
        first + i, resources, (int) strlen (content), content);
    }
  g_autofree char *resources = g_strdup_printf ("/XObject << /F %d 0 R >>", first + depth - 1);
  return make_raw_pdf ("0 0 200 200", resources, "/F Do", forms->str);
}

/* --- wrong sizes, no pages, locks ---------------------------------------------------------- */

static GBytes *
make_huge_page (void)
{
  return make_raw_pdf ("0 0 100000000 100000000", "", "0 0 50 50 re f", NULL);
}

static GBytes *
make_no_pages (void)
{
  return pdf_of (CATALOG "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
}

static GBytes *
make_lying_count (void)
{
  return pdf_of (CATALOG "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>\nendobj\n"
                         ONE_PAGE);
}

static GBytes *
make_broken_lock (void)
{
  return STATIC_BYTES ("%PDF-1.7\n" CATALOG PAGES ONE_PAGE
    "5 0 obj\n<< /Filter /Standard /V 5 /R 6 /Length 256 /O (short) /U (short) /P -1 "
    "/CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF >>\nendobj\n"
    "trailer\n<< /Root 1 0 R /Encrypt 5 0 R /ID [<00> <00>] >>\n%%EOF\n");
}

/* --- things that would act ----------------------------------------------------------------- */

static GBytes *
make_scripts (void)
{
  return pdf_of (
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS "
    "(while (true) app.alert\\('hello'\\)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> "
    "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (this.exportDataObject) >>] >> "
    ">> >>\nendobj\n" PAGES
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /AA << /O << /S /Launch /Win "
    "<< /F (cmd.exe) >> >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << "
    "/S /Launch /F (/bin/sh) >> >> << /Type /Annot /Subtype /Screen /Rect [0 0 9 9] /A << /S "
    "/Rendition /JS (x) >> >>] >>\nendobj\n");
}

static GBytes *
make_outside_file (void)
{
  return make_raw_pdf (PAGE, "/XObject << /I 5 0 R >>", "/I Do",
                       "5 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /F (/etc/passwd) "
                       "/FFilter /FlateDecode /Length 0 >>\nstream\n\nendstream\nendobj\n");
}

/* --- half a file, another's name ----------------------------------------------------------- */

static GBytes *
make_half (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (9);

  return g_bytes_new_from_bytes (leaflet, 0, g_bytes_get_size (leaflet) / 2);
}

static GBytes *
make_wrong_table (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (2);
  gsize length;
  GString *pdf = g_string_new_len (g_bytes_get_data (leaflet, &length),
                                   (gssize) g_bytes_get_size (leaflet));

  for (char *at = memmem (pdf->str, pdf->len, "xref", 4); at < pdf->str + pdf->len; at++)
    if (g_ascii_isdigit (*at))
      *at = '9';
  return take_string (pdf);
}

static GBytes *
make_header_only (void)
{
  return STATIC_BYTES ("%PDF-1.7");
}

static GBytes *
make_program (void)
{
  return STATIC_BYTES ("\x7f" "ELF\2\1\1 %PDF-1.7\n1 0 obj\nendobj\n");
}

static GBytes *
make_huge_png (void)
{
  return STATIC_BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x10\6"
                             "\0\0\0\0\0\0\0\0\0\0\0IDAT");
}

static GBytes *
make_huge_jpeg (void)
{
  return STATIC_BYTES ("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc2\0\x11\x08"
                             "\xff\xff\xff\xff\3\1\x22\0\2\x11\1\3\x11\1\xff\xda");
}

static GBytes *
make_one_line (void)
{
  gsize length = 6 << 20;
  char *line = g_malloc (length);

  memset (line, 'x', length);
  return g_bytes_new_take (line, length);
}

static GBytes *
make_many_marks (void)
{
  GString *text = g_string_new ("a");

  repeat (text, "\xcc\x81", 1000000); /* accents on one letter */
  return take_string (text);
}

const Bomb bombs[] = {
  { "300 MB packed twice into a kilobyte", make_double_flate },
  { "an image of 100000 x 100000", make_huge_image },
  { "a JPEG of 65535 x 65535 in a page", make_huge_jpeg_image },
  { "an image with a row of 68 GB", make_predictor_image },
  { "arrays a million deep", make_deep_arrays },
  { "dictionaries 200000 deep", make_deep_dictionaries },
  { "graphics states 300000 deep", make_deep_states },
  { "a page tree that is its own child", make_page_loop },
  { "a form that draws itself twice", make_form_loop },
  { "a pattern of itself", make_pattern_loop },
  { "a letter written with itself", make_glyph_loop },
  { "an outline and a form field of themselves", make_outline_loop },
  { "a table of contents that comes before itself", make_table_loop },
  { "a colour made of itself", make_colour_loop },
  { "a mask masked by itself", make_mask_loop },
  { "200000 curves", make_strokes },
  { "two million letters", make_letters },
  { "tiles a hundred-thousandth wide", make_tiny_tiles },
  { "a shading computed for ever", make_shading },
  { "8^10 squares", make_form_bomb },
  { "a page of 10^8 points", make_huge_page },
  { "no pages", make_no_pages },
  { "a count of 2^31 pages", make_lying_count },
  { "a broken lock", make_broken_lock },
  { "scripts and programs to launch", make_scripts },
  { "a stream from /etc/passwd", make_outside_file },
  { "half a file", make_half },
  { "a table that is wrong throughout", make_wrong_table },
  { "a header alone", make_header_only },
  { "a program that says it is a PDF", make_program },
  { "a PNG of 2^31 x 2^31", make_huge_png },
  { "a JPEG of 65535 x 65535", make_huge_jpeg },
  { "a line of six million letters", make_one_line },
  { "a letter with a million accents", make_many_marks },
};
const gsize n_bombs = G_N_ELEMENTS (bombs);
