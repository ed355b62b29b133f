/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One tab of a submission: the base of Overview, Form, Document and evidence, My review,
 * Questions, Decision, Mark and History. A tab is a picture of a dossier: it gets one by the
 * property "dossier", shows it, and does what a person asks for through comark-act.h; the next
 * dossier shows what came of it.
 *
 * How to add one (say, Overview):
 *  - src/app/comark-overview-page.[ch] and ui/comark-overview-page.ui with
 *      <template class="ComarkOverviewPage" parent="ComarkSubmissionTab">, its widgets below
 *      <property name="child"> (it is an AdwBin). Wide enough for 500 pixels, scrolling by itself.
 *    Do not bind the outermost child to a field: GTK 4.8 would unparent it twice.
 *  - override fill(); flush() if it keeps what is typed.
 *  - a function gboolean comark_overview_page_applies (ComarkDossier *): whether this viewer has
 *    anything to see or do there. Otherwise the tab is hidden.
 *  - one row in the table of comark-submission-tabs.c.
 *
 * Life: made when its tab is first looked at, for one submission; never shown with another.
 * fill() is called at once with the first dossier and then with each newer one, also while the
 * person types: it keeps place, selection, focus and unsaved words. Words that the person has
 * changed since the older dossier stay as they are; a rev says whether the stored ones moved.
 *
 * Actions a tab may use by name, from its .ui or gtk_widget_activate_action():
 *   submission.show-tab  "s"   another tab by name ("decision")
 *   submission.show-quote "s"  a quote, by its id, in its file
 *   submission.talk-about "s"  begin to talk about a quote, by its id
 *   submission.back            to the place it was opened from
 *   win.open-submission  "s"   "REF" or "REF/TAB"
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSION_TAB (comark_submission_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (ComarkSubmissionTab, comark_submission_tab, COMARK, SUBMISSION_TAB,
                          AdwBin)

struct _ComarkSubmissionTabClass
{
  AdwBinClass parent_class;

  /* Shows @dossier, never NULL. @older (nullable) is what was shown before. */
  void (*fill) (ComarkSubmissionTab *self, ComarkDossier *dossier, ComarkDossier *older);

  /* Starts at once what is waiting for the person to rest (autosave): the tab is about to be
   * left, the window closed, or another person will act. Must not need the tab afterwards. */
  void (*flush) (ComarkSubmissionTab *self);

  /* (nullable): shows @quote of the dossier where it stands in its file. */
  void (*show_quote) (ComarkSubmissionTab *self, ComarkQuote *quote);

  /* (nullable): lets the person begin a thread about @quote. */
  void (*talk_about) (ComarkSubmissionTab *self, ComarkQuote *quote);
};

/* What is shown; NULL before the first. Returns: (transfer none) (nullable) */
ComarkDossier *comark_submission_tab_get_dossier (ComarkSubmissionTab *self);
void comark_submission_tab_set_dossier (ComarkSubmissionTab *self, ComarkDossier *dossier);

/* The reference of its submission; NULL before the first dossier. */
const char *comark_submission_tab_get_ref (ComarkSubmissionTab *self);

void comark_submission_tab_flush (ComarkSubmissionTab *self);
void comark_submission_tab_show_quote (ComarkSubmissionTab *self, ComarkQuote *quote);
void comark_submission_tab_talk_about (ComarkSubmissionTab *self, ComarkQuote *quote);

G_END_DECLS
