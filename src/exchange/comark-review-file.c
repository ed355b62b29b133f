/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-review-file.h"

#include "comark-review-xml.h"

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
  g_free (self->hash);
  g_clear_object (&self->review);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

/* ---- reading ---- */

/* Where it was written, for a review that comes back from a copy at home. */
static void
read_origin (ComarkReviewFile *self, const xmlNode *root)
{
  const xmlNode *home = comark_xml_first (root, "home");

  self->register_id = comark_review_xml_id (root, "register");
  self->review->round = comark_xml_attribute_uint (root, "round", G_MAXINT32, 0);
  self->pack = comark_review_xml_id (home, "pack");
  self->copy = comark_review_xml_id (home, "copy");
  self->n = comark_xml_attribute_uint (home, "n", G_MAXINT32, 0);
}

static gboolean
read_review (ComarkReviewFile *self, const xmlNode *root, const char *name, GError **error)
{
  g_autofree char *stage = comark_xml_attribute (root, "stage");
  g_autofree char *state = comark_xml_attribute_or_empty (root, "state");
  const xmlNode *member = comark_xml_first (root, "member");

  comark_stage_from_nick (stage, &self->review->stage);
  self->review->submitted = g_str_equal (state, "submitted");
  self->review->person = comark_review_xml_id (member, "id");
  self->review->person_name = comark_xml_attribute_or_empty (member, "name");
  self->member_email = comark_xml_attribute_or_empty (member, "email");
  return comark_review_xml_check_text (self->review->person_name, name, member, error)
         && comark_review_xml_read (root, name, self->review, self->quotes, error);
}

ComarkReviewFile *
comark_review_file_read (GFile *file, GError **error)
{
  g_autoptr (ComarkReviewFile) self = comark_review_file_new ();
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (ComarkXmlDoc) doc = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const xmlNode *root;

  if (path == NULL)
    {
      g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_FAILED,
                   "“%s” is not a file on this computer. Save it here first.", name);
      return NULL;
    }
  bytes = comark_xml_load_file (path, error);
  doc = bytes ? comark_xml_read (bytes, name, "review.rng", error) : NULL;
  if (doc == NULL)
    return NULL;
  self->hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  root = comark_xml_root (doc);
  self->submission_ref = comark_xml_attribute_or_empty (root, "submission");
  self->framework = comark_xml_attribute_or_empty (root, "framework");
  self->framework_version = comark_xml_attribute_or_empty (root, "framework-version");
  self->document_hash = comark_xml_attribute (root, "document");
  read_origin (self, root);
  return read_review (self, root, name, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- checking ---- */

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
  return comark_review_xml_check (framework, self->review, self->quotes, error);
}

/* ---- writing ---- */

static void
write_origin (ComarkReviewFile *self, xmlNode *root)
{
  xmlNode *home;

  comark_review_xml_set_id (root, "register", &self->register_id);
  if (self->review->round > 0)
    comark_xml_set_uint (root, "round", (guint64) self->review->round);
  if (comark_id_is_none (&self->copy))
    return;
  home = comark_xml_add (root, "home");
  comark_review_xml_set_id (home, "pack", &self->pack);
  comark_review_xml_set_id (home, "copy", &self->copy);
  comark_xml_set_uint (home, "n", (guint64) self->n);
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
  write_origin (self, root);
  member = comark_xml_add (root, "member");
  comark_review_xml_set_id (member, "id", &self->review->person);
  comark_xml_set (member, "name", self->review->person_name);
  if (self->member_email && *self->member_email)
    comark_xml_set (member, "email", self->member_email);
  comark_review_xml_write (root, self->review, self->quotes);
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
