/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

/* Above a form that was gone to. */
#define ROOM_ABOVE 12

gboolean
comark_review_page_shows_list (ComarkReviewPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->layouts), "list") == 0;
}

/* ---- bringing a form into sight ---- */

/* Once all stands where it will stay: the second frame from now. */
static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  GtkWidget *inside = gtk_viewport_get_child (
    GTK_VIEWPORT (gtk_scrolled_window_get_child (self->scroll)));
  graphene_rect_t bounds;

  if (self->scroll_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_id = 0;
  if (comark_review_page_shows_list (self)
      && gtk_widget_compute_bounds (GTK_WIDGET (self->form), inside, &bounds))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll),
                              bounds.origin.y - ROOM_ABOVE);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_form (ComarkReviewPage *self)
{
  self->scroll_frames = 0;
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

void
comark_review_page_bring_form (ComarkReviewPage *self, const ComarkCriterion *criterion)
{
  ComarkDossier *dossier = comark_review_page_dossier (self);

  if (comark_review_page_shows_list (self))
    {
      self->form = comark_review_list_take_up (self->list, criterion->id);
      scroll_to_form (self);
    }
  else
    {
      self->form = self->one;
      comark_rating_form_set_criterion (self->one, dossier, criterion,
                                        comark_review_may_rate (dossier));
      comark_review_page_show_note (self, self->one);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroll), 0);
    }
  comark_review_page_show_answer (self, self->form);
}

/* ---- the list ---- */

static void
on_form_made_cb (ComarkReviewPage *self, ComarkRatingForm *form)
{
  comark_review_page_listen_to_quotes (self, form);
  comark_review_page_show_quotes (self, form);
  comark_review_page_listen_to_note (self, form);
  comark_review_page_show_note (self, form);
  if (form != self->form || !self->is_dirty)
    comark_review_page_show_answer (self, form);
}

void
comark_review_page_each_form (ComarkReviewPage *self, ComarkReviewFormFunc func)
{
  GPtrArray *forms = comark_review_list_get_forms (self->list);

  if (!comark_review_page_shows_list (self))
    {
      func (self, self->one);
      return;
    }
  for (guint i = 0; i < forms->len; i++)
    if (g_ptr_array_index (forms, i) != NULL)
      func (self, g_ptr_array_index (forms, i));
}

static void
refresh (ComarkReviewPage *self, ComarkRatingForm *form)
{
  if (form == self->form)
    return;
  comark_review_page_show_answer (self, form);
  comark_review_page_show_quotes (self, form);
  comark_rating_form_set_dossier (form, comark_review_page_dossier (self));
}

static void
set_list (ComarkReviewPage *self)
{
  ComarkDossier *dossier = comark_review_page_dossier (self);

  comark_review_list_set (self->list, dossier, self->current->id,
                          comark_review_may_rate (dossier));
}

void
comark_review_page_refresh_list (ComarkReviewPage *self, gboolean anew)
{
  if (!comark_review_page_shows_list (self))
    return;
  if (anew)
    set_list (self);
  else
    comark_review_page_each_form (self, refresh);
}

void
comark_review_page_leave_list (ComarkReviewPage *self)
{
  gtk_stack_set_visible_child_name (self->layouts, "one");
  self->form = self->one;
  comark_review_list_clear (self->list);
}

/* ---- changing over ---- */

static void
show_layout (ComarkReviewPage *self, const char *name)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->layouts)) != NULL;

  comark_review_page_save (self);
  self->is_changing_layout = TRUE; /* the stack moves the focus to its new child's first */
  gtk_stack_set_visible_child_name (self->layouts, name);
  self->is_changing_layout = FALSE;
  comark_review_page_show_criterion (self, self->current);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

void
comark_review_page_show_layout (ComarkReviewPage *self)
{
  gboolean wants_list = gtk_toggle_button_get_active (self->list_button);

  if (self->current == NULL || wants_list == comark_review_page_shows_list (self))
    return;
  if (wants_list)
    set_list (self);
  show_layout (self, wants_list ? "list" : "one");
}

/* ---- class ---- */

void
comark_review_page_class_bind_layout (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_form_made_cb);
  gtk_widget_class_bind_template_callback (widget_class, comark_review_page_show_layout);
  gtk_widget_class_bind_template_callback (widget_class, comark_review_page_take_up);
}
