/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comark-reader-source.h"

/* Where @selected, the words that @areas cover, begins in the text of @page, in characters: of
 * the places where they stand, the nearest to the first area. -1 if they stand nowhere. */
gint64 comark_reader_find_start (ComarkReaderSource *source, int page, const char *selected,
                                 GArray *areas);
