/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-question-words.h"

#include <glib/gi18n.h>

#include "comark-clock.h"
#include "comark-desk-questions.h"

/* ---- fields ---- */

static gboolean
write_own (ComarkDesk *desk, const char *ref, const char *key, const char *words, gint64 *rev,
           GError **error)
{
  return comark_desk_save_question (desk, ref, key, words, *rev, rev, error);
}

static gint64
read_own (ComarkDossier *dossier, const char *key, const char **words)
{
  ComarkOwnerQuestion *own = comark_dossier_own_question (dossier, key);

  *words = own != NULL ? own->words : "";
  return own != NULL ? own->rev : 0;
}

const ComarkWordsKind comark_question_own_kind = { write_own, read_own };

/* A key comes from comark_id_to_string(). */
static ComarkId
id_of (const char *key)
{
  ComarkId id = COMARK_ID_NONE;

  comark_id_from_string (key, &id);
  return id;
}

static gboolean
write_wording (ComarkDesk *desk, const char *ref, const char *key, const char *words, gint64 *rev,
               GError **error)
{
  ComarkId id = id_of (key);

  return comark_desk_word_question (desk, ref, &id, words, *rev, rev, error);
}

static ComarkOwnerQuestion *
question_of (ComarkDossier *dossier, const char *key)
{
  ComarkId id = id_of (key);

  return comark_dossier_question (dossier, &id);
}

static gint64
read_wording (ComarkDossier *dossier, const char *key, const char **words)
{
  ComarkOwnerQuestion *question = question_of (dossier, key);

  *words = question != NULL ? question->wording : "";
  return question != NULL ? question->rev : 0;
}

const ComarkWordsKind comark_question_wording_kind = { write_wording, read_wording };

static gboolean
write_answer (ComarkDesk *desk, const char *ref, const char *key, const char *words, gint64 *rev,
              GError **error)
{
  ComarkId id = id_of (key);

  return comark_desk_save_answer (desk, ref, &id, words, *rev, rev, error);
}

static gint64
read_answer (ComarkDossier *dossier, const char *key, const char **words)
{
  ComarkOwnerQuestion *question = question_of (dossier, key);

  *words = question != NULL ? question->answer : "";
  return question != NULL ? question->rev : 0;
}

const ComarkWordsKind comark_question_answer_kind = { write_answer, read_answer };

/* ---- words ---- */

ComarkQuestionSign
comark_question_sign (ComarkDossier *dossier, const char *criterion)
{
  ComarkQuestionSign sign = COMARK_QUESTION_SIGN_NONE;

  for (guint i = 0; i < dossier->questions->len; i++)
    {
      ComarkOwnerQuestion *question = g_ptr_array_index (dossier->questions, i);
      gboolean asked = question->state == COMARK_QUESTION_SENT
                       || (question->own && question->state == COMARK_QUESTION_ASKED);

      if (g_strcmp0 (question->criterion, criterion) != 0)
        continue;
      if (question->state == COMARK_QUESTION_ANSWERED)
        return COMARK_QUESTION_SIGN_ANSWERED;
      if (asked)
        sign = COMARK_QUESTION_SIGN_ASKED;
    }
  return sign;
}

const char *
comark_question_shown (ComarkOwnerQuestion *question)
{
  return *question->wording != '\0' ? question->wording : question->words;
}

char *
comark_question_outcome (ComarkDossier *dossier, ComarkOwnerQuestion *question)
{
  g_autofree char *due = NULL;

  if (question->state == COMARK_QUESTION_ANSWERED)
    return g_strdup (question->answer);
  if (dossier->asking == NULL || dossier->asking->ended_at != 0)
    return g_strdup (_("No answer came in the time that there was."));
  due = comark_day_to_words (dossier->asking->due_day);
  /* translators: %s is a day */
  return g_strdup_printf (_("The owner has until %s to answer."), due);
}
