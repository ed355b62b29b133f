/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sound register has nothing to say; each thing broken by hand is named.
 */
#include "comark-desk-care.h"
#include "panel-fixture.h"

typedef struct
{
  const char *name;
  Step step;
  const char *broken; /* SQL */
  const char *says;
} Break;

static const Break breaks[] = {
  { "unknown-state", STEP_READY, "UPDATE submission SET state='elsewhere'",
    "it is in a state that does not exist" },
  { "document-thawed", STEP_SUBMITTED, "UPDATE document SET frozen_at=NULL",
    "it was submitted without a document" },
  { "document-size", STEP_PREPARING, "UPDATE document SET size=1",
    "the bytes of its document are not all there" },
  { "closed-untold", STEP_CLOSED, "DELETE FROM told",
    "it was closed before its contributors were told" },
  { "meeting-left-open", STEP_IN_MEETING, "UPDATE submission SET state='in-review'",
    "do not agree on whether the panel is meeting" },
  { "outcome-unsealed", STEP_SIGNED, "UPDATE submission SET state='awarded'",
    "it has an outcome without a sealed decision" },
  { "review-changed", STEP_RATED, "UPDATE rating SET value=0, updated_at=updated_at+1000000"
                                  " WHERE criterion='C1'",
    "a first review was changed after it was submitted" },
  { "review-incomplete", STEP_RATED, "DELETE FROM rating WHERE criterion='C1'",
    "it was submitted without all answers" },
  { "contributor-rated", STEP_RATED,
    "UPDATE contributor SET person=(SELECT id FROM person WHERE name='Sue Two')",
    "a contributor has rated it" },
  { "rated-unasked", STEP_RATED,
    "DELETE FROM interest WHERE person=(SELECT id FROM person WHERE name='Sue Two')",
    "a member rated it before answering about interests" },
  { "rater-of-no-kind", STEP_RATED, "UPDATE person SET kind='none' WHERE name='Sue Two'",
    "neither an expert by experience nor staff" },
  { "rating-off-the-scale", STEP_RATED, "UPDATE rating SET value=77 WHERE criterion='C1'",
    "its value is not on the scale" },
  { "agreed-on-no-criterion", STEP_AGREED, "UPDATE agreed SET criterion='Z9' WHERE criterion='C1'",
    "its criterion is not one of the framework" },
  { "sealed-by-one-kind", STEP_SEALED,
    "DELETE FROM signature WHERE person=(SELECT id FROM person WHERE name='Esme One')",
    "without the signatures of both kinds" },
  { "mark-on-another-file", STEP_MARKED, "UPDATE mark SET document_hash='00'",
    "it does not belong to the document that the panel read" },
  { "mark-unsealed", STEP_MARKED, "UPDATE decision SET sealed_at=NULL",
    "it was issued without a sealed decision" },
  { "mark-for-no-award", STEP_MARKED, "UPDATE decision SET outcome='not-yet'",
    "the panel's outcome awards no mark" },
  { "no-framework", STEP_PREPARING, "UPDATE framework SET active=0",
    "not exactly one of them is the active one" },
  { "log-rewritten", STEP_READY, "UPDATE log SET act='nothing' WHERE seq=3", "Log entry 3" },
};

static gboolean
says (char **sentences, const char *words)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (strstr (sentences[i], words) != NULL)
        return TRUE;
      g_test_message ("said: %s", sentences[i]);
    }
  return FALSE;
}

static void
break_it (Panel *panel, const char *sql)
{
  g_autoptr (GError) error = NULL;

  comark_sql_begin (panel->desk.sql, COMARK_SQL_WRITE, &error);
  g_assert_no_error (error);
  comark_sql_exec (panel->desk.sql, &error, sql, "");
  g_assert_no_error (error);
  comark_sql_commit (panel->desk.sql, &error);
  g_assert_no_error (error);
}

static void
test_broken_is_named (gconstpointer data)
{
  const Break *broken = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_auto (GStrv) before = NULL, after = NULL;

  panel_go_to (panel, broken->step);
  before = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (before[0], ==, NULL);

  break_it (panel, broken->broken);
  after = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_true (says (after, broken->says));
}

static void
test_only_administrators_check (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();

  panel_refused (comark_desk_check (panel_as (panel, E1), &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "administrator");
  panel_refused (comark_desk_list_log (panel_as (panel, OWNER), 10, &error) != NULL, &error,
                 COMARK_DESK_ERROR_REFUSED, "administrator");
}

static void
test_log_is_newest_first (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GPtrArray) log = NULL;
  ComarkHistoryEntry *newest;

  panel_go_to (panel, STEP_SUBMITTED);
  log = comark_desk_list_log (panel_as (panel, ADMIN), 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 3);
  newest = g_ptr_array_index (log, 0);
  g_assert_cmpstr (newest->act, ==, "submit");
  g_assert_cmpstr (newest->actor_name, ==, "Olu Owner");
  g_assert_cmpint (newest->seq, >, ((ComarkHistoryEntry *) g_ptr_array_index (log, 1))->seq);
}

/* The act is there, without the name of who rated. */
static void
test_log_does_not_tell_who_rates (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GPtrArray) log = NULL, later = NULL;
  guint n_of_reviews = 0, n_named = 0;

  panel_go_to (panel, STEP_RATED);
  log = comark_desk_list_log (panel_as (panel, ADMIN), 1000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    {
      ComarkHistoryEntry *entry = g_ptr_array_index (log, i);

      if (!g_str_equal (entry->act, "submit-review") && !g_str_equal (entry->act, "save-rating"))
        continue;
      n_of_reviews++;
      g_assert_cmpstr (entry->actor_name, ==, "");
    }
  g_assert_cmpuint (n_of_reviews, >, 4);

  panel_go_to (panel, STEP_IN_MEETING);
  later = comark_desk_list_log (panel_as (panel, ADMIN), 1000, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < later->len; i++)
    {
      ComarkHistoryEntry *entry = g_ptr_array_index (later, i);

      n_named += g_str_equal (entry->act, "submit-review") && *entry->actor_name != '\0';
    }
  g_assert_cmpuint (n_named, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strconcat ("/desk/check/names-", breaks[i].name, NULL);
      g_test_add_data_func (path, &breaks[i], test_broken_is_named);
    }
  g_test_add_func ("/desk/check/is-for-administrators", test_only_administrators_check);
  g_test_add_func ("/desk/check/log-is-newest-first", test_log_is_newest_first);
  g_test_add_func ("/desk/check/log-does-not-tell-who-rates", test_log_does_not_tell_who_rates);
  return g_test_run ();
}
