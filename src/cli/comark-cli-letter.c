/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * letter show, letter change
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-clock.h"
#include "comark-decision.h"
#include "comark-desk-decision.h"
#include "comark-dossier.h"
#include "comark-plain-words.h"

/* ---- letter show ---- */

static gpointer
list_job (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_list_letters (desk, ref, error);
}

static void
print_wording (const ComarkLetter *letter)
{
  g_autofree char *when = comark_ms_to_words (letter->written_at);

  comark_cli_print ("Wording %d, by %s on %s:", (int) letter->n, letter->written_by_name, when);
  comark_cli_print ("%s", letter->body);
}

int
comark_cli_letter_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) letters = NULL;
  gboolean all = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "wordings", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL }, G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  letters = comark_cli_run (cli, COMARK_STORE_READ, list_job, argv[1], &status);
  if (letters == NULL)
    return status;
  if (cli->json)
    comark_cli_json_print_records (letters);
  for (guint i = all ? 0 : letters->len - 1; !cli->json && i < letters->len; i++)
    print_wording (g_ptr_array_index (letters, i));
  return status;
}

/* ---- letter change ---- */

typedef struct
{
  const char *ref;
  const char *body;
} Change;

static gpointer
change_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (GPtrArray) letters = comark_desk_list_letters (desk, change->ref, error);

  return letters != NULL
             && comark_desk_change_letter (desk, change->ref, change->body, letters->len, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

int
comark_cli_letter_change (ComarkCli *cli, int argc, char **argv)
{
  Change change;
  g_auto (GStrv) advice = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  change = (Change) { argv[1], argv[2] };
  status = comark_cli_act (cli, change_job, &change);
  if (status != COMARK_CLI_DONE)
    return status;
  advice = comark_plain_words_advice (change.body);
  for (guint i = 0; advice[i] != NULL; i++)
    comark_cli_print ("%s", advice[i]);
  return status;
}
