/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-person-words.h"

#include <glib/gi18n.h>

static const struct
{
  ComarkRole role;
  const char *words;
} roles[] = {
  { COMARK_ROLE_OWNER, N_("Document owner") },
  { COMARK_ROLE_MEMBER, N_("Panel member") },
  { COMARK_ROLE_CO_CHAIR, N_("Co-chair") },
  { COMARK_ROLE_ADMINISTRATOR, N_("Administrator") },
};

char *
comark_person_roles_in_words (ComarkPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if ((person->roles & roles[i].role) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(roles[i].words));
  return text->len > 0 ? g_strdup (text->str) : g_strdup ("–");
}
