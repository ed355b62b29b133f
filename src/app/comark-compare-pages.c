/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-compare-pages.h"

#include <glib/gi18n.h>
#include <string.h>

#include "comark-page-view.h"

/* So much of a paragraph's beginning is looked for on its page: first more, then less. */
#define MUCH 110
#define LITTLE 40

struct _ComarkComparePages
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *caption;
  ComarkPageView *view;

  /* owned */
  GCancellable *cancellable; /* of the looking */
  char *words;               /* that are looked for */
  int page;
};

G_DEFINE_FINAL_TYPE (ComarkComparePages, comark_compare_pages, ADW_TYPE_BIN)

static void
stop_looking (ComarkComparePages *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->words, g_free);
}

/* ---- the frame ---- */

static void look_for (ComarkComparePages *self, gsize most);

/* The areas of the first of what was found. */
static void
mark_first (ComarkComparePages *self, GArray *found)
{
  const ComarkReaderArea *first = &g_array_index (found, ComarkReaderArea, 0);
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));

  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, ComarkReaderArea, i).match == first->match)
      g_array_append_val (areas, g_array_index (found, ComarkReaderArea, i));
  comark_page_view_set_marks (self->view, COMARK_PAGE_MARK_NOW, areas);
  comark_page_view_show_area (self->view, first);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkComparePages) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found
    = comark_reader_find_finish (COMARK_READER (source), result, &error);

  /* That it cannot be framed costs nothing: the page is shown. */
  if (found == NULL || self->words == NULL)
    return;
  if (found->len > 0)
    mark_first (self, found);
  else if (strlen (self->words) > LITTLE)
    look_for (self, LITTLE);
}

/* Ends with a whole word, where that is possible. */
static void
shorten (char *words, gsize most)
{
  gsize length = strlen (words);
  char *end;

  if (length <= most)
    return;
  end = g_utf8_find_prev_char (words, words + most + 1);
  *(end != NULL ? end : words) = '\0';
  end = strrchr (words, ' ');
  if (end != NULL)
    *end = '\0';
}

static void
look_for (ComarkComparePages *self, gsize most)
{
  shorten (self->words, most);
  if (*self->words != '\0')
    comark_reader_find_async (comark_page_view_get_reader (self->view), self->words, self->page,
                              2, self->cancellable, on_found_cb, g_object_ref (self));
}

void
comark_compare_pages_show (ComarkComparePages *self, const ComarkReadingBlock *block, int page)
{
  g_return_if_fail (COMARK_IS_COMPARE_PAGES (self));

  stop_looking (self);
  if (page >= 0)
    comark_page_view_set_page (self->view, page);
  comark_page_view_set_marks (self->view, COMARK_PAGE_MARK_NOW, NULL);
  if (block == NULL || block->page < 0 || comark_page_view_get_reader (self->view) == NULL)
    return;
  self->words = g_strdup (block->text);
  self->page = block->page;
  self->cancellable = g_cancellable_new ();
  look_for (self, MUCH);
}

/* ---- the document ---- */

void
comark_compare_pages_set_document (ComarkComparePages *self, ComarkDocument *document,
                                   GBytes *bytes)
{
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (bytes);
  /* translators: above the pages of one version: its number and file name */
  g_autofree char *caption = g_strdup_printf (_("Version %d: %s"), (int) document->n,
                                              document->filename);

  g_return_if_fail (COMARK_IS_COMPARE_PAGES (self));

  stop_looking (self);
  gtk_label_set_label (self->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);
  if (comark_document_kind_can_show (comark_document_kind_of_bytes (bytes)))
    comark_page_view_set_reader (self->view, reader, 0);
  else
    comark_page_view_set_error (self->view,
                                _("This kind of file has no pages that can be shown here."));
}

/* ---- class ---- */

static void
comark_compare_pages_dispose (GObject *object)
{
  ComarkComparePages *self = COMARK_COMPARE_PAGES (object);

  stop_looking (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_COMPARE_PAGES);
  G_OBJECT_CLASS (comark_compare_pages_parent_class)->dispose (object);
}

static void
comark_compare_pages_class_init (ComarkComparePagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_compare_pages_dispose;
  g_type_ensure (COMARK_TYPE_PAGE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-compare-pages.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, ComarkComparePages, caption);
  gtk_widget_class_bind_template_child (widget_class, ComarkComparePages, view);
}

static void
comark_compare_pages_init (ComarkComparePages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
