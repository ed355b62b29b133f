/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-statements-section.h"

#include "comark-label.h"
#include "comark-statement-editor.h"

struct _ComarkStatementsSection
{
  AdwBin parent_instance;

  GtkBox *box; /* borrowed from the child */

  /* owned */
  ComarkDossier *dossier; /* whose criteria the editors are of */
  GPtrArray *editors;     /* ComarkStatementEditor, borrowed from the box */
};

enum
{
  SIGNAL_EVIDENCE_ASKED,
  SIGNAL_EVIDENCE_CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkStatementsSection, comark_statements_section, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
on_evidence_asked_cb (ComarkStatementsSection *self, const char *criterion)
{
  g_signal_emit (self, signals[SIGNAL_EVIDENCE_ASKED], 0, criterion);
}

static void
on_evidence_chosen_cb (ComarkStatementsSection *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_EVIDENCE_CHOSEN], 0, id);
}

/* ---- building ---- */

static void
add_heading (ComarkStatementsSection *self, const char *id)
{
  const ComarkSection *section = comark_framework_section (self->dossier->framework, id);

  if (section == NULL)
    return;
  gtk_box_append (self->box, comark_label_new (section->name, "title-4"));
  if (*section->text != '\0')
    gtk_box_append (self->box, comark_label_new (section->text, NULL));
}

static void
add_editor (ComarkStatementsSection *self, const ComarkCriterion *criterion)
{
  GtkWidget *editor = comark_statement_editor_new (self->dossier, criterion);

  g_signal_connect_object (editor, "evidence-asked", G_CALLBACK (on_evidence_asked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "evidence-chosen", G_CALLBACK (on_evidence_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, editor);
  g_ptr_array_add (self->editors, editor);
}

static void
clear (ComarkStatementsSection *self)
{
  GtkWidget *child;

  comark_statements_section_flush (self);
  g_ptr_array_set_size (self->editors, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
}

static void
build (ComarkStatementsSection *self)
{
  const char *section = NULL;

  clear (self);
  for (guint i = 0; i < self->dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (self->dossier->criteria, i);
      if (g_strcmp0 (criterion->section, section) != 0)
        add_heading (self, criterion->section);
      section = criterion->section;
      add_editor (self, criterion);
    }
}

/* The type of document decides which criteria there are. */
static gboolean
has_editors_for (ComarkStatementsSection *self, ComarkDossier *dossier)
{
  if (dossier->criteria->len != self->editors->len)
    return FALSE;
  for (guint i = 0; i < self->editors->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      if (!g_str_equal (criterion->id, comark_statement_editor_get_criterion (
                                         g_ptr_array_index (self->editors, i))))
        return FALSE;
    }
  return TRUE;
}

/* ---- public ---- */

void
comark_statements_section_set_dossier (ComarkStatementsSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_STATEMENTS_SECTION (self));

  g_set_object (&self->dossier, dossier);
  if (!has_editors_for (self, dossier))
    build (self);
  for (guint i = 0; i < self->editors->len; i++)
    comark_statement_editor_set_dossier (g_ptr_array_index (self->editors, i), dossier);
}

void
comark_statements_section_flush (ComarkStatementsSection *self)
{
  g_return_if_fail (COMARK_IS_STATEMENTS_SECTION (self));

  for (guint i = 0; i < self->editors->len; i++)
    comark_statement_editor_flush (g_ptr_array_index (self->editors, i));
}

GtkWidget *
comark_statements_section_find (ComarkStatementsSection *self, const char *criterion)
{
  g_return_val_if_fail (COMARK_IS_STATEMENTS_SECTION (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    {
      ComarkStatementEditor *editor = g_ptr_array_index (self->editors, i);
      if (g_str_equal (comark_statement_editor_get_criterion (editor), criterion))
        return GTK_WIDGET (editor);
    }
  return NULL;
}

/* ---- class ---- */

static gboolean
comark_statements_section_grab_focus (GtkWidget *widget)
{
  ComarkStatementsSection *self = COMARK_STATEMENTS_SECTION (widget);

  return self->editors->len > 0
         && gtk_widget_grab_focus (g_ptr_array_index (self->editors, 0));
}

static void
comark_statements_section_dispose (GObject *object)
{
  ComarkStatementsSection *self = COMARK_STATEMENTS_SECTION (object);

  g_ptr_array_set_size (self->editors, 0);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_statements_section_parent_class)->dispose (object);
}

static void
comark_statements_section_finalize (GObject *object)
{
  g_ptr_array_unref (COMARK_STATEMENTS_SECTION (object)->editors);
  G_OBJECT_CLASS (comark_statements_section_parent_class)->finalize (object);
}

static void
comark_statements_section_class_init (ComarkStatementsSectionClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_statements_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_statements_section_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_statements_section_grab_focus;
  signals[SIGNAL_EVIDENCE_ASKED] = g_signal_new ("evidence-asked", type, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EVIDENCE_CHOSEN] = g_signal_new ("evidence-chosen", type, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1,
                                                  G_TYPE_STRING);
}

static void
comark_statements_section_init (ComarkStatementsSection *self)
{
  self->editors = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
