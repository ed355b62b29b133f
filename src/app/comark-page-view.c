/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The controls around the desk and the states of one document. The reader answers, the cache
 * keeps, the layout reckons, the desk shows; this decides which page and how large. Owns cache
 * and layout, which it makes anew with each document.
 */
#include "comark-page-view.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>

#include "comark-page-cache.h"
#include "comark-page-desk.h"
#include "comark-page-find.h"
#include "comark-page-layout.h"
#include "comark-page-links.h"
#include "comark-page-side.h"
#include "comark-wrap.h"

#define SETTLE_MS 120 /* of a window being resized, before pages are drawn at the new width */
#define PATIENCE_MS 150 /* that the page left may stay in sight while the next is drawn */
#define SIDE_WIDTH 210
#define LEAST_PAGE_WIDTH 300 /* beside the panel */
#define MIN_ZOOM 0.25
#define MAX_ZOOM 4.0

struct _ComarkPageView
{
  AdwBin parent_instance;

  /* template children */
  GtkStack *states;
  GtkSpinner *spinner;
  AdwStatusPage *document_error;
  GtkWidget *page_problem;
  GtkLabel *page_problem_title;
  GtkLabel *page_problem_sentence;
  GtkEntry *page_entry;
  GtkLabel *count_label;
  GtkLabel *status_label;
  ComarkWrap *tools;
  ComarkPageFind *find;
  GtkWidget *pages;
  ComarkPageSide *side;
  GtkScrolledWindow *scroller;
  ComarkPageDesk *desk;

  /* owned */
  GSettings *settings;
  ComarkPageMarks *marks;
  ComarkReader *reader;      /* (nullable) */
  ComarkPageLayout *layout;  /* (nullable) until the document is open */
  ComarkPageCache *cache;    /* (nullable) as long */
  ComarkPageLinks *links;    /* (nullable) as long */
  GHashTable *problems;      /* page → char *: why it cannot be shown */
  GCancellable *cancellable; /* of opening */

  /* state */
  int page;
  int n_pages; /* 0 until the document is open */
  double zoom; /* or COMARK_PAGE_FIT_* */
  gboolean is_continuous;
  gboolean is_turning; /* to the page, which is not on the desk yet */
  gboolean shows_side;
  gboolean is_narrow; /* no room for pages and the panel beside them */
  ComarkPageEdge edge; /* of it, to be in sight then */
  ComarkReaderArea *area; /* (nullable): of it, to be in sight then */
  guint settle_id;
  guint patience_id;
};

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_CONTINUOUS,
  PROP_SHOWS_SIDE,
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
  return self->layout != NULL && comark_page_layout_knows_size (self->layout, self->page)
           ? comark_page_layout_get_zoom_of (self->layout, self->page)
           : 0;
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
  gtk_widget_action_set_enabled (widget, "page-view.fit-width",
                                 self->zoom != COMARK_PAGE_FIT_WIDTH);
  gtk_widget_action_set_enabled (widget, "page-view.fit-page",
                                 self->zoom != COMARK_PAGE_FIT_PAGE);
}

static void
update_controls (ComarkPageView *self)
{
  g_autofree char *number = g_strdup_printf ("%d", self->page + 1);
  /* Translators: after the number of a page: how many pages there are. */
  g_autofree char *count = g_strdup_printf (_("of %d"), self->n_pages);

  gtk_editable_set_text (GTK_EDITABLE (self->page_entry), number);
  gtk_label_set_label (self->count_label, count);
  comark_page_side_set_page (self->side, self->page);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->desk), GTK_ACCESSIBLE_PROPERTY_LABEL, page,
                                  -1);
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

static void
show_problem (ComarkPageView *self)
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

/* The page turned to comes onto the desk: with its picture, or without when that takes long. */
static void
arrive (ComarkPageView *self)
{
  g_autofree ComarkReaderArea *area = g_steal_pointer (&self->area);

  if (!self->is_turning)
    return;
  self->is_turning = FALSE;
  if (area == NULL)
    comark_page_desk_go_to (self->desk, self->page, self->edge);
  else
    comark_page_desk_go_to_area (self->desk, area);
}

static void
on_patience_over_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->patience_id = 0;
  say_page_coming (self);
  arrive (self);
}

static void
on_drawn_cb (ComarkPageView *self, int page)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->desk));
  if (page != self->page)
    return;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_hash_table_remove (self->problems, GINT_TO_POINTER (page));
  arrive (self);
  say_page_shown (self);
  show_problem (self);
  update_actions (self);
}

static void
on_failed_cb (ComarkPageView *self, int page, GError *error)
{
  g_hash_table_insert (self->problems, GINT_TO_POINTER (page), g_strdup (error->message));
  if (page != self->page)
    return;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  arrive (self);
  show_problem (self);
}

/* Without room yet there is nothing to fit to: the first layout calls again. While a page is
 * turned to, it alone is wanted; else all that is in sight. */
static void
want_pages (ComarkPageView *self)
{
  int first, last;

  if (self->cache == NULL || !comark_page_desk_get_range (self->desk, &first, &last))
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  comark_page_cache_set_scale_factor (self->cache,
                                      gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  if (self->is_turning || self->page < first || self->page > last)
    first = last = self->page;
  comark_page_cache_want (self->cache, first, last, self->page);
  if (comark_page_cache_has (self->cache, self->page))
    on_drawn_cb (self, self->page);
  else if (self->patience_id == 0 && !g_hash_table_contains (self->problems,
                                                             GINT_TO_POINTER (self->page)))
    self->patience_id = g_timeout_add_once (PATIENCE_MS, on_patience_over_cb, self);
}

/* While the window is being resized the pictures are only stretched. */
static void
on_settled_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  self->settle_id = 0;
  want_pages (self);
}

static void
on_room_changed_cb (ComarkPageView *self)
{
  if (self->cache == NULL)
    return;
  if (self->zoom > 0 || comark_page_cache_get_texture (self->cache, self->page) == NULL)
    want_pages (self);
  else if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MS, on_settled_cb, self);
}

/* By scrolling, or by arriving. */
static void
on_moved_cb (ComarkPageView *self)
{
  int page = comark_page_desk_get_page (self->desk);

  if (!self->is_turning && page != self->page)
    {
      g_clear_handle_id (&self->patience_id, g_source_remove);
      self->page = page;
      update_controls (self);
      show_problem (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
  want_pages (self);
}

/* --- turning and zooming ------------------------------------------------------------------- */

static void
begin_turning (ComarkPageView *self, int page, ComarkPageEdge edge)
{
  gboolean is_another = page != self->page;

  self->page = page;
  self->edge = edge;
  self->is_turning = TRUE;
  if (self->n_pages > 0)
    update_controls (self);
  if (self->cache != NULL)
    comark_page_cache_forget_failures (self->cache);
  g_hash_table_remove (self->problems, GINT_TO_POINTER (page));
  gtk_widget_set_visible (self->page_problem, FALSE);
  want_pages (self);
  if (is_another)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
turn_to (ComarkPageView *self, int page, ComarkPageEdge edge)
{
  page = self->n_pages > 0 ? CLAMP (page, 0, self->n_pages - 1) : MAX (page, 0);
  g_clear_pointer (&self->area, g_free);
  if (page != self->page || self->is_continuous)
    begin_turning (self, page, edge);
  else
    update_controls (self);
}

static void
on_desk_turned_cb (ComarkPageView *self, int direction)
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
fit_page_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_view_set_zoom (COMARK_PAGE_VIEW (widget), COMARK_PAGE_FIT_PAGE);
}

static void
retry_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);

  g_hash_table_remove (self->problems, GINT_TO_POINTER (self->page));
  show_problem (self);
  comark_page_cache_forget_failures (self->cache);
  want_pages (self);
}

/* The wheel with Ctrl, as everywhere. */
static gboolean
on_wheel_cb (ComarkPageView *self, double dx, double dy, GtkEventController *wheel)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (wheel);

  if (!(state & GDK_CONTROL_MASK) || self->n_pages == 0 || fabs (dy) < 0.01)
    return GDK_EVENT_PROPAGATE;
  step_zoom (self, dy < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
save_copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, save_copy_requested, 0);
}

/* --- finding ------------------------------------------------------------------------------- */

static void
on_found_cb (ComarkPageView *self)
{
  ComarkPageSearch *search = comark_page_find_get_search (self->find);
  g_autoptr (GArray) all = comark_page_search_dup_areas (search);
  g_autoptr (GArray) current = comark_page_search_dup_current_areas (search);

  comark_page_marks_set (self->marks, COMARK_PAGE_MARK_FOUND, all);
  comark_page_marks_set (self->marks, COMARK_PAGE_MARK_NOW, current);
}

static void
on_found_shown_cb (ComarkPageView *self)
{
  g_autoptr (GArray) current
    = comark_page_search_dup_current_areas (comark_page_find_get_search (self->find));

  if (current->len > 0)
    comark_page_view_show_area (self, &g_array_index (current, ComarkReaderArea, 0));
}

static void
on_find_closed_cb (ComarkPageView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->find), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->desk));
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);

  if (self->n_pages == 0)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->find), TRUE);
  comark_page_find_set_page (self->find, self->page);
  comark_page_find_begin (self->find);
}

static void
find_step (ComarkPageView *self, int direction)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->find)))
    comark_page_find_step (self->find, direction);
  else
    find_action (GTK_WIDGET (self), NULL, NULL);
}

static void
find_next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_step (COMARK_PAGE_VIEW (widget), 1);
}

static void
find_previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  find_step (COMARK_PAGE_VIEW (widget), -1);
}

/* --- links --------------------------------------------------------------------------------- */

static void
follow_link (ComarkPageView *self, const ComarkReaderLink *link)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (link->kind == COMARK_READER_LINK_PAGE)
    turn_to (self, link->page, COMARK_PAGE_EDGE_TOP);
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
    follow_link (self, link);
}

/* --- beside the pages ---------------------------------------------------------------------- */

/* Where there is room for one only, the panel stands in the place of the pages. */
static void
show_side (ComarkPageView *self)
{
  gboolean is_alone = self->is_narrow && self->shows_side;

  gtk_widget_set_visible (GTK_WIDGET (self->side), self->shows_side);
  gtk_widget_set_hexpand (GTK_WIDGET (self->side), is_alone);
  gtk_widget_set_visible (self->pages, !is_alone);
}

static void
set_shows_side (ComarkPageView *self, gboolean shows)
{
  if (self->shows_side == shows)
    return;
  self->shows_side = shows;
  show_side (self);
  /* Whoever calls the panel wants to use it; who sends it away, to read. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->tools)))
    gtk_widget_child_focus (shows ? GTK_WIDGET (self->side) : self->pages, GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_SIDE]);
}

static void
on_page_chosen_cb (ComarkPageView *self, int page, gboolean is_final)
{
  turn_to (self, page, COMARK_PAGE_EDGE_TOP);
  if (self->is_narrow && is_final)
    set_shows_side (self, FALSE);
}

static void
on_link_chosen_cb (ComarkPageView *self, const ComarkReaderLink *link)
{
  follow_link (self, link);
  if (self->is_narrow && link->kind == COMARK_READER_LINK_PAGE)
    set_shows_side (self, FALSE);
}

static gboolean
on_width_changed_cb (gpointer user_data)
{
  ComarkPageView *self = user_data;

  if (self->side != NULL)
    show_side (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

/* As a bin, and notes whether there is room for the panel beside the pages. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (widget);
  int least = 0;

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  gtk_widget_measure (GTK_WIDGET (self->side), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  if (self->is_narrow == (width < MAX (least, SIDE_WIDTH) + LEAST_PAGE_WIDTH))
    return;
  self->is_narrow = !self->is_narrow;
  /* Not now: a widget must not change its children while it places them. */
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_width_changed_cb, g_object_ref (self),
                   g_object_unref);
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
  if (self->desk != NULL)
    {
      comark_page_desk_set_document (self->desk, NULL, NULL, NULL);
      comark_page_find_set_document (self->find, NULL, 0);
      comark_page_side_set_document (self->side, NULL, NULL, NULL);
    }
  for (int mark = 0; mark < COMARK_N_PAGE_MARKS; mark++)
    comark_page_marks_set (self->marks, (ComarkPageMark) mark, NULL);
  g_hash_table_remove_all (self->problems);
  g_clear_pointer (&self->area, g_free);
  g_clear_object (&self->cache);
  g_clear_object (&self->links);
  g_clear_object (&self->layout);
  g_clear_object (&self->reader);
  self->n_pages = 0;
  self->is_turning = FALSE;
}

static void
show_document_error (ComarkPageView *self, const char *sentence)
{
  adw_status_page_set_description (self->document_error, sentence);
  show_state (self, "error");
}

static void
lay_out_document (ComarkPageView *self, int n_pages)
{
  self->layout = comark_page_layout_new (n_pages);
  comark_page_layout_set_zoom (self->layout, self->zoom);
  comark_page_layout_set_continuous (self->layout, self->is_continuous);
  comark_page_layout_set_page (self->layout, self->page);
  self->cache = comark_page_cache_new (self->reader, self->layout);
  g_signal_connect_object (self->cache, "drawn", G_CALLBACK (on_drawn_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cache, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
  comark_page_desk_set_document (self->desk, self->layout, self->cache, self->marks);
}

static void
start_reading (ComarkPageView *self, int n_pages)
{
  int asked = self->page;

  self->n_pages = n_pages;
  self->page = CLAMP (asked, 0, n_pages - 1);
  lay_out_document (self, n_pages);
  self->links = comark_page_links_new (self->reader);
  comark_page_side_set_document (self->side, self->reader, self->layout, self->links);
  comark_page_find_set_document (self->find, self->reader, n_pages);
  say_page_coming (self);
  show_state (self, "document");
  begin_turning (self, self->page, COMARK_PAGE_EDGE_TOP);
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

  if (zoom > 0)
    zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  else
    zoom = zoom < 0 ? COMARK_PAGE_FIT_PAGE : COMARK_PAGE_FIT_WIDTH;
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  if (self->layout != NULL)
    comark_page_layout_set_zoom (self->layout, zoom);
  want_pages (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

gboolean
comark_page_view_get_continuous (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), FALSE);

  return self->is_continuous;
}

void
comark_page_view_set_continuous (ComarkPageView *self, gboolean is_continuous)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  is_continuous = !!is_continuous;
  if (self->is_continuous == is_continuous)
    return;
  self->is_continuous = is_continuous;
  if (self->layout != NULL)
    {
      comark_page_layout_set_page (self->layout, comark_page_desk_get_page (self->desk));
      comark_page_layout_set_continuous (self->layout, is_continuous);
      want_pages (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTINUOUS]);
}

/* --- marks and places ---------------------------------------------------------------------- */

void
comark_page_view_set_marks (ComarkPageView *self, ComarkPageMark mark, GArray *areas)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  comark_page_marks_set (self->marks, mark, areas);
}

void
comark_page_view_show_area (ComarkPageView *self, const ComarkReaderArea *area)
{
  g_return_if_fail (COMARK_IS_PAGE_VIEW (self));

  if (self->layout == NULL || area->page < 0 || area->page >= self->n_pages)
    return;
  g_free (self->area);
  self->area = g_memdup2 (area, sizeof *area);
  begin_turning (self, area->page, COMARK_PAGE_EDGE_TOP);
}

gboolean
comark_page_view_locate (ComarkPageView *self, double x, double y, int *page, double *x_pt,
                         double *y_pt)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), FALSE);

  if (self->layout == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->desk), x, y, &x,
                                            &y))
    return FALSE;
  return comark_page_desk_locate (self->desk, x, y, page, x_pt, y_pt);
}

ComarkReader *
comark_page_view_get_reader (ComarkPageView *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_VIEW (self), NULL);

  return self->reader;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_view_dispose (GObject *object)
{
  ComarkPageView *self = COMARK_PAGE_VIEW (object);

  if (self->marks != NULL)
    forget_document (self);
  g_clear_object (&self->settings);
  /* Before the template lets go of it: AdwBin would unparent it a second time. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_PAGE_VIEW);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->problems, g_hash_table_unref);
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
    case PROP_CONTINUOUS:
      g_value_set_boolean (value, self->is_continuous);
      break;
    case PROP_SHOWS_SIDE:
      g_value_set_boolean (value, self->shows_side);
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
    case PROP_CONTINUOUS:
      comark_page_view_set_continuous (self, g_value_get_boolean (value));
      break;
    case PROP_SHOWS_SIDE:
      set_shows_side (self, g_value_get_boolean (value));
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
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, COMARK_PAGE_FIT_PAGE, MAX_ZOOM,
                                               COMARK_PAGE_FIT_WIDTH, flags | G_PARAM_READWRITE);
  properties[PROP_CONTINUOUS] = g_param_spec_boolean ("continuous", NULL, NULL, FALSE,
                                                      flags | G_PARAM_READWRITE);
  properties[PROP_SHOWS_SIDE] = g_param_spec_boolean ("shows-side", NULL, NULL, FALSE,
                                                      flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; GtkWidgetActionActivateFunc func; } actions[] = {
    { "page-view.find", find_action },         { "page-view.find-next", find_next_action },
    { "page-view.find-previous", find_previous_action },
    { "page-view.first", first_action },       { "page-view.fit-page", fit_page_action },
    { "page-view.fit-width", fit_width_action },
    { "page-view.last", last_action },         { "page-view.next", next_action },
    { "page-view.previous", previous_action }, { "page-view.retry", retry_action },
    { "page-view.save-copy", save_copy_action }, { "page-view.zoom-in", zoom_in_action },
    { "page-view.zoom-out", zoom_out_action },
  };
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "page-view.zoom-in" },      { GDK_KEY_equal, "page-view.zoom-in" },
    { GDK_KEY_KP_Add, "page-view.zoom-in" },    { GDK_KEY_minus, "page-view.zoom-out" },
    { GDK_KEY_KP_Subtract, "page-view.zoom-out" }, { GDK_KEY_0, "page-view.fit-width" },
    { GDK_KEY_KP_0, "page-view.fit-width" },    { GDK_KEY_9, "page-view.fit-page" },
    { GDK_KEY_KP_9, "page-view.fit-page" },     { GDK_KEY_8, "page-view.continuous" },
    { GDK_KEY_KP_8, "page-view.continuous" },   { GDK_KEY_Home, "page-view.first" },
    { GDK_KEY_End, "page-view.last" },          { GDK_KEY_f, "page-view.find" },
    { GDK_KEY_g, "page-view.find-next" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_property_action (widget_class, "page-view.continuous", "continuous");
  gtk_widget_class_install_property_action (widget_class, "page-view.side", "shows-side");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "page-view.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page-view.side", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "page-view.find-previous", NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, count_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, document_error);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, find);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, pages);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, desk);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem_sentence);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, page_problem_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, side);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, spinner);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, states);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, status_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageView, tools);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_pointed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_desk_turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_found_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_link_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wheel_cb);
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
  g_type_ensure (COMARK_TYPE_PAGE_DESK);
  g_type_ensure (COMARK_TYPE_PAGE_FIND);
  g_type_ensure (COMARK_TYPE_PAGE_SIDE);
  g_type_ensure (COMARK_TYPE_WRAP);
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
comark_page_view_init (ComarkPageView *self)
{
  self->marks = comark_page_marks_new ();
  self->problems = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));
  comark_wrap_set_gap (self->tools, 6);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (want_pages), NULL);
  self->settings = g_settings_new (COMARK_APP_ID);
  g_settings_bind (self->settings, "page-continuous", self, "continuous",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "page-side", self, "shows-side",
                   G_SETTINGS_BIND_GET | G_SETTINGS_BIND_SET | G_SETTINGS_BIND_GET_NO_CHANGES);
  update_actions (self);
}

GtkWidget *
comark_page_view_new (void)
{
  return g_object_new (COMARK_TYPE_PAGE_VIEW, NULL);
}
