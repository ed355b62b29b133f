/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * pack check, import, export: submissions as files.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-exchange.h"

static gpointer
check (ComarkDesk *desk, gpointer data, GError **error)
{
  char *summary = NULL;

  return comark_desk_check_pack (desk, data, &summary, error) ? summary : NULL;
}

static gpointer
import (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_import_pack (desk, data, error);
}

int
comark_cli_pack_check (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *summary = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  summary = comark_cli_run (cli, COMARK_STORE_READ, check, file, &status);
  if (summary)
    comark_cli_print ("%s", summary);
  return status;
}

int
comark_cli_pack_import (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *ref = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[1]);
  ref = comark_cli_run (cli, COMARK_STORE_WRITE, import, file, &status);
  if (ref)
    comark_cli_print (cli->json ? "{\"ref\": \"%s\"}" : "%s", ref);
  return status;
}

typedef struct
{
  const char *ref;
  GFile *file;
} Export;

static gpointer
export_pack (ComarkDesk *desk, gpointer data, GError **error)
{
  Export *request = data;

  return comark_desk_export_pack (desk, request->ref, request->file, error) ? COMARK_REGISTER_DONE
                                                                            : NULL;
}

int
comark_cli_pack_export (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[2]);
  return comark_cli_act (cli, export_pack, &(Export) { argv[1], file });
}
