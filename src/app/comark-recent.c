/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-recent.h"

#include <string.h>

char **
comark_recent_list (GSettings *settings)
{
  return g_settings_get_strv (settings, "recent");
}

void
comark_recent_add (GSettings *settings, const char *path)
{
  g_auto (GStrv) older = comark_recent_list (settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) newer = NULL;
  guint n_kept = 1;

  g_strv_builder_add (builder, path);
  for (guint i = 0; older[i] != NULL && n_kept < COMARK_RECENT_MAX; i++)
    if (!g_str_equal (older[i], path))
      {
        g_strv_builder_add (builder, older[i]);
        n_kept++;
      }
  newer = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent", (const char *const *) newer);
}

char *
comark_recent_get_acting (GSettings *settings, const char *path)
{
  g_autoptr (GVariant) acting = g_settings_get_value (settings, "acting");
  char *person = NULL;

  g_variant_lookup (acting, path, "s", &person);
  return person;
}

void
comark_recent_set_acting (GSettings *settings, const char *path, const char *person)
{
  g_autoptr (GVariant) older = g_settings_get_value (settings, "acting");
  g_auto (GStrv) recent = comark_recent_list (settings);
  GVariantBuilder newer;

  g_variant_builder_init (&newer, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&newer, "{ss}", path, person);
  /* Only for registers that are still remembered: the list must not grow for ever. */
  for (guint i = 0; recent[i] != NULL; i++)
    {
      const char *known;
      if (!g_str_equal (recent[i], path) && g_variant_lookup (older, recent[i], "&s", &known))
        g_variant_builder_add (&newer, "{ss}", recent[i], known);
    }
  g_settings_set_value (settings, "acting", g_variant_builder_end (&newer));
}

char *
comark_recent_in_words (const char *path)
{
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    return g_strdup_printf ("~%s", path + strlen (home));
  return g_strdup (path);
}
