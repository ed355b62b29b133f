/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-seat.h"

static const ComarkField seat_fields[] = {
  COMARK_FIELD (ComarkSeat, person, ID),
  COMARK_FIELD (ComarkSeat, name, TEXT),
  COMARK_FIELD_NICK (ComarkSeat, kind, comark_member_kind_nick),
  COMARK_FIELD (ComarkSeat, co_chair, FLAG),
  COMARK_FIELD (ComarkSeat, carer, FLAG),
  COMARK_FIELD (ComarkSeat, contributor, FLAG),
  COMARK_FIELD (ComarkSeat, reply, TEXT),
  COMARK_FIELD (ComarkSeat, due_day, TEXT),
  COMARK_FIELD (ComarkSeat, on_the_day, FLAG),
  COMARK_FIELD_NICK (ComarkSeat, interest, comark_interest_kind_nick),
  COMARK_FIELD_NICK (ComarkSeat, effect, comark_interest_effect_nick),
  COMARK_FIELD (ComarkSeat, interest_note, TEXT),
  COMARK_FIELD (ComarkSeat, interest_current, FLAG),
  COMARK_FIELD (ComarkSeat, review_in, FLAG),
  COMARK_FIELD (ComarkSeat, final_in, FLAG),
  COMARK_FIELD (ComarkSeat, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkSeat, comark_seat, seat_fields)
