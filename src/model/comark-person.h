/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody the register knows: panel member, owner, administrator, or several of these.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PERSON (comark_person_get_type ())
COMARK_DECLARE_NOUN (ComarkPerson, comark_person, PERSON)

struct _ComarkPerson
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *name;
  char *email; /* "" where none was given */
  ComarkMemberKind kind;
  guint roles; /* ComarkRole bits */
  gboolean carer;
  gboolean active; /* FALSE: kept for the record, may do nothing */
  char *access_needs; /* the person's own words; "" where nothing was said */
  gint64 rev;
};

G_END_DECLS
