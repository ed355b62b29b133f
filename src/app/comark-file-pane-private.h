/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of the file pane, for comark-file-pane.c (which files there are), -fetch.c (the one
 * in the view), -look.c (its pages or words), -quotes.c and -beside.c (a second one).
 */
#pragma once

#include "comark-beside.h"
#include "comark-file-pane.h"
#include "comark-office-view.h"
#include "comark-page-view.h"
#include "comark-quote-bar.h"
#include "comark-reading-settings.h"
#include "comark-reading-view.h"
#include "comark-wrap.h"

G_BEGIN_DECLS

struct _ComarkFilePane
{
  AdwBin parent_instance;

  /* template children */
  ComarkWrap *tools;
  GtkDropDown *files;
  GtkStringList *titles;
  GtkWidget *save_button; /* where the page view, which has its own, is not shown */
  GtkToggleButton *words_button;
  GtkToggleButton *beside_button;
  ComarkBeside *beside; /* holds the stack, and a second pane beside it */
  GtkWidget *note;
  GtkLabel *note_label;
  GtkWidget *make_button;
  GtkStack *stack; /* "pages", "words", "office" */
  ComarkOfficeView *office;
  ComarkPageView *view;
  ComarkReadingView *words;
  ComarkQuoteBar *quotes;

  /* owned */
  ComarkReadingSettings *settings; /* NULL until it stands in a window */
  ComarkReader *reader;  /* of the bytes; NULL while fetched */
  ComarkDossier *dossier;
  GPtrArray *hashes;     /* of char *, beside titles */
  GPtrArray *names;      /* of char *: file names, for saving a copy */
  char *shown;           /* hash in the view, or being fetched */
  GBytes *bytes;         /* of it; NULL while fetched */
  GHashTable *places;    /* hash → page, so that going to and fro keeps the place */
  GCancellable *cancellable;
  ComarkQuote *wanted;   /* to be shown when its file is there (nullable) */

  gboolean is_filling;
  char *criterion;       /* id, in hand (nullable) */
  gboolean may_quote;    /* for it */
  gboolean is_second;    /* stands beside another */
  gboolean gave_up;      /* pages that would have to be made: the words are read */
  gboolean was_made;     /* the pages in the view are made of an office document */
};

/* ---- the file in the view ---- */

/* Asks for the bytes of the file that is chosen in the list. */
void comark_file_pane_fetch_chosen (ComarkFilePane *self);

/* ---- pages or words ---- */

/* Shows the bytes, which are there. */
void comark_file_pane_show_as_chosen (ComarkFilePane *self);

/* Follows @settings (nullable: none any more). */
void comark_file_pane_set_settings (ComarkFilePane *self, ComarkReadingSettings *settings);

/* ---- quotes ---- */

/* Goes to the quote that was asked for, once its file is there. */
void comark_file_pane_show_wanted_quote (ComarkFilePane *self);

/* What is quoted in @second is quoted in @self. */
void comark_file_pane_pass_on_quotes (ComarkFilePane *self, ComarkFilePane *second);

/* ---- a second file ---- */

/* Returns: (transfer none) (nullable): the pane beside this one */
ComarkFilePane *comark_file_pane_get_second (ComarkFilePane *self);

/* ---- class ---- */

/* The callbacks of the template, and the signals, that each file has. */
void comark_file_pane_class_bind_beside (GtkWidgetClass *widget_class);
void comark_file_pane_class_bind_fetch (GtkWidgetClass *widget_class);
void comark_file_pane_class_bind_look (GtkWidgetClass *widget_class);
void comark_file_pane_class_bind_quotes (GtkWidgetClass *widget_class);

G_END_DECLS
