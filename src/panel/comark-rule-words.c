/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sentences for people: what a rule found, and what would mend it.
 */
#include "comark-rule-look.h"

/* "A1", "A1 and B1", "A1, B1 and C1". */
static char *
join (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      if (i > 0)
        g_string_append (text, i == parts->len - 1 ? " and " : ", ");
      g_string_append (text, g_ptr_array_index (parts, i));
    }
  return g_string_free (text, FALSE);
}

static char *
join_ids (const GPtrArray *criteria)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    g_ptr_array_add (ids, (gpointer) ((ComarkCriterion *) g_ptr_array_index (criteria, i))->id);
  return join (ids);
}

/* Those of @criteria that are agreed as @value. Returns: (transfer container) */
static GPtrArray *
those_agreed_as (const ComarkLook *look, const GPtrArray *criteria, ComarkValue value)
{
  GPtrArray *those = g_ptr_array_new ();

  for (guint i = 0; i < criteria->len; i++)
    if (comark_look_value (look, g_ptr_array_index (criteria, i)) == value)
      g_ptr_array_add (those, g_ptr_array_index (criteria, i));
  return those;
}

/* "C1 is agreed at 2 and C3 at 1." Nothing if none of @criteria has a level. */
static void
say_levels (const ComarkLook *look, const GPtrArray *criteria, GString *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (criteria, i);
      ComarkValue value = comark_look_value (look, criterion);
      const char *verb = parts->len == 0 ? "is agreed at" : "at";

      if (comark_value_is_level (value))
        g_ptr_array_add (parts, g_strdup_printf ("%s %s %d", criterion->id, verb, value));
    }
  joined = join (parts);
  if (parts->len > 0)
    g_string_append_printf (text, "%s. ", joined);
}

static void
say_unknown (const ComarkLook *look, const GPtrArray *criteria, GString *text)
{
  g_autoptr (GPtrArray) asked = those_agreed_as (look, criteria, COMARK_VALUE_CANNOT_TELL);
  g_autoptr (GPtrArray) open = those_agreed_as (look, criteria, COMARK_VALUE_NONE);
  g_autofree char *asked_ids = join_ids (asked);
  g_autofree char *open_ids = join_ids (open);

  if (asked->len > 0)
    g_string_append_printf (text, "%s %s still “cannot tell yet”. Ask for what is missing, then "
                            "agree a value. ", asked_ids, asked->len == 1 ? "is" : "are");
  if (open->len > 0)
    g_string_append_printf (text, "%s %s no agreed value yet. Agree one. ", open_ids,
                            open->len == 1 ? "has" : "have");
}

static void
say_values (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found,
            GString *text)
{
  if (found->passed && found->missed->len == 0)
    {
      g_string_append_printf (text, "%s at %d or more.",
                              found->n_chosen == 1 ? "It is" : "All are", rule->value);
      return;
    }
  say_levels (look, found->missed, text);
  say_unknown (look, found->missed, text);
  if (rule->allow == 0)
    g_string_append_printf (text, "This needs %d or more.", rule->value);
  else
    g_string_append_printf (text, "At most %u may be below %d; %u %s.", rule->allow, rule->value,
                            found->missed->len, found->missed->len == 1 ? "is" : "are");
}

static const char *
strength_missing (ComarkStrength strength, gboolean one)
{
  switch (strength)
    {
    case COMARK_STRENGTH_CONFIRMED:
      return one ? "nobody who took part has confirmed it. Ask a contributor to confirm"
                 : "nobody who took part has confirmed them. Ask a contributor to confirm";
    case COMARK_STRENGTH_SHOWN:
      return one ? "nothing dated shows it yet. Ask for a document that does"
                 : "nothing dated shows them yet. Ask for documents that do";
    case COMARK_STRENGTH_SAID:
    case COMARK_STRENGTH_NONE:
    default:
      return "nobody has said how. Ask the owner for a statement";
    }
}

static void
say_evidence (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found,
              GString *text)
{
  gboolean one = found->missed->len == 1;
  g_autofree char *ids = join_ids (found->missed);

  if (found->passed)
    g_string_append (text, "The evidence is strong enough.");
  else if (one)
    g_string_append_printf (
        text, "%s is agreed at %d but %s, or agree a lower value.", ids,
        comark_look_value (look, g_ptr_array_index (found->missed, 0)),
        strength_missing (rule->strength, TRUE));
  else
    g_string_append_printf (text, "%s are agreed at %d or more but %s, or agree lower values.",
                            ids, rule->value, strength_missing (rule->strength, FALSE));
}

static void
say_condition (const ComarkLook *look, const ComarkRule *condition, GString *text)
{
  g_auto (ComarkFound) found = comark_look_at (look, condition);
  const ComarkQuestion *question;

  if (condition->test == COMARK_RULE_QUESTION)
    {
      question = comark_framework_question (look->framework, condition->question);
      g_string_append_printf (text, " For that the panel would say yes to: “%s”",
                              question ? question->text : condition->question);
      return;
    }
  g_autofree char *ids = join_ids (found.missed);
  g_string_append_printf (text, " For that, %s %s to be agreed at %d or more.", ids,
                          found.missed->len == 1 ? "needs" : "need", condition->value);
}

static void
say_rung (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found, GString *text)
{
  const ComarkRung *needed = comark_framework_rung (look->framework, rule->rung);
  g_autoptr (GPtrArray) missing = NULL;

  if (look->rung == NULL)
    g_string_append (text, "It cannot be placed on the ladder yet.");
  else
    g_string_append_printf (text, "It stands on rung %u, %s.", look->rung->number,
                            look->rung->name);
  if (found->passed)
    return;
  g_string_append_printf (text, " This needs rung %u, %s.", rule->rung,
                          needed ? needed->name : "");
  missing = comark_ladder_missing (look, rule->rung);
  for (guint i = 0; i < missing->len; i++)
    say_condition (look, g_ptr_array_index (missing, i), text);
}

static void
say_score (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found,
           GString *text)
{
  g_autofree char *score = comark_score_to_text (&look->score);
  g_autofree char *bound = g_strdup_printf ("%u.0", rule->score);

  if (!comark_score_exists (&look->score))
    g_string_append (text, "There is no score yet.");
  else if (!found->passed && g_str_equal (score, bound))
    g_string_append_printf (text, "The score is just under %u.", rule->score);
  else
    g_string_append_printf (text, "The score is %s.", score);
  if (!found->passed)
    g_string_append_printf (text, " This needs %u or more.", rule->score);
}

static void
say_question (const ComarkLook *look, const ComarkRule *rule, GString *text)
{
  const ComarkQuestion *question = comark_framework_question (look->framework, rule->question);
  const char *because = "";
  gboolean yes = FALSE;

  if (!comark_agreed_get_answer (look->agreed, rule->question, &yes, &because))
    g_string_append_printf (text, "The panel has not answered: “%s” Answer yes or no, and say "
                            "why.", question ? question->text : rule->question);
  else if (because[0] == '\0')
    g_string_append_printf (text, "The panel said %s but gave no reason. Write down why.",
                            yes ? "yes" : "no");
  else
    g_string_append_printf (text, "The panel said %s: %s", yes ? "yes" : "no", because);
}

char *
comark_look_why (const ComarkLook *look, const ComarkRule *rule, const ComarkFound *found)
{
  GString *text = g_string_new (NULL);
  gboolean is_about_criteria = rule->test <= COMARK_RULE_ANSWERED;

  if (is_about_criteria && found->n_chosen == 0)
    g_string_append (text, "No criterion of this kind applies here.");
  else if (rule->test == COMARK_RULE_VALUE)
    say_values (look, rule, found, text);
  else if (rule->test == COMARK_RULE_EVIDENCE)
    say_evidence (look, rule, found, text);
  else if (rule->test == COMARK_RULE_ANSWERED && found->passed)
    g_string_append (text, "Every value is known.");
  else if (rule->test == COMARK_RULE_ANSWERED)
    say_unknown (look, found->missed, text);
  else if (rule->test == COMARK_RULE_RUNG)
    say_rung (look, rule, found, text);
  else if (rule->test == COMARK_RULE_SCORE)
    say_score (look, rule, found, text);
  else
    say_question (look, rule, text);
  return g_strchomp (g_string_free (text, FALSE));
}
