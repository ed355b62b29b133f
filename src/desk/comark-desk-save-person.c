/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Adding and changing a person.
 */
#include "comark-desk-people.h"

#include "comark-desk-text.h"
#include "comark-person-rows.h"

static ComarkPerson *
person_of_form (const ComarkPersonForm *form)
{
  ComarkPerson *person = comark_person_new ();

  person->id = form->id;
  person->name = g_strstrip (g_strdup (form->name));
  person->email = g_strstrip (g_strdup (form->email != NULL ? form->email : ""));
  person->kind = form->kind;
  person->roles = form->roles;
  person->carer = form->carer;
  person->active = form->active;
  person->access_needs = g_strdup (form->access_needs != NULL ? form->access_needs : "");
  person->rev = form->rev;
  return person;
}

static gboolean
check_form (const ComarkPersonForm *form, GError **error)
{
  if (!comark_desk_need_text ("The name", form->name, error)
      || !comark_desk_check_text ("The e-mail address", form->email, error)
      || !comark_desk_check_text ("The access needs", form->access_needs, error))
    return FALSE;
  if ((form->roles & (COMARK_ROLE_MEMBER | COMARK_ROLE_CO_CHAIR)) != 0
      && form->kind == COMARK_KIND_NONE)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                               "A panel member is either an expert by experience or staff. "
                               "Choose which.");
  return TRUE;
}

/* The very first person has nobody to ask, and must be able to add the others. */
static gboolean
check_first (const ComarkPersonForm *form, GError **error)
{
  if ((form->roles & COMARK_ROLE_ADMINISTRATOR) != 0 && form->active)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The first person on a register must be an administrator. "
                             "Give them that role.");
}

static gboolean
check_may (ComarkDesk *desk, const ComarkPersonForm *form, GError **error)
{
  gint64 n_people;

  if (!comark_person_rows_count (desk->sql, &n_people, error))
    return FALSE;
  if (n_people == 0)
    return check_first (form, error);
  return comark_desk_allow (desk, NULL, COMARK_ACTION_MANAGE_PEOPLE, error);
}

static gboolean
check_administrator_is_left (ComarkDesk *desk, ComarkPerson *person, GError **error)
{
  gint64 n_others;

  if (person->active && (person->roles & COMARK_ROLE_ADMINISTRATOR) != 0)
    return TRUE;
  if (!comark_person_rows_count_administrators (desk->sql, &person->id, &n_others, error))
    return FALSE;
  if (n_others > 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "%s is the only administrator. Make somebody else an administrator "
                             "first.", person->name);
}

static gboolean
check_unchanged (ComarkDesk *desk, ComarkPerson *ours, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) theirs = comark_person_rows_find (desk->sql, &ours->id, &local);
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  if (theirs == NULL)
    {
      if (local == NULL)
        return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                                   "This person is not on the register.");
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (theirs->rev == ours->rev)
    return TRUE;
  comark_desk_changes_text (&changes, "name", theirs->name, ours->name);
  comark_desk_changes_text (&changes, "e-mail address", theirs->email, ours->email);
  comark_desk_changes_flag (&changes, "kind", theirs->kind, ours->kind);
  comark_desk_changes_flag (&changes, "roles", theirs->roles, ours->roles);
  comark_desk_changes_flag (&changes, "carer", theirs->carer, ours->carer);
  comark_desk_changes_flag (&changes, "active", theirs->active, ours->active);
  comark_desk_changes_text (&changes, "access needs", theirs->access_needs, ours->access_needs);
  return comark_desk_changed (&changes, theirs->name, error);
}

static gboolean
insert_person (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkPerson *person = data;

  return comark_person_rows_insert (desk->sql, person, error)
         && comark_desk_log (desk, "add-person", NULL, &person->id, "name roles", NULL, error);
}

static gboolean
update_person (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkPerson *person = data;

  return check_unchanged (desk, person, error)
         && check_administrator_is_left (desk, person, error)
         && comark_person_rows_update (desk->sql, person, error)
         && comark_desk_log (desk, "change-person", NULL, &person->id, "name roles", NULL, error);
}

ComarkPerson *
comark_desk_save_person (ComarkDesk *desk, const ComarkPersonForm *form, GError **error)
{
  g_autoptr (ComarkPerson) person = NULL;
  gboolean is_new = comark_id_is_none (&form->id);

  if (!check_form (form, error) || !check_may (desk, form, error))
    return NULL;
  person = person_of_form (form);
  if (is_new)
    person->id = comark_desk_row_id (desk);
  if (!comark_desk_write (desk, is_new ? "add-person" : "change-person",
                          is_new ? insert_person : update_person, person, error))
    return NULL;
  return comark_person_rows_find (desk->sql, &person->id, error);
}
