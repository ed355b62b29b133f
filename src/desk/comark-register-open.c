/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making and opening registers.
 */
#include "comark-register-private.h"

#include <glib/gstdio.h>

#include "comark-desk-frameworks.h"
#include "comark-desk-home.h"
#include "comark-desk-people.h"
#include "comark-desk-text.h"
#include "comark-framework-reader.h"
#include "comark-person-rows.h"
#include "comark-setting-rows.h"

/* What a new register starts with. */
typedef struct
{
  const char *organisation;
  gboolean practice_first; /* members practise before their first review */
  ComarkFramework *framework;
  ComarkPerson *administrator; /* nullable */
} Beginning;

static gboolean
store_beginning (ComarkDesk *desk, gpointer data, GError **error)
{
  Beginning *beginning = data;
  ComarkPerson *administrator = beginning->administrator;

  if (!comark_setting_rows_put (desk->sql, "organisation", beginning->organisation, error)
      || !comark_setting_rows_put (desk->sql, "practice-first",
                                   beginning->practice_first ? "yes" : "no", error)
      || !comark_desk_store_framework (desk, beginning->framework, error))
    return FALSE;
  if (administrator == NULL)
    return TRUE;
  return comark_person_rows_insert (desk->sql, administrator, error)
         && comark_desk_log (desk, "add-person", NULL, &administrator->id, "roles", NULL, error);
}

static gpointer
run_beginning (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_write (desk, "create-register", store_beginning, data, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static ComarkPerson *
make_administrator (const char *name)
{
  ComarkPerson *person = NULL;

  if (name == NULL)
    return NULL;
  person = comark_person_new ();
  person->id = comark_id_new ();
  person->name = g_strdup (name);
  person->email = g_strdup ("");
  person->roles = COMARK_ROLE_ADMINISTRATOR;
  person->active = TRUE;
  person->access_needs = g_strdup ("");
  person->rev = 1;
  return person;
}

static ComarkRegister *
begin (const char *path, ComarkPurpose purpose, Beginning *beginning, GError **error)
{
  g_autoptr (ComarkStore) store
    = comark_store_create (path, purpose, beginning->organisation, error);
  g_autoptr (ComarkRegister) self = NULL;

  if (store == NULL)
    return NULL;
  self = comark_register_new_for_store (store);
  if (comark_register_run (self, COMARK_STORE_WRITE, run_beginning, beginning, error) == NULL)
    {
      comark_register_close (self);
      /* Half a register is none; the file was not there before. */
      if (!comark_sql_is_uri (path))
        g_unlink (path);
      return NULL;
    }
  comark_register_take_organisation (self, g_strdup (beginning->organisation));
  comark_register_set_acting (self, beginning->administrator);
  return g_steal_pointer (&self);
}

ComarkRegister *
comark_register_create (const char *path, const char *organisation, ComarkPurpose purpose,
                        GBytes *framework_file, const char *administrator_name, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (ComarkPerson) administrator = NULL;

  if (!comark_desk_need_text ("The organisation's name", organisation, error)
      || !comark_desk_check_text ("The administrator's name", administrator_name, error))
    return NULL;
  framework = framework_file != NULL
                ? comark_framework_load_bytes (framework_file, "the framework file", error)
                : comark_framework_load_builtin (COMARK_FRAMEWORK_DEFAULT, error);
  if (framework == NULL)
    return NULL;
  administrator = make_administrator (administrator_name);
  return begin (path, purpose,
                &(Beginning){ organisation, purpose == COMARK_PURPOSE_LIVE, framework,
                              administrator },
                error);
}

/* What a register is, read when it is opened. */
typedef struct
{
  char *organisation;
  gboolean is_home;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_free (facts->organisation);
  g_free (facts);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Facts, facts_free)

static gpointer
run_read_facts (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (Facts) facts = g_new0 (Facts, 1);

  facts->organisation = comark_desk_get_setting (desk, "organisation", error);
  return facts->organisation != NULL && comark_desk_is_at_home (desk, &facts->is_home, error)
           ? g_steal_pointer (&facts)
           : NULL;
}

static void
take_facts (ComarkRegister *self, Facts *facts)
{
  comark_register_take_organisation (self, g_steal_pointer (&facts->organisation));
  comark_register_set_home (self, facts->is_home);
}

static ComarkRegister *
wrap (ComarkStore *store, GError **error)
{
  g_autoptr (ComarkRegister) self = comark_register_new_for_store (store);
  g_autoptr (Facts) facts
    = comark_register_run (self, COMARK_STORE_READ, run_read_facts, NULL, error);

  if (facts == NULL)
    return NULL;
  take_facts (self, facts);
  return g_steal_pointer (&self);
}

ComarkRegister *
comark_register_open (const char *path, GError **error)
{
  g_autoptr (ComarkStore) store = comark_store_open (path, error);

  return store != NULL ? wrap (store, error) : NULL;
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ComarkRegister *self = COMARK_REGISTER (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Facts) facts = comark_register_run_finish (self, result, &error);

  if (facts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  take_facts (self, facts);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
on_store_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkStore) store = comark_store_open_finish (result, &error);
  g_autoptr (ComarkRegister) self = NULL;

  if (store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self = comark_register_new_for_store (store);
  comark_register_run_async (self, COMARK_STORE_READ, run_read_facts, NULL, NULL, facts_free,
                             g_task_get_cancellable (task), on_facts_read_cb,
                             g_object_ref (task));
}

void
comark_register_open_async (const char *path, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, comark_register_open_async);
  comark_store_open_async (path, cancellable, on_store_opened_cb, g_object_ref (task));
}

ComarkRegister *
comark_register_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
