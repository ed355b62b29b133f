/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * verify: is this mark genuine, and is this the document that it belongs to? Asks the register.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-decision.h"

typedef struct
{
  const char *number;
  GBytes *bytes;
} Verify;

static gpointer
verify (ComarkDesk *desk, gpointer data, GError **error)
{
  Verify *request = data;

  return comark_desk_verify (desk, request->number, request->bytes, error);
}

static void
print_verdict (ComarkCli *cli, const char *subject, ComarkVerification *verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      comark_cli_print ("%s: %s. %s", subject, verdict->verdict, verdict->sentence);
      return;
    }
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "subject", subject);
  comark_cli_json_text (builder, "verdict", verdict->verdict);
  comark_cli_json_text (builder, "sentence", verdict->sentence);
  comark_cli_json_text (builder, "number", verdict->number);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
}

static int
verify_one (ComarkCli *cli, const char *subject, Verify *request)
{
  int status;
  ComarkVerification *verdict = comark_cli_run (cli, COMARK_STORE_READ, verify, request, &status);

  if (verdict == NULL)
    return status;
  print_verdict (cli, subject, verdict);
  status = g_str_equal (verdict->verdict, "genuine") ? COMARK_CLI_DONE : COMARK_CLI_REFUSED;
  comark_verification_free (verdict);
  return status;
}

int
comark_cli_verify (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *number = NULL;
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_STRING, &number, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int worst = COMARK_CLI_DONE;

  if (!comark_cli_parse (cli, entries, 0, -1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc == 1 && number == NULL)
    return comark_cli_misuse (cli, "Give a file, or --number CP-….");
  if (argc == 1)
    return verify_one (cli, number, &(Verify) { number, NULL });
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GBytes) bytes = comark_cli_read_file (cli, argv[i]);
      int status = bytes ? verify_one (cli, argv[i], &(Verify) { number, bytes })
                         : COMARK_CLI_USAGE;
      worst = MAX (worst, status);
    }
  return worst;
}
