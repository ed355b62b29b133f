/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as words in their order: headings, paragraphs, list items, table cells. What the
 * reading view shows, what a quote is looked for in, and what two versions are compared by.
 *
 * It comes from comark_reader_text_async(), and so from the helper process: whatever a block
 * says is the document's claim, but its form is sure. Text and marker are valid UTF-8 without
 * control characters other than '\n', runs are in order, apart, inside the text and on
 * character boundaries, levels and sizes are within the bounds given here.
 *
 * Never changed once handed out, so it may cross threads.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define COMARK_READING_MAX_BLOCKS 200000
#define COMARK_READING_MAX_BYTES (16 * 1024 * 1024) /* of text, all blocks together */
#define COMARK_READING_MAX_LEVEL 8
#define COMARK_READING_MAX_CELLS 1000 /* rows are below 100000, columns below this */

typedef enum
{
  COMARK_READING_HEADING,    /* level 1 to 6 */
  COMARK_READING_PARAGRAPH,  /* level 0 */
  COMARK_READING_LIST_ITEM,  /* level 1 to 8: how deep; marker: "•", "3.", "(b)" */
  COMARK_READING_TABLE_CELL, /* table, row, column; by row. A cell's paragraphs are a block each */
  COMARK_READING_NOTE,       /* Comark's own words: "This page could not be read." */
  COMARK_N_READING_KINDS
} ComarkReadingKind;

typedef enum
{
  COMARK_READING_BOLD = 1 << 0,
  COMARK_READING_ITALIC = 1 << 1,
} ComarkReadingStyle;

/* A stretch of a block that is set apart; what no run covers is plain. */
typedef struct
{
  guint start; /* bytes from the text's beginning */
  guint end;   /* the byte after the last */
  ComarkReadingStyle style; /* never 0 */
} ComarkReadingRun;

typedef struct
{
  ComarkReadingKind kind;
  int level;
  int page;      /* where it begins, from 0; -1 if the kind of document has no pages */
  int last_page; /* where it ends: page, or later if it runs over */
  int table;     /* a cell's: counts the document's tables from 0; -1 otherwise */
  int row;       /* from 0; -1 otherwise */
  int column;    /* from 0; -1 otherwise. A missing column is an empty cell */
  gboolean is_header; /* a cell that names its column or row */
  const char *marker; /* "" for all but list items */
  const char *text;   /* never "". Words of one paragraph, reflowed: '\n' only where the
                       * author broke the line, as in an address or a poem */
  const ComarkReadingRun *runs;
  guint n_runs;
} ComarkReadingBlock;

typedef struct _ComarkReadingText ComarkReadingText;

#define COMARK_TYPE_READING_TEXT (comark_reading_text_get_type ())
GType comark_reading_text_get_type (void) G_GNUC_CONST;

/* Returns: (transfer full): one without blocks, to be filled before it is handed out. */
ComarkReadingText *comark_reading_text_new (void);
ComarkReadingText *comark_reading_text_ref (ComarkReadingText *self);
void comark_reading_text_unref (ComarkReadingText *self);

/* 0 for a scan or photograph: there are no words in it that a program can find. */
guint comark_reading_text_get_n_blocks (ComarkReadingText *self);

/* Returns: (transfer none): valid as long as @self; NULL past the last. */
const ComarkReadingBlock *comark_reading_text_get_block (ComarkReadingText *self, guint index);

/* TRUE if the document has more text than is here: it was too long or took too long. */
gboolean comark_reading_text_is_cut (ComarkReadingText *self);

/* All blocks' texts with an empty line between; markers before their items.
 * Returns: (transfer full) */
char *comark_reading_text_dup_plain (ComarkReadingText *self);

/* While it is being filled, by one thread. Copies @block, mending or leaving out what breaks
 * the promises above; FALSE if it took nothing, being empty or beyond the bounds. */
gboolean comark_reading_text_append (ComarkReadingText *self, const ComarkReadingBlock *block);
void comark_reading_text_set_cut (ComarkReadingText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReadingText, comark_reading_text_unref)

G_END_DECLS
