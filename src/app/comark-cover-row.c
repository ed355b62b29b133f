/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-cover-row.h"

#include <glib/gi18n.h>

#include "comark-label.h"
#include "comark-part.h"
#include "comark-wrap.h"

struct _ComarkCoverRow
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *answers;
  GtkCheckButton *buttons[COMARK_N_COVERS]; /* borrowed, by answer */

  /* owned */
  ComarkEvidence *item;

  gboolean is_filling;
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const words[COMARK_N_COVERS] = {
  [COMARK_COVER_NONE] = N_("I have not said"),
  [COMARK_COVER_SEEN] = N_("Seen"),
  [COMARK_COVER_ENOUGH] = N_("Enough"),
  [COMARK_COVER_GAP] = N_("Gap"),
};

G_DEFINE_FINAL_TYPE (ComarkCoverRow, comark_cover_row, ADW_TYPE_BIN)

/* Of a group two change at a time: the one that is chosen now speaks. */
static void
on_toggled_cb (ComarkCoverRow *self, GtkCheckButton *button)
{
  if (!self->is_filling && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_clicked_cb (ComarkCoverRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static GtkWidget *
make_title (ComarkCoverRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (self->item->title);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, self->item->description);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* What is in words alone is read here: there is nothing to press. */
static GtkWidget *
make_words (ComarkCoverRow *self)
{
  g_autofree char *text
    /* translators: the title of an evidence item that has no file, and what its owner says of it */
    = g_strdup_printf (_("In words alone: %s. %s"), self->item->title,
                       self->item->description != NULL ? self->item->description : "");

  return comark_label_new (text, NULL);
}

static void
add_answer (ComarkCoverRow *self, ComarkCover cover)
{
  GtkWidget *button = gtk_check_button_new_with_label (_(words[cover]));
  /* The answers of many items stand below each other: each says its item again. */
  g_autofree char *name = g_strdup_printf ("%s: %s", self->item->title, _(words[cover]));

  self->buttons[cover] = GTK_CHECK_BUTTON (button);
  if (cover != COMARK_COVER_NONE)
    gtk_check_button_set_group (self->buttons[cover], self->buttons[COMARK_COVER_NONE]);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  comark_part_name (button, name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  comark_wrap_append (COMARK_WRAP (self->answers), button);
}

ComarkEvidence *
comark_cover_row_get_item (ComarkCoverRow *self)
{
  return self->item;
}

void
comark_cover_row_set_cover (ComarkCoverRow *self, ComarkCover cover)
{
  g_return_if_fail (COMARK_IS_COVER_ROW (self));

  self->is_filling = TRUE;
  gtk_check_button_set_active (self->buttons[cover], TRUE);
  self->is_filling = FALSE;
}

ComarkCover
comark_cover_row_get_cover (ComarkCoverRow *self)
{
  for (ComarkCover cover = 0; cover < COMARK_N_COVERS; cover++)
    if (gtk_check_button_get_active (self->buttons[cover]))
      return cover;
  return COMARK_COVER_NONE;
}

GtkWidget *
comark_cover_row_new (ComarkEvidence *item, gboolean is_editable)
{
  ComarkCoverRow *self = g_object_new (COMARK_TYPE_COVER_ROW, NULL);

  self->item = g_object_ref (item);
  gtk_box_append (self->box, item->hash != NULL ? make_title (self) : make_words (self));
  for (ComarkCover cover = 0; cover < COMARK_N_COVERS; cover++)
    add_answer (self, cover);
  gtk_box_append (self->box, self->answers);
  gtk_widget_set_sensitive (self->answers, is_editable);
  comark_cover_row_set_cover (self, COMARK_COVER_NONE);
  return GTK_WIDGET (self);
}

/* ---- class ---- */

static void
comark_cover_row_dispose (GObject *object)
{
  ComarkCoverRow *self = COMARK_COVER_ROW (object);

  self->is_filling = TRUE;
  g_clear_object (&self->item);
  G_OBJECT_CLASS (comark_cover_row_parent_class)->dispose (object);
}

static void
comark_cover_row_class_init (ComarkCoverRowClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_cover_row_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
comark_cover_row_init (ComarkCoverRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->answers = comark_wrap_new ();
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
