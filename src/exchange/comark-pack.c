/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-pack-private.h"

#include <string.h>

#include "comark-archive.h"
#include "comark-framework-reader.h"
#include "comark-limits.h"

#define FOLDER "files/"

ComarkPack *
comark_pack_new (void)
{
  ComarkPack *self = g_new0 (ComarkPack, 1);

  self->submission = comark_submission_new ();
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->contributors = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
comark_pack_free (ComarkPack *self)
{
  if (self == NULL)
    return;
  g_free (self->framework);
  g_free (self->framework_version);
  g_free (self->owner_name);
  g_free (self->owner_email);
  g_clear_object (&self->submission);
  g_clear_object (&self->document);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->contributors);
  comark_reading_free (self->reading);
  g_free (self);
}

char *
comark_pack_entry_name (const char *hash)
{
  return g_strconcat (FOLDER, hash, NULL);
}

static void
list_file (GHashTable *listed, const char *hash, gint64 size)
{
  if (hash)
    g_hash_table_insert (listed, g_strdup (hash), g_memdup2 (&size, sizeof size));
}

GHashTable *
comark_pack_listed (ComarkPack *self)
{
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (self->document)
    list_file (listed, self->document->hash, self->document->size);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      ComarkEvidence *item = g_ptr_array_index (self->evidence, i);
      list_file (listed, item->hash, item->size);
    }
  if (self->reading)
    list_file (listed, self->reading->framework_hash, self->reading->framework_size);
  return listed;
}

/* ---- reading ---- */

/* What the zip really holds: entry name → File. */
typedef struct
{
  char *hash;
  gint64 size;
} File;

static void
file_free (gpointer data)
{
  File *file = data;

  g_free (file->hash);
  g_free (file);
}

static gboolean
look_at_files (GFile *zip, GHashTable *files, GBytes **xml, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (ComarkArchive) archive = comark_archive_open (zip, error);
  const char *name;

  if (archive == NULL)
    return FALSE;
  while (comark_archive_next (archive, &name, error))
    {
      if (name == NULL)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_str_equal (name, COMARK_PACK_XML))
        {
          *xml = comark_archive_read (archive, COMARK_LIMIT_XML_BYTES, error);
          if (*xml == NULL)
            return FALSE;
          continue;
        }
      File *file = g_new0 (File, 1);
      g_hash_table_insert (files, g_strdup (name), file);
      if (!comark_archive_hash (archive, &file->hash, &file->size, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
check_listed (GHashTable *files, const char *hash, gint64 size, GError **error)
{
  g_autofree char *name = comark_pack_entry_name (hash);
  File *file = g_hash_table_lookup (files, name);

  if (file == NULL)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_MISSING_FILE, COMARK_PACK_XML, 0,
                                 "The pack lists the file “%s”, but it is not in it. Ask for the "
                                 "pack to be made again.", name);
  if (!g_str_equal (file->hash, hash) || file->size != size)
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_HASH, COMARK_PACK_XML, 0,
                                 "The file “%s” is not the one that was packed: its fingerprint "
                                 "differs. Ask for the pack to be made again.", name);
  g_hash_table_remove (files, name);
  return TRUE;
}

static gboolean
check_files (ComarkPack *self, GHashTable *files, GError **error)
{
  g_autoptr (GHashTable) listed = comark_pack_listed (self);
  GHashTableIter iter;
  gpointer hash, size;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &hash, &size))
    if (!check_listed (files, hash, *(gint64 *) size, error))
      return FALSE;
  /* A file that nobody lists could be evidence that would be lost without a word. */
  g_hash_table_iter_init (&iter, files);
  if (g_hash_table_iter_next (&iter, &hash, NULL))
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, COMARK_PACK_XML, 0,
                                 "The pack holds the file “%s”, which it does not list. Ask for "
                                 "the pack to be made again.", (char *) hash);
  return TRUE;
}

/* The bytes of pack.xml and what else lies in the zip. */
static GBytes *
look_into (GFile *file, GHashTable *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (!look_at_files (file, files, &xml, cancellable, error))
    return NULL;
  if (xml == NULL)
    g_set_error (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_MISSING_FILE,
                 "“%s” is a zip file, but no pack: there is no pack.xml in it.", name);
  return g_steal_pointer (&xml);
}

ComarkPack *
comark_pack_read (GFile *file, ComarkFramework *framework, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GHashTable) files
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  g_autoptr (GBytes) xml = look_into (file, files, cancellable, error);
  g_autoptr (ComarkPack) self = NULL;

  if (xml == NULL)
    return NULL;
  self = comark_pack_parse (xml, COMARK_PACK_XML, framework, FALSE, error);
  return self && check_files (self, files, error) ? g_steal_pointer (&self) : NULL;
}

/* ---- reading one that brings its framework along ---- */

/* The bytes of the entry @wanted, checked against its hash when they are used. */
static GBytes *
read_entry (GFile *file, const char *wanted, GError **error)
{
  g_autoptr (ComarkArchive) archive = comark_archive_open (file, error);
  const char *name = "";

  while (archive != NULL && comark_archive_next (archive, &name, error) && name != NULL)
    if (g_str_equal (name, wanted))
      return comark_archive_read (archive, COMARK_LIMIT_XML_BYTES, error);
  if (archive != NULL && name == NULL)
    comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_MISSING_FILE, COMARK_PACK_XML, 0,
                          "The framework that the pack was written for is not in it. Ask for the "
                          "pack to be made again.");
  return NULL;
}

static ComarkFramework *
read_framework (GFile *file, const char *hash, GError **error)
{
  g_autofree char *name = comark_pack_entry_name (hash);
  g_autoptr (GBytes) bytes = read_entry (file, name, error);
  g_autofree char *actual = NULL;

  if (bytes == NULL)
    return NULL;
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_str_equal (actual, hash))
    return comark_framework_load_bytes (bytes, "the pack’s framework", error);
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_HASH, COMARK_PACK_XML, 0,
                        "The file “%s” is not the one that was packed: its fingerprint differs. "
                        "Ask for the pack to be made again.", name);
  return NULL;
}

/* The framework has to be known before the rest can be checked against it. */
static char *
framework_hash_of (GBytes *xml, GError **error)
{
  g_autoptr (ComarkXmlDoc) doc = comark_xml_read (xml, COMARK_PACK_XML, "pack.rng", error);
  const xmlNode *reading;

  if (doc == NULL)
    return NULL;
  reading = comark_xml_first (comark_xml_root (doc), "reading");
  if (reading != NULL)
    return comark_xml_attribute (comark_xml_first (reading, "framework"), "sha256");
  comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_NOT_VALID, COMARK_PACK_XML, 0,
                        "This is a submission pack. An administrator imports it into the "
                        "register.");
  return NULL;
}

ComarkPack *
comark_pack_read_home (GFile *file, ComarkFramework **framework, GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GHashTable) files
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, file_free);
  g_autoptr (GBytes) xml = look_into (file, files, cancellable, error);
  g_autofree char *hash = xml ? framework_hash_of (xml, error) : NULL;
  g_autoptr (ComarkFramework) own = hash ? read_framework (file, hash, error) : NULL;
  g_autoptr (ComarkPack) self = NULL;

  if (own == NULL)
    return NULL;
  self = comark_pack_parse (xml, COMARK_PACK_XML, own, TRUE, error);
  if (self == NULL || !check_files (self, files, error))
    return NULL;
  *framework = g_steal_pointer (&own);
  return g_steal_pointer (&self);
}

/* ---- handing the files over ---- */

static gboolean
hand_over (ComarkArchive *archive, const char *hash, ComarkPackFileFunc func, gpointer data,
           GError **error)
{
  g_autoptr (GBytes) bytes = comark_archive_read (archive, COMARK_LIMIT_FILE_BYTES, error);
  g_autofree char *actual = NULL;

  if (bytes == NULL)
    return FALSE;
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!g_str_equal (actual, hash))
    return comark_xml_set_error (error, COMARK_EXCHANGE_ERROR_HASH, COMARK_PACK_XML, 0,
                                 "The pack changed while it was read. Try again.");
  return func (hash, bytes, data, error);
}

gboolean
comark_pack_each_file (ComarkPack *self, GFile *file, ComarkPackFileFunc func, gpointer data,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) listed = comark_pack_listed (self);
  g_autoptr (ComarkArchive) archive = comark_archive_open (file, error);
  const char *name;

  if (archive == NULL)
    return FALSE;
  while (comark_archive_next (archive, &name, error))
    {
      if (name == NULL)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      const char *hash = g_str_has_prefix (name, FOLDER) ? name + strlen (FOLDER) : "";
      if (g_hash_table_contains (listed, hash)
          && !hand_over (archive, hash, func, data, error))
        return FALSE;
    }
  return FALSE;
}

/* ---- writing ---- */

static gboolean
add_files (ComarkPack *self, ComarkArchiveWriter *writer, ComarkPackBytesFunc bytes_of,
           gpointer data, GError **error)
{
  g_autoptr (GHashTable) listed = comark_pack_listed (self);
  g_autoptr (GList) hashes = g_list_sort (g_hash_table_get_keys (listed), (GCompareFunc) strcmp);

  for (GList *l = hashes; l; l = l->next)
    {
      g_autofree char *name = comark_pack_entry_name (l->data);
      g_autoptr (GBytes) bytes = bytes_of (l->data, data, error);
      if (bytes == NULL || !comark_archive_writer_add (writer, name, bytes, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
comark_pack_write (ComarkPack *self, GFile *file, ComarkPackBytesFunc bytes_of, gpointer data,
                   GError **error)
{
  g_autoptr (ComarkArchiveWriter) writer = comark_archive_writer_new (file, error);
  g_autoptr (GBytes) xml = comark_pack_to_xml (self);

  return writer && comark_archive_writer_add (writer, COMARK_PACK_XML, xml, error)
         && add_files (self, writer, bytes_of, data, error)
         && comark_archive_writer_finish (writer, error);
}
