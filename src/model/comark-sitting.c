/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sitting.h"

static const ComarkField agenda_item_fields[] = {
  COMARK_FIELD (ComarkAgendaItem, submission, ID),
  COMARK_FIELD (ComarkAgendaItem, ref, TEXT),
  COMARK_FIELD (ComarkAgendaItem, title, TEXT),
  COMARK_FIELD_NICK (ComarkAgendaItem, state, comark_state_nick),
  COMARK_FIELD (ComarkAgendaItem, door, TEXT),
};
COMARK_DEFINE_NOUN (ComarkAgendaItem, comark_agenda_item, agenda_item_fields)

static const ComarkField comer_fields[] = {
  COMARK_FIELD (ComarkComer, person, ID),
  COMARK_FIELD (ComarkComer, name, TEXT),
  COMARK_FIELD_NICK (ComarkComer, kind, comark_member_kind_nick),
  COMARK_FIELD (ComarkComer, how, TEXT),
};
COMARK_DEFINE_NOUN (ComarkComer, comark_comer, comer_fields)

static const ComarkField sitting_fields[] = {
  COMARK_FIELD (ComarkSitting, id, ID),
  COMARK_FIELD (ComarkSitting, ref, TEXT),
  COMARK_FIELD (ComarkSitting, day, TEXT),
  COMARK_FIELD (ComarkSitting, time, TEXT),
  COMARK_FIELD (ComarkSitting, place, TEXT),
  COMARK_FIELD (ComarkSitting, link, TEXT),
  COMARK_FIELD (ComarkSitting, note, TEXT),
  COMARK_FIELD (ComarkSitting, state, TEXT),
  COMARK_FIELD (ComarkSitting, because, TEXT),
  COMARK_FIELD (ComarkSitting, by_hand, FLAG),
  COMARK_FIELD (ComarkSitting, is_past, FLAG),
  COMARK_FIELD (ComarkSitting, agenda, RECORDS),
  COMARK_FIELD (ComarkSitting, comers, RECORDS),
  COMARK_FIELD (ComarkSitting, may_plan, FLAG),
  COMARK_FIELD (ComarkSitting, may_reply, FLAG),
  COMARK_FIELD (ComarkSitting, own_reply, TEXT),
  COMARK_FIELD (ComarkSitting, walks, INT),
  COMARK_FIELD (ComarkSitting, fewest_walks, INT),
  COMARK_FIELD (ComarkSitting, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkSitting, comark_sitting, sitting_fields)
