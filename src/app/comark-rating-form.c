/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rating-form.h"

#include <glib/gi18n.h>

#include "comark-ask-section.h"
#include "comark-clear.h"
#include "comark-cover-row.h"
#include "comark-panel-facts.h"
#include "comark-part.h"
#include "comark-strength-choice.h"

struct _ComarkRatingForm
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *heading;
  GtkLabel *question;
  GtkLabel *hints;
  GtkLabel *statement;
  GtkLabel *no_evidence;
  GtkBox *evidence; /* of ComarkCoverRow */
  ComarkQuoteList *quotes;
  GtkBox *levels;
  ComarkAskSection *ask;
  ComarkStrengthChoice *strength;
  GtkLabel *reason_label;
  GtkTextView *reason;
  GtkExpander *note_expander;
  GtkTextView *note;

  /* owned */
  ComarkFramework *framework;

  /* borrowed of it */
  const ComarkCriterion *criterion;

  ComarkValue value;
  gboolean is_filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_COVER_CHOSEN,
  SIGNAL_FILE_CHOSEN,
  SIGNAL_NOTE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkRatingForm, comark_rating_form, ADW_TYPE_BIN)

/* ---- what the person does ---- */

static void
say_whether_reason_is_needed (ComarkRatingForm *self)
{
  gboolean needed = self->value != COMARK_VALUE_NONE
                    && comark_panel_needs_reason (self->framework, self->value);

  gtk_label_set_label (self->reason_label, needed ? _("Your reason (needed for this answer)")
                                                  : _("Your reason"));
}

static void
emit_changed (ComarkRatingForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static ComarkValue
value_of (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));
}

static void
on_level_toggled_cb (ComarkRatingForm *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->value = value_of (GTK_WIDGET (button));
  say_whether_reason_is_needed (self);
  emit_changed (self);
}

static void
on_cover_opened_cb (ComarkRatingForm *self, ComarkCoverRow *row)
{
  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, comark_cover_row_get_item (row)->hash);
}

static void
on_cover_chosen_cb (ComarkRatingForm *self, ComarkCoverRow *row)
{
  g_signal_emit (self, signals[SIGNAL_COVER_CHOSEN], 0, row);
}

/* ---- levels ---- */

static GtkWidget *
make_level_label (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *body = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (body), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), body);
  return box;
}

static GtkWidget *
find_level (ComarkRatingForm *self, ComarkValue value)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->levels));

  while (button != NULL && value_of (button) != value)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static GtkWidget *
add_level (ComarkRatingForm *self, ComarkValue value)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->levels));

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), make_level_label ());
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  gtk_widget_add_css_class (button, "comark-choice");
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_level_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->levels, button);
  return button;
}

static void
fill_level (ComarkRatingForm *self, ComarkValue value, const char *name, const char *text)
{
  GtkWidget *found = find_level (self, value);
  GtkWidget *button = found != NULL ? found : add_level (self, value);
  GtkWidget *box = gtk_check_button_get_child (GTK_CHECK_BUTTON (button));
  g_autofree char *spoken = g_strdup_printf ("%s. %s", name, text);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}

static void
fill_not_applicable (ComarkRatingForm *self, const ComarkCriterion *criterion)
{
  GtkWidget *button = find_level (self, COMARK_VALUE_NOT_APPLICABLE);

  if (criterion->na_allowed)
    fill_level (self, COMARK_VALUE_NOT_APPLICABLE, _("n/a  Does not apply"), criterion->na_when);
  else if (button != NULL)
    gtk_box_remove (self->levels, button);
}

/* The buttons stay from one criterion to the next: GTK moves the focus among new ones only once
 * they have been laid out, and quick keys would be lost. */
static void
fill_levels (ComarkRatingForm *self, const ComarkCriterion *criterion)
{
  const GPtrArray *levels = comark_framework_get_levels (self->framework);

  for (guint i = 0; i < levels->len; i++)
    {
      const ComarkLevel *level = g_ptr_array_index (levels, i);
      const char *anchor = comark_criterion_anchor (criterion, level->value);
      g_autofree char *name = g_strdup_printf ("%d  %s", level->value, level->name);
      fill_level (self, level->value, name, anchor ? anchor : level->text);
    }
  fill_level (self, COMARK_VALUE_CANNOT_TELL, _("?  Cannot tell yet"),
              _("There is not enough here to say. This asks a question; it is not a low rating."));
  fill_not_applicable (self, criterion);
}

/* ---- what the owner says and shows ---- */

static void
add_evidence (ComarkRatingForm *self, ComarkEvidence *item, gboolean is_editable)
{
  GtkWidget *row = comark_cover_row_new (item, is_editable);

  g_signal_connect_object (row, "opened", G_CALLBACK (on_cover_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "chosen", G_CALLBACK (on_cover_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->evidence, row);
}

static void
fill_evidence (ComarkRatingForm *self, ComarkDossier *dossier, const char *criterion,
               gboolean is_editable)
{
  g_autoptr (GPtrArray) items = comark_dossier_evidence_for (dossier, criterion);

  comark_clear_box (self->evidence);
  for (guint i = 0; i < items->len; i++)
    add_evidence (self, g_ptr_array_index (items, i), is_editable);
  gtk_widget_set_visible (GTK_WIDGET (self->no_evidence), items->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), items->len != 0);
}

GPtrArray *
comark_rating_form_get_covers (ComarkRatingForm *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->evidence)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

static char *
bulleted (const char *const *texts)
{
  GString *all = g_string_new (NULL);

  for (; texts && *texts; texts++)
    g_string_append_printf (all, "%s• %s", all->len ? "\n" : "", *texts);
  return g_string_free (all, FALSE);
}

static void
fill_words (ComarkRatingForm *self, ComarkDossier *dossier, const ComarkCriterion *criterion)
{
  ComarkOwnerStatement *statement = comark_dossier_statement (dossier, criterion->id);
  gboolean said = statement != NULL && *statement->body != '\0';
  g_autofree char *heading
    = g_strdup_printf ("%s  %s · %s", criterion->id, criterion->title,
                       comark_tier_words (criterion->tier));
  g_autofree char *hints = bulleted (criterion->evidence_hints);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->question, criterion->question_panel);
  gtk_label_set_label (self->hints, hints);
  gtk_label_set_label (self->statement, said ? statement->body
                                             : _("The owner has written nothing about this."));
}

void
comark_rating_form_set_criterion (ComarkRatingForm *self, ComarkDossier *dossier,
                                  const ComarkCriterion *criterion, gboolean is_editable)
{
  g_return_if_fail (COMARK_IS_RATING_FORM (self));

  self->is_filling = TRUE;
  if (g_set_object (&self->framework, dossier->framework))
    comark_clear_box (self->levels);
  self->criterion = criterion;
  fill_words (self, dossier, criterion);
  fill_evidence (self, dossier, criterion->id, is_editable);
  fill_levels (self, criterion);
  comark_ask_section_set_criterion (self->ask, dossier, criterion->id);
  gtk_widget_set_sensitive (GTK_WIDGET (self->levels), is_editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->strength), is_editable);
  gtk_text_view_set_editable (self->reason, is_editable);
  self->is_filling = FALSE;
}

void
comark_rating_form_set_dossier (ComarkRatingForm *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_RATING_FORM (self));

  comark_ask_section_set_dossier (self->ask, dossier);
}

void
comark_rating_form_flush (ComarkRatingForm *self)
{
  g_return_if_fail (COMARK_IS_RATING_FORM (self));

  comark_ask_section_flush (self->ask);
}

/* ---- the answer ---- */

static void
show_value (ComarkRatingForm *self, ComarkValue value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->levels)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child), value_of (child) == value);
}

void
comark_rating_form_set_answer (ComarkRatingForm *self, ComarkValue value, const char *reason,
                               ComarkStrength strength)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  g_autofree char *shown = comark_rating_form_dup_reason (self);

  self->is_filling = TRUE;
  self->value = value;
  show_value (self, value);
  comark_strength_choice_set (self->strength, strength);
  /* Setting the same words again would lose the cursor's place and the undo steps. */
  if (g_strcmp0 (shown, reason) != 0)
    gtk_text_buffer_set_text (buffer, reason, -1);
  say_whether_reason_is_needed (self);
  self->is_filling = FALSE;
}

const ComarkCriterion *
comark_rating_form_get_criterion (ComarkRatingForm *self)
{
  return self->criterion;
}

ComarkValue
comark_rating_form_get_value (ComarkRatingForm *self)
{
  return self->value;
}

ComarkStrength
comark_rating_form_get_strength (ComarkRatingForm *self)
{
  return comark_strength_choice_get (self->strength);
}

char *
comark_rating_form_dup_reason (ComarkRatingForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

ComarkQuoteList *
comark_rating_form_get_quotes (ComarkRatingForm *self)
{
  return self->quotes;
}

/* ---- the note to self ---- */

static void
emit_note_changed (ComarkRatingForm *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_NOTE_CHANGED], 0);
}

void
comark_rating_form_set_note (ComarkRatingForm *self, const char *body, gboolean is_there)
{
  g_return_if_fail (COMARK_IS_RATING_FORM (self));

  gtk_widget_set_visible (GTK_WIDGET (self->note_expander), is_there);
  self->is_filling = TRUE;
  comark_part_set_text (self->note, body);
  self->is_filling = FALSE;
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->note_expander)) == NULL)
    gtk_expander_set_expanded (self->note_expander, *body != '\0');
}

char *
comark_rating_form_dup_note (ComarkRatingForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

gboolean
comark_rating_form_is_in_note (ComarkRatingForm *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->note_expander)) != NULL;
}

/* ---- class ---- */

/* The given answer, else the first. */
static gboolean
comark_rating_form_grab_focus (GtkWidget *widget)
{
  ComarkRatingForm *self = COMARK_RATING_FORM (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->levels));

  for (GtkWidget *child = first; child; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      return gtk_widget_grab_focus (child);
  return first != NULL && gtk_widget_grab_focus (first);
}

static void
comark_rating_form_dispose (GObject *object)
{
  ComarkRatingForm *self = COMARK_RATING_FORM (object);

  /* The text buffer still speaks while the template is taken down. */
  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_RATING_FORM);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (comark_rating_form_parent_class)->dispose (object);
}

static void
comark_rating_form_class_init (ComarkRatingFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_rating_form_dispose;
  widget_class->grab_focus = comark_rating_form_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_COVER_CHOSEN] = g_signal_new ("cover-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_COVER_ROW);
  signals[SIGNAL_FILE_CHOSEN] = g_signal_new ("file-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_NOTE_CHANGED] = g_signal_new ("note-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (COMARK_TYPE_QUOTE_LIST);
  g_type_ensure (COMARK_TYPE_ASK_SECTION);
  g_type_ensure (COMARK_TYPE_STRENGTH_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-rating-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, heading);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, question);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, hints);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, statement);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, no_evidence);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, quotes);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, levels);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, ask);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, strength);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, reason);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, note_expander);
  gtk_widget_class_bind_template_child (widget_class, ComarkRatingForm, note);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, emit_note_changed);
}

static void
comark_rating_form_init (ComarkRatingForm *self)
{
  self->value = COMARK_VALUE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_quote_list_set_heading (self->quotes, _("What you quoted"));
}
