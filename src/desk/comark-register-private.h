/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between comark-register.c and comark-register-open.c.
 */
#pragma once

#include "comark-register.h"

G_BEGIN_DECLS

ComarkRegister *comark_register_new_for_store (ComarkStore *store);
void comark_register_take_organisation (ComarkRegister *self, char *organisation);
void comark_register_set_home (ComarkRegister *self, gboolean is_home);

G_END_DECLS
