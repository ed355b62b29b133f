/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of document that flow: words, and no pages to draw.
 */
#include "comark-reader-office.h"
#include "comark-reader-source.h"

typedef struct
{
  int fd;
  gsize length;
} File;

static ComarkReaderStatus
open_file (ComarkReaderSource *self, int fd, gsize length)
{
  File *file = g_new0 (File, 1);

  file->fd = fd;
  file->length = length;
  self->data = file;
  return COMARK_READER_STATUS_OK;
}

static gboolean
get_size (ComarkReaderSource *self, int page, double *width, double *height)
{
  return FALSE;
}

static gboolean
paint (ComarkReaderSource *self, int page, cairo_t *cr)
{
  return FALSE;
}

static char *
dup_text (ComarkReaderSource *self, int page)
{
  return NULL;
}

#define DEFINE_CLASS(kind)                                                                       \
  static void read_##kind (ComarkReaderSource *self, int page, ComarkReaderWords *words)         \
  {                                                                                              \
    const File *file = self->data;                                                               \
    comark_reader_##kind##_read (file->fd, file->length, words);                                 \
  }                                                                                              \
  const ComarkReaderSourceClass comark_reader_##kind##_class                                     \
    = { open_file, get_size, paint, dup_text, read_##kind, NULL, NULL, NULL, NULL, NULL, NULL };

DEFINE_CLASS (odt)
DEFINE_CLASS (docx)
DEFINE_CLASS (html)
DEFINE_CLASS (rtf)
