/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-office-run.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "comark-office.h"
#include "comark-reader.h"

#define INSTALLED "/usr/lib/libreoffice/program/soffice"
#define POLL_US (20 * G_TIME_SPAN_MILLISECOND)
#define SCRATCH_BYTES "536870912" /* of its home, and of its /tmp */
#define MEMORY_BYTES ((rlim_t) 4 << 30)
#define CPU_SECONDS 180

/* What the walls show of the system, for reading. */
static const char *const shown[] = { "/usr", "/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache",
                                     "/var/cache/fontconfig" };

char *
comark_office_locate (void)
{
  const char *named = secure_getenv ("COMARK_SOFFICE");

  if (named == NULL)
    named = INSTALLED;
  return g_path_is_absolute (named) && g_file_test (named, G_FILE_TEST_IS_EXECUTABLE)
           ? g_strdup (named)
           : NULL;
}

static gboolean
fail (GError **error, ComarkOfficeError code, const char *sentence)
{
  g_set_error_literal (error, COMARK_OFFICE_ERROR, code, sentence);
  return FALSE;
}

static gboolean
fail_to_convert (GError **error)
{
  return fail (error, COMARK_OFFICE_ERROR_FAILED,
               "LibreOffice could not make pages of this document. Read its words, or save a copy "
               "and open it with your own program.");
}

/* --- the scratch folder -------------------------------------------------------------------- */

/* Whatever is in it now; links are taken away, not followed. */
static void
remove_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                       G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      remove_tree (child);
    else
      g_file_delete (child, NULL, NULL);
  g_file_delete (file, NULL, NULL);
}

static const char *
name_of (ComarkDocumentKind kind)
{
  return kind == COMARK_DOCUMENT_KIND_ODT    ? "document.odt"
         : kind == COMARK_DOCUMENT_KIND_DOCX ? "document.docx"
                                             : "document.rtf";
}

/* Puts the document and an empty folder "out" into @folder. */
static gboolean
fill_scratch (const char *folder, GBytes *document, ComarkDocumentKind kind)
{
  g_autofree char *path = g_build_filename (folder, name_of (kind), NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  gsize length;
  const char *data = g_bytes_get_data (document, &length);

  return g_mkdir (out, 0700) == 0
         && g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0400,
                                      NULL);
}

GBytes *
comark_office_read_pdf (int fd)
{
  struct stat info;
  gsize at = 0;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size < 8
      || info.st_size > COMARK_READER_MAX_BYTES)
    return NULL;
  gsize length = (gsize) info.st_size;
  g_autofree char *bytes = g_malloc (length);
  while (at < length)
    {
      gssize n = read (fd, bytes + at, length - at);
      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return NULL;
      at += (gsize) n;
    }
  return memcmp (bytes, "%PDF-", 5) == 0 ? g_bytes_new_take (g_steal_pointer (&bytes), length)
                                         : NULL;
}

/* Each step through a descriptor, so that no name leads elsewhere. */
static GBytes *
take_result (const char *folder)
{
  int scratch = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int out = scratch >= 0
              ? openat (scratch, "out", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
              : -1;
  int fd = out >= 0
             ? openat (out, "document.pdf", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
             : -1;
  GBytes *pdf = fd >= 0 ? comark_office_read_pdf (fd) : NULL;
  int fds[] = { fd, out, scratch };

  for (int i = 0; i < 3; i++)
    if (fds[i] >= 0)
      close (fds[i]);
  return pdf;
}

/* --- the command --------------------------------------------------------------------------- */

static void
add (GPtrArray *command, const char *first, ...)
{
  va_list words;

  va_start (words, first);
  for (const char *word = first; word != NULL; word = va_arg (words, const char *))
    g_ptr_array_add (command, g_strdup (word));
  va_end (words);
}

static void
add_walls (GPtrArray *command, const char *program, const char *folder, ComarkDocumentKind kind)
{
  g_autofree char *document = g_build_filename (folder, name_of (kind), NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  g_autofree char *inside = g_build_filename ("/work", name_of (kind), NULL);

  add (command, "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
       "--hostname", "office", "--clearenv", "--setenv", "HOME", "/home", "--setenv", "PATH",
       "/usr/bin", "--setenv", "LC_ALL", "C.UTF-8", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    add (command, "--ro-bind-try", shown[i], shown[i], NULL);
  add (command, "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink",
       "usr/bin", "/bin", "--proc", "/proc", "--dev", "/dev", "--size", SCRATCH_BYTES, "--tmpfs",
       "/tmp", "--size", SCRATCH_BYTES, "--tmpfs", "/home", NULL);
  if (!g_str_has_prefix (program, "/usr/"))
    add (command, "--ro-bind", program, program, NULL);
  add (command, "--ro-bind", document, inside, "--bind", out, "/work/out", "--chdir", "/home",
       NULL);
}

/* Macros stay off, as the new profile's settings say; nothing of an earlier run is left. */
static GPtrArray *
make_command (const char *program, const char *folder, ComarkDocumentKind kind)
{
  GPtrArray *command = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *inside = g_build_filename ("/work", name_of (kind), NULL);

  add_walls (command, program, folder, kind);
  add (command, program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
       "--convert-to", "pdf", "--outdir", "/work/out",
       "-env:UserInstallation=file:///home/profile", inside, NULL);
  g_ptr_array_add (command, NULL);
  return command;
}

/* --- the run ------------------------------------------------------------------------------- */

static void
bound (int resource, rlim_t most)
{
  const struct rlimit limit = { most, most };

  setrlimit (resource, &limit);
}

/* In the new process, before anything else runs in it. */
static void
set_up_child (gpointer data)
{
  setpgid (0, 0);
  bound (RLIMIT_AS, MEMORY_BYTES);
  bound (RLIMIT_CPU, CPU_SECONDS);
  bound (RLIMIT_FSIZE, COMARK_READER_MAX_BYTES);
  bound (RLIMIT_CORE, 0);
}

/* With its process group, and with bubblewrap goes all that is inside. */
static void
kill_all (pid_t pid)
{
  kill (-pid, SIGKILL);
  kill (pid, SIGKILL);
  while (waitpid (pid, NULL, 0) < 0 && errno == EINTR)
    continue;
}

/* TRUE if it ended by itself and well. */
static gboolean
wait_for_end (pid_t pid, int time_limit_ms, GCancellable *cancellable, GError **error)
{
  gint64 end_us = g_get_monotonic_time () + (gint64) time_limit_ms * G_TIME_SPAN_MILLISECOND;
  int status = 0;

  while (waitpid (pid, &status, WNOHANG) == 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          kill_all (pid);
          return FALSE;
        }
      if (g_get_monotonic_time () > end_us)
        {
          kill_all (pid);
          return fail (error, COMARK_OFFICE_ERROR_SLOW,
                       "LibreOffice took too long to make pages of this document, and was stopped. "
                       "Read its words, or save a copy and open it with your own program.");
        }
      g_usleep (POLL_US);
    }
  return (WIFEXITED (status) && WEXITSTATUS (status) == 0) || fail_to_convert (error);
}

static GBytes *
run_in (const char *folder, ComarkDocumentKind kind, int time_limit_ms, GCancellable *cancellable,
        GError **error)
{
  g_autofree char *program = comark_office_locate ();
  g_autoptr (GPtrArray) command = program ? make_command (program, folder, kind) : NULL;
  const GSpawnFlags flags = G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD
                            | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;
  GPid pid;

  if (command == NULL
      || !g_spawn_async ("/", (char **) command->pdata, NULL, flags, set_up_child, NULL, &pid,
                         NULL))
    {
      fail_to_convert (error);
      return NULL;
    }
  if (!wait_for_end (pid, time_limit_ms, cancellable, error))
    return NULL;
  GBytes *pdf = take_result (folder);
  if (pdf == NULL)
    fail_to_convert (error);
  return pdf;
}

GBytes *
comark_office_run (GBytes *document, ComarkDocumentKind kind, int time_limit_ms,
                   GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("comark-office-XXXXXX", NULL);
  g_autoptr (GFile) file = folder ? g_file_new_for_path (folder) : NULL;
  GBytes *pdf = NULL;

  if (folder != NULL && fill_scratch (folder, document, kind))
    pdf = run_in (folder, kind, time_limit_ms, cancellable, error);
  else
    fail (error, COMARK_OFFICE_ERROR_FAILED,
          "There is no room to make pages of this document. Free some space on this computer's "
          "disk, or read its words.");
  if (file != NULL)
    remove_tree (file);
  return pdf;
}
