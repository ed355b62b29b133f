/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * review evidence, review coverage: what members find in evidence items.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-cover.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"

/* ---- evidence ---- */

typedef struct
{
  const char *ref;
  const char *criterion;
  const char *item; /* its number in the list, or its title */
  ComarkCover cover;
} Say;

static ComarkEvidence *
find_item (ComarkDossier *dossier, const char *name, GError **error)
{
  guint64 number = 0;

  g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT32, &number, NULL);
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);

      if (number == i + 1 || g_strcmp0 (item->title, name) == 0)
        return item;
    }
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "There is no evidence item “%s” that you can see. “review coverage” numbers "
                      "those there are.", name);
  return NULL;
}

static gpointer
say (ComarkDesk *desk, gpointer data, GError **error)
{
  Say *request = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, request->ref, error);
  ComarkEvidence *item = dossier != NULL ? find_item (dossier, request->item, error) : NULL;
  ComarkReview *own;

  if (item == NULL)
    return NULL;
  own = dossier->own_final != NULL ? dossier->own_final : dossier->own_first;
  return comark_desk_cover_evidence (desk, request->ref, request->criterion, &item->id,
                                     comark_review_cover (own, request->criterion, &item->id),
                                     request->cover, NULL, NULL, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_review_evidence (ComarkCli *cli, int argc, char **argv)
{
  Say request = { NULL };

  if (!comark_cli_parse (cli, NULL, 4, 4, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (!comark_cover_from_nick (argv[4], &request.cover))
    return comark_cli_misuse (cli, "“%s” is no answer. It is seen, enough, gap or none.",
                              argv[4]);
  request.ref = argv[1];
  request.criterion = argv[2];
  request.item = argv[3];
  return comark_cli_act (cli, say, &request);
}

/* ---- coverage ---- */

static char *
cell_words (const ComarkCoverageCell *cell)
{
  GString *text = g_string_new (NULL);

  for (ComarkCover cover = COMARK_COVER_SEEN; cover < COMARK_N_COVERS; cover++)
    if (cell->n[cover] > 0)
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", cell->n[cover],
                              comark_cover_nick (cover));
  return g_string_free (text, FALSE);
}

static void
print_row (ComarkCoverage *coverage, ComarkCoverageRow *row)
{
  comark_cli_print ("%-4s %s: %s", row->criterion->id, row->criterion->title,
                    comark_coverage_state_words (row->state));
  for (guint i = 0; i < coverage->items->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (coverage->items, i);
      g_autofree char *words = cell_words (&row->cells[i]);

      if (row->cells[i].attached)
        comark_cli_print ("     %u  %s: %s", i + 1, item->title,
                          *words != '\0' ? words : comark_cover_nick (COMARK_COVER_NONE));
    }
}

static void
add_cell (JsonBuilder *builder, ComarkEvidence *item, const ComarkCoverageCell *cell)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "evidence", item->title);
  for (ComarkCover cover = COMARK_COVER_NONE; cover < COMARK_N_COVERS; cover++)
    {
      json_builder_set_member_name (builder, comark_cover_nick (cover));
      json_builder_add_int_value (builder, cell->n[cover]);
    }
  json_builder_end_object (builder);
}

static void
add_row (JsonBuilder *builder, ComarkCoverage *coverage, ComarkCoverageRow *row)
{
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "criterion", row->criterion->id);
  comark_cli_json_text (builder, "state", comark_coverage_state_nick (row->state));
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < coverage->items->len; i++)
    if (row->cells[i].attached)
      add_cell (builder, g_ptr_array_index (coverage->items, i), &row->cells[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (ComarkCoverage *coverage)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < coverage->rows->len; i++)
    add_row (builder, coverage, g_ptr_array_index (coverage->rows, i));
  json_builder_end_array (builder);
  comark_cli_json_print (builder);
}

int
comark_cli_review_coverage (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (ComarkCoverage) coverage = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  dossier = comark_cli_run (cli, COMARK_STORE_READ, comark_cli_open_dossier, argv[1], &status);
  if (dossier == NULL)
    return status;
  coverage = comark_dossier_coverage (dossier);
  if (coverage != NULL && !cli->json)
    comark_cli_print ("What %u members say of the evidence:", coverage->n_reviews);
  if (coverage == NULL)
    {
      coverage = comark_dossier_own_coverage (dossier);
      if (!cli->json)
        comark_cli_print ("What you say of the evidence yourself:");
    }
  if (cli->json)
    print_json (coverage);
  for (guint i = 0; !cli->json && i < coverage->rows->len; i++)
    print_row (coverage, g_ptr_array_index (coverage->rows, i));
  return status;
}
