/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done with a mark, from wherever it is shown: the tab of its submission, the
 * register of marks. Each asks the register first whether the acting person may, as the mark
 * stands now; says what would not print as it is written; notes the use in the register once it
 * has happened, and not otherwise; and shows errors where errors are shown (comark-act.h).
 *
 * @page is any widget in the window; @trigger (nullable) a button, insensitive while the register
 * is asked.
 */
#pragma once

#include <gtk/gtk.h>

#include "comark-mark.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_MARK_FILE_PDF,
  COMARK_MARK_FILE_PNG, /* 300 dots an inch */
} ComarkMarkFile;

/* The printer's dialog, then "printed". */
void comark_mark_actions_print (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark);

/* Asks for a place, writes the file there, whole or not at all, then "exported". */
void comark_mark_actions_export (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark,
                                 ComarkMarkFile format);

/* The same at @file, without asking for a place. */
void comark_mark_actions_export_to (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark,
                                    ComarkMarkFile format, GFile *file);

/* Asks for the reason, then withdraws the mark. */
void comark_mark_actions_revoke (GtkWidget *page, GtkWidget *trigger, ComarkMark *mark);

G_END_DECLS
