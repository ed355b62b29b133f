/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Certificates as files. The same award gives the same bytes, on any day (the dates inside are
 * the award's): a certificate can be checked against its register by comparing fingerprints.
 * These functions work in any thread; each thread keeps its own fonts.
 */
#pragma once

#include "comark-award.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMARK_CERTIFICATE_MIN_DPI 50.0
#define COMARK_CERTIFICATE_MAX_DPI 600.0

/* The certificate as one tagged PDF page, as cairo makes it. Every PDF that leaves the program
 * comes from here.
 * Errors: FONTS, DRAW. Returns: (transfer full) (nullable) */
GBytes *comark_certificate_to_pdf (ComarkAward *award, GError **error);

/* The certificate as a picture of @dpi dots an inch (50 to 600, else INVALID).
 * Errors: INVALID, FONTS, DRAW. Returns: (transfer full) (nullable) */
GBytes *comark_certificate_to_png (ComarkAward *award, double dpi, GError **error);

/* The same into the file @path (file name encoding). The file is there whole or not at all: it is
 * written beside, synced and renamed; one of that name is replaced.
 * Errors: as above, and WRITE. */
gboolean comark_certificate_write_pdf (ComarkAward *award, const char *path, GError **error);
gboolean comark_certificate_write_png (ComarkAward *award, const char *path, double dpi,
                                       GError **error);

G_END_DECLS
