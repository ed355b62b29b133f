/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person keeps of a submission for themselves alone: where they stopped reading, and a note
 * on a criterion. Never part of a review.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_PLACE (comark_reading_place_get_type ())
COMARK_DECLARE_NOUN (ComarkReadingPlace, comark_reading_place, READING_PLACE)

struct _ComarkReadingPlace
{
  ComarkRecord parent_instance;

  char *hash; /* of the file */
  gint64 page; /* from 1 */
};

#define COMARK_TYPE_OWN_NOTE (comark_own_note_get_type ())
COMARK_DECLARE_NOUN (ComarkOwnNote, comark_own_note, OWN_NOTE)

struct _ComarkOwnNote
{
  ComarkRecord parent_instance;

  char *criterion;
  char *body;
  gint64 rev;
};

G_END_DECLS
