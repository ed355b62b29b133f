/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-letter-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-desk-decision.h"
#include "comark-desk-text-draft.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-plain-words.h"
#include "comark-text-keeper.h"

struct _ComarkLetterSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *letter;
  GtkButton *change_button;
  GtkWidget *editor;
  GtkTextView *words;
  GtkLabel *advice;
  GtkButton *record_button;
  GtkExpander *earlier;
  GtkBox *wordings;

  /* owned */
  ComarkTextKeeper *keeper;
  ComarkDossier *dossier;

  gint64 begun_on; /* number of the wording that the person goes on from */
};

G_DEFINE_FINAL_TYPE (ComarkLetterSection, comark_letter_section, ADW_TYPE_BIN)

static gboolean
may_change (ComarkDossier *dossier)
{
  return dossier->decision->signatures->len == 0
         && comark_dossier_may (dossier, COMARK_ACTION_CHANGE_LETTER, NULL);
}

/* ---- writing ---- */

static void
update (ComarkLetterSection *self)
{
  g_autofree char *words = comark_part_dup_text (self->words);
  g_auto (GStrv) advice = comark_plain_words_advice (words);
  g_autofree char *joined = g_strjoinv ("\n", advice);

  comark_label_show (self->advice, *joined != '\0' ? joined : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->record_button), *words != '\0');
}

static void
show_editor (ComarkLetterSection *self, gboolean is_open)
{
  gtk_widget_set_visible (self->editor, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->letter), !is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->change_button),
                          !is_open && may_change (self->dossier));
}

static void
open_editor (ComarkLetterSection *self)
{
  self->begun_on = self->dossier->decision->letter_n;
  comark_text_keeper_set (self->keeper, self->dossier, COMARK_SLOT_LETTER,
                          self->dossier->decision->letter);
  show_editor (self, TRUE);
  update (self);
}

static void
on_change_clicked_cb (ComarkLetterSection *self)
{
  open_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

/* What was written is kept as a draft, and there again the next time. */
static void
on_leave_clicked_cb (ComarkLetterSection *self)
{
  comark_text_keeper_flush (self->keeper);
  show_editor (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->change_button));
}

typedef struct
{
  char *ref;
  char *body;
  gint64 n;
} Wording;

static void
wording_free (gpointer data)
{
  Wording *wording = data;

  g_free (wording->ref);
  g_free (wording->body);
  g_free (wording);
}

static gpointer
record_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Wording *wording = data;

  return comark_desk_change_letter (desk, wording->ref, wording->body, wording->n, error)
           ? COMARK_REGISTER_DONE : NULL;
}

/* After another's wording the next try goes on from theirs, which is shown above by then. */
static gboolean
on_recorded_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkLetterSection *self = COMARK_LETTER_SECTION (widget);

  if (error == NULL)
    {
      comark_text_keeper_recorded (self->keeper);
      show_editor (self, FALSE);
    }
  else if (g_error_matches (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_CHANGED))
    self->begun_on = 0;
  return FALSE;
}

static void
on_record_clicked_cb (ComarkLetterSection *self)
{
  Wording *wording = g_new0 (Wording, 1);

  comark_text_keeper_flush (self->keeper);
  wording->ref = g_strdup (self->dossier->submission->ref);
  wording->body = comark_part_dup_text (self->words);
  wording->n = self->begun_on;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = record_job, .data = wording, .data_destroy = wording_free,
    .trigger = GTK_WIDGET (self->record_button), .done = on_recorded_cb,
    .said = _("The letter has this wording now."),
  });
}

/* ---- earlier wordings ---- */

static gpointer
list_job (ComarkDesk *desk, gpointer ref, GError **error)
{
  return comark_desk_list_letters (desk, ref, error);
}

static void
add_wording (ComarkLetterSection *self, ComarkLetter *letter)
{
  g_autofree char *when = comark_ms_to_words (letter->written_at);
  /* translators: the number of a wording, a person's name, day and time */
  g_autofree char *title = g_strdup_printf (_("%d, by %s on %s"), (int) letter->n,
                                            letter->written_by_name, when);
  GtkWidget *body = comark_label_new (letter->body, "comark-quote");

  gtk_label_set_selectable (GTK_LABEL (body), TRUE);
  gtk_box_append (self->wordings, comark_label_new (title, "heading"));
  gtk_box_append (self->wordings, body);
}

static gboolean
on_listed_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkLetterSection *self = COMARK_LETTER_SECTION (widget);
  GPtrArray *letters = answer;

  if (error != NULL)
    return FALSE;
  comark_clear_box (self->wordings);
  for (guint i = letters->len - 1; i > 0; i--)
    add_wording (self, g_ptr_array_index (letters, i - 1));
  return TRUE;
}

static void
list_wordings (ComarkLetterSection *self)
{
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = list_job, .data = g_strdup (self->dossier->submission->ref), .data_destroy = g_free,
    .answer_destroy = (GDestroyNotify) g_ptr_array_unref, .done = on_listed_cb,
  });
}

static void
on_earlier_expanded_cb (ComarkLetterSection *self)
{
  if (self->dossier != NULL && gtk_expander_get_expanded (self->earlier))
    list_wordings (self);
}

/* ---- showing ---- */

static void
fill_earlier (ComarkLetterSection *self, gint64 shown_n)
{
  ComarkDecision *decision = self->dossier->decision;
  gboolean has_earlier = decision->letter_n > 1
                         && comark_dossier_may (self->dossier, COMARK_ACTION_SEE_AGREED, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->earlier), has_earlier);
  if (has_earlier && decision->letter_n != shown_n)
    on_earlier_expanded_cb (self);
}

void
comark_letter_section_set_dossier (ComarkLetterSection *self, ComarkDossier *dossier)
{
  gint64 shown_n;

  g_return_if_fail (COMARK_IS_LETTER_SECTION (self));
  g_return_if_fail (dossier->decision != NULL);

  shown_n = self->dossier != NULL ? self->dossier->decision->letter_n : 0;
  g_set_object (&self->dossier, dossier);
  gtk_label_set_label (self->letter, dossier->decision->letter);
  if (self->begun_on == 0)
    self->begun_on = dossier->decision->letter_n;
  if (gtk_widget_get_visible (self->editor) && may_change (dossier))
    comark_text_keeper_set (self->keeper, dossier, COMARK_SLOT_LETTER, dossier->decision->letter);
  else
    show_editor (self, FALSE);
  fill_earlier (self, shown_n);
}

void
comark_letter_section_flush (ComarkLetterSection *self)
{
  g_return_if_fail (COMARK_IS_LETTER_SECTION (self));

  comark_text_keeper_flush (self->keeper);
}

/* ---- class ---- */

static void
comark_letter_section_dispose (GObject *object)
{
  ComarkLetterSection *self = COMARK_LETTER_SECTION (object);

  g_clear_pointer (&self->keeper, comark_text_keeper_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_LETTER_SECTION);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_letter_section_parent_class)->dispose (object);
}

static void
comark_letter_section_class_init (ComarkLetterSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_letter_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-letter-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, letter);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, change_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, editor);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, advice);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, record_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, earlier);
  gtk_widget_class_bind_template_child (widget_class, ComarkLetterSection, wordings);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_record_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_expanded_cb);
}

static void
comark_letter_section_init (ComarkLetterSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keeper = comark_text_keeper_new (self->words);
  g_signal_connect_object (gtk_text_view_get_buffer (self->words), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
