/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What shows that something happened: a file, or words alone.
 * Also the owner's statement on a criterion and those who took part.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_EVIDENCE (comark_evidence_get_type ())
COMARK_DECLARE_NOUN (ComarkEvidence, comark_evidence, EVIDENCE)

struct _ComarkEvidence
{
  ComarkRecord parent_instance;

  ComarkId id;
  gint64 ord; /* place in the list, from 1 */
  char *title;
  char *description; /* what is in it, and for a picture what it shows */
  char *day; /* when it is from, ISO; NULL where it is not dated */
  char *filename; /* NULL for evidence in words alone */
  char *mime;
  char *hash;
  gint64 size;
  char **criteria; /* ids of the criteria it is attached to */
  gint64 rev;
};

/* The owner's words on one criterion. */
#define COMARK_TYPE_OWNER_STATEMENT (comark_owner_statement_get_type ())
COMARK_DECLARE_NOUN (ComarkOwnerStatement, comark_owner_statement, OWNER_STATEMENT)

struct _ComarkOwnerStatement
{
  ComarkRecord parent_instance;

  char *criterion;
  char *body;
  gint64 updated_at;
  gint64 rev;
};

/* Somebody who took part in making the document. */
#define COMARK_TYPE_CONTRIBUTOR (comark_contributor_get_type ())
COMARK_DECLARE_NOUN (ComarkContributor, comark_contributor, CONTRIBUTOR)

struct _ComarkContributor
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *name;
  char *part; /* what they did, or the role they had */
  gboolean lived_experience;
  gboolean credit; /* may be named on the certificate */
  ComarkId person; /* their own record in the register; none for most */
  gint64 agreed_at; /* when they agreed that this be put forward; 0 if they were not asked */
  gint64 rev;
};

/* A contributor's word that a claim is true. */
#define COMARK_TYPE_CONFIRMATION (comark_confirmation_get_type ())
COMARK_DECLARE_NOUN (ComarkConfirmation, comark_confirmation, CONFIRMATION)

struct _ComarkConfirmation
{
  ComarkRecord parent_instance;

  char *criterion;
  ComarkId contributor;
  char *contributor_name;
  char *how; /* "themselves", "by phone", ... */
  char *day;
  char *recorded_by_name;
};

G_END_DECLS
