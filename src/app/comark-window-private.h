/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's fields, for comark-window.c (places and register), comark-window-actions.c
 * (what the menu does) and comark-window-files.c (what it does with files).
 */
#pragma once

#include "comark-acting-chooser.h"
#include "comark-compat.h"
#include "comark-status-view.h"
#include "comark-submission-page.h"
#include "comark-welcome-page.h"
#include "comark-window.h"

G_BEGIN_DECLS

struct _ComarkWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  ComarkActingChooser *chooser;
  GtkBox *body;
  GtkWidget *sidebar;
  GtkWidget *places_scroller;
  GtkBox *places;
  GtkWidget *people_button;
  GtkWidget *reports_button;
  GtkLabel *file_note;
  GtkStack *stack; /* "welcome", "opening", a place's name, "submission" */
  ComarkWelcomePage *welcome;
  ComarkStatusView *opening;
  GMenu *recent_section;

  /* owned */
  GSettings *settings;
  ComarkRegister *reg;
  GCancellable *cancellable; /* of the opening that is under way */
  char *place;
  char *path;
  char *wanted_now;
  char *wanted_acting;
  char *wanted_submission;

  /* borrowed */
  ComarkSubmissionPage *submission; /* in the stack; NULL if none is open */
  GtkWindow *telling;               /* the dialog on the screen; weak */
  AdwToast *saying;                 /* the toast on the screen; weak */

  guint narrow_idle;
  guint tending; /* source: the register will be looked after */
  gboolean is_narrow;
  gboolean has_places; /* somebody acts: there is something to show */
};

/* Adds the actions of the menu to the class. */
void comark_window_class_install_menu_actions (GtkWidgetClass *widget_class);

/* Which actions make sense now. */
void comark_window_update_actions (ComarkWindow *self);

/* Saves at once what is typed but not yet saved. */
void comark_window_flush (ComarkWindow *self);

/* Looks after the register a moment after it was opened: is its file sound, today's safety copy. */
void comark_window_tend (ComarkWindow *self);

/* Says something in a dialog that asks nothing. */
void comark_window_tell (ComarkWindow *self, const char *heading, const char *body);

/* Runs @next with the file that the person chooses, if any. */
typedef void (*ComarkWindowFileStep) (ComarkWindow *self, GFile *file);
void comark_window_choose_file (ComarkWindow *self, const ComarkFileQuestion *question,
                                ComarkWindowFileStep next);

/* Actions of the menu; see its table. */
void comark_window_export_pack_action (GtkWidget *widget, const char *name, GVariant *parameter);
void comark_window_export_review_action (GtkWidget *widget, const char *name, GVariant *parameter);
void comark_window_import_pack_action (GtkWidget *widget, const char *name, GVariant *parameter);
void comark_window_import_review_action (GtkWidget *widget, const char *name, GVariant *parameter);
void comark_window_verify_action (GtkWidget *widget, const char *name, GVariant *parameter);

G_END_DECLS
