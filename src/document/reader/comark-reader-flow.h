/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What marked-up documents have in common, between their elements and the blocks: where we are
 * in lists and tables, what is bold, what is passed over. ODT, DOCX, HTML and RTF each tell it
 * what begins and ends.
 */
#pragma once

#include "comark-reader-words.h"

#define COMARK_READER_FLOW_DEPTH 32

typedef struct
{
  int table, row, column;
  gboolean is_header;
} ComarkReaderCell;

typedef struct
{
  ComarkReaderWords *words;

  ComarkReadingStyle style; /* of the text that comes */
  int silent;               /* above 0 nothing is taken */

  ComarkReaderCell cells[COMARK_READER_FLOW_DEPTH]; /* the innermost is the last */
  int table_depth; /* may go beyond the array, which then stays as it is */
  int n_tables;
} ComarkReaderFlow;

/* Begins a block, or the next one of the cell we are in: in a table all is cells. @marker
 * (nullable) is a list item's. */
void comark_reader_flow_begin (ComarkReaderFlow *self, ComarkReadingKind kind, int level,
                               const char *marker);
void comark_reader_flow_text (ComarkReaderFlow *self, const char *text, gssize length);
void comark_reader_flow_break (ComarkReaderFlow *self);
void comark_reader_flow_end (ComarkReaderFlow *self);

void comark_reader_flow_begin_table (ComarkReaderFlow *self);
void comark_reader_flow_begin_row (ComarkReaderFlow *self, gboolean is_header);
void comark_reader_flow_begin_cell (ComarkReaderFlow *self, gboolean is_header);
/* So many columns more than one belong to the cell just begun. */
void comark_reader_flow_span (ComarkReaderFlow *self, int more);
void comark_reader_flow_end_table (ComarkReaderFlow *self);

/* "3.", "c)", "iv.": number @n of a list, counted from 1. @kind is '1', 'a', 'A', 'i', 'I'. */
void comark_reader_flow_number (char kind, int n, char *to, gsize length);
