/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The register's log: who did what, when, to which fields, in a chain of SHA-256 hashes that
 * cannot be rewritten unnoticed. It never holds a rating's value or text, only a salted digest
 * of what was written (decisions.md, "Log"). The salts are kept apart (table log_salt): when
 * they are erased, the digests say nothing and the chain is still whole.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 at_ms;
  ComarkId actor;      /* who; COMARK_ID_NONE for the program itself */
  const char *act;     /* what: a short word, "submit-review" */
  const char *subject_kind; /* "review"; NULL if about nothing in particular */
  ComarkId subject;
  ComarkId submission; /* COMARK_ID_NONE if about none */
  const char *fields;  /* names of the fields concerned, separated by blanks; nullable */
} ComarkLogEntry;

/* Appends an entry; last in the open write transaction. @payload (nullable) is what was
 * written, as text; only its salted digest is kept. */
gboolean comark_log_append (ComarkSql *sql, const ComarkLogEntry *entry, const char *payload,
                            GError **error);

/* An entry as read back. */
typedef struct
{
  gint64 seq; /* from 1, without gaps */
  gint64 at_ms;
  ComarkId actor;
  char *act;
  char *subject_kind; /* nullable */
  ComarkId subject;
  ComarkId submission;
  char *fields; /* nullable */
} ComarkLogRow;

void comark_log_row_free (ComarkLogRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkLogRow, comark_log_row_free)

/* Entries after @after_seq (0: from the start), oldest first, at most @limit; only those about
 * @submission if it is not NULL. Returns: (transfer full) (element-type ComarkLogRow) */
GPtrArray *comark_log_list (ComarkSql *sql, const ComarkId *submission, gint64 after_seq,
                            guint limit, GError **error);

/* The hash of the last entry, 64 hexadecimal digits ("" if there is none), and its number
 * (nullable). Returns: (transfer full) */
char *comark_log_head (ComarkSql *sql, gint64 *seq, GError **error);

/* Follows the whole chain. *bad_seq gets the first entry that is not as it was written, 0 if
 * all are. @head (nullable): a head seen earlier; the chain must contain it, or else *bad_seq
 * is the number after the last entry (its tail was cut off). FALSE if it cannot be read. */
gboolean comark_log_verify (ComarkSql *sql, const char *head, gint64 *bad_seq,
                            GCancellable *cancellable, GError **error);

/* Is the digest of entry @seq that of @payload? FALSE in *matches if its salt was erased. */
gboolean comark_log_matches (ComarkSql *sql, gint64 seq, const char *payload, gboolean *matches,
                             GError **error);

G_END_DECLS
