/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-page-find.h"

#include <glib/gi18n.h>

#include "comark-wrap.h"

struct _ComarkPageFind
{
  AdwBin parent_instance;

  /* template children */
  ComarkWrap *row;
  GtkEditable *entry;
  GtkLabel *count_label;
  GtkButton *stop_button;

  /* owned */
  ComarkPageSearch *search;
  ComarkReader *reader; /* (nullable) */

  int n_pages;
  int page;
  gboolean was_shown; /* the current match, when it was first found */
};

enum
{
  FOUND,
  SHOWN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkPageFind, comark_page_find, ADW_TYPE_BIN)

/* --- words --------------------------------------------------------------------------------- */

static char *
describe_none (ComarkPageFind *self)
{
  const char *problem = comark_page_search_get_problem (self->search);

  if (problem != NULL)
    return g_strdup (problem);
  if (comark_page_search_is_running (self->search))
    /* Translators: while looking for words: the pages looked at, and all there are. */
    return g_strdup_printf (_("Looking: page %d of %d…"),
                            comark_page_search_get_n_searched (self->search), self->n_pages);
  if (!comark_page_search_is_whole (self->search))
    return g_strdup (_("Stopped. Nothing found so far."));
  if (comark_reader_get_kind (self->reader) != COMARK_DOCUMENT_KIND_PDF)
    return g_strdup (_("Words can only be found in the pages of a PDF."));
  return g_strdup (_("Not found. Try fewer letters. Words in scanned pages cannot be found."));
}

static char *
describe (ComarkPageFind *self)
{
  int n = comark_page_search_get_n_matches (self->search);
  int at = comark_page_search_get_current (self->search) + 1;

  if (self->reader == NULL || *gtk_editable_get_text (self->entry) == '\0')
    return g_strdup ("");
  if (n == 0)
    return describe_none (self);
  if (comark_page_search_is_whole (self->search))
    /* Translators: which of the words found is in sight, and how many there are. */
    return g_strdup_printf (_("%d of %d"), at, n);
  /* Translators: as "3 of 17", while the search goes on or after it was stopped. */
  return g_strdup_printf (_("%d of %d so far"), at, n);
}

static void
update (ComarkPageFind *self)
{
  g_autofree char *words = describe (self);
  gboolean has_any = comark_page_search_get_n_matches (self->search) > 0;

  gtk_label_set_label (self->count_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button),
                          comark_page_search_is_running (self->search));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.next", has_any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.previous", has_any);
}

/* The first match comes into sight by itself, later ones when they are asked for. */
static void
on_search_changed_cb (ComarkPageFind *self)
{
  gboolean has_current = comark_page_search_get_current (self->search) >= 0;

  update (self);
  g_signal_emit (self, signals[FOUND], 0);
  if (has_current && !self->was_shown)
    g_signal_emit (self, signals[SHOWN], 0);
  self->was_shown = has_current;
}

/* --- looking ------------------------------------------------------------------------------- */

static void
look (ComarkPageFind *self)
{
  self->was_shown = FALSE;
  if (self->reader != NULL)
    comark_page_search_start (self->search, self->reader, self->n_pages,
                              gtk_editable_get_text (self->entry), self->page);
}

static void
step (ComarkPageFind *self, int direction)
{
  if (comark_page_search_get_n_matches (self->search) == 0)
    return;
  comark_page_search_step (self->search, direction);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
next_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (COMARK_PAGE_FIND (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (COMARK_PAGE_FIND (widget), -1);
}

static void
stop_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_search_stop (COMARK_PAGE_FIND (widget)->search);
  gtk_widget_grab_focus (GTK_WIDGET (COMARK_PAGE_FIND (widget)->entry));
}

static void
close_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  comark_page_find_end (COMARK_PAGE_FIND (widget));
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* The entry keeps the key to itself. */
static void
on_escaped_cb (ComarkPageFind *self)
{
  close_action (GTK_WIDGET (self), NULL, NULL);
}

static void
on_entered_cb (ComarkPageFind *self)
{
  step (self, 1);
}

void
comark_page_find_set_document (ComarkPageFind *self, ComarkReader *reader, int n_pages)
{
  g_return_if_fail (COMARK_IS_PAGE_FIND (self));

  if (!g_set_object (&self->reader, reader) && self->n_pages == n_pages)
    return;
  self->n_pages = n_pages;
  self->page = 0;
  comark_page_find_end (self);
  if (reader != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    look (self);
}

void
comark_page_find_set_page (ComarkPageFind *self, int page)
{
  g_return_if_fail (COMARK_IS_PAGE_FIND (self));

  self->page = page;
}

void
comark_page_find_begin (ComarkPageFind *self)
{
  g_return_if_fail (COMARK_IS_PAGE_FIND (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  if (comark_page_search_get_n_matches (self->search) == 0)
    look (self);
}

void
comark_page_find_step (ComarkPageFind *self, int direction)
{
  g_return_if_fail (COMARK_IS_PAGE_FIND (self));

  step (self, direction);
}

void
comark_page_find_end (ComarkPageFind *self)
{
  g_return_if_fail (COMARK_IS_PAGE_FIND (self));

  comark_page_search_clear (self->search);
  self->was_shown = FALSE;
}

ComarkPageSearch *
comark_page_find_get_search (ComarkPageFind *self)
{
  g_return_val_if_fail (COMARK_IS_PAGE_FIND (self), NULL);

  return self->search;
}

/* --- life ---------------------------------------------------------------------------------- */

static void
comark_page_find_dispose (GObject *object)
{
  ComarkPageFind *self = COMARK_PAGE_FIND (object);

  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      comark_page_search_clear (self->search);
    }
  g_clear_object (&self->search);
  g_clear_object (&self->reader);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_PAGE_FIND);
  G_OBJECT_CLASS (comark_page_find_parent_class)->dispose (object);
}

static guint
add_signal (ComarkPageFindClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_Return, GDK_SHIFT_MASK, "find.previous" },
    { GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "find.previous" },
    { GDK_KEY_Escape, 0, "find.close" },
  };

  gtk_widget_class_install_action (widget_class, "find.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "find.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "find.close", NULL, close_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].state,
                                         keys[i].action, NULL);
}

static void
comark_page_find_class_init (ComarkPageFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_page_find_dispose;
  signals[FOUND] = add_signal (klass, "found");
  signals[SHOWN] = add_signal (klass, "shown");
  signals[CLOSED] = add_signal (klass, "closed");
  g_type_ensure (COMARK_TYPE_WRAP);
  install_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-page-find.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPageFind, count_label);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageFind, entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageFind, row);
  gtk_widget_class_bind_template_child (widget_class, ComarkPageFind, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, on_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_escaped_cb);
}

static void
comark_page_find_init (ComarkPageFind *self)
{
  self->search = comark_page_search_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_wrap_set_gap (self->row, 6);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (on_search_changed_cb), self);
  update (self);
}
