/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the panel of one submission: invitations and declared interests.
 *
 * As in all row files: facts as stored, for whoever asks. What a person may not see is left out
 * by the desk. Errors are COMARK_STORE_ERROR. Writes belong in the caller's open transaction.
 */
#pragma once

#include "comark-seat.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* The panel, experts by experience before staff, then by name. Each seat carries the interest
 * that holds now, and whether the reviews of @round are in (submitted).
 * Returns: (transfer full) (element-type ComarkSeat) */
GPtrArray *comark_seat_rows_list (ComarkSql *sql, const ComarkId *submission, gint64 round,
                                  GError **error);

/* One person's seat. *seat (transfer full) is NULL where they were not invited. */
gboolean comark_seat_rows_find (ComarkSql *sql, const ComarkId *submission,
                                const ComarkId *person, gint64 round, ComarkSeat **seat,
                                GError **error);

/* The answer that holds now, invited or not. */
typedef struct
{
  ComarkInterestKind kind; /* UNANSWERED where nothing was said */
  ComarkInterestEffect effect;
  gboolean current; /* for this version of the document and these contributors */
} ComarkInterestFact;
gboolean comark_seat_rows_interest (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *person, ComarkInterestFact *fact,
                                    GError **error);

/* TRUE in *is if @person is on the owner's list of contributors, or answered that they took
 * part in making it. */
gboolean comark_seat_rows_is_contributor (ComarkSql *sql, const ComarkId *submission,
                                          const ComarkId *person, gboolean *is, GError **error);

/* TRUE in *opened once the person has opened anybody else's review of it. */
gboolean comark_seat_rows_peers_opened (ComarkSql *sql, const ComarkId *submission,
                                        const ComarkId *person, gboolean *opened,
                                        GError **error);
/* Notes the first time; later calls change nothing. */
gboolean comark_seat_rows_open_peers (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *person, gint64 now_ms, GError **error);

/* Adds an invitation; one that was declined is asked again, any other is left as it is.
 * *is_new (nullable): whether anything was written. @due_day: ISO or NULL. */
gboolean comark_seat_rows_invite (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *person, const char *due_day,
                                  const ComarkId *by, gint64 now_ms, gboolean *is_new,
                                  GError **error);
/* @reply: "invited", "accepted" or "declined". NOT_FOUND without an invitation. */
/* In a new round they are asked again: another day, and what they opened or said before it is of
 * the round before. */
gboolean comark_seat_rows_invite_again (ComarkSql *sql, const ComarkId *submission,
                                        const ComarkId *person, const char *due_day,
                                        GError **error);

gboolean comark_seat_rows_reply (ComarkSql *sql, const ComarkId *submission,
                                 const ComarkId *person, const char *reply, GError **error);
/* The submissions whose invitation @person has declined.
 * Returns: (transfer full) (element-type ComarkId) */
GArray *comark_seat_rows_list_declined (ComarkSql *sql, const ComarkId *person, GError **error);

gboolean comark_seat_rows_set_due (ComarkSql *sql, const ComarkId *submission,
                                   const ComarkId *person, const char *due_day, GError **error);
gboolean comark_seat_rows_on_the_day (ComarkSql *sql, const ComarkId *submission,
                                      const ComarkId *person, gboolean on_the_day,
                                      GError **error);

/* Adds an answer; the ones before it stay. */
gboolean comark_seat_rows_declare (ComarkSql *sql, const ComarkId *submission,
                                   const ComarkId *person, ComarkInterestKind kind,
                                   ComarkInterestEffect effect, const char *note,
                                   const ComarkId *by, gint64 now_ms, GError **error);
/* Adds the answer that holds again, with another effect. NOT_FOUND if there is none. */
gboolean comark_seat_rows_settle (ComarkSql *sql, const ComarkId *submission,
                                  const ComarkId *person, ComarkInterestEffect effect,
                                  const ComarkId *by, GError **error);

G_END_DECLS
