/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-file-pane.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-beside.h"
#include "comark-compat.h"
#include "comark-desk-submissions.h"
#include "comark-document-kind.h"
#include "comark-office-view.h"
#include "comark-office.h"
#include "comark-page-view.h"
#include "comark-quote-bar.h"
#include "comark-reading-settings.h"
#include "comark-reading-view.h"
#include "comark-wrap.h"

struct _ComarkFilePane
{
  AdwBin parent_instance;

  /* template children */
  ComarkWrap *tools;
  GtkDropDown *files;
  GtkStringList *titles;
  GtkWidget *save_button; /* where the page view, which has its own, is not shown */
  GtkToggleButton *words_button;
  GtkToggleButton *beside_button;
  ComarkBeside *beside; /* holds the stack, and a second pane beside it */
  GtkWidget *note;
  GtkLabel *note_label;
  GtkWidget *make_button;
  GtkStack *stack; /* "pages", "words", "office" */
  ComarkOfficeView *office;
  ComarkPageView *view;
  ComarkReadingView *words;
  ComarkQuoteBar *quotes;

  /* owned */
  ComarkReadingSettings *settings; /* NULL until it stands in a window */
  ComarkReader *reader;  /* of the bytes; NULL while fetched */
  ComarkDossier *dossier;
  GPtrArray *hashes;     /* of char *, beside titles */
  GPtrArray *names;      /* of char *: file names, for saving a copy */
  char *shown;           /* hash in the view, or being fetched */
  GBytes *bytes;         /* of it; NULL while fetched */
  GHashTable *places;    /* hash → page, so that going to and fro keeps the place */
  GCancellable *cancellable;
  ComarkQuote *wanted;   /* to be shown when its file is there (nullable) */

  gboolean is_filling;
  char *criterion;       /* id, in hand (nullable) */
  gboolean may_quote;    /* for it */
  gboolean is_second;    /* stands beside another */
  gboolean gave_up;      /* pages that would have to be made: the words are read */
  gboolean was_made;     /* the pages in the view are made of an office document */
};

enum
{
  SIGNAL_QUOTED,
  SIGNAL_FATES_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkFilePane, comark_file_pane, ADW_TYPE_BIN)

/* Returns: (nullable): the pane beside this one */
static ComarkFilePane *
get_second (ComarkFilePane *self)
{
  return (ComarkFilePane *) comark_beside_get_second (self->beside);
}

/* ---- fetching ---- */

typedef struct
{
  char *ref;
  char *hash;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->ref);
  g_free (request->hash);
  g_free (request);
}

static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Request *request = data;

  return comark_desk_read_file (desk, request->ref, request->hash, error);
}

/* ---- quotes ---- */

static void
show_wanted_quote (ComarkFilePane *self)
{
  g_autoptr (ComarkQuote) wanted = NULL;

  if (self->wanted == NULL || self->bytes == NULL)
    return;
  wanted = g_steal_pointer (&self->wanted);
  comark_quote_bar_show_quote (self->quotes, wanted);
}

void
comark_file_pane_show_quote (ComarkFilePane *self, ComarkQuote *quote)
{
  ComarkQuotePlace place;
  const char *hash;

  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  if (!comark_quote_fates_locate (comark_quote_bar_get_fates (self->quotes), quote, NULL, &hash,
                                  &place))
    return;
  g_set_object (&self->wanted, quote);
  comark_file_pane_show_file (self, hash);
  show_wanted_quote (self);
}

void
comark_file_pane_set_criterion (ComarkFilePane *self, const ComarkCriterion *criterion,
                                gboolean may_quote)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  g_free (self->criterion);
  self->criterion = criterion ? g_strdup (criterion->id) : NULL;
  self->may_quote = may_quote;
  comark_quote_bar_set_criterion (self->quotes, criterion, may_quote);
  if (get_second (self) != NULL)
    comark_file_pane_set_criterion (get_second (self), criterion, may_quote);
}

gboolean
comark_file_pane_quote (ComarkFilePane *self)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), FALSE);

  if (comark_quote_bar_quote (self->quotes))
    return TRUE;
  return get_second (self) != NULL && comark_file_pane_quote (get_second (self));
}

void
comark_file_pane_unselect (ComarkFilePane *self)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  comark_quote_bar_unselect (self->quotes);
  if (get_second (self) != NULL)
    comark_file_pane_unselect (get_second (self));
}

ComarkQuoteFates *
comark_file_pane_get_fates (ComarkFilePane *self)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), NULL);

  return comark_quote_bar_get_fates (self->quotes);
}

static void
on_quoted_cb (ComarkFilePane *self, ComarkQuote *quote)
{
  g_signal_emit (self, signals[SIGNAL_QUOTED], 0, quote);
}

static void
on_fates_changed_cb (ComarkFilePane *self)
{
  g_signal_emit (self, signals[SIGNAL_FATES_CHANGED], 0);
}

/* ---- pages or words ---- */

/* Of an office document that is read as words: why it has no pages, or how to have them. */
static void
show_note (ComarkFilePane *self, gboolean is_wanted)
{
  g_autoptr (GError) missing = NULL;
  gboolean is_there = comark_office_is_there (&missing);

  gtk_widget_set_visible (self->note, is_wanted && (!is_there || self->gave_up));
  gtk_widget_set_visible (self->make_button, is_there);
  gtk_label_set_label (self->note_label,
                       is_there ? _("These are the document's words.") : missing->message);
}

/* What has no pages is shown as words, and what has no words as pages; else as the person likes
 * it, which is remembered. Nothing is read before it is looked at. */
static void
show_as_chosen (ComarkFilePane *self)
{
  ComarkDocumentKind kind = comark_document_kind_of_bytes (self->bytes);
  gboolean is_office = comark_office_can_convert (kind);
  gboolean has_pages = comark_document_kind_can_show (kind)
                       || (is_office && comark_office_is_there (NULL));
  gboolean has_words = comark_document_kind_can_read (kind);
  gboolean as_words
    = has_words
      && (!has_pages || self->gave_up || gtk_toggle_button_get_active (self->words_button));

  gtk_widget_set_visible (GTK_WIDGET (self->words_button), has_pages && has_words);
  gtk_widget_set_visible (self->save_button, has_words && (!has_pages || is_office));
  show_note (self, is_office && as_words);
  gtk_stack_set_visible_child_name (self->stack, as_words ? "words" : "pages");
  if (is_office && !as_words && !self->was_made)
    {
      gtk_stack_set_visible_child_name (self->stack, "office");
      comark_office_view_make (self->office, self->bytes);
    }
  else
    comark_office_view_stop (self->office);
  comark_reading_view_set_reader (self->words, as_words ? self->reader : NULL);
  /* Places on pages that were made are no places of the document: quotes are of its words. */
  if (is_office && !as_words)
    comark_quote_bar_set_file (self->quotes, NULL, NULL, FALSE);
  else
    comark_quote_bar_set_file (self->quotes, self->shown, self->reader, as_words);
  show_wanted_quote (self);
}

static void
on_made_cb (ComarkFilePane *self, ComarkReader *pages)
{
  self->was_made = TRUE;
  comark_page_view_set_reader (self->view, pages,
                               GPOINTER_TO_INT (g_hash_table_lookup (self->places, self->shown)));
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
on_given_up_cb (ComarkFilePane *self)
{
  self->gave_up = TRUE;
  show_as_chosen (self);
}

static void
on_make_cb (ComarkFilePane *self)
{
  self->gave_up = FALSE;
  gtk_toggle_button_set_active (self->words_button, FALSE);
  show_as_chosen (self);
}

static void
on_words_toggled_cb (ComarkFilePane *self)
{
  ComarkReadingLook look;

  self->gave_up = FALSE;
  if (self->settings != NULL)
    {
      look = *comark_reading_settings_get (self->settings);
      look.as_words = gtk_toggle_button_get_active (self->words_button);
      comark_reading_settings_set (self->settings, &look);
    }
  if (self->bytes != NULL)
    show_as_chosen (self);
}

static void
on_settings_changed_cb (ComarkFilePane *self)
{
  gtk_toggle_button_set_active (self->words_button,
                                comark_reading_settings_get (self->settings)->as_words);
}

static void
set_settings (ComarkFilePane *self, ComarkReadingSettings *settings)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;
  g_signal_connect_swapped (settings, "changed", G_CALLBACK (on_settings_changed_cb), self);
  on_settings_changed_cb (self);
}

static gboolean
on_bytes_read_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkFilePane *self = COMARK_FILE_PANE (widget);

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          gtk_stack_set_visible_child_name (self->stack, "pages");
          comark_page_view_set_error (self->view, error->message);
        }
      return TRUE;
    }
  self->bytes = g_bytes_ref (answer);
  self->reader = comark_reader_new_for_bytes (self->bytes);
  self->was_made = self->gave_up = FALSE;
  if (comark_office_can_convert (comark_document_kind_of_bytes (self->bytes)))
    comark_page_view_set_reader (self->view, NULL, 0);
  else
    comark_page_view_set_reader (
      self->view, self->reader,
      GPOINTER_TO_INT (g_hash_table_lookup (self->places, self->shown)));
  show_as_chosen (self);
  return TRUE;
}

static void
leave_file (ComarkFilePane *self)
{
  if (self->shown != NULL && self->bytes != NULL)
    g_hash_table_insert (self->places, g_strdup (self->shown),
                         GINT_TO_POINTER (comark_page_view_get_page (self->view)));
  comark_quote_bar_set_file (self->quotes, NULL, NULL, FALSE);
  comark_office_view_stop (self->office);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->shown, g_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
fetch (ComarkFilePane *self, const char *hash)
{
  Request *request;

  if (g_strcmp0 (hash, self->shown) == 0)
    return;
  leave_file (self);
  self->shown = g_strdup (hash);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->ref = g_strdup (self->dossier->submission->ref);
  request->hash = g_strdup (hash);
  comark_act_read (GTK_WIDGET (self), &(ComarkAct) {
    .job = read_job, .data = request, .data_destroy = request_free,
    .answer_destroy = (GDestroyNotify) g_bytes_unref, .done = on_bytes_read_cb,
    .cancellable = self->cancellable,
  });
}

static void
on_file_chosen_cb (ComarkFilePane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->files);

  if (!self->is_filling && chosen < self->hashes->len
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    fetch (self, g_ptr_array_index (self->hashes, chosen));
}

/* ---- a second file beside this one ---- */

static void
on_second_closed_cb (ComarkFilePane *self)
{
  gtk_toggle_button_set_active (self->beside_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->beside_button));
}

/* Begins with the file after this one. */
static void
open_second (ComarkFilePane *self)
{
  ComarkFilePane *second = g_object_new (COMARK_TYPE_FILE_PANE, "vexpand", TRUE, NULL);
  guint next = (gtk_drop_down_get_selected (self->files) + 1) % MAX (self->hashes->len, 1);

  second->is_second = TRUE;
  gtk_button_set_label (GTK_BUTTON (second->beside_button), _("Close this one"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (second->beside_button), _("Show one file only"));
  comark_accessible_name_drop_down (second->files, _("Second file to read"));
  g_signal_connect_object (second, "quoted", G_CALLBACK (on_quoted_cb), self, G_CONNECT_SWAPPED);
  if (self->criterion != NULL)
    comark_file_pane_set_criterion (
      second, comark_framework_criterion (self->dossier->framework, self->criterion),
      self->may_quote);
  g_signal_connect_object (second->beside_button, "clicked", G_CALLBACK (on_second_closed_cb),
                           self, G_CONNECT_SWAPPED);
  comark_file_pane_set_dossier (second, self->dossier);
  comark_file_pane_show_file (second, g_ptr_array_index (self->hashes, next));
  comark_beside_set_second (self->beside, GTK_WIDGET (second));
}

static void
on_beside_toggled_cb (ComarkFilePane *self)
{
  if (self->is_second)
    return;
  if (!gtk_toggle_button_get_active (self->beside_button))
    comark_beside_set_second (self->beside, NULL);
  else if (get_second (self) == NULL)
    open_second (self);
}

/* ---- saving a copy ---- */

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkFilePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = comark_choose_file_finish (result, &error);
  gsize length;
  const char *data;

  if (file == NULL || self->bytes == NULL)
    return;
  data = g_bytes_get_data (self->bytes, &length);
  if (!g_file_replace_contents (file, data, length, NULL, FALSE,
                                G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    comark_act_show_error (GTK_WIDGET (self), error);
}

static void
on_save_copy_cb (ComarkFilePane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->files);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  ComarkFileQuestion question = { .what = COMARK_CHOOSE_SAVE, .title = _("Save a copy") };

  if (chosen >= self->names->len || self->bytes == NULL)
    return;
  question.initial_name = g_ptr_array_index (self->names, chosen);
  comark_choose_file_async (GTK_WINDOW (root), &question, on_place_chosen_cb,
                            g_object_ref (self));
}

/* ---- the list ---- */

static void
add_file (ComarkFilePane *self, GPtrArray *titles, char *title, const char *hash,
          const char *name)
{
  g_ptr_array_add (titles, title);
  g_ptr_array_add (self->hashes, g_strdup (hash));
  g_ptr_array_add (self->names, g_strdup (name));
}

static void
collect (ComarkFilePane *self, GPtrArray *titles)
{
  GPtrArray *documents = self->dossier->documents, *evidence = self->dossier->evidence;

  g_ptr_array_set_size (self->hashes, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = documents->len; i-- > 0;)
    {
      ComarkDocument *document = g_ptr_array_index (documents, i);
      char *title = documents->len == 1
                      ? g_strdup_printf (_("The document: %s"), document->filename)
                      : g_strdup_printf (_("The document, version %d: %s"), (int) document->n,
                                         document->filename);
      add_file (self, titles, title, document->hash, document->filename);
    }
  for (guint i = 0; i < evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (evidence, i);
      if (item->hash != NULL)
        add_file (self, titles, g_strdup_printf (_("Evidence: %s"), item->title), item->hash,
                  item->filename);
    }
}

static gboolean
titles_differ (ComarkFilePane *self, GPtrArray *titles)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  if (n != titles->len)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->titles, i), titles->pdata[i]) != 0)
      return TRUE;
  return FALSE;
}

static guint
index_of (ComarkFilePane *self, const char *hash)
{
  for (guint i = 0; hash != NULL && i < self->hashes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->hashes, i), hash))
      return i;
  return 0;
}

static void
show_titles (ComarkFilePane *self, GPtrArray *titles)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  self->is_filling = TRUE;
  g_ptr_array_add (titles, NULL);
  gtk_string_list_splice (self->titles, 0, n, (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (self->files, index_of (self, self->shown));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->files), titles->len > 2 || self->is_second);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_button), titles->len > 2 || self->is_second);
}

void
comark_file_pane_set_dossier (ComarkFilePane *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  g_set_object (&self->dossier, dossier);
  comark_quote_bar_set_dossier (self->quotes, dossier);
  collect (self, titles);
  if (titles_differ (self, titles))
    show_titles (self, titles);
  if (get_second (self) != NULL)
    comark_file_pane_set_dossier (get_second (self), dossier);
  on_file_chosen_cb (self);
}

void
comark_file_pane_show_file (ComarkFilePane *self, const char *hash)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  gtk_drop_down_set_selected (self->files, index_of (self, hash));
}

const char *
comark_file_pane_get_place (ComarkFilePane *self, int *page)
{
  g_return_val_if_fail (COMARK_IS_FILE_PANE (self), NULL);

  *page = comark_page_view_get_page (self->view);
  return self->bytes != NULL ? self->shown : NULL;
}

static gboolean
has_begun (ComarkFilePane *self)
{
  return g_hash_table_size (self->places) > 0
         || (self->bytes != NULL && comark_page_view_get_page (self->view) > 0);
}

void
comark_file_pane_set_place (ComarkFilePane *self, const char *hash, int page)
{
  g_return_if_fail (COMARK_IS_FILE_PANE (self));

  if (has_begun (self))
    return;
  g_hash_table_insert (self->places, g_strdup (hash), GINT_TO_POINTER (page));
  if (g_strcmp0 (hash, self->shown) != 0)
    comark_file_pane_show_file (self, hash);
  else if (self->bytes != NULL)
    comark_page_view_set_page (self->view, page);
}

/* ---- class ---- */

/* Bytes can only be asked for once the pane stands in a window that has a register. */
static void
comark_file_pane_root (GtkWidget *widget)
{
  g_autoptr (ComarkReadingSettings) settings = NULL;

  GTK_WIDGET_CLASS (comark_file_pane_parent_class)->root (widget);
  settings = comark_reading_settings_of (widget);
  set_settings (COMARK_FILE_PANE (widget), settings);
  on_file_chosen_cb (COMARK_FILE_PANE (widget));
}

static void
comark_file_pane_dispose (GObject *object)
{
  ComarkFilePane *self = COMARK_FILE_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->wanted);
  if (self->quotes != NULL)
    comark_quote_bar_set_views (self->quotes, NULL, NULL);
  set_settings (self, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_FILE_PANE);
  g_clear_object (&self->dossier);
  g_clear_pointer (&self->hashes, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->criterion, g_free);
  G_OBJECT_CLASS (comark_file_pane_parent_class)->dispose (object);
}

static void
comark_file_pane_class_init (ComarkFilePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_file_pane_dispose;
  widget_class->root = comark_file_pane_root;

  signals[SIGNAL_QUOTED] = g_signal_new ("quoted", COMARK_TYPE_FILE_PANE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, COMARK_TYPE_QUOTE);
  signals[SIGNAL_FATES_CHANGED]
    = g_signal_new ("fates-changed", COMARK_TYPE_FILE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  g_type_ensure (COMARK_TYPE_BESIDE);
  g_type_ensure (COMARK_TYPE_OFFICE_VIEW);
  g_type_ensure (COMARK_TYPE_PAGE_VIEW);
  g_type_ensure (COMARK_TYPE_QUOTE_BAR);
  g_type_ensure (COMARK_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-file-pane.ui");
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, beside);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, beside_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, files);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, make_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, note_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, office);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, titles);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, save_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, words_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, view);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, words);
  gtk_widget_class_bind_template_child (widget_class, ComarkFilePane, quotes);
  gtk_widget_class_bind_template_callback (widget_class, on_beside_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_file_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_given_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_make_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_words_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_quoted_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fates_changed_cb);
}

static void
comark_file_pane_init (ComarkFilePane *self)
{
  self->hashes = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_wrap_set_gap (self->tools, 6);
  comark_quote_bar_set_views (self->quotes, self->view, self->words);
  comark_accessible_name_drop_down (self->files, _("File to read"));
}
