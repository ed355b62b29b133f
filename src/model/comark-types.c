/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-types.h"

typedef struct
{
  int value;
  const char *nick;
  const char *words; /* what a person reads; NULL where no screen shows it */
} Word;

static const Word member_kinds[] = {
  { COMARK_KIND_NONE, "none", "Not on the panel" },
  { COMARK_KIND_EXPERT, "expert", "Expert by experience" },
  { COMARK_KIND_STAFF, "staff", "Staff" },
};

static const Word roles[] = {
  { COMARK_ROLE_OWNER, "owner", NULL },
  { COMARK_ROLE_MEMBER, "member", NULL },
  { COMARK_ROLE_CO_CHAIR, "co-chair", NULL },
  { COMARK_ROLE_ADMINISTRATOR, "administrator", NULL },
};

static const Word states[] = {
  { COMARK_STATE_INTEREST, "interest", "Interest shown" },
  { COMARK_STATE_PREPARING, "preparing", "Being prepared" },
  { COMARK_STATE_OUT_OF_SCOPE, "out-of-scope", "Out of scope" },
  { COMARK_STATE_SUBMITTED, "submitted", "Submitted" },
  { COMARK_STATE_READY, "ready", "Ready for a panel" },
  { COMARK_STATE_IN_REVIEW, "in-review", "In review" },
  { COMARK_STATE_CLARIFYING, "clarifying", "Waiting for an answer" },
  { COMARK_STATE_IN_MEETING, "in-meeting", "In meeting" },
  { COMARK_STATE_DECIDED, "decided", "Decided" },
  { COMARK_STATE_AWARDED, "awarded", "Awarded" },
  { COMARK_STATE_CONDITIONAL, "conditional", "Awarded subject to conditions" },
  { COMARK_STATE_DEFERRED, "deferred", "Deferred" },
  { COMARK_STATE_NOT_YET, "not-yet", "Not yet" },
  { COMARK_STATE_CLOSED, "closed", "Closed" },
  { COMARK_STATE_WITHDRAWN, "withdrawn", "Withdrawn" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (states) == COMARK_N_STATES);

static const Word mark_states[] = {
  { COMARK_MARK_LIVE, "live", "Live" },
  { COMARK_MARK_SUSPENDED, "suspended", "Suspended" },
  { COMARK_MARK_SUPERSEDED, "superseded", "Replaced" },
  { COMARK_MARK_REVOKED, "revoked", "Withdrawn" },
  { COMARK_MARK_EXPIRED, "expired", "Out of date" },
};

static const Word interest_kinds[] = {
  { COMARK_INTEREST_UNANSWERED, "unanswered", "Not answered yet" },
  { COMARK_INTEREST_NONE, "none", "No interest" },
  { COMARK_INTEREST_FINANCIAL, "financial", "Money" },
  { COMARK_INTEREST_PROFESSIONAL, "professional", "Work: same team or line management" },
  { COMARK_INTEREST_CLOSE_PERSON, "close-person", "Someone close to me is involved" },
  { COMARK_INTEREST_TOOK_PART, "took-part", "I took part in making this" },
  { COMARK_INTEREST_RECEIVED_CARE, "received-care", "I have received care from this team" },
  { COMARK_INTEREST_PUBLIC_POSITION, "public-position", "I have spoken publicly about this" },
  { COMARK_INTEREST_LINK, "link", "I have a link and would rather not say more" },
};

static const Word interest_effects[] = {
  { COMARK_EFFECT_UNDECIDED, "undecided", NULL },
  { COMARK_EFFECT_OPEN, "open", NULL },
  { COMARK_EFFECT_SPEAKS, "speaks", NULL },
  { COMARK_EFFECT_LEAVES, "leaves", NULL },
};

static const Word strengths[] = {
  { COMARK_STRENGTH_NONE, "none", "Not said" },
  { COMARK_STRENGTH_SAID, "said", "Said" },
  { COMARK_STRENGTH_SHOWN, "shown", "Shown" },
  { COMARK_STRENGTH_CONFIRMED, "confirmed", "Confirmed" },
};

static const Word covers[] = {
  { COMARK_COVER_NONE, "none", "Nothing said yet" },
  { COMARK_COVER_SEEN, "seen", "Seen" },
  { COMARK_COVER_ENOUGH, "enough", "Enough" },
  { COMARK_COVER_GAP, "gap", "Gap" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (covers) == COMARK_N_COVERS);

static const Word stages[] = {
  { COMARK_STAGE_FIRST, "first", NULL },
  { COMARK_STAGE_FINAL, "final", NULL },
};

static const Word purposes[] = {
  { COMARK_PURPOSE_LIVE, "live", NULL },
  { COMARK_PURPOSE_PRACTICE, "practice", NULL },
  { COMARK_PURPOSE_DEMO, "demo", NULL },
};

static const Word talk_audiences[] = {
  { COMARK_TALK_ADMINISTRATORS, "administrators", "Administrators only" },
  { COMARK_TALK_RATED, "rated", "The panel, after rating" },
  { COMARK_TALK_PANEL, "panel", "The whole panel" },
  { COMARK_TALK_OWNER, "owner", "The owner and the panel" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (talk_audiences) == COMARK_N_TALK_AUDIENCES);

static const Word question_states[] = {
  { COMARK_QUESTION_DRAFT, "draft", "Not asked yet" },
  { COMARK_QUESTION_ASKED, "asked", "With the co-chairs" },
  { COMARK_QUESTION_LEFT_OUT, "left-out", "Not sent on" },
  { COMARK_QUESTION_SENT, "sent", "Sent to the owner" },
  { COMARK_QUESTION_ANSWERED, "answered", "Answered" },
};

static const Word *
find_value (const Word *list, gsize n, int value)
{
  for (gsize i = 0; i < n; i++)
    if (list[i].value == value)
      return &list[i];
  g_return_val_if_reached (&list[0]);
}

static const Word *
find_nick (const Word *list, gsize n, const char *nick)
{
  for (gsize i = 0; nick != NULL && i < n; i++)
    if (g_str_equal (list[i].nick, nick))
      return &list[i];
  return NULL;
}

#define DEFINE_NICKS(Type, name, list)                                    \
  const char *comark_##name##_nick (Type value)                           \
  {                                                                       \
    return find_value (list, G_N_ELEMENTS (list), (int) value)->nick;     \
  }                                                                       \
  gboolean comark_##name##_from_nick (const char *nick, Type *out)        \
  {                                                                       \
    const Word *word = find_nick (list, G_N_ELEMENTS (list), nick);       \
    if (word != NULL)                                                     \
      *out = (Type) word->value;                                          \
    return word != NULL;                                                  \
  }

#define DEFINE_WORDS(Type, name, list)                                    \
  const char *comark_##name##_words (Type value)                          \
  {                                                                       \
    return find_value (list, G_N_ELEMENTS (list), (int) value)->words;    \
  }

DEFINE_NICKS (ComarkMemberKind, member_kind, member_kinds)
DEFINE_NICKS (ComarkRole, role, roles)
DEFINE_NICKS (ComarkState, state, states)
DEFINE_NICKS (ComarkMarkState, mark_state, mark_states)
DEFINE_NICKS (ComarkInterestKind, interest_kind, interest_kinds)
DEFINE_NICKS (ComarkInterestEffect, interest_effect, interest_effects)
DEFINE_NICKS (ComarkStrength, strength, strengths)
DEFINE_NICKS (ComarkCover, cover, covers)
DEFINE_NICKS (ComarkStage, stage, stages)
DEFINE_NICKS (ComarkPurpose, purpose, purposes)
DEFINE_NICKS (ComarkTalkAudience, talk_audience, talk_audiences)
DEFINE_NICKS (ComarkQuestionState, question_state, question_states)
DEFINE_WORDS (ComarkState, state, states)
DEFINE_WORDS (ComarkMarkState, mark_state, mark_states)
DEFINE_WORDS (ComarkMemberKind, member_kind, member_kinds)
DEFINE_WORDS (ComarkInterestKind, interest_kind, interest_kinds)
DEFINE_WORDS (ComarkStrength, strength, strengths)
DEFINE_WORDS (ComarkCover, cover, covers)
DEFINE_WORDS (ComarkTalkAudience, talk_audience, talk_audiences)
DEFINE_WORDS (ComarkQuestionState, question_state, question_states)

gboolean
comark_value_is_level (ComarkValue value)
{
  return value >= 0;
}

char *
comark_value_to_text (ComarkValue value)
{
  switch (value)
    {
    case COMARK_VALUE_NONE:
      return g_strdup ("");
    case COMARK_VALUE_CANNOT_TELL:
      return g_strdup ("?");
    case COMARK_VALUE_NOT_APPLICABLE:
      return g_strdup ("n/a");
    default:
      return g_strdup_printf ("%d", value);
    }
}

gboolean
comark_value_from_text (const char *text, ComarkValue *value)
{
  guint64 level;

  if (text == NULL)
    return FALSE;
  if (*text == '\0')
    *value = COMARK_VALUE_NONE;
  else if (g_str_equal (text, "?"))
    *value = COMARK_VALUE_CANNOT_TELL;
  else if (g_str_equal (text, "n/a"))
    *value = COMARK_VALUE_NOT_APPLICABLE;
  else if (g_ascii_string_to_unsigned (text, 10, 0, 99, &level, NULL))
    *value = (ComarkValue) level;
  else
    return FALSE;
  return TRUE;
}

gboolean
comark_state_is_end (ComarkState value)
{
  return value == COMARK_STATE_OUT_OF_SCOPE || value == COMARK_STATE_CLOSED
         || value == COMARK_STATE_WITHDRAWN;
}
