/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seam between the helper's loop and the kinds of file it can read: a few functions a
 * kind.
 * A source is opened once and lives as long as the process. Sizes answered are as the file
 * claims them; the loop holds them to sane bounds before anything is drawn.
 */
#pragma once

#include <cairo.h>

#include "comark-reader-area.h"
#include "comark-reader-protocol.h"
#include "comark-reader-words.h"

typedef struct _ComarkReaderSource ComarkReaderSource;

typedef struct
{
  /* Opens the @length bytes on @fd; fills @self. */
  ComarkReaderStatus (*open) (ComarkReaderSource *self, int fd, gsize length);
  /* Points; FALSE if there is no such page. */
  gboolean (*get_size) (ComarkReaderSource *self, int page, double *width, double *height);
  /* Draws @page in points, onto white. FALSE if there is no such page. */
  gboolean (*paint) (ComarkReaderSource *self, int page, cairo_t *cr);
  /* Returns: (transfer full) (nullable): NULL if there is no such page. */
  char *(*dup_text) (ComarkReaderSource *self, int page);
  /* Takes in the words of @page, in rising order, each page once; kinds without pages take in
   * everything as page 0. */
  void (*read_page) (ComarkReaderSource *self, int page, ComarkReaderWords *words);
  /* (nullable): after the last page. */
  void (*end_reading) (ComarkReaderSource *self, ComarkReaderWords *words);
  /* (nullable), these five: where things are, as comark-reader-pdf-places.h says it. */
  void (*find) (ComarkReaderSource *self, int page, const char *words, GArray *areas,
                guint *n_matches);
  char *(*select) (ComarkReaderSource *self, int page, const double at[4], ComarkReaderUnit unit,
                   GArray *areas);
  void (*list_links) (ComarkReaderSource *self, int page, GString *to);
  void (*list_chapters) (ComarkReaderSource *self, GString *to);
  void (*list_areas) (ComarkReaderSource *self, int page, const ComarkReaderRange *ranges, guint n,
                      GArray *areas);
} ComarkReaderSourceClass;

struct _ComarkReaderSource
{
  const ComarkReaderSourceClass *klass;
  gpointer data; /* the kind's own */
  int n_pages;
  char *title; /* (nullable) */
};

extern const ComarkReaderSourceClass comark_reader_pdf_class;
extern const ComarkReaderSourceClass comark_reader_picture_class;
extern const ComarkReaderSourceClass comark_reader_text_class;
/* In comark-reader-flowing.c; these have words and no pages. */
extern const ComarkReaderSourceClass comark_reader_odt_class;
extern const ComarkReaderSourceClass comark_reader_docx_class;
extern const ComarkReaderSourceClass comark_reader_html_class;
extern const ComarkReaderSourceClass comark_reader_rtf_class;

/* Reads up to @length bytes of @fd from its beginning. Returns: (transfer full) (nullable) */
char *comark_reader_read_all (int fd, gsize length, gsize *n_read);
