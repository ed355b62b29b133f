-- SPDX-License-Identifier: GPL-3.0-or-later
-- Care for those who read: what a document speaks of, and practising before the first review.

-- No row: nobody has said anything. body '': taken away again.
CREATE TABLE content_note (
  submission @ID@ NOT NULL PRIMARY KEY REFERENCES submission (id),
  body TEXT NOT NULL,
  rev @INT64@ NOT NULL DEFAULT 1
) @STRICT@;

-- Who chose to open it, having read the note of that rev.
CREATE TABLE content_opened (
  submission @ID@ NOT NULL REFERENCES submission (id),
  person @ID@ NOT NULL REFERENCES person (id),
  rev @INT64@ NOT NULL,
  PRIMARY KEY (submission, person)
) @STRICT@;

-- Who has practised, or may begin without it: how is 'done', 'waived' or 'before' (they rated
-- before there was a practice submission).
CREATE TABLE practice_done (
  person @ID@ NOT NULL PRIMARY KEY REFERENCES person (id),
  how TEXT NOT NULL CHECK (how IN ('done', 'waived', 'before')),
  because TEXT NOT NULL DEFAULT '',
  noted_by @ID@ REFERENCES person (id),
  noted_at @INT64@ NOT NULL
) @STRICT@;
INSERT INTO practice_done (person, how, noted_at)
  SELECT r.person, 'before', min(r.submitted_at) FROM review r
   WHERE r.state = 'submitted' AND r.stage = 'first' GROUP BY r.person;

-- What a person answers there: their own alone, always.
CREATE TABLE practice_rating (
  person @ID@ NOT NULL REFERENCES person (id),
  practice TEXT NOT NULL,
  criterion TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  reason TEXT NOT NULL DEFAULT '',
  strength TEXT NOT NULL DEFAULT 'none',
  PRIMARY KEY (person, practice, criterion)
) @STRICT@;
