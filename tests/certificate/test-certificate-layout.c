/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "award-fixture.h"
#include "comark-certificate-layout.h"

#include <string.h>

/* Inside the frame's inner rule, mm; the QR code's quiet zone may come this near. */
#define FRAME_INNER 17.5

static const char *const titles[] = {
  "Tea",
  "Safe and Supported Discharge from Inpatient Care",
  "Safe and Supported Discharge from Inpatient Care and What Comes After It, for Adults of all "
  "Ages and for the People who Care for Them",
  "DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftXY",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "سياسة الخروج الآمن من المستشفى — Safe Discharge من المستشفى إلى المجتمع مرة أخرى بأمان",
  "الخروجالآمنمنالمستشفىالخروجالآمنمنالمستشفىالخروجالآمنمنالمستشفىالخروجالآمنمنالمستشفى",
  "control \u202eycilop erac\u202c after and \u2067isolated\u2069 too",
  "Café naïve ffi ﬁ Ŵŷ 😀🏥 policy",
  "A\tB\nC\r\nD\001E\033F",
  "Z\u0301\u0302\u0303\u0304\u0305a\u0301\u0302\u0303\u0304l\u0316\u0317\u0318\u0319g\u0301o "
  "Ǻ\u0301\u0302Ǻ\u0301\u0302 above\u0301\u0302 the l\u0301\u0302ine and g\u0323\u0324\u0325 "
  "below\u0323\u0324\u0325 it, on two lines, since it is long enough for that",
  "安全出院政策安全出院政策安全出院政策安全出院政策安全出院政策安全出院政策安全出院政策安全出院政策",
  "﷽ ﷽ ﷽ ﷽ ﷽ ﷽ ﷽ ﷽ ﷽ ﷽ 𒐫𒐫𒐫𒐫𒐫 ⸻⸻⸻⸻⸻⸻⸻⸻",
  "-", "…", "<b>bold</b> &amp; %s %n \\ \"",
};

static PangoContext *context;

static ComarkCertificateLayout *
lay_out (const ComarkAwardFields *base, const char *title)
{
  g_autoptr (ComarkAward) award = fixture_award_titled (base, title);

  return comark_certificate_layout_new (award, context);
}

static double
overlap (double a, double a_length, double b, double b_length)
{
  return MIN (a + a_length, b + b_length) - MAX (a, b);
}

static gboolean
meet (const ComarkRect *a, const ComarkRect *b, double tolerance)
{
  return overlap (a->x, a->width, b->x, b->width) > tolerance
         && overlap (a->y, a->height, b->y, b->height) > tolerance;
}

static void
assert_inside_frame (const ComarkBox *box, const ComarkRect *rect)
{
  if (rect->x < FRAME_INNER || rect->y < FRAME_INNER
      || rect->x + rect->width > COMARK_CERTIFICATE_WIDTH_MM - FRAME_INNER
      || rect->y + rect->height > COMARK_CERTIFICATE_HEIGHT_MM - FRAME_INNER)
    g_error ("%s leaves the frame: %.2f %.2f %.2f %.2f", box->name, rect->x, rect->y, rect->width,
             rect->height);
}

/* A letter may lean a little over its edge, as a swash does. */
static void
assert_ink_inside_box (const ComarkBox *box)
{
  for (guint i = 0; i < box->n_lines; i++)
    {
      const ComarkRect *ink = &box->lines[i].ink;

      if (ink->x < box->rect.x - 1 || ink->x + ink->width > box->rect.x + box->rect.width + 1
          || ink->y < box->rect.y - 0.01
          || ink->y + ink->height > box->rect.y + box->rect.height + 0.01)
        g_error ("“%s” in %s leaves its box", box->lines[i].text, box->name);
      if (i > 0 && meet (ink, &box->lines[i - 1].ink, 0.001))
        g_error ("lines of %s touch", box->name);
    }
}

static void
assert_sound (ComarkCertificateLayout *layout)
{
  guint n = comark_certificate_layout_get_n_boxes (layout);

  for (guint i = 0; i < n; i++)
    {
      const ComarkBox *box = comark_certificate_layout_get_box (layout, i);

      assert_inside_frame (box, &box->rect);
      assert_ink_inside_box (box);
      g_assert_true (box->n_lines == 0 || box->size_pt >= 12);
      for (guint j = 0; j < i; j++)
        {
          const ComarkBox *other = comark_certificate_layout_get_box (layout, j);

          g_assert_cmpstr (box->name, !=, other->name);
          if (meet (&box->rect, &other->rect, 0.01))
            g_error ("%s and %s overlap", box->name, other->name);
        }
    }
}

static void
test_hostile_titles (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (ComarkCertificateLayout) plain = lay_out (&fixture_fields, titles[i]);
      g_autoptr (ComarkCertificateLayout) crowded = lay_out (&fixture_crowded_fields, titles[i]);

      g_test_message ("title %" G_GSIZE_FORMAT, i);
      assert_sound (plain);
      assert_sound (crowded);
    }
}

/* Every text of the award in turn is the hostile one. */
static void
test_hostile_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      ComarkAwardFields fields = fixture_fields;
      g_autoptr (ComarkCertificateLayout) layout = NULL;

      fields.organisation = fields.panel_name = fields.panel_makeup = titles[i];
      fields.type = fields.version = fields.reference = fields.owner_team = titles[i];
      fields.outcome = fields.framework = fields.framework_version = titles[i];
      fields.made_by = fields.meaning = fields.mark_credit = fields.check_line = titles[i];
      fields.chair_names[0] = fields.chair_roles[0] = fields.chair_roles[1] = titles[i];
      layout = lay_out (&fields, titles[i]);
      assert_sound (layout);
    }
}

static void
test_bare_award (void)
{
  ComarkAwardFields fields = fixture_fields;
  g_autoptr (ComarkCertificateLayout) layout = NULL;

  fields.type = fields.reference = fields.owner_team = fields.check_line = NULL;
  layout = lay_out (&fields, NULL);
  assert_sound (layout);
  g_assert_null (comark_certificate_layout_find_box (layout, "check"));
  g_assert_cmpstr (comark_certificate_layout_find_box (layout, "details")->lines[0].text, ==,
                   "Version 3.2");
}

static void
test_title_rule (void)
{
  for (gsize words = 1; words < 45; words++)
    {
      g_autoptr (GString) title = g_string_new ("Discharge");
      g_autoptr (ComarkCertificateLayout) layout = NULL;
      const ComarkBox *box;

      for (gsize i = 1; i < words; i++)
        g_string_append (title, " safely");
      layout = lay_out (&fixture_fields, title->str);
      box = comark_certificate_layout_find_box (layout, "title");
      g_assert_true (box->size_pt == 25 || box->size_pt == 20 || box->size_pt == 17);
      g_assert_cmpuint (box->n_lines, <=, box->size_pt == 25 ? 2 : 3);
      g_assert_cmpint (words < 8, <=, box->size_pt == 25);
      g_assert_cmpint (words > 35, <=, box->size_pt == 17);
      g_assert_cmpint (
        g_strv_contains (comark_certificate_layout_get_shortened (layout), "title"), ==,
        g_str_has_suffix (box->lines[box->n_lines - 1].text, "…"));
    }
}

static void
append_box (GString *all, const ComarkBox *box)
{
  for (guint i = 0; i < box->n_lines; i++)
    g_string_append (all, box->lines[i].text);
}

/* Lines joined are the text again: a reader of the PDF gets whole sentences. */
static void
test_lines_join_up (void)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (&fixture_fields, titles[2]);
  g_autoptr (GString) title = g_string_new (NULL), meaning = g_string_new (NULL);

  g_assert_null (comark_certificate_layout_get_shortened (layout)[0]);
  append_box (title, comark_certificate_layout_find_box (layout, "title"));
  append_box (meaning, comark_certificate_layout_find_box (layout, "meaning"));
  g_assert_cmpstr (title->str, ==, titles[2]);
  g_assert_cmpstr (meaning->str, ==, COMARK_AWARD_MEANING);
}

static void
test_long_words_break (void)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (&fixture_fields, titles[3]);
  const ComarkBox *box = comark_certificate_layout_find_box (layout, "title");
  g_autoptr (GString) title = g_string_new (NULL);

  append_box (title, box);
  g_assert_cmpuint (box->n_lines, ==, 2);
  g_assert_cmpstr (title->str, ==, titles[3]);
}

static void
test_right_to_left (void)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (&fixture_fields, titles[5]);
  const ComarkBox *box = comark_certificate_layout_find_box (layout, "title");
  double edge = box->rect.x + box->rect.width;

  g_assert_cmpuint (box->n_lines, >, 1);
  for (guint i = 0; i < box->n_lines; i++)
    g_assert_cmpfloat_with_epsilon (box->lines[i].ink.x + box->lines[i].ink.width, edge, 1.5);
  box = comark_certificate_layout_find_box (layout, "meaning");
  g_assert_cmpfloat_with_epsilon (box->lines[0].x, box->rect.x, 0.001);
}

static void
test_unprintable (void)
{
  g_autoptr (ComarkCertificateLayout) fine = lay_out (&fixture_fields, NULL);
  g_autoptr (ComarkCertificateLayout) not_fine
    = lay_out (&fixture_fields, "Care \U000f1234 plan \U000f1234\U0010abcd");

  g_assert_cmpstr (comark_certificate_layout_get_unprintable (fine), ==, "");
  g_assert_cmpstr (comark_certificate_layout_get_unprintable (not_fine), ==,
                   "\U000f1234\U0010abcd");
}

static void
test_signatures_equal (void)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (&fixture_crowded_fields, NULL);
  const ComarkBox *first = comark_certificate_layout_find_box (layout, "signature-1");
  const ComarkBox *second = comark_certificate_layout_find_box (layout, "signature-2");

  g_assert_cmpfloat (first->size_pt, ==, second->size_pt);
  g_assert_cmpfloat (comark_certificate_layout_find_box (layout, "signature-1-rule")->rect.y, ==,
                     comark_certificate_layout_find_box (layout, "signature-2-rule")->rect.y);
}

static void
test_italics_only_in_signatures (void)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (&fixture_fields, NULL);

  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (layout); i++)
    {
      const ComarkBox *box = comark_certificate_layout_get_box (layout, i);

      if (box->n_lines > 0)
        g_assert_cmpint (box->face == COMARK_FACE_SIGNATURE, ==,
                         g_str_has_prefix (box->name, "signature"));
    }
}

static char *
all_words (const ComarkAwardFields *fields)
{
  g_autoptr (ComarkCertificateLayout) layout = lay_out (fields, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (layout); i++)
    {
      append_box (all, comark_certificate_layout_get_box (layout, i));
      g_string_append_c (all, '\n');
    }
  return g_string_free (all, FALSE);
}

static void
test_carries_everything (void)
{
  static const char *const wanted[] = {
    "CP-2026-0042-7", "Broadland Community Trust", "Co-production approval panel",
    "3 experts by experience, 3 staff", "Policy", "version 3.2", "C-147",
    "Discharge Working Group", "3f2a 91c0 77de 01ab 5c6d 7e8f 90a1 b2c3", "Awarded on",
    "20 November 2026", "from 22 November 2026 until 22 November 2028",
    "Panel framework, version 1", "people with lived experience, carers and staff",
    "does not check clinical accuracy", "Maryam Okonkwo-Hughes", "Tomasz Żeleński",
    "Deputy Director of Nursing", "9e10 7d9d 372b b682", "01603 555 0142", "triangle",
  };
  g_autofree char *all = all_words (&fixture_fields);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (strstr (all, wanted[i]) == NULL)
      g_error ("“%s” is not on the certificate", wanted[i]);
}

/* The framework's words for the outcome say it; the certificate does not say it again. */
static void
test_exemplar_said_once (void)
{
  ComarkAwardFields fields = fixture_fields;
  g_autofree char *all = NULL;
  const char *found;

  fields.outcome = "Awarded, exemplar";
  fields.exemplar = TRUE;
  all = all_words (&fields);
  found = strstr (all, "Awarded, exemplar, on");
  g_assert_nonnull (found);
  g_assert_null (strstr (found + strlen ("Awarded, exemplar"), "exemplar"));
}

static void
test_same_numbers_twice (void)
{
  g_autoptr (ComarkCertificateLayout) one = lay_out (&fixture_fields, NULL);
  g_autoptr (ComarkCertificateLayout) between = lay_out (&fixture_crowded_fields, titles[5]);
  g_autoptr (ComarkCertificateLayout) other = lay_out (&fixture_fields, NULL);

  for (guint i = 0; i < comark_certificate_layout_get_n_boxes (one); i++)
    {
      const ComarkBox *a = comark_certificate_layout_get_box (one, i);
      const ComarkBox *b = comark_certificate_layout_get_box (other, i);

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpmem (&a->rect, sizeof a->rect, &b->rect, sizeof b->rect);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  context = comark_certificate_context_new ();
  comark_certificate_fonts_check (context, &error);
  g_assert_no_error (error);
  g_test_add_func ("/certificate-layout/nothing-overlaps-whatever-the-title", test_hostile_titles);
  g_test_add_func ("/certificate-layout/nothing-overlaps-whatever-the-fields", test_hostile_fields);
  g_test_add_func ("/certificate-layout/what-is-not-there-takes-no-room", test_bare_award);
  g_test_add_func ("/certificate-layout/title-shrinks-before-it-is-cut", test_title_rule);
  g_test_add_func ("/certificate-layout/lines-join-up-to-the-text", test_lines_join_up);
  g_test_add_func ("/certificate-layout/long-words-break", test_long_words_break);
  g_test_add_func ("/certificate-layout/right-to-left-stands-right", test_right_to_left);
  g_test_add_func ("/certificate-layout/reports-what-cannot-be-printed", test_unprintable);
  g_test_add_func ("/certificate-layout/co-chairs-sign-alike", test_signatures_equal);
  g_test_add_func ("/certificate-layout/italics-only-in-signatures",
                   test_italics_only_in_signatures);
  g_test_add_func ("/certificate-layout/carries-every-field", test_carries_everything);
  g_test_add_func ("/certificate-layout/exemplar-is-said-once", test_exemplar_said_once);
  g_test_add_func ("/certificate-layout/same-award-same-numbers", test_same_numbers_twice);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
