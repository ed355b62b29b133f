/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * People, settings and frameworks of a register.
 */
#include "comark-desk-preferences.h"
#include "comark-framework-reader.h"
#include "comark-register.h"
#include "panel-fixture.h"
#include "store-fixture.h"

static ComarkPersonForm
form_of (ComarkPerson *person)
{
  return (ComarkPersonForm){ person->id,    person->name,   person->email,        person->kind,
                             person->roles, person->carer,  person->active,
                             person->access_needs, person->rev };
}

static void
test_first_person_is_administrator (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  g_autoptr (ComarkRegister) made = comark_register_create (
    place, "Northbrook Partnership", COMARK_PURPOSE_PRACTICE, NULL, NULL, &error);
  g_autoptr (ComarkClock) clock = comark_clock_new ();
  ComarkDesk desk = { .clock = clock, .op = comark_id_new () };
  ComarkPersonForm form = { .name = "Ada Admin", .active = TRUE };
  ComarkPerson *person;

  g_assert_no_error (error);
  comark_register_close (made);
  desk.sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  panel_refused (comark_desk_save_person (&desk, &form, &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "must be an administrator");
  form.roles = COMARK_ROLE_ADMINISTRATOR;
  person = comark_desk_save_person (&desk, &form, &error);
  g_assert_no_error (error);
  form.name = "Somebody Else";
  panel_refused (comark_desk_save_person (&desk, &form, &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "who you are");
  g_object_unref (person);
  comark_sql_free (desk.sql);
  comark_fixture_remove (place);
}

static void
test_forms_are_checked (void)
{
  static const struct
  {
    ComarkPersonForm form;
    ComarkDeskError code;
    const char *words;
  } rows[] = {
    { { .name = "  ", .active = TRUE }, COMARK_DESK_ERROR_MISSING, "The name is missing" },
    { { .name = "Mo\001re", .active = TRUE }, COMARK_DESK_ERROR_INVALID, "control" },
    { { .name = "Mo\xffre", .active = TRUE }, COMARK_DESK_ERROR_INVALID, "cannot be read" },
    { { .name = "Mia Member", .roles = COMARK_ROLE_MEMBER, .active = TRUE },
      COMARK_DESK_ERROR_MISSING, "expert by experience or staff" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *long_name = g_strnfill (100001, 'x');
  ComarkPersonForm too_long = { .name = long_name, .active = TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    panel_refused (
      comark_desk_save_person (panel_as (panel, ADMIN), &rows[i].form, &error) != NULL, &error,
      rows[i].code, rows[i].words);
  panel_refused (comark_desk_save_person (panel_as (panel, ADMIN), &too_long, &error) != NULL,
                 &error, COMARK_DESK_ERROR_INVALID, "longer than 100000");
}

static void
test_last_administrator_stays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkPersonForm form = form_of (panel->people[ADMIN]);

  form.active = FALSE;
  panel_refused (comark_desk_save_person (panel_as (panel, ADMIN), &form, &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "only administrator");
  form.active = TRUE;
  form.roles = COMARK_ROLE_OWNER;
  panel_refused (comark_desk_save_person (panel_as (panel, ADMIN), &form, &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "only administrator");
}

static void
test_second_editor_is_told_what_differs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkPerson) changed = NULL;
  ComarkPersonForm one = form_of (panel->people[S3]);
  ComarkPersonForm other = one;

  one.email = "stan@example.org";
  changed = comark_desk_save_person (panel_as (panel, ADMIN), &one, &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->rev, ==, one.rev + 1);
  other.carer = TRUE;
  panel_refused (comark_desk_save_person (panel_as (panel, ADMIN), &other, &error) != NULL, &error,
                 COMARK_DESK_ERROR_CHANGED, "e-mail address, carer");
}

static void
test_found_however_written (void)
{
  static const char *const texts[] = { "zoe o'neill", "ZOË O’NEILL", "Zoe@Example.ORG" };
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkPersonForm form
    = { .name = "Zoë O’Neill", .email = "zoe@example.org", .active = TRUE };
  g_autoptr (ComarkPerson) zoe
    = comark_desk_save_person (panel_as (panel, ADMIN), &form, &error);
  g_autofree char *id = comark_id_to_string (&zoe->id);
  g_autoptr (ComarkPerson) by_id = comark_desk_find_person (&panel->desk, id, &error);
  g_autoptr (ComarkPerson) twin = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (by_id->name, ==, "Zoë O’Neill");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ComarkPerson) found = comark_desk_find_person (&panel->desk, texts[i], &error);

      g_assert_no_error (error);
      g_assert_true (comark_id_equal (&found->id, &zoe->id));
    }
  form.email = "";
  twin = comark_desk_save_person (panel_as (panel, ADMIN), &form, &error);
  panel_refused (comark_desk_find_person (&panel->desk, "Zoë O’Neill", &error) != NULL, &error,
                 COMARK_DESK_ERROR_INVALID, "2 people");
  panel_refused (comark_desk_find_person (&panel->desk, "Nobody", &error) != NULL, &error,
                 COMARK_DESK_ERROR_NO_SUCH, "Nobody");
}

static void
test_private_words_stay_private (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkPersonForm form = form_of (panel->people[E2]);
  g_autoptr (ComarkPerson) saved = NULL, own = NULL, seen = NULL, minded = NULL;

  form.access_needs = "large print";
  form.email = "emil@example.org";
  saved = comark_desk_save_person (panel_as (panel, ADMIN), &form, &error);
  own = comark_desk_find_person (panel_as (panel, E2), "Emil Two", &error);
  seen = comark_desk_find_person (panel_as (panel, S1), "Emil Two", &error);
  minded = comark_desk_find_person (panel_as (panel, ADMIN), "Emil Two", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (own->access_needs, ==, "large print");
  g_assert_cmpstr (minded->access_needs, ==, "large print");
  g_assert_cmpstr (seen->access_needs, ==, "");
  g_assert_cmpstr (seen->email, ==, "");
}

static void
test_settings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  const char *const days[] = { "2026-12-25", "2026-01-01", "2026-12-25", NULL };
  const char *const no_day[] = { "2026-02-30", NULL };
  g_auto (GStrv) holidays = NULL;
  g_autofree char *window = NULL;

  panel_as (panel, ADMIN);
  panel_refused (comark_desk_set_setting (&panel->desk, "second-thoughts-days", "11", &error),
                 &error, COMARK_DESK_ERROR_INVALID, "0 to 10");
  panel_refused (comark_desk_set_setting (&panel->desk, "colour", "red", &error), &error,
                 COMARK_DESK_ERROR_INVALID, "no setting");
  panel_worked (comark_desk_set_setting (&panel->desk, "second-thoughts-days", "0", &error),
                &error);
  window = comark_desk_get_setting (&panel->desk, "second-thoughts-days", &error);
  g_assert_cmpstr (window, ==, "0");
  panel_refused (comark_desk_set_setting (panel_as (panel, E1), "panel", "Ours", &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);

  panel_as (panel, ADMIN);
  panel_refused (comark_desk_set_holidays (&panel->desk, no_day, &error), &error,
                 COMARK_DESK_ERROR_INVALID, "2026-02-30");
  panel_worked (comark_desk_set_holidays (&panel->desk, days, &error), &error);
  holidays = comark_desk_list_holidays (&panel->desk, &error);
  g_assert_cmpuint (g_strv_length (holidays), ==, 2);
  g_assert_cmpstr (holidays[0], ==, "2026-01-01");
}

static GBytes *
changed_framework (ComarkFramework *framework, const char *from, const char *to)
{
  GBytes *source = comark_framework_get_source (framework);
  GString *text = g_string_new_len (g_bytes_get_data (source, NULL), g_bytes_get_size (source));

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  return g_string_free_to_bytes (text);
}

static void
test_framework_never_changes_under_a_submission (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkFramework) first = NULL, again = NULL, next = NULL, active = NULL, kept = NULL;
  g_autoptr (GBytes) other = NULL, version_2 = NULL;

  panel_go_to (panel, STEP_PREPARING);
  panel_as (panel, ADMIN);
  first = comark_desk_active_framework (&panel->desk, &error);
  g_assert_no_error (error);
  again = comark_desk_add_framework (&panel->desk, comark_framework_get_source (first), "same.xml",
                                     &error);
  g_assert_no_error (error);
  other = changed_framework (first, "</framework>", "<!-- changed --></framework>");
  panel_refused (comark_desk_add_framework (&panel->desk, other, "other.xml", &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, "new version number");
  version_2 = changed_framework (first, "version=\"1\"", "version=\"2\"");
  next = comark_desk_add_framework (&panel->desk, version_2, "next.xml", &error);
  g_assert_no_error (error);
  active = comark_desk_active_framework (&panel->desk, &error);
  kept = comark_desk_framework_of (&panel->desk, &panel->submission, &error);
  g_assert_cmpstr (comark_framework_get_version (active), ==, "2");
  g_assert_cmpstr (comark_framework_get_version (kept), ==, "1");
}

/* Each has their own, it can be changed again, and the log does not tell. */
static void
test_way_to_read_follows_the_person (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkReadingLook usual = comark_reading_look_usual (), look = usual, read;
  gint64 n_before, n_after;

  comark_sql_query_int (panel->desk.sql, &n_before, &error, "SELECT count(*) FROM log", "");
  look.size = 400;
  g_strlcpy (look.face, "Atkinson Hyperlegible", sizeof look.face);
  panel_worked (comark_desk_set_reading_look (panel_as (panel, E1), &look, &error), &error);
  panel_worked (comark_desk_get_reading_look (panel_as (panel, E2), &read, &error), &error);
  g_assert_true (comark_reading_look_equal (&read, &usual));
  panel_worked (comark_desk_get_reading_look (panel_as (panel, E1), &read, &error), &error);
  g_assert_true (comark_reading_look_equal (&read, &look));
  panel_worked (comark_desk_set_reading_look (panel_as (panel, E1), &usual, &error), &error);
  panel_worked (comark_desk_get_reading_look (panel_as (panel, E1), &read, &error), &error);
  g_assert_true (comark_reading_look_equal (&read, &usual));
  comark_sql_query_int (panel->desk.sql, &n_after, &error, "SELECT count(*) FROM log", "");
  g_assert_cmpint (n_before, ==, n_after);
  panel->desk.who = NULL;
  panel_refused (comark_desk_set_reading_look (&panel->desk, &look, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "who you are");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/people/first-is-administrator", test_first_person_is_administrator);
  g_test_add_func ("/desk/people/forms-are-checked", test_forms_are_checked);
  g_test_add_func ("/desk/people/last-administrator-stays", test_last_administrator_stays);
  g_test_add_func ("/desk/people/second-editor-is-told", test_second_editor_is_told_what_differs);
  g_test_add_func ("/desk/people/found-however-written", test_found_however_written);
  g_test_add_func ("/desk/people/private-words-stay-private", test_private_words_stay_private);
  g_test_add_func ("/desk/people/settings", test_settings);
  g_test_add_func ("/desk/people/way-to-read-follows-the-person",
                   test_way_to_read_follows_the_person);
  g_test_add_func ("/desk/people/framework-never-changes-under-a-submission",
                   test_framework_never_changes_under_a_submission);
  return g_test_run ();
}
