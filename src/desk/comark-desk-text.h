/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What every act checks of the words that it is given, and how it says no.
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* Sets a COMARK_DESK_ERROR with a sentence. Always FALSE, to return. */
gboolean comark_desk_refuse (GError **error, ComarkDeskError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* TRUE for NULL, "" and white space alone. @text: UTF-8. */
gboolean comark_desk_is_blank (const char *text);

/* TRUE if @text may be stored: UTF-8, no control characters but tab and line ends, at most
 * COMARK_LIMIT_TEXT_CHARACTERS. NULL is fine. @what names the field in the sentence
 * ("the summary"). */
gboolean comark_desk_check_text (const char *what, const char *text, GError **error);

/* The same, and not empty or blank (COMARK_DESK_ERROR_MISSING). */
gboolean comark_desk_need_text (const char *what, const char *text, GError **error);

/* TRUE for NULL, "" or a real ISO day. */
gboolean comark_desk_check_day (const char *what, const char *day, GError **error);

/* Names of the fields of a form that somebody else changed, gathered one by one. */
typedef struct
{
  GString *names;
} ComarkDeskChanges;
#define COMARK_DESK_CHANGES_NONE { NULL }

/* Adds @name if the two differ; NULL and "" are the same. */
void comark_desk_changes_text (ComarkDeskChanges *changes, const char *name, const char *theirs,
                               const char *ours);
void comark_desk_changes_flag (ComarkDeskChanges *changes, const char *name, gint64 theirs,
                               gint64 ours);

/* Sets COMARK_DESK_ERROR_CHANGED naming the fields, and clears @changes. @what: "this submission".
 * Always FALSE. */
gboolean comark_desk_changed (ComarkDeskChanges *changes, const char *what, GError **error);

G_END_DECLS
