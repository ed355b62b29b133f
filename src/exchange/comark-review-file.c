/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-file.h"

#include "comark-limits.h"
#include "comark-xml.h"

ComarkReviewFile *
comark_review_file_new (void)
{
  ComarkReviewFile *self = g_new0 (ComarkReviewFile, 1);

  self->review = comark_review_new ();
  self->quotes = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
comark_review_file_free (ComarkReviewFile *self)
{
  if (self == NULL)
    return;
  g_free (self->submission_ref);
  g_free (self->framework);
  g_free (self->framework_version);
  g_free (self->document_hash);
  g_free (self->member_email);
  g_clear_object (&self->review);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

/* ---- reading ---- */

static gboolean
check_text (const char *text, const char *name, const xmlNode *node, GError **error)
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
  if (!check_text (rating->reason, name, node, error))
    return FALSE;
  if (is_rated (review, rating->criterion))
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_DUPLICATE, name,
                                 comark_xml_line (node), "%s is rated twice.", rating->criterion);
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
read_quotes (ComarkReviewFile *self, const xmlNode *root, const char *name, GError **error)
{
  for (xmlNode *node = comark_xml_first (root, "quote"); node;
       node = comark_xml_next (node, "quote"))
    if (!read_quote (self->quotes, node, name, error))
      return FALSE;
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
  if (!check_text (cover->title, name, node, error))
    return FALSE;
  g_ptr_array_add (review->covers, g_steal_pointer (&cover));
  return TRUE;
}

static gboolean
read_covers (ComarkReview *review, const xmlNode *root, const char *name, GError **error)
{
  for (xmlNode *node = comark_xml_first (root, "evidence"); node;
       node = comark_xml_next (node, "evidence"))
    if (!read_cover (review, node, name, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_review (ComarkReviewFile *self, const xmlNode *root, const char *name, GError **error)
{
  g_autofree char *stage = comark_xml_attribute (root, "stage");
  g_autofree char *state = comark_xml_attribute_or_empty (root, "state");
  const xmlNode *member = comark_xml_first (root, "member");
  const xmlNode *comment = comark_xml_first (root, "comment");

  comark_stage_from_nick (stage, &self->review->stage);
  self->review->submitted = g_str_equal (state, "submitted");
  self->review->person_name = comark_xml_attribute_or_empty (member, "name");
  self->member_email = comark_xml_attribute_or_empty (member, "email");
  self->review->body = comark_xml_text (comment);
  if (!check_text (self->review->body, name, root, error)
      || !check_text (self->review->person_name, name, member, error))
    return FALSE;
  for (xmlNode *node = comark_xml_first (root, "rating"); node;
       node = comark_xml_next (node, "rating"))
    if (!read_rating (self->review, node, name, error))
      return FALSE;
  return read_quotes (self, root, name, error)
         && read_covers (self->review, root, name, error);
}

ComarkReviewFile *
comark_review_file_read (GFile *file, GError **error)
{
  g_autoptr (ComarkReviewFile) self = comark_review_file_new ();
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (ComarkXmlDoc) doc = NULL;
  const xmlNode *root;

  if (path == NULL)
    {
      g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_FAILED,
                   "“%s” is not a file on this computer. Save it here first.", name);
      return NULL;
    }
  doc = comark_xml_read_file (path, "review.rng", error);
  if (doc == NULL)
    return NULL;
  root = comark_xml_root (doc);
  self->submission_ref = comark_xml_attribute_or_empty (root, "submission");
  self->framework = comark_xml_attribute_or_empty (root, "framework");
  self->framework_version = comark_xml_attribute_or_empty (root, "framework-version");
  self->document_hash = comark_xml_attribute (root, "document");
  return read_review (self, root, name, error) ? g_steal_pointer (&self) : NULL;
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
comark_review_file_check (ComarkReviewFile *self, ComarkFramework *framework, GError **error)
{
  if (!g_str_equal (self->framework, comark_framework_get_id (framework))
      || !g_str_equal (self->framework_version, comark_framework_get_version (framework)))
    {
      g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_UNKNOWN_FRAMEWORK,
                   "The review was written for the framework “%s”, version %s; this submission "
                   "is rated by “%s”, version %s.", self->framework, self->framework_version,
                   comark_framework_get_id (framework), comark_framework_get_version (framework));
      return FALSE;
    }
  for (guint i = 0; i < self->review->ratings->len; i++)
    if (!check_rating (framework, g_ptr_array_index (self->review->ratings, i), error))
      return FALSE;
  for (guint i = 0; i < self->quotes->len; i++)
    if (!check_quote (framework, g_ptr_array_index (self->quotes, i), error))
      return FALSE;
  for (guint i = 0; i < self->review->covers->len; i++)
    if (!check_cover (framework, g_ptr_array_index (self->review->covers, i), error))
      return FALSE;
  return TRUE;
}

/* ---- writing ---- */

static void
write_rating (xmlNode *root, ComarkRating *rating)
{
  g_autofree char *value = comark_value_to_text (rating->value);
  xmlNode *node = comark_xml_add_text (root, "rating", rating->reason);

  comark_xml_set (node, "criterion", rating->criterion);
  if (*value)
    comark_xml_set (node, "value", value);
  if (rating->strength != COMARK_STRENGTH_NONE)
    comark_xml_set (node, "strength", comark_strength_nick (rating->strength));
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

static GBytes *
to_xml (ComarkReviewFile *self)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_new ("review");
  xmlNode *root = comark_xml_root (doc), *member;

  comark_xml_set (root, "version", "1");
  comark_xml_set (root, "submission", self->submission_ref);
  comark_xml_set (root, "framework", self->framework);
  comark_xml_set (root, "framework-version", self->framework_version);
  comark_xml_set (root, "stage", comark_stage_nick (self->review->stage));
  comark_xml_set (root, "state", self->review->submitted ? "submitted" : "draft");
  comark_xml_set (root, "document", self->document_hash);
  member = comark_xml_add (root, "member");
  comark_xml_set (member, "name", self->review->person_name);
  if (self->member_email && *self->member_email)
    comark_xml_set (member, "email", self->member_email);
  comark_xml_add_text (root, "comment", self->review->body);
  for (guint i = 0; i < self->review->ratings->len; i++)
    write_rating (root, g_ptr_array_index (self->review->ratings, i));
  for (guint i = 0; i < self->quotes->len; i++)
    write_quote (root, g_ptr_array_index (self->quotes, i));
  for (guint i = 0; i < self->review->covers->len; i++)
    write_cover (root, g_ptr_array_index (self->review->covers, i));
  return comark_xml_to_bytes (doc);
}

gboolean
comark_review_file_write (ComarkReviewFile *self, GFile *file, GError **error)
{
  g_autoptr (GBytes) xml = to_xml (self);
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (xml, &length);

  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION,
                               NULL, NULL, &local))
    return TRUE;
  g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_FAILED,
               "The file cannot be written: %s. Choose another place and try again.",
               local->message);
  return FALSE;
}
