/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What other people's programs see in our files. Each tool is called by the name meson found;
 * a test whose tool is missing is skipped and says so.
 */
#include "award-fixture.h"
#include "comark-certificate-export.h"
#include "comark-certificate-paint.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *directory;

static char *
in_directory (const char *name)
{
  return g_build_filename (directory, name, NULL);
}

static char *
write_fixture (const ComarkAwardFields *fields, const char *title, const char *name)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (fields, title);
  g_autoptr (GError) error = NULL;
  char *path = in_directory (name);

  if (g_str_has_suffix (name, ".png"))
    comark_certificate_write_png (award, path, 150, &error);
  else
    comark_certificate_write_pdf (award, path, &error);
  g_assert_no_error (error);
  return path;
}

/* Runs tool and up to four arguments. NULL, with the test skipped, if the tool is not there.
 * Returns: (transfer full) (nullable) what it printed */
static GBytes *
run (const char *tool, const char *a, const char *b, const char *c, const char *d)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  GBytes *out = NULL;

  if (*tool == '\0')
    {
      g_test_skip ("the tool that would check this is not installed");
      return NULL;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, tool, a, b, c, d, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  return out;
}

static char *
run_text (const char *tool, const char *a, const char *b, const char *c, const char *d)
{
  g_autoptr (GBytes) out = run (tool, a, b, c, d);

  return out == NULL ? NULL
                     : g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

/* The strings in quotes of pdfinfo -struct-text, with their element's name before each. */
static GPtrArray *
read_structure (const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *element = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize length = strlen (line);

      if (*line != '"')
        {
          g_free (element);
          element = g_strndup (line, strcspn (line, " "));
        }
      else if (length >= 2)
        g_ptr_array_add (found,
                         g_strdup_printf ("%s %.*s", element, (int) length - 2, line + 1));
    }
  return found;
}

static void
append_expected (GPtrArray *expected, const ComarkBox *box)
{
  static const char *const tags[] = { "H1", "H2", "P", "Figure" };
  g_autoptr (GString) text = g_string_new (NULL);

  if (box->role == COMARK_BOX_ORNAMENT)
    return;
  for (guint i = 0; i < box->n_lines; i++)
    g_string_append (text, box->lines[i].text);
  if (g_str_equal (box->name, "mark"))
    g_string_assign (text, "POSITIVELY RESPECTFULLY TOGETHER ");
  g_ptr_array_add (expected, g_strdup_printf ("%s %s", tags[box->role], text->str));
}

static void
assert_structure (const ComarkAwardFields *fields, const char *title)
{
  g_autofree char *path = write_fixture (fields, title, "structure.pdf");
  g_autofree char *output = run_text (COMARK_PDFINFO, "-struct-text", path, NULL, NULL);
  g_autoptr (ComarkAward) award = fixture_award_titled (fields, title);
  PangoContext *context = comark_certificate_context_new ();
  g_autoptr (ComarkCertificateLayout) layout = comark_certificate_layout_new (award, context);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);

  g_object_unref (context); /* the layout keeps it */
  if (output == NULL)
    return;
  found = read_structure (output);
  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (layout); i++)
    append_expected (expected, comark_certificate_layout_get_box (layout, i));
  for (guint i = 0; i < expected->len && i < found->len; i++)
    g_assert_cmpstr (found->pdata[i], ==, expected->pdata[i]);
  g_assert_cmpuint (found->len, ==, expected->len);
}

static void
test_structure (void)
{
  assert_structure (&fixture_fields, NULL);
  assert_structure (&fixture_fields, "Office staff: affirming efficient fjords, difficult ﬁles");
  assert_structure (&fixture_crowded_fields, NULL);
}

static void
test_plain_text (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "text.pdf");
  g_autofree char *text = run_text (COMARK_PDFTOTEXT, path, "-", NULL, NULL);

  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Safe and Supported Discharge from"));
  g_assert_nonnull (strstr (text, "clinical accuracy."));
  g_assert_nonnull (strstr (text, "CP-2026-0042-7"));
  g_assert_nonnull (strstr (text, "Tomasz Żeleński"));
}

static void
test_metadata (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "info.pdf");
  g_autofree char *info = run_text (COMARK_PDFINFO, "-isodates", path, NULL, NULL);

  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, "Made in co-production: Safe and Supported Discharge"));
  g_assert_nonnull (strstr (info, "Broadland Community Trust"));
  g_assert_nonnull (strstr (info, "2026-11-20T12:00:00"));
  g_assert_nonnull (strstr (info, "A4"));
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  g_assert_nonnull (strstr (info, "Pages:           1"));
}

static void
test_sound_file (void)
{
  g_autofree char *path = write_fixture (&fixture_crowded_fields, NULL, "sound.pdf");
  g_autofree char *checked = run_text (COMARK_QPDF, "--check", path, NULL, NULL);

  if (checked != NULL)
    g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors found"));
}

/* certificate.md 2.3: each would cost the rest of its paragraph. */
static void
test_no_hidden_text (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, "Office staff, difficult", "qdf.pdf");
  g_autoptr (GBytes) plain = run (COMARK_QPDF, "--qdf", "--object-streams=disable", path, "-");

  if (plain == NULL)
    return;
  g_assert_null (memmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), "/ActualText",
                         strlen ("/ActualText")));
  g_assert_nonnull (memmem (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), "/MarkInfo",
                            strlen ("/MarkInfo")));
}

static void
test_fonts_embedded (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "fonts.pdf");
  g_autofree char *table = run_text (COMARK_PDFFONTS, path, NULL, NULL, NULL);
  g_auto (GStrv) lines = table ? g_strsplit (table, "\n", -1) : NULL;
  guint n = 0;

  for (guint i = 2; lines != NULL && i < g_strv_length (lines); i++)
    if (*lines[i] != '\0')
      {
        g_assert_nonnull (strstr (lines[i], " yes yes yes "));
        g_assert_true (strstr (lines[i], "Lato") != NULL
                       || strstr (lines[i], "EBGaramond12") != NULL);
        n++;
      }
  if (lines != NULL)
    g_assert_cmpuint (n, >=, 4);
}

static char *
digest (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static gpointer
make_pdf_digest (gpointer award)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = comark_certificate_to_pdf (award, &error);

  g_assert_no_error (error);
  return digest (bytes);
}

static void
test_same_bytes (void)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autofree char *here = make_pdf_digest (award);
  g_autofree char *again = make_pdf_digest (award);
  g_autofree char *there = g_thread_join (g_thread_new ("other", make_pdf_digest, award));

  g_assert_cmpstr (here, ==, again);
  g_assert_cmpstr (here, ==, there);
}

static void
test_other_date_other_bytes (void)
{
  ComarkAwardFields fields = fixture_fields;
  g_autoptr (ComarkAward) award = fixture_award_titled (&fields, NULL);
  g_autoptr (ComarkAward) later = NULL;
  g_autofree char *one = make_pdf_digest (award);
  g_autofree char *other = NULL;

  fields.decided = "2026-11-21";
  later = fixture_award_titled (&fields, NULL);
  other = make_pdf_digest (later);
  g_assert_cmpstr (one, !=, other);
}

static void
assert_code_says_it (const char *picture)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autofree char *wanted = comark_certificate_qr_text (award);
  g_autofree char *read = run_text (COMARK_ZBARIMG, "--raw", "-q", picture, NULL);

  if (read != NULL)
    g_assert_cmpstr (g_strstrip (read), ==, wanted);
}

static void
test_code_in_picture (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "code.png");

  assert_code_says_it (path);
}

static void
test_code_in_grey_print (void)
{
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "code.pdf");
  g_autofree char *stem = in_directory ("grey");
  g_autofree char *picture = g_strconcat (stem, ".pgm", NULL);
  g_autoptr (GSubprocess) process = NULL;

  if (*COMARK_PDFTOPPM == '\0')
    {
      g_test_skip ("pdftoppm is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, COMARK_PDFTOPPM, "-gray", "-r", "150",
                              "-singlefile", path, stem, NULL);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  assert_code_says_it (picture);
}

static void
test_picture_size (void)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_fixture (&fixture_fields, NULL, "size.png");
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1754);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 1240);
  cairo_surface_destroy (picture);
  g_assert_null (comark_certificate_to_png (award, 100000, &error));
  g_assert_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_INVALID);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_write_refused (const char *path)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (&fixture_fields, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (comark_certificate_write_pdf (award, path, &error));
  g_assert_error (error, COMARK_CERTIFICATE_ERROR, COMARK_CERTIFICATE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_false (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_refused_writes (void)
{
  g_autofree char *missing = in_directory ("no-such-folder/mark.pdf");
  g_autofree char *folder = in_directory ("folder");
  g_autofree char *locked = in_directory ("locked");
  g_autofree char *in_locked = g_build_filename (locked, "mark.pdf", NULL);

  assert_write_refused (missing);
  assert_write_refused ("/proc/self/mark.pdf");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  guint before = count_entries (directory);
  assert_write_refused (folder);
  g_assert_cmpuint (count_entries (directory), ==, before);
  g_assert_cmpint (g_mkdir (locked, 0500), ==, 0);
  if (geteuid () != 0) /* nothing is locked to root */
    assert_write_refused (in_locked);
  g_assert_cmpuint (count_entries (locked), ==, 0);
}

static void
test_replaces_whole_file (void)
{
  g_autofree char *path = in_directory ("replaced.pdf");
  g_autofree char *contents = NULL;
  g_autofree char *again = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  again = write_fixture (&fixture_fields, NULL, "replaced.pdf");
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-1."));
  g_assert_nonnull (g_strrstr_len (contents + length - 16, 16, "%%EOF"));
}

static void
remove_directory (void)
{
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", directory, NULL);

  g_subprocess_wait (process, NULL, NULL);
  g_free (directory);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("comark-export-XXXXXX", NULL);
  g_test_add_func ("/certificate-export/every-string-once-and-in-order", test_structure);
  g_test_add_func ("/certificate-export/text-can-be-read-out", test_plain_text);
  g_test_add_func ("/certificate-export/says-whose-and-when", test_metadata);
  g_test_add_func ("/certificate-export/file-is-sound", test_sound_file);
  g_test_add_func ("/certificate-export/no-hidden-text", test_no_hidden_text);
  g_test_add_func ("/certificate-export/fonts-are-inside", test_fonts_embedded);
  g_test_add_func ("/certificate-export/same-award-same-bytes", test_same_bytes);
  g_test_add_func ("/certificate-export/other-date-other-bytes", test_other_date_other_bytes);
  g_test_add_func ("/certificate-export/code-reads-from-a-picture", test_code_in_picture);
  g_test_add_func ("/certificate-export/code-reads-from-a-grey-print", test_code_in_grey_print);
  g_test_add_func ("/certificate-export/picture-has-the-size-asked-for", test_picture_size);
  g_test_add_func ("/certificate-export/refused-writes-leave-nothing", test_refused_writes);
  g_test_add_func ("/certificate-export/replaces-a-file-whole", test_replaces_whole_file);
  result = g_test_run ();
  remove_directory ();
  return result;
}
