/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-history-page.h"

#include <glib/gi18n.h>

#include "comark-clear.h"
#include "comark-clock.h"
#include "comark-label.h"
#include "comark-status-view.h"

struct _ComarkHistoryPage
{
  ComarkSubmissionTab parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ComarkHistoryPage, comark_history_page, COMARK_TYPE_SUBMISSION_TAB)

gboolean
comark_history_page_applies (ComarkDossier *dossier)
{
  return comark_dossier_may (dossier, COMARK_ACTION_SEE_HISTORY, NULL);
}

/* ---- rows ---- */

static ComarkHistoryEntry *
entry_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

static char *
time_of (ComarkHistoryEntry *entry)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (entry->at / 1000);

  return time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
}

static GtkWidget *
new_sentence (ComarkHistoryEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (box, TRUE);
  if (entry->actor_name != NULL && *entry->actor_name != '\0')
    gtk_box_append (GTK_BOX (box), comark_label_new (entry->actor_name, "heading"));
  gtk_box_append (GTK_BOX (box), comark_label_new (entry->words, NULL));
  return box;
}

static void
name_row (GtkWidget *row, ComarkHistoryEntry *entry)
{
  g_autofree char *when = comark_ms_to_words (entry->at);
  const char *who = entry->actor_name != NULL ? entry->actor_name : "";
  /* translators: a day and time, a person's name or nothing, and what happened */
  g_autofree char *name = *who != '\0' ? g_strdup_printf (_("%s, %s: %s"), when, who, entry->words)
                                       : g_strdup_printf ("%s: %s", when, entry->words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_row (ComarkHistoryEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *time = time_of (entry);
  GtkWidget *label = comark_label_new (time, "numeric");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_sentence (entry));
  gtk_widget_add_css_class (box, "comark-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  name_row (row, entry);
  return row;
}

static void
put_day_above (GtkListBoxRow *row, GtkListBoxRow *above, gpointer user_data)
{
  g_autofree char *day = comark_day_from_ms (entry_of (row)->at);
  g_autofree char *day_above = above != NULL ? comark_day_from_ms (entry_of (above)->at) : NULL;
  g_autofree char *words = comark_day_to_words (day);
  GtkWidget *header;

  if (g_strcmp0 (day, day_above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = comark_label_new (words, "title-4");
  gtk_widget_add_css_class (header, "comark-day");
  gtk_list_box_row_set_header (row, header);
}

/* ---- showing a dossier ---- */

/* How many entries at the head of @newer are not in @older; -1 if @newer is not @older with more
 * on top. */
static int
count_new (GPtrArray *newer, GPtrArray *older)
{
  guint n_new = newer->len - older->len;

  if (newer->len < older->len)
    return -1;
  for (guint i = 0; i < older->len; i++)
    {
      ComarkHistoryEntry *one = g_ptr_array_index (newer, n_new + i);
      ComarkHistoryEntry *other = g_ptr_array_index (older, i);
      if (one->seq != other->seq || g_strcmp0 (one->words, other->words) != 0
          || g_strcmp0 (one->actor_name, other->actor_name) != 0)
        return -1;
    }
  return (int) n_new;
}

/* Puts in only what is new, so that the place and the focus of who reads stay. */
static void
comark_history_page_fill (ComarkSubmissionTab *tab, ComarkDossier *dossier, ComarkDossier *older)
{
  ComarkHistoryPage *self = COMARK_HISTORY_PAGE (tab);
  int n_new = older != NULL ? count_new (dossier->history, older->history) : -1;

  if (n_new < 0)
    {
      comark_clear_list (self->list);
      n_new = (int) dossier->history->len;
    }
  for (int i = n_new - 1; i >= 0; i--)
    gtk_list_box_prepend (self->list, new_row (g_ptr_array_index (dossier->history, (guint) i)));
  if (dossier->history->len > 0)
    comark_status_view_show_content (self->status);
  else
    comark_status_view_show_empty (self->status, "document-open-recent-symbolic",
                                   _("Nothing has happened yet"),
                                   _("Each step of this submission will be listed here, with who "
                                     "took it and when."),
                                   NULL, NULL);
}

/* ---- class ---- */

static void
comark_history_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (comark_history_page_parent_class)->dispose (object);
}

static void
comark_history_page_class_init (ComarkHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_history_page_dispose;
  COMARK_SUBMISSION_TAB_CLASS (klass)->fill = comark_history_page_fill;

  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkHistoryPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkHistoryPage, list);
}

static void
comark_history_page_init (ComarkHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, put_day_above, NULL, NULL);
}
