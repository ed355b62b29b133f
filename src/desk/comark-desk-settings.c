/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings of the organisation and its holidays.
 */
#include "comark-desk-people.h"

#include "comark-desk-text.h"
#include "comark-setting-rows.h"
#include "comark-validity.h"

static gboolean
check_window (const char *value, GError **error)
{
  guint64 days;

  if (g_ascii_string_to_unsigned (value, 10, 0, COMARK_VALIDITY_WINDOW_MAX, &days, NULL))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "The time for second thoughts is 0 to %d working days.",
                             COMARK_VALIDITY_WINDOW_MAX);
}

#define MOST_PROMPTS 12
#define LONGEST_PROMPT 300

/* One a line. */
static char **
split_prompts (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **prompts;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);
  prompts = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return prompts;
}

static gboolean
check_prompts (const char *value, GError **error)
{
  g_auto (GStrv) prompts = split_prompts (value);

  if (g_strv_length (prompts) > MOST_PROMPTS)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "A meeting has time for %d questions at most. Take some out.",
                               MOST_PROMPTS);
  for (guint i = 0; prompts[i] != NULL; i++)
    if (g_utf8_strlen (prompts[i], -1) > LONGEST_PROMPT)
      return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                                 "A question that is read out is short: %d characters at most.",
                                 LONGEST_PROMPT);
  return TRUE;
}

static gboolean
check_yes_or_no (const char *value, GError **error)
{
  return g_str_equal (value, "yes") || g_str_equal (value, "no")
         || comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID, "Write yes or no.");
}

static const struct
{
  const char *name;
  const char *value; /* until it is set */
  gboolean (*check) (const char *value, GError **error);
} settings[] = {
  { "organisation", "", NULL },
  { "panel", "Co-production panel", NULL },
  { "second-thoughts-days", "2", check_window },
  { "practice-first", "no", check_yes_or_no },
  { "check-line", "", NULL },
  { "contact-line", "", NULL },
  { "support-contact", "", NULL },
  { "round-prompts", "", check_prompts },
};

static int
find_setting (const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (g_strcmp0 (settings[i].name, name) == 0)
        return i;
    }
  comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID, "There is no setting “%s”.", name);
  return -1;
}

char *
comark_desk_get_setting (ComarkDesk *desk, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *value = NULL;
  int i = find_setting (name, error);

  if (i < 0)
    return NULL;
  value = comark_setting_rows_find (desk->sql, name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return value != NULL ? g_steal_pointer (&value) : g_strdup (settings[i].value);
}

char **
comark_desk_list_prompts (ComarkDesk *desk, GError **error)
{
  g_autofree char *own = comark_desk_get_setting (desk, "round-prompts", error);
  g_autoptr (GBytes) shipped = NULL;

  if (own == NULL)
    return NULL;
  if (!comark_desk_is_blank (own))
    return split_prompts (own);
  shipped = g_resources_lookup_data ("/org/comark/Comark/data/rounds/prompts.txt",
                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  return shipped != NULL ? split_prompts (g_bytes_get_data (shipped, NULL)) : NULL;
}

typedef struct
{
  const char *name;
  const char *value;
} Setting;

static gboolean
store_setting (ComarkDesk *desk, gpointer data, GError **error)
{
  Setting *setting = data;

  return comark_setting_rows_put (desk->sql, setting->name, setting->value, error)
         && comark_desk_log (desk, "change-setting", NULL, NULL, setting->name, setting->value,
                             error);
}

gboolean
comark_desk_set_setting (ComarkDesk *desk, const char *name, const char *value, GError **error)
{
  Setting setting = { name, value != NULL ? value : "" };
  int i = find_setting (name, error);

  return i >= 0 && comark_desk_allow (desk, NULL, COMARK_ACTION_CHANGE_SETTINGS, error)
         && comark_desk_check_text ("The setting", setting.value, error)
         && (i != 0 || comark_desk_need_text ("The organisation's name", setting.value, error))
         && (settings[i].check == NULL || settings[i].check (setting.value, error))
         && comark_desk_write (desk, "change-setting", store_setting, &setting, error);
}

char **
comark_desk_list_holidays (ComarkDesk *desk, GError **error)
{
  return comark_setting_rows_list_holidays (desk->sql, error);
}

static gboolean
store_holidays (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_setting_rows_put_holidays (desk->sql, data, error)
         && comark_desk_log (desk, "change-setting", NULL, NULL, "holidays", NULL, error);
}

gboolean
comark_desk_set_holidays (ComarkDesk *desk, const char *const *days, GError **error)
{
  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_CHANGE_SETTINGS, error))
    return FALSE;
  for (guint i = 0; days[i] != NULL; i++)
    {
      if (!comark_day_is_valid (days[i]))
        return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                                   "“%s” is not a day. Write it like 2026-12-25.", days[i]);
    }
  return comark_desk_write (desk, "change-setting", store_holidays, (gpointer) days, error);
}
