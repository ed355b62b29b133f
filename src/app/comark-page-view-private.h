/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of the page view, for comark-page-view.c (its life), -document.c (opening and letting
 * go), -sight.c (pictures of the pages in sight), -turn.c (from page to page), -zoom.c (how large,
 * one or all), -say.c (what is said around them), -find.c, -links.c and -side.c (the panel).
 */
#pragma once

#include "comark-page-cache.h"
#include "comark-page-desk.h"
#include "comark-page-find.h"
#include "comark-page-layout.h"
#include "comark-page-links.h"
#include "comark-page-side.h"
#include "comark-page-view.h"
#include "comark-wrap.h"

G_BEGIN_DECLS

#define COMARK_PAGE_MIN_ZOOM 0.25
#define COMARK_PAGE_MAX_ZOOM 4.0

struct _ComarkPageView
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *document_error;
  GtkWidget *page_problem;
  GtkLabel *page_problem_title;
  GtkLabel *page_problem_sentence;
  GtkEntry *page_entry;
  GtkLabel *count_label;
  GtkLabel *status_label;
  ComarkWrap *tools;
  ComarkPageFind *find;
  GtkWidget *pages;
  ComarkPageSide *side;
  GtkScrolledWindow *scroller;
  ComarkPageDesk *desk;

  /* owned */
  GSettings *settings;
  ComarkPageMarks *marks;
  ComarkReader *reader;      /* (nullable) */
  ComarkPageLayout *layout;  /* (nullable) until the document is open */
  ComarkPageCache *cache;    /* (nullable) as long */
  ComarkPageLinks *links;    /* (nullable) as long */
  GHashTable *problems;      /* page → char *: why it cannot be shown */
  GCancellable *cancellable; /* of opening */

  /* state */
  int page;
  int n_pages; /* 0 until the document is open */
  double zoom; /* or COMARK_PAGE_FIT_* */
  gboolean is_continuous;
  gboolean is_turning; /* to the page, which is not on the desk yet */
  gboolean shows_side;
  gboolean is_narrow; /* no room for pages and the panel beside them */
  ComarkPageEdge edge; /* of it, to be in sight then */
  ComarkReaderArea *area; /* (nullable): of it, to be in sight then */
  guint settle_id;
  guint patience_id;
};

/* ---- document ---- */

void comark_page_view_forget_document (ComarkPageView *self);

/* ---- pages in sight ---- */

/* Asks for the pictures that are missing. */
void comark_page_view_want_pages (ComarkPageView *self);

/* Shows pages as the cache, which is new, draws them. */
void comark_page_view_listen_to_cache (ComarkPageView *self);

/* ---- turning ---- */

/* Turns to @page, which is there, with @edge or the area of the view in sight. */
void comark_page_view_begin_turning (ComarkPageView *self, int page, ComarkPageEdge edge);

/* Turns to the page nearest to @page; does nothing when it alone is in sight already. */
void comark_page_view_turn_to (ComarkPageView *self, int page, ComarkPageEdge edge);

/* ---- what is said ---- */

/* Of the page in sight; 0 as long as its size is not known. */
double comark_page_view_get_shown_zoom (ComarkPageView *self);

/* Which actions make sense now. */
void comark_page_view_update_actions (ComarkPageView *self);

/* The number of the page, in the tools and the panel, and the actions. */
void comark_page_view_update_controls (ComarkPageView *self);

void comark_page_view_say_page_shown (ComarkPageView *self);
void comark_page_view_say_page_coming (ComarkPageView *self);

/* Why the page in sight cannot be shown, if so. */
void comark_page_view_show_problem (ComarkPageView *self);

/* ---- links and the panel ---- */

/* Turns to its page, or asks before leaving the document. */
void comark_page_view_follow_link (ComarkPageView *self, const ComarkReaderLink *link);

/* Notes at each layout whether there is room for the panel. */
void comark_page_view_init_side (ComarkPageView *self);
void comark_page_view_set_shows_side (ComarkPageView *self, gboolean shows);

/* ---- class ---- */

/* The callbacks of the template, the actions and the keys that each file has. */
void comark_page_view_class_bind_find (GtkWidgetClass *widget_class);
void comark_page_view_class_bind_links (GtkWidgetClass *widget_class);
void comark_page_view_class_bind_side (GtkWidgetClass *widget_class);
void comark_page_view_class_bind_sight (GtkWidgetClass *widget_class);
void comark_page_view_class_bind_turn (GtkWidgetClass *widget_class);
void comark_page_view_class_bind_zoom (GtkWidgetClass *widget_class);

G_END_DECLS
