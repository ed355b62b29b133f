/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-sittings.h"

#include <string.h>

#include "comark-agenda.h"
#include "comark-desk-case.h"
#include "comark-desk-lists.h"
#include "comark-desk-sitting-reading.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-sitting-rows.h"
#include "comark-submission-rows.h"

/* ---- looking ---- */

static gboolean
read_list (ComarkDesk *desk, gpointer data, GError **error)
{
  GPtrArray *seen = data;
  g_autoptr (GPtrArray) all = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_SITTINGS, error))
    return FALSE;
  all = comark_sitting_rows_list (desk->sql, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gboolean sees;

      if (!comark_desk_finish_sitting (desk, g_ptr_array_index (all, i), &sees, error))
        return FALSE;
      if (sees)
        g_ptr_array_add (seen, g_object_ref (g_ptr_array_index (all, i)));
    }
  return all != NULL;
}

GPtrArray *
comark_desk_list_sittings (ComarkDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);

  return comark_desk_read (desk, read_list, seen, error) ? g_steal_pointer (&seen) : NULL;
}

static gboolean
no_such (GError **error)
{
  return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                             "There is no such meeting in your list. Meetings are named like M-4.");
}

/* The row as stored, if desk->who may know of it, and as they may see it. */
static ComarkSitting *
open_sitting (ComarkDesk *desk, const char *ref, ComarkAction action, GError **error)
{
  g_autoptr (ComarkSitting) sitting = NULL;
  guint64 n = 0;
  gboolean sees = FALSE;

  if (!comark_desk_allow (desk, NULL, action, error))
    return NULL;
  if (ref == NULL || !g_str_has_prefix (ref, "M-")
      || !g_ascii_string_to_unsigned (ref + strlen ("M-"), 10, 1, G_MAXINT64, &n, NULL))
    {
      no_such (error);
      return NULL;
    }
  if (!comark_sitting_rows_find (desk->sql, (gint64) n, &sitting, error)
      || (sitting != NULL && !comark_desk_finish_sitting (desk, sitting, &sees, error)))
    return NULL;
  if (sees)
    return g_steal_pointer (&sitting);
  no_such (error);
  return NULL;
}

typedef struct
{
  const char *ref;
  ComarkSitting *sitting;
} Find;

static gboolean
find_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Find *find = data;

  find->sitting = open_sitting (desk, find->ref, COMARK_ACTION_SEE_SITTINGS, error);
  return find->sitting != NULL;
}

ComarkSitting *
comark_desk_find_sitting (ComarkDesk *desk, const char *ref, GError **error)
{
  Find find = { ref, NULL };

  if (comark_desk_read (desk, find_step, &find, error))
    return find.sitting;
  g_clear_object (&find.sitting);
  return NULL;
}

static gboolean
add_unplanned (ComarkDesk *desk, const ComarkId *id, GPtrArray *found, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (ComarkSitting) sitting = NULL;
  ComarkSubmission *submission;
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, id, NULL, &standing, error))
    return FALSE;
  if (!comark_access_check (&standing, COMARK_ACTION_PUT_ON_AGENDA, NULL))
    return TRUE;
  if (!comark_sitting_rows_find_of (desk->sql, id, today, &sitting, error))
    return FALSE;
  if (sitting != NULL)
    return TRUE;
  submission = comark_submission_rows_get (desk->sql, id, error);
  if (submission == NULL)
    return FALSE;
  g_ptr_array_add (found, submission);
  return comark_desk_finish_submission (desk, submission, &standing, error);
}

static gboolean
read_unplanned (ComarkDesk *desk, gpointer data, GError **error)
{
  const guint states = 1u << COMARK_STATE_IN_REVIEW | 1u << COMARK_STATE_CLARIFYING
                       | 1u << COMARK_STATE_IN_MEETING;
  g_autoptr (GArray) ids = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_PLAN_SITTINGS, error)
      || (ids = comark_desk_query_waiting (desk, states, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!add_unplanned (desk, &g_array_index (ids, ComarkId, i), data, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
comark_desk_list_unplanned (ComarkDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  return comark_desk_read (desk, read_unplanned, found, error) ? g_steal_pointer (&found) : NULL;
}

/* ---- planning ---- */

static gboolean
is_time (const char *text)
{
  return g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", text, 0, 0);
}

static gboolean
check_form (const ComarkSittingForm *form, GError **error)
{
  if (form->day == NULL || !comark_day_is_valid (form->day))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Say on which day the panels meet. Write it like 2026-12-25.");
  if (!comark_desk_is_blank (form->time) && !is_time (form->time))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Write the time like 14:00, or leave it out.");
  if (comark_desk_is_blank (form->place) && comark_desk_is_blank (form->link))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_MISSING,
                               "Say where: a place, or a link or number for those who join from "
                               "afar.");
  return comark_desk_check_text ("The place", form->place, error)
         && comark_desk_check_text ("The link", form->link, error)
         && comark_desk_check_text ("The note", form->note, error);
}

typedef struct
{
  const char *ref;
  const ComarkSittingForm *form;
  ComarkId id;
} Plan;

static ComarkSitting *
row_of (const Plan *plan)
{
  ComarkSitting *row = comark_sitting_new ();

  row->id = plan->id;
  row->day = g_strdup (plan->form->day);
  row->time = g_strdup (plan->form->time ? plan->form->time : "");
  row->place = g_strstrip (g_strdup (plan->form->place ? plan->form->place : ""));
  row->link = g_strstrip (g_strdup (plan->form->link ? plan->form->link : ""));
  row->note = g_strstrip (g_strdup (plan->form->note ? plan->form->note : ""));
  row->rev = plan->form->rev;
  return row;
}

static gboolean
plan_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Plan *plan = data;
  g_autoptr (ComarkSitting) row = row_of (plan);
  gint64 n;

  return comark_desk_allow (desk, NULL, COMARK_ACTION_PLAN_SITTINGS, error)
         && comark_sitting_rows_insert (desk->sql, row, &desk->who->id, comark_desk_now_ms (desk),
                                        &n, error)
         && comark_desk_log (desk, "plan-sitting", NULL, &plan->id, "day time place link note",
                             plan->form->day, error);
}

char *
comark_desk_plan_sitting (ComarkDesk *desk, const ComarkSittingForm *form, GError **error)
{
  Plan plan = { NULL, form, comark_desk_row_id (desk) };
  g_autoptr (ComarkSitting) sitting = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_PLAN_SITTINGS, error)
      || !check_form (form, error)
      || !comark_desk_write (desk, "plan-sitting", plan_step, &plan, error)
      || !comark_sitting_rows_get (desk->sql, &plan.id, &sitting, error))
    return NULL;
  if (sitting == NULL)
    no_such (error);
  return sitting != NULL ? g_strdup (sitting->ref) : NULL;
}

static gboolean
changed_meanwhile (ComarkSitting *stored, const ComarkSittingForm *form, GError **error)
{
  ComarkDeskChanges changes = COMARK_DESK_CHANGES_NONE;

  comark_desk_changes_text (&changes, "the day", stored->day, form->day);
  comark_desk_changes_text (&changes, "the time", stored->time, form->time);
  comark_desk_changes_text (&changes, "the place", stored->place, form->place);
  comark_desk_changes_text (&changes, "the link", stored->link, form->link);
  comark_desk_changes_text (&changes, "the note", stored->note, form->note);
  return comark_desk_changed (&changes, "this meeting", error);
}

static gboolean
is_planned (ComarkSitting *sitting, GError **error)
{
  if (g_str_equal (sitting->state, "planned"))
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "This meeting was called off. Plan a new one instead.");
}

static gboolean
change_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Plan *plan = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, plan->ref, COMARK_ACTION_PLAN_SITTINGS, error);
  g_autoptr (ComarkSitting) row = NULL;

  if (sitting == NULL || !is_planned (sitting, error))
    return FALSE;
  if (sitting->rev != plan->form->rev)
    return changed_meanwhile (sitting, plan->form, error);
  plan->id = sitting->id;
  row = row_of (plan);
  return comark_sitting_rows_update (desk->sql, row, error)
         && comark_desk_log (desk, "change-sitting", NULL, &sitting->id,
                             "day time place link note", plan->form->day, error);
}

gboolean
comark_desk_change_sitting (ComarkDesk *desk, const char *sitting, const ComarkSittingForm *form,
                            GError **error)
{
  Plan plan = { .ref = sitting, .form = form };

  return comark_desk_allow (desk, NULL, COMARK_ACTION_PLAN_SITTINGS, error)
         && check_form (form, error)
         && comark_desk_write (desk, "change-sitting", change_step, &plan, error);
}

typedef struct
{
  const char *sitting;
  const char *text; /* a reason, or how somebody comes */
} Say;

static gboolean
call_off_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Say *say = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, say->sitting, COMARK_ACTION_PLAN_SITTINGS, error);

  return sitting != NULL && is_planned (sitting, error)
         && comark_sitting_rows_call_off (desk->sql, &sitting->id, say->text, error)
         && comark_desk_log (desk, "call-off-sitting", NULL, &sitting->id, "state because",
                             say->text, error);
}

gboolean
comark_desk_call_off_sitting (ComarkDesk *desk, const char *sitting, const char *because,
                              GError **error)
{
  return comark_desk_need_text ("The reason for calling it off", because, error)
         && comark_desk_write (desk, "call-off-sitting", call_off_step, &(Say) { sitting, because },
                               error);
}

/* ---- the agenda ---- */

typedef struct
{
  const char *sitting;
  const char *ref;
  gboolean up;
} Item;

static gboolean
order_items (ComarkDesk *desk, ComarkSitting *sitting, GError **error)
{
  g_autoptr (GArray) ids = comark_sitting_rows_items (desk->sql, &sitting->id, error);

  return ids != NULL && comark_desk_order_items (desk, ids, error)
         && comark_sitting_rows_set_order (desk->sql, &sitting->id, (ComarkId *) ids->data,
                                           ids->len, error);
}

static gboolean
check_is_free (ComarkDesk *desk, ComarkSitting *sitting, ComarkCase *one, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (ComarkSitting) other = NULL;
  g_autoptr (GArray) ids = comark_sitting_rows_items (desk->sql, &sitting->id, error);

  if (ids == NULL
      || !comark_sitting_rows_find_of (desk->sql, &one->id, today, &other, error))
    return FALSE;
  if (other != NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "%s is on the agenda of %s already. Take it off there first.",
                               one->submission->title, other->ref);
  if (ids->len >= COMARK_AGENDA_ITEMS_MAX)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "An agenda has room for %d submissions. Plan another meeting.",
                               COMARK_AGENDA_ITEMS_MAX);
  if (sitting->is_past)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "That meeting is over. Put it on the agenda of one to come.");
  return TRUE;
}

static gboolean
put_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Item *item = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, item->sitting, COMARK_ACTION_PLAN_SITTINGS, error);
  g_autoptr (ComarkCase) one = NULL;

  if (sitting == NULL || !is_planned (sitting, error)
      || (one = comark_case_open (desk, item->ref, COMARK_ACTION_PUT_ON_AGENDA, NULL, error))
           == NULL
      || !check_is_free (desk, sitting, one, error))
    return FALSE;
  return comark_sitting_rows_add_item (desk->sql, &sitting->id, &one->id,
                                       comark_desk_now_ms (desk), error)
         && (sitting->by_hand || order_items (desk, sitting, error))
         && comark_case_log (one, "put-on-agenda", &sitting->id, "agenda", NULL, error);
}

gboolean
comark_desk_put_on_agenda (ComarkDesk *desk, const char *sitting, const char *ref, GError **error)
{
  return comark_desk_write (desk, "put-on-agenda", put_step, &(Item) { sitting, ref, FALSE },
                            error);
}

/* The place of @ref on the agenda as desk->who sees it; -1 with @error. */
static int
find_item (ComarkSitting *sitting, const char *ref, GError **error)
{
  for (guint i = 0; i < sitting->agenda->len; i++)
    if (g_strcmp0 (((ComarkAgendaItem *) sitting->agenda->pdata[i])->ref, ref) == 0)
      return (int) i;
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "There is no such submission on this agenda.");
  return -1;
}

static const ComarkId *
id_at (ComarkSitting *sitting, int place)
{
  return &((ComarkAgendaItem *) sitting->agenda->pdata[place])->submission;
}

static gboolean
take_off_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Item *item = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, item->sitting, COMARK_ACTION_PLAN_SITTINGS, error);
  int place = sitting != NULL ? find_item (sitting, item->ref, error) : -1;

  if (place < 0)
    return FALSE;
  return comark_sitting_rows_remove_item (desk->sql, &sitting->id, id_at (sitting, place), error)
         && (sitting->by_hand || order_items (desk, sitting, error))
         && comark_desk_log (desk, "take-off-agenda", id_at (sitting, place), &sitting->id,
                             "agenda", NULL, error);
}

gboolean
comark_desk_take_off_agenda (ComarkDesk *desk, const char *sitting, const char *ref,
                             GError **error)
{
  return comark_desk_write (desk, "take-off-agenda", take_off_step,
                            &(Item) { sitting, ref, FALSE }, error);
}

static guint
place_in (GArray *ids, const ComarkId *id)
{
  guint i = 0;

  while (i < ids->len && !comark_id_equal (&g_array_index (ids, ComarkId, i), id))
    i++;
  return i;
}

/* Items that are not seen may stand between the two: @moved goes right beside its neighbour. */
static gboolean
store_move (ComarkDesk *desk, ComarkSitting *sitting, const ComarkId *moved,
            const ComarkId *neighbour, gboolean up, GError **error)
{
  g_autoptr (GArray) ids = comark_sitting_rows_items (desk->sql, &sitting->id, error);
  ComarkId id = *moved;
  guint place;

  if (ids == NULL)
    return FALSE;
  place = place_in (ids, moved);
  if (place < ids->len)
    g_array_remove_index (ids, place);
  place = place_in (ids, neighbour) + (up ? 0 : 1);
  g_array_insert_val (ids, MIN (place, ids->len), id);
  return comark_sitting_rows_set_order (desk->sql, &sitting->id, (ComarkId *) ids->data, ids->len,
                                        error);
}

static gboolean
move_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Item *item = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, item->sitting, COMARK_ACTION_PLAN_SITTINGS, error);
  int place = sitting != NULL ? find_item (sitting, item->ref, error) : -1;
  int to = place + (item->up ? -1 : 1);

  if (place < 0)
    return FALSE;
  if (to < 0 || to >= (int) sitting->agenda->len)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED, "It is the %s on the agenda.",
                               item->up ? "first" : "last");
  return store_move (desk, sitting, id_at (sitting, place), id_at (sitting, to), item->up, error)
         && comark_sitting_rows_set_by_hand (desk->sql, &sitting->id, TRUE, error)
         && comark_desk_log (desk, "order-agenda", id_at (sitting, place), &sitting->id, "agenda",
                             NULL, error);
}

gboolean
comark_desk_move_on_agenda (ComarkDesk *desk, const char *sitting, const char *ref, gboolean up,
                            GError **error)
{
  return comark_desk_write (desk, "order-agenda", move_step, &(Item) { sitting, ref, up }, error);
}

static gboolean
order_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, data, COMARK_ACTION_PLAN_SITTINGS, error);

  return sitting != NULL && order_items (desk, sitting, error)
         && comark_sitting_rows_set_by_hand (desk->sql, &sitting->id, FALSE, error)
         && comark_desk_log (desk, "order-agenda", NULL, &sitting->id, "agenda", NULL, error);
}

gboolean
comark_desk_order_agenda (ComarkDesk *desk, const char *sitting, GError **error)
{
  return comark_desk_write (desk, "order-agenda", order_step, (gpointer) sitting, error);
}

/* ---- who comes ---- */

static gboolean
reply_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Say *say = data;
  g_autoptr (ComarkSitting) sitting
    = open_sitting (desk, say->sitting, COMARK_ACTION_SEE_SITTINGS, error);

  if (sitting == NULL || !is_planned (sitting, error))
    return FALSE;
  if (!sitting->may_reply)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               sitting->is_past
                                 ? "That meeting is over."
                                 : "This is for the members of the panels that meet there. An "
                                   "administrator can invite you.");
  return comark_sitting_rows_reply (desk->sql, &sitting->id, &desk->who->id, say->text,
                                    comark_desk_now_ms (desk), error)
         && comark_desk_log (desk, "reply-sitting", NULL, &sitting->id, "how", say->text, error);
}

gboolean
comark_desk_reply_sitting (ComarkDesk *desk, const char *sitting, const char *how, GError **error)
{
  const char *const ways[] = { "room", "online", "phone", "absent", NULL };

  if (how == NULL || !g_strv_contains (ways, how))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "Somebody comes to the room, joins online or by phone, or is "
                               "absent.");
  return comark_desk_write (desk, "reply-sitting", reply_step, &(Say) { sitting, how }, error);
}
