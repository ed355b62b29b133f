/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-document-page.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-compare-window.h"
#include "comark-content-view.h"
#include "comark-coverage-section.h"
#include "comark-file-pane.h"
#include "comark-interest-view.h"
#include "comark-quote-list.h"
#include "comark-split.h"

struct _ComarkDocumentPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkStack *stack;
  ComarkInterestView *interests;
  ComarkContentView *content;
  ComarkSplit *split;
  ComarkFilePane *files;
  GtkLabel *fingerprint;
  GtkLabel *none;
  GtkListBox *evidence;
  ComarkQuoteList *quotes;
  GtkWidget *compare_button;
  GtkLabel *contributors;
  ComarkCoverageSection *coverage;
};

G_DEFINE_FINAL_TYPE (ComarkDocumentPage, comark_document_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_document_page_applies (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_OPEN_DOCUMENT, NULL)
         || comark_interest_view_applies (dossier);
}

/* ---- evidence ---- */

static char *
subtitle_of (ComarkEvidence *item)
{
  g_autofree char *day = comark_day_to_words (item->day);
  g_autofree char *criteria = item->criteria ? g_strjoinv (", ", item->criteria) : NULL;
  GString *text = g_string_new (NULL);

  if (*day)
    g_string_append (text, day);
  if (criteria && *criteria)
    /* translators: ids of criteria, "for A1, C3" */
    g_string_append_printf (text, _("%sfor %s"), text->len ? " · " : "", criteria);
  if (item->description && *item->description)
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", item->description);
  if (item->hash == NULL)
    g_string_append_printf (text, "%s%s", text->len ? "\n" : "", _("In words alone, no file."));
  return g_string_free (text, FALSE);
}

static void
add_row (ComarkDocumentPage *self, const char *title, const char *subtitle, const char *hash)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), hash != NULL);
  g_object_set_data_full (G_OBJECT (row), "hash", g_strdup (hash), g_free);
  gtk_list_box_append (self->evidence, row);
}

static void
on_row_activated_cb (ComarkDocumentPage *self, GtkListBoxRow *row)
{
  comark_file_pane_show_file (self->files, g_object_get_data (G_OBJECT (row), "hash"));
  comark_split_show_start (self->split);
}

static void
on_compare_clicked_cb (ComarkDocumentPage *self)
{
  comark_compare_window_present (
    GTK_WIDGET (self), comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self)), 0, 0);
}

static gboolean
same_evidence (ComarkDossier *a, ComarkDossier *b)
{
  if (a == NULL || a->evidence->len != b->evidence->len
      || a->documents->len != b->documents->len)
    return FALSE;
  for (guint i = 0; i < a->evidence->len; i++)
    {
      ComarkEvidence *one = g_ptr_array_index (a->evidence, i);
      ComarkEvidence *other = g_ptr_array_index (b->evidence, i);
      if (!comark_id_equal (&one->id, &other->id) || one->rev != other->rev)
        return FALSE;
    }
  return TRUE;
}

static void
fill_evidence (ComarkDocumentPage *self, ComarkDossier *dossier)
{
  ComarkDocument *document = comark_dossier_document (dossier);

  comark_clear_list (self->evidence);
  if (document)
    {
      g_autofree char *subtitle
        = document->pages > 0
            ? g_strdup_printf (g_dngettext (NULL, "Version %d, %d page", "Version %d, %d pages",
                                            (gulong) document->pages),
                               (int) document->n, (int) document->pages)
            : g_strdup_printf (_("Version %d"), (int) document->n);
      add_row (self, document->filename, subtitle, document->hash);
    }
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);
      g_autofree char *subtitle = subtitle_of (item);
      add_row (self, item->title, subtitle, item->hash);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->none), dossier->evidence->len == 0);
}

/* ---- the rest ---- */

static void
fill_fingerprint (ComarkDocumentPage *self, ComarkDossier *dossier)
{
  ComarkDocument *document = comark_dossier_document (dossier);
  g_autofree char *text
    = document ? g_strdup_printf (_("Fingerprint (SHA-256) of the document:\n%s"), document->hash)
               : g_strdup (_("There is no document yet."));

  gtk_label_set_label (self->fingerprint, text);
}

static void
fill_contributors (ComarkDocumentPage *self, ComarkDossier *dossier)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dossier->contributors->len; i++)
    {
      ComarkContributor *contributor = g_ptr_array_index (dossier->contributors, i);
      g_string_append_printf (text, "%s• %s", text->len ? "\n" : "", contributor->name);
      if (contributor->part && *contributor->part)
        g_string_append_printf (text, ", %s", contributor->part);
      if (contributor->lived_experience)
        g_string_append_printf (text, " (%s)", _("lived experience"));
    }
  gtk_label_set_label (self->contributors, text->len ? text->str : _("Nobody is named yet."));
  g_string_free (text, TRUE);
}

/* ---- quotes ---- */

static void
show_quotes (ComarkDocumentPage *self)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));

  if (dossier != NULL)
    comark_quote_list_set (self->quotes, dossier, NULL, FALSE,
                           comark_file_pane_get_fates (self->files));
}

static void
on_quote_chosen_cb (ComarkDocumentPage *self, ComarkQuote *quote)
{
  comark_file_pane_show_quote (self->files, quote);
  comark_split_show_start (self->split);
}

/* ---- coverage, and what other pages ask for ---- */

/* For those who rate, or did. */
static void
fill_coverage (ComarkDocumentPage *self, ComarkDossier *dossier)
{
  gboolean rates = dossier->own_first != NULL || dossier->own_final != NULL;

  if (rates)
    comark_coverage_section_set_dossier (self->coverage, dossier, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->coverage), rates);
}

void
comark_document_page_show_file (ComarkDocumentPage *self, const char *hash)
{
  g_return_if_fail (COMARK_IS_DOCUMENT_PAGE (self));

  comark_file_pane_show_file (self->files, hash);
  comark_split_show_start (self->split);
}

static void
comark_document_page_show_quote (ComarkSubmissionTab *tab, ComarkQuote *quote)
{
  on_quote_chosen_cb (COMARK_DOCUMENT_PAGE (tab), quote);
}

static void
comark_document_page_flush (ComarkSubmissionTab *tab)
{
  comark_quote_list_flush (COMARK_DOCUMENT_PAGE (tab)->quotes);
}

static void
on_coverage_criterion_cb (ComarkDocumentPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "submission.show-criterion", "s", id);
}

static void
comark_document_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkDocumentPage *self = COMARK_DOCUMENT_PAGE (tab);

  if (comark_interest_view_applies (dossier))
    {
      comark_interest_view_set_dossier (self->interests, dossier);
      gtk_stack_set_visible_child_name (self->stack, "interests");
      return;
    }
  if (comark_content_view_applies (dossier))
    {
      comark_content_view_set_dossier (self->content, dossier);
      gtk_stack_set_visible_child_name (self->stack, "content");
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "files");
  comark_file_pane_set_dossier (self->files, dossier);
  if (!same_evidence (older, dossier) || gtk_list_box_get_row_at_index (self->evidence, 0) == NULL)
    fill_evidence (self, dossier);
  gtk_widget_set_visible (self->compare_button, dossier->documents->len > 1);
  show_quotes (self);
  fill_fingerprint (self, dossier);
  fill_contributors (self, dossier);
  fill_coverage (self, dossier);
}

static void
comark_document_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DOCUMENT_PAGE);
  G_OBJECT_CLASS (comark_document_page_parent_class)->dispose (object);
}

static void
comark_document_page_class_init (ComarkDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_document_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_document_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_document_page_flush;
  COMARK_SUBMISSION_TAB_CLASS (klass)->show_quote = comark_document_page_show_quote;

  g_type_ensure (COMARK_TYPE_CONTENT_VIEW);
  g_type_ensure (COMARK_TYPE_COVERAGE_SECTION);
  g_type_ensure (COMARK_TYPE_FILE_PANE);
  g_type_ensure (COMARK_TYPE_INTEREST_VIEW);
  g_type_ensure (COMARK_TYPE_QUOTE_LIST);
  g_type_ensure (COMARK_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, interests);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, content);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, split);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, files);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, none);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, quotes);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, contributors);
  gtk_widget_class_bind_template_child (widget_class, ComarkDocumentPage, coverage);
  gtk_widget_class_bind_template_callback (widget_class, on_coverage_criterion_cb);
  gtk_widget_class_bind_template_callback (widget_class, comark_document_page_show_file);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_quote_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_clicked_cb);
}

static void
comark_document_page_init (ComarkDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_quote_list_set_heading (self->quotes, _("Quotes"));
  g_signal_connect_object (self->files, "fates-changed", G_CALLBACK (show_quotes), self,
                           G_CONNECT_SWAPPED);
}
