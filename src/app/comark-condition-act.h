/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Recording that a condition of an award is met, with the new agreed value.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

/* Asks for the value, how well it is shown, and what shows it; then records it. */
void comark_condition_act_ask (GtkWidget *page, ComarkDossier *dossier,
                               ComarkCondition *condition);

G_END_DECLS
