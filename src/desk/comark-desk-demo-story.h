/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stories of the demo register, one a file in data/demo/stories: a submission, all the words
 * that belong to it, and the steps by which people move it, each with its day, hour, person and
 * verb ("-273 11:05=grace joins"). Days are counted by comark-desk-demo-days.h.
 */
#pragma once

#include "comark-criterion.h"
#include "comark-desk.h"
#include "comark-desk-demo-days.h"
#include "comark-register.h"

G_BEGIN_DECLS

typedef struct
{
  GKeyFile *keys;
  guint ord;    /* place among the stories, from 0 */
  char *ref;    /* once it is on the register */
  char *number; /* of its mark; NULL for none */
  GHashTable *threads; /* key of the message that began it → ComarkId */
} ComarkDemoStory;

typedef struct
{
  ComarkDemoStory *story; /* borrowed */
  char *at;               /* "2026-03-03T11:05:00Z" */
  char *who;              /* key of a person */
  char *verb;
  char *arguments; /* "" for none */
} ComarkDemoStep;

/* All that a step may need. */
typedef struct
{
  ComarkDemoDays *days;
  GHashTable *people;  /* key to ComarkPerson */
  GKeyFile *reasons;   /* what members write where a story gives no words of its own */
  GPtrArray *stories;  /* ComarkDemoStory */
  GPtrArray *steps;    /* ComarkDemoStep, in the order of time */
  GHashTable *sittings; /* name to reference */
} ComarkDemo;

/* @today: ISO. Reads everything but the people. Returns: (transfer full) (nullable) */
ComarkDemo *comark_demo_new (const char *today, GError **error);
void comark_demo_free (ComarkDemo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkDemo, comark_demo_free)

/* A file of data/demo with its days filled in. @days NULL: as it is.
 * Returns: (transfer full) (nullable) */
char *comark_demo_load_text (ComarkDemoDays *days, const char *name, GError **error);
GKeyFile *comark_demo_load_keys (ComarkDemoDays *days, const char *name, GError **error);

/* Key lookups that take a missing key for "". Returns: (transfer full) */
char *comark_demo_word (GKeyFile *keys, const char *group, const char *key);
/* Parted by "|". Returns: (transfer full) (array zero-terminated=1) */
char **comark_demo_words (GKeyFile *keys, const char *group, const char *key);
/* A day given as an offset, as ISO; NULL where there is none. Returns: (transfer none) */
const char *comark_demo_day (ComarkDemo *self, GKeyFile *keys, const char *group, const char *key);

/* Errors with a sentence that names the story's step. Always FALSE. */
gboolean comark_demo_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

ComarkPerson *comark_demo_person (ComarkDemo *self, const char *key, GError **error);

/* Adds the organisation's settings and its people: a job of the register. */
gboolean comark_demo_add_people (ComarkDesk *desk, ComarkDemo *self, GError **error);

/* What the member @key writes beside @value of @criterion: the story's words, or others from the
 * store of reasons, or "". Returns: (transfer full) */
char *comark_demo_reason (ComarkDemo *self, ComarkDemoStory *story, const char *key,
                          const char *criterion, ComarkValue value, gboolean needed);

/* Does @step as desk->who. @step is a ComarkDemoStep. */
gboolean comark_demo_do (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step, GError **error);

/* The verbs that are many acts in one, in files of their own. */
gboolean comark_demo_prepare (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                              GError **error);
gboolean comark_demo_revise (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                             GError **error);
gboolean comark_demo_rate (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                           gboolean submit, GError **error);
gboolean comark_demo_rerate (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                             GError **error);
gboolean comark_demo_attend (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                             GError **error);
gboolean comark_demo_agree (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                            GError **error);
gboolean comark_demo_judge (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                            GError **error);
gboolean comark_demo_dissent (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                              GError **error);
gboolean comark_demo_confirm (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStory *story,
                              GError **error);

gboolean comark_demo_put_on_agenda (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                                    GError **error);
gboolean comark_demo_note_task (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                                GError **error);
gboolean comark_demo_hold_rounds (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                                  GError **error);
gboolean comark_demo_reply_sitting (ComarkDesk *desk, ComarkDemo *self, ComarkDemoStep *step,
                                    GError **error);

/* The criteria of the story's route, in order. Returns: (transfer full) of const ComarkCriterion *;
 * *framework (transfer full) owns them */
GPtrArray *comark_demo_criteria (ComarkDesk *desk, ComarkDemoStory *story,
                                 ComarkFramework **framework, GError **error);

/* The values of @group, one a criterion; COMARK_VALUE_NONE for "-" and where the list ends.
 * Returns: (transfer full) (array length=n) */
ComarkValue *comark_demo_values (GKeyFile *keys, const char *group, guint n, GError **error);

G_END_DECLS
