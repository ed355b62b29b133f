/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the acting person likes to use the program. It goes with them to every computer on which
 * they open the register. Each sees and changes their own and nobody else's: how somebody needs
 * to read is theirs to tell.
 */
#pragma once

#include "comark-desk.h"
#include "comark-reading-look.h"

G_BEGIN_DECLS

/* The usual one where the person never changed it. */
gboolean comark_desk_get_reading_look (ComarkDesk *desk, ComarkReadingLook *look, GError **error);
gboolean comark_desk_set_reading_look (ComarkDesk *desk, const ComarkReadingLook *look,
                                       GError **error);

G_END_DECLS
