/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quorum.h"

#include <string.h>

/* People as letters, one word each: e or s (kind), then
 * c co-chair, r carer, a absent, l leaves, k speaks, o open interest, t took part, d stood down,
 * u interest not answered, b contributor */
static guint
people (const char *text, ComarkAttendee *out, guint max)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (; words[n] != NULL && *words[n] != '\0'; n++)
    {
      ComarkAttendee person = { .present = TRUE, .interest_kind = COMARK_INTEREST_NONE };
      const char *word = words[n];

      g_assert_cmpuint (n, <, max);
      person.kind = *word == 'e' ? COMARK_KIND_EXPERT
                                 : *word == 's' ? COMARK_KIND_STAFF : COMARK_KIND_NONE;
      person.present = strchr (word, 'a') == NULL;
      person.is_co_chair = strchr (word, 'c') != NULL;
      person.is_carer = strchr (word, 'r') != NULL;
      person.stood_down = strchr (word, 'd') != NULL;
      person.is_contributor = strchr (word, 'b') != NULL;
      if (strpbrk (word, "lko") != NULL)
        person.interest_kind = COMARK_INTEREST_PROFESSIONAL;
      person.interest_effect = strchr (word, 'l') ? COMARK_EFFECT_LEAVES
                               : strchr (word, 'k') ? COMARK_EFFECT_SPEAKS
                               : strchr (word, 'o') ? COMARK_EFFECT_OPEN
                                                    : COMARK_EFFECT_UNDECIDED;
      if (strchr (word, 't') != NULL)
        person.interest_kind = COMARK_INTEREST_TOOK_PART;
      if (strchr (word, 'u') != NULL)
        person.interest_kind = COMARK_INTEREST_UNANSWERED;
      out[n] = person;
    }
  return n;
}

static const struct
{
  const char *people;
  gboolean carers;
  const char *unmet; /* ids of the rules not met, in order */
  guint voters;
} cases[] = {
  { "ec e sc s", FALSE, "", 4 },
  { "ec e e sc s", FALSE, "", 5 },
  { "ec e sc s s", FALSE, "half", 5 },
  { "ec e e sc s s", FALSE, "", 6 },
  { "ec e sc", FALSE, "voters staff", 3 },
  { "ec sc s s", FALSE, "experts half", 4 },
  { "e e sc s", FALSE, "co-chairs", 4 },
  { "ec ec s s", FALSE, "co-chairs", 4 },        /* one of each kind */
  { "ec e sc sa", FALSE, "voters staff", 3 },    /* absent */
  { "ec e sc sl", FALSE, "voters staff", 3 },    /* leaves */
  { "ec e sc sk", FALSE, "voters staff", 3 },    /* speaks only */
  { "ec e sc so", FALSE, "", 4 },                /* declared openly, takes part */
  { "ec e sc st", FALSE, "voters staff", 3 },    /* took part: never votes */
  { "ec e sc sb", FALSE, "voters staff", 3 },    /* named contributor: never votes */
  { "ec e sc su", FALSE, "voters staff", 3 },    /* has not answered about interests */
  { "ec e sc s sd", FALSE, "", 4 },              /* parity mended by standing down */
  { "ec e sck s s", FALSE, "co-chairs", 4 },     /* a co-chair who only speaks needs a deputy */
  { "ec er sc s", TRUE, "", 4 },
  { "ec e sc s", TRUE, "carer", 4 },
  { "ec e sc sr", TRUE, "carer", 4 },            /* the carer is an expert by experience */
  { "ec e era sc s", TRUE, "carer", 4 },
  { "x x x x x", FALSE, "voters experts staff co-chairs half", 0 },
  { "", FALSE, "voters experts staff co-chairs half", 0 },
};

static char *
unmet (const ComarkQuorumReport *report)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < report->rules->len; i++)
    {
      const ComarkQuorumRule *rule = g_ptr_array_index (report->rules, i);
      g_assert_true (g_str_has_suffix (rule->sentence, "."));
      if (!rule->met)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", rule->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ComarkAttendee attendees[12];
      guint n = people (cases[i].people, attendees, G_N_ELEMENTS (attendees));
      g_autoptr (ComarkQuorumReport) report =
        comark_quorum_check (NULL, attendees, n, cases[i].carers);
      g_autofree char *ids = unmet (report);

      g_test_message ("%s", cases[i].people);
      g_assert_cmpstr (ids, ==, cases[i].unmet);
      g_assert_cmpint (report->met, ==, *cases[i].unmet == '\0');
      g_assert_cmpuint (report->n_voters, ==, cases[i].voters);
    }
}

static void
test_settings_are_the_organisations (void)
{
  const ComarkQuorumSettings small = { 2, 1, 1, FALSE, FALSE, FALSE };
  ComarkAttendee attendees[4];
  guint n = people ("e s s", attendees, G_N_ELEMENTS (attendees));
  g_autoptr (ComarkQuorumReport) report = comark_quorum_check (&small, attendees, n, TRUE);

  g_assert_true (report->met);
  g_assert_cmpuint (report->rules->len, ==, 3);
}

static void
test_can_form_panel (void)
{
  static const struct { const char *people; gboolean can; } panels[] = {
    { "eca ea sca sa", TRUE },    /* nobody is there yet */
    { "ecu eu scu su", TRUE },    /* nobody has answered yet */
    { "ec e sc sl", FALSE },
    { "ec e sc sl su", TRUE },    /* a reserve mends it */
    { "ec e sc st", FALSE },
    { "ec e sc sbu", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      ComarkAttendee invited[8];
      guint n = people (panels[i].people, invited, G_N_ELEMENTS (invited));
      g_autoptr (ComarkQuorumReport) report =
        comark_quorum_can_form_panel (NULL, invited, n, FALSE);

      g_test_message ("%s", panels[i].people);
      g_assert_cmpint (report->met, ==, panels[i].can);
    }
}

static void
test_votes (void)
{
  /* one ballot a letter: upper case yes, lower case no, the digit 1 an expert and 2 a staff member
   * abstaining */
  static const struct { const char *ballots; ComarkVoteResult result; } votes[] = {
    { "EESS", COMARK_VOTES_CONSENSUS },
    { "EE1SS2", COMARK_VOTES_CONSENSUS },
    { "EEESs", COMARK_VOTES_NONE },          /* one of two is no majority */
    { "EEeSSs", COMARK_VOTES_DOUBLE_MAJORITY },
    { "EeSSSSSS", COMARK_VOTES_NONE },       /* no weight of numbers over the other kind */
    { "EE11SSSs", COMARK_VOTES_NONE },       /* half of those present is not more than half */
    { "EEEE", COMARK_VOTES_NONE },
    { "11SS", COMARK_VOTES_NONE },
    { "eess", COMARK_VOTES_NONE },
    { "", COMARK_VOTES_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (votes); i++)
    {
      ComarkBallot ballots[16];
      guint n = (guint) strlen (votes[i].ballots);
      g_autofree char *sentence = NULL;

      for (guint k = 0; k < n; k++)
        {
          char c = votes[i].ballots[k];
          ballots[k].kind = strchr ("Ee1", c) ? COMARK_KIND_EXPERT : COMARK_KIND_STAFF;
          ballots[k].vote = strchr ("ES", c) ? COMARK_VOTE_YES
                            : strchr ("es", c) ? COMARK_VOTE_NO : COMARK_VOTE_ABSTAIN;
        }
      g_test_message ("%s", votes[i].ballots);
      g_assert_cmpint (comark_quorum_count_votes (ballots, n, &sentence), ==, votes[i].result);
      g_assert_true (g_str_has_suffix (sentence, "."));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quorum/rules", test_cases);
  g_test_add_func ("/quorum/settings-are-the-organisations", test_settings_are_the_organisations);
  g_test_add_func ("/quorum/can-form-panel-after-interests", test_can_form_panel);
  g_test_add_func ("/quorum/consensus-else-majority-of-each-kind", test_votes);
  return g_test_run ();
}
