/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * quote list, add, remove: places in the document that a review holds on to.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-quotes.h"
#include "comark-desk-text.h"
#include "comark-dossier.h"

/* ---- list ---- */

typedef struct
{
  const char *ref;
  gboolean find;
  char **pages; /* of the newest version; NULL unless asked for */
} List;

static gpointer
list_quotes (ComarkDesk *desk, gpointer data, GError **error)
{
  List *list = data;
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, list->ref, error);

  if (dossier == NULL)
    return NULL;
  if (list->find)
    list->pages = comark_desk_read_pages (desk, list->ref, NULL, error);
  return list->find && list->pages == NULL ? NULL : g_ptr_array_ref (dossier->quotes);
}

static ComarkQuotePlace
place_of (List *list, ComarkQuote *quote)
{
  return comark_quote_find (quote, (const char *const *) list->pages,
                            g_strv_length (list->pages));
}

static void
print_quote (List *list, guint number, ComarkQuote *quote)
{
  ComarkQuotePlace place = { 0 };
  g_autofree char *fate = NULL;

  if (list->pages != NULL)
    {
      place = place_of (list, quote);
      fate = place.page > 0 ? g_strdup_printf ("  %s, page %d", comark_quote_fate_nick (place.fate),
                                               (int) place.page)
                            : g_strdup_printf ("  %s", comark_quote_fate_nick (place.fate));
    }
  comark_cli_print ("%3u  %-4s p. %-3d %s: “%s”%s", number, quote->criterion, (int) quote->page,
                    quote->person_name, quote->exact, fate != NULL ? fate : "");
}

static void
add_json (JsonBuilder *builder, List *list, ComarkQuote *quote)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "quote");
  comark_cli_json_record (builder, COMARK_RECORD (quote));
  if (list->pages != NULL)
    {
      ComarkQuotePlace place = place_of (list, quote);

      comark_cli_json_text (builder, "fate", comark_quote_fate_nick (place.fate));
      json_builder_set_member_name (builder, "page");
      json_builder_add_int_value (builder, place.page);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, place.start);
    }
  json_builder_end_object (builder);
}

static void
print_json (List *list, GPtrArray *quotes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < quotes->len; i++)
    add_json (builder, list, g_ptr_array_index (quotes, i));
  json_builder_end_array (builder);
  comark_cli_json_print (builder);
}

int
comark_cli_quote_list (ComarkCli *cli, int argc, char **argv)
{
  List list = { NULL };
  g_autoptr (GPtrArray) quotes = NULL;
  const GOptionEntry entries[] = {
    { "find", 0, 0, G_OPTION_ARG_NONE, &list.find, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  list.ref = argv[1];
  quotes = comark_cli_run (cli, COMARK_STORE_READ, list_quotes, &list, &status);
  if (quotes != NULL && cli->json)
    print_json (&list, quotes);
  for (guint i = 0; quotes != NULL && !cli->json && i < quotes->len; i++)
    print_quote (&list, i + 1, g_ptr_array_index (quotes, i));
  if (quotes != NULL && !cli->json && quotes->len == 0)
    comark_cli_print ("There are no quotes that are for you.");
  g_strfreev (list.pages);
  return status;
}

/* ---- add ---- */

typedef struct
{
  const char *ref;
  ComarkQuoteForm form;
} Add;

static gpointer
add (ComarkDesk *desk, gpointer data, GError **error)
{
  Add *request = data;
  ComarkId id;

  return comark_desk_quote_words (desk, request->ref, &request->form, &id, error)
           ? comark_id_to_string (&id) : NULL;
}

static int
run_add (ComarkCli *cli, Add *request)
{
  int status;
  g_autofree char *id = comark_cli_run (cli, COMARK_STORE_WRITE, add, request, &status);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (id != NULL && !cli->json)
    comark_cli_print ("%s", id);
  if (id == NULL || !cli->json)
    return status;
  json_builder_begin_object (builder);
  comark_cli_json_text (builder, "quote", id);
  json_builder_end_object (builder);
  comark_cli_json_print (builder);
  return status;
}

int
comark_cli_quote_add (ComarkCli *cli, int argc, char **argv)
{
  Add request = { NULL };
  g_autofree char *note = NULL;
  int page = 0;
  const GOptionEntry entries[] = {
    { "page", 0, 0, G_OPTION_ARG_INT, &page, NULL, NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!comark_cli_parse (cli, entries, 3, 3, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (page < 0)
    return comark_cli_misuse (cli, "Pages count from 1.");
  request.ref = argv[1];
  request.form.criterion = argv[2];
  request.form.exact = argv[3];
  request.form.page = page;
  request.form.note = note;
  return run_add (cli, &request);
}

/* ---- remove ---- */

static ComarkQuote *
find_quote (ComarkDossier *dossier, const char *name)
{
  guint64 n;
  ComarkId id;

  if (g_ascii_string_to_unsigned (name, 10, 1, G_MAXUINT, &n, NULL) && n <= dossier->quotes->len)
    return g_ptr_array_index (dossier->quotes, n - 1);
  if (!comark_id_from_string (name, &id))
    return NULL;
  for (guint i = 0; i < dossier->quotes->len; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (dossier->quotes, i);

      if (comark_id_equal (&quote->id, &id))
        return quote;
    }
  return NULL;
}

static gpointer
remove_quote (ComarkDesk *desk, gpointer data, GError **error)
{
  char **words = data; /* ref, quote */
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, words[0], error);
  ComarkQuote *quote = dossier != NULL ? find_quote (dossier, words[1]) : NULL;

  if (dossier != NULL && quote == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                        "There is no quote “%s” that you can see. “quote list” shows what there "
                        "is.", words[1]);
  return quote != NULL
             && comark_desk_set_quote_removed (desk, words[0], &quote->id, TRUE, error)
           ? COMARK_REGISTER_DONE : NULL;
}

int
comark_cli_quote_remove (ComarkCli *cli, int argc, char **argv)
{
  if (!comark_cli_parse (cli, NULL, 2, 2, &argc, &argv))
    return COMARK_CLI_USAGE;
  return comark_cli_act (cli, remove_quote, argv + 1);
}
