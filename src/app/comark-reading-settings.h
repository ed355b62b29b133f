/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the acting person likes to read, shared by everything in the window that shows a document.
 * It is read from the register when somebody begins to act, and kept there a moment after each
 * change. Where it cannot be kept, as in a register that is only read, it holds until the window
 * is closed.
 *
 * Signal "changed" (no arguments): the look is another one now.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-reading-look.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_SETTINGS (comark_reading_settings_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingSettings, comark_reading_settings, COMARK, READING_SETTINGS,
                      GObject)

/* Those of the register that is open where @widget stands; settings of its own where there is
 * none. Returns: (transfer full) */
ComarkReadingSettings *comark_reading_settings_of (GtkWidget *widget);

/* Returns: (transfer none): until the next change */
const ComarkReadingLook *comark_reading_settings_get (ComarkReadingSettings *self);

void comark_reading_settings_set (ComarkReadingSettings *self, const ComarkReadingLook *look);

/* Keeps now what was changed. */
void comark_reading_settings_flush (ComarkReadingSettings *self);

G_END_DECLS
