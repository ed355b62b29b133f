/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full-text search over titles, statements and documents. Every word asked for must be in the
 * text, the last one as the beginning of a word. The same answers on both engines.
 */
#pragma once

#include "comark-sql.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_AUDIENCE_ALL,   /* anybody who may see the submission */
  COMARK_AUDIENCE_PANEL, /* panel and administrators: never found for owners */
} ComarkAudience;

/* Makes @title and @body (both nullable) findable as the text of @entity, replacing what was
 * there. @kind: what @entity is ("submission", "statement", "document"). The body is cut at
 * COMARK_LIMIT_SEARCH_CHARACTERS. Inside a write transaction. */
gboolean comark_search_put (ComarkSql *sql, const ComarkId *submission, const char *kind,
                            const ComarkId *entity, ComarkAudience audience, const char *title,
                            const char *body, GError **error);
gboolean comark_search_remove (ComarkSql *sql, const ComarkId *entity, GError **error);

typedef struct
{
  ComarkId submission;
  char *kind;
  ComarkId entity;
  char *title;   /* as written */
  char *snippet; /* a line of the original around the first word found; "" if only in the title */
} ComarkHit;

void comark_hit_free (ComarkHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkHit, comark_hit_free)

/* Hits in the title first, then newest first; at most @limit. Nothing to look for (no letter or
 * digit) finds nothing. Returns: (transfer full) (element-type ComarkHit) */
GPtrArray *comark_search_query (ComarkSql *sql, const char *words, ComarkAudience audience,
                                guint limit, GError **error);

/* The submissions with a hit, each once, newest hit first, at most @limit.
 * Returns: (transfer full) (element-type ComarkId) an array of ids */
GArray *comark_search_submissions (ComarkSql *sql, const char *words, ComarkAudience audience,
                                   guint limit, GError **error);

G_END_DECLS
