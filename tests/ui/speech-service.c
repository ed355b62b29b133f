/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "speech-service.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

struct _Service
{
  ServiceManner manner;
  char *folder;
  char *path;
  GSocket *socket;
  GCancellable *cancellable;
  GThread *thread;
  GMutex lock;
  GString *heard;
};

static gboolean
answer (GOutputStream *out, const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return g_output_stream_write_all (out, text, strlen (text), NULL, NULL, NULL);
}

static void
answer_marks (GOutputStream *out, const char *ssml)
{
  for (const char *at = strstr (ssml, "name=\""); at != NULL; at = strstr (at, "name=\""))
    {
      at += strlen ("name=\"");
      answer (out, "700-7\r\n700-1\r\n700-%d\r\n700 INDEX MARK\r\n", atoi (at));
    }
}

/* FALSE: it hangs up. */
static gboolean
speak (Service *self, GOutputStream *out, const char *ssml)
{
  answer (out, "225-7\r\n225 OK MESSAGE QUEUED\r\n701-7\r\n701-1\r\n701 BEGIN\r\n");
  switch (self->manner)
    {
    case SERVICE_DIES:
      return FALSE;
    case SERVICE_NEVER_ENDS:
      return TRUE;
    case SERVICE_INTERRUPTS:
      return answer (out, "703-7\r\n703-1\r\n703 CANCELED\r\n");
    case SERVICE_WITHOUT_MARKS:
      break;
    default:
      answer_marks (out, ssml);
      break;
    }
  return answer (out, "702-7\r\n702-1\r\n702 END\r\n");
}

static char *
hear (Service *self, GDataInputStream *in)
{
  char *line = g_data_input_stream_read_line (in, NULL, self->cancellable, NULL);

  if (line != NULL)
    {
      g_mutex_lock (&self->lock);
      g_string_append_printf (self->heard, "%s\n", line);
      g_mutex_unlock (&self->lock);
    }
  return line;
}

static gboolean
listen_to_text (Service *self, GDataInputStream *in, GOutputStream *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  answer (out, "230 OK RECEIVING DATA\r\n");
  for (;;)
    {
      g_autofree char *line = hear (self, in);
      if (line == NULL)
        return FALSE;
      if (g_str_equal (line, "."))
        return speak (self, out, text->str);
      g_string_append (text, line);
    }
}

static gboolean
reply (Service *self, GDataInputStream *in, GOutputStream *out, const char *line)
{
  if (self->manner == SERVICE_IS_MUTE)
    return TRUE;
  if (self->manner == SERVICE_TALKS_ROT)
    return answer (out, "%s\r\n", "Welcome to the wrong service");
  if (g_str_equal (line, "SPEAK"))
    return listen_to_text (self, in, out);
  if (g_str_equal (line, "LIST OUTPUT_MODULES"))
    return answer (out, "250-%s\r\n250 OK MODULE LIST SENT\r\n",
                   self->manner == SERVICE_WITHOUT_VOICE ? "dummy" : "espeak-ng");
  return answer (out, "200 OK\r\n");
}

static void
serve (Service *self, GSocket *client)
{
  g_autoptr (GSocketConnection) connection = g_socket_connection_factory_create_connection (client);
  g_autoptr (GDataInputStream) in
    = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gboolean goes_on = TRUE;

  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while (goes_on)
    {
      g_autofree char *line = hear (self, in);
      goes_on = line != NULL && reply (self, in, out, line);
    }
}

static gpointer
run (gpointer data)
{
  Service *self = data;
  GSocket *client;

  while ((client = g_socket_accept (self->socket, self->cancellable, NULL)) != NULL)
    {
      serve (self, client);
      g_object_unref (client);
    }
  return NULL;
}

static char *
take_place (char **folder)
{
  char *path;
  g_autofree char *address = NULL;

  *folder = g_dir_make_tmp ("comark-speech-XXXXXX", NULL);
  g_assert_nonnull (*folder);
  path = g_build_filename (*folder, "sock", NULL);
  address = g_strconcat ("unix_socket:", path, NULL);
  g_setenv ("SPEECHD_ADDRESS", address, TRUE);
  return path;
}

Service *
service_new (ServiceManner manner)
{
  Service *self = g_new0 (Service, 1);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  self->manner = manner;
  self->path = take_place (&self->folder);
  self->heard = g_string_new (NULL);
  self->cancellable = g_cancellable_new ();
  g_mutex_init (&self->lock);
  self->socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, 0, &error);
  g_assert_no_error (error);
  address = g_unix_socket_address_new (self->path);
  g_assert_true (g_socket_bind (self->socket, address, FALSE, &error));
  g_assert_true (g_socket_listen (self->socket, &error));
  self->thread = g_thread_new ("speech", run, self);
  return self;
}

void
service_free (Service *self)
{
  g_cancellable_cancel (self->cancellable);
  g_thread_join (self->thread);
  g_object_unref (self->cancellable);
  g_object_unref (self->socket);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_mutex_clear (&self->lock);
  g_string_free (self->heard, TRUE);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

char *
service_dup_heard (Service *self)
{
  char *heard;

  g_mutex_lock (&self->lock);
  heard = g_strdup (self->heard->str);
  g_mutex_unlock (&self->lock);
  return heard;
}

/* ---- the real one ---- */

static const char configuration[] = "LogLevel 0\n"
                                    "LogDir \"%s\"\n"
                                    "AudioOutputMethod \"libao\"\n"
                                    "AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\n"
                                    "DefaultModule espeak-ng\n";

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *above = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (above, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
}

/* libao's "null" takes no time and makes no sound. */
GSubprocess *
service_start_real (char **folder)
{
  g_autofree char *program = g_find_program_in_path ("speech-dispatcher");
  g_autofree char *path = NULL, *text = NULL, *pid = NULL;
  g_autoptr (GSubprocessLauncher) launcher = NULL;

  if (program == NULL
      || !g_file_test ("/usr/lib/speech-dispatcher-modules/sd_espeak-ng", G_FILE_TEST_EXISTS))
    return NULL;
  path = take_place (folder);
  pid = g_build_filename (*folder, "pid", NULL);
  text = g_strdup_printf (configuration, *folder);
  write_file (*folder, "speechd.conf", text);
  write_file (*folder, "modules/espeak-ng.conf", "");
  write_file (*folder, ".libao", "default_driver=null\n");
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                        | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_setenv (launcher, "HOME", *folder, TRUE);
  return g_subprocess_launcher_spawn (launcher, NULL, program, "--run-single", "-c", "unix_socket",
                                      "-S", path, "-C", *folder, "-P", pid, "-t", "0", NULL);
}

void
service_stop_real (GSubprocess *process, char *folder)
{
  static const char *const names[] = { "modules/espeak-ng.conf", "modules", "speechd.conf",
                                       ".libao", "sock", "pid" };
  g_autofree char *copy = folder;

  g_subprocess_send_signal (process, SIGTERM);
  g_subprocess_wait (process, NULL, NULL);
  g_object_unref (process);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (copy, names[i], NULL);
      g_remove (path);
    }
  g_autoptr (GDir) dir = g_dir_open (copy, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (copy, name, NULL);
      g_remove (path);
    }
  g_rmdir (copy);
}
