/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-turn-row.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-part.h"

struct _ComarkTurnRow
{
  AdwBin parent_instance;

  GtkLabel *words; /* borrowed */
  GtkWidget *button;

  ComarkId person;
  const char *asks; /* what the button does; static */
};

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkTurnRow, comark_turn_row, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
fill_words (ComarkTurnRow *self, ComarkAttendance *one, const char *how, gboolean speaks)
{
  const char *standing = speaks                       ? _("▶ has the word")
                         : how == NULL                ? _("○ not yet")
                         : g_str_equal (how, "spoke") ? _("✓ has spoken")
                                                      : _("– passes");
  /* translators: where a member's turn stands, their name, and their kind */
  g_autofree char *text = g_strdup_printf (_("%s · %s, %s"), standing, one->name,
                                           _(comark_member_kind_words (one->kind)));

  gtk_label_set_label (self->words, text);
  if (speaks)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "heading");
}

static void
fill_button (ComarkTurnRow *self, ComarkAttendance *one, gboolean has_had, gboolean visible)
{
  g_autofree char *name = g_strdup_printf (has_had ? _("Take back the turn of %s")
                                                   : _("Give the word to %s"), one->name);

  self->asks = has_had ? "not-yet" : "word";
  gtk_button_set_label (GTK_BUTTON (self->button), has_had ? _("Take back") : _("Give the word"));
  comark_part_name (self->button, name);
  gtk_widget_set_visible (self->button, visible);
}

void
comark_turn_row_set (ComarkTurnRow *self, ComarkAttendance *one, const char *how, gboolean speaks,
                     gboolean leads, gboolean may_undo)
{
  g_return_if_fail (COMARK_IS_TURN_ROW (self));

  self->person = one->person;
  fill_words (self, one, how, speaks);
  fill_button (self, one, how != NULL, how != NULL ? may_undo : leads && !speaks);
}

const ComarkId *
comark_turn_row_get_person (ComarkTurnRow *self)
{
  return &self->person;
}

static void
on_clicked_cb (ComarkTurnRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED], 0, self->asks);
}

static void
comark_turn_row_class_init (ComarkTurnRowClass *klass)
{
  signals[SIGNAL_ASKED] = g_signal_new ("asked", COMARK_TYPE_TURN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comark_turn_row_init (ComarkTurnRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->words = GTK_LABEL (comark_label_new ("", NULL));
  self->button = gtk_button_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "comark-pager");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (box), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
comark_turn_row_new (void)
{
  return g_object_new (COMARK_TYPE_TURN_ROW, NULL);
}
