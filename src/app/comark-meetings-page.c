/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meetings-page.h"

#include <glib/gi18n.h>

#include "comark-act.h"
#include "comark-clear.h"
#include "comark-desk-sittings.h"
#include "comark-label.h"
#include "comark-rounds-dialog.h"
#include "comark-sitting-card.h"
#include "comark-sitting-dialog.h"
#include "comark-status-view.h"

/* A card is made in some milliseconds; older meetings are looked up from the command line. */
#define MOST_PAST 12

struct _ComarkMeetingsPage
{
  ComarkPlace parent_instance;

  /* template children */
  ComarkStatusView *status;
  GtkWidget *rounds_button;
  GtkWidget *plan_button;
  GtkWidget *coming_title;
  GtkBox *coming;
  GtkWidget *past_title;
  GtkBox *past;
  GtkLabel *more;

  /* owned */
  GHashTable *cards; /* reference → ComarkSittingCard, borrowed */
};

G_DEFINE_FINAL_TYPE (ComarkMeetingsPage, comark_meetings_page, COMARK_TYPE_PLACE)

/* ---- reading ---- */

typedef struct
{
  GPtrArray *sittings;
  GPtrArray *unplanned;
  gboolean may_plan;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->sittings, g_ptr_array_unref);
  g_clear_pointer (&answer->unplanned, g_ptr_array_unref);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* Owners are told kindly, in the place of a list, that meetings are not for them. */
static gpointer
read_job (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->sittings = comark_desk_list_sittings (desk, error);
  if (answer->sittings == NULL)
    return NULL;
  answer->may_plan = comark_desk_allow (desk, NULL, COMARK_ACTION_PLAN_SITTINGS, NULL);
  answer->unplanned = answer->may_plan ? comark_desk_list_unplanned (desk, error)
                                       : g_ptr_array_new ();
  return answer->unplanned != NULL ? g_steal_pointer (&answer) : NULL;
}

/* ---- showing ---- */

static ComarkSitting *
find_sitting (GPtrArray *sittings, const char *ref)
{
  for (guint i = 0; i < sittings->len; i++)
    if (g_str_equal (((ComarkSitting *) sittings->pdata[i])->ref, ref))
      return sittings->pdata[i];
  return NULL;
}

static void
remove_card (ComarkMeetingsPage *self, GtkWidget *card)
{
  GtkWidget *box = gtk_widget_get_parent (card);

  if (box != NULL)
    gtk_box_remove (GTK_BOX (box), card);
}

static void
remove_cards (ComarkMeetingsPage *self, GPtrArray *sittings)
{
  GHashTableIter iter;
  gpointer ref, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &ref, &card))
    if (find_sitting (sittings, ref) == NULL)
      {
        remove_card (self, card);
        g_hash_table_iter_remove (&iter);
      }
}

/* Cards stay the same widgets, folded as the person left them. */
static ComarkSittingCard *
card_for (ComarkMeetingsPage *self, ComarkSitting *sitting, gboolean *is_new)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, sitting->ref);
  GtkBox *box = sitting->is_past ? self->past : self->coming;

  *is_new = card == NULL;
  if (card != NULL && gtk_widget_get_parent (card) == GTK_WIDGET (box))
    return COMARK_SITTING_CARD (card);
  if (card == NULL)
    {
      card = comark_sitting_card_new ();
      g_hash_table_insert (self->cards, g_strdup (sitting->ref), card);
      gtk_box_append (box, card);
      return COMARK_SITTING_CARD (card);
    }
  g_object_ref (card);
  remove_card (self, card);
  gtk_box_append (box, card);
  g_object_unref (card);
  return COMARK_SITTING_CARD (card);
}

static gboolean
is_called_off (ComarkSitting *sitting)
{
  return g_str_equal (sitting->state, "called-off");
}

/* The next one is open at once, and those that wait for an answer. */
static void
show_sitting (ComarkMeetingsPage *self, ComarkSitting *sitting, GPtrArray *unplanned,
              gboolean is_next, GtkWidget **previous)
{
  gboolean is_new;
  ComarkSittingCard *card = card_for (self, sitting, &is_new);

  comark_sitting_card_set (card, sitting, unplanned);
  gtk_box_reorder_child_after (sitting->is_past ? self->past : self->coming, GTK_WIDGET (card),
                               *previous);
  *previous = GTK_WIDGET (card);
  if (is_new && !is_called_off (sitting)
      && (is_next || (sitting->may_reply && *sitting->own_reply == '\0')))
    comark_sitting_card_unfold (card);
}

/* The list comes with the newest day first; what is to come is read the other way round. */
static void
show_coming (ComarkMeetingsPage *self, Answer *answer)
{
  GtkWidget *previous = NULL;
  gboolean is_next = TRUE;

  for (guint i = answer->sittings->len; i-- > 0;)
    {
      ComarkSitting *sitting = g_ptr_array_index (answer->sittings, i);

      if (sitting->is_past)
        continue;
      show_sitting (self, sitting, answer->unplanned, is_next, &previous);
      is_next = is_next && is_called_off (sitting);
    }
  gtk_widget_set_visible (self->coming_title, previous != NULL);
}

static void
show_past (ComarkMeetingsPage *self, Answer *answer)
{
  GtkWidget *previous = NULL;
  guint n = 0;
  g_autofree char *more = NULL;

  for (guint i = 0; i < answer->sittings->len; i++)
    {
      ComarkSitting *sitting = g_ptr_array_index (answer->sittings, i);

      if (sitting->is_past && n++ < MOST_PAST)
        show_sitting (self, sitting, answer->unplanned, FALSE, &previous);
    }
  gtk_widget_set_visible (self->past_title, previous != NULL);
  if (n > MOST_PAST)
    more = g_strdup_printf (ngettext ("%u older meeting is not shown.",
                                      "%u older meetings are not shown.", n - MOST_PAST),
                            n - MOST_PAST);
  comark_label_show (self->more, more);
}

static void
show_empty (ComarkMeetingsPage *self, gboolean may_plan)
{
  comark_status_view_show_empty (
    self->status, "x-office-calendar-symbolic", _("No meetings yet"),
    may_plan ? _("Plan a day on which panels meet, and put on its agenda what they have read.")
             : _("When a panel of yours is to meet, the day and the agenda stand here."),
    NULL, NULL);
}

static gboolean
on_read_cb (GtkWidget *page, gpointer data, const GError *error, gpointer user_data)
{
  ComarkMeetingsPage *self = COMARK_MEETINGS_PAGE (page);
  Answer *answer = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  gtk_widget_set_visible (self->plan_button, answer != NULL && answer->may_plan);
  gtk_widget_set_visible (self->rounds_button, answer != NULL && answer->may_plan);
  if (g_error_matches (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED))
    comark_status_view_show_empty (self->status, "x-office-calendar-symbolic",
                                   _("No meetings for you"), error->message, NULL, NULL);
  else if (error != NULL)
    comark_status_view_show_error (self->status, _("The meetings cannot be shown"), error);
  if (error != NULL)
    return TRUE;
  remove_cards (self, answer->sittings);
  show_coming (self, answer);
  show_past (self, answer);
  if (answer->sittings->len > 0)
    comark_status_view_show_content (self->status);
  else
    show_empty (self, answer->may_plan);
  return TRUE;
}

static void
on_plan_clicked_cb (ComarkMeetingsPage *self)
{
  comark_sitting_dialog_present (GTK_WIDGET (self), NULL);
}

static void
on_rounds_clicked_cb (ComarkMeetingsPage *self)
{
  comark_rounds_dialog_present (GTK_WIDGET (self));
}

/* ---- the place ---- */

static void
comark_meetings_page_reset (ComarkPlace *place)
{
  ComarkMeetingsPage *self = COMARK_MEETINGS_PAGE (place);

  g_hash_table_remove_all (self->cards);
  if (self->coming == NULL)
    return;
  comark_clear_box (self->coming);
  comark_clear_box (self->past);
  comark_status_view_show_loading (self->status);
}

static void
comark_meetings_page_refresh (ComarkPlace *place)
{
  comark_act_read (GTK_WIDGET (place), &(ComarkAct) {
    .job = read_job, .answer_destroy = answer_free, .done = on_read_cb,
    .cancellable = comark_place_begin_fetch (place),
  });
}

static void
comark_meetings_page_dispose (GObject *object)
{
  ComarkMeetingsPage *self = COMARK_MEETINGS_PAGE (object);

  g_hash_table_remove_all (self->cards);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), COMARK_TYPE_MEETINGS_PAGE);
  G_OBJECT_CLASS (comark_meetings_page_parent_class)->dispose (object);
}

static void
comark_meetings_page_finalize (GObject *object)
{
  g_hash_table_unref (COMARK_MEETINGS_PAGE (object)->cards);
  G_OBJECT_CLASS (comark_meetings_page_parent_class)->finalize (object);
}

static void
comark_meetings_page_class_init (ComarkMeetingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = comark_meetings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_meetings_page_finalize;
  COMARK_PLACE_CLASS (klass)->reset = comark_meetings_page_reset;
  COMARK_PLACE_CLASS (klass)->refresh = comark_meetings_page_refresh;
  g_type_ensure (COMARK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comark/Comark/comark-meetings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, status);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, rounds_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, plan_button);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, coming_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, coming);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, past_title);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, past);
  gtk_widget_class_bind_template_child (widget_class, ComarkMeetingsPage, more);
  gtk_widget_class_bind_template_callback (widget_class, comark_place_refresh);
  gtk_widget_class_bind_template_callback (widget_class, on_rounds_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_clicked_cb);
}

static void
comark_meetings_page_init (ComarkMeetingsPage *self)
{
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
