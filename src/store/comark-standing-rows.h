/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts that comark_access_check() asks for, read from the register.
 */
#pragma once

#include "comark-access.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The person's own part: active, roles, kind. All zero where there is no such person.
 * @purpose is left alone. */
gboolean comark_standing_rows_person (ComarkSql *sql, const ComarkId *person,
                                      ComarkStanding *standing, GError **error);

/* The part of @n submissions, one standing each in @standings, which keep what they held of the
 * person. has_submission stays FALSE where there is none. A few statements, however many. */
gboolean comark_standing_rows_submissions (ComarkSql *sql, const ComarkId *person,
                                           const ComarkId *ids, guint n,
                                           ComarkStanding *standings, GError **error);

/* The submissions that @person has anything to do with: owns, is invited to, answered about
 * interests, is named in. Returns: (transfer full) (element-type ComarkId) */
GArray *comark_standing_rows_related (ComarkSql *sql, const ComarkId *person, GError **error);

/* The same as a set for "s.id IN": $1 is the person. */
#define COMARK_STANDING_RELATED                              \
  "(SELECT id FROM submission WHERE owner=$1"                \
  " UNION SELECT submission FROM invitation WHERE person=$1" \
  " UNION SELECT submission FROM interest WHERE person=$1"   \
  " UNION SELECT submission FROM contributor WHERE person=$1)"

G_END_DECLS
