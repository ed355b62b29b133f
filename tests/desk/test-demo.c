/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The demo register has something true on every page, and holds every rule that a real one does.
 */
#include "comark-desk-care.h"
#include "comark-desk-decision.h"
#include "comark-desk-demo.h"
#include "comark-desk-people.h"
#include "comark-desk-submissions.h"
#include "comark-dossier.h"
#include "comark-reader.h"
#include "store-fixture.h"

typedef struct
{
  char *place;
  ComarkRegister *reg;
  GPtrArray *people;      /* ComarkPerson */
  GPtrArray *submissions; /* ComarkSubmission, as an administrator sees them */
} Fixture;

static Fixture fixture;

/* ---- asking the register ---- */

static gpointer
run_people (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_people (desk, error);
}

static gpointer
run_submissions (ComarkDesk *desk, gpointer data, GError **error)
{
  g_autoptr (GArray) ids
    = comark_desk_query_submissions (desk, &(ComarkSubmissionQuery){ .state = -1 }, error);

  return ids != NULL ? comark_desk_fetch_submissions (desk, (ComarkId *) (gpointer) ids->data,
                                                      ids->len, error)
                     : NULL;
}

static gpointer
run_marks (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_list_marks (desk, error);
}

static gpointer
run_check (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_check (desk, error);
}

static gpointer
run_dossier (ComarkDesk *desk, gpointer data, GError **error)
{
  return comark_desk_open_dossier (desk, data, error);
}

static gpointer
ask (ComarkRegisterJob job, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gpointer answer = comark_register_run (fixture.reg, COMARK_STORE_READ, job, data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (answer);
  return answer;
}

static ComarkPerson *
somebody (guint role)
{
  for (guint i = 0; i < fixture.people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (fixture.people, i);

      if (person->roles & role)
        return person;
    }
  g_assert_not_reached ();
}

static void
be (ComarkPerson *person)
{
  comark_register_set_acting (fixture.reg, person);
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  fixture.place = comark_fixture_place ();
  fixture.reg = comark_desk_make_demo (fixture.place, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture.reg);
  fixture.people = ask (run_people, NULL);
  be (somebody (COMARK_ROLE_ADMINISTRATOR));
  fixture.submissions = ask (run_submissions, NULL);
}

static void
tear_down (void)
{
  g_ptr_array_unref (fixture.people);
  g_ptr_array_unref (fixture.submissions);
  comark_register_close (fixture.reg);
  g_object_unref (fixture.reg);
  comark_fixture_remove (fixture.place);
}

/* ---- what is there ---- */

static void
test_people (void)
{
  guint members = 0, experts = 0, chairs = 0, owners = 0, administrators = 0, carers = 0;

  for (guint i = 0; i < fixture.people->len; i++)
    {
      ComarkPerson *person = g_ptr_array_index (fixture.people, i);
      gboolean is_member = (person->roles & COMARK_ROLE_MEMBER) != 0;

      members += is_member;
      experts += is_member && person->kind == COMARK_KIND_EXPERT;
      chairs += (person->roles & COMARK_ROLE_CO_CHAIR) != 0;
      owners += (person->roles & COMARK_ROLE_OWNER) != 0;
      administrators += (person->roles & COMARK_ROLE_ADMINISTRATOR) != 0;
      carers += person->carer;
      g_assert_true (!is_member || *person->access_needs != '\0');
    }
  g_assert_cmpuint (members, ==, 8);
  g_assert_cmpuint (experts, ==, 4);
  g_assert_cmpuint (chairs, ==, 2);
  g_assert_cmpuint (owners, ==, 4);
  g_assert_cmpuint (administrators, ==, 2);
  g_assert_cmpuint (carers, >=, 1);
}

/* Nobody can ask the owner yet, so nothing is waiting for an answer. */
static void
test_every_state (void)
{
  guint seen[COMARK_N_STATES] = { 0 };

  g_assert_cmpuint (fixture.submissions->len, >=, 14);
  for (guint i = 0; i < fixture.submissions->len; i++)
    seen[((ComarkSubmission *) g_ptr_array_index (fixture.submissions, i))->state]++;
  for (guint state = 0; state < COMARK_N_STATES; state++)
    if (state != COMARK_STATE_CLARIFYING)
      g_assert_cmpuint (seen[state], >=, 1);
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) marks = ask (run_marks, NULL);
  guint live = 0, revoked = 0, exemplar = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      ComarkMark *mark = g_ptr_array_index (marks, i);

      live += mark->state == COMARK_MARK_LIVE;
      revoked += mark->state == COMARK_MARK_REVOKED;
      exemplar += mark->exemplar;
    }
  g_assert_cmpuint (live, >=, 4);
  g_assert_cmpuint (revoked, >=, 1);
  g_assert_cmpuint (exemplar, >=, 1);
}

static void
test_sound (void)
{
  g_auto (GStrv) wrong = ask (run_check, NULL);

  g_assert_cmpstr (wrong[0], ==, NULL);
}

/* ---- documents ---- */

typedef struct
{
  const char *ref;
  const char *hash;
} File;

static gpointer
run_file (ComarkDesk *desk, gpointer data, GError **error)
{
  File *file = data;

  return comark_desk_read_file (desk, file->ref, file->hash, error);
}

static int
count_pages (const char *ref, const char *hash)
{
  g_autoptr (GBytes) bytes = ask (run_file, &(File){ ref, hash });
  g_autoptr (GError) error = NULL;
  int n_pages = comark_reader_count_pages (bytes, NULL, &error);

  g_assert_no_error (error);
  return n_pages;
}

static gint64
check_documents (ComarkDossier *dossier)
{
  const char *ref = dossier->submission->ref;
  gint64 most = 0;

  for (guint i = 0; i < dossier->documents->len; i++)
    {
      ComarkDocument *document = g_ptr_array_index (dossier->documents, i);

      g_assert_cmpstr (document->mime, ==, "application/pdf");
      g_assert_cmpint (document->pages, >, 0);
      g_assert_cmpint (count_pages (ref, document->hash), ==, document->pages);
      most = MAX (most, document->pages);
    }
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);

      g_assert_cmpstr (item->description, !=, "");
      if (item->hash != NULL)
        g_assert_cmpint (count_pages (ref, item->hash), >, 0);
    }
  return most;
}

static void
test_documents_open (void)
{
  gint64 most = 0;

  be (somebody (COMARK_ROLE_ADMINISTRATOR));
  for (guint i = 0; i < fixture.submissions->len; i++)
    {
      ComarkSubmission *submission = g_ptr_array_index (fixture.submissions, i);
      g_autoptr (ComarkDossier) dossier = ask (run_dossier, submission->ref);

      most = MAX (most, check_documents (dossier));
    }
  g_assert_cmpint (most, >=, 30);
}

/* ---- drafts ---- */

static void
check_no_drafts (ComarkDossier *dossier)
{
  for (guint i = 0; i < dossier->reviews->len; i++)
    {
      ComarkReview *review = g_ptr_array_index (dossier->reviews, i);

      g_assert_true (review->submitted || comark_id_equal (&review->person, &dossier->viewer->id));
    }
}

/* Whoever looks, at whatever they may open. */
static void
test_drafts_are_hidden (void)
{
  guint n_own_drafts = 0;

  for (guint i = 0; i < fixture.people->len; i++)
    for (guint j = 0; j < fixture.submissions->len; j++)
      {
        ComarkSubmission *submission = g_ptr_array_index (fixture.submissions, j);
        g_autoptr (ComarkDossier) dossier = NULL;

        be (g_ptr_array_index (fixture.people, i));
        dossier = comark_register_run (fixture.reg, COMARK_STORE_READ, run_dossier,
                                       submission->ref, NULL);
        if (dossier == NULL)
          continue;
        check_no_drafts (dossier);
        n_own_drafts += dossier->own_first != NULL && !dossier->own_first->submitted;
      }
  /* There are some to hide. */
  g_assert_cmpuint (n_own_drafts, >=, 3);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/desk/demo/has-a-whole-panel", test_people);
  g_test_add_func ("/desk/demo/shows-every-state", test_every_state);
  g_test_add_func ("/desk/demo/has-live-and-revoked-marks", test_marks);
  g_test_add_func ("/desk/demo/is-sound", test_sound);
  g_test_add_func ("/desk/demo/documents-open-in-the-reader", test_documents_open);
  g_test_add_func ("/desk/demo/drafts-are-their-authors-alone", test_drafts_are_hidden);
  status = g_test_run ();
  tear_down ();
  return status;
}
