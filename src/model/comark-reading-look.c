/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-reading-look.h"

#include <math.h>
#include <string.h>

#define FIELD(name) G_STRUCT_OFFSET (ComarkReadingLook, name)

/* Every number of a look; "face" is the only one that is none. */
static const struct
{
  const char *name;
  gsize offset;
  int usual, least, most;
} fields[] = {
  { "size", FIELD (size), 125, COMARK_READING_SIZE_MIN, COMARK_READING_SIZE_MAX },
  { "line", FIELD (line), 125, 100, 300 },
  { "letter", FIELD (letter), 0, 0, 50 },
  { "column", FIELD (column), 70, 20, 150 },
  { "speed", FIELD (speed), 100, 50, 300 },
  { "colours", FIELD (colours), COMARK_READING_USUAL, 0, COMARK_N_READING_COLOURS - 1 },
  { "ink", FIELD (ink), 0x1c1c1c, 0, 0xffffff },
  { "paper", FIELD (paper), 0xfbf3df, 0, 0xffffff },
  { "ruler", FIELD (ruler), FALSE, 0, 1 },
  { "single", FIELD (single), FALSE, 0, 1 },
  { "as-words", FIELD (as_words), FALSE, 0, 1 },
};

/* Ink on paper, each at 7 to 1 or more. */
static const int pairs[COMARK_N_READING_COLOURS][2] = {
  [COMARK_READING_WHITE] = { 0x1c1c1c, 0xffffff },
  [COMARK_READING_CREAM] = { 0x2a2113, 0xfbf3df },
  [COMARK_READING_BLUE] = { 0x10233a, 0xdcebf7 },
  [COMARK_READING_YELLOW] = { 0x1f1c00, 0xfff7a8 },
  [COMARK_READING_DARK] = { 0xececec, 0x1c1c1e },
};

static int *
number_of (const ComarkReadingLook *look, guint field)
{
  return (int *) ((char *) look + fields[field].offset);
}

ComarkReadingLook
comark_reading_look_usual (void)
{
  ComarkReadingLook look = { .face = "" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *number_of (&look, i) = fields[i].usual;
  return look;
}

char *
comark_reading_look_to_text (const ComarkReadingLook *look)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*number_of (look, i) != fields[i].usual)
      g_string_append_printf (text, "%s=%d\n", fields[i].name, *number_of (look, i));
  if (look->face[0] != '\0')
    g_string_append_printf (text, "face=%s\n", look->face);
  return g_string_free (text, FALSE);
}

static void
take_number (ComarkReadingLook *look, const char *name, const char *value)
{
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name)
        && g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, NULL))
      *number_of (look, i) = (int) CLAMP (number, fields[i].least, fields[i].most);
}

static void
take_line (ComarkReadingLook *look, char *line)
{
  char *value = strchr (line, '=');

  if (value == NULL)
    return;
  *value++ = '\0';
  if (!g_str_equal (line, "face"))
    take_number (look, line, value);
  else if (strlen (value) < COMARK_READING_FACE_BYTES && g_utf8_validate (value, -1, NULL))
    g_strlcpy (look->face, value, sizeof look->face);
}

ComarkReadingLook
comark_reading_look_from_text (const char *text)
{
  ComarkReadingLook look = comark_reading_look_usual ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", 64);

  for (guint i = 0; lines[i] != NULL; i++)
    take_line (&look, lines[i]);
  return look;
}

gboolean
comark_reading_look_equal (const ComarkReadingLook *a, const ComarkReadingLook *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*number_of (a, i) != *number_of (b, i))
      return FALSE;
  return g_str_equal (a->face, b->face);
}

void
comark_reading_look_redo (ComarkReadingLook *look, const ComarkReadingLook *before,
                          const ComarkReadingLook *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*number_of (before, i) != *number_of (after, i))
      *number_of (look, i) = *number_of (after, i);
  if (!g_str_equal (before->face, after->face))
    g_strlcpy (look->face, after->face, sizeof look->face);
}

gboolean
comark_reading_look_get_colours (const ComarkReadingLook *look, int *ink, int *paper)
{
  if (look->colours <= COMARK_READING_USUAL || look->colours >= COMARK_N_READING_COLOURS)
    return FALSE;
  *ink = look->colours == COMARK_READING_OWN ? look->ink : pairs[look->colours][0];
  *paper = look->colours == COMARK_READING_OWN ? look->paper : pairs[look->colours][1];
  return TRUE;
}

/* ---- contrast ---- */

static double
linear (int byte)
{
  double part = byte / 255.0;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (int colour)
{
  return 0.2126 * linear (colour >> 16 & 0xff) + 0.7152 * linear (colour >> 8 & 0xff)
         + 0.0722 * linear (colour & 0xff);
}

double
comark_reading_contrast (int one, int other)
{
  double a = luminance (one), b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
