/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Submissions": the table of all of them, with search, a filter by state and sorting.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSIONS_PAGE (comark_submissions_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSubmissionsPage, comark_submissions_page, COMARK, SUBMISSIONS_PAGE,
                      ComarkPlace)

GtkWidget *comark_submissions_page_new (void);

G_END_DECLS
