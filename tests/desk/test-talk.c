/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Talking about a submission: who reads what, and what is kept.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-care.h"
#include "comark-desk-talk.h"
#include "comark-dossier.h"

static ComarkDossier *
open_as (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static guint
count_threads (Panel *panel, Who who)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);

  return dossier->threads->len;
}

static gboolean
try_begin (Panel *panel, Who who, ComarkTalkAudience audience, const char *criterion,
           const char *body, ComarkId *thread, GError **error)
{
  const ComarkMessageForm form = { .audience = audience, .criterion = criterion, .body = body };

  return comark_desk_say (panel_as (panel, who), panel->ref, &form, thread, error);
}

static ComarkId
begin (Panel *panel, Who who, ComarkTalkAudience audience, const char *body)
{
  g_autoptr (GError) error = NULL;
  ComarkId thread;

  panel_worked (try_begin (panel, who, audience, NULL, body, &thread, &error), &error);
  return thread;
}

static gboolean
try_answer (Panel *panel, Who who, const ComarkId *thread, const char *body, GError **error)
{
  const ComarkMessageForm form = { .thread = *thread, .body = body };

  return comark_desk_say (panel_as (panel, who), panel->ref, &form, NULL, error);
}

static void
answer (Panel *panel, Who who, const ComarkId *thread, const char *body)
{
  g_autoptr (GError) error = NULL;

  panel_worked (try_answer (panel, who, thread, body, &error), &error);
}

/* Message @n of @thread as @who reads it. */
static ComarkMessage *
message_as (Panel *panel, Who who, const ComarkId *thread, guint n)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  ComarkThread *found = comark_dossier_thread (dossier, thread);

  g_assert_nonnull (found);
  g_assert_cmpuint (n, <=, found->messages->len);
  return g_object_ref (g_ptr_array_index (found->messages, n - 1));
}

static void
submit_review (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;

  panel_rate_all (panel, who, 3);
  g_assert_no_error (error);
}

static gboolean
is_in_todo (Panel *panel, Who who, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) todos = comark_desk_list_todo (panel_as (panel, who), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < todos->len; i++)
    {
      ComarkTodo *todo = g_ptr_array_index (todos, i);

      if (strstr (todo->sentence, words) == NULL)
        continue;
      g_assert_nonnull (strstr (todo->sentence, todo->title)); /* it is shown in bold there */
      return TRUE;
    }
  return FALSE;
}

/* Names of those who would read @audience, as @who is told. */
static char *
readers_as (Panel *panel, Who who, ComarkTalkAudience audience)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < dossier->readers->len; i++)
    {
      ComarkReaderOfTalk *reader = g_ptr_array_index (dossier->readers, i);

      if (comark_reader_of_talk_reads (reader, audience))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", reader->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* ---- audiences ---- */

/* What is begun by whom for whom, and who then has it in their dossier; none has submitted. */
static const struct
{
  Who by;
  ComarkTalkAudience audience;
  Who readers[N_PEOPLE]; /* N_PEOPLE ends the list */
} begun[] = {
  { E2, COMARK_TALK_ADMINISTRATORS, { ADMIN, E2, N_PEOPLE } },
  { OWNER, COMARK_TALK_ADMINISTRATORS, { ADMIN, OWNER, N_PEOPLE } },
  { ADMIN, COMARK_TALK_ADMINISTRATORS, { ADMIN, N_PEOPLE } },
  { S1, COMARK_TALK_PANEL, { ADMIN, E1, E2, S1, S2, N_PEOPLE } },
  { ADMIN, COMARK_TALK_PANEL, { ADMIN, E1, E2, S1, S2, N_PEOPLE } },
  { OWNER, COMARK_TALK_OWNER, { ADMIN, OWNER, E1, E2, S1, S2, N_PEOPLE } },
  { E1, COMARK_TALK_OWNER, { ADMIN, OWNER, E1, E2, S1, S2, N_PEOPLE } },
};

static gboolean
reads (const Who *readers, Who who)
{
  for (guint i = 0; readers[i] != N_PEOPLE; i++)
    if (readers[i] == who)
      return TRUE;
  return FALSE;
}

static void
test_audiences (void)
{
  g_autoptr (Panel) panel = panel_new ();
  guint expected[N_PEOPLE] = { 0 };

  panel_go_to (panel, STEP_IN_REVIEW);
  for (guint i = 0; i < G_N_ELEMENTS (begun); i++)
    {
      begin (panel, begun[i].by, begun[i].audience, "A word");
      for (int who = 0; who < N_PEOPLE; who++)
        {
          if (who == E3 || who == S3)
            continue; /* not on the panel: they open nothing */
          expected[who] += reads (begun[i].readers, (Who) who);
          g_test_message ("%u: %d", i, who);
          g_assert_cmpuint (count_threads (panel, (Who) who), ==, expected[who]);
        }
    }
}

static const struct
{
  Who by;
  ComarkTalkAudience audience;
  const char *criterion;
  ComarkDeskError code;
  const char *words;
} refused[] = {
  { E2, COMARK_TALK_RATED, NULL, COMARK_DESK_ERROR_REFUSED, "after you have submitted" },
  { ADMIN, COMARK_TALK_RATED, NULL, COMARK_DESK_ERROR_REFUSED, "Until the meeting opens" },
  { OWNER, COMARK_TALK_RATED, NULL, COMARK_DESK_ERROR_REFUSED, "among itself" },
  { OWNER, COMARK_TALK_PANEL, NULL, COMARK_DESK_ERROR_REFUSED, "among itself" },
  { E2, COMARK_TALK_OWNER, NULL, COMARK_DESK_ERROR_REFUSED, "through the co-chairs" },
  { E2, COMARK_TALK_PANEL, "C1", COMARK_DESK_ERROR_INVALID, "when each has rated" },
  { E2, COMARK_TALK_ADMINISTRATORS, "Z9", COMARK_DESK_ERROR_NO_SUCH, NULL },
  { E3, COMARK_TALK_ADMINISTRATORS, NULL, COMARK_DESK_ERROR_NO_SUCH, NULL },
};

static void
test_refusals (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%u", i);
      panel_refused (try_begin (panel, refused[i].by, refused[i].audience, refused[i].criterion,
                                "A word", NULL, &error),
                     &error, refused[i].code, refused[i].words);
    }
  panel_refused (try_begin (panel, E2, COMARK_TALK_PANEL, NULL, " \n", NULL, &error), &error,
                 COMARK_DESK_ERROR_MISSING, NULL);
  panel_refused (try_begin (panel, E2, COMARK_TALK_PANEL, NULL, "a\001b", NULL, &error), &error,
                 COMARK_DESK_ERROR_INVALID, NULL);
  for (int who = 0; who < N_PEOPLE; who++)
    if (who != E3 && who != S3)
      g_assert_cmpuint (count_threads (panel, (Who) who), ==, 0);
}

/* product.md rule 1: not before one's own review is in, and looking is an act. */
static void
test_rated_talk_waits_for_ones_own_review (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  submit_review (panel, E1);
  panel_refused (try_begin (panel, E1, COMARK_TALK_RATED, "C1", "I gave it 3", NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "open the others");
  panel_worked (comark_desk_open_peers (panel_as (panel, E1), panel->ref, &error), &error);
  submit_review (panel, S1);
  panel_worked (comark_desk_open_peers (panel_as (panel, E1), panel->ref, &error), &error);
  panel_worked (try_begin (panel, E1, COMARK_TALK_RATED, "C1", "@Sam One, I gave it 3", &thread,
                           &error), &error);
  g_assert_cmpuint (count_threads (panel, E2), ==, 0);
  g_assert_cmpuint (count_threads (panel, ADMIN), ==, 0);
  g_assert_cmpuint (count_threads (panel, S1), ==, 0);
  panel_refused (try_answer (panel, E2, &thread, "Me too", &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, "There is no such message");
  panel_refused (try_answer (panel, S1, &thread, "Me too", &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "open the others");
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  g_assert_cmpuint (count_threads (panel, S1), ==, 1);
  answer (panel, S1, &thread, "So did I");
}

/* The owner does not know who sits on the panel. */
static void
test_owner_reads_no_names (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autofree char *readers = NULL;
  g_autofree char *to_chair = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, E1, COMARK_TALK_OWNER, "@Sam One asks: who chose?");
  {
    g_autoptr (ComarkMessage) message = message_as (panel, OWNER, &thread, 1);
    g_autoptr (ComarkMessage) whole = message_as (panel, S2, &thread, 1);

    g_assert_cmpstr (message->author_name, ==, "The panel");
    g_assert_true (comark_id_is_none (&message->author));
    g_assert_cmpstr (message->body, ==, "@member of the panel asks: who chose?");
    g_assert_cmpuint (g_strv_length (message->mentions), ==, 0);
    g_assert_cmpstr (whole->author_name, ==, panel->people[E1]->name);
    g_assert_cmpstr (whole->mentions[0], ==, "Sam One");
  }
  readers = readers_as (panel, OWNER, COMARK_TALK_OWNER);
  g_assert_null (strstr (readers, "Sam"));
  to_chair = readers_as (panel, E1, COMARK_TALK_OWNER);
  g_assert_nonnull (strstr (to_chair, "Sam One"));
}

/* Who reads what is written after rating tells whose review is in. */
static void
test_readers_are_told_to_writers_alone (void)
{
  static const struct
  {
    Who who;
    ComarkTalkAudience audience;
    const char *names;
  } cases[] = {
    { E2, COMARK_TALK_RATED, "" },
    { ADMIN, COMARK_TALK_RATED, "" },
    { S1, COMARK_TALK_RATED, "" }, /* has submitted, and has not opened the others' */
    { E2, COMARK_TALK_OWNER, "" },
    { OWNER, COMARK_TALK_PANEL, "" },
    { OWNER, COMARK_TALK_OWNER, "Ada Admin, Olu Owner" },
    { E2, COMARK_TALK_ADMINISTRATORS, "Ada Admin" },
    { E2, COMARK_TALK_PANEL, "Ada Admin, Emil Two, Esme One, Sam One, Sue Two" },
    { E1, COMARK_TALK_RATED, "Esme One, Sam One" },
  };
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_REVIEW);
  submit_review (panel, E1);
  submit_review (panel, S1);
  panel_worked (comark_desk_open_peers (panel_as (panel, E1), panel->ref, &error), &error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = readers_as (panel, cases[i].who, cases[i].audience);

      g_test_message ("%u", i);
      g_assert_cmpstr (names, ==, cases[i].names);
    }
}

/* ---- an interest ---- */

static void
test_interest_leaves_no_trace (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, S1, COMARK_TALK_PANEL, "@Sue Two, can you come?");
  begin (panel, S2, COMARK_TALK_ADMINISTRATORS, "I may have to leave");
  before = readers_as (panel, S1, COMARK_TALK_PANEL);
  g_assert_nonnull (strstr (before, "Sue Two"));
  g_assert_true (is_in_todo (panel, S2, "was written to you"));
  panel_worked (comark_desk_declare_interest (panel_as (panel, S2), panel->ref,
                                              panel_id (panel, S2), COMARK_INTEREST_FINANCIAL, "",
                                              &error), &error);
  g_assert_false (is_in_todo (panel, S2, "was written to you"));
  g_assert_null (comark_desk_open_dossier (panel_as (panel, S2), panel->ref, &error));
  g_clear_error (&error);
  panel_refused (try_answer (panel, S2, &thread, "Yes", &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, "no such submission");
  panel_refused (comark_desk_read_thread (panel_as (panel, S2), panel->ref, &thread, 1, &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, "no such submission");
  after = readers_as (panel, S1, COMARK_TALK_PANEL);
  g_assert_null (strstr (after, "Sue Two"));
  answer (panel, S1, &thread, "@Sue Two, are you there?");
  {
    g_autoptr (ComarkMessage) message = message_as (panel, S1, &thread, 2);

    g_assert_cmpuint (g_strv_length (message->mentions), ==, 0);
  }
}

/* ---- what is kept ---- */

static gboolean
change (Panel *panel, Who who, const ComarkId *message, const char *body, gint64 rev,
        GError **error)
{
  return comark_desk_change_message (panel_as (panel, who), panel->ref, message, body, rev,
                                     error);
}

static void
test_changing_keeps_every_wording (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMessage) message = NULL;
  g_autoptr (ComarkMessage) changed = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, S1, COMARK_TALK_PANEL, "We meet on Monday");
  message = message_as (panel, S1, &thread, 1);
  g_assert_cmpint (message->n_wordings, ==, 1);
  panel_worked (change (panel, S1, &message->id, "We meet on Tuesday", message->rev, &error),
                &error);
  panel_refused (change (panel, S1, &message->id, "On Friday", message->rev, &error), &error,
                 COMARK_DESK_ERROR_CHANGED, "words");
  panel_refused (change (panel, E1, &message->id, "Never", message->rev + 1, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "Only the person who wrote");
  changed = message_as (panel, E1, &thread, 1);
  g_assert_cmpstr (changed->body, ==, "We meet on Tuesday");
  g_assert_cmpint (changed->changed_at, !=, 0);
  wordings = comark_desk_list_wordings (panel_as (panel, E2), panel->ref, &message->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wordings->len, ==, 2);
  g_assert_cmpstr (((ComarkWording *) wordings->pdata[0])->body, ==, "We meet on Monday");
  g_assert_null (comark_desk_list_wordings (panel_as (panel, OWNER), panel->ref, &message->id,
                                            &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH);
}

static void
test_taking_back_leaves_a_trace (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkMessage) message = NULL;
  g_autoptr (ComarkMessage) theirs = NULL;
  g_autoptr (ComarkMessage) own = NULL;
  ComarkId thread;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, S1, COMARK_TALK_PANEL, "@Sue Two, something hasty");
  message = message_as (panel, S1, &thread, 1);
  panel_refused (comark_desk_take_back_message (panel_as (panel, S2), panel->ref, &message->id,
                                                &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_worked (comark_desk_take_back_message (panel_as (panel, S1), panel->ref, &message->id,
                                               &error),
                &error);
  theirs = message_as (panel, S2, &thread, 1);
  g_assert_cmpstr (theirs->body, ==, "");
  g_assert_cmpint (theirs->taken_back_at, !=, 0);
  g_assert_false (theirs->unread);
  g_assert_cmpuint (g_strv_length (theirs->mentions), ==, 0);
  own = message_as (panel, S1, &thread, 1);
  g_assert_cmpstr (own->body, ==, "@Sue Two, something hasty");
  g_assert_false (is_in_todo (panel, S2, "was written to you"));
  g_assert_null (comark_desk_list_wordings (panel_as (panel, S2), panel->ref, &message->id,
                                            &error));
  g_clear_error (&error);
  panel_refused (change (panel, S1, &message->id, "Again", own->rev, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "taken back already");
}

/* ---- unread, and addressed ---- */

static guint
unread_as (Panel *panel, Who who, guint *to_me)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);

  return comark_dossier_count_unread (dossier, to_me);
}

static void
test_unread_is_each_persons_own (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId thread;
  guint to_me;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, S1, COMARK_TALK_PANEL, "One");
  answer (panel, E1, &thread, "Two, @Sue Two");
  g_assert_cmpuint (unread_as (panel, S2, &to_me), ==, 2);
  g_assert_cmpuint (to_me, ==, 1);
  g_assert_cmpuint (unread_as (panel, E2, &to_me), ==, 2);
  g_assert_cmpuint (to_me, ==, 0);
  g_assert_cmpuint (unread_as (panel, S1, &to_me), ==, 1); /* an answer to what S1 began */
  g_assert_cmpuint (to_me, ==, 1);
  panel_worked (comark_desk_read_thread (panel_as (panel, S2), panel->ref, &thread, 2, &error),
                &error);
  panel_worked (comark_desk_read_thread (panel_as (panel, S2), panel->ref, &thread, 1, &error),
                &error);
  g_assert_cmpuint (unread_as (panel, S2, &to_me), ==, 0);
  g_assert_cmpuint (to_me, ==, 0);
  g_assert_cmpuint (unread_as (panel, E2, NULL), ==, 2);
  /* Further than there is anything to read. */
  panel_worked (comark_desk_read_thread (panel_as (panel, E2), panel->ref, &thread, 99, &error),
                &error);
  answer (panel, S1, &thread, "Three");
  g_assert_cmpuint (unread_as (panel, E2, NULL), ==, 1);
}

static void
test_what_is_addressed_waits_in_the_to_do_list (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  ComarkId asked, owner;

  panel_go_to (panel, STEP_IN_REVIEW);
  asked = begin (panel, E2, COMARK_TALK_ADMINISTRATORS, "May I have more time?");
  g_assert_true (is_in_todo (panel, ADMIN, "asks the administrators"));
  g_assert_false (is_in_todo (panel, E1, "asks the administrators"));
  answer (panel, ADMIN, &asked, "Of course");
  g_assert_false (is_in_todo (panel, ADMIN, "asks the administrators"));
  g_assert_true (is_in_todo (panel, E2, "Read what was written to you"));
  panel_worked (comark_desk_read_thread (panel_as (panel, E2), panel->ref, &asked, 2, &error),
                &error);
  g_assert_false (is_in_todo (panel, E2, "Read what was written to you"));
  owner = begin (panel, ADMIN, COMARK_TALK_OWNER, "Who chose the pictures?");
  g_assert_true (is_in_todo (panel, OWNER, "Read what was written to you"));
  g_assert_false (is_in_todo (panel, S2, "Read what was written to you"));
  answer (panel, OWNER, &owner, "We all did");
  g_assert_true (is_in_todo (panel, ADMIN, "Read what was written to you"));
}

/* ---- drafts ---- */

static gboolean
save_draft (Panel *panel, Who who, const char *slot, const char *body, gint64 rev,
            gint64 *new_rev, GError **error)
{
  const ComarkMessageForm form = { .audience = COMARK_TALK_PANEL, .body = body };

  return comark_desk_save_message_draft (panel_as (panel, who), panel->ref, slot, &form, rev,
                                         new_rev, error);
}

static void
test_drafts_are_their_authors (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *slot = NULL;
  ComarkId thread;
  gint64 rev;

  panel_go_to (panel, STEP_IN_REVIEW);
  thread = begin (panel, S1, COMARK_TALK_PANEL, "One");
  slot = comark_id_to_string (&thread);
  panel_worked (save_draft (panel, E1, "", "Half a wo", 0, &rev, &error), &error);
  panel_worked (save_draft (panel, E1, "", "Half a word", rev, &rev, &error), &error);
  panel_worked (save_draft (panel, E1, slot, "An answ", 0, NULL, &error), &error);
  panel_refused (save_draft (panel, E1, "", "Another window's", rev - 1, NULL, &error), &error,
                 COMARK_DESK_ERROR_CHANGED, "words");
  panel_refused (save_draft (panel, E1, "nonsense", "x", 0, NULL, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (save_draft (panel, OWNER, slot, "x", 0, NULL, &error), &error,
                 COMARK_DESK_ERROR_NO_SUCH, NULL);
  {
    g_autoptr (ComarkDossier) own = open_as (panel, E1);
    g_autoptr (ComarkDossier) other = open_as (panel, S1);

    g_assert_cmpstr (comark_dossier_message_draft (own, "")->body, ==, "Half a word");
    g_assert_cmpint (comark_dossier_message_draft (own, "")->audience, ==, COMARK_TALK_PANEL);
    g_assert_cmpuint (other->message_drafts->len, ==, 0);
  }
  answer (panel, E1, &thread, "An answer");
  panel_worked (save_draft (panel, E1, "", " ", rev, &rev, &error), &error);
  g_assert_cmpint (rev, ==, 0);
  {
    g_autoptr (ComarkDossier) own = open_as (panel, E1);

    g_assert_cmpuint (own->message_drafts->len, ==, 0);
  }
}

/* ---- the record ---- */

static void
test_log_tells_of_no_words (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (ComarkDossier) dossier = NULL;
  g_auto (GStrv) findings = NULL;
  guint n = 0;

  panel_go_to (panel, STEP_IN_REVIEW);
  begin (panel, S1, COMARK_TALK_PANEL, "Sunflower");
  entries = comark_desk_list_log (panel_as (panel, ADMIN), 3, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      ComarkHistoryEntry *entry = g_ptr_array_index (entries, i);

      n += g_str_equal (entry->act, "begin-thread");
      g_assert_null (strstr (entry->words, "Sunflower"));
    }
  g_assert_cmpuint (n, ==, 1);
  dossier = open_as (panel, E1);
  for (guint i = 0; i < dossier->history->len; i++)
    g_assert_cmpstr (((ComarkHistoryEntry *) dossier->history->pdata[i])->act, !=,
                     "begin-thread");
  findings = comark_desk_check (panel_as (panel, ADMIN), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/talk/each-audience-and-nobody-else", test_audiences);
  g_test_add_func ("/talk/refusals-say-why", test_refusals);
  g_test_add_func ("/talk/about-ratings-only-after-ones-own",
                   test_rated_talk_waits_for_ones_own_review);
  g_test_add_func ("/talk/the-owner-reads-no-names", test_owner_reads_no_names);
  g_test_add_func ("/talk/readers-are-told-to-writers-alone",
                   test_readers_are_told_to_writers_alone);
  g_test_add_func ("/talk/an-interest-leaves-no-trace", test_interest_leaves_no_trace);
  g_test_add_func ("/talk/changing-keeps-every-wording", test_changing_keeps_every_wording);
  g_test_add_func ("/talk/taking-back-leaves-a-trace", test_taking_back_leaves_a_trace);
  g_test_add_func ("/talk/unread-is-each-persons-own", test_unread_is_each_persons_own);
  g_test_add_func ("/talk/what-is-addressed-waits-in-the-to-do-list",
                   test_what_is_addressed_waits_in_the_to_do_list);
  g_test_add_func ("/talk/drafts-are-their-authors", test_drafts_are_their_authors);
  g_test_add_func ("/talk/the-log-tells-of-no-words", test_log_tells_of_no_words);
  return g_test_run ();
}
