/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A second file beside this one.
 */
#include "comark-file-pane-private.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"

ComarkFilePane *
comark_file_pane_get_second (ComarkFilePane *self)
{
  return (ComarkFilePane *) comark_beside_get_second (self->beside);
}

static void
on_second_closed_cb (ComarkFilePane *self)
{
  gtk_toggle_button_set_active (self->beside_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->beside_button));
}

/* Begins with the file after this one. */
static void
open_second (ComarkFilePane *self)
{
  ComarkFilePane *second = g_object_new (COMARK_TYPE_FILE_PANE, "vexpand", TRUE, NULL);
  guint next = (gtk_drop_down_get_selected (self->files) + 1) % MAX (self->hashes->len, 1);

  second->is_second = TRUE;
  gtk_button_set_label (GTK_BUTTON (second->beside_button), _("Close this one"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (second->beside_button), _("Show one file only"));
  comark_accessible_name_drop_down (second->files, _("Second file to read"));
  comark_file_pane_pass_on_quotes (self, second);
  if (self->criterion != NULL)
    comark_file_pane_set_criterion (
      second, comark_framework_criterion (self->dossier->framework, self->criterion),
      self->may_quote);
  g_signal_connect_object (second->beside_button, "clicked", G_CALLBACK (on_second_closed_cb),
                           self, G_CONNECT_SWAPPED);
  comark_file_pane_set_dossier (second, self->dossier);
  comark_file_pane_show_file (second, g_ptr_array_index (self->hashes, next));
  comark_beside_set_second (self->beside, GTK_WIDGET (second));
}

static void
on_beside_toggled_cb (ComarkFilePane *self)
{
  if (self->is_second)
    return;
  if (!gtk_toggle_button_get_active (self->beside_button))
    comark_beside_set_second (self->beside, NULL);
  else if (comark_file_pane_get_second (self) == NULL)
    open_second (self);
}

void
comark_file_pane_class_bind_beside (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_beside_toggled_cb);
}
