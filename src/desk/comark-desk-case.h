/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A case: one submission as an act of the panel finds it, inside its step. Opening it asks
 * whether desk->who may do the act; the rest reads what the rules then look at.
 */
#pragma once

#include "comark-decision.h"
#include "comark-desk.h"
#include "comark-meeting.h"
#include "comark-outcome.h"
#include "comark-review.h"
#include "comark-seat.h"
#include "comark-submission.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkDesk *desk; /* borrowed */
  ComarkId id;
  ComarkSubmission *submission;
  ComarkFramework *framework;
} ComarkCase;

void comark_case_free (ComarkCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkCase, comark_case_free)

/* @about (nullable): whom the act is about. Returns: (transfer full) (nullable) */
ComarkCase *comark_case_open (ComarkDesk *desk, const char *ref, ComarkAction action,
                              const ComarkId *about, GError **error);

/* A criterion that is rated here; NO_SUCH otherwise. Returns: (transfer none) (nullable) */
const ComarkCriterion *comark_case_criterion (ComarkCase *self, const char *id, GError **error);

/* Seats, reviews that count, and the meeting that is open (REFUSED if none is).
 * Returns: (transfer full) */
GPtrArray *comark_case_seats (ComarkCase *self, GError **error);
GPtrArray *comark_case_counted (ComarkCase *self, GError **error);
ComarkMeeting *comark_case_open_meeting (ComarkCase *self, GError **error);

/* The newest meeting; REFUSED if there was none. Returns: (transfer full) */
ComarkMeeting *comark_case_last_meeting (ComarkCase *self, GError **error);

/* The decision that stands; REFUSED if there is none. Returns: (transfer full) */
ComarkDecision *comark_case_decision (ComarkCase *self, GError **error);

/* The outcome rules over the values agreed so far. Returns: (transfer full) */
ComarkOutcomeReport *comark_case_outcome (ComarkCase *self, GError **error);

/* TRUE if @person sits at @meeting for the co-chair's place of their kind. */
gboolean comark_case_is_chair (ComarkMeeting *meeting, const ComarkId *person,
                               ComarkMemberKind *kind);

/* The log's line about this submission. */
gboolean comark_case_log (ComarkCase *self, const char *act, const ComarkId *subject,
                          const char *fields, const char *detail, GError **error);

G_END_DECLS
