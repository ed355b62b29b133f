/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-source.h"

#include <fcntl.h>
#include <poppler.h>

#include "comark-reader-pdf-lines.h"
#include "comark-reader-pdf-places.h"

/* poppler 22.12 has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct
{
  PopplerDocument *document;
  ComarkReaderLines *lines; /* while the text is read */
} Pdf;

static ComarkReaderStatus
status_of_error (const GError *error)
{
  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return COMARK_READER_STATUS_LOCKED;
  return COMARK_READER_STATUS_DAMAGED;
}

static ComarkReaderStatus
open_pdf (ComarkReaderSource *self, int fd, gsize length)
{
  g_autoptr (GError) error = NULL;
  int own_fd = fcntl (fd, F_DUPFD_CLOEXEC, 0); /* poppler closes what it is given */
  PopplerDocument *document = poppler_document_new_from_fd (own_fd, NULL, &error);

  if (document == NULL)
    return status_of_error (error);
  Pdf *pdf = g_new0 (Pdf, 1);
  pdf->document = document;
  self->data = pdf;
  self->n_pages = poppler_document_get_n_pages (document);
  self->title = poppler_document_get_title (document);
  return self->n_pages > 0 ? COMARK_READER_STATUS_OK : COMARK_READER_STATUS_NO_PAGES;
}

static PopplerPage *
get_page (ComarkReaderSource *self, int page)
{
  Pdf *pdf = self->data;

  return poppler_document_get_page (pdf->document, page);
}

static gboolean
get_size (ComarkReaderSource *self, int page, double *width, double *height)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (sheet == NULL)
    return FALSE;
  poppler_page_get_size (sheet, width, height);
  return TRUE;
}

static gboolean
paint (ComarkReaderSource *self, int page, cairo_t *cr)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (sheet == NULL)
    return FALSE;
  poppler_page_render (sheet, cr);
  return TRUE;
}

static char *
dup_text (ComarkReaderSource *self, int page)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);
  char *text = sheet ? poppler_page_get_text (sheet) : NULL;

  return text != NULL || sheet == NULL ? text : g_strdup ("");
}

static void
read_page (ComarkReaderSource *self, int page, ComarkReaderWords *words)
{
  Pdf *pdf = self->data;
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (pdf->lines == NULL)
    pdf->lines = comark_reader_lines_new ();
  if (sheet != NULL && !comark_reader_pdf_add_lines (sheet, page, pdf->lines))
    comark_reader_words_set_cut (words);
}

static void
end_reading (ComarkReaderSource *self, ComarkReaderWords *words)
{
  Pdf *pdf = self->data;

  if (pdf->lines != NULL)
    comark_reader_lines_assemble (pdf->lines, self->n_pages, words);
  g_clear_pointer (&pdf->lines, comark_reader_lines_free);
}

static void
find (ComarkReaderSource *self, int page, const char *words, GArray *areas, guint *n_matches)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (sheet != NULL)
    comark_reader_pdf_find (sheet, page, words, areas, n_matches);
}

static char *
select_between (ComarkReaderSource *self, int page, const double at[4], ComarkReaderUnit unit,
                GArray *areas)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  return sheet ? comark_reader_pdf_select (sheet, page, at, unit, areas) : NULL;
}

static void
list_links (ComarkReaderSource *self, int page, GString *to)
{
  Pdf *pdf = self->data;
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (sheet != NULL)
    comark_reader_pdf_list_links (pdf->document, sheet, to);
}

static void
list_chapters (ComarkReaderSource *self, GString *to)
{
  Pdf *pdf = self->data;

  comark_reader_pdf_list_chapters (pdf->document, to);
}

static void
list_areas (ComarkReaderSource *self, int page, const ComarkReaderRange *ranges, guint n,
            GArray *areas)
{
  g_autoptr (PopplerPage) sheet = get_page (self, page);

  if (sheet != NULL)
    comark_reader_pdf_list_areas (sheet, page, ranges, n, areas);
}

const ComarkReaderSourceClass comark_reader_pdf_class
  = { open_pdf, get_size,    paint, dup_text,       read_page,
      end_reading, find, select_between, list_links, list_chapters, list_areas };
