/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words in which one talks to Speech Dispatcher (SSIP, "info ssip"): what is sent, and what
 * a line of an answer says. Pure; comark-speech-dispatcher.c does the talking.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text as one line of SSML with a mark before each word, named by where it begins, in
 * characters. White space is a space, control characters are left out.
 * Returns: (transfer full) */
char *comark_ssip_mark_words (const char *text);

/* The character after the word of @text that begins at character @start. */
int comark_ssip_word_end (const char *text, int start);

/* @speed in % of the usual as the protocol counts it, -100 to 100. */
int comark_ssip_rate (int speed);

typedef enum
{
  COMARK_SSIP_MARK = 700,
  COMARK_SSIP_BEGIN = 701,
  COMARK_SSIP_END = 702,
  COMARK_SSIP_CANCELLED = 703,
  COMARK_SSIP_PAUSED = 704,
  COMARK_SSIP_RESUMED = 705,
} ComarkSsipEvent;

/* An answer, or an event that nobody asked for, line by line. */
typedef struct
{
  int code;         /* of the last line */
  GPtrArray *lines; /* of char *: what the lines before it said */
} ComarkSsipAnswer;

void comark_ssip_answer_init (ComarkSsipAnswer *self);
void comark_ssip_answer_clear (ComarkSsipAnswer *self);

typedef enum
{
  COMARK_SSIP_MORE,   /* the answer goes on */
  COMARK_SSIP_WHOLE,  /* that was its last line */
  COMARK_SSIP_BROKEN, /* that is no line of the protocol, or one too many */
} ComarkSsipTaken;

/* Takes the next @line, without its line end. After WHOLE the next begins a new answer. */
ComarkSsipTaken comark_ssip_answer_take (ComarkSsipAnswer *self, const char *line);

gboolean comark_ssip_answer_is_event (const ComarkSsipAnswer *self);
gboolean comark_ssip_answer_is_ok (const ComarkSsipAnswer *self);

/* The number that line @n says, -1 where it says none. */
int comark_ssip_answer_number (const ComarkSsipAnswer *self, guint n);

G_END_DECLS
