/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Plain text of unknown encoding as UTF-8: by its byte order mark, else UTF-8 where it is
 * valid (a last character may be cut), else Windows-1252. NULs and broken pairs become U+FFFD.
 * Returns: (transfer full) */
char *comark_reader_decode (const char *bytes, gsize length);
