/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command line: reads the options that stand before the verb, finds the verb, runs it.
 */
#include <locale.h>
#include <string.h>

#include "comark-cli.h"

static void
print_help (void)
{
  g_print ("Usage: comarkctl [--register FILE|URI] [--as PERSON] [--now TIME] [--json] VERB …\n\n");
  for (const ComarkCliVerb *row = comark_cli_verbs (); row->verb; row++)
    {
      g_autofree char *call = g_strjoin (" ", row->verb, row->action ? row->action : row->usage,
                                         row->action ? row->usage : NULL, NULL);
      g_print ("  %s\n      %s\n", g_strchomp (call), row->summary);
    }
  g_print ("\nExit: 0 done, 1 refused or not valid, 2 wrong usage or unreadable input.\n"
           "The manual: man comarkctl\n");
}

static const ComarkCliVerb *
find_verb (ComarkCli *cli, int argc, char **argv)
{
  gboolean verb_known = FALSE;

  for (const ComarkCliVerb *row = comark_cli_verbs (); argc > 0 && row->verb; row++)
    {
      if (!g_str_equal (row->verb, argv[0]))
        continue;
      verb_known = TRUE;
      if (row->action == NULL || (argc > 1 && g_str_equal (row->action, argv[1])))
        return row;
    }
  if (verb_known && argc > 1)
    comark_cli_misuse (cli, "“%s %s” is no verb. comarkctl --help lists them.", argv[0], argv[1]);
  else
    comark_cli_misuse (cli, "%s comarkctl --help lists the verbs.",
                       argc == 0 ? "No verb given." : verb_known ? "A word is missing."
                                                                  : "No such verb.");
  return NULL;
}

static int
run_verb (ComarkCli *cli, int argc, char **argv)
{
  const ComarkCliVerb *row;

  cli->what = argc > 0 ? argv[0] : "usage";
  row = find_verb (cli, argc, argv);
  if (row == NULL)
    return COMARK_CLI_USAGE;
  g_autofree char *what = row->action ? g_strjoin (" ", row->verb, row->action, NULL)
                                      : g_strdup (row->verb);
  cli->what = what;
  return row->run (cli, row->action ? argc - 1 : argc, row->action ? argv + 1 : argv);
}

static void
cli_clear (ComarkCli *cli)
{
  if (cli->reg)
    comark_register_close (cli->reg);
  g_clear_object (&cli->reg);
  g_free (cli->path);
  g_free (cli->as);
  g_free (cli->now);
}

int
main (int argc, char **argv)
{
  ComarkCli cli = { .what = "usage" };
  gboolean help = FALSE, version = FALSE;
  const GOptionEntry entries[] = {
    { "register", 'r', 0, G_OPTION_ARG_FILENAME, &cli.path, NULL, NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &cli.as, NULL, NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, &cli.now, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_DONE;
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  comark_store_prepare_process ();
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE); /* what follows the verb is the verb's */
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = comark_cli_misuse (&cli, "%s. comarkctl --help lists what there is.", error->message);
  else if (help)
    print_help ();
  else if (version)
    g_print ("comarkctl %s\n", COMARK_VERSION);
  else
    {
      if (cli.path == NULL)
        cli.path = g_strdup (g_getenv ("COMARK_REGISTER"));
      status = run_verb (&cli, argc - 1, argv + 1);
    }
  cli_clear (&cli);
  return status;
}
