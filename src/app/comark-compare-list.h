/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two versions of a document, as text: each change under a line that says
 * what it is and where, the words marked. The caret says which change is looked at. Long lists
 * come in bit by bit, so that the window goes on answering.
 *
 * Signal: moved (): another change is looked at, or there are more.
 */
#pragma once

#include <adwaita.h>

#include "comark-version-diff.h"

G_BEGIN_DECLS

#define COMARK_TYPE_COMPARE_LIST (comark_compare_list_get_type ())
G_DECLARE_FINAL_TYPE (ComarkCompareList, comark_compare_list, COMARK, COMPARE_LIST, AdwBin)

/* Shows the changes of @diff (nullable: nothing) alone, or with @whole all of the text. */
void comark_compare_list_show (ComarkCompareList *self, ComarkVersionDiff *diff, gboolean whole);

/* The change at the caret, from 0; -1 before the first. */
int comark_compare_list_get_current (ComarkCompareList *self);

/* Moves the caret to a change and brings it into sight; as soon as it is there, if it is not. */
void comark_compare_list_go_to (ComarkCompareList *self, guint change);

/* The paragraph of a change in a version; NULL where it has none. */
const ComarkReadingBlock *comark_compare_list_get_block (ComarkCompareList *self, guint change,
                                                         ComarkVersion version);

/* The page of a change in a version, from 0, or where it would be; -1 without pages. */
int comark_compare_list_get_page (ComarkCompareList *self, guint change, ComarkVersion version);

G_END_DECLS
