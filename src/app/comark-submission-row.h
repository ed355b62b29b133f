/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row of a ComarkSubmissionList: an id, and what the register says of it as soon as that has
 * been fetched. Main thread.
 */
#pragma once

#include "comark-submission.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSION_ROW (comark_submission_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSubmissionRow, comark_submission_row, COMARK, SUBMISSION_ROW, GObject)

ComarkSubmissionRow *comark_submission_row_new (const ComarkId *id);

const ComarkId *comark_submission_row_get_id (ComarkSubmissionRow *self);

/* NULL until it is fetched, and for one that is gone. Property "submission", notified.
 * Returns: (transfer none) (nullable) */
ComarkSubmission *comark_submission_row_get_submission (ComarkSubmissionRow *self);
void comark_submission_row_set_submission (ComarkSubmissionRow *self,
                                           ComarkSubmission *submission);

/* TRUE while some widget shows it: it listens for changes. */
gboolean comark_submission_row_is_watched (ComarkSubmissionRow *self);

G_END_DECLS
