/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * comark-reader: the helper process that alone looks inside a submitted document. Started by
 * libcomark with the document on descriptor 3; see comark-reader-protocol.h for what is said.
 * Any surprise ends the process: the other side says so kindly and starts a new one.
 */
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "comark-document-kind.h"
#include "comark-reader-jail.h"
#include "comark-reader-limits.h"
#include "comark-reader-preload.h"
#include "comark-reader-source.h"
#include "comark-reader-start.h"

#define SECONDS_A_REQUEST 12 /* a little over what libcomark waits, which kills sooner */
#define SNIFF_BYTES 4096
#define READ_US (G_USEC_PER_SEC / 4)
#define SIZES_US (G_USEC_PER_SEC / 80) /* little enough for a page that is wanted meanwhile */

typedef struct
{
  ComarkReaderSource source;
  gboolean is_open;
  guchar *canvas;

  ComarkReaderWords *words; /* (nullable): once READ was asked */
  guint32 next_page;        /* that READ goes on with */
  gboolean was_read;        /* to the end */
} Reader;

char *
comark_reader_read_all (int fd, gsize length, gsize *n_read)
{
  g_autofree char *bytes = g_try_malloc (length + 1);
  gsize at = 0;

  while (bytes != NULL && at < length)
    {
      gssize n = pread (fd, bytes + at, length - at, (off_t) at);
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      at += (gsize) n;
    }
  *n_read = at;
  return g_steal_pointer (&bytes);
}

static gboolean
read_whole (gpointer to, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      gssize n = read (STDIN_FILENO, (char *) to + at, length - at);
      if (n <= 0)
        return FALSE;
      at += (gsize) n;
    }
  return TRUE;
}

static gboolean
write_whole (gconstpointer from, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      gssize n = write (STDOUT_FILENO, (const char *) from + at, length - at);
      if (n <= 0)
        return FALSE;
      at += (gsize) n;
    }
  return TRUE;
}

static gboolean
answer (ComarkReaderReply *reply, gconstpointer payload, gsize length)
{
  reply->payload = (guint32) length;
  return write_whole (reply, sizeof *reply) && write_whole (payload, length);
}

/* How much of @text fits in @most bytes without cutting a character. */
static gsize
fit_text (const char *text, gsize most)
{
  gsize length = strlen (text);

  while (length > most)
    length = (gsize) (g_utf8_find_prev_char (text, text + most + 1) - text);
  return length;
}

static const ComarkReaderSourceClass *
class_of_kind (ComarkDocumentKind kind)
{
  switch ((int) kind)
    {
    case COMARK_DOCUMENT_KIND_PDF:
      return &comark_reader_pdf_class;
    case COMARK_DOCUMENT_KIND_PNG:
    case COMARK_DOCUMENT_KIND_JPEG:
    case COMARK_DOCUMENT_KIND_TIFF:
      return &comark_reader_picture_class;
    case COMARK_DOCUMENT_KIND_TEXT:
      return &comark_reader_text_class;
    case COMARK_DOCUMENT_KIND_ODT:
      return &comark_reader_odt_class;
    case COMARK_DOCUMENT_KIND_DOCX:
      return &comark_reader_docx_class;
    case COMARK_DOCUMENT_KIND_HTML:
      return &comark_reader_html_class;
    case COMARK_DOCUMENT_KIND_RTF:
      return &comark_reader_rtf_class;
    default:
      return NULL;
    }
}

/* What is in a zip stands at its end: then the whole is looked at. */
static ComarkDocumentKind
tell_kind (gsize length)
{
  ComarkDocumentKind kind = COMARK_DOCUMENT_KIND_ZIP;

  for (gsize most = SNIFF_BYTES; kind == COMARK_DOCUMENT_KIND_ZIP; most = length)
    {
      gsize n_read = 0;
      g_autofree char *start
        = comark_reader_read_all (COMARK_READER_DOCUMENT_FD, MIN (most, length), &n_read);
      kind = comark_document_kind_sniff ((const guint8 *) start, n_read);
      if (most >= length)
        break;
    }
  return kind;
}

static ComarkReaderStatus
open_source (Reader *reader, ComarkDocumentKind *kind)
{
  struct stat info;

  if (fstat (COMARK_READER_DOCUMENT_FD, &info) != 0 || !S_ISREG (info.st_mode))
    return COMARK_READER_STATUS_DAMAGED;
  if (info.st_size == 0)
    return COMARK_READER_STATUS_EMPTY;
  *kind = tell_kind ((gsize) info.st_size);
  reader->source.klass = class_of_kind (*kind);
  if (reader->source.klass == NULL)
    return COMARK_READER_STATUS_KIND;
  return reader->source.klass->open (&reader->source, COMARK_READER_DOCUMENT_FD,
                                     (gsize) info.st_size);
}

static gboolean
do_open (Reader *reader, ComarkReaderReply *reply)
{
  ComarkDocumentKind kind = COMARK_DOCUMENT_KIND_OTHER;

  reply->status = open_source (reader, &kind);
  reader->is_open = reply->status == COMARK_READER_STATUS_OK;
  g_autofree char *title = g_utf8_make_valid (reader->source.title ? reader->source.title : "", -1);
  reply->value[0] = (guint32) MIN (reader->source.n_pages, COMARK_READER_MAX_PAGES);
  reply->value[1] = kind;
  return answer (reply, title, fit_text (title, COMARK_READER_MAX_TITLE));
}

static gboolean
is_usable (double points)
{
  return isfinite (points) && points >= COMARK_READER_MIN_POINTS;
}

/* A page may claim any size, even none: then it is shown as A4. */
static gboolean
get_bounded_size (Reader *reader, guint32 page, double size[2])
{
  if (page >= (guint32) reader->source.n_pages
      || !reader->source.klass->get_size (&reader->source, (int) page, &size[0], &size[1]))
    return FALSE;
  if (!is_usable (size[0]) || !is_usable (size[1]))
    {
      size[0] = 595.0;
      size[1] = 842.0;
    }
  size[0] = MIN (size[0], COMARK_READER_MAX_POINTS);
  size[1] = MIN (size[1], COMARK_READER_MAX_POINTS);
  return TRUE;
}

static gboolean
do_size (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  double size[2] = { 0, 0 };

  if (!get_bounded_size (reader, request->page, size))
    reply->status = COMARK_READER_STATUS_NO_PAGE;
  return answer (reply, size, sizeof size);
}

/* As do_read(): a few pages at a time. */
static gboolean
do_sizes (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, 2 * sizeof (double));
  gint64 end_us = g_get_monotonic_time () + SIZES_US;
  guint32 n = 0;

  for (; n < request->amount; n++)
    {
      double size[2];
      if ((n > 0 && g_get_monotonic_time () > end_us)
          || !get_bounded_size (reader, request->page + n, size))
        break;
      g_array_append_vals (sizes, size, 1);
    }
  reply->value[0] = request->page + n;
  return answer (reply, sizes->data, sizes->len * 2 * sizeof (double));
}

/* The largest picture of the page's shape that is no wider than wanted and fits the canvas. */
static double
choose_scale (const double size[2], guint32 width_px)
{
  guint32 wanted = CLAMP (width_px, COMARK_READER_MIN_WIDTH, COMARK_READER_MAX_WIDTH);
  double scale = wanted / size[0];

  scale = MIN (scale, COMARK_READER_MAX_HEIGHT / size[1]);
  return MIN (scale, sqrt (COMARK_READER_MAX_PIXELS * 0.99 / (size[0] * size[1])));
}

static gboolean
paint_page (Reader *reader, int page, double scale, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  gboolean found;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  found = reader->source.klass->paint (&reader->source, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return found;
}

static gboolean
do_page (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  double size[2];

  if (!get_bounded_size (reader, request->page, size))
    {
      reply->status = COMARK_READER_STATUS_NO_PAGE;
      return answer (reply, NULL, 0);
    }
  double scale = choose_scale (size, request->amount);
  int width = MAX ((int) (size[0] * scale + 0.5), 1);
  int height = MAX ((int) (size[1] * scale + 0.5), 1);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    reader->canvas, CAIRO_FORMAT_ARGB32, width, height, width * 4);
  if (!paint_page (reader, (int) request->page, scale, surface))
    reply->status = COMARK_READER_STATUS_DAMAGED;
  cairo_surface_destroy (surface);
  reply->value[0] = (guint32) width;
  reply->value[1] = (guint32) height;
  reply->value[2] = (guint32) width * 4;
  return answer (reply, NULL, 0);
}

static gboolean
do_text (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  g_autofree char *raw = request->page < (guint32) reader->source.n_pages
                           ? reader->source.klass->dup_text (&reader->source, (int) request->page)
                           : NULL;

  if (raw == NULL)
    {
      reply->status = COMARK_READER_STATUS_NO_PAGE;
      return answer (reply, NULL, 0);
    }
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  return answer (reply, text, fit_text (text, COMARK_READER_MAX_PAYLOAD));
}

/* The end has a request of its own: a page that is the end of us must be told from it. */
static void
end_reading (Reader *reader)
{
  if (reader->source.klass->end_reading != NULL && !reader->was_read)
    reader->source.klass->end_reading (&reader->source, reader->words);
  comark_reader_words_end (reader->words);
  reader->was_read = TRUE;
}

/* Reads a few pages and says how far it came, so that the other side can show it or give up. */
static gboolean
do_read (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  guint32 n_pages = (guint32) MAX (reader->source.n_pages, 1);
  guint32 page = MAX (request->page, reader->next_page);
  gint64 end_us = g_get_monotonic_time () + READ_US;

  if (reader->words == NULL)
    reader->words = comark_reader_words_new ();
  if (page >= n_pages)
    end_reading (reader);
  for (guint32 n = 0; n < request->amount && page < n_pages; n++, page++)
    {
      if (n > 0 && g_get_monotonic_time () > end_us)
        break;
      reader->source.klass->read_page (&reader->source, (int) page, reader->words);
    }
  reader->next_page = MIN (page, n_pages);
  reply->value[0] = reader->next_page;
  return answer (reply, NULL, 0);
}

static gboolean
do_blocks (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  if (!reader->was_read)
    return FALSE;
  g_autoptr (GByteArray) bytes
    = comark_reader_words_write (reader->words, request->page, &reply->value[0]);
  reply->value[1] = comark_reader_words_get_n_blocks (reader->words);
  reply->value[2] = (guint32) comark_reader_words_is_cut (reader->words);
  return answer (reply, bytes->data, bytes->len);
}

/* As do_read(): a few pages at a time. */
static gboolean
do_find (Reader *reader, const ComarkReaderRequest *request, const char *words,
         ComarkReaderReply *reply)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  guint32 n_pages = (guint32) reader->source.n_pages, page = request->page, n = 0;
  gint64 end_us = g_get_monotonic_time () + READ_US;

  for (; n < request->amount && page < n_pages && areas->len < COMARK_READER_MAX_AREAS; n++, page++)
    {
      if (n > 0 && g_get_monotonic_time () > end_us)
        break;
      if (reader->source.klass->find != NULL && words[0] != '\0')
        reader->source.klass->find (&reader->source, (int) page, words, areas, &reply->value[1]);
    }
  reply->value[0] = page;
  return answer (reply, areas->data, areas->len * sizeof (ComarkReaderArea));
}

static gboolean
do_select (Reader *reader, const ComarkReaderRequest *request, const char *place,
           ComarkReaderReply *reply)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  g_autoptr (GByteArray) payload = g_byte_array_new ();
  g_autofree char *text = NULL;
  double at[4];

  if (request->payload != sizeof at)
    return FALSE;
  memcpy (at, place, sizeof at);
  if (reader->source.klass->select != NULL && request->page < (guint32) reader->source.n_pages)
    text = reader->source.klass->select (&reader->source, (int) request->page, at,
                                         (ComarkReaderUnit) request->amount, areas);
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  reply->value[0] = areas->len;
  if (text != NULL)
    reply->value[1] = (guint32) (1 + comark_reader_find_start (&reader->source,
                                                               (int) request->page, valid, areas));
  g_byte_array_append (payload, (const guint8 *) areas->data,
                       areas->len * (guint) sizeof (ComarkReaderArea));
  g_byte_array_append (payload, (const guint8 *) valid,
                       (guint) fit_text (valid, COMARK_READER_MAX_PAYLOAD - payload->len));
  return answer (reply, payload->data, payload->len);
}

static gboolean
do_areas (Reader *reader, const ComarkReaderRequest *request, const char *payload,
          ComarkReaderReply *reply)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  ComarkReaderRange ranges[COMARK_READER_MAX_RANGES];
  gsize n = MIN (request->payload / sizeof *ranges, COMARK_READER_MAX_RANGES);

  memcpy (ranges, payload, n * sizeof *ranges);
  if (reader->source.klass->list_areas != NULL && request->page < (guint32) reader->source.n_pages)
    reader->source.klass->list_areas (&reader->source, (int) request->page, ranges, (guint) n,
                                      areas);
  return answer (reply, areas->data, areas->len * sizeof (ComarkReaderArea));
}

static gboolean
do_list (Reader *reader, const ComarkReaderRequest *request, ComarkReaderReply *reply)
{
  const ComarkReaderSourceClass *klass = reader->source.klass;
  g_autoptr (GString) list = g_string_new (NULL);

  if (request->command == COMARK_READER_COMMAND_CHAPTERS && klass->list_chapters != NULL)
    klass->list_chapters (&reader->source, list);
  if (request->command == COMARK_READER_COMMAND_LINKS && klass->list_links != NULL
      && request->page < (guint32) reader->source.n_pages)
    klass->list_links (&reader->source, (int) request->page, list);
  g_autofree char *valid = g_utf8_make_valid (list->str, (gssize) list->len);
  return answer (reply, valid, fit_text (valid, COMARK_READER_MAX_PAYLOAD));
}

static gboolean
serve (Reader *reader, const ComarkReaderRequest *request)
{
  ComarkReaderReply reply = { .command = request->command };
  char payload[COMARK_READER_MAX_WORDS + 1] = { 0 };

  comark_reader_limits_arm (SECONDS_A_REQUEST);
  if (request->payload > COMARK_READER_MAX_WORDS || !read_whole (payload, request->payload)
      || reader->is_open == (request->command == COMARK_READER_COMMAND_OPEN))
    return FALSE;
  switch (request->command)
    {
    case COMARK_READER_COMMAND_OPEN:
      return do_open (reader, &reply);
    case COMARK_READER_COMMAND_SIZE:
      return do_size (reader, request, &reply);
    case COMARK_READER_COMMAND_SIZES:
      return do_sizes (reader, request, &reply);
    case COMARK_READER_COMMAND_PAGE:
      return do_page (reader, request, &reply);
    case COMARK_READER_COMMAND_TEXT:
      return do_text (reader, request, &reply);
    case COMARK_READER_COMMAND_READ:
      return do_read (reader, request, &reply);
    case COMARK_READER_COMMAND_BLOCKS:
      return do_blocks (reader, request, &reply);
    case COMARK_READER_COMMAND_FIND:
      return do_find (reader, request, payload, &reply);
    case COMARK_READER_COMMAND_SELECT:
      return do_select (reader, request, payload, &reply);
    case COMARK_READER_COMMAND_AREAS:
      return do_areas (reader, request, payload, &reply);
    case COMARK_READER_COMMAND_LINKS:
    case COMARK_READER_COMMAND_CHAPTERS:
      return do_list (reader, request, &reply);
    default:
      return FALSE;
    }
}

/* "comark-reader [--walled | --probe]": the first inside bubblewrap, the second only tries
 * whether all of this works there. */
int
main (int argc, char *argv[])
{
  Reader reader = { 0 };
  ComarkReaderRequest request;
  gboolean is_probe = argc > 1 && g_str_equal (argv[1], "--probe");
  gboolean is_walled = is_probe || (argc > 1 && g_str_equal (argv[1], "--walled"));

  reader.canvas = is_probe ? NULL
                           : mmap (NULL, COMARK_READER_CANVAS_BYTES, PROT_READ | PROT_WRITE,
                                   MAP_SHARED, COMARK_READER_CANVAS_FD, 0);
  comark_reader_preload (!comark_reader_jail_opens_files (is_walled));
  if (reader.canvas == MAP_FAILED || !comark_reader_limits_enter ()
      || comark_reader_jail_enter (is_walled) == 0)
    _exit (1);
  while (!is_probe && read_whole (&request, sizeof request) && serve (&reader, &request))
    continue;
  /* No tidying up: exit handlers would only walk what a hostile document left behind. */
  _exit (0);
}
