/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The printed lines of a paged document, gathered page by page, and the way back from them to
 * what the author wrote: headings, paragraphs, list items. Pure: knows places and sizes, not
 * where they come from.
 */
#pragma once

#include "comark-reader-words.h"

typedef struct
{
  int page;
  double left, top, right, bottom; /* points from the page's top left corner */
  double size;                     /* of most of its letters, in points */
  double page_height;
  char *text;                /* one line, UTF-8, no newline; owned */
  ComarkReadingRun *runs;    /* owned */
  guint n_runs;
} ComarkReaderLine;

typedef struct _ComarkReaderLines ComarkReaderLines;

ComarkReaderLines *comark_reader_lines_new (void);
void comark_reader_lines_free (ComarkReaderLines *self);

/* Takes the strings of @line. FALSE, and they are freed, when there are too many. */
gboolean comark_reader_lines_take (ComarkReaderLines *self, ComarkReaderLine *line);

/* Leaves out running heads and feet and writes the rest as blocks. @n_pages as the document
 * has them. */
void comark_reader_lines_assemble (ComarkReaderLines *self, int n_pages,
                                   ComarkReaderWords *words);

/* Marks the lines that are a running head or foot, a byte each, given the size of the body's
 * letters. In comark-reader-running.c. Returns: (transfer full) */
guint8 *comark_reader_lines_find_running (const GArray *lines, int n_pages, double body_size);
