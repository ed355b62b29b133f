/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-person-rows.h"

#include "comark-fold.h"

#define PERSON_SELECT                                                                            \
  "SELECT p.id, p.name, p.email, p.kind, p.carer, p.active, p.access_needs, p.rev, r.role"       \
  " FROM person p LEFT JOIN person_role r ON r.person=p.id "

static ComarkPerson *
person_of_row (ComarkStatement *st)
{
  ComarkPerson *person = comark_person_new ();

  person->id = comark_statement_column_id (st, 0);
  person->name = g_strdup (comark_statement_column_text (st, 1));
  person->email = g_strdup (comark_statement_column_text (st, 2));
  comark_member_kind_from_nick (comark_statement_column_text (st, 3), &person->kind);
  person->carer = comark_statement_column_int (st, 4) == 1;
  person->active = comark_statement_column_int (st, 5) == 1;
  person->access_needs = g_strdup (comark_statement_column_text (st, 6));
  person->rev = comark_statement_column_int (st, 7);
  return person;
}

/* A person with two roles comes as two rows, one after the other. */
static void
take_row (ComarkStatement *st, GPtrArray *people)
{
  ComarkPerson *last = people->len == 0 ? NULL : g_ptr_array_index (people, people->len - 1);
  ComarkId id = comark_statement_column_id (st, 0);
  ComarkRole role;

  if (last == NULL || !comark_id_equal (&last->id, &id))
    {
      last = person_of_row (st);
      g_ptr_array_add (people, last);
    }
  if (comark_role_from_nick (comark_statement_column_text (st, 8), &role))
    last->roles |= role;
}

static GPtrArray *
collect (ComarkStatement *st, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  while (st != NULL && comark_statement_step (st, &row, error))
    {
      if (!row)
        return g_steal_pointer (&people);
      take_row (st, people);
    }
  return NULL;
}

ComarkPerson *
comark_person_rows_find (ComarkSql *sql, const ComarkId *id, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, PERSON_SELECT "WHERE p.id=$1", "k", id);
  g_autoptr (GPtrArray) people = collect (st, error);

  if (people == NULL || people->len == 0)
    return NULL;
  return g_object_ref (g_ptr_array_index (people, 0));
}

GPtrArray *
comark_person_rows_list (ComarkSql *sql, GError **error)
{
  g_autoptr (ComarkStatement) st
    = comark_sql_query (sql, error, PERSON_SELECT "ORDER BY p.name_fold, p.id", "");

  return collect (st, error);
}

GPtrArray *
comark_person_rows_named (ComarkSql *sql, const char *text, GError **error)
{
  g_autofree char *fold = comark_fold (text);
  g_autofree char *email = g_utf8_casefold (text, -1);
  g_autoptr (ComarkStatement) st = comark_sql_query (
    sql, error,
    PERSON_SELECT "WHERE (p.name_fold=$1 AND p.name_fold<>'')"
                  " OR (p.email_fold=$2 AND p.email_fold<>'') ORDER BY p.name_fold, p.id",
    "tt", fold, email);

  return collect (st, error);
}

gboolean
comark_person_rows_count_administrators (ComarkSql *sql, const ComarkId *but, gint64 *count,
                                         GError **error)
{
  static const ComarkId nobody = { { 0xff } };

  return comark_sql_query_int (
    sql, count, error,
    "SELECT count(*) FROM person p JOIN person_role r ON r.person=p.id"
    " WHERE r.role='administrator' AND p.active=1 AND p.id<>$1", "k", but ? but : &nobody);
}

gboolean
comark_person_rows_count (ComarkSql *sql, gint64 *count, GError **error)
{
  return comark_sql_query_int (sql, count, error, "SELECT count(*) FROM person", "");
}

static gboolean
insert_roles (ComarkSql *sql, ComarkPerson *person, GError **error)
{
  static const ComarkRole roles[]
    = { COMARK_ROLE_OWNER, COMARK_ROLE_MEMBER, COMARK_ROLE_CO_CHAIR, COMARK_ROLE_ADMINISTRATOR };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      if ((person->roles & roles[i]) == 0)
        continue;
      if (comark_sql_exec (sql, error, "INSERT INTO person_role (person, role) VALUES ($1, $2)",
                           "kt", &person->id, comark_role_nick (roles[i])) < 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_person_rows_insert (ComarkSql *sql, ComarkPerson *person, GError **error)
{
  g_autofree char *fold = comark_fold (person->name);
  g_autofree char *email = g_utf8_casefold (person->email, -1);

  return comark_sql_exec (
           sql, error,
           "INSERT INTO person (id, name, name_fold, email, email_fold, kind, carer, active,"
           " access_needs, rev) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)", "ktttttnnt",
           &person->id, person->name, fold, person->email, email,
           comark_member_kind_nick (person->kind), person->carer, person->active,
           person->access_needs) == 1
         && insert_roles (sql, person, error);
}

gboolean
comark_person_rows_update (ComarkSql *sql, ComarkPerson *person, GError **error)
{
  g_autofree char *fold = comark_fold (person->name);
  g_autofree char *email = g_utf8_casefold (person->email, -1);

  return comark_sql_exec_one (
           sql, error,
           "UPDATE person SET name=$1, name_fold=$2, email=$3, email_fold=$4, kind=$5, carer=$6,"
           " active=$7, access_needs=$8, rev=rev+1 WHERE id=$9 AND rev=$10", "tttttnntki",
           person->name, fold, person->email, email, comark_member_kind_nick (person->kind),
           person->carer, person->active, person->access_needs, &person->id, person->rev)
         && comark_sql_exec (sql, error, "DELETE FROM person_role WHERE person=$1", "k",
                             &person->id) >= 0
         && insert_roles (sql, person, error);
}
