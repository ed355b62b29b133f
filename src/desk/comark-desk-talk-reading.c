/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-talk-reading.h"

#include <string.h>

#include "comark-mentions.h"
#include "comark-standing-rows.h"
#include "comark-talk-rows.h"

#define SOMEBODY "The panel"
#define SOMEBODY_MENTIONED "@member of the panel"

void
comark_talk_people_free (ComarkTalkPeople *self)
{
  g_clear_pointer (&self->readers, g_ptr_array_unref);
  g_clear_pointer (&self->panel, g_hash_table_unref);
  g_free (self);
}

/* ---- who reads what ---- */

static gint64
audiences_of (const ComarkStanding *standing)
{
  gint64 audiences = 0;

  for (int i = 0; i < COMARK_N_TALK_AUDIENCES; i++)
    if (comark_access_may_read_talk (standing, (ComarkTalkAudience) i, FALSE, NULL))
      audiences |= 1 << i;
  return audiences;
}

static gboolean
is_of_panel_alone (const ComarkStanding *standing)
{
  return standing->is_invited && !standing->is_owner && !standing->is_contributor
         && (standing->roles & COMARK_ROLE_ADMINISTRATOR) == 0;
}

static gboolean
add_candidate (ComarkTalkPeople *self, ComarkDesk *desk, const ComarkId *submission,
               ComarkReaderOfTalk *candidate, GError **error)
{
  ComarkStanding standing = { .purpose = desk->purpose };

  if (!comark_standing_rows_person (desk->sql, &candidate->person, &standing, error)
      || !comark_standing_rows_submissions (desk->sql, &candidate->person, submission, 1,
                                            &standing, error))
    return FALSE;
  if (is_of_panel_alone (&standing))
    g_hash_table_insert (self->panel,
                         g_memdup2 (&candidate->person, sizeof candidate->person),
                         g_strdup (candidate->name));
  candidate->audiences = audiences_of (&standing);
  if (candidate->audiences != 0)
    g_ptr_array_add (self->readers, g_object_ref (candidate));
  return TRUE;
}

ComarkTalkPeople *
comark_desk_read_talk_people (ComarkDesk *desk, const ComarkId *submission, GError **error)
{
  g_autoptr (ComarkTalkPeople) self = g_new0 (ComarkTalkPeople, 1);
  g_autoptr (GPtrArray) candidates = comark_talk_rows_candidates (desk->sql, submission, error);

  self->readers = g_ptr_array_new_with_free_func (g_object_unref);
  self->panel = g_hash_table_new_full (comark_id_hash, comark_id_equal, g_free, g_free);
  if (candidates == NULL)
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    if (!add_candidate (self, desk, submission, g_ptr_array_index (candidates, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

static gint64
audiences_to_write_for (const ComarkStanding *standing)
{
  gint64 audiences = 0;

  for (int i = 0; i < COMARK_N_TALK_AUDIENCES; i++)
    if (comark_access_may_talk (standing, (ComarkTalkAudience) i, TRUE, NULL)
        && (i != COMARK_TALK_RATED || !comark_access_peers_closed (standing)))
      audiences |= 1 << i;
  return audiences;
}

void
comark_talk_people_narrow (ComarkTalkPeople *self, const ComarkStanding *standing)
{
  gint64 audiences = audiences_to_write_for (standing);

  for (guint i = self->readers->len; i > 0; i--)
    {
      ComarkReaderOfTalk *reader = g_ptr_array_index (self->readers, i - 1);

      reader->audiences &= audiences;
      if (reader->audiences == 0)
        g_ptr_array_remove_index (self->readers, i - 1);
    }
}

GArray *
comark_talk_people_mentioned (ComarkTalkPeople *self, ComarkDesk *desk,
                              ComarkTalkAudience audience, const char *body)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  g_autoptr (GArray) found = NULL;
  GArray *mentioned = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (guint i = 0; i < self->readers->len; i++)
    {
      ComarkReaderOfTalk *reader = g_ptr_array_index (self->readers, i);

      if (!comark_reader_of_talk_reads (reader, audience)
          || comark_id_equal (&reader->person, &desk->who->id))
        continue;
      g_ptr_array_add (names, reader->name);
      g_array_append_val (ids, reader->person);
    }
  found = comark_mentions_find (body, (const char *const *) names->pdata, names->len);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (mentioned,
                        g_array_index (ids, ComarkId,
                                       g_array_index (found, ComarkMention, i).who));
  return mentioned;
}

/* ---- names that the reader may not know ---- */

static gboolean
is_of_panel (ComarkTalkPeople *self, const ComarkId *person)
{
  return g_hash_table_contains (self->panel, person);
}

static GPtrArray *
names_of (GHashTable *people)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_ptr_array_add (names, name);
  return names;
}

char *
comark_talk_people_veil (ComarkTalkPeople *self, const char *body)
{
  g_autoptr (GPtrArray) names = names_of (self->panel);
  g_autoptr (GArray) found = NULL;
  GString *veiled = g_string_new (NULL);
  gsize at = 0;

  found = comark_mentions_find (body, (const char *const *) names->pdata, names->len);
  for (guint i = 0; i < found->len; i++)
    {
      ComarkMention *mention = &g_array_index (found, ComarkMention, i);

      g_string_append_len (veiled, body + at, (gssize) (mention->start - at));
      g_string_append (veiled, SOMEBODY_MENTIONED);
      at = mention->start + mention->length;
    }
  g_string_append (veiled, body + at);
  return g_string_free (veiled, FALSE);
}

static void
veil_person (ComarkTalkPeople *people, ComarkId *person, char **name)
{
  if (!is_of_panel (people, person))
    return;
  *person = COMARK_ID_NONE;
  g_free (*name);
  *name = g_strdup (SOMEBODY);
}

static void
veil_message (ComarkTalkPeople *people, ComarkMessage *message)
{
  char *body = comark_talk_people_veil (people, message->body);

  veil_person (people, &message->author, &message->author_name);
  g_free (message->body);
  message->body = body;
  g_strfreev (message->mentions);
  message->mentions = g_new0 (char *, 1);
}

/* ---- threads ---- */

gboolean
comark_desk_may_read_thread (const ComarkStanding *standing, ComarkThread *thread)
{
  return comark_access_may_read_talk (standing, thread->audience, thread->own, NULL);
}

/* Taken back, it is its author's alone; that it was there, everybody's. */
static void
take_back (ComarkMessage *message)
{
  if (message->taken_back_at == 0)
    return;
  message->n_wordings = message->own ? message->n_wordings : 1;
  message->to_me = FALSE;
  if (message->own)
    return;
  g_free (message->body);
  message->body = g_strdup ("");
  message->changed_at = 0;
  g_strfreev (message->mentions);
  message->mentions = g_new0 (char *, 1);
}

static gboolean
is_to_me (const ComarkStanding *standing, ComarkThread *thread, ComarkMessage *message)
{
  if (!message->unread)
    return FALSE;
  if (message->to_me || thread->own
      || (thread->audience == COMARK_TALK_OWNER && standing->is_owner))
    return TRUE;
  return thread->audience == COMARK_TALK_ADMINISTRATORS
         && comark_id_equal (&message->author, &thread->begun_by);
}

static ComarkThread *
find_thread (GPtrArray *threads, const ComarkId *id)
{
  for (guint i = 0; i < threads->len; i++)
    {
      ComarkThread *thread = g_ptr_array_index (threads, i);

      if (comark_id_equal (&thread->id, id))
        return thread;
    }
  return NULL;
}

static void
sort_in (GPtrArray *threads, GPtrArray *messages, const ComarkStanding *standing)
{
  for (guint i = 0; i < messages->len; i++)
    {
      ComarkMessage *message = g_ptr_array_index (messages, i);
      ComarkThread *thread = find_thread (threads, &message->thread);

      if (thread == NULL)
        continue;
      take_back (message);
      thread->to_me |= is_to_me (standing, thread, message);
      g_ptr_array_add (thread->messages, g_object_ref (message));
    }
}

/* Last of all: what is compared before are real persons. */
static void
veil (GPtrArray *threads, ComarkTalkPeople *people)
{
  for (guint i = 0; i < threads->len; i++)
    {
      ComarkThread *thread = g_ptr_array_index (threads, i);

      veil_person (people, &thread->begun_by, &thread->begun_by_name);
      for (guint j = 0; j < thread->messages->len; j++)
        veil_message (people, g_ptr_array_index (thread->messages, j));
    }
  for (guint i = people->readers->len; i > 0; i--)
    {
      ComarkReaderOfTalk *reader = g_ptr_array_index (people->readers, i - 1);

      if (is_of_panel (people, &reader->person))
        g_ptr_array_remove_index (people->readers, i - 1);
    }
}

static GPtrArray *
list_readable (ComarkDesk *desk, const ComarkId *submission, const ComarkStanding *standing,
               GError **error)
{
  GPtrArray *threads
    = comark_talk_rows_list (desk->sql, submission, &desk->who->id, error);
  gboolean closed = comark_access_peers_closed (standing);

  for (guint i = threads != NULL ? threads->len : 0; i > 0; i--)
    {
      ComarkThread *thread = g_ptr_array_index (threads, i - 1);

      if (!comark_desk_may_read_thread (standing, thread)
          || (closed && thread->audience == COMARK_TALK_RATED))
        g_ptr_array_remove_index (threads, i - 1);
    }
  return threads;
}

GPtrArray *
comark_desk_read_threads (ComarkDesk *desk, const ComarkId *submission,
                          const ComarkStanding *standing, gboolean sees_panel,
                          ComarkTalkPeople *people, GError **error)
{
  g_autoptr (GPtrArray) threads = list_readable (desk, submission, standing, error);
  g_autoptr (GPtrArray) messages = NULL;

  if (threads == NULL
      || (messages = comark_talk_rows_list_messages (desk->sql, submission, &desk->who->id,
                                                     error)) == NULL)
    return NULL;
  sort_in (threads, messages, standing);
  if (!sees_panel)
    veil (threads, people);
  return g_steal_pointer (&threads);
}
