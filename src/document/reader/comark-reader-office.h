/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds of document that have words and no pages of their own. Each reads the whole of the
 * @length bytes on @fd; one that ends in a fault is marked as cut.
 */
#pragma once

#include "comark-reader-words.h"

void comark_reader_odt_read (int fd, gsize length, ComarkReaderWords *words);
void comark_reader_docx_read (int fd, gsize length, ComarkReaderWords *words);
void comark_reader_html_read (int fd, gsize length, ComarkReaderWords *words);
void comark_reader_rtf_read (int fd, gsize length, ComarkReaderWords *words);
