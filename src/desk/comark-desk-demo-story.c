/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-demo-story.h"

#include <stdlib.h>
#include <string.h>

#include "comark-desk-text.h"

#define ROOT "/org/comark/Comark/demo/"

/* ---- files ---- */

char *
comark_demo_load_text (ComarkDemoDays *days, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (ROOT, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;
  gsize size;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  size = strlen (text);
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      comark_demo_refuse (error, "%s is not UTF-8.", name);
      return NULL;
    }
  return days != NULL ? comark_demo_days_fill (days, text) : g_steal_pointer (&text);
}

GKeyFile *
comark_demo_load_keys (ComarkDemoDays *days, const char *name, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *text = comark_demo_load_text (days, name, error);

  if (text == NULL || !g_key_file_load_from_data (keys, text, strlen (text), 0, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  g_key_file_set_list_separator (keys, '|');
  return g_steal_pointer (&keys);
}

char *
comark_demo_word (GKeyFile *keys, const char *group, const char *key)
{
  char *word = g_key_file_get_string (keys, group, key, NULL);

  return word != NULL ? word : g_strdup ("");
}

char **
comark_demo_words (GKeyFile *keys, const char *group, const char *key)
{
  char **words = g_key_file_get_string_list (keys, group, key, NULL, NULL);

  return words != NULL ? words : g_new0 (char *, 1);
}

const char *
comark_demo_day (ComarkDemo *self, GKeyFile *keys, const char *group, const char *key)
{
  g_autofree char *offset = comark_demo_word (keys, group, key);

  return *offset != '\0' ? comark_demo_days_at (self->days, atoi (offset)) : NULL;
}

gboolean
comark_demo_refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                             "The demo register cannot be made. %s", message);
}

/* ---- steps ---- */

static void
step_free (gpointer data)
{
  ComarkDemoStep *self = data;

  g_free (self->at);
  g_free (self->who);
  g_free (self->verb);
  g_free (self->arguments);
  g_free (self);
}

/* @when is "-273 11:05", @what is "grace joins". */
static ComarkDemoStep *
read_step (ComarkDemo *demo, ComarkDemoStory *story, const char *when, const char *what,
           GError **error)
{
  g_auto (GStrv) time = g_strsplit (when, " ", 2);
  g_auto (GStrv) words = g_strsplit (what, " ", 3);
  guint n = g_strv_length (words);
  ComarkDemoStep *self;

  if (g_strv_length (time) != 2 || n < 2)
    {
      comark_demo_refuse (error, "“%s=%s” is no step.", when, what);
      return NULL;
    }
  self = g_new0 (ComarkDemoStep, 1);
  self->story = story;
  self->at = g_strdup_printf ("%sT%s:00Z", comark_demo_days_at (demo->days, atoi (time[0])),
                              time[1]);
  self->who = g_strdup (words[0]);
  self->verb = g_strdup (words[1]);
  self->arguments = g_strdup (n > 2 ? words[2] : "");
  return self;
}

static gboolean
read_steps (ComarkDemo *self, ComarkDemoStory *story, GError **error)
{
  g_auto (GStrv) times = g_key_file_get_keys (story->keys, "steps", NULL, error);

  if (times == NULL)
    return FALSE;
  for (guint i = 0; times[i] != NULL; i++)
    {
      g_autofree char *what = comark_demo_word (story->keys, "steps", times[i]);
      ComarkDemoStep *step = read_step (self, story, times[i], what, error);

      if (step == NULL)
        return FALSE;
      g_ptr_array_add (self->steps, step);
    }
  return TRUE;
}

/* Steps of one minute stay in the order of their stories, so that the register is the same each
 * time. */
static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const ComarkDemoStep *one = *(const ComarkDemoStep *const *) a;
  const ComarkDemoStep *other = *(const ComarkDemoStep *const *) b;
  int order = strcmp (one->at, other->at);

  return order != 0 ? order : (int) one->story->ord - (int) other->story->ord;
}

/* ---- stories ---- */

static void
story_free (gpointer data)
{
  ComarkDemoStory *self = data;

  g_key_file_unref (self->keys);
  g_free (self->ref);
  g_free (self->number);
  g_hash_table_unref (self->threads);
  g_free (self);
}

static gboolean
read_story (ComarkDemo *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("stories/", name, NULL);
  GKeyFile *keys = comark_demo_load_keys (self->days, path, error);
  ComarkDemoStory *story;

  if (keys == NULL)
    return FALSE;
  story = g_new0 (ComarkDemoStory, 1);
  story->keys = keys;
  story->ord = self->stories->len;
  story->threads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_ptr_array_add (self->stories, story);
  if (read_steps (self, story, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
read_stories (ComarkDemo *self, GError **error)
{
  g_auto (GStrv) names
    = g_resources_enumerate_children (ROOT "stories", G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return FALSE;
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    if (!read_story (self, names[i], error))
      return FALSE;
  g_ptr_array_sort (self->steps, compare_steps);
  return TRUE;
}

void
comark_demo_free (ComarkDemo *self)
{
  g_clear_pointer (&self->days, comark_demo_days_free);
  g_clear_pointer (&self->reasons, g_key_file_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->stories, g_ptr_array_unref);
  g_clear_pointer (&self->sittings, g_hash_table_unref);
  g_free (self);
}

ComarkDemo *
comark_demo_new (const char *today, GError **error)
{
  g_autoptr (ComarkDemo) self = g_new0 (ComarkDemo, 1);
  g_autoptr (GKeyFile) organisation = comark_demo_load_keys (NULL, "organisation.ini", error);
  g_auto (GStrv) yearly = NULL;

  if (organisation == NULL)
    return NULL;
  yearly = comark_demo_words (organisation, "organisation", "holidays");
  self->days = comark_demo_days_new (today, (const char *const *) yearly);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->stories = g_ptr_array_new_with_free_func (story_free);
  self->sittings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->reasons = comark_demo_load_keys (self->days, "reasons.ini", error);
  if (self->reasons == NULL || !read_stories (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
