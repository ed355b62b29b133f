/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-person.h"

static const ComarkField person_fields[] = {
  COMARK_FIELD (ComarkPerson, id, ID),
  COMARK_FIELD (ComarkPerson, name, TEXT),
  COMARK_FIELD (ComarkPerson, email, TEXT),
  COMARK_FIELD_NICK (ComarkPerson, kind, comark_member_kind_nick),
  COMARK_FIELD (ComarkPerson, roles, ROLES),
  COMARK_FIELD (ComarkPerson, carer, FLAG),
  COMARK_FIELD (ComarkPerson, active, FLAG),
  COMARK_FIELD (ComarkPerson, access_needs, TEXT),
  COMARK_FIELD (ComarkPerson, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkPerson, comark_person, person_fields)
