/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-rounds-section.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-rounds.h"
#include "comark-label.h"
#include "comark-part.h"
#include "comark-turn-row.h"
#include "comark-wrap.h"

#define SECONDS_A_TICK 10
#define MS_A_MINUTE 60000

struct _ComarkRoundsSection
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *count;
  GtkLabel *prompt;
  GtkLabel *speaker;
  GtkLabel *timer;
  GtkButton *spoke_button;
  GtkButton *pass_button;
  GtkBox *turns;
  GtkLabel *balance;
  GtkWidget *tools;
  GtkButton *previous_button;
  GtkButton *next_button;
  GtkButton *mapping_button;
  GtkLabel *to_rate;

  /* owned */
  ComarkDossier *dossier;
  GHashTable *rows; /* text of a person's id → ComarkTurnRow, borrowed */
  guint tick;       /* source */
};

G_DEFINE_FINAL_TYPE (ComarkRoundsSection, comark_rounds_section, ADW_TYPE_BIN)

/* ---- acts ---- */

typedef struct
{
  char *ref;
  ComarkId person;
  const char *how; /* of comark_desk_take_turn(); NULL: the word is given */
  gint64 prompt;   /* or, where it is not 0, gone to */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->ref);
  g_free (job);
}

static gpointer
run_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Job *job = data;
  gboolean done;

  if (job->prompt > 0)
    done = comark_desk_go_to_prompt (desk, job->ref, job->prompt, error);
  else if (job->how == NULL)
    done = comark_desk_give_word (desk, job->ref, &job->person, error);
  else
    done = comark_desk_take_turn (desk, job->ref, &job->person, job->how, error);
  return done ? COMARK_REGISTER_DONE : NULL;
}

static void
run (ComarkRoundsSection *self, const ComarkId *person, const char *how, gint64 prompt,
     GtkWidget *trigger)
{
  Job *job = g_new0 (Job, 1);

  job->ref = g_strdup (self->dossier->submission->ref);
  job->person = person != NULL ? *person : COMARK_ID_NONE;
  job->how = how;
  job->prompt = prompt;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = run_job, .data = job, .data_destroy = job_free, .trigger = trigger,
  });
}

static void
on_spoke_clicked_cb (ComarkRoundsSection *self)
{
  run (self, &self->dossier->meeting->speaker, "spoke", 0, GTK_WIDGET (self->spoke_button));
}

static void
on_pass_clicked_cb (ComarkRoundsSection *self)
{
  run (self, &self->dossier->meeting->speaker, "passed", 0, GTK_WIDGET (self->pass_button));
}

static void
on_previous_clicked_cb (ComarkRoundsSection *self)
{
  run (self, NULL, NULL, self->dossier->meeting->prompt - 1, GTK_WIDGET (self->previous_button));
}

static void
on_next_clicked_cb (ComarkRoundsSection *self)
{
  run (self, NULL, NULL, self->dossier->meeting->prompt + 1, GTK_WIDGET (self->next_button));
}

static void
on_row_asked_cb (ComarkRoundsSection *self, const char *what, ComarkTurnRow *row)
{
  gboolean gives = g_str_equal (what, "word");

  run (self, comark_turn_row_get_person (row), gives ? NULL : "not-yet", 0, NULL);
}

static void
begin_mapping (ComarkRoundsSection *self)
{
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->mapping_button),
                      comark_desk_begin_mapping, self->dossier->submission->ref,
                      _("The mapping has begun."));
}

static void
on_mapping_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkRoundsSection) self = user_data;

  if (comark_confirm_finish (result, NULL) && self->dossier != NULL)
    begin_mapping (self);
}

/* Somebody who rates today may be about to: what is on a screen for all cannot be unseen. */
static void
on_mapping_clicked_cb (ComarkRoundsSection *self)
{
  if (self->dossier->n_to_rate_now <= 0)
    begin_mapping (self);
  else
    comark_confirm_async (comark_part_window (GTK_WIDGET (self)), _("Begin the mapping now?"),
                          _("Not everybody who rates today has given their ratings. For them the "
                            "mapping stays closed until they have; on one screen for all they "
                            "would see the others’. You can wait, or turn the screen away."),
                          _("Begin it"), FALSE, on_mapping_confirmed_cb, g_object_ref (self));
}

/* ---- the timer ---- */

static gint64
now_ms (ComarkRoundsSection *self)
{
  ComarkActHost *host = comark_act_host_of (GTK_WIDGET (self));
  ComarkRegister *reg = host != NULL ? comark_act_host_get_register (host) : NULL;

  return reg != NULL ? comark_clock_now_ms (comark_register_get_clock (reg))
                     : g_get_real_time () / 1000;
}

static void
show_time (ComarkRoundsSection *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;
  gint64 minutes = (now_ms (self) - meeting->spoke_at) / MS_A_MINUTE;
  g_autofree char *text = NULL;

  if (minutes < 1)
    text = g_strdup (_("For less than a minute. There is no limit."));
  else
    text = g_strdup_printf (ngettext ("For %d minute. There is no limit.",
                                      "For %d minutes. There is no limit.", minutes),
                            (int) MIN (minutes, G_MAXINT));
  if (g_strcmp0 (gtk_label_get_label (self->timer), text) != 0)
    gtk_label_set_label (self->timer, text);
}

static gboolean
on_tick_cb (gpointer user_data)
{
  ComarkRoundsSection *self = user_data;

  if (self->dossier != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_time (self);
  return G_SOURCE_CONTINUE;
}

/* ---- filling ---- */

static ComarkAttendance *
find_attendance (ComarkMeeting *meeting, const ComarkId *person)
{
  for (guint i = 0; i < meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (meeting->attendance, i);

      if (comark_id_equal (&one->person, person))
        return one;
    }
  return NULL;
}

static gboolean
may_take_turn_of (ComarkDossier *dossier, const ComarkId *person)
{
  return comark_id_equal (person, &dossier->viewer->id)
           ? comark_dossier_may (dossier, COMARK_ACTION_TAKE_TURN, NULL)
           : comark_part_may_for_others (dossier, COMARK_ACTION_TAKE_TURN);
}

static void
fill_speaker (ComarkRoundsSection *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;
  ComarkAttendance *one = find_attendance (meeting, &meeting->speaker);
  gboolean may = one != NULL && may_take_turn_of (self->dossier, &one->person);
  g_autofree char *text = one != NULL
                            /* translators: a member's name */
                            ? g_strdup_printf (_("%s has the word."), one->name)
                            : g_strdup (_("Everybody who is here has had a turn. Who passed can "
                                          "still speak."));

  gtk_label_set_label (self->speaker, text);
  gtk_widget_set_visible (GTK_WIDGET (self->timer), one != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spoke_button), may);
  gtk_widget_set_visible (GTK_WIDGET (self->pass_button), may);
  if (one == NULL)
    return;
  show_time (self);
  if (may)
    {
      g_autofree char *spoke = g_strdup_printf (_("%s has spoken"), one->name);
      g_autofree char *passes = g_strdup_printf (_("%s passes"), one->name);

      comark_part_name (GTK_WIDGET (self->spoke_button), spoke);
      comark_part_name (GTK_WIDGET (self->pass_button), passes);
    }
}

static void
fill_prompt (ComarkRoundsSection *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;
  guint place = (guint) CLAMP (meeting->prompt, 1, MAX (meeting->prompts->len, 1)) - 1;
  g_autofree char *count = g_strdup_printf (_("Question %u of %u"), place + 1,
                                            meeting->prompts->len);
  ComarkRoundPrompt *prompt
    = place < meeting->prompts->len ? g_ptr_array_index (meeting->prompts, place) : NULL;

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->prompt, prompt != NULL ? prompt->body : "");
}

static void
forget_gone (ComarkRoundsSection *self, GPtrArray *order)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    {
      gboolean stays = FALSE;

      for (guint i = 0; i < order->len && !stays; i++)
        stays = comark_id_equal (&((ComarkAttendance *) order->pdata[i])->person,
                                 comark_turn_row_get_person (row));
      if (stays)
        continue;
      gtk_box_remove (self->turns, row);
      g_hash_table_iter_remove (&iter);
    }
}

static GtkWidget *
row_for (ComarkRoundsSection *self, ComarkAttendance *one)
{
  g_autofree char *id = comark_id_to_string (&one->person);
  GtkWidget *row = g_hash_table_lookup (self->rows, id);

  if (row != NULL)
    return row;
  row = comark_turn_row_new ();
  g_hash_table_insert (self->rows, g_steal_pointer (&id), row);
  g_signal_connect_object (row, "asked", G_CALLBACK (on_row_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->turns, row);
  return row;
}

static void
fill_turns (ComarkRoundsSection *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;
  g_autoptr (GPtrArray) order = comark_desk_speaking_order (meeting, meeting->prompt);
  gboolean leads = comark_dossier_may (self->dossier, COMARK_ACTION_LEAD_ROUNDS, NULL);
  GtkWidget *previous = NULL;

  forget_gone (self, order);
  for (guint i = 0; i < order->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (order, i);
      GtkWidget *row = row_for (self, one);

      comark_turn_row_set (COMARK_TURN_ROW (row), one,
                           comark_desk_turn_of (meeting, meeting->prompt, &one->person),
                           comark_id_equal (&one->person, &meeting->speaker), leads,
                           may_take_turn_of (self->dossier, &one->person));
      gtk_box_reorder_child_after (self->turns, row, previous);
      previous = row;
    }
}

/* Who has been heard over all questions: a panel that sees this evens it out. */
static void
fill_balance (ComarkRoundsSection *self)
{
  ComarkMeeting *meeting = self->dossier->meeting;
  guint n_experts = 0, n_staff = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < meeting->turns->len; i++)
    {
      ComarkTurn *turn = g_ptr_array_index (meeting->turns, i);
      ComarkAttendance *one = find_attendance (meeting, &turn->person);

      if (one == NULL || !g_str_equal (turn->how, "spoke"))
        continue;
      n_experts += one->kind == COMARK_KIND_EXPERT;
      n_staff += one->kind != COMARK_KIND_EXPERT;
    }
  text = g_strdup_printf (_("Heard so far, over all questions: experts by experience %u times, "
                            "staff %u times."), n_experts, n_staff);
  comark_label_show (self->balance, n_experts + n_staff > 0 ? text : NULL);
}

static void
fill_tools (ComarkRoundsSection *self)
{
  ComarkDossier *dossier = self->dossier;
  gboolean leads = comark_dossier_may (dossier, COMARK_ACTION_LEAD_ROUNDS, NULL);
  g_autofree char *to_rate
    = g_strdup_printf (ngettext ("%d member who rates today has not given their ratings yet.",
                                 "%d members who rate today have not given their ratings yet.",
                                 MAX (dossier->n_to_rate_now, 0)),
                       MAX (dossier->n_to_rate_now, 0));

  gtk_widget_set_visible (self->tools, leads);
  gtk_widget_set_sensitive (GTK_WIDGET (self->previous_button), dossier->meeting->prompt > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button),
                            dossier->meeting->prompt < dossier->meeting->prompts->len);
  comark_label_show (self->to_rate, leads && dossier->n_to_rate_now > 0 ? to_rate : NULL);
}

void
comark_rounds_section_set_dossier (ComarkRoundsSection *self, ComarkDossier *dossier)
{
  g_return_if_fail (COMARK_IS_ROUNDS_SECTION (self));

  g_set_object (&self->dossier, dossier);
  fill_prompt (self);
  fill_speaker (self);
  fill_turns (self);
  fill_balance (self);
  fill_tools (self);
}

/* ---- class ---- */

static void
comark_rounds_section_dispose (GObject *object)
{
  ComarkRoundsSection *self = COMARK_ROUNDS_SECTION (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_hash_table_remove_all (self->rows);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_ROUNDS_SECTION);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_rounds_section_parent_class)->dispose (object);
}

static void
comark_rounds_section_finalize (GObject *object)
{
  g_hash_table_unref (COMARK_ROUNDS_SECTION (object)->rows);
  G_OBJECT_CLASS (comark_rounds_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, count);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, prompt);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, speaker);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, timer);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, spoke_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, pass_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, turns);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, balance);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, tools);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, previous_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, next_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, mapping_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkRoundsSection, to_rate);
}

static void
comark_rounds_section_class_init (ComarkRoundsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_rounds_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_rounds_section_finalize;
  g_type_ensure (COMARK_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-rounds-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_spoke_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_pass_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_mapping_clicked_cb);
}

static void
comark_rounds_section_init (ComarkRoundsSection *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tick = g_timeout_add_seconds (SECONDS_A_TICK, on_tick_cb, self);
}
