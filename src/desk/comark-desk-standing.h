/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a person stands towards the register and one submission, and what follows from it.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* The standing of desk->who. @submission NULL: towards the register alone. @about (nullable):
 * whom the act is about (see comark-access.h). has_submission is FALSE where there is none. */
gboolean comark_desk_read_standing (ComarkDesk *desk, const ComarkId *submission,
                                    const ComarkId *about, ComarkStanding *standing,
                                    GError **error);

/* The standings of desk->who towards @n submissions, in a few statements.
 * Returns: (transfer full) (array length=n) */
ComarkStanding *comark_desk_read_standings (ComarkDesk *desk, const ComarkId *submissions,
                                            guint n, GError **error);

/* comark_access_check() with errors: NO_SUCH where the person may not know of the submission,
 * else REFUSED with the reason. */
gboolean comark_desk_check_standing (const ComarkStanding *standing, ComarkAction action,
                                     GError **error);

/* comark_desk_allow() for an act about @about (NULL: about nobody else). */
gboolean comark_desk_allow_about (ComarkDesk *desk, const ComarkId *submission,
                                  const ComarkId *about, ComarkAction action, GError **error);

/* comark_desk_find_submission() and comark_desk_allow() in one. */
gboolean comark_desk_find_for (ComarkDesk *desk, const char *ref, ComarkAction action,
                               ComarkId *id, GError **error);

G_END_DECLS
