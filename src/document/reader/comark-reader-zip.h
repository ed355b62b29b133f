/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The part called @name of the zip on @fd, of @length bytes. Bounded in size, in how well it is
 * packed, and in how many parts are looked through.
 * Returns: (transfer full) (nullable): NULL if it is not there, too large or broken. */
GBytes *comark_reader_zip_read (int fd, gsize length, const char *name);
