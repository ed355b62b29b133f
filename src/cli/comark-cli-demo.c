/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * demo: makes a register with an invented organisation, so that a newcomer sees all of it.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-demo.h"

int
comark_cli_demo (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  cli->reg = comark_desk_make_demo (argv[1], &error);
  if (cli->reg == NULL)
    return comark_cli_fail (cli, error);
  if (!cli->json)
    comark_cli_print ("Made the demo register %s.", argv[1]);
  return COMARK_CLI_DONE;
}
