/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every limit on what comes from outside, in one table (the manual shows the same).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One file: a document or a piece of evidence, in bytes. */
#define COMARK_LIMIT_FILE_BYTES (G_GINT64_CONSTANT (100) * 1024 * 1024)
#define COMARK_LIMIT_FILE_WARN_BYTES (G_GINT64_CONSTANT (50) * 1024 * 1024)

/* A pack: files in it, bytes unpacked, bytes unpacked per byte packed. */
#define COMARK_LIMIT_PACK_FILES 2000
#define COMARK_LIMIT_PACK_BYTES (G_GINT64_CONSTANT (1024) * 1024 * 1024)
#define COMARK_LIMIT_PACK_RATIO 200

/* XML: bytes, and elements inside one another. */
#define COMARK_LIMIT_XML_BYTES (G_GINT64_CONSTANT (16) * 1024 * 1024)
#define COMARK_LIMIT_XML_DEPTH 64

/* One text field, in characters (not bytes). */
#define COMARK_LIMIT_TEXT_CHARACTERS 100000

/* How much of one document's text is searched, in characters. */
#define COMARK_LIMIT_SEARCH_CHARACTERS 2000000

G_END_DECLS
