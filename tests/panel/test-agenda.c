/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agenda.h"

#include <string.h>

#define MAX_PEOPLE 9

/* A room with some people out of some items, the same for a seed. */
typedef struct
{
  ComarkAgendaRoom room;
  gboolean out[COMARK_AGENDA_ITEMS_MAX * MAX_PEOPLE];
} Case;

static void
case_fill (Case *self, GRand *rand, guint n_items, guint n_people, double share)
{
  self->room = (ComarkAgendaRoom) { n_items, n_people, self->out };
  for (guint i = 0; i < n_items * n_people; i++)
    self->out[i] = g_rand_double (rand) < share;
}

/* ---- brute force: every order, in the order of a dictionary ---- */

typedef struct
{
  const ComarkAgendaRoom *room;
  guint order[8], best[8];
  guint fewest;
} Brute;

static void
try_from (Brute *self, guint at, guint used)
{
  if (at == self->room->n_items)
    {
      guint walks = comark_agenda_walks (self->room, self->order);

      if (walks < self->fewest)
        {
          self->fewest = walks;
          memcpy (self->best, self->order, sizeof self->order);
        }
      return;
    }
  for (guint i = 0; i < self->room->n_items; i++)
    if (!(used & 1u << i))
      {
        self->order[at] = i;
        try_from (self, at + 1, used | 1u << i);
      }
}

static void
test_like_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);

  for (guint round = 0; round < 400; round++)
    {
      Case one;
      Brute brute = { &one.room, { 0 }, { 0 }, G_MAXUINT };
      guint order[8], n_items = 1 + round % 7;

      case_fill (&one, rand, n_items, 1 + round % 6, 0.1 + 0.1 * (round % 5));
      try_from (&brute, 0, 0);
      g_assert_cmpuint (comark_agenda_order (&one.room, order), ==, brute.fewest);
      /* the first of the best is the one that keeps the planned order longest */
      g_assert_cmpmem (order, n_items * sizeof *order, brute.best, n_items * sizeof *order);
    }
}

static void
test_roughly_is_close (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint exact = 0, rough = 0;

  for (guint round = 0; round < 200; round++)
    {
      Case one;
      guint order[COMARK_AGENDA_ITEMS_MAX], best, planned;

      case_fill (&one, rand, 10, 6, 0.3);
      for (guint i = 0; i < 10; i++)
        order[i] = i;
      planned = comark_agenda_walks (&one.room, order);
      best = comark_agenda_order (&one.room, order);
      g_assert_cmpuint (comark_agenda_order_roughly (&one.room, order), >=, best);
      g_assert_cmpuint (comark_agenda_walks (&one.room, order), <=, planned);
      exact += best;
      rough += comark_agenda_walks (&one.room, order);
    }
  g_test_message ("best %u, roughly %u", exact, rough);
  g_assert_cmpuint (rough * 100, <=, exact * 103);
}

/* Each person is out for one run of neighbours of a hidden order, which then is a best one. */
static void
test_many_items (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (guint round = 0; round < 5; round++)
    {
      guint n = 30, hidden[30], order[COMARK_AGENDA_ITEMS_MAX], seen = 0;
      Case one;

      case_fill (&one, rand, n, MAX_PEOPLE, 0);
      for (guint i = 0; i < n; i++)
        hidden[i] = i;
      for (guint i = n - 1; i > 0; i--)
        {
          guint j = g_rand_int_range (rand, 0, i + 1), kept = hidden[i];

          hidden[i] = hidden[j];
          hidden[j] = kept;
        }
      for (guint p = 0; p < MAX_PEOPLE; p++)
        for (guint i = p * 3; i < p * 3 + 5 && i < n; i++)
          one.out[hidden[i] * MAX_PEOPLE + p] = TRUE;
      g_assert_cmpuint (comark_agenda_order (&one.room, order), <=,
                        comark_agenda_walks (&one.room, hidden));
      for (guint i = 0; i < n; i++)
        seen += order[i];
      g_assert_cmpuint (seen, ==, n * (n - 1) / 2);
    }
}

static void
test_nobody_out_keeps_the_order (void)
{
  for (guint n = 0; n <= COMARK_AGENDA_ITEMS_MAX; n++)
    {
      Case one = { { n, 3, NULL }, { FALSE } };
      guint order[COMARK_AGENDA_ITEMS_MAX] = { 0 };

      one.room.out = one.out;
      g_assert_cmpuint (comark_agenda_order (&one.room, order), ==, 0);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (order[i], ==, i);
    }
}

/* Out in the middle is two walks, out at an end is one. */
static void
test_ends_are_better (void)
{
  const gboolean out[] = { FALSE, TRUE, FALSE };
  ComarkAgendaRoom room = { 3, 1, out };
  const guint planned[] = { 0, 1, 2 };
  guint order[3];

  g_assert_cmpuint (comark_agenda_walks (&room, planned), ==, 2);
  g_assert_cmpuint (comark_agenda_order (&room, order), ==, 1);
  g_assert_cmpuint (order[0], ==, 0);
  g_assert_cmpuint (order[1], ==, 2);
  g_assert_cmpuint (order[2], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/like-brute-force", test_like_brute_force);
  g_test_add_func ("/agenda/roughly-is-close", test_roughly_is_close);
  g_test_add_func ("/agenda/many-items", test_many_items);
  g_test_add_func ("/agenda/nobody-out-keeps-the-order", test_nobody_out_keeps_the_order);
  g_test_add_func ("/agenda/ends-are-better", test_ends_are_better);
  return g_test_run ();
}
