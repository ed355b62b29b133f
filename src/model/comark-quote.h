/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place in a submission's file that a member holds on to for one criterion of their review: its
 * words, and those around it, by which it is found again in another version.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

/* In characters. What is longer is no quote but the document. */
#define COMARK_QUOTE_MAX_EXACT 2000
#define COMARK_QUOTE_MAX_AROUND 200
#define COMARK_QUOTE_MAX_NOTE 2000

#define COMARK_TYPE_QUOTE (comark_quote_get_type ())
COMARK_DECLARE_NOUN (ComarkQuote, comark_quote, QUOTE)

struct _ComarkQuote
{
  ComarkRecord parent_instance;

  ComarkId id;
  ComarkId person;
  char *person_name;
  gboolean own; /* the reader's */
  gboolean submitted; /* its author's review is: until then nobody else reads it */
  char *criterion;
  char *hash; /* of the file: a version of the document, or an evidence item's */
  gint64 page; /* from 1; 1 in a file without pages */
  gint64 start; /* in characters of the text of that page, from 0 */
  char *exact; /* as the file has it */
  char *prefix; /* some words before it, "" at the very beginning */
  char *suffix; /* and after it */
  char *note; /* the member's own words on it, or "" */
  gint64 created_at;
  gint64 rev;
};

G_END_DECLS
