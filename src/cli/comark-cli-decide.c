/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * decide: settles agreed values and answers, applies the outcome rules, and prints every rule
 * with its result. With --only-rules nothing is decided.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-decision.h"
#include "comark-desk-panel.h"
#include "comark-dossier.h"

typedef struct
{
  const char *ref;
  char **agreed;  /* "C1=4" or "C1=4/confirmed" */
  char **because; /* the first for the first --agreed, and so on; the last serves the rest */
  char **answers; /* "fixable=yes" */
  gboolean only_rules;
  ComarkDecideForm form;
} Decide;

/* @sentence goes on from the quoted @text. Always FALSE. */
static gboolean
usage_error (GError **error, const char *text, const char *sentence)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "“%s” %s", text, sentence);
  return FALSE;
}

static const char *
because_at (Decide *request, guint i)
{
  guint n = request->because ? g_strv_length (request->because) : 0;

  return n == 0 ? "" : request->because[MIN (i, n - 1)];
}

static gboolean
agree_one (ComarkDesk *desk, Decide *request, guint i, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (request->agreed[i], "=", 2);
  ComarkStrength strength = COMARK_STRENGTH_SHOWN;
  ComarkValue value = COMARK_VALUE_NONE;
  char *slash = sides[0] && sides[1] && !g_str_equal (sides[1], "n/a") ? strrchr (sides[1], '/')
                                                                     : NULL;

  if (slash)
    {
      *slash = '\0';
      if (!comark_strength_from_nick (slash + 1, &strength))
        return usage_error (error, slash + 1, "is no strength. It is said, shown or confirmed.");
    }
  if (!sides[0] || !sides[1] || !comark_value_from_text (sides[1], &value))
    return usage_error (error, request->agreed[i],
                        "should be written CRITERION=VALUE, such as C1=3.");
  desk->op = comark_id_new (); /* each agreed value is an act of its own */
  return comark_desk_agree (desk, request->ref, sides[0], value, strength,
                            because_at (request, i), error);
}

static gboolean
answer_one (ComarkDesk *desk, Decide *request, guint i, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (request->answers[i], "=", 2);

  if (!sides[0] || !sides[1] || !(g_str_equal (sides[1], "yes") || g_str_equal (sides[1], "no")))
    return usage_error (error, request->answers[i],
                        "should be written QUESTION=yes or QUESTION=no.");
  desk->op = comark_id_new ();
  return comark_desk_judge (desk, request->ref, sides[0], g_str_equal (sides[1], "yes"),
                            because_at (request, i), error);
}

static gpointer
settle (ComarkDesk *desk, gpointer data, GError **error)
{
  Decide *request = data;

  for (guint i = 0; request->agreed && request->agreed[i]; i++)
    if (!agree_one (desk, request, i, error))
      return NULL;
  for (guint i = 0; request->answers && request->answers[i]; i++)
    if (!answer_one (desk, request, i, error))
      return NULL;
  return comark_desk_open_dossier (desk, request->ref, error);
}

static gpointer
decide (ComarkDesk *desk, gpointer data, GError **error)
{
  Decide *request = data;

  return comark_desk_decide (desk, request->ref, &request->form, error) ? COMARK_REGISTER_DONE
                                                                        : NULL;
}

static void
print_outcome (const ComarkOutcomeResult *result)
{
  comark_cli_print ("%s %s", result->passed ? "passed" : "not   ", result->outcome->name);
  for (guint i = 0; i < result->rules->len; i++)
    {
      const ComarkRuleResult *rule = g_ptr_array_index (result->rules, i);
      comark_cli_print ("    %s %s", rule->passed ? "passed" : "not   ", rule->why);
    }
}

static void
add_outcome (JsonBuilder *builder, const ComarkOutcomeResult *result)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "id", result->outcome->id);
  json_builder_set_member_name (builder, "passed");
  json_builder_add_boolean_value (builder, result->passed);
  json_builder_set_member_name (builder, "rules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->rules->len; i++)
    {
      const ComarkRuleResult *rule = g_ptr_array_index (result->rules, i);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "passed");
      json_builder_add_boolean_value (builder, rule->passed);
      comark_cli_json_text (builder, "why", rule->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_report (ComarkCli *cli, ComarkOutcomeReport *report)
{
  const GPtrArray *outcomes = comark_outcome_report_get_outcomes (report);
  const ComarkRung *rung = comark_outcome_report_get_rung (report);
  g_autofree char *score = comark_score_to_text (comark_outcome_report_get_score (report));
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "outcome", comark_outcome_report_get_reached (report)->id);
  comark_cli_json_text (builder, "score", score);
  json_builder_set_member_name (builder, "rung");
  json_builder_add_int_value (builder, rung ? (gint64) rung->number : 0);
  json_builder_set_member_name (builder, "outcomes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcomes->len; i++)
    if (cli->json)
      add_outcome (builder, g_ptr_array_index (outcomes, i));
    else
      print_outcome (g_ptr_array_index (outcomes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    comark_cli_json_print (builder);
  else
    comark_cli_print ("The rules give: %s. Score %s.",
                      comark_outcome_report_get_reached (report)->name, score);
}

static int
run (ComarkCli *cli, Decide *request)
{
  int status;
  g_autoptr (ComarkDossier) dossier
    = comark_cli_run (cli, COMARK_STORE_WRITE, settle, request, &status);

  if (dossier == NULL)
    return status;
  if (dossier->outcome)
    print_report (cli, dossier->outcome);
  return request->only_rules ? status : comark_cli_act (cli, decide, request);
}

int
comark_cli_decide (ComarkCli *cli, int argc, char **argv)
{
  Decide request = { 0 };
  g_auto (GStrv) agreed = NULL, because = NULL, answers = NULL;
  g_autofree char *outcome = NULL, *why = NULL, *letter = NULL;
  const GOptionEntry entries[] = {
    { "agreed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &agreed, NULL, NULL },
    { "because", 0, 0, G_OPTION_ARG_STRING_ARRAY, &because, NULL, NULL },
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &answers, NULL, NULL },
    { "only-rules", 0, 0, G_OPTION_ARG_NONE, &request.only_rules, NULL, NULL },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome, NULL, NULL },
    { "outcome-because", 0, 0, G_OPTION_ARG_STRING, &why, NULL, NULL },
    { "by-majority", 0, 0, G_OPTION_ARG_NONE, &request.form.by_majority, NULL, NULL },
    { "experts-for", 0, 0, G_OPTION_ARG_INT, &request.form.experts_for, NULL, NULL },
    { "staff-for", 0, 0, G_OPTION_ARG_INT, &request.form.staff_for, NULL, NULL },
    { "letter", 0, 0, G_OPTION_ARG_STRING, &letter, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.ref = argv[1];
  request.agreed = agreed;
  request.because = because;
  request.answers = answers;
  request.form.outcome = outcome;
  request.form.because = why;
  request.form.letter = letter;
  return run (cli, &request);
}
