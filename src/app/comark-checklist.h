/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is still missing, or wants a look, each a button that leads to where it is looked after.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_CHECKLIST (comark_checklist_get_type ())
G_DECLARE_FINAL_TYPE (ComarkChecklist, comark_checklist, COMARK, CHECKLIST, AdwBin)

/* Signal "chosen" (guint index). */

/* @sentences below @heading. Keeps the focus where the list stays as it is. */
void comark_checklist_set (ComarkChecklist *self, const char *heading,
                           const char *const *sentences);

/* The same, with the heading that counts what is missing. */
void comark_checklist_set_missing (ComarkChecklist *self, const char *const *missing);

G_END_DECLS
