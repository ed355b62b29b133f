/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-thumbs.h"

#include <glib/gi18n.h>

#include "comark-table.h"

#define WIDTH 120
#define MAX_HEIGHT 400 /* of a page that is a strip */
#define MOST_PICTURES 300 /* that are kept */
#define SETTLE_MS 60 /* of a list being scrolled */

struct _ComarkPageThumbs
{
  AdwBin parent_instance;

  /* children, by the scrolled window */
  GtkScrolledWindow *scroller;
  GtkWidget *view;

  /* owned */
  GListStore *pages; /* of GtkStringObject: the number */
  GtkSingleSelection *selection;
  ComarkReader *reader;     /* (nullable) */
  ComarkPageLayout *layout; /* (nullable) */
  GHashTable *pictures;     /* page → GdkTexture; NULL while it is drawn */
  GHashTable *cells;        /* page → GtkListItem, of those that are bound */
  GCancellable *cancellable;

  guint settle_id;
  guint n_asked;
  gboolean is_updating; /* the selection, by us */
  gboolean is_behind;   /* the page that is read is to be brought into sight */
};

static guint page_chosen;

G_DEFINE_FINAL_TYPE (ComarkPageThumbs, comark_page_thumbs, ADW_TYPE_BIN)

static int
page_of (GtkListItem *cell)
{
  return (int) gtk_list_item_get_position (cell);
}

static GtkWidget *
picture_of (GtkListItem *cell)
{
  return gtk_widget_get_first_child (gtk_list_item_get_child (cell));
}

/* --- pictures ------------------------------------------------------------------------------ */

typedef struct
{
  ComarkPageThumbs *self; /* owned */
  int page;
} Request;

static void
show_picture (ComarkPageThumbs *self, int page)
{
  GtkListItem *cell = g_hash_table_lookup (self->cells, GINT_TO_POINTER (page));
  GdkTexture *texture = g_hash_table_lookup (self->pictures, GINT_TO_POINTER (page));

  if (cell != NULL)
    gtk_picture_set_paintable (GTK_PICTURE (picture_of (cell)), GDK_PAINTABLE (texture));
}

static void
on_rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (ComarkPageThumbs) self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPageImage) image
    = comark_reader_render_page_finish (COMARK_READER (source), result, &error);

  if (COMARK_READER (source) != self->reader)
    return;
  /* What was cancelled is asked again when it comes into sight; what failed stays white. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_hash_table_remove (self->pictures, GINT_TO_POINTER (request->page));
  if (image == NULL)
    return;
  g_hash_table_insert (self->pictures, GINT_TO_POINTER (request->page),
                       gdk_memory_texture_new (image->width, image->height, GDK_MEMORY_DEFAULT,
                                               image->pixels, (gsize) image->stride));
  show_picture (self, request->page);
}

static void
ask_for (ComarkPageThumbs *self, int page)
{
  Request *request = g_new0 (Request, 1);

  self->n_asked++;
  g_hash_table_insert (self->pictures, GINT_TO_POINTER (page), NULL);
  request->self = g_object_ref (self);
  request->page = page;
  comark_reader_render_aside_async (self->reader, page,
                                    WIDTH * gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                    self->cancellable, on_rendered_cb, request);
}

static gboolean
is_in_sight (ComarkPageThumbs *self, GtkWidget *picture)
{
  graphene_rect_t bounds;
  int height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  return gtk_widget_get_mapped (picture)
         && gtk_widget_compute_bounds (picture, GTK_WIDGET (self->scroller), &bounds)
         && bounds.origin.y < height && bounds.origin.y + bounds.size.height > 0;
}

static void
forget_pictures (ComarkPageThumbs *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->pictures);
}

static void on_settled_cb (gpointer user_data);

static void
look_soon (ComarkPageThumbs *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

static void
bring_into_sight (ComarkPageThumbs *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  self->is_behind = FALSE;
  if (page != GTK_INVALID_LIST_POSITION)
    comark_table_bring_into_sight (self->view, page);
  look_soon (self);
}

/* A list view binds two hundred rows whatever is in sight. */
static void
on_settled_cb (gpointer user_data)
{
  ComarkPageThumbs *self = user_data;
  GHashTableIter iter;
  gpointer page, cell;

  self->settle_id = 0;
  if (self->reader == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->is_behind)
    {
      bring_into_sight (self);
      return;
    }
  if (g_hash_table_size (self->pictures) > MOST_PICTURES)
    forget_pictures (self);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &page, &cell))
    if (!g_hash_table_contains (self->pictures, page) && is_in_sight (self, picture_of (cell)))
      ask_for (self, GPOINTER_TO_INT (page));
}

/* --- rows ---------------------------------------------------------------------------------- */

static void
on_set_up_cb (GtkListItemFactory *factory, GtkListItem *cell, ComarkPageThumbs *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign",
                                     GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (picture, "comark-thumb");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (cell, box);
}

static void
size_picture (ComarkPageThumbs *self, GtkWidget *picture, int page)
{
  double width = 1, height = 1;

  comark_page_layout_get_size (self->layout, page, &width, &height);
  gtk_widget_set_size_request (picture, WIDTH, (int) MIN (WIDTH * height / width, MAX_HEIGHT));
}

/* GTK before 4.12 has no way to name a row: the child's parent is the row. */
static void
on_bound_cb (GtkListItemFactory *factory, GtkListItem *cell, ComarkPageThumbs *self)
{
  int page = page_of (cell);
  GtkWidget *box = gtk_list_item_get_child (cell), *picture = picture_of (cell);
  g_autofree char *number = g_strdup_printf ("%d", page + 1);
  /* Translators: %d is the number of a page. */
  g_autofree char *name = g_strdup_printf (_("Page %d"), page + 1);

  if (self->layout == NULL)
    return;
  size_picture (self, picture, page);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (picture)), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_hash_table_insert (self->cells, GINT_TO_POINTER (page), cell);
  show_picture (self, page);
  look_soon (self);
}

static void
on_unbound_cb (GtkListItemFactory *factory, GtkListItem *cell, ComarkPageThumbs *self)
{
  if (g_hash_table_lookup (self->cells, GINT_TO_POINTER (page_of (cell))) == cell)
    g_hash_table_remove (self->cells, GINT_TO_POINTER (page_of (cell)));
}

static void
on_selected_cb (ComarkPageThumbs *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (!self->is_updating && page != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, page_chosen, 0, (int) page, FALSE);
}

static void
on_activated_cb (ComarkPageThumbs *self, guint page)
{
  g_signal_emit (self, page_chosen, 0, (int) page, TRUE);
}

static void
on_clicked_cb (ComarkPageThumbs *self)
{
  guint page = gtk_single_selection_get_selected (self->selection);

  if (page != GTK_INVALID_LIST_POSITION)
    on_activated_cb (self, page);
}

/* --- public -------------------------------------------------------------------------------- */

static void
fill (ComarkPageThumbs *self, int n_pages)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full ((guint) n_pages, g_object_unref);

  for (int i = 0; i < n_pages; i++)
    g_ptr_array_add (items, gtk_string_object_new (""));
  self->is_updating = TRUE;
  g_list_store_splice (self->pages, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pages)),
                       items->pdata, items->len);
  self->is_updating = FALSE;
}

void
comark_page_thumbs_set_document (ComarkPageThumbs *self, ComarkReader *reader,
                                 ComarkPageLayout *layout)
{
  g_return_if_fail (COMARK_IS_PAGE_THUMBS (self));

  forget_pictures (self);
  self->n_asked = 0;
  g_set_object (&self->reader, reader);
  g_set_object (&self->layout, layout);
  fill (self, layout != NULL ? comark_page_layout_get_n_pages (layout) : 0);
}

void
comark_page_thumbs_set_page (ComarkPageThumbs *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_THUMBS (self));

  if (gtk_single_selection_get_selected (self->selection) == (guint) page)
    return;
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection, (guint) page);
  self->is_updating = FALSE;
  /* Not at once: a list view that has no size yet does not know where its rows are. */
  self->is_behind = TRUE;
  look_soon (self);
}

guint
comark_page_thumbs_get_n_asked (ComarkPageThumbs *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_THUMBS (self), 0);

  return self->n_asked;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
on_mapped_cb (ComarkPageThumbs *self)
{
  self->is_behind = TRUE;
  look_soon (self);
}

static void
comark_page_thumbs_dispose (GObject *object)
{
  ComarkPageThumbs *self = COMARK_PAGE_THUMBS (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->reader);
  adw_bin_set_child (ADW_BIN (self), NULL);
  G_OBJECT_CLASS (comark_page_thumbs_parent_class)->dispose (object);
}

static void
comark_page_thumbs_finalize (GObject *object)
{
  ComarkPageThumbs *self = COMARK_PAGE_THUMBS (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->layout);
  g_clear_object (&self->pages);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  G_OBJECT_CLASS (comark_page_thumbs_parent_class)->finalize (object);
}

static void
comark_page_thumbs_class_init (ComarkPageThumbsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_page_thumbs_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_page_thumbs_finalize;
  page_chosen = g_signal_new ("page-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                              NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
texture_unref (gpointer texture)
{
  if (texture != NULL)
    g_object_unref (texture);
}

static void
make_view (ComarkPageThumbs *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbound_cb), self, 0);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"), -1);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));
  comark_table_let_tab_leave (self->view);
  comark_table_enter_at_selected (self->view);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
comark_page_thumbs_init (ComarkPageThumbs *self)
{
  self->cancellable = g_cancellable_new ();
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, texture_unref);
  self->cells = g_hash_table_new (NULL, NULL);
  self->pages = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->pages)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
  make_view (self);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, self->view);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped_cb), NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}
