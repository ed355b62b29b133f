/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links on the pages: the pointer over them, what they say, and following them.
 */
#include "comark-page-view-private.h"

void
comark_page_view_follow_link (ComarkPageView *self, const ComarkReaderLink *link)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (link->kind == COMARK_READER_LINK_PAGE)
    comark_page_view_turn_to (self, link->page, COMARK_PAGE_EDGE_TOP);
  else
    comark_page_link_follow (link, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

/* Returns: (nullable): the link at a point of the desk; its page's are asked for meanwhile */
static const ComarkReaderLink *
find_link (ComarkPageView *self, double x, double y)
{
  int page;
  double x_pt, y_pt;

  if (self->links == NULL || !comark_page_desk_locate (self->desk, x, y, &page, &x_pt, &y_pt))
    return NULL;
  comark_page_links_want (self->links, page);
  return comark_page_links_find (self->links, page, x_pt, y_pt);
}

static void
on_desk_pointed_cb (ComarkPageView *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->desk),
                                   find_link (self, x, y) != NULL ? "pointer" : NULL);
}

static gboolean
on_desk_asked_cb (ComarkPageView *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const ComarkReaderLink *link = by_key ? NULL : find_link (self, x, y);
  g_autofree char *words = link != NULL ? comark_page_link_describe (link) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* A drag that selects claims the sequence, and no click comes. */
static void
on_desk_clicked_cb (ComarkPageView *self, int n_press, double x, double y)
{
  const ComarkReaderLink *link = find_link (self, x, y);

  if (n_press == 1 && link != NULL)
    comark_page_view_follow_link (self, link);
}

void
comark_page_view_class_bind_links (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_desk_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_pointed_cb);
}
