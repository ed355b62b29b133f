/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are not what they should be. SQLite alone: a server has no file to open.
 */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "comark-migrations.h"
#include "comark-op.h"
#include "comark-register-file.h"
#include "comark-sql-private.h"
#include "store-fixture.h"

#define OTHER_PROGRAM "--other-program"

/* A closed register. */
static char *
make_file (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  ComarkStore *store = comark_store_create (place, COMARK_PURPOSE_LIVE, "Riverside", &error);

  g_assert_no_error (error);
  g_object_unref (store);
  return place;
}

static void
assert_refused (const char *place, ComarkStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  ComarkStore *store = comark_store_open (place, &error);

  g_assert_null (store);
  g_assert_error (error, COMARK_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
}

static void
write_at (const char *place, gsize offset, gconstpointer data, gsize length)
{
  int fd = g_open (place, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (pwrite (fd, data, length, (off_t) offset), ==, (gssize) length);
  close (fd);
}

static void
test_missing (void)
{
  char *place = comark_fixture_place ();

  assert_refused (place, COMARK_STORE_ERROR_NOT_FOUND, "does not exist");
  comark_fixture_remove (place);
}

static void
test_not_a_database (void)
{
  static const char *const contents[] = { "", "x", "SQLite format 3", "%PDF-1.7\n" };
  g_autofree char *zeroes = g_malloc0 (5000);
  char *place = comark_fixture_place ();

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (place, contents[i], -1, NULL));
      assert_refused (place, COMARK_STORE_ERROR_NOT_A_REGISTER, "not a Comark register");
    }
  g_assert_true (g_file_set_contents (place, zeroes, 5000, NULL));
  assert_refused (place, COMARK_STORE_ERROR_NOT_A_REGISTER, "not a Comark register");
  comark_fixture_remove (place);
}

static void
test_another_programs_database (void)
{
  char *place = make_file ();

  write_at (place, 68, "\0\0\0\0", 4);
  assert_refused (place, COMARK_STORE_ERROR_NOT_A_REGISTER, "not a Comark register");
  comark_fixture_remove (place);
}

static void
test_newer_version (void)
{
  char *place = make_file ();

  write_at (place, 60, "\0\0\x27\x10", 4);
  assert_refused (place, COMARK_STORE_ERROR_TOO_NEW, "newer Comark");
  comark_fixture_remove (place);
}

static void
test_folder_and_links (void)
{
  char *place = make_file ();
  g_autofree char *folder = g_path_get_dirname (place);
  g_autofree char *link = g_build_filename (folder, "link.comark", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo.comark", NULL);

  assert_refused (folder, COMARK_STORE_ERROR_NOT_A_REGISTER, "a folder");
  g_assert_cmpint (symlink (place, link), ==, 0);
  assert_refused (link, COMARK_STORE_ERROR_NOT_A_REGISTER, "a link");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, COMARK_STORE_ERROR_NOT_A_REGISTER, "not a plain file");
  comark_fixture_remove (place);
}

static void
test_new_one_follows_no_link (void)
{
  g_autoptr (GError) error = NULL;
  char *place = comark_fixture_place ();
  g_autofree char *elsewhere = g_strconcat (place, "-elsewhere", NULL);

  g_assert_cmpint (symlink (elsewhere, place), ==, 0);
  g_assert_null (comark_store_create (place, COMARK_PURPOSE_LIVE, "Riverside", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_false (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  comark_fixture_remove (place);
}

static void
test_network_drives (void)
{
  g_assert_true (comark_register_file_is_network (0x6969));
  g_assert_true (comark_register_file_is_network (0xff534d42));
  g_assert_true (comark_register_file_is_network (0x65735546));
  g_assert_false (comark_register_file_is_network (0xef53));     /* ext4 */
  g_assert_false (comark_register_file_is_network (0x9123683e)); /* btrfs */
  g_assert_false (comark_register_file_is_network (0x01021994)); /* tmpfs */
}

/* As another program would: with the engine, without our checks. */
static void
plant (const char *place, const char *statement)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ComarkSql) sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (comark_sql_run_script (sql, statement, &error));
  g_assert_no_error (error);
}

static void
test_planted_structure (void)
{
  static const char *const planted[] = {
    "CREATE TRIGGER evil AFTER INSERT ON op BEGIN UPDATE meta SET value = 'x'; END;",
    "CREATE VIEW evil AS SELECT * FROM op;",
    "CREATE TABLE evil (x);",
    "CREATE INDEX evil ON op (kind);",
    "DROP INDEX log_submission;",
    "ALTER TABLE op ADD COLUMN evil TEXT;",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      char *place = make_file ();

      plant (place, planted[i]);
      assert_refused (place, COMARK_STORE_ERROR_CORRUPT, "changed by another program");
      comark_fixture_remove (place);
    }
}

static void
test_analyzed_is_not_changed (void)
{
  g_autoptr (GError) error = NULL;
  char *place = make_file ();
  ComarkStore *store;

  plant (place, "ANALYZE;");
  store = comark_store_open (place, &error);
  g_assert_no_error (error);
  g_object_unref (store);
  comark_fixture_remove (place);
}

static void
test_switches_are_set (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  static const struct { const char *text; gint64 value; } switches[] = {
    { "PRAGMA foreign_keys", 1 }, { "PRAGMA synchronous", 2 }, { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "SELECT CASE WHEN journal_mode = 'wal' THEN 1 ELSE 0 END FROM pragma_journal_mode", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      gint64 value;

      g_assert_true (comark_sql_query_int (sql, &value, &error, switches[i].text, NULL));
      g_assert_cmpint (value, ==, switches[i].value);
    }
  /* DEFENSIVE: the schema's table cannot be written. */
  g_assert_true (comark_sql_run_script (sql, "PRAGMA writable_schema=ON;", &error));
  g_assert_cmpint (comark_sql_exec (sql, &error, "DELETE FROM sqlite_schema", NULL), ==, -1);
  comark_fixture_assert_error (&error, COMARK_STORE_ERROR_SQL);
  comark_fixture_close (sql);
}

static void
test_damaged_pages (void)
{
  g_autofree char *garbage = g_strnfill (4096, 'Z');
  char *place = make_file ();

  /* Page 2 on: the schema is on the first pages, so reading it fails or is not the known one. */
  for (int page = 1; page < 6; page++)
    write_at (place, (gsize) page * 4096, garbage, 4096);
  assert_refused (place, COMARK_STORE_ERROR_CORRUPT, "");
  comark_fixture_remove (place);
}

static void
test_truncated (void)
{
  char *place = make_file ();

  g_assert_cmpint (truncate (place, 6000), ==, 0);
  assert_refused (place, COMARK_STORE_ERROR_CORRUPT, "");
  comark_fixture_remove (place);
}

static void
test_one_file_opened_twice_keeps_its_locks (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  g_autoptr (ComarkSql) second = NULL;
  pid_t child;
  int status;

  g_assert_true (comark_sql_begin (sql, COMARK_SQL_WRITE, &error));
  second = comark_sql_open (comark_fixture_get_place (), COMARK_SQL_OPEN_READ, &error);
  g_assert_no_error (error);
  /* Had opening it a second time read the header, the lock would be gone now. */
  child = fork ();
  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 0 };
      int fd = open (comark_fixture_get_place (), O_RDWR);

      _exit (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  waitpid (child, &status, 0);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  comark_sql_rollback (sql);
  g_clear_pointer (&second, comark_sql_free);
  comark_fixture_close (sql);
}

/* What a file dialog does with every file in the folder that it shows. */
static void
look_into (const char *place, const char *ending)
{
  g_autofree char *path = g_strconcat (place, ending, NULL);
  int fd = open (path, O_RDONLY);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
}

/* Another program, which takes itself for the last one if it finds no lock. 0: it could read the
 * fact and write another. */
static int
be_other_program (const char *place, const char *fact)
{
  ComarkSql *sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, NULL);
  g_autofree char *value = sql != NULL ? comark_meta_get (sql, fact, NULL) : NULL;
  gboolean ok = value != NULL && comark_meta_set (sql, "theirs", "1", NULL);

  g_clear_pointer (&sql, comark_sql_free);
  return ok ? 0 : 1;
}

static int
run_other_program (const char *place, const char *fact)
{
  const char *argv[] = { "/proc/self/exe", OTHER_PROGRAM, place, fact, NULL };
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                               NULL, &status, NULL));
  return status;
}

static void
test_looking_into_the_file_loses_no_lock (void)
{
  g_autoptr (GError) error = NULL;
  ComarkSql *sql = comark_fixture_open ();
  const char *place = comark_fixture_get_place ();
  g_autofree char *wal = g_strconcat (place, "-wal", NULL);

  g_assert_true (comark_meta_set (sql, "before", "1", &error));
  look_into (place, "");
  look_into (place, "-shm");
  g_assert_cmpint (run_other_program (place, "before"), ==, 0);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_true (comark_meta_set (sql, "after", "2", &error));
  g_assert_no_error (error);
  g_assert_cmpint (run_other_program (place, "after"), ==, 0);
  comark_fixture_close (sql);
}

static gboolean
fill_meta (ComarkSql *sql, gpointer data, GError **error)
{
  return comark_meta_set (sql, "big", data, error);
}

/* What a full disk looks like where none can be filled: files may not grow. */
static void
test_no_room_is_an_error (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *big = g_strnfill (3 * 1024 * 1024, 'x');
  ComarkSql *sql = comark_fixture_open ();
  struct rlimit before, small;

  getrlimit (RLIMIT_FSIZE, &before);
  small = (struct rlimit){ 1024 * 1024, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (comark_sql_transaction (sql, COMARK_SQL_WRITE, fill_meta, big, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_true (g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_IO)
                 || g_error_matches (error, COMARK_STORE_ERROR, COMARK_STORE_ERROR_FULL));
  g_clear_error (&error);
  /* And when there is room again, it goes on. */
  g_assert_true (comark_sql_transaction (sql, COMARK_SQL_WRITE, fill_meta, big, &error));
  g_assert_no_error (error);
  comark_fixture_close (sql);
}

static gpointer
read_organisation (ComarkSql *sql, gpointer data, GCancellable *cancellable, GError **error)
{
  return comark_meta_get (sql, data, error);
}

/* As somebody who may read the folder and write nothing. 0: the register opened for reading,
 * has the fact asked for, and refuses to be written. */
static int
read_as_guest (const char *place, const char *fact)
{
  g_autoptr (GError) error = NULL;
  ComarkStore *store;
  g_autofree char *value = NULL;

  if (getuid () == 0 && setresuid (65534, 65534, 65534) != 0)
    return 2;
  store = comark_store_open (place, &error);
  if (store == NULL || !comark_store_is_read_only (store))
    return 3;
  value = comark_store_run (store, COMARK_STORE_READ, read_organisation, (gpointer) fact, NULL,
                            &error);
  g_object_unref (store);
  return g_strcmp0 (value, "Riverside") == 0 ? 0 : 4;
}

static int
in_child (const char *place, const char *fact)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (read_as_guest (place, fact));
  waitpid (child, &status, 0);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -1;
}

static void
set_modes (const char *place, int folder_mode, int file_mode)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (place);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (place, endings[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_assert_cmpint (g_chmod (path, file_mode), ==, 0);
    }
  g_assert_cmpint (g_chmod (folder, folder_mode), ==, 0);
}

static void
test_unwritable_folder_is_read (void)
{
  char *place = make_file ();

  set_modes (place, 0555, 0444);
  g_assert_cmpint (in_child (place, "organisation"), ==, 0);
  set_modes (place, 0755, 0600);
  comark_fixture_remove (place);
}

/* The journal holds what the main file does not have yet: it is read with it, from a copy. */
static void
test_unwritable_folder_with_a_journal (void)
{
  g_autoptr (GError) error = NULL;
  char *place = make_file ();
  g_autoptr (ComarkSql) sql = comark_sql_open (place, COMARK_SQL_OPEN_WRITE, &error);

  g_assert_true (comark_meta_set (sql, "only-in-journal", "Riverside", &error));
  g_assert_no_error (error);
  set_modes (place, 0555, 0444);
  g_assert_cmpint (in_child (place, "only-in-journal"), ==, 0);
  set_modes (place, 0755, 0600);
  g_clear_pointer (&sql, comark_sql_free);
  comark_fixture_remove (place);
}

static void
test_nobody_elses_eyes (void)
{
  char *place = make_file ();
  GStatBuf info;

  g_assert_cmpint (g_stat (place, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  comark_fixture_remove (place);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], OTHER_PROGRAM))
    return be_other_program (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  comark_store_prepare_process ();
  g_test_add_func ("/open/missing", test_missing);
  g_test_add_func ("/open/not-a-database", test_not_a_database);
  g_test_add_func ("/open/another-programs-database", test_another_programs_database);
  g_test_add_func ("/open/newer-version", test_newer_version);
  g_test_add_func ("/open/folder-and-links", test_folder_and_links);
  g_test_add_func ("/open/new-one-follows-no-link", test_new_one_follows_no_link);
  g_test_add_func ("/open/network-drives", test_network_drives);
  g_test_add_func ("/open/planted-structure", test_planted_structure);
  g_test_add_func ("/open/analyzed-is-not-changed", test_analyzed_is_not_changed);
  g_test_add_func ("/open/switches-are-set", test_switches_are_set);
  g_test_add_func ("/open/damaged-pages", test_damaged_pages);
  g_test_add_func ("/open/truncated", test_truncated);
  g_test_add_func ("/open/one-file-opened-twice-keeps-its-locks",
                   test_one_file_opened_twice_keeps_its_locks);
  g_test_add_func ("/open/looking-into-the-file-loses-no-lock",
                   test_looking_into_the_file_loses_no_lock);
  g_test_add_func ("/open/no-room-is-an-error", test_no_room_is_an_error);
  g_test_add_func ("/open/unwritable-folder-is-read", test_unwritable_folder_is_read);
  g_test_add_func ("/open/unwritable-folder-with-a-journal",
                   test_unwritable_folder_with_a_journal);
  g_test_add_func ("/open/nobody-elses-eyes", test_nobody_elses_eyes);
  return g_test_run ();
}
