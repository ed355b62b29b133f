/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making a reading pack: for whom, and where the file goes.
 */
#pragma once

#include "comark-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks an administrator for whom; a member takes it for themselves. */
void comark_take_home_present (GtkWidget *page, ComarkDossier *dossier);

G_END_DECLS
