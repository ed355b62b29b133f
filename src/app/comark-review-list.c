/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-list.h"

#include "comark-clear.h"
#include "comark-cover-row.h"
#include "comark-part.h"

struct _ComarkReviewList
{
  AdwBin parent_instance;

  GtkBox *box;

  /* owned */
  ComarkDossier *dossier;
  GPtrArray *forms; /* ComarkRatingForm, one a criterion, borrowed; NULL: not made yet */

  guint current;   /* index of the form in hand */
  guint making_id; /* of the tick that makes the next form */
  gboolean is_editable;
};

enum
{
  SIGNAL_MADE,
  SIGNAL_ENTERED,
  SIGNAL_CHANGED,
  SIGNAL_COVER_CHOSEN,
  SIGNAL_FILE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ComarkReviewList, comark_review_list, ADW_TYPE_BIN)

/* ---- what the forms say ---- */

static void
on_form_changed_cb (ComarkReviewList *self, ComarkRatingForm *form)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, form);
}

static void
on_cover_chosen_cb (ComarkReviewList *self, ComarkCoverRow *row, ComarkRatingForm *form)
{
  g_signal_emit (self, signals[SIGNAL_COVER_CHOSEN], 0, form, row);
}

static void
on_file_chosen_cb (ComarkReviewList *self, const char *hash)
{
  g_signal_emit (self, signals[SIGNAL_FILE_CHOSEN], 0, hash);
}

static void
on_focus_entered_cb (ComarkReviewList *self, GtkEventController *focus)
{
  GtkWidget *form = gtk_event_controller_get_widget (focus);

  g_ptr_array_find (self->forms, form, &self->current);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, form);
}

static void
listen (ComarkReviewList *self, GtkWidget *form)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (form, "changed", G_CALLBACK (on_form_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "cover-chosen", G_CALLBACK (on_cover_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "file-chosen", G_CALLBACK (on_file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_entered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (form, focus);
}

/* ---- making ---- */

/* Of many forms each says what it is about: the controls in them have the same names. */
static void
fill (ComarkReviewList *self, guint index)
{
  ComarkRatingForm *form = g_ptr_array_index (self->forms, index);
  const ComarkCriterion *criterion = g_ptr_array_index (self->dossier->criteria, index);
  g_autofree char *name = g_strdup_printf ("%s  %s", criterion->id, criterion->title);

  if (form == NULL)
    return;
  comark_rating_form_set_criterion (form, self->dossier, criterion, self->is_editable);
  comark_part_name (GTK_WIDGET (form), name);
  g_signal_emit (self, signals[SIGNAL_MADE], 0, form);
}

/* What comes in above the form in hand must not push it away. */
static void
keep_in_place (ComarkReviewList *self, GtkWidget *form)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  int height, width = gtk_widget_get_width (GTK_WIDGET (self->box));
  GtkAdjustment *adjustment;

  if (window == NULL || width == 0)
    return;
  gtk_widget_measure (form, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  gtk_adjustment_configure (adjustment, gtk_adjustment_get_value (adjustment) + height,
                            gtk_adjustment_get_lower (adjustment),
                            gtk_adjustment_get_upper (adjustment) + height,
                            gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment),
                            gtk_adjustment_get_page_size (adjustment));
}

static GtkWidget *
last_made_before (ComarkReviewList *self, guint index)
{
  while (index-- > 0)
    if (g_ptr_array_index (self->forms, index) != NULL)
      return g_ptr_array_index (self->forms, index);
  return NULL;
}

static void
make (ComarkReviewList *self, guint index)
{
  GtkWidget *form = g_object_new (COMARK_TYPE_RATING_FORM, NULL);

  gtk_widget_add_css_class (form, "comark-listed");
  listen (self, form);
  gtk_box_insert_child_after (self->box, form, last_made_before (self, index));
  g_ptr_array_index (self->forms, index) = form;
  fill (self, index);
  if (index < self->current)
    keep_in_place (self, form);
}

static gboolean
find_next (ComarkReviewList *self, guint *index)
{
  for (*index = self->current; *index < self->forms->len; ++*index)
    if (g_ptr_array_index (self->forms, *index) == NULL)
      return TRUE;
  for (*index = self->current; (*index)-- > 0;)
    if (g_ptr_array_index (self->forms, *index) == NULL)
      return TRUE;
  return FALSE;
}

/* One a frame: laying a form out takes longer than making it. */
static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ComarkReviewList *self = COMARK_REVIEW_LIST (widget);
  guint index;

  if (find_next (self, &index))
    {
      make (self, index);
      return G_SOURCE_CONTINUE;
    }
  self->making_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_making (ComarkReviewList *self)
{
  if (self->making_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->making_id);
  self->making_id = 0;
}

void
comark_review_list_clear (ComarkReviewList *self)
{
  g_return_if_fail (COMARK_IS_REVIEW_LIST (self));

  stop_making (self);
  g_ptr_array_set_size (self->forms, 0);
  comark_clear_box (self->box);
  g_clear_object (&self->dossier);
}

static guint
index_of (ComarkReviewList *self, const char *criterion)
{
  for (guint i = 0; i < self->dossier->criteria->len; i++)
    {
      const ComarkCriterion *one = g_ptr_array_index (self->dossier->criteria, i);

      if (g_str_equal (one->id, criterion))
        return i;
    }
  g_return_val_if_reached (0);
}

ComarkRatingForm *
comark_review_list_take_up (ComarkReviewList *self, const char *criterion)
{
  g_return_val_if_fail (COMARK_IS_REVIEW_LIST (self) && self->dossier != NULL, NULL);

  self->current = index_of (self, criterion);
  if (g_ptr_array_index (self->forms, self->current) == NULL)
    make (self, self->current);
  return g_ptr_array_index (self->forms, self->current);
}

void
comark_review_list_set (ComarkReviewList *self, ComarkDossier *dossier, const char *criterion,
                        gboolean is_editable)
{
  g_return_if_fail (COMARK_IS_REVIEW_LIST (self));

  if (self->dossier != NULL && self->dossier->framework != dossier->framework)
    comark_review_list_clear (self);
  g_set_object (&self->dossier, dossier);
  self->is_editable = is_editable;
  g_ptr_array_set_size (self->forms, (int) dossier->criteria->len);
  for (guint i = 0; i < self->forms->len; i++)
    fill (self, i);
  comark_review_list_take_up (self, criterion);
  if (self->making_id == 0)
    self->making_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

GPtrArray *
comark_review_list_get_forms (ComarkReviewList *self)
{
  return self->forms;
}

/* ---- class ---- */

static void
comark_review_list_dispose (GObject *object)
{
  ComarkReviewList *self = COMARK_REVIEW_LIST (object);

  stop_making (self);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (comark_review_list_parent_class)->dispose (object);
}

static void
comark_review_list_finalize (GObject *object)
{
  g_ptr_array_unref (COMARK_REVIEW_LIST (object)->forms);
  G_OBJECT_CLASS (comark_review_list_parent_class)->finalize (object);
}

static void
comark_review_list_class_init (ComarkReviewListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass), form = COMARK_TYPE_RATING_FORM;

  G_OBJECT_CLASS (klass)->dispose = comark_review_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_review_list_finalize;
  signals[SIGNAL_MADE] = g_signal_new ("made", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, form);
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, form);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, form);
  signals[SIGNAL_COVER_CHOSEN] = g_signal_new ("cover-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 2, form,
                                               COMARK_TYPE_COVER_ROW);
  signals[SIGNAL_FILE_CHOSEN] = g_signal_new ("file-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                              NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
comark_review_list_init (ComarkReviewList *self)
{
  self->forms = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
