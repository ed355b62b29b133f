/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-people-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-people.h"
#include "comark-person-dialog.h"
#include "comark-person-words.h"
#include "comark-record-store.h"
#include "comark-status-view.h"
#include "comark-table.h"

struct _ComarkPeoplePage
{
  ComarkPlace parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkSearchEntry *search;
  GtkColumnView *view;

  /* owned */
  GListStore *people;
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  char *words; /* what is searched for, folded */
};

G_DEFINE_FINAL_TYPE (ComarkPeoplePage, comark_people_page, COMARK_TYPE_PLACE)

/* ---- columns ---- */

static char *
name_text (gpointer person)
{
  return g_strdup (COMARK_PERSON (person)->name);
}

static char *
kind_text (gpointer person)
{
  return g_strdup (_(comark_member_kind_words (COMARK_PERSON (person)->kind)));
}

static char *
roles_text (gpointer person)
{
  return comark_person_roles_in_words (person);
}

static char *
email_text (gpointer person)
{
  const char *email = COMARK_PERSON (person)->email;

  return email != NULL && *email != '\0' ? g_strdup (email) : comark_table_unknown ();
}

static char *
needs_text (gpointer person)
{
  return g_strdup (COMARK_PERSON (person)->access_needs);
}

static char *
active_text (gpointer person)
{
  return g_strdup (COMARK_PERSON (person)->active ? _("Yes") : _("No"));
}

static const ComarkColumn columns[] = {
  { N_("Name"), name_text, 20, FALSE, TRUE },
  { N_("Kind"), kind_text, 18, FALSE, FALSE, 1 },
  { N_("Roles"), roles_text, 22, FALSE },
  { N_("E-mail"), email_text, 28, FALSE, FALSE, 2 },
  { N_("Active"), active_text, 6, FALSE, FALSE, 3 },
  { N_("Access needs"), needs_text, 28, FALSE, TRUE, 3 },
};

static gboolean
is_same (gpointer a, gpointer b)
{
  return comark_id_equal (&COMARK_PERSON (a)->id, &COMARK_PERSON (b)->id)
         && COMARK_PERSON (a)->rev == COMARK_PERSON (b)->rev;
}

/* ---- search ---- */

static gboolean
is_found (gpointer item, gpointer user_data)
{
  ComarkPeoplePage *self = user_data;
  ComarkPerson *person = item;

  if (self->words == NULL || *self->words == '\0')
    return TRUE;
  return g_str_match_string (self->words, person->name, TRUE)
         || (person->email != NULL && g_str_match_string (self->words, person->email, TRUE));
}

static void
on_search_changed_cb (ComarkPeoplePage *self)
{
  g_free (self->words);
  self->words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* ---- reading and editing ---- */

static gpointer
people_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_people (desk, error);
}

static gboolean
on_people_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer user_data)
{
  ComarkPeoplePage *self = COMARK_PEOPLE_PAGE (page);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  if (error != NULL)
    {
      comark_status_view_show_error (self->status, _("The people cannot be shown"), error);
      return TRUE;
    }
  comark_record_store_update (self->people, answer, is_same);
  comark_status_view_show_content (self->status);
  return TRUE;
}

static void
on_add_clicked_cb (ComarkPeoplePage *self)
{
  comark_person_dialog_present (GTK_WIDGET (self), NULL);
}

static void
on_row_activated_cb (GtkColumnView *view, guint position, ComarkPeoplePage *self)
{
  g_autoptr (ComarkPerson) person
    = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  comark_person_dialog_present (GTK_WIDGET (self), person);
}

/* ---- the place ---- */

static void
comark_people_page_reset (ComarkPlace *place)
{
  ComarkPeoplePage *self = COMARK_PEOPLE_PAGE (place);

  if (self->people == NULL)
    return;
  g_list_store_remove_all (self->people);
  comark_status_view_show_loading (self->status);
}

static void
comark_people_page_refresh (ComarkPlace *place)
{
  comark_act_read (GTK_WIDGET (place),
                   &(ComarkAct) { .job = people_job,
                                  .answer_destroy = (GDestroyNotify) g_ptr_array_unref,
                                  .done = on_people_read_cb,
                                  .cancellable = comark_place_begin_fetch (place) });
}

static void
comark_people_page_find (ComarkPlace *place)
{
  gtk_widget_grab_focus (GTK_WIDGET (COMARK_PEOPLE_PAGE (place)->search));
}

static void
comark_people_page_dispose (GObject *object)
{
  ComarkPeoplePage *self = COMARK_PEOPLE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_PEOPLE_PAGE);
  /* The filter outlives us where somebody holds the model. */
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->people);
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->words, g_free);
  G_OBJECT_CLASS (comark_people_page_parent_class)->dispose (object);
}

static void
comark_people_page_class_init (ComarkPeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ComarkPlaceClass *place_class = COMARK_PLACE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_people_page_dispose;
  place_class->reset = comark_people_page_reset;
  place_class->refresh = comark_people_page_refresh;
  place_class->find = comark_people_page_find;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkPeoplePage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkPeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, ComarkPeoplePage, view);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
}

static void
comark_people_page_init (ComarkPeoplePage *self)
{
  GtkFilterListModel *found;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->people = g_list_store_new (COMARK_TYPE_PERSON);
  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->people)),
                                     g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (found));
  comark_table_set_columns (self->view, columns, G_N_ELEMENTS (columns), NULL);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
comark_people_page_new (void)
{
  return g_object_new (COMARK_TYPE_PEOPLE_PAGE, NULL);
}
