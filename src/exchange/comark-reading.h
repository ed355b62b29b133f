/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes a pack a reading pack: for whom it was made, by which register, for which round, and
 * the draft that the member had begun. Nothing of anybody else on the panel, not even that there
 * is somebody.
 */
#pragma once

#include "comark-quote.h"
#include "comark-review.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkId pack;
  gint64 made_at; /* ms */
  ComarkId register_id;
  char *organisation;
  ComarkPurpose purpose;
  gint64 round;
  char *route;
  char *due_day; /* nullable */
  ComarkId member;
  char *member_name;
  ComarkMemberKind kind;
  char *framework_hash; /* of the framework's file, which lies in the pack */
  gint64 framework_size;
  ComarkReview *draft; /* body, place, ratings; NULL where none came along */
  GPtrArray *quotes;   /* ComarkQuote, the member's own */
} ComarkReading;

ComarkReading *comark_reading_new (void);
void comark_reading_free (ComarkReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReading, comark_reading_free)

G_END_DECLS
