/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-seal-section.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-decision.h"
#include "comark-label.h"
#include "comark-part.h"

struct _ComarkSealSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *window;
  GtkButton *sign_button;
  GtkLabel *sign_why;
  GtkButton *seal_button;
  GtkLabel *seal_why;
  GtkButton *reconsider_button;

  /* owned */
  ComarkDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ComarkSealSection, comark_seal_section, ADW_TYPE_BIN)

static gboolean
has_signed (ComarkDecision *decision, ComarkMemberKind kind)
{
  for (guint i = 0; i < decision->signatures->len; i++)
    if (((ComarkSignature *) g_ptr_array_index (decision->signatures, i))->kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
viewer_has_signed (ComarkDossier *dossier)
{
  GPtrArray *signatures = dossier->decision->signatures;

  for (guint i = 0; i < signatures->len; i++)
    {
      ComarkSignature *one = g_ptr_array_index (signatures, i);
      if (comark_id_equal (&one->person, &dossier->viewer->id))
        return TRUE;
    }
  return FALSE;
}

static void
fill_sign (ComarkSealSection *self)
{
  comark_part_follow (GTK_WIDGET (self->sign_button), self->sign_why, self->dossier,
                      COMARK_ACTION_SIGN);
  if (!viewer_has_signed (self->dossier))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_button), FALSE);
  comark_label_show (self->sign_why, _("You have signed."));
}

/* The first thing that stands in the way. Returns: (transfer full) (nullable) */
static char *
why_not_sealed (ComarkSealSection *self)
{
  ComarkDecision *decision = self->dossier->decision;
  g_autofree char *today = comark_part_today (GTK_WIDGET (self));
  g_autofree char *day = comark_day_to_words (decision->sealable_day);
  char *why = NULL;

  if (!comark_dossier_may (self->dossier, COMARK_ACTION_SEAL, &why))
    return why;
  if (!has_signed (decision, COMARK_KIND_EXPERT) && !has_signed (decision, COMARK_KIND_STAFF))
    return g_strdup (_("Both co-chairs sign first."));
  if (!has_signed (decision, COMARK_KIND_EXPERT))
    return g_strdup (_("The expert by experience co-chair has not signed yet."));
  if (!has_signed (decision, COMARK_KIND_STAFF))
    return g_strdup (_("The staff co-chair has not signed yet."));
  if (g_strcmp0 (today, decision->sealable_day) < 0)
    return g_strdup_printf (_("The days for second thoughts are not over: from %s."), day);
  return NULL;
}

void
comark_seal_section_set_dossier (ComarkSealSection *self, ComarkDossier *dossier)
{
  g_autofree char *day = NULL, *window = NULL, *why = NULL;

  g_return_if_fail (COMARK_IS_SEAL_SECTION (self));
  g_return_if_fail (dossier->decision != NULL);

  g_set_object (&self->dossier, dossier);
  day = comark_day_to_words (dossier->decision->sealable_day);
  window = g_strdup_printf (_("Until then anybody on the panel can have second thoughts. It can be "
                              "sealed from %s on, with both co-chairs’ signatures."), day);
  gtk_label_set_label (self->window, window);
  fill_sign (self);
  why = why_not_sealed (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->seal_button), why == NULL);
  comark_label_show (self->seal_why, why);
  gtk_widget_set_visible (GTK_WIDGET (self->reconsider_button),
                          comark_dossier_may (dossier, COMARK_ACTION_RECONSIDER, NULL));
}

/* ---- acts ---- */

static void
on_sign_clicked_cb (ComarkSealSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->sign_button), comark_desk_sign,
                      self->dossier->submission->ref, _("You have signed the decision."));
}

static void
on_seal_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSealSection) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->seal_button), comark_desk_seal,
                        self->dossier->submission->ref, _("The decision is sealed."));
}

static void
on_seal_clicked_cb (ComarkSealSection *self)
{
  comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Seal the decision?"),
                        _("From then on nothing in it changes, and the owner reads the letter."),
                        _("Seal"), FALSE, on_seal_confirmed_cb, g_object_ref (self));
}

static void
on_reconsidered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSealSection) self = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);

  if (because != NULL && self->dossier != NULL)
    comark_act_run_reason (GTK_WIDGET (self), GTK_WIDGET (self->reconsider_button),
                           comark_desk_reconsider, self->dossier->submission->ref, because,
                           _("It is back in the meeting."));
}

static void
on_reconsider_clicked_cb (ComarkSealSection *self)
{
  comark_ask_reason_async (comark_part_window (GTK_WIDGET (self)),
                           _("Take it back to the meeting?"),
                           _("The panel talks again and decides again. Both decisions stay in the "
                             "record."),
                           _("What is your second thought?"), _("Take it back"),
                           on_reconsidered_cb, g_object_ref (self));
}

/* ---- class ---- */

static void
comark_seal_section_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_SEAL_SECTION);
  g_clear_object (&COMARK_SEAL_SECTION (object)->dossier);
  G_OBJECT_CLASS (comark_seal_section_parent_class)->dispose (object);
}

static void
comark_seal_section_class_init (ComarkSealSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_seal_section_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-seal-section.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, window);
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, sign_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, sign_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, seal_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, seal_why);
  gtk_widget_class_bind_template_child (widget_class, ComarkSealSection, reconsider_button);
  gtk_widget_class_bind_template_callback (widget_class, on_sign_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_seal_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reconsider_clicked_cb);
}

static void
comark_seal_section_init (ComarkSealSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
