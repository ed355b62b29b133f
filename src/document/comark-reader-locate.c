/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-locate.h"

#include <stdlib.h>

#include "comark-reader-paths.h"

static gboolean
runs_from_build (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  return self != NULL && g_str_has_prefix (self, COMARK_READER_BUILD_ROOT "/");
}

char *
comark_reader_locate (void)
{
  const char *named = secure_getenv ("COMARK_READER");

  if (named != NULL && g_path_is_absolute (named))
    return g_strdup (named);
  return g_strdup (runs_from_build () ? COMARK_READER_BUILT : COMARK_READER_INSTALLED);
}
