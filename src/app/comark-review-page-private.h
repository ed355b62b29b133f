/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of My review, for comark-review-page.c (showing a dossier), -save.c (autosave and
 * what stands in its way), -move.c (from one criterion to the next), -layout.c (one criterion or
 * the whole list), -cover.c (evidence items), -quote.c (quotes), -versions.c (what was before),
 * -own.c (notes to self, the reading place), -undo.c and -submit.c (handing in).
 */
#pragma once

#include <glib/gi18n.h>

#include "comark-behalf-banner.h"
#include "comark-beside-banner.h"
#include "comark-content-view.h"
#include "comark-cover-row.h"
#include "comark-coverage-section.h"
#include "comark-criterion-strip.h"
#include "comark-file-pane.h"
#include "comark-interest-view.h"
#include "comark-rating-draft.h"
#include "comark-rating-form.h"
#include "comark-review-facts.h"
#include "comark-review-list.h"
#include "comark-review-page.h"
#include "comark-split.h"
#include "comark-undo-stack.h"

G_BEGIN_DECLS

struct _ComarkReviewPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkStack *stack;
  ComarkInterestView *interests;
  ComarkContentView *content;
  ComarkSplit *split;
  ComarkFilePane *files;
  ComarkCriterionStrip *strip;
  GtkStack *layouts; /* "one", "list" */
  ComarkRatingForm *one;
  ComarkReviewList *list;
  GtkToggleButton *list_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkLabel *banner;
  GtkButton *peers_button;
  GtkWidget *newer; /* that there is a newer version than the one that was rated */
  GtkLabel *newer_words;
  GtkWidget *versions_button;
  GtkScrolledWindow *scroll;
  GtkLabel *time_left;
  ComarkCoverageSection *coverage;
  GtkLabel *position;
  GtkLabel *saved;
  GtkWidget *conflict;
  GtkLabel *conflict_words;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkButton *submit_button;
  ComarkBesideBanner *beside;
  ComarkBehalfBanner *behalf;
  GtkButton *send_button;

  /* owned */
  GHashTable *drafts;         /* criterion → ComarkRatingDraft */
  GHashTable *covers;         /* "C1 ID" → answer on its way, see -cover.c */
  ComarkUndoStack *undo;
  GSettings *settings;
  ComarkAnswer last;          /* what stood in the form in hand before the next change */

  /* borrowed */
  const ComarkCriterion *current; /* of the dossier's framework; NULL before the first */
  ComarkRatingForm *form;         /* the one in hand: that of the current criterion */

  GHashTable *notes; /* criterion → note to self, see -own.c */
  char *saved_file;  /* where the reading was last saved */
  int saved_page;
  guint note_rest_id;
  gboolean asked_own; /* what is the member's alone is being read */
  gboolean has_own;   /* and is here */

  guint rest_id;
  guint scroll_id; /* of the tick that will scroll to the form in hand */
  guint scroll_frames;
  gboolean is_changing_layout;
  gboolean is_dirty; /* what stands in the form is not on its way to the register yet */
};

/* Returns: (transfer none) */
ComarkDossier *comark_review_page_dossier (ComarkReviewPage *self);

/* ---- saving ---- */

/* How @criterion is being saved; made when it is first asked for. Returns: (transfer none) */
ComarkRatingDraft *comark_review_page_draft (ComarkReviewPage *self, const char *criterion);

/* Saves at once what is typed but not yet saved. */
void comark_review_page_save (ComarkReviewPage *self);

/* What stands in the form in hand has changed, by the person or by undoing: it will be saved. */
void comark_review_page_changed (ComarkReviewPage *self);

void comark_review_page_say_saved (ComarkReviewPage *self);

/* Shows that @theirs stands in the way. */
void comark_review_page_show_conflict (ComarkReviewPage *self, ComarkRating *theirs);

/* ---- moving ---- */

/* The answer that was given last, be it on its way. The reason is borrowed. */
ComarkAnswer comark_review_page_answer (ComarkReviewPage *self, const char *criterion);

/* Puts it into @form, which shows that criterion; also what is said of evidence. */
void comark_review_page_show_answer (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_show_criterion (ComarkReviewPage *self, const ComarkCriterion *criterion);

/* Takes @form in hand without moving what is seen: the focus came to it. */
void comark_review_page_take_up (ComarkReviewPage *self, ComarkRatingForm *form);

/* ---- layouts ---- */

gboolean comark_review_page_shows_list (ComarkReviewPage *self);

/* The layout that the person has chosen. */
void comark_review_page_show_layout (ComarkReviewPage *self);

/* The form that shows @criterion now: made, filled and, in the list, scrolled to. */
void comark_review_page_bring_form (ComarkReviewPage *self, const ComarkCriterion *criterion);

/* Back to one criterion: the list is about criteria that are no more. */
void comark_review_page_leave_list (ComarkReviewPage *self);

/* Every form that is made in the layout that is shown. */
typedef void (*ComarkReviewFormFunc) (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_each_form (ComarkReviewPage *self, ComarkReviewFormFunc func);

/* A newer dossier, for the forms that are not in hand. */
void comark_review_page_refresh_list (ComarkReviewPage *self, gboolean anew);

/* ---- quotes ---- */

/* Shows those of the criterion in hand, beside it and in the document. */
void comark_review_page_follow_quotes (ComarkReviewPage *self);
/* Those of another form of the list. */
void comark_review_page_show_quotes (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_listen_to_quotes (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_init_quotes (ComarkReviewPage *self);

/* ---- versions ---- */

/* Offers what changed in the document, and what was handed in, where there is any. */
void comark_review_page_fill_versions (ComarkReviewPage *self, ComarkDossier *dossier);

/* ---- evidence items ---- */

/* What is said of @evidence, be it on its way. */
ComarkCover comark_review_page_cover (ComarkReviewPage *self, const char *criterion,
                                      const ComarkId *evidence);
/* Says it; the register hears of it at once. */
void comark_review_page_say_cover (ComarkReviewPage *self, const char *criterion,
                                   const ComarkId *evidence, ComarkCover cover);
void comark_review_page_show_covers (ComarkReviewPage *self, ComarkRatingForm *form);

/* ---- the member's alone ---- */

void comark_review_page_init_own (ComarkReviewPage *self);
/* Asks for notes and the reading place, once. */
void comark_review_page_read_own (ComarkReviewPage *self);
void comark_review_page_show_note (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_listen_to_note (ComarkReviewPage *self, ComarkRatingForm *form);
void comark_review_page_save_notes (ComarkReviewPage *self);
void comark_review_page_save_reading_place (ComarkReviewPage *self);

/* ---- undoing ---- */

/* What stands in @form. (transfer full): comark_review_answer_clear() */
ComarkAnswer comark_review_form_answer (ComarkRatingForm *form);
void comark_review_answer_clear (ComarkAnswer *answer);

/* The form in hand shows something new that the person did not do. */
void comark_review_page_note_answer (ComarkReviewPage *self);
/* The person changed it. */
void comark_review_page_record (ComarkReviewPage *self);

/* What others have changed cannot be undone here. */
void comark_review_page_forget_others (ComarkReviewPage *self);
void comark_review_page_update_undo (ComarkReviewPage *self);
void comark_review_page_add_undo_keys (ComarkReviewPage *self);

/* ---- class ---- */

/* The callbacks of the template, and the keys, that each file has. */
void comark_review_page_class_bind_save (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_move (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_layout (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_cover (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_undo (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_submit (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_quotes (GtkWidgetClass *widget_class);
void comark_review_page_class_bind_versions (GtkWidgetClass *widget_class);

G_END_DECLS
