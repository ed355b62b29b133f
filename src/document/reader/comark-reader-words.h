/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks that a document's words are gathered in, in the helper. Every kind of file fills
 * one of these: begin a block, add its words, end it. Bounded: past the bounds nothing is taken
 * and the whole is marked as cut.
 */
#pragma once

#include <glib.h>

#include "comark-reading-text.h"

typedef struct _ComarkReaderWords ComarkReaderWords;

ComarkReaderWords *comark_reader_words_new (void);
void comark_reader_words_free (ComarkReaderWords *self);

/* Begins a block, ending the one at hand. @page: -1 where there are none. */
void comark_reader_words_begin (ComarkReaderWords *self, ComarkReadingKind kind, int level,
                                int page);
/* Of the block at hand. */
void comark_reader_words_set_marker (ComarkReaderWords *self, const char *marker);
void comark_reader_words_set_cell (ComarkReaderWords *self, int table, int row, int column,
                                   gboolean is_header);
void comark_reader_words_set_last_page (ComarkReaderWords *self, int page);

/* Adds words, UTF-8 of @length bytes (-1: to the NUL); white space of any kind and amount is one
 * space. Without a block at hand a paragraph is begun. */
void comark_reader_words_add (ComarkReaderWords *self, const char *text, gssize length,
                              ComarkReadingStyle style);
/* A line break that the author made. */
void comark_reader_words_break_line (ComarkReaderWords *self);
/* Takes a hyphen off the end of the block at hand. */
void comark_reader_words_drop_hyphen (ComarkReaderWords *self);
/* Ends the block at hand; one without words is forgotten. */
void comark_reader_words_end (ComarkReaderWords *self);

gboolean comark_reader_words_is_full (ComarkReaderWords *self);
gboolean comark_reader_words_has_block (ComarkReaderWords *self);
/* TRUE if the block at hand has no words yet, or there is none. */
gboolean comark_reader_words_is_empty (ComarkReaderWords *self);
void comark_reader_words_set_cut (ComarkReaderWords *self);
gboolean comark_reader_words_is_cut (ComarkReaderWords *self);
guint comark_reader_words_get_n_blocks (ComarkReaderWords *self);

/* Blocks from @first on as COMARK_READER_COMMAND_BLOCKS sends them, as many as fit its payload.
 * Returns: (transfer full) */
GByteArray *comark_reader_words_write (ComarkReaderWords *self, guint first, guint *n_written);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReaderWords, comark_reader_words_free)
