/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell-register.h"

#include <glib/gstdio.h>

#include "comark-desk-people.h"

static gpointer
add_people_job (ComarkDesk *desk, gpointer data, GError **error)
{
  static const ComarkPersonForm forms[] = {
    { .name = "Amina Yusuf", .email = "amina@example.org", .kind = COMARK_KIND_EXPERT,
      .roles = COMARK_ROLE_MEMBER, .active = TRUE, .access_needs = "Large print" },
    { .name = "Ben Carter", .email = "ben@example.org", .kind = COMARK_KIND_STAFF,
      .roles = COMARK_ROLE_MEMBER, .active = TRUE, .access_needs = "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (ComarkPerson) person = comark_desk_save_person (desk, &forms[i], error);
      if (person == NULL)
        return NULL;
    }
  return COMARK_REGISTER_DONE;
}

static char *
add_one (ComarkDesk *desk, const char *title, GError **error)
{
  ComarkSubmissionForm form = { .title = title, .type = "policy", .level = "operational",
                                .audience = "People on the wards", .summary = "",
                                .team = "Acute care" };

  return comark_desk_new_submission (desk, NULL, &form, error);
}

static gpointer
add_many_job (ComarkDesk *desk, gpointer data, GError **error)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *title = g_strdup_printf ("Policy number %u", i);
      g_autofree char *ref = add_one (desk, title, error);
      if (ref == NULL)
        return NULL;
    }
  return COMARK_REGISTER_DONE;
}

static gpointer
add_job (ComarkDesk *desk, gpointer title, GError **error)
{
  return add_one (desk, title, error);
}

static gpointer
find_joan_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_find_person (desk, "Joan Admin", error);
}

static gpointer
run (ComarkRegister *reg, ComarkStoreAccess mode, ComarkRegisterJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = comark_register_run (reg, mode, job, data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

ComarkRegister *
shell_register_new (guint n_submissions)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("comark-shell-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "test.comark", NULL);
  ComarkRegister *reg = comark_register_create (path, "Northfield Trust", COMARK_PURPOSE_PRACTICE,
                                                NULL, "Joan Admin", &error);
  g_autoptr (ComarkPerson) joan = NULL;

  g_assert_no_error (error);
  g_object_set_data_full (G_OBJECT (reg), "path", g_strdup (path), g_free);
  joan = run (reg, COMARK_STORE_READ, find_joan_job, NULL);
  comark_register_set_acting (reg, joan);
  run (reg, COMARK_STORE_WRITE, add_people_job, NULL);
  run (reg, COMARK_STORE_WRITE, add_many_job, GUINT_TO_POINTER (n_submissions));
  return reg;
}

const char *
shell_register_get_path (ComarkRegister *reg)
{
  return g_object_get_data (G_OBJECT (reg), "path");
}

void
shell_register_free (ComarkRegister *reg)
{
  g_autofree char *path = g_object_steal_data (G_OBJECT (reg), "path");
  g_autofree char *folder = g_path_get_dirname (path);

  comark_register_close (reg);
  g_object_unref (reg);
  g_remove (path);
  g_rmdir (folder);
}

void
shell_register_add (ComarkRegister *reg, const char *title)
{
  g_free (run (reg, COMARK_STORE_WRITE, add_job, (gpointer) title));
}

typedef struct
{
  const char *ref;
  ComarkSubmissionForm form;
} Rename;

static gpointer
rename_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Rename *job = data;

  return comark_desk_save_details (desk, job->ref, &job->form, error) ? COMARK_REGISTER_DONE
                                                                      : NULL;
}

void
shell_register_rename (ComarkRegister *reg, const char *ref, gint64 rev, const char *title)
{
  Rename job = { ref, { .title = title, .type = "policy", .level = "operational", .audience = "",
                        .summary = "", .team = "", .rev = rev } };

  run (reg, COMARK_STORE_WRITE, rename_job, &job);
}

static gboolean
on_time_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

void
shell_wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_time_cb, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}
