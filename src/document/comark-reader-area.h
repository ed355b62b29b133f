/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places on pages: where words were found, what a selection covers, where a link is; and the
 * outline of a document. All of them are the document's claims, held to these bounds: numbers
 * are finite and on the page, pages are below the document's number, strings are valid UTF-8.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COMARK_READER_MAX_AREAS 20000
#define COMARK_READER_MAX_NEEDLE 1000 /* bytes of what is looked for */

typedef struct
{
  double x; /* points from the page's top left corner */
  double y;
  double width;
  double height;
  gint32 page;  /* from 0 */
  gint32 match; /* found words: counts from 0; of two lines, both have the same. Else 0 */
} ComarkReaderArea;

typedef enum
{
  COMARK_READER_LETTERS,
  COMARK_READER_WORDS,
  COMARK_READER_LINES,
} ComarkReaderUnit;

typedef struct
{
  char *text;    /* as on the page, with its line ends and hyphens */
  gint64 start;  /* of it in the page's text, in characters; -1 where it is not told */
  GArray *areas; /* of ComarkReaderArea: one a line, or a few */
} ComarkReaderSelection;

/* Characters of a page's text, as comark_reader_get_text_async() has it. */
typedef struct
{
  guint32 start;
  guint32 end; /* the first after it */
} ComarkReaderRange;

#define COMARK_READER_MAX_RANGES 128 /* that are asked for at once */

void comark_reader_selection_free (ComarkReaderSelection *self);

typedef enum
{
  COMARK_READER_LINK_ADDRESS, /* https, http or mailto: may be offered */
  COMARK_READER_LINK_PAGE,    /* of this document */
  COMARK_READER_LINK_REFUSED, /* anything else: a file, a program, a script */
} ComarkReaderLinkKind;

typedef struct
{
  ComarkReaderArea area;
  ComarkReaderLinkKind kind;
  int page;      /* where a link to a page leads, from 0; else -1 */
  char *words;   /* that it stands on, in one line; maybe "" */
  char *address; /* of a refused one: what it claims to be, maybe ""; of one to a page: "" */
} ComarkReaderLink;

typedef struct
{
  int level; /* from 1 */
  int page;  /* from 0 */
  char *title;
} ComarkReaderChapter;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReaderSelection, comark_reader_selection_free)

G_END_DECLS
