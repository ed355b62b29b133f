-- SPDX-License-Identifier: GPL-3.0-or-later
-- Taking a submission home, and putting together what was written there and here.

-- A reading pack that was made for a member.
CREATE TABLE home_pack (
  id @ID@ NOT NULL PRIMARY KEY,
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  round @INT64@ NOT NULL,
  made_by @ID@ NOT NULL REFERENCES person (id),
  made_at @INT64@ NOT NULL,
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;
CREATE INDEX home_pack_submission ON home_pack (submission, person);

-- A copy of it on another computer, known from what came back; n is the last that was taken in.
CREATE TABLE home_copy (
  id @ID@ NOT NULL PRIMARY KEY,
  pack @ID@ NOT NULL REFERENCES home_pack (id),
  n @INT64@ NOT NULL,
  taken_at @INT64@ NOT NULL
) @STRICT@;

-- What both sides last had in common: under the pack's id as it was packed, under the copy's as it
-- last came back. The overall comment is the reason of criterion ''. In a register at home: as it
-- came with the pack.
CREATE TABLE home_rating (
  source @ID@ NOT NULL,
  criterion TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  reason TEXT NOT NULL,
  strength TEXT NOT NULL,
  PRIMARY KEY (source, criterion),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;
CREATE TABLE home_quote (
  source @ID@ NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (source, digest)
) @STRICT@;

-- Another wording of a rating, until its member has chosen: both sides changed these fields.
CREATE TABLE rating_beside (
  review @ID@ NOT NULL REFERENCES review (id),
  criterion TEXT NOT NULL,
  source @ID@ NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('none', 'level', 'cannot-tell', 'not-applicable')),
  value @INT64@,
  reason TEXT NOT NULL,
  strength TEXT NOT NULL,
  fields @INT64@ NOT NULL CHECK (fields > 0),
  brought_at @INT64@ NOT NULL,
  PRIMARY KEY (review, criterion, source),
  CHECK ((answer = 'level') = (value IS NOT NULL))
) @STRICT@;

-- Review files that were taken in: one that comes again changes nothing.
CREATE TABLE review_file (
  submission @ID@ NOT NULL,
  person @ID@ NOT NULL,
  hash TEXT NOT NULL,
  taken_at @INT64@ NOT NULL,
  PRIMARY KEY (submission, person, hash),
  FOREIGN KEY (submission, person) REFERENCES invitation (submission, person)
) @STRICT@;
