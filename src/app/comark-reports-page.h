/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Reports", for administrators: how alike members read each criterion over a period,
 * and what talking changed.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_REPORTS_PAGE (comark_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReportsPage, comark_reports_page, COMARK, REPORTS_PAGE, ComarkPlace)

G_END_DECLS
