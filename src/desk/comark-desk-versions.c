/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comark-desk-versions.h"

#include "comark-blobs.h"
#include "comark-desk-standing.h"
#include "comark-desk-text.h"
#include "comark-document-rows.h"
#include "comark-review-version-rows.h"

/* ---- of a document ---- */

void
comark_version_pair_free (ComarkVersionPair *self)
{
  g_clear_object (&self->old);
  g_clear_object (&self->new);
  g_clear_pointer (&self->old_bytes, g_bytes_unref);
  g_clear_pointer (&self->new_bytes, g_bytes_unref);
  g_free (self);
}

static ComarkDocument *
find_version (GPtrArray *documents, gint64 n, GError **error)
{
  for (guint i = 0; i < documents->len; i++)
    {
      ComarkDocument *document = g_ptr_array_index (documents, i);

      if (document->n == n)
        return g_object_ref (document);
    }
  comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                      "There is no version %d of this document; it has versions 1 to %u.", (int) n,
                      documents->len);
  return NULL;
}

/* Fills in what was left open. */
static gboolean
choose_versions (GPtrArray *documents, gint64 *from, gint64 *to, GError **error)
{
  if (documents->len < 2)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_NO_SUCH,
                               documents->len == 0
                                 ? "There is no document here yet."
                                 : "There is one version of this document so far, so there is "
                                   "nothing to compare it with.");
  if (*to == 0)
    *to = ((ComarkDocument *) g_ptr_array_index (documents, documents->len - 1))->n;
  if (*from == 0)
    *from = *to - 1;
  if (*from == *to)
    return comark_desk_refuse (error, COMARK_DESK_ERROR_INVALID,
                               "This is one version twice. Choose two that are not the same.");
  if (*from > *to)
    {
      gint64 later = *from;

      *from = *to;
      *to = later;
    }
  return TRUE;
}

typedef struct
{
  const char *ref;
  gint64 from, to;
  ComarkVersionPair *pair;
} Versions;

static gboolean
read_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Versions *self = data;
  ComarkVersionPair *pair = self->pair;
  g_autoptr (GPtrArray) documents = NULL;
  ComarkId id;

  if (!comark_desk_find_for (desk, self->ref, COMARK_ACTION_OPEN_DOCUMENT, &id, error)
      || (documents = comark_document_rows_list (desk->sql, &id, error)) == NULL
      || !choose_versions (documents, &self->from, &self->to, error)
      || (pair->new = find_version (documents, self->to, error)) == NULL
      || (pair->old = find_version (documents, self->from, error)) == NULL)
    return FALSE;
  pair->old_bytes = comark_blobs_read (desk->sql, pair->old->hash, error);
  if (pair->old_bytes != NULL)
    pair->new_bytes = comark_blobs_read (desk->sql, pair->new->hash, error);
  return pair->new_bytes != NULL;
}

ComarkVersionPair *
comark_desk_read_versions (ComarkDesk *desk, const char *ref, gint64 from, gint64 to,
                           GError **error)
{
  g_autoptr (ComarkVersionPair) pair = g_new0 (ComarkVersionPair, 1);
  Versions versions = { ref, from, to, pair };

  return comark_desk_read (desk, read_step, &versions, error) ? g_steal_pointer (&pair) : NULL;
}

/* ---- of a review ---- */

typedef struct
{
  const char *ref;
  const ComarkId *person;
  GPtrArray *versions;
} Handed;

/* As for the reviews themselves: looking at others' is an act of its own before the meeting. */
static gboolean
may_look (ComarkDesk *desk, const ComarkId *submission, gboolean own, GError **error)
{
  ComarkStanding standing;

  if (!comark_desk_read_standing (desk, submission, NULL, &standing, error)
      || !comark_desk_check_standing (&standing,
                                      own ? COMARK_ACTION_SEE_OWN_REVIEW
                                          : COMARK_ACTION_SEE_OTHERS_RATINGS,
                                      error))
    return FALSE;
  return own || !comark_access_peers_closed (&standing)
         || comark_desk_refuse (error, COMARK_DESK_ERROR_REFUSED,
                                "You have not asked to see what the others gave. Once you have, "
                                "your own review cannot be opened again to mend a slip.");
}

static gboolean
list_step (ComarkDesk *desk, gpointer data, GError **error)
{
  Handed *self = data;
  const ComarkId *person = self->person != NULL ? self->person : &desk->who->id;
  gboolean own = comark_id_equal (person, &desk->who->id);
  ComarkId id;

  if (!comark_desk_find_submission (desk, self->ref, &id, error)
      || !may_look (desk, &id, own, error))
    return FALSE;
  self->versions = comark_review_version_rows_list (desk->sql, &id, person, !own, error);
  return self->versions != NULL;
}

GPtrArray *
comark_desk_list_review_versions (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                  GError **error)
{
  Handed handed = { ref, person, NULL };

  return comark_desk_read (desk, list_step, &handed, error) ? handed.versions : NULL;
}
