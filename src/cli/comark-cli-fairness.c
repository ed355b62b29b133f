/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fairness
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-text.h"
#include "comark-fairness.h"

static gpointer
check_job (ComarkDesk *desk, gpointer ref, GError **error)
{
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, ref, error);
  g_autofree char *why = NULL;

  if (dossier == NULL)
    return NULL;
  if (!comark_dossier_may (dossier, COMARK_ACTION_SEE_AGREED, &why))
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "%s", why);
      return NULL;
    }
  return g_steal_pointer (&dossier);
}

static void
print_json (GPtrArray *points)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < points->len; i++)
    {
      const ComarkFairnessPoint *point = g_ptr_array_index (points, i);

      json_builder_begin_object (builder);
      comark_cli_json_text (builder, "id", point->id);
      comark_cli_json_text (builder, "criterion", point->criterion ? point->criterion : "");
      comark_cli_json_text (builder, "sentence", point->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  comark_cli_json_print (builder);
}

static void
print (GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    comark_cli_print ("%s", ((const ComarkFairnessPoint *) points->pdata[i])->sentence);
  if (points->len == 0)
    comark_cli_print ("Nothing stands out.");
}

int
comark_cli_fairness (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) points = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, check_job, argv[1], &status);
  if (dossier == NULL)
    return status;
  points = comark_fairness_check (dossier);
  if (cli->json)
    print_json (points);
  else
    print (points);
  return status;
}
