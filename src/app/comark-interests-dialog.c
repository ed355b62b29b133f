/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-interests-dialog.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-interests.h"
#include "comark-label.h"

struct _ComarkInterestsDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel *problem;
  GtkBox *rows;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkInterestsDialog, comark_interests_dialog, ADW_TYPE_WINDOW)

/* ---- settling ---- */

typedef struct
{
  char *ref;
  ComarkId person;
  ComarkInterestEffect effect;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_free (settle->ref);
  g_free (settle);
}

static gpointer
settle_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Settle *settle = data;

  return comark_desk_settle_interest (desk, settle->ref, &settle->person, settle->effect, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_settled_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkInterestsDialog *self = COMARK_INTERESTS_DIALOG (widget);
  gboolean is_plain = error != NULL && error->domain == COMARK_DESK_ERROR;

  comark_label_show (self->problem, is_plain ? error->message : NULL);
  return is_plain;
}

static void
on_record_clicked_cb (ComarkInterestsDialog *self, GtkWidget *button)
{
  ComarkSeat *seat = g_object_get_data (G_OBJECT (button), "seat");
  Settle *settle = g_new0 (Settle, 1);

  settle->ref = g_strdup (self->dossier->submission->ref);
  settle->person = seat->person;
  settle->effect = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "effect"));
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = settle_job, .data = settle, .data_destroy = settle_free, .trigger = button,
    .said = _("Settled. The member sees it."), .done = on_settled_cb,
  });
}

/* Arrow keys go through the choices, so a choice alone does nothing yet. */
static void
on_effect_toggled_cb (GtkWidget *record, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  g_object_set_data (G_OBJECT (record), "effect",
                     g_object_get_data (G_OBJECT (button), "effect"));
  gtk_widget_set_sensitive (record, TRUE);
}

/* ---- rows ---- */

static GtkWidget *
new_record_button (ComarkInterestsDialog *self, ComarkSeat *seat)
{
  GtkWidget *record = gtk_button_new_with_label (_("Record"));
  g_autofree char *spoken = g_strdup_printf (_("Record for %s"), seat->name);

  gtk_widget_set_halign (record, GTK_ALIGN_START);
  gtk_widget_set_sensitive (record, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (record), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (record), "seat", g_object_ref (seat), g_object_unref);
  g_signal_connect_object (record, "clicked", G_CALLBACK (on_record_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return record;
}

static void
add_effects (GtkBox *box, ComarkSeat *seat, GtkWidget *record)
{
  GtkCheckButton *first = NULL;

  for (int effect = COMARK_EFFECT_OPEN; effect <= COMARK_EFFECT_LEAVES; effect++)
    {
      const char *words = _(comark_interests_effect_words (effect));
      g_autofree char *spoken = g_strdup_printf ("%s: %s", seat->name, words);
      GtkWidget *button;

      if (!comark_interests_effect_is_possible (seat->interest, seat->contributor, effect))
        continue;
      button = gtk_check_button_new ();
      comark_label_put_in_check (GTK_CHECK_BUTTON (button), words);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      first = first != NULL ? first : GTK_CHECK_BUTTON (button);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), (int) seat->effect == effect);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      g_object_set_data (G_OBJECT (button), "effect", GINT_TO_POINTER (effect));
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_effect_toggled_cb), record,
                               G_CONNECT_SWAPPED);
      gtk_box_append (box, button);
    }
}

static void
add_row (ComarkInterestsDialog *self, ComarkSeat *seat)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *record = new_record_button (self, seat);
  g_autofree char *title = g_strdup_printf ("%s (%s)", seat->name,
                                            _(comark_member_kind_words (seat->kind)));

  gtk_box_append (GTK_BOX (box), comark_label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box),
                  comark_label_new (_(comark_interest_kind_words (seat->interest)), NULL));
  if (seat->interest_note != NULL && *seat->interest_note != '\0')
    gtk_box_append (GTK_BOX (box), comark_label_new (seat->interest_note, "comark-quote"));
  if (seat->effect == COMARK_EFFECT_UNDECIDED)
    gtk_box_append (GTK_BOX (box), comark_label_new (_("Not settled yet: it is hidden from them "
                                                       "until you choose."), NULL));
  add_effects (GTK_BOX (box), seat, record);
  gtk_box_append (GTK_BOX (box), record);
  gtk_box_append (self->rows, box);
}

static void
fill (ComarkInterestsDialog *self)
{
  for (guint i = 0; i < self->dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (self->dossier->seats, i);
      if (seat->interest != COMARK_INTEREST_UNANSWERED && seat->interest != COMARK_INTEREST_NONE)
        add_row (self, seat);
    }
}

/* ---- class ---- */

static void
comark_interests_dialog_dispose (GObject *object)
{
  ComarkInterestsDialog *self = COMARK_INTERESTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_INTERESTS_DIALOG);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_interests_dialog_parent_class)->dispose (object);
}

static void
comark_interests_dialog_class_init (ComarkInterestsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_interests_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-interests-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkInterestsDialog, rows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
comark_interests_dialog_init (ComarkInterestsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
comark_interests_dialog_present (GtkWidget *from, ComarkDossier *dossier)
{
  ComarkInterestsDialog *self = g_object_new (COMARK_TYPE_INTERESTS_DIALOG, "transient-for",
                                              gtk_widget_get_root (from), NULL);

  self->dossier = g_object_ref (dossier);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
