/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a panel settles one criterion: the value, how well it is shown, and, where it is not what
 * the ratings suggest, why. What is typed for one criterion is kept while another is looked at,
 * and until it is recorded.
 */
#pragma once

#include <adwaita.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

#define COMARK_TYPE_AGREE_EDITOR (comark_agree_editor_get_type ())
G_DECLARE_FINAL_TYPE (ComarkAgreeEditor, comark_agree_editor, COMARK, AGREE_EDITOR, AdwBin)

GtkWidget *comark_agree_editor_new (void);

/* Shows @criterion of @dossier. With the criterion it shows already, a newer dossier: what the
 * person has typed stays. */
void comark_agree_editor_set (ComarkAgreeEditor *self, ComarkDossier *dossier,
                              const ComarkCriterion *criterion);

/* Starts saving words that wait for the person to rest. */
void comark_agree_editor_flush (ComarkAgreeEditor *self);

G_END_DECLS
