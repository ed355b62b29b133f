/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Marks": the register of marks. Each opens the Mark tab of its submission; a file or
 * a number can be checked against it.
 */
#pragma once

#include "comark-place.h"

G_BEGIN_DECLS

#define COMARK_TYPE_MARKS_PAGE (comark_marks_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMarksPage, comark_marks_page, COMARK, MARKS_PAGE, ComarkPlace)

GtkWidget *comark_marks_page_new (void);

G_END_DECLS
