/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Issuing a mark: the document is read again and compared, a number is given out, and everything
 * that the certificate says is frozen.
 */
#include "comark-desk-decision.h"

#include "comark-award-number.h"
#include "comark-blobs.h"
#include "comark-contributor-rows.h"
#include "comark-decision-rows.h"
#include "comark-desk-case.h"
#include "comark-desk-people.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-log.h"
#include "comark-mark-rows.h"
#include "comark-panel-facts.h"
#include "comark-setting-rows.h"
#include "comark-validity.h"

typedef struct
{
  ComarkCase *panel;
  ComarkDecision *decision;
  ComarkDocument *document;
  ComarkMark *mark;
} Issue;

static void
issue_clear (Issue *self)
{
  g_clear_pointer (&self->panel, comark_case_free);
  g_clear_object (&self->decision);
  g_clear_object (&self->document);
  g_clear_object (&self->mark);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, issue_clear)

/* ---- the document is the one decided on ---- */

static gboolean
check_unchanged (Issue *self, GError **error)
{
  if (self->document == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "There is no document to mark.");
  if (self->document->frozen_at != 0 && self->document->frozen_at <= self->decision->decided_at)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The document has changed since the panel decided. A mark belongs to "
                             "the version that was judged: the new one goes to the panel first.");
}

/* Reading it checks its SHA-256 on the way. */
static gboolean
check_bytes (Issue *self, GError **error)
{
  g_autoptr (GBytes) bytes
    = comark_blobs_read (self->panel->desk->sql, self->document->hash, error);

  return bytes != NULL;
}

static gboolean
find_guards (Issue *self, guint *met, GError **error)
{
  ComarkSql *sql = self->panel->desk->sql;
  g_autoptr (GPtrArray) told = comark_decision_rows_list_told (
    sql, &self->panel->id, self->panel->submission->round, error);
  g_autoptr (ComarkMark) mark = NULL;

  if (told == NULL || !comark_mark_rows_of (sql, &self->panel->id, &mark, error))
    return FALSE;
  *met = COMARK_GUARD_SAME_HASH | (told->len > 0 ? COMARK_GUARD_TOLD : 0)
         | (mark == NULL ? COMARK_GUARD_NO_MARK : 0);
  return TRUE;
}

/* ---- what the certificate says ---- */

static char *
name_of_chair (ComarkDecision *decision, ComarkMemberKind kind)
{
  for (guint i = 0; i < decision->signatures->len; i++)
    {
      ComarkSignature *signature = decision->signatures->pdata[i];

      if (signature->kind == kind)
        return g_strdup (signature->name);
    }
  return g_strdup ("");
}

static char *
makeup_words (ComarkFramework *framework, gint64 experts, gint64 staff)
{
  const char *one = comark_framework_word (framework, "expert-by-experience");
  const char *many = comark_framework_words (framework, "expert-by-experience");

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s, %" G_GINT64_FORMAT " staff", experts,
                          experts == 1 ? one : many, staff);
}

/* Names of those who wish to be named, else everybody in one phrase. */
static char *
made_by (Issue *self, GPtrArray *contributors)
{
  const char *everybody
    = comark_framework_string (self->panel->framework, "made-by", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < contributors->len; i++)
    {
      ComarkContributor *contributor = contributors->pdata[i];

      if (contributor->credit)
        g_ptr_array_add (names, contributor->name);
    }
  if (everybody == NULL)
    everybody = "people with lived experience, carers and staff";
  if (names->len == 0)
    return g_strdup (everybody);
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  return names->len - 1 == contributors->len ? g_steal_pointer (&list)
                                             : g_strdup_printf ("%s, with %s", list, everybody);
}

/* A conditional award, met since, is the award that the rules now give. */
static const ComarkOutcome *
awarded_outcome (Issue *self, GError **error)
{
  g_autoptr (ComarkOutcomeReport) report = comark_case_outcome (self->panel, error);
  const ComarkOutcome *decided
    = comark_framework_outcome (self->panel->framework, self->decision->outcome);

  if (report == NULL)
    return NULL;
  return decided != NULL && decided->state == COMARK_STATE_AWARDED
           ? decided
           : comark_outcome_report_get_reached (report);
}

static char *
valid_until (Issue *self, const char *from, GError **error)
{
  const char *review_day = self->panel->submission->review_day;
  guint months = comark_framework_get_valid_months (self->panel->framework);
  g_autofree char *until = comark_validity_until (from, review_day);

  if (until == NULL)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                          "The document's own review date is over, so a mark would end before it "
                          "begins. The document is reviewed first.");
      return NULL;
    }
  if (months > 0 && months != COMARK_VALIDITY_MONTHS)
    {
      g_autofree char *own = comark_validity_add_months (from, (int) months);

      if (review_day == NULL || *review_day == '\0' || g_strcmp0 (own, review_day) < 0)
        return g_steal_pointer (&own);
      return g_strdup (review_day);
    }
  return g_steal_pointer (&until);
}

static gboolean
give_number (Issue *self, GError **error)
{
  gint64 serial;
  guint year = (guint) g_ascii_strtoull (self->mark->decided_day, NULL, 10);
  g_autofree char *series = g_strdup_printf ("mark-%u", year);

  if (!comark_setting_rows_next_number (self->panel->desk->sql, series, &serial, error))
    return FALSE;
  self->mark->number
    = serial <= G_MAXUINT ? comark_award_number_format (year, (guint) serial) : NULL;
  if (self->mark->number != NULL)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "All numbers of the year %u are given out. Please tell the makers of "
                             "this program.",
                             year);
}

static gboolean
fill_days (Issue *self, GError **error)
{
  ComarkMark *mark = self->mark;

  mark->decided_day = comark_day_from_ms (self->decision->decided_at);
  mark->valid_from = comark_desk_today (self->panel->desk);
  mark->valid_until = valid_until (self, mark->valid_from, error);
  return mark->valid_until != NULL;
}

static gboolean
fill_settings (Issue *self, GError **error)
{
  ComarkDesk *desk = self->panel->desk;
  ComarkMark *mark = self->mark;

  return (mark->organisation = comark_desk_get_setting (desk, "organisation", error)) != NULL
         && (mark->panel = comark_desk_get_setting (desk, "panel", error)) != NULL
         && (mark->check_line = comark_desk_get_setting (desk, "check-line", error)) != NULL
         && (mark->log_head = comark_log_head (desk->sql, NULL, error)) != NULL;
}

static gboolean
fill_outcome (Issue *self, GError **error)
{
  const ComarkOutcome *outcome = awarded_outcome (self, error);
  g_autoptr (GPtrArray) contributors = NULL;
  ComarkMark *mark = self->mark;

  if (outcome == NULL)
    return FALSE;
  contributors
    = comark_contributor_rows_list (self->panel->desk->sql, &self->panel->id, error);
  if (contributors == NULL)
    return FALSE;
  mark->outcome = g_strdup (outcome->name);
  mark->exemplar = outcome->exemplar;
  mark->made_by = made_by (self, contributors);
  return TRUE;
}

static void
fill_names (Issue *self)
{
  ComarkFramework *framework = self->panel->framework;
  ComarkSubmission *submission = self->panel->submission;
  const ComarkDocumentType *type = comark_framework_document_type (framework, submission->type);
  ComarkDecision *decision = self->decision;
  ComarkMark *mark = self->mark;

  mark->title = g_strdup (submission->title);
  mark->type = g_strdup (type != NULL ? type->name : submission->type);
  mark->version = g_strdup_printf ("%" G_GINT64_FORMAT, self->document->n);
  mark->ref = g_strdup (submission->ref);
  mark->team = g_strdup (submission->team ? submission->team : "");
  mark->panel_words
    = makeup_words (framework, decision->experts_present, decision->staff_present);
  mark->framework_words = g_strdup (comark_framework_get_name (framework));
  mark->framework_version = g_strdup (comark_framework_get_version (framework));
  mark->expert_chair = name_of_chair (decision, COMARK_KIND_EXPERT);
  mark->staff_chair = name_of_chair (decision, COMARK_KIND_STAFF);
}

static gboolean
fill_mark (Issue *self, GError **error)
{
  ComarkMark *mark = self->mark = comark_mark_new ();

  mark->id = comark_id_new ();
  mark->issue = 1;
  mark->submission = self->panel->id;
  mark->state = COMARK_MARK_LIVE;
  mark->document_hash = g_strdup (self->document->hash);
  mark->issued_at = comark_desk_now_ms (self->panel->desk);
  fill_names (self);
  return fill_days (self, error) && fill_settings (self, error) && fill_outcome (self, error)
         && give_number (self, error);
}

/* A certificate that could not be painted must not be promised. */
static gboolean
check_award (Issue *self, GError **error)
{
  g_autoptr (ComarkAward) award = comark_desk_award_of (self->panel->desk, self->mark, error);

  return award != NULL;
}

static gboolean
issue_step (ComarkDesk *desk, gpointer data, GError **error)
{
  g_auto (Issue) self = { 0 };
  guint met;

  self.panel = comark_case_open (desk, data, COMARK_ACTION_ISSUE_MARK, NULL, error);
  if (self.panel == NULL)
    return FALSE;
  self.decision = comark_case_decision (self.panel, error);
  return self.decision != NULL
         && comark_document_rows_newest (desk->sql, &self.panel->id, &self.document, error)
         && check_unchanged (&self, error) && check_bytes (&self, error)
         && find_guards (&self, &met, error)
         && comark_desk_move (desk, &self.panel->id, COMARK_EVENT_ISSUE_MARK, met, error)
         && fill_mark (&self, error) && check_award (&self, error)
         && comark_mark_rows_add (desk->sql, self.mark, &self.decision->id, &self.document->id,
                                  &desk->who->id, error)
         && comark_mark_rows_add_event (desk->sql, &self.mark->id, "issued", "", &desk->who->id,
                                        self.mark->issued_at, error)
         && comark_case_log (self.panel, "issue-mark", &self.mark->id, "number document_hash",
                             self.mark->number, error);
}

ComarkMark *
comark_desk_issue_mark (ComarkDesk *desk, const char *ref, GError **error)
{
  ComarkMark *mark = NULL;
  ComarkId id;

  /* Read back rather than handed out of the step: a retry finds the same mark. */
  if (!comark_desk_write (desk, "issue-mark", issue_step, (gpointer) ref, error)
      || !comark_desk_find_submission (desk, ref, &id, error)
      || !comark_mark_rows_of (desk->sql, &id, &mark, error))
    return NULL;
  if (mark == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH, "The mark cannot be found.");
  return mark;
}
