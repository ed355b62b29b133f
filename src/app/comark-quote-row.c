/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-row.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-quotes.h"
#include "comark-form-draft.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-quote-act.h"
#include "comark-quote-words.h"
#include "comark-save-line.h"
#include "comark-talk-words.h"
#include "comark-text-field.h"
#include "comark-wrap.h"

#define REST_MS 1000

struct _ComarkQuoteRow
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *kept;
  GtkLabel *words;
  GtkLabel *from;
  GtkLabel *fate;
  GtkLabel *note_words;
  GtkWidget *note_box;
  ComarkTextField *note;
  ComarkSaveLine *saved;
  GtkButton *show_button;
  GtkButton *again_button;
  GtkButton *note_button;
  GtkButton *talk_button;
  GtkButton *remove_button;
  GtkWidget *removed;
  GtkLabel *removed_words;
  GtkButton *restore_button;

  /* owned */
  ComarkDossier *dossier;
  ComarkQuote *quote;
  ComarkQuote *again; /* as it would be made in this round (nullable) */
  ComarkFormDraft *draft; /* of its note */

  gboolean names_criterion;
  gboolean is_removed;
  guint rest_id;
  gboolean is_dirty; /* what stands in the note is not on its way to the register yet */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkQuoteRow, comark_quote_row, ADW_TYPE_BIN)

/* ---- the note ---- */

typedef struct
{
  ComarkId id;
  char *criterion;
  char *note;
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->criterion);
  g_free (note->note);
  g_free (note);
}

static gboolean
write_note (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Note *note = data;

  return comark_desk_change_quote (desk, ref, &note->id, note->criterion, note->note, *rev, rev,
                                   error);
}

static gboolean
on_note_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkQuoteRow *self = COMARK_QUOTE_ROW (widget);
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  ComarkQuote *stored = theirs != NULL ? comark_dossier_quote (theirs, &self->quote->id) : NULL;
  g_autofree char *sentence = NULL;

  if (error == NULL)
    {
      if (!self->is_dirty)
        comark_save_line_show_saved (self->saved);
      return FALSE;
    }
  self->is_dirty = TRUE;
  if (stored == NULL)
    {
      comark_save_line_show_problem (self->saved, error->message);
      return TRUE;
    }
  sentence = g_strdup_printf (_("You changed this note in another window too. There it says: "
                                "“%s”"), stored->note);
  comark_save_line_show_conflict (self->saved, sentence);
  return TRUE;
}

static void
save (ComarkQuoteRow *self)
{
  Note *note;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || comark_save_line_has_conflict (self->saved))
    return;
  self->is_dirty = FALSE;
  note = g_new0 (Note, 1);
  note->id = self->quote->id;
  note->criterion = g_strdup (self->quote->criterion);
  note->note = comark_text_field_dup_text (self->note);
  comark_save_line_show_saving (self->saved);
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_note, note, note_free,
                          &(ComarkAct) { .done = on_note_saved_cb });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkQuoteRow *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_note_changed_cb (ComarkQuoteRow *self)
{
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

static ComarkQuote *
settle (ComarkQuoteRow *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  ComarkQuote *stored = theirs != NULL ? comark_dossier_quote (theirs, &self->quote->id) : NULL;

  comark_form_draft_settle (self->draft, stored != NULL ? stored->rev : self->quote->rev);
  return stored != NULL ? g_object_ref (stored) : NULL;
}

static void
on_keep_mine_cb (ComarkQuoteRow *self)
{
  g_autoptr (ComarkQuote) stored = settle (self);

  self->is_dirty = TRUE;
  save (self);
}

static void
on_take_theirs_cb (ComarkQuoteRow *self)
{
  g_autoptr (ComarkQuote) stored = settle (self);

  if (stored != NULL)
    comark_text_field_set_text (self->note, stored->note);
  self->is_dirty = FALSE;
  comark_save_line_show_saved (self->saved);
}

static void
on_note_clicked_cb (ComarkQuoteRow *self)
{
  gtk_widget_set_visible (self->note_box, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_words), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* ---- taking off and putting back ---- */

typedef struct
{
  char *ref;
  ComarkId id;
  gboolean removed;
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_free (removal->ref);
  g_free (removal);
}

static gpointer
remove_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Removal *removal = data;

  return comark_desk_set_quote_removed (desk, removal->ref, &removal->id, removal->removed, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
show_whether_removed (ComarkQuoteRow *self)
{
  gtk_widget_set_visible (self->kept, !self->is_removed);
  gtk_widget_set_visible (self->removed, self->is_removed);
}

static gboolean
on_removed_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkQuoteRow *self = COMARK_QUOTE_ROW (widget);

  if (error != NULL)
    return FALSE;
  self->is_removed = !self->is_removed;
  show_whether_removed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->is_removed ? self->restore_button : self->show_button));
  return FALSE;
}

static void
set_removed (ComarkQuoteRow *self, gboolean removed, GtkButton *trigger)
{
  Removal *removal = g_new0 (Removal, 1);

  save (self);
  removal->ref = g_strdup (self->dossier->submission->ref);
  removal->id = self->quote->id;
  removal->removed = removed;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = remove_job, .data = removal, .data_destroy = removal_free,
    .trigger = GTK_WIDGET (trigger), .done = on_removed_cb,
  });
}

static void
on_remove_clicked_cb (ComarkQuoteRow *self)
{
  set_removed (self, TRUE, self->remove_button);
}

static void
on_restore_clicked_cb (ComarkQuoteRow *self)
{
  set_removed (self, FALSE, self->restore_button);
}

static void
on_show_clicked_cb (ComarkQuoteRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->quote);
}

static void
on_again_clicked_cb (ComarkQuoteRow *self)
{
  if (self->again != NULL)
    comark_quote_act_add (GTK_WIDGET (self), GTK_WIDGET (self->again_button),
                          self->dossier->submission->ref, self->again->criterion, self->again,
                          NULL);
}

/* What was quoted in an earlier round can be quoted in this one, where it still stands. */
static void
offer_again (ComarkQuoteRow *self, ComarkQuoteFates *fates)
{
  gboolean is_earlier = comark_dossier_quote (self->dossier, &self->quote->id) == NULL;
  gboolean may_rate = comark_dossier_may (self->dossier, COMARK_ACTION_RATE, NULL);

  g_clear_object (&self->again);
  if (is_earlier && may_rate && fates != NULL)
    self->again = comark_quote_fates_dup_now (fates, self->quote);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), self->again != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->talk_button),
                          !is_earlier && self->quote->submitted
                            && comark_talk_may_begin (self->dossier, COMARK_TALK_RATED,
                                                      self->quote->criterion));
}

static void
on_talk_clicked_cb (ComarkQuoteRow *self)
{
  g_autofree char *id = comark_id_to_string (&self->quote->id);

  gtk_widget_activate_action (GTK_WIDGET (self), "submission.talk-about", "s", id);
}

/* ---- a newer dossier ---- */

/* Each button says of which quote it is, for those who hear only the button. */
static void
name_buttons (ComarkQuoteRow *self)
{
  g_autofree char *start = comark_quote_words_start (self->quote);
  /* translators: the beginning of a quote */
  g_autofree char *show = g_strdup_printf (_("Show “%s”"), start);
  g_autofree char *note = g_strdup_printf (_("Note on “%s”"), start);
  g_autofree char *talk = g_strdup_printf (_("Talk about “%s”"), start);
  g_autofree char *again = g_strdup_printf (_("Quote “%s” again"), start);
  g_autofree char *removes = g_strdup_printf (_("Remove “%s”"), start);
  g_autofree char *restores = g_strdup_printf (_("Put back “%s”"), start);
  g_autofree char *removed = g_strdup_printf (_("Removed: “%s”"), start);

  comark_part_name (GTK_WIDGET (self->show_button), show);
  comark_part_name (GTK_WIDGET (self->note_button), note);
  comark_part_name (GTK_WIDGET (self->again_button), again);
  comark_part_name (GTK_WIDGET (self->talk_button), talk);
  comark_part_name (GTK_WIDGET (self->remove_button), removes);
  comark_part_name (GTK_WIDGET (self->restore_button), restores);
  comark_text_field_set_label (self->note, note);
  gtk_label_set_label (self->removed_words, removed);
}

static void
fill_note (ComarkQuoteRow *self)
{
  gboolean may_change = comark_dossier_may_change_quote (self->dossier, self->quote);
  gboolean is_open = gtk_widget_get_visible (self->note_box);
  gboolean has_note = self->quote->note != NULL && *self->quote->note != '\0';
  g_autofree char *words = has_note ? g_strdup_printf (_("Note: %s"), self->quote->note) : NULL;

  if (comark_form_draft_take (self->draft, self->quote->rev, self->is_dirty))
    comark_text_field_set_text (self->note, self->quote->note);
  if (is_open && !may_change)
    gtk_widget_set_visible (self->note_box, is_open = FALSE);
  comark_label_show (self->note_words, is_open ? NULL : words);
  gtk_button_set_label (self->note_button, has_note ? _("Change the note") : _("Add a note"));
  gtk_widget_set_visible (GTK_WIDGET (self->note_button), may_change && !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->remove_button), may_change);
}

void
comark_quote_row_set (ComarkQuoteRow *self, ComarkDossier *dossier, ComarkQuote *quote,
                      ComarkQuoteFates *fates)
{
  g_autofree char *words = NULL, *from = NULL, *fate = NULL;

  g_return_if_fail (COMARK_IS_QUOTE_ROW (self));

  g_set_object (&self->dossier, dossier);
  g_set_object (&self->quote, quote);
  if (self->draft == NULL)
    {
      self->draft = comark_form_draft_new (dossier->submission->ref, quote->rev);
      comark_text_field_set_text (self->note, quote->note);
    }
  words = comark_quote_words_quoted (quote);
  from = comark_quote_words_from (dossier, quote, self->names_criterion);
  fate = fates != NULL ? comark_quote_fates_dup_words (fates, quote) : NULL;
  gtk_label_set_label (self->words, words);
  gtk_label_set_label (self->from, from);
  comark_label_show (self->fate, fate);
  self->is_removed = FALSE;
  show_whether_removed (self);
  fill_note (self);
  offer_again (self, fates);
  name_buttons (self);
}

ComarkQuote *
comark_quote_row_get_quote (ComarkQuoteRow *self)
{
  g_return_val_if_fail (COMARK_IS_QUOTE_ROW (self), NULL);

  return self->quote;
}

gboolean
comark_quote_row_is_removed (ComarkQuoteRow *self)
{
  g_return_val_if_fail (COMARK_IS_QUOTE_ROW (self), FALSE);

  return self->is_removed;
}

void
comark_quote_row_flush (ComarkQuoteRow *self)
{
  g_return_if_fail (COMARK_IS_QUOTE_ROW (self));

  save (self);
}

/* ---- class ---- */

static gboolean
comark_quote_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_QUOTE_ROW (widget)->show_button));
}

static void
comark_quote_row_dispose (GObject *object)
{
  ComarkQuoteRow *self = COMARK_QUOTE_ROW (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_QUOTE_ROW);
  g_clear_object (&self->dossier);
  g_clear_object (&self->quote);
  g_clear_object (&self->again);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  G_OBJECT_CLASS (comark_quote_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, kept);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, from);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, fate);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, note_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, saved);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, again_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, note_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, talk_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, removed);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, removed_words);
  gtk_widget_class_bind_template_child (widget_class, ComarkQuoteRow, restore_button);
}

static void
comark_quote_row_class_init (ComarkQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_quote_row_dispose;
  widget_class->grab_focus = comark_quote_row_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", COMARK_TYPE_QUOTE_ROW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_QUOTE);

  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-quote-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_note_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_note_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_talk_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
}

static void
comark_quote_row_init (ComarkQuoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_quote_row_new (gboolean names_criterion)
{
  ComarkQuoteRow *self = g_object_new (COMARK_TYPE_QUOTE_ROW, NULL);

  self->names_criterion = names_criterion;
  return GTK_WIDGET (self);
}
