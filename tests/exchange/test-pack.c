/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A good pack goes out and comes back the same. Every kind of bad pack gets its own sentence.
 */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "comark-framework-reader.h"
#include "comark-pack.h"

#define HELLO "the words of a document\n"
#define HELLO_SIZE "24"

static char *folder;
static ComarkFramework *framework;

/* ---- making packs ---- */

static char *
sha256 (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* pack.xml around @inside, with one document of HELLO. */
static char *
pack_xml (const char *prologue, const char *inside)
{
  g_autofree char *hash = sha256 (HELLO);

  return g_strdup_printf (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s"
    "<pack version=\"1\" framework=\"made-in-co-production\" framework-version=\"1\">\n"
    "<owner name=\"Ines Duarte\"/>\n"
    "<submission type=\"policy\"><title>Safe discharge</title></submission>\n"
    "<document file-name=\"policy.txt\" mime=\"text/plain\" sha256=\"%s\" size=\"" HELLO_SIZE
    "\"/>\n%s</pack>\n", prologue, hash, inside);
}

typedef struct
{
  const char *name;
  const char *data;
  gssize length;
} Entry;

static void
add_entry (struct archive *zip, const char *name, const char *data, gssize length)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize size = length < 0 ? strlen (data) : (gsize) length;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, data, size), ==, (int) size);
  archive_entry_free (entry);
}

static GFile *
make_zip (const char *name, const Entry *entries, guint n)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    add_entry (zip, entries[i].name, entries[i].data, entries[i].length);
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
  return g_file_new_for_path (path);
}

static GFile *
make_file (const char *name, const char *data, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, data, length, NULL));
  return g_file_new_for_path (path);
}

/* pack.xml and the document that it lists, then what is given. */
static GFile *
make_pack (const char *name, const char *xml, const Entry *more, guint n_more)
{
  g_autofree char *hash = sha256 (HELLO);
  g_autofree char *file = g_strconcat ("files/", hash, NULL);
  g_autofree Entry *entries = g_new0 (Entry, n_more + 2);

  entries[0] = (Entry) { "pack.xml", xml, -1 };
  entries[1] = (Entry) { file, HELLO, -1 };
  for (guint i = 0; i < n_more; i++)
    entries[2 + i] = more[i];
  return make_zip (name, entries, n_more + 2);
}

static void
assert_refused (GFile *file, ComarkExchangeError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPack) pack = comark_pack_read (file, framework, NULL, &error);

  g_assert_null (pack);
  g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("expected “%s” in “%s”", words, error->message);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_object_unref (file);
}

/* ---- a good one ---- */

static GBytes *
bytes_of (const char *hash, gpointer data, GError **error)
{
  return g_bytes_new_static (HELLO, strlen (HELLO));
}

static gboolean
count_file (const char *hash, GBytes *bytes, gpointer data, GError **error)
{
  (*(guint *) data)++;
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), HELLO,
                   strlen (HELLO));
  return TRUE;
}

static ComarkPack *
sample (void)
{
  ComarkPack *pack = comark_pack_new ();
  ComarkContributor *contributor = comark_contributor_new ();
  ComarkOwnerStatement *statement = comark_owner_statement_new ();
  ComarkEvidence *item = comark_evidence_new ();

  pack->framework = g_strdup ("made-in-co-production");
  pack->framework_version = g_strdup ("1");
  pack->owner_name = g_strdup ("Inês Duarte");
  pack->owner_email = g_strdup ("ines@example.org");
  pack->submission->title = g_strdup ("Safe & supported <discharge>");
  pack->submission->type = g_strdup ("policy");
  pack->submission->review_day = g_strdup ("2028-01-31");
  pack->submission->affects_carers = TRUE;
  pack->document = comark_document_new ();
  pack->document->filename = g_strdup ("policy.txt");
  pack->document->mime = g_strdup ("text/plain");
  pack->document->hash = sha256 (HELLO);
  pack->document->size = strlen (HELLO);
  contributor->name = g_strdup ("Maryam");
  contributor->lived_experience = TRUE;
  contributor->agreed_at = 1;
  g_ptr_array_add (pack->contributors, contributor);
  statement->criterion = g_strdup ("A1");
  statement->body = g_strdup ("First line\n\nThird line, as typed.");
  g_ptr_array_add (pack->statements, statement);
  item->title = g_strdup ("Ideas log");
  item->criteria = g_strsplit ("A1 C1", " ", -1);
  g_ptr_array_add (pack->evidence, item);
  return pack;
}

static void
test_round_trip (void)
{
  g_autoptr (ComarkPack) out = sample ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "good.copack", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ComarkPack) in = NULL;
  guint n_files = 0;

  g_assert_true (comark_pack_write (out, file, bytes_of, NULL, &error));
  in = comark_pack_read (file, framework, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (in->submission->title, ==, "Safe & supported <discharge>");
  g_assert_cmpstr (in->owner_name, ==, "Inês Duarte");
  g_assert_true (in->submission->affects_carers);
  g_assert_cmpstr (in->submission->review_day, ==, "2028-01-31");
  g_assert_cmpstr (((ComarkOwnerStatement *) in->statements->pdata[0])->body, ==,
                   "First line\n\nThird line, as typed.");
  g_assert_cmpstr (((ComarkEvidence *) in->evidence->pdata[0])->criteria[1], ==, "C1");
  g_assert_true (((ComarkContributor *) in->contributors->pdata[0])->agreed_at != 0);
  g_assert_true (comark_pack_each_file (in, file, count_file, &n_files, NULL, &error));
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_same_pack_same_bytes (void)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (ComarkPack) pack = sample ();
      g_autofree char *path = g_build_filename (folder, "same.copack", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_assert_true (comark_pack_write (pack, file, bytes_of, NULL, NULL));
      g_assert_true (g_file_get_contents (path, i ? &second : &first,
                                          i ? &second_length : &first_length, NULL));
    }
  g_assert_cmpmem (first, first_length, second, second_length);
}

static GBytes *
no_bytes (const char *hash, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "gone");
  return NULL;
}

static void
test_half_written_leaves_nothing (void)
{
  g_autoptr (ComarkPack) pack = sample ();
  g_autofree char *path = g_build_filename (folder, "half.copack", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (comark_pack_write (pack, file, no_bytes, NULL, &error));
  g_autofree char *kept = NULL;
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
}

/* ---- bad zips ---- */

static void
test_not_a_zip (void)
{
  assert_refused (make_file ("letter.copack", "Dear panel,", -1), COMARK_EXCHANGE_ERROR_NOT_ZIP,
                  "no zip");
  assert_refused (make_file ("empty.copack", "", 0), COMARK_EXCHANGE_ERROR_NOT_ZIP, "no zip");
}

static void
test_truncated (void)
{
  g_autofree char *xml = pack_xml ("", "");
  g_autoptr (GFile) whole = make_pack ("whole.copack", xml, NULL, 0);
  g_autofree char *path = g_file_get_path (whole), *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 30; cut < length; cut += 41)
    assert_refused (make_file ("cut.copack", bytes, (gssize) cut),
                    COMARK_EXCHANGE_ERROR_TRUNCATED, "cut short");
}

static void
test_names_that_lead_outside (void)
{
  static const char *const names[] = {
    "../outside", "files/../../outside", "/etc/passwd", "C:outside", "files//x",
    "./x", "a\nb", "bad\xff" "name",
  };
  g_autofree char *xml = pack_xml ("", "");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    assert_refused (make_pack ("path.copack", xml, &(Entry) { names[i], "x", -1 }, 1),
                    COMARK_EXCHANGE_ERROR_PATH, "Nothing was taken in");
}

static void
test_one_name_twice (void)
{
  g_autofree char *xml = pack_xml ("", "");
  const Entry twice[] = { { "files/a", "x", -1 }, { "files/A", "y", -1 } };

  assert_refused (make_pack ("twice.copack", xml, twice, 2), COMARK_EXCHANGE_ERROR_DUPLICATE,
                  "two files named");
}

static void
test_bomb (void)
{
  g_autofree char *xml = pack_xml ("", "");
  g_autofree char *zeros = g_malloc0 (60 * 1024 * 1024);
  Entry bomb = { "files/z", zeros, 60 * 1024 * 1024 };

  assert_refused (make_pack ("bomb.copack", xml, &bomb, 1), COMARK_EXCHANGE_ERROR_BOMB,
                  "times its size");
}

/* Changes what the zip says of the size of "files/huge", in the header before it (@local) and in
 * the directory at the end. */
static GFile *
claim_two_gigabytes (gboolean local)
{
  g_autofree char *xml = pack_xml ("", "");
  g_autoptr (GFile) file = make_pack ("huge.copack", xml, &(Entry) { "files/huge", "xyz", 3 }, 1);
  g_autofree char *path = g_file_get_path (file), *bytes = NULL;
  gsize length;
  guint patched = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i + 46 + 10 < length; i++)
    if (memcmp (bytes + i, "PK\1\2", 4) == 0 && memcmp (bytes + i + 46, "files/huge", 10) == 0)
      patched += memcpy (bytes + i + 24, "\0\0\0\x80", 4) != NULL;
    else if (local && memcmp (bytes + i, "PK\3\4", 4) == 0
             && memcmp (bytes + i + 30, "files/huge", 10) == 0)
      patched += memcpy (bytes + i + 22, "\0\0\0\x80", 4) != NULL;
  g_assert_cmpuint (patched, ==, local ? 2 : 1);
  return make_file ("huge.copack", bytes, (gssize) length);
}

static void
test_declared_two_gigabytes (void)
{
  assert_refused (claim_two_gigabytes (TRUE), COMARK_EXCHANGE_ERROR_TOO_LARGE, "100 MB");
}

static void
test_sizes_that_contradict (void)
{
  assert_refused (claim_two_gigabytes (FALSE), COMARK_EXCHANGE_ERROR_TRUNCATED, "damaged");
}

static void
test_too_many_files (void)
{
  g_autofree char *xml = pack_xml ("", "");
  g_autofree Entry *entries = g_new0 (Entry, 2001);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 2001; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("files/%u", i));
      entries[i] = (Entry) { names->pdata[i], "", 0 };
    }
  assert_refused (make_pack ("many.copack", xml, entries, 2001), COMARK_EXCHANGE_ERROR_TOO_LARGE,
                  "2000 files");
}

/* A zip in a zip, ten deep: the outermost holds no pack.xml, and no deeper one is opened. */
static void
test_ten_deep (void)
{
  g_autofree char *xml = pack_xml ("", "");
  GFile *file = make_pack ("deep.copack", xml, NULL, 0);

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *path = g_file_get_path (file), *bytes = NULL;
      gsize length;
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_object_unref (file);
      file = make_zip ("deep.copack", &(Entry) { "inner.zip", bytes, (gssize) length }, 1);
    }
  assert_refused (file, COMARK_EXCHANGE_ERROR_MISSING_FILE, "no pack.xml");
}

/* ---- bad files ---- */

static void
test_missing_and_unlisted_files (void)
{
  g_autofree char *xml = pack_xml ("", "");

  assert_refused (make_zip ("missing.copack", &(Entry) { "pack.xml", xml, -1 }, 1),
                  COMARK_EXCHANGE_ERROR_MISSING_FILE, "not in it");
  assert_refused (make_pack ("more.copack", xml, &(Entry) { "files/more", "x", -1 }, 1),
                  COMARK_EXCHANGE_ERROR_NOT_VALID, "does not list");
}

static void
test_wrong_fingerprint (void)
{
  g_autofree char *xml = pack_xml ("", ""), *hash = sha256 (HELLO);
  g_autofree char *name = g_strconcat ("files/", hash, NULL);
  const Entry entries[] = { { "pack.xml", xml, -1 }, { name, "other words, same length", -1 } };

  assert_refused (make_zip ("hash.copack", entries, 2), COMARK_EXCHANGE_ERROR_HASH,
                  "fingerprint differs");
}

/* ---- bad pack.xml ---- */

static void
test_bad_xml (void)
{
  static const struct
  {
    const char *prologue, *inside;
    ComarkExchangeError code;
    const char *words;
  } cases[] = {
    { "<!DOCTYPE pack SYSTEM \"http://example.org/x.dtd\">\n", "",
      COMARK_EXCHANGE_ERROR_DTD, "pack.xml" },
    { "<!DOCTYPE pack [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;&a;\">]>\n", "<statements>"
      "<statement criterion=\"A1\">&c;</statement></statements>",
      COMARK_EXCHANGE_ERROR_DTD, "pack.xml" },
    { "", "<score>4</score>", COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:6" },
    { "", "<statements><statement criterion=\"Z9\">x</statement></statements>",
      COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, "Z9" },
    { "", "<evidence><item criteria=\"A1 Q7\"><title>t</title></item></evidence>",
      COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, "Q7" },
    { "", "<evidence><item day=\"2026-02-30\"><title>t</title></item></evidence>",
      COMARK_EXCHANGE_ERROR_NOT_VALID, "2026-02-30" },
    { "", "<statements><statement criterion=\"A1\">x</statement>"
      "<statement criterion=\"A1\">y</statement></statements>",
      COMARK_EXCHANGE_ERROR_DUPLICATE, "two statements" },
    { "", "<statements>", COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml" },
    { "", "<statements><statement criterion=\"A1\">bad \xff byte</statement></statements>",
      COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = pack_xml (cases[i].prologue, cases[i].inside);
      assert_refused (make_pack ("xml.copack", xml, NULL, 0), cases[i].code, cases[i].words);
    }
}

static void
test_nul_in_xml (void)
{
  g_autofree char *xml = pack_xml ("", "<statements><statement criterion=\"A1\">a#b</statement>"
                                       "</statements>");
  gsize length = strlen (xml);

  *strchr (xml, '#') = '\0';
  assert_refused (make_zip ("nul.copack", &(Entry) { "pack.xml", xml, (gssize) length }, 1),
                  COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml");
}

static void
test_unknown_framework (void)
{
  g_autofree char *xml = pack_xml ("", "");
  char *version = strstr (xml, "framework-version=\"1\"");

  version[strlen ("framework-version=\"")] = '7';
  assert_refused (make_pack ("framework.copack", xml, NULL, 0),
                  COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK, "version 7");
}

/* ---- reading packs ---- */

#define READING_START                                                                      \
  "<reading pack=\"0190a8f0-0000-7000-8000-000000000001\" made=\"1\" "                      \
  "register=\"0190a8f0-0000-7000-8000-000000000002\" organisation=\"Northbrook\" "         \
  "purpose=\"practice\" round=\"1\" route=\"%s\">"                                        \
  "<member id=\"0190a8f0-0000-7000-8000-000000000003\" name=\"Emil\" kind=\"expert\"/>"

static GBytes *
framework_bytes (void)
{
  return comark_framework_get_source (framework);
}

/* A reading pack for @route with @draft, whose framework is @source. */
static GFile *
make_reading_pack (const char *route, const char *draft, const char *source, gsize length,
                   gboolean listed_only)
{
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) source,
                                                       length);
  g_autofree char *name = g_strconcat ("files/", hash, NULL);
  g_autofree char *start = g_strdup_printf (READING_START, route);
  g_autofree char *reading = g_strdup_printf ("%s<framework sha256=\"%s\" size=\"%zu\"/>%s"
                                              "</reading>", start, hash, length, draft);
  g_autofree char *xml = pack_xml ("", reading);

  return make_pack ("reading.copack", xml, &(Entry) { name, source, (gssize) length },
                    listed_only ? 0 : 1);
}

static void
assert_refused_at_home (GFile *file, ComarkExchangeError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkFramework) own = NULL;
  g_autoptr (ComarkPack) pack = comark_pack_read_home (file, &own, NULL, &error);

  g_assert_null (pack);
  g_assert_null (own);
  g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    g_error ("expected “%s” in “%s”", words, error->message);
  g_object_unref (file);
}

static void
test_reading_pack (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkFramework) own = NULL;
  g_autoptr (ComarkPack) pack = NULL;
  GBytes *source = framework_bytes ();
  g_autoptr (GFile) file
    = make_reading_pack ("short", "<draft place=\"A1\"><comment>So far.</comment>"
                         "<rating criterion=\"A1\" value=\"3\">Seen.</rating></draft>",
                         g_bytes_get_data (source, NULL), g_bytes_get_size (source), FALSE);

  pack = comark_pack_read_home (file, &own, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (comark_framework_get_id (own), ==, comark_framework_get_id (framework));
  g_assert_cmpstr (pack->reading->member_name, ==, "Emil");
  g_assert_cmpstr (pack->reading->draft->body, ==, "So far.");
  g_assert_cmpstr (pack->reading->draft->place, ==, "A1");
  g_assert_cmpuint (pack->reading->draft->ratings->len, ==, 1);
  /* It is not taken in as a submission, nor a submission pack taken home. */
  assert_refused (g_object_ref (file), COMARK_EXCHANGE_ERROR_NOT_VALID, "reading pack");
  g_autofree char *xml = pack_xml ("", "");
  assert_refused_at_home (make_pack ("plain.copack", xml, NULL, 0),
                          COMARK_EXCHANGE_ERROR_NOT_VALID, "submission pack");
}

static void
test_bad_reading_packs (void)
{
  static const struct
  {
    const char *route, *draft;
    ComarkExchangeError code;
    const char *words;
  } cases[] = {
    { "nowhere", "", COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:6: There is no route" },
    { "short", "<draft><rating criterion=\"Q9\" value=\"3\"/></draft>",
      COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION, "Q9" },
    { "short", "<draft><rating criterion=\"A1\" value=\"9\"/></draft>",
      COMARK_EXCHANGE_ERROR_NOT_VALID, "cannot be given" },
    { "short", "<draft><rating criterion=\"A1\"/><rating criterion=\"A1\"/></draft>",
      COMARK_EXCHANGE_ERROR_DUPLICATE, "pack.xml:6: A1 is rated twice" },
    { "short", "<draft><quote criterion=\"A1\"/></draft>", COMARK_EXCHANGE_ERROR_NOT_VALID,
      "pack.xml:6" },
    { "short", "<draft/><draft/>", COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:6" },
    { "short", "<others/>", COMARK_EXCHANGE_ERROR_NOT_VALID, "pack.xml:6" },
    { "short", "<draft>", COMARK_EXCHANGE_ERROR_NOT_XML, "pack.xml" },
  };
  GBytes *source = framework_bytes ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused_at_home (make_reading_pack (cases[i].route, cases[i].draft,
                                               g_bytes_get_data (source, NULL),
                                               g_bytes_get_size (source), FALSE),
                            cases[i].code, cases[i].words);
}

/* The framework comes from outside as well. */
static void
test_bad_frameworks_in_reading_packs (void)
{
  GBytes *source = framework_bytes ();
  const char *data = g_bytes_get_data (source, NULL);
  gsize length = g_bytes_get_size (source);

  assert_refused_at_home (make_reading_pack ("short", "", data, length, TRUE),
                          COMARK_EXCHANGE_ERROR_MISSING_FILE, "framework");
  assert_refused_at_home (make_reading_pack ("short", "", data, length / 2, FALSE),
                          COMARK_EXCHANGE_ERROR_NOT_XML, "framework");
  assert_refused_at_home (make_reading_pack ("short", "", "Dear panel,", 11, FALSE),
                          COMARK_EXCHANGE_ERROR_NOT_XML, "framework");
  assert_refused_at_home (make_reading_pack ("short", "", "<a/>", 4, FALSE),
                          COMARK_EXCHANGE_ERROR_NOT_VALID, "framework");
}

static void
empty_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("comark-pack-XXXXXX", NULL);
  framework = comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, NULL);
  g_assert_nonnull (framework);
  g_test_add_func ("/pack/round-trip", test_round_trip);
  g_test_add_func ("/pack/same-pack-same-bytes", test_same_pack_same_bytes);
  g_test_add_func ("/pack/half-written-leaves-nothing", test_half_written_leaves_nothing);
  g_test_add_func ("/pack/refuses/not-a-zip", test_not_a_zip);
  g_test_add_func ("/pack/refuses/truncated", test_truncated);
  g_test_add_func ("/pack/refuses/names-that-lead-outside", test_names_that_lead_outside);
  g_test_add_func ("/pack/refuses/one-name-twice", test_one_name_twice);
  g_test_add_func ("/pack/refuses/bomb", test_bomb);
  g_test_add_func ("/pack/refuses/declared-two-gigabytes", test_declared_two_gigabytes);
  g_test_add_func ("/pack/refuses/sizes-that-contradict", test_sizes_that_contradict);
  g_test_add_func ("/pack/refuses/too-many-files", test_too_many_files);
  g_test_add_func ("/pack/refuses/ten-deep", test_ten_deep);
  g_test_add_func ("/pack/refuses/missing-and-unlisted-files", test_missing_and_unlisted_files);
  g_test_add_func ("/pack/refuses/wrong-fingerprint", test_wrong_fingerprint);
  g_test_add_func ("/pack/refuses/bad-xml", test_bad_xml);
  g_test_add_func ("/pack/refuses/nul-in-xml", test_nul_in_xml);
  g_test_add_func ("/pack/refuses/unknown-framework", test_unknown_framework);
  g_test_add_func ("/pack/reading", test_reading_pack);
  g_test_add_func ("/pack/refuses/bad-reading-packs", test_bad_reading_packs);
  g_test_add_func ("/pack/refuses/bad-frameworks-in-reading-packs",
                   test_bad_frameworks_in_reading_packs);
  status = g_test_run ();
  g_object_unref (framework);
  empty_folder ();
  return status;
}
