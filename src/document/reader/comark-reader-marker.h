/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define COMARK_READER_MARKER_BYTES 32

/* What a list item begins with: "•", "-", "3.", "(b)", "iv)". Copies it to @marker.
 * Returns: where the item's own words begin, in @line; 0 if it does not begin as one. */
gsize comark_reader_marker_parse (const char *line, char marker[COMARK_READER_MARKER_BYTES]);

/* TRUE for a marker of one sign rather than a number or letter. */
gboolean comark_reader_marker_is_bullet (const char *marker);
