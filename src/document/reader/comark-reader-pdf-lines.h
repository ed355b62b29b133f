/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "comark-reader-lines.h"

/* Adds the lines of @sheet, page @page, in reading order. FALSE when there are too many. */
gboolean comark_reader_pdf_add_lines (PopplerPage *sheet, int page, ComarkReaderLines *lines);
