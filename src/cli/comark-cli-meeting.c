/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * meeting open, attend, close, and dissent.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-panel.h"
#include "comark-desk-people.h"

static gpointer
open_meeting (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_open_meeting (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_meeting_open (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, open_meeting, argv[1]);
}

typedef struct
{
  const char *ref;
  char **names;
  char *how;
  gboolean deputy;
} Attend;

static gpointer
attend (ComarkDesk *desk, gpointer data, GError **error)
{
  Attend *request = data;

  for (char **name = request->names; *name; name++)
    {
      g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, *name, error);
      if (person == NULL)
        return NULL;
      if (!comark_desk_attend (desk, request->ref, &person->id, request->how, request->deputy,
                               error))
        return NULL;
      desk->op = comark_id_new (); /* each person's attendance is an act of its own */
    }
  return COMARK_REGISTER_DONE;
}

int
comark_cli_meeting_attend (ComarkCli *cli, int argc, char **argv)
{
  Attend request = { 0 };
  const GOptionEntry entries[] = {
    { "how", 0, 0, G_OPTION_ARG_STRING, &request.how, NULL, NULL },
    { "deputy", 0, 0, G_OPTION_ARG_NONE, &request.deputy, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, entries, 2, -1, &argc, &argv))
    {
      request.ref = argv[1];
      request.names = argv + 2;
      request.how = request.how ? request.how : g_strdup ("room");
      status = comark_cli_act (cli, attend, &request);
    }
  g_free (request.how);
  return status;
}

static gpointer
adjourn (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_adjourn (desk, words[0], words[1], error) ? COMARK_REGISTER_DONE : NULL;
}

/* Without a decision: back to reviewing. A decision closes the meeting by itself. */
int
comark_cli_meeting_close (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (because == NULL)
    return comark_cli_misuse (cli, "Closing without a decision adjourns it. Say why: "
                                   "--because TEXT. To decide, use decide REF.");
  char *words[] = { argv[1], because };
  return comark_cli_act (cli, adjourn, words);
}

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *body;
  char *member;
} Dissent;

static gpointer
dissent (ComarkDesk *desk, gpointer data, GError **error)
{
  Dissent *request = data;
  g_autoptr (ComarkPerson) member = NULL;

  if (request->member
      && (member = comark_desk_find_person (desk, request->member, error)) == NULL)
    return NULL;
  return comark_desk_dissent (desk, request->ref, request->criterion,
                              member ? &member->id : &desk->who->id, request->body, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_dissent (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *member = NULL;
  const GOptionEntry entries[] = {
    { "member", 0, 0, G_OPTION_ARG_STRING, &member, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 2, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  Dissent request = { argv[1], argc == 4 ? argv[2] : "", argv[argc - 1], member };
  return comark_cli_act (cli, dissent, &request);
}
