/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-fairness.h"

/* More would not be read. */
#define NAMED_CRITERIA 5

typedef struct
{
  ComarkDossier *dossier;
  GPtrArray *points;
} Check;

static void
point_free (gpointer data)
{
  ComarkFairnessPoint *point = data;

  g_free (point->sentence);
  g_free (point);
}

/* Takes @sentence. */
static void
add (Check *self, const char *id, ComarkFairnessPlace place, const char *criterion, char *sentence)
{
  ComarkFairnessPoint *point = g_new0 (ComarkFairnessPoint, 1);

  *point = (ComarkFairnessPoint) { id, sentence, place, criterion };
  g_ptr_array_add (self->points, point);
}

/* ---- the room ---- */

static void
check_quorum (Check *self)
{
  const ComarkQuorumReport *quorum = self->dossier->quorum;

  for (guint i = 0; quorum != NULL && i < quorum->rules->len; i++)
    {
      const ComarkQuorumRule *rule = g_ptr_array_index (quorum->rules, i);

      if (!rule->met)
        add (self, "quorum", COMARK_FAIRNESS_AT_PANEL, NULL,
             g_strdup_printf ("The meeting has no quorum. %s", rule->sentence));
    }
}

/* ---- what was agreed ---- */

static char *
name_criteria (GPtrArray *ids)
{
  GString *text = g_string_new (NULL);
  guint n_named = ids->len > NAMED_CRITERIA + 1 ? NAMED_CRITERIA : ids->len;

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%s",
                            i == 0 ? "" : i + 1 == ids->len ? " and " : ", ",
                            (const char *) g_ptr_array_index (ids, i));
  if (n_named < ids->len)
    g_string_append_printf (text, " and %u more", ids->len - n_named);
  return g_string_free (text, FALSE);
}

static void
check_agreed (Check *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (self->dossier->criteria, i);

      if (comark_dossier_agreed (self->dossier, criterion->id) == NULL)
        g_ptr_array_add (open, (gpointer) criterion->id);
    }
  if (open->len == 0)
    return;
  names = name_criteria (open);
  add (self, "not-agreed", COMARK_FAIRNESS_AT_CRITERION, g_ptr_array_index (open, 0),
       g_strdup_printf ("%s %s no agreed value yet.", names, open->len == 1 ? "has" : "have"));
}

/* The members were far apart: whoever reads the record later wants to know what was said. */
static void
check_words (Check *self)
{
  const GPtrArray *summaries = self->dossier->summaries;

  for (guint i = 0; summaries != NULL && i < summaries->len; i++)
    {
      const ComarkCriterionSummary *summary = g_ptr_array_index (summaries, i);
      const ComarkCriterion *criterion
        = comark_framework_criterion (self->dossier->framework, summary->criterion);
      ComarkAgreedValue *agreed = comark_dossier_agreed (self->dossier, summary->criterion);

      if (summary->medians.talk != 0 && criterion != NULL && agreed != NULL
          && *agreed->because == '\0')
        add (self, "no-words", COMARK_FAIRNESS_AT_CRITERION, criterion->id,
             g_strdup_printf ("%s: the ratings were far apart, and the record does not say how the "
                              "panel came to its value.",
                              criterion->id));
    }
}

/* ---- who was heard ---- */

static gboolean
may_rate (const ComarkSeat *seat)
{
  return !g_str_equal (seat->reply, "declined") && !seat->contributor
         && seat->interest != COMARK_INTEREST_TOOK_PART && seat->effect != COMARK_EFFECT_SPEAKS
         && seat->effect != COMARK_EFFECT_LEAVES;
}

static gboolean
has_rated (const ComarkSeat *seat)
{
  return seat->review_in || seat->final_in;
}

static void
check_heard (Check *self)
{
  guint n_may = 0, n_not = 0;

  for (guint i = 0; i < self->dossier->seats->len; i++)
    {
      const ComarkSeat *seat = g_ptr_array_index (self->dossier->seats, i);

      n_may += may_rate (seat);
      n_not += may_rate (seat) && !has_rated (seat);
    }
  if (n_not > 0)
    add (self, "not-heard", COMARK_FAIRNESS_AT_PANEL, NULL,
         g_strdup_printf ("%u of %u members who may rate have given no ratings. Ask whether they "
                          "want to say something in the meeting.",
                          n_not, n_may));
}

static gboolean
is_of_older_version (Check *self, ComarkReview *review)
{
  ComarkDocument *newest = comark_dossier_document (self->dossier);

  return review != NULL && review->submitted && newest != NULL
         && !comark_id_is_none (&review->document)
         && !comark_id_equal (&review->document, &newest->id);
}

static void
check_versions (Check *self)
{
  g_autoptr (GHashTable) members = g_hash_table_new (comark_id_hash, comark_id_equal);
  ComarkReview *own[] = { self->dossier->own_first, self->dossier->own_final };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    if (is_of_older_version (self, own[i]))
      g_hash_table_add (members, &own[i]->person);
  for (guint i = 0; i < self->dossier->reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (self->dossier->reviews, i);

      if (is_of_older_version (self, review))
        g_hash_table_add (members, &review->person);
    }
  if (g_hash_table_size (members) > 0)
    add (self, "older-version", COMARK_FAIRNESS_AT_DOCUMENT, NULL,
         g_strdup_printf ("%u of the reviews %s made from an older version of the document. Look "
                          "together at what has changed since.",
                          g_hash_table_size (members),
                          g_hash_table_size (members) == 1 ? "was" : "were"));
}

/* ---- what was asked ---- */

static ComarkMessage *
last_standing (const ComarkThread *thread)
{
  for (guint i = thread->messages->len; i > 0; i--)
    {
      ComarkMessage *message = g_ptr_array_index (thread->messages, i - 1);

      if (message->taken_back_at == 0)
        return message;
    }
  return NULL;
}

static gboolean
is_from_owner (Check *self, const ComarkMessage *message)
{
  if (comark_id_equal (&message->author, &self->dossier->submission->owner))
    return TRUE;
  for (guint i = 0; i < self->dossier->contributors->len; i++)
    {
      const ComarkContributor *one = g_ptr_array_index (self->dossier->contributors, i);

      if (!comark_id_is_none (&one->person) && comark_id_equal (&one->person, &message->author))
        return TRUE;
    }
  return FALSE;
}

static void
check_answers (Check *self)
{
  guint n = 0;

  for (guint i = 0; i < self->dossier->threads->len; i++)
    {
      const ComarkThread *thread = g_ptr_array_index (self->dossier->threads, i);
      ComarkMessage *last
        = thread->audience == COMARK_TALK_OWNER ? last_standing (thread) : NULL;

      n += last != NULL && !is_from_owner (self, last);
    }
  if (n > 0)
    add (self, "not-answered", COMARK_FAIRNESS_AT_DISCUSSION, NULL,
         g_strdup_printf ("%u %s with the owner %s with the panel's words. Was an answer waited "
                          "for?",
                          n, n == 1 ? "conversation" : "conversations", n == 1 ? "ends" : "end"));
}

/* ---- interests ---- */

static void
check_interests (Check *self)
{
  guint n_declared = 0, n_again = 0;

  for (guint i = 0; i < self->dossier->seats->len; i++)
    {
      const ComarkSeat *seat = g_ptr_array_index (self->dossier->seats, i);

      if (!may_rate (seat) || !has_rated (seat))
        continue;
      n_declared += seat->interest > COMARK_INTEREST_NONE;
      n_again += !seat->interest_current;
    }
  if (n_declared > 0)
    add (self, "interest", COMARK_FAIRNESS_AT_PANEL, NULL,
         g_strdup_printf ("%u of those who rated declared an interest and may take part. Are both "
                          "co-chairs content with that?",
                          n_declared));
  if (n_again > 0)
    add (self, "ask-again", COMARK_FAIRNESS_AT_PANEL, NULL,
         g_strdup_printf ("%u of those who rated must be asked about interests again: a new "
                          "version or a new contributor came after their answer.",
                          n_again));
}

GPtrArray *
comark_fairness_check (ComarkDossier *dossier)
{
  Check self = { dossier, g_ptr_array_new_with_free_func (point_free) };

  if (!comark_dossier_may (dossier, COMARK_ACTION_SEE_AGREED, NULL))
    return self.points;
  check_quorum (&self);
  check_agreed (&self);
  check_words (&self);
  check_heard (&self);
  check_versions (&self);
  check_answers (&self);
  check_interests (&self);
  return self.points;
}
