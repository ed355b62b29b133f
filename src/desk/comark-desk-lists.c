/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of submissions. Who sees what is asked of comark_access_check() for each submission
 * that the person has anything to do with; all others are alike to them, so one answer does.
 */
#include "comark-desk-lists.h"

#include <string.h>

#include "comark-desk-frameworks.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-search.h"
#include "comark-standing-rows.h"

/* More hits than anybody reads, fewer than would fill the memory. */
#define SEARCH_LIMIT 100000

static GHashTable *
id_set_new (void)
{
  return g_hash_table_new_full (comark_id_hash, comark_id_equal, g_free, NULL);
}

static void
id_set_add (GHashTable *set, const ComarkId *id)
{
  g_hash_table_add (set, g_memdup2 (id, sizeof *id));
}

/* What one person may know of. */
typedef struct
{
  gboolean all;    /* every submission but those in @but; else only those in @but */
  GHashTable *but; /* of ComarkId */
} Sight;

static void
sight_clear (Sight *sight)
{
  g_clear_pointer (&sight->but, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sight, sight_clear)

static gboolean
sees_unrelated (ComarkDesk *desk, gboolean *sees, GError **error)
{
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  standing.has_submission = TRUE;
  *sees = comark_access_check (&standing, COMARK_ACTION_SEE_EXISTS, NULL);
  return TRUE;
}

static gboolean
read_sight (ComarkDesk *desk, Sight *sight, GError **error)
{
  g_autoptr (GArray) related = NULL;
  g_autofree ComarkStanding *standings = NULL;

  if (!sees_unrelated (desk, &sight->all, error)
      || (related = comark_standing_rows_related (desk->sql, &desk->who->id, error)) == NULL
      || (standings = comark_desk_read_standings (desk, (ComarkId *) related->data, related->len,
                                                  error)) == NULL)
    return FALSE;
  sight->but = id_set_new ();
  for (guint i = 0; i < related->len; i++)
    {
      gboolean sees = comark_access_check (&standings[i], COMARK_ACTION_SEE_EXISTS, NULL);

      if (sees != sight->all)
        id_set_add (sight->but, &g_array_index (related, ComarkId, i));
    }
  return TRUE;
}

/* The ids of all hits; NULL in *found without a search. */
static gboolean
search (ComarkDesk *desk, const char *words, GHashTable **found, GError **error)
{
  g_autoptr (GArray) hits = NULL;

  if (words == NULL || words[strspn (words, " \t\n")] == '\0')
    return TRUE;
  if (!comark_desk_check_text ("What you look for", words, error))
    return FALSE;
  hits = comark_search_submissions (desk->sql, words, COMARK_AUDIENCE_ALL, SEARCH_LIMIT, error);
  if (hits == NULL)
    return FALSE;
  *found = id_set_new ();
  for (guint i = 0; i < hits->len; i++)
    id_set_add (*found, &g_array_index (hits, ComarkId, i));
  return TRUE;
}

/* Leaves in @ids, in their order, what is seen and found. */
static void
narrow (GArray *ids, const Sight *sight, GHashTable *found)
{
  ComarkId *all = (ComarkId *) ids->data;
  gboolean hides = !sight->all || g_hash_table_size (sight->but) > 0;
  guint n = 0;

  if (!hides && found == NULL)
    return;
  for (guint i = 0; i < ids->len; i++)
    {
      if ((!hides || g_hash_table_contains (sight->but, &all[i]) != sight->all)
          && (found == NULL || g_hash_table_contains (found, &all[i])))
        all[n++] = all[i];
    }
  g_array_set_size (ids, n);
}

typedef struct
{
  const char *search;
  guint states;
  ComarkSubmissionSort sort;
  gboolean descending;
  GArray *ids;
} Query;

static gboolean
run_query (ComarkDesk *desk, gpointer data, GError **error)
{
  Query *self = data;
  g_auto (Sight) sight = { FALSE, NULL };
  g_autoptr (GHashTable) found = NULL;

  if (!read_sight (desk, &sight, error) || !search (desk, self->search, &found, error))
    return FALSE;
  self->ids = comark_submission_rows_query (desk->sql, sight.all ? NULL : &desk->who->id,
                                            self->states, self->sort, self->descending, error);
  if (self->ids == NULL)
    return FALSE;
  narrow (self->ids, &sight, found);
  return TRUE;
}

static GArray *
query_or_null (ComarkDesk *desk, Query *self, GError **error)
{
  if (desk->who == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                        "Say first who you are: choose your name.");
  else if (comark_desk_read (desk, run_query, self, error))
    return self->ids;
  g_clear_pointer (&self->ids, g_array_unref);
  return NULL;
}

GArray *
comark_desk_query_waiting (ComarkDesk *desk, guint states, GError **error)
{
  Query self = { NULL, states, COMARK_SORT_UPDATED, TRUE, NULL };

  return query_or_null (desk, &self, error);
}

GArray *
comark_desk_query_submissions (ComarkDesk *desk, const ComarkSubmissionQuery *query,
                               GError **error)
{
  Query self = { query->search, 0, query->sort, query->descending, NULL };

  if (query->state < -1 || query->state >= COMARK_N_STATES
      || (guint) query->sort > COMARK_SORT_DUE)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID, "There is no such state or order.");
      return NULL;
    }
  if (query->state >= 0)
    self.states = 1u << query->state;
  return query_or_null (desk, &self, error);
}

/* ---- rows ---- */

static gboolean
add_type_words (ComarkDesk *desk, ComarkSubmission *self, GError **error)
{
  g_autoptr (ComarkFramework) framework
    = comark_desk_framework (desk, &self->framework, error);
  const ComarkDocumentType *type;

  if (framework == NULL)
    return FALSE;
  type = comark_framework_document_type (framework, self->type);
  g_free (self->type_words);
  self->type_words = g_strdup (type != NULL ? type->name : self->type);
  return TRUE;
}

/* What would tell more than the person may know is not in the row at all. */
gboolean
comark_desk_finish_submission (ComarkDesk *desk, ComarkSubmission *self,
                               const ComarkStanding *standing, GError **error)
{
  if (!comark_access_check (standing, COMARK_ACTION_SEE_REVIEW_COUNTS, NULL))
    self->n_reviews = -1;
  if (!comark_access_check (standing, COMARK_ACTION_SEE_MEDIANS, NULL))
    self->spread = -1;
  if (!comark_access_check (standing, COMARK_ACTION_SEE_RESULT, NULL))
    g_clear_pointer (&self->outcome, g_free);
  return add_type_words (desk, self, error);
}

static gboolean
finish_rows (ComarkDesk *desk, GPtrArray *rows, const ComarkStanding *standings, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ComarkSubmission *row = g_ptr_array_index (rows, i);

      if (row == NULL)
        continue;
      if (!comark_access_check (&standings[i], COMARK_ACTION_SEE_EXISTS, NULL))
        g_clear_object (&rows->pdata[i]);
      else if (!comark_desk_finish_submission (desk, row, &standings[i], error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const ComarkId *ids;
  guint n;
  GPtrArray *rows;
} Fetch;

static gboolean
run_fetch (ComarkDesk *desk, gpointer data, GError **error)
{
  Fetch *self = data;
  g_autofree ComarkStanding *standings
    = comark_desk_read_standings (desk, self->ids, self->n, error);

  if (standings == NULL
      || (self->rows = comark_submission_rows_fetch (desk->sql, self->ids, self->n, error))
           == NULL)
    return FALSE;
  return finish_rows (desk, self->rows, standings, error);
}

GPtrArray *
comark_desk_fetch_submissions (ComarkDesk *desk, const ComarkId *ids, guint n, GError **error)
{
  Fetch self = { ids, n, NULL };

  if (!comark_desk_read (desk, run_fetch, &self, error))
    {
      g_clear_pointer (&self.rows, g_ptr_array_unref);
      return NULL;
    }
  return self.rows;
}
