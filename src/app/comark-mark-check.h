/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is this the document that the mark belongs to? A file, dropped here or chosen, is held against
 * the register; the verdict stands below in words.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COMARK_TYPE_MARK_CHECK (comark_mark_check_get_type ())
G_DECLARE_FINAL_TYPE (ComarkMarkCheck, comark_mark_check, COMARK, MARK_CHECK, AdwBin)

/* The number that files are held against. Another one clears the verdict. */
void comark_mark_check_set_number (ComarkMarkCheck *self, const char *number);

void comark_mark_check_file (ComarkMarkCheck *self, GFile *file);

G_END_DECLS
