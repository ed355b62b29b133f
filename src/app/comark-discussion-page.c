/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-discussion-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-message-editor.h"
#include "comark-talk-words.h"
#include "comark-thread-view.h"

#define LOOK_MS 2000

struct _ComarkDiscussionPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  GtkScrolledWindow *scrolled;
  GtkWidget *peers;
  GtkButton *peers_button;
  GtkButton *new_button;
  AdwBin *editor;
  GtkLabel *empty;
  GtkBox *threads;

  guint look_id;
};

G_DEFINE_FINAL_TYPE (ComarkDiscussionPage, comark_discussion_page, COMARK_TYPE_SUBMISSION_TAB)

static gboolean
may_begin (ComarkDossier *dossier)
{
  for (int i = 0; i < COMARK_N_TALK_AUDIENCES; i++)
    if (comark_talk_may_begin (dossier, (ComarkTalkAudience) i, ""))
      return TRUE;
  return FALSE;
}

gboolean
comark_discussion_page_applies (ComarkDossier *dossier)
{
  return dossier->threads->len > 0 || may_begin (dossier);
}

guint
comark_discussion_page_count (ComarkDossier *dossier)
{
  return comark_dossier_count_unread (dossier, NULL);
}

/* ---- reading ---- */

static gboolean
is_in_view (ComarkDiscussionPage *self, GtkWidget *widget)
{
  graphene_rect_t bounds;
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self->scrolled));

  return gtk_widget_get_mapped (widget)
         && gtk_widget_compute_bounds (widget, GTK_WIDGET (self->scrolled), &bounds)
         && bounds.origin.y < height && bounds.origin.y + bounds.size.height <= height + 60
         && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
on_looked_cb (gpointer user_data)
{
  ComarkDiscussionPage *self = user_data;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->threads));

  self->look_id = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_in_view (self, child))
      comark_thread_view_mark_read (COMARK_THREAD_VIEW (child));
  return G_SOURCE_REMOVE;
}

static void
look (ComarkDiscussionPage *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->look_id = g_timeout_add (LOOK_MS, on_looked_cb, self);
}

/* ---- beginning a thread ---- */

static ComarkMessageEditor *
get_editor (ComarkDiscussionPage *self)
{
  GtkWidget *child = adw_bin_get_child (self->editor);

  return child != NULL ? COMARK_MESSAGE_EDITOR (child) : NULL;
}

static void
show_editor (ComarkDiscussionPage *self, GtkWidget *editor)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));

  adw_bin_set_child (self->editor, editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), editor != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->new_button), editor == NULL && may_begin (dossier));
}

static void
on_begun_cb (ComarkDiscussionPage *self)
{
  show_editor (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->new_button));
}

/* @quote (nullable): that it is about. What another one holds is kept as a draft. */
static void
open_editor (ComarkDiscussionPage *self, ComarkQuote *quote)
{
  ComarkDossier *dossier = comark_submission_tab_get_dossier (COMARK_SUBMISSION_TAB (self));
  GtkWidget *editor = quote != NULL ? comark_message_editor_new_about (dossier, quote)
                                    : comark_message_editor_new (dossier, NULL, NULL);

  if (get_editor (self) != NULL)
    comark_message_editor_flush (get_editor (self));

  gtk_widget_add_css_class (editor, "comark-part");
  g_signal_connect_object (editor, "finished", G_CALLBACK (on_begun_cb), self,
                           G_CONNECT_SWAPPED);
  show_editor (self, editor);
}

static void
on_new_clicked_cb (ComarkDiscussionPage *self)
{
  open_editor (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self)));
}

static void
comark_discussion_page_talk_about (ComarkSubmissionTab *tab, ComarkQuote *quote)
{
  ComarkDiscussionPage *self = COMARK_DISCUSSION_PAGE (tab);
  ComarkQuote *shown
    = get_editor (self) != NULL ? comark_message_editor_get_quote (get_editor (self)) : NULL;

  if (shown == NULL || !comark_id_equal (&shown->id, &quote->id))
    open_editor (self, quote);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (GTK_WIDGET (get_editor (self)));
}

static void
on_peers_clicked_cb (ComarkDiscussionPage *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->peers_button), comark_desk_open_peers,
                      comark_submission_tab_get_ref (COMARK_SUBMISSION_TAB (self)), NULL);
}

/* ---- a newer dossier ---- */

static ComarkThreadView *
find_view (ComarkDiscussionPage *self, ComarkThread *thread)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->threads));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      ComarkThreadView *view = COMARK_THREAD_VIEW (child);

      if (comark_id_equal (&comark_thread_view_get_thread (view)->id, &thread->id))
        return view;
    }
  return NULL;
}

/* New threads come on top; those there are stay where they are being read. */
static void
fill_threads (ComarkDiscussionPage *self, ComarkDossier *dossier)
{
  for (guint i = dossier->threads->len; i > 0; i--)
    {
      ComarkThread *thread = g_ptr_array_index (dossier->threads, i - 1);
      ComarkThreadView *view = find_view (self, thread);

      if (view != NULL)
        comark_thread_view_set_dossier (view, dossier, thread);
      else
        gtk_box_prepend (self->threads, comark_thread_view_new (dossier, thread));
    }
}

static void
drop_gone (ComarkDiscussionPage *self, ComarkDossier *dossier)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->threads));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      ComarkThread *thread = comark_thread_view_get_thread (COMARK_THREAD_VIEW (child));

      if (comark_dossier_thread (dossier, &thread->id) == NULL)
        gtk_box_remove (self->threads, child);
      child = next;
    }
}

/* Words that were begun about a quote. Returns: (transfer none) (nullable) */
static ComarkQuote *
find_drafted (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->message_drafts->len; i++)
    {
      ComarkMessageDraft *draft = g_ptr_array_index (dossier->message_drafts, i);
      ComarkId id;
      ComarkQuote *quote = comark_id_from_string (draft->slot, &id)
                             ? comark_dossier_quote (dossier, &id) : NULL;

      if (quote != NULL)
        return quote;
    }
  return NULL;
}

static void
fill_editor (ComarkDiscussionPage *self, ComarkDossier *dossier)
{
  gtk_widget_set_visible (GTK_WIDGET (self->new_button),
                          get_editor (self) == NULL && may_begin (dossier));
  if (get_editor (self) != NULL)
    comark_message_editor_set_dossier (get_editor (self), dossier);
  else if (may_begin (dossier) && comark_dossier_message_draft (dossier, "") != NULL)
    open_editor (self, NULL);
  else if (comark_talk_may_begin (dossier, COMARK_TALK_RATED, "") && find_drafted (dossier) != NULL)
    open_editor (self, find_drafted (dossier));
}

static void
comark_discussion_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier,
                             ComarkDossier *older)
{
  ComarkDiscussionPage *self = COMARK_DISCUSSION_PAGE (tab);

  gtk_widget_set_visible (self->peers, dossier->peers_closed);
  drop_gone (self, dossier);
  fill_threads (self, dossier);
  fill_editor (self, dossier);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), dossier->threads->len == 0);
  look (self);
}

static void
comark_discussion_page_flush (ComarkSubmissionTab *tab)
{
  ComarkDiscussionPage *self = COMARK_DISCUSSION_PAGE (tab);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->threads));

  if (get_editor (self) != NULL)
    comark_message_editor_flush (get_editor (self));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    comark_thread_view_flush (COMARK_THREAD_VIEW (child));
}

/* ---- class ---- */

static void
comark_discussion_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (comark_discussion_page_parent_class)->map (widget);
  look (COMARK_DISCUSSION_PAGE (widget));
}

static void
comark_discussion_page_dispose (GObject *object)
{
  ComarkDiscussionPage *self = COMARK_DISCUSSION_PAGE (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (gtk_scrolled_window_get_vadjustment (self->scrolled),
                                          look, self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_DISCUSSION_PAGE);
  G_OBJECT_CLASS (comark_discussion_page_parent_class)->dispose (object);
}

static void
comark_discussion_page_class_init (ComarkDiscussionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_discussion_page_dispose;
  widget_class->map = comark_discussion_page_map;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_discussion_page_fill;
  COMARK_SUBMISSION_TAB_CLASS (klass)->flush = comark_discussion_page_flush;
  COMARK_SUBMISSION_TAB_CLASS (klass)->talk_about = comark_discussion_page_talk_about;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-discussion-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, peers);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, peers_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, editor);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, empty);
  gtk_widget_class_bind_template_child (widget_class, ComarkDiscussionPage, threads);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_peers_clicked_cb);
}

static void
comark_discussion_page_init (ComarkDiscussionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}
