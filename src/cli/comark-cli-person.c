/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * person add, list, show: who the register knows.
 */
#include "comark-cli-verbs.h"

#include "comark-cli-json.h"
#include "comark-desk-people.h"

static char *
roles_words (guint roles)
{
  GString *words = g_string_new (NULL);

  for (guint role = COMARK_ROLE_OWNER; role <= COMARK_ROLE_ADMINISTRATOR; role <<= 1)
    if (roles & role)
      g_string_append_printf (words, "%s%s", words->len ? ", " : "", comark_role_nick (role));
  return g_string_free (words, FALSE);
}

static void
print_person (ComarkPerson *person)
{
  g_autofree char *roles = roles_words (person->roles);

  comark_cli_print ("%-28s %-7s %-28s %s%s", person->name, comark_member_kind_nick (person->kind),
                    person->email, roles, person->active ? "" : " (no longer active)");
}

static gpointer
save (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_save_person (desk, data, error);
}

static gboolean
read_roles (ComarkCli *cli, char **texts, guint *roles)
{
  for (char **text = texts; text && *text; text++)
    {
      ComarkRole role;
      if (!comark_role_from_nick (*text, &role))
        {
          comark_cli_misuse (cli, "“%s” is no role. It is owner, member, co-chair or "
                                  "administrator.", *text);
          return FALSE;
        }
      *roles |= role;
    }
  return TRUE;
}

int
comark_cli_person_add (ComarkCli *cli, int argc, char **argv)
{
  ComarkPersonForm form = { .active = TRUE };
  g_autofree char *name = NULL, *email = NULL, *kind = NULL, *needs = NULL;
  g_auto (GStrv) roles = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "email", 0, 0, G_OPTION_ARG_STRING, &email, NULL, NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, NULL, NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &roles, NULL, NULL },
    { "carer", 0, 0, G_OPTION_ARG_NONE, &form.carer, NULL, NULL },
    { "access-needs", 0, 0, G_OPTION_ARG_STRING, &needs, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  int status;

  if (!comark_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  if (name == NULL || roles == NULL)
    return comark_cli_misuse (cli, "A person needs --name and at least one --role.");
  if (kind && !comark_member_kind_from_nick (kind, &form.kind))
    return comark_cli_misuse (cli, "“%s” is no kind. It is expert or staff.", kind);
  if (!read_roles (cli, roles, &form.roles))
    return COMARK_CLI_USAGE;
  form.name = name;
  form.email = email ? email : "";
  form.access_needs = needs ? needs : "";
  g_autoptr (ComarkPerson) person
    = comark_cli_run (cli, COMARK_STORE_WRITE, save, &form, &status);
  if (person && cli->json)
    comark_cli_json_print_record (COMARK_RECORD (person));
  else if (person)
    print_person (person);
  return status;
}

static gpointer
list (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_people (desk, error);
}

int
comark_cli_person_list (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) people = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 0, 0, &argc, &argv))
    return COMARK_CLI_USAGE;
  people = comark_cli_run (cli, COMARK_STORE_READ, list, NULL, &status);
  if (people && cli->json)
    comark_cli_json_print_records (people);
  for (guint i = 0; people && !cli->json && i < people->len; i++)
    print_person (g_ptr_array_index (people, i));
  return status;
}

static gpointer
find (ComarkDesk *desk, gpointer name, GError **error)
{
  return comark_desk_find_person (desk, name, error);
}

int
comark_cli_person_show (ComarkCli *cli, int argc, char **argv)
{
  g_autoptr (ComarkPerson) person = NULL;
  int status;

  if (!comark_cli_parse (cli, NULL, 1, 1, &argc, &argv))
    return COMARK_CLI_USAGE;
  person = comark_cli_run (cli, COMARK_STORE_READ, find, argv[1], &status);
  if (person && cli->json)
    comark_cli_json_print_record (COMARK_RECORD (person));
  else if (person)
    print_person (person);
  return status;
}
