/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose questions, and what of them, one person may read.
 */
#include "comark-desk-questions.h"

#include "comark-question-rows.h"

/* What a reader is to questions. */
typedef struct
{
  gboolean asks;    /* has a seat: sees their own */
  gboolean gathers; /* looks through what waits, before the round */
  gboolean reads;   /* what was sent, and what came back */
  gboolean answers; /* what is being written in answer, too */
} Reading;

static gboolean
may_see (const Reading *self, ComarkOwnerQuestion *question)
{
  if (question->own && self->asks)
    return TRUE;
  switch (question->state)
    {
    case COMARK_QUESTION_ASKED:
    case COMARK_QUESTION_LEFT_OUT:
      return self->gathers;
    case COMARK_QUESTION_SENT:
    case COMARK_QUESTION_ANSWERED:
      return self->reads;
    case COMARK_QUESTION_DRAFT:
    default:
      return FALSE;
    }
}

static void
blank (char **text)
{
  g_free (*text);
  *text = g_strdup ("");
}

/* Its author's own way of writing might tell who it is: it stays with the co-chairs. */
static void
veil (const Reading *self, ComarkOwnerQuestion *question)
{
  gboolean waits = question->state == COMARK_QUESTION_ASKED
                   || question->state == COMARK_QUESTION_LEFT_OUT;

  if (!question->own && !(waits && self->gathers))
    blank (&question->words);
  if (!question->own || question->state != COMARK_QUESTION_LEFT_OUT)
    question->noted = FALSE;
  if (question->state == COMARK_QUESTION_SENT && !self->answers)
    blank (&question->answer);
  if (waits && !self->gathers)
    blank (&question->wording);
}

GPtrArray *
comark_desk_read_questions (ComarkDesk *desk, const ComarkId *submission, gint64 round,
                            const ComarkStanding *standing, GError **error)
{
  Reading self = {
    .asks = comark_access_check (standing, COMARK_ACTION_SEE_PANEL_TALK, NULL)
            && standing->is_invited && !standing->has_declined,
    .gathers = comark_access_check (standing, COMARK_ACTION_SEND_QUESTIONS, NULL),
    .reads = comark_access_check (standing, COMARK_ACTION_SEE_OWNER_TALK, NULL),
    .answers = comark_access_check (standing, COMARK_ACTION_ANSWER, NULL),
  };
  g_autoptr (GPtrArray) all
    = comark_question_rows_list (desk->sql, submission, round, &desk->who->id, error);
  GPtrArray *seen;

  if (all == NULL)
    return NULL;
  seen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (all, i);

      if (!may_see (&self, question))
        continue;
      veil (&self, question);
      g_ptr_array_add (seen, g_object_ref (question));
    }
  return seen;
}

gboolean
comark_desk_read_asking (ComarkDesk *desk, const ComarkId *submission, gint64 round,
                         const ComarkStanding *standing, ComarkAsking **asking, GError **error)
{
  *asking = NULL;
  return !comark_access_check (standing, COMARK_ACTION_SEE_OWNER_TALK, NULL)
         || comark_question_rows_find_asking (desk->sql, submission, round, asking, error);
}
