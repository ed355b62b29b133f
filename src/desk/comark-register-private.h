/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Between comark-register.c and comark-register-open.c.
 */
#pragma once

#include "comark-register.h"

G_BEGIN_DECLS

ComarkRegister *comark_register_new_for_store (ComarkStore *store);
void comark_register_take_organisation (ComarkRegister *self, char *organisation);

G_END_DECLS
