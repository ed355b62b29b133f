/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open register as programs hold it: making, opening, jobs, its signal, its clock.
 */
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-register.h"
#include "store-fixture.h"

/* Titles, as the data of a job. */
#define ONE ((gpointer) "One")
#define OTHER ((gpointer) "Other")

static ComarkRegister *
make (char **place, ComarkPurpose purpose)
{
  g_autoptr (GError) error = NULL;
  ComarkRegister *self;

  *place = comark_fixture_place ();
  self = comark_register_create (*place, "Northbrook Partnership", purpose, NULL, "Ada Admin",
                                 &error);
  g_assert_no_error (error);
  return self;
}

static void
end (ComarkRegister *self, char *place)
{
  g_object_add_weak_pointer (G_OBJECT (self), (gpointer *) &self);
  g_object_unref (self);
  g_assert_null (self);
  comark_fixture_remove (place);
}

static void
spin_until (gboolean *flag)
{
  while (!*flag)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_made_and_opened_again (void)
{
  g_autoptr (GError) error = NULL;
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  g_assert_cmpstr (comark_register_get_acting (self)->name, ==, "Ada Admin");
  g_assert_cmpstr (comark_register_get_organisation (self), ==, "Northbrook Partnership");
  g_assert_cmpint (comark_register_is_embedded (self), ==, !comark_fixture_is_postgres ());
  comark_register_close (self);
  comark_register_close (self);
  g_object_unref (self);

  self = comark_register_open (place, &error);
  g_assert_no_error (error);
  g_assert_null (comark_register_get_acting (self));
  g_assert_cmpstr (comark_register_get_organisation (self), ==, "Northbrook Partnership");
  g_assert_cmpint (comark_register_get_purpose (self), ==, COMARK_PURPOSE_PRACTICE);
  end (self, place);
}

static void
test_bad_beginnings_leave_nothing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) no_framework = g_bytes_new_static ("<framework/>", 12);
  char *place = comark_fixture_place ();

  g_assert_null (comark_register_create (place, "  ", COMARK_PURPOSE_LIVE, NULL, "Ada", &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (comark_register_create (place, "Northbrook", COMARK_PURPOSE_LIVE, no_framework,
                                         "Ada", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  if (!comark_fixture_is_postgres ())
    g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
  g_assert_null (comark_register_open (place, &error));
  g_assert_nonnull (error);
  comark_fixture_remove (place);
}

static gpointer
add_submission (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkSubmissionForm form = { .title = data, .type = "leaflet" };

  return comark_desk_new_submission (desk, NULL, &form, error);
}

static void
test_each_job_has_its_own_op (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = NULL, *other = NULL;
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  one = comark_register_run (self, COMARK_STORE_WRITE, add_submission, ONE, &error);
  other = comark_register_run (self, COMARK_STORE_WRITE, add_submission, OTHER, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (one, "-0001"));
  g_assert_true (g_str_has_suffix (other, "-0002"));
  end (self, place);
}

typedef struct
{
  gboolean done;
  gboolean data_freed;
  char *answer;
  GError *error;
} Answer;

static void
on_ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->answer = comark_register_run_finish (COMARK_REGISTER (source), result, &answer->error);
  answer->done = TRUE;
}

static void
test_answers_come_on_the_main_thread (void)
{
  Answer answer = { FALSE };
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  comark_register_run_async (self, COMARK_STORE_WRITE, add_submission, g_strdup ("One"), g_free,
                             g_free, NULL, on_ran_cb, &answer);
  g_assert_false (answer.done);
  spin_until (&answer.done);
  g_assert_no_error (answer.error);
  g_assert_true (g_str_has_suffix (answer.answer, "-0001"));
  g_free (answer.answer);
  end (self, place);
}

static gpointer
write_in_a_read (ComarkDesk *desk, gpointer data, GError **error)
{
  return add_submission (desk, ONE, error);
}

static void
test_refusals_reach_the_caller (void)
{
  g_autoptr (GError) error = NULL;
  Answer answer = { FALSE };
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  comark_register_set_acting (self, NULL);
  comark_register_run_async (self, COMARK_STORE_WRITE, add_submission, ONE, NULL, g_free, NULL,
                             on_ran_cb, &answer);
  spin_until (&answer.done);
  g_assert_error (answer.error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED);
  g_clear_error (&answer.error);
  if (!comark_fixture_is_postgres ())
    {
      g_assert_null (comark_register_run (self, COMARK_STORE_READ, write_in_a_read, NULL, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  comark_register_close (self);
  g_assert_null (comark_register_run (self, COMARK_STORE_READ, write_in_a_read, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  end (self, place);
}

static void
on_changed_cb (guint *n_changes)
{
  ++*n_changes;
}

static gboolean
on_time_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_many_changes_are_told_a_few_times (void)
{
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;
  gboolean over = FALSE;
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  g_signal_connect_swapped (self, "changed", G_CALLBACK (on_changed_cb), &n_changes);
  for (guint i = 0; i < 40; i++)
    {
      g_free (comark_register_run (self, COMARK_STORE_WRITE, add_submission, ONE, &error));
      g_assert_no_error (error);
    }
  g_timeout_add (1500, on_time_cb, &over);
  spin_until (&over);
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_cmpuint (n_changes, <=, 8);
  end (self, place);
}

static gpointer
read_clock (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_today (desk);
}

static void
test_clock_moves_in_practice_only (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  gint64 then = 0;
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);

  comark_ms_from_iso ("2031-05-06T12:00:00Z", &then);
  g_assert_true (comark_register_move_clock (self, then, &error));
  today = comark_register_run (self, COMARK_STORE_READ, read_clock, NULL, &error);
  g_assert_cmpstr (today, ==, "2031-05-06");
  end (self, place);

  self = make (&place, COMARK_PURPOSE_LIVE);
  g_assert_false (comark_register_move_clock (self, then, &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED);
  end (self, place);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(ComarkRegister **) user_data = comark_register_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_opens_without_blocking (void)
{
  char *place;
  ComarkRegister *self = make (&place, COMARK_PURPOSE_PRACTICE);
  ComarkRegister *opened = NULL;

  comark_register_close (self);
  g_object_unref (self);
  comark_register_open_async (place, NULL, on_opened_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (comark_register_get_organisation (opened), ==, "Northbrook Partnership");
  end (opened, place);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/register/made-and-opened-again", test_made_and_opened_again);
  g_test_add_func ("/desk/register/bad-beginnings-leave-nothing",
                   test_bad_beginnings_leave_nothing);
  g_test_add_func ("/desk/register/each-job-has-its-own-op",
                   test_each_job_has_its_own_op);
  g_test_add_func ("/desk/register/answers-come-on-the-main-thread",
                   test_answers_come_on_the_main_thread);
  g_test_add_func ("/desk/register/refusals-reach-the-caller", test_refusals_reach_the_caller);
  g_test_add_func ("/desk/register/many-changes-are-told-a-few-times",
                   test_many_changes_are_told_a_few_times);
  g_test_add_func ("/desk/register/clock-moves-in-practice-only",
                   test_clock_moves_in_practice_only);
  g_test_add_func ("/desk/register/opens-without-blocking", test_opens_without_blocking);
  return g_test_run ();
}
