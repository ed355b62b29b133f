/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-cache.h"

#include <math.h>

#define MAX_WIDTH_PX 8192
#define NOTHING (-1)
#define SIZES (-2) /* what the request in work is for, where it is not a page */

typedef struct
{
  int page;
  int width_px;
  gsize bytes;
  GdkTexture *texture;
} Picture;

struct _ComarkPageCache
{
  GObject parent_instance;

  /* construction */
  ComarkReader *reader;
  ComarkPageLayout *layout;
  int n_pages;

  int scale_factor;

  /* state */
  GQueue pictures;           /* of Picture, the one used last in front */
  gsize bytes;               /* of all of them */
  GHashTable *failed;        /* a set of page numbers */
  GCancellable *cancellable; /* of the request in work */
  guint generation;          /* an answer to an older one is stale */
  int first, last, page;     /* wanted; page NOTHING: none are */
  int drawing;               /* what the request in work is for */
  int drawing_width_px;
};

enum
{
  DRAWN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageCache, comark_page_cache, G_TYPE_OBJECT)

typedef struct
{
  ComarkPageCache *self; /* owned */
  int page;
  int width_px;
  guint generation;
} Request;

static void go_on (ComarkPageCache *self);

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->texture);
  g_free (picture);
}

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Request *
request_new (ComarkPageCache *self, int page, int width_px)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->page = page;
  request->width_px = width_px;
  request->generation = self->generation;
  self->drawing = page;
  self->drawing_width_px = width_px;
  return request;
}

/* --- pictures ------------------------------------------------------------------------------ */

static int
get_width_px (ComarkPageCache *self, int page)
{
  double width = comark_page_layout_get_width_of (self->layout, page);

  return (int) CLAMP (width * self->scale_factor, 1, MAX_WIDTH_PX);
}

/* @width_px 0 takes any width. What is found moves to the front. */
static GdkTexture *
find_picture (ComarkPageCache *self, int page, int width_px)
{
  for (GList *link = self->pictures.head; link != NULL; link = link->next)
    {
      Picture *picture = link->data;
      if (picture->page != page || (width_px != 0 && picture->width_px != width_px))
        continue;
      g_queue_unlink (&self->pictures, link);
      g_queue_push_head_link (&self->pictures, link);
      return picture->texture;
    }
  return NULL;
}

static gboolean
is_in_sight (ComarkPageCache *self, int page)
{
  return self->page != NOTHING && page >= self->first && page <= self->last;
}

/* Those in sight were all used for the last painting, and so stand in front. */
static void
drop_pictures (ComarkPageCache *self)
{
  guint n_kept = (guint) MAX (COMARK_PAGE_CACHE_SIZE, self->last - self->first + 3);

  for (;;)
    {
      Picture *oldest = g_queue_peek_tail (&self->pictures);
      if (oldest == NULL || is_in_sight (self, oldest->page)
          || (self->pictures.length <= n_kept && self->bytes <= COMARK_PAGE_CACHE_MAX_BYTES))
        return;
      self->bytes -= oldest->bytes;
      picture_free (g_queue_pop_tail (&self->pictures));
    }
}

static void
keep_picture (ComarkPageCache *self, const Request *request, ComarkPageImage *image)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->page = request->page;
  picture->width_px = request->width_px;
  picture->bytes = (gsize) image->stride * (gsize) image->height;
  picture->texture = gdk_memory_texture_new (image->width, image->height, GDK_MEMORY_DEFAULT,
                                             image->pixels, (gsize) image->stride);
  g_queue_push_head (&self->pictures, picture);
  self->bytes += picture->bytes;
  drop_pictures (self);
}

/* --- requests ------------------------------------------------------------------------------ */

/* TRUE if the answer is still waited for. */
static gboolean
take_answer (Request *request)
{
  if (request->generation != request->self->generation)
    return FALSE;
  request->self->drawing = NOTHING;
  return TRUE;
}

/* A page drawn ahead that fails says so only when somebody turns to it. */
static void
give_up (ComarkPageCache *self, int page, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (is_in_sight (self, page))
    {
      guint generation = self->generation;
      g_hash_table_add (self->failed, GINT_TO_POINTER (page));
      g_signal_emit (self, signals[FAILED], 0, page, error);
      if (generation == self->generation && self->drawing == NOTHING)
        go_on (self);
    }
}

static void
on_size_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  ComarkPageCache *self = request->self;
  double size_pt[2];

  gboolean found = comark_reader_get_page_size_finish (COMARK_READER (source), result,
                                                       &size_pt[0], &size_pt[1], &error);
  gboolean is_waited_for = take_answer (request);
  if (found)
    comark_page_layout_set_sizes (self->layout, request->page, size_pt, 1);
  if (!is_waited_for)
    return;
  if (!found)
    give_up (self, request->page, error);
  else if (self->drawing == NOTHING)
    go_on (self);
}

static void
on_sizes_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  ComarkPageCache *self = request->self;
  int first = request->width_px;
  g_autoptr (GArray) sizes
    = comark_reader_get_page_sizes_finish (COMARK_READER (source), result, NULL);
  gboolean is_waited_for = take_answer (request);

  if (sizes == NULL)
    return; /* asked again with the next page that is wanted */
  comark_page_layout_set_sizes (self->layout, first, (const double *) (gpointer) sizes->data,
                                (int) sizes->len);
  if (is_waited_for && self->drawing == NOTHING)
    go_on (self);
}

static void
on_page_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  ComarkPageCache *self = request->self;
  g_autoptr (ComarkPageImage) image
    = comark_reader_render_page_finish (COMARK_READER (source), result, &error);

  if (image != NULL)
    keep_picture (self, request, image);
  if (!take_answer (request))
    return;
  if (image == NULL)
    {
      give_up (self, request->page, error);
      return;
    }
  guint generation = self->generation;
  if (is_in_sight (self, request->page))
    g_signal_emit (self, signals[DRAWN], 0, request->page);
  if (generation == self->generation && self->drawing == NOTHING)
    go_on (self);
}

static gboolean
is_lacking (ComarkPageCache *self, int page)
{
  return page >= 0 && page < self->n_pages
         && !g_hash_table_contains (self->failed, GINT_TO_POINTER (page))
         && (!comark_page_layout_knows_size (self->layout, page)
             || find_picture (self, page, get_width_px (self, page)) == NULL);
}

/* Returns: the page to draw next; NOTHING where all are there. */
static int
choose (ComarkPageCache *self)
{
  int ahead[] = { self->last + 1, self->first - 1 };

  for (int page = self->page; page <= self->last; page++)
    if (is_lacking (self, page))
      return page;
  for (int page = self->page - 1; page >= self->first; page--)
    if (is_lacking (self, page))
      return page;
  for (int i = 0; i < 2; i++)
    if (is_lacking (self, ahead[i]))
      return ahead[i];
  return NOTHING;
}

/* The next step: the size of a page, its picture, or the sizes of the pages out of sight. */
static void
go_on (ComarkPageCache *self)
{
  int page = self->page != NOTHING ? choose (self) : NOTHING;
  int unknown = comark_page_layout_first_unknown (self->layout);

  if (page != NOTHING && !comark_page_layout_knows_size (self->layout, page))
    comark_reader_get_page_size_async (self->reader, page, self->cancellable, on_size_got_cb,
                                       request_new (self, page, 0));
  else if (page != NOTHING)
    {
      int width_px = get_width_px (self, page);
      comark_reader_render_page_async (self->reader, page, width_px, self->cancellable,
                                       on_page_rendered_cb, request_new (self, page, width_px));
    }
  else if (self->page != NOTHING && unknown < self->n_pages
           && comark_page_layout_get_continuous (self->layout))
    comark_reader_get_page_sizes_async (self->reader, unknown, self->cancellable,
                                        on_sizes_got_cb, request_new (self, SIZES, unknown));
}

/* --- public -------------------------------------------------------------------------------- */

void
comark_page_cache_stop (ComarkPageCache *self)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));

  self->generation++;
  self->page = NOTHING;
  self->drawing = NOTHING;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* What is in work for a page wanted is not thrown away, nor what is drawn ahead of it as long as
 * it keeps nobody waiting. */
static gboolean
is_of_use (ComarkPageCache *self, int first, int last, int page)
{
  if (self->drawing == NOTHING || self->page == NOTHING)
    return FALSE;
  if (self->drawing == SIZES)
    return TRUE;
  if (self->drawing_width_px != 0
      && self->drawing_width_px != get_width_px (self, self->drawing))
    return FALSE;
  if (self->drawing >= first && self->drawing <= last)
    return TRUE;
  return self->drawing >= first - 1 && self->drawing <= last + 1 && !is_lacking (self, page);
}

void
comark_page_cache_want (ComarkPageCache *self, int first, int last, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));
  g_return_if_fail (first >= 0 && first <= page && page <= last && last < self->n_pages);

  if (!is_of_use (self, first, last, page))
    comark_page_cache_stop (self);
  self->first = first;
  self->last = last;
  self->page = page;
  if (self->drawing == NOTHING)
    go_on (self);
}

void
comark_page_cache_set_scale_factor (ComarkPageCache *self, int scale_factor)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));

  self->scale_factor = scale_factor;
}

void
comark_page_cache_forget_failures (ComarkPageCache *self)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));

  g_hash_table_remove_all (self->failed);
}

gboolean
comark_page_cache_has (ComarkPageCache *self, int page)
{
  g_return_val_if_fail (COMARK_IS_PAGE_CACHE (self), FALSE);

  return comark_page_layout_knows_size (self->layout, page)
         && find_picture (self, page, get_width_px (self, page)) != NULL;
}

GdkTexture *
comark_page_cache_get_texture (ComarkPageCache *self, int page)
{
  g_return_val_if_fail (COMARK_IS_PAGE_CACHE (self), NULL);

  GdkTexture *exact = find_picture (self, page, get_width_px (self, page));
  return exact != NULL ? exact : find_picture (self, page, 0);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_cache_dispose (GObject *object)
{
  ComarkPageCache *self = COMARK_PAGE_CACHE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->failed, g_hash_table_unref);
  g_queue_clear_full (&self->pictures, (GDestroyNotify) picture_free);
  G_OBJECT_CLASS (comark_page_cache_parent_class)->dispose (object);
}

static void
comark_page_cache_class_init (ComarkPageCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_page_cache_dispose;
  signals[DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_ERROR);
}

static void
comark_page_cache_init (ComarkPageCache *self)
{
  g_queue_init (&self->pictures);
  self->cancellable = g_cancellable_new ();
  self->failed = g_hash_table_new (NULL, NULL);
  self->page = NOTHING;
  self->drawing = NOTHING;
  self->scale_factor = 1;
}

ComarkPageCache *
comark_page_cache_new (ComarkReader *reader, ComarkPageLayout *layout)
{
  ComarkPageCache *self = g_object_new (COMARK_TYPE_PAGE_CACHE, NULL);

  self->reader = g_object_ref (reader);
  self->layout = g_object_ref (layout);
  self->n_pages = comark_page_layout_get_n_pages (layout);
  return self;
}
