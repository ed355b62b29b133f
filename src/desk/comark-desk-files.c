/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-files.h"

#include <string.h>

#include "comark-blobs.h"
#include "comark-desk-text.h"
#include "comark-limits.h"

#define FILENAME_LENGTH_MAX 200 /* characters */

char *
comark_desk_keep_bytes (ComarkDesk *desk, GBytes *bytes, GError **error)
{
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *hash = NULL;
  gint64 stored;

  if (size == 0 || size > COMARK_LIMIT_FILE_BYTES)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                          size == 0 ? "This file is empty. Choose another one."
                                    : "This file is larger than 100 MB. Make it smaller, for "
                                      "example with smaller pictures.");
      return NULL;
    }
  if (!comark_sql_in_transaction (desk->sql))
    return comark_blobs_add_bytes (desk->sql, bytes, comark_desk_now_ms (desk), error);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!comark_blobs_get_size (desk->sql, hash, &stored, error))
    return NULL;
  return g_steal_pointer (&hash);
}

char *
comark_desk_tidy_filename (const char *filename)
{
  g_autofree char *valid = g_utf8_make_valid (filename != NULL ? filename : "", -1);
  const char *last = strrchr (valid, '/');
  GString *name = g_string_new (NULL);

  for (const char *p = last != NULL ? last + 1 : valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iscntrl (c) && g_utf8_strlen (name->str, name->len) < FILENAME_LENGTH_MAX)
        g_string_append_unichar (name, c);
    }
  if (name->len == 0)
    g_string_assign (name, "file");
  return g_string_free (name, FALSE);
}
