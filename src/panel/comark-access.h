/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * May this person do this now? One function, asked by every screen, verb, export and count. A no
 * comes with the sentence to show: why not, and who can help. It never tells that something
 * exists which the person may not know of.
 *
 * A person sees a submission, and anything drawn from it, only where SEE_EXISTS says yes; that
 * goes for lists, counts, averages, search and exports alike. A draft review belongs to its
 * author: no standing opens it to anybody else.
 *
 * A co-chair of a panel is a member of it with the role, or the deputy; a co-chair who is not on
 * the panel may see that the submission exists, settle interests, reopen a review and look after
 * the mark. An owner or contributor stays one, whatever other role they have: panel matters of
 * their own submission are closed to them. The register of marks is public by nature, so that
 * what was awarded is seen by everyone.
 *
 * This answers who and in which state. What must hold besides (quorum, signatures, the window of
 * second thoughts …) are the guards of comark-workflow.h.
 */
#pragma once

#include "comark-types.h"
#include "comark-workflow.h"

G_BEGIN_DECLS

/* How far one member's first review of one submission has come. */
typedef enum
{
  COMARK_REVIEW_NONE,
  COMARK_REVIEW_DRAFT,
  COMARK_REVIEW_SUBMITTED,
} ComarkReviewState;

/* The facts, filled by the store. All zero is a stranger. For an act of the register itself only
 * the first group counts. */
typedef struct
{
  /* the person */
  gboolean active; /* on the register and not erased or stopped */
  gboolean at_home; /* this register is a copy that a member took home: it reaches nobody */
  guint roles;     /* of ComarkRole */
  ComarkMemberKind kind;
  ComarkPurpose purpose; /* of the register */
  gboolean practice_waits; /* the register asks for it before a first review, and it is not done */

  /* the submission */
  gboolean has_submission; /* FALSE: there is none with that reference */
  ComarkState state;
  gboolean meeting_open; /* a meeting on it is open now */
  gboolean in_rounds;    /* that meeting is in its first half: no ratings on any screen */
  gboolean paused;       /* that meeting is */
  gboolean sealed;       /* its decision is */
  gboolean told;         /* its contributors were told what changed because of them */
  gboolean owner_asked;  /* the panel's questions were sent, in their one round */
  gboolean letter_released; /* to the owner; at the latest when it is sealed, if nobody holds it */

  /* the person and the submission */
  gboolean is_owner;
  gboolean is_contributor; /* took part in making it, by the owner's list or their own word */
  gboolean is_invited;     /* to its present panel */
  gboolean has_declined;   /* that invitation */
  gboolean is_deputy;      /* stands in for the co-chair of their kind */
  ComarkInterestKind interest_kind;
  ComarkInterestEffect interest_effect;
  gboolean interest_current; /* answered for this version and these contributors */
  ComarkReviewState own_review;
  gboolean peers_opened;       /* has opened any other member's review of it */
  gboolean will_say_on_the_day;
  gboolean mapping_open;       /* for this person, in the open meeting */

  /* the mark */
  gboolean has_mark;
  ComarkMarkState mark_state;

  gboolean carries_task; /* that the act is on */
  gboolean began_thread; /* that the act is on; see comark_access_may_read_talk() */

  /* whom the act is about, where that is a person: DECIDE_EFFECT, DECLARE_INTEREST,
   * CONFIRM_EVIDENCE, IMPORT_REVIEW, TAKE_HOME, REOPEN_REVIEW, ATTEND, TAKE_TURN,
   * DISSENT */
  gboolean about_other; /* somebody else than the acting person */
  ComarkReviewState others_review;
  gboolean others_peers_opened;
} ComarkStanding;

typedef enum
{
  /* the register */
  COMARK_ACTION_SEE_PEOPLE,      /* "see-people" */
  COMARK_ACTION_MANAGE_PEOPLE,   /* "manage-people" */
  COMARK_ACTION_ADD_SUBMISSION,  /* "add-submission": also importing a pack as a new one */
  COMARK_ACTION_SEE_MARKS,       /* "see-marks": the register of marks is public by nature */
  COMARK_ACTION_SEE_REPORTS,     /* "see-reports" */
  COMARK_ACTION_SEE_LOG,         /* "see-log" */
  COMARK_ACTION_CHANGE_SETTINGS, /* "change-settings": also adding a framework */
  COMARK_ACTION_BACK_UP,         /* "back-up" */
  COMARK_ACTION_CHECK_REGISTER,  /* "check-register" */
  COMARK_ACTION_MOVE_CLOCK,      /* "move-clock" */
  COMARK_ACTION_SEE_SITTINGS,    /* "see-sittings": of the panels that the person may know */
  COMARK_ACTION_PLAN_SITTINGS,   /* "plan-sittings": days, places, the order of an agenda */
  COMARK_ACTION_KEEP_PREFERENCES, /* "keep-preferences": one's own, as how one likes to read */
  /* a submission: reading */
  COMARK_ACTION_SEE_EXISTS,           /* "see-exists" */
  COMARK_ACTION_SEE_HISTORY,          /* "see-history": rows on reviews need SEE_REVIEW_COUNTS */
  COMARK_ACTION_OPEN_DOCUMENT,        /* "open-document": and evidence and statements */
  COMARK_ACTION_EXPORT_PACK,          /* "export-pack" */
  COMARK_ACTION_SEE_REVIEW_COUNTS,    /* "see-review-counts": how many are in; else show "–" */
  COMARK_ACTION_SEE_OWN_REVIEW,       /* "see-own-review": also exporting it */
  COMARK_ACTION_SEE_OTHERS_RATINGS,   /* "see-others-ratings": submitted ones, with names */
  COMARK_ACTION_SEE_OTHERS_DRAFTS,    /* "see-others-drafts": nobody, ever */
  COMARK_ACTION_SEE_MEDIANS,          /* "see-medians": medians, spread, suggested, agreement */
  COMARK_ACTION_SEE_DISCUSSION,       /* "see-discussion": what the panel says after rating */
  COMARK_ACTION_SEE_PANEL_TALK,       /* "see-panel-talk": what it says before, too */
  COMARK_ACTION_SEE_OWNER_TALK,       /* "see-owner-talk": between the owner and the panel */
  COMARK_ACTION_SEE_ADMINISTRATORS_TALK, /* "see-administrators-talk": of one thread */
  COMARK_ACTION_SEE_AGREED,           /* "see-agreed": agreed values, rules, before release */
  COMARK_ACTION_SEE_TASKS,            /* "see-tasks": what the panel wants done, all of it */
  COMARK_ACTION_SEE_OWN_TASK,         /* "see-own-task": what this person is to do */
  COMARK_ACTION_SEE_RESULT,           /* "see-result": released outcome, agreed values, letter */
  /* a submission: the owner's part */
  COMARK_ACTION_EDIT_SUBMISSION, /* "edit-submission" */
  COMARK_ACTION_SET_CONTENT_NOTE, /* "set-content-note": what it speaks of that may be hard */
  COMARK_ACTION_ATTACH_EVIDENCE, /* "attach-evidence" */
  COMARK_ACTION_CONFIRM_EVIDENCE, /* "confirm-evidence" */
  COMARK_ACTION_SUBMIT,          /* "submit" */
  COMARK_ACTION_RESUBMIT,        /* "resubmit" */
  COMARK_ACTION_ANSWER,          /* "answer" */
  COMARK_ACTION_WITHDRAW,        /* "withdraw" */
  COMARK_ACTION_APPEAL,          /* "appeal" */
  /* a submission: the administrator's part */
  COMARK_ACTION_ACCEPT,        /* "accept" */
  COMARK_ACTION_REDIRECT,      /* "redirect" */
  COMARK_ACTION_COMPLETE,      /* "complete" */
  COMARK_ACTION_SEND_BACK,     /* "send-back" */
  COMARK_ACTION_INVITE,        /* "invite" */
  COMARK_ACTION_PUT_ON_AGENDA, /* "put-on-agenda": of a sitting */
  COMARK_ACTION_RECORD_TOLD,   /* "record-told" */
  COMARK_ACTION_RELEASE_LETTER, /* "release-letter" */
  COMARK_ACTION_CLOSE,         /* "close" */
  COMARK_ACTION_SETTLE_APPEAL, /* "settle-appeal" */
  /* a submission: the panel's part */
  COMARK_ACTION_DECLINE,          /* "decline": an invitation */
  COMARK_ACTION_COME_BACK,        /* "come-back": after declining; all that such a person may */
  COMARK_ACTION_DECLARE_INTEREST, /* "declare-interest" */
  COMARK_ACTION_DECIDE_EFFECT,    /* "decide-effect": of somebody's interest */
  COMARK_ACTION_ASK_OWNER,        /* "ask-owner": one's own question, to the co-chairs */
  COMARK_ACTION_SEND_QUESTIONS,   /* "send-questions": all of them to the owner, in one round */
  COMARK_ACTION_RATE,             /* "rate": first ratings, as a draft */
  COMARK_ACTION_SUBMIT_REVIEW,    /* "submit-review" */
  COMARK_ACTION_SAY_ON_THE_DAY,   /* "say-on-the-day" */
  COMARK_ACTION_RATE_FINAL,       /* "rate-final" */
  COMARK_ACTION_IMPORT_REVIEW,    /* "import-review": the author's standing needs RATE too */
  COMARK_ACTION_LET_WRITE,        /* "let-write": somebody types one's review */
  COMARK_ACTION_TAKE_HOME,        /* "take-home": a reading pack; its member's standing needs RATE
                                   * too */
  COMARK_ACTION_REOPEN_REVIEW,    /* "reopen-review": a slip */
  COMARK_ACTION_OPEN_MEETING,     /* "open-meeting" */
  COMARK_ACTION_ATTEND,           /* "attend": recording who is there */
  COMARK_ACTION_ADJOURN,          /* "adjourn" */
  COMARK_ACTION_LEAD_ROUNDS,      /* "lead-rounds": and going on to the mapping */
  COMARK_ACTION_TAKE_TURN,        /* "take-turn": somebody has spoken, or passes */
  COMARK_ACTION_PAUSE_MEETING,    /* "pause-meeting" */
  COMARK_ACTION_RESUME_MEETING,   /* "resume-meeting" */
  COMARK_ACTION_AGREE_VALUE,      /* "agree-value": in the meeting, or on a condition */
  COMARK_ACTION_ANSWER_JUDGEMENT, /* "answer-judgement": a yes or no of the outcome rules */
  COMARK_ACTION_DISSENT,          /* "dissent": a member's own words */
  COMARK_ACTION_NOTE_TASK,        /* "note-task": and taking one off */
  COMARK_ACTION_FINISH_TASK,      /* "finish-task" */
  COMARK_ACTION_DECIDE,           /* "decide" */
  COMARK_ACTION_RECONSIDER,       /* "reconsider" */
  COMARK_ACTION_CHANGE_LETTER,    /* "change-letter": to the owner, until somebody signs */
  COMARK_ACTION_SIGN,             /* "sign" */
  COMARK_ACTION_SEAL,             /* "seal" */
  COMARK_ACTION_SETTLE_CONDITIONS, /* "settle-conditions": met, or lapsed */
  /* a submission: talking; whoever adds to a thread must be able to read it as well */
  COMARK_ACTION_DISCUSS,                /* "discuss": after rating */
  COMARK_ACTION_TALK_TO_PANEL,          /* "talk-to-panel" */
  COMARK_ACTION_TALK_TO_OWNER,          /* "talk-to-owner" */
  COMARK_ACTION_TALK_TO_ADMINISTRATORS, /* "talk-to-administrators" */
  /* the mark */
  COMARK_ACTION_SEE_MARK,          /* "see-mark" */
  COMARK_ACTION_ISSUE_MARK,        /* "issue-mark" */
  COMARK_ACTION_EXPORT_MARK,       /* "export-mark" */
  COMARK_ACTION_CONFIRM_UNCHANGED, /* "confirm-unchanged" */
  COMARK_ACTION_SUSPEND_MARK,      /* "suspend-mark": also clearing it */
  COMARK_ACTION_REVOKE_MARK,       /* "revoke-mark" */
} ComarkAction;
#define COMARK_N_ACTIONS (COMARK_ACTION_REVOKE_MARK + 1)

/* TRUE if the person may. Otherwise *reason ((out) (optional) (transfer full)) is a whole plain
 * sentence or two; it is left alone on TRUE. */
gboolean comark_access_check (const ComarkStanding *standing, ComarkAction action, char **reason);

/* TRUE if the person knows who sits on the panel: administrators form it; otherwise it is known
 * to itself and to co-chairs. */
gboolean comark_access_sees_panel (const ComarkStanding *standing);

/* TRUE where the person may see what others think and has not asked to. Before the meeting
 * looking is an act of its own, after which one's own slip cannot be opened again
 * (decisions.md 7): until then others' reviews, medians and the discussion stay closed. */
gboolean comark_access_peers_closed (const ComarkStanding *standing);

/* Whether the person may read, or add to, a thread for @audience. @began: they began it, or are
 * about to. Nobody adds to what they may not read. */
gboolean comark_access_may_read_talk (const ComarkStanding *standing, ComarkTalkAudience audience,
                                      gboolean began, char **reason);
gboolean comark_access_may_talk (const ComarkStanding *standing, ComarkTalkAudience audience,
                                 gboolean began, char **reason);

/* What asks to be allowed for @event: the buttons of a page are comark_workflow_events_from()
 * filtered by this. FALSE for what the clock does by itself, and for the four outcomes, which
 * follow from SEAL. */
gboolean comark_access_for_event (ComarkEvent event, ComarkAction *action);

/* TRUE if the action needs a submission. */
gboolean comark_action_is_on_submission (ComarkAction action);

const char *comark_action_nick (ComarkAction action);
gboolean comark_action_from_nick (const char *nick, ComarkAction *out);

G_END_DECLS
