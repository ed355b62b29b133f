/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chooses who acts in an embedded register, among its active people.
 *
 * Signals: leaving (), before another person acts: what is typed must be saved now;
 * ready (), after the people of a new register have been read and somebody acts, if anybody can;
 * failed (GError), when they could not be read.
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_ACTING_CHOOSER (comark_acting_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ComarkActingChooser, comark_acting_chooser, COMARK, ACTING_CHOOSER, AdwBin)

/* Reads the people of @reg (nullable) and lets the one called @preferred act: an id, e-mail
 * address or whole name; NULL, or nobody with that name: the first administrator. */
void comark_acting_chooser_set_register (ComarkActingChooser *self, ComarkRegister *reg,
                                         const char *preferred);

/* Whether the words "Acting as" are left out, for want of room; they are still said. */
void comark_acting_chooser_set_compact (ComarkActingChooser *self, gboolean is_compact);

G_END_DECLS
