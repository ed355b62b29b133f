/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-submission-list.h"

#include "comark-id-changes.h"

#define PAGE COMARK_SUBMISSION_LIST_PAGE
/* Rows that are kept: about twenty screens. */
#define MOST_ROWS (32 * PAGE)
/* A view makes the widgets of its first two hundred rows at once, which would be felt: into an
 * empty list they come in such portions, a frame apart. */
#define PORTION 32
#define LAST_PORTION_AT 224
/* Pages that wait to be fetched; further ones have been scrolled past. */
#define MOST_WANTED 4

struct _ComarkSubmissionList
{
  GObject parent_instance;

  ComarkRegister *reg;
  GArray *ids;      /* ComarkId, in order */
  GHashTable *rows; /* ComarkId (inside the row) to ComarkSubmissionRow */
  GQueue recent;    /* the rows, the one asked for last at the head; borrowed */
  guint total;
  gboolean total_is_known; /* counted since the register changed */
  GArray *coming;   /* all ids of an answer that comes in portions; NULL when it is in */
  guint coming_source;

  /* the query */
  char *search;
  ComarkSubmissionQuery query;
  gboolean has_query;
  gboolean is_refreshing; /* the query under way is the same again */
  GCancellable *query_cancellable;
  GError *error;

  /* fetching */
  GArray *wanted; /* first positions of pages, the newest last */
  guint fetch_idle;
  gboolean is_fetching;
  gboolean rows_are_stale; /* changed while a page was being fetched */
  GCancellable *fetch_cancellable;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static void comark_submission_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComarkSubmissionList, comark_submission_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      comark_submission_list_list_model_init))

static guint signals[N_SIGNALS];

static void fetch_wanted (ComarkSubmissionList *self);
static void refresh_rows (ComarkSubmissionList *self);

static const ComarkId *
id_at (ComarkSubmissionList *self, guint position)
{
  return &g_array_index (self->ids, ComarkId, position);
}

/* ---- fetching ---- */

static gpointer
fetch_job (ComarkDesk *desk, gpointer data, GError **error)
{
  GArray *ids = data;

  return comark_desk_fetch_submissions (desk, (const ComarkId *) ids->data, ids->len, error);
}

static void
on_page_fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSubmissionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found
    = comark_register_run_finish (COMARK_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_fetching = FALSE;
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      ComarkSubmission *submission = g_ptr_array_index (found, i);
      ComarkSubmissionRow *row
        = submission != NULL ? g_hash_table_lookup (self->rows, &submission->id) : NULL;

      if (row != NULL)
        comark_submission_row_set_submission (row, submission);
    }
  if (error != NULL)
    g_debug ("A page of submissions could not be fetched: %s", error->message);
  if (self->rows_are_stale)
    refresh_rows (self);
  fetch_wanted (self);
}

static void
fetch_ids (ComarkSubmissionList *self, GArray *ids)
{
  self->is_fetching = TRUE;
  if (self->fetch_cancellable == NULL)
    self->fetch_cancellable = g_cancellable_new ();
  comark_register_run_async (self->reg, COMARK_STORE_READ, fetch_job, ids,
                             (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                             self->fetch_cancellable, on_page_fetched_cb, g_object_ref (self));
}

static GArray *
unknown_ids_of_page (ComarkSubmissionList *self, guint first)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (guint i = first; i < self->ids->len && i < first + PAGE; i++)
    {
      ComarkSubmissionRow *row = g_hash_table_lookup (self->rows, id_at (self, i));

      if (row == NULL || comark_submission_row_get_submission (row) == NULL)
        g_array_append_vals (ids, id_at (self, i), 1);
    }
  return ids;
}

static ComarkSubmissionRow *ensure_row (ComarkSubmissionList *self, const ComarkId *id);

/* The page wanted last goes first: it is the one in sight. */
static void
fetch_wanted (ComarkSubmissionList *self)
{
  while (!self->is_fetching && self->reg != NULL && self->wanted->len > 0)
    {
      guint first = g_array_index (self->wanted, guint, self->wanted->len - 1);
      GArray *ids = unknown_ids_of_page (self, first);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (ids->len == 0)
        g_array_unref (ids);
      else
        {
          for (guint i = 0; i < ids->len; i++)
            ensure_row (self, &g_array_index (ids, ComarkId, i));
          fetch_ids (self, ids);
        }
    }
}

static gboolean
on_fetch_idle_cb (gpointer user_data)
{
  ComarkSubmissionList *self = user_data;

  self->fetch_idle = 0;
  fetch_wanted (self);
  return G_SOURCE_REMOVE;
}

static void
want_page_of (ComarkSubmissionList *self, guint position)
{
  guint first = position / PAGE * PAGE;

  for (guint i = 0; i < self->wanted->len; i++)
    if (g_array_index (self->wanted, guint, i) == first)
      g_array_remove_index (self->wanted, i--);
  if (self->wanted->len == MOST_WANTED)
    g_array_remove_index (self->wanted, 0);
  g_array_append_val (self->wanted, first);
  /* Later: a view asks for a screenful of rows in one go. */
  if (self->fetch_idle == 0)
    self->fetch_idle = g_idle_add_full (G_PRIORITY_DEFAULT, on_fetch_idle_cb, self, NULL);
}

/* ---- rows ---- */

/* The oldest goes, but not what is on the screen: that gets another turn. */
static void
forget_oldest (ComarkSubmissionList *self)
{
  for (guint turns = self->recent.length; turns > 0 && self->recent.length > MOST_ROWS; turns--)
    {
      ComarkSubmissionRow *row = g_queue_pop_tail (&self->recent);

      if (comark_submission_row_is_watched (row))
        g_queue_push_head (&self->recent, row);
      else
        g_hash_table_remove (self->rows, comark_submission_row_get_id (row));
    }
}

static ComarkSubmissionRow *
ensure_row (ComarkSubmissionList *self, const ComarkId *id)
{
  ComarkSubmissionRow *row = g_hash_table_lookup (self->rows, id);

  if (row == NULL)
    {
      row = comark_submission_row_new (id);
      g_hash_table_insert (self->rows, (gpointer) comark_submission_row_get_id (row), row);
      g_queue_push_head (&self->recent, row);
      forget_oldest (self);
    }
  return row;
}

static void
forget_rows (ComarkSubmissionList *self)
{
  g_queue_clear (&self->recent);
  g_hash_table_remove_all (self->rows);
  g_array_set_size (self->wanted, 0);
  g_clear_handle_id (&self->fetch_idle, g_source_remove);
  g_cancellable_cancel (self->fetch_cancellable);
  g_clear_object (&self->fetch_cancellable);
  self->is_fetching = FALSE;
}

/* ---- the list model ---- */

static GType
get_item_type (GListModel *model)
{
  return COMARK_TYPE_SUBMISSION_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return COMARK_SUBMISSION_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ComarkSubmissionList *self = COMARK_SUBMISSION_LIST (model);
  ComarkSubmissionRow *row;

  if (position >= self->ids->len)
    return NULL;
  row = ensure_row (self, id_at (self, position));
  if (comark_submission_row_get_submission (row) == NULL)
    want_page_of (self, position);
  return g_object_ref (row);
}

static void
comark_submission_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- queries ---- */

typedef struct
{
  ComarkSubmissionQuery query;
  char *search;
  gboolean counts_all;
  GArray *older; /* the ids that are shown */
} QueryJob;

typedef struct
{
  GArray *ids;
  GArray *changes; /* ComarkIdChange: how to get there; found here, for it takes a while */
  guint total;
} Answer;

static gboolean
is_narrowed (ComarkSubmissionList *self)
{
  return self->query.state >= 0 || (self->search != NULL && *self->search != '\0');
}

static void
query_job_free (gpointer data)
{
  QueryJob *job = data;

  g_array_unref (job->older);
  g_free (job->search);
  g_free (job);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ids, g_array_unref);
  g_clear_pointer (&answer->changes, g_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
count_all (ComarkDesk *desk, Answer *answer, GError **error)
{
  ComarkSubmissionQuery all = { .state = -1, .sort = COMARK_SORT_REF };
  g_autoptr (GArray) ids = comark_desk_query_submissions (desk, &all, error);

  if (ids != NULL)
    answer->total = ids->len;
  return ids != NULL;
}

static gpointer
query_job (ComarkDesk *desk, gpointer data, GError **error)
{
  QueryJob *job = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  job->query.search = job->search;
  answer->ids = comark_desk_query_submissions (desk, &job->query, error);
  if (answer->ids == NULL)
    return NULL;
  answer->total = answer->ids->len;
  answer->changes = comark_id_changes ((const ComarkId *) job->older->data, job->older->len,
                                       (const ComarkId *) answer->ids->data, answer->ids->len);
  if (job->counts_all && !count_all (desk, answer, error))
    return NULL;
  return g_steal_pointer (&answer);
}

static void
add_portion (ComarkSubmissionList *self)
{
  guint n_there = self->ids->len;
  guint n_more = self->coming->len - n_there;

  if (n_there < LAST_PORTION_AT)
    n_more = MIN (n_more, PORTION);
  g_array_append_vals (self->ids, &g_array_index (self->coming, ComarkId, n_there), n_more);
  g_list_model_items_changed (G_LIST_MODEL (self), n_there, 0, n_more);
}

static void
stop_coming (ComarkSubmissionList *self)
{
  g_clear_handle_id (&self->coming_source, g_source_remove);
  g_clear_pointer (&self->coming, g_array_unref);
}

static void
tell_answered (ComarkSubmissionList *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static gboolean
on_portion_due_cb (gpointer user_data)
{
  ComarkSubmissionList *self = user_data;

  add_portion (self);
  if (self->ids->len < self->coming->len)
    return G_SOURCE_CONTINUE;
  self->coming_source = 0;
  stop_coming (self);
  tell_answered (self);
  return G_SOURCE_REMOVE;
}

static void
begin_coming (ComarkSubmissionList *self, GArray *ids)
{
  self->coming = g_array_ref (ids);
  add_portion (self);
  if (self->ids->len < ids->len)
    /* Below drawing, so that each portion is seen before the next is made. */
    self->coming_source = g_idle_add_full (G_PRIORITY_LOW, on_portion_due_cb, self, NULL);
  else
    stop_coming (self);
}

static void
apply_changes (ComarkSubmissionList *self, const Answer *answer)
{
  for (guint i = 0; i < answer->changes->len; i++)
    {
      ComarkIdChange *change = &g_array_index (answer->changes, ComarkIdChange, i);

      if (change->n_removed > 0)
        g_array_remove_range (self->ids, change->position, change->n_removed);
      if (change->n_added > 0)
        g_array_insert_vals (self->ids, change->position,
                             &g_array_index (answer->ids, ComarkId, change->source),
                             change->n_added);
      g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->n_removed,
                                  change->n_added);
    }
}

static void
remove_all_ids (ComarkSubmissionList *self)
{
  guint n_items = self->ids->len;

  g_array_set_size (self->ids, 0);
  if (n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_items, 0);
}

static guint
count_added (const Answer *answer)
{
  guint n_added = 0;

  for (guint i = 0; i < answer->changes->len; i++)
    n_added += g_array_index (answer->changes, ComarkIdChange, i).n_added;
  return n_added;
}

/* The same question again keeps its place; another one begins at the top. */
static void
apply_answer (ComarkSubmissionList *self, const Answer *answer)
{
  stop_coming (self);
  /* Pages by position mean something else now. */
  g_array_set_size (self->wanted, 0);
  if (count_added (answer) <= PORTION || self->is_refreshing)
    {
      apply_changes (self, answer);
      return;
    }
  remove_all_ids (self);
  begin_coming (self, answer->ids);
}

/* What is in sight may have changed without changing its place. The rest is forgotten. */
static void
refresh_rows (ComarkSubmissionList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (GList *link = self->recent.head; link != NULL;)
    {
      GList *next = link->next;
      ComarkSubmissionRow *row = link->data;

      if (comark_submission_row_is_watched (row))
        g_array_append_vals (ids, comark_submission_row_get_id (row), 1);
      else
        {
          g_queue_delete_link (&self->recent, link);
          g_hash_table_remove (self->rows, comark_submission_row_get_id (row));
        }
      link = next;
    }
  self->rows_are_stale = self->is_fetching;
  if (ids->len > 0 && !self->is_fetching)
    fetch_ids (self, ids);
  else
    g_array_unref (ids);
}

static void
on_query_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSubmissionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer
    = comark_register_run_finish (COMARK_REGISTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->reg == NULL)
    return;
  g_clear_object (&self->query_cancellable);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (answer != NULL)
    {
      if (!self->total_is_known || !is_narrowed (self))
        self->total = answer->total;
      self->total_is_known = TRUE;
      apply_answer (self, answer);
      refresh_rows (self);
    }
  if (self->coming == NULL)
    tell_answered (self);
}

static void
ask (ComarkSubmissionList *self)
{
  QueryJob *job = g_new0 (QueryJob, 1);

  /* What the answer is compared with must stay until it is there. */
  if (self->coming != NULL)
    self->is_refreshing = FALSE;
  stop_coming (self);
  job->query = self->query;
  job->search = g_strdup (self->search);
  job->older = g_array_copy (self->ids);
  job->counts_all = !self->total_is_known && is_narrowed (self);
  g_cancellable_cancel (self->query_cancellable);
  g_clear_object (&self->query_cancellable);
  self->query_cancellable = g_cancellable_new ();
  comark_register_run_async (self->reg, COMARK_STORE_READ, query_job, job, query_job_free,
                             answer_free, self->query_cancellable, on_query_answered_cb,
                             g_object_ref (self));
}

/* ---- class ---- */

static void
comark_submission_list_dispose (GObject *object)
{
  ComarkSubmissionList *self = COMARK_SUBMISSION_LIST (object);

  g_cancellable_cancel (self->query_cancellable);
  stop_coming (self);
  forget_rows (self);
  g_clear_object (&self->reg);
  G_OBJECT_CLASS (comark_submission_list_parent_class)->dispose (object);
}

static void
comark_submission_list_finalize (GObject *object)
{
  ComarkSubmissionList *self = COMARK_SUBMISSION_LIST (object);

  g_clear_object (&self->query_cancellable);
  g_clear_error (&self->error);
  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->rows);
  g_free (self->search);
  G_OBJECT_CLASS (comark_submission_list_parent_class)->finalize (object);
}

static void
comark_submission_list_class_init (ComarkSubmissionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_submission_list_dispose;
  object_class->finalize = comark_submission_list_finalize;
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", COMARK_TYPE_SUBMISSION_LIST,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_submission_list_init (ComarkSubmissionList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_hash_table_new_full (comark_id_hash, comark_id_equal, NULL, g_object_unref);
  g_queue_init (&self->recent);
}

/* ---- public ---- */

ComarkSubmissionList *
comark_submission_list_new (void)
{
  return g_object_new (COMARK_TYPE_SUBMISSION_LIST, NULL);
}

void
comark_submission_list_set_register (ComarkSubmissionList *self, ComarkRegister *reg)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_LIST (self));

  if (self->reg == reg)
    return;
  comark_submission_list_clear (self);
  g_set_object (&self->reg, reg);
}

void
comark_submission_list_query (ComarkSubmissionList *self, const ComarkSubmissionQuery *query)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_LIST (self));

  g_free (self->search);
  self->search = g_strdup (query->search);
  self->query = *query;
  self->query.search = NULL;
  self->has_query = TRUE;
  self->is_refreshing = FALSE;
  if (self->reg != NULL)
    ask (self);
}

void
comark_submission_list_refresh (ComarkSubmissionList *self)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_LIST (self));

  self->total_is_known = FALSE;
  if (!self->has_query || self->reg == NULL)
    return;
  /* An answer to another question that is still on its way is not the same again. */
  self->is_refreshing = self->query_cancellable == NULL;
  ask (self);
}

gboolean
comark_submission_list_has_query (ComarkSubmissionList *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_LIST (self), FALSE);

  return self->has_query;
}

void
comark_submission_list_clear (ComarkSubmissionList *self)
{
  g_return_if_fail (COMARK_IS_SUBMISSION_LIST (self));

  g_cancellable_cancel (self->query_cancellable);
  g_clear_object (&self->query_cancellable);
  stop_coming (self);
  forget_rows (self);
  self->total = 0;
  self->total_is_known = FALSE;
  self->has_query = FALSE;
  remove_all_ids (self);
}

guint
comark_submission_list_get_total (ComarkSubmissionList *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_LIST (self), 0);

  return self->total;
}

gboolean
comark_submission_list_find (ComarkSubmissionList *self, const ComarkId *id, guint *position)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_LIST (self), FALSE);

  for (guint i = 0; i < self->ids->len; i++)
    if (comark_id_equal (id_at (self, i), id))
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

const GError *
comark_submission_list_get_error (ComarkSubmissionList *self)
{
  g_return_val_if_fail (COMARK_IS_SUBMISSION_LIST (self), NULL);

  return self->error;
}
