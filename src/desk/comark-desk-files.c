/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-files.h"

#include <string.h>

#include "comark-blobs.h"
#include "comark-desk-text.h"
#include "comark-limits.h"

#define FILENAME_LENGTH_MAX 200 /* characters */

/* A pipe or a device would never end, and a huge file would be the end of the memory. */
static gboolean
check_info (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                         G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "“%s” is not a file. Choose a file.", name);
  if (g_file_info_get_size (info) > COMARK_LIMIT_FILE_BYTES)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "“%s” is larger than 100 MB, the most that one file may have.",
                               name);
  return TRUE;
}

GBytes *
comark_desk_load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GError) reason = NULL;
  GBytes *bytes = NULL;

  if (check_info (file, name, cancellable, &reason))
    bytes = g_file_load_bytes (file, cancellable, NULL, &reason);
  if (reason != NULL && (reason->domain == COMARK_DESK_ERROR
                         || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (reason != NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID, "“%s” cannot be read: %s.", name,
                        reason->message);
  return bytes;
}

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
