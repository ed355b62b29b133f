/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A person sitting at the register. Everything a person does is one act: a function here that
 * asks the rules (may this person, now?), does the work, writes it and its log entry in one
 * transaction, and answers what happened. The window and the command line call the same acts.
 *
 * Thread: a ComarkDesk lives on a worker of the store for the length of one job. It is handed to
 * a ComarkRegisterJob and must not be kept. Acts block on the disk; never call them on the main
 * loop: see comark-register.h.
 *
 * Errors of every act: COMARK_DESK_ERROR (below), COMARK_STORE_ERROR, COMARK_EXCHANGE_ERROR,
 * G_IO_ERROR_CANCELLED. Each message is whole sentences for the person. After an error nothing
 * has been written.
 */
#pragma once

#include "comark-access.h"
#include "comark-clock.h"
#include "comark-framework.h"
#include "comark-person.h"
#include "comark-sql.h"

G_BEGIN_DECLS

#define COMARK_DESK_ERROR (comark_desk_error_quark ())
GQuark comark_desk_error_quark (void);

typedef enum
{
  COMARK_DESK_ERROR_REFUSED,  /* the rules say no; the message says why and who can help */
  COMARK_DESK_ERROR_MISSING,  /* something must be filled in first; the message lists it */
  COMARK_DESK_ERROR_NO_SUCH,  /* no such submission, person, criterion, mark: or none to show */
  COMARK_DESK_ERROR_CHANGED,  /* somebody else changed it meanwhile; the caller's text is kept */
  COMARK_DESK_ERROR_INVALID,  /* a value that cannot be: bad day, unknown level, too long */
} ComarkDeskError;

struct _ComarkDesk
{
  ComarkSql *sql;             /* borrowed: the worker's connection */
  ComarkPerson *who;          /* borrowed: the acting person; NULL before there is one */
  ComarkClock *clock;         /* borrowed */
  ComarkPurpose purpose;      /* of the register */
  GCancellable *cancellable;  /* borrowed, nullable */
  ComarkId op;                /* what a retry is known by; follows from the job's own */
};
typedef struct _ComarkDesk ComarkDesk;

gint64 comark_desk_now_ms (ComarkDesk *desk);

/* Today's day, ISO. Returns: (transfer full) */
char *comark_desk_today (ComarkDesk *desk);

/* A step of an act, run inside its transaction. */
typedef gboolean (*ComarkDeskStep) (ComarkDesk *desk, gpointer data, GError **error);

/* Runs @step in one write transaction that first claims desk->op: done twice it is done once,
 * and the second time @step is not run at all. @act is the nick that the op and the log carry.
 * Rolls back when @step answers FALSE. Within a transaction that is open already @step joins it.
 * Once committed, desk->op is the next one of the job, so that a job may do several acts and a
 * retry of it comes by the same ops. */
gboolean comark_desk_write (ComarkDesk *desk,
                            const char *act,
                            ComarkDeskStep step,
                            gpointer data,
                            GError **error);

/* The id for the main row that an act makes, asked before comark_desk_write(): a retry of the
 * act finds the row again by it. */
ComarkId comark_desk_row_id (ComarkDesk *desk);

/* Runs @step in one transaction that sees the register at one moment; joins one that is open. */
gboolean comark_desk_read (ComarkDesk *desk, ComarkDeskStep step, gpointer data, GError **error);

/* Adds to the log, inside a step. @submission may be NULL. @fields names what changed
 * ("value reason"), never the text or a value. @detail goes into the salted digest only. */
gboolean comark_desk_log (ComarkDesk *desk,
                          const char *act,
                          const ComarkId *submission,
                          const ComarkId *subject,
                          const char *fields,
                          const char *detail,
                          GError **error);

/* The same where somebody else than desk->who did it (none: somebody who is not on the register,
 * whose name is then in @detail). */
gboolean comark_desk_log_as (ComarkDesk *desk, const ComarkId *actor, const char *act,
                             const ComarkId *submission, const ComarkId *subject,
                             const char *fields, const char *detail, GError **error);

/* Whether desk->who may do @action to @submission (NULL: to the register): fills a standing
 * from the store and asks comark_access_check(). FALSE sets COMARK_DESK_ERROR_REFUSED with its
 * reason, or NO_SUCH where even that it exists is not for them. */
gboolean comark_desk_allow (ComarkDesk *desk,
                            const ComarkId *submission,
                            ComarkAction action,
                            GError **error);

/* The id of the submission named @ref, if desk->who may know of it; else NO_SUCH. */
gboolean comark_desk_find_submission (ComarkDesk *desk,
                                      const char *ref,
                                      ComarkId *id,
                                      GError **error);

/* The framework frozen for @submission, cached per process. Returns: (transfer full) */
ComarkFramework *comark_desk_framework_of (ComarkDesk *desk,
                                           const ComarkId *submission,
                                           GError **error);

G_END_DECLS
