/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for a submission that more than one page says.
 */
#pragma once

#include "comark-submission.h"

G_BEGIN_DECLS

/* The levels that a form offers, as the register stores them, ending in NULL. */
const char *const *comark_levels (void);

/* A level in words of the reader's language; an unknown one as it is, "" for none. */
const char *comark_level_words (const char *level);

/* Why it was last sent back, or ended out of scope, as a sentence to show.
 * Returns: (transfer full) (nullable): NULL where that is not how it stands now */
char *comark_returned_words (ComarkSubmission *submission);

G_END_DECLS
