/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps from one order of ids to another, as a list that is looked at wants them: few, and
 * touching no more rows than have really come, gone or moved.
 */
#pragma once

#include <glib.h>

#include "comark-id.h"

G_BEGIN_DECLS

/* At @position, @n_removed are taken out and @n_added put in. */
typedef struct
{
  guint position; /* in the list as the steps before have left it */
  guint n_removed;
  guint n_added;
  guint source;   /* where the added ones stand in the new order */
} ComarkIdChange;

/* The steps from @older to @newer, to be done in their order. At most 32: a list that has been
 * sorted anew is one step from the first difference to the last.
 * Returns: (transfer full) (element-type ComarkIdChange): empty if nothing changed */
GArray *comark_id_changes (const ComarkId *older, guint n_older, const ComarkId *newer,
                           guint n_newer);

G_END_DECLS
