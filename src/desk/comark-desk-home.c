/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reading pack as a register of its own. It is made under another name and gets its own only
 * when it is whole, so that a program that is killed leaves either all of it or nothing.
 */
#include "comark-desk-home.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "comark-desk-home-fill.h"
#include "comark-desk-text.h"
#include "comark-register.h"
#include "comark-submission-rows.h"

/* ---- which copy ---- */

gboolean
comark_desk_is_at_home (ComarkDesk *desk, gboolean *is, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *pack = comark_meta_get (desk->sql, "home-pack", &local);

  *is = pack != NULL;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_id (ComarkDesk *desk, const char *key, ComarkId *id, GError **error)
{
  g_autofree char *text = comark_meta_get (desk->sql, key, error);

  if (text != NULL && comark_id_from_string (text, id))
    return TRUE;
  if (error != NULL && *error == NULL)
    comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                        "This register is no copy that was taken home, so there is nothing to "
                        "send back from it.");
  return FALSE;
}

gboolean
comark_desk_read_home (ComarkDesk *desk, ComarkHome *home, GError **error)
{
  g_autofree char *n_sent = NULL;

  if (!read_id (desk, "home-pack", &home->pack, error)
      || !read_id (desk, "home-copy", &home->copy, error)
      || !read_id (desk, "home-register", &home->register_id, error))
    return FALSE;
  n_sent = comark_meta_get (desk->sql, "home-sent", NULL);
  home->n_sent = n_sent != NULL ? g_ascii_strtoll (n_sent, NULL, 10) : 0;
  return TRUE;
}

void
comark_home_place_free (ComarkHomePlace *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->member);
  g_free (self->ref);
  g_free (self);
}

/* ---- where it lies ---- */

typedef struct
{
  GFile *file;
  ComarkPack *pack;
  ComarkFramework *framework;
  char *path;
  GCancellable *cancellable;
} Opening;

static void
opening_clear (Opening *self)
{
  g_clear_pointer (&self->pack, comark_pack_free);
  g_clear_object (&self->framework);
  g_free (self->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, opening_clear)

/* The reference becomes part of a file's name. */
static gboolean
check_ref (const char *ref, GError **error)
{
  gsize length = strlen (ref);

  if (length > 0 && length <= COMARK_REF_LENGTH_MAX
      && strspn (ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == length
      && *ref != '-')
    return TRUE;
  g_set_error_literal (error, COMARK_EXCHANGE_ERROR, COMARK_EXCHANGE_ERROR_NOT_VALID,
                       "The reading pack has no reference of a submission. Ask for the pack to be "
                       "made again.");
  return FALSE;
}

/* One register for what one member rates in one round, whichever pack it came with. */
static char *
path_of (ComarkPack *pack, const char *folder)
{
  ComarkReading *reading = pack->reading;
  g_autofree char *from = comark_id_to_string (&reading->register_id);
  g_autofree char *member = comark_id_to_string (&reading->member);
  g_autofree char *text = g_strdup_printf ("%s %s %s %" G_GINT64_FORMAT, from,
                                           pack->submission->ref, member, reading->round);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *name = g_strdup_printf ("%s-%.12s.comark", pack->submission->ref, digest);

  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "The folder “%s”, where your work would be kept, cannot be made: %s.",
                             folder, g_strerror (errno));
}

/* ---- making it, finding it again ---- */

static gpointer
fill_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Opening *self = data;

  return comark_desk_fill_home (desk, self->pack, self->file, error) ? COMARK_REGISTER_DONE : NULL;
}

static gpointer
refresh_job (ComarkDesk *desk, gpointer data, GError **error)
{
  Opening *self = data;

  return comark_desk_refresh_home (desk, self->pack, self->file, error) ? COMARK_REGISTER_DONE
                                                                        : NULL;
}

static gboolean
make_at (Opening *self, const char *path, GError **error)
{
  g_autoptr (ComarkRegister) reg
    = comark_register_create (path, self->pack->reading->organisation,
                              self->pack->reading->purpose,
                              comark_framework_get_source (self->framework), NULL, error);
  gboolean done
    = reg != NULL && comark_register_run (reg, COMARK_STORE_WRITE, fill_job, self, error) != NULL;

  if (reg != NULL)
    comark_register_close (reg);
  return done;
}

/* Never over one that somebody else made meanwhile. */
static gboolean
give_name (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0 || errno == EEXIST)
    return TRUE;
  return comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                             "“%s”, where your work would be kept, cannot be written: %s.", to,
                             g_strerror (errno));
}

static gboolean
make (Opening *self, GError **error)
{
  g_autofree char *new_path = g_strdup_printf ("%s.%d-new", self->path, (int) getpid ());
  gboolean done;

  g_unlink (new_path);
  done = make_at (self, new_path, error) && give_name (new_path, self->path, error);
  g_unlink (new_path);
  return done;
}

static gboolean
refresh (Opening *self, GError **error)
{
  g_autoptr (ComarkRegister) reg = comark_register_open (self->path, error);
  gboolean done
    = reg != NULL
      && comark_register_run (reg, COMARK_STORE_WRITE, refresh_job, self, error) != NULL;

  if (reg != NULL)
    comark_register_close (reg);
  return done;
}

static ComarkHomePlace *
open_in (Opening *self, const char *folder, GError **error)
{
  ComarkHomePlace *place;

  self->pack = comark_pack_read_home (self->file, &self->framework, self->cancellable, error);
  if (self->pack == NULL || !check_ref (self->pack->submission->ref, error)
      || !make_folder (folder, error))
    return NULL;
  self->path = path_of (self->pack, folder);
  if (!(g_file_test (self->path, G_FILE_TEST_EXISTS) ? refresh (self, error) : make (self, error)))
    return NULL;
  place = g_new0 (ComarkHomePlace, 1);
  place->path = g_strdup (self->path);
  place->member = comark_id_to_string (&self->pack->reading->member);
  place->ref = g_strdup (self->pack->submission->ref);
  return place;
}

ComarkHomePlace *
comark_home_open_pack (GFile *pack, const char *folder, GCancellable *cancellable, GError **error)
{
  g_auto (Opening) self = { .file = pack, .cancellable = cancellable };
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "comark", "home", NULL);
  g_autoptr (GMainContext) context = g_main_context_new ();
  ComarkHomePlace *place;

  /* A register belongs to the context it is made in: not to the window's. */
  g_main_context_push_thread_default (context);
  place = open_in (&self, folder != NULL ? folder : own, error);
  g_main_context_pop_thread_default (context);
  return place;
}
