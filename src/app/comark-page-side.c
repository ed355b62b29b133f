/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-side.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-page-thumbs.h"
#include "comark-table.h"
#include "comark-wrap.h"

#define SETTLE_MS 100
#define INDENT 14 /* pixels a level */
#define MOST_LINKS 200 /* rows of one page */

struct _ComarkPageSide
{
  AdwBin parent_instance;

  /* template children */
  ComarkWrap *tabs;
  GtkToggleButton *chapters_button;
  GtkToggleButton *pages_button;
  GtkToggleButton *links_button;
  GtkStack *stack; /* "chapters", "pages", "links" */
  GtkStack *chapter_states; /* "list", "none" */
  GtkListView *chapter_view;
  GtkLabel *chapter_note;
  ComarkPageThumbs *thumbs;
  GtkListBox *links_list;
  GtkLabel *links_note;

  /* owned */
  GListStore *chapters; /* of GtkStringObject with "level" and "page" */
  GtkSingleSelection *selection;
  ComarkReader *reader;   /* (nullable) */
  ComarkPageLinks *links; /* (nullable) */
  GCancellable *cancellable;

  int page;
  guint settle_id;
  gboolean asked; /* for the chapters */
  gboolean is_updating;
};

enum
{
  PAGE_CHOSEN,
  LINK_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageSide, comark_page_side, ADW_TYPE_BIN)

static gboolean
shows (ComarkPageSide *self, const char *name)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/* --- chapters ------------------------------------------------------------------------------ */

static int
page_of (GtkStringObject *chapter)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chapter), "page"));
}

static void
on_chapter_set_up_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (cell, label);
}

static void
on_chapter_bound_cb (GtkListItemFactory *factory, GtkListItem *cell)
{
  GtkStringObject *chapter = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  const char *title = gtk_string_object_get_string (chapter);
  int level = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chapter), "level"));
  /* Translators: the title of a chapter and the page where it begins. */
  g_autofree char *name = g_strdup_printf (_("%s, page %d"), title, page_of (chapter) + 1);

  gtk_label_set_label (GTK_LABEL (label), title);
  gtk_widget_set_margin_start (label, INDENT * (level - 1));
  /* GTK before 4.12 has no way to name a row: the child's parent is the row. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_chapter_selected_cb (ComarkPageSide *self)
{
  GtkStringObject *chapter = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_updating && chapter != NULL)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, page_of (chapter), FALSE);
}

static void
on_chapter_clicked_cb (ComarkPageSide *self)
{
  GtkStringObject *chapter = gtk_single_selection_get_selected_item (self->selection);

  if (chapter != NULL)
    g_signal_emit (self, signals[PAGE_CHOSEN], 0, page_of (chapter), TRUE);
}

static void
on_chapter_activated_cb (ComarkPageSide *self, guint position)
{
  g_autoptr (GtkStringObject) chapter
    = g_list_model_get_item (G_LIST_MODEL (self->chapters), position);

  g_signal_emit (self, signals[PAGE_CHOSEN], 0, page_of (chapter), TRUE);
}

/* Not at once: a list view that has no size yet does not know where its rows are. */
static void
on_settled_cb (gpointer user_data)
{
  ComarkPageSide *self = user_data;
  guint at = gtk_single_selection_get_selected (self->selection);

  self->settle_id = 0;
  if (at != GTK_INVALID_LIST_POSITION && shows (self, "chapters"))
    comark_table_bring_into_sight (GTK_WIDGET (self->chapter_view), at);
}

/* The one that was chosen if it is on the page that is read, else the first that begins there, else
 * the last that begins before. */
static void
mark_chapter (ComarkPageSide *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->chapters));
  guint found = GTK_INVALID_LIST_POSITION;
  GtkStringObject *chosen = gtk_single_selection_get_selected_item (self->selection);

  if (chosen != NULL && page_of (chosen) == self->page)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) chapter
        = g_list_model_get_item (G_LIST_MODEL (self->chapters), i);
      if (page_of (chapter) <= self->page)
        found = i;
      if (page_of (chapter) == self->page)
        break;
    }
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, found);
  self->is_updating = FALSE;
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

static void
show_chapter_note (ComarkPageSide *self, const char *words)
{
  gtk_label_set_label (self->chapter_note, words);
  gtk_stack_set_visible_child_name (self->chapter_states, "none");
}

static void
fill_chapters (ComarkPageSide *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const ComarkReaderChapter *chapter = g_ptr_array_index (found, i);
      GtkStringObject *item = gtk_string_object_new (chapter->title);
      g_object_set_data (G_OBJECT (item), "page", GINT_TO_POINTER (chapter->page));
      g_object_set_data (G_OBJECT (item), "level", GINT_TO_POINTER (chapter->level));
      g_ptr_array_add (items, item);
    }
  self->is_updating = TRUE;
  g_list_store_splice (self->chapters, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->chapters)), items->pdata,
                       items->len);
  self->is_updating = FALSE;
}

static void
on_chapters_got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageSide) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) chapters
    = comark_reader_chapters_finish (COMARK_READER (source), result, &error);

  if (COMARK_READER (source) != self->reader || self->stack == NULL)
    return;
  if (chapters == NULL)
    {
      show_chapter_note (self, error->message);
      return;
    }
  fill_chapters (self, chapters);
  if (chapters->len == 0)
    show_chapter_note (self, _("This document does not list its chapters. Look through its pages "
                               "under “Pages”."));
  else
    gtk_stack_set_visible_child_name (self->chapter_states, "list");
  mark_chapter (self);
}

static void
want_chapters (ComarkPageSide *self)
{
  if (self->asked || self->reader == NULL)
    return;
  self->asked = TRUE;
  comark_reader_chapters_async (self->reader, self->cancellable, on_chapters_got_cb,
                                g_object_ref (self));
}

/* --- links --------------------------------------------------------------------------------- */

static void
add_link (ComarkPageSide *self, const ComarkReaderLink *link)
{
  g_autofree char *leads = comark_page_link_describe (link);
  g_autofree char *words = *link->words != '\0'
                             /* Translators: a link's words, and where it leads. */
                             ? g_strdup_printf (_("%s\n%s"), link->words, leads)
                             : g_strdup (leads);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "comark-missing");
  gtk_list_box_append (self->links_list, label);
}

static void
show_links (ComarkPageSide *self)
{
  GPtrArray *links = comark_page_links_get (self->links, self->page);
  /* Translators: %d is the number of a page. */
  g_autofree char *none = g_strdup_printf (_("There are no links on page %d."), self->page + 1);
  /* Translators: %d is the number of a page. */
  g_autofree char *some = g_strdup_printf (_("Links on page %d"), self->page + 1);

  comark_clear_list (self->links_list);
  if (links == NULL)
    return;
  for (guint i = 0; i < MIN (links->len, MOST_LINKS); i++)
    add_link (self, g_ptr_array_index (links, i));
  gtk_label_set_label (self->links_note, links->len > 0 ? some : none);
  gtk_widget_set_visible (GTK_WIDGET (self->links_list), links->len > 0);
}

static void
on_links_changed_cb (ComarkPageSide *self, int page)
{
  if (page == self->page && shows (self, "links"))
    show_links (self);
}

static void
on_link_activated_cb (ComarkPageSide *self, GtkListBoxRow *row)
{
  GPtrArray *links = comark_page_links_get (self->links, self->page);
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (links != NULL && index < links->len)
    g_signal_emit (self, signals[LINK_CHOSEN], 0, g_ptr_array_index (links, index));
}

/* --- what is looked at --------------------------------------------------------------------- */

static void
on_looked_at_cb (ComarkPageSide *self)
{
  if (self->reader == NULL)
    return;
  if (shows (self, "chapters"))
    want_chapters (self);
  if (shows (self, "links"))
    {
      comark_page_links_want (self->links, self->page);
      show_links (self);
    }
}

static void
on_tab_toggled_cb (ComarkPageSide *self)
{
  gtk_stack_set_visible_child_name (
    self->stack, gtk_toggle_button_get_active (self->chapters_button) ? "chapters"
                 : gtk_toggle_button_get_active (self->pages_button)  ? "pages"
                                                                      : "links");
}

void
comark_page_side_set_document (ComarkPageSide *self, ComarkReader *reader,
                               ComarkPageLayout *layout, ComarkPageLinks *links)
{
  g_return_if_fail (COMARK_IS_PAGE_SIDE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->links != NULL)
    g_signal_handlers_disconnect_by_data (self->links, self);
  g_set_object (&self->reader, reader);
  g_set_object (&self->links, links);
  if (links != NULL)
    g_signal_connect_object (links, "changed", G_CALLBACK (on_links_changed_cb), self,
                             G_CONNECT_SWAPPED);
  self->asked = FALSE;
  fill_chapters (self, NULL);
  comark_clear_list (self->links_list);
  comark_page_thumbs_set_document (self->thumbs, reader, layout);
  on_looked_at_cb (self);
}

void
comark_page_side_set_page (ComarkPageSide *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_SIDE (self));

  self->page = page;
  comark_page_thumbs_set_page (self->thumbs, page);
  mark_chapter (self);
  on_looked_at_cb (self);
}

static void
on_thumb_chosen_cb (ComarkPageSide *self, int page, gboolean is_final)
{
  g_signal_emit (self, signals[PAGE_CHOSEN], 0, page, is_final);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_side_dispose (GObject *object)
{
  ComarkPageSide *self = COMARK_PAGE_SIDE (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
  g_clear_object (&self->links);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_PAGE_SIDE);
  g_clear_object (&self->selection);
  g_clear_object (&self->chapters);
  G_OBJECT_CLASS (comark_page_side_parent_class)->dispose (object);
}

static void
comark_page_side_class_init (ComarkPageSideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_page_side_dispose;
  signals[PAGE_CHOSEN] = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                       G_TYPE_BOOLEAN);
  signals[LINK_CHOSEN] = g_signal_new ("link-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_type_ensure (COMARK_TYPE_PAGE_THUMBS);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-side.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, chapter_note);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, chapter_states);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, chapter_view);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, chapters_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, links_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, links_list);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, links_note);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, pages_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, stack);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, tabs);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageSide, thumbs);
  gtk_widget_class_bind_template_callback (widget_class, on_chapter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chapter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_looked_at_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_thumb_chosen_cb);
}

static void
comark_page_side_init (ComarkPageSide *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_wrap_set_gap (self->tabs, 2);
  self->chapters = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->chapters)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected",
                           G_CALLBACK (on_chapter_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (on_chapter_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_chapter_bound_cb), NULL);
  gtk_list_view_set_factory (self->chapter_view, factory);
  gtk_list_view_set_model (self->chapter_view, GTK_SELECTION_MODEL (self->selection));
  comark_table_let_tab_leave (GTK_WIDGET (self->chapter_view));
  comark_table_enter_at_selected (GTK_WIDGET (self->chapter_view));
  g_signal_connect (self, "map", G_CALLBACK (on_looked_at_cb), NULL);
}
