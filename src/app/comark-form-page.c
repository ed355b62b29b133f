/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-form-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-checklist.h"
#include "comark-compat.h"
#include "comark-contributors-section.h"
#include "comark-desk-submissions.h"
#include "comark-details-form.h"
#include "comark-document-field.h"
#include "comark-evidence-section.h"
#include "comark-form-places.h"
#include "comark-label.h"
#include "comark-statements-section.h"
#include "comark-submission-words.h"
#include "comark-wrap.h"

#define AIR 12 /* pixels above what is brought into sight */

struct _ComarkFormPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkScrolledWindow *scroll;
  GtkWidget *content;
  GtkLabel *banner;
  GtkWidget *places;
  GtkWidget *details_part;
  ComarkDetailsForm *details;
  GtkWidget *document_part;
  ComarkDocumentField *document;
  GtkWidget *contributors_part;
  ComarkContributorsSection *contributors;
  GtkWidget *evidence_part;
  ComarkEvidenceSection *evidence;
  GtkWidget *statements_part;
  ComarkStatementsSection *statements;
  ComarkChecklist *checklist;
  GtkLabel *missing;
  GtkButton *missing_button;
  GtkButton *submit_button;
};

G_DEFINE_FINAL_TYPE (ComarkFormPage, comark_form_page, COMARK_TYPE_SUBMISSION_TAB)

static gboolean
may_edit (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_EDIT_SUBMISSION, NULL);
}

static gboolean
may_submit (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_SUBMIT, NULL)
         || comark_dossier_may (dossier, COMARK_ACTION_RESUBMIT, NULL);
}

gboolean
comark_form_page_applies (ComarkDossier *dossier)
{
  return may_edit (dossier) || comark_dossier_may (dossier, COMARK_ACTION_ATTACH_EVIDENCE, NULL);
}

static ComarkDossier *
dossier_of (ComarkFormPage *self)
{
  return comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));
}

/* ---- going to a place ---- */

/* The focus alone would scroll only as far as it must, and leave the heading out of sight. */
static void
show (ComarkFormPage *self, GtkWidget *part, GtkWidget *focus)
{
  graphene_rect_t bounds;

  gtk_widget_grab_focus (focus);
  if (gtk_widget_compute_bounds (part, self->content, &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll),
                              bounds.origin.y - AIR);
}

void
comark_form_page_show_place (ComarkFormPage *self, const char *place)
{
  GtkWidget *editor;

  g_return_if_fail (COMARK_IS_FORM_PAGE (self));

  editor = comark_statements_section_find (self->statements, place);
  if (editor != NULL)
    show (self, editor, editor);
  else if (g_str_equal (place, COMARK_PLACE_DOCUMENT))
    show (self, self->document_part, GTK_WIDGET (self->document));
  else if (g_str_equal (place, COMARK_PLACE_CONTRIBUTORS))
    show (self, self->contributors_part, GTK_WIDGET (self->contributors));
  else
    {
      show (self, self->details_part, GTK_WIDGET (self->details));
      comark_details_form_focus_audience (self->details);
    }
}

static void
on_details_clicked_cb (ComarkFormPage *self)
{
  show (self, self->details_part, GTK_WIDGET (self->details));
}

static void
on_document_clicked_cb (ComarkFormPage *self)
{
  show (self, self->document_part, GTK_WIDGET (self->document));
}

static void
on_contributors_clicked_cb (ComarkFormPage *self)
{
  show (self, self->contributors_part, GTK_WIDGET (self->contributors));
}

static void
on_evidence_clicked_cb (ComarkFormPage *self)
{
  show (self, self->evidence_part, GTK_WIDGET (self->evidence));
}

static void
on_statements_clicked_cb (ComarkFormPage *self)
{
  show (self, self->statements_part, GTK_WIDGET (self->statements));
}

static void
on_missing_clicked_cb (ComarkFormPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
  show (self, GTK_WIDGET (self->checklist), GTK_WIDGET (self->checklist));
}

static void
on_missing_chosen_cb (ComarkFormPage *self, guint index)
{
  comark_form_page_show_place (self, comark_form_place (dossier_of (self), index));
}

/* ---- evidence of a criterion ---- */

static void
on_evidence_asked_cb (ComarkFormPage *self, const char *criterion)
{
  comark_evidence_section_add (self->evidence, criterion);
}

static void
on_evidence_chosen_cb (ComarkFormPage *self, const char *id)
{
  comark_evidence_section_edit (self->evidence, id);
}

/* ---- submitting ---- */

static void
flush (ComarkFormPage *self)
{
  comark_details_form_flush (self->details);
  comark_statements_section_flush (self->statements);
}

static void
on_submit_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkFormPage) self = user_data;

  if (comark_confirm_finish (result, NULL))
    comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->submit_button), comark_desk_submit,
                        comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)),
                        _("Submitted. An administrator looks at it next."));
}

static void
on_submit_clicked_cb (ComarkFormPage *self)
{
  flush (self);
  if (dossier_of (self)->missing[0] != NULL)
    {
      on_missing_clicked_cb (self);
      return;
    }
  comark_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        _("Submit it to the panel?"),
                        _("From then on this version of the document, the evidence and your words "
                          "stay as they are, and the panel reads exactly these. If something is "
                          "missing, it comes back to you. You can withdraw it until the panel has "
                          "decided."),
                        _("Submit"), FALSE, on_submit_confirmed_cb, g_object_ref (self));
}

/* ---- showing a dossier ---- */

static void
fill_banner (ComarkFormPage *self, ComarkDossier *dossier)
{
  g_autofree char *words = comark_returned_words (dossier->submission);

  if (words == NULL && dossier->submission->state == COMARK_STATE_INTEREST)
    words = g_strdup (_("An administrator looks at whether the panel can take it. You can begin "
                        "already: nothing is lost."));
  if (words == NULL && dossier->submission->state == COMARK_STATE_DEFERRED)
    words = g_strdup (_("The panel asked for more. The letter says what; change it here and submit "
                        "it again."));
  comark_label_show (self->banner, words);
}

static void
fill_missing (ComarkFormPage *self, ComarkDossier *dossier)
{
  guint n = g_strv_length (dossier->missing);
  g_autofree char *words
    = n > 0 ? g_strdup_printf (g_dngettext (NULL, "%u thing is still missing",
                                            "%u things are still missing", n), n)
            : g_strdup (_("Everything needed is there"));

  gtk_label_set_label (self->missing, words);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_button), n > 0);
  comark_checklist_set_missing (self->checklist, (const char *const *) dossier->missing);
  gtk_widget_set_visible (GTK_WIDGET (self->submit_button), may_submit (dossier));
}

static void
fill_parts (ComarkFormPage *self, ComarkDossier *dossier)
{
  gboolean editable = may_edit (dossier);

  gtk_widget_set_visible (self->places, editable);
  gtk_widget_set_visible (self->details_part, editable);
  gtk_widget_set_visible (self->document_part, editable);
  gtk_widget_set_visible (self->contributors_part, editable);
  gtk_widget_set_visible (self->statements_part, editable);
  comark_evidence_section_set_dossier (self->evidence, dossier);
  if (!editable)
    return;
  comark_details_form_set_dossier (self->details, dossier);
  comark_document_field_set_dossier (self->document, dossier);
  comark_contributors_section_set_dossier (self->contributors, dossier);
  comark_statements_section_set_dossier (self->statements, dossier);
}

static void
comark_form_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkFormPage *self = COMARK_FORM_PAGE (tab);

  if (!comark_form_page_applies (dossier))
    return;
  fill_banner (self, dossier);
  fill_parts (self, dossier);
  fill_missing (self, dossier);
}

static void
comark_form_page_flush (ComarkSubmissionTab *tab)
{
  flush (COMARK_FORM_PAGE (tab));
}

/* ---- class ---- */

static void
comark_form_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_FORM_PAGE);
  G_OBJECT_CLASS (comark_form_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, scroll);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, content);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, banner);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, places);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, details_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, details);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, document_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, document);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, contributors_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, contributors);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, evidence_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, statements_part);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, statements);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, checklist);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, missing);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFormPage, submit_button);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_details_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_document_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_contributors_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_statements_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_evidence_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_submit_clicked_cb);
}

static void
comark_form_page_class_init (ComarkFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_form_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_form_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_form_page_flush;

  g_type_ensure (COMARK_TYPE_CHECKLIST);
  g_type_ensure (COMARK_TYPE_CONTRIBUTORS_SECTION);
  g_type_ensure (COMARK_TYPE_DETAILS_FORM);
  g_type_ensure (COMARK_TYPE_DOCUMENT_FIELD);
  g_type_ensure (COMARK_TYPE_EVIDENCE_SECTION);
  g_type_ensure (COMARK_TYPE_STATEMENTS_SECTION);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-form-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
comark_form_page_init (ComarkFormPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
