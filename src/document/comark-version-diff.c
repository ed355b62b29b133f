/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-version-diff.h"

#include "comark-document-kind.h"
#include "comark-reader.h"

struct _ComarkVersionDiff
{
  gatomicrefcount references;
  ComarkReadingText *texts[COMARK_N_VERSIONS];
  GArray *blocks[COMARK_N_VERSIONS]; /* guint: of each paragraph; Comark's own notes are none */
  gboolean is_cut[COMARK_N_VERSIONS];
  ComarkTextDiff *words;
};

ComarkVersionDiff *
comark_version_diff_ref (ComarkVersionDiff *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
comark_version_diff_unref (ComarkVersionDiff *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  for (guint i = 0; i < COMARK_N_VERSIONS; i++)
    {
      comark_reading_text_unref (self->texts[i]);
      g_array_unref (self->blocks[i]);
    }
  comark_text_diff_free (self->words);
  g_free (self);
}

/* ---- comparing ---- */

/* Returns: (transfer container): the paragraphs' texts, lent by the blocks */
static GPtrArray *
list_paragraphs (ComarkVersionDiff *self, ComarkVersion version)
{
  GPtrArray *texts = g_ptr_array_new ();
  const ComarkReadingBlock *block;

  self->blocks[version] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_cut[version] = comark_reading_text_is_cut (self->texts[version]);
  for (guint i = 0; (block = comark_reading_text_get_block (self->texts[version], i)) != NULL; i++)
    if (block->kind == COMARK_READING_NOTE)
      self->is_cut[version] = TRUE;
    else
      {
        g_ptr_array_add (texts, (gpointer) block->text);
        g_array_append_val (self->blocks[version], i);
      }
  return texts;
}

ComarkVersionDiff *
comark_version_diff_new (ComarkReadingText *old, ComarkReadingText *new)
{
  ComarkVersionDiff *self = g_new0 (ComarkVersionDiff, 1);
  g_autoptr (GPtrArray) was = NULL, is = NULL;

  g_atomic_ref_count_init (&self->references);
  self->texts[COMARK_VERSION_OLD] = comark_reading_text_ref (old);
  self->texts[COMARK_VERSION_NEW] = comark_reading_text_ref (new);
  was = list_paragraphs (self, COMARK_VERSION_OLD);
  is = list_paragraphs (self, COMARK_VERSION_NEW);
  self->words = comark_text_diff ((const char *const *) was->pdata, was->len,
                                  (const char *const *) is->pdata, is->len);
  return self;
}

/* ---- reading ---- */

typedef struct
{
  ComarkVersion version;
  ComarkVersionProgress progress;
  gpointer data;
} Reading;

static void
on_pages_read (int n_done, int n_pages, gpointer data)
{
  const Reading *self = data;
  double part = n_pages > 0 ? (double) n_done / n_pages : 0;

  if (self->progress != NULL)
    self->progress ((self->version + part) / COMARK_N_VERSIONS, self->data);
}

static ComarkReadingText *
read_version (GBytes *bytes, Reading *reading, GCancellable *cancellable, GError **error)
{
  ComarkReadingText *text;

  if (!comark_document_kind_can_read (comark_document_kind_of_bytes (bytes)))
    return comark_reading_text_new ();
  text = comark_reader_extract_words (bytes, on_pages_read, reading, cancellable, error);
  if (text == NULL)
    g_prefix_error (error, "%s: ", reading->version == COMARK_VERSION_OLD ? "The earlier version"
                                                                          : "The later version");
  return text;
}

ComarkVersionDiff *
comark_version_diff_read (GBytes *old, GBytes *new, ComarkVersionProgress progress,
                          gpointer data, GCancellable *cancellable, GError **error)
{
  Reading reading = { COMARK_VERSION_OLD, progress, data };
  g_autoptr (ComarkReadingText) was = read_version (old, &reading, cancellable, error);
  g_autoptr (ComarkReadingText) is = NULL;

  if (was == NULL)
    return NULL;
  reading.version = COMARK_VERSION_NEW;
  is = read_version (new, &reading, cancellable, error);
  return is != NULL ? comark_version_diff_new (was, is) : NULL;
}

/* ---- looking at it ---- */

const ComarkTextDiff *
comark_version_diff_get_words (ComarkVersionDiff *self)
{
  return self->words;
}

const ComarkReadingBlock *
comark_version_diff_get_block (ComarkVersionDiff *self, const ComarkTextPart *part,
                               ComarkVersion version)
{
  gint index = version == COMARK_VERSION_OLD ? part->old_index : part->new_index;

  return index < 0 ? NULL
                   : comark_reading_text_get_block (self->texts[version],
                                                    g_array_index (self->blocks[version], guint,
                                                                   index));
}

gboolean
comark_version_diff_has_words (ComarkVersionDiff *self, ComarkVersion version)
{
  return self->blocks[version]->len > 0;
}

gboolean
comark_version_diff_is_cut (ComarkVersionDiff *self, ComarkVersion version)
{
  return self->is_cut[version];
}
