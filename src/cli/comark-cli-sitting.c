/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * sitting plan, change, call-off, list, show, put, take-off, move, order and reply: when panels
 * meet, and in which order.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-clock.h"
#include "comark-desk-sittings.h"

/* ---- looking ---- */

static gpointer
list (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_sittings (desk, error);
}

static char *
when_words (ComarkSitting *sitting)
{
  g_autofree char *day = comark_day_to_words (sitting->day);

  return g_strdup_printf ("%s%s%s", day, *sitting->time ? ", " : "", sitting->time);
}

static void
print_line (ComarkSitting *sitting)
{
  g_autofree char *when = when_words (sitting);

  comark_cli_print ("%s  %s  %s  %u on the agenda%s", sitting->ref, when,
                    *sitting->place ? sitting->place : sitting->link, sitting->agenda->len,
                    g_str_equal (sitting->state, "called-off") ? "  called off" : "");
}

int
comark_cli_sitting_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) sittings = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  sittings = comark_cli_run (cli, COMARK_STORE_READ, list, NULL, &status);
  if (sittings != NULL && cli->json)
    comark_cli_json_print_records (sittings);
  for (guint i = 0; sittings != NULL && !cli->json && i < sittings->len; i++)
    print_line (g_ptr_array_index (sittings, i));
  return status;
}

static gpointer
find (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_find_sitting (desk, ref, error);
}

static void
print_sitting (ComarkSitting *sitting)
{
  print_line (sitting);
  if (*sitting->note)
    comark_cli_print ("%s", sitting->note);
  for (guint i = 0; i < sitting->agenda->len; i++)
    {
      ComarkAgendaItem *item = g_ptr_array_index (sitting->agenda, i);

      if (*item->door)
        comark_cli_print ("  %s", item->door);
      comark_cli_print ("%u  %s  %s", i + 1, item->ref, item->title);
    }
  for (guint i = 0; i < sitting->comers->len; i++)
    {
      ComarkComer *comer = g_ptr_array_index (sitting->comers, i);

      comark_cli_print ("%s, %s: %s", comer->name, comark_member_kind_words (comer->kind),
                        *comer->how ? comer->how : "has not said");
    }
}

int
comark_cli_sitting_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkSitting) sitting = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  sitting = comark_cli_run (cli, COMARK_STORE_READ, find, argv[1], &status);
  if (sitting != NULL && cli->json)
    comark_cli_json_print_record (COMARK_RECORD (sitting));
  else if (sitting != NULL)
    print_sitting (sitting);
  return status;
}

/* ---- planning ---- */

typedef struct
{
  const char *ref; /* NULL: a new one */
  char *day, *time, *place, *link, *note;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->day);
  g_free (plan->time);
  g_free (plan->place);
  g_free (plan->link);
  g_free (plan->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
parse_plan (ComarkCli *cli, Plan *plan, int n_words, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_STRING, &plan->day, NULL, NULL },
    { "time", 0, 0, G_OPTION_ARG_STRING, &plan->time, NULL, NULL },
    { "place", 0, 0, G_OPTION_ARG_STRING, &plan->place, NULL, NULL },
    { "link", 0, 0, G_OPTION_ARG_STRING, &plan->link, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &plan->note, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  return comark_cli_parse (cli, entries, n_words, n_words, argc, argv);
}

static gpointer
plan_new (ComarkDesk *desk, gpointer data, GError **error)
{
  Plan *plan = data;
  ComarkSittingForm form = { plan->day, plan->time, plan->place, plan->link, plan->note, 0 };

  return comark_desk_plan_sitting (desk, &form, error);
}

int
comark_cli_sitting_plan (ComarkCli *cli, int argc, char **argv)
{
  g_auto (Plan) plan = { NULL };
  g_autofree char *ref = NULL;
  int status;

  if (!parse_plan (cli, &plan, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  ref = comark_cli_run (cli, COMARK_STORE_WRITE, plan_new, &plan, &status);
  if (ref != NULL)
    comark_cli_print ("%s", ref);
  return status;
}

/* What is not named stays as it is. */
static gpointer
change (ComarkDesk *desk, gpointer data, GError **error)
{
  Plan *plan = data;
  g_autoptr (ComarkSitting) old = comark_desk_find_sitting (desk, plan->ref, error);
  ComarkSittingForm form;

  if (old == NULL)
    return NULL;
  form = (ComarkSittingForm) { plan->day ? plan->day : old->day,
                               plan->time ? plan->time : old->time,
                               plan->place ? plan->place : old->place,
                               plan->link ? plan->link : old->link,
                               plan->note ? plan->note : old->note, old->rev };
  return comark_desk_change_sitting (desk, plan->ref, &form, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_sitting_change (ComarkCli *cli, int argc, char **argv)
{
  g_auto (Plan) plan = { NULL };

  if (!parse_plan (cli, &plan, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  plan.ref = argv[1];
  return comark_cli_act (cli, change, &plan);
}

static gpointer
call_off (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_call_off_sitting (desk, words[0], words[1], error) ? COMARK_REGISTER_DONE
                                                                        : NULL;
}

int
comark_cli_sitting_call_off (ComarkCli *cli, int argc, char **argv)
{
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  char *words[] = { argv[1], because };
  return comark_cli_act (cli, call_off, words);
}

/* ---- the agenda ---- */

static gpointer
put (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  for (char **ref = words + 2; *ref != NULL; ref++)
    if (!comark_desk_put_on_agenda (desk, words[1], *ref, error))
      return NULL;
  return COMARK_REGISTER_DONE;
}

int
comark_cli_sitting_put (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, -1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, put, argv);
}

static gpointer
take_off (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_take_off_agenda (desk, words[1], words[2], error) ? COMARK_REGISTER_DONE
                                                                       : NULL;
}

int
comark_cli_sitting_take_off (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, take_off, argv);
}

static gpointer
move (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;
  gboolean up = g_str_equal (words[3], "up");

  return comark_desk_move_on_agenda (desk, words[1], words[2], up, error) ? COMARK_REGISTER_DONE
                                                                          : NULL;
}

int
comark_cli_sitting_move (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (!g_str_equal (argv[3], "up") && !g_str_equal (argv[3], "down"))
    return comark_cli_misuse (cli, "Say up or down.");
  return comark_cli_act (cli, move, argv);
}

static gpointer
order (ComarkDesk *desk, gpointer sitting, GError **error)
{
  return comark_desk_order_agenda (desk, sitting, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_sitting_order (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, order, argv[1]);
}

static gpointer
reply (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data;

  return comark_desk_reply_sitting (desk, words[1], words[2], error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_sitting_reply (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, reply, argv);
}
