/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Acts on submissions as a whole: lists, the owner's form, and the steps up to a panel.
 * A submission is named by its reference ("S-2026-0042") in every act.
 */
#pragma once

#include "comark-desk.h"
#include "comark-document.h"
#include "comark-evidence.h"
#include "comark-submission-rows.h"

G_BEGIN_DECLS

/* ---- lists ---- */

typedef struct
{
  const char *search;  /* words to find in titles, statements, documents; NULL or "": all */
  int state;           /* a ComarkState, or -1 for all */
  ComarkSubmissionSort sort;
  gboolean descending; /* turns the sort's own direction round */
} ComarkSubmissionQuery;

/* The ordered ids of all submissions that desk->who may know of. 16 bytes a row.
 * Returns: (transfer full) (element-type ComarkId) */
GArray *comark_desk_query_submissions (ComarkDesk *desk,
                                       const ComarkSubmissionQuery *query,
                                       GError **error);

/* The rows of @n ids, in their order; NULL elements for ids that are gone.
 * Returns: (transfer full) (element-type ComarkSubmission) */
GPtrArray *comark_desk_fetch_submissions (ComarkDesk *desk, const ComarkId *ids, guint n,
                                          GError **error);

/* What waits for desk->who, the longest untouched first; some 500 at most. */
typedef struct
{
  char *ref;
  char *title;    /* of the submission */
  char *sentence; /* "Rate Safe discharge policy by 3 December, about 40 minutes" */
  /* COMARK_TODO_…, or the tab it opens: overview, form, document, review, discussion, …;
   * "meetings" where ref is a sitting's */
  char *place;
} ComarkTodo;
#define COMARK_TODO_COME_BACK "come-back" /* comark_desk_reply(): there is nothing to open yet */
#define COMARK_TODO_PRACTICE "practice"   /* comark_desk_open_practice(); the ref is "" */
void comark_todo_free (ComarkTodo *todo);

/* Returns: (transfer full) (element-type ComarkTodo) */
GPtrArray *comark_desk_list_todo (ComarkDesk *desk, GError **error);

/* ---- the owner's form ---- */

typedef struct
{
  const char *title;
  const char *type;     /* id of a document type of the framework */
  const char *level;
  const char *audience;
  const char *summary;
  const char *team;
  const char *review_day; /* ISO, or NULL */
  gboolean affects_carers;
  gint64 rev;           /* 0 for a new one */
} ComarkSubmissionForm;

/* A new submission of @owner (NULL: desk->who), in PREPARING when an administrator makes it or
 * accepts at once, else INTEREST. Returns: (transfer full) its reference */
char *comark_desk_new_submission (ComarkDesk *desk, const ComarkId *owner,
                                  const ComarkSubmissionForm *form, GError **error);
gboolean comark_desk_save_details (ComarkDesk *desk, const char *ref,
                                   const ComarkSubmissionForm *form, GError **error);

/* Puts @bytes in as the newest version of the document. Before submission it replaces a version
 * that nobody has submitted; later it is a new version. Indexes its text for search. */
gboolean comark_desk_set_document (ComarkDesk *desk, const char *ref, GBytes *bytes,
                                   const char *filename, GError **error);

typedef struct
{
  ComarkId id;             /* none: new */
  const char *title;
  const char *description; /* needed for a picture */
  const char *day;         /* ISO or NULL */
  const char *const *criteria; /* NULL-terminated; NULL: none */
  GBytes *bytes;           /* NULL: keep the file there is, or words alone */
  const char *filename;
  gint64 rev;
} ComarkEvidenceForm;
gboolean comark_desk_save_evidence (ComarkDesk *desk, const char *ref,
                                    const ComarkEvidenceForm *form, GError **error);
gboolean comark_desk_remove_evidence (ComarkDesk *desk, const char *ref, const ComarkId *evidence,
                                      GError **error);

/* Saves the owner's words on one criterion as typed (a draft until submission).
 * @rev: the one that was read, 0 for none yet. *new_rev (nullable) takes the new one. */
gboolean comark_desk_save_statement (ComarkDesk *desk, const char *ref, const char *criterion,
                                     const char *body, gint64 rev, gint64 *new_rev, GError **error);

typedef struct
{
  ComarkId id; /* none: new */
  const char *name;
  const char *part;
  gboolean lived_experience;
  gboolean credit;
  gboolean agreed; /* they agree that this be put forward */
  gint64 rev;
} ComarkContributorForm;
gboolean comark_desk_save_contributor (ComarkDesk *desk, const char *ref,
                                       const ComarkContributorForm *form, GError **error);
gboolean comark_desk_remove_contributor (ComarkDesk *desk, const char *ref,
                                         const ComarkId *contributor, GError **error);

/* What is missing before it can be submitted, as sentences; empty when nothing is.
 * Returns: (transfer full) (array zero-terminated=1) */
char **comark_desk_missing_to_submit (ComarkDesk *desk, const char *ref, GError **error);

/* ---- steps up to a panel ---- */

gboolean comark_desk_submit (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_accept (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_redirect (ComarkDesk *desk, const char *ref, const char *because,
                               GError **error);
gboolean comark_desk_complete (ComarkDesk *desk, const char *ref, GError **error);
gboolean comark_desk_send_back (ComarkDesk *desk, const char *ref, const char *because,
                                GError **error);
gboolean comark_desk_withdraw (ComarkDesk *desk, const char *ref, const char *because,
                               GError **error);

/* The bytes of a document version or evidence item of @ref by hash, checked against it.
 * Refused before desk->who has answered about interests. Returns: (transfer full) */
GBytes *comark_desk_read_file (ComarkDesk *desk, const char *ref, const char *hash, GError **error);

G_END_DECLS
