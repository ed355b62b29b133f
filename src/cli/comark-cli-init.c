/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * init: makes a register.
 */
#include "comark-cli-verbs.h"

int
comark_cli_init (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *organisation = NULL, *framework = NULL, *purpose_text = NULL, *name = NULL;
  const GOptionEntry entries[] = {
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation, NULL, NULL },
    { "framework", 0, 0, G_OPTION_ARG_FILENAME, &framework, NULL, NULL },
    { "administrator", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "purpose", 0, 0, G_OPTION_ARG_STRING, &purpose_text, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  ComarkPurpose purpose = COMARK_PURPOSE_LIVE;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GError) error = NULL;

  if (!comark_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (cli->path == NULL || organisation == NULL)
    return comark_cli_misuse (cli, "Say where and for whom: comarkctl --register FILE init "
                                   "--organisation NAME.");
  if (purpose_text && !comark_purpose_from_nick (purpose_text, &purpose))
    return comark_cli_misuse (cli, "“%s” is no purpose. It is live, practice or demo.",
                              purpose_text);
  if (framework && (xml = comark_cli_read_file (cli, framework)) == NULL)
    return COMARK_CLI_USAGE;
  cli->reg = comark_register_create (cli->path, organisation, purpose, xml, name, &error);
  if (cli->reg == NULL)
    return comark_cli_fail (cli, error);
  if (!cli->json)
    comark_cli_print ("Made the register of %s in %s.", organisation, cli->path);
  return COMARK_CLI_DONE;
}
