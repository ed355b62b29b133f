/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection to Speech Dispatcher and the commands on their way over it, one at a time: the
 * protocol wants an answer before the next. Events of the message in hand come between answers.
 */
#include "comark-speech-dispatcher.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gi18n.h>
#include <string.h>

#include "comark-ssip.h"

#define PATIENCE_MS 6000
#define TRIES_MS 200 /* from one try to reach a service that was just started to the next */

typedef void (*Answered) (ComarkSpeechDispatcher *self, const ComarkSsipAnswer *answer);

typedef struct
{
  char *line;
  Answered answered; /* NULL: whatever it is, as long as it is one */
} Command;

struct _ComarkSpeechDispatcher
{
  GObject parent_instance;

  /* the connection; NULL while there is none */
  GCancellable *cancellable;
  GSocketConnection *connection;
  GDataInputStream *input;
  GQueue commands; /* of Command: the first is on its way */
  ComarkSsipAnswer answer;
  guint watch;     /* source: it takes too long */
  gint64 reach_until_us;
  gboolean was_started; /* the service, by us */
  gboolean is_waiting; /* for the answer to the first command */
  gboolean is_writing; /* it; the answer may come before we hear that it is written */

  /* what is said */
  char *text; /* NULL: nothing */
  int speed;
  int message;   /* the service's number for it; -1 before it has one */
  guint n_sent;  /* texts on their way that have no number yet: the last one is this */

  int patience_ms;
};

static void comark_speech_dispatcher_speaker_init (ComarkSpeakerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ComarkSpeechDispatcher, comark_speech_dispatcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (COMARK_TYPE_SPEAKER,
                                                      comark_speech_dispatcher_speaker_init))

static void reach (ComarkSpeechDispatcher *self);
static void send_next (ComarkSpeechDispatcher *self);

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->line);
  g_free (command);
}

/* ---- giving up ---- */

static void
hang_up (ComarkSpeechDispatcher *self)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->input);
  g_clear_object (&self->connection);
  g_queue_clear_full (&self->commands, command_free);
  self->is_waiting = self->is_writing = FALSE;
  self->n_sent = 0;
}

static void
fail (ComarkSpeechDispatcher *self, GIOErrorEnum code, const char *sentence)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, code, sentence);
  gboolean was_speaking = self->text != NULL;

  g_object_ref (self);
  hang_up (self);
  g_clear_pointer (&self->text, g_free);
  if (was_speaking)
    comark_speaker_emit_failed (COMARK_SPEAKER (self), error);
  g_object_unref (self);
}

static void
fail_unreachable (ComarkSpeechDispatcher *self)
{
  fail (self, G_IO_ERROR_NOT_FOUND,
        _("This computer has no program that speaks. Whoever looks after it can install "
          "Speech Dispatcher, and a voice such as eSpeak NG."));
}

static void
fail_voiceless (ComarkSpeechDispatcher *self)
{
  fail (self, G_IO_ERROR_NOT_FOUND,
        _("This computer has no voice to read aloud with. Whoever looks after it can install "
          "one, such as eSpeak NG for Speech Dispatcher."));
}

static void
fail_broken (ComarkSpeechDispatcher *self)
{
  fail (self, G_IO_ERROR_CONNECTION_CLOSED,
        _("The program that speaks has stopped. Read aloud again to start it once more."));
}

static gboolean
on_patience_over_cb (gpointer data)
{
  ComarkSpeechDispatcher *self = data;

  self->watch = 0;
  fail (self, G_IO_ERROR_TIMED_OUT,
        _("Nothing is heard from the program that speaks. Is the sound of this computer in use "
          "or switched off? Try again, or ask whoever looks after it."));
  return G_SOURCE_REMOVE;
}

static void
watch_for (ComarkSpeechDispatcher *self, int milliseconds)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  if (milliseconds > 0)
    self->watch = g_timeout_add ((guint) milliseconds, on_patience_over_cb, self);
}

/* Where the voice cannot tell words apart, nothing is heard of it until the end of the text:
 * ten letters a second is slow. */
static void
watch_speech (ComarkSpeechDispatcher *self)
{
  watch_for (self, self->patience_ms
                     + (int) g_utf8_strlen (self->text, -1) * 100 * 100 / self->speed);
}

/* ---- commands ---- */

static void
on_written_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSpeechDispatcher) self = user_data;
  g_autoptr (GError) error = NULL;

  gboolean is_written
    = g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error);

  if (self->connection == NULL
      || g_io_stream_get_output_stream (G_IO_STREAM (self->connection)) != (gpointer) stream)
    return;
  self->is_writing = FALSE;
  if (is_written)
    send_next (self);
  else
    fail_broken (self);
}

static void
send_next (ComarkSpeechDispatcher *self)
{
  Command *command = g_queue_peek_head (&self->commands);

  if (command == NULL || self->is_waiting || self->is_writing || self->connection == NULL)
    return;
  self->is_waiting = self->is_writing = TRUE;
  watch_for (self, self->patience_ms);
  g_output_stream_write_all_async (
    g_io_stream_get_output_stream (G_IO_STREAM (self->connection)), command->line,
    strlen (command->line), G_PRIORITY_DEFAULT, self->cancellable, on_written_cb,
    g_object_ref (self));
}

/* Takes @line. */
static void
queue (ComarkSpeechDispatcher *self, char *line, Answered answered)
{
  Command *command = g_new0 (Command, 1);

  command->line = line;
  command->answered = answered;
  g_queue_push_tail (&self->commands, command);
  send_next (self);
}

/* ---- a message ---- */

static void
on_queued (ComarkSpeechDispatcher *self, const ComarkSsipAnswer *answer)
{
  self->n_sent--;
  if (!comark_ssip_answer_is_ok (answer))
    fail_broken (self);
  else if (self->text != NULL && self->n_sent == 0)
    {
      self->message = comark_ssip_answer_number (answer, 0);
      watch_speech (self);
    }
}

static void
on_receiving (ComarkSpeechDispatcher *self, const ComarkSsipAnswer *answer)
{
  if (!comark_ssip_answer_is_ok (answer))
    fail_broken (self);
}

static void
send_text (ComarkSpeechDispatcher *self)
{
  g_autofree char *ssml = comark_ssip_mark_words (self->text);

  self->message = -1;
  self->n_sent++;
  queue (self, g_strdup_printf ("SET SELF RATE %d\r\n", comark_ssip_rate (self->speed)), NULL);
  queue (self, g_strdup ("SPEAK\r\n"), on_receiving);
  queue (self, g_strdup_printf ("%s\r\n.\r\n", ssml), on_queued);
}

/* A service without a voice still runs: it has a module that says just that. */
static void
on_modules (ComarkSpeechDispatcher *self, const ComarkSsipAnswer *answer)
{
  for (guint i = 0; i < answer->lines->len; i++)
    if (g_strcmp0 (answer->lines->pdata[i], "dummy") != 0)
      return;
  fail_voiceless (self);
}

static void
greet (ComarkSpeechDispatcher *self)
{
  queue (self, g_strdup_printf ("SET SELF CLIENT_NAME %s:comark:reading\r\n", g_get_user_name ()),
         NULL);
  queue (self, g_strdup ("LIST OUTPUT_MODULES\r\n"), on_modules);
  queue (self, g_strdup ("SET SELF SSML_MODE on\r\n"), NULL);
  queue (self, g_strdup ("SET SELF NOTIFICATION ALL on\r\n"), NULL);
  queue (self, g_strdup ("SET SELF PRIORITY MESSAGE\r\n"), NULL);
  if (self->text != NULL)
    send_text (self);
}

/* ---- what comes back ---- */

static void
finish_text (ComarkSpeechDispatcher *self, gboolean was_said)
{
  g_clear_pointer (&self->text, g_free);
  watch_for (self, 0);
  if (was_said)
    comark_speaker_emit_said (COMARK_SPEAKER (self));
  else
    comark_speaker_emit_interrupted (COMARK_SPEAKER (self));
}

static void
take_mark (ComarkSpeechDispatcher *self)
{
  int start = comark_ssip_answer_number (&self->answer, 2);

  if (start >= 0 && start < g_utf8_strlen (self->text, -1))
    comark_speaker_emit_word (COMARK_SPEAKER (self), start,
                              comark_ssip_word_end (self->text, start));
}

static void
take_event (ComarkSpeechDispatcher *self)
{
  /* Of a text that was hushed there may still come some. */
  if (self->text == NULL || self->message < 0
      || comark_ssip_answer_number (&self->answer, 0) != self->message)
    return;
  watch_speech (self);
  switch ((ComarkSsipEvent) self->answer.code)
    {
    case COMARK_SSIP_MARK:
      take_mark (self);
      break;
    case COMARK_SSIP_BEGIN:
      comark_speaker_emit_word (COMARK_SPEAKER (self), 0, (int) g_utf8_strlen (self->text, -1));
      break;
    case COMARK_SSIP_END:
      finish_text (self, TRUE);
      break;
    case COMARK_SSIP_CANCELLED:
    case COMARK_SSIP_PAUSED:
      finish_text (self, FALSE);
      break;
    case COMARK_SSIP_RESUMED:
    default:
      break;
    }
}

static void
take_answer (ComarkSpeechDispatcher *self)
{
  Command *command = g_queue_pop_head (&self->commands);

  if (command == NULL)
    {
      fail_broken (self);
      return;
    }
  self->is_waiting = FALSE;
  watch_for (self, 0);
  if (command->answered != NULL)
    command->answered (self, &self->answer);
  command_free (command);
  send_next (self);
}

/* FALSE where the connection is gone. */
static gboolean
take_line (ComarkSpeechDispatcher *self, const char *line)
{
  switch (comark_ssip_answer_take (&self->answer, line))
    {
    case COMARK_SSIP_MORE:
      return TRUE;
    case COMARK_SSIP_WHOLE:
      if (comark_ssip_answer_is_event (&self->answer))
        take_event (self);
      else
        take_answer (self);
      return self->input != NULL;
    case COMARK_SSIP_BROKEN:
    default:
      fail_broken (self);
      return FALSE;
    }
}

static void read_line (ComarkSpeechDispatcher *self);

static void
on_line_read_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  ComarkSpeechDispatcher *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (stream),
                                                                     result, NULL, &error);

  /* Only then is self sure to be there still: see read_line(). */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_object_ref (self);
  if (line == NULL)
    fail_broken (self);
  else if (take_line (self, line) && self->input == G_DATA_INPUT_STREAM (stream))
    read_line (self);
  g_object_unref (self);
}

/* It waits for as long as the connection lasts, and so must not hold on to self: dispose()
 * cancels it. */
static void
read_line (ComarkSpeechDispatcher *self)
{
  g_data_input_stream_read_line_async (self->input, G_PRIORITY_DEFAULT, self->cancellable,
                                       on_line_read_cb, self);
}

/* ---- reaching the service ---- */

static char *
dup_socket_path (void)
{
  const char *address = g_getenv ("SPEECHD_ADDRESS");

  if (address != NULL && g_str_has_prefix (address, "unix_socket:/"))
    return g_strdup (address + strlen ("unix_socket:"));
  return g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);
}

static void
on_started_cb (GObject *process, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSpeechDispatcher) self = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_finish (G_SUBPROCESS (process), result, &error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    reach (self);
}

/* It goes into the background by itself. FALSE where there is none to start. */
static gboolean
start_service (ComarkSpeechDispatcher *self)
{
  g_autofree char *path = dup_socket_path ();
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
    "speech-dispatcher", "--spawn", "--communication-method", "unix_socket", "--socket-path",
    path, NULL);

  self->was_started = TRUE;
  if (process == NULL)
    return FALSE;
  g_subprocess_wait_async (process, self->cancellable, on_started_cb, g_object_ref (self));
  return TRUE;
}

static gboolean
on_try_again_cb (gpointer data)
{
  ComarkSpeechDispatcher *self = data;

  self->watch = 0;
  reach (self);
  return G_SOURCE_REMOVE;
}

static void
try_otherwise (ComarkSpeechDispatcher *self)
{
  if (!self->was_started)
    {
      if (!start_service (self))
        fail_unreachable (self);
    }
  else if (g_get_monotonic_time () < self->reach_until_us)
    self->watch = g_timeout_add (TRIES_MS, on_try_again_cb, self);
  else
    fail_unreachable (self);
}

static void
on_reached_cb (GObject *client, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ComarkSpeechDispatcher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection
    = g_socket_client_connect_finish (G_SOCKET_CLIENT (client), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (connection == NULL)
    {
      try_otherwise (self);
      return;
    }
  self->connection = g_steal_pointer (&connection);
  self->input = g_data_input_stream_new (
    g_io_stream_get_input_stream (G_IO_STREAM (self->connection)));
  g_data_input_stream_set_newline_type (self->input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  read_line (self);
  greet (self);
}

static void
reach (ComarkSpeechDispatcher *self)
{
  g_autofree char *path = dup_socket_path ();
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_connect_async (client, G_SOCKET_CONNECTABLE (address), self->cancellable,
                                 on_reached_cb, g_object_ref (self));
}

/* ---- as a speaker ---- */

static void
comark_speech_dispatcher_hush (ComarkSpeaker *speaker)
{
  ComarkSpeechDispatcher *self = COMARK_SPEECH_DISPATCHER (speaker);

  if (self->text == NULL)
    return;
  g_clear_pointer (&self->text, g_free);
  if (self->connection != NULL)
    queue (self, g_strdup ("CANCEL SELF\r\n"), NULL);
}

static void
comark_speech_dispatcher_say (ComarkSpeaker *speaker, const char *text, int speed)
{
  ComarkSpeechDispatcher *self = COMARK_SPEECH_DISPATCHER (speaker);

  comark_speech_dispatcher_hush (speaker);
  self->text = g_utf8_make_valid (text, -1);
  self->speed = CLAMP (speed, 50, 300);
  if (self->connection != NULL)
    send_text (self);
  else if (self->cancellable == NULL)
    {
      self->cancellable = g_cancellable_new ();
      self->was_started = FALSE;
      self->reach_until_us = g_get_monotonic_time () + self->patience_ms * G_TIME_SPAN_MILLISECOND;
      reach (self);
    }
}

static void
comark_speech_dispatcher_speaker_init (ComarkSpeakerInterface *iface)
{
  iface->say = comark_speech_dispatcher_say;
  iface->hush = comark_speech_dispatcher_hush;
}

/* ---- class ---- */

static void
comark_speech_dispatcher_dispose (GObject *object)
{
  ComarkSpeechDispatcher *self = COMARK_SPEECH_DISPATCHER (object);

  /* The service is silent for a client that goes. */
  g_clear_pointer (&self->text, g_free);
  hang_up (self);
  G_OBJECT_CLASS (comark_speech_dispatcher_parent_class)->dispose (object);
}

static void
comark_speech_dispatcher_finalize (GObject *object)
{
  comark_ssip_answer_clear (&COMARK_SPEECH_DISPATCHER (object)->answer);
  G_OBJECT_CLASS (comark_speech_dispatcher_parent_class)->finalize (object);
}

static void
comark_speech_dispatcher_class_init (ComarkSpeechDispatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = comark_speech_dispatcher_dispose;
  G_OBJECT_CLASS (klass)->finalize = comark_speech_dispatcher_finalize;
}

static void
comark_speech_dispatcher_init (ComarkSpeechDispatcher *self)
{
  g_queue_init (&self->commands);
  comark_ssip_answer_init (&self->answer);
  self->patience_ms = PATIENCE_MS;
}

ComarkSpeaker *
comark_speech_dispatcher_new (void)
{
  return g_object_new (COMARK_TYPE_SPEECH_DISPATCHER, NULL);
}

void
comark_speech_dispatcher_set_patience (ComarkSpeechDispatcher *self, int milliseconds)
{
  g_return_if_fail (COMARK_IS_SPEECH_DISPATCHER (self));

  self->patience_ms = milliseconds;
}
