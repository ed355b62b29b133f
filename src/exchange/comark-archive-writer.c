/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>

#include "comark-archive.h"

struct _ComarkArchiveWriter
{
  struct archive *archive;
  GOutputStream *out; /* GFile's own: it becomes the file only when closed well */
  GCancellable *undo; /* closing with it cancelled leaves nothing behind */
  GError *failure;    /* what the stream said while libarchive was writing */
};

static la_ssize_t
write_out (struct archive *archive, void *data, const void *block, size_t length)
{
  ComarkArchiveWriter *self = data;
  gsize written;

  if (self->failure == NULL
      && g_output_stream_write_all (self->out, block, length, &written, NULL, &self->failure))
    return (la_ssize_t) written;
  archive_set_error (archive, EIO, "cannot write");
  return -1;
}

static gboolean
fail (ComarkArchiveWriter *self, GError **error)
{
  g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_FAILED,
               "The file cannot be written: %s. Choose another place and try again.",
               self->failure ? self->failure->message : archive_error_string (self->archive));
  return FALSE;
}

ComarkArchiveWriter *
comark_archive_writer_new (GFile *file, GError **error)
{
  g_autoptr (ComarkArchiveWriter) self = g_new0 (ComarkArchiveWriter, 1);

  self->undo = g_cancellable_new ();
  self->archive = archive_write_new ();
  self->out = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                                               NULL, &self->failure));
  if (self->out == NULL)
    {
      fail (self, error);
      return NULL;
    }
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  if (archive_write_open (self->archive, self, NULL, write_out, NULL) != ARCHIVE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

gboolean
comark_archive_writer_add (ComarkArchiveWriter *self, const char *name, GBytes *bytes,
                           GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  gboolean written;

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, 315532800, 0); /* 1980, where a zip's calendar begins */
  written = archive_write_header (self->archive, entry) == ARCHIVE_OK
            && archive_write_data (self->archive, data, length) == (la_ssize_t) length;
  archive_entry_free (entry);
  return written || fail (self, error);
}

gboolean
comark_archive_writer_finish (ComarkArchiveWriter *self, GError **error)
{
  if (archive_write_close (self->archive) != ARCHIVE_OK)
    return fail (self, error);
  if (!g_output_stream_close (self->out, NULL, &self->failure))
    return fail (self, error);
  return TRUE;
}

void
comark_archive_writer_free (ComarkArchiveWriter *self)
{
  if (self == NULL)
    return;
  if (self->out && !g_output_stream_is_closed (self->out))
    {
      g_cancellable_cancel (self->undo);
      g_output_stream_close (self->out, self->undo, NULL);
      /* What libarchive still wants to flush has nowhere to go. */
      if (self->failure == NULL)
        self->failure = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "given up");
    }
  archive_write_free (self->archive);
  g_clear_object (&self->out);
  g_clear_object (&self->undo);
  g_clear_error (&self->failure);
  g_free (self);
}
