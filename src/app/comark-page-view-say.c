/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said around the pages: the number, the line that a screen reader reads, what can be
 * done now, and why a page is not to be seen.
 */
#include "comark-page-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
describe_page (ComarkPageView *self)
{
  /* Translators: the page in sight and how many there are. */
  return g_strdup_printf (_("Page %d of %d"), self->page + 1, self->n_pages);
}

double
comark_page_view_get_shown_zoom (ComarkPageView *self)
{
  return self->layout != NULL && comark_page_layout_knows_size (self->layout, self->page)
           ? comark_page_layout_get_zoom_of (self->layout, self->page)
           : 0;
}

void
comark_page_view_update_actions (ComarkPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double zoom = comark_page_view_get_shown_zoom (self);

  gtk_widget_action_set_enabled (widget, "page-view.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "page-view.next", self->page + 1 < self->n_pages);
  gtk_widget_action_set_enabled (widget, "page-view.zoom-out",
                                 self->n_pages > 0
                                   && (zoom == 0 || zoom > COMARK_PAGE_MIN_ZOOM + 0.005));
  gtk_widget_action_set_enabled (widget, "page-view.zoom-in",
                                 self->n_pages > 0 && zoom < COMARK_PAGE_MAX_ZOOM - 0.005);
  gtk_widget_action_set_enabled (widget, "page-view.fit-width",
                                 self->zoom != COMARK_PAGE_FIT_WIDTH);
  gtk_widget_action_set_enabled (widget, "page-view.fit-page",
                                 self->zoom != COMARK_PAGE_FIT_PAGE);
}

void
comark_page_view_update_controls (ComarkPageView *self)
{
  g_autofree char *number = g_strdup_printf ("%d", self->page + 1);
  /* Translators: after the number of a page: how many pages there are. */
  g_autofree char *count = g_strdup_printf (_("of %d"), self->n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_label (self->count_label, count);
  comark_page_side_set_page (self->side, self->page);
  comark_page_view_update_actions (self);
}

/* Everything said is there for a screen reader; the eye has the page itself, and needs it only
 * where that is not there yet. */
static void
say (ComarkPageView *self, const char *words, gboolean for_the_eye)
{
  gtk_label_set_label (self->status_label, words);
  gtk_widget_set_opacity (GTK_WIDGET (self->status_label), for_the_eye ? 1 : 0);
}

void
comark_page_view_say_page_shown (ComarkPageView *self)
{
  g_autofree char *page = describe_page (self);
  int percent = (int) lround (comark_page_view_get_shown_zoom (self) * 100);
  /* Translators: "Page 3 of 193", then how large it is shown. */
  g_autofree char *status = g_strdup_printf (_("%s, %d %%"), page, percent);

  say (self, status, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->desk), GTK_ACCESSIBLE_PROPERTY_LABEL, page,
                                  -1);
}

void
comark_page_view_say_page_coming (ComarkPageView *self)
{
  /* Translators: said while a page takes its time. */
  g_autofree char *status = g_strdup_printf (_("Drawing page %d…"), self->page + 1);

  say (self, status, TRUE);
}

void
comark_page_view_show_problem (ComarkPageView *self)
{
  const char *sentence = g_hash_table_lookup (self->problems, GINT_TO_POINTER (self->page));
  /* Translators: %d is the number of a page. */
  g_autofree char *title = g_strdup_printf (_("Page %d cannot be shown"), self->page + 1);

  gtk_widget_set_visible (self->page_problem, sentence != NULL);
  if (sentence == NULL)
    return;
  gtk_label_set_label (self->page_problem_title, title);
  gtk_label_set_label (self->page_problem_sentence, sentence);
  say (self, title, FALSE);
}
