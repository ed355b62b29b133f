/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * submission add, document, evidence, statement, contributor: what an owner fills in.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-content.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-dossier.h"

/* ---- submission add ---- */

typedef struct
{
  ComarkSubmissionForm form;
  const char *owner;
} Add;

static gpointer
add (ComarkDesk *desk, gpointer data, GError **error)
{
  Add *request = data;
  g_autoptr (ComarkPerson) owner = NULL;

  if (request->owner
      && (owner = comark_desk_find_person (desk, request->owner, error)) == NULL)
    return NULL;
  return comark_desk_new_submission (desk, owner ? &owner->id : NULL, &request->form, error);
}

int
comark_cli_submission_add (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *title = NULL, *type = NULL, *owner = NULL, *team = NULL, *audience = NULL;
  g_autofree char *level = NULL, *review_day = NULL, *summary = NULL, *ref = NULL;
  gboolean carers = FALSE;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, NULL, NULL },
    { "type", 0, 0, G_OPTION_ARG_STRING, &type, NULL, NULL },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &owner, NULL, NULL },
    { "team", 0, 0, G_OPTION_ARG_STRING, &team, NULL, NULL },
    { "audience", 0, 0, G_OPTION_ARG_STRING, &audience, NULL, NULL },
    { "level", 0, 0, G_OPTION_ARG_STRING, &level, NULL, NULL },
    { "summary", 0, 0, G_OPTION_ARG_STRING, &summary, NULL, NULL },
    { "review-date", 0, 0, G_OPTION_ARG_STRING, &review_day, NULL, NULL },
    { "affects-carers", 0, 0, G_OPTION_ARG_NONE, &carers, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (title == NULL || type == NULL)
    return comark_cli_misuse (cli, "A submission needs --title and --type.");
  Add request = {
    .owner = owner,
    .form = { .title = title, .type = type, .level = level ? level : "",
              .audience = audience ? audience : "", .summary = summary ? summary : "",
              .team = team ? team : "", .review_day = review_day, .affects_carers = carers },
  };
  ref = comark_cli_run (cli, COMARK_STORE_WRITE, add, &request, &status);
  if (ref)
    comark_cli_print (cli->json ? "{\"ref\": \"%s\"}" : "%s", ref);
  return status;
}

/* ---- submission document ---- */

typedef struct
{
  const char *ref;
  const char *name;
  GBytes *bytes;
} Document;

static gpointer
set_document (ComarkDesk *desk, gpointer data, GError **error)
{
  Document *request = data;

  return comark_desk_set_document (desk, request->ref, request->bytes, request->name, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_submission_document (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv)
      || (bytes = comark_cli_read_file (cli, argv[2])) == NULL)
    return COMARK_CLI_USAGE;
  name = g_path_get_basename (argv[2]);
  return comark_cli_act (cli, set_document, &(Document) { argv[1], name, bytes });
}

/* ---- submission content-note ---- */

typedef struct
{
  const char *ref;
  const char *note;
} ContentNote;

static gpointer
set_content_note (ComarkDesk *desk, gpointer data, GError **error)
{
  ContentNote *request = data;

  return comark_desk_set_content_note (desk, request->ref, request->note, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_submission_content_note (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (argc > 2)
    return comark_cli_act (cli, set_content_note, &(ContentNote) { argv[1], argv[2] });
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier != NULL)
    comark_cli_print ("%s", dossier->content_note);
  return status;
}

/* ---- submission evidence ---- */

typedef struct
{
  const char *ref;
  ComarkEvidenceForm form;
} Evidence;

static gpointer
add_evidence (ComarkDesk *desk, gpointer data, GError **error)
{
  Evidence *request = data;

  return comark_desk_save_evidence (desk, request->ref, &request->form, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_submission_evidence (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *path = NULL, *description = NULL, *day = NULL, *name = NULL;
  g_auto (GStrv) criteria = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { "criterion", 0, 0, G_OPTION_ARG_STRING_ARRAY, &criteria, NULL, NULL },
    { "description", 0, 0, G_OPTION_ARG_STRING, &description, NULL, NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &day, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv)
      || (path && (bytes = comark_cli_read_file (cli, path)) == NULL))
    return COMARK_CLI_USAGE;
  name = path ? g_path_get_basename (path) : NULL;
  Evidence request = {
    .ref = argv[1],
    .form = { .title = argv[2], .description = description ? description : "", .day = day,
              .criteria = (const char *const *) criteria, .bytes = bytes, .filename = name },
  };
  return comark_cli_act (cli, add_evidence, &request);
}

/* ---- submission statement ---- */

static gpointer
save_statement (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, criterion, text */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkOwnerStatement *now = dossier ? comark_dossier_statement (dossier, words[1]) : NULL;

  if (dossier == NULL)
    return NULL;
  return comark_desk_save_statement (desk, words[0], words[1], words[2], now ? now->rev : 0, NULL,
                                     error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_submission_statement (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, save_statement, argv + 1);
}

/* ---- submission contributor ---- */

typedef struct
{
  const char *ref;
  ComarkContributorForm form;
} Contributor;

static gpointer
add_contributor (ComarkDesk *desk, gpointer data, GError **error)
{
  Contributor *request = data;

  return comark_desk_save_contributor (desk, request->ref, &request->form, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_submission_contributor (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *part = NULL;
  Contributor request = { 0 };
  const GOptionEntry entries[] = {
    { "part", 0, 0, G_OPTION_ARG_STRING, &part, NULL, NULL },
    { "lived-experience", 0, 0, G_OPTION_ARG_NONE, &request.form.lived_experience, NULL, NULL },
    { "credit", 0, 0, G_OPTION_ARG_NONE, &request.form.credit, NULL, NULL },
    { "agreed", 0, 0, G_OPTION_ARG_NONE, &request.form.agreed, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.ref = argv[1];
  request.form.name = argv[2];
  request.form.part = part ? part : "";
  return comark_cli_act (cli, add_contributor, &request);
}
