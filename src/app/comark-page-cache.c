/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-cache.h"

#include <math.h>

#define PIXELS_A_POINT (96.0 / 72.0)
#define MAX_WIDTH_PX 8192
#define MAX_HEIGHT 30000 /* a strip of paper may be thousands of times as high as it is wide */

typedef struct
{
  double width_pt, height_pt; /* 0 while unknown */
} PageSize;

typedef struct
{
  int page;
  int width_px;
  GdkTexture *texture;
} Picture;

struct _ComarkPageCache
{
  GObject parent_instance;

  /* construction */
  ComarkReader *reader;
  int n_pages;

  /* scale */
  double zoom;
  int fit_width;
  int scale_factor;

  /* state */
  PageSize *sizes;
  GQueue pictures;           /* of Picture, the one used last in front */
  GCancellable *cancellable; /* of the request in work */
  guint generation;          /* an answer to an older one is stale */
  int wanted;                /* -1: nothing */
  int drawing;               /* what the request in work is for; -1: none */
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

static void draw (ComarkPageCache *self, int page);

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
  return request;
}

/* --- pictures ------------------------------------------------------------------------------ */

static int
get_width_px (ComarkPageCache *self, int page)
{
  int width = 0, height = 0;

  comark_page_cache_get_size (self, page, &width, &height);
  return CLAMP (width * self->scale_factor, 1, MAX_WIDTH_PX);
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

static void
keep_picture (ComarkPageCache *self, const Request *request, ComarkPageImage *image)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->page = request->page;
  picture->width_px = request->width_px;
  picture->texture = gdk_memory_texture_new (image->width, image->height, GDK_MEMORY_DEFAULT,
                                             image->pixels, (gsize) image->stride);
  g_queue_push_head (&self->pictures, picture);
  while (self->pictures.length > COMARK_PAGE_CACHE_SIZE)
    picture_free (g_queue_pop_tail (&self->pictures));
}

/* --- requests ------------------------------------------------------------------------------ */

/* TRUE if the answer is still waited for, by the wanted page or as the one after it. */
static gboolean
take_answer (Request *request)
{
  if (request->generation != request->self->generation)
    return FALSE;
  request->self->drawing = -1;
  return TRUE;
}

static void
give_up (ComarkPageCache *self, int page, GError *error)
{
  /* A page drawn ahead that fails says so only when somebody turns to it. */
  if (page == self->wanted && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, page, error);
}

static void
on_size_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  ComarkPageCache *self = request->self;
  PageSize size;

  gboolean found = comark_reader_get_page_size_finish (
    COMARK_READER (source), result, &size.width_pt, &size.height_pt, &error);
  if (found)
    self->sizes[request->page] = size;
  if (!take_answer (request))
    return;
  if (found)
    draw (self, request->page);
  else
    give_up (self, request->page, error);
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
  if (image != NULL)
    draw (self, request->page);
  else
    give_up (self, request->page, error);
}

static void
announce (ComarkPageCache *self, int page)
{
  guint generation = self->generation;

  if (page != self->wanted)
    return;
  g_signal_emit (self, signals[DRAWN], 0, page);
  if (generation == self->generation && page + 1 < self->n_pages)
    draw (self, page + 1);
}

/* The next step towards @page on the screen: its size, its picture, the word that it is there. */
static void
draw (ComarkPageCache *self, int page)
{
  int width_px = get_width_px (self, page);

  if (self->sizes[page].width_pt <= 0)
    comark_reader_get_page_size_async (self->reader, page, self->cancellable, on_size_got_cb,
                                       request_new (self, page, 0));
  else if (find_picture (self, page, width_px) != NULL)
    announce (self, page);
  else
    comark_reader_render_page_async (self->reader, page, width_px, self->cancellable,
                                     on_page_rendered_cb, request_new (self, page, width_px));
}

/* --- public -------------------------------------------------------------------------------- */

void
comark_page_cache_stop (ComarkPageCache *self)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));

  self->generation++;
  self->wanted = -1;
  self->drawing = -1;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
}

void
comark_page_cache_want (ComarkPageCache *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));
  g_return_if_fail (page >= 0 && page < self->n_pages);

  /* Turning to the page that is being drawn ahead must not throw that work away. */
  if (self->drawing == page)
    {
      self->wanted = page;
      return;
    }
  comark_page_cache_stop (self);
  self->wanted = page;
  draw (self, page);
}

void
comark_page_cache_set_scale (ComarkPageCache *self, double zoom, int fit_width,
                             int scale_factor)
{
  g_return_if_fail (COMARK_IS_PAGE_CACHE (self));

  if (self->zoom == zoom && self->fit_width == fit_width && self->scale_factor == scale_factor)
    return;
  comark_page_cache_stop (self);
  self->zoom = zoom;
  self->fit_width = fit_width;
  self->scale_factor = scale_factor;
}

gboolean
comark_page_cache_get_size (ComarkPageCache *self, int page, int *width, int *height)
{
  g_return_val_if_fail (COMARK_IS_PAGE_CACHE (self), FALSE);

  PageSize size = self->sizes[page];
  if (size.width_pt <= 0)
    return FALSE;
  double scale = comark_page_cache_get_zoom (self, page) * PIXELS_A_POINT;
  *width = MAX ((int) lround (size.width_pt * scale), 1);
  *height = MAX ((int) lround (size.height_pt * scale), 1);
  return TRUE;
}

double
comark_page_cache_get_zoom (ComarkPageCache *self, int page)
{
  g_return_val_if_fail (COMARK_IS_PAGE_CACHE (self), 0);

  PageSize size = self->sizes[page];
  if (size.width_pt <= 0)
    return 0;
  double zoom = self->zoom > 0 ? self->zoom : self->fit_width / (size.width_pt * PIXELS_A_POINT);
  return MIN (zoom, MAX_HEIGHT / (size.height_pt * PIXELS_A_POINT));
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
  g_queue_clear_full (&self->pictures, (GDestroyNotify) picture_free);
  G_OBJECT_CLASS (comark_page_cache_parent_class)->dispose (object);
}

static void
comark_page_cache_finalize (GObject *object)
{
  g_free (COMARK_PAGE_CACHE (object)->sizes);
  G_OBJECT_CLASS (comark_page_cache_parent_class)->finalize (object);
}

static void
comark_page_cache_class_init (ComarkPageCacheClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = comark_page_cache_dispose;
  object_class->finalize = comark_page_cache_finalize;
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
  self->wanted = -1;
  self->drawing = -1;
  self->scale_factor = 1;
}

ComarkPageCache *
comark_page_cache_new (ComarkReader *reader, int n_pages)
{
  ComarkPageCache *self = g_object_new (COMARK_TYPE_PAGE_CACHE, NULL);

  self->reader = g_object_ref (reader);
  self->n_pages = n_pages;
  self->sizes = g_new0 (PageSize, (gsize) n_pages);
  return self;
}
