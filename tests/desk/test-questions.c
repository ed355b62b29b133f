/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the owner: from a member through the co-chairs to the owner and back, with nobody told
 * who asked, and the clock standing still.
 */
#include "comark-desk-questions.h"
#include "comark-dossier.h"
#include "comark-question-rows.h"
#include "comark-seat-rows.h"
#include "panel-fixture.h"

static ComarkDossier *
look (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static void
ask (Panel *panel, Who who, const char *criterion, const char *words)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_save_question (panel_as (panel, who), panel->ref, criterion, words, 0,
                                           NULL, &error),
                &error);
  panel_worked (comark_desk_ask_question (panel_as (panel, who), panel->ref, criterion, &error),
                &error);
}

/* The id of the question on @criterion that @who sees; there must be just one. */
static ComarkId
question_on (Panel *panel, Who who, const char *criterion)
{
  g_autoptr (ComarkDossier) dossier = look (panel, who);
  g_autoptr (GPtrArray) found = comark_dossier_questions_on (dossier, criterion);

  g_assert_cmpuint (found->len, ==, 1);
  return ((ComarkOwnerQuestion *) g_ptr_array_index (found, 0))->id;
}

static guint
n_seen (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = look (panel, who);

  return dossier->questions->len;
}

static void
answer (Panel *panel, const char *criterion, const char *words)
{
  g_autoptr (GError) error = NULL;
  ComarkId id = question_on (panel, OWNER, criterion);
  g_autoptr (ComarkDossier) dossier = look (panel, OWNER);
  ComarkOwnerQuestion *question = comark_dossier_question (dossier, &id);

  panel_worked (comark_desk_save_answer (panel_as (panel, OWNER), panel->ref, &id, words,
                                         question->rev, NULL, &error),
                &error);
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
assert_todo (Panel *panel, Who who, const char *expected)
{
  g_autofree char *text = todo (panel, who);

  g_assert_cmpstr (text, ==, expected);
}

/* ---- tests ---- */

static void
test_a_draft_is_its_authors_alone (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gint64 rev;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_worked (comark_desk_save_question (panel_as (panel, E2), panel->ref, "C1", "Who d", 0,
                                           &rev, &error),
                &error);
  panel_worked (comark_desk_save_question (panel_as (panel, E2), panel->ref, "C1", "Who decided?",
                                           rev, &rev, &error),
                &error);
  g_assert_cmpint (rev, ==, 2);
  g_assert_cmpuint (n_seen (panel, E2), ==, 1);
  for (Who who = ADMIN; who < N_PEOPLE; who++)
    if (who != E2 && who != E3 && who != S3)
      g_assert_cmpuint (n_seen (panel, who), ==, 0);
  /* another window had it older */
  panel_refused (comark_desk_save_question (panel_as (panel, E2), panel->ref, "C1", "Why?", 1,
                                            NULL, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "words");
  panel_worked (comark_desk_save_question (panel_as (panel, E2), panel->ref, "C1", " \n", rev,
                                           &rev, &error),
                &error);
  g_assert_cmpint (rev, ==, 0);
  g_assert_cmpuint (n_seen (panel, E2), ==, 0);
  panel_refused (comark_desk_ask_question (panel_as (panel, E2), panel->ref, "C1", &error), &error,
                 COMARK_DESK_ERROR_MISSING, "Write your question");
}

static void
test_who_may_ask (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_refused (comark_desk_save_question (panel_as (panel, OWNER), panel->ref, "C1", "x", 0,
                                            NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "members of this panel");
  panel_refused (comark_desk_save_question (panel_as (panel, E3), panel->ref, "C1", "x", 0, NULL,
                                            &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (comark_desk_save_question (panel_as (panel, E2), panel->ref, "Z9", "x", 0, NULL,
                                            &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, "criterion");
  panel_refused (comark_desk_send_questions (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "co-chair");
  panel_refused (comark_desk_send_questions (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "no question");
}

/* Nothing that reaches the owner or another member holds a name, a time, or the asker's words. */
static void
test_nobody_learns_who_asked (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId id;

  panel_go_to (panel, STEP_IN_REVIEW);
  ask (panel, E2, "C1", "me and my mates reckon nobody was there??");
  g_assert_cmpuint (n_seen (panel, S2), ==, 0);
  g_assert_cmpuint (n_seen (panel, OWNER), ==, 0);
  id = question_on (panel, E1, "C1");
  panel_worked (comark_desk_word_question (panel_as (panel, E1), panel->ref, &id,
                                           "Who was in the room?", 2, NULL, &error),
                &error);
  panel_worked (comark_desk_send_questions (panel_as (panel, E1), panel->ref, &error), &error);
  for (Who who = ADMIN; who <= S2; who++)
    {
      g_autoptr (ComarkDossier) dossier = NULL;
      ComarkOwnerQuestion *question;

      if (who == E3)
        continue;
      dossier = look (panel, who);
      g_assert_cmpuint (dossier->questions->len, ==, 1);
      question = g_ptr_array_index (dossier->questions, 0);
      g_assert_cmpstr (question->wording, ==, "Who was in the room?");
      g_assert_cmpint (question->own, ==, who == E2);
      g_assert_cmpint (*question->words != '\0', ==, who == E2);
      g_assert_cmphex (question->id.bytes[6] >> 4, ==, 4); /* random throughout */
      for (guint i = 0; i < dossier->history->len; i++)
        {
          ComarkHistoryEntry *entry = g_ptr_array_index (dossier->history, i);

          g_assert_null (strstr (entry->act, "question"));
        }
    }
}

static void
test_left_out_with_a_reason (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  ComarkId id;

  panel_go_to (panel, STEP_IN_REVIEW);
  ask (panel, S2, "C1", "How much did it cost?");
  id = question_on (panel, S1, "C1");
  assert_todo (panel, S1,
               "review: Rate Going home safely by 23 March, about 40 minutes."
               "|questions: Look through the 1 question for the owner of Going home safely, and "
               "send it.");
  panel_refused (comark_desk_leave_out_question (panel_as (panel, S1), panel->ref, &id, " ",
                                                 &error),
                 &error, COMARK_DESK_ERROR_MISSING, NULL);
  panel_worked (comark_desk_leave_out_question (panel_as (panel, S1), panel->ref, &id,
                                                "It is in the minutes.", &error),
                &error);
  dossier = look (panel, S2);
  g_assert_cmpstr (comark_dossier_own_question (dossier, "C1")->because, ==,
                   "It is in the minutes.");
  g_assert_cmpuint (n_seen (panel, E2), ==, 0);
  assert_todo (panel, S2,
               "review: Rate Going home safely by 23 March, about 40 minutes."
               "|questions: Read why your question on C1 of Going home safely was not sent on.");
  panel_worked (comark_desk_note_question (panel_as (panel, S2), panel->ref, "C1", &error),
                &error);
  assert_todo (panel, S2, "review: Rate Going home safely by 23 March, about 40 minutes.");
  /* put back, and taken back by its author */
  panel_worked (comark_desk_put_back_question (panel_as (panel, E1), panel->ref, &id, &error),
                &error);
  panel_worked (comark_desk_take_back_question (panel_as (panel, S2), panel->ref, "C1", &error),
                &error);
  g_assert_cmpuint (n_seen (panel, S1), ==, 0);
  panel_refused (comark_desk_put_back_question (panel_as (panel, E1), panel->ref, &id, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
}

static void
assert_due (Panel *panel, const char *day)
{
  g_autoptr (ComarkDossier) dossier = look (panel, ADMIN);

  g_assert_cmpstr (dossier->submission->due_day, ==, day);
  for (guint i = 0; i < dossier->seats->len; i++)
    g_assert_cmpstr (((ComarkSeat *) g_ptr_array_index (dossier->seats, i))->due_day, ==, day);
}

static void
test_one_round_and_the_clock_stands (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  ComarkId id;

  panel_go_to (panel, STEP_IN_REVIEW);
  assert_due (panel, "2026-03-23");
  ask (panel, E2, "C1", "Who was in the room?");
  ask (panel, S2, "F1", "Who heard what changed?");
  panel_worked (comark_desk_send_questions (panel_as (panel, S1), panel->ref, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_CLARIFYING);
  assert_todo (panel, OWNER,
               "questions: Answer the panel’s questions about Going home safely by 30 March.");
  assert_todo (panel, E2, "review: Rate Going home safely, about 40 minutes.");
  panel_rate (panel, E2, "C1", 3); /* rating goes on */
  panel_refused (comark_desk_save_question (panel_as (panel, E1), panel->ref, "A1", "And?", 0,
                                            NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "meeting");

  panel_pass_days (panel, 7); /* five working days */
  answer (panel, "C1", "Six of us, three from the ward.");
  id = question_on (panel, E2, "C1");
  dossier = look (panel, E2);
  g_assert_cmpstr (comark_dossier_question (dossier, &id)->answer, ==, "");
  panel_refused (comark_desk_send_answers (panel_as (panel, OWNER), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "Who heard what changed?");
  answer (panel, "F1", "A letter to each.");
  panel_refused (comark_desk_send_answers (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_send_answers (panel_as (panel, OWNER), panel->ref, &error), &error);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_IN_REVIEW);
  assert_due (panel, "2026-03-30");
  g_clear_object (&dossier);
  dossier = look (panel, E2);
  g_assert_cmpstr (comark_dossier_question (dossier, &id)->answer, ==,
                   "Six of us, three from the ward.");
  g_assert_true (dossier->asking->answered);

  panel_refused (comark_desk_save_question (panel_as (panel, E2), panel->ref, "A1", "And?", 0,
                                            NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "asked once already");
  panel_refused (comark_desk_send_questions (panel_as (panel, E1), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "asked once already");
}

static void
test_new_evidence_with_the_answer (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  const char *const criteria[] = { "C1", NULL };
  ComarkEvidenceForm form = { .title = "Who signed the sheet",
                              .description = "Six names",
                              .criteria = criteria };

  panel_go_to (panel, STEP_IN_REVIEW);
  panel_refused (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  ask (panel, E2, "C1", "Who was in the room?");
  panel_worked (comark_desk_send_questions (panel_as (panel, S1), panel->ref, &error), &error);
  panel_worked (comark_desk_save_evidence (panel_as (panel, OWNER), panel->ref, &form, &error),
                &error);
  {
    g_autoptr (ComarkDossier) dossier = look (panel, E2);
    g_autoptr (GPtrArray) items = comark_dossier_evidence_for (dossier, "C1");

    g_assert_cmpuint (items->len, ==, 1);
  }
}

static void
test_no_answer_in_time (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  ComarkOwnerQuestion *question;
  ComarkHistoryEntry *entry;
  guint n;

  panel_go_to (panel, STEP_IN_REVIEW);
  ask (panel, E2, "C1", "Who was in the room?");
  panel_worked (comark_desk_send_questions (panel_as (panel, S1), panel->ref, &error), &error);
  answer (panel, "C1", "Let me think");
  panel_pass_days (panel, 28); /* the 20th working day itself */
  panel_worked (comark_desk_end_overdue_askings (panel_as (panel, S2), &n, &error), &error);
  g_assert_cmpuint (n, ==, 0);
  panel_pass_days (panel, 1);
  panel_worked (comark_desk_end_overdue_askings (panel_as (panel, S2), &n, &error), &error);
  g_assert_cmpuint (n, ==, 1);
  panel_worked (comark_desk_end_overdue_askings (panel_as (panel, S2), &n, &error), &error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (panel_state (panel), ==, COMARK_STATE_IN_REVIEW);
  assert_due (panel, "2026-04-21"); /* 21 working days on */
  dossier = look (panel, E2);
  entry = g_ptr_array_index (dossier->history, 0);
  g_assert_cmpstr (entry->act, ==, "answer-overdue");
  g_assert_cmpstr (entry->actor_name, ==, "");
  /* what was not sent stays with the owner */
  question = g_ptr_array_index (dossier->questions, 0);
  g_assert_cmpstr (question->answer, ==, "");
  g_assert_false (dossier->asking->answered);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/questions/draft", test_a_draft_is_its_authors_alone);
  g_test_add_func ("/desk/questions/who-may-ask", test_who_may_ask);
  g_test_add_func ("/desk/questions/nameless", test_nobody_learns_who_asked);
  g_test_add_func ("/desk/questions/left-out", test_left_out_with_a_reason);
  g_test_add_func ("/desk/questions/one-round", test_one_round_and_the_clock_stands);
  g_test_add_func ("/desk/questions/evidence", test_new_evidence_with_the_answer);
  g_test_add_func ("/desk/questions/no-answer", test_no_answer_in_time);
  return g_test_run ();
}
