/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-facts.h"

#include "comark-clear.h"
#include "comark-label.h"

#define PER_LINE 3

struct _ComarkFacts
{
  AdwBin parent_instance;

  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (ComarkFacts, comark_facts, ADW_TYPE_BIN)

static void
append (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = comark_label_new (text, css_class);

  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
new_fact (const char *name, const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  append (box, name, "comark-fact-name");
  append (box, value, NULL);
  return g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                       "focusable", FALSE, "child", box, NULL);
}

void
comark_facts_add (ComarkFacts *self, const char *name, const char *value)
{
  const char *shown = value != NULL && *value != '\0' ? value : "–";
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, shown);
  GtkWidget *child;

  g_return_if_fail (COMARK_IS_FACTS (self));

  child = new_fact (name, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_flow_box_append (self->box, child);
}

void
comark_facts_clear (ComarkFacts *self)
{
  g_return_if_fail (COMARK_IS_FACTS (self));

  comark_clear_flow (self->box);
}

static void
comark_facts_class_init (ComarkFactsClass *klass)
{
}

static void
comark_facts_init (ComarkFacts *self)
{
  /* GTK's flow box keeps the focus back, before it, if nothing in it can have the focus. */
  self->box = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                            "can-focus", FALSE, "selection-mode", GTK_SELECTION_NONE,
                            "homogeneous", TRUE, "max-children-per-line", PER_LINE,
                            "column-spacing", 18, "row-spacing", 12, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "comark-fact-grid");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
