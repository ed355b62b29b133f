/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-condition-act.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-decision.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

typedef struct
{
  GtkWidget *page; /* owned */
  ComarkFramework *framework;
  char *ref;
  char *criterion;
  ComarkValue value;
  ComarkStrength strength;
  char *because;
} Meet;

/* In the order of the list. */
static const ComarkStrength strengths[]
  = { COMARK_STRENGTH_SHOWN, COMARK_STRENGTH_CONFIRMED, COMARK_STRENGTH_SAID };

static void
meet_free (gpointer data)
{
  Meet *meet = data;

  g_clear_object (&meet->page);
  g_clear_object (&meet->framework);
  g_free (meet->ref);
  g_free (meet->criterion);
  g_free (meet->because);
  g_free (meet);
}

static gpointer
meet_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Meet *meet = data;

  return comark_desk_meet_condition (desk, meet->ref, meet->criterion, meet->value, meet->strength,
                                     meet->because, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static void
on_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Meet *meet = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);
  const GPtrArray *levels = comark_framework_get_levels (meet->framework);

  if (note == NULL || note->level >= levels->len || note->who >= G_N_ELEMENTS (strengths))
    {
      meet_free (meet);
      return;
    }
  /* highest first, as the list shows them */
  meet->value
    = ((const ComarkLevel *) g_ptr_array_index (levels, levels->len - 1 - note->level))->value;
  meet->strength = strengths[note->who];
  meet->because = g_strdup (note->words);
  comark_act_run (meet->page, &(ComarkAct) {
    .job = meet_job, .data = meet, .data_destroy = meet_free,
    .said = _("Recorded. It counts when a co-chair of each kind has recorded the same."),
  });
}

static GPtrArray *
level_names (ComarkFramework *framework)
{
  const GPtrArray *levels = comark_framework_get_levels (framework);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = levels->len; i > 0; i--)
    {
      const ComarkLevel *level = g_ptr_array_index (levels, i - 1);
      g_ptr_array_add (names, g_strdup_printf ("%d  %s", level->value, level->name));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

void
comark_condition_act_ask (GtkWidget *page, ComarkDossier *dossier, ComarkCondition *condition)
{
  g_autoptr (GPtrArray) levels = level_names (dossier->framework);
  const char *const shown[] = { _("Shown: a dated document shows it"),
                                _("Confirmed: someone who took part says so"),
                                _("Said: the owner says so"), NULL };
  /* translators: a criterion's id */
  g_autofree char *title = g_strdup_printf (_("Condition on %s"), condition->criterion);
  Meet *meet = g_new0 (Meet, 1);

  meet->page = g_object_ref (page);
  meet->framework = g_object_ref (dossier->framework);
  meet->ref = g_strdup (dossier->submission->ref);
  meet->criterion = g_strdup (condition->criterion);
  comark_note_dialog_ask (comark_part_window (page), &(ComarkNoteQuestion) {
    .title = title, .sentence = condition->what, .accept_label = _("Record"),
    .level_label = _("What is it agreed at now?"),
    .levels = (const char *const *) levels->pdata,
    .who_label = _("How well is it shown?"), .who = shown,
    .words_label = _("What shows that it is met?"), .words_needed = TRUE,
  }, on_noted_cb, meet);
}
