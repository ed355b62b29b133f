/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-letter.h"

#include "comark-clock.h"
#include "comark-meeting.h"

#define STRENGTHS 5

typedef struct
{
  GString *text;
  ComarkFramework *framework;
  GPtrArray *agreed; /* ComarkAgreedValue */
} Letter;

static guint
weight_of (ComarkFramework *framework, const ComarkAgreedValue *agreed)
{
  const ComarkCriterion *criterion = comark_framework_criterion (framework, agreed->criterion);

  return criterion != NULL ? criterion->weight : 0;
}

/* Among equals the weightier first. */
static int
compare_weights (const ComarkAgreedValue *a, const ComarkAgreedValue *b, ComarkFramework *framework)
{
  guint one = weight_of (framework, a);
  guint other = weight_of (framework, b);

  if (one != other)
    return one > other ? -1 : 1;
  return g_strcmp0 (a->criterion, b->criterion);
}

static int
lowest_first (gconstpointer a, gconstpointer b, gpointer framework)
{
  const ComarkAgreedValue *one = *(ComarkAgreedValue *const *) a;
  const ComarkAgreedValue *other = *(ComarkAgreedValue *const *) b;

  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;
  return compare_weights (one, other, framework);
}

static int
highest_first (gconstpointer a, gconstpointer b, gpointer framework)
{
  const ComarkAgreedValue *one = *(ComarkAgreedValue *const *) a;
  const ComarkAgreedValue *other = *(ComarkAgreedValue *const *) b;

  if (one->value != other->value)
    return one->value > other->value ? -1 : 1;
  return compare_weights (one, other, framework);
}

static void
add_strengths (Letter *self)
{
  ComarkValue good = comark_framework_highest_value (self->framework) - 1;
  guint n = 0;

  g_ptr_array_sort_with_data (self->agreed, highest_first, self->framework);
  for (guint i = 0; i < self->agreed->len && n < STRENGTHS; i++)
    {
      ComarkAgreedValue *one = self->agreed->pdata[i];
      const ComarkCriterion *criterion
        = comark_framework_criterion (self->framework, one->criterion);

      if (criterion == NULL || one->value < good)
        continue;
      if (n++ == 0)
        g_string_append (self->text, "What the panel found strong:\n");
      g_string_append_printf (self->text, "- %s\n", criterion->statement);
    }
  if (n > 0)
    g_string_append_c (self->text, '\n');
}

static gboolean
add_step (Letter *self, ComarkAgreedValue *one)
{
  const ComarkCriterion *criterion = comark_framework_criterion (self->framework, one->criterion);
  ComarkValue highest = comark_framework_highest_value (self->framework);
  const char *anchor = NULL;

  if (criterion == NULL || one->value == COMARK_VALUE_NOT_APPLICABLE || one->value >= highest - 1)
    return FALSE;
  if (comark_value_is_level (one->value))
    anchor = comark_criterion_anchor (criterion, highest - 1);
  g_string_append_printf (self->text, "- %s: ", criterion->title);
  if (anchor != NULL && *anchor != '\0')
    g_string_append_printf (self->text, "a good next step looks like this: %s\n", anchor);
  else if (comark_value_is_level (one->value))
    g_string_append_printf (self->text, "work towards this: %s\n", criterion->statement);
  else
    g_string_append (self->text, "the panel could not tell yet; please send what shows it.\n");
  return TRUE;
}

static void
add_next_steps (Letter *self)
{
  gsize heading = self->text->len;
  guint n = 0;

  g_ptr_array_sort_with_data (self->agreed, lowest_first, self->framework);
  g_string_append (self->text, "What could come next:\n");
  for (guint i = 0; i < self->agreed->len && n < COMARK_LETTER_STEPS; i++)
    n += add_step (self, self->agreed->pdata[i]);
  if (n == 0)
    g_string_truncate (self->text, heading);
  else
    g_string_append_c (self->text, '\n');
}

static void
add_conditions (Letter *self, ComarkDecision *decision)
{
  if (decision->conditions->len == 0)
    return;
  g_string_append (self->text, "The certificate waits for this:\n");
  for (guint i = 0; i < decision->conditions->len; i++)
    {
      ComarkCondition *condition = decision->conditions->pdata[i];
      g_autofree char *day = comark_day_to_words (condition->due_day);

      g_string_append_printf (self->text, "- %s By %s.\n", condition->what, day);
    }
  g_string_append_c (self->text, '\n');
}

static void
add_views (Letter *self, ComarkDecision *decision, GPtrArray *dissent)
{
  if (g_strcmp0 (decision->method, "majority") != 0)
    return;
  if (decision->because != NULL && *decision->because != '\0')
    g_string_append_printf (self->text, "Why the panel decided so: %s\n\n", decision->because);
  for (guint i = 0; i < dissent->len; i++)
    {
      ComarkDissent *one = dissent->pdata[i];

      /* What was said, not who said it. */
      if (*one->criterion == '\0')
        g_string_append_printf (self->text, "Another view in the panel: %s\n\n", one->body);
    }
}

static void
add_ending (Letter *self, const ComarkOutcome *outcome)
{
  if (outcome->awards)
    g_string_append (self->text,
                     "Before the mark is issued, the contributors are told what changed because "
                     "of them. Please tell us when and how you did.\n");
  else
    g_string_append (self->text,
                     "We are glad to talk it through with you. If you think that the way to this "
                     "decision was not right, you can appeal within 20 working days of it being "
                     "sealed.\n");
}

static gpointer
take_ref (gconstpointer object, gpointer data)
{
  return g_object_ref ((gpointer) object);
}

char *
comark_letter_make (ComarkSubmission *submission,
                    ComarkDecision *decision,
                    ComarkOutcomeReport *report,
                    GPtrArray *agreed,
                    GPtrArray *dissent)
{
  ComarkFramework *framework = comark_outcome_report_get_framework (report);
  const ComarkOutcome *outcome = comark_framework_outcome (framework, decision->outcome);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (agreed, take_ref, NULL);
  Letter self = { g_string_new (NULL), framework, sorted };

  g_string_append_printf (self.text,
                          "Thank you for putting “%s” forward, and for the work behind it.\n\n"
                          "The panel's decision: %s. %s\n\n",
                          submission->title, outcome->name, outcome->text);
  add_strengths (&self);
  add_conditions (&self, decision);
  add_next_steps (&self);
  add_views (&self, decision, dissent);
  add_ending (&self, outcome);
  return g_string_free (self.text, FALSE);
}
