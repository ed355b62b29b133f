/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * panel invite, panel reply, interest, confirm: who sits on the panel and what they declare.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-dossier.h"

/* ---- panel invite ---- */

typedef struct
{
  const char *ref;
  char **names;
  char *due_day;
  gboolean formed;
  char *why;
} Invite;

static gpointer
invite (ComarkDesk *desk, gpointer data, GError **error)
{
  Invite *request = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (ComarkId));

  for (char **name = request->names; *name; name++)
    {
      g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, *name, error);
      if (person == NULL)
        return NULL;
      g_array_append_val (ids, person->id);
    }
  return comark_desk_invite (desk, request->ref, (const ComarkId *) (gpointer) ids->data, ids->len,
                             request->due_day, &request->formed, &request->why, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_panel_invite (ComarkCli *cli, int argc, char **argv)
{
  Invite request = { 0 };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_STRING, &request.due_day, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, entries, 2, -1, &argc, &argv))
    {
      request.ref = argv[1];
      request.names = argv + 2;
      status = comark_cli_act (cli, invite, &request);
      if (status == COMARK_CLI_DONE && cli->json)
        comark_cli_print ("{\"formed\": %s}", request.formed ? "true" : "false");
      else if (status == COMARK_CLI_DONE && !request.formed)
        comark_cli_print ("Invited. The panel is not complete yet: %s",
                          request.why ? request.why : "");
    }
  g_free (request.due_day);
  g_free (request.why);
  return status;
}

/* ---- panel reply ---- */

static gpointer
reply (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_reply (desk, words[0], g_str_equal (words[1], "accept"), error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_panel_reply (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (!g_str_equal (argv[2], "accept") && !g_str_equal (argv[2], "decline"))
    return comark_cli_misuse (cli, "“%s” is no reply. It is accept or decline.", argv[2]);
  return comark_cli_act (cli, reply, argv + 1);
}

/* ---- interest ---- */

typedef struct
{
  const char *ref;
  const char *name;
  gboolean declares;
  ComarkInterestKind kind;
  char *note;
  gboolean settles;
  ComarkInterestEffect effect;
} Interest;

static gpointer
declare (ComarkDesk *desk, gpointer data, GError **error)
{
  Interest *request = data;
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, request->name, error);

  if (person == NULL)
    return NULL;
  if (request->declares
      && !comark_desk_declare_interest (desk, request->ref, &person->id, request->kind,
                                        request->note ? request->note : "", error))
    return NULL;
  if (request->settles
      && !comark_desk_settle_interest (desk, request->ref, &person->id, request->effect, error))
    return NULL;
  return COMARK_REGISTER_DONE;
}

int
comark_cli_interest (ComarkCli *cli, int argc, char **argv)
{
  Interest request = { 0 };
  g_autofree char *effect = NULL;
  const GOptionEntry entries[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &request.note, NULL, NULL },
    { "effect", 0, 0, G_OPTION_ARG_STRING, &effect, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (!comark_cli_parse (cli, entries, 2, 3, &argc, &argv))
    return status;
  request.ref = argv[1];
  request.name = argv[2];
  request.declares = argc == 4;
  request.settles = effect != NULL;
  if (request.declares && !comark_interest_kind_from_nick (argv[3], &request.kind))
    comark_cli_misuse (cli, "“%s” is no kind of interest. It is none, financial, professional, "
                            "close-person, took-part, received-care, public-position or link.",
                       argv[3]);
  else if (effect && !comark_interest_effect_from_nick (effect, &request.effect))
    comark_cli_misuse (cli, "“%s” is no effect. It is open, speaks or leaves.", effect);
  else if (!request.declares && !request.settles)
    comark_cli_misuse (cli, "Say the kind of interest, or what the co-chairs decided: --effect.");
  else
    status = comark_cli_act (cli, declare, &request);
  g_free (request.note);
  return status;
}

/* ---- confirm ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *contributor;
  char *how;
  char *day;
} Confirm;

static gboolean
find_contributor (ComarkDossier *dossier, const char *name, ComarkId *id, GError **error)
{
  for (guint i = 0; i < dossier->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (dossier->contributors, i);
      if (g_utf8_collate (contributor->name, name) == 0)
        {
          *id = contributor->id;
          return TRUE;
        }
    }
  g_set_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_NO_SUCH,
               "Nobody named “%s” is among the contributors of %s.", name,
               dossier->submission->ref);
  return FALSE;
}

static gpointer
confirm (ComarkDesk *desk, gpointer data, GError **error)
{
  Confirm *request = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, request->ref, error);
  g_autofree char *today = comark_desk_today (desk);
  ComarkId id;

  return dossier && find_contributor (dossier, request->contributor, &id, error)
             && comark_desk_confirm (desk, request->ref, request->criterion, &id,
                                     request->how ? request->how : "themselves",
                                     request->day ? request->day : today, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_confirm (ComarkCli *cli, int argc, char **argv)
{
  Confirm request = { 0 };
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &request.contributor, NULL, NULL },
    { "how", 0, 0, G_OPTION_ARG_STRING, &request.how, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &request.day, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, entries, 2, 2, &argc, &argv))
    {
      request.ref = argv[1];
      request.criterion = argv[2];
      status = request.contributor ? comark_cli_act (cli, confirm, &request)
                                   : comark_cli_misuse (cli, "Say who confirms it: --by NAME.");
    }
  g_free ((char *) request.contributor);
  g_free (request.how);
  g_free (request.day);
  return status;
}
