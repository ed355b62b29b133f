/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * sign, seal, reconsider, told, close, condition meet: from a decision to its end.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-decision.h"

static gpointer
sign (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_sign (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

static gpointer
seal (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_seal (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

static gpointer
close_submission (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_close (desk, ref, error) ? COMARK_REGISTER_DONE : NULL;
}

static int
run_plain (ComarkCli *cli, ComarkRegisterJob job, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, job, argv[1]);
}

int
comark_cli_sign (ComarkCli *cli, int argc, char **argv)
{
  return run_plain (cli, sign, argc, argv);
}

int
comark_cli_seal (ComarkCli *cli, int argc, char **argv)
{
  return run_plain (cli, seal, argc, argv);
}

int
comark_cli_close (ComarkCli *cli, int argc, char **argv)
{
  return run_plain (cli, close_submission, argc, argv);
}

static gpointer
reconsider (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_reconsider (desk, words[0], words[1], error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_reconsider (ComarkCli *cli, int argc, char **argv)
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
  return comark_cli_act (cli, reconsider, words);
}

typedef struct
{
  const char *ref;
  char *how;
  char *day;
  char *body;
} Told;

static gpointer
told (ComarkDesk *desk, gpointer data, GError **error)
{
  Told *request = data;
  g_autofree char *today = comark_desk_today (desk);

  return comark_desk_told (desk, request->ref, request->day ? request->day : today, request->how,
                           request->body ? request->body : "", error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_told (ComarkCli *cli, int argc, char **argv)
{
  Told request = { 0 };
  const GOptionEntry entries[] = {
    { "how", 0, 0, G_OPTION_ARG_STRING, &request.how, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &request.day, NULL, NULL },
    { "text", 0, 0, G_OPTION_ARG_STRING, &request.body, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status = COMARK_CLI_USAGE;

  if (comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    {
      request.ref = argv[1];
      status = request.how ? comark_cli_act (cli, told, &request)
                           : comark_cli_misuse (cli, "Say how the contributors were told: "
                                                     "--how TEXT.");
    }
  g_free (request.how);
  g_free (request.day);
  g_free (request.body);
  return status;
}

typedef struct
{
  const char *ref;
  const char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  const char *because;
} Condition;

static gpointer
meet (ComarkDesk *desk, gpointer data, GError **error)
{
  Condition *request = data;

  return comark_desk_meet_condition (desk, request->ref, request->criterion, request->value,
                                     request->strength, request->because, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_condition_meet (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL, *strength = NULL;
  Condition request = { .strength = COMARK_STRENGTH_SHOWN };
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    { "strength", 0, 0, G_OPTION_ARG_STRING, &strength, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  char *name, *value;

  if (!comark_cli_parse (cli, entries, 2, 2, &argc, &argv)
      || !comark_cli_split (cli, argv[2], &name, &value))
    return COMARK_CLI_USAGE;
  if (because == NULL)
    return comark_cli_misuse (cli, "Say what shows it: --because TEXT.");
  if (!comark_value_from_text (value, &request.value)
      || (strength && !comark_strength_from_nick (strength, &request.strength)))
    return comark_cli_misuse (cli, "Write it like C1=3 --strength shown.");
  request.ref = argv[1];
  request.criterion = name;
  request.because = because;
  return comark_cli_act (cli, meet, &request);
}
