/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One submission of a practice register in a window of the test's own: its tabs act and read as
 * they do in the program's.
 */
#pragma once

#include <adwaita.h>

#include "act-host-window.h"
#include "comark-submission-page.h"
#include "comark-submission-tab.h"
#include "panel-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  ComarkRegister *reg;
  TestActHost *window;
  ComarkSubmissionPage *page;
} TabHost;

/* Opens the submission of @panel in a window, with @who acting. */
TabHost *tab_host_open (Panel *panel, Who who);

/* Closes window and register. */
void tab_host_close (TabHost *self);

/* Shows the tab called @name, of type @type, and waits until it has a dossier. */
ComarkSubmissionTab *tab_host_show (TabHost *self, const char *name, GType type);

/* The first widget of @type below @widget, itself included. Returns: (nullable) */
GtkWidget *tab_host_find (GtkWidget *widget, GType type);

/* TRUE if a visible label at or below @widget says @words. */
gboolean tab_host_says (GtkWidget *widget, const char *words);

G_END_DECLS
