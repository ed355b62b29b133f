/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The near end of one comark-reader process: starts it, asks it, bounds what it says, kills it.
 * Private to src/document. Every call blocks and belongs to one thread; a call that fails by
 * time, crash or nonsense ends the process, and the next call starts another.
 */
#pragma once

#include <gio/gio.h>

#include "comark-document-kind.h"
#include "comark-page-image.h"

G_BEGIN_DECLS

typedef struct _ComarkReaderHelper ComarkReaderHelper;

typedef struct
{
  int n_pages;
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
/* Returns: (transfer full) (nullable) */
ComarkPageImage *comark_reader_helper_render (ComarkReaderHelper *self, int page, int width_px,
                                              GCancellable *cancellable, GError **error);
/* Returns: (transfer full) (nullable) */
char *comark_reader_helper_dup_text (ComarkReaderHelper *self, int page,
                                     GCancellable *cancellable, GError **error);

/* A read-only descriptor, to be closed by the caller, of a copy of @document that nobody can
 * change. -1 with @error. */
int comark_reader_document_from_bytes (GBytes *document, GError **error);
/* The same file as on @fd, for reading only. -1 with @error. */
int comark_reader_document_from_fd (int fd, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReaderHelper, comark_reader_helper_free)

G_END_DECLS
