/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes: places in the document or an evidence item that a member attaches to a criterion of
 * their own review. The dossier has them (ComarkDossier.quotes): one's own always, others' once
 * their reviews may be seen. Where a quote stands in another version is comark-quote-place.h's
 * answer, from the texts of its pages.
 *
 * Only who may rate adds and changes quotes; what was there when the review was submitted stays
 * as it is.
 */
#pragma once

#include "comark-desk.h"
#include "comark-quote-place.h"
#include "comark-quote.h"

G_BEGIN_DECLS

typedef struct
{
  const char *criterion;
  const char *hash;   /* of a file of the submission; NULL: the newest version of the document */
  gint64 page;        /* from 1; 1 in a file without pages */
  gint64 start;       /* in characters of the page's text; comark_reader_get_text_async() */
  const char *exact;  /* as selected, line ends and all; at most COMARK_QUOTE_MAX_EXACT */
  const char *prefix; /* comark_quote_look_around() finds both; nullable */
  const char *suffix;
  const char *note;   /* nullable */
} ComarkQuoteForm;

/* Attaches it; the same place on the same criterion again is the same quote. Begins the review's
 * draft where there is none. *id (nullable) takes its id. */
gboolean comark_desk_add_quote (ComarkDesk *desk, const char *ref, const ComarkQuoteForm *form,
                                ComarkId *id, GError **error);

/* Another criterion, or other words beside it. CHANGED if @rev is not the newest; *new_rev
 * (nullable) takes the one that there is then. */
gboolean comark_desk_change_quote (ComarkDesk *desk, const char *ref, const ComarkId *id,
                                   const char *criterion, const char *note, gint64 rev,
                                   gint64 *new_rev, GError **error);

/* Takes it off, or (@removed FALSE) puts it back: undo. */
gboolean comark_desk_set_quote_removed (ComarkDesk *desk, const char *ref, const ComarkId *id,
                                        gboolean removed, GError **error);

/* The texts of the pages of a file of the submission (NULL: the newest version of the document),
 * for comark_quote_find(). Reads the file: seconds, and never on the main loop; a page view has
 * them already. Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_read_pages (ComarkDesk *desk, const char *ref, const char *hash,
                               GError **error);

/* A quote of @words, looked for in the newest version of the document: @form's place is filled
 * from where they stand. NO_SUCH where they do not, INVALID where they do more than once and
 * @form->page (else the one page to look on) is 0. */
gboolean comark_desk_quote_words (ComarkDesk *desk, const char *ref, const ComarkQuoteForm *form,
                                  ComarkId *id, GError **error);

G_END_DECLS
