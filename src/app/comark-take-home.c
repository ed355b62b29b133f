/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-take-home.h"

#include <glib/gi18n.h>

#include "comark-act-host.h"
#include "comark-act.h"
#include "comark-compat.h"
#include "comark-desk-home.h"
#include "comark-interests.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

/* One pack, handed from one question to the next. */
typedef struct
{
  GtkWidget *page; /* owned but on the worker, where it is NULL */
  char *ref;
  GArray *people; /* ComarkId of those to choose from, while it is asked */
  ComarkId member;
  GFile *file;
} Packing;

static void
packing_free (gpointer data)
{
  Packing *self = data;

  g_clear_object (&self->page);
  g_clear_object (&self->file);
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self->ref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Packing, packing_free)

static Packing *
packing_new (const char *ref)
{
  Packing *self = g_new0 (Packing, 1);

  self->ref = g_strdup (ref);
  self->people = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  return self;
}

/* ---- writing ---- */

static gpointer
write_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Packing *self = data;

  return comark_desk_take_home (desk, self->ref, &self->member, self->file, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static gboolean
on_written_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  if (error != NULL)
    return FALSE;
  comark_act_host_tell (COMARK_ACT_HOST (gtk_widget_get_root (page)), NULL,
                        _("The reading pack is written"),
                        _("Open it in Comark on the other computer: a double click, or Open in "
                          "the menu. The review that is sent back from there is brought in with "
                          "Import a review."));
  return TRUE;
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Packing) self = user_data;
  g_autoptr (GFile) file = comark_choose_file_finish (result, NULL);
  Packing *job;

  if (file == NULL || gtk_widget_get_root (self->page) == NULL)
    return;
  job = packing_new (self->ref);
  job->member = self->member;
  job->file = g_steal_pointer (&file);
  comark_act_run (self->page, &(ComarkAct) { .job = write_job, .data = job,
                                             .data_destroy = packing_free,
                                             .done = on_written_cb });
}

static void
ask_where (Packing *self)
{
  g_autofree char *name = g_strdup_printf (_("%s to read.copack"), self->ref);

  comark_choose_file_async (comark_part_window (self->page),
                            &(ComarkFileQuestion) { .what = COMARK_CHOOSE_SAVE,
                                                    .title = _("Save the reading pack"),
                                                    .initial_name = name },
                            on_file_chosen_cb, self);
}

/* ---- for whom ---- */

static void
on_whom_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Packing) self = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);

  if (note == NULL || note->who >= self->people->len)
    return;
  self->member = g_array_index (self->people, ComarkId, note->who);
  ask_where (g_steal_pointer (&self));
}

/* Interests come first: who has not answered takes nothing home. */
static gboolean
may_take (ComarkSeat *seat)
{
  return g_strcmp0 (seat->reply, "declined") != 0 && seat->interest_current
         && comark_interests_may_rate (seat->interest, seat->effect, seat->contributor);
}

static void
ask_whom (Packing *self, ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < dossier->seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (dossier->seats, i);

      if (!may_take (seat))
        continue;
      g_array_append_val (self->people, seat->person);
      g_ptr_array_add (names, seat->name);
    }
  g_ptr_array_add (names, NULL);
  comark_note_dialog_ask (comark_part_window (self->page), &(ComarkNoteQuestion) {
    .title = _("Make a reading pack"),
    .sentence = _("One member can read and rate on a computer without this register. The pack "
                  "holds what they may see, and nothing of the others on the panel. If they have "
                  "begun already, what they wrote stays here, and is joined with what they send "
                  "back."),
    .accept_label = _("Save the pack…"),
    .who_label = _("For whom?"), .who = (const char *const *) names->pdata,
  }, on_whom_answered_cb, self);
}

static gboolean
anybody_may_take (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->seats->len; i++)
    if (may_take (g_ptr_array_index (dossier->seats, i)))
      return TRUE;
  return FALSE;
}

void
comark_take_home_present (GtkWidget *page, ComarkDossier *dossier)
{
  gboolean asks = (dossier->standing.roles & COMARK_ROLE_ADMINISTRATOR) != 0;
  Packing *self;

  if (asks && !anybody_may_take (dossier))
    {
      comark_act_host_tell (COMARK_ACT_HOST (gtk_widget_get_root (page)), NULL,
                            _("Nobody can take it home yet"),
                            _("Each member first answers whether they have an interest in it. "
                              "You can record the answer of somebody who phones or writes."));
      return;
    }
  self = packing_new (dossier->submission->ref);
  self->page = g_object_ref (page);
  self->member = dossier->viewer->id;
  if (asks)
    ask_whom (self, dossier);
  else
    ask_where (self);
}
