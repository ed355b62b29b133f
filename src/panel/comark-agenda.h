/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which order a sitting takes its items, so that people go through the door as seldom as
 * possible (panel-review.md 2.20). Somebody is out of the room for an item because of an interest,
 * or because they are not on its panel. Between two items as many walk as are out for one of the
 * two and not for the other; the sum over the whole sitting is what is kept small. Being out at
 * the very beginning or end costs one walk, in between two: going home early is easier than
 * waiting in the corridor.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_AGENDA_EXACT_MAX 12 /* up to here every order is looked at */
#define COMARK_AGENDA_ITEMS_MAX 30

typedef struct
{
  guint n_items; /* in the order of whoever plans; at most COMARK_AGENDA_ITEMS_MAX */
  guint n_people;
  const gboolean *out; /* n_items rows of n_people: TRUE where that person is out */
} ComarkAgendaRoom;

/* How many walk, over the whole sitting, if the items come in @order (n_items places in the
 * planned order). */
guint comark_agenda_walks (const ComarkAgendaRoom *room, const guint *order);

/* Fills @order with a best order; of several, the one that keeps the planned order longest. For
 * more than COMARK_AGENDA_EXACT_MAX items see comark_agenda_order_roughly(). Never worse than the
 * planned order. Returns: its walks */
guint comark_agenda_order (const ComarkAgendaRoom *room, guint *order);

/* The same by improving: from the planned order and from each first item going on with the
 * nearest, runs of items are moved and turned round as long as fewer then walk. Cost: some n³. */
guint comark_agenda_order_roughly (const ComarkAgendaRoom *room, guint *order);

G_END_DECLS
