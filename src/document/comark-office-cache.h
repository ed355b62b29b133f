/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDFs made of office documents, one file each in the person's cache folder, named by the SHA-256
 * of what they were made of. The one used longest ago goes first when all are too large. Private
 * to src/document; for any thread.
 */
#pragma once

#include <glib.h>

#define COMARK_OFFICE_CACHE_MAX_BYTES (200 * 1024 * 1024)

/* Returns: (transfer full) (nullable): what was made of the document with this hash */
GBytes *comark_office_cache_read (const char *hash);
/* Failure is no error: it will be made again. */
void comark_office_cache_write (const char *hash, GBytes *pdf);
/* Takes files away until the rest is at most @max_bytes. */
void comark_office_cache_trim (gsize max_bytes);
