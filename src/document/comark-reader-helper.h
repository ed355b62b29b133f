/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The near end of one comark-reader process: starts it, asks it, bounds what it says, kills it.
 * Private to src/document. Every call blocks and belongs to one thread; a call that fails by
 * time, crash or nonsense ends the process, and the next call starts another.
 */
#pragma once

#include <gio/gio.h>

#include "comark-document-kind.h"
#include "comark-reader-area.h"
#include "comark-page-image.h"
#include "comark-reading-text.h"
#include "reader/comark-reader-protocol.h"

G_BEGIN_DECLS

typedef struct _ComarkReaderHelper ComarkReaderHelper;

typedef struct
{
  int n_pages; /* 0 for a kind that has words and no pages */
  ComarkDocumentKind kind;
  char title[1024 + 1]; /* valid UTF-8 */
} ComarkReaderOpening;

/* For the document on @document_fd, which it takes. @closing (nullable) ends whatever is being
 * waited for, as the cancellable of each call does. */
ComarkReaderHelper *comark_reader_helper_new (int document_fd, GCancellable *closing);
/* Kills the process and waits for its end. */
void comark_reader_helper_free (ComarkReaderHelper *self);

void comark_reader_helper_set_time_limit (ComarkReaderHelper *self, int milliseconds);

/* Starts the process and opens the document, unless that is done. @opening (nullable) is
 * filled on success. The others do this by themselves. */
gboolean comark_reader_helper_open (ComarkReaderHelper *self, ComarkReaderOpening *opening,
                                    GCancellable *cancellable, GError **error);
gboolean comark_reader_helper_get_size (ComarkReaderHelper *self, int page, double size_pt[2],
                                        GCancellable *cancellable, GError **error);
/* The sizes of @first and as many pages after it as can be told in a moment, pairs of doubles.
 * Returns: (transfer full) (nullable): not empty */
GArray *comark_reader_helper_list_sizes (ComarkReaderHelper *self, int first,
                                         GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable) */
ComarkPageImage *comark_reader_helper_render (ComarkReaderHelper *self, int page, int width_px,
                                              GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable) */
char *comark_reader_helper_dup_text (ComarkReaderHelper *self, int page,
                                     GCancellable *cancellable, GError **error);

/* Called on the calling thread while the text is read. */
typedef void (*ComarkReaderHelperProgress) (int n_done, int n_pages, gpointer data);

/* The whole document's words. A page that is the helper's end is left out with a note in its
 * place; more than a few, or more than a minute, and the rest is cut.
 * Returns: (transfer full) (nullable) */
ComarkReadingText *comark_reader_helper_read_text (ComarkReaderHelper *self,
                                                   ComarkReaderHelperProgress progress,
                                                   gpointer data, GCancellable *cancellable,
                                                   GError **error);

/* Returns: (transfer full) (nullable): of ComarkReaderArea; stops at @max_pages pages (0: all) */
GArray *comark_reader_helper_find (ComarkReaderHelper *self, const char *words, int first_page,
                                   int max_pages, GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable) */
ComarkReaderSelection *comark_reader_helper_select (ComarkReaderHelper *self, int page,
                                                    const double at[4], ComarkReaderUnit unit,
                                                    GCancellable *cancellable, GError **error);
/* @ranges: of ComarkReaderRange. Returns: (transfer full) (nullable): of ComarkReaderArea */
GArray *comark_reader_helper_list_areas (ComarkReaderHelper *self, int page, GArray *ranges,
                                         GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable): of ComarkReaderLink */
GPtrArray *comark_reader_helper_list_links (ComarkReaderHelper *self, int page,
                                            GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable): of ComarkReaderChapter */
GPtrArray *comark_reader_helper_list_chapters (ComarkReaderHelper *self,
                                               GCancellable *cancellable, GError **error);

/* One request, followed by @words (nullable; @request's payload says how many bytes), and its
 * reply, the document being opened first if it is not: for the files that know a command. On
 * success @reply's status is OK and @payload its bytes. */
gboolean comark_reader_helper_ask (ComarkReaderHelper *self, const ComarkReaderRequest *request,
                                   gconstpointer words, ComarkReaderReply *reply, GBytes **payload,
                                   GCancellable *cancellable, GError **error);
/* FALSE with @error if the document cannot be opened or is of a kind without pages. */
gboolean comark_reader_helper_need_pages (ComarkReaderHelper *self, GCancellable *cancellable,
                                          GError **error);
/* For a reply that makes no sense: ends the process and sets @error. Returns: FALSE */
gboolean comark_reader_helper_refuse (ComarkReaderHelper *self, guint32 command, GError **error);

/* A read-only descriptor, to be closed by the caller, of a copy of @document that nobody can
 * change. -1 with @error. */
int comark_reader_document_from_bytes (GBytes *document, GError **error);
/* The same file as on @fd, for reading only. -1 with @error. */
int comark_reader_document_from_fd (int fd, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReaderHelper, comark_reader_helper_free)

G_END_DECLS
