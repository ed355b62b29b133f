/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-search.h"

#define PAGES_AT_ONCE 32

typedef struct
{
  GArray *areas; /* of ComarkReaderArea, their matches counted from 0 */
  int n_matches;
} Part;

struct _ComarkPageSearch
{
  GObject parent_instance;

  ComarkReader *reader; /* (nullable) */
  char *words;
  int n_pages;
  int from_page;
  GCancellable *cancellable; /* (nullable): of the search that runs */

  Part before, after; /* the pages before from_page; from_page and those after it */
  int next_page;      /* to be searched */
  int n_searched;
  int current;        /* counts from the first of after: -1 is the last of before */
  gboolean has_current;
  char *problem;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ComarkPageSearch, comark_page_search, G_TYPE_OBJECT)

static void search_on (ComarkPageSearch *self);

static void
change (ComarkPageSearch *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
end (ComarkPageSearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
part_clear (Part *part)
{
  g_array_set_size (part->areas, 0);
  part->n_matches = 0;
}

/* Returns: how many matches @areas are */
static int
part_take (Part *part, GArray *areas)
{
  int n = 0;

  for (guint i = 0; i < areas->len; i++)
    {
      ComarkReaderArea area = g_array_index (areas, ComarkReaderArea, i);
      n = MAX (n, area.match + 1);
      area.match += part->n_matches;
      g_array_append_val (part->areas, area);
    }
  part->n_matches += n;
  return n;
}

/* --- searching ----------------------------------------------------------------------------- */

static gboolean
is_done (ComarkPageSearch *self)
{
  return self->n_searched >= self->n_pages
         || self->before.areas->len + self->after.areas->len >= COMARK_READER_MAX_AREAS;
}

/* The first match of all becomes the current one. Later ones of the pages before are found in
 * their order, so that the current one moves away from their end. */
static void
take_found (ComarkPageSearch *self, GArray *areas, int n_pages)
{
  gboolean is_after = self->next_page >= self->from_page;
  int n = part_take (is_after ? &self->after : &self->before, areas);

  if (!self->has_current && n > 0)
    self->current = is_after ? 0 : -n;
  else if (!is_after && self->current < 0)
    self->current -= n;
  self->has_current |= n > 0;
  self->n_searched += n_pages;
  self->next_page += n_pages;
  if (self->next_page >= self->n_pages)
    self->next_page = 0;
}

static int
count_pages_at_once (ComarkPageSearch *self)
{
  int end_page = self->next_page >= self->from_page ? self->n_pages : self->from_page;

  return MIN (PAGES_AT_ONCE, end_page - self->next_page);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) areas = comark_reader_find_finish (COMARK_READER (source), result, &error);

  if (self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (areas != NULL)
    take_found (self, areas, count_pages_at_once (self));
  else
    self->problem = g_strdup (error->message);
  if (areas == NULL || is_done (self))
    end (self);
  else
    search_on (self);
  change (self);
}

static void
search_on (ComarkPageSearch *self)
{
  comark_reader_find_async (self->reader, self->words, self->next_page,
                            count_pages_at_once (self), self->cancellable, on_found_cb,
                            g_object_ref (self));
}

static void
forget_matches (ComarkPageSearch *self)
{
  end (self);
  part_clear (&self->before);
  part_clear (&self->after);
  g_clear_pointer (&self->problem, g_free);
  self->has_current = FALSE;
  self->n_searched = 0;
}

void
comark_page_search_start (ComarkPageSearch *self, ComarkReader *reader, int n_pages,
                          const char *words, int from_page)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  g_return_if_fail (COMARK_IS_PAGE_SEARCH (self));
  g_return_if_fail (n_pages > 0);

  forget_matches (self);
  g_set_object (&self->reader, reader);
  g_free (self->words);
  self->words = g_steal_pointer (&trimmed);
  self->n_pages = n_pages;
  self->from_page = self->next_page = CLAMP (from_page, 0, n_pages - 1);
  if (self->words[0] != '\0')
    {
      self->cancellable = g_cancellable_new ();
      search_on (self);
    }
  change (self);
}

void
comark_page_search_stop (ComarkPageSearch *self)
{
  g_return_if_fail (COMARK_IS_PAGE_SEARCH (self));

  if (self->cancellable == NULL)
    return;
  end (self);
  change (self);
}

void
comark_page_search_clear (ComarkPageSearch *self)
{
  g_return_if_fail (COMARK_IS_PAGE_SEARCH (self));

  forget_matches (self);
  g_clear_object (&self->reader);
  change (self);
}

/* --- answers ------------------------------------------------------------------------------- */

gboolean
comark_page_search_is_running (ComarkPageSearch *self)
{
  return self->cancellable != NULL;
}

gboolean
comark_page_search_is_whole (ComarkPageSearch *self)
{
  return self->n_pages > 0 && self->n_searched >= self->n_pages;
}

int
comark_page_search_get_n_searched (ComarkPageSearch *self)
{
  return self->n_searched;
}

const char *
comark_page_search_get_problem (ComarkPageSearch *self)
{
  return self->problem;
}

int
comark_page_search_get_n_matches (ComarkPageSearch *self)
{
  return self->before.n_matches + self->after.n_matches;
}

int
comark_page_search_get_current (ComarkPageSearch *self)
{
  return self->has_current ? self->before.n_matches + self->current : -1;
}

void
comark_page_search_step (ComarkPageSearch *self, int direction)
{
  int n = comark_page_search_get_n_matches (self);

  g_return_if_fail (COMARK_IS_PAGE_SEARCH (self));

  if (n == 0)
    return;
  int at = (comark_page_search_get_current (self) + direction + n) % n;
  self->current = at - self->before.n_matches;
  change (self);
}

GArray *
comark_page_search_dup_areas (ComarkPageSearch *self)
{
  GArray *all = g_array_copy (self->before.areas);

  return g_array_append_vals (all, self->after.areas->data, self->after.areas->len);
}

GArray *
comark_page_search_dup_current_areas (ComarkPageSearch *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  const Part *part = self->current < 0 ? &self->before : &self->after;
  int match = self->current < 0 ? self->before.n_matches + self->current : self->current;

  for (guint i = 0; self->has_current && i < part->areas->len; i++)
    if (g_array_index (part->areas, ComarkReaderArea, i).match == match)
      g_array_append_val (found, g_array_index (part->areas, ComarkReaderArea, i));
  return found;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_search_dispose (GObject *object)
{
  ComarkPageSearch *self = COMARK_PAGE_SEARCH (object);

  end (self);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (comark_page_search_parent_class)->dispose (object);
}

static void
comark_page_search_finalize (GObject *object)
{
  ComarkPageSearch *self = COMARK_PAGE_SEARCH (object);

  g_array_unref (self->before.areas);
  g_array_unref (self->after.areas);
  g_free (self->words);
  g_free (self->problem);
  G_OBJECT_CLASS (comark_page_search_parent_class)->finalize (object);
}

static void
comark_page_search_class_init (ComarkPageSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_page_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_page_search_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_page_search_init (ComarkPageSearch *self)
{
  self->before.areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  self->after.areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
}

ComarkPageSearch *
comark_page_search_new (void)
{
  return g_object_new (COMARK_TYPE_PAGE_SEARCH, NULL);
}
