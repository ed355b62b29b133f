/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-criterion-strip.h"

#include <glib/gi18n.h>

#include "comark-clear.h"

struct _ComarkCriterionStrip
{
  AdwBin parent_instance;

  GtkFlowBox *box; /* of GtkFlowBoxChild, each holding a label */
  GPtrArray *criteria; /* owned */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkCriterionStrip, comark_criterion_strip, ADW_TYPE_BIN)

static int
index_of (ComarkCriterionStrip *self, const char *criterion)
{
  for (guint i = 0; self->criteria && i < self->criteria->len; i++)
    {
      const ComarkCriterion *one = g_ptr_array_index (self->criteria, i);
      if (g_str_equal (one->id, criterion))
        return (int) i;
    }
  return -1;
}

/* What is said of an answer, in words and as the sign beside the id. */
static void
describe (ComarkValue value, const char **sign, const char **words, const char **css_class)
{
  *css_class = comark_value_is_level (value) || value == COMARK_VALUE_NOT_APPLICABLE ? "answered"
               : value == COMARK_VALUE_CANNOT_TELL                                  ? "asked"
                                                                                     : "open";
  *sign = value == COMARK_VALUE_NONE ? "" : value == COMARK_VALUE_CANNOT_TELL ? " ?" : " ✓";
  *words = value == COMARK_VALUE_NONE          ? _("not answered yet")
           : value == COMARK_VALUE_CANNOT_TELL ? _("cannot tell yet")
                                               : _("answered");
}

/* Questions to the owner: an arrow to them or from them on the chip, and the words for it. */
static void
describe_asked (ComarkQuestionSign asked, const char **sign, const char **words)
{
  *sign = asked == COMARK_QUESTION_SIGN_NONE    ? ""
          : asked == COMARK_QUESTION_SIGN_ASKED ? " →"
                                                : " ←";
  *words = asked == COMARK_QUESTION_SIGN_NONE    ? ""
           : asked == COMARK_QUESTION_SIGN_ASKED ? _("; the owner is asked about it")
                                                 : _("; the owner has answered a question on it");
}

static void
fill_chip (GtkFlowBoxChild *chip, const ComarkCriterion *criterion, ComarkValue value)
{
  GtkWidget *label = gtk_flow_box_child_get_child (chip);
  ComarkQuestionSign asked
    = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "asked"));
  const char *sign, *words, *css_class, *asked_sign, *asked_words;

  describe (value, &sign, &words, &css_class);
  describe_asked (asked, &asked_sign, &asked_words);
  g_object_set_data (G_OBJECT (chip), "value", GINT_TO_POINTER (value));
  g_autofree char *text = g_strconcat (criterion->id, sign, asked_sign, NULL);
  /* translators: a criterion's id and title, then "answered" or "not answered yet", then perhaps
   * that the owner was asked */
  g_autofree char *name = g_strdup_printf (_("%s, %s: %s%s"), criterion->id, criterion->title,
                                           words, asked_words);
  gtk_label_set_label (GTK_LABEL (label), text);
  g_autofree char *tip = g_strconcat (criterion->title, asked_words, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (chip), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_remove_css_class (GTK_WIDGET (chip), "answered");
  gtk_widget_remove_css_class (GTK_WIDGET (chip), "asked");
  gtk_widget_remove_css_class (GTK_WIDGET (chip), "open");
  gtk_widget_add_css_class (GTK_WIDGET (chip), css_class);
}

static void
on_child_activated_cb (ComarkCriterionStrip *self, GtkFlowBoxChild *chip)
{
  const ComarkCriterion *criterion
    = g_ptr_array_index (self->criteria, (guint) gtk_flow_box_child_get_index (chip));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, criterion->id);
}

static void
add_chip (ComarkCriterionStrip *self, const ComarkCriterion *criterion)
{
  GtkWidget *chip = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (chip), gtk_label_new (NULL));
  gtk_widget_add_css_class (chip, "comark-chip");
  gtk_flow_box_append (self->box, chip);
  fill_chip (GTK_FLOW_BOX_CHILD (chip), criterion, COMARK_VALUE_NONE);
}

void
comark_criterion_strip_set_criteria (ComarkCriterionStrip *self, GPtrArray *criteria)
{
  g_return_if_fail (COMARK_IS_CRITERION_STRIP (self));

  comark_clear_flow (self->box);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  self->criteria = g_ptr_array_ref (criteria);
  for (guint i = 0; i < criteria->len; i++)
    add_chip (self, g_ptr_array_index (criteria, i));
}

void
comark_criterion_strip_set_value (ComarkCriterionStrip *self, const char *criterion,
                                  ComarkValue value)
{
  int index = index_of (self, criterion);

  g_return_if_fail (index >= 0);
  fill_chip (gtk_flow_box_get_child_at_index (self->box, index),
             g_ptr_array_index (self->criteria, (guint) index), value);
}

void
comark_criterion_strip_set_asked (ComarkCriterionStrip *self, const char *criterion,
                                  ComarkQuestionSign asked)
{
  int index = index_of (self, criterion);
  GtkFlowBoxChild *chip;

  g_return_if_fail (index >= 0);
  chip = gtk_flow_box_get_child_at_index (self->box, index);
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "asked")) == (int) asked)
    return;
  g_object_set_data (G_OBJECT (chip), "asked", GINT_TO_POINTER ((int) asked));
  fill_chip (chip, g_ptr_array_index (self->criteria, (guint) index),
             GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "value")));
}

void
comark_criterion_strip_set_current (ComarkCriterionStrip *self, const char *criterion)
{
  int index = index_of (self, criterion);

  g_return_if_fail (index >= 0);
  gtk_flow_box_select_child (self->box, gtk_flow_box_get_child_at_index (self->box, index));
}

static void
comark_criterion_strip_dispose (GObject *object)
{
  ComarkCriterionStrip *self = COMARK_CRITERION_STRIP (object);

  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_criterion_strip_parent_class)->dispose (object);
}

static void
comark_criterion_strip_class_init (ComarkCriterionStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_criterion_strip_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comark_criterion_strip_init (ComarkCriterionStrip *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  /* Without a least number the strip would ask for the height of one chip a line. */
  gtk_flow_box_set_min_children_per_line (self->box, 6);
  gtk_flow_box_set_max_children_per_line (self->box, 30);
  gtk_flow_box_set_column_spacing (self->box, 4);
  gtk_flow_box_set_row_spacing (self->box, 4);
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All criteria"), -1);
  g_signal_connect_object (self->box, "child-activated", G_CALLBACK (on_child_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
