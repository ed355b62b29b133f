/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question that the outcome rules ask the panel: yes or no, and why. What is typed stays until
 * it is recorded.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_JUDGEMENT_ROW (comark_judgement_row_get_type ())
G_DECLARE_FINAL_TYPE (ComarkJudgementRow, comark_judgement_row, COMARK, JUDGEMENT_ROW, AdwBin)

GtkWidget *comark_judgement_row_new (void);

void comark_judgement_row_set (ComarkJudgementRow *self, ComarkDossier *dossier,
                               const ComarkQuestion *question);

/* TRUE if words stand in it that are not recorded: then it must stay. */
gboolean comark_judgement_row_is_dirty (ComarkJudgementRow *self);

G_END_DECLS
