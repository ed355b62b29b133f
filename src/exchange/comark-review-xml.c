/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-xml.h"

#include "comark-limits.h"

/* ---- reading ---- */

gboolean
comark_review_xml_check_text (const char *text, const char *name, const xmlNode *node,
                              GError **error)
{
  if (g_utf8_strlen (text, -1) <= COMARK_LIMIT_TEXT_CHARACTERS)
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_TOO_LARGE, name,
                               comark_xml_line (node),
                               "A text is longer than 100,000 characters, the most there may be.");
}

static gboolean
is_rated (ComarkReview *review, const char *criterion)
{
  for (guint i = 0; i < review->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (review->ratings, i);
      if (g_str_equal (rating->criterion, criterion))
        return TRUE;
    }
  return FALSE;
}

/* That somebody typed it for the member. */
static void
read_recorded (ComarkReview *review, const xmlNode *node, const char *criterion)
{
  g_autofree char *name = comark_xml_attribute (node, "recorded-by");
  ComarkRecorded *recorded;

  if (name == NULL)
    return;
  recorded = comark_recorded_new ();
  recorded->criterion = g_strdup (criterion);
  recorded->name = g_steal_pointer (&name);
  recorded->state = comark_xml_attribute_or_empty (node, "recorded-state");
  g_ptr_array_add (review->recorded, recorded);
}

static gboolean
read_rating (ComarkReview *review, const xmlNode *node, const char *name, GError **error)
{
  g_autoptr (ComarkRating) rating = comark_rating_new ();
  g_autofree char *value = comark_xml_attribute_or_empty (node, "value");
  g_autofree char *strength = comark_xml_attribute (node, "strength");

  rating->criterion = comark_xml_attribute_or_empty (node, "criterion");
  rating->reason = comark_xml_text (node);
  comark_value_from_text (value, &rating->value);
  comark_strength_from_nick (strength, &rating->strength);
  if (!comark_review_xml_check_text (rating->reason, name, node, error))
    return FALSE;
  if (is_rated (review, rating->criterion))
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_DUPLICATE, name,
                                 comark_xml_line (node), "%s is rated twice.", rating->criterion);
  read_recorded (review, node, rating->criterion);
  g_ptr_array_add (review->ratings, g_steal_pointer (&rating));
  return TRUE;
}

static gboolean
check_quote_text (const char *text, glong most, const char *name, const xmlNode *node,
                  GError **error)
{
  if (g_utf8_strlen (text, -1) <= most)
    return TRUE;
  return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_TOO_LARGE, name,
                               comark_xml_line (node),
                               "A quote is longer than %d characters, the most there may be.",
                               (int) most);
}

static gboolean
read_quote (GPtrArray *quotes, const xmlNode *node, const char *name, GError **error)
{
  g_autoptr (ComarkQuote) quote = comark_quote_new ();

  quote->criterion = comark_xml_attribute_or_empty (node, "criterion");
  quote->hash = comark_xml_attribute_or_empty (node, "file");
  quote->page = comark_xml_attribute_uint (node, "page", G_MAXINT32, 1);
  quote->start = comark_xml_attribute_uint (node, "start", G_MAXINT32, 0);
  quote->exact = comark_xml_text (comark_xml_first (node, "exact"));
  quote->prefix = comark_xml_text (comark_xml_first (node, "prefix"));
  quote->suffix = comark_xml_text (comark_xml_first (node, "suffix"));
  quote->note = comark_xml_text (comark_xml_first (node, "note"));
  if (!check_quote_text (quote->exact, COMARK_QUOTE_MAX_EXACT, name, node, error)
      || !check_quote_text (quote->prefix, COMARK_QUOTE_MAX_AROUND, name, node, error)
      || !check_quote_text (quote->suffix, COMARK_QUOTE_MAX_AROUND, name, node, error)
      || !check_quote_text (quote->note, COMARK_QUOTE_MAX_NOTE, name, node, error))
    return FALSE;
  g_ptr_array_add (quotes, g_steal_pointer (&quote));
  return TRUE;
}

static gboolean
read_cover (ComarkReview *review, const xmlNode *node, const char *name, GError **error)
{
  g_autoptr (ComarkEvidenceCover) cover = comark_evidence_cover_new ();
  g_autofree char *nick = comark_xml_attribute_or_empty (node, "cover");

  cover->criterion = comark_xml_attribute_or_empty (node, "criterion");
  cover->title = comark_xml_attribute_or_empty (node, "title");
  cover->hash = comark_xml_attribute_or_empty (node, "file");
  comark_cover_from_nick (nick, &cover->cover);
  if (!comark_review_xml_check_text (cover->title, name, node, error))
    return FALSE;
  g_ptr_array_add (review->covers, g_steal_pointer (&cover));
  return TRUE;
}

gboolean
comark_review_xml_read (const xmlNode *node, const char *name, ComarkReview *review,
                        GPtrArray *quotes, GError **error)
{
  review->body = comark_xml_text (comark_xml_first (node, "comment"));
  if (!comark_review_xml_check_text (review->body, name, node, error))
    return FALSE;
  for (xmlNode *child = comark_xml_first (node, "rating"); child;
       child = comark_xml_next (child, "rating"))
    if (!read_rating (review, child, name, error))
      return FALSE;
  for (xmlNode *child = comark_xml_first (node, "quote"); child;
       child = comark_xml_next (child, "quote"))
    if (!read_quote (quotes, child, name, error))
      return FALSE;
  for (xmlNode *child = comark_xml_first (node, "evidence"); child;
       child = comark_xml_next (child, "evidence"))
    if (!read_cover (review, child, name, error))
      return FALSE;
  return TRUE;
}

ComarkId
comark_review_xml_id (const xmlNode *node, const char *attribute)
{
  g_autofree char *text = comark_xml_attribute_or_empty (node, attribute);
  ComarkId id = COMARK_ID_NONE;

  comark_id_from_string (text, &id);
  return id;
}

/* ---- checking ---- */

static gboolean
check_rating (ComarkFramework *framework, ComarkRating *rating, GError **error)
{
  const ComarkCriterion *criterion = comark_framework_criterion (framework, rating->criterion);
  g_autofree char *value = comark_value_to_text (rating->value);

  if (criterion == NULL)
    g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION,
                 "The review rates “%s”, and there is no such criterion in the framework “%s”.",
                 rating->criterion, comark_framework_get_name (framework));
  else if (rating->value != COMARK_VALUE_NONE
           && !comark_framework_accepts (framework, criterion, rating->value))
    g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_NOT_VALID,
                 "The review rates %s at “%s”, which cannot be given there.", rating->criterion,
                 value);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_quote (ComarkFramework *framework, ComarkQuote *quote, GError **error)
{
  if (comark_framework_criterion (framework, quote->criterion) != NULL)
    return TRUE;
  g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION,
               "The review quotes the document for “%s”, and there is no such criterion in the "
               "framework “%s”.", quote->criterion, comark_framework_get_name (framework));
  return FALSE;
}

static gboolean
check_cover (ComarkFramework *framework, ComarkEvidenceCover *cover, GError **error)
{
  if (comark_framework_criterion (framework, cover->criterion) != NULL)
    return TRUE;
  g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_CRITERION,
               "The review looks at evidence for “%s”, and there is no such criterion in the "
               "framework “%s”.", cover->criterion, comark_framework_get_name (framework));
  return FALSE;
}

gboolean
comark_review_xml_check (ComarkFramework *framework, ComarkReview *review, GPtrArray *quotes,
                         GError **error)
{
  for (guint i = 0; i < review->ratings->len; i++)
    if (!check_rating (framework, g_ptr_array_index (review->ratings, i), error))
      return FALSE;
  for (guint i = 0; i < quotes->len; i++)
    if (!check_quote (framework, g_ptr_array_index (quotes, i), error))
      return FALSE;
  for (guint i = 0; i < review->covers->len; i++)
    if (!check_cover (framework, g_ptr_array_index (review->covers, i), error))
      return FALSE;
  return TRUE;
}

/* ---- writing ---- */

static void
write_rating (xmlNode *root, ComarkRating *rating, ComarkRecorded *recorded)
{
  g_autofree char *value = comark_value_to_text (rating->value);
  xmlNode *node = comark_xml_add_text (root, "rating", rating->reason);

  comark_xml_set (node, "criterion", rating->criterion);
  if (*value)
    comark_xml_set (node, "value", value);
  if (rating->strength != COMARK_STRENGTH_NONE)
    comark_xml_set (node, "strength", comark_strength_nick (rating->strength));
  if (recorded != NULL)
    {
      comark_xml_set (node, "recorded-by", recorded->name);
      comark_xml_set (node, "recorded-state", recorded->state);
    }
}

static void
write_quote (xmlNode *root, ComarkQuote *quote)
{
  xmlNode *node = comark_xml_add (root, "quote");

  comark_xml_set (node, "criterion", quote->criterion);
  comark_xml_set (node, "file", quote->hash);
  comark_xml_set_uint (node, "page", (guint64) quote->page);
  comark_xml_set_uint (node, "start", (guint64) quote->start);
  comark_xml_add_text (node, "exact", quote->exact);
  comark_xml_add_text (node, "prefix", quote->prefix);
  comark_xml_add_text (node, "suffix", quote->suffix);
  if (*quote->note != '\0')
    comark_xml_add_text (node, "note", quote->note);
}

static void
write_cover (xmlNode *root, ComarkEvidenceCover *cover)
{
  xmlNode *node;

  if (cover->cover == COMARK_COVER_NONE)
    return;
  node = comark_xml_add (root, "evidence");
  comark_xml_set (node, "criterion", cover->criterion);
  comark_xml_set (node, "title", cover->title);
  if (*cover->hash != '\0')
    comark_xml_set (node, "file", cover->hash);
  comark_xml_set (node, "cover", comark_cover_nick (cover->cover));
}

void
comark_review_xml_write (xmlNode *node, ComarkReview *review, GPtrArray *quotes)
{
  comark_xml_add_text (node, "comment", review->body);
  for (guint i = 0; i < review->ratings->len; i++)
    {
      ComarkRating *rating = g_ptr_array_index (review->ratings, i);

      write_rating (node, rating, comark_review_recorded (review, rating->criterion));
    }
  for (guint i = 0; i < quotes->len; i++)
    write_quote (node, g_ptr_array_index (quotes, i));
  for (guint i = 0; i < review->covers->len; i++)
    write_cover (node, g_ptr_array_index (review->covers, i));
}

void
comark_review_xml_set_id (xmlNode *node, const char *attribute, const ComarkId *id)
{
  g_autofree char *text = comark_id_is_none (id) ? NULL : comark_id_to_string (id);

  comark_xml_set (node, attribute, text);
}
