/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-mark-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-certificate-preview.h"
#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-desk-decision.h"
#include "comark-fact-list.h"
#include "comark-mark-actions.h"
#include "comark-mark-check.h"
#include "comark-mark-needs.h"
#include "comark-mark-sheet.h"
#include "comark-mark-words.h"
#include "comark-wrap.h"

struct _ComarkMarkPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkStack *stack;
  ComarkMarkNeeds *needs;
  GtkLabel *number;
  GtkLabel *state;
  GtkLabel *warning;
  ComarkCertificatePreview *preview;
  GtkWidget *print_button;
  GtkWidget *pdf_button;
  GtkWidget *picture_button;
  GtkLabel *use_reason;
  GtkBox *facts;
  ComarkMarkCheck *check;
  GtkBox *uses;
  GtkLabel *revoke_reason;
  GtkWidget *revoke_button;

  /* owned */
  GCancellable *cancellable; /* of reading what the certificate says */
};

G_DEFINE_FINAL_TYPE (ComarkMarkPage, comark_mark_page, COMARK_TYPE_SUBMISSION_TAB)

static ComarkMark *
mark_of (ComarkMarkPage *self)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));

  return dossier != NULL ? dossier->mark : NULL;
}

gboolean
comark_mark_page_applies (ComarkDossier *dossier)
{
  return dossier->mark != NULL || dossier->submission->state == COMARK_STATE_AWARDED;
}

/* The reason stands beside a button that is insensitive: a bare grey one helps nobody. */
static gboolean
show_may (GtkWidget *widget, const char *action_name, ComarkDossier *dossier,
          ComarkAction action, GtkLabel *label)
{
  g_autofree char *reason = NULL;
  gboolean may = comark_dossier_may (dossier, action, &reason);

  gtk_widget_action_set_enabled (widget, action_name, may);
  gtk_label_set_label (label, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (label), !may);
  return may;
}

/* ---- the certificate ---- */

static gboolean
on_sheet_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (page);
  ComarkMarkSheet *sheet = answer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error != NULL)
    {
      comark_certificate_preview_set_error (self->preview, error->message);
      return TRUE;
    }
  gtk_label_set_label (self->warning, sheet->warning != NULL ? sheet->warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), sheet->warning != NULL);
  comark_certificate_preview_set_award (self->preview, sheet->award);
  return TRUE;
}

static void
read_sheet (ComarkMarkPage *self)
{
  ComarkMark *mark = mark_of (self);

  if (mark == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  comark_act_read (GTK_WIDGET (self),
                   &(ComarkAct){ .job = comark_mark_sheet_job,
                                 .data = g_object_ref (mark),
                                 .data_destroy = g_object_unref,
                                 .answer_destroy = (GDestroyNotify) comark_mark_sheet_free,
                                 .done = on_sheet_read_cb,
                                 .cancellable = self->cancellable });
}

/* ---- in words ---- */

static void
fill_facts (ComarkMarkPage *self, ComarkMark *mark)
{
  g_autofree char *number = comark_mark_words_number (mark);
  g_autofree char *from = comark_day_to_words (mark->valid_from);
  g_autofree char *until = comark_day_to_words (mark->valid_until);
  g_autofree char *decided = comark_day_to_words (mark->decided_day);
  /* translators: title of a document, its version */
  g_autofree char *document = g_strdup_printf (_("%s, version %s"), mark->title, mark->version);
  /* translators: name and version of a framework */
  g_autofree char *framework
    = g_strdup_printf (_("%s, version %s"), mark->framework_words, mark->framework_version);
  /* translators: two names */
  g_autofree char *chairs = g_strdup_printf (_("%s and %s"), mark->expert_chair, mark->staff_chair);

  comark_clear_box (self->facts);
  comark_fact_list_add_copyable (self->facts, _("Number"), number);
  comark_fact_list_add (self->facts, _("Document"), document);
  comark_fact_list_add_copyable (self->facts, _("Fingerprint of this version (SHA-256)"),
                                 mark->document_hash);
  comark_fact_list_add (self->facts, _("Decided"), decided);
  comark_fact_list_add (self->facts, _("Valid from"), from);
  comark_fact_list_add (self->facts, _("Valid until"), until);
  comark_fact_list_add (self->facts, _("Judged against"), framework);
  comark_fact_list_add (self->facts, _("The panel"), mark->panel_words);
  comark_fact_list_add (self->facts, _("Signed by"), chairs);
  comark_fact_list_add (self->facts, _("How anybody can check it"), mark->check_line);
}

static void
fill_uses (ComarkMarkPage *self, ComarkMark *mark)
{
  comark_clear_box (self->uses);
  for (guint i = mark->events->len; i > 0; i--)
    {
      ComarkMarkUse *use = g_ptr_array_index (mark->events, i - 1);
      g_autofree char *when = comark_ms_to_words (use->at);
      g_autofree char *what = comark_mark_words_use (use);
      /* translators: a person, a day and time */
      g_autofree char *who = g_strdup_printf (_("%s, %s"), use->person_name, when);
      comark_fact_list_add (self->uses, who, what);
    }
}

static void
fill_state (ComarkMarkPage *self, ComarkMark *mark)
{
  g_autofree char *number = comark_mark_words_number (mark);
  g_autofree char *state = comark_mark_words_state (mark);

  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->state, state);
  if (mark->state == COMARK_MARK_LIVE)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "comark-problem");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "comark-problem");
}

static void
update_actions (ComarkMarkPage *self, ComarkDossier *dossier)
{
  gboolean may = show_may (GTK_WIDGET (self), "mark.print", dossier, COMARK_ACTION_EXPORT_MARK,
                           self->use_reason);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.save-pdf", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "mark.save-picture", may);
  show_may (GTK_WIDGET (self), "mark.revoke", dossier, COMARK_ACTION_REVOKE_MARK,
            self->revoke_reason);
}

static gboolean
same_mark (ComarkDossier *older, ComarkMark *mark)
{
  ComarkMark *shown = older != NULL ? older->mark : NULL;

  return shown != NULL && comark_id_equal (&shown->id, &mark->id) && shown->issue == mark->issue;
}

static void
fill_mark (ComarkMarkPage *self, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkMark *mark = dossier->mark;

  fill_state (self, mark);
  if (!same_mark (older, mark))
    {
      fill_facts (self, mark);
      comark_certificate_preview_set_award (self->preview, NULL);
      read_sheet (self);
    }
  fill_uses (self, mark);
  comark_mark_check_set_number (self->check, mark->number);
}

static void
comark_mark_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (tab);
  gboolean was_issued_here = dossier->mark != NULL
                             && gtk_widget_get_focus_child (GTK_WIDGET (self->needs)) != NULL;

  if (dossier->mark != NULL)
    fill_mark (self, dossier, older);
  else
    comark_mark_needs_set_dossier (self->needs, dossier);
  update_actions (self, dossier);
  gtk_stack_set_visible_child_name (self->stack, dossier->mark != NULL ? "mark" : "needs");
  if (was_issued_here)
    gtk_widget_grab_focus (self->print_button);
}

/* ---- actions ---- */

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (widget);

  if (mark_of (self) != NULL && gtk_widget_get_mapped (widget))
    comark_mark_actions_print (widget, self->print_button, mark_of (self));
}

static void
save_pdf_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (widget);

  if (mark_of (self) != NULL)
    comark_mark_actions_export (widget, self->pdf_button, mark_of (self), COMARK_MARK_FILE_PDF);
}

static void
save_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (widget);

  if (mark_of (self) != NULL)
    comark_mark_actions_export (widget, self->picture_button, mark_of (self),
                                COMARK_MARK_FILE_PNG);
}

static void
revoke_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (widget);

  if (mark_of (self) != NULL)
    comark_mark_actions_revoke (widget, self->revoke_button, mark_of (self));
}

/* ---- class ---- */

static void
comark_mark_page_dispose (GObject *object)
{
  ComarkMarkPage *self = COMARK_MARK_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MARK_PAGE);
  G_OBJECT_CLASS (comark_mark_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-mark-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, needs);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, number);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, warning);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, preview);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, picture_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, use_reason);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, facts);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, check);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, uses);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, revoke_reason);
  gtk_widget_class_bind_template_child (widget_class, ComarkMarkPage, revoke_button);
  gtk_widget_class_bind_template_callback (widget_class, read_sheet);
}

static void
comark_mark_page_class_init (ComarkMarkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_mark_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_mark_page_fill;

  g_type_ensure (COMARK_TYPE_CERTIFICATE_PREVIEW);
  g_type_ensure (COMARK_TYPE_MARK_CHECK);
  g_type_ensure (COMARK_TYPE_MARK_NEEDS);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_install_action (widget_class, "mark.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "mark.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "mark.save-picture", NULL, save_picture_action);
  gtk_widget_class_install_action (widget_class, "mark.revoke", NULL, revoke_action);
  bind_template (widget_class);
}

static void
comark_mark_page_init (ComarkMarkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
