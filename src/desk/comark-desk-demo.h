/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The demo register: an invented organisation with submissions in every state, made by the same
 * acts that people use, so that it can never show what the program cannot do.
 */
#pragma once

#include "comark-register.h"

G_BEGIN_DECLS

/* Makes the demo register at @path, which must not exist. Its last fourteen months end yesterday:
 * two made on one day differ in ids alone. SOURCE_DATE_EPOCH in the environment names another
 * day. Blocks for some seconds. Returns: (transfer full) (nullable) */
ComarkRegister *comark_desk_make_demo (const char *path, GError **error);

G_END_DECLS
