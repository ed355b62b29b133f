/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small files that ask for a great deal, each made by a few lines so that it can be read what
 * is wrong with it. None is taken from anywhere.
 */
#pragma once

#include <glib.h>

typedef struct
{
  const char *name;
  GBytes *(*make) (void); /* Returns: (transfer full) */
} Bomb;

extern const Bomb bombs[];
extern const gsize n_bombs;
