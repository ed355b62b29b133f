/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The differences between two sequences of symbols: which symbols of the old one are gone, which
 * of the new one were added, the fewest that can be.
 *
 * After Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1
 * (1986), section 4b: the middle of a shortest path is looked for from both ends at once, so that
 * memory grows with the length alone. Symbols that one side alone has are set aside first, which
 * changes no answer.
 *
 * Time is bounded, whatever the sequences: where a shortest path takes too long to find, symbols
 * that stand once on either side divide the sequences (Bram Cohen's "patience"), and what is then
 * still too much counts as all gone and all new. The answer is right even so, only longer than it
 * need be, and says so.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  COMARK_DIFF_SAME,
  COMARK_DIFF_REMOVED, /* of the old sequence alone */
  COMARK_DIFF_ADDED,   /* of the new sequence alone */
} ComarkDiffKind;

/* Runs follow each other without a gap: length symbols from old_start, or new_start, or (the
 * same) both. Between two that are the same, what is removed comes before what is added. */
typedef struct
{
  ComarkDiffKind kind;
  guint old_start;
  guint new_start;
  guint length; /* never 0 */
} ComarkDiffRun;

/* Steps that may be spent, to be shared by several calls: about a second on a machine of 2020. */
#define COMARK_DIFF_WORK (400 * 1000 * 1000)

/* Symbols are numbers below @n_symbols. *work is what may be spent, and what is left. *is_rough
 * becomes TRUE where the answer may not be the shortest, and is left alone otherwise. Given the
 * other way round, the answer is this one, turned round. Memory: some 40 bytes a symbol.
 * Returns: (transfer full) (element-type ComarkDiffRun) */
GArray *comark_diff (const guint32 *old, guint n_old, const guint32 *new, guint n_new,
                     guint n_symbols, gint64 *work, gboolean *is_rough);

G_END_DECLS
