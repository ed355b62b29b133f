/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must always hold in a register beyond what its tables can say themselves.
 */
#include "comark-store-check.h"

#define OF_SUBMISSION "SELECT 'submission ' || s.ref FROM submission s"

const ComarkInvariant comark_invariants[] = {
  { "attachment-size",
    "SELECT 'attachment ' || substr(b.hash, 1, 16) FROM blob_store b WHERE b.complete = 1"
    " AND b.size <> (SELECT CAST(coalesce(sum(length(c.data)), 0) AS BIGINT) FROM blob_chunk c"
    " WHERE c.hash = b.hash)",
    "it is not as long as when it was stored" },
  /* submissions */
  { "state", OF_SUBMISSION " WHERE s.state NOT IN ('interest', 'preparing', 'out-of-scope',"
    " 'submitted', 'ready', 'in-review', 'clarifying', 'in-meeting', 'decided', 'awarded',"
    " 'conditional', 'deferred', 'not-yet', 'closed', 'withdrawn')",
    "it is in a state that does not exist" },
  { "document-frozen", OF_SUBMISSION " WHERE s.state NOT IN ('interest', 'preparing',"
    " 'out-of-scope', 'withdrawn') AND NOT EXISTS (SELECT 1 FROM document d"
    "  WHERE d.submission = s.id AND d.frozen_at IS NOT NULL)",
    "it was submitted without a document" },
  { "document-bytes", OF_SUBMISSION " JOIN document d ON d.submission = s.id"
    " JOIN blob_store b ON b.hash = d.hash WHERE b.complete = 0 OR b.size <> d.size",
    "the bytes of its document are not all there" },
  { "evidence-bytes", OF_SUBMISSION " JOIN evidence e ON e.submission = s.id"
    " JOIN blob_store b ON b.hash = e.hash WHERE b.complete = 0 OR b.size <> e.size",
    "the bytes of a piece of evidence are not all there" },
  { "closed-untold", OF_SUBMISSION " WHERE s.state = 'closed' AND NOT EXISTS"
    " (SELECT 1 FROM told t WHERE t.submission = s.id)",
    "it was closed before its contributors were told" },
  { "meeting-open", OF_SUBMISSION " WHERE (s.state = 'in-meeting') <> EXISTS"
    " (SELECT 1 FROM meeting m WHERE m.submission = s.id AND m.state = 'open')",
    "its state and its meeting do not agree on whether the panel is meeting" },
  { "outcome-unsealed", OF_SUBMISSION " WHERE s.state IN ('awarded', 'conditional', 'deferred',"
    " 'not-yet', 'closed') AND NOT EXISTS (SELECT 1 FROM decision d"
    "  WHERE d.submission = s.id AND d.round = s.round AND d.taken_back_at IS NULL"
    "  AND d.sealed_at IS NOT NULL)",
    "it has an outcome without a sealed decision" },

  /* the panel */
  { "review-changed", OF_SUBMISSION " JOIN review r ON r.submission = s.id"
    " JOIN rating a ON a.review = r.id WHERE r.stage = 'first' AND r.state = 'submitted'"
    " AND a.updated_at > r.submitted_at",
    "a first review was changed after it was submitted" },
  { "contributor-rated", OF_SUBMISSION " JOIN contributor c ON c.submission = s.id"
    " JOIN review r ON r.submission = s.id AND r.person = c.person"
    " WHERE c.removed_at IS NULL AND r.state = 'submitted' AND r.submitted_at > c.added_at",
    "a contributor has rated it" },
  { "rated-unasked", OF_SUBMISSION " JOIN review r ON r.submission = s.id"
    " WHERE r.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM interest i"
    "  WHERE i.submission = s.id AND i.person = r.person AND i.answered_at <= r.submitted_at)",
    "a member rated it before answering about interests" },
  { "review-neither-kind", OF_SUBMISSION " JOIN review r ON r.submission = s.id"
    " JOIN person p ON p.id = r.person WHERE r.state = 'submitted' AND p.kind = 'none'",
    "somebody rated it who is neither an expert by experience nor staff" },
  { "review-round", OF_SUBMISSION " JOIN review r ON r.submission = s.id WHERE r.round > s.round",
    "it has a review of a round that has not begun" },

  /* decisions and marks */
  { "sealed-unsigned", OF_SUBMISSION " JOIN decision d ON d.submission = s.id"
    " WHERE d.sealed_at IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM signature g"
    "  JOIN person p ON p.id = g.person WHERE g.decision = d.id AND p.kind = 'expert')"
    " OR NOT EXISTS (SELECT 1 FROM signature g JOIN person p ON p.id = g.person"
    "  WHERE g.decision = d.id AND p.kind = 'staff'))",
    "its decision was sealed without the signatures of both kinds" },
  { "mark-unsealed", "SELECT 'mark ' || k.number FROM mark k JOIN decision d ON d.id = k.decision"
    " WHERE d.sealed_at IS NULL", "it was issued without a sealed decision" },
  { "mark-document", "SELECT 'mark ' || k.number FROM mark k JOIN document d ON d.id = k.document"
    " WHERE d.hash <> k.document_hash OR d.submission <> k.submission",
    "it does not belong to the document that the panel read" },
  { "mark-of-another", "SELECT 'mark ' || k.number FROM mark k"
    " JOIN decision d ON d.id = k.decision WHERE d.submission <> k.submission",
    "it was issued for another submission's decision" },
  { "mark-twice", OF_SUBMISSION " WHERE (SELECT count(*) FROM mark k"
    " WHERE k.submission = s.id AND k.state = 'live') > 1", "it has two live marks" },

  /* the register */
  { "one-framework", "SELECT 'the frameworks' FROM (SELECT count(*) AS n FROM framework) f"
    " WHERE f.n > 0 AND (SELECT count(*) FROM framework WHERE active = 1) <> 1",
    "not exactly one of them is the active one" },
  { "administrator", "SELECT 'the people' FROM (SELECT count(*) AS n FROM person) q"
    " WHERE q.n > 0 AND NOT EXISTS (SELECT 1 FROM person p"
    "  JOIN person_role r ON r.person = p.id WHERE r.role = 'administrator' AND p.active = 1)",
    "none of them is an active administrator" },
  { NULL, NULL, NULL },
};
