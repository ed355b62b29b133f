/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a dossier. Each part is read for itself and only if the viewer may see it; what the
 * rules need besides (all reviews for the medians) is read here and does not leave.
 */
#include "comark-dossier.h"

#include "comark-care-rows.h"
#include "comark-contributor-rows.h"
#include "comark-decision-rows.h"
#include "comark-desk-history.h"
#include "comark-desk-lists.h"
#include "comark-desk-missing.h"
#include "comark-desk-questions.h"
#include "comark-desk-people.h"
#include "comark-desk-standing.h"
#include "comark-desk-talk-reading.h"
#include "comark-desk-tasks.h"
#include "comark-document-rows.h"
#include "comark-evidence-rows.h"
#include "comark-home-rows.h"
#include "comark-interests.h"
#include "comark-mark-rows.h"
#include "comark-meeting-rows.h"
#include "comark-panel-facts.h"
#include "comark-quote-rows.h"
#include "comark-review-rows.h"
#include "comark-review-version-rows.h"
#include "comark-seat-rows.h"
#include "comark-supporter-rows.h"
#include "comark-talk-rows.h"
#include "comark-text-draft-rows.h"

/* One reading of one dossier. */
typedef struct
{
  ComarkDesk *desk;
  ComarkDossier *dossier;
  const char *ref;
  ComarkId id;
  gint64 round;
  GPtrArray *all_seats;         /* as stored */
  GPtrArray *all_reviews;       /* submitted ones of everybody */
  GPtrArray *all_confirmations;
} Reading;

static gboolean
may (Reading *self, ComarkAction action)
{
  return comark_dossier_may (self->dossier, action, NULL);
}

static gboolean
is_viewer (Reading *self, const ComarkId *person)
{
  return comark_id_equal (person, &self->desk->who->id);
}

static GPtrArray *
nothing (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static gboolean
read_submission (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;

  dossier->viewer = g_object_ref (self->desk->who);
  dossier->submission = comark_submission_rows_get (self->desk->sql, &self->id, error);
  dossier->framework = dossier->submission != NULL
                         ? comark_desk_framework_of (self->desk, &self->id, error)
                         : NULL;
  if (dossier->framework == NULL
      || !comark_care_rows_find_note (self->desk->sql, &self->id, &self->desk->who->id,
                                      &dossier->content_note, &dossier->content_opened, error))
    return FALSE;
  self->round = dossier->submission->round;
  dossier->criteria = comark_framework_criteria_for_route (dossier->framework,
                                                           dossier->submission->route);
  return comark_desk_finish_submission (self->desk, dossier->submission, &dossier->standing,
                                        error);
}

/* Whoever is asked about interests must see who took part; the rest opens with the answer. */
static gboolean
read_contributors (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  gboolean opens = may (self, COMARK_ACTION_OPEN_DOCUMENT);

  dossier->contributors
    = opens || (dossier->standing.is_invited && !dossier->standing.has_declined)
        ? comark_contributor_rows_list (self->desk->sql, &self->id, error)
        : nothing ();
  self->all_confirmations
    = comark_contributor_rows_list_confirmations (self->desk->sql, &self->id, error);
  if (dossier->contributors == NULL || self->all_confirmations == NULL)
    return FALSE;
  dossier->confirmations = opens ? g_ptr_array_ref (self->all_confirmations) : nothing ();
  return TRUE;
}

static gboolean
read_document (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  ComarkSql *sql = self->desk->sql;

  if (!may (self, COMARK_ACTION_OPEN_DOCUMENT))
    {
      dossier->documents = nothing ();
      dossier->evidence = nothing ();
      dossier->statements = nothing ();
      return TRUE;
    }
  dossier->documents = comark_document_rows_list (sql, &self->id, error);
  dossier->evidence = dossier->documents != NULL
                        ? comark_evidence_rows_list (sql, &self->id, error)
                        : NULL;
  dossier->statements = dossier->evidence != NULL
                          ? comark_evidence_rows_list_statements (sql, &self->id, error)
                          : NULL;
  return dossier->statements != NULL;
}

static void
fill_missing (Reading *self)
{
  ComarkDossier *dossier = self->dossier;

  if (may (self, COMARK_ACTION_SUBMIT) || may (self, COMARK_ACTION_RESUBMIT))
    dossier->missing
      = comark_desk_list_missing (dossier->submission, dossier->framework, dossier->documents,
                                  dossier->evidence, dossier->statements, dossier->contributors);
  else
    dossier->missing = g_new0 (char *, 1);
}

/* ---- the panel ---- */

/* Who is late is between them and the administrators: until one has opened the others' reviews
 * nothing tells whose are in, and nobody else's day is shown. */
static void
veil_progress (Reading *self, ComarkSeat *seat)
{
  const ComarkStanding *standing = &self->dossier->standing;
  gboolean admin = (standing->roles & COMARK_ROLE_ADMINISTRATOR) != 0;

  if (!may (self, COMARK_ACTION_SEE_OTHERS_RATINGS)
      || (!admin && comark_access_peers_closed (standing)))
    seat->review_in = seat->final_in = FALSE;
  if (!admin)
    g_clear_pointer (&seat->due_day, g_free);
}

/* A link may be to somebody's own care: others learn that there is one, no more. */
static void
veil_seat (Reading *self, ComarkSeat *seat)
{
  gboolean minutes = (self->dossier->standing.roles
                      & (COMARK_ROLE_ADMINISTRATOR | COMARK_ROLE_CO_CHAIR)) != 0;

  if (is_viewer (self, &seat->person))
    return;
  veil_progress (self, seat);
  if (minutes)
    return;
  g_free (seat->interest_note);
  seat->interest_note = g_strdup ("");
  if (seat->interest > COMARK_INTEREST_NONE)
    seat->interest = COMARK_INTEREST_LINK;
}

static gboolean
read_seats (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;

  self->all_seats = comark_seat_rows_list (self->desk->sql, &self->id, self->round, error);
  if (self->all_seats == NULL)
    return FALSE;
  if (!comark_access_sees_panel (&dossier->standing))
    {
      dossier->seats = nothing ();
      return TRUE;
    }
  dossier->seats = comark_seat_rows_list (self->desk->sql, &self->id, self->round, error);
  for (guint i = 0; dossier->seats != NULL && i < dossier->seats->len; i++)
    veil_seat (self, g_ptr_array_index (dossier->seats, i));
  return dossier->seats != NULL;
}

static gboolean
read_beside (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;

  if (dossier->own_first == NULL || dossier->own_first->submitted)
    return TRUE;
  g_ptr_array_unref (dossier->beside);
  dossier->beside = comark_home_rows_list_beside (self->desk->sql, &dossier->own_first->id, error);
  return dossier->beside != NULL;
}

static gboolean
read_own_reviews (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  ComarkSql *sql = self->desk->sql;
  const ComarkId *who = &self->desk->who->id;

  dossier->beside = nothing ();
  if (!may (self, COMARK_ACTION_SEE_OWN_REVIEW))
    return TRUE;
  return comark_review_rows_find (sql, &self->id, who, self->round, COMARK_STAGE_FIRST,
                                  &dossier->own_first, error)
         && comark_review_rows_find (sql, &self->id, who, self->round, COMARK_STAGE_FINAL,
                                     &dossier->own_final, error)
         && comark_supporter_rows_find (sql, &self->id, who, &dossier->supporter, error)
         && read_beside (self, error)
         && comark_review_version_rows_count (sql, &self->id, who, &dossier->n_own_versions,
                                              error)
         && (!may (self, COMARK_ACTION_OPEN_DOCUMENT)
             || comark_review_version_rows_rated (sql, &self->id, who, &dossier->rated_version,
                                                  error));
}

/* Looking at others' reviews is an act of its own before the meeting: after it one's own first
 * review cannot be opened again (decisions.md 7). */
static gboolean
sees_others (Reading *self)
{
  ComarkDossier *dossier = self->dossier;

  dossier->peers_closed = comark_access_peers_closed (&dossier->standing);
  return !dossier->peers_closed && may (self, COMARK_ACTION_SEE_OTHERS_RATINGS);
}

static gboolean
read_others_reviews (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  gboolean sees = sees_others (self);

  dossier->reviews = nothing ();
  self->all_reviews = comark_review_rows_list (self->desk->sql, &self->id, self->round, error);
  if (self->all_reviews == NULL)
    return FALSE;
  dossier->n_reviews_in = 0;
  for (guint i = 0; i < self->all_reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (self->all_reviews, i);

      dossier->n_reviews_in += review->stage == COMARK_STAGE_FIRST;
      if (sees && !is_viewer (self, &review->person))
        g_ptr_array_add (dossier->reviews, g_object_ref (review));
    }
  if (!may (self, COMARK_ACTION_SEE_REVIEW_COUNTS))
    dossier->n_reviews_in = -1;
  return TRUE;
}

/* A quote of a draft is its author's alone, as the draft is. */
static gboolean
read_quotes (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  g_autoptr (GPtrArray) all
    = comark_quote_rows_list (self->desk->sql, &self->id, self->round, &self->desk->who->id,
                              error);
  gboolean own = may (self, COMARK_ACTION_SEE_OWN_REVIEW);
  gboolean others = sees_others (self);

  dossier->earlier_quotes
    = own ? comark_quote_rows_list_earlier (self->desk->sql, &self->id, self->round,
                                            &self->desk->who->id, error)
          : nothing ();
  dossier->quotes = nothing ();
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (all, i);

      if (quote->own ? own : others && quote->submitted)
        g_ptr_array_add (dossier->quotes, g_object_ref (quote));
    }
  return all != NULL && dossier->earlier_quotes != NULL;
}

static gboolean
read_questions (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;

  dossier->questions = comark_desk_read_questions (self->desk, &self->id, self->round,
                                                   &dossier->standing, error);
  return dossier->questions != NULL
         && comark_desk_read_asking (self->desk, &self->id, self->round, &dossier->standing,
                                     &dossier->asking, error);
}

/* ---- what follows from it ---- */

static int
compare_summaries (gconstpointer a, gconstpointer b)
{
  const ComarkCriterionSummary *one = *(ComarkCriterionSummary **) a;
  const ComarkCriterionSummary *other = *(ComarkCriterionSummary **) b;
  int by_talk = comark_medians_compare (&one->medians, &other->medians);

  /* g_ptr_array_sort() is not stable; the place in the framework makes it so. */
  return by_talk != 0 ? by_talk : (int) one->position - (int) other->position;
}

static void
fill_summaries (Reading *self)
{
  ComarkDossier *dossier = self->dossier;
  g_autoptr (GPtrArray) counted = NULL;

  if (!may (self, COMARK_ACTION_SEE_MEDIANS) || dossier->peers_closed)
    return;
  counted = comark_panel_counted_reviews (self->all_reviews, self->all_seats);
  dossier->summaries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      ComarkCriterionSummary *summary = g_new0 (ComarkCriterionSummary, 1);

      summary->criterion = criterion->id;
      summary->position = i;
      summary->medians = comark_panel_medians (counted, criterion->id, dossier->framework);
      g_ptr_array_add (dossier->summaries, summary);
    }
  g_ptr_array_sort (dossier->summaries, compare_summaries);
}

/* How many, not who: that is theirs to say. */
static void
count_to_rate_now (Reading *self)
{
  ComarkDossier *dossier = self->dossier;

  if (!may (self, COMARK_ACTION_SEE_REVIEW_COUNTS))
    return;
  dossier->n_to_rate_now = 0;
  for (guint i = 0; i < self->all_seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (self->all_seats, i);

      dossier->n_to_rate_now
        += seat->on_the_day && !seat->review_in && g_strcmp0 (seat->reply, "declined") != 0
           && comark_interests_may_rate (seat->interest, seat->effect, seat->contributor);
    }
}

static gboolean
read_meeting (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;

  dossier->support_contact = comark_desk_get_setting (self->desk, "support-contact", error);
  if (dossier->support_contact == NULL)
    return FALSE;
  count_to_rate_now (self);
  if (!comark_access_sees_panel (&dossier->standing))
    return TRUE;
  if (!comark_meeting_rows_latest (self->desk->sql, &self->id, self->round, &dossier->meeting,
                                   error))
    return FALSE;
  if (dossier->meeting != NULL)
    dossier->quorum
      = comark_panel_quorum (dossier->meeting, dossier->submission->affects_carers);
  return TRUE;
}

static gboolean
read_agreed (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  ComarkSql *sql = self->desk->sql;
  gboolean sees = may (self, COMARK_ACTION_SEE_AGREED) || may (self, COMARK_ACTION_SEE_RESULT);

  dossier->agreed = sees ? comark_meeting_rows_list_agreed (sql, &self->id, self->round, error)
                         : nothing ();
  if (dossier->agreed == NULL)
    return FALSE;
  dossier->judgements
    = sees ? comark_meeting_rows_list_judgements (sql, &self->id, self->round, error)
           : nothing ();
  if (dossier->judgements == NULL)
    return FALSE;
  dossier->dissent = may (self, COMARK_ACTION_SEE_AGREED)
                       ? comark_meeting_rows_list_dissent (sql, &self->id, self->round, error)
                       : nothing ();
  return dossier->dissent != NULL;
}

static gboolean
read_decision (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  g_autoptr (ComarkAgreed) agreed = NULL;

  if (!may (self, COMARK_ACTION_SEE_AGREED) && !may (self, COMARK_ACTION_SEE_RESULT))
    return TRUE;
  agreed = comark_panel_agreed (dossier->agreed, dossier->judgements, self->all_confirmations);
  dossier->outcome = comark_outcome_evaluate (dossier->framework, dossier->submission->route,
                                              agreed);
  return comark_decision_rows_find (self->desk->sql, &self->id, self->round, &dossier->decision,
                                    error);
}

static gboolean
read_after (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  ComarkSql *sql = self->desk->sql;
  gboolean sees = may (self, COMARK_ACTION_SEE_HISTORY);
  gboolean panel = comark_access_sees_panel (&dossier->standing);

  dossier->told = sees ? comark_decision_rows_list_told (sql, &self->id, self->round, error)
                       : nothing ();
  if (dossier->told == NULL
      || (may (self, COMARK_ACTION_SEE_MARK)
          && !comark_mark_rows_of (sql, &self->id, &dossier->mark, error)))
    return FALSE;
  dossier->history = sees ? comark_desk_read_history (self->desk, &self->id, &dossier->standing,
                                                      panel, error)
                          : nothing ();
  return dossier->history != NULL;
}

/* ---- talking ---- */

static gboolean
read_talk (Reading *self, GError **error)
{
  ComarkDossier *dossier = self->dossier;
  g_autoptr (ComarkTalkPeople) people = comark_desk_read_talk_people (self->desk, &self->id,
                                                                      error);

  if (people == NULL)
    return FALSE;
  dossier->threads
    = comark_desk_read_threads (self->desk, &self->id, &dossier->standing,
                                comark_access_sees_panel (&dossier->standing), people, error);
  if (dossier->threads == NULL)
    return FALSE;
  comark_talk_people_narrow (people, &dossier->standing);
  dossier->readers = g_ptr_array_ref (people->readers);
  dossier->message_drafts = comark_talk_rows_list_drafts (self->desk->sql, &self->id,
                                                          &self->desk->who->id, error);
  dossier->text_drafts = comark_text_draft_rows_list (self->desk->sql, &self->id,
                                                      &self->desk->who->id, error);
  return dossier->message_drafts != NULL && dossier->text_drafts != NULL;
}

static gboolean
read_panel (Reading *self, GError **error)
{
  if (!read_seats (self, error) || !read_own_reviews (self, error)
      || !read_others_reviews (self, error) || !read_quotes (self, error)
      || !read_questions (self, error))
    return FALSE;
  fill_summaries (self);
  self->dossier->tasks = comark_desk_read_tasks (self->desk, &self->id, &self->dossier->standing,
                                                 error);
  return self->dossier->tasks != NULL && read_meeting (self, error)
         && read_agreed (self, error) && read_decision (self, error);
}

static gboolean
read_all (ComarkDesk *desk, gpointer data, GError **error)
{
  Reading *self = data;

  if (!comark_desk_find_submission (desk, self->ref, &self->id, error)
      || !comark_desk_read_standing (desk, &self->id, NULL, &self->dossier->standing, error)
      || !read_submission (self, error) || !read_contributors (self, error)
      || !read_document (self, error))
    return FALSE;
  fill_missing (self);
  return read_panel (self, error) && read_talk (self, error) && read_after (self, error);
}

static void
reading_clear (Reading *self)
{
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->all_seats, g_ptr_array_unref);
  g_clear_pointer (&self->all_reviews, g_ptr_array_unref);
  g_clear_pointer (&self->all_confirmations, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

ComarkDossier *
comark_desk_open_dossier (ComarkDesk *desk, const char *ref, GError **error)
{
  g_auto (Reading) self = { .desk = desk, .ref = ref };

  self.dossier = g_object_new (COMARK_TYPE_DOSSIER, NULL);
  if (!comark_desk_read (desk, read_all, &self, error))
    return NULL;
  return g_steal_pointer (&self.dossier);
}
