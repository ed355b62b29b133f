/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-matrix-row.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-confirm-act.h"
#include "comark-dissent-act.h"
#include "comark-dot-scale.h"
#include "comark-label.h"
#include "comark-matrix-facts.h"
#include "comark-part.h"
#include "comark-quote-expander.h"
#include "comark-wrap.h"

struct _ComarkMatrixRow
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *title;
  GtkLabel *talk;
  ComarkDotScale *dots;
  GtkLabel *values;
  GtkLabel *read_out;
  GtkLabel *because;
  GtkBox *dissent;
  GtkBox *confirmations;
  ComarkQuoteExpander *quotes;
  GtkToggleButton *agree_button;
  GtkButton *dissent_button;
  GtkButton *confirm_button;
  AdwBin *slot;

  /* owned */
  ComarkDossier *dossier;

  const ComarkCriterion *criterion; /* of the dossier's framework */
  gboolean is_filling;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkMatrixRow, comark_matrix_row, ADW_TYPE_BIN)

/* ---- words ---- */

static char *
values_text (ComarkDossier *dossier, const char *criterion)
{
  const ComarkCriterionSummary *summary = comark_matrix_summary (dossier, criterion);
  ComarkAgreedValue *agreed = comark_dossier_agreed (dossier, criterion);
  GString *text = g_string_new (NULL);

  if (summary != NULL)
    {
      g_autofree char *words
        = comark_part_value_words (dossier->framework, summary->medians.suggested);
      g_string_append_printf (text, _("Suggested: %s"), words);
    }
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (agreed != NULL)
    {
      g_autofree char *words = comark_part_value_words (dossier->framework, agreed->value);
      /* translators: the value that the panel agreed, in words */
      g_string_append_printf (text, _("Agreed: %s"), words);
      if (agreed->strength != COMARK_STRENGTH_NONE)
        /* translators: how well it is evidenced: Said, Shown or Confirmed */
        g_string_append_printf (text, _("\nEvidence: %s"),
                                _(comark_strength_words (agreed->strength)));
    }
  else
    g_string_append (text, _("Not agreed yet"));
  return g_string_free (text, FALSE);
}

static void
fill_because (ComarkMatrixRow *self)
{
  ComarkAgreedValue *agreed = comark_dossier_agreed (self->dossier, self->criterion->id);
  g_autofree char *text = agreed != NULL && *agreed->because != '\0'
                            ? g_strdup_printf (_("Why: %s"), agreed->because)
                            : NULL;

  comark_label_show (self->because, text);
}

static void
fill_dissent (ComarkMatrixRow *self)
{
  GPtrArray *all = self->dossier->dissent;

  comark_clear_box (self->dissent);
  for (guint i = 0; i < all->len; i++)
    {
      ComarkDissent *one = g_ptr_array_index (all, i);
      /* translators: a member's name and their own words */
      g_autofree char *text = g_strdup_printf (_("%s disagrees: “%s”"), one->name, one->body);
      if (g_str_equal (one->criterion, self->criterion->id))
        gtk_box_append (self->dissent, comark_label_new (text, NULL));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->dissent),
                          gtk_widget_get_first_child (GTK_WIDGET (self->dissent)) != NULL);
}

static void
fill_confirmations (ComarkMatrixRow *self)
{
  GPtrArray *all = self->dossier->confirmations;

  comark_clear_box (self->confirmations);
  for (guint i = 0; i < all->len; i++)
    {
      ComarkConfirmation *one = g_ptr_array_index (all, i);
      g_autofree char *day = comark_day_to_words (one->day);
      /* translators: a contributor's name, how they said so, on which day */
      g_autofree char *text = g_strdup_printf (_("✓ Confirmed by %s, %s, on %s."),
                                               one->contributor_name, one->how, day);
      if (g_str_equal (one->criterion, self->criterion->id))
        gtk_box_append (self->confirmations, comark_label_new (text, "comark-met"));
    }
  if (self->criterion->confirm_required
      && gtk_widget_get_first_child (GTK_WIDGET (self->confirmations)) == NULL
      && comark_dossier_may (self->dossier, COMARK_ACTION_OPEN_DOCUMENT, NULL))
    gtk_box_append (self->confirmations,
                    comark_label_new (_("Nobody who took part has confirmed this yet. A high "
                                         "value needs that."), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->confirmations),
                          gtk_widget_get_first_child (GTK_WIDGET (self->confirmations)) != NULL);
}

/* ---- filling ---- */

static void
fill_dots (ComarkMatrixRow *self, GPtrArray *reviews)
{
  const ComarkCriterionSummary *summary
    = comark_matrix_summary (self->dossier, self->criterion->id);
  ComarkAgreedValue *agreed = comark_dossier_agreed (self->dossier, self->criterion->id);
  g_autoptr (GArray) ratings = comark_matrix_ratings (reviews, self->criterion->id);

  gtk_widget_set_visible (GTK_WIDGET (self->dots), summary != NULL);
  comark_dot_scale_set (self->dots, self->dossier->framework,
                        (ComarkMemberRating *) (gpointer) ratings->data, ratings->len,
                        summary != NULL ? &summary->medians : NULL,
                        agreed != NULL ? agreed->value : COMARK_VALUE_NONE);
}

static void
fill_buttons (ComarkMatrixRow *self)
{
  gboolean may_agree = self->dossier->submission->state == COMARK_STATE_IN_MEETING
                       && comark_dossier_may (self->dossier, COMARK_ACTION_AGREE_VALUE, NULL);
  gboolean is_agreed = comark_dossier_agreed (self->dossier, self->criterion->id) != NULL;
  const char *id = self->criterion->id, *title = self->criterion->title;
  g_autofree char *agree_name = g_strdup_printf (_("Agree a value for %s, %s"), id, title);
  g_autofree char *dissent_name = g_strdup_printf (_("Note a disagreement on %s, %s"), id, title);
  g_autofree char *confirm_name = g_strdup_printf (_("Record a confirmation of %s, %s"), id, title);

  gtk_widget_set_visible (GTK_WIDGET (self->agree_button), may_agree);
  gtk_button_set_label (GTK_BUTTON (self->agree_button), is_agreed ? _("Change…") : _("Agree…"));
  gtk_widget_set_visible (GTK_WIDGET (self->dissent_button),
                          comark_dissent_act_applies (self->dossier));
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button),
                          self->criterion->confirm_required
                            && comark_confirm_act_applies (self->dossier));
  comark_part_name (GTK_WIDGET (self->agree_button), agree_name);
  comark_part_name (GTK_WIDGET (self->dissent_button), dissent_name);
  comark_part_name (GTK_WIDGET (self->confirm_button), confirm_name);
}

/* For who keeps the minutes it comes up with the criterion in hand; others follow by eye. */
static void
show_read_out (ComarkMatrixRow *self)
{
  gboolean is_in_hand = adw_bin_get_child (self->slot) != NULL
                        || !gtk_widget_get_visible (GTK_WIDGET (self->agree_button));

  gtk_widget_set_visible (GTK_WIDGET (self->read_out),
                          is_in_hand && *gtk_label_get_label (self->read_out) != '\0');
}

static void
fill_read_out (ComarkMatrixRow *self, GPtrArray *reviews)
{
  g_autofree char *text = comark_matrix_read_out (self->dossier, reviews, self->criterion->id);

  gtk_label_set_label (self->read_out, text);
}

void
comark_matrix_row_set (ComarkMatrixRow *self, ComarkDossier *dossier, GPtrArray *reviews,
                       const ComarkCriterion *criterion)
{
  g_autofree char *title = NULL, *talk = NULL, *values = NULL;

  g_return_if_fail (COMARK_IS_MATRIX_ROW (self));

  g_set_object (&self->dossier, dossier);
  self->criterion = criterion;
  title = g_strdup_printf ("%s  %s · %s", criterion->id, criterion->title,
                           _(comark_tier_words (criterion->tier)));
  talk = comark_matrix_talk (dossier, criterion->id);
  values = values_text (dossier, criterion->id);
  gtk_label_set_label (self->title, title);
  comark_label_show (self->talk, talk);
  fill_read_out (self, reviews);
  gtk_label_set_label (self->values, values);
  fill_dots (self, reviews);
  fill_because (self);
  fill_dissent (self);
  fill_confirmations (self);
  comark_quote_expander_set (self->quotes, dossier, criterion->id);
  fill_buttons (self);
  show_read_out (self);
}

const ComarkCriterion *
comark_matrix_row_get_criterion (ComarkMatrixRow *self)
{
  return self->criterion;
}

void
comark_matrix_row_set_editor (ComarkMatrixRow *self, GtkWidget *editor)
{
  g_return_if_fail (COMARK_IS_MATRIX_ROW (self));

  self->is_filling = TRUE;
  adw_bin_set_child (self->slot, editor);
  gtk_widget_set_visible (GTK_WIDGET (self->slot), editor != NULL);
  gtk_toggle_button_set_active (self->agree_button, editor != NULL);
  if (editor != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "comark-chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "comark-chosen");
  show_read_out (self);
  self->is_filling = FALSE;
}

/* ---- what the person does ---- */

static void
on_agree_toggled_cb (ComarkMatrixRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                   gtk_toggle_button_get_active (self->agree_button));
}

static void
on_dissent_clicked_cb (ComarkMatrixRow *self)
{
  comark_dissent_act_ask (GTK_WIDGET (self), self->dossier, self->criterion);
}

static void
on_confirm_clicked_cb (ComarkMatrixRow *self)
{
  comark_confirm_act_ask (GTK_WIDGET (self), self->dossier, self->criterion);
}

/* ---- class ---- */

static void
comark_matrix_row_dispose (GObject *object)
{
  ComarkMatrixRow *self = COMARK_MATRIX_ROW (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MATRIX_ROW);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_matrix_row_parent_class)->dispose (object);
}

static void
comark_matrix_row_class_init (ComarkMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_matrix_row_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  g_type_ensure (COMARK_TYPE_DOT_SCALE);
  g_type_ensure (COMARK_TYPE_QUOTE_EXPANDER);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-matrix-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, talk);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, dots);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, values);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, read_out);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, dissent);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, confirmations);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, quotes);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, agree_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, dissent_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMatrixRow, slot);
  gtk_widget_class_bind_template_callback (widget_class, on_agree_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_dissent_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
}

static void
comark_matrix_row_init (ComarkMatrixRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_matrix_row_new (void)
{
  return g_object_new (COMARK_TYPE_MATRIX_ROW, NULL);
}
