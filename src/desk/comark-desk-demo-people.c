/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-demo-story.h"

#include "comark-desk-people.h"

static const char *const settings[] = {
  "panel", "second-thoughts-days", "check-line", "contact-line", "support-contact",
};

static gboolean
set_organisation (ComarkDesk *desk, ComarkDemo *self, GKeyFile *keys, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = comark_demo_word (keys, "organisation", settings[i]);

      if (!comark_desk_set_setting (desk, settings[i], value, error))
        return FALSE;
    }
  return comark_desk_set_holidays (desk, comark_demo_days_holidays (self->days), error);
}

static guint
read_roles (GKeyFile *keys, const char *group)
{
  g_auto (GStrv) names = comark_demo_words (keys, group, "roles");
  guint roles = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      ComarkRole role = 0;

      if (comark_role_from_nick (names[i], &role))
        roles |= role;
    }
  return roles;
}

/* The first administrator is on the register since it was made. */
static void
take_first (ComarkDesk *desk, ComarkPersonForm *form)
{
  if (!g_str_equal (desk->who->name, form->name))
    return;
  form->id = desk->who->id;
  form->rev = desk->who->rev;
}

static gboolean
add_person (ComarkDesk *desk, ComarkDemo *self, GKeyFile *keys, const char *group, GError **error)
{
  g_autofree char *name = comark_demo_word (keys, group, "name");
  g_autofree char *email = comark_demo_word (keys, group, "email");
  g_autofree char *kind = comark_demo_word (keys, group, "kind");
  g_autofree char *needs = comark_demo_word (keys, group, "needs");
  ComarkPersonForm form = {
    .name = name,
    .email = email,
    .kind = COMARK_KIND_NONE,
    .roles = read_roles (keys, group),
    .carer = g_key_file_get_boolean (keys, group, "carer", NULL),
    .active = TRUE,
    .access_needs = needs,
  };
  ComarkPerson *person;

  comark_member_kind_from_nick (kind, &form.kind);
  take_first (desk, &form);
  person = comark_desk_save_person (desk, &form, error);
  if (person == NULL)
    return FALSE;
  g_hash_table_insert (self->people, g_strdup (group + strlen ("person ")), person);
  return TRUE;
}

gboolean
comark_demo_add_people (ComarkDesk *desk, ComarkDemo *self, GError **error)
{
  g_autoptr (GKeyFile) keys = comark_demo_load_keys (self->days, "organisation.ini", error);
  g_auto (GStrv) groups = NULL;

  if (keys == NULL || !set_organisation (desk, self, keys, error))
    return FALSE;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "person ") && !add_person (desk, self, keys, groups[i], error))
      return FALSE;
  return TRUE;
}

ComarkPerson *
comark_demo_person (ComarkDemo *self, const char *key, GError **error)
{
  ComarkPerson *person = g_hash_table_lookup (self->people, key);

  if (person == NULL)
    comark_demo_refuse (error, "There is nobody called “%s”.", key);
  return person;
}
