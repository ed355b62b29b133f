/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader's tests share: asking and waiting in one call, documents made on the spot,
 * and counting what a process leaves open.
 */
#pragma once

#include "comark-reader.h"

/* Each asks, runs the main loop until answered, and answers. */
int reader_open (ComarkReader *reader, GError **error);
ComarkPageImage *reader_render (ComarkReader *reader, int page, int width_px, GError **error);
char *reader_text (ComarkReader *reader, int page, GError **error);
ComarkReadingText *reader_words (ComarkReader *reader, GError **error);
gboolean reader_size (ComarkReader *reader, int page, double *width, double *height,
                      GError **error);

/* The words of @bytes, a line a block: "heading 1: Words", "item 1 •: <b>Words</> go on",
 * "cell 0/1/2!: Words", with table, row and column, and ! for a header. */
char *spell_words (GBytes *bytes);

/* A PDF of @n_pages A5 pages; page i says "Page i+1 of the leaflet" and has a black square. */
GBytes *make_leaflet (int n_pages);
/* A PDF of one page from its parts; @content is the page's stream, @objects further whole
 * objects from number 5 on (nullable). */
GBytes *make_raw_pdf (const char *media_box, const char *resources, const char *content,
                      const char *objects);
/* A page that would take hours: in bombs.c. */
GBytes *make_form_bomb (void);
/* The debian-policy manual, 193 pages or so; NULL when it is not installed. */
GBytes *load_policy (void);

/* TRUE if any pixel of @image is not white. */
gboolean has_ink (ComarkPageImage *image);

/* Process ids of our own comark-reader processes, in bubblewrap or not; those that are zombies,
 * and any bubblewrap without one, are counted apart. */
GArray *list_helpers (int *n_ending);
int count_open_fds (void);
/* Runs the main loop until @n helpers are left or five seconds are over. */
void wait_for_helpers (guint n);
