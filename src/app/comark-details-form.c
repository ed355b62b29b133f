/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-details-form.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-clock.h"
#include "comark-day-entry.h"
#include "comark-desk-submissions.h"
#include "comark-form-draft.h"
#include "comark-save-line.h"
#include "comark-submission-words.h"
#include "comark-text-field.h"

#define REST_MS 1000

struct _ComarkDetailsForm
{
  AdwBin parent_instance;

  /* template children */
  GtkEntry *name;
  GtkDropDown *type;
  GtkDropDown *level;
  GtkEntry *audience;
  GtkEntry *team;
  ComarkTextField *summary;
  ComarkDayEntry *review_day;
  GtkCheckButton *carers;
  ComarkSaveLine *saved;

  /* owned */
  ComarkFramework *framework;
  ComarkFormDraft *draft; /* NULL before the first dossier */
  char *stored_day;       /* what a day that cannot be read leaves as it is */

  guint rest_id;
  gboolean is_dirty; /* what stands in the form is not on its way to the register yet */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkDetailsForm, comark_details_form, ADW_TYPE_BIN)

/* ---- reading the form ---- */

/* A form that owns its texts. */
typedef struct
{
  char *title, *level, *audience, *summary, *team, *review_day;
  const char *type; /* of a framework, held here */
  ComarkFramework *framework;
  gboolean affects_carers;
} Details;

static void
details_free (gpointer data)
{
  Details *details = data;

  g_free (details->title);
  g_free (details->level);
  g_free (details->audience);
  g_free (details->summary);
  g_free (details->team);
  g_free (details->review_day);
  g_object_unref (details->framework);
  g_free (details);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Details, details_free)

static char *
text_of (GtkEntry *entry)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static char *
level_of (ComarkDetailsForm *self)
{
  GObject *item = gtk_drop_down_get_selected_item (self->level);
  guint n = 0;

  for (const char *const *level = comark_levels (); *level != NULL; level++, n++)
    if (n == gtk_drop_down_get_selected (self->level))
      return g_strdup (*level);
  /* another level than those that we know, from a pack */
  return g_strdup (item != NULL ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "");
}

static const char *
type_of (ComarkDetailsForm *self)
{
  const GPtrArray *types = comark_framework_get_document_types (self->framework);
  guint selected = gtk_drop_down_get_selected (self->type);

  return selected < types->len ? ((const ComarkDocumentType *) types->pdata[selected])->id : NULL;
}

static Details *
details_of (ComarkDetailsForm *self)
{
  Details *details = g_new0 (Details, 1);

  details->framework = g_object_ref (self->framework);
  details->title = text_of (self->name);
  details->type = type_of (self);
  details->level = level_of (self);
  details->audience = text_of (self->audience);
  details->summary = comark_text_field_dup_text (self->summary);
  details->team = text_of (self->team);
  details->review_day = comark_day_entry_is_valid (self->review_day)
                          ? comark_day_entry_dup_day (self->review_day)
                          : g_strdup (self->stored_day);
  details->affects_carers = gtk_check_button_get_active (self->carers);
  return details;
}

/* ---- filling the form ---- */

static void
fill_types (ComarkDetailsForm *self, ComarkDossier *dossier)
{
  const GPtrArray *types = comark_framework_get_document_types (dossier->framework);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->framework == dossier->framework)
    return;
  g_set_object (&self->framework, dossier->framework);
  for (guint i = 0; i < types->len; i++)
    gtk_string_list_append (names, ((const ComarkDocumentType *) types->pdata[i])->name);
  gtk_drop_down_set_model (self->type, G_LIST_MODEL (names));
}

static void
select_type (ComarkDetailsForm *self, const char *type)
{
  const GPtrArray *types = comark_framework_get_document_types (self->framework);

  for (guint i = 0; i < types->len; i++)
    if (g_strcmp0 (((const ComarkDocumentType *) types->pdata[i])->id, type) == 0)
      gtk_drop_down_set_selected (self->type, i);
}

static void
select_level (ComarkDetailsForm *self, const char *level)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint n = 0, chosen = GTK_INVALID_LIST_POSITION;

  for (const char *const *one = comark_levels (); *one != NULL; one++, n++)
    {
      gtk_string_list_append (words, **one != '\0' ? comark_level_words (*one) : _("Not said"));
      if (g_strcmp0 (*one, level) == 0)
        chosen = n;
    }
  if (chosen == GTK_INVALID_LIST_POSITION)
    {
      gtk_string_list_append (words, level);
      chosen = n;
    }
  gtk_drop_down_set_model (self->level, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->level, chosen);
}

static void
set_entry (GtkEntry *entry, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
fill (ComarkDetailsForm *self, ComarkSubmission *submission)
{
  self->is_filling = TRUE;
  set_entry (self->name, submission->title);
  select_type (self, submission->type);
  select_level (self, submission->level != NULL ? submission->level : "");
  set_entry (self->audience, submission->audience);
  set_entry (self->team, submission->team);
  comark_text_field_set_text (self->summary, submission->summary);
  comark_day_entry_set_day (self->review_day, submission->review_day);
  gtk_check_button_set_active (self->carers, submission->affects_carers);
  g_free (self->stored_day);
  self->stored_day = g_strdup (submission->review_day);
  self->is_filling = FALSE;
}

/* ---- what somebody else changed meanwhile ---- */

static void
add_difference (GString *text, const char *name, const char *theirs, const char *mine)
{
  const char *shown = theirs != NULL && *theirs != '\0' ? theirs : "–";

  if (g_strcmp0 (theirs != NULL ? theirs : "", mine != NULL ? mine : "") != 0)
    /* translators: a field of a form and what somebody else wrote in it */
    g_string_append_printf (text, _("\n• %s: “%s”"), name, shown);
}

static char *
differences (ComarkDetailsForm *self, ComarkSubmission *theirs)
{
  g_autoptr (Details) mine = details_of (self);
  const ComarkDocumentType *type = comark_framework_document_type (self->framework, mine->type);
  GString *text = g_string_new (NULL);

  add_difference (text, _("Title"), theirs->title, mine->title);
  add_difference (text, _("Type of document"), theirs->type_words, type ? type->name : NULL);
  add_difference (text, _("Level"), comark_level_words (theirs->level),
                  comark_level_words (mine->level));
  add_difference (text, _("Who it is for"), theirs->audience, mine->audience);
  add_difference (text, _("Team"), theirs->team, mine->team);
  add_difference (text, _("In a few words"), theirs->summary, mine->summary);
  add_difference (text, _("Review date"), theirs->review_day, mine->review_day);
  add_difference (text, _("Affects carers"), theirs->affects_carers ? _("Yes") : _("No"),
                  mine->affects_carers ? _("Yes") : _("No"));
  return g_string_free (text, FALSE);
}

/* ---- saving ---- */

static void save (ComarkDetailsForm *self);

static gboolean
write_details (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Details *details = data;
  ComarkSubmissionForm form = {
    .title = details->title, .type = details->type, .level = details->level,
    .audience = details->audience, .summary = details->summary, .team = details->team,
    .review_day = details->review_day, .affects_carers = details->affects_carers, .rev = *rev,
  };

  if (!comark_desk_save_details (desk, ref, &form, error))
    return FALSE;
  (*rev)++;
  return TRUE;
}

static void
show_conflict (ComarkDetailsForm *self, ComarkDossier *theirs)
{
  g_autofree char *list = differences (self, theirs->submission);
  g_autofree char *sentence
    = g_strdup_printf (_("Somebody else changed the details while you were writing. Yours are "
                         "still here. Theirs differ in:%s"), list);

  comark_save_line_show_conflict (self->saved, sentence);
}

static gboolean
on_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkDetailsForm *self = COMARK_DETAILS_FORM (widget);
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (error == NULL)
    {
      if (!self->is_dirty)
        comark_save_line_show_saved (self->saved);
      return FALSE;
    }
  self->is_dirty = TRUE;
  if (theirs != NULL)
    show_conflict (self, theirs);
  else
    comark_save_line_show_problem (self->saved, error->message);
  return TRUE;
}

static void
save (ComarkDetailsForm *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || comark_save_line_has_conflict (self->saved))
    return;
  self->is_dirty = FALSE;
  comark_save_line_show_saving (self->saved);
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_details, details_of (self),
                          details_free, &(ComarkAct) { .done = on_saved_cb });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkDetailsForm *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (ComarkDetailsForm *self)
{
  if (self->is_filling || self->draft == NULL)
    return;
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

static void
on_keep_mine_cb (ComarkDetailsForm *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (theirs != NULL)
    comark_form_draft_settle (self->draft, theirs->submission->rev);
  self->is_dirty = TRUE;
  save (self);
}

static void
on_take_theirs_cb (ComarkDetailsForm *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);

  if (theirs == NULL)
    return;
  fill (self, theirs->submission);
  comark_form_draft_settle (self->draft, theirs->submission->rev);
  self->is_dirty = FALSE;
  comark_save_line_show_saved (self->saved);
}

/* ---- public ---- */

void
comark_details_form_set_dossier (ComarkDetailsForm *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_DETAILS_FORM (self));

  self->is_filling = TRUE;
  fill_types (self, dossier);
  self->is_filling = FALSE;
  if (self->draft == NULL)
    self->draft = comark_form_draft_new (dossier->submission->ref, 0);
  if (comark_form_draft_take (self->draft, dossier->submission->rev, self->is_dirty))
    fill (self, dossier->submission);
}

void
comark_details_form_flush (ComarkDetailsForm *self)
{
  g_return_if_fail (COMARK_IS_DETAILS_FORM (self));

  save (self);
}

void
comark_details_form_focus_audience (ComarkDetailsForm *self)
{
  g_return_if_fail (COMARK_IS_DETAILS_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->audience));
}

/* ---- class ---- */

static gboolean
comark_details_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_DETAILS_FORM (widget)->name));
}

static void
comark_details_form_dispose (GObject *object)
{
  ComarkDetailsForm *self = COMARK_DETAILS_FORM (object);

  self->is_filling = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_DETAILS_FORM);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  g_clear_pointer (&self->stored_day, g_free);
  g_clear_object (&self->framework);
  G_OBJECT_CLASS (comark_details_form_parent_class)->dispose (object);
}

static void
comark_details_form_class_init (ComarkDetailsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_details_form_dispose;
  widget_class->grab_focus = comark_details_form_grab_focus;
  g_type_ensure (COMARK_TYPE_DAY_ENTRY);
  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-details-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, name);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, type);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, level);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, audience);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, team);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, summary);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, review_day);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, carers);
  gtk_widget_class_bind_template_child (widget_class, ComarkDetailsForm, saved);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_theirs_cb);
}

static void
comark_details_form_init (ComarkDetailsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_accessible_name_drop_down (self->type, _("Type of document"));
  comark_accessible_name_drop_down (self->level, _("Level"));
}
