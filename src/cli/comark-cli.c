/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-cli.h"

#include "comark-desk-files.h"
#include "comark-desk-home.h"
#include "comark-desk-people.h"
#include "comark-desk-questions.h"
#include "comark-dossier.h"
#include "comark-exchange-error.h"

/* What was read and is refused or not valid is 1; what could not be read at all is 2. */
static int
exit_code (const GError *error)
{
  if (error->domain == COMARK_DESK_ERROR || error->domain == COMARK_EXCHANGE_ERROR
      || error->domain == COMARK_STORE_ERROR)
    return COMARK_CLI_REFUSED;
  return COMARK_CLI_USAGE;
}

/* One line, and nothing that a terminal would obey: names in it come from files. */
static char *
one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      if (character == '\n')
        g_string_append_c (line, ' ');
      else if (!g_unichar_iscntrl (character))
        g_string_append_unichar (line, character);
    }
  return g_string_free (line, FALSE);
}

int
comark_cli_fail (ComarkCli *cli, const GError *error)
{
  g_autofree char *why = one_line (error->message);

  g_printerr ("comarkctl: %s: %s\n", cli->what, why);
  return exit_code (error);
}

int
comark_cli_misuse (ComarkCli *cli, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *why = one_line (text);
  g_printerr ("comarkctl: %s: %s\n", cli->what, why);
  return COMARK_CLI_USAGE;
}

void
comark_cli_print (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line; line++)
    {
      g_autofree char *clean = one_line (*line);
      g_print ("%s\n", clean);
    }
}

static const ComarkCliVerb *
find_verb (const char *verb, const char *action)
{
  for (const ComarkCliVerb *row = comark_cli_verbs (); row->verb; row++)
    if (g_strcmp0 (row->verb, verb) == 0
        && (row->action == NULL || g_strcmp0 (row->action, action) == 0))
      return row;
  return NULL;
}

static const char *
usage_of (ComarkCli *cli)
{
  g_auto (GStrv) words = g_strsplit (cli->what, " ", 2);
  const ComarkCliVerb *row = find_verb (words[0], words[0] ? words[1] : NULL);

  return row ? row->usage : "";
}

gboolean
comark_cli_parse (ComarkCli *cli,
                  const GOptionEntry *entries,
                  int min,
                  int max,
                  int *argc,
                  char ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  if (entries)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, &error))
    comark_cli_misuse (cli, "%s. Usage: comarkctl %s %s", error->message, cli->what,
                       usage_of (cli));
  else if (*argc - 1 < min || (max >= 0 && *argc - 1 > max))
    comark_cli_misuse (cli, "Usage: comarkctl %s %s", cli->what, usage_of (cli));
  else
    return TRUE;
  return FALSE;
}

/* ---- who acts ---- */

static gpointer
find_named (ComarkDesk *desk, gpointer name, GError **error)
{
  return comark_desk_find_person (desk, name, error);
}

/* The only administrator; in a copy at home, which has none, the only person who can act. */
static gpointer
find_only_administrator (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) people = comark_desk_list_people (desk, error);
  ComarkPerson *found = NULL;
  gboolean at_home = FALSE;
  guint n = 0;

  if (!comark_desk_is_at_home (desk, &at_home, error))
    return NULL;

  for (guint i = 0; people && i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);
      if (person->active && (at_home || (person->roles & COMARK_ROLE_ADMINISTRATOR)))
        {
          found = person;
          n++;
        }
    }
  if (n == 1)
    return g_object_ref (found);
  if (people && n > 1)
    g_set_error_literal (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_MISSING,
                         "Several people are administrators. Say who is acting: --as NAME.");
  return NULL;
}

static gboolean
choose_acting (ComarkCli *cli, GError **error)
{
  GError *local = NULL;
  g_autoptr (ComarkPerson) person
    = comark_register_run (cli->reg, COMARK_STORE_READ,
                           cli->as ? find_named : find_only_administrator, cli->as, &local);

  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  comark_register_set_acting (cli->reg, person);
  return TRUE;
}

static gboolean
move_clock (ComarkCli *cli, GError **error)
{
  gint64 ms;

  if (cli->now == NULL)
    return TRUE;
  if (comark_ms_from_iso (cli->now, &ms))
    return comark_register_move_clock (cli->reg, ms, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               "“%s” is no time. Write it like 2026-11-22 or 2026-11-22T10:42:00Z.", cli->now);
  return FALSE;
}

static gpointer
catch_up_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_end_overdue_askings (desk, NULL, error) ? COMARK_REGISTER_DONE : NULL;
}

/* What the clock does by itself, before anybody looks. A register that cannot be written to now
 * is looked at as it is; what is wrong with it shows in what was asked for. */
static void
catch_up (ComarkCli *cli)
{
  g_autoptr (GError) error = NULL;

  comark_register_run (cli->reg, COMARK_STORE_WRITE, catch_up_job, NULL, &error);
  if (error != NULL)
    g_debug ("not caught up: %s", error->message);
}

int
comark_cli_open (ComarkCli *cli)
{
  g_autoptr (GError) error = NULL;

  if (cli->reg != NULL)
    return COMARK_CLI_DONE;
  if (cli->path == NULL)
    return comark_cli_misuse (cli, "Say which register: --register FILE, or set COMARK_REGISTER.");
  cli->reg = comark_register_open (cli->path, &error);
  if (cli->reg == NULL)
    {
      comark_cli_fail (cli, error);
      return COMARK_CLI_USAGE;
    }
  if (move_clock (cli, &error) && choose_acting (cli, &error))
    {
      catch_up (cli);
      return COMARK_CLI_DONE;
    }
  return comark_cli_fail (cli, error);
}

gpointer
comark_cli_run (ComarkCli *cli,
                ComarkStoreAccess access,
                ComarkRegisterJob job,
                gpointer data,
                int *status)
{
  g_autoptr (GError) error = NULL;
  gpointer answer;

  *status = comark_cli_open (cli);
  if (*status != COMARK_CLI_DONE)
    return NULL;
  answer = comark_register_run (cli->reg, access, job, data, &error);
  *status = error ? comark_cli_fail (cli, error) : COMARK_CLI_DONE;
  return answer;
}

int
comark_cli_act (ComarkCli *cli, ComarkRegisterJob job, gpointer data)
{
  int status;

  comark_cli_run (cli, COMARK_STORE_WRITE, job, data, &status);
  return status;
}

gpointer
comark_cli_open_dossier (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_open_dossier (desk, ref, error);
}

GBytes *
comark_cli_read_file (ComarkCli *cli, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = comark_desk_load_file (file, NULL, &error);

  if (bytes == NULL)
    comark_cli_misuse (cli, "%s", error->message);
  return bytes;
}

gboolean
comark_cli_split (ComarkCli *cli, char *text, char **name, char **value)
{
  char *equals = strchr (text, '=');

  if (equals == NULL || equals == text)
    {
      comark_cli_misuse (cli, "“%s” should be written NAME=VALUE, such as C1=3.", text);
      return FALSE;
    }
  *equals = '\0';
  *name = text;
  *value = equals + 1;
  return TRUE;
}
