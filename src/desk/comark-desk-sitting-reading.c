/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person is out of the room for an item if they are not on its panel, or leave it because of an
 * interest. For a viewer only items that they see are looked at: who else comes to the sitting is
 * then known from these alone, and a hidden one leaves no trace.
 */
#include "comark-desk-sitting-reading.h"

#include <string.h>

#include "comark-agenda.h"
#include "comark-desk-standing.h"
#include "comark-seat-rows.h"
#include "comark-sitting-rows.h"
#include "comark-submission-rows.h"

/* ---- who is where ---- */

typedef enum
{
  IN_ROOM,
  OUT_INTEREST,
  OUT_OTHER_PANEL,
} Where;

typedef struct
{
  GPtrArray *submissions; /* ComarkSubmission, in the order of the agenda */
  GPtrArray *people;      /* ComarkComer: everybody in the room for one of them at least */
  GArray *where;          /* Where: submissions × people */
} Doors;

static void
doors_clear (Doors *self)
{
  g_clear_pointer (&self->submissions, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->where, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Doors, doors_clear)

static gboolean
is_seated (ComarkSeat *seat)
{
  return g_strcmp0 (seat->reply, "declined") != 0;
}

static Where
where_of (GPtrArray *seats, const ComarkId *person)
{
  for (guint i = 0; i < seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (seats, i);

      if (comark_id_equal (&seat->person, person) && is_seated (seat))
        return seat->effect == COMARK_EFFECT_LEAVES ? OUT_INTEREST : IN_ROOM;
    }
  return OUT_OTHER_PANEL;
}

static int
compare_comers (gconstpointer a, gconstpointer b)
{
  const ComarkComer *one = *(ComarkComer **) a, *other = *(ComarkComer **) b;

  return one->kind != other->kind ? (int) one->kind - (int) other->kind
                                  : g_utf8_collate (one->name, other->name);
}

static gboolean
is_known (GPtrArray *people, const ComarkId *person)
{
  for (guint i = 0; i < people->len; i++)
    if (comark_id_equal (&((ComarkComer *) people->pdata[i])->person, person))
      return TRUE;
  return FALSE;
}

static void
add_people (GPtrArray *people, GPtrArray *seats)
{
  for (guint i = 0; i < seats->len; i++)
    {
      ComarkSeat *seat = g_ptr_array_index (seats, i);
      ComarkComer *comer;

      if (where_of (seats, &seat->person) != IN_ROOM || is_known (people, &seat->person))
        continue;
      comer = comark_comer_new ();
      comer->person = seat->person;
      comer->name = g_strdup (seat->name);
      comer->kind = seat->kind;
      comer->how = g_strdup ("");
      g_ptr_array_add (people, comer);
    }
}

static void
fill_where (Doors *self, GPtrArray *panels)
{
  for (guint i = 0; i < panels->len; i++)
    for (guint p = 0; p < self->people->len; p++)
      {
        ComarkComer *comer = g_ptr_array_index (self->people, p);
        Where where = where_of (g_ptr_array_index (panels, i), &comer->person);

        g_array_append_val (self->where, where);
      }
}

/* @standings (nullable): only what one person may see with these, one an item. */
static gboolean
read_doors (ComarkDesk *desk, const ComarkId *ids, guint n, const ComarkStanding *standings,
            Doors *self, GError **error)
{
  g_autoptr (GPtrArray) panels
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  self->submissions = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->where = g_array_new (FALSE, FALSE, sizeof (Where));
  for (guint i = 0; i < n; i++)
    {
      ComarkSubmission *submission;
      GPtrArray *seats;

      if (standings != NULL
          && (!comark_access_check (&standings[i], COMARK_ACTION_SEE_EXISTS, NULL)
              || !comark_access_sees_panel (&standings[i])))
        continue;
      submission = comark_submission_rows_get (desk->sql, &ids[i], error);
      if (submission == NULL)
        return FALSE;
      g_ptr_array_add (self->submissions, submission);
      seats = comark_seat_rows_list (desk->sql, &ids[i], submission->round, error);
      if (seats == NULL)
        return FALSE;
      g_ptr_array_add (panels, seats);
      add_people (self->people, seats);
    }
  g_ptr_array_sort (self->people, compare_comers);
  fill_where (self, panels);
  return TRUE;
}

static Where
door (const Doors *self, guint item, guint person)
{
  return g_array_index (self->where, Where, item * self->people->len + person);
}

/* Returns: (transfer full): TRUE for who is out, as ComarkAgendaRoom has it. */
static gboolean *
out_of (const Doors *self)
{
  gboolean *out = g_new0 (gboolean, MAX (self->where->len, 1));

  for (guint i = 0; i < self->where->len; i++)
    out[i] = g_array_index (self->where, Where, i) != IN_ROOM;
  return out;
}

gboolean
comark_desk_order_items (ComarkDesk *desk, GArray *ids, GError **error)
{
  g_auto (Doors) doors = { NULL, NULL, NULL };
  g_autofree ComarkId *planned = g_memdup2 (ids->data, ids->len * sizeof (ComarkId));
  g_autofree guint *order = g_new0 (guint, MAX (ids->len, 1));
  g_autofree gboolean *out = NULL;

  if (!read_doors (desk, planned, ids->len, NULL, &doors, error))
    return FALSE;
  out = out_of (&doors);
  comark_agenda_order (&(ComarkAgendaRoom) { ids->len, doors.people->len, out }, order);
  for (guint i = 0; i < ids->len; i++)
    g_array_index (ids, ComarkId, i) = planned[order[i]];
  return TRUE;
}

static void
fill_walks (ComarkSitting *sitting, const Doors *doors)
{
  guint n = doors->submissions->len;
  g_autofree guint *order = g_new0 (guint, MAX (n, 1));
  g_autofree gboolean *out = out_of (doors);
  ComarkAgendaRoom room = { n, doors->people->len, out };

  for (guint i = 0; i < n; i++)
    order[i] = i;
  sitting->walks = comark_agenda_walks (&room, order);
  sitting->fewest_walks = sitting->is_past ? sitting->walks : comark_agenda_order (&room, order);
}

/* ---- the door, in words ---- */

typedef gboolean (*Walks) (const Doors *doors, guint item, guint person);

static gboolean
was_in (const Doors *doors, guint item, guint person)
{
  return item > 0 && door (doors, item - 1, person) == IN_ROOM;
}

static gboolean
leaves_for_interest (const Doors *doors, guint item, guint person)
{
  return was_in (doors, item, person) && door (doors, item, person) == OUT_INTEREST;
}

static gboolean
leaves_to_others (const Doors *doors, guint item, guint person)
{
  return was_in (doors, item, person) && door (doors, item, person) == OUT_OTHER_PANEL;
}

static gboolean
waits_for_interest (const Doors *doors, guint item, guint person)
{
  return item == 0 && door (doors, 0, person) == OUT_INTEREST;
}

static gboolean
comes_in (const Doors *doors, guint item, guint person)
{
  return item > 0 && !was_in (doors, item, person) && door (doors, item, person) == IN_ROOM;
}

static void
append_names (GString *text, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s",
                            i == 0 ? "" : i + 1 == names->len ? " and " : ", ",
                            (char *) g_ptr_array_index (names, i));
}

static void
append_walkers (GString *text, const Doors *doors, guint item, Walks walks, const char *one,
                const char *many)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint p = 0; p < doors->people->len; p++)
    if (walks (doors, item, p))
      g_ptr_array_add (names, ((ComarkComer *) doors->people->pdata[p])->name);
  if (names->len == 0)
    return;
  g_string_append (text, text->len > 0 ? " " : "");
  append_names (text, names);
  g_string_append (text, names->len == 1 ? one : many);
}

static char *
door_words (const Doors *doors, guint item)
{
  GString *text = g_string_new (NULL);

  append_walkers (text, doors, item, waits_for_interest,
                  " is not in the room for this, because of a declared interest.",
                  " are not in the room for this, because of declared interests.");
  append_walkers (text, doors, item, leaves_for_interest,
                  " leaves the room before this, because of a declared interest.",
                  " leave the room before this, because of declared interests.");
  append_walkers (text, doors, item, leaves_to_others, " leaves: this has another panel.",
                  " leave: this has another panel.");
  append_walkers (text, doors, item, comes_in, " comes in.", " come in.");
  return g_string_free (text, FALSE);
}

/* ---- one sitting for one person ---- */

static void
fill_agenda (ComarkSitting *sitting, const Doors *doors)
{
  for (guint i = 0; i < doors->submissions->len; i++)
    {
      ComarkSubmission *submission = g_ptr_array_index (doors->submissions, i);
      ComarkAgendaItem *item = comark_agenda_item_new ();

      item->submission = submission->id;
      item->ref = g_strdup (submission->ref);
      item->title = g_strdup (submission->title);
      item->state = submission->state;
      item->door = door_words (doors, i);
      g_ptr_array_add (sitting->agenda, item);
    }
}

static void
fill_reply (ComarkSitting *sitting, GPtrArray *replies, const ComarkId *viewer, ComarkComer *comer)
{
  for (guint i = 0; i < replies->len; i++)
    {
      ComarkComer *reply = g_ptr_array_index (replies, i);

      if (comark_id_equal (&reply->person, &comer->person))
        {
          g_free (comer->how);
          comer->how = g_strdup (reply->how);
        }
    }
  if (!comark_id_equal (&comer->person, viewer))
    return;
  g_free (sitting->own_reply);
  sitting->own_reply = g_strdup (comer->how);
  sitting->may_reply = g_str_equal (sitting->state, "planned") && !sitting->is_past;
}

static gboolean
fill_comers (ComarkDesk *desk, ComarkSitting *sitting, const Doors *doors, GError **error)
{
  g_autoptr (GPtrArray) replies = comark_sitting_rows_replies (desk->sql, &sitting->id, error);

  for (guint i = 0; replies != NULL && i < doors->people->len; i++)
    {
      ComarkComer *comer = g_ptr_array_index (doors->people, i);

      fill_reply (sitting, replies, &desk->who->id, comer);
      g_ptr_array_add (sitting->comers, g_object_ref (comer));
    }
  return replies != NULL;
}

gboolean
comark_desk_finish_sitting (ComarkDesk *desk, ComarkSitting *sitting, gboolean *sees,
                            GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autoptr (GArray) ids = comark_sitting_rows_items (desk->sql, &sitting->id, error);
  g_autofree ComarkStanding *standings = NULL;
  g_auto (Doors) doors = { NULL, NULL, NULL };
  ComarkStanding own;

  if (ids == NULL || !comark_desk_read_standing (desk, NULL, NULL, &own, error)
      || (standings = comark_desk_read_standings (desk, (ComarkId *) ids->data, ids->len, error))
           == NULL
      || !read_doors (desk, (ComarkId *) ids->data, ids->len, standings, &doors, error))
    return FALSE;
  sitting->is_past = strcmp (sitting->day, today) < 0;
  sitting->may_plan = g_str_equal (sitting->state, "planned")
                      && comark_access_check (&own, COMARK_ACTION_PLAN_SITTINGS, NULL);
  fill_agenda (sitting, &doors);
  fill_walks (sitting, &doors);
  *sees = doors.submissions->len > 0
          || (own.roles & (COMARK_ROLE_ADMINISTRATOR | COMARK_ROLE_CO_CHAIR)) != 0;
  return fill_comers (desk, sitting, &doors, error);
}
