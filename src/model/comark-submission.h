/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One thing put forward for the mark, as a row of a list shows it.
 */
#pragma once

#include "comark-record.h"

G_BEGIN_DECLS

#define COMARK_TYPE_SUBMISSION (comark_submission_get_type ())
COMARK_DECLARE_NOUN (ComarkSubmission, comark_submission, SUBMISSION)

struct _ComarkSubmission
{
  ComarkRecord parent_instance;

  ComarkId id;
  char *ref; /* "S-2026-0042" */
  char *title;
  char *type; /* id of a document type of its framework */
  char *type_words; /* that type in plain words */
  char *route; /* id of a route of its framework */
  char *level; /* "strategic", "operational", "individual" or "" */
  char *audience; /* who it is for */
  char *summary;
  char *team; /* the owner's team, as the certificate names it */
  char *review_day; /* the document's own review date, ISO; NULL where it has none */
  gboolean affects_carers;
  ComarkId framework;
  ComarkId owner;
  char *owner_name;
  ComarkState state;
  gint64 round; /* 1, and one more for each time it is heard again */
  char *due_day; /* reviews asked for by, ISO; NULL before a panel is formed */
  char *returned_because; /* why it was last sent back; "" if never */
  gint64 created_at;
  gint64 updated_at;
  gint64 submitted_at; /* 0 before it was submitted */
  gint64 n_invited; /* members invited who have not declined */
  gint64 n_reviews; /* submitted first reviews; -1 where the viewer may not know */
  /* The widest gap of submitted ratings on one criterion; -1 where the viewer may not know or
   * there are fewer than two. */
  gint64 spread;
  char *outcome; /* id of a sealed outcome; NULL before */
  char *mark_number; /* NULL where there is no mark */
  gint64 rev;
};

G_END_DECLS
