/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a submission still needs before it can be submitted.
 */
#pragma once

#include "comark-framework.h"
#include "comark-submission.h"

G_BEGIN_DECLS

/* Sentences, in the order in which a form asks. @documents, @evidence, @statements and
 * @contributors are those of the submission. Pure.
 * Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_list_missing (ComarkSubmission *submission, ComarkFramework *framework,
                                 GPtrArray *documents, GPtrArray *evidence, GPtrArray *statements,
                                 GPtrArray *contributors);

G_END_DECLS
