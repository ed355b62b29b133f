/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The controls around a sheet and the states of one document. The reader answers, the cache
 * keeps, the sheet shows; this decides which page and how large. Owns the cache, which it makes
 * anew with each document.
 */
#include "comark-page-view.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>

#include "comark-page-cache.h"
#include "comark-page-sheet.h"
#include "comark-wrap.h"

#define SETTLE_MS 120 /* of a window being resized, before pages are drawn at the new width */
#define PATIENCE_MS 150 /* that the page left may stay in sight while the next is drawn */
#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0

struct _ComarkPageView
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *states;
  GtkStack *sheets;
  GtkSpinner *spinner;
  AdwStatusPage *document_error;
  AdwStatusPage *page_error;
  GtkEntry *page_entry;
  GtkLabel *count_label;
  GtkLabel *status_label;
  ComarkWrap *tools;
  ComarkPageSheet *sheet;

  /* owned */
  ComarkReader *reader;      /* (nullable) */
  ComarkPageCache *cache;    /* (nullable) until the document is open */
  GCancellable *cancellable; /* of opening */

  /* state */
  int page;
  int n_pages; /* 0 until the document is open */
  double zoom; /* 0: fit the width */
  int shown_page; /* whose picture is in sight; -1: none */
  guint settle_id;
  guint patience_id;
};

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint save_copy_requested;

G_DEFINE_FINAL_TYPE (ComarkPageView, comark_page_view, ADW_TYPE_BIN)

/* --- controls ------------------------------------------------------------------------------ */

static char *
describe_page (ComarkPageView *self)
{
  /* Translators: the page in sight and how many there are. */
  return g_strdup_printf (_("Page %d of %d"), self->page + 1, self->n_pages);
}

static double
get_shown_zoom (ComarkPageView *self)
{
  return self->cache != NULL ? comark_page_cache_get_zoom (self->cache, self->page) : 0;
}

static void
update_actions (ComarkPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double zoom = get_shown_zoom (self);

  gtk_widget_action_set_enabled (widget, "page-view.previous", self->page > 0);
  gtk_widget_action_set_enabled (widget, "page-view.next", self->page + 1 < self->n_pages);
  gtk_widget_action_set_enabled (widget, "page-view.zoom-out",
                                 self->n_pages > 0 && (zoom == 0 || zoom > MIN_ZOOM + 0.005));
  gtk_widget_action_set_enabled (widget, "page-view.zoom-in",
                                 self->n_pages > 0 && zoom < MAX_ZOOM - 0.005);
  gtk_widget_action_set_enabled (widget, "page-view.fit-width", self->zoom != 0);
}

static void
update_controls (ComarkPageView *self)
{
  g_autofree char *number = g_strdup_printf ("%d", self->page + 1);
  /* Translators: after the number of a page: how many pages there are. */
  g_autofree char *count = g_strdup_printf (_("of %d"), self->n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_label (self->count_label, count);
  update_actions (self);
}

/* Everything said is there for a screen reader; the eye has the page itself, and needs it only
 * where that is not there yet. */
static void
say (ComarkPageView *self, const char *words, gboolean for_the_eye)
{
  gtk_label_set_label (self->status_label, words);
  gtk_widget_set_opacity (GTK_WIDGET (self->status_label), for_the_eye ? 1 : 0);
}

static void
say_page_shown (ComarkPageView *self)
{
  g_autofree char *page = describe_page (self);
  int percent = (int) lround (get_shown_zoom (self) * 100);
  /* Translators: "Page 3 of 193", then how large it is shown. */
  g_autofree char *status = g_strdup_printf (_("%s, %d %%"), page, percent);

  say (self, status, FALSE);
}

static void
say_page_coming (ComarkPageView *self)
{
  /* Translators: said while a page takes its time. */
  g_autofree char *status = g_strdup_printf (_("Drawing page %d…"), self->page + 1);

  say (self, status, TRUE);
}

static void
show_state (ComarkPageView *self, const char *state)
{
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (state, "loading"));
}

/* --- the page in sight --------------------------------------------------------------------- */

/* With the picture there is, if any; stretched, if it was drawn for another size. */
static void
show_sheet (ComarkPageView *self)
{
  g_autofree char *name = describe_page (self);
  int width = 0, height = 0;

  if (!comark_page_cache_get_size (self->cache, self->page, &width, &height))
    return;
  gtk_stack_set_visible_child_name (self->sheets, "page");
  if (self->shown_page != self->page && self->shown_page >= 0)
    update_actions (self);
  GdkTexture *texture = comark_page_cache_get_texture (self->cache, self->page);
  comark_page_sheet_show (self->sheet, texture, width, height, name);
  self->shown_page = texture != NULL ? self->page : -1;
}

static void
on_patience_over_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->patience_id = 0;
  say_page_coming (self);
  show_sheet (self);
}

static void
want_page (ComarkPageView *self)
{
  int room = comark_page_sheet_get_room (self->sheet);

  /* Without a size yet there is nothing to fit to: the first layout calls again. */
  if (self->cache == NULL || room == 0)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add_once (PATIENCE_MS, on_patience_over_cb, self);
  comark_page_cache_set_scale (self->cache, self->zoom, room,
                               gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  comark_page_cache_want (self->cache, self->page);
}

static void
on_drawn_cb (ComarkPageView *self, int page)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  show_sheet (self);
  say_page_shown (self);
  update_actions (self);
}

static void
on_failed_cb (ComarkPageView *self, int page, GError *error)
{
  /* Translators: %d is the number of a page. */
  g_autofree char *title = g_strdup_printf (_("Page %d cannot be shown"), page + 1);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  self->shown_page = -1;
  adw_status_page_set_title (self->page_error, title);
  adw_status_page_set_description (self->page_error, error->message);
  gtk_stack_set_visible_child_name (self->sheets, "page-error");
  say (self, title, FALSE);
}

/* While the window is being resized the picture is only stretched. */
static void
on_settled_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->settle_id = 0;
  want_page (self);
}

static void
on_room_changed_cb (ComarkPageView *self)
{
  if (self->cache == NULL || self->zoom != 0)
    {
      if (self->shown_page < 0)
        want_page (self);
      return;
    }
  if (self->shown_page < 0)
    want_page (self);
  else if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

/* --- turning and zooming ------------------------------------------------------------------- */

static void
turn_to (ComarkPageView *self, int page, ComarkPageEdge edge)
{
  page = self->n_pages > 0 ? CLAMP (page, 0, self->n_pages - 1) : MAX (page, 0);
  if (page == self->page)
    {
      update_controls (self);
      return;
    }
  self->page = page;
  comark_page_sheet_set_edge (self->sheet, edge);
  if (self->n_pages > 0)
    update_controls (self);
  want_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_sheet_turned_cb (ComarkPageView *self, int direction)
{
  turn_to (self, self->page + direction,
           direction > 0 ? COMARK_PAGE_EDGE_TOP : COMARK_PAGE_EDGE_BOTTOM);
}

static void
on_page_entered_cb (ComarkPageView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->page_entry));
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    turn_to (self, (int) number - 1, COMARK_PAGE_EDGE_TOP);
  else
    update_controls (self);
}

static void
previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (COMARK_PAGE_VIEW (widget), COMARK_PAGE_VIEW (widget)->page - 1, COMARK_PAGE_EDGE_TOP);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (COMARK_PAGE_VIEW (widget), COMARK_PAGE_VIEW (widget)->page + 1, COMARK_PAGE_EDGE_TOP);
}

static void
first_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (COMARK_PAGE_VIEW (widget), 0, COMARK_PAGE_EDGE_TOP);
}

static void
last_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  turn_to (COMARK_PAGE_VIEW (widget), G_MAXINT, COMARK_PAGE_EDGE_TOP);
}

/* To the next size in the table, from whatever size the page has now. */
static void
step_zoom (ComarkPageView *self, int direction)
{
  static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1,
                                  1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0 };
  double now = get_shown_zoom (self);
  double next = direction > 0 ? MAX_ZOOM : MIN_ZOOM;

  for (int i = 0; i < (int) G_N_ELEMENTS (steps); i++)
    {
      if (direction > 0 && steps[i] > now + 0.01)
        next = MIN (next, steps[i]);
      if (direction < 0 && steps[i] < now - 0.01)
        next = MAX (next, steps[i]);
    }
  comark_page_view_set_zoom (self, next);
}

static void
zoom_in_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_zoom (COMARK_PAGE_VIEW (widget), 1);
}

static void
zoom_out_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step_zoom (COMARK_PAGE_VIEW (widget), -1);
}

static void
fit_width_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_set_zoom (COMARK_PAGE_VIEW (widget), 0);
}

static void
retry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  want_page (COMARK_PAGE_VIEW (widget));
}

static void
save_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, save_copy_requested, 0);
}

/* --- the document -------------------------------------------------------------------------- */

static void
forget_document (ComarkPageView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (self->cache != NULL)
    {
      comark_page_cache_stop (self->cache);
      g_signal_handlers_disconnect_by_data (self->cache, self);
    }
  g_clear_object (&self->cache);
  g_clear_object (&self->reader);
  self->n_pages = 0;
  self->shown_page = -1;
}

static void
show_document_error (ComarkPageView *self, const char *sentence)
{
  adw_status_page_set_description (self->document_error, sentence);
  show_state (self, "error");
}

static void
start_reading (ComarkPageView *self, int n_pages)
{
  int asked = self->page;

  self->n_pages = n_pages;
  self->page = CLAMP (asked, 0, n_pages - 1);
  self->cache = comark_page_cache_new (self->reader, n_pages);
  g_signal_connect_object (self->cache, "drawn", G_CALLBACK (on_drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
  comark_page_sheet_set_edge (self->sheet, COMARK_PAGE_EDGE_TOP);
  update_controls (self);
  say_page_coming (self);
  show_state (self, "document");
  want_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PAGES]);
  if (self->page != asked)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  int n_pages = comark_reader_open_finish (COMARK_READER (source), result, &error);

  if (COMARK_READER (source) != self->reader
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (n_pages > 0)
    start_reading (self, n_pages);
  else
    show_document_error (self, error->message);
}

void
comark_page_view_set_reader (ComarkPageView *self, ComarkReader *reader, int initial_page)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));
  g_return_if_fail (reader == NULL || COMARK_IS_READER (reader));

  if (reader != NULL && reader == self->reader)
    return;
  forget_document (self);
  self->page = MAX (initial_page, 0);
  update_actions (self);
  show_state (self, reader != NULL ? "loading" : "empty");
  if (reader == NULL)
    return;
  self->reader = g_object_ref (reader);
  self->cancellable = g_cancellable_new ();
  comark_reader_open_async (reader, self->cancellable, on_opened_cb, g_object_ref (self));
}

void
comark_page_view_set_error (ComarkPageView *self, const char *sentence)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  forget_document (self);
  update_actions (self);
  show_document_error (self, sentence);
}

int
comark_page_view_get_page (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), 0);

  return self->page;
}

void
comark_page_view_set_page (ComarkPageView *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  turn_to (self, page, COMARK_PAGE_EDGE_TOP);
}

double
comark_page_view_get_zoom (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), 0);

  return self->zoom;
}

void
comark_page_view_set_zoom (ComarkPageView *self, double zoom)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  zoom = zoom > 0 ? CLAMP (zoom, MIN_ZOOM, MAX_ZOOM) : 0;
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  want_page (self);
  if (self->shown_page == self->page && self->cache != NULL)
    show_sheet (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_view_dispose (GObject *object)
{
  forget_document (COMARK_PAGE_VIEW (object));
  /* Before the template lets go of it: AdwBin would unparent it a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_PAGE_VIEW);
  G_OBJECT_CLASS (comark_page_view_parent_class)->dispose (object);
}

static void
comark_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_int (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_int (value, self->n_pages);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
comark_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      comark_page_view_set_page (self, g_value_get_int (value));
      break;
    case PROP_ZOOM:
      comark_page_view_set_zoom (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_PAGE] = g_param_spec_int ("page", NULL, NULL, 0, G_MAXINT, 0,
                                            flags | G_PARAM_READWRITE);
  properties[PROP_N_PAGES] = g_param_spec_int ("n-pages", NULL, NULL, 0, G_MAXINT, 0,
                                               flags | G_PARAM_READABLE);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MAX_ZOOM, 0,
                                               flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "page-view.first", first_action },       { "page-view.fit-width", fit_width_action },
    { "page-view.last", last_action },         { "page-view.next", next_action },
    { "page-view.previous", previous_action }, { "page-view.retry", retry_action },
    { "page-view.save-copy", save_copy_action }, { "page-view.zoom-in", zoom_in_action },
    { "page-view.zoom-out", zoom_out_action },
  };
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "page-view.zoom-in" },      { GDK_KEY_equal, "page-view.zoom-in" },
    { GDK_KEY_KP_Add, "page-view.zoom-in" },    { GDK_KEY_minus, "page-view.zoom-out" },
    { GDK_KEY_KP_Subtract, "page-view.zoom-out" }, { GDK_KEY_0, "page-view.fit-width" },
    { GDK_KEY_KP_0, "page-view.fit-width" },    { GDK_KEY_Home, "page-view.first" },
    { GDK_KEY_End, "page-view.last" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, count_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, document_error);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_error);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, sheet);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, sheets);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, states);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, tools);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_turned_cb);
}

static void
comark_page_view_class_init (ComarkPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = comark_page_view_dispose;
  object_class->get_property = comark_page_view_get_property;
  object_class->set_property = comark_page_view_set_property;
  install_properties (object_class);
  save_copy_requested
    = g_signal_new ("save-copy-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (COMARK_TYPE_PAGE_SHEET);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
comark_page_view_init (ComarkPageView *self)
{
  self->shown_page = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_wrap_set_gap (self->tools, 6);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (want_page), NULL);
  update_actions (self);
}

GtkWidget *
comark_page_view_new (void)
{
  return g_object_new (COMARK_TYPE_PAGE_VIEW, NULL);
}
