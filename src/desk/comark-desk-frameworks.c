/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frameworks on the desk. A row never changes once it is there, so each is parsed once for the
 * life of the program and shared by all workers.
 */
#include "comark-desk-frameworks.h"

#include "comark-desk-people.h"
#include "comark-desk-text.h"
#include "comark-framework-reader.h"
#include "comark-framework-rows.h"
#include "comark-limits.h"

static GMutex cache_lock;
static GHashTable *cache; /* ComarkId → ComarkFramework */

static ComarkFramework *
cache_look_up (const ComarkId *id)
{
  ComarkFramework *framework = NULL;

  g_mutex_lock (&cache_lock);
  if (cache != NULL)
    framework = g_hash_table_lookup (cache, id);
  if (framework != NULL)
    g_object_ref (framework);
  g_mutex_unlock (&cache_lock);
  return framework;
}

static void
cache_add (const ComarkId *id, ComarkFramework *framework)
{
  g_mutex_lock (&cache_lock);
  if (cache == NULL)
    cache = g_hash_table_new_full (comark_id_hash, comark_id_equal, g_free, g_object_unref);
  g_hash_table_insert (cache, g_memdup2 (id, sizeof *id), g_object_ref (framework));
  g_mutex_unlock (&cache_lock);
}

ComarkFramework *
comark_desk_framework (ComarkDesk *desk, const ComarkId *id, GError **error)
{
  g_autoptr (ComarkFramework) framework = cache_look_up (id);
  g_autoptr (GBytes) xml = NULL;

  if (framework != NULL)
    return g_steal_pointer (&framework);
  xml = comark_framework_rows_get_xml (desk->sql, id, error);
  if (xml == NULL)
    return NULL;
  framework = comark_framework_load_bytes (xml, "the register's framework", error);
  if (framework != NULL)
    cache_add (id, framework);
  return g_steal_pointer (&framework);
}

ComarkFramework *
comark_desk_framework_of (ComarkDesk *desk, const ComarkId *submission, GError **error)
{
  ComarkId id;

  if (!comark_framework_rows_of_submission (desk->sql, submission, &id, error))
    return NULL;
  return comark_desk_framework (desk, &id, error);
}

ComarkFramework *
comark_desk_active_framework (ComarkDesk *desk, GError **error)
{
  ComarkId id;

  if (!comark_framework_rows_active (desk->sql, &id, error))
    return NULL;
  return comark_desk_framework (desk, &id, error);
}

static gboolean
same_file (ComarkFramework *framework, const char *hash)
{
  g_autofree char *ours
    = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, comark_framework_get_source (framework));

  return g_str_equal (ours, hash);
}

/* Adds the row, or finds the one that holds the very same file. */
static gboolean
find_or_insert (ComarkDesk *desk, ComarkFramework *framework, ComarkId *id, GError **error)
{
  const char *key = comark_framework_get_id (framework);
  const char *version = comark_framework_get_version (framework);
  g_autofree char *hash = NULL;

  if (!comark_framework_rows_find (desk->sql, key, version, id, &hash, error))
    return FALSE;
  if (hash != NULL)
    return same_file (framework, hash)
           || comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                                  "The register has another framework “%s” version %s already. "
                                  "Give the changed file a new version number, then add it again.",
                                  key, version);
  *id = comark_id_new ();
  return comark_framework_rows_insert (desk->sql, id, framework, comark_desk_now_ms (desk),
                                       error);
}

gboolean
comark_desk_store_framework (ComarkDesk *desk, gpointer framework, GError **error)
{
  ComarkId id;

  return find_or_insert (desk, framework, &id, error)
         && comark_framework_rows_activate (desk->sql, &id, error)
         && comark_desk_log (desk, "add-framework", NULL, &id, "framework", NULL, error);
}

ComarkFramework *
comark_desk_add_framework (ComarkDesk *desk, GBytes *xml, const char *filename, GError **error)
{
  g_autoptr (ComarkFramework) framework = NULL;

  if (!comark_desk_allow (desk, NULL, COMARK_ACTION_CHANGE_SETTINGS, error))
    return NULL;
  if (g_bytes_get_size (xml) > COMARK_LIMIT_XML_BYTES)
    {
      comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                          "%s is larger than a framework may be (16 MB).", filename);
      return NULL;
    }
  framework = comark_framework_load_bytes (xml, filename, error);
  if (framework == NULL
      || !comark_desk_write (desk, "add-framework", comark_desk_store_framework, framework, error))
    return NULL;
  return g_steal_pointer (&framework);
}
