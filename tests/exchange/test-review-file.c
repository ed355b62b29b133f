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
  g_test_add_func ("/review-file/other-framework", test_other_framework);
  status = g_test_run ();
  g_object_unref (framework);
  g_remove (path);
  g_free (path);
  return status;
}
