/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as words alone: reflowed, in the reader's own size, spacing and colours, which are
 * remembered. For who cannot use the pages, and for documents that have none.
 */
#pragma once

#include <adwaita.h>

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_READING_VIEW (comark_reading_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkReadingView, comark_reading_view, COMARK, READING_VIEW, AdwBin)

/* Reads the words of @reader and shows them; NULL shows nothing and stops reading. */
void comark_reading_view_set_reader (ComarkReadingView *self, ComarkReader *reader);

G_END_DECLS
