/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-median.h"

#include <stdlib.h>

#define GAP_TO_TALK 2
#define SPREAD_TO_TALK 3

static int
compare_ints (const void *a, const void *b)
{
  int x = *(const int *) a;
  int y = *(const int *) b;

  return (x > y) - (x < y);
}

ComarkValue
comark_median_lower (int *values, guint n)
{
  if (n == 0)
    return COMARK_VALUE_NONE;
  qsort (values, n, sizeof *values, compare_ints);
  return values[(n - 1) / 2];
}

guint
comark_median_split_size (guint n)
{
  if (n < 4)
    return 0;
  /* RAND/UCLA steps by one for every three more people: 8-10 three, 11-13 four, ... */
  return n < 8 ? 2 : 3 + (n - 8) / 3;
}

/* The numbers of one kind, in a fresh array. */
static GArray *
numbers_of (const ComarkMemberRating *ratings, guint n, ComarkMemberKind kind, int scale_min,
            int scale_max)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n; i++)
    if (ratings[i].kind == kind && comark_value_is_level (ratings[i].value)
        && ratings[i].value >= scale_min && ratings[i].value <= scale_max)
      g_array_append_val (numbers, ratings[i].value);
  return numbers;
}

/* Numbers are sorted. */
static guint
range_of (GArray *numbers)
{
  if (numbers->len < 2)
    return 0;
  return (guint) (g_array_index (numbers, int, numbers->len - 1) - g_array_index (numbers, int, 0));
}

static guint
count_between (GArray *numbers, int low, int high)
{
  guint count = 0;

  for (guint i = 0; i < numbers->len; i++)
    {
      int value = g_array_index (numbers, int, i);
      count += value >= low && value <= high;
    }
  return count;
}

static gboolean
is_split (GArray *all, guint n_panel, int scale_min, int scale_max)
{
  guint needed = comark_median_split_size (n_panel);
  /* two levels at either end, as 0-1 and 3-4; on a short scale these would meet, so one */
  int width = scale_max - scale_min >= 3 ? 1 : 0;

  return needed > 0 && scale_max > scale_min
         && count_between (all, scale_min, scale_min + width) >= needed
         && count_between (all, scale_max - width, scale_max) >= needed;
}

static guint
count_value (const ComarkMemberRating *ratings, guint n, ComarkValue value)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += ratings[i].value == value && ratings[i].kind != COMARK_KIND_NONE;
  return count;
}

static guint
talk_flags (const ComarkMedians *self, GArray *experts, GArray *staff)
{
  guint talk = 0;

  if (self->suggested == COMARK_VALUE_NONE)
    talk |= COMARK_TALK_ONE_GROUP;
  else if (ABS (self->expert_median - self->staff_median) >= GAP_TO_TALK)
    talk |= COMARK_TALK_GAP;
  if (range_of (experts) >= SPREAD_TO_TALK || range_of (staff) >= SPREAD_TO_TALK)
    talk |= COMARK_TALK_SPREAD;
  return talk;
}

ComarkMedians
comark_medians_of (const ComarkMemberRating *ratings, guint n, int scale_min, int scale_max)
{
  g_autoptr (GArray) experts = numbers_of (ratings, n, COMARK_KIND_EXPERT, scale_min, scale_max);
  g_autoptr (GArray) staff = numbers_of (ratings, n, COMARK_KIND_STAFF, scale_min, scale_max);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  ComarkMedians self = {
    .n_experts = experts->len,
    .n_staff = staff->len,
    .n_cannot_tell = count_value (ratings, n, COMARK_VALUE_CANNOT_TELL),
    .n_not_applicable = count_value (ratings, n, COMARK_VALUE_NOT_APPLICABLE),
    .expert_median = comark_median_lower ((int *) (void *) experts->data, experts->len),
    .staff_median = comark_median_lower ((int *) (void *) staff->data, staff->len),
    .suggested = COMARK_VALUE_NONE,
  };

  if (experts->len > 0)
    g_array_append_vals (all, experts->data, experts->len);
  if (staff->len > 0)
    g_array_append_vals (all, staff->data, staff->len);
  comark_median_lower ((int *) (void *) all->data, all->len);
  if (experts->len > 0 && staff->len > 0)
    self.suggested = MIN (self.expert_median, self.staff_median);
  self.spread = range_of (all);
  self.talk = talk_flags (&self, experts, staff);
  if (is_split (all, n, scale_min, scale_max))
    self.talk |= COMARK_TALK_SPLIT;
  return self;
}

static char *
one_group_sentence (const ComarkMedians *self)
{
  if (self->n_experts == 0 && self->n_staff == 0)
    return g_strdup ("Nobody has given a number, so there is no suggested value.");
  if (self->n_experts == 0)
    return g_strdup ("No expert by experience has given a number, so there is no suggested value.");
  return g_strdup ("No staff member has given a number, so there is no suggested value.");
}

char **
comark_medians_reasons (const ComarkMedians *self)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();

  if (self->talk & COMARK_TALK_ONE_GROUP)
    {
      g_autofree char *sentence = one_group_sentence (self);
      g_strv_builder_add (reasons, sentence);
    }
  if (self->talk & COMARK_TALK_GAP)
    {
      g_autofree char *sentence =
        g_strdup_printf ("The two groups see it differently: experts by experience %d, staff %d.",
                         self->expert_median, self->staff_median);
      g_strv_builder_add (reasons, sentence);
    }
  if (self->talk & COMARK_TALK_SPREAD)
    g_strv_builder_add (reasons, "Inside one group, ratings are three or more apart.");
  if (self->talk & COMARK_TALK_SPLIT)
    g_strv_builder_add (reasons,
                        "The panel is split: several rate it low and several rate it high.");
  return g_strv_builder_end (reasons);
}

static int
gap_of (const ComarkMedians *self)
{
  return self->suggested == COMARK_VALUE_NONE ? 0 : ABS (self->expert_median - self->staff_median);
}

int
comark_medians_compare (const ComarkMedians *a, const ComarkMedians *b)
{
  if ((a->talk != 0) != (b->talk != 0))
    return a->talk != 0 ? -1 : 1;
  if (a->talk == 0)
    return 0;
  if (gap_of (a) != gap_of (b))
    return gap_of (a) > gap_of (b) ? -1 : 1;
  return (a->spread < b->spread) - (a->spread > b->spread);
}
