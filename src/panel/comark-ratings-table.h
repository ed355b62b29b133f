/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of ratings: rows are units (documents), columns are raters, a blank is "not rated".
 * Read from CSV (RFC 4180, commas, UTF-8 with or without its mark, LF or CRLF), which is taken to
 * be hostile. First line: any word, then one name a rater. First column: the unit.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_RATINGS_TABLE_ERROR (comark_ratings_table_error_quark ())
GQuark comark_ratings_table_error_quark (void);
typedef enum
{
  COMARK_RATINGS_TABLE_ERROR_INVALID, /* not such a table: the file must change */
  COMARK_RATINGS_TABLE_ERROR_LIMIT,   /* more than is read */
} ComarkRatingsTableError;

#define COMARK_RATINGS_TABLE_MAX_BYTES (16 * 1024 * 1024)
#define COMARK_RATINGS_TABLE_MAX_UNITS 100000
#define COMARK_RATINGS_TABLE_MAX_RATERS 1000
#define COMARK_RATINGS_TABLE_MAX_CELL 1000 /* bytes */
#define COMARK_RATINGS_TABLE_MAX_CATEGORIES 200

#define COMARK_RATINGS_TABLE_BLANK (-1)

/* One thing that raters said. */
typedef struct
{
  char *text;    /* as first written */
  double number; /* only if the table is numeric */
} ComarkCategory;

/* Filled by the reader; only to be read. */
typedef struct
{
  GPtrArray *units;      /* of char * */
  GPtrArray *raters;     /* of char * */
  GArray *categories;    /* of ComarkCategory: the distinct values; ascending if numeric, else in
                            byte order */
  GArray *cells;         /* of int, row by row: index into categories, or BLANK */
  gboolean is_numeric;   /* every value is a number: "3", "3.0" and "+3" are then the same */
  guint n_ratings;       /* cells that are not blank */
} ComarkRatingsTable;

/* @text need not end in a NUL. "?" and "n/a" count as blank: they are in neither side of any sum.
 * Errors name the line, counted from 1. Returns: (transfer full) (nullable) */
ComarkRatingsTable *comark_ratings_table_parse (const char *text, gsize length, GError **error);

/* An empty table of ratings on the levels from @min to @max; its units and raters are called by
 * their numbers. Returns: (transfer full) */
ComarkRatingsTable *comark_ratings_table_new_levels (guint n_units, guint n_raters, int min,
                                                     int max);
/* Puts one rating into such a table; @level must be on its scale, the cell still blank. */
void comark_ratings_table_put_level (ComarkRatingsTable *self, guint unit, guint rater, int level);

void comark_ratings_table_free (ComarkRatingsTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkRatingsTable, comark_ratings_table_free)

guint comark_ratings_table_n_units (const ComarkRatingsTable *self);
guint comark_ratings_table_n_raters (const ComarkRatingsTable *self);
/* Index into categories, or COMARK_RATINGS_TABLE_BLANK. */
int comark_ratings_table_cell (const ComarkRatingsTable *self, guint unit, guint rater);

G_END_DECLS
