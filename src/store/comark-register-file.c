/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-register-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "comark-migrations.h"

/* https://www.sqlite.org/fileformat.html, 1.3 */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static GMutex open_lock;
static GHashTable *open_files; /* "device:inode" → how often */

gboolean
comark_register_file_is_network (guint32 filesystem)
{
  static const guint32 known[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xff534d42, /* CIFS */
    0xfe534d42, /* SMB2 */
    0x65735546, /* FUSE: sshfs, gvfs, davfs */
    0x01021997, /* 9P */
    0x5346414f, /* AFS */
    0x73757245, /* Coda */
    0x00c36400, /* Ceph */
    0x47504653, /* GPFS */
    0x0bd00bd0, /* Lustre */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] == filesystem)
      return TRUE;
  return FALSE;
}

static gboolean
refuse (GError **error, ComarkStoreError code, const char *path, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, COMARK_STORE_ERROR, code, "“%s” %s", shown, why);
  return FALSE;
}

static gboolean
refuse_errno (GError **error, const char *path, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return refuse (error, COMARK_STORE_ERROR_NOT_FOUND, path, "does not exist.");
    case EACCES:
    case EPERM:
      return refuse (error, COMARK_STORE_ERROR_DENIED, path,
                     "may not be opened by you. Ask whoever owns the file.");
    case ELOOP:
      return refuse (error, COMARK_STORE_ERROR_NOT_A_REGISTER, path,
                     "is a link to another file. Open the register itself.");
    case ENOSPC:
    case EDQUOT:
      return refuse (error, COMARK_STORE_ERROR_FULL, path,
                     "cannot be written: there is no room left on the disk.");
    case EROFS:
      return refuse (error, COMARK_STORE_ERROR_READ_ONLY, path,
                     "is on a disk that can only be read.");
    default:
      g_debug ("%s: %s", path, g_strerror (number));
      return refuse (error, COMARK_STORE_ERROR_IO, path, "could not be opened.");
    }
}

static gboolean
check_kind (const char *path, const struct stat *info, GError **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;
  if (S_ISLNK (info->st_mode))
    return refuse_errno (error, path, ELOOP);
  if (S_ISDIR (info->st_mode))
    return refuse (error, COMARK_STORE_ERROR_NOT_A_REGISTER, path,
                   "is a folder, not a register. Choose a file ending in .comark.");
  return refuse (error, COMARK_STORE_ERROR_NOT_A_REGISTER, path, "is not a plain file.");
}

static gboolean
check_place (const char *path, GError **error)
{
  struct statfs place;

  if (statfs (path, &place) != 0 || !comark_register_file_is_network ((guint32) place.f_type))
    return TRUE;
  return refuse (error, COMARK_STORE_ERROR_READ_ONLY, path,
                 "is on a network drive, where two computers could damage it. Copy it to this "
                 "computer, open it for reading only, or move the register to a server.");
}

static gssize
read_header (const char *path, guint8 *header, GError **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gssize n;

  if (fd < 0)
    {
      refuse_errno (error, path, errno);
      return -1;
    }
  n = pread (fd, header, HEADER_SIZE, 0);
  if (n < 0)
    refuse (error, COMARK_STORE_ERROR_IO, path, "could not be read.");
  close (fd);
  return n;
}

static guint32
number_at (const guint8 *header, int offset)
{
  guint32 big_endian;

  memcpy (&big_endian, header + offset, sizeof big_endian);
  return GUINT32_FROM_BE (big_endian);
}

static gboolean
check_header (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE];
  gssize n = read_header (path, header, error);

  if (n < 0)
    return FALSE;
  if (n < HEADER_SIZE || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0
      || number_at (header, HEADER_APPLICATION_ID) != COMARK_APPLICATION_ID)
    return refuse (error, COMARK_STORE_ERROR_NOT_A_REGISTER, path, "is not a Comark register.");
  if (number_at (header, HEADER_USER_VERSION) > (guint32) comark_migrations_latest ())
    return refuse (error, COMARK_STORE_ERROR_TOO_NEW, path,
                   "was made by a newer Comark. Please update the program to open it.");
  return TRUE;
}

static char *
hold (const struct stat *info)
{
  char *ticket = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                  (guint64) info->st_dev, (guint64) info->st_ino);
  guint count;

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  count = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, ticket));
  g_hash_table_replace (open_files, g_strdup (ticket), GUINT_TO_POINTER (count + 1));
  return ticket;
}

static gboolean
is_held (const struct stat *info)
{
  g_autofree char *ticket = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                             (guint64) info->st_dev, (guint64) info->st_ino);

  return open_files != NULL && g_hash_table_contains (open_files, ticket);
}

char *
comark_register_file_claim (const char *path, gboolean for_writing, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_lock);
  struct stat info;

  if (lstat (path, &info) != 0)
    {
      refuse_errno (error, path, errno);
      return NULL;
    }
  if (!check_kind (path, &info, error) || (for_writing && !check_place (path, error)))
    return NULL;
  if (!is_held (&info) && !check_header (path, error))
    return NULL;
  return hold (&info);
}

static void
refuse_existing (GError **error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               "“%s” exists already, and nothing is overwritten. Choose another name.", shown);
}

char *
comark_register_file_make (const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_lock);
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;
  int fd;

  if (!check_place (folder, error))
    return NULL;
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0 && errno == EEXIST)
    refuse_existing (error, path);
  else if (fd < 0)
    refuse_errno (error, path, errno);
  if (fd < 0)
    return NULL;
  fstat (fd, &info);
  close (fd);
  return hold (&info);
}

void
comark_register_file_release (char *ticket)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&open_lock);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (open_files, ticket));

  if (count > 1)
    g_hash_table_replace (open_files, g_strdup (ticket), GUINT_TO_POINTER (count - 1));
  else
    g_hash_table_remove (open_files, ticket);
  g_free (ticket);
}

gboolean
comark_register_file_can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs place;

  if (statfs (path, &place) == 0 && comark_register_file_is_network ((guint32) place.f_type))
    return FALSE;
  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

static gboolean
copy_one (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error);
}

char *
comark_register_file_copy_away (const char *path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("comark-XXXXXX", error);
  g_autofree char *copy = folder ? g_build_filename (folder, "copy.comark", NULL) : NULL;
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *wal_copy = copy ? g_strconcat (copy, "-wal", NULL) : NULL;

  if (copy == NULL)
    return NULL;
  if (copy_one (path, copy, error)
      && (!g_file_test (wal, G_FILE_TEST_EXISTS) || copy_one (wal, wal_copy, error)))
    return g_steal_pointer (&copy);
  comark_register_file_remove_copy (copy);
  return NULL;
}

void
comark_register_file_remove_copy (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (path);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_unlink (name);
    }
  g_rmdir (folder);
}
