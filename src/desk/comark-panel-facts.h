/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the nouns of the register to what the rules of the panel ask for: whose ratings count,
 * medians, quorum, agreed values with their evidence. Pure functions, for acts and dossier alike.
 * Seats are taken as the register has them: with interests, before anything is left out of them
 * for a viewer.
 */
#pragma once

#include "comark-agreed.h"
#include "comark-framework.h"
#include "comark-median.h"
#include "comark-meeting.h"
#include "comark-quorum.h"
#include "comark-review.h"
#include "comark-seat.h"

G_BEGIN_DECLS

/* One review a member: the submitted final one, else the submitted first one; of those who hold
 * a seat and may rate. Absent members' too (decisions.md 9).
 * Returns: (transfer full) (element-type ComarkReview) */
GPtrArray *comark_panel_counted_reviews (GPtrArray *reviews, GPtrArray *seats);

/* Medians of @criterion over reviews as comark_panel_counted_reviews() gives them. */
ComarkMedians comark_panel_medians (GPtrArray *counted, const char *criterion,
                                    ComarkFramework *framework);

/* The lower of the two groups' middle proposals; COMARK_STRENGTH_NONE if nobody proposed. */
ComarkStrength comark_panel_suggested_strength (GPtrArray *counted, const char *criterion);

/* Agreed values and judgements as the outcome rules take them. *Confirmed* stands only where a
 * contributor has confirmed: without that it counts as *Shown*, and with it *Shown* counts as
 * *Confirmed*. What the panel holds to be only *Said* stays so (decisions.md 13).
 * Returns: (transfer full) */
ComarkAgreed *comark_panel_agreed (GPtrArray *agreed, GPtrArray *judgements,
                                   GPtrArray *confirmations);

/* Of those at the meeting. Returns: (transfer full) */
ComarkQuorumReport *comark_panel_quorum (ComarkMeeting *meeting, gboolean affects_carers);
/* Could it be met by the invited who have not declined? Returns: (transfer full) */
ComarkQuorumReport *comark_panel_can_meet (GPtrArray *seats, gboolean affects_carers);

/* A rating that needs a reason (domain.md 2.4): the lowest two levels of the scale (one, where
 * it has fewer than four), the highest, "?" and "n/a". */
gboolean comark_panel_needs_reason (ComarkFramework *framework, ComarkValue value);

/* What a review still lacks, a sentence each: criteria of @route not answered, reasons missing.
 * @review may be NULL. Returns: (transfer full) (array zero-terminated=1) */
char **comark_panel_missing (ComarkFramework *framework, const char *route, ComarkReview *review);

G_END_DECLS
