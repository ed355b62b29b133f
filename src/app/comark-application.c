/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-application.h"

#include <string.h>

#include <glib/gi18n.h>

#include "comark-heartbeat.h"
#include "comark-window.h"

struct _ComarkApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (ComarkApplication, comark_application, ADW_TYPE_APPLICATION)

/* ---- keys ---- */

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.new-register", { "<Control><Shift>n" } },
  { "win.open", { "<Control>o" } },
  { "win.new-submission", { "<Control>n" } },
  { "win.find", { "<Control>f" } },
  { "win.refresh", { "F5" } },
  { "win.back", { "<Alt>Left" } },
  { "win.place::todo", { "<Alt>1" } },
  { "win.place::submissions", { "<Alt>2" } },
  { "win.place::marks", { "<Alt>3" } },
  { "win.place::people", { "<Alt>4" } },
  { "win.place::meetings", { "<Alt>5" } },
  { "win.next-tab", { "<Control>Page_Down" } },
  { "win.previous-tab", { "<Control>Page_Up" } },
};

static void
set_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      const char *keys[] = { accelerators[i].keys[0], accelerators[i].keys[1], NULL };
      gtk_application_set_accels_for_action (application, accelerators[i].action, keys);
    }
}

/* ---- actions ---- */

/* Each window is asked to close, so that what is typed in it gets saved. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *link = windows; link != NULL; link = link->next)
    if (COMARK_IS_WINDOW (link->data))
      gtk_window_close (link->data);
}

static const GActionEntry app_actions[] = {
  { .name = "quit", .activate = quit_action },
};

/* ---- command line ---- */

static const GOptionEntry options[] = {
  { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Act as this person: name, e-mail address or id"),
    N_("PERSON") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Begin at todo, submissions, meetings, marks or people"), N_("PLACE") },
  { "open", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Open a submission, at one of its tabs"),
    N_("REF[/TAB]") },
  { "now", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_("Move the clock of a practice or demo register, as 2026-11-22T10:42:00Z"), N_("TIME") },
  { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[REGISTER]") },
  { NULL },
};

static void
on_first_frame_cb (GdkFrameClock *clock, gpointer window)
{
  gtk_window_close (window);
}

static void
close_after_frame (ComarkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect_object (clock, "after-paint", G_CALLBACK (on_first_frame_cb), window, 0);
  gtk_widget_queue_draw (GTK_WIDGET (window));
}

/* A register is opened and its first page drawn before the program ends. */
static void
exit_after_startup (ComarkWindow *window, gboolean has_register)
{
  if (has_register)
    g_signal_connect (window, "settled", G_CALLBACK (close_after_frame), NULL);
  else
    close_after_frame (window);
}

/* A path given from a folder means a file in that folder, also to a program that runs elsewhere. */
static char *
register_of (GApplicationCommandLine *command_line, const char *argument)
{
  g_autoptr (GFile) file = NULL;

  if (strstr (argument, "://") != NULL)
    return g_strdup (argument);
  file = g_application_command_line_create_file_for_arg (command_line, argument);
  return g_file_get_path (file);
}

static int
comark_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *given = g_application_command_line_get_options_dict (command_line);
  ComarkWindow *window = comark_window_new (GTK_APPLICATION (application));
  ComarkWindowBeginning beginning = { NULL };
  g_autofree const char **paths = NULL;
  g_autofree char *path = NULL;

  g_variant_dict_lookup (given, "as", "&s", &beginning.acting);
  g_variant_dict_lookup (given, "page", "&s", &beginning.place);
  g_variant_dict_lookup (given, "open", "&s", &beginning.submission);
  g_variant_dict_lookup (given, "now", "&s", &beginning.now);
  g_variant_dict_lookup (given, G_OPTION_REMAINING, "^a&ay", &paths);
  if (paths != NULL && paths[0] != NULL)
    path = register_of (command_line, paths[0]);
  gtk_window_present (GTK_WINDOW (window));
  if (path != NULL)
    comark_window_open_register (window, path, &beginning);
  if (g_variant_dict_contains (given, "exit-after-startup"))
    exit_after_startup (window, path != NULL);
  return 0;
}

static int
comark_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  if (!g_variant_dict_contains (given, "version"))
    return -1;
  g_print ("comark %s\n", COMARK_VERSION);
  return 0;
}

/* ---- class ---- */

static void
comark_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (comark_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), app_actions,
                                   G_N_ELEMENTS (app_actions), application);
  set_accelerators (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (COMARK_APP_ID);
}

static void
comark_application_shutdown (GApplication *application)
{
  comark_heartbeat_write ();
  G_APPLICATION_CLASS (comark_application_parent_class)->shutdown (application);
}

static void
comark_application_class_init (ComarkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = comark_application_startup;
  application_class->shutdown = comark_application_shutdown;
  application_class->command_line = comark_application_command_line;
  application_class->handle_local_options = comark_application_handle_local_options;
}

static void
comark_application_init (ComarkApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (
    G_APPLICATION (self), _("— the panel that awards the mark Made in co-production"));
}

ComarkApplication *
comark_application_new (void)
{
  GApplicationFlags flags = G_APPLICATION_HANDLES_COMMAND_LINE;

  if (g_getenv ("COMARK_NON_UNIQUE") != NULL)
    flags |= G_APPLICATION_NON_UNIQUE;
  return g_object_new (COMARK_TYPE_APPLICATION, "application-id", COMARK_APP_ID, "flags", flags,
                       "resource-base-path", "/org/comark/Comark", NULL);
}
