/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one way to read and write a zip. Reading takes every name and every size for hostile:
 * names that lead outside, names given twice, anything but ordinary files, and more files, bytes
 * or growth than comark-limits.h allows are refused, each with its sentence. Blocks; any thread,
 * one at a time.
 */
#pragma once

#include <gio/gio.h>

#include "comark-exchange-error.h"

G_BEGIN_DECLS

typedef struct _ComarkArchive ComarkArchive;

/* Opens @file for reading. Returns: (transfer full) NULL with COMARK_EXCHANGE_ERROR (FAILED,
 * NOT_ZIP, TRUNCATED) */
ComarkArchive *comark_archive_open (GFile *file, GError **error);

/* Goes to the next file. *name is borrowed until the next call, NULL at the end.
 * FALSE with PATH, DUPLICATE, BOMB, TOO_LARGE, TRUNCATED. */
gboolean comark_archive_next (ComarkArchive *self, const char **name, GError **error);

/* The bytes of the file it stands on, at most @limit of them (else TOO_LARGE).
 * Returns: (transfer full) */
GBytes *comark_archive_read (ComarkArchive *self, gint64 limit, GError **error);

/* Its SHA-256 (64 lower-case hexadecimal digits, transfer full) and its size in bytes, without
 * keeping it. */
gboolean comark_archive_hash (ComarkArchive *self, char **hash, gint64 *size, GError **error);

void comark_archive_free (ComarkArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkArchive, comark_archive_free)

typedef struct _ComarkArchiveWriter ComarkArchiveWriter;

/* Begins to write @file, which appears only when comark_archive_writer_finish() answers TRUE; one
 * of that name is then replaced. Returns: (transfer full) NULL with FAILED */
ComarkArchiveWriter *comark_archive_writer_new (GFile *file, GError **error);

/* Adds a file. The same files in the same order give the same bytes. */
gboolean comark_archive_writer_add (ComarkArchiveWriter *self, const char *name, GBytes *bytes,
                                    GError **error);
gboolean comark_archive_writer_finish (ComarkArchiveWriter *self, GError **error);

/* Without finish: nothing is left behind. */
void comark_archive_writer_free (ComarkArchiveWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkArchiveWriter, comark_archive_writer_free)

G_END_DECLS
