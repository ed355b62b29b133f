/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-message-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comark-accessible.h"
#include "comark-compat.h"
#include "comark-desk-talk.h"
#include "comark-form-draft.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-quote-card.h"
#include "comark-save-line.h"
#include "comark-talk-words.h"
#include "comark-text-field.h"
#include "comark-wrap.h"

#define REST_MS 1000
/* More suggestions than that nobody looks through. */
#define MAX_NAMES 6

struct _ComarkMessageEditor
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *choices;
  ComarkQuoteCard *about;
  GtkDropDown *topic;
  GtkDropDown *audience;
  ComarkTextField *field;
  ComarkWrap *names;
  GtkLabel *hint;
  GtkExpander *readers;
  GtkLabel *reader_names;
  ComarkSaveLine *saved;
  GtkButton *send_button;

  /* owned */
  ComarkDossier *dossier;
  ComarkThread *thread;   /* NULL: a new one */
  ComarkMessage *message; /* that is changed; NULL for another */
  ComarkQuote *quote;     /* that a new one is about; NULL for most */
  ComarkFormDraft *draft;
  char *slot;
  GArray *audiences; /* of ComarkTalkAudience, as the drop-down has them */

  guint rest_id;
  gboolean is_dirty; /* what stands in the field is not on its way to the register yet */
  gboolean is_filling;
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkMessageEditor, comark_message_editor, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- what is chosen ---- */

static const char *
get_criterion (ComarkMessageEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->topic);
  const ComarkCriterion *criterion;

  if (self->thread != NULL)
    return self->thread->criterion;
  if (self->quote != NULL)
    return self->quote->criterion;
  if (selected == 0 || selected > self->dossier->criteria->len)
    return "";
  criterion = g_ptr_array_index (self->dossier->criteria, selected - 1);
  return criterion->id;
}

static ComarkTalkAudience
get_audience (ComarkMessageEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->audience);

  if (self->thread != NULL)
    return self->thread->audience;
  if (self->quote != NULL)
    return COMARK_TALK_RATED;
  return selected < self->audiences->len
           ? g_array_index (self->audiences, ComarkTalkAudience, selected)
           : COMARK_TALK_ADMINISTRATORS;
}

/* ---- drafts ---- */

/* A copy of all that is written, for a worker. */
typedef struct
{
  char *slot;
  char *criterion;
  char *body;
  ComarkMessageForm form;
  ComarkId message;
  gint64 rev;
  char *ref;
} Words;

static Words *
words_new (ComarkMessageEditor *self)
{
  Words *words = g_new0 (Words, 1);

  words->ref = g_strdup (self->dossier->submission->ref);
  words->slot = g_strdup (self->slot);
  words->criterion = g_strdup (get_criterion (self));
  words->body = comark_text_field_dup_text (self->field);
  words->form.thread = self->thread != NULL ? self->thread->id : COMARK_ID_NONE;
  words->form.n_seen = self->thread != NULL ? self->thread->n_messages : 0;
  words->form.criterion = words->criterion;
  words->form.audience = get_audience (self);
  words->form.body = words->body;
  words->form.quote = self->quote != NULL ? self->quote->id : COMARK_ID_NONE;
  words->message = self->message != NULL ? self->message->id : COMARK_ID_NONE;
  words->rev = self->message != NULL ? self->message->rev : 0;
  return words;
}

static void
words_free (gpointer data)
{
  Words *words = data;

  g_free (words->ref);
  g_free (words->slot);
  g_free (words->criterion);
  g_free (words->body);
  g_free (words);
}

static gboolean
write_draft (ComarkDesk *desk, const char *ref, gint64 *rev, gpointer data, GError **error)
{
  Words *words = data;

  return comark_desk_save_message_draft (desk, ref, words->slot, &words->form, *rev, rev, error);
}

static gboolean
on_draft_saved_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkMessageEditor *self = COMARK_MESSAGE_EDITOR (widget);
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  g_autofree char *sentence = NULL;
  ComarkMessageDraft *stored;

  if (error == NULL)
    {
      if (!self->is_dirty)
        comark_save_line_show_saved (self->saved);
      return FALSE;
    }
  self->is_dirty = TRUE;
  stored = theirs != NULL ? comark_dossier_message_draft (theirs, self->slot) : NULL;
  if (theirs == NULL)
    {
      comark_save_line_show_problem (self->saved, error->message);
      return TRUE;
    }
  sentence = g_strdup_printf (_("You are writing this in another window too. There it says: "
                                "“%s”"), stored != NULL ? stored->body : "");
  comark_save_line_show_conflict (self->saved, sentence);
  return TRUE;
}

static void
save (ComarkMessageEditor *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!self->is_dirty || comark_save_line_has_conflict (self->saved))
    return;
  self->is_dirty = FALSE;
  comark_save_line_show_saving (self->saved);
  comark_form_draft_save (self->draft, GTK_WIDGET (self), write_draft, words_new (self),
                          words_free, &(ComarkAct) { .done = on_draft_saved_cb });
}

static gboolean
on_rested_cb (gpointer user_data)
{
  ComarkMessageEditor *self = user_data;

  self->rest_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
touch (ComarkMessageEditor *self)
{
  self->is_dirty = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, on_rested_cb, self);
}

static ComarkMessageDraft *
settle (ComarkMessageEditor *self)
{
  g_autoptr (ComarkDossier) theirs = comark_form_draft_dup_theirs (self->draft);
  ComarkMessageDraft *stored
    = theirs != NULL ? comark_dossier_message_draft (theirs, self->slot) : NULL;

  comark_form_draft_settle (self->draft, stored != NULL ? stored->rev : 0);
  return stored != NULL ? g_object_ref (stored) : NULL;
}

static void
on_keep_mine_cb (ComarkMessageEditor *self)
{
  g_autoptr (ComarkMessageDraft) stored = settle (self);

  self->is_dirty = TRUE;
  save (self);
}

static void
on_take_theirs_cb (ComarkMessageEditor *self)
{
  g_autoptr (ComarkMessageDraft) stored = settle (self);

  comark_text_field_set_text (self->field, stored != NULL ? stored->body : "");
  self->is_dirty = FALSE;
  comark_save_line_show_saved (self->saved);
}

/* ---- who reads ---- */

static void
show_readers (ComarkMessageEditor *self)
{
  ComarkTalkAudience audience = get_audience (self);
  g_autoptr (GPtrArray) names = comark_talk_readers (self->dossier, audience, self->thread);
  g_autofree char *words = comark_talk_readers_words (self->dossier, audience, names);
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  gtk_expander_set_label (self->readers, words);
  comark_label_show (self->reader_names, *list != '\0' ? list : _("No names to show."));
  gtk_label_set_label (self->hint, comark_talk_hint (audience));
}

/* Audiences that can be written for about what is chosen; the narrowest is the first. */
static void
fill_audiences (ComarkMessageEditor *self, ComarkTalkAudience wanted)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->audiences, 0);
  for (int i = 0; i < COMARK_N_TALK_AUDIENCES; i++)
    {
      ComarkTalkAudience audience = (ComarkTalkAudience) i;

      if (!comark_talk_may_begin (self->dossier, audience, get_criterion (self)))
        continue;
      if (audience == wanted)
        selected = self->audiences->len;
      g_array_append_val (self->audiences, audience);
      gtk_string_list_append (words, _(comark_talk_audience_words (audience)));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->audience, selected);
  self->is_filling = FALSE;
}

static void
fill_topics (ComarkMessageEditor *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *all = comark_talk_topic (self->dossier, "");

  gtk_string_list_append (words, all);
  for (guint i = 0; i < self->dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (self->dossier->criteria, i);
      g_autofree char *topic = comark_talk_topic (self->dossier, criterion->id);

      gtk_string_list_append (words, topic);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->topic, G_LIST_MODEL (words));
  self->is_filling = FALSE;
}

static void
choose_topic (ComarkMessageEditor *self, const char *id)
{
  guint selected = 0;

  for (guint i = 0; i < self->dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (self->dossier->criteria, i);

      if (g_strcmp0 (criterion->id, id) == 0)
        selected = i + 1;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->topic, selected);
  self->is_filling = FALSE;
}

static void
on_topic_changed_cb (ComarkMessageEditor *self)
{
  if (self->is_filling || self->dossier == NULL)
    return;
  fill_audiences (self, get_audience (self));
  show_readers (self);
  touch (self);
}

static void
on_audience_changed_cb (ComarkMessageEditor *self)
{
  if (self->is_filling || self->dossier == NULL)
    return;
  show_readers (self);
  touch (self);
}

/* ---- names to address ---- */

/* What was typed of a name behind the last "@"; NULL where none is being typed. */
static char *
dup_typed_name (ComarkMessageEditor *self)
{
  g_autofree char *before = comark_text_field_dup_before_cursor (self->field);
  const char *at = strrchr (before, '@');

  if (at == NULL || strchr (at, '\n') != NULL
      || (at > before && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)))))
    return NULL;
  return g_strdup (at + 1);
}

static gboolean
begins_with (const char *name, const char *typed)
{
  g_autofree char *whole = g_utf8_casefold (name, -1);
  g_autofree char *part = g_utf8_casefold (typed, -1);

  return g_str_has_prefix (whole, part) && !g_str_equal (whole, part);
}

static void
on_name_clicked_cb (ComarkMessageEditor *self, GtkButton *button)
{
  g_autofree char *typed = dup_typed_name (self);
  g_autofree char *name = g_strconcat (gtk_widget_get_name (GTK_WIDGET (button)), " ", NULL);

  if (typed != NULL)
    comark_text_field_replace_before_cursor (self->field, (guint) g_utf8_strlen (typed, -1),
                                             name);
  gtk_widget_grab_focus (GTK_WIDGET (self->field));
}

static GtkWidget *
new_name_button (ComarkMessageEditor *self, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (name);
  /* translators: a person's name */
  g_autofree char *spoken = g_strdup_printf (_("Address %s"), name);

  gtk_widget_set_name (button, name);
  comark_part_name (button, spoken);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_name_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
offer_names (ComarkMessageEditor *self)
{
  g_autofree char *typed = dup_typed_name (self);
  g_autoptr (GPtrArray) names
    = comark_talk_readers (self->dossier, get_audience (self), NULL);
  guint n = 0;

  comark_wrap_clear (self->names);
  for (guint i = 0; typed != NULL && i < names->len && n < MAX_NAMES; i++)
    if (begins_with (g_ptr_array_index (names, i), typed))
      {
        comark_wrap_append (self->names, new_name_button (self, g_ptr_array_index (names, i)));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->names), n > 0);
}

/* ---- writing and sending ---- */

static void
follow_words (ComarkMessageEditor *self)
{
  g_autofree char *text = comark_text_field_dup_text (self->field);

  g_strstrip (text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->send_button), *text != '\0');
}

static void
on_changed_cb (ComarkMessageEditor *self)
{
  touch (self);
  follow_words (self);
  offer_names (self);
}

static void
finish (ComarkMessageEditor *self)
{
  comark_text_field_set_text (self->field, "");
  follow_words (self);
  comark_form_draft_settle (self->draft, 0);
  self->is_dirty = FALSE;
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static gpointer
send_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Words *words = data;
  gboolean done
    = comark_id_is_none (&words->message)
        ? comark_desk_say (desk, words->ref, &words->form, NULL, error)
        : comark_desk_change_message (desk, words->ref, &words->message, words->body, words->rev,
                                      error);

  return done ? COMARK_REGISTER_DONE : NULL;
}

static gboolean
on_sent_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkMessageEditor *self = COMARK_MESSAGE_EDITOR (widget);

  if (error == NULL)
    finish (self);
  else
    touch (self);
  return FALSE;
}

static void
on_send_clicked_cb (ComarkMessageEditor *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->is_dirty = FALSE;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = send_job, .data = words_new (self), .data_destroy = words_free,
    .trigger = GTK_WIDGET (self->send_button), .done = on_sent_cb,
    .said = self->message != NULL ? _("Changed.") : _("Sent. You can take it back."),
  });
}

static void
give_up (ComarkMessageEditor *self)
{
  comark_text_field_set_text (self->field, "");
  self->is_dirty = TRUE;
  save (self);
  finish (self);
}

static void
on_given_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkMessageEditor) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    give_up (self);
}

static void
on_discard_clicked_cb (ComarkMessageEditor *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->send_button)))
    comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Discard what you wrote?"),
                          _("It has not been sent."), _("Discard"), TRUE, on_given_up_cb,
                          g_object_ref (self));
  else
    give_up (self);
}

/* ---- a newer dossier ---- */

static void
take_draft (ComarkMessageEditor *self)
{
  ComarkMessageDraft *stored = comark_dossier_message_draft (self->dossier, self->slot);

  if (!comark_form_draft_take (self->draft, stored != NULL ? stored->rev : 0, self->is_dirty))
    return;
  if (stored != NULL)
    {
      choose_topic (self, stored->criterion);
      if (self->thread == NULL && self->quote == NULL)
        fill_audiences (self, stored->audience);
    }
  if (stored != NULL || self->message == NULL)
    comark_text_field_set_text (self->field, stored != NULL ? stored->body : "");
  follow_words (self);
}

void
comark_message_editor_set_dossier (ComarkMessageEditor *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_MESSAGE_EDITOR (self));

  g_set_object (&self->dossier, dossier);
  take_draft (self);
  show_readers (self);
}

void
comark_message_editor_flush (ComarkMessageEditor *self)
{
  g_return_if_fail (COMARK_IS_MESSAGE_EDITOR (self));

  save (self);
}

/* ---- class ---- */

static gboolean
comark_message_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (COMARK_MESSAGE_EDITOR (widget)->field));
}

static void
comark_message_editor_dispose (GObject *object)
{
  ComarkMessageEditor *self = COMARK_MESSAGE_EDITOR (object);

  self->is_filling = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->dossier);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MESSAGE_EDITOR);
  g_clear_pointer (&self->draft, comark_form_draft_unref);
  g_clear_object (&self->thread);
  g_clear_object (&self->message);
  g_clear_object (&self->quote);
  G_OBJECT_CLASS (comark_message_editor_parent_class)->dispose (object);
}

static void
comark_message_editor_finalize (GObject *object)
{
  ComarkMessageEditor *self = COMARK_MESSAGE_EDITOR (object);

  g_free (self->slot);
  g_array_unref (self->audiences);
  G_OBJECT_CLASS (comark_message_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/org/comark/Comark/comark-message-editor.ui");
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, choices);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, about);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, topic);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, audience);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, field);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, names);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, hint);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, readers);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, reader_names);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, saved);
  gtk_widget_class_bind_template_child (klass, ComarkMessageEditor, send_button);
  gtk_widget_class_bind_template_callback (klass, on_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_topic_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_audience_changed_cb);
  gtk_widget_class_bind_template_callback (klass, on_keep_mine_cb);
  gtk_widget_class_bind_template_callback (klass, on_take_theirs_cb);
  gtk_widget_class_bind_template_callback (klass, on_send_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, on_discard_clicked_cb);
}

static void
comark_message_editor_class_init (ComarkMessageEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_message_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_message_editor_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = comark_message_editor_grab_focus;
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_QUOTE_CARD);
  g_type_ensure (COMARK_TYPE_SAVE_LINE);
  g_type_ensure (COMARK_TYPE_TEXT_FIELD);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
comark_message_editor_init (ComarkMessageEditor *self)
{
  self->audiences = g_array_new (FALSE, FALSE, sizeof (ComarkTalkAudience));
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  comark_accessible_name_drop_down (self->topic, _("About"));
  comark_accessible_name_drop_down (self->audience, _("Who reads it"));
}

static char *
name_of_field (ComarkMessageEditor *self)
{
  g_autofree char *topic = self->thread != NULL
                             ? comark_talk_topic (self->dossier, self->thread->criterion)
                             : NULL;

  if (self->quote != NULL)
    return g_strdup (_("What you say about this quote"));
  if (self->thread == NULL)
    return g_strdup (_("New message"));
  if (self->message != NULL)
    return g_strdup (_("Other words for your message"));
  /* translators: what the thread is about */
  return g_strdup_printf (_("Answer: %s"), topic);
}

static char *
slot_of (ComarkMessageEditor *self)
{
  if (self->message != NULL)
    return comark_id_to_string (&self->message->id);
  if (self->thread != NULL)
    return comark_id_to_string (&self->thread->id);
  return self->quote != NULL ? comark_id_to_string (&self->quote->id) : g_strdup ("");
}

/* One of @thread, @message with its thread, @quote or none is given. */
static GtkWidget *
editor_new (ComarkDossier *dossier, ComarkThread *thread, ComarkMessage *message,
            ComarkQuote *quote)
{
  ComarkMessageEditor *self = g_object_new (COMARK_TYPE_MESSAGE_EDITOR, NULL);
  g_autofree char *name = NULL;

  self->dossier = g_object_ref (dossier);
  self->thread = thread != NULL ? g_object_ref (thread) : NULL;
  self->message = message != NULL ? g_object_ref (message) : NULL;
  self->quote = quote != NULL ? g_object_ref (quote) : NULL;
  self->slot = slot_of (self);
  self->draft = comark_form_draft_new (dossier->submission->ref, 0);
  name = name_of_field (self);
  comark_text_field_set_label (self->field, name);
  gtk_widget_set_visible (self->choices, thread == NULL && quote == NULL);
  if (quote != NULL)
    comark_quote_card_set (self->about, dossier, &quote->id);
  if (message != NULL)
    {
      comark_text_field_set_text (self->field, message->body);
      gtk_button_set_label (self->send_button, _("Change"));
    }
  if (thread == NULL)
    {
      fill_topics (self);
      fill_audiences (self, COMARK_TALK_ADMINISTRATORS);
    }
  follow_words (self);
  comark_message_editor_set_dossier (self, dossier);
  return GTK_WIDGET (self);
}

GtkWidget *
comark_message_editor_new (ComarkDossier *dossier, ComarkThread *thread, ComarkMessage *message)
{
  return editor_new (dossier, thread, message, NULL);
}

GtkWidget *
comark_message_editor_new_about (ComarkDossier *dossier, ComarkQuote *quote)
{
  return editor_new (dossier, NULL, NULL, quote);
}

ComarkQuote *
comark_message_editor_get_quote (ComarkMessageEditor *self)
{
  g_return_val_if_fail (COMARK_IS_MESSAGE_EDITOR (self), NULL);

  return self->quote;
}
