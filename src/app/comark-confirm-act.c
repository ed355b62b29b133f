/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-confirm-act.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-panel.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

typedef struct
{
  GtkWidget *page; /* owned */
  char *ref;
  char *criterion;
  GArray *people; /* ComarkId of contributors, in the order of the list */
  ComarkId contributor;
  char *how;
  char *day;
} Confirm;

static void
confirm_free (gpointer data)
{
  Confirm *confirm = data;

  g_clear_object (&confirm->page);
  g_free (confirm->ref);
  g_free (confirm->criterion);
  g_array_unref (confirm->people);
  g_free (confirm->how);
  g_free (confirm->day);
  g_free (confirm);
}

/* Only somebody with lived experience who took part can confirm; a contributor for themselves. */
static GPtrArray *
find_contributors (ComarkDossier *dossier)
{
  GPtrArray *found = g_ptr_array_new ();
  gboolean others = comark_part_may_for_others (dossier, COMARK_ACTION_CONFIRM_EVIDENCE);
  gboolean self = comark_dossier_may (dossier, COMARK_ACTION_CONFIRM_EVIDENCE, NULL);

  for (guint i = 0; i < dossier->contributors->len; i++)
    {
      ComarkContributor *one = g_ptr_array_index (dossier->contributors, i);
      gboolean is_own = comark_id_equal (&one->person, &dossier->viewer->id);
      if (one->lived_experience && (is_own ? self : others))
        g_ptr_array_add (found, one);
    }
  return found;
}

gboolean
comark_confirm_act_applies (ComarkDossier *dossier)
{
  g_autoptr (GPtrArray) found = find_contributors (dossier);

  return found->len > 0;
}

static gpointer
confirm_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Confirm *confirm = data;

  return comark_desk_confirm (desk, confirm->ref, confirm->criterion, &confirm->contributor,
                              confirm->how, confirm->day, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Confirm *confirm = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);

  if (note == NULL || note->who >= confirm->people->len)
    {
      confirm_free (confirm);
      return;
    }
  confirm->contributor = g_array_index (confirm->people, ComarkId, note->who);
  confirm->how = g_strdup (note->how);
  confirm->day = g_strdup (note->day);
  comark_act_run (confirm->page, &(ComarkAct) {
    .job = confirm_job, .data = confirm, .data_destroy = confirm_free,
    .said = _("The confirmation is recorded."),
  });
}

void
comark_confirm_act_ask (GtkWidget *page, ComarkDossier *dossier, const ComarkCriterion *criterion)
{
  g_autoptr (GPtrArray) contributors = find_contributors (dossier);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *today = comark_part_today (page);
  /* translators: a criterion's id */
  g_autofree char *title = g_strdup_printf (_("Confirmation of %s"), criterion->id);
  Confirm *confirm = g_new0 (Confirm, 1);

  confirm->page = g_object_ref (page);
  confirm->ref = g_strdup (dossier->submission->ref);
  confirm->criterion = g_strdup (criterion->id);
  confirm->people = g_array_new (FALSE, FALSE, sizeof (ComarkId));
  for (guint i = 0; i < contributors->len; i++)
    {
      ComarkContributor *one = g_ptr_array_index (contributors, i);
      g_array_append_val (confirm->people, one->id);
      g_ptr_array_add (names, one->name);
    }
  g_ptr_array_add (names, NULL);
  comark_note_dialog_ask (comark_part_window (page), &(ComarkNoteQuestion) {
    .title = title, .sentence = criterion->statement, .accept_label = _("Record"),
    .who_label = _("Who confirms it?"), .who = (const char *const *) names->pdata,
    .how_label = _("How did they say so? (for example: by phone)"),
    .day_label = _("On what day?"), .day = today,
  }, on_noted_cb, confirm);
}
