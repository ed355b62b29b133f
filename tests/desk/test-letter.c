/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The letter to the owner from draft to seal, and words that are being typed on the way.
 */
#include "panel-fixture.h"

#include <string.h>

#include "comark-desk-text-draft.h"
#include "comark-dossier.h"

static ComarkDossier *
open_as (Panel *panel, Who who)
{
  g_autoptr (GError) error = NULL;
  ComarkDossier *dossier = comark_desk_open_dossier (panel_as (panel, who), panel->ref, &error);

  g_assert_no_error (error);
  return dossier;
}

/* What is kept for @who in @slot, or NULL. */
static char *
kept (Panel *panel, Who who, const char *slot)
{
  g_autoptr (ComarkDossier) dossier = open_as (panel, who);
  ComarkTextDraft *draft = comark_dossier_text_draft (dossier, slot);

  return draft != NULL ? g_strdup (draft->body) : NULL;
}

static void
assert_kept (Panel *panel, Who who, const char *slot, const char *body)
{
  g_autofree char *found = kept (panel, who, slot);

  g_assert_cmpstr (found, ==, body);
}

static gint64
keep (Panel *panel, Who who, const char *slot, const char *body, gint64 rev)
{
  g_autoptr (GError) error = NULL;
  gint64 new_rev = -1;

  panel_worked (comark_desk_keep_text (panel_as (panel, who), panel->ref, slot, body, rev,
                                       &new_rev, &error), &error);
  return new_rev;
}

/* ---- drafts ---- */

static void
test_what_is_typed_is_kept_for_its_writer_alone (void)
{
  g_autoptr (Panel) panel = panel_new ();
  gint64 rev;

  panel_go_to (panel, STEP_IN_MEETING);
  rev = keep (panel, E1, "agree/C1", "We read", 0);
  rev = keep (panel, E1, "agree/C1", "We read the log.", rev);
  assert_kept (panel, E1, "agree/C1", "We read the log.");
  assert_kept (panel, S1, "agree/C1", NULL);
  assert_kept (panel, ADMIN, "agree/C1", NULL);
  g_assert_cmpint (keep (panel, E1, "agree/C1", "  ", rev), ==, 0);
  assert_kept (panel, E1, "agree/C1", NULL);
}

static void
test_recording_drops_the_draft_of_that_field_alone (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  keep (panel, E1, "agree/C1", "Because.", 0);
  keep (panel, E1, "agree/A1", "Because of this.", 0);
  keep (panel, E1, COMARK_SLOT_LETTER, "Dear owner", 0);
  panel_worked (comark_desk_agree (panel_as (panel, E1), panel->ref, "C1", 4,
                                   COMARK_STRENGTH_SHOWN, "", &error), &error);
  assert_kept (panel, E1, "agree/C1", NULL);
  assert_kept (panel, E1, "agree/A1", "Because of this.");
  assert_kept (panel, E1, COMARK_SLOT_LETTER, "Dear owner");
}

static void
test_the_later_of_two_windows_is_told (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;
  gint64 rev;

  panel_go_to (panel, STEP_IN_MEETING);
  rev = keep (panel, E1, COMARK_SLOT_LETTER, "One", 0);
  keep (panel, E1, COMARK_SLOT_LETTER, "One, and two", rev);
  panel_refused (comark_desk_keep_text (panel_as (panel, E1), panel->ref, COMARK_SLOT_LETTER,
                                        "One, or three", rev, NULL, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "words");
  assert_kept (panel, E1, COMARK_SLOT_LETTER, "One, and two");
}

static void
test_no_other_fields_and_no_other_people (void)
{
  static const char *const slots[] = { "", "agree/", "agree/Z9", "diary", "letter/2" };
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_IN_MEETING);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    panel_refused (comark_desk_keep_text (panel_as (panel, E1), panel->ref, slots[i], "x", 0, NULL,
                                          &error),
                   &error, COMARK_DESK_ERROR_NO_SUCH, NULL);
  panel_refused (comark_desk_keep_text (panel_as (panel, OWNER), panel->ref, COMARK_SLOT_LETTER,
                                        "x", 0, NULL, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, NULL);
}

/* ---- wordings ---- */

static void
test_the_letter_is_worded_again_and_every_wording_kept (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GError) error = NULL;
  ComarkLetter *second;

  panel_go_to (panel, STEP_DECIDED);
  keep (panel, E1, COMARK_SLOT_LETTER, "Dear", 0);
  panel_worked (comark_desk_change_letter (panel_as (panel, E1), panel->ref, "Dear owner, well "
                                           "done.", 1, &error), &error);
  assert_kept (panel, E1, COMARK_SLOT_LETTER, NULL);
  dossier = open_as (panel, S1);
  g_assert_cmpstr (dossier->decision->letter, ==, "Dear owner, well done.");
  g_assert_cmpint (dossier->decision->letter_n, ==, 2);
  letters = comark_desk_list_letters (panel_as (panel, S1), panel->ref, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_nonnull (strstr (((ComarkLetter *) letters->pdata[0])->body, "Thank you for putting"));
  second = letters->pdata[1];
  g_assert_cmpstr (second->body, ==, "Dear owner, well done.");
  g_assert_cmpstr (second->written_by_name, ==, panel->people[E1]->name);
}

static void
test_the_later_of_two_writers_is_told (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_DECIDED);
  panel_worked (comark_desk_change_letter (panel_as (panel, E1), panel->ref, "One.", 1, &error),
                &error);
  panel_refused (comark_desk_change_letter (panel_as (panel, S1), panel->ref, "Two.", 1, &error),
                 &error, COMARK_DESK_ERROR_CHANGED, "letter");
  dossier = open_as (panel, S1);
  g_assert_cmpstr (dossier->decision->letter, ==, "One.");
}

static void
test_whoever_signs_signs_what_is_sent (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_SIGNED);
  panel_refused (comark_desk_change_letter (panel_as (panel, E1), panel->ref, "Other.", 1, &error),
                 &error, COMARK_DESK_ERROR_REFUSED, "has signed the decision with this letter");
}

static void
test_the_owner_reads_the_last_wording_and_no_earlier_one (void)
{
  g_autoptr (Panel) panel = panel_new ();
  g_autoptr (ComarkDossier) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  panel_go_to (panel, STEP_DECIDED);
  panel_worked (comark_desk_change_letter (panel_as (panel, E1), panel->ref, "The last one.", 1,
                                           &error), &error);
  before = open_as (panel, OWNER);
  g_assert_null (before->decision);
  panel_go_to (panel, STEP_SEALED);
  after = open_as (panel, OWNER);
  g_assert_cmpstr (after->decision->letter, ==, "The last one.");
  g_assert_null (comark_desk_list_letters (panel_as (panel, OWNER), panel->ref, &error));
  g_assert_error (error, COMARK_DESK_ERROR, COMARK_DESK_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/desk/letter/" #name, test_##name)
  ADD (what_is_typed_is_kept_for_its_writer_alone);
  ADD (recording_drops_the_draft_of_that_field_alone);
  ADD (the_later_of_two_windows_is_told);
  ADD (no_other_fields_and_no_other_people);
  ADD (the_letter_is_worded_again_and_every_wording_kept);
  ADD (the_later_of_two_writers_is_told);
  ADD (whoever_signs_signs_what_is_sent);
  ADD (the_owner_reads_the_last_wording_and_no_earlier_one);
  return g_test_run ();
}
