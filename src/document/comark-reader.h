/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one submitted document: its pages as pixels, its text, its size. The document is never
 * parsed in this process: a helper program, comark-reader, is given the bytes on a descriptor
 * and answers over a socket and a shared piece of memory. A hostile or broken document costs
 * that helper, never the program; it is started again by the next request.
 *
 * Use from one thread that has a main context. Requests are queued and answered in order, one
 * at a time, on the caller's main context. A request whose cancellable was cancelled while it
 * waited costs nothing; one in work is given up after a moment. Pages count from 0.
 *
 * Every failure but G_IO_ERROR_CANCELLED is a COMARK_READER_ERROR whose message is a sentence
 * to show.
 */
#pragma once

#include <gio/gio.h>

#include "comark-document-kind.h"
#include "comark-page-image.h"
#include "comark-reader-area.h"
#include "comark-reader-error.h"
#include "comark-reading-text.h"

G_BEGIN_DECLS

#define COMARK_READER_MAX_BYTES (100 * 1024 * 1024) /* decisions.md, Limits */
#define COMARK_READER_TIME_LIMIT_MS 10000

#define COMARK_TYPE_READER (comark_reader_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReader, comark_reader, COMARK, READER, GObject)

/* A reader of @document, which is copied. Nothing is started or read yet.
 * Returns: (transfer full) */
ComarkReader *comark_reader_new_for_bytes (GBytes *document);

/* A reader of the regular file open on @fd, which is duplicated; its position does not matter.
 * Returns: (transfer full) (nullable): NULL with @error if it is not a regular file, cannot be
 * opened for reading or is over COMARK_READER_MAX_BYTES. */
ComarkReader *comark_reader_new_for_fd (int fd, GError **error);

/* As comark_reader_new_for_fd(), of the file at @path. */
ComarkReader *comark_reader_new_for_path (const char *path, GError **error);

/* Starts the helper and opens the document. Optional: every other request opens it as well.
 * Takes @cancellable like all requests. */
void comark_reader_open_async (ComarkReader *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Returns: the number of pages, at least 1; -1 with @error. */
int comark_reader_open_finish (ComarkReader *self, GAsyncResult *result, GError **error);

/* What is known after a first success of any request; before it 0, "" and OTHER. The number of
 * pages stays 0 for a kind that has words alone. */
int comark_reader_get_n_pages (ComarkReader *self);
const char *comark_reader_get_title (ComarkReader *self); /* the document's own, maybe "" */
ComarkDocumentKind comark_reader_get_kind (ComarkReader *self);

/* Draws @page on white, @width_px wide and as high as its shape asks. @width_px is held to
 * 16..8192 and the whole to 32 million pixels: look at the answer for what it became. */
void comark_reader_render_page_async (ComarkReader *self, int page, int width_px,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
/* Returns: (transfer full) (nullable) */
ComarkPageImage *comark_reader_render_page_finish (ComarkReader *self, GAsyncResult *result,
                                                   GError **error);

/* As comark_reader_render_page_async(), in the second helper, so that pages can be turned
 * meanwhile: for small pictures that nobody waits for. Same finish. */
void comark_reader_render_aside_async (ComarkReader *self, int page, int width_px,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);

/* The text of @page in reading order, valid UTF-8, at most 4 MB; "" for a picture. */
void comark_reader_get_text_async (ComarkReader *self, int page, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
char *comark_reader_get_text_finish (ComarkReader *self, GAsyncResult *result, GError **error);

/* How far the words have come: @n_done of @n_pages pages, on the context that asked. May go back
 * when a page has to be left out. */
typedef void (*ComarkReaderProgress) (int n_done, int n_pages, gpointer data);

/* The words of the whole document as headings, paragraphs, list items and cells: see
 * comark-reading-text.h. Works in a second helper, so that pages can be turned meanwhile; long
 * documents take seconds (2,000 pages: 20), the same reader's second asking none. @progress is
 * not called after @callback, nor after @cancellable is cancelled. A page that cannot be read
 * costs a note in its place. Works for every kind of comark_document_kind_can_read(), with pages
 * or without; a picture has no blocks. */
void comark_reader_text_async (ComarkReader *self, ComarkReaderProgress progress,
                               gpointer progress_data, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
ComarkReadingText *comark_reader_text_finish (ComarkReader *self, GAsyncResult *result,
                                              GError **error);

/* The size of @page in points (1/72 inch), each side from 3 to 14400. A picture counts 96
 * pixels to the inch. */
void comark_reader_get_page_size_async (ComarkReader *self, int page, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean comark_reader_get_page_size_finish (ComarkReader *self, GAsyncResult *result,
                                             double *width_pt, double *height_pt,
                                             GError **error);

/* The sizes of @first and of as many pages after it as can be told in a moment, so that pages can
 * be turned meanwhile: ask again for the rest. */
void comark_reader_get_page_sizes_async (ComarkReader *self, int first, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): not empty; each element two doubles, width and height in
 * points */
GArray *comark_reader_get_page_sizes_finish (ComarkReader *self, GAsyncResult *result,
                                             GError **error);

/* Where @words stand on the pages from @first_page on, @max_pages of them (0: to the end),
 * whatever their case and accents, also over the end of a line. PDF only: of other kinds nothing
 * is found; look in comark_reader_text_async()'s blocks there. Works in the second helper. */
void comark_reader_find_async (ComarkReader *self, const char *words, int first_page,
                               int max_pages, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): of ComarkReaderArea, in order; the last one's match + 1
 * is how many were found, COMARK_READER_MAX_AREAS areas at most. */
GArray *comark_reader_find_finish (ComarkReader *self, GAsyncResult *result, GError **error);

/* What a person selects on @page by going from (@x1, @y1) to (@x2, @y2), points from its top
 * left corner, in reading order; beside all words, the nearest. PDF only: "" and no areas of
 * other kinds. */
void comark_reader_select_async (ComarkReader *self, int page, double x1, double y1, double x2,
                                 double y2, ComarkReaderUnit unit, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable) */
ComarkReaderSelection *comark_reader_select_finish (ComarkReader *self, GAsyncResult *result,
                                                    GError **error);

/* Where the characters of @ranges (of ComarkReaderRange, COMARK_READER_MAX_RANGES at most) stand
 * on @page: an area a line. PDF only: none of other kinds. */
void comark_reader_areas_async (ComarkReader *self, int page, GArray *ranges,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/* Returns: (transfer full) (nullable): of ComarkReaderArea, whose match is the range's index */
GArray *comark_reader_areas_finish (ComarkReader *self, GAsyncResult *result, GError **error);

/* The links of @page, those that must be refused as well. Show the whole address before one is
 * followed. */
void comark_reader_links_async (ComarkReader *self, int page, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): of ComarkReaderLink */
GPtrArray *comark_reader_links_finish (ComarkReader *self, GAsyncResult *result, GError **error);

/* The document's own outline; empty where it has none. */
void comark_reader_chapters_async (ComarkReader *self, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (nullable): of ComarkReaderChapter */
GPtrArray *comark_reader_chapters_finish (ComarkReader *self, GAsyncResult *result,
                                          GError **error);

/* How long one request may take before the helper is killed; COMARK_READER_TIME_LIMIT_MS
 * unless set. */
void comark_reader_set_time_limit (ComarkReader *self, int milliseconds);

/* Ends the helper and answers what still waits, and all later requests, with
 * G_IO_ERROR_CANCELLED. Does not block. Dropping the last reference does the same. */
void comark_reader_close (ComarkReader *self);

/* The text of up to @max_pages pages (0: all) of @document, pages parted by a form feed, at
 * most @max_chars characters, valid UTF-8. Blocks: for a worker thread; needs no main loop and
 * runs a helper of its own. A page that cannot be read ends the text there: what was read
 * before it is answered, for search wants what there is. Never longer than a minute.
 * Returns: (transfer full) (nullable): NULL with @error if the document cannot be opened. */
char *comark_reader_extract_text (GBytes *document, int max_pages, gsize max_chars,
                                  GCancellable *cancellable, GError **error);

/* As comark_reader_text_async(), blocking: for a worker thread; needs no main loop and runs a
 * helper of its own. @progress (nullable) is called on that thread.
 * Returns: (transfer full) (nullable) */
ComarkReadingText *comark_reader_extract_words (GBytes *document, ComarkReaderProgress progress,
                                                gpointer progress_data,
                                                GCancellable *cancellable, GError **error);

/* The number of pages of @document, of a kind that has them, by opening it in a helper of its
 * own. Blocks.
 * Returns: at least 1; -1 with @error. */
int comark_reader_count_pages (GBytes *document, GCancellable *cancellable, GError **error);

G_END_DECLS
