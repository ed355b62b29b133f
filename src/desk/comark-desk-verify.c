/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Is this mark genuine, and is this the document that it belongs to? Answers in one of six words
 * and a sentence: why, and what to do.
 */
#include "comark-desk-decision.h"

#include <string.h>

#include "comark-award-number.h"
#include "comark-award-text.h"
#include "comark-clock.h"
#include "comark-mark-rows.h"
#include "comark-reader.h"
#include "comark-validity.h"

#define MAX_PAGES 4
#define MAX_CHARACTERS 40000
#define NUMBER_LENGTH 14 /* CP-2026-0042-7 */
#define FINGERPRINT_GROUPS 8

void
comark_verification_free (ComarkVerification *self)
{
  if (self == NULL)
    return;
  g_free (self->verdict);
  g_free (self->sentence);
  g_free (self->number);
  g_free (self);
}

static ComarkVerification *
answer (const char *verdict, const char *number, char *sentence)
{
  ComarkVerification *self = g_new0 (ComarkVerification, 1);

  self->verdict = g_strdup (verdict);
  self->number = g_strdup (number);
  self->sentence = sentence;
  return self;
}

/* ---- how the mark stands ---- */

/* Somebody's words as one sentence among others. */
static char *
with_stop (const char *words)
{
  g_autofree char *bare = g_strstrip (g_strdup (words));

  return g_strconcat (bare, g_str_has_suffix (bare, ".") ? "" : ".", NULL);
}

static ComarkVerification *
answer_ended (ComarkMark *mark, const char *today)
{
  g_autofree char *until = comark_day_to_words (mark->valid_until);
  g_autofree char *from = comark_day_to_words (mark->valid_from);
  g_autofree char *because = with_stop (mark->because);

  if (mark->state == COMARK_MARK_REVOKED)
    return answer ("withdrawn", mark->number,
                   g_strdup_printf ("The mark %s was withdrawn: %s Do not rely on it, and take it "
                                    "off the document.",
                                    mark->number, because));
  if (mark->state == COMARK_MARK_SUSPENDED)
    return answer ("withdrawn", mark->number,
                   g_strdup_printf ("The mark %s is suspended while a concern is looked at. Ask "
                                    "again in a month.",
                                    mark->number));
  if (mark->state == COMARK_MARK_SUPERSEDED)
    return answer ("out-of-date", mark->number,
                   g_strdup_printf ("The mark %s was replaced by a newer one. Ask the owner for "
                                    "the newest version.",
                                    mark->number));
  if (mark->state == COMARK_MARK_EXPIRED || comark_validity_is_over (mark->valid_until, today))
    return answer ("out-of-date", mark->number,
                   g_strdup_printf ("The mark %s was valid until %s. Ask the owner for a newer "
                                    "version.",
                                    mark->number, until));
  if (g_strcmp0 (today, mark->valid_from) < 0)
    return answer ("not-yet", mark->number,
                   g_strdup_printf ("The mark %s begins on %s. Ask again then.", mark->number,
                                    from));
  return NULL;
}

/* @what: what was compared with the register, as the beginning of the sentence. */
static ComarkVerification *
answer_standing (ComarkDesk *desk, ComarkMark *mark, const char *what)
{
  g_autofree char *today = comark_desk_today (desk);
  g_autofree char *until = comark_day_to_words (mark->valid_until);
  ComarkVerification *ended = answer_ended (mark, today);

  if (ended != NULL)
    return ended;
  return answer ("genuine", mark->number,
                 g_strdup_printf ("%s “%s” (version %s) has the mark %s, valid until %s.", what,
                                  mark->title, mark->version, mark->number, until));
}

/* ---- a document ---- */

static ComarkVerification *
answer_other_document (ComarkMark *mark)
{
  return answer ("altered", mark->number,
                 g_strdup_printf ("This file is not the one that has the mark %s: it differs, be "
                                  "it by one letter. The mark belongs to “%s”, version %s, alone. "
                                  "Ask the owner for that file.",
                                  mark->number, mark->title, mark->version));
}

/* ---- a certificate of ours ---- */

/* The first number with a right check digit. Returns: (transfer full) (nullable) */
static char *
find_number (const char *text)
{
  for (const char *p = strstr (text, "CP-"); p != NULL; p = strstr (p + 1, "CP-"))
    {
      g_autofree char *candidate = g_strndup (p, NUMBER_LENGTH);

      if (strlen (candidate) == NUMBER_LENGTH
          && comark_award_number_parse (candidate, NULL, NULL))
        return g_steal_pointer (&candidate);
    }
  return NULL;
}

/* Letters and digits alone, so that line ends and spaces of a page do not count. */
static char *
squeeze (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (letters, FALSE);
}

static gboolean
says (const char *squeezed, const char *words)
{
  g_autofree char *wanted = squeeze (words);

  return strstr (squeezed, wanted) != NULL;
}

static gboolean
carries_number (const char *text, const char *number)
{
  g_autofree char *printed = find_number (text);

  return g_strcmp0 (printed, number) == 0;
}

/* What a forger would change: the title, the fingerprint, the day. The award has the title as it
 * is printed. */
static gboolean
certificate_agrees (ComarkDesk *desk, const char *text, ComarkMark *mark)
{
  g_autoptr (ComarkAward) award = comark_desk_award_of (desk, mark, NULL);
  g_autofree char *squeezed = squeeze (text);
  g_autofree char *fingerprint
    = comark_award_text_group_hex (mark->document_hash, FINGERPRINT_GROUPS);
  g_autofree char *until = comark_day_to_words (mark->valid_until);

  return award != NULL && says (squeezed, fingerprint) && says (squeezed, until)
         && says (squeezed, comark_award_get_fields (award)->title);
}

static ComarkVerification *
answer_certificate (ComarkDesk *desk, const char *text, ComarkMark *mark)
{
  if (certificate_agrees (desk, text, mark))
    return answer_standing (desk, mark, "The certificate says what the register says:");
  return answer ("altered", mark->number,
                 g_strdup_printf ("This carries the number %s, but does not say what the register "
                                  "says of it. The mark belongs to “%s”. Ask the organisation for "
                                  "the certificate.",
                                  mark->number, mark->title));
}

/* The text of @bytes if it may be a certificate. Returns: (transfer full) (nullable) */
static char *
read_text (ComarkDesk *desk, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < 5 || memcmp (data, "%PDF-", 5) != 0)
    return NULL;
  return comark_reader_extract_text (bytes, MAX_PAGES, MAX_CHARACTERS, desk->cancellable, NULL);
}

/* ---- the question ---- */

typedef struct
{
  ComarkDesk *desk;
  const char *number;
  GBytes *bytes;
  char *hash; /* of @bytes */
  char *text; /* of @bytes, if it is a PDF */
  ComarkVerification *found;
} Question;

static void
question_clear (Question *self)
{
  g_free (self->hash);
  g_free (self->text);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static gboolean
take (Question *self, ComarkVerification *found)
{
  self->found = found;
  return TRUE;
}

/* By the number given, or printed on the certificate. */
static gboolean
ask_by_number (Question *self, const char *number, GError **error)
{
  g_autoptr (ComarkMark) mark = NULL;
  guint year, serial;
  g_autofree char *tidy = NULL;

  if (!comark_award_number_parse (number, &year, &serial))
    return take (self, answer ("cannot-check", NULL,
                               g_strdup ("That is no number of a mark: a digit is wrong or "
                                         "missing. It looks like CP-2026-0042-7; look at it "
                                         "again.")));
  tidy = comark_award_number_format (year, serial);
  if (!comark_mark_rows_find (self->desk->sql, tidy, &mark, error))
    return FALSE;
  if (mark == NULL)
    return take (self, answer ("cannot-check", tidy,
                               g_strdup_printf ("This register has no mark %s. Ask the "
                                                "organisation named on the certificate.",
                                                tidy)));
  if (self->bytes == NULL)
    return take (self, answer_standing (self->desk, mark, "The register says:"));
  if (g_strcmp0 (self->hash, mark->document_hash) == 0)
    return take (self, answer_standing (self->desk, mark, "This is the very file:"));
  if (self->text != NULL && carries_number (self->text, mark->number))
    return take (self, answer_certificate (self->desk, self->text, mark));
  return take (self, answer_other_document (mark));
}

/* A document of the register that has no mark: told only to those who may know of it. */
static gboolean
ask_without_mark (Question *self, GError **error)
{
  ComarkId submission;

  if (!comark_mark_rows_submission_with (self->desk->sql, self->hash, &submission, error))
    return FALSE;
  if (!comark_id_is_none (&submission)
      && comark_desk_allow (self->desk, &submission, COMARK_ACTION_SEE_EXISTS, NULL))
    return take (self, answer ("not-yet", NULL,
                               g_strdup ("This document is in the register and has no mark. Its "
                                         "submission says how far it is.")));
  return take (self, answer ("cannot-check", NULL,
                             g_strdup ("No mark of this register belongs to this file. If a mark "
                                       "is printed on it, check its number; else ask the owner.")));
}

static gboolean
ask_by_bytes (Question *self, GError **error)
{
  g_autoptr (ComarkMark) mark = NULL;
  g_autofree char *printed = NULL;

  if (!comark_mark_rows_for_hash (self->desk->sql, self->hash, &mark, error))
    return FALSE;
  if (mark != NULL)
    return take (self, answer_standing (self->desk, mark, "This is the very file:"));
  self->text = read_text (self->desk, self->bytes);
  printed = self->text != NULL ? find_number (self->text) : NULL;
  return printed != NULL ? ask_by_number (self, printed, error) : ask_without_mark (self, error);
}

static gboolean
ask (ComarkDesk *desk, gpointer data, GError **error)
{
  Question *self = data;

  if (self->bytes != NULL)
    self->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  if (self->number == NULL || *self->number == '\0')
    return ask_by_bytes (self, error);
  if (self->bytes != NULL)
    self->text = read_text (desk, self->bytes);
  return ask_by_number (self, self->number, error);
}

ComarkVerification *
comark_desk_verify (ComarkDesk *desk, const char *number, GBytes *bytes, GError **error)
{
  g_auto (Question) self = { .desk = desk, .number = number, .bytes = bytes };

  if ((number == NULL || *number == '\0') && bytes == NULL)
    return answer ("cannot-check", NULL, g_strdup ("Give a number or a file to check."));
  return ask (desk, &self, error) ? self.found : NULL;
}
