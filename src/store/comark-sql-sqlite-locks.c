/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-sql-sqlite-locks.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd;        /* of our own; -1 if it could not be opened */
  guint n_users; /* descriptors of SQLite's */
} LockedFile;

static GMutex mutex;
static GHashTable *files; /* descriptor of SQLite's → LockedFile */

/* ---- one descriptor a file ---- */

/* Opened through the descriptor: the name may be another file's by now. */
static int
open_again (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  int own = open (path, O_RDWR | O_CLOEXEC);

  return own >= 0 ? own : open (path, O_RDONLY | O_CLOEXEC);
}

static LockedFile *
find (const struct stat *info)
{
  GHashTableIter iter;
  gpointer file;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    if (((LockedFile *) file)->device == info->st_dev
        && ((LockedFile *) file)->inode == info->st_ino)
      return file;
  return NULL;
}

static LockedFile *
add (int fd)
{
  struct stat info;
  LockedFile *file;

  if (fstat (fd, &info) != 0)
    return NULL;
  file = find (&info);
  if (file == NULL)
    {
      file = g_new0 (LockedFile, 1);
      file->device = info.st_dev;
      file->inode = info.st_ino;
      file->fd = open_again (fd);
    }
  file->n_users++;
  g_hash_table_insert (files, GINT_TO_POINTER (fd), file);
  return file;
}

/* -1 if the lock must be taken as SQLite would by itself. */
static int
lock_fd_of (int fd)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  LockedFile *file = g_hash_table_lookup (files, GINT_TO_POINTER (fd));

  if (file == NULL)
    file = add (fd);
  return file != NULL ? file->fd : -1;
}

static void
forget (int fd)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  LockedFile *file = g_hash_table_lookup (files, GINT_TO_POINTER (fd));

  if (file == NULL)
    return;
  g_hash_table_remove (files, GINT_TO_POINTER (fd));
  if (--file->n_users > 0)
    return;
  if (file->fd >= 0)
    close (file->fd);
  g_free (file);
}

/* ---- in place of SQLite's calls ---- */

static int
lock (int fd, int command, struct flock *region)
{
  int lock_fd = lock_fd_of (fd);

  if (lock_fd < 0)
    return fcntl (fd, command, region);
  region->l_pid = 0;
  return fcntl (lock_fd, command == F_GETLK ? F_OFD_GETLK : F_OFD_SETLK, region);
}

static int
our_fcntl (int fd, int command, ...)
{
  va_list arguments;
  gpointer argument;

  va_start (arguments, command);
  argument = va_arg (arguments, gpointer);
  va_end (arguments);
  if (command == F_SETLK || command == F_GETLK)
    return lock (fd, command, argument);
  return fcntl (fd, command, argument);
}

static int
our_close (int fd)
{
  forget (fd);
  return close (fd);
}

static gpointer
replace_calls (gpointer data)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  files = g_hash_table_new (NULL, NULL);
  if (vfs == NULL || vfs->iVersion < 3
      || vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr) our_close) != SQLITE_OK
      || vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) our_fcntl) != SQLITE_OK)
    g_warning ("This SQLite cannot be told how to keep its locks.");
  return NULL;
}

void
comark_sqlite_locks_keep (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, replace_calls, NULL);
}
