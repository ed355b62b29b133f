/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sittings of the demo register: [sitting NAME] in organisation.ini says when and where.
 */
#include "comark-desk-demo-story.h"

#include "comark-desk-sittings.h"

/* The sitting is planned when the first story goes on its agenda. Returns: (transfer none) */
static const char *
plan (ComarkDesk *desk, ComarkDemo *self, const char *name, GError **error)
{
  g_autoptr (GKeyFile) keys = comark_demo_load_keys (self->days, "organisation.ini", error);
  g_autofree char *group = g_strconcat ("sitting ", name, NULL);
  g_autofree char *time = NULL, *place = NULL, *link = NULL, *note = NULL;
  char *ref;

  if (keys == NULL)
    return NULL;
  time = comark_demo_word (keys, group, "time");
  place = comark_demo_word (keys, group, "place");
  link = comark_demo_word (keys, group, "link");
  note = comark_demo_word (keys, group, "note");
  ref = comark_desk_plan_sitting (desk, &(ComarkSittingForm) {
    comark_demo_day (self, keys, group, "day"), time, place, link, note, 0 }, error);
  if (ref != NULL)
    g_hash_table_insert (self->sittings, g_strdup (name), ref);
  return ref;
}

gboolean
comark_demo_put_on_agenda (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                           GError **error)
{
  const char *ref = g_hash_table_lookup (self->sittings, step->arguments);

  if (ref == NULL)
    ref = plan (desk, self, step->arguments, error);
  return ref != NULL && comark_desk_put_on_agenda (desk, ref, step->story->ref, error);
}

/* "NAME HOW" */
gboolean
comark_demo_reply_sitting (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                           GError **error)
{
  g_auto (GStrv) words = g_strsplit (step->arguments, " ", 2);
  const char *ref = words[0] != NULL ? g_hash_table_lookup (self->sittings, words[0]) : NULL;

  if (ref == NULL || words[1] == NULL)
    return comark_demo_refuse (error, "“%s” names no sitting and how.", step->arguments);
  return comark_desk_reply_sitting (desk, ref, words[1], error);
}
