/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mark issue, list, export, revoke: the register of marks.
 */
#include "comark-cli-verbs.h"

#include <errno.h>

#include "comark-certificate-export.h"
#include "comark-cli-json.h"
#include "comark-desk-decision.h"

#define DEFAULT_DPI 200.0

static void
print_mark (ComarkCli *cli, ComarkMark *mark)
{
  if (cli->json)
    comark_cli_json_print_record (COMARK_RECORD (mark));
  else
    comark_cli_print ("%s  %-10s until %s  %s", mark->number, comark_mark_state_nick (mark->state),
                      mark->valid_until, mark->title);
}

static gpointer
issue (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_issue_mark (desk, ref, error);
}

int
comark_cli_mark_issue (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkMark) mark = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  mark = comark_cli_run (cli, COMARK_STORE_WRITE, issue, argv[1], &status);
  if (mark)
    print_mark (cli, mark);
  return status;
}

static gpointer
list (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_marks (desk, error);
}

int
comark_cli_mark_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) marks = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  marks = comark_cli_run (cli, COMARK_STORE_READ, list, NULL, &status);
  if (marks && cli->json)
    comark_cli_json_print_records (marks);
  for (guint i = 0; marks && !cli->json && i < marks->len; i++)
    print_mark (cli, g_ptr_array_index (marks, i));
  return status;
}

/* ---- export ---- */

typedef struct
{
  const char *number;
  const char *format;
  const char *folder;
  char *path; /* answer */
} Export;

static gboolean
write_file (ComarkAward *award, Export *request, GError **error)
{
  if (g_mkdir_with_parents (request->folder, 0755) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   "The folder “%s” cannot be made: %s.", request->folder, g_strerror (errno));
      return FALSE;
    }
  if (g_str_equal (request->format, "pdf"))
    return comark_certificate_write_pdf (award, request->path, error);
  return comark_certificate_write_png (award, request->path, DEFAULT_DPI, error);
}

/* The log says exported only after the file is whole on the disk. */
static gpointer
export_mark (ComarkDesk *desk, gpointer data, GError **error)
{
  Export *request = data;
  g_autoptr (ComarkMark) mark = comark_desk_find_mark (desk, request->number, error);
  g_autoptr (ComarkAward) award = mark ? comark_desk_award_of (desk, mark, error) : NULL;
  g_autofree char *name = NULL;

  if (award == NULL)
    return NULL;
  name = g_strdup_printf ("%s.%s", mark->number, request->format);
  request->path = g_build_filename (request->folder, name, NULL);
  return write_file (award, request, error)
             && comark_desk_record_mark_use (desk, mark->number, "exported", request->format, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_mark_export (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL, *folder = NULL;
  Export request = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.number = argv[1];
  request.format = format ? format : "pdf";
  request.folder = folder ? folder : ".";
  if (!g_str_equal (request.format, "pdf") && !g_str_equal (request.format, "png"))
    return comark_cli_misuse (cli, "“%s” is no format of a mark yet. It is pdf or png.", format);
  status = comark_cli_act (cli, export_mark, &request);
  if (status == COMARK_CLI_DONE && !cli->json)
    comark_cli_print ("%s", request.path);
  g_free (request.path);
  return status;
}

/* ---- revoke ---- */

static gpointer
revoke_mark (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_revoke_mark (desk, words[0], words[1], error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_mark_revoke (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (because == NULL)
    return comark_cli_misuse (cli, "Say why: --because TEXT.");
  char *words[] = { argv[1], because };
  return comark_cli_act (cli, revoke_mark, words);
}
