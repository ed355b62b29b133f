/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-page-private.h"

#include "comark-act.h"
#include "comark-desk-cover.h"

/* An answer that the dossier may not have yet. */
typedef struct
{
  ComarkCover cover;
  gint64 n; /* its number once it is stored; 0: it is not known */
  guint n_running;
} Sent;

typedef struct
{
  char *ref;
  char *criterion;
  ComarkId evidence;
  ComarkCover was;
  ComarkCover cover;
} CoverSave;

static void
cover_save_free (gpointer data)
{
  CoverSave *save = data;

  g_free (save->ref);
  g_free (save->criterion);
  g_free (save);
}

/* Answers the number under which it is stored. */
static gpointer
cover_save_job (ComarkDesk *desk, gpointer data, GError **error)
{
  CoverSave *save = data;
  gint64 n;

  return comark_desk_cover_evidence (desk, save->ref, save->criterion, &save->evidence, save->was,
                                     save->cover, NULL, &n, error)
           ? g_memdup2 (&n, sizeof n) : NULL;
}

/* ---- what stands ---- */

static Sent *
sent_of (ComarkReviewPage *self, const char *criterion, const ComarkId *evidence, gboolean make)
{
  g_autofree char *id = comark_id_to_string (evidence);
  g_autofree char *key = g_strconcat (criterion, " ", id, NULL);
  Sent *sent = g_hash_table_lookup (self->covers, key);

  if (sent == NULL && make)
    {
      sent = g_new0 (Sent, 1);
      g_hash_table_insert (self->covers, g_steal_pointer (&key), sent);
    }
  return sent;
}

ComarkCover
comark_review_page_cover (ComarkReviewPage *self, const char *criterion, const ComarkId *evidence)
{
  ComarkReview *review = comark_review_own (comark_review_page_dossier (self));
  ComarkEvidenceCover *stored = comark_review_find_cover (review, criterion, evidence);
  Sent *sent = sent_of (self, criterion, evidence, FALSE);

  if (sent != NULL && (sent->n_running > 0 || sent->n > (stored != NULL ? stored->n : 0)))
    return sent->cover;
  return stored != NULL ? stored->cover : COMARK_COVER_NONE;
}

void
comark_review_page_show_covers (ComarkReviewPage *self, ComarkRatingForm *form)
{
  const char *criterion = comark_rating_form_get_criterion (form)->id;
  g_autoptr (GPtrArray) rows = comark_rating_form_get_covers (form);

  for (guint i = 0; i < rows->len; i++)
    {
      ComarkCoverRow *row = g_ptr_array_index (rows, i);
      const ComarkId *evidence = &comark_cover_row_get_item (row)->id;

      comark_cover_row_set_cover (row, comark_review_page_cover (self, criterion, evidence));
    }
}

/* ---- saying ---- */

static gboolean
on_said_cb (GtkWidget *widget, gpointer answer, const GError *error, gpointer data)
{
  ComarkReviewPage *self = COMARK_REVIEW_PAGE (widget);
  Sent *sent = data;

  sent->n_running--;
  sent->n = error == NULL ? *(gint64 *) answer : 0;
  if (error == NULL)
    comark_review_page_say_saved (self);
  else if (self->form != NULL)
    comark_review_page_show_covers (self, self->form);
  return error == NULL;
}

void
comark_review_page_say_cover (ComarkReviewPage *self, const char *criterion,
                              const ComarkId *evidence, ComarkCover cover)
{
  ComarkCover was = comark_review_page_cover (self, criterion, evidence);
  Sent *sent = sent_of (self, criterion, evidence, TRUE);
  CoverSave *save = g_new0 (CoverSave, 1);

  save->ref = g_strdup (comark_review_page_dossier (self)->submission->ref);
  save->criterion = g_strdup (criterion);
  save->evidence = *evidence;
  save->was = was;
  save->cover = cover;
  sent->cover = cover;
  sent->n_running++;
  comark_act_run (GTK_WIDGET (self), &(ComarkAct) {
    .job = cover_save_job, .data = save, .data_destroy = cover_save_free,
    .answer_destroy = g_free, .done = on_said_cb, .done_data = sent,
  });
}

static void
take_in (ComarkReviewPage *self, ComarkRatingForm *form, ComarkCoverRow *row)
{
  const char *criterion = comark_rating_form_get_criterion (form)->id;
  const ComarkId *evidence = &comark_cover_row_get_item (row)->id;
  ComarkCover cover = comark_cover_row_get_cover (row);

  comark_review_page_take_up (self, form);
  comark_undo_stack_push_cover (self->undo, criterion, evidence,
                                comark_review_page_cover (self, criterion, evidence), cover);
  comark_review_page_update_undo (self);
  comark_review_page_say_cover (self, criterion, evidence, cover);
}

static void
on_cover_chosen_cb (ComarkReviewPage *self, ComarkCoverRow *row, ComarkRatingForm *form)
{
  take_in (self, form, row);
}

static void
on_list_cover_chosen_cb (ComarkReviewPage *self, ComarkRatingForm *form, ComarkCoverRow *row)
{
  take_in (self, form, row);
}

/* ---- class ---- */

void
comark_review_page_class_bind_cover (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_cover_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_cover_chosen_cb);
}
