/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two versions of a document, read and compared by their words. Numbers of list items and the
 * look of headings are not compared: the words are what the panel rates.
 *
 * Never changed once made, so it may cross threads.
 */
#pragma once

#include <gio/gio.h>

#include "comark-reading-text.h"
#include "comark-text-diff.h"

G_BEGIN_DECLS

typedef enum
{
  COMARK_VERSION_OLD,
  COMARK_VERSION_NEW,
  COMARK_N_VERSIONS
} ComarkVersion;

typedef struct _ComarkVersionDiff ComarkVersionDiff;

/* How far the work has come, from 0 to 1; on the thread that does it. */
typedef void (*ComarkVersionProgress) (double fraction, gpointer data);

/* Reads both documents in helper processes and compares them. Blocks, for long documents a
 * minute and more; any thread but the main one. A picture has no words, and is compared as such.
 * Returns: (transfer full) (nullable): NULL with a COMARK_READER_ERROR, whose sentence begins with
 * which version is meant, or G_IO_ERROR_CANCELLED. */
ComarkVersionDiff *comark_version_diff_read (GBytes *old, GBytes *new,
                                             ComarkVersionProgress progress, gpointer data,
                                             GCancellable *cancellable, GError **error);

/* Compares what has been read. Returns: (transfer full) */
ComarkVersionDiff *comark_version_diff_new (ComarkReadingText *old, ComarkReadingText *new);
ComarkVersionDiff *comark_version_diff_ref (ComarkVersionDiff *self);
void comark_version_diff_unref (ComarkVersionDiff *self);

/* Its indices count blocks; comark_version_diff_get_block() has them. */
const ComarkTextDiff *comark_version_diff_get_words (ComarkVersionDiff *self);

/* The paragraph of @part in one of the versions; NULL where it has none. */
const ComarkReadingBlock *comark_version_diff_get_block (ComarkVersionDiff *self,
                                                         const ComarkTextPart *part,
                                                         ComarkVersion version);

/* FALSE for a picture, or a file of a kind whose words cannot be read. */
gboolean comark_version_diff_has_words (ComarkVersionDiff *self, ComarkVersion version);

/* TRUE if a version has words that could not be read: it is too long, or a page is damaged. */
gboolean comark_version_diff_is_cut (ComarkVersionDiff *self, ComarkVersion version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkVersionDiff, comark_version_diff_unref)

G_END_DECLS
