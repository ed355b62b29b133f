/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-meeting.h"

static const ComarkField attendance_fields[] = {
  COMARK_FIELD (ComarkAttendance, person, ID),
  COMARK_FIELD (ComarkAttendance, name, TEXT),
  COMARK_FIELD_NICK (ComarkAttendance, kind, comark_member_kind_nick),
  COMARK_FIELD (ComarkAttendance, co_chair, FLAG),
  COMARK_FIELD (ComarkAttendance, deputy, FLAG),
  COMARK_FIELD (ComarkAttendance, carer, FLAG),
  COMARK_FIELD (ComarkAttendance, how, TEXT),
  COMARK_FIELD (ComarkAttendance, votes, FLAG),
  COMARK_FIELD (ComarkAttendance, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkAttendance, comark_attendance, attendance_fields)

static const ComarkField prompt_fields[] = {
  COMARK_FIELD (ComarkRoundPrompt, n, INT),
  COMARK_FIELD (ComarkRoundPrompt, body, TEXT),
};
COMARK_DEFINE_NOUN (ComarkRoundPrompt, comark_round_prompt, prompt_fields)

static const ComarkField turn_fields[] = {
  COMARK_FIELD (ComarkTurn, prompt, INT),
  COMARK_FIELD (ComarkTurn, person, ID),
  COMARK_FIELD (ComarkTurn, how, TEXT),
};
COMARK_DEFINE_NOUN (ComarkTurn, comark_turn, turn_fields)

static const ComarkField meeting_fields[] = {
  COMARK_FIELD (ComarkMeeting, id, ID),
  COMARK_FIELD (ComarkMeeting, state, TEXT),
  COMARK_FIELD (ComarkMeeting, opened_at, INT),
  COMARK_FIELD (ComarkMeeting, ended_at, INT),
  COMARK_FIELD (ComarkMeeting, because, TEXT),
  COMARK_FIELD (ComarkMeeting, attendance, RECORDS),
  COMARK_FIELD (ComarkMeeting, phase, TEXT),
  COMARK_FIELD (ComarkMeeting, prompts, RECORDS),
  COMARK_FIELD (ComarkMeeting, prompt, INT),
  COMARK_FIELD (ComarkMeeting, turns, RECORDS),
  COMARK_FIELD (ComarkMeeting, speaker, ID),
  COMARK_FIELD (ComarkMeeting, spoke_at, INT),
  COMARK_FIELD (ComarkMeeting, pause, TEXT),
  COMARK_FIELD (ComarkMeeting, paused_at, INT),
  COMARK_FIELD (ComarkMeeting, rev, INT),
};
COMARK_DEFINE_NOUN (ComarkMeeting, comark_meeting, meeting_fields)

static const ComarkField agreed_value_fields[] = {
  COMARK_FIELD (ComarkAgreedValue, criterion, TEXT),
  COMARK_FIELD (ComarkAgreedValue, value, VALUE),
  COMARK_FIELD_NICK (ComarkAgreedValue, strength, comark_strength_nick),
  COMARK_FIELD (ComarkAgreedValue, because, TEXT),
  COMARK_FIELD (ComarkAgreedValue, recorded_by_name, TEXT),
  COMARK_FIELD (ComarkAgreedValue, recorded_at, INT),
  COMARK_FIELD (ComarkAgreedValue, n, INT),
};
COMARK_DEFINE_NOUN (ComarkAgreedValue, comark_agreed_value, agreed_value_fields)

static const ComarkField judgement_fields[] = {
  COMARK_FIELD (ComarkJudgement, question, TEXT),
  COMARK_FIELD (ComarkJudgement, yes, FLAG),
  COMARK_FIELD (ComarkJudgement, because, TEXT),
  COMARK_FIELD (ComarkJudgement, n, INT),
};
COMARK_DEFINE_NOUN (ComarkJudgement, comark_judgement, judgement_fields)

static const ComarkField dissent_fields[] = {
  COMARK_FIELD (ComarkDissent, criterion, TEXT),
  COMARK_FIELD (ComarkDissent, name, TEXT),
  COMARK_FIELD (ComarkDissent, body, TEXT),
  COMARK_FIELD (ComarkDissent, recorded_at, INT),
};
COMARK_DEFINE_NOUN (ComarkDissent, comark_dissent, dissent_fields)
