/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rule-list.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkRuleList
{
  AdwBin parent_instance;

  GtkExpander *expander;
  GtkLabel *title;
  GtkBox *rules;

  gboolean is_chosen; /* the person has folded or unfolded it */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkRuleList, comark_rule_list, ADW_TYPE_BIN)

GtkWidget *
comark_rule_list_line (const ComarkRuleResult *rule)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* translators: a rule of the framework, in its own words */
  g_autofree char *words
    = g_strdup_printf (rule->passed ? _("✓ Passed. %s") : _("✗ Not passed. %s"),
                       rule->rule->words);
  GtkWidget *why = comark_label_new (rule->why, NULL);

  gtk_box_append (GTK_BOX (line), comark_label_new (words, rule->passed ? NULL : "heading"));
  gtk_widget_set_margin_start (why, 22);
  gtk_box_append (GTK_BOX (line), why);
  return line;
}

static guint
count_not_passed (const ComarkOutcomeResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->rules->len; i++)
    n += !((const ComarkRuleResult *) g_ptr_array_index (result->rules, i))->passed;
  return n;
}

static char *
title_of (const ComarkOutcomeResult *result)
{
  guint n = count_not_passed (result);

  if (result->rules->len == 0)
    /* translators: an outcome that has no rules of its own */
    return g_strdup_printf (_("%s: when no other outcome is reached"), result->outcome->name);
  if (result->passed)
    return g_strdup_printf (_("✓ %s: every rule is passed"), result->outcome->name);
  return g_strdup_printf (ngettext ("✗ %s: %u of %u rules is not passed",
                                    "✗ %s: %u of %u rules are not passed", n),
                          result->outcome->name, n, result->rules->len);
}

void
comark_rule_list_set (ComarkRuleList *self, const ComarkOutcomeResult *result)
{
  g_autofree char *title = title_of (result);

  g_return_if_fail (COMARK_IS_RULE_LIST (self));

  gtk_label_set_label (self->title, title);
  comark_part_name (GTK_WIDGET (self->expander), title);
  comark_clear_box (self->rules);
  gtk_box_append (self->rules, comark_label_new (result->outcome->text, NULL));
  for (guint i = 0; i < result->rules->len; i++)
    gtk_box_append (self->rules, comark_rule_list_line (g_ptr_array_index (result->rules, i)));
}

void
comark_rule_list_unfold (ComarkRuleList *self, gboolean unfolded)
{
  g_return_if_fail (COMARK_IS_RULE_LIST (self));

  if (self->is_chosen)
    return;
  self->is_filling = TRUE;
  gtk_expander_set_expanded (self->expander, unfolded);
  self->is_filling = FALSE;
}

static void
on_expanded_cb (ComarkRuleList *self)
{
  if (!self->is_filling)
    self->is_chosen = TRUE;
}

static void
comark_rule_list_class_init (ComarkRuleListClass *klass)
{
}

static void
comark_rule_list_init (ComarkRuleList *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
  self->title = GTK_LABEL (comark_label_new (NULL, "heading"));
  gtk_label_set_natural_wrap_mode (self->title, GTK_NATURAL_WRAP_NONE);
  self->rules = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_set_margin_start (GTK_WIDGET (self->rules), 22);
  gtk_widget_set_margin_top (GTK_WIDGET (self->rules), 8);
  gtk_expander_set_label_widget (self->expander, GTK_WIDGET (self->title));
  gtk_expander_set_child (self->expander, GTK_WIDGET (self->rules));
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (on_expanded_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->expander));
}

GtkWidget *
comark_rule_list_new (void)
{
  return g_object_new (COMARK_TYPE_RULE_LIST, NULL);
}
