/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The owner's form: nothing is lost, nothing is overwritten silently, and what is missing is said.
 */
#include "comark-dossier.h"
#include "panel-fixture.h"
#include "store-fixture.h"

static ComarkDossier *
open_dossier (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static ComarkSubmissionForm
a_form (void)
{
  return (ComarkSubmissionForm){ .title = "Leaving hospital", .type = "leaflet" };
}

static void
test_missing_is_listed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkSubmissionForm form = a_form ();
  g_auto (GStrv) missing = NULL;

  panel->ref = comark_desk_new_submission (panel_as (panel, ADMIN), panel_id (panel, OWNER), &form,
                                           &error);
  g_assert_no_error (error);
  missing = comark_desk_missing_to_submit (panel_as (panel, OWNER), panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (missing), >, 3);
  g_assert_true (g_strv_contains ((const char *const *) missing, "Add the document itself."));
  g_assert_true (
    g_strv_contains ((const char *const *) missing, "Say who the document is for."));
  panel_refused (comark_desk_submit (&panel->desk, panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "Add the document itself.");
}

static void
test_owner_shows_interest_and_waits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkSubmissionForm form = a_form ();
  g_autofree char *other = NULL;

  panel->ref = comark_desk_new_submission (panel_as (panel, OWNER), NULL, &form, &error);
  g_assert_cmpstr (panel->ref, ==, "S-2026-0001");
  comark_desk_find_submission (&panel->desk, panel->ref, &panel->submission, &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_INTEREST);
  panel_refused (comark_desk_new_submission (panel_as (panel, OWNER), panel_id (panel, S1), &form,
                                             &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, "administrator");
  panel_refused (comark_desk_accept (panel_as (panel, OWNER), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "administrator");
  panel_worked (comark_desk_accept (panel_as (panel, ADMIN), panel->ref, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_PREPARING);
  other = comark_desk_new_submission (panel_as (panel, OWNER), NULL, &form, &error);
  panel_refused (comark_desk_redirect (panel_as (panel, ADMIN), other, " ", &error), &error,
                 COMARK_DESK_ERROR_MISSING, "reason");
  panel_worked (comark_desk_redirect (&panel->desk, other, "An advert.", &error), &error);
  g_assert_cmpstr (other, ==, "S-2026-0002");
}

static void
test_same_op_is_done_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkSubmissionForm form = a_form ();
  g_autofree char *one = NULL, *again = NULL, *next = NULL;
  ComarkId op;

  panel_as (panel, OWNER);
  op = panel->desk.op;
  one = comark_desk_new_submission (&panel->desk, NULL, &form, &error);
  g_assert_false (comark_id_equal (&op, &panel->desk.op));
  next = comark_desk_new_submission (&panel->desk, NULL, &form, &error);
  panel->desk.op = op;
  again = comark_desk_new_submission (&panel->desk, NULL, &form, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, next);
}

static void
test_draft_survives_reopening (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  gint64 rev = 0;

  panel_go_to (panel, STEP_PREPARING);
  panel_as (panel, OWNER);
  panel_worked (comark_desk_save_statement (&panel->desk, panel->ref, "C1", "Half a sen", 0, &rev,
                                            &error),
                &error);
  g_assert_cmpint (rev, ==, 1);
  panel_as (panel, OWNER);
  panel_worked (comark_desk_save_statement (&panel->desk, panel->ref, "C1", "Half a sentence", rev,
                                            &rev, &error),
                &error);
  comark_sql_free (panel->desk.sql);
  panel->desk.sql = comark_sql_open (panel->place, COMARK_SQL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  dossier = open_dossier (panel, OWNER);
  g_assert_cmpstr (comark_dossier_statement (dossier, "C1")->body, ==, "Half a sentence");
  g_assert_cmpint (comark_dossier_statement (dossier, "C1")->rev, ==, rev);
}

static void
test_second_editor_keeps_both_texts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  gint64 rev = 0;

  panel_go_to (panel, STEP_PREPARING);
  panel_worked (comark_desk_save_statement (panel_as (panel, OWNER), panel->ref, "C1", "Mine", 0,
                                            NULL, &error),
                &error);
  panel_refused (comark_desk_save_statement (panel_as (panel, ADMIN), panel->ref, "C1", "Other", 0,
                                             NULL, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "C1");
  panel_worked (comark_desk_save_statement (panel_as (panel, ADMIN), panel->ref, "C1", "Mine", 0,
                                            &rev, &error),
                &error);
  g_assert_cmpint (rev, ==, 1);
  dossier = open_dossier (panel, OWNER);
  g_assert_cmpstr (comark_dossier_statement (dossier, "C1")->body, ==, "Mine");
}

static void
test_details_name_the_differing_fields (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  ComarkSubmissionForm form = { .title = "Going home safely",
                                .type = "leaflet",
                                .level = "operational",
                                .audience = "people going home",
                                .summary = "What happens on the day",
                                .team = "Another team",
                                .review_day = "2027-06-30",
                                .rev = 1 };

  panel_go_to (panel, STEP_PREPARING);
  panel_worked (comark_desk_save_details (panel_as (panel, OWNER), panel->ref, &form, &error),
                &error);
  form.team = "Discharge group";
  form.title = "Going home";
  panel_refused (comark_desk_save_details (panel_as (panel, ADMIN), panel->ref, &form, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "Different from yours: title, team.");
  form.rev = 2;
  form.type = "sculpture";
  panel_refused (comark_desk_save_details (panel_as (panel, ADMIN), panel->ref, &form, &error),
                 &error, COMARK_DESK_ERROR_INVALID, "sculpture");
}

static void
test_evidence (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GBytes) png = g_bytes_new_static ("\x89PNG\r\n\x1a\n 12345678", 17);
  const char *const criteria[] = { "C1", "F1", NULL };
  const char *const unknown[] = { "Z9", NULL };
  ComarkEvidenceForm form = { .title = "Photo of the day", .criteria = criteria, .bytes = png,
                              .filename = "../../photo\n.png" };
  g_autoptr (ComarkDossier) dossier = NULL, after = NULL;
  ComarkEvidence *item;

  panel_go_to (panel, STEP_PREPARING);
  panel_refused (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                 &error, COMARK_DESK_ERROR_MISSING, "Describe in words");
  form.description = "Twelve people around a table";
  form.criteria = unknown;
  panel_refused (comark_desk_save_evidence (&panel->desk, panel->ref, &form, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, "Z9");
  form.criteria = criteria;
  panel_worked (comark_desk_save_evidence (&panel->desk, panel->ref, &form, &error), &error);

  dossier = open_dossier (panel, OWNER);
  g_assert_cmpuint (dossier->evidence->len, ==, 1);
  item = g_ptr_array_index (dossier->evidence, 0);
  g_assert_cmpstr (item->filename, ==, "photo.png");
  g_assert_cmpstr (item->mime, ==, "image/png");
  g_assert_true (g_strv_contains ((const char *const *) item->criteria, "F1"));

  form.id = item->id;
  form.rev = item->rev;
  form.title = "Photo of the workshop";
  form.bytes = NULL;
  panel_worked (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                &error);
  panel_refused (comark_desk_save_evidence (panel_as (panel, ADMIN), panel->ref, &form, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, NULL);
  after = open_dossier (panel, OWNER);
  item = g_ptr_array_index (after->evidence, 0);
  g_assert_cmpstr (item->title, ==, "Photo of the workshop");
  g_assert_nonnull (item->hash);
  panel_worked (comark_desk_remove_evidence (panel_as (panel, OWNER), panel->ref, &item->id,
                                             &error),
                &error);
  panel_refused (comark_desk_remove_evidence (panel_as (panel, OWNER), panel->ref, &item->id,
                                              &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

static void
test_draft_document_is_replaced (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GBytes) better = g_bytes_new_static ("Going home, better\n", 19);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (ComarkDossier) dossier = NULL;

  panel_go_to (panel, STEP_PREPARING);
  panel_refused (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, empty, "e.txt",
                                           &error),
                 &error, COMARK_DESK_ERROR_INVALID, "empty");
  panel_worked (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, better, "b.txt",
                                          &error),
                &error);
  dossier = open_dossier (panel, OWNER);
  g_assert_cmpuint (dossier->documents->len, ==, 1);
  g_assert_cmpstr (comark_dossier_document (dossier)->filename, ==, "b.txt");
  g_assert_cmpint (comark_dossier_document (dossier)->frozen_at, ==, 0);

  panel_go_to (panel, STEP_SUBMITTED);
  panel_refused (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, better, "c.txt",
                                           &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_send_back (panel_as (panel, ADMIN), panel->ref, "", &error), &error,
                 COMARK_DESK_ERROR_MISSING, "What is missing");
  panel_worked (comark_desk_send_back (panel_as (panel, ADMIN), panel->ref, "A name is in it.",
                                       &error),
                &error);
  g_clear_object (&dossier);
  dossier = open_dossier (panel, OWNER);
  g_assert_cmpstr (dossier->submission->returned_because, ==, "A name is in it.");
  g_assert_cmpint (comark_dossier_document (dossier)->frozen_at, >, 0);
  panel_worked (comark_desk_set_document (panel_as (panel, OWNER), panel->ref, better, "c.txt",
                                          &error),
                &error);
  g_clear_object (&dossier);
  dossier = open_dossier (panel, OWNER);
  g_assert_cmpuint (dossier->documents->len, ==, 2);
  g_assert_cmpint (comark_dossier_document (dossier)->n, ==, 2);
}

static void
test_files_open_after_the_question (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  ComarkId reserve;

  panel_go_to (panel, STEP_IN_REVIEW);
  dossier = open_dossier (panel, OWNER);
  hash = g_strdup (comark_dossier_document (dossier)->hash);
  reserve = *panel_id (panel, E3);
  panel_refused (comark_desk_read_file (panel_as (panel, E3), panel->ref, hash, &error) != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, &reserve, 1, NULL, NULL,
                                    NULL, &error),
                &error);
  panel_refused (comark_desk_read_file (panel_as (panel, E3), panel->ref, hash, &error) != NULL,
                 &error, COMARK_DESK_ERROR_REFUSED, "interest");
  panel_worked (comark_desk_declare_interest (panel_as (panel, E3), panel->ref, NULL,
                                              COMARK_INTEREST_NONE, "", &error),
                &error);
  bytes = comark_desk_read_file (panel_as (panel, E3), panel->ref, hash, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Going home safely\n",
                   18);
  hash[0] = hash[0] == '0' ? '1' : '0';
  panel_refused (comark_desk_read_file (panel_as (panel, E3), panel->ref, hash, &error) != NULL,
                 &error, COMARK_DESK_ERROR_NO_SUCH, "does not belong");
}

static void
test_withdrawn_is_over (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Panel) panel = panel_new ();

  panel_go_to (panel, STEP_READY);
  panel_worked (comark_desk_withdraw (panel_as (panel, OWNER), panel->ref, NULL, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_WITHDRAWN);
  panel_refused (comark_desk_withdraw (panel_as (panel, OWNER), panel->ref, NULL, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/desk/form/missing-is-listed", test_missing_is_listed);
  g_test_add_func ("/desk/form/owner-shows-interest", test_owner_shows_interest_and_waits);
  g_test_add_func ("/desk/form/same-op-is-done-once", test_same_op_is_done_once);
  g_test_add_func ("/desk/form/draft-survives-reopening", test_draft_survives_reopening);
  g_test_add_func ("/desk/form/second-editor-keeps-both-texts",
                   test_second_editor_keeps_both_texts);
  g_test_add_func ("/desk/form/details-name-the-differing-fields",
                   test_details_name_the_differing_fields);
  g_test_add_func ("/desk/form/evidence", test_evidence);
  g_test_add_func ("/desk/form/draft-document-is-replaced", test_draft_document_is_replaced);
  g_test_add_func ("/desk/form/files-open-after-the-question", test_files_open_after_the_question);
  g_test_add_func ("/desk/form/withdrawn-is-over", test_withdrawn_is_over);
  return g_test_run ();
}
