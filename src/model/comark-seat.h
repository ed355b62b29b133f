/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A member's place on the panel of one submission.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SEAT (comark_seat_get_type ())
COMARK_DECLARE_NOUN (ComarkSeat, comark_seat, SEAT)

struct _ComarkSeat
{
  ComarkRecord parent_instance;

  ComarkId person;
  char *name;
  ComarkMemberKind kind;
  gboolean co_chair;
  gboolean carer;
  gboolean contributor; /* took part in making it, by the owner's list */
  char *reply; /* "invited", "accepted" or "declined" */
  char *due_day; /* NULL where it is none of the viewer's business */
  gboolean on_the_day; /* will say on the day (decisions.md 8) */
  ComarkInterestKind interest;
  ComarkInterestEffect effect;
  char *interest_note; /* "" for those whom it does not concern */
  gboolean interest_current; /* FALSE: must be asked again */
  gboolean review_in; /* a first review is submitted; FALSE where the viewer may not know */
  gboolean final_in; /* a final review exists; FALSE where the viewer may not know */
  gint64 rev;
};

G_END_DECLS
