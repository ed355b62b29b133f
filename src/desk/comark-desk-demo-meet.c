/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written down in a meeting of a story's panel.
 */
#include "comark-desk-demo-story.h"

#include <stdlib.h>
#include <string.h>

#include "comark-contributor-rows.h"
#include "comark-desk-panel.h"

/* Calls @each for every group of @story whose name begins with @prefix; @name is the rest. */
typedef gboolean (*GroupFunc) (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                               const char *group, const char *name, GError **error);

static gboolean
for_each_group (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *prefix,
                GroupFunc each, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (story->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], prefix)
        && !each (desk, self, story, groups[i], groups[i] + strlen (prefix), error))
      return FALSE;
  return TRUE;
}

gboolean
comark_demo_attend (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  g_auto (GStrv) members = g_key_file_get_keys (story->keys, "meeting", NULL, error);

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    {
      g_autofree char *how = comark_demo_word (story->keys, "meeting", members[i]);
      ComarkPerson *person = comark_demo_person (self, members[i], error);

      if (person == NULL
          || !comark_desk_attend (desk, story->ref, &person->id, how, FALSE, error))
        return FALSE;
    }
  return members != NULL;
}

/* Where the story says nothing, what the members propose. */
static ComarkStrength
agreed_strength (ComarkDemoStory *story, const char *criterion)
{
  g_autofree char *key = g_strconcat (criterion, ".strength", NULL);
  g_autofree char *nick = comark_demo_word (story->keys, "agreed", key);
  ComarkStrength strength = COMARK_STRENGTH_NONE;

  comark_strength_from_nick (nick, &strength);
  return strength;
}

static gboolean
agree_all (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkDemoStory *story = data;
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (GPtrArray) criteria = comark_demo_criteria (desk, story, &framework, error);
  g_autofree ComarkValue *values
    = criteria != NULL ? comark_demo_values (story->keys, "agreed", criteria->len, error) : NULL;

  for (guint i = 0; values != NULL && i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *because = comark_demo_word (story->keys, "agreed", criterion->id);

      if (values[i] != COMARK_VALUE_NONE
          && !comark_desk_agree (desk, story->ref, criterion->id, values[i],
                                 agreed_strength (story, criterion->id), because, error))
        return FALSE;
    }
  return values != NULL;
}

gboolean
comark_demo_agree (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  return comark_desk_write (desk, "demo-agree", agree_all, story, error);
}

static gboolean
judge_one (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *group,
           const char *name, GError **error)
{
  g_autofree char *answer = comark_demo_word (story->keys, group, "answer");
  g_autofree char *because = comark_demo_word (story->keys, group, "because");

  return comark_desk_judge (desk, story->ref, name, g_str_equal (answer, "yes"), because, error);
}

gboolean
comark_demo_judge (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  return for_each_group (desk, self, story, "judgement ", judge_one, error);
}

static gboolean
dissent_one (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *group,
             const char *name, GError **error)
{
  g_auto (GStrv) about = g_key_file_get_keys (story->keys, group, NULL, error);
  ComarkPerson *person = comark_demo_person (self, name, error);

  for (guint i = 0; about != NULL && person != NULL && about[i] != NULL; i++)
    {
      g_autofree char *body = comark_demo_word (story->keys, group, about[i]);
      const char *criterion = g_str_equal (about[i], "overall") ? "" : about[i];

      if (!comark_desk_dissent (desk, story->ref, criterion, &person->id, body, error))
        return FALSE;
    }
  return about != NULL && person != NULL;
}

gboolean
comark_demo_dissent (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  return for_each_group (desk, self, story, "dissent ", dissent_one, error);
}

static gboolean
confirm_one (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, const char *group,
             const char *name, GError **error)
{
  g_autofree char *ids = comark_demo_word (story->keys, group, "criteria");
  g_autofree char *how = comark_demo_word (story->keys, group, "how");
  g_auto (GStrv) criteria = g_strsplit (ids, " ", -1);
  int n = g_key_file_get_integer (story->keys, group, "contributor", NULL);
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (GPtrArray) contributors = NULL;
  ComarkId submission;

  if (!comark_desk_find_submission (desk, story->ref, &submission, error))
    return FALSE;
  contributors = comark_contributor_rows_list (desk->sql, &submission, error);
  if (contributors == NULL)
    return FALSE;
  if (n < 1 || (guint) n > contributors->len)
    return comark_demo_refuse (error, "[%s] names no contributor.", group);
  for (guint i = 0; criteria[i] != NULL; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (contributors, n - 1);

      if (!comark_desk_confirm (desk, story->ref, criteria[i], &contributor->id, how, today,
                                error))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_demo_confirm (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  return for_each_group (desk, self, story, "confirm ", confirm_one, error);
}
