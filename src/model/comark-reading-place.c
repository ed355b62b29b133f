/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-place.h"

static const ComarkField reading_place_fields[] = {
  COMARK_FIELD (ComarkReadingPlace, hash, TEXT),
  COMARK_FIELD (ComarkReadingPlace, page, INT),
};
COMARK_DEFINE_NOUN (ComarkReadingPlace, comark_reading_place, reading_place_fields)

static const ComarkField own_note_fields[] = {
  COMARK_FIELD (ComarkOwnNote, criterion, TEXT),
  COMARK_FIELD (ComarkOwnNote, body, TEXT),
  COMARK_FIELD (ComarkOwnNote, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkOwnNote, comark_own_note, own_note_fields)
