/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is the register sound? The file's structure, references, attachments against their hashes,
 * the log's chain, and the invariants of the panel.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

/* What is wrong and where, in sentences. */
typedef struct
{
  char *where; /* "attachment 3f2a…", "log entry 17", "submission …" */
  char *what;  /* "its bytes are not those that were stored" */
} ComarkFinding;

void comark_finding_free (ComarkFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkFinding, comark_finding_free)

/* A rule that must hold: @sql answers the offending rows, whose first column (text) says where;
 * @sentence says what is wrong. */
typedef struct
{
  const char *name;
  const char *sql;
  const char *sentence;
} ComarkInvariant;

/* Table of the nouns' invariants, ended by a NULL name (comark-store-invariants.c). */
extern const ComarkInvariant comark_invariants[];

/* Checks everything; a sound register gives an empty array. For jobs (read).
 * Returns: (transfer full) (element-type ComarkFinding), NULL if it could not be checked */
GPtrArray *comark_store_check (ComarkSql *sql, GCancellable *cancellable, GError **error);

G_END_DECLS
