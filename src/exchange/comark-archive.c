/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "comark-limits.h"

#define BLOCK (64 * 1024)
#define LONGEST_NAME 255
/* A small pack of text may well shrink more than the ratio says; nothing this size is a bomb. */
#define RATIO_FREE_BYTES (10 * 1024 * 1024)

struct _ComarkArchive
{
  struct archive *archive;
  char *file_name; /* of the zip, for messages */
  gint64 packed_bytes;
  gint64 unpacked_bytes; /* so far */
  guint n_files;
  GHashTable *seen; /* names, folded: two that differ in case alone are one on some disks */
  char *name;       /* of the file it stands on */
};

static gboolean
refuse (GError **error, ComarkExchangeError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError **error, ComarkExchangeError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, COMARK_EXCHANGE_ERROR, (int) code, sentence);
  return FALSE;
}

/* ---- opening ---- */

/* The seekable reader needs the directory at the end of the file; the other one would take a
 * file cut short for a whole one. */
static gboolean
open_zip (ComarkArchive *self, const char *path)
{
  self->archive = archive_read_new ();
  archive_read_support_format_zip_seekable (self->archive);
  return archive_read_open_filename (self->archive, path, BLOCK) == ARCHIVE_OK;
}

static gboolean
begins_like_a_zip (const char *path)
{
  char start[4] = { 0 };
  FILE *file = fopen (path, "rb");
  gboolean like = file && fread (start, 1, 4, file) == 4 && memcmp (start, "PK\3\4", 4) == 0;

  if (file)
    fclose (file);
  return like;
}

static gboolean
say_why_not_opened (ComarkArchive *self, const char *path, GError **error)
{
  if (begins_like_a_zip (path))
    return refuse (error, COMARK_EXCHANGE_ERROR_TRUNCATED,
                   "“%s” is cut short. Ask for it to be sent again.", self->file_name);
  return refuse (error, COMARK_EXCHANGE_ERROR_NOT_ZIP,
                 "“%s” is not a pack: it is no zip file. Choose a file that Comark has made.",
                 self->file_name);
}

ComarkArchive *
comark_archive_open (GFile *file, GError **error)
{
  g_autoptr (ComarkArchive) self = g_new0 (ComarkArchive, 1);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, "standard::size,standard::type", G_FILE_QUERY_INFO_NONE, NULL,
                         &local);

  self->file_name = g_file_get_basename (file);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (path == NULL || info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      refuse (error, COMARK_EXCHANGE_ERROR_FAILED, "“%s” cannot be read: %s.", self->file_name,
              local ? local->message : "it is not a file on this computer");
      return NULL;
    }
  self->packed_bytes = g_file_info_get_size (info);
  if (!open_zip (self, path))
    {
      say_why_not_opened (self, path, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
comark_archive_free (ComarkArchive *self)
{
  if (self == NULL)
    return;
  archive_read_free (self->archive);
  g_hash_table_unref (self->seen);
  g_free (self->file_name);
  g_free (self->name);
  g_free (self);
}

/* ---- names ---- */

static gboolean
part_is_safe (const char *part)
{
  return *part != '\0' && strlen (part) <= LONGEST_NAME && !g_str_equal (part, ".")
         && !g_str_equal (part, "..");
}

static gboolean
name_is_safe (const char *name)
{
  g_auto (GStrv) parts = NULL;

  if (name == NULL || *name == '\0' || strlen (name) > 4 * LONGEST_NAME
      || !g_utf8_validate (name, -1, NULL) || strpbrk (name, "\\:") || g_path_is_absolute (name))
    return FALSE;
  for (const char *c = name; *c; c++)
    if (g_ascii_iscntrl (*c))
      return FALSE;
  parts = g_strsplit (name, "/", -1);
  for (char **part = parts; *part; part++)
    if (!part_is_safe (*part))
      return FALSE;
  return TRUE;
}

/* What a message may show of a name that is not to be trusted. */
static char *
shown (const char *name)
{
  g_autofree char *valid = name ? g_utf8_make_valid (name, -1) : g_strdup ("");
  glong length = g_utf8_strlen (valid, -1);

  return length > 80 ? g_utf8_substring (valid, 0, 80) : g_steal_pointer (&valid);
}

static gboolean
take_name (ComarkArchive *self, const char *name, GError **error)
{
  g_autofree char *text = shown (name);
  g_autofree char *folded = NULL;

  if (!name_is_safe (name))
    return refuse (error, COMARK_EXCHANGE_ERROR_PATH,
                   "“%s” holds a file named “%s”, which leads outside the pack or cannot be a "
                   "name. Nothing was taken in.", self->file_name, text);
  folded = g_utf8_casefold (name, -1);
  if (!g_hash_table_add (self->seen, g_steal_pointer (&folded)))
    return refuse (error, COMARK_EXCHANGE_ERROR_DUPLICATE,
                   "“%s” holds two files named “%s”. Nothing was taken in.", self->file_name, text);
  g_free (self->name);
  self->name = g_strdup (name);
  return TRUE;
}

/* ---- entries ---- */

static gboolean
check_entry (ComarkArchive *self, struct archive_entry *entry, GError **error)
{
  if (archive_entry_filetype (entry) != AE_IFREG)
    return refuse (error, COMARK_EXCHANGE_ERROR_PATH,
                   "“%s” holds “%s”, which is no ordinary file. Nothing was taken in.",
                   self->file_name, self->name);
  if (++self->n_files > COMARK_LIMIT_PACK_FILES)
    return refuse (error, COMARK_EXCHANGE_ERROR_TOO_LARGE,
                   "“%s” holds more than %d files, the most that a pack may have.",
                   self->file_name, COMARK_LIMIT_PACK_FILES);
  if (archive_entry_size_is_set (entry) && archive_entry_size (entry) > COMARK_LIMIT_FILE_BYTES)
    return refuse (error, COMARK_EXCHANGE_ERROR_TOO_LARGE,
                   "“%s” in “%s” says that it is larger than 100 MB, the most that one file may "
                   "have.", self->name, self->file_name);
  return TRUE;
}

static gboolean
say_broken (ComarkArchive *self, GError **error)
{
  g_debug ("zip: %s", archive_error_string (self->archive));
  if (archive_read_has_encrypted_entries (self->archive) > 0)
    return refuse (error, COMARK_EXCHANGE_ERROR_NOT_VALID,
                   "“%s” is locked with a password. Ask for it without one.", self->file_name);
  return refuse (error, COMARK_EXCHANGE_ERROR_TRUNCATED,
                 "“%s” is damaged or cut short. Ask for it to be sent again.", self->file_name);
}

gboolean
comark_archive_next (ComarkArchive *self, const char **name, GError **error)
{
  struct archive_entry *entry;
  int status;

  *name = NULL;
  do
    {
      status = archive_read_next_header (self->archive, &entry);
      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status < ARCHIVE_WARN)
        return self->n_files == 0 ? refuse (error, COMARK_EXCHANGE_ERROR_NOT_ZIP,
                                            "“%s” is not a pack: it is no zip file that can be "
                                            "read.", self->file_name)
                                  : say_broken (self, error);
    }
  while (archive_entry_filetype (entry) == AE_IFDIR);

  const char *utf8 = archive_entry_pathname_utf8 (entry);
  if (!take_name (self, utf8 ? utf8 : archive_entry_pathname (entry), error)
      || !check_entry (self, entry, error))
    return FALSE;
  /* A warning here is a directory that contradicts the file: no honest program writes that. */
  if (status < ARCHIVE_OK)
    return say_broken (self, error);
  *name = self->name;
  return TRUE;
}

static gboolean
count_bytes (ComarkArchive *self, gsize length, GError **error)
{
  self->unpacked_bytes += (gint64) length;
  if (self->unpacked_bytes > COMARK_LIMIT_PACK_BYTES)
    return refuse (error, COMARK_EXCHANGE_ERROR_BOMB,
                   "“%s” unpacks to more than 1 GB, the most that a pack may have.",
                   self->file_name);
  if (self->unpacked_bytes > RATIO_FREE_BYTES
      && self->unpacked_bytes / MAX (self->packed_bytes, 1) >= COMARK_LIMIT_PACK_RATIO)
    return refuse (error, COMARK_EXCHANGE_ERROR_BOMB,
                   "“%s” unpacks to more than %d times its size, as only a trap does. Nothing was "
                   "taken in.", self->file_name, COMARK_LIMIT_PACK_RATIO);
  return TRUE;
}

typedef void (*TakeBlock) (const void *block, gsize length, gpointer data);

static gboolean
each_block (ComarkArchive *self, gint64 limit, TakeBlock take, gpointer data, gint64 *size,
            GError **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t length;

  *size = 0;
  while ((length = archive_read_data (self->archive, block, BLOCK)) > 0)
    {
      *size += length;
      if (*size > limit)
        return refuse (error, COMARK_EXCHANGE_ERROR_TOO_LARGE,
                       "“%s” in “%s” is larger than it may be.", self->name, self->file_name);
      if (!count_bytes (self, (gsize) length, error))
        return FALSE;
      take (block, (gsize) length, data);
    }
  return length == 0 || say_broken (self, error);
}

static void
append_block (const void *block, gsize length, gpointer data)
{
  g_byte_array_append (data, block, (guint) length);
}

GBytes *
comark_archive_read (ComarkArchive *self, gint64 limit, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gint64 size;

  if (!each_block (self, limit, append_block, bytes, &size, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
hash_block (const void *block, gsize length, gpointer data)
{
  g_checksum_update (data, block, (gssize) length);
}

gboolean
comark_archive_hash (ComarkArchive *self, char **hash, gint64 *size, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!each_block (self, COMARK_LIMIT_FILE_BYTES, hash_block, sum, size, error))
    return FALSE;
  *hash = g_strdup (g_checksum_get_string (sum));
  return TRUE;
}
