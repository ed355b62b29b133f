/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The library is handed bytes, never a descriptor or a name, and knows zip alone: no other
 * format, filter or program of its many can be reached.
 */
#include "comark-reader-zip.h"

#include <archive.h>
#include <archive_entry.h>

#include "comark-reader-source.h"

#define MAX_PARTS 4096
#define MAX_PART_BYTES (64 * 1024 * 1024)
#define MAX_RATIO 200          /* decisions.md, Limits: that of a pack */
#define FREE_BYTES (1024 * 1024) /* so much may be packed as well as it likes */
#define CHUNK_BYTES 65536

static GBytes *
read_part (struct archive *zip, gsize most)
{
  g_autoptr (GByteArray) part = g_byte_array_new ();
  guint8 chunk[CHUNK_BYTES];
  la_ssize_t n;

  while ((n = archive_read_data (zip, chunk, sizeof chunk)) > 0)
    {
      g_byte_array_append (part, chunk, (guint) n);
      if (part->len > most)
        return NULL;
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&part)) : NULL;
}

static GBytes *
find_part (struct archive *zip, const char *name, gsize most)
{
  struct archive_entry *entry;

  for (int i = 0; i < MAX_PARTS; i++)
    {
      if (archive_read_next_header (zip, &entry) != ARCHIVE_OK)
        return NULL;
      if (g_strcmp0 (archive_entry_pathname (entry), name) == 0)
        return read_part (zip, most);
    }
  return NULL;
}

GBytes *
comark_reader_zip_read (int fd, gsize length, const char *name)
{
  gsize n_read = 0;
  g_autofree char *bytes = comark_reader_read_all (fd, length, &n_read);
  struct archive *zip = archive_read_new ();
  gsize most = MIN (FREE_BYTES + n_read * MAX_RATIO, MAX_PART_BYTES);
  GBytes *part = NULL;

  if (zip == NULL || bytes == NULL)
    return NULL;
  if (archive_read_support_format_zip_seekable (zip) == ARCHIVE_OK
      && archive_read_open_memory (zip, bytes, n_read) == ARCHIVE_OK)
    part = find_part (zip, name, most);
  archive_read_free (zip);
  return part;
}
