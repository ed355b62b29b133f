/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of what members take home: packs, the copies that came back, what both sides last had in
 * common, and the wordings that wait for their member to choose.
 */
#pragma once

#include "comark-review.h"
#include "comark-sql.h"

G_BEGIN_DECLS

/* A reading pack that was made; @made_by and @made_at are not read back. */
typedef struct
{
  ComarkId id;
  ComarkId submission;
  ComarkId person;
  gint64 round;
  ComarkId made_by;
  gint64 made_at;
} ComarkHomePack;

gboolean comark_home_rows_add_pack (ComarkSql *sql, const ComarkHomePack *pack, GError **error);

/* *found is FALSE where this register has made no such pack. */
gboolean comark_home_rows_find_pack (ComarkSql *sql, const ComarkId *id, ComarkHomePack *pack,
                                     gboolean *found, GError **error);

/* The number of the last file of the copy that was taken in; 0 for none. */
gboolean comark_home_rows_get_copy (ComarkSql *sql, const ComarkId *copy, gint64 *n,
                                    GError **error);
gboolean comark_home_rows_put_copy (ComarkSql *sql, const ComarkId *copy, const ComarkId *pack,
                                    gint64 n, gint64 now_ms, GError **error);

/* What is kept under @source. Returns: (transfer full) (element-type ComarkRating) */
GPtrArray *comark_home_rows_list_common (ComarkSql *sql, const ComarkId *source, GError **error);

/* Keeps @ratings (of ComarkRating) and @body under @source, in place of what was there. */
gboolean comark_home_rows_put_common (ComarkSql *sql, const ComarkId *source, GPtrArray *ratings,
                                      const char *body, GError **error);

/* Digests of quotes, likewise. Returns: (transfer full): a set of (transfer full) texts */
GHashTable *comark_home_rows_list_quotes (ComarkSql *sql, const ComarkId *source, GError **error);
gboolean comark_home_rows_put_quotes (ComarkSql *sql, const ComarkId *source, GHashTable *digests,
                                      GError **error);

/* Wordings that wait, by criterion. Returns: (transfer full) (element-type ComarkRatingBeside) */
GPtrArray *comark_home_rows_list_beside (ComarkSql *sql, const ComarkId *review, GError **error);
/* In place of an earlier one of the same criterion and source. */
gboolean comark_home_rows_put_beside (ComarkSql *sql, const ComarkId *review,
                                      ComarkRatingBeside *beside, GError **error);
gboolean comark_home_rows_remove_beside (ComarkSql *sql, const ComarkId *review,
                                         const char *criterion, const ComarkId *source,
                                         GError **error);

/* *is_new is FALSE if a file with this SHA-256 was noted before. */
gboolean comark_home_rows_note_file (ComarkSql *sql, const ComarkId *submission,
                                     const ComarkId *person, const char *hash, gint64 now_ms,
                                     gboolean *is_new, GError **error);
gboolean comark_home_rows_has_file (ComarkSql *sql, const ComarkId *submission,
                                    const ComarkId *person, const char *hash, gboolean *has,
                                    GError **error);

G_END_DECLS
