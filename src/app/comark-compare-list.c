/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-compare-list.h"

#include <glib/gi18n.h>

#include "comark-diff-text.h"

/* What one turn of the main loop may take. */
#define TURN_US (8 * 1000)
/* More than anybody looks through here. */
#define MAX_PARTS 20000

typedef struct
{
  guint part; /* index into the diff's parts */
  int start;  /* characters in the buffer */
  int end;
} Change;

struct _ComarkCompareList
{
  AdwBin parent_instance;

  /* template children */
  GtkTextView *text;

  /* owned */
  GtkTextBuffer *buffer;
  ComarkVersionDiff *diff;
  GArray *changes; /* Change: those that are in the buffer */

  guint next_part; /* to be filled in */
  guint n_filled;
  guint fill_id;
  int current;
  int wanted; /* a change to go to once it is there; -1: none */
  gboolean whole;
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkCompareList, comark_compare_list, ADW_TYPE_BIN)

/* ---- words about a change ---- */

static const char *
fate_words (const ComarkTextPart *part)
{
  switch (part->fate)
    {
    case COMARK_TEXT_CHANGED:
      return _("Changed");
    case COMARK_TEXT_REMOVED:
      return _("Removed");
    case COMARK_TEXT_ADDED:
      return _("Added");
    case COMARK_TEXT_MOVED:
      return part->spans != NULL ? _("Moved to here and changed") : _("Moved to here");
    case COMARK_TEXT_MOVED_AWAY:
      return _("Moved from here");
    case COMARK_TEXT_SAME:
    default:
      return "";
    }
}

static char *
place_words (const ComarkReadingBlock *old, const ComarkReadingBlock *new)
{
  int was = old != NULL ? old->page : -1, is = new != NULL ? new->page : -1;

  if (was < 0 && is < 0)
    return NULL;
  if (was >= 0 && is >= 0 && was != is)
    /* translators: page numbers of the earlier and the later version */
    return g_strdup_printf (_("page %d, now page %d"), was + 1, is + 1);
  return g_strdup_printf (_("page %d"), MAX (was, is) + 1);
}

static void
append_heading (ComarkCompareList *self, const ComarkTextPart *part,
                const ComarkReadingBlock *old, const ComarkReadingBlock *new)
{
  g_autofree char *place = place_words (old, new);
  g_autofree char *heading = place != NULL
                               ? g_strdup_printf ("%s, %s\n", fate_words (part), place)
                               : g_strdup_printf ("%s\n", fate_words (part));

  comark_diff_text_append (self->buffer, heading, COMARK_DIFF_HEADING);
}

/* ---- filling ---- */

static gboolean
is_change (const ComarkTextPart *part)
{
  return part->fate != COMARK_TEXT_SAME && part->fate != COMARK_TEXT_MOVED_AWAY;
}

static void
append_part (ComarkCompareList *self, const ComarkTextPart *part)
{
  const ComarkReadingBlock *old
    = comark_version_diff_get_block (self->diff, part, COMARK_VERSION_OLD);
  const ComarkReadingBlock *new
    = comark_version_diff_get_block (self->diff, part, COMARK_VERSION_NEW);
  Change change = { self->next_part, gtk_text_buffer_get_char_count (self->buffer), 0 };

  if (part->fate != COMARK_TEXT_SAME)
    append_heading (self, part, old, new);
  if (part->spans != NULL)
    comark_diff_text_append_words (self->buffer, part->spans, old->text, new->text, !self->whole);
  else if (part->fate == COMARK_TEXT_MOVED_AWAY)
    comark_diff_text_append (self->buffer, old->text, COMARK_DIFF_NOTE);
  else
    comark_diff_text_append (self->buffer, new != NULL ? new->text : old->text, NULL);
  comark_diff_text_append (self->buffer, "\n", NULL);
  change.end = gtk_text_buffer_get_char_count (self->buffer) - 1;
  if (is_change (part))
    g_array_append_val (self->changes, change);
}

static void
end_early (ComarkCompareList *self)
{
  comark_diff_text_append (self->buffer,
                           _("\nThe list is too long to go on here. On the command line, "
                             "comarkctl submission compare lists all changes.\n"),
                           COMARK_DIFF_NOTE);
}

static void show_wanted (ComarkCompareList *self);

static gboolean
fill_some_cb (gpointer user_data)
{
  ComarkCompareList *self = user_data;
  const GArray *parts = comark_version_diff_get_words (self->diff)->parts;
  gint64 end_us = g_get_monotonic_time () + TURN_US;

  while (self->next_part < parts->len && self->n_filled < MAX_PARTS
         && g_get_monotonic_time () < end_us)
    {
      const ComarkTextPart *part = &g_array_index (parts, ComarkTextPart, self->next_part);

      if (self->whole || is_change (part))
        {
          append_part (self, part);
          self->n_filled++;
        }
      self->next_part++;
    }
  if (self->wanted >= 0 && (guint) self->wanted < self->changes->len)
    show_wanted (self);
  if (self->next_part < parts->len && self->n_filled < MAX_PARTS)
    return G_SOURCE_CONTINUE;
  if (self->next_part < parts->len)
    end_early (self);
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

void
comark_compare_list_show (ComarkCompareList *self, ComarkVersionDiff *diff, gboolean whole)
{
  g_return_if_fail (COMARK_IS_COMPARE_LIST (self));

  g_clear_handle_id (&self->fill_id, g_source_remove);
  if (diff != NULL)
    comark_version_diff_ref (diff);
  g_clear_pointer (&self->diff, comark_version_diff_unref);
  self->diff = diff;
  self->whole = whole;
  self->next_part = self->n_filled = 0;
  self->current = self->wanted = -1;
  g_array_set_size (self->changes, 0);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  if (diff != NULL)
    self->fill_id = g_idle_add (fill_some_cb, self);
}

/* ---- where the caret is ---- */

/* The last change that begins at or before @offset; -1 for none. */
static int
find_change (ComarkCompareList *self, int offset)
{
  guint low = 0, high = self->changes->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->changes, Change, middle).start <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

static void
set_current (ComarkCompareList *self, int current)
{
  const Change *change;

  if (current == self->current || current < 0)
    return;
  self->current = current;
  change = &g_array_index (self->changes, Change, current);
  comark_diff_text_set_current (self->buffer, change->start, change->end);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
on_caret_moved_cb (ComarkCompareList *self)
{
  int offset;

  /* Filling moves it as well. */
  if (self->wanted >= 0)
    return;
  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  set_current (self, find_change (self, offset));
}

static void
show_wanted (ComarkCompareList *self)
{
  const Change *change = &g_array_index (self->changes, Change, self->wanted);
  int wanted = self->wanted;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, change->start);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->wanted = -1;
  set_current (self, wanted);
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0,
                                0.15);
}

int
comark_compare_list_get_current (ComarkCompareList *self)
{
  g_return_val_if_fail (COMARK_IS_COMPARE_LIST (self), -1);

  return self->current;
}

void
comark_compare_list_go_to (ComarkCompareList *self, guint change)
{
  g_return_if_fail (COMARK_IS_COMPARE_LIST (self));

  self->wanted = (int) change;
  if (change < self->changes->len)
    show_wanted (self);
}

const ComarkReadingBlock *
comark_compare_list_get_block (ComarkCompareList *self, guint change, ComarkVersion version)
{
  const GArray *parts;

  g_return_val_if_fail (COMARK_IS_COMPARE_LIST (self), NULL);
  if (self->diff == NULL || change >= self->changes->len)
    return NULL;
  parts = comark_version_diff_get_words (self->diff)->parts;
  return comark_version_diff_get_block (
    self->diff,
    &g_array_index (parts, ComarkTextPart, g_array_index (self->changes, Change, change).part),
    version);
}

/* What is only in the other version stands after what is before it in both. */
int
comark_compare_list_get_page (ComarkCompareList *self, guint change, ComarkVersion version)
{
  const GArray *parts;
  guint index;

  g_return_val_if_fail (COMARK_IS_COMPARE_LIST (self), -1);
  if (self->diff == NULL || change >= self->changes->len)
    return -1;
  parts = comark_version_diff_get_words (self->diff)->parts;
  index = g_array_index (self->changes, Change, change).part;
  for (guint i = index + 1; i-- > 0;)
    {
      const ComarkReadingBlock *block = comark_version_diff_get_block (
        self->diff, &g_array_index (parts, ComarkTextPart, i), version);
      if (block != NULL)
        return block->page;
    }
  return 0;
}

/* ---- class ---- */

static void
comark_compare_list_dispose (GObject *object)
{
  ComarkCompareList *self = COMARK_COMPARE_LIST (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_COMPARE_LIST);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->diff, comark_version_diff_unref);
  g_clear_pointer (&self->changes, g_array_unref);
  G_OBJECT_CLASS (comark_compare_list_parent_class)->dispose (object);
}

static void
comark_compare_list_class_init (ComarkCompareListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_compare_list_dispose;
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-compare-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkCompareList, text);
}

static void
comark_compare_list_init (ComarkCompareList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->current = self->wanted = -1;
  self->buffer = comark_diff_text_new ();
  gtk_text_view_set_buffer (self->text, self->buffer);
  g_signal_connect_object (self->buffer, "notify::cursor-position",
                           G_CALLBACK (on_caret_moved_cb), self, G_CONNECT_SWAPPED);
}
