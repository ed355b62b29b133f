/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sending a review back from a copy at home: what is missing, whether it shall be handed in when
 * it arrives, and where the file goes.
 */
#pragma once

#include "comark-submission-tab.h"

G_BEGIN_DECLS

/* Asks and writes; @page is in a window that hosts acts. */
void comark_send_back_begin (ComarkSubmissionTab *page);

G_END_DECLS
