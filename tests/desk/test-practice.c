/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Practising before the first review: asked for where the register says so, one's own alone, and
 * an administrator may let somebody begin without.
 */
#include "comark-desk-practice.h"
#include "comark-exchange-error.h"
#include "panel-fixture.h"

/* A panel in review in a register that asks for it. */
static Panel *
strict_panel (void)
{
  g_autoptr (GError) error = NULL;
  Panel *panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_set_setting (panel_as (panel, ADMIN), "practice-first", "yes", &error),
                &error);
  return panel;
}

static gboolean
save (Panel *panel, Who who, gboolean live, GError **error)
{
  if (live)
    return comark_desk_save_rating (panel_as (panel, who), panel->ref, "C1", 3, "Because.",
                                    COMARK_STRENGTH_SHOWN, 0, NULL, NULL, error);
  return comark_desk_save_practice_rating (panel_as (panel, who), "C1", 3, "The notes show it.",
                                           COMARK_STRENGTH_SHOWN, error);
}

static gboolean
is_offered (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (panel, who), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    if (g_str_equal (((ComarkTodo *) g_ptr_array_index (todos, i))->place, COMARK_TODO_PRACTICE))
      return TRUE;
  return FALSE;
}

static void
answer_all (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPracticeSheet) sheet
    = comark_desk_open_practice (panel_as (panel, who), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sheet->practice->criteria->len; i++)
    {
      const ComarkPracticeCriterion *one = g_ptr_array_index (sheet->practice->criteria, i);

      panel_worked (comark_desk_save_practice_rating (panel_as (panel, who), one->criterion,
                                                      COMARK_VALUE_CANNOT_TELL, "", 0, &error),
                    &error);
    }
}

static void
test_it_comes_before_the_first_review (void)
{
  g_autoptr (Panel) panel = strict_panel ();
  g_autoptr (GError) error = NULL;

  panel_refused (save (panel, E2, TRUE, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "practice submission");
  g_assert_true (is_offered (panel, E2));
  g_assert_false (is_offered (panel, ADMIN));
  g_assert_false (is_offered (panel, OWNER));
  panel_refused (comark_desk_finish_practice (panel_as (panel, E2), &error), &error,
                 COMARK_DESK_ERROR_MISSING, "A1");
  answer_all (panel, E2);
  panel_worked (comark_desk_finish_practice (panel_as (panel, E2), &error), &error);
  g_assert_false (is_offered (panel, E2));
  panel_worked (save (panel, E2, TRUE, &error), &error);
  /* for one person, not for all */
  panel_refused (save (panel, S2, TRUE, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "practice submission");
}

static void
test_a_register_need_not_ask_for_it (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (save (panel, E2, TRUE, &error), &error);
  g_assert_false (is_offered (panel, E2));
  panel_refused (comark_desk_set_setting (panel_as (panel, ADMIN), "practice-first", "perhaps",
                                          &error),
                 &error, COMARK_DESK_ERROR_INVALID, "yes or no");
}

static void
test_answers_are_ones_own (void)
{
  g_autoptr (Panel) panel = strict_panel ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPracticeSheet) own = NULL;
  g_autoptr (ComarkPracticeSheet) other = NULL;
  ComarkRating *rating;

  panel_worked (save (panel, E2, FALSE, &error), &error);
  own = comark_desk_open_practice (panel_as (panel, E2), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->ratings->len, ==, 1);
  rating = g_ptr_array_index (own->ratings, 0);
  g_assert_cmpint (rating->value, ==, 3);
  g_assert_cmpstr (rating->reason, ==, "The notes show it.");
  other = comark_desk_open_practice (panel_as (panel, S2), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->ratings->len, ==, 0);
  g_assert_cmpuint (other->dossier->criteria->len, ==, other->practice->criteria->len);
  g_assert_null (comark_desk_open_practice (panel_as (panel, OWNER), &error));
  panel_refused (FALSE, &error, COMARK_DESK_ERROR_REFUSED, "experts by experience");
}

static void
test_an_administrator_lets_somebody_begin (void)
{
  g_autoptr (Panel) panel = strict_panel ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = comark_desk_find_practice_of (panel_as (panel, ADMIN), panel_id (panel, S2), &error);
  g_assert_cmpstr (before, ==, "");
  panel_refused (comark_desk_waive_practice (panel_as (panel, ADMIN), panel_id (panel, S2), " ",
                                             &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_refused (comark_desk_waive_practice (panel_as (panel, E1), panel_id (panel, S2), "Old hand",
                                             &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "administrator");
  panel_worked (comark_desk_waive_practice (panel_as (panel, ADMIN), panel_id (panel, S2),
                                            "Rated for years elsewhere.", &error),
                &error);
  after = comark_desk_find_practice_of (panel_as (panel, ADMIN), panel_id (panel, S2), &error);
  g_assert_cmpstr (after, ==, "waived");
  panel_worked (save (panel, S2, TRUE, &error), &error);
}

static void
test_beside_the_model (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPractice) practice
    = comark_practice_load_builtin (COMARK_PRACTICE_DEFAULT, &error);
  const ComarkPracticeCriterion *c1;
  const ComarkPracticeAnswer *near;

  g_assert_no_error (error);
  c1 = comark_practice_criterion (practice, "C1");
  g_assert_cmpint (comark_practice_compare (c1, 3, NULL), ==, COMARK_PRACTICE_ALIKE);
  g_assert_cmpint (comark_practice_compare (c1, 2, &near), ==, COMARK_PRACTICE_NEAR);
  g_assert_true (g_str_has_prefix (near->why, "If you gave 2"));
  g_assert_cmpint (comark_practice_compare (c1, 0, &near), ==, COMARK_PRACTICE_OTHER);
  g_assert_null (near);
}

static void
test_a_wrong_file_is_refused (void)
{
  static const struct { const char *from, *to; int code; } cases[] = {
    { "ref=\"A1\"", "ref=\"Z9\"", COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION },
    { "ref=\"C1\"", "ref=\"A1\"", COMARK_EXCHANGE_ERROR_DUPLICATE },
    { "model value=\"4\"", "model value=\"9\"", COMARK_EXCHANGE_ERROR_NOT_VALID },
    { "evidence=\"board\"", "evidence=\"bored\"", COMARK_EXCHANGE_ERROR_NOT_VALID },
    { "framework=\"made-in", "framework=\"lost-in", COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK },
    { "minutes=\"20\"", "minutes=\"soon\"", COMARK_EXCHANGE_ERROR_NOT_VALID },
  };
  g_autoptr (GBytes) right = g_resources_lookup_data (
    "/org/comark/Comark/data/practice/quiet-room.xml", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (right, NULL),
                                                   (gssize) g_bytes_get_size (right));
      g_autoptr (GBytes) wrong = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].from, cases[i].to, 1), ==, 1);
      wrong = g_bytes_new (text->str, text->len);
      g_assert_null (comark_practice_load_bytes (wrong, "x.xml", &error));
      g_assert_error (error, COMARK_EXCHANGE_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/practice/before-the-first", test_it_comes_before_the_first_review);
  g_test_add_func ("/desk/practice/not-asked-for", test_a_register_need_not_ask_for_it);
  g_test_add_func ("/desk/practice/own", test_answers_are_ones_own);
  g_test_add_func ("/desk/practice/waive", test_an_administrator_lets_somebody_begin);
  g_test_add_func ("/desk/practice/model", test_beside_the_model);
  g_test_add_func ("/desk/practice/wrong-file", test_a_wrong_file_is_refused);
  return g_test_run ();
}
