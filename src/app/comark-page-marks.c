/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-marks.h"

#define BEYOND 1.0 /* pixels that a mark is larger than its words */
#define MIN_SIDE 2.0

typedef struct
{
  GdkRGBA wash;
  GdkRGBA line;
  float frame;     /* pixels */
  float underline; /* pixels */
} Look;

/* On white paper with black words, in any style of the window: words keep 7:1 under each wash. */
static const Look looks[COMARK_N_PAGE_MARKS] = {
  [COMARK_PAGE_MARK_QUOTE] = { { 0.25f, 0.75f, 0.30f, 0.12f }, { 0.10f, 0.40f, 0.15f, 1 }, 0, 1 },
  [COMARK_PAGE_MARK_QUOTE_IN_HAND]
  = { { 0.25f, 0.75f, 0.30f, 0.30f }, { 0.10f, 0.40f, 0.15f, 1 }, 0, 2 },
  [COMARK_PAGE_MARK_FOUND] = { { 1.00f, 0.84f, 0.00f, 0.40f }, { 0.60f, 0.45f, 0.00f, 1 }, 1, 0 },
  [COMARK_PAGE_MARK_SELECTION] = { { 0.21f, 0.52f, 0.89f, 0.35f }, { 0, 0, 0, 0 }, 0, 0 },
  [COMARK_PAGE_MARK_NOW] = { { 1.00f, 0.60f, 0.00f, 0.35f }, { 0.55f, 0.10f, 0.00f, 1 }, 2, 0 },
};

struct _ComarkPageMarks
{
  GObject parent_instance;

  GArray *areas[COMARK_N_PAGE_MARKS]; /* of ComarkReaderArea, each by page */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ComarkPageMarks, comark_page_marks, G_TYPE_OBJECT)

static int
compare_pages (gconstpointer a, gconstpointer b)
{
  return ((const ComarkReaderArea *) a)->page - ((const ComarkReaderArea *) b)->page;
}

void
comark_page_marks_set (ComarkPageMarks *self, ComarkPageMark mark, GArray *areas)
{
  g_return_if_fail (COMARK_IS_PAGE_MARKS (self));
  g_return_if_fail (mark < COMARK_N_PAGE_MARKS);

  if (self->areas[mark]->len == 0 && (areas == NULL || areas->len == 0))
    return;
  g_array_set_size (self->areas[mark], 0);
  if (areas != NULL)
    g_array_append_vals (self->areas[mark], areas->data, areas->len);
  g_array_sort (self->areas[mark], compare_pages);
  g_signal_emit (self, changed_signal, 0);
}

/* --- painting ------------------------------------------------------------------------------ */

static void
paint (const Look *look, const ComarkReaderArea *area, double scale, GtkSnapshot *snapshot)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT (
    (float) (area->x * scale - BEYOND), (float) (area->y * scale - BEYOND),
    (float) (MAX (area->width * scale, MIN_SIDE) + 2 * BEYOND),
    (float) (MAX (area->height * scale, MIN_SIDE) + 2 * BEYOND));

  gtk_snapshot_append_color (snapshot, &look->wash, &box);
  if (look->frame > 0)
    {
      const float widths[] = { look->frame, look->frame, look->frame, look->frame };
      const GdkRGBA colours[] = { look->line, look->line, look->line, look->line };
      GskRoundedRect outline;
      gsk_rounded_rect_init_from_rect (&outline, &box, 2);
      gtk_snapshot_append_border (snapshot, &outline, widths, colours);
    }
  if (look->underline > 0)
    gtk_snapshot_append_color (
      snapshot, &look->line,
      &GRAPHENE_RECT_INIT (box.origin.x, box.origin.y + box.size.height - (float) BEYOND,
                           box.size.width, look->underline));
}

/* Returns: the index of the first area on @page or a later one */
static guint
find_first (GArray *areas, int page)
{
  guint low = 0, high = areas->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (areas, ComarkReaderArea, middle).page < page)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
comark_page_marks_snapshot (ComarkPageMarks *self, int page, double scale, GtkSnapshot *snapshot)
{
  g_return_if_fail (COMARK_IS_PAGE_MARKS (self));

  for (int mark = 0; mark < COMARK_N_PAGE_MARKS; mark++)
    {
      GArray *areas = self->areas[mark];
      for (guint i = find_first (areas, page); i < areas->len; i++)
        {
          const ComarkReaderArea *area = &g_array_index (areas, ComarkReaderArea, i);
          if (area->page != page)
            break;
          paint (&looks[mark], area, scale, snapshot);
        }
    }
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_marks_finalize (GObject *object)
{
  ComarkPageMarks *self = COMARK_PAGE_MARKS (object);

  for (int mark = 0; mark < COMARK_N_PAGE_MARKS; mark++)
    g_array_unref (self->areas[mark]);
  G_OBJECT_CLASS (comark_page_marks_parent_class)->finalize (object);
}

static void
comark_page_marks_class_init (ComarkPageMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = comark_page_marks_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
comark_page_marks_init (ComarkPageMarks *self)
{
  for (int mark = 0; mark < COMARK_N_PAGE_MARKS; mark++)
    self->areas[mark] = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
}

ComarkPageMarks *
comark_page_marks_new (void)
{
  return g_object_new (COMARK_TYPE_PAGE_MARKS, NULL);
}
