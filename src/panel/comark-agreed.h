/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a panel agreed on one submission: per criterion a value, the strength of its evidence and
 * a reason; per question of the framework yes or no and a reason. Built up by its owner, then
 * handed to comark_outcome_evaluate(), which only reads it. Not thread safe while it is built.
 */
#pragma once

#include "comark-framework.h"

G_BEGIN_DECLS

#define COMARK_TYPE_AGREED (comark_agreed_get_type ())
typedef struct _ComarkAgreed ComarkAgreed;
GType comark_agreed_get_type (void);

ComarkAgreed *comark_agreed_new (void);
ComarkAgreed *comark_agreed_ref (ComarkAgreed *self);
void comark_agreed_unref (ComarkAgreed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkAgreed, comark_agreed_unref)

/* A copy to change on its own. Returns: (transfer full) */
ComarkAgreed *comark_agreed_copy (ComarkAgreed *self);

/* Sets or replaces what is agreed for the criterion with this id. Nothing is checked against a
 * framework here. @because: (nullable) */
void comark_agreed_set (ComarkAgreed *self, const char *criterion, ComarkValue value,
                        ComarkStrength strength, const char *because);

/* COMARK_VALUE_NONE, COMARK_STRENGTH_NONE and "" where nothing is agreed. */
ComarkValue comark_agreed_value (ComarkAgreed *self, const char *criterion);
ComarkStrength comark_agreed_strength (ComarkAgreed *self, const char *criterion);
const char *comark_agreed_because (ComarkAgreed *self, const char *criterion);

/* The panel's answer to a question of the framework. @because: (nullable) */
void comark_agreed_answer (ComarkAgreed *self, const char *question, gboolean yes,
                           const char *because);

/* FALSE if the question is unanswered; *yes and *because ((out) (optional), borrowed, never
 * NULL) are then left alone. */
gboolean comark_agreed_get_answer (ComarkAgreed *self, const char *question, gboolean *yes,
                                   const char **because);

G_END_DECLS
