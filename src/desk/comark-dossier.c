/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-dossier.h"

G_DEFINE_FINAL_TYPE (ComarkDossier, comark_dossier, G_TYPE_OBJECT)

static void
free_nouns (ComarkDossier *self)
{
  g_clear_object (&self->viewer);
  g_clear_object (&self->submission);
  g_clear_object (&self->own_first);
  g_clear_object (&self->own_final);
  g_clear_object (&self->supporter);
  g_clear_object (&self->asking);
  g_clear_object (&self->meeting);
  g_clear_object (&self->outcome);
  g_clear_object (&self->decision);
  g_clear_object (&self->mark);
  g_clear_object (&self->framework);
  g_clear_pointer (&self->quorum, comark_quorum_report_free);
  g_clear_pointer (&self->missing, g_strfreev);
  g_clear_pointer (&self->support_contact, g_free);
  g_clear_pointer (&self->content_note, g_free);
}

static void
free_lists (ComarkDossier *self)
{
  GPtrArray **const lists[] = {
    &self->criteria,      &self->documents, &self->evidence,   &self->statements,
    &self->contributors,  &self->seats,     &self->reviews,    &self->summaries,
    &self->confirmations, &self->agreed,    &self->judgements, &self->dissent,
    &self->told,          &self->history,   &self->threads,    &self->message_drafts,
    &self->readers,       &self->quotes,    &self->questions,  &self->beside,
    &self->text_drafts,   &self->tasks,     &self->earlier_quotes,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (lists[i], g_ptr_array_unref);
}

static void
comark_dossier_finalize (GObject *object)
{
  ComarkDossier *self = COMARK_DOSSIER (object);

  free_lists (self);
  free_nouns (self);
  G_OBJECT_CLASS (comark_dossier_parent_class)->finalize (object);
}

static void
comark_dossier_class_init (ComarkDossierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_dossier_finalize;
}

static void
comark_dossier_init (ComarkDossier *self)
{
  self->n_reviews_in = -1;
  self->n_to_rate_now = -1;
}

gboolean
comark_dossier_may (ComarkDossier *self, ComarkAction action, char **reason)
{
  return comark_access_check (&self->standing, action, reason);
}

guint
comark_dossier_count_unread (ComarkDossier *self, guint *to_me)
{
  guint n_unread = 0, n_to_me = 0;

  for (guint i = 0; i < self->threads->len; i++)
    {
      ComarkThread *thread = g_ptr_array_index (self->threads, i);

      n_unread += (guint) thread->n_unread;
      n_to_me += thread->to_me;
    }
  if (to_me != NULL)
    *to_me = n_to_me;
  return n_unread;
}

ComarkThread *
comark_dossier_thread (ComarkDossier *self, const ComarkId *id)
{
  for (guint i = 0; i < self->threads->len; i++)
    {
      ComarkThread *thread = g_ptr_array_index (self->threads, i);

      if (comark_id_equal (&thread->id, id))
        return thread;
    }
  return NULL;
}

ComarkTextDraft *
comark_dossier_text_draft (ComarkDossier *self, const char *slot)
{
  for (guint i = 0; i < self->text_drafts->len; i++)
    {
      ComarkTextDraft *draft = g_ptr_array_index (self->text_drafts, i);

      if (g_str_equal (draft->slot, slot))
        return draft;
    }
  return NULL;
}

ComarkMessageDraft *
comark_dossier_message_draft (ComarkDossier *self, const char *slot)
{
  for (guint i = 0; i < self->message_drafts->len; i++)
    {
      ComarkMessageDraft *draft = g_ptr_array_index (self->message_drafts, i);

      if (g_strcmp0 (draft->slot, slot) == 0)
        return draft;
    }
  return NULL;
}

ComarkOwnerStatement *
comark_dossier_statement (ComarkDossier *self, const char *criterion)
{
  for (guint i = 0; i < self->statements->len; i++)
    {
      ComarkOwnerStatement *statement = g_ptr_array_index (self->statements, i);

      if (g_strcmp0 (statement->criterion, criterion) == 0)
        return statement;
    }
  return NULL;
}

ComarkAgreedValue *
comark_dossier_agreed (ComarkDossier *self, const char *criterion)
{
  for (guint i = 0; i < self->agreed->len; i++)
    {
      ComarkAgreedValue *agreed = g_ptr_array_index (self->agreed, i);

      if (g_strcmp0 (agreed->criterion, criterion) == 0)
        return agreed;
    }
  return NULL;
}

ComarkRating *
comark_dossier_rating (ComarkReview *review, const char *criterion)
{
  for (guint i = 0; review != NULL && i < review->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (review->ratings, i);

      if (g_strcmp0 (rating->criterion, criterion) == 0)
        return rating;
    }
  return NULL;
}

GPtrArray *
comark_dossier_evidence_for (ComarkDossier *self, const char *criterion)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (self->evidence, i);

      if (g_strv_contains ((const char *const *) item->criteria, criterion))
        g_ptr_array_add (found, item);
    }
  return found;
}

GPtrArray *
comark_dossier_quotes_for (ComarkDossier *self, const char *criterion)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->quotes, i);

      if (g_strcmp0 (quote->criterion, criterion) == 0)
        g_ptr_array_add (found, quote);
    }
  return found;
}

ComarkQuote *
comark_dossier_quote (ComarkDossier *self, const ComarkId *id)
{
  for (guint i = 0; i < self->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->quotes, i);

      if (comark_id_equal (&quote->id, id))
        return quote;
    }
  return NULL;
}

static gboolean
is_made_again (ComarkDossier *self, ComarkQuote *earlier)
{
  for (guint i = 0; i < self->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (self->quotes, i);

      if (quote->own && g_strcmp0 (quote->criterion, earlier->criterion) == 0
          && g_strcmp0 (quote->exact, earlier->exact) == 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
comark_dossier_quotes_left (ComarkDossier *self)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < self->earlier_quotes->len; i++)
    if (!is_made_again (self, g_ptr_array_index (self->earlier_quotes, i)))
      g_ptr_array_add (left, g_ptr_array_index (self->earlier_quotes, i));
  return left;
}

gboolean
comark_dossier_quote_is_fixed (ComarkQuote *quote, ComarkReview *first)
{
  return first != NULL && first->submitted && quote->created_at <= first->submitted_at;
}

gboolean
comark_dossier_may_change_quote (ComarkDossier *self, ComarkQuote *quote)
{
  return quote->own && comark_dossier_quote (self, &quote->id) != NULL
         && !comark_dossier_quote_is_fixed (quote, self->own_first)
         && (comark_dossier_may (self, COMARK_ACTION_RATE, NULL)
             || comark_dossier_may (self, COMARK_ACTION_RATE_FINAL, NULL));
}

GPtrArray *
comark_dossier_questions_on (ComarkDossier *self, const char *criterion)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (self->questions, i);

      if (g_strcmp0 (question->criterion, criterion) == 0)
        g_ptr_array_add (found, question);
    }
  return found;
}

ComarkOwnerQuestion *
comark_dossier_question (ComarkDossier *self, const ComarkId *id)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (self->questions, i);

      if (comark_id_equal (&question->id, id))
        return question;
    }
  return NULL;
}

ComarkOwnerQuestion *
comark_dossier_own_question (ComarkDossier *self, const char *criterion)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (self->questions, i);

      if (question->own && g_strcmp0 (question->criterion, criterion) == 0)
        return question;
    }
  return NULL;
}

ComarkDocument *
comark_dossier_document (ComarkDossier *self)
{
  return self->documents->len == 0
           ? NULL
           : g_ptr_array_index (self->documents, self->documents->len - 1);
}
