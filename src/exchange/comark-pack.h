/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A submission pack (.copack): a zip with pack.xml (data/schemas/pack.rng) and the files that it
 * lists, each with its SHA-256. Reading checks all of it before anything is believed: a pack that
 * came through may be stored whole.
 */
#pragma once

#include "comark-document.h"
#include "comark-evidence.h"
#include "comark-exchange-error.h"
#include "comark-framework.h"
#include "comark-reading.h"
#include "comark-submission.h"

G_BEGIN_DECLS

/* What pack.xml says. Nouns carry what a pack can know: ids, times and revs are empty. */
typedef struct
{
  char *framework;         /* id of the framework it was written for */
  char *framework_version;
  char *owner_name;
  char *owner_email;       /* "" where none is given */
  ComarkSubmission *submission; /* title, type, level, audience, summary, team, review_day,
                                   affects_carers; ref is the sender's own, or "" */
  ComarkDocument *document;     /* NULL: a pack without one */
  GPtrArray *evidence;          /* ComarkEvidence; its files are named by their hash */
  GPtrArray *statements;        /* ComarkOwnerStatement */
  GPtrArray *contributors;      /* ComarkContributor; agreed_at is 1 for those who agreed */
  ComarkReading *reading;       /* what makes it a reading pack; NULL for a submission pack */
} ComarkPack;

ComarkPack *comark_pack_new (void);
void comark_pack_free (ComarkPack *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkPack, comark_pack_free)

/* Reads and checks the submission pack in @file against @framework. Two passes over the zip,
 * 64 KiB of memory beside pack.xml. Blocks; cancellable between files.
 * Returns: (transfer full) NULL with COMARK_EXCHANGE_ERROR */
ComarkPack *comark_pack_read (GFile *file, ComarkFramework *framework,
                              GCancellable *cancellable, GError **error);

/* The same for a reading pack, against the framework that it brings along, which is *framework
 * ((out) (transfer full)) then. */
ComarkPack *comark_pack_read_home (GFile *file, ComarkFramework **framework,
                                   GCancellable *cancellable, GError **error);

/* Takes one listed file. @hash is checked already. */
typedef gboolean (*ComarkPackFileFunc) (const char *hash, GBytes *bytes, gpointer data,
                                        GError **error);

/* Hands every listed file of @file to @func, each checked against its hash once more. */
gboolean comark_pack_each_file (ComarkPack *self, GFile *file, ComarkPackFileFunc func,
                                gpointer data, GCancellable *cancellable, GError **error);

/* Gives the bytes of @hash. Returns: (transfer full) NULL with @error */
typedef GBytes *(*ComarkPackBytesFunc) (const char *hash, gpointer data, GError **error);

/* Writes the pack into @file, which is there whole or not at all. */
gboolean comark_pack_write (ComarkPack *self, GFile *file, ComarkPackBytesFunc bytes_of,
                            gpointer data, GError **error);

G_END_DECLS
