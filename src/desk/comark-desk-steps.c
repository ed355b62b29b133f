/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The short steps before a panel: accept, redirect, complete, send back, withdraw.
 */
#include "comark-desk-submissions.h"

#include "comark-desk-standing.h"
#include "comark-desk-step.h"
#include "comark-desk-text.h"

typedef struct
{
  const char *ref;
  ComarkEvent event;
  ComarkAction action;
  guint met;           /* guards that hold by the act itself */
  const char *because; /* nullable */
  gboolean returns;    /* the owner reads @because over the form */
} Step;

static gboolean
take (ComarkDesk *desk, gpointer data, GError **error)
{
  Step *step = data;
  ComarkId id;

  return comark_desk_find_for (desk, step->ref, step->action, &id, error)
         && comark_desk_move (desk, &id, step->event, step->met, error)
         && (!step->returns
             || comark_submission_rows_set_returned (desk->sql, &id, step->because, error))
         && comark_desk_log (desk, comark_event_nick (step->event), &id, &id, "state",
                             step->because, error);
}

static gboolean
run (ComarkDesk *desk, const Step *step, GError **error)
{
  return comark_desk_check_text ("The reason", step->because, error)
         && comark_desk_write (desk, comark_event_nick (step->event), take, (gpointer) step,
                               error);
}

gboolean
comark_desk_accept (ComarkDesk *desk, const char *ref, GError **error)
{
  return run (desk, &(Step){ ref, COMARK_EVENT_ACCEPT, COMARK_ACTION_ACCEPT }, error);
}

gboolean
comark_desk_redirect (ComarkDesk *desk, const char *ref, const char *because, GError **error)
{
  return comark_desk_need_text ("The reason", because, error)
         && run (desk,
                 &(Step){ ref, COMARK_EVENT_REDIRECT, COMARK_ACTION_REDIRECT,
                          COMARK_GUARD_REASON, because, TRUE },
                 error);
}

/* The administrator's word that the list was gone through is the check. */
gboolean
comark_desk_complete (ComarkDesk *desk, const char *ref, GError **error)
{
  return run (desk,
              &(Step){ ref, COMARK_EVENT_COMPLETE, COMARK_ACTION_COMPLETE,
                       COMARK_GUARD_CHECKLIST },
              error);
}

gboolean
comark_desk_send_back (ComarkDesk *desk, const char *ref, const char *because, GError **error)
{
  return comark_desk_need_text ("What is missing", because, error)
         && run (desk,
                 &(Step){ ref, COMARK_EVENT_SEND_BACK, COMARK_ACTION_SEND_BACK,
                          COMARK_GUARD_REASON, because, TRUE },
                 error);
}

gboolean
comark_desk_withdraw (ComarkDesk *desk, const char *ref, const char *because, GError **error)
{
  return run (desk,
              &(Step){ ref, COMARK_EVENT_WITHDRAW, COMARK_ACTION_WITHDRAW, 0,
                       because != NULL ? because : "", TRUE },
              error);
}
