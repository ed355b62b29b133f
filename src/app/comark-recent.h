/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program remembers between two runs besides the window's size: the registers opened
 * lately, and who acted in each. Kept in GSettings; never in the register.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define COMARK_RECENT_MAX 8

/* The registers opened lately, the last one first. Returns: (transfer full) */
char **comark_recent_list (GSettings *settings);

/* Puts @path first. */
void comark_recent_add (GSettings *settings, const char *path);

/* Who acted in @path last: a person's id as text. Returns: (transfer full) (nullable) */
char *comark_recent_get_acting (GSettings *settings, const char *path);
void comark_recent_set_acting (GSettings *settings, const char *path, const char *person);

/* A path as people read it: "~/Documents/Trust.comark"; what it is for other addresses.
 * Returns: (transfer full) */
char *comark_recent_in_words (const char *path);

G_END_DECLS
