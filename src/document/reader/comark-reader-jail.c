/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fonts are why files may be opened at all. A PDF may leave its fonts out, and poppler then asks
 * fontconfig for one, which is known only when the page is drawn: preloading would mean every
 * font of the machine (50 MB and 0.4 s here), and a broker a second protocol beside the first.
 * So openat() stays, for reading only (the flags are looked at by the filter), and only where
 * something else says which files: bubblewrap's mounts, Landlock, or both. Measured: no
 * difference in time to the first page. With neither, nothing is opened: such fonts are missing,
 * and the fixed one of plain text is loaded beforehand (main.c).
 *
 * What is not on the list answers EPERM rather than killing: libraries probe for things (a
 * locale, a thread, a terminal) and live well without them.
 */
#include "comark-reader-jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* --- files --------------------------------------------------------------------------------- */

static const char *const folders[] = {
  "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
  "/var/cache/fontconfig", "/usr/share/poppler",
};

static gboolean
allow_folder (int rules, const char *folder)
{
  const struct landlock_path_beneath_attr beneath = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
    .parent_fd = open (folder, O_PATH | O_CLOEXEC),
  };

  if (beneath.parent_fd < 0)
    return errno == ENOENT || errno == EACCES;
  long done = syscall (SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close (beneath.parent_fd);
  return done == 0;
}

static gboolean
confine_files (void)
{
  const struct landlock_ruleset_attr handled
    = { .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1 }; /* all of the first ABI */
  long rules = syscall (SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
  gboolean done = rules >= 0;

  for (gsize i = 0; done && i < G_N_ELEMENTS (folders); i++)
    done = allow_folder ((int) rules, folders[i]);
  done = done && syscall (SYS_landlock_restrict_self, rules, 0) == 0;
  if (rules >= 0)
    close ((int) rules);
  return done;
}

gboolean
comark_reader_jail_opens_files (gboolean is_walled)
{
  return is_walled
         || syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

/* --- system calls -------------------------------------------------------------------------- */

static const int plain_calls[] = {
  /* the socket, the document, fonts */
  SCMP_SYS (read), SCMP_SYS (readv), SCMP_SYS (pread64), SCMP_SYS (preadv), SCMP_SYS (write),
  SCMP_SYS (writev), SCMP_SYS (lseek), SCMP_SYS (_llseek), SCMP_SYS (close),
  SCMP_SYS (fstat), SCMP_SYS (fstat64), SCMP_SYS (fstatfs), SCMP_SYS (fadvise64),
  SCMP_SYS (getdents), SCMP_SYS (getdents64), SCMP_SYS (poll), SCMP_SYS (ppoll),
  /* what stands where: no more than a name and a size */
  SCMP_SYS (stat), SCMP_SYS (lstat), SCMP_SYS (newfstatat), SCMP_SYS (fstatat64),
  SCMP_SYS (statx), SCMP_SYS (statfs), SCMP_SYS (access), SCMP_SYS (faccessat),
  SCMP_SYS (faccessat2), SCMP_SYS (readlink), SCMP_SYS (readlinkat), SCMP_SYS (getcwd),
  /* memory */
  SCMP_SYS (brk), SCMP_SYS (munmap), SCMP_SYS (mremap), SCMP_SYS (madvise),
  /* time, luck, itself */
  SCMP_SYS (clock_gettime), SCMP_SYS (clock_getres), SCMP_SYS (gettimeofday), SCMP_SYS (time),
  SCMP_SYS (getrandom), SCMP_SYS (getrusage), SCMP_SYS (times), SCMP_SYS (getpid),
  SCMP_SYS (gettid), SCMP_SYS (getuid), SCMP_SYS (geteuid), SCMP_SYS (getgid),
  SCMP_SYS (getegid), SCMP_SYS (uname), SCMP_SYS (sysinfo), SCMP_SYS (sched_getaffinity),
  SCMP_SYS (sched_yield), SCMP_SYS (futex), SCMP_SYS (set_robust_list), SCMP_SYS (rseq),
  SCMP_SYS (rt_sigaction), SCMP_SYS (rt_sigprocmask), SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sigaltstack), SCMP_SYS (restart_syscall), SCMP_SYS (exit), SCMP_SYS (exit_group),
};

static gboolean
allow_plain (scmp_filter_ctx filter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_calls); i++)
    {
      int failed = seccomp_rule_add (filter, SCMP_ACT_ALLOW, plain_calls[i], 0);
      if (failed != 0 && failed != -EDOM) /* EDOM: this machine has no such call */
        return FALSE;
    }
  return TRUE;
}

#define ALLOW(call, ...)                                                                         \
  (seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (call), __VA_ARGS__) == 0)

/* No memory is ever code that was not code at the start. */
static gboolean
allow_memory (scmp_filter_ctx filter)
{
  return ALLOW (mmap, 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
         && ALLOW (mprotect, 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
}

static gboolean
allow_reading_files (scmp_filter_ctx filter)
{
  const guint making = __O_TMPFILE & ~O_DIRECTORY; /* the one has the other's bit in it */
  const guint not_reading = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_PATH | making;

  return ALLOW (openat, 1, SCMP_A2 (SCMP_CMP_MASKED_EQ, not_reading, O_RDONLY));
}

/* Pango asks fontconfig in a thread. A thread is in the jail like its maker; a process would be
 * too, but nothing here wants one. The C library takes "no such call" for clone3() as a request
 * to use clone(), whose flags the filter can see. */
static gboolean
allow_threads (scmp_filter_ctx filter)
{
  return ALLOW (clone, 1, SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD))
         && seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0;
}

/* Of itself only: its processor time from request to request, and its own end. */
static gboolean
allow_self (scmp_filter_ctx filter)
{
  return ALLOW (prlimit64, 2, SCMP_A0 (SCMP_CMP_EQ, 0), SCMP_A1 (SCMP_CMP_EQ, RLIMIT_CPU))
         && ALLOW (tgkill, 1, SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ()))
         && ALLOW (fcntl, 1, SCMP_A1 (SCMP_CMP_EQ, F_GETFD))
         && ALLOW (fcntl, 1, SCMP_A1 (SCMP_CMP_EQ, F_SETFD))
         && ALLOW (fcntl, 1, SCMP_A1 (SCMP_CMP_EQ, F_GETFL))
         && ALLOW (fcntl, 1, SCMP_A1 (SCMP_CMP_EQ, F_DUPFD_CLOEXEC));
}

static gboolean
confine_calls (gboolean may_open)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));

  if (filter == NULL)
    return FALSE;
  gboolean done = allow_plain (filter) && allow_memory (filter) && allow_self (filter)
                  && allow_threads (filter) && (!may_open || allow_reading_files (filter))
                  && seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0
                  && seccomp_load (filter) == 0;
  seccomp_release (filter);
  return done;
}

/* The sanitizers need calls of their own at every turn, /proc, and a great deal of memory: what
 * they watch is the code behind the jail, so theirs is the one build without it. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_WATCHED 1
#else
#define IS_WATCHED 0
#endif

ComarkReaderJail
comark_reader_jail_enter (gboolean is_walled)
{
  if (IS_WATCHED)
    return COMARK_READER_JAIL_CALLS | COMARK_READER_JAIL_FILES;
  gboolean has_files = confine_files ();
  if (!confine_calls (is_walled || has_files))
    return 0;
  return COMARK_READER_JAIL_CALLS | (has_files ? COMARK_READER_JAIL_FILES : 0);
}
