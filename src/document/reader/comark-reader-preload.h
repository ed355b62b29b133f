/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Loads what can only be loaded before the jail closes: code, as nothing becomes code inside;
 * and, if @with_typeface, that of plain text, the only one there will be. */
void comark_reader_preload (gboolean with_typeface);
