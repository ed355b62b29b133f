/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Meetings": when panels meet and about what, for members and administrators.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MEETINGS_PAGE (comark_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMeetingsPage, comark_meetings_page, COMARK, MEETINGS_PAGE, ComarkPlace)

G_END_DECLS
