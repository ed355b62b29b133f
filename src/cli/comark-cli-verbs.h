/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One function a verb; each file of this folder names its verbs at the top. All answer an exit
 * code (comark-cli.h).
 */
#pragma once

#include "comark-cli.h"

G_BEGIN_DECLS

int comark_cli_action_add (ComarkCli *cli, int argc, char **argv);
int comark_cli_action_done (ComarkCli *cli, int argc, char **argv);
int comark_cli_action_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_action_remove (ComarkCli *cli, int argc, char **argv);
int comark_cli_agreement (ComarkCli *cli, int argc, char **argv);
int comark_cli_backup (ComarkCli *cli, int argc, char **argv);
int comark_cli_check (ComarkCli *cli, int argc, char **argv);
int comark_cli_close (ComarkCli *cli, int argc, char **argv);
int comark_cli_condition_meet (ComarkCli *cli, int argc, char **argv);
int comark_cli_confirm (ComarkCli *cli, int argc, char **argv);
int comark_cli_decide (ComarkCli *cli, int argc, char **argv);
int comark_cli_demo (ComarkCli *cli, int argc, char **argv);
int comark_cli_dissent (ComarkCli *cli, int argc, char **argv);
int comark_cli_fairness (ComarkCli *cli, int argc, char **argv);
int comark_cli_framework_add (ComarkCli *cli, int argc, char **argv);
int comark_cli_framework_check (ComarkCli *cli, int argc, char **argv);
int comark_cli_framework_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_holidays (ComarkCli *cli, int argc, char **argv);
int comark_cli_init (ComarkCli *cli, int argc, char **argv);
int comark_cli_interest (ComarkCli *cli, int argc, char **argv);
int comark_cli_letter_change (ComarkCli *cli, int argc, char **argv);
int comark_cli_letter_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_log (ComarkCli *cli, int argc, char **argv);
int comark_cli_mark_export (ComarkCli *cli, int argc, char **argv);
int comark_cli_mark_issue (ComarkCli *cli, int argc, char **argv);
int comark_cli_mark_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_mark_revoke (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_attend (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_close (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_mapping (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_open (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_pause (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_prompt (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_resume (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_rounds (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_turn (ComarkCli *cli, int argc, char **argv);
int comark_cli_meeting_word (ComarkCli *cli, int argc, char **argv);
int comark_cli_pack_check (ComarkCli *cli, int argc, char **argv);
int comark_cli_pack_export (ComarkCli *cli, int argc, char **argv);
int comark_cli_pack_import (ComarkCli *cli, int argc, char **argv);
int comark_cli_pack_open (ComarkCli *cli, int argc, char **argv);
int comark_cli_panel_invite (ComarkCli *cli, int argc, char **argv);
int comark_cli_panel_reply (ComarkCli *cli, int argc, char **argv);
int comark_cli_person_add (ComarkCli *cli, int argc, char **argv);
int comark_cli_person_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_person_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_check (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_compare (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_finish (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_rate (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_practice_waive (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_answer (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_ask (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_leave_out (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_put_back (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_send (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_send_answers (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_take_back (ComarkCli *cli, int argc, char **argv);
int comark_cli_question_word (ComarkCli *cli, int argc, char **argv);
int comark_cli_quote_add (ComarkCli *cli, int argc, char **argv);
int comark_cli_quote_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_quote_remove (ComarkCli *cli, int argc, char **argv);
int comark_cli_reconsider (ComarkCli *cli, int argc, char **argv);
int comark_cli_report_agreement (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_confirm (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_let_write (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_choose (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_coverage (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_evidence (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_export (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_import (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_note (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_on_the_day (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_rate (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_reopen (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_send_back (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_submit (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_take_home (ComarkCli *cli, int argc, char **argv);
int comark_cli_review_versions (ComarkCli *cli, int argc, char **argv);
int comark_cli_seal (ComarkCli *cli, int argc, char **argv);
int comark_cli_setting (ComarkCli *cli, int argc, char **argv);
int comark_cli_sign (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_call_off (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_change (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_move (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_order (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_plan (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_put (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_reply (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_sitting_take_off (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_accept (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_add (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_compare (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_complete (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_contributor (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_content_note (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_document (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_evidence (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_redirect (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_search (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_send_back (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_show (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_statement (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_submit (ComarkCli *cli, int argc, char **argv);
int comark_cli_submission_withdraw (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_edit (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_list (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_read (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_readers (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_say (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_take_back (ComarkCli *cli, int argc, char **argv);
int comark_cli_talk_wordings (ComarkCli *cli, int argc, char **argv);
int comark_cli_todo (ComarkCli *cli, int argc, char **argv);
int comark_cli_told (ComarkCli *cli, int argc, char **argv);
int comark_cli_verify (ComarkCli *cli, int argc, char **argv);

G_END_DECLS
