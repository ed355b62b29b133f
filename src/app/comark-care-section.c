/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-care-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-rounds.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-wrap.h"

struct _ComarkCareSection
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *ask;
  GtkButton *break_button;
  GtkButton *support_button;
  GtkLabel *promise;
  GtkWidget *paused;
  GtkLabel *heading;
  GtkLabel *next;
  GtkLabel *contact;
  GtkButton *resume_button;
  GtkLabel *wait;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkCareSection, comark_care_section, ADW_TYPE_BIN)

/* Whom to turn to: in the organisation's words, or else a co-chair. */
static char *
contact_words (ComarkDossier *dossier)
{
  if (*dossier->support_contact != '\0')
    /* translators: whom to turn to, in the organisation's own words */
    return g_strdup_printf (_("Support today: %s"), dossier->support_contact);
  return g_strdup (_("Nobody is named for support today: either co-chair, or the administrator, "
                     "listens or finds somebody."));
}

static void
fill_pause (ComarkCareSection *self)
{
  gboolean for_support = g_str_equal (self->dossier->meeting->pause, "support");
  gboolean may_resume = comark_dossier_may (self->dossier, COMARK_ACTION_RESUME_MEETING, NULL);

  gtk_label_set_label (self->heading, for_support ? _("The meeting is paused for support")
                                                  : _("The meeting is paused for a break"));
  gtk_label_set_label (self->next,
                       for_support
                         ? _("Somebody would like support. There is no need to say who or why. "
                             "Take the time that it takes.")
                         : _("Stretch, drink something, go outside. Nobody has to say why a break "
                             "is needed."));
  gtk_widget_set_visible (GTK_WIDGET (self->resume_button), may_resume);
  comark_label_show (self->wait, may_resume ? NULL
                                            : _("A co-chair goes on when everybody is ready."));
}

/* Who presses knows before what will happen. */
static void
fill_promise (ComarkCareSection *self, const char *contact)
{
  g_autofree char *text
    /* translators: the sentence says whom to turn to */
    = g_strdup_printf (_("Either pauses the meeting for all, at once and for as long as you need. "
                         "Nobody is told who asked. %s"), contact);

  gtk_label_set_label (self->promise, text);
}

void
comark_care_section_set_dossier (ComarkCareSection *self, ComarkDossier *dossier)
{
  gboolean is_paused = *dossier->meeting->pause != '\0';
  g_autofree char *contact = contact_words (dossier);

  g_return_if_fail (COMARK_IS_CARE_SECTION (self));

  g_set_object (&self->dossier, dossier);
  gtk_widget_set_visible (self->ask, !is_paused
                          && comark_dossier_may (dossier, COMARK_ACTION_PAUSE_MEETING, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->promise), gtk_widget_get_visible (self->ask));
  gtk_widget_set_visible (self->paused, is_paused);
  gtk_label_set_label (self->contact, contact);
  fill_promise (self, contact);
  if (is_paused)
    fill_pause (self);
}

/* ---- acts ---- */

static gboolean
take_break (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_pause_meeting (desk, ref, "break", error);
}

static gboolean
ask_support (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_pause_meeting (desk, ref, "support", error);
}

static void
on_break_clicked_cb (ComarkCareSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->break_button), take_break,
                      self->dossier->submission->ref, NULL);
}

static void
on_support_clicked_cb (ComarkCareSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->support_button), ask_support,
                      self->dossier->submission->ref, NULL);
}

static void
on_resume_clicked_cb (ComarkCareSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->resume_button),
                      comark_desk_resume_meeting, self->dossier->submission->ref,
                      _("The meeting goes on."));
}

/* ---- class ---- */

static void
comark_care_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_CARE_SECTION);
  g_clear_object (&COMARK_CARE_SECTION (object)->dossier);
  G_OBJECT_CLASS (comark_care_section_parent_class)->dispose (object);
}

static void
comark_care_section_class_init (ComarkCareSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_care_section_dispose;
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-care-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, ask);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, break_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, support_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, promise);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, paused);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, heading);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, next);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, contact);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, resume_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkCareSection, wait);
  gtk_widget_class_bind_template_callback (widget_class, on_break_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_support_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_resume_clicked_cb);
}

static void
comark_care_section_init (ComarkCareSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
