/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking after the register.
 */
#include "comark-desk-care.h"

#include "comark-check-rows.h"
#include "comark-desk-frameworks.h"
#include "comark-desk-history.h"
#include "comark-desk-standing.h"
#include "comark-log.h"
#include "comark-person-rows.h"
#include "comark-store-check.h"

/* ---- check ---- */

/* What only a framework can say: are values on its scale, criteria its own, reviews whole? */
typedef struct
{
  ComarkDesk *desk;
  GStrvBuilder *sentences;
} Checking;

static void
add (Checking *self, const char *where, const char *what)
{
  g_autofree char *sentence = g_strdup_printf ("%s: %s.", where, what);

  *sentence = g_ascii_toupper (*sentence);
  g_strv_builder_add (self->sentences, sentence);
}

static gboolean
check_value (const ComarkCheckRow *row, gpointer data, GError **error)
{
  Checking *self = data;
  g_autoptr (ComarkFramework) framework
    = comark_desk_framework (self->desk, &row->framework, error);
  const ComarkCriterion *criterion;

  if (framework == NULL)
    return FALSE;
  criterion = comark_framework_criterion (framework, row->criterion);
  if (criterion == NULL || !comark_criterion_is_on_route (criterion, row->route))
    add (self, row->where, "its criterion is not one of the framework");
  else if (row->value != COMARK_VALUE_NONE
           && !comark_framework_accepts (framework, criterion, row->value))
    add (self, row->where, "its value is not on the scale of the framework");
  return TRUE;
}

/* Here the value of the row is how many criteria the review answers. */
static gboolean
check_review (const ComarkCheckRow *row, gpointer data, GError **error)
{
  Checking *self = data;
  g_autoptr (ComarkFramework) framework
    = comark_desk_framework (self->desk, &row->framework, error);
  g_autoptr (GPtrArray) criteria = NULL;

  if (framework == NULL)
    return FALSE;
  criteria = comark_framework_criteria_for_route (framework, row->route);
  if ((guint) row->value != criteria->len)
    add (self, row->where, "it was submitted without all answers");
  return TRUE;
}

static gboolean
check_awards (const ComarkCheckRow *row, gpointer data, GError **error)
{
  Checking *self = data;
  g_autoptr (ComarkFramework) framework
    = comark_desk_framework (self->desk, &row->framework, error);
  const ComarkOutcome *outcome;

  if (framework == NULL)
    return FALSE;
  /* The outcome stands where other rows have a criterion. */
  outcome = comark_framework_outcome (framework, row->criterion);
  if (outcome == NULL || (!outcome->awards && !outcome->holds_certificate))
    add (self, row->where, "the panel's outcome awards no mark");
  return TRUE;
}

static gboolean
check_by_framework (Checking *self, GError **error)
{
  ComarkSql *sql = self->desk->sql;

  return comark_check_rows_values (sql, check_value, self, error)
         && comark_check_rows_reviews (sql, check_review, self, error)
         && comark_check_rows_marks (sql, check_awards, self, error);
}

static gboolean
check_by_store (Checking *self, GError **error)
{
  g_autoptr (GPtrArray) findings
    = comark_store_check (self->desk->sql, self->desk->cancellable, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      ComarkFinding *finding = g_ptr_array_index (findings, i);

      add (self, finding->where, finding->what);
    }
  return TRUE;
}

char **
comark_desk_check (ComarkDesk *desk, GError **error)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  Checking self = { desk, sentences };

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_CHECK_REGISTER, error)
      || !check_by_store (&self, error) || !check_by_framework (&self, error))
    return NULL;
  return g_strv_builder_end (sentences);
}

/* ---- the log ---- */

/* One reading of the log. */
typedef struct
{
  ComarkDesk *desk;
  GHashTable *names; /* ComarkId → name */
} Reading;

static gboolean
read_name (Reading *self, const ComarkId *id, const char **name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) person = NULL;
  char *owned;

  *name = g_hash_table_lookup (self->names, id);
  if (*name != NULL)
    return TRUE;
  person = comark_person_rows_find (self->desk->sql, id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *name = owned = g_strdup (person != NULL ? person->name : "");
  g_hash_table_insert (self->names, g_memdup2 (id, sizeof *id), owned);
  return TRUE;
}

/* Who rates, and when, is for those who may see the ratings: administrators look after the log,
 * but they rate nothing and must not know earlier. */
static gboolean
may_know_who (Reading *self, const ComarkLogRow *row, gboolean *may, GError **error)
{
  ComarkStanding standing;

  *may = !comark_desk_act_is_of_a_review (row->act)
         || comark_id_equal (&row->actor, &self->desk->who->id);
  if (*may)
    return TRUE;
  if (!comark_desk_read_standing (self->desk, &row->submission, NULL, &standing, error))
    return FALSE;
  *may = comark_access_check (&standing, COMARK_ACTION_SEE_OTHERS_RATINGS, NULL);
  return TRUE;
}

static ComarkHistoryEntry *
entry_of (Reading *self, const ComarkLogRow *row, GError **error)
{
  ComarkHistoryEntry *entry;
  const char *name = "";
  gboolean may;

  if (!may_know_who (self, row, &may, error)
      || (may && !read_name (self, &row->actor, &name, error)))
    return NULL;
  entry = comark_history_entry_new ();
  entry->seq = row->seq;
  entry->at = row->at_ms;
  entry->act = g_strdup (row->act);
  entry->words = g_strdup (comark_desk_act_words (row->act));
  entry->actor_name = g_strdup (name);
  return entry;
}

static GPtrArray *
entries_of (ComarkDesk *desk, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) names
    = g_hash_table_new_full (comark_id_hash, comark_id_equal, g_free, g_free);
  Reading self = { desk, names };

  for (guint i = rows->len; i > 0; i--)
    {
      ComarkHistoryEntry *entry = entry_of (&self, g_ptr_array_index (rows, i - 1), error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
comark_desk_list_log (ComarkDesk *desk, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *head = NULL;
  gint64 last = 0;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_LOG, error)
      || (head = comark_log_head (desk->sql, &last, error)) == NULL)
    return NULL;
  rows = comark_log_list (desk->sql, NULL, MAX (last - limit, 0), limit, error);
  return rows != NULL ? entries_of (desk, rows, error) : NULL;
}
