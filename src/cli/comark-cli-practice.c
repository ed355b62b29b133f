/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * practice show, rate, compare, finish, waive, check: the submission that is rated before one's
 * first review.
 */
#include "comark-cli-verbs.h"

#include "comark-desk-people.h"
#include "comark-desk-practice.h"

static gpointer
open_practice (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_open_practice (desk, error);
}

static ComarkRating *
find_rating (ComarkPracticeSheet *sheet, const char *criterion)
{
  for (guint i = 0; i < sheet->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (sheet->ratings, i);

      if (g_str_equal (rating->criterion, criterion))
        return rating;
    }
  return NULL;
}

/* ---- show ---- */

static void
print_document (ComarkPractice *practice)
{
  comark_cli_print ("%s\n\n%s\n", practice->title, practice->intro);
  for (guint i = 0; i < practice->blocks->len; i++)
    comark_cli_print ("%s\n", ((ComarkPracticeBlock *) practice->blocks->pdata[i])->text);
  for (guint i = 0; i < practice->evidence->len; i++)
    {
      const ComarkPracticeEvidence *one = g_ptr_array_index (practice->evidence, i);

      comark_cli_print ("Evidence: %s. %s\n", one->title, one->text);
    }
}

static void
print_criterion (ComarkPracticeSheet *sheet, const ComarkPracticeCriterion *one)
{
  const ComarkCriterion *criterion
    = comark_framework_criterion (sheet->dossier->framework, one->criterion);
  ComarkRating *rating = find_rating (sheet, one->criterion);
  g_autofree char *value = rating != NULL ? comark_value_to_text (rating->value) : g_strdup ("");

  comark_cli_print ("%s  %s", one->criterion, criterion->question_panel);
  comark_cli_print ("    The owner says: %s", one->statement);
  comark_cli_print ("    You: %s%s%s", *value != '\0' ? value : "not answered yet",
                    rating != NULL && *rating->reason != '\0' ? ", " : "",
                    rating != NULL ? rating->reason : "");
}

int
comark_cli_practice_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkPracticeSheet) sheet = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  sheet = comark_cli_run (cli, COMARK_STORE_READ, open_practice, NULL, &status);
  if (sheet == NULL)
    return status;
  print_document (sheet->practice);
  for (guint i = 0; i < sheet->practice->criteria->len; i++)
    print_criterion (sheet, g_ptr_array_index (sheet->practice->criteria, i));
  return status;
}

/* ---- rate ---- */

typedef struct
{
  char *criterion;
  ComarkValue value;
  char *because;
} Rate;

static gpointer
rate (ComarkDesk *desk, gpointer data, GError **error)
{
  Rate *request = data;

  return comark_desk_save_practice_rating (desk, request->criterion, request->value,
                                           request->because, COMARK_STRENGTH_NONE, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_practice_rate (ComarkCli *cli, int argc, char **argv)
{
  Rate request = { NULL };
  g_autofree char *because = NULL;
  char *value;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv)
      || !comark_cli_split (cli, argv[1], &request.criterion, &value))
    return COMARK_CLI_USAGE;
  if (!comark_value_from_text (value, &request.value))
    return comark_cli_misuse (cli, "“%s” is no rating. Write a level, ? or n/a.", value);
  request.because = because;
  return comark_cli_act (cli, rate, &request);
}

/* ---- compare ---- */

static const char *
view_words (ComarkPracticeView view)
{
  switch (view)
    {
    case COMARK_PRACTICE_ALIKE:
      return "You see it as the model answer does.";
    case COMARK_PRACTICE_NEAR:
      return "Yours is one of the answers that are fine here.";
    case COMARK_PRACTICE_OTHER:
    default:
      return "You see it in another way; this is what the model answer looked at.";
    }
}

static void
compare (ComarkPracticeSheet *sheet, const ComarkPracticeCriterion *one)
{
  ComarkRating *rating = find_rating (sheet, one->criterion);
  ComarkValue value = rating != NULL ? rating->value : COMARK_VALUE_NONE;
  g_autofree char *yours = comark_value_to_text (value);
  g_autofree char *model = comark_value_to_text (one->model->value);

  comark_cli_print ("%s  you: %s, model answer: %s. %s", one->criterion,
                    *yours != '\0' ? yours : "-", model,
                    value != COMARK_VALUE_NONE ? view_words (comark_practice_compare (one, value,
                                                                                      NULL)) : "");
  comark_cli_print ("    %s", one->model->why);
  for (guint i = 0; i < one->near->len; i++)
    comark_cli_print ("    %s", ((ComarkPracticeAnswer *) one->near->pdata[i])->why);
}

int
comark_cli_practice_compare (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkPracticeSheet) sheet = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  sheet = comark_cli_run (cli, COMARK_STORE_READ, open_practice, NULL, &status);
  if (sheet == NULL)
    return status;
  for (guint i = 0; i < sheet->practice->criteria->len; i++)
    compare (sheet, g_ptr_array_index (sheet->practice->criteria, i));
  comark_cli_print ("%s", sheet->practice->closing);
  return status;
}

/* ---- finish, waive ---- */

static gpointer
finish (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_finish_practice (desk, error) ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_practice_finish (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, finish, NULL);
}

typedef struct
{
  const char *person;
  char *because;
} Waive;

static gpointer
waive (ComarkDesk *desk, gpointer data, GError **error)
{
  Waive *request = data;
  g_autoptr (ComarkPerson) person = comark_desk_find_person (desk, request->person, error);

  return person != NULL && comark_desk_waive_practice (desk, &person->id, request->because, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_practice_waive (ComarkCli *cli, int argc, char **argv)
{
  Waive request = { NULL };
  g_autofree char *because = NULL;
  const GOptionEntry entries[] = {
    { "because", 0, 0, G_OPTION_ARG_STRING, &because, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  request.person = argv[1];
  request.because = because;
  return comark_cli_act (cli, waive, &request);
}

/* ---- check ---- */

int
comark_cli_practice_check (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ComarkPractice) practice = NULL;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv)
      || (bytes = comark_cli_read_file (cli, argv[1])) == NULL)
    return COMARK_CLI_USAGE;
  practice = comark_practice_load_bytes (bytes, argv[1], &error);
  if (practice == NULL)
    return comark_cli_fail (cli, error);
  comark_cli_print ("%s: %u criteria, about %u minutes.", practice->title,
                    practice->criteria->len, practice->minutes);
  return COMARK_CLI_DONE;
}
