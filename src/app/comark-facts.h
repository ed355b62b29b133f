/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few facts, each a name over its value, side by side where there is room.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_FACTS (comark_facts_get_type ())
G_DECLARE_FINAL_TYPE (ComarkFacts, comark_facts, COMARK, FACTS, AdwBin)

/* Adds one fact at the end; a NULL or empty @value shows "–". */
void comark_facts_add (ComarkFacts *self, const char *name, const char *value);
void comark_facts_clear (ComarkFacts *self);

G_END_DECLS
