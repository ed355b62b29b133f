/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Declared interests (domain.md 3.3, product.md rule 3): what each kind does until the co-chairs
 * say otherwise, whether somebody may rate, when the question is asked again, and the words of
 * the banner.
 */
#pragma once

#include "comark-types.h"

G_BEGIN_DECLS

/* What holds from the moment of declaring. */
ComarkInterestEffect comark_interests_default_effect (ComarkInterestKind kind);

/* TRUE if the co-chairs may give this effect. A contributor, and who took part, is never "open";
 * "undecided" is given by nobody. */
gboolean comark_interests_effect_is_possible (ComarkInterestKind kind, gboolean is_contributor,
                                              ComarkInterestEffect effect);

/* TRUE if this answer hides the submission from the person. No answer yet hides nothing. */
gboolean comark_interests_hides (ComarkInterestKind kind, ComarkInterestEffect effect);

/* TRUE if the person may rate. A contributor never may. FALSE while unanswered. */
gboolean comark_interests_may_rate (ComarkInterestKind kind, ComarkInterestEffect effect,
                                    gboolean is_contributor);

/* TRUE if the answer was given for the document version and the list of contributors that there
 * are now. The numbers go up by one with each new version and each newly named contributor. */
gboolean comark_interests_is_current (ComarkInterestKind kind, guint answered_version,
                                      guint version, guint answered_contributors,
                                      guint contributors);

/* What the banner over a submission says to the person. Returns: (nullable): static; NULL where
 * there is nothing to say */
const char *comark_interests_banner (ComarkInterestKind kind, ComarkInterestEffect effect,
                                     gboolean is_contributor, gboolean is_current);

/* What an effect means, for the co-chairs who choose it. Static. */
const char *comark_interests_effect_words (ComarkInterestEffect effect);

G_END_DECLS
