/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A review as a file (.coreview, data/schemas/review.rng): how one comes back from a member who
 * rates without the register.
 */
#pragma once

#include "comark-exchange-error.h"
#include "comark-framework.h"
#include "comark-quote.h"
#include "comark-review.h"

G_BEGIN_DECLS

typedef struct
{
  char *submission_ref;
  char *framework;
  char *framework_version;
  char *document_hash; /* of the version it was made from; NULL where it was not known */
  char *member_email;  /* "" where none is given */
  ComarkId register_id; /* of the register that it belongs to; NONE in older files */
  ComarkId pack;        /* of the reading pack that it was made from; NONE for none */
  ComarkId copy;        /* of that pack, at home */
  gint64 n;             /* from 1: how often that copy was sent back */
  char *hash;           /* of the file that was read: its SHA-256; NULL for one that is made */
  GPtrArray *quotes; /* ComarkQuote: criterion, hash, page, start, exact, prefix, suffix, note */
  ComarkReview *review; /* person_name, stage, submitted, body, ratings, covers (criterion, title,
                         * hash, cover); person and round where the file gives them (NONE, 0) */
} ComarkReviewFile;

ComarkReviewFile *comark_review_file_new (void);
void comark_review_file_free (ComarkReviewFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ComarkReviewFile, comark_review_file_free)

/* Reads and checks the schema; what only a framework knows is comark_review_file_check().
 * Returns: (transfer full) NULL with COMARK_EXCHANGE_ERROR */
ComarkReviewFile *comark_review_file_read (GFile *file, GError **error);

/* Whether it was written for @framework, and every criterion and value is one of its own. */
gboolean comark_review_file_check (ComarkReviewFile *self, ComarkFramework *framework,
                                   GError **error);

/* Writes @file, whole or not at all. */
gboolean comark_review_file_write (ComarkReviewFile *self, GFile *file, GError **error);

G_END_DECLS
