/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comark-reader-words.h"

/* Writes the paragraphs, headings and list items of plain text: the lines of @text, NUL-ended
 * UTF-8 with '\n' line ends, that begin at bytes @start to @end; a block that begins there is
 * finished even beyond. Returns: where to go on. */
gsize comark_reader_plain_read (const char *text, gsize start, gsize end, int page,
                                ComarkReaderWords *words);
