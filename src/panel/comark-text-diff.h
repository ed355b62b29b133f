/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The differences between two versions of a document, given as its paragraphs: which were added,
 * removed, changed or moved, and of the changed ones which words.
 */
#pragma once

#include "comark-word-diff.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_TEXT_SAME,       /* "same" */
  COMARK_TEXT_CHANGED,    /* "changed": has a word or more in common with what it was */
  COMARK_TEXT_REMOVED,    /* "removed" */
  COMARK_TEXT_ADDED,      /* "added" */
  COMARK_TEXT_MOVED,      /* "moved": from another place; maybe with some words changed */
  COMARK_TEXT_MOVED_AWAY, /* "moved-away": the place where such a one stood */
} ComarkTextFate;

typedef struct
{
  ComarkTextFate fate;
  gint old_index; /* of the old paragraphs; -1 for an added one */
  gint new_index; /* of the new paragraphs; -1 for a removed one */
  GArray *spans;  /* ComarkWordSpan, of one that is changed or moved and changed; else NULL */
} ComarkTextPart;

typedef struct
{
  GArray *parts;      /* ComarkTextPart: all paragraphs of both, each in its own order */
  guint n_changes;    /* parts but the same and those moved away */
  gboolean is_rough;  /* too long to look for the fewest: more is marked than need be */
} ComarkTextDiff;

void comark_text_diff_free (ComarkTextDiff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkTextDiff, comark_text_diff_free)

/* Paragraphs: UTF-8, none empty. Given the other way round, the answer is this one turned round.
 * However long they are, it takes a few seconds at most; not for the main loop.
 * Returns: (transfer full) */
ComarkTextDiff *comark_text_diff (const char *const *old, guint n_old, const char *const *new,
                                  guint n_new);

const char *comark_text_fate_nick (ComarkTextFate fate);

G_END_DECLS
