/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-supporter.h"

#include "comark-desk-case.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-person-rows.h"
#include "comark-review-rows.h"
#include "comark-standing-rows.h"
#include "comark-supporter-rows.h"

#define NAME_LENGTH_MAX 200

/* ---- who may be let in ---- */

/* Nobody with a part in it, nor of its panel: they would read a draft before rating alone. */
static gboolean
is_apart (const ComarkStanding *standing)
{
  return standing->active && !standing->is_owner && !standing->is_contributor
         && !(standing->is_invited && !standing->has_declined);
}

static gboolean
read_their_standing (ComarkDesk *desk, const ComarkId *submission, const ComarkId *person,
                     ComarkStanding *standing, GError **error)
{
  *standing = (ComarkStanding){ 0 };
  return comark_standing_rows_person (desk->sql, person, standing, error)
         && comark_standing_rows_submissions (desk->sql, person, submission, 1, standing, error);
}

static gboolean
check_supporter (ComarkCase *self, const ComarkId *person, GError **error)
{
  ComarkStanding standing;

  if (!read_their_standing (self->desk, &self->id, person, &standing, error))
    return FALSE;
  return is_apart (&standing)
         || comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                                "Somebody with a part in this submission, or on its panel, cannot "
                                "write for a member of it. Choose somebody else.");
}

GPtrArray *
comark_desk_list_supporters (ComarkDesk *desk, const char *ref, GError **error)
{
  ComarkId submission;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  if (!comark_desk_find_submission (desk, ref, &submission, error)
      || (people = comark_person_rows_list (desk->sql, error)) == NULL)
    return NULL;
  for (guint i = 0; i < people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);
      ComarkStanding standing;

      if (!read_their_standing (desk, &submission, &person->id, &standing, error))
        return NULL;
      if (is_apart (&standing))
        g_ptr_array_add (found, g_object_ref (person));
    }
  return g_steal_pointer (&found);
}

/* ---- letting ---- */

typedef struct
{
  const char *ref;
  const ComarkId *supporter;
  const char *name;
} Letting;

/* *row (transfer full) */
static gboolean
make_supporter (ComarkCase *self, const Letting *letting, ComarkSupporter **row, GError **error)
{
  g_autoptr (ComarkPerson) person = NULL;

  *row = comark_supporter_new ();
  if (letting->supporter == NULL)
    {
      (*row)->name = g_strdup (letting->name);
      return comark_desk_need_text ("The name of who writes", letting->name, error);
    }
  (*row)->person = *letting->supporter;
  if (!check_supporter (self, letting->supporter, error)
      || (person = comark_person_rows_find (self->desk->sql, letting->supporter, error)) == NULL)
    return FALSE;
  (*row)->name = g_strdup (person->name);
  return TRUE;
}

static gboolean
let_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Letting *letting = data;
  const ComarkId *member = &desk->who->id;
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, letting->ref, COMARK_ACTION_LET_WRITE, NULL, error);
  g_autoptr (ComarkSupporter) row = NULL;

  return self != NULL && make_supporter (self, letting, &row, error)
         && comark_supporter_rows_let (desk->sql, &self->id, member, row, member,
                                       comark_desk_now_ms (desk), error)
         && comark_case_log (self, "let-write", member, "supporter", row->name, error);
}

gboolean
comark_desk_let_write (ComarkDesk *desk, const char *ref, const ComarkId *supporter,
                       const char *name, GError **error)
{
  Letting letting = { ref, supporter, name };

  if (name != NULL && g_utf8_strlen (name, -1) > NAME_LENGTH_MAX)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "A name has at most %d characters.", NAME_LENGTH_MAX);
  return comark_desk_write (desk, "let-write", let_step, &letting, error);
}

/* ---- ending ---- */

static gboolean
stop_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self
    = comark_case_open (desk, data, COMARK_ACTION_SEE_EXISTS, NULL, error);

  return self != NULL
         && comark_supporter_rows_end (desk->sql, &self->id, &desk->who->id,
                                       comark_desk_now_ms (desk), error)
         && comark_case_log (self, "stop-writing", &desk->who->id, "supporter", NULL, error);
}

gboolean
comark_desk_stop_writing (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "stop-writing", stop_step, (gpointer) ref, error);
}

/* ---- confirming ---- */

static gboolean
find_first (ComarkCase *self, ComarkReview **review, GError **error)
{
  return comark_review_rows_find (self->desk->sql, &self->id, &self->desk->who->id,
                                  self->submission->round, COMARK_STAGE_FIRST, review, error);
}

static gboolean
confirm_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (ComarkCase) self = comark_case_open (desk, data, COMARK_ACTION_RATE, NULL, error);
  g_autoptr (ComarkReview) review = NULL;

  if (self == NULL || !find_first (self, &review, error))
    return FALSE;
  if (review == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "Nothing was written for you here yet.");
  /* Who confirms is at the keys again. */
  return comark_supporter_rows_end (desk->sql, &self->id, &desk->who->id,
                                    comark_desk_now_ms (desk), error)
         && comark_supporter_rows_confirm (desk->sql, &review->id, comark_desk_now_ms (desk),
                                           error)
         && comark_case_log (self, "confirm-recorded", &review->id, "recorded", NULL, error);
}

gboolean
comark_desk_confirm_recorded (ComarkDesk *desk, const char *ref, GError **error)
{
  return comark_desk_write (desk, "confirm-recorded", confirm_step, (gpointer) ref, error);
}

gboolean
comark_desk_find_unconfirmed (ComarkDesk *desk, const ComarkId *review, char **sentence,
                              GError **error)
{
  g_autoptr (GPtrArray) all = comark_supporter_rows_list (desk->sql, review, error);
  GString *names = g_string_new (NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      ComarkRecorded *one = g_ptr_array_index (all, i);

      if (g_str_equal (one->state, "waiting"))
        g_string_append_printf (names, "%s%s", names->len ? ", " : "",
                                *one->criterion ? one->criterion : "the overall comment");
    }
  *sentence = names->len > 0
                ? g_strdup_printf ("%s: recorded for you. Read it, and confirm it or put it in "
                                   "your own words.",
                                   names->str)
                : NULL;
  g_string_free (names, TRUE);
  return all != NULL;
}
