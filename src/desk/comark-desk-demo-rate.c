/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What members of a panel say of a story: their own ratings, before and in the meeting.
 */
#include "comark-desk-demo-story.h"

#include <string.h>

#include "comark-desk-cover.h"
#include "comark-desk-panel.h"
#include "comark-dossier.h"
#include "comark-evidence-rows.h"
#include "comark-panel-facts.h"

GPtrArray *
comark_demo_criteria (ComarkDesk *desk, ComarkDemoStory *story, ComarkFramework **framework,
                      GError **error)
{
  g_autoptr (ComarkFramework) own = NULL;
  const ComarkDocumentType *type;
  g_autofree char *id = comark_demo_word (story->keys, "submission", "type");
  ComarkId submission;

  if (!comark_desk_find_submission (desk, story->ref, &submission, error))
    return NULL;
  own = comark_desk_framework_of (desk, &submission, error);
  if (own == NULL)
    return NULL;
  type = comark_framework_document_type (own, id);
  if (type == NULL)
    {
      comark_demo_refuse (error, "There is no type “%s”.", id);
      return NULL;
    }
  *framework = g_steal_pointer (&own);
  return comark_framework_criteria_for_route (*framework, type->route);
}

ComarkValue *
comark_demo_values (GKeyFile *keys, const char *group, guint n, GError **error)
{
  g_autofree char *line = comark_demo_word (keys, group, "values");
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree ComarkValue *values = g_new (ComarkValue, n);
  guint length = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    {
      values[i] = COMARK_VALUE_NONE;
      if (i < length && !g_str_equal (words[i], "-")
          && !comark_value_from_text (words[i], &values[i]))
        {
          comark_demo_refuse (error, "“%s” is no value in [%s].", words[i], group);
          return NULL;
        }
    }
  if (length <= n)
    return g_steal_pointer (&values);
  comark_demo_refuse (error, "[%s] has more values than there are criteria.", group);
  return NULL;
}

/* ---- reasons ---- */

static guint
place_on_panel (ComarkDemoStory *story, const char *key)
{
  g_auto (GStrv) members = comark_demo_words (story->keys, "panel", "members");
  guint i = 0;

  while (members[i] != NULL && !g_str_equal (members[i], key))
    i++;
  return i;
}

/* Not everybody writes everywhere; who does is the same each time. */
static gboolean
feels_like_writing (ComarkDemoStory *story, guint place, const char *criterion)
{
  return (story->ord + place + (guint) criterion[0] + (guint) criterion[1]) % 5 < 2;
}

char *
comark_demo_reason (ComarkDemo *self, ComarkDemoStory *story, const char *key,
                    const char *criterion, ComarkValue value, gboolean needed)
{
  g_autofree char *group = g_strconcat ("review ", key, NULL);
  g_autofree char *own = comark_demo_word (story->keys, group, criterion);
  g_autofree char *text = comark_value_to_text (value);
  g_auto (GStrv) others = comark_demo_words (self->reasons, criterion, text);
  guint place = place_on_panel (story, key), n = g_strv_length (others);

  if (*own != '\0')
    return g_steal_pointer (&own);
  if (n == 0 || (!needed && !feels_like_writing (story, place, criterion)))
    return g_strdup ("");
  return g_strdup (others[(story->ord + place) % n]);
}

/* ---- strengths ---- */

static gboolean
is_confirmed (ComarkDemoStory *story, const char *criterion)
{
  g_autofree char *confirmed = comark_demo_word (story->keys, "confirm 1", "criteria");

  return strstr (confirmed, criterion) != NULL;
}

static ComarkStrength
strength_of (ComarkDemoStory *story, const char *criterion, ComarkValue value)
{
  if (!comark_value_is_level (value))
    return COMARK_STRENGTH_NONE;
  if (value < 3)
    return COMARK_STRENGTH_SAID;
  return is_confirmed (story, criterion) ? COMARK_STRENGTH_CONFIRMED : COMARK_STRENGTH_SHOWN;
}

/* ---- first ratings ---- */

typedef struct
{
  ComarkDesk *desk;
  ComarkDemo *demo;
  ComarkDemoStory *story;
  const char *key;
  gboolean submits;
  ComarkFramework *framework;
  GPtrArray *evidence; /* ComarkEvidence */
} Rater;

static gboolean
rate_one (Rater *self, const char *criterion, ComarkValue value, GError **error)
{
  gboolean needed = comark_panel_needs_reason (self->framework, value);
  g_autofree char *reason
    = comark_demo_reason (self->demo, self->story, self->key, criterion, value, needed);

  if (value == COMARK_VALUE_NONE && *reason == '\0')
    return TRUE;
  return comark_desk_save_rating (self->desk, self->story->ref, criterion, value, reason,
                                  strength_of (self->story, criterion, value), 0, NULL, NULL,
                                  error);
}

/* What a rating says of the evidence, those who rate it say of each item as well. */
static gboolean
cover_all (Rater *self, const char *criterion, ComarkValue value, GError **error)
{
  ComarkCover cover = !comark_value_is_level (value) ? COMARK_COVER_SEEN
                      : value < 2                    ? COMARK_COVER_GAP
                      : value < 3                    ? COMARK_COVER_SEEN
                                                     : COMARK_COVER_ENOUGH;

  for (guint i = 0; value != COMARK_VALUE_NONE && i < self->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (self->evidence, i);

      if (g_strv_contains ((const char *const *) item->criteria, criterion)
          && (i + self->story->ord + place_on_panel (self->story, self->key)) % 4 != 0
          && !comark_desk_cover_evidence (self->desk, self->story->ref, criterion, &item->id,
                                          COMARK_COVER_NONE, cover, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
list_evidence (ComarkDesk *desk, const char *ref, GError **error)
{
  ComarkId submission;

  return comark_desk_find_submission (desk, ref, &submission, error)
           ? comark_evidence_rows_list (desk->sql, &submission, error) : NULL;
}

static gboolean
say_overall (Rater *self, const char *group, GError **error)
{
  g_autofree char *overall = comark_demo_word (self->story->keys, group, "overall");
  g_autofree char *place = comark_demo_word (self->story->keys, group, "place");

  return (*overall == '\0'
          || comark_desk_save_review_body (self->desk, self->story->ref, overall, 0, NULL, error))
         && (*place == '\0'
             || comark_desk_save_place (self->desk, self->story->ref, place, error));
}

/* Many acts in one transaction: the disk is asked once. */
static gboolean
rate_all (ComarkDesk *desk, gpointer data, GError **error)
{
  Rater *self = data;
  g_autofree char *group = g_strconcat ("review ", self->key, NULL);
  g_autoptr (ComarkFramework) framework = NULL;
  g_autoptr (GPtrArray) criteria = comark_demo_criteria (desk, self->story, &framework, error);
  g_autoptr (GPtrArray) evidence
    = criteria != NULL ? list_evidence (desk, self->story->ref, error) : NULL;
  g_autofree ComarkValue *values
    = evidence != NULL ? comark_demo_values (self->story->keys, group, criteria->len, error) : NULL;

  if (values == NULL || !say_overall (self, group, error))
    return FALSE;
  self->framework = framework;
  self->evidence = evidence;
  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);

      if (!rate_one (self, criterion->id, values[i], error)
          || !cover_all (self, criterion->id, values[i], error))
        return FALSE;
    }
  return !self->submits || comark_desk_submit_review (desk, self->story->ref, error);
}

gboolean
comark_demo_rate (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, gboolean submit,
                  GError **error)
{
  Rater rater = { desk, self, step->story, step->who, submit, NULL, NULL };

  return comark_desk_write (desk, "demo-rate", rate_all, &rater, error);
}

/* ---- final ratings ---- */

/* What is stored is what was read: nobody else changes it in between. */
static gboolean
find_rev (ComarkDesk *desk, ComarkDemoStory *story, const char *criterion, gint64 *rev,
          GError **error)
{
  g_autoptr (ComarkDossier) dossier = comark_desk_open_dossier (desk, story->ref, error);
  ComarkReview *own;
  ComarkRating *rating;

  if (dossier == NULL)
    return FALSE;
  own = dossier->own_final != NULL ? dossier->own_final : dossier->own_first;
  rating = comark_dossier_rating (own, criterion);
  *rev = rating != NULL ? rating->rev : 0;
  return TRUE;
}

/* "C4=3|Having heard …" */
gboolean
comark_demo_rerate (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, GError **error)
{
  g_autofree char *group = g_strconcat ("final ", step->who, NULL);
  g_auto (GStrv) criteria = g_key_file_get_keys (step->story->keys, group, NULL, error);

  for (guint i = 0; criteria != NULL && criteria[i] != NULL; i++)
    {
      g_auto (GStrv) words = comark_demo_words (step->story->keys, group, criteria[i]);
      ComarkValue value;
      gint64 rev;

      if (g_strv_length (words) != 2 || !comark_value_from_text (words[0], &value))
        return comark_demo_refuse (error, "[%s] %s is no rating.", group, criteria[i]);
      if (!find_rev (desk, step->story, criteria[i], &rev, error)
          || !comark_desk_save_rating (desk, step->story->ref, criteria[i], value, words[1],
                                       strength_of (step->story, criteria[i], value), rev, NULL,
                                       NULL, error))
        return FALSE;
    }
  return criteria != NULL;
}
