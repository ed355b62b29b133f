/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sitting: when and where panels meet, with the submissions they take and who comes. As one
 * person may see it: what they may not know of is not in it.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_AGENDA_ITEM (comark_agenda_item_get_type ())
COMARK_DECLARE_NOUN (ComarkAgendaItem, comark_agenda_item, AGENDA_ITEM)

struct _ComarkAgendaItem
{
  ComarkRecord parent_instance;

  ComarkId submission;
  char *ref;
  char *title;
  ComarkState state;
  char *door; /* who leaves before it, and who comes back, in sentences; "" for nobody */
};

#define COMARK_TYPE_COMER (comark_comer_get_type ())
COMARK_DECLARE_NOUN (ComarkComer, comark_comer, COMER)

struct _ComarkComer
{
  ComarkRecord parent_instance;

  ComarkId person;
  char *name;
  ComarkMemberKind kind;
  char *how; /* "room", "online", "phone", "absent"; "" while they have not said */
};

#define COMARK_TYPE_SITTING (comark_sitting_get_type ())
COMARK_DECLARE_NOUN (ComarkSitting, comark_sitting, SITTING)

struct _ComarkSitting
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *ref; /* "M-4" */
  char *day; /* ISO */
  char *time; /* "14:00", or "" */
  char *place;
  char *link;
  char *note;
  char *state; /* "planned" or "called-off" */
  char *because; /* why it was called off */
  gboolean by_hand; /* somebody chose the order */
  gboolean is_past;
  GPtrArray *agenda; /* ComarkAgendaItem, in order */
  GPtrArray *comers; /* ComarkComer: who sits on the panels of it, by kind and name */
  gboolean may_plan; /* the viewer may change it */
  gboolean may_reply; /* the viewer is one of the comers */
  char *own_reply; /* as ComarkComer.how */
  gint64 walks; /* how many go through the door in this order, and in a best one */
  gint64 fewest_walks;
  gint64 rev;
};

G_END_DECLS
