/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-quote-words.h"

#include <glib/gi18n.h>

/* In characters. */
#define START 40

char *
comark_quote_words_flatten (const char *text)
{
  GString *flat = g_string_new (NULL);
  gboolean after_space = TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gboolean is_space = g_unichar_isspace (c);

      if (!is_space)
        g_string_append_unichar (flat, c);
      else if (!after_space)
        g_string_append_c (flat, ' ');
      after_space = is_space;
    }
  return g_strchomp (g_string_free (flat, FALSE));
}

char *
comark_quote_words_quoted (ComarkQuote *quote)
{
  g_autofree char *flat = comark_quote_words_flatten (quote->exact);

  return g_strdup_printf ("“%s”", flat);
}

char *
comark_quote_words_start (ComarkQuote *quote)
{
  g_autofree char *flat = comark_quote_words_flatten (quote->exact);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (flat, -1) <= START)
    return g_steal_pointer (&flat);
  start = g_utf8_substring (flat, 0, START);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* ---- where from ---- */

static ComarkDocument *
find_document (ComarkDossier *dossier, const char *hash)
{
  for (guint i = 0; i < dossier->documents->len; i++)
    {
      ComarkDocument *document = g_ptr_array_index (dossier->documents, i);

      if (g_strcmp0 (document->hash, hash) == 0)
        return document;
    }
  return NULL;
}

static ComarkEvidence *
find_evidence (ComarkDossier *dossier, const char *hash)
{
  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (dossier->evidence, i);

      if (g_strcmp0 (item->hash, hash) == 0)
        return item;
    }
  return NULL;
}

static char *
dup_place (ComarkDossier *dossier, ComarkQuote *quote)
{
  ComarkDocument *document = find_document (dossier, quote->hash);
  ComarkEvidence *item = document == NULL ? find_evidence (dossier, quote->hash) : NULL;
  gboolean is_older = document != NULL && document != comark_dossier_document (dossier);

  if (item != NULL)
    /* translators: the title of an evidence item, a page of it */
    return g_strdup_printf (_("%s, page %d"), item->title, (int) quote->page);
  if (document != NULL && document->pages == 0)
    return is_older ? g_strdup_printf (_("Version %d"), (int) document->n) : NULL;
  if (is_older)
    return g_strdup_printf (_("Version %d, page %d"), (int) document->n, (int) quote->page);
  return g_strdup_printf (_("Page %d"), (int) quote->page);
}

char *
comark_quote_words_from (ComarkDossier *dossier, ComarkQuote *quote, gboolean names_criterion)
{
  g_autofree char *place = dup_place (dossier, quote);
  GString *from = g_string_new (names_criterion ? quote->criterion : NULL);

  if (!quote->own)
    g_string_append_printf (from, "%s%s", from->len > 0 ? " · " : "", quote->person_name);
  if (place != NULL)
    g_string_append_printf (from, "%s%s", from->len > 0 ? " · " : "", place);
  if (comark_dossier_quote (dossier, &quote->id) == NULL)
    g_string_append_printf (from, "%s%s", from->len > 0 ? " · " : "",
                            _("from an earlier round"));
  return g_string_free (from, FALSE);
}
