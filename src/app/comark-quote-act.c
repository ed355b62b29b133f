/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-act.h"

#include <glib/gi18n.h>

#include "comark-desk-quotes.h"

typedef struct
{
  char *ref;
  char *criterion;
  ComarkQuote *quote;
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_free (addition->ref);
  g_free (addition->criterion);
  g_object_unref (addition->quote);
  g_free (addition);
}

static gpointer
add_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Addition *addition = data;
  const ComarkQuote *quote = addition->quote;
  const ComarkQuoteForm form = {
    .criterion = addition->criterion,
    .hash = quote->hash,
    .page = quote->page,
    .start = quote->start,
    .exact = quote->exact,
    .prefix = quote->prefix,
    .suffix = quote->suffix,
    .note = quote->note,
  };

  return comark_desk_add_quote (desk, addition->ref, &form, NULL, error) ? COMARK_REGISTER_DONE
                                                                         : NULL;
}

void
comark_quote_act_add (GtkWidget *page, GtkWidget *trigger, const char *ref, const char *criterion,
                      ComarkQuote *quote, ComarkActDone done)
{
  Addition *addition = g_new0 (Addition, 1);
  /* translators: a criterion's id */
  g_autofree char *said = g_strdup_printf (_("Quoted for %s."), criterion);

  addition->ref = g_strdup (ref);
  addition->criterion = g_strdup (criterion);
  addition->quote = g_object_ref (quote);
  comark_act_run (page, &(ComarkAct) {
    .job = add_job, .data = addition, .data_destroy = addition_free, .said = said,
    .trigger = trigger, .done = done,
  });
}
