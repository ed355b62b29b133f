/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sitting-card.h"

#include <glib/gi18n.h>

#include "comark-accessible.h"
#include "comark-act.h"
#include "comark-agenda-row.h"
#include "comark-clock.h"
#include "comark-compat.h"
#include "comark-desk-sittings.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-sitting-dialog.h"
#include "comark-submission.h"
#include "comark-wrap.h"

struct _ComarkSittingCard
{
  AdwBin parent_instance;

  /* template children */
  GtkExpander *expander;
  GtkLabel *when;
  GtkLabel *where;
  GtkLabel *note;
  GtkLabel *because;
  GtkWidget *tools;
  GtkButton *change_button;
  GtkButton *call_off_button;
  GtkWidget *reply_box;
  GtkDropDown *reply;
  GtkLabel *agenda_empty;
  GtkBox *agenda;
  GtkLabel *walks;
  GtkButton *order_button;
  GtkWidget *put_box;
  GtkDropDown *unplanned;
  GtkButton *put_button;
  GtkLabel *comers;

  /* owned */
  ComarkSitting *sitting;
  GPtrArray *candidates; /* ComarkSubmission */
  GHashTable *rows;      /* reference → ComarkAgendaRow, borrowed */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ComarkSittingCard, comark_sitting_card, ADW_TYPE_BIN)

/* ComarkComer.how, in the order of the drop-down; the first is no answer. */
static const struct
{
  const char *how, *choice, *words;
} ways[] = {
  { "", N_("I have not said yet"), N_("has not said yet") },
  { "room", N_("In the room"), N_("in the room") },
  { "online", N_("Online"), N_("online") },
  { "phone", N_("By phone"), N_("by phone") },
  { "absent", N_("I cannot come"), N_("cannot come") },
};

static guint
way_of (const char *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].how, how) == 0)
      return i;
  return 0;
}

/* ---- acts ---- */

typedef gboolean (*Act) (ComarkDesk *desk, const char *sitting, const char *word, GError **error);

typedef struct
{
  Act act;
  char *sitting;
  char *word;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->sitting);
  g_free (job->word);
  g_free (job);
}

static gpointer
run_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Job *job = data;

  return job->act (desk, job->sitting, job->word, error) ? COMARK_REGISTER_DONE : NULL;
}

static void
show_own_reply (ComarkSittingCard *self)
{
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->reply, way_of (self->sitting->own_reply));
  self->is_filling = FALSE;
}

static gboolean
on_done_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkSittingCard *self = COMARK_SITTING_CARD (widget);

  if (error != NULL && self->sitting != NULL)
    show_own_reply (self);
  return FALSE;
}

static void
run (ComarkSittingCard *self, Act act, const char *word, GtkWidget *trigger, const char *said)
{
  Job *job = g_new0 (Job, 1);

  job->act = act;
  job->sitting = g_strdup (self->sitting->ref);
  job->word = g_strdup (word);
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = run_job, .data = job, .data_destroy = job_free, .trigger = trigger, .said = said,
    .done = on_done_cb,
  });
}

static gboolean
move_up (ComarkDesk *desk, const char *sitting, const char *ref, GError **error)
{
  return comark_desk_move_on_agenda (desk, sitting, ref, TRUE, error);
}

static gboolean
move_down (ComarkDesk *desk, const char *sitting, const char *ref, GError **error)
{
  return comark_desk_move_on_agenda (desk, sitting, ref, FALSE, error);
}

static gboolean
order (ComarkDesk *desk, const char *sitting, const char *word, GError **error)
{
  return comark_desk_order_agenda (desk, sitting, error);
}

static void
on_row_asked_cb (ComarkSittingCard *self, const char *what, ComarkAgendaRow *row)
{
  const char *ref = comark_agenda_row_get_ref (row);

  if (g_str_equal (what, "open"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-submission", "s", ref);
  else if (g_str_equal (what, "take-off"))
    run (self, comark_desk_take_off_agenda, ref, NULL, _("It is off the agenda."));
  else
    run (self, g_str_equal (what, "up") ? move_up : move_down, ref, NULL, NULL);
}

static void
on_reply_changed_cb (ComarkSittingCard *self)
{
  guint chosen = gtk_drop_down_get_selected (self->reply);

  if (self->is_filling || self->sitting == NULL)
    return;
  if (chosen == 0 || chosen >= G_N_ELEMENTS (ways))
    show_own_reply (self);
  else
    run (self, comark_desk_reply_sitting, ways[chosen].how, NULL, _("Thank you. It is noted."));
}

static void
on_put_clicked_cb (ComarkSittingCard *self)
{
  guint chosen = gtk_drop_down_get_selected (self->unplanned);

  if (self->candidates != NULL && chosen < self->candidates->len)
    run (self, comark_desk_put_on_agenda,
         ((ComarkSubmission *) g_ptr_array_index (self->candidates, chosen))->ref,
         GTK_WIDGET (self->put_button), _("It is on the agenda."));
}

static void
on_order_clicked_cb (ComarkSittingCard *self)
{
  run (self, order, NULL, GTK_WIDGET (self->order_button), _("The agenda is in order."));
}

static void
on_change_clicked_cb (ComarkSittingCard *self)
{
  comark_sitting_dialog_present (GTK_WIDGET (self), self->sitting);
}

static void
on_call_off_reason_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSittingCard) self = user_data;
  g_autofree char *because = comark_ask_reason_finish (result, NULL);

  if (because != NULL && self->sitting != NULL)
    run (self, comark_desk_call_off_sitting, because, GTK_WIDGET (self->call_off_button),
         _("The meeting is called off."));
}

static void
on_call_off_clicked_cb (ComarkSittingCard *self)
{
  comark_ask_reason_async (comark_part_window (GTK_WIDGET (self)), _("Call the meeting off?"),
                           _("Those who were to come see the reason here. What is on its agenda "
                             "can go on another."),
                           _("Why is it called off?"), _("Call it off"), on_call_off_reason_cb,
                           g_object_ref (self));
}

/* ---- filling ---- */

static void
fill_head (ComarkSittingCard *self)
{
  ComarkSitting *sitting = self->sitting;
  g_autofree char *day = comark_day_to_words (sitting->day);
  g_autofree char *when = NULL, *where = NULL, *count = NULL;
  gboolean both = *sitting->place != '\0' && *sitting->link != '\0';
  gboolean called_off = g_str_equal (sitting->state, "called-off");

  when = g_strdup_printf ("%s%s%s%s", day, *sitting->time != '\0' ? ", " : "", sitting->time,
                          called_off ? _(" (called off)") : "");
  count = g_strdup_printf (ngettext ("%u on the agenda", "%u on the agenda",
                                     sitting->agenda->len), sitting->agenda->len);
  where = g_strdup_printf ("%s%s%s · %s", sitting->place, both ? " · " : "", sitting->link, count);
  gtk_label_set_label (self->when, when);
  gtk_label_set_label (self->where, where);
  comark_label_show (self->note, sitting->note);
  comark_label_show (self->because, sitting->because);
  gtk_widget_set_visible (self->tools, sitting->may_plan && !sitting->is_past);
}

static gboolean
is_on_agenda (ComarkSitting *sitting, const char *ref)
{
  for (guint i = 0; i < sitting->agenda->len; i++)
    if (g_str_equal (((ComarkAgendaItem *) sitting->agenda->pdata[i])->ref, ref))
      return TRUE;
  return FALSE;
}

static void
remove_rows (ComarkSittingCard *self)
{
  GHashTableIter iter;
  gpointer ref, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &ref, &row))
    if (!is_on_agenda (self->sitting, ref))
      {
        gtk_box_remove (self->agenda, row);
        g_hash_table_iter_remove (&iter);
      }
}

static GtkWidget *
row_for (ComarkSittingCard *self, const char *ref)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, ref);

  if (row == NULL)
    {
      row = comark_agenda_row_new ();
      g_hash_table_insert (self->rows, g_strdup (ref), row);
      g_signal_connect_object (row, "asked", G_CALLBACK (on_row_asked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->agenda, row);
    }
  return row;
}

/* Rows stay the same widgets while they move: the focus goes with them. */
static void
fill_agenda (ComarkSittingCard *self)
{
  GtkWidget *previous = NULL;

  remove_rows (self);
  for (guint i = 0; i < self->sitting->agenda->len; i++)
    {
      ComarkAgendaItem *item = g_ptr_array_index (self->sitting->agenda, i);
      GtkWidget *row = row_for (self, item->ref);

      comark_agenda_row_set (COMARK_AGENDA_ROW (row), self->sitting, item, i);
      gtk_box_reorder_child_after (self->agenda, row, previous);
      previous = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->agenda_empty), self->sitting->agenda->len == 0);
}

static void
fill_order (ComarkSittingCard *self)
{
  ComarkSitting *sitting = self->sitting;
  g_autofree char *walks
    = sitting->walks == 0
        ? g_strdup (_("Nobody has to leave the room or wait outside."))
        : g_strdup_printf (ngettext ("In this order %u person goes through the door once, in or "
                                     "out, while the meeting runs.",
                                     "In this order people go through the door %u times, in or "
                                     "out, while the meeting runs.", (guint) sitting->walks),
                           (guint) sitting->walks);

  comark_label_show (self->walks, sitting->agenda->len > 1 ? walks : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->order_button),
                          sitting->may_plan && !sitting->is_past
                            && sitting->fewest_walks < sitting->walks);
}

static void
fill_unplanned (ComarkSittingCard *self, GPtrArray *unplanned)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = g_ptr_array_ref (unplanned);
  for (guint i = 0; i < unplanned->len; i++)
    gtk_string_list_append (titles, ((ComarkSubmission *) unplanned->pdata[i])->title);
  gtk_drop_down_set_model (self->unplanned, G_LIST_MODEL (titles));
  gtk_widget_set_visible (self->put_box, self->sitting->may_plan && !self->sitting->is_past
                                           && unplanned->len > 0);
}

static void
fill_comers (ComarkSittingCard *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->sitting->comers->len; i++)
    {
      ComarkComer *comer = g_ptr_array_index (self->sitting->comers, i);

      /* translators: a name, the kind of member, and whether they come */
      g_string_append_printf (text, _("%s, %s: %s"), comer->name,
                              _(comark_member_kind_words (comer->kind)),
                              _(ways[way_of (comer->how)].words));
      g_string_append (text, i + 1 < self->sitting->comers->len ? "\n" : "");
    }
  if (text->len == 0)
    g_string_append (text, _("The members of the panels on the agenda stand here."));
  gtk_label_set_label (self->comers, text->str);
}

static void
fill_reply (ComarkSittingCard *self)
{
  gtk_widget_set_visible (self->reply_box, self->sitting->may_reply);
  show_own_reply (self);
}

void
comark_sitting_card_set (ComarkSittingCard *self, ComarkSitting *sitting, GPtrArray *unplanned)
{
  g_return_if_fail (COMARK_IS_SITTING_CARD (self));

  g_set_object (&self->sitting, sitting);
  fill_head (self);
  fill_agenda (self);
  fill_order (self);
  fill_unplanned (self, unplanned);
  fill_comers (self);
  fill_reply (self);
}

void
comark_sitting_card_unfold (ComarkSittingCard *self)
{
  gtk_expander_set_expanded (self->expander, TRUE);
}

/* ---- class ---- */

static void
comark_sitting_card_dispose (GObject *object)
{
  ComarkSittingCard *self = COMARK_SITTING_CARD (object);

  self->is_filling = TRUE;
  g_hash_table_remove_all (self->rows);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_SITTING_CARD);
  g_clear_object (&self->sitting);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  G_OBJECT_CLASS (comark_sitting_card_parent_class)->dispose (object);
}

static void
comark_sitting_card_finalize (GObject *object)
{
  g_hash_table_unref (COMARK_SITTING_CARD (object)->rows);
  G_OBJECT_CLASS (comark_sitting_card_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, expander);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, when);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, where);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, note);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, because);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, change_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, call_off_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, reply_box);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, reply);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, agenda_empty);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, agenda);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, walks);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, order_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, put_box);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, unplanned);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, put_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkSittingCard, comers);
}

static void
comark_sitting_card_class_init (ComarkSittingCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_sitting_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_sitting_card_finalize;
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-sitting-card.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_put_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_order_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_call_off_clicked_cb);
}

static void
comark_sitting_card_init (ComarkSittingCard *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_string_list_append (choices, _(ways[i].choice));
  gtk_drop_down_set_model (self->reply, G_LIST_MODEL (choices));
  comark_accessible_name_drop_down (self->reply, _("Do you come?"));
  comark_accessible_name_drop_down (self->unplanned, _("What to put on the agenda"));
  self->is_filling = FALSE;
}

GtkWidget *
comark_sitting_card_new (void)
{
  return g_object_new (COMARK_TYPE_SITTING_CARD, NULL);
}
