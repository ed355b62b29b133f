/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document as a descriptor that the helper may be given: a regular file of bounded size,
 * which the helper can read and not write.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "comark-reader-helper.h"
#include "comark-reader.h"

static int
fail (GError **error, ComarkReaderError code, const char *sentence)
{
  g_set_error_literal (error, COMARK_READER_ERROR, code, sentence);
  return -1;
}

static int
fail_too_large (GError **error)
{
  return fail (error, COMARK_READER_ERROR_DAMAGED,
               "This document is larger than 100 MB and cannot be shown here. Save a copy and "
               "open it with your own program.");
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return TRUE;
}

int
comark_reader_document_from_bytes (GBytes *document, GError **error)
{
  const int seals = F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL;
  gsize length;
  const guint8 *data = g_bytes_get_data (document, &length);

  if (length > COMARK_READER_MAX_BYTES)
    return fail_too_large (error);
  int fd = memfd_create ("comark-document", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (fd >= 0 && write_all (fd, data, length) && fcntl (fd, F_ADD_SEALS, seals) == 0)
    return fd;
  if (fd >= 0)
    close (fd);
  return fail (error, COMARK_READER_ERROR_FAILED,
               "There is not enough memory to show this document. Close other documents or "
               "programs and try again.");
}

int
comark_reader_document_from_fd (int fd, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  struct stat info;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return fail (error, COMARK_READER_ERROR_DAMAGED,
                 "This is not a file that can be read. Choose the document itself.");
  if (info.st_size > COMARK_READER_MAX_BYTES)
    return fail_too_large (error);
  /* Opened anew rather than duplicated: a descriptor open for writing must not be handed on. */
  int own = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (own < 0)
    return fail (error, COMARK_READER_ERROR_DAMAGED,
                 "This document may not be read. Ask whoever keeps the file to let you read it.");
  return own;
}
