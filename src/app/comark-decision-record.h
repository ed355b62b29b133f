/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision as it stands in the record, to read: the outcome, how it was reached, who signed,
 * the letter, dissent.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DECISION_RECORD (comark_decision_record_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDecisionRecord, comark_decision_record, COMARK, DECISION_RECORD,
                      AdwBin)

/* Of a dossier with a decision. */
void comark_decision_record_set_dossier (ComarkDecisionRecord *self, ComarkDossier *dossier);

/* Starts saving words that wait for the person to rest. */
void comark_decision_record_flush (ComarkDecisionRecord *self);

G_END_DECLS
