/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-panel-list.h"

#include <glib/gi18n.h>

#include "comark-interests.h"
#include "comark-label.h"

struct _ComarkPanelList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ComarkPanelList, comark_panel_list, ADW_TYPE_BIN)

/* ---- words ---- */

static const char *
reply_words (ComarkSeat *seat)
{
  if (g_strcmp0 (seat->reply, "declined") == 0)
    return _("Cannot take part");
  if (g_strcmp0 (seat->reply, "accepted") == 0)
    return _("Takes part");
  return _("Invited");
}

static void
add (GString *text, const char *words)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
}

static char *
who_words (ComarkSeat *seat)
{
  GString *text = g_string_new (_(comark_member_kind_words (seat->kind)));

  if (seat->co_chair)
    add (text, _("co-chair"));
  if (seat->carer)
    add (text, _("carer"));
  return g_string_free (text, FALSE);
}

/* Of an interest only what the dossier lets this viewer see. */
static char *
standing_words (ComarkSeat *seat)
{
  GString *text = g_string_new (reply_words (seat));

  if (seat->contributor)
    add (text, _("took part in making it, so does not rate"));
  else if (seat->interest != COMARK_INTEREST_UNANSWERED && !seat->interest_current)
    add (text, _("is asked about interests again"));
  else if (seat->interest != COMARK_INTEREST_UNANSWERED && seat->interest != COMARK_INTEREST_NONE)
    add (text, _(comark_interests_effect_words (seat->effect)));
  else if (seat->interest == COMARK_INTEREST_NONE)
    add (text, _("no interest declared"));
  if (seat->on_the_day)
    add (text, _("says it on the day"));
  if (seat->review_in)
    add (text, _("review is in"));
  return g_string_free (text, FALSE);
}

/* ---- rows ---- */

static GtkWidget *
new_row (ComarkSeat *seat)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *who = who_words (seat), *standing = standing_words (seat);
  g_autofree char *spoken = g_strdup_printf ("%s. %s. %s", seat->name, who, standing);

  gtk_box_append (GTK_BOX (box), comark_label_new (seat->name, "heading"));
  gtk_box_append (GTK_BOX (box), comark_label_new (who, NULL));
  gtk_box_append (GTK_BOX (box), comark_label_new (standing, NULL));
  gtk_widget_add_css_class (box, "comark-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "spoken", g_steal_pointer (&spoken), g_free);
  return row;
}

/* A row is put anew only where something changed: the focus stays in a row that did not. */
static void
put_row (ComarkPanelList *self, int index, ComarkSeat *seat)
{
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (self->list, index);
  GtkWidget *row = g_object_ref_sink (new_row (seat));

  if (old != NULL
      && g_strcmp0 (g_object_get_data (G_OBJECT (old), "spoken"),
                    g_object_get_data (G_OBJECT (row), "spoken")) == 0)
    {
      g_object_unref (row);
      return;
    }
  if (old != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  gtk_list_box_insert (self->list, row, index);
  g_object_unref (row);
}

void
comark_panel_list_set_dossier (ComarkPanelList *self, ComarkDossier *dossier)
{
  GtkListBoxRow *row;

  g_return_if_fail (COMARK_IS_PANEL_LIST (self));

  for (guint i = 0; i < dossier->seats->len; i++)
    put_row (self, (int) i, g_ptr_array_index (dossier->seats, i));
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) dossier->seats->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* ---- class ---- */

static void
comark_panel_list_class_init (ComarkPanelListClass *klass)
{
}

static void
comark_panel_list_init (ComarkPanelList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Members of the panel"), -1);
  adw_bin_set_child (ADW_BIN (self), list);
}
