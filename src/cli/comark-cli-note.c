/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * review note: notes to self, which nobody else ever sees.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-own.h"

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *body;
} Request;

static ComarkOwnNote *
find (GPtrArray *notes, const char *criterion)
{
  for (guint i = 0; i < notes->len; i++)
    {
      ComarkOwnNote *note = g_ptr_array_index (notes, i);

      if (g_str_equal (note->criterion, criterion))
        return note;
    }
  return NULL;
}

static gpointer
write_note (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;
  g_autoptr (GPtrArray) notes = comark_desk_list_notes (desk, request->ref, error);
  ComarkOwnNote *now = notes != NULL ? find (notes, request->criterion) : NULL;

  return notes != NULL
             && comark_desk_save_note (desk, request->ref, request->criterion, request->body,
                                       now != NULL ? now->rev : 0, NULL, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gpointer
list_notes (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_list_notes (desk, ref, error);
}

static int
print_notes (ComarkCli *cli, char *ref)
{
  int status;
  g_autoptr (GPtrArray) notes = comark_cli_run (cli, COMARK_STORE_READ, list_notes, ref, &status);

  if (notes != NULL && cli->json)
    comark_cli_json_print_records (notes);
  for (guint i = 0; notes != NULL && !cli->json && i < notes->len; i++)
    {
      ComarkOwnNote *note = g_ptr_array_index (notes, i);

      comark_cli_print ("%-4s %s", note->criterion, note->body);
    }
  return status;
}

int
comark_cli_review_note (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc == 2)
    return print_notes (cli, argv[1]);
  if (argc == 3)
    return comark_cli_misuse (cli, "Say what to note: REF CRITERION TEXT. “” takes a note away.");
  return comark_cli_act (cli, write_note, &(Request) { argv[1], argv[2], argv[3] });
}
