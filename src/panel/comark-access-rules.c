/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-access-rules.h"

#define S(name) (1u << COMARK_STATE_##name)
#define ALL ((1u << COMARK_N_STATES) - 1)
#define PREPARED (S (INTEREST) | S (PREPARING) | S (DEFERRED))
#define RATED (S (IN_REVIEW) | S (CLARIFYING))
#define WITH_PANEL (S (READY) | RATED | S (IN_MEETING))
#define OUTCOME (S (AWARDED) | S (CONDITIONAL) | S (DEFERRED) | S (NOT_YET))
#define TALKED (WITH_PANEL | S (DECIDED) | OUTCOME)
#define BEFORE_DECIDED (S (INTEREST) | S (PREPARING) | S (SUBMITTED) | WITH_PANEL)

#define IS(name) COMARK_IS_##name
#define NEEDS(name) COMARK_NEEDS_##name
#define A(name) COMARK_ACTION_##name

static const char for_administrators[] = "An administrator does this. Please ask one.";
static const char for_owner[] =
  "The owner does this, or an administrator for them. Please ask one of the two.";
static const char for_chairs[] =
  "A co-chair of this panel does this, or a deputy. An administrator can tell you who that is.";
static const char for_minutes[] =
  "A co-chair of this panel or an administrator does this. Please ask one of them.";
static const char for_panel[] =
  "This is for the members of this panel. An administrator can invite you.";
static const char for_readers[] =
  "The document opens for its owner, its contributors, administrators and the members of its "
  "panel. An administrator can invite you.";
static const char for_those_who_rate[] =
  "Single ratings stay with the panel and its administrator. What the panel agrees comes with "
  "the letter.";
static const char for_raters[] =
  "Rating is for members of this panel with no interest in the way. An administrator can invite "
  "you, and a co-chair can look at an interest again.";

static const char among_itself[] =
  "The panel talks among itself. What it agrees comes with the letter.";
static const char with_owner[] =
  "This is between the owner, the contributors, the administrators and the panel. An "
  "administrator can invite you.";
static const char to_administrators[] =
  "This is between the administrators and the person who asked them. You can write to them "
  "yourself.";

static const char only_in_preparation[] =
  "This can be changed only while it is being prepared. An administrator can send it back.";
static const char only_in_review[] =
  "This belongs to the review, and the submission is at another step. The overview shows which.";
static const char only_while_gathered[] =
  "Questions to the owner are gathered during the review and go out once, all together. Please "
  "bring this one to the meeting.";
static const char only_with_panel[] =
  "This belongs to the time of the panel, and the submission is at another step. The overview "
  "shows which.";
static const char only_in_meeting[] =
  "This belongs to the meeting. A co-chair opens it when the reviews are done.";
static const char only_decided[] =
  "This comes after the panel has decided. The overview shows which step it is at.";
static const char only_outcome[] =
  "This comes once the decision is sealed. The overview shows which step it is at.";
static const char only_conditional[] =
  "This is for an award with conditions. The overview shows which step it is at.";
static const char only_while_deciding[] =
  "The panel talks while it has the submission. The overview shows which step it is at.";
static const char other_step[] =
  "The submission is at another step now. The overview shows which, and who has it.";

/* In the order of ComarkAction. */
static const ComarkAccessRule rules[] = {
  /* the register */
  { A (SEE_PEOPLE), "see-people", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (MANAGE_PEOPLE), "manage-people", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (ADD_SUBMISSION), "add-submission", IS (OWNER_ROLE) | IS (ADMINISTRATOR), 0, 0,
    "Document owners and administrators put things forward. An administrator can make you an "
    "owner.", NULL },
  { A (SEE_MARKS), "see-marks", IS (EVERYONE), 0, 0, "", NULL },
  { A (SEE_REPORTS), "see-reports", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (SEE_LOG), "see-log", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (CHANGE_SETTINGS), "change-settings", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (BACK_UP), "back-up", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (CHECK_REGISTER), "check-register", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (MOVE_CLOCK), "move-clock", IS (ADMINISTRATOR), 0, NEEDS (PRACTICE), for_administrators,
    NULL },
  { A (SEE_SITTINGS), "see-sittings", IS (MEMBER_ROLE) | IS (ADMINISTRATOR), 0, 0,
    "Meetings are for panel members and administrators. An administrator can tell you when a "
    "panel meets.", NULL },
  { A (PLAN_SITTINGS), "plan-sittings", IS (ADMINISTRATOR), 0, 0, for_administrators, NULL },
  { A (KEEP_PREFERENCES), "keep-preferences", IS (EVERYONE), 0, 0, "", NULL },

  /* a submission: reading */
  { A (SEE_EXISTS), "see-exists", IS (EVERYONE), ALL, 0, "", NULL },
  { A (SEE_HISTORY), "see-history",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR) | IS (PANEL) | IS (ANY_CHAIR), ALL,
    NEEDS (INTEREST), for_panel, NULL },
  { A (OPEN_DOCUMENT), "open-document",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (PANEL_TIME), for_readers, NULL },
  { A (EXPORT_PACK), "export-pack",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (PANEL_TIME), for_readers, NULL },
  { A (SEE_REVIEW_COUNTS), "see-review-counts",
    IS (FREE_ADMINISTRATOR) | IS (PANEL) | IS (ANY_CHAIR), ALL,
    NEEDS (INTEREST) | NEEDS (COUNTS),
    "How far the panel has read is for the panel and its administrator. The overview shows which "
    "step it is at.", NULL },
  { A (SEE_OWN_REVIEW), "see-own-review", IS (RATER) | IS (AUTHOR), ALL, 0,
    "There is no review of yours here. An administrator can invite you to the panel.", NULL },
  { A (SEE_OTHERS_RATINGS), "see-others-ratings", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (OTHERS), for_those_who_rate, NULL },
  { A (SEE_OTHERS_DRAFTS), "see-others-drafts", 0, ALL, 0,
    "A draft is seen by the person who writes it and by nobody else. Please ask that person.",
    NULL },
  { A (SEE_MEDIANS), "see-medians", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (OTHERS), for_those_who_rate, NULL },
  { A (SEE_DISCUSSION), "see-discussion", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (OTHERS),
    among_itself, NULL },
  { A (SEE_PANEL_TALK), "see-panel-talk", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (PANEL_TIME), among_itself, NULL },
  { A (SEE_OWNER_TALK), "see-owner-talk",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (PANEL_TIME), with_owner, NULL },
  { A (SEE_ADMINISTRATORS_TALK), "see-administrators-talk",
    IS (FREE_ADMINISTRATOR) | IS (ASKER), ALL, 0, to_administrators, NULL },
  { A (SEE_AGREED), "see-agreed", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (OTHERS), "What the panel agrees comes with the letter.", NULL },
  { A (SEE_TASKS), "see-tasks", IS (FREE_ADMINISTRATOR) | IS (PANEL), ALL,
    NEEDS (INTEREST) | NEEDS (OTHERS), among_itself, NULL },
  { A (SEE_OWN_TASK), "see-own-task", IS (CARRIER), ALL, NEEDS (RESULT),
    "This is for whoever does it. An administrator can tell you more.", NULL },
  { A (SEE_RESULT), "see-result",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (FREE_ADMINISTRATOR) | IS (PANEL) | IS (ANY_CHAIR), ALL,
    NEEDS (INTEREST) | NEEDS (RESULT), for_panel, NULL },

  /* a submission: the owner's part */
  { A (EDIT_SUBMISSION), "edit-submission", IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR),
    PREPARED, 0, for_owner, only_in_preparation },
  { A (SET_CONTENT_NOTE), "set-content-note", IS (OWNER) | IS (ADMINISTRATOR), BEFORE_DECIDED, 0,
    for_owner, "The panel has decided, so nobody is asked to read it any more." },
  { A (ATTACH_EVIDENCE), "attach-evidence", IS (OWNER) | IS (CONTRIBUTOR) | IS (ADMINISTRATOR),
    PREPARED | S (CLARIFYING) | S (CONDITIONAL), 0, for_owner, only_in_preparation },
  { A (CONFIRM_EVIDENCE), "confirm-evidence", IS (CONTRIBUTOR) | IS (FREE_ADMINISTRATOR),
    S (PREPARING) | S (SUBMITTED) | WITH_PANEL | S (CONDITIONAL) | S (DEFERRED),
    NEEDS (SELF) | NEEDS (CONTRIBUTOR),
    "A contributor confirms, or an administrator with no part in it records it for them.",
    other_step },
  { A (SUBMIT), "submit", IS (OWNER) | IS (ADMINISTRATOR), S (PREPARING), 0, for_owner,
    other_step },
  { A (RESUBMIT), "resubmit", IS (OWNER) | IS (ADMINISTRATOR), S (DEFERRED), 0, for_owner,
    "Only what was deferred is submitted again. Anything else is put forward as new." },
  { A (ANSWER), "answer", IS (OWNER) | IS (ADMINISTRATOR), S (CLARIFYING), 0, for_owner,
    "There is no question from the panel to answer now." },
  { A (WITHDRAW), "withdraw", IS (OWNER) | IS (ADMINISTRATOR), BEFORE_DECIDED, 0, for_owner,
    "It can be withdrawn until the panel has decided. An administrator can say what is possible "
    "now." },
  { A (APPEAL), "appeal", IS (OWNER) | IS (CONTRIBUTOR), OUTCOME | S (CLOSED), 0,
    "The owner and the contributors can appeal. An administrator can pass it on to them.",
    only_outcome },

  /* a submission: the administrator's part */
  { A (ACCEPT), "accept", IS (ADMINISTRATOR), S (INTEREST), 0, for_administrators, other_step },
  { A (REDIRECT), "redirect", IS (ADMINISTRATOR), S (INTEREST), 0, for_administrators,
    other_step },
  { A (COMPLETE), "complete", IS (ADMINISTRATOR), S (SUBMITTED), 0, for_administrators,
    other_step },
  { A (SEND_BACK), "send-back", IS (ADMINISTRATOR), S (SUBMITTED), 0, for_administrators,
    other_step },
  { A (INVITE), "invite", IS (ADMINISTRATOR), WITH_PANEL, 0, for_administrators, other_step },
  { A (PUT_ON_AGENDA), "put-on-agenda", IS (ADMINISTRATOR), RATED | S (IN_MEETING), 0,
    for_administrators,
    "A panel meets about what it is reviewing. The overview shows which step this is at." },
  { A (RECORD_TOLD), "record-told", IS (OWNER) | IS (ADMINISTRATOR), OUTCOME, 0, for_owner,
    only_outcome },
  { A (RELEASE_LETTER), "release-letter", IS (FREE_ADMINISTRATOR) | IS (CHAIR),
    OUTCOME | S (DECIDED), NEEDS (INTEREST) | NEEDS (SEALED), for_minutes, only_outcome },
  { A (CLOSE), "close", IS (ADMINISTRATOR), S (AWARDED) | S (DEFERRED) | S (NOT_YET),
    NEEDS (TOLD) | NEEDS (LETTER), for_administrators, only_outcome },
  { A (SETTLE_APPEAL), "settle-appeal", IS (FREE_ADMINISTRATOR), OUTCOME | S (CLOSED), 0,
    "An administrator with no part in it records what came of an appeal. Please ask one.",
    only_outcome },

  /* a submission: the panel's part */
  { A (DECLINE), "decline", IS (INVITED), WITH_PANEL, 0,
    "There is no invitation of yours to answer here. An administrator can help.",
    only_with_panel },
  { A (COME_BACK), "come-back", IS (DECLINED), WITH_PANEL, 0,
    "You have not declined an invitation here. An administrator can help.", only_with_panel },
  { A (DECLARE_INTEREST), "declare-interest",
    IS (INVITED) | IS (ANY_CHAIR) | IS (ADMINISTRATOR), WITH_PANEL | S (DECIDED),
    NEEDS (SELF) | NEEDS (UNSEALED),
    "The question about interests is for those who are asked to the panel. An administrator can "
    "invite you.", only_with_panel },
  { A (DECIDE_EFFECT), "decide-effect", IS (FREE_ADMINISTRATOR) | IS (ANY_CHAIR),
    WITH_PANEL | S (DECIDED), NEEDS (SOMEBODY) | NEEDS (UNSEALED),
    "The co-chairs settle what an interest means. Please ask one of them.", only_with_panel },
  { A (ASK_OWNER), "ask-owner", IS (PANEL), S (IN_REVIEW),
    NEEDS (INTEREST) | NEEDS (UNASKED), for_panel, only_while_gathered },
  { A (SEND_QUESTIONS), "send-questions", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (IN_REVIEW),
    NEEDS (INTEREST) | NEEDS (UNASKED), for_minutes, only_while_gathered },
  { A (RATE), "rate", IS (RATER), RATED | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (PRACTISED) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (SUBMIT_REVIEW), "submit-review", IS (RATER), RATED | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (PRACTISED) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (SAY_ON_THE_DAY), "say-on-the-day", IS (RATER), RATED,
    NEEDS (INTEREST) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (RATE_FINAL), "rate-final", IS (RATER), S (IN_MEETING) | S (DECIDED),
    NEEDS (INTEREST) | NEEDS (UNSEALED) | NEEDS (FINAL_OPEN), for_raters, only_in_meeting },
  { A (IMPORT_REVIEW), "import-review", IS (RATER) | IS (ADMINISTRATOR), RATED | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (SELF) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (LET_WRITE), "let-write", IS (RATER), RATED | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (TAKE_HOME), "take-home", IS (RATER) | IS (ADMINISTRATOR), RATED | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (SELF) | NEEDS (FIRST_OPEN), for_raters, only_in_review },
  { A (REOPEN_REVIEW), "reopen-review", IS (ANY_CHAIR), RATED,
    NEEDS (SOMEBODY) | NEEDS (REOPENABLE),
    "A co-chair reopens a review that was submitted by a slip. Please ask one.", only_in_review },
  { A (OPEN_MEETING), "open-meeting", IS (CHAIR), S (IN_REVIEW), NEEDS (INTEREST), for_chairs,
    only_in_review },
  { A (ATTEND), "attend", IS (PANEL) | IS (FREE_ADMINISTRATOR), S (IN_REVIEW) | S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (SELF_OR_MINUTES), for_panel, only_in_meeting },
  { A (ADJOURN), "adjourn", IS (CHAIR), S (IN_MEETING), NEEDS (INTEREST), for_chairs,
    only_in_meeting },
  { A (LEAD_ROUNDS), "lead-rounds", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (RUNNING), for_minutes, only_in_meeting },
  { A (TAKE_TURN), "take-turn", IS (PANEL) | IS (FREE_ADMINISTRATOR), S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (SELF_OR_MINUTES) | NEEDS (RUNNING), for_panel, only_in_meeting },
  { A (PAUSE_MEETING), "pause-meeting", IS (PANEL) | IS (FREE_ADMINISTRATOR), S (IN_MEETING),
    NEEDS (INTEREST), for_panel, only_in_meeting },
  { A (RESUME_MEETING), "resume-meeting", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (IN_MEETING),
    NEEDS (INTEREST), for_minutes, only_in_meeting },
  { A (AGREE_VALUE), "agree-value", IS (CHAIR) | IS (FREE_ADMINISTRATOR),
    S (IN_MEETING) | S (CONDITIONAL),
    NEEDS (INTEREST) | NEEDS (OTHERS) | NEEDS (CHAIR_IF_CONDITIONAL) | NEEDS (RUNNING),
    for_minutes, only_in_meeting },
  { A (ANSWER_JUDGEMENT), "answer-judgement", IS (CHAIR) | IS (FREE_ADMINISTRATOR),
    S (IN_MEETING), NEEDS (INTEREST) | NEEDS (OTHERS) | NEEDS (RUNNING), for_minutes,
    only_in_meeting },
  { A (DISSENT), "dissent", IS (RATER) | IS (FREE_ADMINISTRATOR), S (IN_MEETING) | S (DECIDED),
    NEEDS (INTEREST) | NEEDS (SELF_OR_MINUTES) | NEEDS (UNSEALED), for_panel, only_in_meeting },
  { A (NOTE_TASK), "note-task", IS (CHAIR) | IS (FREE_ADMINISTRATOR),
    S (IN_MEETING) | S (DECIDED) | OUTCOME, NEEDS (INTEREST) | NEEDS (OTHERS), for_minutes,
    only_in_meeting },
  { A (FINISH_TASK), "finish-task", IS (CARRIER) | IS (CHAIR) | IS (FREE_ADMINISTRATOR),
    S (IN_MEETING) | S (DECIDED) | OUTCOME | S (CLOSED), NEEDS (INTEREST),
    "Whoever does it says that it is done, or a co-chair or an administrator. Please ask one of "
    "them.", only_in_meeting },
  { A (DECIDE), "decide", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (IN_MEETING),
    NEEDS (INTEREST) | NEEDS (OTHERS) | NEEDS (RUNNING), for_minutes, only_in_meeting },
  { A (RECONSIDER), "reconsider", IS (RATER), S (DECIDED), NEEDS (INTEREST) | NEEDS (UNSEALED),
    for_panel, only_decided },
  { A (CHANGE_LETTER), "change-letter", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (DECIDED),
    NEEDS (INTEREST) | NEEDS (UNSEALED), for_minutes, only_decided },
  { A (SIGN), "sign", IS (CHAIR), S (DECIDED), NEEDS (INTEREST) | NEEDS (UNSEALED), for_chairs,
    only_decided },
  { A (SEAL), "seal", IS (CHAIR) | IS (FREE_ADMINISTRATOR), S (DECIDED),
    NEEDS (INTEREST) | NEEDS (UNSEALED), for_minutes, only_decided },
  { A (SETTLE_CONDITIONS), "settle-conditions", IS (CHAIR), S (CONDITIONAL), NEEDS (INTEREST),
    for_chairs, only_conditional },

  /* a submission: talking */
  { A (DISCUSS), "discuss", IS (FREE_ADMINISTRATOR) | IS (PANEL), TALKED,
    NEEDS (INTEREST) | NEEDS (OTHERS), among_itself, only_while_deciding },
  { A (TALK_TO_PANEL), "talk-to-panel", IS (FREE_ADMINISTRATOR) | IS (PANEL), TALKED,
    NEEDS (INTEREST), among_itself, only_while_deciding },
  { A (TALK_TO_OWNER), "talk-to-owner",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (FREE_ADMINISTRATOR) | IS (CHAIR), ALL,
    NEEDS (INTEREST) | NEEDS (PANEL_TIME),
    "Questions of the panel go to the owner through the co-chairs. Please ask one of them.",
    NULL },
  { A (TALK_TO_ADMINISTRATORS), "talk-to-administrators",
    IS (OWNER) | IS (CONTRIBUTOR) | IS (INVITED) | IS (ANY_CHAIR) | IS (FREE_ADMINISTRATOR), ALL,
    0, with_owner, NULL },

  /* the mark */
  { A (SEE_MARK), "see-mark", IS (EVERYONE), ALL, NEEDS (MARK), "", NULL },
  { A (ISSUE_MARK), "issue-mark", IS (ADMINISTRATOR), S (AWARDED),
    NEEDS (TOLD) | NEEDS (NO_MARK), for_administrators,
    "A mark is issued for what was awarded. The overview shows which step it is at." },
  { A (EXPORT_MARK), "export-mark", IS (OWNER) | IS (ADMINISTRATOR), ALL,
    NEEDS (MARK) | NEEDS (LIVE_MARK), for_owner, NULL },
  { A (CONFIRM_UNCHANGED), "confirm-unchanged", IS (OWNER) | IS (ADMINISTRATOR), ALL,
    NEEDS (MARK) | NEEDS (LIVE_MARK), for_owner, NULL },
  { A (SUSPEND_MARK), "suspend-mark", IS (FREE_ADMINISTRATOR) | IS (ANY_CHAIR), ALL,
    NEEDS (MARK) | NEEDS (ENDABLE_MARK), for_minutes, NULL },
  { A (REVOKE_MARK), "revoke-mark", IS (FREE_ADMINISTRATOR) | IS (ANY_CHAIR), ALL,
    NEEDS (MARK) | NEEDS (ENDABLE_MARK), for_minutes, NULL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (rules) == COMARK_N_ACTIONS);

const ComarkAccessRule *
comark_access_rule (ComarkAction action)
{
  g_return_val_if_fail ((guint) action < COMARK_N_ACTIONS, NULL);
  return &rules[action];
}

gboolean
comark_action_is_on_submission (ComarkAction action)
{
  return comark_access_rule (action)->states != 0;
}

const char *
comark_action_nick (ComarkAction action)
{
  return comark_access_rule (action)->nick;
}

gboolean
comark_action_from_nick (const char *nick, ComarkAction *out)
{
  for (gsize i = 0; nick != NULL && i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].nick, nick))
      {
        *out = rules[i].action;
        return TRUE;
      }
  return FALSE;
}

gboolean
comark_access_for_event (ComarkEvent event, ComarkAction *action)
{
  static const struct { ComarkEvent event; ComarkAction action; } pairs[] = {
    { COMARK_EVENT_EXPRESS_INTEREST, A (ADD_SUBMISSION) },
    { COMARK_EVENT_TAKE_IN, A (ADD_SUBMISSION) },
    { COMARK_EVENT_START, A (ADD_SUBMISSION) },
    { COMARK_EVENT_ACCEPT, A (ACCEPT) },
    { COMARK_EVENT_REDIRECT, A (REDIRECT) },
    { COMARK_EVENT_PREPARE, A (EDIT_SUBMISSION) },
    { COMARK_EVENT_SUBMIT, A (SUBMIT) },
    { COMARK_EVENT_COMPLETE, A (COMPLETE) },
    { COMARK_EVENT_SEND_BACK, A (SEND_BACK) },
    { COMARK_EVENT_FORM_PANEL, A (INVITE) },
    { COMARK_EVENT_ASK_OWNER, A (SEND_QUESTIONS) },
    { COMARK_EVENT_ANSWER, A (ANSWER) },
    { COMARK_EVENT_OPEN_MEETING, A (OPEN_MEETING) },
    { COMARK_EVENT_ADJOURN, A (ADJOURN) },
    { COMARK_EVENT_DECIDE, A (DECIDE) },
    { COMARK_EVENT_RECONSIDER, A (RECONSIDER) },
    { COMARK_EVENT_SIGN, A (SIGN) },
    { COMARK_EVENT_SEAL, A (SEAL) },
    { COMARK_EVENT_MEET_CONDITIONS, A (SETTLE_CONDITIONS) },
    { COMARK_EVENT_LAPSE, A (SETTLE_CONDITIONS) },
    { COMARK_EVENT_RESUBMIT, A (RESUBMIT) },
    { COMARK_EVENT_TELL, A (RECORD_TOLD) },
    { COMARK_EVENT_ISSUE_MARK, A (ISSUE_MARK) },
    { COMARK_EVENT_CLOSE, A (CLOSE) },
    { COMARK_EVENT_WITHDRAW, A (WITHDRAW) },
    { COMARK_EVENT_APPEAL, A (APPEAL) },
    { COMARK_EVENT_DISMISS_APPEAL, A (SETTLE_APPEAL) },
    { COMARK_EVENT_UPHOLD_APPEAL, A (SETTLE_APPEAL) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i].event == event)
      {
        *action = pairs[i].action;
        return TRUE;
      }
  return FALSE;
}
