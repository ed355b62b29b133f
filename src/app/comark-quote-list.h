/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Quotes under each other. Rows stay from one dossier to the next, so that a note that is being
 * written stays where it is.
 *
 * Signal "chosen" (ComarkQuote *): the person wants to see one in its file.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"
#include "comark-quote-fates.h"

G_BEGIN_DECLS

#define COMARK_TYPE_QUOTE_LIST (comark_quote_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkQuoteList, comark_quote_list, COMARK, QUOTE_LIST, AdwBin)

GtkWidget *comark_quote_list_new (void);

/* Shows the quotes of @dossier on @criterion, or all (NULL); @own: the viewer's alone, and with
 * them what is left of earlier rounds. @fates may
 * be NULL. */
void comark_quote_list_set (ComarkQuoteList *self, ComarkDossier *dossier, const char *criterion,
                            gboolean own, ComarkQuoteFates *fates);

/* Above it, while it is not hidden; NULL: none. */
void comark_quote_list_set_heading (ComarkQuoteList *self, const char *words);

/* What stands where there is none; NULL (the default): the list hides. */
void comark_quote_list_set_empty_words (ComarkQuoteList *self, const char *words);

/* How many it shows, without those taken off. */
guint comark_quote_list_count (ComarkQuoteList *self);

/* See ComarkSubmissionTabClass.flush. */
void comark_quote_list_flush (ComarkQuoteList *self);

G_END_DECLS
