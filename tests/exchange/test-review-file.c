/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review goes out and comes back the same; a bad one is refused with its sentence.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "comark-framework-reader.h"
#include "comark-review-file.h"

static char *path;
static ComarkFramework *framework;

static void
add_rating (ComarkReview *review, const char *criterion, ComarkValue value, const char *reason)
{
  ComarkRating *rating = comark_rating_new ();

  rating->criterion = g_strdup (criterion);
  rating->value = value;
  rating->reason = g_strdup (reason);
  rating->strength = COMARK_STRENGTH_SHOWN;
  g_ptr_array_add (review->ratings, rating);
}

static const char hash[]
  = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

static void
add_quote (ComarkReviewFile *file, const char *criterion, const char *exact, const char *note)
{
  ComarkQuote *quote = comark_quote_new ();

  quote->criterion = g_strdup (criterion);
  quote->hash = g_strdup (hash);
  quote->page = 12;
  quote->start = 340;
  quote->exact = g_strdup (exact);
  quote->prefix = g_strdup ("");
  quote->suffix = g_strdup (" & so on");
  quote->note = g_strdup (note);
  g_ptr_array_add (file->quotes, quote);
}

static void
add_cover (ComarkReview *review, const char *criterion, const char *title, const char *file,
           ComarkCover answer)
{
  ComarkEvidenceCover *cover = comark_evidence_cover_new ();

  cover->criterion = g_strdup (criterion);
  cover->title = g_strdup (title);
  cover->hash = g_strdup (file);
  cover->cover = answer;
  g_ptr_array_add (review->covers, cover);
}

static ComarkReviewFile *
sample (void)
{
  ComarkReviewFile *self = comark_review_file_new ();

  self->submission_ref = g_strdup ("S-2026-0001");
  self->framework = g_strdup ("made-in-co-production");
  self->framework_version = g_strdup ("1");
  self->member_email = g_strdup ("");
  self->review->person_name = g_strdup ("Tomasz Żeleński");
  self->review->submitted = TRUE;
  self->review->body = g_strdup ("Strong on <access> & time.\nLess so on money.");
  add_rating (self->review, "A1", 4, "They were there first.");
  add_rating (self->review, "A2", COMARK_VALUE_CANNOT_TELL, "Nothing says so.");
  add_rating (self->review, "A3", COMARK_VALUE_NOT_APPLICABLE, "");
  add_rating (self->review, "B1", COMARK_VALUE_NONE, "half a thought");
  add_quote (self, "A1", "“They were <there>\nfirst”", "");
  add_quote (self, "B1", "a phone-call", "who rang?");
  add_cover (self->review, "A1", "Notes of the <first> meeting", hash, COMARK_COVER_GAP);
  add_cover (self->review, "B1", "In words", "", COMARK_COVER_ENOUGH);
  return self;
}

static void
test_round_trip (void)
{
  g_autoptr (ComarkReviewFile) out = sample ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkReviewFile) in = NULL;

  g_assert_true (comark_review_file_write (out, file, &error));
  in = comark_review_file_read (file, &error);
  g_assert_no_error (error);
  g_assert_true (comark_review_file_check (in, framework, &error));
  g_assert_cmpstr (in->review->person_name, ==, "Tomasz Żeleński");
  g_assert_cmpstr (in->review->body, ==, out->review->body);
  g_assert_true (in->review->submitted);
  g_assert_cmpuint (in->review->ratings->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      ComarkRating *a = out->review->ratings->pdata[i], *b = in->review->ratings->pdata[i];
      g_assert_cmpstr (a->criterion, ==, b->criterion);
      g_assert_cmpint (a->value, ==, b->value);
      g_assert_cmpstr (a->reason, ==, b->reason);
      g_assert_cmpint (a->strength, ==, b->strength);
    }
  g_assert_cmpuint (in->review->covers->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      ComarkEvidenceCover *a = out->review->covers->pdata[i], *b = in->review->covers->pdata[i];
      g_assert_cmpstr (a->criterion, ==, b->criterion);
      g_assert_cmpstr (a->title, ==, b->title);
      g_assert_cmpstr (a->hash, ==, b->hash);
      g_assert_cmpint (a->cover, ==, b->cover);
    }
  g_assert_cmpuint (in->quotes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      ComarkQuote *a = out->quotes->pdata[i], *b = in->quotes->pdata[i];
      g_assert_cmpstr (a->criterion, ==, b->criterion);
      g_assert_cmpstr (a->hash, ==, b->hash);
      g_assert_cmpint (a->page, ==, b->page);
      g_assert_cmpint (a->start, ==, b->start);
      g_assert_cmpstr (a->exact, ==, b->exact);
      g_assert_cmpstr (a->prefix, ==, b->prefix);
      g_assert_cmpstr (a->suffix, ==, b->suffix);
      g_assert_cmpstr (a->note, ==, b->note);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *ratings;
    ComarkExchangeError code;
    const char *words;
  } cases[] = {
    { "<rating criterion=\"A1\" value=\"9\">x</rating>", COMARK_EXCHANGE_ERROR_NOT_VALID,
      "cannot be given" },
    { "<rating criterion=\"A1\" value=\"n/a\">x</rating>", COMARK_EXCHANGE_ERROR_NOT_VALID,
      "cannot be given" },
    { "<rating criterion=\"Q1\" value=\"3\">x</rating>", COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION,
      "Q1" },
    { "<rating criterion=\"A1\" value=\"3.5\">x</rating>", COMARK_EXCHANGE_ERROR_NOT_VALID, ":4" },
    { "<rating criterion=\"A1\" value=\"3\"/><rating criterion=\"A1\" value=\"2\"/>",
      COMARK_EXCHANGE_ERROR_DUPLICATE, "twice" },
    { "<rating criterion=\"A1\" value=\"3\">", COMARK_EXCHANGE_ERROR_NOT_XML, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = g_strdup_printf (
        "<?xml version=\"1.0\"?>\n<review version=\"1\" submission=\"S-1\" "
        "framework=\"made-in-co-production\" framework-version=\"1\" stage=\"first\" "
        "state=\"draft\">\n<member name=\"Ines\"/>\n%s\n</review>", cases[i].ratings);
      g_assert_true (g_file_set_contents (path, xml, -1, NULL));
      g_autoptr (ComarkReviewFile) review = comark_review_file_read (file, &error);
      g_assert_false (review && comark_review_file_check (review, framework, &error));
      g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

#define QUOTE(criterion, page, exact)                                                       \
  "<quote criterion=\"" criterion "\" page=\"" page "\" start=\"0\" "                        \
  "file=\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"><exact>" exact   \
  "</exact><prefix/><suffix/></quote>"

static void
test_quotes_refused (void)
{
  g_autofree char *long_words = g_strnfill (COMARK_QUOTE_MAX_EXACT + 1, 'x');
  g_autofree char *too_long = g_strconcat (
    "<quote criterion=\"A1\" page=\"1\" start=\"0\" file=\"", hash, "\"><exact>", long_words,
    "</exact><prefix/><suffix/></quote>", NULL);
  const struct
  {
    const char *quotes;
    ComarkExchangeError code;
  } cases[] = {
    { QUOTE ("Q1", "1", "words"), COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION },
    { QUOTE ("A1", "0", "words"), COMARK_EXCHANGE_ERROR_NOT_VALID },
    { QUOTE ("A1", "9999999999", "words"), COMARK_EXCHANGE_ERROR_NOT_VALID },
    { QUOTE ("A1", "1", " "), COMARK_EXCHANGE_ERROR_NOT_VALID },
    { "<quote criterion=\"A1\"/>", COMARK_EXCHANGE_ERROR_NOT_VALID },
    { too_long, COMARK_EXCHANGE_ERROR_TOO_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = g_strdup_printf (
        "<?xml version=\"1.0\"?>\n<review version=\"1\" submission=\"S-1\" "
        "framework=\"made-in-co-production\" framework-version=\"1\" stage=\"first\" "
        "state=\"draft\">\n<member name=\"Ines\"/>\n%s\n</review>", cases[i].quotes);
      g_assert_true (g_file_set_contents (path, xml, -1, NULL));
      g_autoptr (ComarkReviewFile) review = comark_review_file_read (file, &error);
      g_assert_false (review && comark_review_file_check (review, framework, &error));
      g_assert_error (error, COMARK_EXCHANGE_ERROR, (int) cases[i].code);
    }
}

static void
test_other_framework (void)
{
  g_autoptr (ComarkReviewFile) file = sample ();
  g_autoptr (GError) error = NULL;

  g_free (file->framework_version);
  file->framework_version = g_strdup ("2");
  g_assert_false (comark_review_file_check (file, framework, &error));
  g_assert_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK);
}

int
main (int argc, char **argv)
{
  int status, fd;

  g_test_init (&argc, &argv, NULL);
  fd = g_file_open_tmp ("comark-XXXXXX.coreview", &path, NULL);
  g_close (fd, NULL);
  framework = comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, NULL);
  g_test_add_func ("/review-file/round-trip", test_round_trip);
  g_test_add_func ("/review-file/refusals", test_refusals);
  g_test_add_func ("/review-file/quotes-refused", test_quotes_refused);
  g_test_add_func ("/review-file/other-framework", test_other_framework);
  status = g_test_run ();
  g_object_unref (framework);
  g_remove (path);
  g_free (path);
  return status;
}
