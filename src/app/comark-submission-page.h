/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One submission: its title, reference and state, and its tabs (comark-submission-tabs.h). Reads
 * the dossier for the acting person and hands it to the tabs; reads it again when the register
 * changes, and keeps place, selection and focus meanwhile.
 *
 * Actions: submission.show-tab "s", submission.show-quote "s", submission.back, submission.reload.
 */
#pragma once

#include <adwaita.h>

#include "comark-register.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSION_PAGE (comark_submission_page_get_type ())
G_DECLARE_FINAL_TYPE (ComarkSubmissionPage, comark_submission_page, COMARK, SUBMISSION_PAGE,
                      AdwBin)

GtkWidget *comark_submission_page_new (ComarkRegister *reg, const char *ref);

const char *comark_submission_page_get_ref (ComarkSubmissionPage *self);

/* Shows the tab called @name as soon as it can: at once, or when the dossier is there. A tab
 * that the person does not have leaves the one in sight. */
void comark_submission_page_show_tab (ComarkSubmissionPage *self, const char *name);

/* Name of the tab in sight. Returns: (nullable) */
const char *comark_submission_page_get_tab (ComarkSubmissionPage *self);

/* Shows the next tab that there is (@by 1) or the one before (-1); at an end it stays. */
void comark_submission_page_step (ComarkSubmissionPage *self, int by);

/* Reads the dossier again. */
void comark_submission_page_reload (ComarkSubmissionPage *self);

/* See ComarkSubmissionTabClass.flush. */
void comark_submission_page_flush (ComarkSubmissionPage *self);

/* Signal "back" (): the person wants to leave it. */

G_END_DECLS
