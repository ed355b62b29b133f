/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The owner's words on each criterion of the submission's route, by section of the framework.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_STATEMENTS_SECTION (comark_statements_section_get_type ())
G_DECLARE_FINAL_TYPE (ComarkStatementsSection, comark_statements_section, COMARK,
                      STATEMENTS_SECTION, AdwBin)

/* Signals: as ComarkStatementEditor's "evidence-asked" and "evidence-chosen". */

void comark_statements_section_set_dossier (ComarkStatementsSection *self, ComarkDossier *dossier);

/* Saves now what has not been saved. */
void comark_statements_section_flush (ComarkStatementsSection *self);

/* The editor of @criterion. Returns: (transfer none) (nullable) */
GtkWidget *comark_statements_section_find (ComarkStatementsSection *self, const char *criterion);

G_END_DECLS
