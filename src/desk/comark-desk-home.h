/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a submission home. In the panel's register a member, or an administrator for them, makes
 * a reading pack. On another computer the pack is opened as a small register of its own, in which
 * its member can read and rate and nothing else; what they send back is merged here
 * (comark_desk_import_review()).
 */
#pragma once

#include "comark-desk.h"

G_BEGIN_DECLS

/* Writes the reading pack of @person (NULL: desk->who) into @file: the submission as they see it,
 * its framework, document and evidence, and, only if they make it themselves, their draft. A
 * draft is its author's alone, also before an administrator who makes the pack. */
gboolean comark_desk_take_home (ComarkDesk *desk, const char *ref, const ComarkId *person,
                                GFile *file, GError **error);

/* In a register at home: writes the review to send back. @hand_in: it shall be handed in when it
 * arrives (MISSING where it is not whole). */
gboolean comark_desk_send_home_review (ComarkDesk *desk, const char *ref, gboolean hand_in,
                                       GFile *file, GError **error);

/* Whether this register is a copy at home, and which. */
typedef struct
{
  ComarkId pack;
  ComarkId copy;        /* this one of it */
  ComarkId register_id; /* where it is from */
  gint64 n_sent;
} ComarkHome;

gboolean comark_desk_is_at_home (ComarkDesk *desk, gboolean *is, GError **error);
gboolean comark_desk_read_home (ComarkDesk *desk, ComarkHome *home, GError **error);

/* A reading pack, opened on this computer. */
typedef struct
{
  char *path;   /* of the register at home */
  char *member; /* id of the one person in it */
  char *ref;    /* of the one submission in it */
} ComarkHomePlace;

void comark_home_place_free (ComarkHomePlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkHomePlace, comark_home_place_free)

/* Opens the reading pack @pack in @folder (NULL: the person's own data folder). One that was
 * opened before is found again with all that was written in it; a newer pack of the same
 * submission brings in what is new. Blocks: never on the main loop; any thread.
 * Returns: (transfer full) NULL with COMARK_EXCHANGE_ERROR, COMARK_STORE_ERROR,
 * COMARK_DESK_ERROR */
ComarkHomePlace *comark_home_open_pack (GFile *pack, const char *folder,
                                        GCancellable *cancellable, GError **error);

G_END_DECLS
