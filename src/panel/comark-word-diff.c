/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-word-diff.h"

#include <string.h>

#define MAX_WORDS 200000
/* Steps that a word costs before it is compared. */
#define WORD_WORK 40
/* The same between two changes, if it is shorter than that and than either of them, is theirs. */
#define MAX_SPECK 16

/* ---- words ---- */

/* Takes no room on the page, and says nothing. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x00ad || c == 0x200b || c == 0x200c || c == 0x200d || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Holds a word together where it has letters on both sides: don’t, co-production, 3.5. */
static gboolean
is_link (gunichar c)
{
  return c == '\'' || c == '-' || c == '.' || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

static const char *
skip_invisible (const char *at)
{
  while (*at != '\0' && is_invisible (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_class (const char *at, gboolean (*belongs) (gunichar c))
{
  while (*at != '\0' && (belongs (g_utf8_get_char (at)) || is_invisible (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_word (const char *at)
{
  for (;;)
    {
      const char *after;

      at = skip_class (at, is_letter);
      if (*at == '\0' || !is_link (g_utf8_get_char (at)))
        return at;
      after = skip_invisible (g_utf8_next_char (at));
      if (*after == '\0' || !is_letter (g_utf8_get_char (after)))
        return at;
      at = after;
    }
}

/* The end of what begins at @at: a run of blanks, a word, or one mark; with what is invisible
 * after it. */
static const char *
skip_token (const char *at)
{
  gunichar c = g_utf8_get_char (skip_invisible (at));

  if (g_unichar_isspace (c))
    return skip_class (at, g_unichar_isspace);
  if (is_letter (c))
    return skip_word (at);
  at = skip_invisible (at);
  return skip_invisible (*at != '\0' ? g_utf8_next_char (at) : at);
}

/* ---- as it is compared ---- */

static gunichar
plain (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return c;
    }
}

static gboolean
is_ascii (const char *from, const char *to)
{
  for (; from < to; from++)
    if ((guchar) *from >= 0x80)
      return FALSE;
  return TRUE;
}

static void
fold_beyond_ascii (GString *folded, const char *from, const char *to)
{
  g_autofree char *normal = g_utf8_normalize (from, to - from, G_NORMALIZE_ALL_COMPOSE);

  for (const char *at = normal; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!is_invisible (g_utf8_get_char (at)))
      g_string_append_unichar (folded, plain (g_utf8_get_char (at)));
}

/* Appends the token. */
static void
fold (GString *folded, const char *from, const char *to)
{
  if (g_unichar_isspace (g_utf8_get_char (skip_invisible (from))))
    g_string_append_c (folded, ' ');
  else if (is_ascii (from, to))
    g_string_append_len (folded, from, to - from);
  else
    fold_beyond_ascii (folded, from, to);
}

char *
comark_word_diff_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      end = skip_token (at);
      fold (folded, at, end);
    }
  g_strstrip (folded->str);
  return g_string_free (folded, FALSE);
}

void
comark_word_diff_each (const char *text, ComarkEachWord each, gpointer data)
{
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      end = skip_token (at);
      if (!is_letter (g_utf8_get_char (skip_invisible (at))))
        continue;
      g_string_truncate (word, 0);
      fold (word, at, end);
      each (word->str, data);
    }
}

/* ---- the two texts as symbols ---- */

typedef struct
{
  GArray *symbols; /* guint32, one a token */
  GArray *ends;    /* guint, bytes */
  GArray *words;   /* gboolean: no blank and no mark */
} Tokens;

static void
tokens_clear (Tokens *self)
{
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->words, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tokens, tokens_clear)

typedef struct
{
  GHashTable *symbols; /* folded token → its number + 1 */
  GStringChunk *chunk;
  GString *folded;
} Names;

static void
names_clear (Names *self)
{
  g_hash_table_unref (self->symbols);
  g_string_chunk_free (self->chunk);
  g_string_free (self->folded, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

static guint32
name_token (Names *self, const char *from, const char *to)
{
  gpointer known;

  g_string_truncate (self->folded, 0);
  fold (self->folded, from, to);
  known = g_hash_table_lookup (self->symbols, self->folded->str);
  if (known == NULL)
    {
      known = GUINT_TO_POINTER (g_hash_table_size (self->symbols) + 1);
      g_hash_table_insert (self->symbols,
                           g_string_chunk_insert (self->chunk, self->folded->str), known);
    }
  return GPOINTER_TO_UINT (known) - 1;
}

/* FALSE if they are too many. */
static gboolean
tokens_init (Tokens *self, Names *names, const char *text)
{
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (const char *at = text, *end; *at != '\0'; at = end)
    {
      guint to = (guint) ((end = skip_token (at)) - text);
      guint32 symbol = name_token (names, at, end);
      gboolean is_word = is_letter (g_utf8_get_char (skip_invisible (at)));

      g_array_append_val (self->symbols, symbol);
      g_array_append_val (self->ends, to);
      g_array_append_val (self->words, is_word);
      if (self->ends->len > 2 * MAX_WORDS)
        return FALSE;
    }
  return TRUE;
}

static guint
start_of (const Tokens *self, guint token)
{
  return token > 0 ? g_array_index (self->ends, guint, token - 1) : 0;
}

/* ---- pieces: the same, or changed on one side or both; tokens ---- */

typedef struct
{
  gboolean is_same;
  guint old_from, old_to;
  guint new_from, new_to;
} Piece;

static void
add_piece (GArray *pieces, Piece piece)
{
  Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;

  if (last == NULL || last->is_same != piece.is_same)
    {
      g_array_append_val (pieces, piece);
      return;
    }
  last->old_to = piece.old_to;
  last->new_to = piece.new_to;
}

static GArray *
pieces_of (GArray *runs)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint i = 0; i < runs->len; i++)
    {
      const ComarkDiffRun *run = &g_array_index (runs, ComarkDiffRun, i);
      guint old = run->kind == COMARK_DIFF_ADDED ? 0 : run->length;
      guint new = run->kind == COMARK_DIFF_REMOVED ? 0 : run->length;

      add_piece (pieces, (Piece){ run->kind == COMARK_DIFF_SAME, run->old_start,
                                  run->old_start + old, run->new_start, run->new_start + new });
    }
  return pieces;
}

static guint
size_of (const Piece *piece, const Tokens *old, const Tokens *new)
{
  return MAX (start_of (old, piece->old_to) - start_of (old, piece->old_from),
              start_of (new, piece->new_to) - start_of (new, piece->new_from));
}

/* “red green” → “blue yellow” is one change, though the blank between is the same. */
static GArray *
merge_specks (GArray *pieces, const Tokens *old, const Tokens *new)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *around = &g_array_index (pieces, Piece, i);
      Piece piece = *around;

      if (piece.is_same && i > 0 && i + 1 < pieces->len)
        {
          guint size = size_of (&piece, old, new);
          piece.is_same = size >= MAX_SPECK || size >= size_of (around - 1, old, new)
                          || size >= size_of (around + 1, old, new);
        }
      add_piece (merged, piece);
    }
  return merged;
}

static guint32
symbol_at (const Tokens *self, guint token)
{
  return g_array_index (self->symbols, guint32, token);
}

/* What a change begins or ends with on both sides is no part of it: merging can bring that. */
static void
tighten (GArray *pieces, const Tokens *old, const Tokens *new)
{
  for (guint i = 1; i + 1 < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i), *next = piece + 1, *last = piece - 1;

      if (piece->is_same)
        continue;
      while (piece->old_from < piece->old_to && piece->new_from < piece->new_to
             && symbol_at (old, piece->old_to - 1) == symbol_at (new, piece->new_to - 1))
        {
          piece->old_to = --next->old_from;
          piece->new_to = --next->new_from;
        }
      while (piece->old_from < piece->old_to && piece->new_from < piece->new_to
             && symbol_at (old, piece->old_from) == symbol_at (new, piece->new_from))
        {
          piece->old_from = ++last->old_to;
          piece->new_from = ++last->new_to;
        }
    }
}

/* “ brown” in “quick brown fox” is as well “brown ”, which looks better marked; and “. Then we
 * ate” before a full stop is “ Then we ate.” */
static void
begin_with_words (GArray *pieces, const Tokens *old, const Tokens *new)
{
  for (guint i = 1; i + 1 < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i), *next = piece + 1, *last = piece - 1;
      gboolean is_removal = piece->new_from == piece->new_to;
      const Tokens *side = is_removal ? old : new;
      guint *from = is_removal ? &piece->old_from : &piece->new_from;

      if (piece->is_same || is_removal == (piece->old_from == piece->old_to))
        continue;
      while (next->old_from < next->old_to && !g_array_index (side->words, gboolean, *from)
             && symbol_at (side, *from) == symbol_at (old, next->old_from))
        {
          last->old_to++, last->new_to++;
          piece->old_from++, piece->old_to++, piece->new_from++, piece->new_to++;
          next->old_from++, next->new_from++;
        }
    }
}

/* ---- the answer ---- */

static void
add_span (GArray *spans, ComarkDiffKind kind, guint old_start, guint old_end, guint new_start,
          guint new_end)
{
  const ComarkWordSpan span = { kind, old_start, old_end, new_start, new_end };

  if (old_end > old_start || new_end > new_start)
    g_array_append_val (spans, span);
}

static void
add_change (GArray *spans, guint old_start, guint old_end, guint new_start, guint new_end)
{
  add_span (spans, COMARK_DIFF_REMOVED, old_start, old_end, new_start, new_start);
  add_span (spans, COMARK_DIFF_ADDED, old_end, old_end, new_start, new_end);
}

static void
add_spans (GArray *spans, GArray *pieces, const Tokens *old, const Tokens *new)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      guint old_start = start_of (old, piece->old_from), old_end = start_of (old, piece->old_to);
      guint new_start = start_of (new, piece->new_from), new_end = start_of (new, piece->new_to);

      if (piece->is_same)
        add_span (spans, COMARK_DIFF_SAME, old_start, old_end, new_start, new_end);
      else
        add_change (spans, old_start, old_end, new_start, new_end);
    }
}

/* Of equally short answers one is chosen by the order of the two: so there is one order. */
static void
turn_round (GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      const Piece was = *piece;

      *piece = (Piece){ was.is_same, was.new_from, was.new_to, was.old_from, was.old_to };
    }
}

static GArray *
find_pieces (const Tokens *old, const Tokens *new, Names *names, gint64 *work,
             gboolean *is_rough)
{
  g_autoptr (GArray) runs
    = comark_diff ((const guint32 *) (gpointer) old->symbols->data, old->symbols->len,
                   (const guint32 *) (gpointer) new->symbols->data, new->symbols->len,
                   g_hash_table_size (names->symbols), work, is_rough);
  g_autoptr (GArray) pieces = pieces_of (runs);
  GArray *merged = merge_specks (pieces, old, new);

  tighten (merged, old, new);
  begin_with_words (merged, old, new);
  return merged;
}

GArray *
comark_word_diff (const char *old, const char *new, gint64 *work, gboolean *is_rough)
{
  gboolean turned = strcmp (old, new) > 0;
  g_auto (Names) names = { g_hash_table_new (g_str_hash, g_str_equal),
                           g_string_chunk_new (4096), g_string_new (NULL) };
  g_auto (Tokens) one = { NULL }, other = { NULL };
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (ComarkWordSpan));
  g_autoptr (GArray) pieces = NULL;

  if (*work <= 0 || !tokens_init (&one, &names, turned ? new : old)
      || !tokens_init (&other, &names, turned ? old : new)
      || one.ends->len + other.ends->len > 2 * MAX_WORDS)
    {
      *is_rough = TRUE;
      add_change (spans, 0, (guint) strlen (old), 0, (guint) strlen (new));
      return spans;
    }
  *work -= WORD_WORK * ((gint64) one.ends->len + other.ends->len);
  pieces = find_pieces (&one, &other, &names, work, is_rough);
  if (turned)
    turn_round (pieces);
  add_spans (spans, pieces, turned ? &other : &one, turned ? &one : &other);
  return spans;
}
