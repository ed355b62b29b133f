/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-office-cache.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "comark-office-run.h"

typedef struct
{
  char *path;
  gsize bytes;
  gint64 used; /* seconds */
} Kept;

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "comark", "pages", NULL);
}

static char *
get_path (const char *hash)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *name = g_strconcat (hash, ".pdf", NULL);

  return g_build_filename (folder, name, NULL);
}

GBytes *
comark_office_cache_read (const char *hash)
{
  g_autofree char *path = get_path (hash);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  GBytes *pdf = fd >= 0 ? comark_office_read_pdf (fd) : NULL;

  if (pdf != NULL)
    futimens (fd, NULL); /* used now */
  if (fd >= 0)
    close (fd);
  return pdf;
}

void
comark_office_cache_write (const char *hash, GBytes *pdf)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = get_path (hash);
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);

  if (length > COMARK_OFFICE_CACHE_MAX_BYTES || g_mkdir_with_parents (folder, 0700) != 0)
    return;
  comark_office_cache_trim (COMARK_OFFICE_CACHE_MAX_BYTES - length);
  g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

/* --- making room --------------------------------------------------------------------------- */

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->path);
  g_free (kept);
}

static int
compare_use (gconstpointer a, gconstpointer b)
{
  const Kept *one = *(Kept *const *) a, *other = *(Kept *const *) b;

  return (one->used > other->used) - (one->used < other->used);
}

/* Returns: (transfer full): of Kept, the one used longest ago first */
static GPtrArray *
list_kept (gsize *bytes)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (kept_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat info;
      if (lstat (path, &info) != 0 || !S_ISREG (info.st_mode))
        continue;
      Kept *kept = g_new0 (Kept, 1);
      kept->path = g_steal_pointer (&path);
      kept->bytes = (gsize) info.st_size;
      kept->used = info.st_mtime;
      *bytes += kept->bytes;
      g_ptr_array_add (all, kept);
    }
  g_ptr_array_sort (all, compare_use);
  return all;
}

void
comark_office_cache_trim (gsize max_bytes)
{
  gsize bytes = 0;
  g_autoptr (GPtrArray) all = list_kept (&bytes);

  for (guint i = 0; i < all->len && bytes > max_bytes; i++)
    {
      const Kept *kept = g_ptr_array_index (all, i);
      if (g_unlink (kept->path) == 0)
        bytes -= kept->bytes;
    }
}
