/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-place.h"

#include <string.h>

/* Characters on each side that are kept, and looked for. */
#define AROUND 60
#define ANCHOR 16
/* A page that gained or lost a line above the quote is still the same place. */
#define ABOUT 400
/* Shorter words than that stand in every document. */
#define TELLING 12
/* Runs of that many characters are counted where the words themselves are not found. */
#define GRAM 6
/* In hundredths: so many of them in one place are the same passage in other words. */
#define ENOUGH 40

/* Text with what does not count left out, and where each character was. */
typedef struct
{
  GArray *chars;  /* gunichar */
  GArray *places; /* of Place, one a character */
} Bare;

typedef struct
{
  gint32 page;
  gint32 offset;
} Place;

static void
bare_clear (Bare *self)
{
  g_clear_pointer (&self->chars, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bare, bare_clear)

static void
bare_init (Bare *self)
{
  self->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/* Bullets, of which every program has its own (some in a font's private letters), and the lines
 * that part a table's cells where it is read as words. */
static gboolean
is_ornament (gunichar c)
{
  switch (c)
    {
    case '|':
    case 0x00b7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x25a0:
    case 0x25a1:
    case 0x25aa:
    case 0x25ab:
    case 0x25cb:
    case 0x25cf:
    case 0x25e6:
      return TRUE;
    default:
      return c >= 0xe000 && c <= 0xf8ff;
    }
}

static gboolean
counts (gunichar c)
{
  if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || is_ornament (c))
    return FALSE;
  /* hyphens of all kinds, and the soft one */
  return c != '-' && c != 0x00ad && c != 0x2010 && c != 0x2011 && c != 0x200b && c != 0xfeff;
}

/* Typographic and plain quotation marks are one: conversions change them. */
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
    default:
      return c;
    }
}

static void
bare_add (Bare *self, const char *text, int page)
{
  Place place = { page, 0 };

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text), place.offset++)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n = g_unichar_fully_decompose (g_utf8_get_char (text), TRUE, parts,
                                           G_N_ELEMENTS (parts));

      for (gsize i = 0; i < n; i++)
        if (counts (parts[i]))
          {
            gunichar c = plain (parts[i]);
            g_array_append_val (self->chars, c);
            g_array_append_val (self->places, place);
          }
    }
}

#define AT(array, i) g_array_index (array, gunichar, i)

/* ---- exact words ---- */

/* How far the needle can be moved on after a mismatch (Knuth, Morris and Pratt, 1977): no text
 * is so made up that looking takes longer than reading. Returns: (transfer full) */
static guint *
make_steps (GArray *needle)
{
  guint *steps = g_new0 (guint, needle->len + 1);
  guint matched = 0;

  for (guint i = 1; i < needle->len; i++)
    {
      while (matched > 0 && AT (needle, i) != AT (needle, matched))
        matched = steps[matched - 1];
      matched += AT (needle, i) == AT (needle, matched);
      steps[i] = matched;
    }
  return steps;
}

/* Every place of @needle in @text. Returns: (transfer full) (element-type guint) */
static GArray *
find_all (GArray *text, GArray *needle)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *steps = make_steps (needle);
  guint matched = 0;

  for (guint i = 0; needle->len > 0 && i < text->len; i++)
    {
      while (matched > 0 && AT (text, i) != AT (needle, matched))
        matched = steps[matched - 1];
      matched += AT (text, i) == AT (needle, matched);
      if (matched == needle->len)
        {
          guint start = i + 1 - needle->len;
          g_array_append_val (found, start);
          matched = steps[matched - 1];
        }
    }
  return found;
}

/* How many characters before @at are those that end @prefix. */
static guint
count_before (GArray *text, guint at, GArray *prefix)
{
  guint n = 0;

  while (n < prefix->len && n < at && AT (text, at - 1 - n) == AT (prefix, prefix->len - 1 - n))
    n++;
  return n;
}

static guint
count_after (GArray *text, guint at, GArray *suffix)
{
  guint n = 0;

  while (n < suffix->len && at + n < text->len && AT (text, at + n) == AT (suffix, n))
    n++;
  return n;
}

typedef struct
{
  ComarkQuote *quote;
  const Bare *text; /* borrowed */
  Bare exact, prefix, suffix;
} Search;

static void
search_clear (Search *self)
{
  bare_clear (&self->exact);
  bare_clear (&self->prefix);
  bare_clear (&self->suffix);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static Place
place_at (Search *self, guint i)
{
  return g_array_index (self->text->places, Place, i);
}

static gboolean
is_about_there (Search *self, guint at)
{
  Place place = place_at (self, at);

  return place.page + 1 == self->quote->page
         && ABS ((gint64) place.offset - self->quote->start) <= ABOUT;
}

/* Pages weigh more than any place on one. */
static gint64
distance (Search *self, guint at)
{
  Place place = place_at (self, at);

  return ABS ((gint64) place.page + 1 - self->quote->page) * G_MAXINT32
         + ABS ((gint64) place.offset - self->quote->start);
}

/* Short words count with something of what stood around them, or where they were. */
static gboolean
is_convincing (Search *self, guint at, guint around)
{
  guint kept = self->prefix.chars->len + self->suffix.chars->len;

  return self->exact.chars->len >= TELLING || around * 2 >= kept
         || (is_about_there (self, at) && around * 4 >= kept);
}

static gboolean
find_exact (Search *self, guint *at)
{
  g_autoptr (GArray) found = find_all (self->text->chars, self->exact.chars);
  gboolean any = FALSE;
  guint best = 0;

  for (guint i = 0; i < found->len; i++)
    {
      guint here = g_array_index (found, guint, i);
      guint around = count_before (self->text->chars, here, self->prefix.chars)
                     + count_after (self->text->chars, here + self->exact.chars->len,
                                    self->suffix.chars);

      if (!is_convincing (self, here, around))
        continue;
      if (any && (around < best
                  || (around == best && distance (self, here) >= distance (self, *at))))
        continue;
      any = TRUE;
      best = around;
      *at = here;
    }
  return any;
}

/* ---- other words in its place ---- */

/* The end of the prefix, or the beginning of the suffix. */
static GArray *
anchor (GArray *around, gboolean end)
{
  guint n = MIN (around->len, ANCHOR);
  GArray *part = g_array_new (FALSE, FALSE, sizeof (gunichar));

  g_array_append_vals (part, &AT (around, end ? around->len - n : 0), n);
  return part;
}

/* What stands between the words before it and those after it, if that is not much more than it
 * was. */
static gboolean
find_between (Search *self, guint *at, guint *length)
{
  g_autoptr (GArray) before = anchor (self->prefix.chars, TRUE);
  g_autoptr (GArray) after = anchor (self->suffix.chars, FALSE);
  g_autoptr (GArray) starts = NULL;
  g_autoptr (GArray) ends = NULL;
  guint most = self->exact.chars->len * 3 + 100, j = 0;
  gboolean any = FALSE;

  if (before->len < TELLING || after->len < TELLING)
    return FALSE;
  starts = find_all (self->text->chars, before);
  ends = find_all (self->text->chars, after);
  for (guint i = 0; i < starts->len; i++)
    {
      guint start = g_array_index (starts, guint, i) + before->len;

      while (j < ends->len && g_array_index (ends, guint, j) <= start)
        j++;
      if (j == ends->len || g_array_index (ends, guint, j) - start > most
          || (any && distance (self, start) >= distance (self, *at)))
        continue;
      any = TRUE;
      *at = start;
      *length = g_array_index (ends, guint, j) - start;
    }
  return any;
}

static guint64
gram_at (GArray *text, guint i)
{
  guint64 hash = 1469598103934665603u;

  for (guint j = 0; j < GRAM; j++)
    hash = (hash ^ AT (text, i + j)) * 1099511628211u;
  return hash;
}

/* Each run of the quote and where it first stands in it. */
static GHashTable *
make_grams (GArray *exact)
{
  GHashTable *grams = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i + GRAM <= exact->len; i++)
    {
      guint64 gram = gram_at (exact, i);

      if (!g_hash_table_contains (grams, &gram))
        g_hash_table_insert (grams, g_memdup2 (&gram, sizeof gram), GUINT_TO_POINTER (i));
    }
  return grams;
}

/* The stretch of text, as long as the quote, in which most of its runs stand. A run seen twice
 * within the stretch counts once. */
static gboolean
find_alike (Search *self, guint *at, guint *length)
{
  GArray *text = self->text->chars;
  guint wide = self->exact.chars->len, n_seen = 0, best = 0;
  g_autoptr (GHashTable) grams = make_grams (self->exact.chars);
  guint n_grams = g_hash_table_size (grams);
  g_autofree guint *seen = g_new0 (guint, wide + 1);
  g_autofree gint32 *ring = g_new (gint32, wide + 1);

  if (n_grams == 0)
    return FALSE;
  for (guint i = 0; i <= wide; i++)
    ring[i] = -1;
  for (guint i = 0; i + GRAM <= text->len; i++)
    {
      guint64 gram = gram_at (text, i);
      gpointer place;
      gint32 *slot = &ring[i % (wide + 1)];

      if (*slot >= 0 && --seen[*slot] == 0)
        n_seen--;
      *slot = -1;
      if (!g_hash_table_lookup_extended (grams, &gram, NULL, &place))
        continue;
      *slot = (gint32) GPOINTER_TO_UINT (place);
      n_seen += seen[*slot]++ == 0;
      if (n_seen <= best)
        continue;
      best = n_seen;
      *at = i + GRAM > wide ? i + GRAM - wide : 0;
    }
  *length = MIN (wide, text->len - *at);
  return best * 100 >= n_grams * ENOUGH;
}

/* ---- the answer ---- */

static ComarkQuotePlace
answer (Search *self, ComarkQuoteFate fate, guint at, guint length)
{
  Place first = place_at (self, at);
  Place last = place_at (self, at + MAX (length, 1) - 1);

  return (ComarkQuotePlace){ fate, first.page + 1, first.offset, last.page + 1,
                             last.offset + 1 };
}

static ComarkQuotePlace
look_for (ComarkQuote *quote, const Bare *text)
{
  g_auto (Search) search = { quote, text };
  guint at = 0, length = 0;

  bare_init (&search.exact);
  bare_init (&search.prefix);
  bare_init (&search.suffix);
  bare_add (&search.exact, quote->exact, 0);
  bare_add (&search.prefix, quote->prefix, 0);
  bare_add (&search.suffix, quote->suffix, 0);
  if (search.exact.chars->len == 0 || text->chars->len == 0)
    return (ComarkQuotePlace){ COMARK_QUOTE_GONE, 0, 0, 0, 0 };
  if (find_exact (&search, &at))
    return answer (&search, is_about_there (&search, at) ? COMARK_QUOTE_SAME : COMARK_QUOTE_MOVED,
                   at, search.exact.chars->len);
  if (find_between (&search, &at, &length) || find_alike (&search, &at, &length))
    return answer (&search, COMARK_QUOTE_CHANGED, at, length);
  return (ComarkQuotePlace){ COMARK_QUOTE_GONE, 0, 0, 0, 0 };
}

GArray *
comark_quote_find_all (GPtrArray *quotes, const char *const *pages, guint n_pages)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (ComarkQuotePlace), quotes->len);
  g_auto (Bare) text = { NULL };

  bare_init (&text);
  for (guint i = 0; i < n_pages; i++)
    bare_add (&text, pages[i], (int) i);
  for (guint i = 0; i < quotes->len; i++)
    {
      ComarkQuotePlace place = look_for (g_ptr_array_index (quotes, i), &text);

      g_array_append_val (places, place);
    }
  return places;
}

ComarkQuotePlace
comark_quote_find (ComarkQuote *quote, const char *const *pages, guint n_pages)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GArray) places = NULL;

  g_ptr_array_add (one, quote);
  places = comark_quote_find_all (one, pages, n_pages);
  return g_array_index (places, ComarkQuotePlace, 0);
}

guint
comark_quote_count (const char *words, const char *const *pages, guint n_pages)
{
  g_auto (Bare) text = { NULL };
  g_auto (Bare) wanted = { NULL };
  g_autoptr (GArray) found = NULL;

  bare_init (&text);
  bare_init (&wanted);
  for (guint i = 0; i < n_pages; i++)
    bare_add (&text, pages[i], (int) i);
  bare_add (&wanted, words, 0);
  found = find_all (text.chars, wanted.chars);
  return found->len;
}

const char *
comark_quote_fate_nick (ComarkQuoteFate fate)
{
  static const char *const nicks[] = { "same", "moved", "changed", "gone" };

  return nicks[CLAMP (fate, COMARK_QUOTE_SAME, COMARK_QUOTE_GONE)];
}

const char *
comark_quote_fate_words (ComarkQuoteFate fate)
{
  static const char *const words[] = { "Still there", "Moved", "Other words now",
                                       "No longer there" };

  return words[CLAMP (fate, COMARK_QUOTE_SAME, COMARK_QUOTE_GONE)];
}

void
comark_quote_look_around (const char *text, gint64 start, gint64 length, char **prefix,
                          char **suffix)
{
  glong n = text != NULL ? g_utf8_strlen (text, -1) : 0;
  glong from = CLAMP (start, 0, n);
  glong to = CLAMP (from + length, from, n);

  *prefix = n > 0 ? g_utf8_substring (text, MAX (from - AROUND, 0), from) : g_strdup ("");
  *suffix = n > 0 ? g_utf8_substring (text, to, MIN (to + AROUND, n)) : g_strdup ("");
}
