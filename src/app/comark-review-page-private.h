/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of My review, for comark-review-page.c (showing a dossier), -save.c (autosave and
 * what stands in its way), -move.c (from one criterion to the next), -quote.c (quotes),
 * -versions.c (what was before) and -submit.c (handing in).
 */
#pragma once

#include <glib/gi18n.h>

#include "comark-criterion-strip.h"
#include "comark-file-pane.h"
#include "comark-interest-view.h"
#include "comark-rating-draft.h"
#include "comark-rating-form.h"
#include "comark-review-facts.h"
#include "comark-review-page.h"
#include "comark-split.h"

G_BEGIN_DECLS

struct _ComarkReviewPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkStack *stack;
  ComarkInterestView *interests;
  ComarkSplit *split;
  ComarkFilePane *files;
  ComarkCriterionStrip *strip;
  ComarkRatingForm *form;
  GtkLabel *banner;
  GtkButton *peers_button;
  GtkWidget *newer; /* that there is a newer version than the one that was rated */
  GtkLabel *newer_words;
  GtkWidget *versions_button;
  GtkScrolledWindow *scroll;
  GtkLabel *position;
  GtkLabel *saved;
  GtkWidget *conflict;
  GtkLabel *conflict_words;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkButton *submit_button;

  /* owned */
  GHashTable *drafts;         /* criterion → ComarkRatingDraft */
  const ComarkCriterion *current; /* of the dossier's framework; NULL before the first */

  guint rest_id;
  gboolean is_dirty; /* what stands in the form is not on its way to the register yet */
};

/* Returns: (transfer none) */
ComarkDossier *comark_review_page_dossier (ComarkReviewPage *self);

/* ---- saving ---- */

/* How @criterion is being saved; made when it is first asked for. Returns: (transfer none) */
ComarkRatingDraft *comark_review_page_draft (ComarkReviewPage *self, const char *criterion);

/* Saves at once what is typed but not yet saved. */
void comark_review_page_save (ComarkReviewPage *self);

/* Shows that @theirs stands in the way. */
void comark_review_page_show_conflict (ComarkReviewPage *self, ComarkRating *theirs);

/* ---- moving ---- */

/* Puts the answer to the criterion in hand into the form: what was given last, be it on its way. */
void comark_review_page_show_answer (ComarkReviewPage *self);
void comark_review_page_show_criterion (ComarkReviewPage *self, const ComarkCriterion *criterion);

/* ---- quotes ---- */

/* Shows those of the criterion in hand, beside it and in the document. */
void comark_review_page_follow_quotes (ComarkReviewPage *self);
void comark_review_page_init_quotes (ComarkReviewPage *self);

/* ---- versions ---- */

/* Offers what changed in the document, and what was handed in, where there is any. */
void comark_review_page_fill_versions (ComarkReviewPage *self, ComarkDossier *dossier);

/* ---- class ---- */

/* The callbacks of the template, and the keys, that each file has. */
void comark_review_page_class_bind_save (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_move (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_submit (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_quotes (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_versions (GtkWidgetClass *widget_class);

G_END_DECLS
