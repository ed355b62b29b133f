/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that holds one tab of a submission over a real register, for tests and for looking:
 * acts run as in the program, and the tab is given the next dossier after each.
 */
#pragma once

#include <adwaita.h>

#include "comark-submission-tab.h"
#include "panel-fixture.h"

G_BEGIN_DECLS

#define PANEL_TYPE_WINDOW (panel_window_get_type ())
G_DECLARE_FINAL_TYPE (PanelWindow, panel_window, PANEL, WINDOW, AdwWindow)

/* Shows a tab of @type, as @who sees the panel's submission. Borrows @panel. */
PanelWindow *panel_window_new (Panel *panel, Who who, GType type);

ComarkSubmissionTab *panel_window_get_tab (PanelWindow *self);

/* Somebody else acts from now on. */
void panel_window_act_as (PanelWindow *self, Who who);

/* Reads the dossier again, as after a change. */
void panel_window_reload (PanelWindow *self);

/* What was said last, in passing or in a dialog. Returns: (nullable) */
const char *panel_window_get_said (PanelWindow *self);

/* How many acts have been done through this window. */
guint panel_window_get_n_acted (PanelWindow *self);

G_END_DECLS
