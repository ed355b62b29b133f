/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A dossier: everything of one submission that one person may see, read at one moment. The pages
 * of a submission show a dossier and nothing else; after each act a new one is fetched. What the
 * person may not see is not in it, so no page can leak it. Immutable; any thread may read it.
 */
#pragma once

#include "comark-access.h"
#include "comark-decision.h"
#include "comark-desk.h"
#include "comark-document.h"
#include "comark-evidence.h"
#include "comark-framework.h"
#include "comark-history.h"
#include "comark-mark.h"
#include "comark-median.h"
#include "comark-meeting.h"
#include "comark-outcome.h"
#include "comark-owner-question.h"
#include "comark-quorum.h"
#include "comark-quote.h"
#include "comark-review.h"
#include "comark-seat.h"
#include "comark-submission.h"
#include "comark-talk.h"
#include "comark-text-draft.h"
#include "comark-task.h"

G_BEGIN_DECLS

#define COMARK_TYPE_DOSSIER (comark_dossier_get_type ())
G_DECLARE_FINAL_TYPE (ComarkDossier, comark_dossier, COMARK, DOSSIER, GObject)

struct _ComarkDossier
{
  GObject parent_instance;

  ComarkPerson *viewer;
  ComarkStanding standing; /* what comark_dossier_may() asks */
  ComarkSubmission *submission;
  ComarkFramework *framework;
  GPtrArray *criteria;  /* ComarkCriterion of its route, in order; borrowed from the framework */

  GPtrArray *documents;     /* ComarkDocument, oldest first */
  GPtrArray *evidence;      /* ComarkEvidence */
  GPtrArray *statements;    /* ComarkOwnerStatement */
  GPtrArray *contributors;  /* ComarkContributor */
  GPtrArray *confirmations; /* ComarkConfirmation */
  GPtrArray *seats;         /* ComarkSeat */
  char *content_note;       /* what it speaks of that may be hard to read; "" for none */
  gboolean content_opened;  /* the viewer has read that, and chose to open it */
  char **missing;           /* what is missing to submit, for the owner; else empty */

  ComarkReview *own_first;  /* the viewer's own; NULL for none */
  ComarkReview *own_final;
  ComarkSupporter *supporter; /* who types the viewer's review now; NULL: they do */
  GPtrArray *beside;        /* ComarkRatingBeside: wordings of own_first that wait for a choice */
  gint64 rated_version;     /* the version of the document that the viewer last gave ratings on,
                             * where a later one has been submitted; else 0 */
  gint64 n_own_versions;    /* how often the viewer has handed a review in */
  GPtrArray *reviews;       /* ComarkReview of others that the viewer may see, both stages */
  GPtrArray *quotes;        /* ComarkQuote: the viewer's own, and those of the reviews above, by
                             * file, page and place; removed ones are not here */
  GPtrArray *earlier_quotes; /* ComarkQuote: the viewer's own of earlier rounds, to be made again */
  GPtrArray *questions;     /* ComarkOwnerQuestion, as far as the viewer may know them */
  ComarkAsking *asking;     /* the round in which they went; NULL for none */
  gboolean peers_closed;    /* the viewer may see others' reviews and medians, and has not asked:
                             * they are here after comark_desk_open_peers() */
  int n_reviews_in;         /* -1 where the viewer may not know */

  ComarkMeeting *meeting;   /* the newest; NULL for none */
  ComarkQuorumReport *quorum; /* of that meeting; NULL for none */
  char *support_contact;    /* whom to turn to in a meeting; "" where nobody is named */
  int n_to_rate_now;        /* members who say on the day and have not yet; -1: not to be known */
  GPtrArray *summaries;     /* ComarkCriterionSummary, what needs talk first; NULL: not visible */
  GPtrArray *agreed;        /* ComarkAgreedValue */
  GPtrArray *judgements;    /* ComarkJudgement */
  GPtrArray *dissent;       /* ComarkDissent */
  GPtrArray *tasks;         /* ComarkTask that the viewer may see, by day */
  ComarkOutcomeReport *outcome; /* over the agreed values so far; NULL where not visible */
  ComarkDecision *decision; /* NULL for none, or not released to the viewer */
  GPtrArray *told;          /* ComarkTold */
  ComarkMark *mark;         /* NULL for none */
  GPtrArray *history;       /* ComarkHistoryEntry, newest first */

  GPtrArray *threads; /* ComarkThread with messages, the one last spoken in first; while
                       * peers_closed without those for COMARK_TALK_RATED */
  GPtrArray *message_drafts; /* ComarkMessageDraft of the viewer */
  GPtrArray *text_drafts; /* ComarkTextDraft of the viewer */
  GPtrArray *readers; /* ComarkReaderOfTalk: who would read what the viewer writes, by name;
                       * without the panel where comark_access_sees_panel() says no */
};

/* What the dossier holds for one criterion, over all members that the viewer may see. */
typedef struct
{
  const char *criterion;
  guint position; /* in the framework's order on this route, from 0 */
  ComarkMedians medians; /* panel/comark-median.h: group medians, suggestion, flags */
} ComarkCriterionSummary;

/* Reads the dossier of @ref for desk->who. Needs a READ job only. Returns: (transfer full) */
ComarkDossier *comark_desk_open_dossier (ComarkDesk *desk, const char *ref, GError **error);

/* Whether the viewer may do @action now; *reason (nullable, transfer full) says why not. */
gboolean comark_dossier_may (ComarkDossier *self, ComarkAction action, char **reason);

/* How many messages the viewer has not read; *to_me (nullable): in how many threads something
 * unread is addressed to them. */
guint comark_dossier_count_unread (ComarkDossier *self, guint *to_me);

/* NULL where there is none. Returns: (transfer none) (nullable) */
ComarkThread *comark_dossier_thread (ComarkDossier *self, const ComarkId *id);
ComarkMessageDraft *comark_dossier_message_draft (ComarkDossier *self, const char *slot);
ComarkTextDraft *comark_dossier_text_draft (ComarkDossier *self, const char *slot);

/* Lookups by criterion id; NULL where there is none. Returns: (transfer none) (nullable) */
ComarkOwnerStatement *comark_dossier_statement (ComarkDossier *self, const char *criterion);
ComarkAgreedValue *comark_dossier_agreed (ComarkDossier *self, const char *criterion);
ComarkRating *comark_dossier_rating (ComarkReview *review, const char *criterion);
/* Evidence attached to @criterion. Returns: (transfer container) (element-type ComarkEvidence) */
GPtrArray *comark_dossier_evidence_for (ComarkDossier *self, const char *criterion);
/* Quotes on @criterion. Returns: (transfer container) (element-type ComarkQuote) */
GPtrArray *comark_dossier_quotes_for (ComarkDossier *self, const char *criterion);
ComarkQuote *comark_dossier_quote (ComarkDossier *self, const ComarkId *id);
/* The viewer's own of earlier rounds that were not made again in this one.
 * Returns: (transfer container) (element-type ComarkQuote) */
GPtrArray *comark_dossier_quotes_left (ComarkDossier *self);
/* Whether the viewer may change @quote or take it off now. */
gboolean comark_dossier_may_change_quote (ComarkDossier *self, ComarkQuote *quote);
/* Whether @quote belongs to @first (nullable), its author's first review, as it was submitted:
 * then it stays as it is. */
gboolean comark_dossier_quote_is_fixed (ComarkQuote *quote, ComarkReview *first);

/* Questions on @criterion in the order of the list. Returns: (transfer container) */
GPtrArray *comark_dossier_questions_on (ComarkDossier *self, const char *criterion);
ComarkOwnerQuestion *comark_dossier_question (ComarkDossier *self, const ComarkId *id);
/* The viewer's own on it; NULL for none. */
ComarkOwnerQuestion *comark_dossier_own_question (ComarkDossier *self, const char *criterion);
/* The newest document version; NULL for none. */
ComarkDocument *comark_dossier_document (ComarkDossier *self);

G_END_DECLS
