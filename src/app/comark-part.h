/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small parts that the sections of a page are put together from.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-dossier.h"

G_BEGIN_DECLS

/* Lets @control follow what the viewer may do: it works, or @why (nullable) says why not.
 * Returns what comark_dossier_may() says. */
gboolean comark_part_follow (GtkWidget *control, GtkLabel *why, ComarkDossier *dossier,
                             ComarkAction action);

/* The same question about another person than the viewer (see ComarkStanding.about_other). */
gboolean comark_part_may_for_others (ComarkDossier *dossier, ComarkAction action);

/* What stands in @view, without white space around it. Returns: (transfer full) */
char *comark_part_dup_text (GtkTextView *view);

/* Puts @text into @view. The same words again are left alone: that would lose the cursor's place
 * and the undo steps. */
void comark_part_set_text (GtkTextView *view, const char *text);

/* The window that @widget is in, for a dialog over it. Returns: (transfer none) (nullable) */
GtkWindow *comark_part_window (GtkWidget *widget);

/* Today's day by the register's clock, ISO. Returns: (transfer full) */
char *comark_part_today (GtkWidget *widget);

/* Names @widget on the accessibility bus, by its words alone. */
void comark_part_name (GtkWidget *widget, const char *name);

/* ---- words ---- */

/* "Experts by experience", in the organisation's own words. Returns: (transfer full) */
char *comark_part_group_words (ComarkFramework *framework, ComarkMemberKind kind);

/* "3", "?", "n/a" or "–". Returns: (transfer full) */
char *comark_part_value_sign (ComarkValue value);

/* "3, Shaped together", "cannot tell yet", "does not apply" or "–". Returns: (transfer full) */
char *comark_part_value_words (ComarkFramework *framework, ComarkValue value);

/* "A1, B2 and C3" of @ids, an array of const char *. Returns: (transfer full) */
char *comark_part_join (GPtrArray *ids);

G_END_DECLS
