/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What libcomark and its helper program comark-reader say to each other. One header for both
 * ends: they are always of one build, on one machine, so numbers are in host order.
 *
 *   descriptor 0 and 1   one stream socket: requests come in on 0, replies go out on 1
 *   descriptor 3         the document, a regular file open for reading
 *   descriptor 4         the canvas: shared memory of COMARK_READER_CANVAS_BYTES that can
 *                        neither grow nor shrink, for the pixels of one page at a time
 *
 * One request, one reply, in turn. OPEN comes first and once. The helper ends when descriptor
 * 0 does. The helper reads hostile bytes and may be anybody's by the time it answers: libcomark
 * takes every field of a reply for a claim, bounds it, and copies what it keeps.
 */
#pragma once

#include <glib.h>

#define COMARK_READER_DOCUMENT_FD 3
#define COMARK_READER_CANVAS_FD 4

#define COMARK_READER_MAX_PIXELS (32 * 1000 * 1000)
#define COMARK_READER_CANVAS_BYTES ((gsize) COMARK_READER_MAX_PIXELS * 4)
#define COMARK_READER_MIN_WIDTH 16
#define COMARK_READER_MAX_WIDTH 8192
#define COMARK_READER_MAX_HEIGHT 32000 /* cairo's images end at 32767 */

#define COMARK_READER_MAX_PAGES 100000
#define COMARK_READER_MAX_PAYLOAD (4 * 1024 * 1024)
#define COMARK_READER_MAX_TITLE 1024
#define COMARK_READER_MAX_WORDS 1024
#define COMARK_READER_MIN_POINTS 3.0
#define COMARK_READER_MAX_POINTS 14400.0 /* the largest page that PDF 1.7 knows */

typedef enum
{
  COMARK_READER_COMMAND_OPEN = 1, /* reply: n_pages (0: words only), kind; payload: title */
  COMARK_READER_COMMAND_SIZE,     /* page; reply payload: width and height in points, 2 doubles */
  COMARK_READER_COMMAND_PAGE,     /* page, amount; reply: width, height, stride; canvas filled */
  COMARK_READER_COMMAND_TEXT,     /* page; reply payload: UTF-8 */
  COMARK_READER_COMMAND_READ,     /* page, amount (pages at most): reads their structure, pages
                                   * in rising order; reply: the page to go on with. One more
                                   * with page = n_pages (at least 1) ends it */
  COMARK_READER_COMMAND_BLOCKS,   /* page: the first block wanted, after READ was ended; reply:
                                   * blocks in the payload, blocks in all, is cut */
  COMARK_READER_COMMAND_FIND,     /* page, amount (pages at most), payload: words; reply: the page
                                   * to go on with, matches; payload: ComarkReaderArea */
  COMARK_READER_COMMAND_SELECT,   /* page, amount: ComarkReaderUnit, payload: 4 doubles; reply:
                                   * number of areas, where the text begins in the page's + 1
                                   * (0: unknown); payload: the areas, then the text */
  COMARK_READER_COMMAND_LINKS,    /* page; reply payload: "x y width height target address",
                                   * a tab and its words a line; target: the page it leads to,
                                   * from 1, or 0 */
  COMARK_READER_COMMAND_CHAPTERS, /* reply payload: "level page title" a line */
  COMARK_READER_COMMAND_AREAS,    /* page, payload: ComarkReaderRange; reply payload: their
                                   * ComarkReaderArea, match: which range */
  COMARK_READER_COMMAND_SIZES,    /* page, amount (pages at most); reply: the page to go on with;
                                   * payload: width and height in points of each, 2 doubles */
} ComarkReaderCommand;

typedef enum
{
  COMARK_READER_STATUS_OK,
  COMARK_READER_STATUS_DAMAGED,
  COMARK_READER_STATUS_EMPTY,
  COMARK_READER_STATUS_KIND,
  COMARK_READER_STATUS_LOCKED,
  COMARK_READER_STATUS_NO_PAGE,
  COMARK_READER_STATUS_NO_PAGES,
  COMARK_READER_STATUS_TOO_LARGE,
} ComarkReaderStatus;

typedef struct
{
  guint32 command;
  guint32 page; /* from 0 */
  guint32 amount; /* PAGE: its width in pixels */
  guint32 payload; /* bytes that follow, at most COMARK_READER_MAX_WORDS */
} ComarkReaderRequest;

typedef struct
{
  guint32 command; /* the request's */
  guint32 status;
  guint32 value[3];
  guint32 payload; /* bytes that follow, at most COMARK_READER_MAX_PAYLOAD */
} ComarkReaderReply;

/* A block in the payload of BLOCKS: this, then the marker's bytes, the text's, and the runs. */
typedef struct
{
  guint32 kind; /* ComarkReadingKind */
  guint32 level;
  gint32 page;
  gint32 last_page;
  gint32 table;
  gint32 row;
  gint32 column;
  guint32 is_header;
  guint32 marker_bytes;
  guint32 text_bytes;
  guint32 n_runs; /* of ComarkReadingRun */
} ComarkReaderBlockHead;
