/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for words in one document, from the page that is read to the end and then from the
 * beginning, a few pages at a time, so that the nearest are there soon and a long search can be
 * stopped. Main thread.
 *
 * Signal: changed (), when more was found, the search ended, or another match is the current one.
 */
#pragma once

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_PAGE_SEARCH (comark_page_search_get_type ())
G_DECLARE_FINAL_TYPE (ComarkPageSearch, comark_page_search, COMARK, PAGE_SEARCH, GObject)

ComarkPageSearch *comark_page_search_new (void);

/* Begins anew; "" finds nothing. The first match at @from_page or after it becomes current. */
void comark_page_search_start (ComarkPageSearch *self, ComarkReader *reader, int n_pages,
                               const char *words, int from_page);
/* Ends the search; what was found stays. */
void comark_page_search_stop (ComarkPageSearch *self);
/* Forgets everything, the reader too. */
void comark_page_search_clear (ComarkPageSearch *self);

gboolean comark_page_search_is_running (ComarkPageSearch *self);
/* FALSE if it was stopped, failed, or found more than can be kept. */
gboolean comark_page_search_is_whole (ComarkPageSearch *self);
int comark_page_search_get_n_searched (ComarkPageSearch *self); /* pages */
/* Returns: (nullable): why it ended before its time */
const char *comark_page_search_get_problem (ComarkPageSearch *self);

int comark_page_search_get_n_matches (ComarkPageSearch *self);
/* Which match is the current one, from 0 in the order of the document; -1: none. */
int comark_page_search_get_current (ComarkPageSearch *self);
/* To the next (1) or the one before (-1), round the ends. */
void comark_page_search_step (ComarkPageSearch *self, int direction);

/* Of ComarkReaderArea, in the order of the document. Returns: (transfer full) */
GArray *comark_page_search_dup_areas (ComarkPageSearch *self);
GArray *comark_page_search_dup_current_areas (ComarkPageSearch *self);

G_END_DECLS
