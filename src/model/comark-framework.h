/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A framework: what a panel judges by, with its scale, ladder, criteria, outcome rules and words.
 * Immutable: made whole by exchange/comark-framework-reader.h, then read from any thread. What
 * the getters give is borrowed and lives as long as the framework. A submission keeps the
 * framework (id and version) it was submitted under.
 */
#pragma once

#include <gio/gio.h>

#include "comark-framework-parts.h"

G_BEGIN_DECLS

#define COMARK_TYPE_FRAMEWORK (comark_framework_get_type ())
G_DECLARE_FINAL_TYPE (ComarkFramework, comark_framework, COMARK, FRAMEWORK, GObject)

const char *comark_framework_get_id (ComarkFramework *self);
const char *comark_framework_get_version (ComarkFramework *self);
const char *comark_framework_get_name (ComarkFramework *self);
const char *comark_framework_get_effective_from (ComarkFramework *self); /* ISO 8601 day */
const char *comark_framework_get_language (ComarkFramework *self);       /* "en-GB" */
const char *comark_framework_get_credit (ComarkFramework *self);

/* How long a mark lasts, when its owner is asked "unchanged?", when renewal opens before the
 * end: in months. */
guint comark_framework_get_valid_months (ComarkFramework *self);
guint comark_framework_get_confirm_months (ComarkFramework *self);
guint comark_framework_get_renew_months (ComarkFramework *self);

/* The file it was read from, byte for byte (the register keeps it). */
GBytes *comark_framework_get_source (ComarkFramework *self);

/* Arrays in file order (levels and rungs: lowest first), of const pointers to the types of
 * comark-framework-parts.h. */
const GPtrArray *comark_framework_get_levels (ComarkFramework *self);
const GPtrArray *comark_framework_get_rungs (ComarkFramework *self);
const GPtrArray *comark_framework_get_placements (ComarkFramework *self);
const GPtrArray *comark_framework_get_sections (ComarkFramework *self);
const GPtrArray *comark_framework_get_criteria (ComarkFramework *self); /* with future ones */
const GPtrArray *comark_framework_get_routes (ComarkFramework *self);
const GPtrArray *comark_framework_get_document_types (ComarkFramework *self);
const GPtrArray *comark_framework_get_questions (ComarkFramework *self);
const GPtrArray *comark_framework_get_outcomes (ComarkFramework *self);
const GPtrArray *comark_framework_get_sealing (ComarkFramework *self); /* ComarkRule */
const GPtrArray *comark_framework_get_references (ComarkFramework *self);

/* By id (or value, or number). Returns: (nullable), NULL if there is none, or @id is NULL */
const ComarkCriterion *comark_framework_criterion (ComarkFramework *self, const char *id);
const ComarkLevel *comark_framework_level (ComarkFramework *self, ComarkValue value);
const ComarkRung *comark_framework_rung (ComarkFramework *self, guint number);
const ComarkSection *comark_framework_section (ComarkFramework *self, const char *id);
const ComarkRoute *comark_framework_route (ComarkFramework *self, const char *id);
const ComarkDocumentType *comark_framework_document_type (ComarkFramework *self, const char *id);
const ComarkQuestion *comark_framework_question (ComarkFramework *self, const char *id);
const ComarkOutcome *comark_framework_outcome (ComarkFramework *self, const char *id);
const ComarkReference *comark_framework_reference (ComarkFramework *self, const char *id);

/* What is rated on @route, in order, without future criteria. An unknown route gives an empty
 * array. Returns: (transfer container): array of const ComarkCriterion * */
GPtrArray *comark_framework_criteria_for_route (ComarkFramework *self, const char *route);

/* Lowest and highest level of the scale. */
ComarkValue comark_framework_lowest_value (ComarkFramework *self);
ComarkValue comark_framework_highest_value (ComarkFramework *self);

/* TRUE if @value may be given to @criterion: a level of the scale, "?", or "n/a" where that is
 * allowed. COMARK_VALUE_NONE is not. */
gboolean comark_framework_accepts (ComarkFramework *self, const ComarkCriterion *criterion,
                                   ComarkValue value);

/* What document type @type asks about @criterion beyond the ordinary questions.
 * Returns: (nullable) */
const char *comark_framework_prompt (ComarkFramework *self, const char *type,
                                     const char *criterion);

/* The organisation's own word, for one and for many: "expert-by-experience" → "expert by
 * experience", "experts by experience". Keys are in the schema's documentation; a key that the
 * file does not have comes back as it is. */
const char *comark_framework_word (ComarkFramework *self, const char *key);
const char *comark_framework_words (ComarkFramework *self, const char *key);

/* A text by key in @language ("cy", "en-GB"; NULL = the framework's), else in the framework's
 * language. Returns: (nullable) */
const char *comark_framework_string (ComarkFramework *self, const char *key,
                                     const char *language);

G_END_DECLS
