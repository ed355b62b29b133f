/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The closed lists of the panel's words. Each has a stable text (its "nick") that stands in the
 * register, in interchange files and in JSON, and is never translated.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which half of the panel a person belongs to. */
typedef enum
{
  COMARK_KIND_NONE,   /* "none": not a panel member */
  COMARK_KIND_EXPERT, /* "expert": expert by experience */
  COMARK_KIND_STAFF,  /* "staff" */
} ComarkMemberKind;

/* What a person may do; a person may have several. */
typedef enum
{
  COMARK_ROLE_OWNER = 1 << 0,         /* "owner" */
  COMARK_ROLE_MEMBER = 1 << 1,        /* "member" */
  COMARK_ROLE_CO_CHAIR = 1 << 2,      /* "co-chair" */
  COMARK_ROLE_ADMINISTRATOR = 1 << 3, /* "administrator" */
} ComarkRole;

/* States of a submission (domain.md 3.1, decisions.md 3). */
typedef enum
{
  COMARK_STATE_INTEREST,     /* "interest" */
  COMARK_STATE_PREPARING,    /* "preparing" */
  COMARK_STATE_OUT_OF_SCOPE, /* "out-of-scope": ended */
  COMARK_STATE_SUBMITTED,    /* "submitted" */
  COMARK_STATE_READY,        /* "ready" */
  COMARK_STATE_IN_REVIEW,    /* "in-review" */
  COMARK_STATE_CLARIFYING,   /* "clarifying" */
  COMARK_STATE_IN_MEETING,   /* "in-meeting" */
  COMARK_STATE_DECIDED,      /* "decided": agreed, in the second-thoughts window or sealed */
  COMARK_STATE_AWARDED,      /* "awarded" */
  COMARK_STATE_CONDITIONAL,  /* "conditional" */
  COMARK_STATE_DEFERRED,     /* "deferred" */
  COMARK_STATE_NOT_YET,      /* "not-yet": ended once told */
  COMARK_STATE_CLOSED,       /* "closed": ended, contributors told */
  COMARK_STATE_WITHDRAWN,    /* "withdrawn": ended */
} ComarkState;
#define COMARK_N_STATES (COMARK_STATE_WITHDRAWN + 1)

/* States of a mark; another machine than the submission's (decisions.md 3). */
typedef enum
{
  COMARK_MARK_LIVE,       /* "live" */
  COMARK_MARK_SUSPENDED,  /* "suspended" */
  COMARK_MARK_SUPERSEDED, /* "superseded" */
  COMARK_MARK_REVOKED,    /* "revoked" */
  COMARK_MARK_EXPIRED,    /* "expired" */
} ComarkMarkState;

/* What a member answers before the document opens (domain.md 3.3). */
typedef enum
{
  COMARK_INTEREST_UNANSWERED,    /* "unanswered" */
  COMARK_INTEREST_NONE,          /* "none" */
  COMARK_INTEREST_FINANCIAL,     /* "financial" */
  COMARK_INTEREST_PROFESSIONAL,  /* "professional" */
  COMARK_INTEREST_CLOSE_PERSON,  /* "close-person" */
  COMARK_INTEREST_TOOK_PART,     /* "took-part": a contributor never rates */
  COMARK_INTEREST_RECEIVED_CARE, /* "received-care" */
  COMARK_INTEREST_PUBLIC_POSITION, /* "public-position" */
  COMARK_INTEREST_LINK,          /* "link": "I have a link", no more said */
} ComarkInterestKind;

/* What the co-chairs make of an interest. */
typedef enum
{
  COMARK_EFFECT_UNDECIDED, /* "undecided": hides like "leaves" until settled */
  COMARK_EFFECT_OPEN,      /* "open": declared, takes part in all */
  COMARK_EFFECT_SPEAKS,    /* "speaks": may read and speak, may not rate */
  COMARK_EFFECT_LEAVES,    /* "leaves": the submission is hidden from them */
} ComarkInterestEffect;

/* How well a claim is evidenced (domain.md 2.1). Ordered. */
typedef enum
{
  COMARK_STRENGTH_NONE,      /* "none": nobody has said */
  COMARK_STRENGTH_SAID,      /* "said" */
  COMARK_STRENGTH_SHOWN,     /* "shown" */
  COMARK_STRENGTH_CONFIRMED, /* "confirmed" */
} ComarkStrength;

/* What a member finds in an evidence item, for one criterion. */
typedef enum
{
  COMARK_COVER_NONE,   /* "none": nothing said yet */
  COMARK_COVER_SEEN,   /* "seen": looked at, no more said */
  COMARK_COVER_ENOUGH, /* "enough": it shows what the criterion asks for */
  COMARK_COVER_GAP,    /* "gap": something is missing in it */
} ComarkCover;
#define COMARK_N_COVERS (COMARK_COVER_GAP + 1)

/* First ratings are given alone and never change; final ones from the meeting on. */
typedef enum
{
  COMARK_STAGE_FIRST, /* "first" */
  COMARK_STAGE_FINAL, /* "final" */
} ComarkStage;

/* What a register is for: only the last two may move the clock. */
typedef enum
{
  COMARK_PURPOSE_LIVE,     /* "live" */
  COMARK_PURPOSE_PRACTICE, /* "practice" */
  COMARK_PURPOSE_DEMO,     /* "demo" */
} ComarkPurpose;

/* Who may read a thread. Fixed when it is begun: what was said to few stays with few. */
typedef enum
{
  COMARK_TALK_ADMINISTRATORS, /* "administrators": they, and the person who asks them */
  COMARK_TALK_RATED,          /* "rated": the panel, each once their own review is submitted */
  COMARK_TALK_PANEL,          /* "panel": all of it; nothing about ratings belongs here */
  COMARK_TALK_OWNER,          /* "owner": owner, contributors, administrators and panel */
} ComarkTalkAudience;
#define COMARK_N_TALK_AUDIENCES (COMARK_TALK_OWNER + 1)

/* How far a question to the owner has come. */
typedef enum
{
  COMARK_QUESTION_DRAFT,    /* "draft": its author's alone */
  COMARK_QUESTION_ASKED,    /* "asked": with the co-chairs */
  COMARK_QUESTION_LEFT_OUT, /* "left-out": its author is told why */
  COMARK_QUESTION_SENT,     /* "sent": to the owner, without a name */
  COMARK_QUESTION_ANSWERED, /* "answered" */
} ComarkQuestionState;

/* A rating's value: a level of the framework's scale (0 and up), or one of these words.
 * They are below zero so that no sum can take them for a number unnoticed. */
typedef int ComarkValue;
#define COMARK_VALUE_NONE (-1)           /* not answered yet; "" as text */
#define COMARK_VALUE_CANNOT_TELL (-2)    /* "?" as text */
#define COMARK_VALUE_NOT_APPLICABLE (-3) /* "n/a" as text */

gboolean comark_value_is_level (ComarkValue value);

/* "3", "?", "n/a" or "". Returns: (transfer full) */
char *comark_value_to_text (ComarkValue value);

/* Reads "0".."99", "?", "n/a" or "". Does not know the scale. FALSE on anything else. */
gboolean comark_value_from_text (const char *text, ComarkValue *value);

/* For each list: text of a value (static, never NULL for a value of the list), and back.
 * The _from_nick functions answer FALSE and leave *out alone for NULL or an unknown text. */
const char *comark_member_kind_nick (ComarkMemberKind value);
gboolean comark_member_kind_from_nick (const char *nick, ComarkMemberKind *out);
const char *comark_role_nick (ComarkRole value);
gboolean comark_role_from_nick (const char *nick, ComarkRole *out);
const char *comark_state_nick (ComarkState value);
gboolean comark_state_from_nick (const char *nick, ComarkState *out);
const char *comark_mark_state_nick (ComarkMarkState value);
gboolean comark_mark_state_from_nick (const char *nick, ComarkMarkState *out);
const char *comark_interest_kind_nick (ComarkInterestKind value);
gboolean comark_interest_kind_from_nick (const char *nick, ComarkInterestKind *out);
const char *comark_interest_effect_nick (ComarkInterestEffect value);
gboolean comark_interest_effect_from_nick (const char *nick, ComarkInterestEffect *out);
const char *comark_strength_nick (ComarkStrength value);
gboolean comark_strength_from_nick (const char *nick, ComarkStrength *out);
const char *comark_cover_nick (ComarkCover value);
gboolean comark_cover_from_nick (const char *nick, ComarkCover *out);
const char *comark_stage_nick (ComarkStage value);
gboolean comark_stage_from_nick (const char *nick, ComarkStage *out);
const char *comark_purpose_nick (ComarkPurpose value);
gboolean comark_purpose_from_nick (const char *nick, ComarkPurpose *out);
const char *comark_talk_audience_nick (ComarkTalkAudience value);
gboolean comark_talk_audience_from_nick (const char *nick, ComarkTalkAudience *out);
const char *comark_question_state_nick (ComarkQuestionState value);
gboolean comark_question_state_from_nick (const char *nick, ComarkQuestionState *out);

/* The state in plain words for a person ("In review"). Static, English source text, translated
 * by the caller's catalogue. */
const char *comark_state_words (ComarkState value);
const char *comark_mark_state_words (ComarkMarkState value);
const char *comark_member_kind_words (ComarkMemberKind value);
const char *comark_interest_kind_words (ComarkInterestKind value);
const char *comark_strength_words (ComarkStrength value);
const char *comark_cover_words (ComarkCover value);
const char *comark_talk_audience_words (ComarkTalkAudience value);
const char *comark_question_state_words (ComarkQuestionState value);

/* TRUE for a state that nothing follows. */
gboolean comark_state_is_end (ComarkState value);

G_END_DECLS
