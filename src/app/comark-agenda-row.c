/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-agenda-row.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-part.h"
#include "comark-wrap.h"

struct _ComarkAgendaRow
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *door;
  GtkLabel *title;
  GtkLabel *state;
  GtkWidget *open;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *take_off;

  /* owned */
  char *ref;
};

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkAgendaRow, comark_agenda_row, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- filling ---- */

static void
name_buttons (ComarkAgendaRow *self, const char *title)
{
  /* translators: in these four, the title of a document */
  g_autofree char *open = g_strdup_printf (_("Open %s"), title);
  g_autofree char *up = g_strdup_printf (_("Move %s up"), title);
  g_autofree char *down = g_strdup_printf (_("Move %s down"), title);
  g_autofree char *take_off = g_strdup_printf (_("Take %s off the agenda"), title);

  comark_part_name (self->open, open);
  comark_part_name (self->up, up);
  comark_part_name (self->down, down);
  comark_part_name (self->take_off, take_off);
}

void
comark_agenda_row_set (ComarkAgendaRow *self, ComarkSitting *sitting, ComarkAgendaItem *item,
                       guint place)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", place + 1, item->title);
  g_autofree char *state = g_strdup_printf ("%s · %s", item->ref,
                                            _(comark_state_words (item->state)));

  g_return_if_fail (COMARK_IS_AGENDA_ROW (self));

  g_free (self->ref);
  self->ref = g_strdup (item->ref);
  comark_label_show (self->door, item->door);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->state, state);
  name_buttons (self, item->title);
  gtk_widget_set_visible (self->up, sitting->may_plan);
  gtk_widget_set_visible (self->down, sitting->may_plan);
  gtk_widget_set_visible (self->take_off, sitting->may_plan);
  gtk_widget_set_sensitive (self->up, place > 0);
  gtk_widget_set_sensitive (self->down, place + 1 < sitting->agenda->len);
}

const char *
comark_agenda_row_get_ref (ComarkAgendaRow *self)
{
  return self->ref;
}

/* ---- what is pressed ---- */

static void
on_open_clicked_cb (ComarkAgendaRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "open");
}

static void
on_up_clicked_cb (ComarkAgendaRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "up");
}

static void
on_down_clicked_cb (ComarkAgendaRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "down");
}

static void
on_take_off_clicked_cb (ComarkAgendaRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, "take-off");
}

/* ---- class ---- */

static void
comark_agenda_row_dispose (GObject *object)
{
  ComarkAgendaRow *self = COMARK_AGENDA_ROW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_AGENDA_ROW);
  g_clear_pointer (&self->ref, g_free);
  G_OBJECT_CLASS (comark_agenda_row_parent_class)->dispose (object);
}

static void
comark_agenda_row_class_init (ComarkAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_agenda_row_dispose;
  signals[SIGNAL_ASKED] = g_signal_new ("asked", COMARK_TYPE_AGENDA_ROW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, door);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, state);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, open);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, up);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, down);
  gtk_widget_class_bind_template_child (widget_class, ComarkAgendaRow, take_off);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_off_clicked_cb);
}

static void
comark_agenda_row_init (ComarkAgendaRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
comark_agenda_row_new (void)
{
  return g_object_new (COMARK_TYPE_AGENDA_ROW, NULL);
}
