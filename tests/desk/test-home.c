/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taken home and brought back: what the pack holds and what it does not, rating in the copy, and
 * putting both together field by field without losing a word.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "comark-archive.h"
#include "comark-desk-exchange.h"
#include "comark-desk-home.h"
#include "comark-desk-merge.h"
#include "comark-desk-quotes.h"
#include "comark-desk-talk.h"
#include "comark-dossier.h"
#include "comark-merge.h"
#include "panel-fixture.h"

/* ---- a panel, a folder, and another computer ---- */

typedef struct
{
  Panel *panel;
  char *folder;
  char *home_folder;
  GFile *pack;
  GFile *review;

  /* the register at home, while it is open */
  ComarkDesk desk;
  ComarkPerson *member;
} Home;

static GFile *
file_in (Home *home, const char *name)
{
  g_autofree char *path = g_build_filename (home->folder, name, NULL);

  return g_file_new_for_path (path);
}

static Home *
home_new (void)
{
  Home *home = g_new0 (Home, 1);

  home->panel = panel_new ();
  home->folder = g_dir_make_tmp ("comark-home-XXXXXX", NULL);
  home->home_folder = g_build_filename (home->folder, "elsewhere", NULL);
  home->pack = file_in (home, "reading.copack");
  home->review = file_in (home, "back.coreview");
  panel_go_to (home->panel, STEP_IN_REVIEW);
  return home;
}

static void
leave_home (Home *home)
{
  g_clear_pointer (&home->desk.sql, comark_sql_free);
  g_clear_object (&home->member);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        empty (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
home_free (Home *home)
{
  leave_home (home);
  panel_free (home->panel);
  empty (home->folder);
  g_free (home->folder);
  g_free (home->home_folder);
  g_object_unref (home->pack);
  g_object_unref (home->review);
  g_free (home);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Home, home_free)

static void
take_home (Home *home, Who maker, Who member)
{
  g_autoptr (GError) error = NULL;

  panel_worked (comark_desk_take_home (panel_as (home->panel, maker), home->panel->ref,
                                       panel_id (home->panel, member), home->pack, &error),
                &error);
}

/* Opens the pack on the other computer. Returns: the desk of its member there */
static ComarkDesk *
go_home_to (Home *home, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkHomePlace) place = NULL;

  leave_home (home);
  place = comark_home_open_pack (home->pack, folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (place->ref, ==, home->panel->ref);
  home->desk = (ComarkDesk) { .clock = home->panel->desk.clock,
                              .purpose = COMARK_PURPOSE_PRACTICE, .op = comark_id_new () };
  home->desk.sql = comark_sql_open (place->path, COMARK_SQL_OPEN_WRITE, &error);
  g_assert_no_error (error);
  home->member = comark_desk_find_person (&home->desk, place->member, &error);
  g_assert_no_error (error);
  home->desk.who = home->member;
  return &home->desk;
}

static ComarkDesk *
go_home (Home *home)
{
  return go_home_to (home, home->home_folder);
}

static ComarkDossier *
dossier_of (ComarkDesk *desk, const char *ref)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (desk, ref, &error);

  g_assert_no_error (error);
  return dossier;
}

static ComarkDossier *
here (Home *home, Who who)
{
  return dossier_of (panel_as (home->panel, who), home->panel->ref);
}

static void
rate (ComarkDesk *desk, const char *ref, const char *criterion, ComarkValue value,
      const char *reason)
{
  g_autoptr (ComarkDossier) dossier = dossier_of (desk, ref);
  g_autoptr (GError) error = NULL;
  ComarkRating *now
    = dossier->own_first ? comark_dossier_rating (dossier->own_first, criterion) : NULL;

  panel_worked (comark_desk_save_rating (desk, ref, criterion, value, reason,
                                         now ? now->strength : COMARK_STRENGTH_NONE,
                                         now ? now->rev : 0, NULL, NULL, &error),
                &error);
}

static void
rate_here (Home *home, Who who, const char *criterion, ComarkValue value, const char *reason)
{
  rate (panel_as (home->panel, who), home->panel->ref, criterion, value, reason);
}

static void
rate_at_home (Home *home, const char *criterion, ComarkValue value, const char *reason)
{
  rate (&home->desk, home->panel->ref, criterion, value, reason);
}

static void
send_back (Home *home, gboolean hand_in)
{
  g_autoptr (GError) error = NULL;

  home->desk.op = comark_id_new ();
  panel_worked (comark_desk_send_home_review (&home->desk, home->panel->ref, hand_in,
                                              home->review, &error),
                &error);
}

static void
bring (Home *home, Who who, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  panel_worked (comark_desk_import_review (panel_as (home->panel, who), home->review, &summary,
                                           &error),
                &error);
  if (strstr (summary, words) == NULL)
    g_error ("“%s” does not say “%s”", summary, words);
}

static void
bring_refused (Home *home, Who who, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (comark_desk_import_review (panel_as (home->panel, who), home->review, NULL,
                                             &error));
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
assert_rating (ComarkDossier *dossier, const char *criterion, ComarkValue value,
               const char *reason)
{
  ComarkRating *rating = comark_dossier_rating (dossier->own_first, criterion);

  g_assert_nonnull (rating);
  g_assert_cmpint (rating->value, ==, value);
  g_assert_cmpstr (rating->reason, ==, reason);
}

/* ---- what the pack holds ---- */

/* All bytes of all files of the zip, unpacked. */
static GString *
unpack (GFile *pack)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkArchive) archive = comark_archive_open (pack, &error);
  GString *all = g_string_new (NULL);
  const char *name;

  g_assert_no_error (error);
  while (comark_archive_next (archive, &name, &error) && name != NULL)
    {
      g_autoptr (GBytes) bytes = comark_archive_read (archive, 16 * 1024 * 1024, &error);

      g_assert_no_error (error);
      g_string_append (all, name);
      g_string_append_len (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  g_assert_no_error (error);
  return all;
}

static void
assert_holds (GString *all, const char *words, gboolean holds)
{
  if ((memmem (all->str, all->len, words, strlen (words)) != NULL) != holds)
    g_error ("the pack %s “%s”", holds ? "lacks" : "tells", words);
}

/* Everybody has rated and talked; E2 is still at it. */
static void
fill_with_secrets (Home *home)
{
  g_autoptr (GError) error = NULL;
  ComarkMessageForm form = { .audience = COMARK_TALK_PANEL, .body = "Whispered to the panel." };
  const Who others[] = { E1, S1, S2 };
  Panel *panel = home->panel;

  rate_here (home, E2, "C1", 3, "Emil’s own thought.");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    panel_rate_all (panel, others[i], 2);
  panel_worked (comark_desk_open_peers (panel_as (panel, S1), panel->ref, &error), &error);
  panel_worked (comark_desk_say (panel_as (panel, S1), panel->ref, &form, NULL, &error), &error);
}

static void
test_pack_tells_of_nobody_else (void)
{
  static const char *const secrets[] = {
    "Esme", "Sam One", "Sue Two", "Eve Three", "Stan Three", "Ada Admin", "Because of what I read",
    "Whispered", "agreed=", "credit=", "submitted", "email=", "review-in",
  };
  g_autoptr (Home) home = home_new ();
  g_autoptr (GString) all = NULL;

  fill_with_secrets (home);
  take_home (home, E2, E2);
  all = unpack (home->pack);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    assert_holds (all, secrets[i], FALSE);
  assert_holds (all, "Emil’s own thought.", TRUE);
  assert_holds (all, "Emil Two", TRUE);
  assert_holds (all, "We did it together.", TRUE);
  assert_holds (all, "Kit Contributor", TRUE);
  assert_holds (all, "<framework", TRUE);
}

/* A draft is its author's alone: also before who makes the pack for them. */
static void
test_administrators_pack_has_no_draft (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (GString) all = NULL;

  fill_with_secrets (home);
  take_home (home, ADMIN, E2);
  all = unpack (home->pack);
  assert_holds (all, "Emil’s own thought.", FALSE);
  assert_holds (all, "<draft", FALSE);
  assert_holds (all, "Emil Two", TRUE);
}

/* Nor does the file that it becomes on the other computer. */
static void
test_register_at_home_tells_of_nobody_else (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  fill_with_secrets (home);
  take_home (home, E2, E2);
  dossier = dossier_of (go_home (home), home->panel->ref);
  g_assert_cmpuint (dossier->seats->len, <=, 1);
  g_assert_cmpuint (dossier->reviews->len, ==, 0);
  g_assert_cmpuint (dossier->threads->len, ==, 0);
  g_assert_null (dossier->summaries);
  people = comark_desk_list_people (&home->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
}

static void
test_interests_come_first (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (GError) error = NULL;
  Panel *panel = home->panel;
  ComarkId ids[] = { *panel_id (panel, E3) };
  gboolean formed;

  panel_worked (comark_desk_invite (panel_as (panel, ADMIN), panel->ref, ids, 1, NULL, &formed,
                                    NULL, &error),
                &error);
  panel_refused (comark_desk_take_home (panel_as (panel, E3), panel->ref, NULL, home->pack,
                                        &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "whether you have an interest");
  panel_refused (comark_desk_take_home (panel_as (panel, ADMIN), panel->ref,
                                        panel_id (panel, E3), home->pack, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "Eve Three cannot take this home");
  g_assert_false (g_file_query_exists (home->pack, NULL));
  panel_worked (comark_desk_declare_interest (panel_as (panel, E3), panel->ref, NULL,
                                              COMARK_INTEREST_FINANCIAL, "", &error),
                &error);
  panel_refused (comark_desk_take_home (panel_as (panel, ADMIN), panel->ref,
                                        panel_id (panel, E3), home->pack, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "Eve Three cannot take this home");
}

static void
test_who_makes_a_pack (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (GError) error = NULL;
  Panel *panel = home->panel;

  panel_refused (comark_desk_take_home (panel_as (panel, S1), panel->ref, panel_id (panel, E2),
                                        home->pack, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "for themselves");
  panel_refused (comark_desk_take_home (panel_as (panel, OWNER), panel->ref,
                                        panel_id (panel, OWNER), home->pack, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
  panel_refused (comark_desk_take_home (panel_as (panel, S3), panel->ref, NULL, home->pack,
                                        &error),
                 &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_rate_all (panel, S2, 3);
  panel_refused (comark_desk_take_home (panel_as (panel, S2), panel->ref, NULL, home->pack,
                                        &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "submitted");
}

/* ---- at home ---- */

static void
test_opens_with_the_draft (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  rate_here (home, E2, "C1", 3, "On page two.");
  panel_worked (comark_desk_save_place (panel_as (home->panel, E2), home->panel->ref, "F1",
                                        &error),
                &error);
  take_home (home, E2, E2);
  dossier = dossier_of (go_home (home), home->panel->ref);
  assert_rating (dossier, "C1", 3, "On page two.");
  g_assert_cmpstr (dossier->own_first->place, ==, "F1");
  g_assert_cmpstr (dossier->submission->title, ==, "Going home safely");
  g_assert_cmpuint (dossier->documents->len, ==, 1);
  g_assert_cmpuint (dossier->statements->len, >, 3);
  g_assert_cmpuint (dossier->contributors->len, ==, 1);
  g_assert_cmpuint (dossier->beside->len, ==, 0);
  g_assert_true (comark_dossier_may (dossier, COMARK_ACTION_RATE, NULL));
  home->desk.who = home->member;
}

static void
test_nothing_else_is_done_at_home (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (GError) error = NULL;
  ComarkMessageForm form = { .audience = COMARK_TALK_PANEL, .body = "Does anybody hear me?" };
  const char *ref = home->panel->ref;
  ComarkDesk *desk;

  take_home (home, ADMIN, E2);
  desk = go_home (home);
  panel_refused (comark_desk_submit_review (desk, ref, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "copy that you took home");
  panel_refused (comark_desk_say (desk, ref, &form, NULL, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "copy that you took home");
  panel_refused (comark_desk_reply (desk, ref, FALSE, &error), &error, COMARK_DESK_ERROR_REFUSED,
                 "copy that you took home");
  panel_refused (comark_desk_take_home (desk, ref, NULL, home->pack, &error), &error,
                 COMARK_DESK_ERROR_REFUSED, "copy that you took home");
}

static void
test_opened_twice_is_opened_once (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;

  take_home (home, ADMIN, E2);
  go_home (home);
  rate_at_home (home, "C1", 2, "Typed at home.");
  dossier = dossier_of (go_home (home), home->panel->ref);
  assert_rating (dossier, "C1", 2, "Typed at home.");
}

static void
test_newer_pack_brings_what_is_new (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GFile) first = file_in (home, "first.copack");
  ComarkRatingBeside *beside;

  rate_here (home, E2, "C1", 1, "before");
  rate_here (home, E2, "F1", 1, "before");
  rate_here (home, E2, "A1", 1, "before");
  take_home (home, E2, E2);
  g_assert_true (g_file_copy (home->pack, first, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  go_home (home);
  rate_at_home (home, "C1", 2, "at home");
  rate_at_home (home, "A1", 3, "before");
  rate_here (home, E2, "F1", 4, "here");
  rate_here (home, E2, "A1", 4, "before");
  panel_pass_days (home->panel, 1);
  take_home (home, E2, E2);
  dossier = dossier_of (go_home (home), home->panel->ref);
  assert_rating (dossier, "C1", 2, "at home");
  assert_rating (dossier, "F1", 4, "here");
  assert_rating (dossier, "A1", 3, "before");
  g_assert_cmpuint (dossier->beside->len, ==, 1);
  beside = g_ptr_array_index (dossier->beside, 0);
  g_assert_cmpstr (beside->criterion, ==, "A1");
  g_assert_cmpint (beside->value, ==, 4);
  /* The older pack once more changes nothing. */
  g_assert_true (g_file_copy (first, home->pack, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  g_clear_object (&dossier);
  dossier = dossier_of (go_home (home), home->panel->ref);
  assert_rating (dossier, "F1", 4, "here");
  assert_rating (dossier, "C1", 2, "at home");
}

/* ---- and back ---- */

static void
test_what_only_one_side_changed_is_taken (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;

  rate_here (home, E2, "C1", 1, "before");
  rate_here (home, E2, "F1", 1, "before");
  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 3, "before");   /* the value there, */
  rate_here (home, E2, "C1", 1, "here");    /* the reason here */
  rate_here (home, E2, "F1", 2, "here");
  rate_at_home (home, "A1", 4, "new at home");
  send_back (home, FALSE);
  bring (home, E2, "2 ratings of Emil Two taken in.");
  dossier = here (home, E2);
  assert_rating (dossier, "C1", 3, "here");
  assert_rating (dossier, "F1", 2, "here");
  assert_rating (dossier, "A1", 4, "new at home");
  g_assert_cmpuint (dossier->beside->len, ==, 0);
}

static void
test_what_was_taken_back_goes (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;

  rate_here (home, E2, "C1", 1, "before");
  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", COMARK_VALUE_NONE, "");
  send_back (home, FALSE);
  bring (home, ADMIN, "One rating");
  dossier = here (home, E2);
  assert_rating (dossier, "C1", COMARK_VALUE_NONE, "");
}

static void
make_conflict (Home *home)
{
  rate_here (home, E2, "C1", 1, "before");
  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 3, "at home");
  rate_here (home, E2, "C1", 1, "here");
  send_back (home, FALSE);
  bring (home, E2, "both wordings are kept");
}

static void
test_both_changed_both_kept (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  ComarkRatingBeside *beside;
  Panel *panel = home->panel;

  make_conflict (home);
  dossier = here (home, E2);
  assert_rating (dossier, "C1", 3, "here");
  g_assert_cmpuint (dossier->beside->len, ==, 1);
  beside = g_ptr_array_index (dossier->beside, 0);
  g_assert_cmpstr (beside->criterion, ==, "C1");
  g_assert_cmpstr (beside->reason, ==, "at home");
  g_assert_cmpint (beside->fields, ==, COMARK_MERGE_REASON);
  /* It is not handed in before they have chosen. */
  panel_refused (comark_desk_submit_review (panel_as (panel, E2), panel->ref, &error), &error,
                 COMARK_DESK_ERROR_MISSING, "C1: two wordings");
  /* And it is theirs: nobody else learns of it. */
  g_clear_object (&dossier);
  dossier = here (home, ADMIN);
  g_assert_cmpuint (dossier->beside->len, ==, 0);
}

static void
test_choosing (void)
{
  for (int theirs = 0; theirs < 2; theirs++)
    {
      g_autoptr (Home) home = home_new ();
      g_autoptr (ComarkDossier) dossier = NULL;
      g_autoptr (GError) error = NULL;

      make_conflict (home);
      panel_worked (comark_desk_choose_wording (panel_as (home->panel, E2), home->panel->ref,
                                                "C1", NULL, theirs, &error),
                    &error);
      dossier = here (home, E2);
      g_assert_cmpuint (dossier->beside->len, ==, 0);
      assert_rating (dossier, "C1", 3, theirs ? "at home" : "here");
      /* What was decided here is not asked again. */
      bring (home, E2, "taken in before");
      rate_at_home (home, "F1", 2, "more");
      send_back (home, FALSE);
      bring (home, E2, "One rating of Emil Two taken in.");
      g_clear_object (&dossier);
      dossier = here (home, E2);
      assert_rating (dossier, "C1", 3, theirs ? "at home" : "here");
      g_assert_cmpuint (dossier->beside->len, ==, 0);
    }
}

static void
test_older_and_repeated_change_nothing (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GFile) older = file_in (home, "older.coreview");

  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 1, "first");
  send_back (home, FALSE);
  g_assert_true (g_file_copy (home->review, older, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  rate_at_home (home, "C1", 2, "second");
  send_back (home, FALSE);
  bring (home, E2, "One rating");
  bring (home, E2, "This very file was taken in before");
  rate_here (home, E2, "F1", 3, "since");
  g_assert_true (g_file_copy (older, home->review, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  bring (home, ADMIN, "A later file");
  dossier = here (home, E2);
  assert_rating (dossier, "C1", 2, "second");
  assert_rating (dossier, "F1", 3, "since");
  g_assert_cmpuint (dossier->beside->len, ==, 0);
}

static void
test_two_copies_of_one_pack (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autofree char *other = g_build_filename (home->folder, "laptop", NULL);

  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 1, "desk");
  rate_at_home (home, "F1", 1, "desk");
  send_back (home, FALSE);
  bring (home, E2, "2 ratings");
  go_home_to (home, other);
  rate_at_home (home, "C1", 1, "laptop");
  rate_at_home (home, "A1", 2, "laptop");
  send_back (home, FALSE);
  bring (home, E2, "One rating of Emil Two taken in. On one criterion");
  dossier = here (home, E2);
  assert_rating (dossier, "C1", 1, "desk");
  assert_rating (dossier, "F1", 1, "desk");
  assert_rating (dossier, "A1", 2, "laptop");
  g_assert_cmpuint (dossier->beside->len, ==, 1);
}

static void
rate_all_at_home (Home *home)
{
  g_auto (GStrv) criteria = panel_criteria (home->panel);

  for (guint i = 0; criteria[i] != NULL; i++)
    rate_at_home (home, criteria[i], 3, "Seen at home.");
}

static void
test_handed_in_when_it_arrives (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  take_home (home, ADMIN, E2);
  go_home (home);
  rate_at_home (home, "C1", 3, "Seen at home.");
  panel_refused (comark_desk_send_home_review (&home->desk, home->panel->ref, TRUE, home->review,
                                               &error),
                 &error, COMARK_DESK_ERROR_MISSING, "Still missing");
  rate_all_at_home (home);
  send_back (home, TRUE);
  bring (home, ADMIN, "The review is handed in.");
  bring (home, ADMIN, "Nothing has changed.");
  bring (home, E2, "Nothing has changed.");
  dossier = here (home, E2);
  g_assert_true (dossier->own_first->submitted);
  rate_at_home (home, "C1", 1, "Too late.");
  send_back (home, FALSE);
  bring_refused (home, E2, "submitted and stays");
  bring_refused (home, ADMIN, "has handed in this review already");
}

static void
test_quotes_go_and_come (void)
{
  g_autoptr (Home) home = home_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  ComarkQuoteForm form = { "C1", NULL, 1, 0, "Going home", "", " safely", "stays" };
  ComarkId stays, goes, gone;
  Panel *panel = home->panel;

  panel_worked (comark_desk_add_quote (panel_as (panel, E2), panel->ref, &form, &stays, &error),
                &error);
  form.criterion = "F1";
  panel_worked (comark_desk_add_quote (panel_as (panel, E2), panel->ref, &form, &goes, &error),
                &error);
  form.criterion = "A1";
  panel_worked (comark_desk_add_quote (panel_as (panel, E2), panel->ref, &form, &gone, &error),
                &error);
  take_home (home, E2, E2);
  panel_worked (comark_desk_set_quote_removed (panel_as (panel, E2), panel->ref, &gone, TRUE,
                                               &error), &error);
  dossier = dossier_of (go_home (home), panel->ref);
  g_assert_cmpuint (dossier->quotes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      ComarkQuote *quote = g_ptr_array_index (dossier->quotes, i);

      if (g_str_equal (quote->criterion, "F1"))
        panel_worked (comark_desk_set_quote_removed (&home->desk, panel->ref, &quote->id, TRUE,
                                                     &error), &error);
    }
  form.criterion = "D1";
  panel_worked (comark_desk_add_quote (&home->desk, panel->ref, &form, NULL, &error), &error);
  send_back (home, FALSE);
  bring (home, E2, "0 ratings");
  g_clear_object (&dossier);
  dossier = here (home, E2);
  g_assert_cmpuint (dossier->quotes->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (strstr ("C1 D1",
                           ((ComarkQuote *) dossier->quotes->pdata[i])->criterion) != NULL);
}

/* ---- what does not belong here ---- */

static void
change_file (Home *home, const char *from, const char *to)
{
  g_autofree char *path = g_file_get_path (home->review);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, from, 2);
  if (g_strv_length (parts) != 2)
    g_error ("no “%s” in %s", from, text);
  changed = g_strjoinv (to, parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
}

static void
test_each_refusal_has_its_sentence (void)
{
  static const struct
  {
    const char *from, *to, *words;
  } cases[] = {
    { "register=\"", "register=\"00000000-0000-7000-8000-000000000001\" x=\"", ":2" },
    { "framework-version=\"1\"", "framework-version=\"7\"", "version 7" },
    { "round=\"1\"", "round=\"2\"", "round 2" },
    { "submission=\"S-", "submission=\"T-", "no such submission" },
    { "document=\"", "document=\"0", ":2" },
    { "<rating ", "<score/><rating ", ":6" },
    { "pack=\"", "pack=\"f", ":3" },
    { "state=\"draft\"", "state=\"done\"", ":2" },
    { "</review>", "", "back.coreview" },
    { "<rating criterion=\"C1\"", "<rating criterion=\"Q9\"", "Q9" },
  };
  g_autoptr (Home) home = home_new ();

  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 1, "at home");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      send_back (home, FALSE);
      change_file (home, cases[i].from, cases[i].to);
      bring_refused (home, E2, cases[i].words);
    }
  send_back (home, FALSE);
  bring_refused (home, S1, "somebody else’s");
  bring (home, E2, "One rating");
}

static char *
hexadecimal (const char *text, const char *attribute, gsize length)
{
  g_autofree char *start = g_strdup_printf ("%s=\"", attribute);
  const char *found = strstr (text, start);

  g_assert_nonnull (found);
  return g_strndup (found + strlen (start), length);
}

/* Whole files, of the wrong register, pack, person or document. */
static void
test_of_another (void)
{
  static const struct
  {
    const char *attribute;
    gsize length;
    const char *words;
  } cases[] = {
    { "register", 36, "belongs to another register" },
    { "pack", 36, "was not made here" },
    { "document", 64, "no version of" },
    { "id", 36, "who is not on this register" },
  };
  g_autoptr (Home) home = home_new ();

  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 1, "at home");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_file_get_path (home->review);
      g_autofree char *text = NULL, *old = NULL, *new = NULL;

      send_back (home, FALSE);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      old = hexadecimal (text, cases[i].attribute, cases[i].length);
      new = g_strdup (old);
      new[cases[i].length - 1] = new[cases[i].length - 1] == '0' ? '1' : '0';
      change_file (home, old, new);
      bring_refused (home, E2, cases[i].words);
    }
}

static void
test_pack_of_somebody_else (void)
{
  g_autoptr (Home) home = home_new ();
  g_autofree char *e2 = comark_id_to_string (panel_id (home->panel, E2));
  g_autofree char *s2 = comark_id_to_string (panel_id (home->panel, S2));

  take_home (home, E2, E2);
  go_home (home);
  rate_at_home (home, "C1", 1, "at home");
  send_back (home, FALSE);
  change_file (home, e2, s2);
  bring_refused (home, ADMIN, "made for somebody else");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/home/pack-tells-of-nobody-else", test_pack_tells_of_nobody_else);
  g_test_add_func ("/home/administrators-pack-has-no-draft",
                   test_administrators_pack_has_no_draft);
  g_test_add_func ("/home/register-tells-of-nobody-else",
                   test_register_at_home_tells_of_nobody_else);
  g_test_add_func ("/home/interests-come-first", test_interests_come_first);
  g_test_add_func ("/home/who-makes-a-pack", test_who_makes_a_pack);
  g_test_add_func ("/home/opens-with-the-draft", test_opens_with_the_draft);
  g_test_add_func ("/home/nothing-else-is-done-at-home", test_nothing_else_is_done_at_home);
  g_test_add_func ("/home/opened-twice-is-opened-once", test_opened_twice_is_opened_once);
  g_test_add_func ("/home/newer-pack-brings-what-is-new", test_newer_pack_brings_what_is_new);
  g_test_add_func ("/home/what-only-one-side-changed-is-taken",
                   test_what_only_one_side_changed_is_taken);
  g_test_add_func ("/home/what-was-taken-back-goes", test_what_was_taken_back_goes);
  g_test_add_func ("/home/both-changed-both-kept", test_both_changed_both_kept);
  g_test_add_func ("/home/choosing", test_choosing);
  g_test_add_func ("/home/older-and-repeated-change-nothing",
                   test_older_and_repeated_change_nothing);
  g_test_add_func ("/home/two-copies-of-one-pack", test_two_copies_of_one_pack);
  g_test_add_func ("/home/handed-in-when-it-arrives", test_handed_in_when_it_arrives);
  g_test_add_func ("/home/quotes-go-and-come", test_quotes_go_and_come);
  g_test_add_func ("/home/each-refusal-has-its-sentence", test_each_refusal_has_its_sentence);
  g_test_add_func ("/home/of-another", test_of_another);
  g_test_add_func ("/home/pack-of-somebody-else", test_pack_of_somebody_else);
  return g_test_run ();
}
