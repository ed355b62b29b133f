/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How one person likes to read: the look of the reading view and the speed of its voice. A plain
 * value; copy it freely. Kept for the person as lines of text (comark-desk-preferences.h).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_READING_SIZE_MIN 50
#define COMARK_READING_SIZE_MAX 400
#define COMARK_READING_FACE_BYTES 64
/* Text that differs less from its paper is hard to read for many (WCAG 2, 1.4.3). */
#define COMARK_READING_CONTRAST_MIN 4.5

typedef enum
{
  COMARK_READING_USUAL, /* those of the window, light or dark */
  COMARK_READING_WHITE,
  COMARK_READING_CREAM,
  COMARK_READING_BLUE,
  COMARK_READING_YELLOW,
  COMARK_READING_DARK,
  COMARK_READING_OWN, /* look.ink on look.paper */
  COMARK_N_READING_COLOURS
} ComarkReadingColours;

typedef struct
{
  int size;      /* of letters, in % of the window's: 50 to 400 */
  int line;      /* from line to line, in % of what the face asks for: 100 to 300 */
  int letter;    /* more between letters, in % of their size: 0 to 50 */
  int column;    /* letters in a line, about: 20 to 150 */
  int speed;     /* of the voice, in % of its usual: 50 to 300 */
  int colours;   /* ComarkReadingColours */
  int ink;       /* own colours, 0xRRGGBB */
  int paper;
  gboolean ruler;    /* a line under the one being read */
  gboolean single;   /* one paragraph at a time */
  gboolean as_words; /* documents that have pages are shown as words all the same */
  char face[COMARK_READING_FACE_BYTES]; /* a family of typefaces; "": the window's */
} ComarkReadingLook;

/* What holds until a person says otherwise. */
ComarkReadingLook comark_reading_look_usual (void);

/* Returns: (transfer full): lines of "name=value"; only what differs from the usual */
char *comark_reading_look_to_text (const ComarkReadingLook *look);

/* The look that @text (nullable, UTF-8) tells. Unknown lines count for nothing, values out of
 * bounds are held to them: it may come from a newer program, or a broken file. */
ComarkReadingLook comark_reading_look_from_text (const char *text);

gboolean comark_reading_look_equal (const ComarkReadingLook *a, const ComarkReadingLook *b);

/* Does to @look what was done to @before to make it @after, and leaves the rest of it. */
void comark_reading_look_redo (ComarkReadingLook *look, const ComarkReadingLook *before,
                               const ComarkReadingLook *after);

/* FALSE for usual colours: the window's theme has them. 0xRRGGBB. */
gboolean comark_reading_look_get_colours (const ComarkReadingLook *look, int *ink, int *paper);

/* How far two colours (0xRRGGBB) differ, 1 to 21, as WCAG 2 measures it. */
double comark_reading_contrast (int one, int other);

G_END_DECLS
