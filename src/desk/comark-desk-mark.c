/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register of marks: lists, one mark, what its certificate says, its uses, and revoking it.
 */
#include "comark-desk-decision.h"

#include "comark-award-number.h"
#include "comark-desk-text.h"
#include "comark-mark-rows.h"
#include "comark-validity.h"

#define NUMBER_LENGTH_MAX 32

/* A mark runs out by the calendar: nobody needs to write that down for it to be so. */
static void
run_out (ComarkMark *mark, const char *today)
{
  if (mark->state == COMARK_MARK_LIVE && comark_validity_is_over (mark->valid_until, today))
    mark->state = COMARK_MARK_EXPIRED;
}

GPtrArray *
comark_desk_list_marks (ComarkDesk *desk, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  GPtrArray *marks;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_MARKS, error))
    return NULL;
  marks = comark_mark_rows_list (desk->sql, error);
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    run_out (marks->pdata[i], today);
  return marks;
}

/* "cp 2026 0042 7" is what people type; the register has one way of writing it. */
static char *
tidy_number (const char *number)
{
  guint year, serial;

  if (number == NULL || strnlen (number, NUMBER_LENGTH_MAX) == NUMBER_LENGTH_MAX
      || !comark_award_number_parse (number, &year, &serial))
    return NULL;
  return comark_award_number_format (year, serial);
}

ComarkMark *
comark_desk_find_mark (ComarkDesk *desk, const char *number, GError **error)
{
  g_autofree char *tidy = tidy_number (number);
  g_autofree char *today = comark_desk_today (desk);
  ComarkMark *mark = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_SEE_MARKS, error))
    return NULL;
  if (tidy != NULL && !comark_mark_rows_find (desk->sql, tidy, &mark, error))
    return NULL;
  if (mark == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                        tidy != NULL
                          ? "This register has no mark with that number."
                          : "That is no number of a mark. It looks like CP-2026-0042-7; look at "
                            "each digit again.");
  else
    run_out (mark, today);
  return mark;
}

ComarkAward *
comark_desk_award_of (ComarkDesk *desk, ComarkMark *mark, GError **error)
{
  ComarkAwardFields fields = {
    .number = mark->number,
    .issue = (guint) mark->issue,
    .organisation = mark->organisation,
    .panel_name = mark->panel,
    .panel_makeup = mark->panel_words,
    .title = mark->title,
    .type = mark->type,
    .version = mark->version,
    .reference = mark->ref,
    .owner_team = mark->team,
    .document_hash = mark->document_hash,
    .outcome = mark->outcome,
    .exemplar = mark->exemplar,
    .decided = mark->decided_day,
    .valid_from = mark->valid_from,
    .valid_until = mark->valid_until,
    .framework = mark->framework_words,
    .framework_version = mark->framework_version,
    .made_by = mark->made_by,
    .chair_names = { mark->expert_chair, mark->staff_chair },
    .log_head = mark->log_head,
    .check_line = mark->check_line,
  };

  return comark_award_new (&fields, error);
}

/* ---- revoking ---- */

typedef struct
{
  const char *number;
  const char *because;
} Revoke;

static gboolean
revoke_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Revoke *revoke = data;
  g_autoptr (ComarkMark) mark = comark_desk_find_mark (desk, revoke->number, error);
  ComarkMarkState to;

  if (mark == NULL
      || !comark_desk_allow (desk, &mark->submission, COMARK_ACTION_REVOKE_MARK, error))
    return FALSE;
  if (!comark_workflow_mark_next (mark->state, COMARK_MARK_EVENT_REVOKE, &to))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "This mark is %s, so there is nothing to withdraw.",
                               comark_mark_state_nick (mark->state));
  return comark_mark_rows_set_state (desk->sql, &mark->id, mark->rev, to, revoke->because, error)
         && comark_mark_rows_add_event (desk->sql, &mark->id, "revoked", "", &desk->who->id,
                                        comark_desk_now_ms (desk), error)
         && comark_desk_log (desk, "revoke-mark", &mark->submission, &mark->id, "state because",
                             revoke->because, error);
}

gboolean
comark_desk_revoke_mark (ComarkDesk *desk, const char *number, const char *because, GError **error)
{
  Revoke revoke = { number, because };

  return comark_desk_need_text ("The reason for withdrawing the mark", because, error)
         && comark_desk_write (desk, "revoke-mark", revoke_step, &revoke, error);
}

/* ---- prints and exports ---- */

typedef struct
{
  const char *number;
  const char *what;
  const char *format;
} Use;

static gboolean
use_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Use *use = data;
  g_autoptr (ComarkMark) mark = comark_desk_find_mark (desk, use->number, error);

  return mark != NULL
         && comark_desk_allow (desk, &mark->submission, COMARK_ACTION_EXPORT_MARK, error)
         && comark_mark_rows_add_event (desk->sql, &mark->id, use->what, use->format,
                                        &desk->who->id, comark_desk_now_ms (desk), error)
         && comark_desk_log (desk, use->what, &mark->submission, &mark->id, "format", use->format,
                             error);
}

gboolean
comark_desk_record_mark_use (ComarkDesk *desk,
                             const char *number,
                             const char *what,
                             const char *format,
                             GError **error)
{
  const char *const uses[] = { "printed", "exported", NULL };
  const char *const formats[] = { "pdf", "png", "paper", NULL };
  Use use = { number, what, format };

  if (what == NULL || !g_strv_contains (uses, what) || format == NULL
      || !g_strv_contains (formats, format))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "A mark is printed, or exported as PDF or PNG.");
  return comark_desk_write (desk, what, use_step, &use, error);
}
