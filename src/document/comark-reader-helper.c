/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reader-helper.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "comark-reader-error.h"
#include "comark-reader-locate.h"
#include "comark-reader-walls.h"
#include "comark-reader.h"

/* A picture nearly done is better thrown away than paid for with a new process. */
#define GRACE_MS 300
#define KEEP_CANVAS_BYTES (16 * 1024 * 1024)
#define SIZES_AT_ONCE 1000

struct _ComarkReaderHelper
{
  /* construction */
  int document_fd;
  GCancellable *closing; /* (nullable) */
  int time_limit_ms;

  /* the process, all or nothing */
  GSubprocess *process;
  int socket;
  int canvas_fd;
  const guint8 *canvas;

  /* state */
  gboolean is_open;
  ComarkReaderOpening opening;
};

/* --- failures ------------------------------------------------------------------------------ */

static gboolean
fail (GError **error, ComarkReaderError code, const char *sentence)
{
  g_set_error_literal (error, COMARK_READER_ERROR, code, sentence);
  return FALSE;
}

static gboolean
fail_too_slow (GError **error, guint32 command)
{
  if (command == COMARK_READER_COMMAND_OPEN)
    return fail (error, COMARK_READER_ERROR_TOO_SLOW,
                 "This document took too long to open. Save a copy and open it with your own "
                 "program.");
  if (command == COMARK_READER_COMMAND_READ || command == COMARK_READER_COMMAND_BLOCKS)
    return fail (error, COMARK_READER_ERROR_TOO_SLOW,
                 "The text of this document took too long to read. Read its pages instead.");
  if (command == COMARK_READER_COMMAND_FIND)
    return fail (error, COMARK_READER_ERROR_TOO_SLOW,
                 "A page took too long to search. The pages before it were searched.");
  if (command == COMARK_READER_COMMAND_TEXT)
    return fail (error, COMARK_READER_ERROR_TOO_SLOW,
                 "The text of this page took too long to read. The rest of the document can "
                 "still be read.");
  return fail (error, COMARK_READER_ERROR_TOO_SLOW,
               "This page took too long to draw. The rest of the document can still be read.");
}

static gboolean
fail_crashed (GError **error, guint32 command)
{
  if (command == COMARK_READER_COMMAND_OPEN)
    return fail (error, COMARK_READER_ERROR_CRASHED,
                 "This document could not be opened. Save a copy and open it with your own "
                 "program, or ask its owner for a new copy.");
  return fail (error, COMARK_READER_ERROR_CRASHED,
               "This page could not be read. The rest of the document can still be read.");
}

static gboolean
fail_cancelled (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was cancelled.");
  return FALSE;
}

static gboolean
fail_status (GError **error, guint32 command, guint32 status)
{
  static const struct { ComarkReaderError code; const char *sentence; } failures[] = {
    [COMARK_READER_STATUS_DAMAGED]
    = { COMARK_READER_ERROR_DAMAGED,
        "This document is damaged and cannot be shown. Ask its owner for a new copy, or save a "
        "copy and try it in your own program." },
    [COMARK_READER_STATUS_EMPTY]
    = { COMARK_READER_ERROR_DAMAGED,
        "This document is empty. Ask its owner to send it again." },
    [COMARK_READER_STATUS_KIND]
    = { COMARK_READER_ERROR_KIND,
        "Comark cannot show this kind of document here. Save a copy and open it with your own "
        "program." },
    [COMARK_READER_STATUS_LOCKED]
    = { COMARK_READER_ERROR_LOCKED,
        "This document is locked with a password. Ask its owner for a copy without one." },
    [COMARK_READER_STATUS_NO_PAGE]
    = { COMARK_READER_ERROR_NO_PAGE, "This document has no such page." },
    [COMARK_READER_STATUS_NO_PAGES]
    = { COMARK_READER_ERROR_DAMAGED,
        "This document has no pages that can be shown. Ask its owner for a new copy." },
    [COMARK_READER_STATUS_TOO_LARGE]
    = { COMARK_READER_ERROR_DAMAGED,
        "This picture is too large to show here: more than 50 million dots. Save a copy and open "
        "it with your own program." },
  };

  if (status >= G_N_ELEMENTS (failures) || failures[status].sentence == NULL)
    return fail_crashed (error, command);
  return fail (error, failures[status].code, failures[status].sentence);
}

/* --- the process --------------------------------------------------------------------------- */

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

/* In the new process, before anything else runs in it. */
static void
begin_group (gpointer data)
{
  setpgid (0, 0);
}

/* bubblewrap makes a second process, which asks to die with the first only after the first has
 * let it go on: killed in between, it would wait for ever. A group dies together. */
static void
kill_group (GSubprocess *process)
{
  const char *pid = g_subprocess_get_identifier (process);

  if (pid != NULL)
    kill (-(pid_t) g_ascii_strtoll (pid, NULL, 10), SIGKILL);
}

static void
end_process (ComarkReaderHelper *self)
{
  if (self->process != NULL)
    {
      kill_group (self->process);
      g_subprocess_force_exit (self->process);
      g_subprocess_wait (self->process, NULL, NULL);
    }
  g_clear_object (&self->process);
  if (self->canvas != NULL)
    munmap ((gpointer) self->canvas, COMARK_READER_CANVAS_BYTES);
  self->canvas = NULL;
  close_fd (&self->canvas_fd);
  close_fd (&self->socket);
  self->is_open = FALSE;
}

/* Sealed against shrinking, so that reading it can never fault, whatever the helper does. */
static gboolean
make_canvas (ComarkReaderHelper *self)
{
  self->canvas_fd = memfd_create ("comark-canvas", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (self->canvas_fd < 0 || ftruncate (self->canvas_fd, (off_t) COMARK_READER_CANVAS_BYTES) != 0
      || fcntl (self->canvas_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    return FALSE;
  gpointer canvas
    = mmap (NULL, COMARK_READER_CANVAS_BYTES, PROT_READ, MAP_SHARED, self->canvas_fd, 0);
  self->canvas = canvas != MAP_FAILED ? canvas : NULL;
  return self->canvas != NULL;
}

static int
duplicate (int fd)
{
  return fcntl (fd, F_DUPFD_CLOEXEC, COMARK_READER_CANVAS_FD + 1);
}

/* Returns: (transfer full): what to run, NULL at its end */
static GPtrArray *
make_command (const char *program)
{
  GPtrArray *command = comark_reader_walls_build (program);

  if (command != NULL)
    g_ptr_array_add (command, g_strdup ("--walled"));
  else
    {
      command = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (command, g_strdup (program));
    }
  g_ptr_array_add (command, NULL);
  return command;
}

/* The helper gets an empty environment, no terminal, no folder and four descriptors. */
static GSubprocess *
spawn (ComarkReaderHelper *self, int far_end, GError **error)
{
  static const char *const environment[]
    = { "LC_ALL=C.UTF-8", "GIO_USE_VFS=local", "TZ=UTC", "HOME=/", NULL };
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *program = comark_reader_locate ();
  g_autoptr (GPtrArray) command = make_command (program);

  if (!g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s is not there.", program);
      return NULL;
    }
  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_set_cwd (launcher, "/");
  g_subprocess_launcher_set_child_setup (launcher, begin_group, NULL, NULL);
  g_subprocess_launcher_take_stdin_fd (launcher, duplicate (far_end));
  g_subprocess_launcher_take_stdout_fd (launcher, duplicate (far_end));
  g_subprocess_launcher_take_fd (launcher, duplicate (self->document_fd),
                                 COMARK_READER_DOCUMENT_FD);
  g_subprocess_launcher_take_fd (launcher, duplicate (self->canvas_fd), COMARK_READER_CANVAS_FD);
  return g_subprocess_launcher_spawnv (launcher, (const char *const *) command->pdata, error);
}

static gboolean
start_process (ComarkReaderHelper *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  int ends[2] = { -1, -1 };

  if (make_canvas (self) && socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0)
    {
      self->socket = ends[0];
      self->process = spawn (self, ends[1], &reason);
      close (ends[1]);
    }
  if (self->process != NULL)
    return TRUE;
  g_debug ("comark-reader: %s", reason ? reason->message : g_strerror (errno));
  end_process (self);
  return fail (error, COMARK_READER_ERROR_FAILED,
               "Documents cannot be shown because the program comark-reader could not be "
               "started. Install Comark again, or ask your administrator.");
}

/* --- one request, one reply ---------------------------------------------------------------- */

typedef struct
{
  ComarkReaderHelper *helper;
  GCancellable *cancellable; /* (nullable) */
  guint32 command;
  gint64 deadline_us;
  gboolean cancelled;
} Exchange;

static gboolean
is_cancelled (Exchange *exchange)
{
  return g_cancellable_is_cancelled (exchange->cancellable)
         || g_cancellable_is_cancelled (exchange->helper->closing);
}

static void
note_cancelling (Exchange *exchange)
{
  if (exchange->cancelled || !is_cancelled (exchange))
    return;
  exchange->cancelled = TRUE;
  exchange->deadline_us
    = MIN (exchange->deadline_us, g_get_monotonic_time () + GRACE_MS * G_TIME_SPAN_MILLISECOND);
}

/* Sleeps until the socket has something to say, a cancellable fires or @timeout_ms are over.
 * TRUE if it is the socket. */
static gboolean
sleep_on (Exchange *exchange, int timeout_ms)
{
  GCancellable *watched[2] = { exchange->cancellable, exchange->helper->closing };
  gboolean taken[2] = { FALSE, FALSE };
  struct pollfd fds[3] = { { .fd = exchange->helper->socket, .events = POLLIN } };
  nfds_t n = 1;

  /* Once seen, a cancellable stays readable and would make the wait a busy one. */
  for (int i = 0; i < 2 && !exchange->cancelled; i++)
    {
      GPollFD fd;
      taken[i] = g_cancellable_make_pollfd (watched[i], &fd);
      if (taken[i])
        fds[n++] = (struct pollfd) { .fd = fd.fd, .events = POLLIN };
    }
  poll (fds, n, timeout_ms);
  for (int i = 0; i < 2; i++)
    if (taken[i])
      g_cancellable_release_fd (watched[i]);
  return fds[0].revents != 0;
}

/* FALSE at the deadline, which cancelling brings near. */
static gboolean
wait_for_bytes (Exchange *exchange)
{
  for (;;)
    {
      note_cancelling (exchange);
      gint64 left_us = exchange->deadline_us - g_get_monotonic_time ();
      if (left_us <= 0)
        return FALSE;
      if (sleep_on (exchange, (int) (left_us / G_TIME_SPAN_MILLISECOND + 1)))
        return TRUE;
    }
}

/* FALSE and @error set if the bytes did not come; the process is then of no more use. */
static gboolean
receive (Exchange *exchange, gpointer to, gsize length, GError **error)
{
  for (gsize at = 0; at < length;)
    {
      if (!wait_for_bytes (exchange))
        return exchange->cancelled ? fail_cancelled (error)
                                   : fail_too_slow (error, exchange->command);
      gssize n = recv (exchange->helper->socket, (guint8 *) to + at, length - at, MSG_DONTWAIT);
      if (n < 0 && (errno == EAGAIN || errno == EINTR))
        continue;
      if (n <= 0)
        return fail_crashed (error, exchange->command);
      at += (gsize) n;
    }
  return TRUE;
}

static gboolean
send_request (Exchange *exchange, const ComarkReaderRequest *request, gconstpointer words,
              GError **error)
{
  struct iovec parts[] = { { (gpointer) request, sizeof *request },
                           { (gpointer) words, request->payload } };
  const struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };
  /* One small message into an empty buffer: never partial, never blocks. */
  gssize n = sendmsg (exchange->helper->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);

  return n == (gssize) (sizeof *request + request->payload)
         || fail_crashed (error, exchange->command);
}

static gboolean
exchange_once (Exchange *exchange, const ComarkReaderRequest *request, gconstpointer words,
               ComarkReaderReply *reply, GBytes **payload, GError **error)
{
  if (!send_request (exchange, request, words, error)
      || !receive (exchange, reply, sizeof *reply, error))
    return FALSE;
  if (reply->command != request->command || reply->payload > COMARK_READER_MAX_PAYLOAD)
    return fail_crashed (error, exchange->command);
  g_autofree guint8 *bytes = g_malloc (reply->payload + 1);
  bytes[reply->payload] = '\0';
  if (!receive (exchange, bytes, reply->payload, error))
    return FALSE;
  *payload = g_bytes_new_take (g_steal_pointer (&bytes), reply->payload);
  return TRUE;
}

/* Asks and waits. On success @reply is of status OK and @payload is its bytes. */
static gboolean
ask (ComarkReaderHelper *self, const ComarkReaderRequest *request, gconstpointer words,
     ComarkReaderReply *reply, GBytes **payload, GCancellable *cancellable, GError **error)
{
  Exchange exchange = {
    .helper = self,
    .cancellable = cancellable,
    .command = request->command,
    .deadline_us
    = g_get_monotonic_time () + (gint64) self->time_limit_ms * G_TIME_SPAN_MILLISECOND,
  };

  if (is_cancelled (&exchange))
    return fail_cancelled (error);
  if (!exchange_once (&exchange, request, words, reply, payload, error))
    {
      end_process (self);
      return FALSE;
    }
  if (exchange.cancelled)
    return fail_cancelled (error);
  return reply->status == COMARK_READER_STATUS_OK
         || fail_status (error, request->command, reply->status);
}

/* --- the commands -------------------------------------------------------------------------- */

static gboolean
keep_opening (ComarkReaderHelper *self, const ComarkReaderReply *reply, GBytes *payload,
              GError **error)
{
  gsize length;
  const char *title = g_bytes_get_data (payload, &length);
  g_autofree char *valid = g_utf8_make_valid (title ? title : "", (gssize) length);

  if (reply->value[1] >= COMARK_N_DOCUMENT_KINDS || reply->value[0] > COMARK_READER_MAX_PAGES
      || (reply->value[0] > 0)
           != comark_document_kind_can_show ((ComarkDocumentKind) reply->value[1]))
    return fail_crashed (error, COMARK_READER_COMMAND_OPEN);
  self->opening.n_pages = (int) reply->value[0];
  self->opening.kind = (ComarkDocumentKind) reply->value[1];
  g_strlcpy (self->opening.title, valid, sizeof self->opening.title);
  char *end;
  if (!g_utf8_validate (self->opening.title, -1, (const char **) &end))
    *end = '\0';
  self->is_open = TRUE;
  return TRUE;
}

static gboolean
open_once (ComarkReaderHelper *self, GCancellable *cancellable, GError **error)
{
  const ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_OPEN };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;

  if (self->process == NULL && !start_process (self, error))
    return FALSE;
  if (ask (self, &request, NULL, &reply, &payload, cancellable, error)
      && keep_opening (self, &reply, payload, error))
    return TRUE;
  end_process (self);
  return FALSE;
}

/* A first end before the first word may be the document's doing or the walls'. */
static gboolean
should_try_again (const GError *failure)
{
  g_autofree char *program = NULL;

  if (!g_error_matches (failure, COMARK_READER_ERROR, COMARK_READER_ERROR_CRASHED))
    return FALSE;
  program = comark_reader_locate ();
  return comark_reader_walls_doubt (program);
}

gboolean
comark_reader_helper_open (ComarkReaderHelper *self, ComarkReaderOpening *opening,
                           GCancellable *cancellable, GError **error)
{
  GError *failure = NULL;

  if (!self->is_open && !open_once (self, cancellable, &failure) && should_try_again (failure))
    {
      g_clear_error (&failure);
      open_once (self, cancellable, &failure);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  comark_reader_walls_trust ();
  if (opening != NULL)
    *opening = self->opening;
  return TRUE;
}

/* A process that ended while idle (killed, out of its processor time) has closed its end: a new
 * one is started rather than a question asked that nobody hears. */
gboolean
comark_reader_helper_ask (ComarkReaderHelper *self, const ComarkReaderRequest *request,
                          gconstpointer words, ComarkReaderReply *reply, GBytes **payload,
                          GCancellable *cancellable, GError **error)
{
  struct pollfd fd = { .fd = self->socket, .events = POLLIN };

  if (self->is_open && poll (&fd, 1, 0) != 0)
    end_process (self);
  return comark_reader_helper_open (self, NULL, cancellable, error)
         && ask (self, request, words, reply, payload, cancellable, error);
}

gboolean
comark_reader_helper_need_pages (ComarkReaderHelper *self, GCancellable *cancellable,
                                 GError **error)
{
  if (!comark_reader_helper_open (self, NULL, cancellable, error))
    return FALSE;
  if (self->opening.n_pages > 0)
    return TRUE;
  return fail (error, COMARK_READER_ERROR_KIND,
               "This kind of document has no pages to show here. Read its words instead, or save "
               "a copy and open it with your own program.");
}

gboolean
comark_reader_helper_refuse (ComarkReaderHelper *self, guint32 command, GError **error)
{
  end_process (self);
  return fail_crashed (error, command);
}

static gboolean
is_size (double points)
{
  return isfinite (points) && points >= COMARK_READER_MIN_POINTS
         && points <= COMARK_READER_MAX_POINTS;
}

gboolean
comark_reader_helper_get_size (ComarkReaderHelper *self, int page, double size_pt[2],
                               GCancellable *cancellable, GError **error)
{
  const ComarkReaderRequest request
    = { .command = COMARK_READER_COMMAND_SIZE, .page = (guint32) page };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, NULL, &reply, &payload, cancellable,
                                    error))
    return FALSE;
  if (g_bytes_get_size (payload) == 2 * sizeof *size_pt)
    {
      memcpy (size_pt, g_bytes_get_data (payload, NULL), 2 * sizeof *size_pt);
      if (is_size (size_pt[0]) && is_size (size_pt[1]))
        return TRUE;
    }
  return comark_reader_helper_refuse (self, request.command, error);
}

GArray *
comark_reader_helper_list_sizes (ComarkReaderHelper *self, int first, GCancellable *cancellable,
                                 GError **error)
{
  const ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_SIZES,
                                        .page = (guint32) first,
                                        .amount = SIZES_AT_ONCE };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, NULL, &reply, &payload, cancellable, error))
    return NULL;
  const double *sizes = g_bytes_get_data (payload, &length);
  gsize n = length / (2 * sizeof *sizes);
  gboolean is_sane
    = n >= 1 && n <= (gsize) CLAMP (self->opening.n_pages - first, 0, SIZES_AT_ONCE);
  for (gsize i = 0; is_sane && i < 2 * n; i++)
    is_sane = is_size (sizes[i]);
  if (!is_sane)
    {
      comark_reader_helper_refuse (self, request.command, error);
      return NULL;
    }
  GArray *copy = g_array_new (FALSE, FALSE, 2 * sizeof *sizes);
  return g_array_append_vals (copy, sizes, (guint) n);
}

static gboolean
is_picture (const guint32 value[3])
{
  guint64 width = value[0], height = value[1], stride = value[2];

  return width >= 1 && width <= COMARK_READER_MAX_WIDTH && height >= 1
         && height <= COMARK_READER_MAX_HEIGHT && stride >= width * 4 && stride % 4 == 0
         && stride * height <= COMARK_READER_CANVAS_BYTES;
}

ComarkPageImage *
comark_reader_helper_render (ComarkReaderHelper *self, int page, int width_px,
                             GCancellable *cancellable, GError **error)
{
  const ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_PAGE,
                                        .page = (guint32) page,
                                        .amount = (guint32) MAX (width_px, 1) };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, NULL, &reply, &payload, cancellable,
                                    error))
    return NULL;
  if (!is_picture (reply.value))
    {
      comark_reader_helper_refuse (self, request.command, error);
      return NULL;
    }
  gsize length = (gsize) reply.value[1] * reply.value[2];
  /* A copy: the helper could go on drawing after it has answered. */
  GBytes *pixels = g_bytes_new (self->canvas, length);
  if (length > KEEP_CANVAS_BYTES)
    fallocate (self->canvas_fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0,
               (off_t) COMARK_READER_CANVAS_BYTES);
  return comark_page_image_new (pixels, (int) reply.value[0], (int) reply.value[1],
                                (int) reply.value[2], page);
}

char *
comark_reader_helper_dup_text (ComarkReaderHelper *self, int page, GCancellable *cancellable,
                               GError **error)
{
  const ComarkReaderRequest request
    = { .command = COMARK_READER_COMMAND_TEXT, .page = (guint32) page };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, NULL, &reply, &payload, cancellable,
                                    error))
    return NULL;
  const char *text = g_bytes_get_data (payload, &length);
  return g_utf8_make_valid (text ? text : "", (gssize) length);
}

/* --- life ---------------------------------------------------------------------------------- */

ComarkReaderHelper *
comark_reader_helper_new (int document_fd, GCancellable *closing)
{
  ComarkReaderHelper *self = g_new0 (ComarkReaderHelper, 1);

  self->document_fd = document_fd;
  self->closing = closing ? g_object_ref (closing) : NULL;
  self->time_limit_ms = COMARK_READER_TIME_LIMIT_MS;
  self->socket = -1;
  self->canvas_fd = -1;
  return self;
}

void
comark_reader_helper_set_time_limit (ComarkReaderHelper *self, int milliseconds)
{
  self->time_limit_ms = MAX (milliseconds, 1);
}

void
comark_reader_helper_free (ComarkReaderHelper *self)
{
  end_process (self);
  close_fd (&self->document_fd);
  g_clear_object (&self->closing);
  g_free (self);
}
