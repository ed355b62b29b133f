/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Care for those who read: saying no without a reason and coming back, content notes, and that
 * nobody's lateness is told to others.
 */
#include "comark-desk-content.h"
#include "comark-dossier.h"
#include "panel-fixture.h"

static ComarkDossier *
look (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static char *
todo (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (panel, who), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    {
      ComarkTodo *one = g_ptr_array_index (todos, i);

      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "|", one->place, one->sentence);
    }
  return g_string_free (text, FALSE);
}

static void
assert_todo (Panel *panel, Who who, const char *words, gboolean there)
{
  g_autofree char *text = todo (panel, who);

  if ((strstr (text, words) != NULL) != there)
    g_error ("“%s” %s “%s”", text, there ? "does not say" : "says", words);
}

/* One step, no reason; the draft is kept, the document is closed, coming back restores it. */
static void
test_no_and_yes_after_all (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate (panel, E2, "C1", 3);
  panel_worked (comark_desk_reply (panel_as (panel, E2), panel->ref, FALSE, &error), &error);

  g_assert_null (comark_desk_open_dossier (panel_as (panel, E2), panel->ref, &error));
  panel_refused (FALSE, &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (comark_desk_save_rating (panel_as (panel, E2), panel->ref, "C1", 2, "x",
                                          COMARK_STRENGTH_SAID, 1, NULL, NULL, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  assert_todo (panel, E2, "come-back: You have said that you cannot take part", TRUE);
  assert_todo (panel, E2, "Rate Going home", FALSE);
  /* at once, and with the reason why it matters */
  assert_todo (panel, ADMIN, "Emil Two cannot take part", TRUE);

  panel_worked (comark_desk_reply (panel_as (panel, E2), panel->ref, TRUE, &error), &error);
  dossier = look (panel, E2);
  g_assert_nonnull (dossier->own_first);
  g_assert_cmpint (comark_dossier_rating (dossier->own_first, "C1")->value, ==, 3);
  assert_todo (panel, E2, "come-back", FALSE);
  assert_todo (panel, ADMIN, "cannot take part", FALSE);
}

static void
test_who_was_not_invited_has_nothing_to_come_back_to (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_refused (comark_desk_reply (panel_as (panel, E3), panel->ref, TRUE, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (comark_desk_reply (panel_as (panel, OWNER), panel->ref, TRUE, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "not invited");
}

static void
test_content_note (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *long_note = g_strnfill (COMARK_CONTENT_NOTE_MAX + 1, 'x');

  panel_go_to (panel, STEP_IN_REVIEW);
  {
    g_autoptr (ComarkDossier) dossier = look (panel, E2);
    g_assert_cmpstr (dossier->content_note, ==, "");
  }
  panel_refused (comark_desk_set_content_note (panel_as (panel, E2), panel->ref, "x", &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "owner");
  panel_refused (comark_desk_set_content_note (panel_as (panel, OWNER), panel->ref, long_note,
                                               &error),
                 &error, COMARK_DESK_ERROR_INVALID, "few words");
  panel_worked (comark_desk_set_content_note (panel_as (panel, OWNER), panel->ref,
                                              " losing somebody\n", &error),
                &error);
  {
    g_autoptr (ComarkDossier) dossier = look (panel, E2);
    g_assert_cmpstr (dossier->content_note, ==, "losing somebody");
    g_assert_false (dossier->content_opened);
  }
  panel_worked (comark_desk_open_content (panel_as (panel, E2), panel->ref, &error), &error);
  {
    g_autoptr (ComarkDossier) dossier = look (panel, E2);
    g_autoptr (ComarkDossier) other = look (panel, S2);
    g_assert_true (dossier->content_opened);
    g_assert_false (other->content_opened);
  }
  /* another note is asked about again */
  panel_worked (comark_desk_set_content_note (panel_as (panel, ADMIN), panel->ref,
                                              "being held down", &error),
                &error);
  {
    g_autoptr (ComarkDossier) dossier = look (panel, E2);
    g_assert_false (dossier->content_opened);
  }
}

/* Who has not rated by the day is told so in kind words; nobody else is. */
static void
test_lateness_is_between_the_person_and_the_administrators (void)
{
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_rate_all (panel, E2, 3);
  panel_pass_days (panel, 40);
  assert_todo (panel, S2, "it was asked for by 23 March", TRUE);
  assert_todo (panel, E2, "23 March", FALSE);
  for (Who who = E1; who <= S2; who++)
    {
      g_autoptr (ComarkDossier) dossier = NULL;

      if (who == E3)
        continue;
      assert_todo (panel, who, "late", FALSE);
      assert_todo (panel, who, "overdue", FALSE);
      dossier = look (panel, who);
      for (guint i = 0; i < dossier->seats->len; i++)
        {
          ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);

          if (comark_id_equal (&seat->person, panel_id (panel, who)))
            continue;
          g_assert_null (seat->due_day);
          g_assert_false (seat->review_in);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/kindness/no-and-yes", test_no_and_yes_after_all);
  g_test_add_func ("/desk/kindness/not-invited",
                   test_who_was_not_invited_has_nothing_to_come_back_to);
  g_test_add_func ("/desk/kindness/content-note", test_content_note);
  g_test_add_func ("/desk/kindness/lateness",
                   test_lateness_is_between_the_person_and_the_administrators);
  return g_test_run ();
}
