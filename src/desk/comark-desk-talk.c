/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sending, changing, taking back and reading messages.
 */
#include "comark-desk-talk.h"

#include "comark-desk-case.h"
#include "comark-desk-standing.h"
#include "comark-desk-talk-reading.h"
#include "comark-desk-text.h"
#include "comark-quote-rows.h"
#include "comark-talk-rows.h"

/* What an act of talking looks at. */
typedef struct
{
  ComarkCase *panel;
  ComarkStanding standing;
  ComarkThread *thread;
} Talk;

static void
talk_clear (Talk *self)
{
  g_clear_pointer (&self->panel, comark_case_free);
  g_clear_object (&self->thread);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such message that you can read. The Discussion page "
                             "shows all that there are for you.");
}

static gboolean
talk_open (Talk *self, ComarkDesk *desk, const char *ref, GError **error)
{
  self->panel = comark_case_open (desk, ref, COMARK_ACTION_SEE_EXISTS, NULL, error);
  return self->panel != NULL
         && comark_desk_read_standing (desk, &self->panel->id, NULL, &self->standing, error);
}

/* What others think is opened by an act of its own, by which a slip can no longer be mended. */
static gboolean
check_opened (Talk *self, ComarkTalkAudience audience, GError **error)
{
  if (audience != COMARK_TALK_RATED || !comark_access_peers_closed (&self->standing))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "Please open the others’ reviews first: this is where the panel "
                             "talks about them.");
}

/* The thread @id, if it can be read; in the same words whether it is hidden or not there. */
static gboolean
talk_find (Talk *self, const ComarkId *id, GError **error)
{
  ComarkDesk *desk = self->panel->desk;

  if (!comark_talk_rows_find (desk->sql, &self->panel->id, &desk->who->id, id, &self->thread,
                              error))
    return FALSE;
  if (self->thread == NULL || !comark_desk_may_read_thread (&self->standing, self->thread))
    return no_such (error);
  return check_opened (self, self->thread->audience, error);
}

static gboolean
check_may_talk (Talk *self, ComarkTalkAudience audience, gboolean began, GError **error)
{
  g_autofree char *reason = NULL;

  if (comark_access_may_talk (&self->standing, audience, began, &reason))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", reason);
}

static gboolean
log_talk (Talk *self, const char *act, const ComarkId *message, const char *fields,
          const char *body, GError **error)
{
  return comark_case_log (self->panel, act, message, fields, body, error);
}

static gboolean
set_mentions (Talk *self, const ComarkId *message, const char *body, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  g_autoptr (ComarkTalkPeople) people
    = comark_desk_read_talk_people (desk, &self->panel->id, error);
  g_autoptr (GArray) mentioned = NULL;

  if (people == NULL)
    return FALSE;
  mentioned = comark_talk_people_mentioned (people, desk, self->thread->audience, body);
  return comark_talk_rows_set_mentions (desk->sql, message, mentioned, error);
}

/* ---- sending ---- */

typedef struct
{
  const char *ref;
  const ComarkMessageForm *form;
  ComarkId row;
  ComarkId thread;
} Say;

/* Before somebody has rated a criterion, nothing said about it may reach them. */
static gboolean
check_topic (Talk *self, const ComarkMessageForm *form, GError **error)
{
  if (form->criterion == NULL || *form->criterion == '\0')
    return TRUE;
  if (comark_case_criterion (self->panel, form->criterion, error) == NULL)
    return FALSE;
  if (form->audience != COMARK_TALK_PANEL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "About a criterion the panel talks when each has rated. Choose “%s”.",
                             comark_talk_audience_words (COMARK_TALK_RATED));
}

/* *quote (transfer full) is NULL unless there is one that can be talked about: of a review that
 * is submitted. */
static gboolean
find_quote (Talk *self, const ComarkId *id, ComarkQuote **quote, GError **error)
{
  ComarkDesk *desk = self->panel->desk;

  if (!comark_quote_rows_find (desk->sql, &self->panel->id, self->panel->submission->round,
                               &desk->who->id, id, FALSE, quote, error))
    return FALSE;
  if (*quote != NULL && !(*quote)->submitted)
    g_clear_object (quote);
  return TRUE;
}

/* Only where ratings are talked about. */
static gboolean
check_quote (Talk *self, const ComarkMessageForm *form, GError **error)
{
  g_autoptr (ComarkQuote) quote = NULL;

  if (comark_id_is_none (&form->quote))
    return TRUE;
  if (!find_quote (self, &form->quote, &quote, error))
    return FALSE;
  if (quote != NULL && form->audience == COMARK_TALK_RATED
      && g_strcmp0 (quote->criterion, form->criterion) == 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such quote to talk about on this criterion, among those "
                             "who have rated.");
}

static gboolean
begin_thread (Talk *self, Say *say, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  ComarkThread *thread = self->thread = comark_thread_new ();

  thread->id = comark_id_new ();
  thread->submission = self->panel->id;
  thread->criterion = g_strdup (say->form->criterion != NULL ? say->form->criterion : "");
  thread->quote = say->form->quote;
  thread->audience = say->form->audience;
  thread->begun_by = desk->who->id;
  thread->begun_at = comark_desk_now_ms (desk);
  thread->own = TRUE;
  return check_may_talk (self, thread->audience, TRUE, error)
         && check_opened (self, thread->audience, error) && check_topic (self, say->form, error)
         && check_quote (self, say->form, error)
         && comark_talk_rows_begin (desk->sql, thread, error);
}

static gboolean
find_thread (Talk *self, Say *say, GError **error)
{
  ComarkDesk *desk = self->panel->desk;

  return talk_find (self, &say->form->thread, error)
         && check_may_talk (self, self->thread->audience, self->thread->own, error)
         && (say->form->n_seen == 0
             || comark_talk_rows_set_read (desk->sql, &desk->who->id, &self->thread->id,
                                           CLAMP (say->form->n_seen, 0, self->thread->n_messages),
                                           error));
}

static gboolean
drop_draft (Talk *self, const ComarkId *slot, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  g_autofree char *name = comark_id_is_none (slot) ? g_strdup ("") : comark_id_to_string (slot);

  return comark_talk_rows_drop_draft (desk->sql, &self->panel->id, &desk->who->id, name, error);
}

static gboolean
say_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Say *say = data;
  gboolean begins = comark_id_is_none (&say->form->thread);
  g_auto (Talk) talk = { NULL };

  if (!talk_open (&talk, desk, say->ref, error)
      || !(begins ? begin_thread (&talk, say, error) : find_thread (&talk, say, error)))
    return FALSE;
  say->thread = talk.thread->id;
  return comark_talk_rows_say (desk->sql, &say->row, &talk.thread->id, &desk->who->id,
                               say->form->body, comark_desk_now_ms (desk), error)
         && set_mentions (&talk, &say->row, say->form->body, error)
         && drop_draft (&talk, begins ? &say->form->quote : &say->form->thread, error)
         && log_talk (&talk, begins ? "begin-thread" : "say", &say->row,
                      begins ? "audience criterion body" : "body", say->form->body, error);
}

gboolean
comark_desk_say (ComarkDesk *desk, const char *ref, const ComarkMessageForm *form,
                 ComarkId *thread, GError **error)
{
  Say say = { ref, form, comark_desk_row_id (desk), form->thread };

  if (!comark_desk_need_text ("The message", form->body, error)
      || !comark_desk_write (desk, "say", say_step, &say, error))
    return FALSE;
  if (thread != NULL)
    *thread = say.thread;
  return TRUE;
}

/* ---- one's own message ---- */

typedef struct
{
  const char *ref;
  const ComarkId *message;
  const char *body;
  gint64 rev;
  GPtrArray *wordings;
} Own;

/* Opens the thread of a message. *message (transfer full). */
static gboolean
open_message (Talk *talk, ComarkDesk *desk, const Own *own, ComarkMessage **message,
              GError **error)
{
  if (!talk_open (talk, desk, own->ref, error)
      || !comark_talk_rows_find_message (desk->sql, &talk->panel->id, &desk->who->id,
                                         own->message, message, error))
    return FALSE;
  return *message != NULL ? talk_find (talk, &(*message)->thread, error) : no_such (error);
}

static gboolean
open_own (Talk *talk, ComarkDesk *desk, const Own *own, ComarkMessage **message, GError **error)
{
  if (!open_message (talk, desk, own, message, error))
    return FALSE;
  if (!(*message)->own)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Only the person who wrote a message changes it. You can answer "
                               "it.");
  if ((*message)->taken_back_at != 0)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "This message was taken back already. You can write a new one.");
  return TRUE;
}

static gboolean
change_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Own *own = data;
  g_auto (Talk) talk = { NULL };
  g_autoptr (ComarkMessage) message = NULL;
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (!open_own (&talk, desk, own, &message, error)
      || !check_may_talk (&talk, talk.thread->audience, talk.thread->own, error))
    return FALSE;
  if (g_strcmp0 (message->body, own->body) == 0)
    return drop_draft (&talk, own->message, error);
  if (message->rev != own->rev)
    {
      comark_desk_changes_text (&changes, "words", message->body, own->body);
      return comark_desk_changed (&changes, "your message", error);
    }
  return comark_talk_rows_change (desk->sql, own->message, own->rev, own->body,
                                  comark_desk_now_ms (desk), error)
         && set_mentions (&talk, own->message, own->body, error)
         && drop_draft (&talk, own->message, error)
         && log_talk (&talk, "change-message", own->message, "body", own->body, error);
}

gboolean
comark_desk_change_message (ComarkDesk *desk, const char *ref, const ComarkId *message,
                            const char *body, gint64 rev, GError **error)
{
  Own own = { ref, message, body, rev, NULL };

  return comark_desk_need_text ("The message", body, error)
         && comark_desk_write (desk, "change-message", change_step, &own, error);
}

static gboolean
take_back_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Own *own = data;
  g_auto (Talk) talk = { NULL };
  g_autoptr (ComarkMessage) message = NULL;

  return open_own (&talk, desk, own, &message, error)
         && comark_talk_rows_take_back (desk->sql, own->message, comark_desk_now_ms (desk), error)
         && drop_draft (&talk, own->message, error)
         && log_talk (&talk, "take-back-message", own->message, "taken_back_at", NULL, error);
}

gboolean
comark_desk_take_back_message (ComarkDesk *desk, const char *ref, const ComarkId *message,
                               GError **error)
{
  Own own = { ref, message, NULL, 0, NULL };

  return comark_desk_write (desk, "take-back-message", take_back_step, &own, error);
}

/* ---- earlier wordings ---- */

static gboolean
veil_wordings (Talk *talk, GPtrArray *wordings, GError **error)
{
  g_autoptr (ComarkTalkPeople) people = NULL;

  if (comark_access_sees_panel (&talk->standing))
    return TRUE;
  people = comark_desk_read_talk_people (talk->panel->desk, &talk->panel->id, error);
  for (guint i = 0; people != NULL && i < wordings->len; i++)
    {
      ComarkWording *wording = g_ptr_array_index (wordings, i);
      char *body = comark_talk_people_veil (people, wording->body);

      g_free (wording->body);
      wording->body = body;
    }
  return people != NULL;
}

static gboolean
wordings_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Own *own = data;
  g_auto (Talk) talk = { NULL };
  g_autoptr (ComarkMessage) message = NULL;

  if (!open_message (&talk, desk, own, &message, error))
    return FALSE;
  if (message->taken_back_at != 0 && !message->own)
    return no_such (error);
  own->wordings = comark_talk_rows_list_wordings (desk->sql, own->message, error);
  return own->wordings != NULL && veil_wordings (&talk, own->wordings, error);
}

GPtrArray *
comark_desk_list_wordings (ComarkDesk *desk, const char *ref, const ComarkId *message,
                           GError **error)
{
  Own own = { ref, message, NULL, 0, NULL };

  if (comark_desk_read (desk, wordings_step, &own, error))
    return own.wordings;
  g_clear_pointer (&own.wordings, g_ptr_array_unref);
  return NULL;
}

/* ---- reading ---- */

typedef struct
{
  const char *ref;
  const ComarkId *thread;
  gint64 n;
} Read;

static gboolean
read_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Read *read = data;
  g_auto (Talk) talk = { NULL };

  if (!talk_open (&talk, desk, read->ref, error) || !talk_find (&talk, read->thread, error))
    return FALSE;
  return comark_talk_rows_set_read (desk->sql, &desk->who->id, read->thread,
                                    CLAMP (read->n, 0, talk.thread->n_messages), error);
}

gboolean
comark_desk_read_thread (ComarkDesk *desk, const char *ref, const ComarkId *thread, gint64 n,
                         GError **error)
{
  Read read = { ref, thread, n };

  return comark_desk_write (desk, "read-thread", read_step, &read, error);
}

/* ---- drafts ---- */

typedef struct
{
  const char *ref;
  const char *slot;
  const ComarkMessageForm *form;
  gint64 rev;
  gint64 new_rev;
} Draft;

static ComarkMessageDraft *
find_draft (GPtrArray *drafts, const char *slot)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      ComarkMessageDraft *draft = g_ptr_array_index (drafts, i);

      if (g_strcmp0 (draft->slot, slot) == 0)
        return draft;
    }
  return NULL;
}

/* The slot is a place that desk->who can write in. */
static gboolean
check_slot (Talk *talk, ComarkDesk *desk, const char *slot, GError **error)
{
  ComarkId id;
  g_autoptr (ComarkMessage) message = NULL;
  g_autoptr (ComarkQuote) quote = NULL;

  if (*slot == '\0')
    return TRUE;
  if (!comark_id_from_string (slot, &id))
    return no_such (error);
  if (!comark_talk_rows_find_message (desk->sql, &talk->panel->id, &desk->who->id, &id, &message,
                                      error))
    return FALSE;
  if (message != NULL && !message->own)
    return no_such (error);
  if (message == NULL && !find_quote (talk, &id, &quote, error))
    return FALSE;
  if (quote != NULL)
    return check_may_talk (talk, COMARK_TALK_RATED, TRUE, error);
  return talk_find (talk, message != NULL ? &message->thread : &id, error);
}

static gboolean
put_draft (Talk *talk, Draft *self, ComarkMessageDraft *stored, GError **error)
{
  ComarkDesk *desk = talk->panel->desk;
  g_autoptr (ComarkMessageDraft) draft = comark_message_draft_new ();

  draft->slot = g_strdup (self->slot);
  draft->criterion = g_strdup (self->form->criterion != NULL ? self->form->criterion : "");
  draft->audience = self->form->audience;
  draft->body = g_strdup (self->form->body);
  draft->updated_at = comark_desk_now_ms (desk);
  self->new_rev = stored != NULL ? stored->rev + 1 : 1;
  return comark_talk_rows_put_draft (desk->sql, &talk->panel->id, &desk->who->id, draft,
                                     stored != NULL ? stored->rev : 0, error);
}

static gboolean
draft_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Draft *self = data;
  g_auto (Talk) talk = { NULL };
  g_autoptr (GPtrArray) drafts = NULL;
  ComarkMessageDraft *stored;
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (!talk_open (&talk, desk, self->ref, error)
      || !check_slot (&talk, desk, self->slot, error)
      || (drafts = comark_talk_rows_list_drafts (desk->sql, &talk.panel->id, &desk->who->id,
                                                 error)) == NULL)
    return FALSE;
  stored = find_draft (drafts, self->slot);
  if (stored != NULL && stored->rev != self->rev
      && g_strcmp0 (stored->body, self->form->body) != 0)
    {
      comark_desk_changes_text (&changes, "words", stored->body, self->form->body);
      return comark_desk_changed (&changes, "your message", error);
    }
  if (!comark_desk_is_blank (self->form->body))
    return put_draft (&talk, self, stored, error);
  self->new_rev = 0;
  return comark_talk_rows_drop_draft (desk->sql, &talk.panel->id, &desk->who->id, self->slot,
                                      error);
}

gboolean
comark_desk_save_message_draft (ComarkDesk *desk, const char *ref, const char *slot,
                                const ComarkMessageForm *form, gint64 rev, gint64 *new_rev,
                                GError **error)
{
  Draft self = { ref, slot, form, rev, rev };

  if (!comark_desk_check_text ("The message", form->body, error)
      || !comark_desk_write (desk, "save-message-draft", draft_step, &self, error))
    return FALSE;
  if (new_rev != NULL)
    *new_rev = self.new_rev;
  return TRUE;
}
