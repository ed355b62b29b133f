/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-text.h"

#include <string.h>

#define MAX_ROW 100000
#define MAX_RUNS 10000
#define MAX_MARKER_BYTES 32

struct _ComarkReadingText
{
  gatomicrefcount references;
  GArray *blocks; /* of ComarkReadingBlock, each owning its strings and runs */
  gsize n_bytes;
  gboolean is_cut;
};

G_DEFINE_BOXED_TYPE (ComarkReadingText, comark_reading_text, comark_reading_text_ref,
                     comark_reading_text_unref)

static void
clear_block (gpointer data)
{
  ComarkReadingBlock *block = data;

  g_free ((gpointer) block->marker);
  g_free ((gpointer) block->text);
  g_free ((gpointer) block->runs);
}

ComarkReadingText *
comark_reading_text_new (void)
{
  ComarkReadingText *self = g_new0 (ComarkReadingText, 1);

  g_atomic_ref_count_init (&self->references);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (ComarkReadingBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  return self;
}

ComarkReadingText *
comark_reading_text_ref (ComarkReadingText *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
comark_reading_text_unref (ComarkReadingText *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_array_unref (self->blocks);
  g_free (self);
}

guint
comark_reading_text_get_n_blocks (ComarkReadingText *self)
{
  return self->blocks->len;
}

const ComarkReadingBlock *
comark_reading_text_get_block (ComarkReadingText *self, guint index)
{
  return index < self->blocks->len ? &g_array_index (self->blocks, ComarkReadingBlock, index)
                                   : NULL;
}

gboolean
comark_reading_text_is_cut (ComarkReadingText *self)
{
  return self->is_cut;
}

void
comark_reading_text_set_cut (ComarkReadingText *self)
{
  self->is_cut = TRUE;
}

char *
comark_reading_text_dup_plain (ComarkReadingText *self)
{
  GString *plain = g_string_sized_new (self->n_bytes + 2 * self->blocks->len);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ComarkReadingBlock *block = comark_reading_text_get_block (self, i);
      if (i > 0)
        g_string_append (plain, "\n\n");
      if (block->marker[0] != '\0')
        g_string_append_printf (plain, "%s ", block->marker);
      g_string_append (plain, block->text);
    }
  return g_string_free (plain, FALSE);
}

/* --- filling ------------------------------------------------------------------------------- */

/* Control characters would be shown as boxes, or move what is around them. Each is one byte, as
 * is the space that takes its place, so that runs stay where they are. */
static char *
dup_clean (const char *text)
{
  g_autofree char *clean = g_utf8_validate (text, -1, NULL) ? g_strdup (text) : g_strdup ("");

  for (char *at = clean; *at != '\0'; at++)
    if (((guchar) *at < 0x20 && *at != '\n') || *at == 0x7f)
      *at = ' ';
  return g_steal_pointer (&clean);
}

static gboolean
is_boundary (const char *text, guint at)
{
  return ((guchar) text[at] & 0xc0) != 0x80;
}

/* Of @n_runs claimed ones those that stand after each other inside @text. */
static ComarkReadingRun *
copy_runs (const ComarkReadingRun *runs, guint n_runs, const char *text, guint *n_copied)
{
  const guint styles = COMARK_READING_BOLD | COMARK_READING_ITALIC;
  guint length = (guint) strlen (text), last = 0;
  g_autofree ComarkReadingRun *copy = g_new (ComarkReadingRun, MIN (n_runs, MAX_RUNS) + 1);

  *n_copied = 0;
  for (guint i = 0; i < n_runs && *n_copied < MAX_RUNS; i++)
    {
      const ComarkReadingRun run = { runs[i].start, runs[i].end, runs[i].style & styles };
      if (run.style == 0 || run.start < last || run.end <= run.start || run.end > length
          || !is_boundary (text, run.start) || !is_boundary (text, run.end))
        continue;
      last = run.end;
      copy[(*n_copied)++] = run;
    }
  return g_steal_pointer (&copy);
}

static int
bound_level (const ComarkReadingBlock *block)
{
  switch (block->kind)
    {
    case COMARK_READING_HEADING:
      return CLAMP (block->level, 1, 6);
    case COMARK_READING_LIST_ITEM:
      return CLAMP (block->level, 1, COMARK_READING_MAX_LEVEL);
    default:
      return 0;
    }
}

static gboolean
fits (ComarkReadingText *self, const ComarkReadingBlock *block)
{
  if ((guint) block->kind >= COMARK_N_READING_KINDS || block->text == NULL)
    return FALSE;
  if (block->kind == COMARK_READING_TABLE_CELL
      && (block->table < 0 || block->row < 0 || block->row >= MAX_ROW || block->column < 0
          || block->column >= COMARK_READING_MAX_CELLS))
    return FALSE;
  return self->blocks->len < COMARK_READING_MAX_BLOCKS
         && self->n_bytes + strlen (block->text) <= COMARK_READING_MAX_BYTES;
}

gboolean
comark_reading_text_append (ComarkReadingText *self, const ComarkReadingBlock *block)
{
  ComarkReadingBlock copy = *block;
  gboolean is_cell = block->kind == COMARK_READING_TABLE_CELL;

  if (!fits (self, block))
    return FALSE;
  g_autofree char *text = dup_clean (block->text);
  g_autofree char *marker = dup_clean (block->marker ? block->marker : "");
  if (text[0] == '\0')
    return FALSE;
  if (block->kind != COMARK_READING_LIST_ITEM || strlen (marker) > MAX_MARKER_BYTES)
    marker[0] = '\0';
  copy.level = bound_level (block);
  copy.page = MAX (block->page, -1);
  copy.last_page = MAX (block->last_page, copy.page);
  copy.table = is_cell ? block->table : -1;
  copy.row = is_cell ? block->row : -1;
  copy.column = is_cell ? block->column : -1;
  copy.is_header = is_cell && block->is_header;
  copy.runs = copy_runs (block->runs, block->n_runs, text, &copy.n_runs);
  self->n_bytes += strlen (text);
  copy.text = g_steal_pointer (&text);
  copy.marker = g_steal_pointer (&marker);
  g_array_append_val (self->blocks, copy);
  return TRUE;
}
