/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-acting-chooser.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-desk-people.h"
#include "comark-record-store.h"

struct _ComarkActingChooser
{
  AdwBin parent_instance;

  /* template children */
  GtkWidget *caption;
  GtkDropDown *drop_down;

  /* owned */
  ComarkRegister *reg;
  GListStore *people; /* the active ones, by name */
  char *preferred;
  GCancellable *cancellable;

  gboolean is_filling; /* the selection that changes is not the person's doing */
  gboolean is_ready;
};

enum
{
  SIGNAL_LEAVING,
  SIGNAL_READY,
  SIGNAL_FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkActingChooser, comark_acting_chooser, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
act_as (ComarkActingChooser *self, ComarkPerson *person)
{
  if (comark_register_get_acting (self->reg) != person)
    comark_register_set_acting (self->reg, person);
}

static void
on_selected_cb (ComarkActingChooser *self)
{
  ComarkPerson *person = gtk_drop_down_get_selected_item (self->drop_down);

  if (self->is_filling || self->reg == NULL || person == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  act_as (self, person);
}

/* ---- who acts ---- */

/* Addresses are kept from those who have not said yet who they are: the desk looks them up. */
typedef struct
{
  GPtrArray *people;
  ComarkId preferred; /* none: nobody is called so */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->people, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static guint
find_id (GListModel *people, const ComarkId *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (ComarkPerson) person = g_list_model_get_item (people, i);
      if (comark_id_equal (&person->id, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_administrator (GListModel *people)
{
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (ComarkPerson) person = g_list_model_get_item (people, i);
      if ((person->roles & COMARK_ROLE_ADMINISTRATOR) != 0)
        return i;
    }
  return g_list_model_get_n_items (people) > 0 ? 0 : GTK_INVALID_LIST_POSITION;
}

static guint
find_acting (ComarkActingChooser *self, const ComarkId *preferred)
{
  GListModel *people = G_LIST_MODEL (self->people);
  ComarkPerson *acting = comark_register_get_acting (self->reg);
  guint found = acting != NULL ? find_id (people, &acting->id) : GTK_INVALID_LIST_POSITION;

  if (found == GTK_INVALID_LIST_POSITION)
    found = find_id (people, preferred);
  return found != GTK_INVALID_LIST_POSITION ? found : find_administrator (people);
}

static gboolean
is_same (gpointer a, gpointer b)
{
  return comark_id_equal (&COMARK_PERSON (a)->id, &COMARK_PERSON (b)->id)
         && COMARK_PERSON (a)->rev == COMARK_PERSON (b)->rev;
}

static void
show_people (ComarkActingChooser *self, const Answer *answer)
{
  guint found;
  g_autoptr (ComarkPerson) person = NULL;

  self->is_filling = TRUE;
  comark_record_store_update (self->people, answer->people, is_same);
  found = find_acting (self, &answer->preferred);
  gtk_drop_down_set_selected (self->drop_down, found);
  self->is_filling = FALSE;
  person = g_list_model_get_item (G_LIST_MODEL (self->people), found);
  act_as (self, person);
  if (!self->is_ready)
    {
      self->is_ready = TRUE;
      g_signal_emit (self, signals[SIGNAL_READY], 0);
    }
}

/* ---- reading ---- */

static gpointer
people_job (ComarkDesk *desk, gpointer preferred, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (ComarkPerson) person
    = preferred != NULL ? comark_desk_find_person (desk, preferred, NULL) : NULL;

  answer->people = comark_desk_list_people (desk, error);
  if (answer->people == NULL)
    return NULL;
  if (person != NULL)
    answer->preferred = person->id;
  for (guint i = 0; i < answer->people->len; i++)
    if (!COMARK_PERSON (g_ptr_array_index (answer->people, i))->active)
      g_ptr_array_remove_index (answer->people, i--);
  return g_steal_pointer (&answer);
}

static void
on_people_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkActingChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer
    = comark_register_run_finish (COMARK_REGISTER (source), result, &error);

  if (self->drop_down == NULL || self->reg != COMARK_REGISTER (source))
    return;
  if (answer != NULL)
    show_people (self, answer);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
read_people (ComarkActingChooser *self)
{
  comark_register_run_async (self->reg, COMARK_STORE_READ, people_job, g_strdup (self->preferred),
                             g_free, answer_free, self->cancellable, on_people_read_cb,
                             g_object_ref (self));
}

/* ---- class ---- */

static void
forget_register (ComarkActingChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->preferred, g_free);
}

static void
comark_acting_chooser_dispose (GObject *object)
{
  ComarkActingChooser *self = COMARK_ACTING_CHOOSER (object);

  forget_register (self);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_ACTING_CHOOSER);
  g_clear_object (&self->people);
  G_OBJECT_CLASS (comark_acting_chooser_parent_class)->dispose (object);
}

static void
comark_acting_chooser_class_init (ComarkActingChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_acting_chooser_dispose;
  signals[SIGNAL_LEAVING] = g_signal_new ("leaving", COMARK_TYPE_ACTING_CHOOSER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_READY] = g_signal_new ("ready", COMARK_TYPE_ACTING_CHOOSER, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", COMARK_TYPE_ACTING_CHOOSER, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  g_type_ensure (COMARK_TYPE_PERSON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-acting-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkActingChooser, caption);
  gtk_widget_class_bind_template_child (widget_class, ComarkActingChooser, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
}

static void
comark_acting_chooser_init (ComarkActingChooser *self)
{
  self->people = g_list_store_new (COMARK_TYPE_PERSON);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (self->people));
  comark_accessible_name_drop_down (self->drop_down, _("Acting as"));
  self->is_filling = FALSE;
}

void
comark_acting_chooser_set_register (ComarkActingChooser *self, ComarkRegister *reg,
                                    const char *preferred)
{
  g_return_if_fail (COMARK_IS_ACTING_CHOOSER (self));

  forget_register (self);
  self->is_ready = FALSE;
  self->is_filling = TRUE;
  g_list_store_remove_all (self->people);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), reg != NULL);
  if (reg == NULL)
    return;
  self->reg = g_object_ref (reg);
  self->preferred = g_strdup (preferred);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (reg, "changed", G_CALLBACK (read_people), self, G_CONNECT_SWAPPED);
  read_people (self);
}

void
comark_acting_chooser_set_compact (ComarkActingChooser *self, gboolean is_compact)
{
  g_return_if_fail (COMARK_IS_ACTING_CHOOSER (self));

  gtk_widget_set_visible (self->caption, !is_compact);
}
