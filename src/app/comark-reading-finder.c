/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-finder.h"

#include <glib/gi18n.h>

#include "comark-part.h"
#include "comark-reading-find.h"
#include "comark-wrap.h"

struct _ComarkReadingFinder
{
  AdwBin parent_instance;

  /* template children */
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  ComarkReadingFind *find; /* owned */
  int told;                /* where the place begins that was told last; -1: none */
};

static guint signal_found;

G_DEFINE_FINAL_TYPE (ComarkReadingFinder, comark_reading_finder, ADW_TYPE_BIN)

static char *
dup_count (ComarkReadingFinder *self, int current)
{
  guint n = comark_reading_find_get_n (self->find);

  if (*gtk_editable_get_text (self->entry) == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (comark_reading_find_is_done (self->find) ? _("Not found. Try fewer letters.")
                                                              : _("Looking…"));
  if (n >= COMARK_READING_FIND_MAX)
    /* translators: which of the places found this is, and that there are more than are counted */
    return g_strdup_printf (_("%d of more than %d"), current + 1, (int) n);
  if (!comark_reading_find_is_done (self->find))
    return g_strdup_printf (_("%d of %d so far"), current + 1, (int) n);
  /* translators: which of the places found this is, and how many there are */
  return g_strdup_printf (_("%d of %d"), current + 1, (int) n);
}

static void
show_found (ComarkReadingFinder *self)
{
  int start = -1, end = -1;
  int current = comark_reading_find_get_current (self->find, &start, &end);
  g_autofree char *words = dup_count (self, current);

  if (g_strcmp0 (gtk_label_get_label (self->count), words) != 0)
    gtk_label_set_label (self->count, words);
  gtk_widget_set_sensitive (self->previous, current >= 0);
  gtk_widget_set_sensitive (self->next, current >= 0);
  if (start == self->told)
    return;
  self->told = start;
  if (start >= 0)
    g_signal_emit (self, signal_found, 0, start, end);
}

static void
on_search_cb (ComarkReadingFinder *self)
{
  if (self->find == NULL)
    return;
  self->told = -1;
  comark_reading_find_set_words (self->find, gtk_editable_get_text (self->entry));
}

static void
on_next_cb (ComarkReadingFinder *self)
{
  comark_reading_finder_step (self, 1);
}

static void
on_previous_cb (ComarkReadingFinder *self)
{
  comark_reading_finder_step (self, -1);
}

static void
on_close_cb (ComarkReadingFinder *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reading.close", NULL);
}

void
comark_reading_finder_step (ComarkReadingFinder *self, int step)
{
  g_return_if_fail (COMARK_IS_READING_FINDER (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    comark_reading_find_go (self->find, step);
  else
    comark_reading_finder_open (self);
}

void
comark_reading_finder_open (ComarkReadingFinder *self)
{
  g_return_if_fail (COMARK_IS_READING_FINDER (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
      on_search_cb (self);
    }
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
comark_reading_finder_close (ComarkReadingFinder *self)
{
  g_return_val_if_fail (COMARK_IS_READING_FINDER (self), FALSE);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  comark_reading_find_set_words (self->find, "");
  return TRUE;
}

void
comark_reading_finder_refresh (ComarkReadingFinder *self)
{
  g_return_if_fail (COMARK_IS_READING_FINDER (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    on_search_cb (self);
  else
    comark_reading_find_set_words (self->find, "");
}

void
comark_reading_finder_set_buffer (ComarkReadingFinder *self, GtkTextBuffer *buffer)
{
  g_return_if_fail (COMARK_IS_READING_FINDER (self));
  g_return_if_fail (self->find == NULL);

  self->find = comark_reading_find_new (buffer);
  g_signal_connect_swapped (self->find, "changed", G_CALLBACK (show_found), self);
}

/* ---- class ---- */

static void
comark_reading_finder_dispose (GObject *object)
{
  ComarkReadingFinder *self = COMARK_READING_FINDER (object);

  if (self->find != NULL)
    g_signal_handlers_disconnect_by_data (self->find, self);
  g_clear_object (&self->find);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_READING_FINDER);
  G_OBJECT_CLASS (comark_reading_finder_parent_class)->dispose (object);
}

static void
comark_reading_finder_class_init (ComarkReadingFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_reading_finder_dispose;
  signal_found = g_signal_new ("found", COMARK_TYPE_READING_FINDER, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-reading-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingFinder, count);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingFinder, previous);
  gtk_widget_class_bind_template_child (widget_class, ComarkReadingFinder, next);
  gtk_widget_class_bind_template_callback (widget_class, on_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_close_cb);
}

static void
comark_reading_finder_init (ComarkReadingFinder *self)
{
  self->told = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  comark_part_name (GTK_WIDGET (self->entry), _("Words to find in this document"));
}
