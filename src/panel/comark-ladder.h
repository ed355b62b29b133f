/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The overall rung: the framework's placements in file order, the first whose conditions all
 * hold (decisions.md 14).
 */
#pragma once

#include "comark-agreed.h"

G_BEGIN_DECLS

/* Returns: (nullable): borrowed from @framework; NULL if no placement holds, as when the
 * criterion that decides is "?" */
const ComarkRung *comark_ladder_place (ComarkFramework *framework, const char *route,
                                       ComarkAgreed *agreed);

G_END_DECLS
