/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the helper where things are, and takes what it says for claims: every area is held to its
 * page, every address to the three kinds a person may be offered.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "comark-reader-error.h"
#include "comark-reader-helper.h"

#define PAGES_AT_ONCE 64
#define MAX_LINES 5000

void
comark_reader_selection_free (ComarkReaderSelection *self)
{
  g_free (self->text);
  g_array_unref (self->areas);
  g_free (self);
}

/* --- areas --------------------------------------------------------------------------------- */

static double
bound (double points)
{
  return isfinite (points) ? CLAMP (points, 0, COMARK_READER_MAX_POINTS) : 0;
}

static void
take_areas (GArray *areas, const guint8 *bytes, gsize n, int first_page, int end_page,
            int match_offset)
{
  for (gsize i = 0; i < n && areas->len < COMARK_READER_MAX_AREAS; i++)
    {
      ComarkReaderArea area;
      memcpy (&area, bytes + i * sizeof area, sizeof area);
      if (area.page < first_page || area.page >= end_page || area.match < 0
          || area.match > COMARK_READER_MAX_AREAS)
        continue;
      area.x = bound (area.x);
      area.y = bound (area.y);
      area.width = bound (area.width);
      area.height = bound (area.height);
      area.match += match_offset;
      g_array_append_val (areas, area);
    }
}

/* Asks for the pages from @request's on. FALSE with @error. */
static gboolean
find_more (ComarkReaderHelper *self, ComarkReaderRequest *request, const char *words, int *offset,
           GArray *areas, GCancellable *cancellable, GError **error)
{
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_ask (self, request, words, &reply, &payload, cancellable, error))
    return FALSE;
  if (reply.value[0] <= request->page || reply.value[0] > request->page + request->amount)
    return comark_reader_helper_refuse (self, request->command, error);
  const guint8 *bytes = g_bytes_get_data (payload, &length);
  take_areas (areas, bytes, length / sizeof (ComarkReaderArea), (int) request->page,
              (int) reply.value[0], *offset);
  *offset += (int) MIN (reply.value[1], COMARK_READER_MAX_AREAS);
  request->page = reply.value[0];
  return TRUE;
}

GArray *
comark_reader_helper_find (ComarkReaderHelper *self, const char *words, int first_page,
                           int max_pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  ComarkReaderRequest request = {
    .command = COMARK_READER_COMMAND_FIND,
    .page = (guint32) MAX (first_page, 0),
    .payload = (guint32) MIN (strlen (words), COMARK_READER_MAX_NEEDLE),
  };
  ComarkReaderOpening opening;
  int offset = 0;

  if (!comark_reader_helper_open (self, &opening, cancellable, error))
    return NULL;
  guint32 end = (guint32) opening.n_pages;
  if (max_pages > 0)
    end = MIN (end, request.page + (guint32) max_pages);
  while (request.page < end && areas->len < COMARK_READER_MAX_AREAS)
    {
      request.amount = MIN (PAGES_AT_ONCE, end - request.page);
      if (!find_more (self, &request, words, &offset, areas, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&areas);
}

ComarkReaderSelection *
comark_reader_helper_select (ComarkReaderHelper *self, int page, const double at[4],
                             ComarkReaderUnit unit, GCancellable *cancellable, GError **error)
{
  const ComarkReaderRequest request = { .command = COMARK_READER_COMMAND_SELECT,
                                        .page = (guint32) page,
                                        .amount = (guint32) unit,
                                        .payload = 4 * sizeof *at };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, at, &reply, &payload, cancellable, error))
    return NULL;
  const guint8 *bytes = g_bytes_get_data (payload, &length);
  gsize in_areas = (gsize) reply.value[0] * sizeof (ComarkReaderArea);
  if (in_areas > length)
    {
      comark_reader_helper_refuse (self, request.command, error);
      return NULL;
    }
  ComarkReaderSelection *selection = g_new0 (ComarkReaderSelection, 1);
  selection->areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  take_areas (selection->areas, bytes, reply.value[0], page, page + 1, 0);
  selection->start = (gint64) reply.value[1] - 1;
  selection->text = g_utf8_make_valid (length > in_areas ? (const char *) bytes + in_areas : "",
                                       (gssize) (length - in_areas));
  return selection;
}

GArray *
comark_reader_helper_list_areas (ComarkReaderHelper *self, int page, GArray *ranges,
                                 GCancellable *cancellable, GError **error)
{
  guint n = MIN (ranges->len, COMARK_READER_MAX_RANGES);
  const ComarkReaderRequest request
    = { .command = COMARK_READER_COMMAND_AREAS,
        .page = (guint32) page,
        .payload = (guint32) (n * sizeof (ComarkReaderRange)) };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_need_pages (self, cancellable, error)
      || !comark_reader_helper_ask (self, &request, ranges->data, &reply, &payload, cancellable,
                                    error))
    return NULL;
  const guint8 *bytes = g_bytes_get_data (payload, &length);
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (ComarkReaderArea));
  take_areas (areas, bytes, length / sizeof (ComarkReaderArea), page, page + 1, 0);
  return areas;
}

/* --- lists --------------------------------------------------------------------------------- */

/* Returns: (transfer full) (nullable): the reply's lines */
static GStrv
ask_for_lines (ComarkReaderHelper *self, ComarkReaderCommand command, int page,
               GCancellable *cancellable, GError **error)
{
  const ComarkReaderRequest request = { .command = command, .page = (guint32) page };
  ComarkReaderReply reply;
  g_autoptr (GBytes) payload = NULL;
  gsize length;

  if (!comark_reader_helper_ask (self, &request, NULL, &reply, &payload, cancellable, error))
    return NULL;
  const char *bytes = g_bytes_get_data (payload, &length);
  g_autofree char *text = g_utf8_make_valid (bytes ? bytes : "", (gssize) length);
  return g_strsplit (text, "\n", MAX_LINES);
}

/* Reads @n whole numbers, each followed by a space. Returns: what follows; NULL if they are
 * not there. */
static const char *
take_numbers (const char *line, int *numbers, int n)
{
  for (int i = 0; i < n; i++)
    {
      char *end;
      gint64 number = g_ascii_strtoll (line, &end, 10);
      if (end == line || *end != ' ')
        return NULL;
      numbers[i] = (int) CLAMP (number, 0, G_MAXINT);
      line = end + 1;
    }
  return line;
}

static gboolean
may_be_offered (const char *address)
{
  return g_ascii_strncasecmp (address, "https://", 8) == 0
         || g_ascii_strncasecmp (address, "http://", 7) == 0
         || g_ascii_strncasecmp (address, "mailto:", 7) == 0;
}

static void
link_free (gpointer data)
{
  ComarkReaderLink *link = data;

  g_free (link->address);
  g_free (link->words);
  g_free (link);
}

/* Returns: (transfer full) (nullable) */
static ComarkReaderLink *
read_link (const char *line, int page, int n_pages)
{
  int numbers[5];
  const char *rest = take_numbers (line, numbers, 5);

  if (rest == NULL || numbers[4] > n_pages)
    return NULL;
  const char *tab = strchr (rest, '\t');
  g_autofree char *address = tab ? g_strndup (rest, (gsize) (tab - rest)) : g_strdup (rest);
  ComarkReaderLink *link = g_new0 (ComarkReaderLink, 1);
  link->area = (ComarkReaderArea) { bound (numbers[0]), bound (numbers[1]), bound (numbers[2]),
                                    bound (numbers[3]), page, 0 };
  link->page = numbers[4] - 1;
  link->address = g_strdup (link->page < 0 ? address : "");
  link->words = g_strstrip (g_strdup (tab ? tab + 1 : ""));
  link->kind = link->page >= 0             ? COMARK_READER_LINK_PAGE
               : may_be_offered (address) ? COMARK_READER_LINK_ADDRESS
                                           : COMARK_READER_LINK_REFUSED;
  return link;
}

GPtrArray *
comark_reader_helper_list_links (ComarkReaderHelper *self, int page, GCancellable *cancellable,
                                 GError **error)
{
  ComarkReaderOpening opening;
  g_auto (GStrv) lines = NULL;

  if (!comark_reader_helper_open (self, &opening, cancellable, error))
    return NULL;
  lines = ask_for_lines (self, COMARK_READER_COMMAND_LINKS, page, cancellable, error);
  GPtrArray *links = lines ? g_ptr_array_new_with_free_func (link_free) : NULL;
  for (int i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      ComarkReaderLink *link = read_link (lines[i], page, opening.n_pages);
      if (link != NULL)
        g_ptr_array_add (links, link);
    }
  return links;
}

static void
chapter_free (gpointer data)
{
  ComarkReaderChapter *chapter = data;

  g_free (chapter->title);
  g_free (chapter);
}

GPtrArray *
comark_reader_helper_list_chapters (ComarkReaderHelper *self, GCancellable *cancellable,
                                    GError **error)
{
  ComarkReaderOpening opening;
  g_auto (GStrv) lines = NULL;

  if (!comark_reader_helper_open (self, &opening, cancellable, error))
    return NULL;
  lines = ask_for_lines (self, COMARK_READER_COMMAND_CHAPTERS, 0, cancellable, error);
  GPtrArray *chapters = lines ? g_ptr_array_new_with_free_func (chapter_free) : NULL;
  for (int i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      int numbers[2];
      const char *title = take_numbers (lines[i], numbers, 2);
      if (title == NULL || numbers[1] >= opening.n_pages)
        continue;
      ComarkReaderChapter *chapter = g_new0 (ComarkReaderChapter, 1);
      chapter->level = CLAMP (numbers[0], 1, 8);
      chapter->page = numbers[1];
      chapter->title = g_strdup (title);
      g_ptr_array_add (chapters, chapter);
    }
  return chapters;
}
