/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place of the sidebar: the base of To do, Submissions, Marks and People. It follows the open
 * register and the acting person, and fetches again when something changed: at once while it is
 * in sight, else when it comes into sight.
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PLACE (comark_place_get_type ())
G_DECLARE_DERIVABLE_TYPE (ComarkPlace, comark_place, COMARK, PLACE, AdwBin)

struct _ComarkPlaceClass
{
  AdwBinClass parent_class;

  /* Forgets what it shows: another register, or another person. The register may be NULL. */
  void (*reset) (ComarkPlace *self);

  /* Fetches what it shows. Not called without a register, nor out of sight. */
  void (*refresh) (ComarkPlace *self);

  /* Ctrl+F. Nullable. */
  void (*find) (ComarkPlace *self);
};

/* Property "register". Returns: (transfer none) (nullable) */
ComarkRegister *comark_place_get_register (ComarkPlace *self);
void comark_place_set_register (ComarkPlace *self, ComarkRegister *reg);

/* A cancellable for one fetch; asking for it cancels the one before, and so does reset().
 * Returns: (transfer none) */
GCancellable *comark_place_begin_fetch (ComarkPlace *self);

/* Fetches now, or marks it to be fetched when in sight. */
void comark_place_refresh (ComarkPlace *self);

void comark_place_find (ComarkPlace *self);

G_END_DECLS
