/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "People", for administrators: everybody whom the register knows.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PEOPLE_PAGE (comark_people_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPeoplePage, comark_people_page, COMARK, PEOPLE_PAGE, ComarkPlace)

GtkWidget *comark_people_page_new (void);

G_END_DECLS
