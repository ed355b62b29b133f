/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-history.h"

#include "comark-log.h"
#include "comark-person-rows.h"

/* More than any submission has; a bound all the same. */
#define LIMIT 10000

/* For whom a line is. */
typedef enum
{
  FOR_ALL,     /* who sees the history at all */
  FOR_PANEL,   /* who knows the panel */
  FOR_MINUTES, /* administrators, co-chairs, and who did it or whom it is about */
  FOR_RATED,   /* who may see others' ratings, and their author */
  FOR_AGREED,  /* who may see what is agreed, or the result */
  FOR_NOBODY,  /* typing, places, looking: of no interest to anybody */
} Readers;

/* Acts that are not steps of the workflow, and steps that not all may read of. */
static const struct
{
  const char *act;
  Readers readers;
  const char *words; /* NULL: the workflow's */
} acts[] = {
  { "save-details", FOR_ALL, "Changed the details." },
  { "set-content-note", FOR_ALL, "Said what the document speaks of." },
  { "set-document", FOR_ALL, "Put in the document." },
  { "save-evidence", FOR_ALL, "Added or changed evidence." },
  { "remove-evidence", FOR_ALL, "Took away evidence." },
  { "save-statement", FOR_ALL, "Wrote about a criterion." },
  { "save-contributor", FOR_ALL, "Named a contributor, or changed what is said about one." },
  { "remove-contributor", FOR_ALL, "Took a contributor off the list." },
  { "confirm", FOR_ALL, "Recorded that a contributor confirms a claim." },
  { "invite", FOR_PANEL, "Invited a member to the panel." },
  { "accept-invitation", FOR_PANEL, "Accepted the invitation to the panel." },
  { "decline-invitation", FOR_PANEL, "Cannot take part in the panel." },
  { "declare-interest", FOR_MINUTES, "Answered about interests." },
  { "settle-interest", FOR_MINUTES, "Settled what a declared interest means." },
  { "on-the-day", FOR_MINUTES, "Changed whether they will say on the day." },
  { "begin-review", FOR_NOBODY, "Worked on a review." },
  { "save-rating", FOR_NOBODY, "Worked on a review." },
  { "save-comment", FOR_NOBODY, "Worked on a review." },
  { "save-place", FOR_NOBODY, "Worked on a review." },
  { "save-cover", FOR_NOBODY, "Worked on a review." },
  { "save-note", FOR_NOBODY, "Worked on a review." },
  { "save-quote", FOR_NOBODY, "Worked on a review." },
  /* the page Questions shows them; who asked which is nobody's business */
  { "save-question", FOR_NOBODY, "Worked on a review." },
  { "ask-question", FOR_NOBODY, "Worked on a review." },
  { "take-back-question", FOR_NOBODY, "Worked on a review." },
  { "note-question", FOR_NOBODY, "Worked on a review." },
  { "word-question", FOR_NOBODY, "Put a question to the owner in plain words." },
  { "leave-out-question", FOR_NOBODY, "Left out a question to the owner." },
  { "put-back-question", FOR_NOBODY, "Put back a question to the owner." },
  { "save-answer", FOR_NOBODY, "Worked on an answer to the panel." },
  /* the Discussion shows them, to whom they are for */
  { "begin-thread", FOR_NOBODY, "Wrote a message." },
  { "say", FOR_NOBODY, "Wrote a message." },
  { "change-message", FOR_NOBODY, "Changed a message." },
  { "take-back-message", FOR_NOBODY, "Took a message back." },
  { "open-peers", FOR_RATED, "Opened the others’ reviews." },
  { "submit-review", FOR_RATED, "Submitted their review." },
  { "reopen-review", FOR_RATED, "Opened a submitted review again, because of a slip." },
  { "plan-sitting", FOR_PANEL, "Planned a meeting of panels." },
  { "change-sitting", FOR_PANEL, "Changed when or where panels meet." },
  { "call-off-sitting", FOR_PANEL, "Called a meeting off." },
  { "put-on-agenda", FOR_PANEL, "Put it on the agenda of a meeting." },
  { "take-off-agenda", FOR_PANEL, "Took it off the agenda of a meeting." },
  { "order-agenda", FOR_PANEL, "Changed the order of an agenda." },
  { "reply-sitting", FOR_PANEL, "Said whether they come to a meeting." },
  { "attend", FOR_PANEL, "Recorded who is at the meeting." },
  { "agree", FOR_AGREED, "Recorded what the panel agrees on a criterion." },
  { "judge", FOR_AGREED, "Recorded the panel’s answer to a question." },
  { "dissent", FOR_AGREED, "Recorded a disagreement." },
  { "note-task", FOR_AGREED, "Noted something to be done." },
  { "finish-task", FOR_AGREED, "Said that an action is done." },
  { "reopen-task", FOR_AGREED, "Said that an action is not done after all." },
  { "remove-task", FOR_AGREED, "Took an action off the list." },
  { "begin-rounds", FOR_PANEL, "Began the rounds." },
  { "take-turn", FOR_NOBODY, "Recorded a turn in the rounds." },
  { "give-word", FOR_NOBODY, "Gave somebody the word." },
  { "go-to-prompt", FOR_NOBODY, "Went to another question of the rounds." },
  { "begin-mapping", FOR_PANEL, "Began the mapping." },
  /* who needed it is nobody's business */
  { "pause-meeting", FOR_NOBODY, "Paused the meeting." },
  { "resume-meeting", FOR_PANEL, "Went on with the meeting after a pause." },
  { "adjourn", FOR_PANEL, NULL },
  { "decide", FOR_AGREED, NULL },
  { "reconsider", FOR_AGREED, NULL },
  { "sign", FOR_AGREED, NULL },
  { "say-condition-met", FOR_AGREED, "Said that a condition is met." },
  { "meet-condition", FOR_AGREED, "Recorded that a condition is met." },
  { "told", FOR_ALL, "Recorded that the contributors were told what changed because of them." },
  { "revoke-mark", FOR_ALL, "Revoked the mark." },
  { "printed", FOR_ALL, "Printed the mark." },
  { "exported", FOR_ALL, "Exported the mark." },
  { "import-pack", FOR_ALL, "Took in a submission pack." },
  { "import-review", FOR_RATED, "Took in a review file." },
  { "export-review", FOR_RATED, "Exported a review." },
  { "record-rating", FOR_NOBODY, "Typed a rating for a member." },
  { "let-write", FOR_NOBODY, "Let somebody write their review." },
  { "stop-writing", FOR_NOBODY, "Writes their review themselves again." },
  { "confirm-recorded", FOR_NOBODY, "Confirmed what was written for them." },
  { "take-home", FOR_MINUTES, "Made a reading pack to take home." },
  { "choose-wording", FOR_NOBODY, "Worked on a review." },
  { "open-pack", FOR_NOBODY, "Opened a reading pack." },
  { "export-pack", FOR_MINUTES, "Exported the submission as a pack." },
  { "new-submission", FOR_ALL, "Started the submission." },
  { "finish-practice", FOR_ALL, "Did the practice submission." },
  { "waive-practice", FOR_ALL, "Let somebody begin without the practice submission." },
  { "add-person", FOR_ALL, "Added a person." },
  { "change-person", FOR_ALL, "Changed a person." },
  { "change-setting", FOR_ALL, "Changed a setting." },
  { "add-framework", FOR_ALL, "Added a framework." },
  { "create-register", FOR_ALL, "Made the register." },
};

static int
find_act (const char *act)
{
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (g_strcmp0 (acts[i].act, act) == 0)
        return i;
    }
  return -1;
}

static const char *
workflow_words (const char *act)
{
  ComarkEvent event;
  guint n_rows;
  const ComarkTransition *table = comark_workflow_table (&n_rows);

  if (!comark_event_from_nick (act, &event))
    return NULL;
  for (guint i = 0; i < n_rows; i++)
    {
      if (table[i].event == event)
        return table[i].history;
    }
  return NULL;
}

const char *
comark_desk_act_words (const char *act)
{
  int i = find_act (act);
  const char *words = i >= 0 && acts[i].words != NULL ? acts[i].words : workflow_words (act);

  return words != NULL ? words : "Did something that this version of the program does not know.";
}

/* An act that nobody has thought of here is shown to nobody: it might tell of a rating. */
static Readers
readers_of (const char *act)
{
  int i = find_act (act);

  if (i >= 0)
    return acts[i].readers;
  return workflow_words (act) != NULL ? FOR_ALL : FOR_NOBODY;
}

gboolean
comark_desk_act_is_of_a_review (const char *act)
{
  Readers readers = readers_of (act);

  return readers == FOR_RATED || readers == FOR_NOBODY;
}

/* One reading for one viewer. */
typedef struct
{
  const ComarkStanding *standing;
  const ComarkId *viewer;
  gboolean sees_panel;
  GHashTable *names; /* ComarkId → name */
} Viewing;

static gboolean
may_read (const Viewing *self, const ComarkLogRow *row)
{
  const ComarkStanding *standing = self->standing;
  gboolean own = comark_id_equal (&row->actor, self->viewer);

  switch (readers_of (row->act))
    {
    case FOR_ALL:
      return TRUE;
    case FOR_PANEL:
      return self->sees_panel;
    case FOR_MINUTES:
      return own || comark_id_equal (&row->subject, self->viewer)
             || (standing->roles & (COMARK_ROLE_ADMINISTRATOR | COMARK_ROLE_CO_CHAIR)) != 0;
    case FOR_RATED:
      return own || comark_access_check (standing, COMARK_ACTION_SEE_OTHERS_RATINGS, NULL);
    case FOR_AGREED:
      return comark_access_check (standing, COMARK_ACTION_SEE_AGREED, NULL)
             || comark_access_check (standing, COMARK_ACTION_SEE_RESULT, NULL);
    case FOR_NOBODY:
    default:
      return FALSE;
    }
}

static ComarkHistoryEntry *
entry_of (const Viewing *self, const ComarkLogRow *row)
{
  ComarkHistoryEntry *entry = comark_history_entry_new ();
  const char *name = g_hash_table_lookup (self->names, &row->actor);

  entry->seq = row->seq;
  entry->at = row->at_ms;
  entry->act = g_strdup (row->act);
  entry->words = g_strdup (comark_desk_act_words (row->act));
  entry->actor_name = g_strdup (name != NULL ? name : "");
  return entry;
}

static GHashTable *
read_names (ComarkDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) people = comark_person_rows_list (desk->sql, error);
  GHashTable *names;

  if (people == NULL)
    return NULL;
  names = g_hash_table_new_full (comark_id_hash, comark_id_equal, g_free, g_free);
  for (guint i = 0; i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);

      g_hash_table_insert (names, g_memdup2 (&person->id, sizeof person->id),
                           g_strdup (person->name));
    }
  return names;
}

/* Somebody typing for an hour is one line, the newest. */
static gboolean
is_more_of_same (GPtrArray *entries, const ComarkHistoryEntry *older)
{
  const ComarkHistoryEntry *newer
    = entries->len == 0 ? NULL : g_ptr_array_index (entries, entries->len - 1);

  return newer != NULL && g_str_has_prefix (older->act, "save-")
         && g_str_equal (newer->act, older->act)
         && g_str_equal (newer->actor_name, older->actor_name)
         && newer->at - older->at < G_GINT64_CONSTANT (3600000);
}

static GPtrArray *
entries_of (const Viewing *self, GPtrArray *rows)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = rows->len; i > 0; i--)
    {
      const ComarkLogRow *row = g_ptr_array_index (rows, i - 1);
      g_autoptr (ComarkHistoryEntry) entry = NULL;

      if (!may_read (self, row))
        continue;
      entry = entry_of (self, row);
      if (!is_more_of_same (entries, entry))
        g_ptr_array_add (entries, g_steal_pointer (&entry));
    }
  return entries;
}

GPtrArray *
comark_desk_read_history (ComarkDesk *desk, const ComarkId *submission,
                          const ComarkStanding *standing, gboolean sees_panel, GError **error)
{
  g_autoptr (GPtrArray) rows = comark_log_list (desk->sql, submission, 0, LIMIT, error);
  g_autoptr (GHashTable) names = NULL;

  if (rows == NULL || (names = read_names (desk, error)) == NULL)
    return NULL;
  return entries_of (&(Viewing){ standing, &desk->who->id, sees_panel, names }, rows);
}
