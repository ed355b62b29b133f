/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of a submission that a button of its Overview takes, with the question or the reason
 * that some of them ask for first. @page: acts; @button: waits for the answer; @ref: of the
 * submission. What came of it shows in the next dossier.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void comark_step_accept (GtkWidget *page, GtkWidget *button, const char *ref);
void comark_step_redirect (GtkWidget *page, GtkWidget *button, const char *ref);
void comark_step_complete (GtkWidget *page, GtkWidget *button, const char *ref);
void comark_step_send_back (GtkWidget *page, GtkWidget *button, const char *ref);
void comark_step_withdraw (GtkWidget *page, GtkWidget *button, const char *ref);
/* No question asked: it can be taken back from To do. */
void comark_step_decline (GtkWidget *page, GtkWidget *button, const char *ref);
/* Asks what the document speaks of; @note is what was said before. */
void comark_step_content_note (GtkWidget *page, GtkWidget *button, const char *ref,
                               const char *note);
void comark_step_close (GtkWidget *page, GtkWidget *button, const char *ref);

G_END_DECLS
