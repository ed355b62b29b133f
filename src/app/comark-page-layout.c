/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-layout.h"

#include <math.h>

#define MAX_HEIGHT 30000 /* a strip of paper may be thousands of times as high as it is wide */
#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0

typedef struct
{
  double width_pt, height_pt; /* 0 while unknown */
} PageSize;

struct _ComarkPageLayout
{
  GObject parent_instance;

  /* construction */
  int n_pages;

  /* settings */
  PageSize *sizes;
  PageSize guess;
  int n_known; /* all before this one are */
  int room_width, room_height;
  double zoom;
  gboolean is_continuous;
  int page;

  /* worked out of these when asked */
  double *tops; /* of each page, and the end of the last; of a continuous desk */
  double widest;
  gboolean is_stale;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ComarkPageLayout, comark_page_layout, G_TYPE_OBJECT)

static void
change (ComarkPageLayout *self)
{
  self->is_stale = TRUE;
  g_signal_emit (self, changed_signal, 0);
}

static PageSize
size_of (ComarkPageLayout *self, int page)
{
  return self->sizes[page].width_pt > 0 ? self->sizes[page] : self->guess;
}

static double
get_zoom_of (ComarkPageLayout *self, int page)
{
  PageSize size = size_of (self, page);
  double width = size.width_pt * COMARK_PAGE_PIXELS_A_POINT;
  double height = size.height_pt * COMARK_PAGE_PIXELS_A_POINT;
  double zoom = self->zoom;

  if (zoom <= 0)
    zoom = MAX (self->room_width - 2 * COMARK_PAGE_MARGIN, 1) / width;
  if (self->zoom < 0)
    zoom = MIN (zoom, MAX (self->room_height - 2 * COMARK_PAGE_MARGIN, 1) / height);
  return MIN (zoom, MAX_HEIGHT / height);
}

static void
measure (ComarkPageLayout *self, int page, double *width, double *height)
{
  PageSize size = size_of (self, page);
  double scale = get_zoom_of (self, page) * COMARK_PAGE_PIXELS_A_POINT;

  *width = MAX (round (size.width_pt * scale), 1);
  *height = MAX (round (size.height_pt * scale), 1);
}

static void
work_out (ComarkPageLayout *self)
{
  double y = COMARK_PAGE_MARGIN;

  if (!self->is_stale)
    return;
  self->widest = 0;
  for (int i = 0; i < self->n_pages; i++)
    {
      double width, height;
      measure (self, i, &width, &height);
      self->tops[i] = y;
      self->widest = MAX (self->widest, width);
      y += height + COMARK_PAGE_MARGIN;
    }
  self->tops[self->n_pages] = y;
  self->is_stale = FALSE;
}

/* --- settings ------------------------------------------------------------------------------ */

void
comark_page_layout_set_sizes (ComarkPageLayout *self, int first, const double *sizes_pt, int n)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));
  g_return_if_fail (first >= 0 && n >= 0 && first + n <= self->n_pages);

  for (int i = 0; i < n; i++)
    {
      PageSize size = { sizes_pt[2 * i], sizes_pt[2 * i + 1] };
      if (self->n_known < 0)
        self->guess = size;
      self->n_known = MAX (self->n_known, 0);
      self->sizes[first + i] = size;
    }
  while (self->n_known < self->n_pages && comark_page_layout_knows_size (self, self->n_known))
    self->n_known++;
  change (self);
}

gboolean
comark_page_layout_knows_size (ComarkPageLayout *self, int page)
{
  return self->sizes[page].width_pt > 0;
}

int
comark_page_layout_first_unknown (ComarkPageLayout *self)
{
  return MAX (self->n_known, 0);
}

void
comark_page_layout_set_room (ComarkPageLayout *self, int width, int height)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));

  if (self->room_width == width && self->room_height == height)
    return;
  self->room_width = width;
  self->room_height = height;
  change (self);
}

void
comark_page_layout_set_zoom (ComarkPageLayout *self, double zoom)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));

  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  change (self);
}

void
comark_page_layout_set_continuous (ComarkPageLayout *self, gboolean is_continuous)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));

  if (self->is_continuous == is_continuous)
    return;
  self->is_continuous = is_continuous;
  change (self);
}

gboolean
comark_page_layout_get_continuous (ComarkPageLayout *self)
{
  return self->is_continuous;
}

void
comark_page_layout_set_page (ComarkPageLayout *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));
  g_return_if_fail (page >= 0 && page < self->n_pages);

  if (self->page == page)
    return;
  self->page = page;
  if (!self->is_continuous)
    g_signal_emit (self, changed_signal, 0);
}

/* --- answers ------------------------------------------------------------------------------- */

int
comark_page_layout_get_n_pages (ComarkPageLayout *self)
{
  return self->n_pages;
}

void
comark_page_layout_get_size (ComarkPageLayout *self, int page, double *width_pt,
                             double *height_pt)
{
  PageSize size = size_of (self, page);

  *width_pt = size.width_pt;
  *height_pt = size.height_pt;
}

double
comark_page_layout_get_zoom_of (ComarkPageLayout *self, int page)
{
  g_return_val_if_fail (COMARK_IS_PAGE_LAYOUT (self), 1);

  return get_zoom_of (self, page);
}

double
comark_page_layout_get_width_of (ComarkPageLayout *self, int page)
{
  double width, height;

  g_return_val_if_fail (COMARK_IS_PAGE_LAYOUT (self), 1);

  measure (self, page, &width, &height);
  return width;
}

gboolean
comark_page_layout_get_place (ComarkPageLayout *self, int page, ComarkPagePlace *place)
{
  double extent;

  g_return_val_if_fail (COMARK_IS_PAGE_LAYOUT (self), FALSE);

  if (page < 0 || page >= self->n_pages || (!self->is_continuous && page != self->page))
    return FALSE;
  measure (self, page, &place->width, &place->height);
  comark_page_layout_get_extent (self, &extent, NULL);
  place->x = floor ((MAX (extent, self->room_width) - place->width) / 2);
  place->y = self->is_continuous ? self->tops[page] : COMARK_PAGE_MARGIN;
  return TRUE;
}

void
comark_page_layout_get_extent (ComarkPageLayout *self, double *width, double *height)
{
  double own_width = 0, own_height = 0;

  if (self->is_continuous)
    work_out (self);
  else
    measure (self, self->page, &own_width, &own_height);
  if (width != NULL)
    *width = (self->is_continuous ? self->widest : own_width) + 2 * COMARK_PAGE_MARGIN;
  if (height != NULL)
    *height = self->is_continuous ? self->tops[self->n_pages]
                                  : own_height + 2 * COMARK_PAGE_MARGIN;
}

/* The last page that begins at @y or before it. */
static int
find_page (ComarkPageLayout *self, double y)
{
  int low = 0, high = self->n_pages - 1;

  while (low < high)
    {
      int middle = low + (high - low + 1) / 2;
      if (self->tops[middle] <= y)
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

void
comark_page_layout_get_range (ComarkPageLayout *self, double top, double bottom, int *first,
                              int *last)
{
  g_return_if_fail (COMARK_IS_PAGE_LAYOUT (self));

  *first = *last = self->page;
  if (!self->is_continuous)
    return;
  work_out (self);
  *first = find_page (self, top);
  *last = MAX (find_page (self, bottom), *first);
  /* In the gap under a page that is the last to begin before @top. */
  if (*first < *last && self->tops[*first + 1] - COMARK_PAGE_MARGIN <= top)
    ++*first;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_layout_finalize (GObject *object)
{
  ComarkPageLayout *self = COMARK_PAGE_LAYOUT (object);

  g_free (self->sizes);
  g_free (self->tops);
  G_OBJECT_CLASS (comark_page_layout_parent_class)->finalize (object);
}

static void
comark_page_layout_class_init (ComarkPageLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_page_layout_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_page_layout_init (ComarkPageLayout *self)
{
  self->guess = (PageSize) { A4_WIDTH, A4_HEIGHT };
  self->is_stale = TRUE;
  self->n_known = -1; /* not even a guess is */
}

ComarkPageLayout *
comark_page_layout_new (int n_pages)
{
  ComarkPageLayout *self = g_object_new (COMARK_TYPE_PAGE_LAYOUT, NULL);

  g_return_val_if_fail (n_pages > 0, self);
  self->n_pages = n_pages;
  self->sizes = g_new0 (PageSize, (gsize) n_pages);
  self->tops = g_new0 (double, (gsize) n_pages + 1);
  return self;
}
