/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the menu and the keys of the window do. Each asks what it needs to know and hands on to
 * an act of the desk.
 */
#include <string.h>

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-care.h"
#include "comark-desk-demo.h"
#include "comark-new-register-dialog.h"
#include "comark-new-submission-dialog.h"
#include "comark-place.h"
#include "comark-practice-window.h"
#include "comark-recent.h"
#include "comark-window-private.h"

void
comark_window_tell (ComarkWindow *self, const char *heading, const char *body)
{
  comark_act_host_tell (COMARK_ACT_HOST (self), NULL, heading, body);
}

/* ---- registers ---- */

static void
on_register_made_cb (ComarkNewRegisterDialog *dialog, const char *path, ComarkWindow *self)
{
  comark_window_open_register (self, path, NULL);
}

static void
new_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *dialog = comark_new_register_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "made", G_CALLBACK (on_register_made_cb), widget, 0);
  gtk_window_present (dialog);
}

static void
open_file (ComarkWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    comark_window_open_register (self, path, NULL);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.comark", "*.copack", NULL };

  comark_window_choose_file (COMARK_WINDOW (widget),
                             &(ComarkFileQuestion) { .what = COMARK_CHOOSE_OPEN,
                                                     .title = _("Open a register"),
                                                     .filter_name
                                                     = _("Registers and reading packs"),
                                                     .patterns = patterns },
                             open_file);
}

static void
open_path_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_window_open_register (COMARK_WINDOW (widget), g_variant_get_string (parameter, NULL),
                               NULL);
}

static char *
demo_path (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  return g_build_filename (documents != NULL ? documents : g_get_home_dir (),
                           _("Comark demo.comark"), NULL);
}

static void
make_demo_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GMainContext) context = g_main_context_new ();
  ComarkRegister *reg;

  /* A register belongs to the context it is made in: not to the window's. */
  g_main_context_push_thread_default (context);
  reg = comark_desk_make_demo (path, &error);
  if (reg != NULL)
    comark_register_close (reg);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_clear_object (&reg);
  g_main_context_pop_thread_default (context);
}

static void
on_demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComarkWindow *self = COMARK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    comark_window_open_register (self, g_task_get_task_data (G_TASK (result)), NULL);
  else
    comark_status_view_show_error (self->opening, _("The demo register could not be made"), error);
}

static void
open_demo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);
  g_autofree char *path = demo_path ();
  g_autoptr (GTask) task = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      comark_window_open_register (self, path, NULL);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "opening");
  comark_status_view_show_loading (self->opening);
  task = g_task_new (self, NULL, on_demo_made_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, make_demo_in_thread);
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;
  if (comark_store_backup_finish (result, &error))
    comark_act_host_say (COMARK_ACT_HOST (self), _("The backup is complete and checked."));
  else
    comark_window_tell (self, _("The backup was not made"), error->message);
}

static void
back_up_to (ComarkWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  comark_store_backup_async (comark_register_get_store (self->reg), path, NULL, on_backed_up_cb,
                             g_object_ref (self));
}

static void
back_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);
  g_autofree char *day = comark_day_from_ms (g_get_real_time () / 1000);
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *suggestion = NULL;

  if (g_str_has_suffix (base, ".comark"))
    base[strlen (base) - strlen (".comark")] = '\0';
  suggestion = g_strdup_printf ("%s %s.comark", base, day);
  comark_window_choose_file (self,
                             &(ComarkFileQuestion) { .what = COMARK_CHOOSE_SAVE,
                                                     .title = _("Back up the register"),
                                                     .initial_name = suggestion },
                             back_up_to);
}

static gpointer
check_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_check (desk, error);
}

static gboolean
on_checked_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  char **problems = answer;
  g_autofree char *text = NULL;

  if (error != NULL)
    return FALSE;
  text = g_strjoinv ("\n", problems);
  if (problems[0] == NULL)
    comark_window_tell (COMARK_WINDOW (page), _("All is well"),
                        _("The file, the log, every attachment and the panel's rules were "
                          "checked. Nothing is wrong."));
  else
    comark_window_tell (COMARK_WINDOW (page), _("Something is wrong in this register"), text);
  return TRUE;
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_act_read (widget, &(ComarkAct) { .job = check_job,
                                          .answer_destroy = (GDestroyNotify) g_strfreev,
                                          .done = on_checked_cb });
}

/* ---- going places ---- */

static void
new_submission_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_new_submission_dialog_present (widget);
}

static void
open_submission_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_window_open_submission (COMARK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_submissions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "place", "submissions", NULL);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *page = gtk_stack_get_visible_child (COMARK_WINDOW (widget)->stack);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));

  /* In a document the words of the document are meant. */
  if (focus != NULL
      && (gtk_widget_activate_action (focus, "page-view.find", NULL)
          || gtk_widget_activate_action (focus, "reading.find", NULL)))
    return;
  if (COMARK_IS_PLACE (page))
    comark_place_find (COMARK_PLACE (page));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);

  if (self->submission != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->submission), "submission.back", NULL);
}

static void
next_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);

  if (self->submission != NULL)
    comark_submission_page_step (self->submission, 1);
}

static void
previous_tab_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);

  if (self->submission != NULL)
    comark_submission_page_step (self->submission, -1);
}

static void
refresh_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (COMARK_IS_PLACE (page))
    comark_place_refresh (COMARK_PLACE (page));
  else if (self->submission != NULL)
    comark_submission_page_reload (self->submission);
}

static void
about_register_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkWindow *self = COMARK_WINDOW (widget);
  gboolean is_file = comark_register_is_embedded (self->reg);
  g_autofree char *place = comark_recent_in_words (self->path);
  g_autofree char *body = g_strdup_printf (
    "%s\n\n%s", place,
    is_file ? _("This register is a file. Whoever has the file can read all of it; Comark cannot "
                "hide anything from its owner.")
            : _("This register is on a server, which decides what each person may see."));

  comark_window_tell (self, comark_register_get_organisation (self->reg), body);
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_show_about (GTK_WINDOW (widget));
}

static void
practice_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  comark_practice_window_present (widget);
}

/* ---- the table ---- */

typedef enum
{
  NEEDS_NOTHING,
  NEEDS_REGISTER,
  NEEDS_PANEL, /* a register that is no copy at home */
  NEEDS_SUBMISSION,
} Needs;

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
  Needs needs;
} actions[] = {
  { "win.about", NULL, about_action, NEEDS_NOTHING },
  { "win.about-register", NULL, about_register_action, NEEDS_REGISTER },
  { "win.back", NULL, back_action, NEEDS_SUBMISSION },
  { "win.back-up", NULL, back_up_action, NEEDS_REGISTER },
  { "win.check", NULL, check_action, NEEDS_REGISTER },
  { "win.export-pack", NULL, comark_window_export_pack_action, NEEDS_SUBMISSION },
  { "win.export-review", NULL, comark_window_export_review_action, NEEDS_SUBMISSION },
  { "win.find", NULL, find_action, NEEDS_REGISTER },
  { "win.import-pack", NULL, comark_window_import_pack_action, NEEDS_PANEL },
  { "win.import-review", NULL, comark_window_import_review_action, NEEDS_PANEL },
  { "win.new-register", NULL, new_register_action, NEEDS_NOTHING },
  { "win.new-submission", NULL, new_submission_action, NEEDS_PANEL },
  { "win.next-tab", NULL, next_tab_action, NEEDS_SUBMISSION },
  { "win.open", NULL, open_action, NEEDS_NOTHING },
  { "win.open-demo", NULL, open_demo_action, NEEDS_NOTHING },
  { "win.open-path", "s", open_path_action, NEEDS_NOTHING },
  { "win.open-submission", "s", open_submission_action, NEEDS_REGISTER },
  { "win.practise", NULL, practice_action, NEEDS_REGISTER },
  { "win.previous-tab", NULL, previous_tab_action, NEEDS_SUBMISSION },
  { "win.refresh", NULL, refresh_action, NEEDS_REGISTER },
  { "win.show-submissions", NULL, show_submissions_action, NEEDS_REGISTER },
  { "win.verify", NULL, comark_window_verify_action, NEEDS_REGISTER },
};

void
comark_window_class_install_menu_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type,
                                     actions[i].activate);
}

void
comark_window_update_actions (ComarkWindow *self)
{
  gboolean has[] = {
    [NEEDS_NOTHING] = TRUE,
    [NEEDS_REGISTER] = self->reg != NULL,
    [NEEDS_PANEL] = self->reg != NULL && !comark_register_is_home (self->reg),
    [NEEDS_SUBMISSION] = self->submission != NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, has[actions[i].needs]);
}
