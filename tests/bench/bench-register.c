/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times on a large register, through the acts that the window uses: first page, the same for a
 * member, search, handing in a review of 23 ratings. Prints one line each: NAME and milliseconds
 * (median). tests/bench/register.py sets them beside the sqlite3 program.
 *
 *   bench-register FILE
 */
#include <stdlib.h>

#include "comark-desk-panel.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-dossier.h"
#include "comark-register.h"

#define RUNS 15
#define PAGE 128

typedef struct
{
  const char *search;
  guint n_rows;
} List;

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gpointer
list_job (ComarkDesk *desk, gpointer data, GError **error)
{
  List *list = data;
  ComarkSubmissionQuery query = { .search = list->search, .state = -1 };
  g_autoptr (GArray) ids = comark_desk_query_submissions (desk, &query, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  list->n_rows = ids->len;
  rows = comark_desk_fetch_submissions (desk, (const ComarkId *) (gpointer) ids->data,
                                        MIN (ids->len, PAGE), error);
  return rows ? COMARK_REGISTER_DONE : NULL;
}

static double
time_job (ComarkRegister *reg, ComarkStoreAccess access, ComarkRegisterJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  if (comark_register_run (reg, access, job, data, &error) == NULL)
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - begun) / 1000.0;
}

static void
report_list (ComarkRegister *reg, const char *name, const char *search)
{
  double times[RUNS];
  List list = { search, 0 };

  for (int i = 0; i < RUNS; i++)
    times[i] = time_job (reg, COMARK_STORE_READ, list_job, &list);
  qsort (times, RUNS, sizeof *times, compare);
  g_print ("%s\t%.3f\t%u rows\n", name, times[RUNS / 2], list.n_rows);
}

/* ---- handing in ---- */

static gpointer
find_job (ComarkDesk *desk, gpointer name, GError **error)
{
  return comark_desk_find_person (desk, name, error);
}

static void
act_as (ComarkRegister *reg, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPerson) person
    = comark_register_run (reg, COMARK_STORE_READ, find_job, (gpointer) name, &error);

  if (person == NULL)
    g_error ("%s", error->message);
  comark_register_set_acting (reg, person);
}

static gpointer
refs_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkSubmissionQuery query = { .state = COMARK_STATE_READY };
  g_autoptr (GArray) ids = comark_desk_query_submissions (desk, &query, error);

  return ids ? comark_desk_fetch_submissions (desk, (const ComarkId *) (gpointer) ids->data,
                                              MIN (ids->len, RUNS), error)
             : NULL;
}

static gpointer
invite_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkSubmission *submission = data;
  g_autoptr (GPtrArray) people = comark_desk_list_people (desk, error);
  ComarkId ids[8];
  guint n = 0;

  for (guint i = 0; i < people->len && n < G_N_ELEMENTS (ids); i++)
    {
      ComarkPerson *person = g_ptr_array_index (people, i);
      if ((person->roles & COMARK_ROLE_MEMBER) && !(person->roles & COMARK_ROLE_OWNER))
        ids[n++] = person->id;
    }
  return comark_desk_invite (desk, submission->ref, ids, n, NULL, NULL, NULL, error)
           ? COMARK_REGISTER_DONE : NULL;
}

static gpointer
prepare_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkSubmission *submission = data;
  g_autoptr (ComarkDossier) dossier = NULL;

  if (!comark_desk_declare_interest (desk, submission->ref, NULL, COMARK_INTEREST_NONE, "", error)
      || (dossier = comark_desk_open_dossier (desk, submission->ref, error)) == NULL)
    return NULL;
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ComarkCriterion *criterion = g_ptr_array_index (dossier->criteria, i);
      if (!comark_desk_save_rating (desk, submission->ref, criterion->id, 3, "Seen.",
                                    COMARK_STRENGTH_SHOWN, 0, NULL, NULL, error))
        return NULL;
    }
  return COMARK_REGISTER_DONE;
}

static gpointer
submit_job (ComarkDesk *desk, gpointer data, GError **error)
{
  ComarkSubmission *submission = data;

  return comark_desk_submit_review (desk, submission->ref, error) ? COMARK_REGISTER_DONE : NULL;
}

/* What a member waits for: 23 drafts saved one by one, then the one act that hands them in. */
static void
report_review (ComarkRegister *reg)
{
  double drafts[RUNS], submits[RUNS];
  guint n = 0;

  act_as (reg, "Priya Nair");
  g_autoptr (GPtrArray) rows = comark_register_run (reg, COMARK_STORE_READ, refs_job, NULL, NULL);
  for (; rows && n < rows->len && n < RUNS; n++)
    {
      ComarkSubmission *submission = g_ptr_array_index (rows, n);
      act_as (reg, "Priya Nair");
      time_job (reg, COMARK_STORE_WRITE, invite_job, submission);
      act_as (reg, "Member 07");
      drafts[n] = time_job (reg, COMARK_STORE_WRITE, prepare_job, submission);
      submits[n] = time_job (reg, COMARK_STORE_WRITE, submit_job, submission);
    }
  if (n == 0)
    g_error ("no submission is ready for a panel");
  qsort (drafts, n, sizeof *drafts, compare);
  qsort (submits, n, sizeof *submits, compare);
  g_print ("23 drafts saved\t%.3f\n", drafts[n / 2]);
  g_print ("review handed in\t%.3f\n", submits[n / 2]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkRegister) reg = NULL;
  gint64 begun = g_get_monotonic_time ();

  comark_store_prepare_process ();
  reg = comark_register_open (argc > 1 ? argv[1] : "", &error);
  if (reg == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("open\t%.3f\n", (double) (g_get_monotonic_time () - begun) / 1000.0);
  act_as (reg, "Priya Nair");
  report_list (reg, "first page", NULL);
  report_list (reg, "search, one word", "dementia");
  report_list (reg, "search, two words", "carers housing");
  act_as (reg, "Member 07");
  report_list (reg, "first page of a member", NULL);
  report_review (reg);
  comark_register_close (reg);
  return 0;
}
