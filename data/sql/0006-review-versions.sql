-- SPDX-License-Identifier: GPL-3.0-or-later
-- A review as it was each time it was handed in, and as final ratings stood when the panel
-- decided. Only ever added to.
CREATE TABLE review_version (
  review @ID@ NOT NULL REFERENCES review (id),
  n @INT64@ NOT NULL,
  submitted_at @INT64@ NOT NULL,
  reopened_at @INT64@,
  body TEXT NOT NULL,
  document @ID@ REFERENCES document (id),
  PRIMARY KEY (review, n)
) @STRICT@;

CREATE TABLE review_version_rating (
  review @ID@ NOT NULL,
  n @INT64@ NOT NULL,
  criterion TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  reason TEXT NOT NULL,
  strength TEXT NOT NULL,
  PRIMARY KEY (review, n, criterion),
  FOREIGN KEY (review, n) REFERENCES review_version (review, n),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;

-- Reviews that were reopened before this: their ratings were kept, their comment was not.
INSERT INTO review_version (review, n, submitted_at, reopened_at, body, document)
 SELECT r.id, 1,
  coalesce((SELECT min(l.at) FROM log l WHERE l.act = 'submit-review' AND l.subject = r.id),
           r.created_at),
  (SELECT min(b.kept_at) FROM rating_before b WHERE b.review = r.id), '', r.document
 FROM review r WHERE r.stage = 'first'
 AND EXISTS (SELECT 1 FROM rating_before b WHERE b.review = r.id);
INSERT INTO review_version_rating (review, n, criterion, answer, value, reason, strength)
 SELECT b.review, 1, b.criterion, b.answer, b.value, b.reason, b.strength
 FROM rating_before b JOIN review_version v ON v.review = b.review
 WHERE b.kept_at = v.reopened_at;

-- Those that are handed in now.
INSERT INTO review_version (review, n, submitted_at, body, document)
 SELECT r.id, 1 + (SELECT count(*) FROM review_version v WHERE v.review = r.id),
  r.submitted_at, r.body, r.document
 FROM review r WHERE r.stage = 'first' AND r.state = 'submitted';
INSERT INTO review_version_rating (review, n, criterion, answer, value, reason, strength)
 SELECT v.review, v.n, a.criterion, a.answer, a.value, a.reason, a.strength
 FROM review_version v JOIN rating a ON a.review = v.review WHERE v.reopened_at IS NULL;
