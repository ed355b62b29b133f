/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is on the register. On a file anybody may look at the names, to say who they are; addresses
 * and access needs are for those who look after people, and for each their own.
 */
#include "comark-desk-people.h"

#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-person-rows.h"

static void
hide_private (ComarkPerson *person)
{
  g_free (person->email);
  person->email = g_strdup ("");
  g_free (person->access_needs);
  person->access_needs = g_strdup ("");
}

static gboolean
hide_from_who (ComarkDesk *desk, GPtrArray *people, GError **error)
{
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error))
    return FALSE;
  if (comark_access_check (&standing, COMARK_ACTION_SEE_PEOPLE, NULL))
    return TRUE;
  for (guint i = 0; i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);

      if (desk->who == NULL || !comark_id_equal (&person->id, &desk->who->id))
        hide_private (person);
    }
  return TRUE;
}

GPtrArray *
comark_desk_list_people (ComarkDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) people = comark_person_rows_list (desk->sql, error);

  if (people == NULL || !hide_from_who (desk, people, error))
    return NULL;
  return g_steal_pointer (&people);
}

/* By id, else by e-mail address or whole name. */
static GPtrArray *
look_up (ComarkDesk *desk, const char *text, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) local = NULL;
  ComarkPerson *person;
  ComarkId id;

  if (!comark_id_from_string (text, &id))
    return comark_person_rows_named (desk->sql, text, error);
  people = g_ptr_array_new_with_free_func (g_object_unref);
  person = comark_person_rows_find (desk->sql, &id, &local);
  if (person != NULL)
    g_ptr_array_add (people, person);
  if (local == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

ComarkPerson *
comark_desk_find_person (ComarkDesk *desk, const char *text, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;

  if (!comark_desk_need_text ("The person's name", text, error))
    return NULL;
  people = look_up (desk, text, error);
  if (people == NULL || !hide_from_who (desk, people, error))
    return NULL;
  if (people->len == 1)
    return g_object_ref (g_ptr_array_index (people, 0));
  if (people->len == 0)
    comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                        "Nobody on the register is called “%s”.", text);
  else
    comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                        "%u people are called “%s”. Say which by their e-mail address or id.",
                        people->len, text);
  return NULL;
}
