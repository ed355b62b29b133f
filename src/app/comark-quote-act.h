/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attaches a quote to a criterion of the acting member's review.
 */
#pragma once

#include "comark-act.h"
#include "comark-quote.h"

G_BEGIN_DECLS

/* Adds @quote (its place, words and note) to @criterion of @ref, and says so; @trigger and @done
 * as in ComarkAct, both nullable. */
void comark_quote_act_add (GtkWidget *page, GtkWidget *trigger, const char *ref,
                           const char *criterion, ComarkQuote *quote, ComarkActDone done);

G_END_DECLS
