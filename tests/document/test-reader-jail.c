/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The jail bites. This program closes the helper's own jail round a child of itself and pulls at
 * each bar there; then it looks from outside at a real helper with a document in it.
 */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "comark-reader-jail.h"
#include "comark-reader-limits.h"
#include "reader-util.h"

#ifdef __SANITIZE_ADDRESS__
#define IS_WATCHED 1
#else
#define IS_WATCHED 0
#endif

static char *secret_path;
static int document_fd;

/* --- the bars: each TRUE if it gave way ---------------------------------------------------- */

static gboolean
open_secret (void)
{
  return open (secret_path, O_RDONLY) >= 0;
}

static gboolean
open_passwords (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
open_own_memory (void)
{
  return open ("/proc/self/mem", O_RDWR) >= 0;
}

static gboolean
list_root (void)
{
  return open ("/", O_RDONLY | O_DIRECTORY) >= 0;
}

static gboolean
write_to_font_folder (void)
{
  return open ("/usr/share/fonts/comark-test", O_WRONLY | O_CREAT, 0600) >= 0;
}

static gboolean
make_file (void)
{
  return open ("/tmp/comark-test-of-the-jail", O_WRONLY | O_CREAT | O_TRUNC, 0600) >= 0;
}

static gboolean
make_nameless_file (void)
{
  return open ("/tmp", O_TMPFILE | O_RDWR, 0600) >= 0;
}

static gboolean
make_folder (void)
{
  return mkdir ("/tmp/comark-test-of-the-jail.d", 0700) == 0;
}

static gboolean
remove_secret (void)
{
  return unlink (secret_path) == 0;
}

static gboolean
rename_secret (void)
{
  return rename (secret_path, "/tmp/comark-test-renamed") == 0;
}

static gboolean
change_modes (void)
{
  return chmod (secret_path, 0777) == 0;
}

static gboolean
write_document (void)
{
  return write (document_fd, "x", 1) == 1;
}

static gboolean
open_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
open_local_socket (void)
{
  return socket (AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static gboolean
open_pair (void)
{
  int ends[2];

  return socketpair (AF_UNIX, SOCK_STREAM, 0, ends) == 0;
}

static gboolean
run_program (void)
{
  execl ("/bin/true", "true", (char *) NULL);
  return errno != EPERM && errno != EACCES;
}

static gboolean
run_document (void)
{
  char *const words[] = { NULL };

  fexecve (document_fd, words, words);
  return errno != EPERM && errno != EACCES;
}

static gboolean
make_process (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  return child > 0;
}

static gboolean
make_process_another_way (void)
{
  return syscall (SYS_clone3, NULL, 0) >= 0 || errno != ENOSYS;
}

static gboolean
trace_parent (void)
{
  return ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0;
}

static gboolean
read_parent (void)
{
  char here[8];
  struct iovec to = { here, sizeof here }, from = { (gpointer) &secret_path, sizeof here };

  return process_vm_readv (getppid (), &to, 1, &from, 1, 0) > 0;
}

static gboolean
kill_parent (void)
{
  return kill (getppid (), 0) == 0;
}

static gboolean
make_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
         != MAP_FAILED;
}

static gboolean
turn_into_code (void)
{
  void *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return page != MAP_FAILED && mprotect (page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static gboolean
change_user (void)
{
  return setuid (0) == 0;
}

static gboolean
raise_memory (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_AS, &limit) == 0;
}

static gboolean
take_more_memory (void)
{
  return mmap (NULL, 2UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
         != MAP_FAILED;
}

static gboolean
make_names (void)
{
  return unshare (CLONE_NEWUSER) == 0;
}

static gboolean
send_signal_later (void)
{
  return syscall (SYS_io_uring_setup, 1, NULL) >= 0 || errno != EPERM;
}

static gboolean
ask_kernel_for_bpf (void)
{
  return syscall (SYS_bpf, 0, NULL, 0) >= 0 || errno != EPERM;
}

static gboolean
type_on_terminal (void)
{
  return syscall (SYS_ioctl, 0, 0x5412 /* TIOCSTI */, "x") == 0 || errno != EPERM;
}

static const struct { const char *what; gboolean (*pull) (void); } bars[] = {
  { "open a person's file", open_secret },
  { "open /etc/passwd", open_passwords },
  { "open its own memory", open_own_memory },
  { "list /", list_root },
  { "write where fonts are", write_to_font_folder },
  { "make a file", make_file },
  { "make a file without a name", make_nameless_file },
  { "make a folder", make_folder },
  { "remove a file", remove_secret },
  { "rename a file", rename_secret },
  { "change a file's modes", change_modes },
  { "write to the document", write_document },
  { "open a network socket", open_socket },
  { "open a local socket", open_local_socket },
  { "open a pair of sockets", open_pair },
  { "run a program", run_program },
  { "run the document", run_document },
  { "make a process", make_process },
  { "make a process another way", make_process_another_way },
  { "trace its parent", trace_parent },
  { "read its parent's memory", read_parent },
  { "signal its parent", kill_parent },
  { "make memory that is code", make_code },
  { "turn memory into code", turn_into_code },
  { "become another user", change_user },
  { "raise its memory limit", raise_memory },
  { "take more memory than that", take_more_memory },
  { "make a namespace", make_names },
  { "set up io_uring", send_signal_later },
  { "load a BPF program", ask_kernel_for_bpf },
  { "type on the terminal", type_on_terminal },
};

/* --- inside -------------------------------------------------------------------------------- */

enum { HELD, GAVE_WAY, NO_JAIL };

static int
run_inside (gboolean (*pull) (void), gboolean is_walled)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      if (!comark_reader_limits_enter () || comark_reader_jail_enter (is_walled) == 0)
        _exit (NO_JAIL);
      _exit (pull () ? GAVE_WAY : HELD);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  /* Killed is held as well. */
  return WIFEXITED (status) ? WEXITSTATUS (status) : HELD;
}

static void
test_every_bar_holds (void)
{
  if (IS_WATCHED)
    {
      g_test_skip ("The sanitizers' build has no jail.");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      int outcome = run_inside (bars[i].pull, FALSE);
      if (outcome != HELD)
        g_test_message ("It could %s (%d).", bars[i].what, outcome);
      g_assert_cmpint (outcome, ==, HELD);
    }
}

/* Else the test above would prove nothing: out here most of them give way. */
static void
test_the_bars_give_way_without_the_jail (void)
{
  gboolean (*const harmless[]) (void) = { open_secret, open_passwords, list_root, open_socket,
                                          open_pair, make_process, turn_into_code };

  for (gsize i = 0; i < G_N_ELEMENTS (harmless); i++)
    g_assert_true (harmless[i]());
}

static gboolean
cannot_work (void)
{
  char byte = 0;
  void *memory = mmap (NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return memory == MAP_FAILED || pread (document_fd, &byte, 1, 0) != 1 || byte != '%';
}

static gboolean
cannot_read_fonts (void)
{
  return access ("/etc/fonts/fonts.conf", F_OK) == 0
         && open ("/etc/fonts/fonts.conf", O_RDONLY | O_CLOEXEC) < 0;
}

static gboolean
has_landlock (void)
{
  return syscall (444 /* landlock_create_ruleset */, NULL, 0, 1) > 0;
}

static void
test_what_reading_needs_is_left (void)
{
  g_assert_cmpint (run_inside (cannot_work, FALSE), ==, HELD);
  if (has_landlock ())
    g_assert_cmpint (run_inside (cannot_read_fonts, FALSE), ==, HELD);
  else
    g_assert_cmpint (run_inside (cannot_read_fonts, TRUE), ==, HELD);
}

static void
test_processor_time_is_bounded (void)
{
  pid_t child = fork ();
  int status = 0;

  if (child == 0)
    {
      if (!comark_reader_limits_enter () || comark_reader_jail_enter (FALSE) == 0)
        _exit (NO_JAIL);
      comark_reader_limits_arm (1);
      for (;;)
        continue;
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* --- from outside -------------------------------------------------------------------------- */

static char *
read_proc (int pid, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static gboolean
shares (int pid, const char *what)
{
  g_autofree char *theirs = g_strdup_printf ("/proc/%d/ns/%s", pid, what);
  g_autofree char *ours = g_strdup_printf ("/proc/self/ns/%s", what);
  g_autofree char *a = g_file_read_link (theirs, NULL), *b = g_file_read_link (ours, NULL);

  return g_strcmp0 (a, b) == 0;
}

static int
count_fds (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/fd", pid);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  int n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static gboolean
bubblewrap_works (void)
{
  int status = -1;

  return g_spawn_command_line_sync ("bwrap --unshare-all --ro-bind / / true", NULL, NULL, &status,
                                    NULL)
         && status == 0;
}

static void
look_at_helper (int pid)
{
  g_autofree char *status = read_proc (pid, "status");
  g_autofree char *environment = read_proc (pid, "environ");
  g_autofree char *root = g_strdup_printf ("/proc/%d/root/etc/passwd", pid);

  g_assert_nonnull (strstr (status, "NoNewPrivs:\t1"));
  g_assert_nonnull (strstr (status, "Seccomp:\t2"));
  g_assert_null (strstr (environment, "COMARK_TEST_DATA"));
  g_assert_cmpint (count_fds (pid), <=, 8);
  if (!bubblewrap_works ())
    return;
  g_assert_nonnull (strstr (status, "CapEff:\t0000000000000000"));
  g_assert_false (shares (pid, "net"));
  g_assert_false (shares (pid, "mnt"));
  g_assert_false (shares (pid, "pid"));
  g_assert_false (g_file_test (root, G_FILE_TEST_EXISTS));
}

static void
test_a_helper_at_work_is_inside (void)
{
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
  int n_ending;

  if (IS_WATCHED)
    {
      g_test_skip ("The sanitizers' build has no jail.");
      return;
    }
  g_assert_cmpint (reader_open (reader, NULL), ==, 1);
  g_autoptr (GArray) helpers = list_helpers (&n_ending);
  g_assert_cmpuint (helpers->len, ==, 1);
  look_at_helper (g_array_index (helpers, int, 0));
}

/* A bubblewrap that only says no stands first on the path; in a process of its own, for what is
 * known of the walls is known once. */
static void
test_no_bubblewrap_is_no_hindrance (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) leaflet = make_leaflet (1);
      g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (leaflet);
      g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 300, NULL);
      g_assert_nonnull (image);
      g_assert_true (has_ink (image));
      return;
    }
  g_autofree char *folder = g_dir_make_tmp ("comark-bwrap-XXXXXX", NULL);
  g_autofree char *false_one = g_build_filename (folder, "bwrap", NULL);
  g_autofree char *path = g_strconcat (folder, ":", g_getenv ("PATH"), NULL);
  g_autofree char *before = g_strdup (g_getenv ("PATH"));
  g_assert_true (g_file_set_contents (false_one, "#!/bin/sh\nexit 1\n", -1, NULL));
  g_chmod (false_one, 0700);
  g_setenv ("PATH", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_setenv ("PATH", before, TRUE);
  g_remove (false_one);
  g_rmdir (folder);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*bubblewrap does not work on this machine*");
}

/* As on an old kernel in a container: what this process forbids itself, its helper inherits. */
static void
forbid_landlock (void)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  g_assert_cmpint (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS),
                                     SCMP_SYS (landlock_create_ruleset), 0), ==, 0);
  g_assert_cmpint (seccomp_load (filter), ==, 0);
  seccomp_release (filter);
}

static void
assert_drawn (GBytes *document)
{
  g_autoptr (ComarkReader) reader = comark_reader_new_for_bytes (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkPageImage) image = reader_render (reader, 0, 300, &error);

  g_assert_no_error (error);
  g_assert_true (has_ink (image));
}

static void
test_with_neither_walls_nor_landlock_documents_are_still_read (void)
{
  if (IS_WATCHED)
    {
      g_test_skip ("The sanitizers' build has no jail.");
      return;
    }
  if (g_test_subprocess ())
    {
      g_autoptr (GBytes) leaflet = make_leaflet (1);
      g_autoptr (GBytes) letter = g_bytes_new_static ("Dear panel", 10);
      g_setenv ("PATH", "/nowhere", TRUE);
      forbid_landlock ();
      g_assert_cmpint (run_inside (open_passwords, FALSE), ==, HELD);
      assert_drawn (leaflet);
      assert_drawn (letter);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

#define ADD(name, func) g_test_add_func ("/document/reader/jail/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_autoptr (GBytes) leaflet = make_leaflet (1);
  int secret_fd = g_file_open_tmp ("comark-secret-XXXXXX", &secret_path, NULL);
  g_autofree char *document_path = NULL;

  document_fd = g_file_open_tmp ("comark-document-XXXXXX", &document_path, NULL);
  gsize length;
  gconstpointer data = g_bytes_get_data (leaflet, &length);
  g_assert_cmpint (write (document_fd, data, length), ==, (gssize) length);
  close (document_fd);
  document_fd = open (document_path, O_RDONLY);
  ADD ("every-bar-holds", test_every_bar_holds);
  ADD ("the-bars-give-way-without-the-jail", test_the_bars_give_way_without_the_jail);
  ADD ("what-reading-needs-is-left", test_what_reading_needs_is_left);
  ADD ("processor-time-is-bounded", test_processor_time_is_bounded);
  ADD ("a-helper-at-work-is-inside", test_a_helper_at_work_is_inside);
  ADD ("no-bubblewrap-is-no-hindrance", test_no_bubblewrap_is_no_hindrance);
  ADD ("with-neither-walls-nor-landlock-documents-are-still-read",
       test_with_neither_walls_nor_landlock_documents_are_still_read);
  int failed = g_test_run ();
  close (secret_fd);
  g_remove (secret_path);
  g_remove (document_path);
  return failed;
}
