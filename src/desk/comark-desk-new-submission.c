/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting something forward: a new submission.
 */
#include "comark-desk-details.h"

#include <stdlib.h>

#include "comark-desk-frameworks.h"
#include "comark-desk-index.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-framework-rows.h"
#include "comark-person-rows.h"
#include "comark-setting-rows.h"

typedef struct
{
  ComarkId id;
  const ComarkId *owner; /* nullable */
  const ComarkSubmissionForm *form;
} New;

#define REF_ORDER_PER_YEAR G_GINT64_CONSTANT (100000000)

/* "S-2026-0042". */
static gboolean
number (ComarkDesk *desk, ComarkSubmission *self, gint64 *ref_order, GError **error)
{
  g_autofree char *today = comark_desk_today (desk);
  int year = atoi (today);
  g_autofree char *series = g_strdup_printf ("submission-%04d", year);
  gint64 n;

  if (!comark_setting_rows_next_number (desk->sql, series, &n, error))
    return FALSE;
  self->ref = g_strdup_printf ("S-%04d-%04" G_GINT64_FORMAT, year, n);
  *ref_order = year * REF_ORDER_PER_YEAR + n;
  return TRUE;
}

/* An administrator starts it for somebody; an owner shows interest. */
static gboolean
find_owner (ComarkDesk *desk, New *new, gboolean is_administrator, ComarkId *owner,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (ComarkPerson) person = NULL;

  *owner = new->owner != NULL ? *new->owner : desk->who->id;
  if (!is_administrator && !comark_id_equal (owner, &desk->who->id))
    return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                               "Only an administrator can start a submission for somebody else.");
  person = comark_person_rows_find (desk->sql, owner, &local);
  if (person != NULL && person->active)
    return TRUE;
  if (local == NULL)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               "The owner is not on the register any more. Choose another one.");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
store (ComarkDesk *desk, ComarkSubmission *self, ComarkEvent event, GError **error)
{
  gint64 ref_order;

  return number (desk, self, &ref_order, error)
         && comark_submission_rows_insert (desk->sql, self, ref_order, error)
         && comark_desk_index_details (desk, self, error)
         && comark_desk_log (desk, comark_event_nick (event), &self->id, &self->id, "details",
                             NULL, error);
}

static gboolean
fill (ComarkDesk *desk, New *new, ComarkSubmission *self, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;

  if (!comark_framework_rows_active (desk->sql, &self->framework, error))
    return FALSE;
  framework = comark_desk_framework (desk, &self->framework, error);
  if (framework == NULL || !comark_desk_check_details (new->form, framework, error))
    return FALSE;
  comark_desk_fill_details (self, new->form, framework);
  self->id = new->id;
  self->created_at = comark_desk_now_ms (desk);
  return TRUE;
}

static gboolean
add (ComarkDesk *desk, gpointer data, GError **error)
{
  New *new = data;
  g_autoptr (ComarkSubmission) self = comark_submission_new ();
  ComarkStanding standing;
  ComarkEvent event;
  gboolean is_administrator;

  if (!comark_desk_read_standing (desk, NULL, NULL, &standing, error)
      || !comark_desk_check_standing (&standing, COMARK_ACTION_ADD_SUBMISSION, error))
    return FALSE;
  is_administrator = (standing.roles & COMARK_ROLE_ADMINISTRATOR) != 0;
  event = is_administrator ? COMARK_EVENT_START : COMARK_EVENT_EXPRESS_INTEREST;
  return find_owner (desk, new, is_administrator, &self->owner, error)
         && fill (desk, new, self, error)
         && comark_workflow_next (COMARK_WORKFLOW_NEW, event, &self->state)
         && store (desk, self, event, error);
}

char *
comark_desk_new_submission (ComarkDesk *desk, const ComarkId *owner,
                            const ComarkSubmissionForm *form, GError **error)
{
  New new = { comark_desk_row_id (desk), owner, form };
  g_autoptr (ComarkSubmission) stored = NULL;

  if (!comark_desk_write (desk, "new-submission", add, &new, error))
    return NULL;
  stored = comark_submission_rows_get (desk->sql, &new.id, error);
  return stored != NULL ? g_strdup (stored->ref) : NULL;
}
