/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-behalf-banner.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-desk-supporter.h"
#include "comark-label.h"
#include "comark-note-dialog.h"
#include "comark-part.h"

struct _ComarkBehalfBanner
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *who;
  GtkButton *stop_button;
  GtkLabel *what;
  GtkButton *confirm_button;
  GtkLabel *rating;

  /* owned */
  char *ref;
};

enum
{
  SIGNAL_ACTING,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ComarkBehalfBanner, comark_behalf_banner, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* ---- what the member does ---- */

static void
on_stop_clicked_cb (ComarkBehalfBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTING], 0);
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->stop_button), comark_desk_stop_writing,
                      self->ref, _("From now on you type yourself."));
}

static void
on_confirm_clicked_cb (ComarkBehalfBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTING], 0);
  comark_act_run_ref (GTK_WIDGET (self), GTK_WIDGET (self->confirm_button),
                      comark_desk_confirm_recorded, self->ref,
                      _("They count as your answers now."));
}

/* ---- showing ---- */

static char *
who_sentence (ComarkSupporter *supporter)
{
  return supporter == NULL
           ? NULL
           /* translators: a person's name */
           : g_strdup_printf (_("%s is typing for you. What is typed now is marked so, and counts "
                                "once you have confirmed it."), supporter->name);
}

static char *
what_sentence (ComarkReview *review)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; review != NULL && !review->submitted && i < review->recorded->len; i++)
    {
      ComarkRecorded *one = g_ptr_array_index (review->recorded, i);

      if (g_str_equal (one->state, "waiting") && *one->criterion != '\0')
        g_ptr_array_add (ids, one->criterion);
    }
  if (ids->len == 0)
    return NULL;
  joined = comark_part_join (ids);
  /* translators: ids of criteria, as "A1, B2 and C3" */
  return g_strdup_printf (_("Recorded for you: %s. Read them. If they say what you mean, confirm "
                            "them; if not, change them."), joined);
}

void
comark_behalf_banner_show (ComarkBehalfBanner *self, ComarkDossier *dossier,
                           const char *criterion)
{
  ComarkReview *review = dossier->own_first;
  g_autofree char *who = who_sentence (dossier->supporter);
  g_autofree char *what = what_sentence (review);
  g_autofree char *rating = comark_review_recorded_words (review, criterion);

  g_return_if_fail (COMARK_IS_BEHALF_BANNER (self));

  g_free (self->ref);
  self->ref = g_strdup (dossier->submission->ref);
  comark_label_show (self->who, who);
  comark_label_show (self->what, what);
  comark_label_show (self->rating, rating);
  gtk_widget_set_visible (GTK_WIDGET (self->stop_button), who != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), what != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), who != NULL || what != NULL || rating != NULL);
}

/* ---- asking who ---- */

typedef struct
{
  GtkWidget *page; /* owned but on the worker, where it is NULL */
  char *ref;
  GPtrArray *people; /* while it is asked */
  ComarkId supporter;
  char *name;
} Letting;

static void
letting_free (gpointer data)
{
  Letting *self = data;

  g_clear_object (&self->page);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self->ref);
  g_free (self->name);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Letting, letting_free)

static gpointer
let_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Letting *self = data;
  gboolean known = !comark_id_is_none (&self->supporter);

  return comark_desk_let_write (desk, self->ref, known ? &self->supporter : NULL,
                                known ? NULL : self->name, error)
           ? COMARK_REGISTER_DONE
           : NULL;
}

static gboolean
on_let_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  if (error == NULL)
    gtk_widget_activate_action (page, "submission.show-tab", "s", "review");
  return FALSE;
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Letting) self = user_data;
  g_autoptr (ComarkNote) note = comark_note_dialog_finish (result, NULL);
  Letting *job;

  if (note == NULL || gtk_widget_get_root (self->page) == NULL)
    return;
  job = g_new0 (Letting, 1);
  job->ref = g_strdup (self->ref);
  job->name = g_strdup (note->words);
  if (note->who > 0 && note->who <= self->people->len)
    job->supporter = ((ComarkPerson *) self->people->pdata[note->who - 1])->id;
  comark_act_run (self->page, &(ComarkAct) { .job = let_job, .data = job,
                                             .data_destroy = letting_free, .done = on_let_cb });
}

static gpointer
people_job (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_supporters (desk, data, error);
}

static gboolean
on_people_read_cb (GtkWidget *page, gpointer answer, const GError *error, gpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Letting *self;

  if (error != NULL)
    return FALSE;
  self = g_new0 (Letting, 1);
  self->page = g_object_ref (page);
  self->ref = g_strdup (g_object_get_data (G_OBJECT (page), "behalf-ref"));
  self->people = g_ptr_array_ref (answer);
  g_ptr_array_add (names, _("Somebody who is not on this register"));
  for (guint i = 0; i < self->people->len; i++)
    g_ptr_array_add (names, ((ComarkPerson *) self->people->pdata[i])->name);
  g_ptr_array_add (names, NULL);
  comark_note_dialog_ask (comark_part_window (page), &(ComarkNoteQuestion) {
    .title = _("Let somebody type for me"),
    .sentence = _("You say, they type, here in your own place. What they type is marked as "
                  "recorded by them on your behalf, and counts only once you have confirmed it."),
    .accept_label = _("They type from now on"),
    .who_label = _("Who types for you?"), .who = (const char *const *) names->pdata,
    .words_label = _("Their name, if they are not on this register"),
  }, on_answered_cb, self);
  return TRUE;
}

void
comark_behalf_ask (GtkWidget *page, ComarkDossier *dossier)
{
  const char *ref = dossier->submission->ref;

  g_object_set_data_full (G_OBJECT (page), "behalf-ref", g_strdup (ref), g_free);
  comark_act_read (page, &(ComarkAct) { .job = people_job, .data = g_strdup (ref),
                                        .data_destroy = g_free,
                                        .answer_destroy = (GDestroyNotify) g_ptr_array_unref,
                                        .done = on_people_read_cb });
}

/* ---- class ---- */

static void
comark_behalf_banner_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), COMARK_TYPE_BEHALF_BANNER);
  G_OBJECT_CLASS (comark_behalf_banner_parent_class)->dispose (object);
}

static void
comark_behalf_banner_finalize (GObject *object)
{
  g_free (COMARK_BEHALF_BANNER (object)->ref);
  G_OBJECT_CLASS (comark_behalf_banner_parent_class)->finalize (object);
}

static void
comark_behalf_banner_class_init (ComarkBehalfBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_behalf_banner_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_behalf_banner_finalize;
  signals[SIGNAL_ACTING] = g_signal_new ("acting", COMARK_TYPE_BEHALF_BANNER, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-behalf-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkBehalfBanner, who);
  gtk_widget_class_bind_template_child (widget_class, ComarkBehalfBanner, stop_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkBehalfBanner, what);
  gtk_widget_class_bind_template_child (widget_class, ComarkBehalfBanner, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkBehalfBanner, rating);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
}

static void
comark_behalf_banner_init (ComarkBehalfBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
