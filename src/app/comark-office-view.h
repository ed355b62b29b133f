/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stands in for the pages of an office document while LibreOffice makes them: what is being done,
 * for how long already, a way to stop it; or why it came to nothing.
 *
 * Signals: made (ComarkReader *reader), of the pages; given-up (), when the person would rather
 * read the words.
 */
#pragma once

#include <adwaita.h>

#include "comark-reader.h"

G_BEGIN_DECLS

#define COMARK_TYPE_OFFICE_VIEW (comark_office_view_get_type ())
G_DECLARE_FINAL_TYPE (ComarkOfficeView, comark_office_view, COMARK, OFFICE_VIEW, AdwBin)

/* Makes the pages of @document; what was being made of another is stopped. */
void comark_office_view_make (ComarkOfficeView *self, GBytes *document);
/* Stops; no signal comes any more. */
void comark_office_view_stop (ComarkOfficeView *self);

G_END_DECLS
