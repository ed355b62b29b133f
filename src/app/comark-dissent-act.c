/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-dissent-act.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

typedef struct
{
  GtkWidget *page; /* owned */
  char *ref;
  char *criterion; /* "" for the outcome as a whole */
  GArray *people;  /* ComarkId, in the order of the list */
  ComarkId person;
  char *body;
} Dissent;

static void
dissent_free (gpointer data)
{
  Dissent *dissent = data;

  g_clear_object (&dissent->page);
  g_free (dissent->ref);
  g_free (dissent->criterion);
  g_array_unref (dissent->people);
  g_free (dissent->body);
  g_free (dissent);
}

/* Those who were there; without the minutes, only the viewer. */
static GPtrArray *
find_people (ComarkDossier *dossier)
{
  GPtrArray *people = g_ptr_array_new ();
  gboolean others = comark_part_may_for_others (dossier, COMARK_ACTION_DISSENT);
  gboolean self = comark_dossier_may (dossier, COMARK_ACTION_DISSENT, NULL);

  for (guint i = 0; dossier->meeting != NULL && i < dossier->meeting->attendance->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (dossier->meeting->attendance, i);
      gboolean is_own = comark_id_equal (&one->person, &dossier->viewer->id);
      if (is_own ? self : others)
        g_ptr_array_add (people, one);
    }
  return people;
}

gboolean
comark_dissent_act_applies (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) people = find_people (dossier);

  return people->len > 0;
}

static gpointer
dissent_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Dissent *dissent = data;

  return comark_desk_dissent (desk, dissent->ref, dissent->criterion, &dissent->person,
                              dissent->body, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Dissent *dissent = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);

  if (note == NULL || note->who >= dissent->people->len)
    {
      dissent_free (dissent);
      return;
    }
  dissent->person = g_array_index (dissent->people, ComarkId, note->who);
  dissent->body = g_strdup (note->words);
  comark_act_run (dissent->page, &(ComarkAct) {
    .job = dissent_job, .data = dissent, .data_destroy = dissent_free,
    .said = _("The disagreement is noted. It stays with the record."),
  });
}

static char *
title_for (const ComarkCriterion *criterion)
{
  if (criterion == NULL)
    return g_strdup (_("Disagreement on the outcome"));
  /* translators: a criterion's id */
  return g_strdup_printf (_("Disagreement on %s"), criterion->id);
}

void
comark_dissent_act_ask (GtkWidget *page, ComarkDossier *dossier, const ComarkCriterion *criterion)
{
  g_autoptr (GPtrArray) people = find_people (dossier);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *title = title_for (criterion);
  Dissent *dissent = g_new0 (Dissent, 1);

  dissent->page = g_object_ref (page);
  dissent->ref = g_strdup (dossier->submission->ref);
  dissent->criterion = g_strdup (criterion != NULL ? criterion->id : "");
  dissent->people = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  for (guint i = 0; i < people->len; i++)
    {
      ComarkAttendance *one = g_ptr_array_index (people, i);
      g_array_append_val (dissent->people, one->person);
      g_ptr_array_add (names, one->name);
    }
  g_ptr_array_add (names, NULL);
  comark_note_dialog_ask (comark_part_window (page), &(ComarkNoteQuestion) {
    .title = title, .accept_label = _("Note it"),
    .sentence = _("Disagreeing is welcome. The words stay with the record as they are said."),
    .who_label = _("Who disagrees?"), .who = (const char *const *) names->pdata,
    .words_label = _("In their own words"), .words_needed = TRUE,
  }, on_noted_cb, dissent);
}
