-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody types for a member.

-- Whom a member lets type their review of a submission, where the member is signed in; supporter is
-- NULL for somebody who is not on the register. One at a time: ended_at.
CREATE TABLE supporter (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  supporter @ID@ REFERENCES person (id),
  name TEXT NOT NULL,
  let_by @ID@ NOT NULL REFERENCES person (id),
  let_at @INT64@ NOT NULL,
  ended_at @INT64@,
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;
CREATE INDEX supporter_submission ON supporter (submission, person);
CREATE UNIQUE INDEX supporter_open ON supporter (submission, person) WHERE ended_at IS NULL;

-- Who typed a rating ('' as the criterion: the overall comment) that is not its member's own
-- typing, and what the member then did: nothing yet, confirmed it, or put it in their own words.
CREATE TABLE recorded (
  review @ID@ NOT NULL REFERENCES review (id),
  criterion TEXT NOT NULL,
  recorder @ID@ REFERENCES person (id),
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'corrected')),
  recorded_at @INT64@ NOT NULL,
  settled_at @INT64@,
  PRIMARY KEY (review, criterion),
  CHECK ((state = 'waiting') = (settled_at IS NULL))
) @STRICT@;
